// SPDX-License-Identifier: MIT
#include "app/cli/print_table.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "geo/io/csv.hpp"
#include "geo/visible_text.hpp"

namespace miraimap {
namespace {

constexpr int widest_text_column = 60;

/// First and last code point of the wide ranges that occur in Japanese text.
constexpr std::array<std::pair<char32_t, char32_t>, 11> wide_ranges{{{0x1100, 0x115F},
                                                                     {0x2E80, 0x303E},
                                                                     {0x3041, 0x33FF},
                                                                     {0x3400, 0x4DBF},
                                                                     {0x4E00, 0x9FFF},
                                                                     {0xA000, 0xA4CF},
                                                                     {0xAC00, 0xD7A3},
                                                                     {0xF900, 0xFAFF},
                                                                     {0xFE30, 0xFE6F},
                                                                     {0xFF00, 0xFF60},
                                                                     {0x1F300, 0x3FFFD}}};

char32_t decode(std::string_view text, std::size_t& i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t n = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = n == 1 ? lead : lead & (0xFFU >> (n + 1));
    for (std::size_t k = 1; k < n && i + k < text.size(); ++k) {
        code = (code << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    i += n;
    return code;
}

int width_of(char32_t code) {
    for (const auto& [first, last] : wide_ranges) {
        if (code >= first && code <= last) {
            return 2;
        }
    }
    return 1;
}

/// Text cut to a width, with an ellipsis if anything was cut.
std::string cut(const std::string& text, int width) {
    if (display_width(text) <= width) {
        return text;
    }
    std::string out;
    int used = 0;
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t from = i;
        const int w = width_of(decode(text, i));
        if (used + w > width - 1) {
            break;
        }
        used += w;
        out += text.substr(from, i - from);
    }
    return out + "…";
}

std::string decimal_text(const Decimal& d) { return fixed_text(d.value, d.decimals); }

std::string csv_text(const ResultCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return csv_cell(*text);
    }
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        return std::to_string(*number);
    }
    if (const auto* decimal = std::get_if<Decimal>(&cell)) {
        return decimal_text(*decimal);
    }
    if (const auto* words = std::get_if<WordList>(&cell)) {
        return csv_cell(join_list(*words));
    }
    return "";
}

nlohmann::ordered_json json_value(const ResultCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return *text;
    }
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        return *number;
    }
    if (const auto* decimal = std::get_if<Decimal>(&cell)) {
        return nlohmann::ordered_json::parse(decimal_text(*decimal));
    }
    if (const auto* words = std::get_if<WordList>(&cell)) {
        return *words;
    }
    return nullptr;
}

std::string people_text(const ResultCell& cell, const ResultColumn& column) {
    const std::string text = visible_text(cell_text(cell, column));
    // A reason is there to be checked, and stands last: never cut.
    return column.name == "reason" ? text : cut(text, widest_text_column);
}

bool is_number(const ResultCell& cell) {
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<Decimal>(cell);
}

void print_csv(std::ostream& out, const ResultTable& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        out << (i == 0 ? "" : ",") << table.columns[i].name;
    }
    out << "\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out << (i == 0 ? "" : ",") << csv_text(row[i]);
        }
        out << "\n";
    }
}

void print_json(std::ostream& out, const ResultTable& table) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const auto& row : table.rows) {
        nlohmann::ordered_json object;
        for (std::size_t i = 0; i < row.size(); ++i) {
            object[table.columns[i].name] = json_value(row[i]);
        }
        rows.push_back(std::move(object));
    }
    out << rows.dump(2) << "\n";
}

void print_aligned(std::ostream& out, const ResultTable& table, Lang lang) {
    std::vector<std::size_t> shown;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].shown) {
            shown.push_back(c);
        }
    }
    std::vector<const std::vector<ResultCell>*> rows;
    for (const auto& row : table.rows) {
        rows.push_back(&row);
    }
    if (!table.total.empty()) {
        rows.push_back(&table.total);
    }
    std::vector<const std::vector<ResultCell>*> apart;
    for (const auto& row : table.apart) {
        apart.push_back(&row);
    }
    std::vector<int> widths;
    std::vector<bool> right;
    for (const std::size_t c : shown) {
        int width = display_width(visible_text(table.columns[c].title.in(lang)));
        bool numbers = !rows.empty();
        for (const auto* row : rows) {
            width = std::max(width, display_width(people_text((*row)[c], table.columns[c])));
            numbers = numbers &&
                      (is_number((*row)[c]) || std::holds_alternative<std::monostate>((*row)[c]));
        }
        for (const auto* row : apart) {
            width = std::max(width, display_width(people_text((*row)[c], table.columns[c])));
        }
        widths.push_back(width);
        right.push_back(numbers);
    }
    const auto line = [&](const auto& text_of) {
        std::string all;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const std::string text = text_of(shown[i]);
            const auto gap = static_cast<std::size_t>(widths[i] - display_width(text));
            all += i == 0 ? "" : "  ";
            all += right[i] ? std::string(gap, ' ') + text : text + std::string(gap, ' ');
        }
        all.erase(all.find_last_not_of(' ') + 1);
        out << all << "\n";
    };
    const auto rule = [&] {
        int width = -2;
        for (const int w : widths) {
            width += std::min(w, widest_text_column) + 2;
        }
        for (int i = 0; i < width; ++i) {
            out << "─";
        }
        out << "\n";
    };
    line([&](std::size_t c) { return visible_text(table.columns[c].title.in(lang)); });
    rule();
    for (const auto& row : table.rows) {
        line([&](std::size_t c) { return people_text(row[c], table.columns[c]); });
    }
    if (!table.total.empty()) {
        rule();
        line([&](std::size_t c) { return people_text(table.total[c], table.columns[c]); });
    }
    for (const auto* row : apart) {
        line([&](std::size_t c) { return people_text((*row)[c], table.columns[c]); });
    }
}

}  // namespace

int display_width(std::string_view utf8) {
    int width = 0;
    std::size_t i = 0;
    while (i < utf8.size()) {
        width += width_of(decode(utf8, i));
    }
    return width;
}

void print_table(std::ostream& out, const ResultTable& table, Format format, Lang lang) {
    switch (format) {
        case Format::csv:
            print_csv(out, table);
            break;
        case Format::json:
            print_json(out, table);
            break;
        case Format::table:
            print_aligned(out, table, lang);
            break;
    }
}

}  // namespace miraimap
