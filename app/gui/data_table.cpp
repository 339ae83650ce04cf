// SPDX-License-Identifier: MIT
#include "app/gui/data_table.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <numeric>
#include <string_view>

#include "app/gui/app_state.hpp"
#include "app/gui/reading.hpp"
#include "app/gui/utf8.hpp"
#include "geo/text_fold.hpp"

namespace miraimap::gui {
namespace {

/// Sorts by one step; from the weakest to the strongest, stably, the steps add up.
void sort_by(const TableSource& source, const SortStep& step, std::vector<int>& rows) {
    const auto sort = [&](const auto& keys) {
        std::vector<std::size_t> order(rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::vector<bool> blank;
        for (const int row : rows) {
            blank.push_back(source.blank(row, step.column));
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            if (blank[a] || blank[b]) {
                return !blank[a] && blank[b];
            }
            return step.up ? keys[a] < keys[b] : keys[b] < keys[a];
        });
        std::vector<int> sorted;
        sorted.reserve(rows.size());
        for (const std::size_t i : order) {
            sorted.push_back(rows[i]);
        }
        rows = std::move(sorted);
    };
    const auto column = static_cast<std::size_t>(step.column);
    if (column >= source.columns().size()) {
        return;
    }
    if (source.columns()[column].number || source.ranked(step.column)) {
        std::vector<double> keys;
        for (const int row : rows) {
            keys.push_back(source.number(row, step.column));
        }
        sort(keys);
    } else {
        std::vector<std::string> keys;
        for (const int row : rows) {
            keys.push_back(source.sort_word(row, step.column));
        }
        sort(keys);
    }
}

std::optional<double> number(std::string_view text) {
    while (!text.empty() && text.front() == ' ') {
        text.remove_prefix(1);
    }
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

/// An interval with or without its ends.
struct Condition {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_too = true;
    bool high_too = true;
    [[nodiscard]] bool holds(double value) const {
        return (value > low || (low_too && value == low)) &&
               (value < high || (high_too && value == high));
    }
};

/// Full-width digits and signs, as Japanese keyboards type them, count like the others.
std::string half_width(const std::string& text) {
    std::string out;
    for (char32_t c : decode_utf8(text)) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            c -= 0xFF01 - U'!';
        }
        if (c == U'≧' || c == U'≥') {
            out += ">=";
        } else if (c == U'≦' || c == U'≤') {
            out += "<=";
        } else if (c == 0x3000) {
            out += ' ';
        } else if (c != U',') {
            append_utf8(c, out);
        }
    }
    return out;
}

std::optional<Condition> read_condition(const std::string& text) {
    const std::string plain = half_width(text);
    std::string_view rest = plain;
    if (rest.find_first_not_of(' ') == std::string_view::npos) {
        return Condition{};
    }
    rest.remove_prefix(rest.find_first_not_of(' '));
    if (const std::size_t dots = rest.find(".."); dots != std::string_view::npos) {
        const auto low = number(rest.substr(0, dots));
        const auto high = number(rest.substr(dots + 2));
        return low && high ? std::optional(Condition{*low, *high, true, true}) : std::nullopt;
    }
    const char sign = rest.front();
    if (sign != '<' && sign != '>' && sign != '=') {
        const auto value = number(rest);
        return value ? std::optional(Condition{*value, *value, true, true}) : std::nullopt;
    }
    rest.remove_prefix(1);
    const bool equal = sign == '=' || (!rest.empty() && rest.front() == '=');
    if (sign != '=' && equal) {
        rest.remove_prefix(1);
    }
    const auto bound = number(rest);
    if (!bound) {
        return std::nullopt;
    }
    Condition condition;
    if (sign != '<') {
        condition.low = *bound;
        condition.low_too = equal;
    }
    if (sign != '>') {
        condition.high = *bound;
        condition.high_too = equal;
    }
    return condition;
}

void filter_by(const TableSource& source, int column, const std::string& wanted,
               std::vector<int>& rows) {
    if (source.columns()[static_cast<std::size_t>(column)].number) {
        const std::optional<Condition> condition = read_condition(wanted);
        std::erase_if(rows, [&](int row) {
            return !condition || source.blank(row, column) ||
                   !condition->holds(source.number(row, column));
        });
        return;
    }
    const std::string reading = reading_key(wanted);
    const std::string folded = fold_width_and_case(wanted);
    std::erase_if(rows, [&](int row) {
        return fold_width_and_case(source.cell(row, column)).find(folded) == std::string::npos &&
               (reading.empty() || !source.reads_as(row, column, reading));
    });
}

void narrow_to_brush(const AppState& state, const TableSource& source, std::vector<int>& rows) {
    const bool about_places =
        state.map_choice.brush &&
        std::any_of(rows.begin(), rows.end(), [&](int row) { return !source.places(row).empty(); });
    if (about_places) {
        std::erase_if(rows, [&](int row) { return !in_brush(state, source.places(row)); });
    }
}

std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

}  // namespace

std::vector<float> start_weights(const std::vector<TableColumn>& columns, float width_px) {
    constexpr float least_text_px = 48;
    std::vector<float> weights;
    float room = width_px;
    std::vector<float> texts;
    for (const TableColumn& c : columns) {
        weights.push_back(c.weight);
        if (c.shown && c.number) {
            room -= c.weight;
        } else if (c.shown) {
            texts.push_back(c.weight);
        }
    }
    // Short texts keep what they need; the others share the rest alike.
    std::sort(texts.begin(), texts.end());
    float most = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const float share = room / static_cast<float>(texts.size() - i);
        if (texts[i] > share) {
            most = std::max(share, least_text_px);
            break;
        }
        room -= texts[i];
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        weights[i] = columns[i].number ? weights[i] : std::min(weights[i], most);
    }
    return weights;
}

bool update_rows(const AppState& state, DataTable& table, const TableSource& source) {
    DataTable::MadeFrom from{
        source.version(),      state.request.lang, table.chosen_only, table.sort, table.filters, {},
        state.map_choice.brush};
    if (table.chosen_only) {
        from.chosen = state.chosen.places;
    }
    if (table.made_from == from) {
        return false;
    }
    table.made_from = std::move(from);
    table.emptied.reset();
    table.rows.resize(static_cast<std::size_t>(source.row_count()));
    std::iota(table.rows.begin(), table.rows.end(), 0);
    narrow_to_brush(state, source, table.rows);
    if (table.chosen_only) {
        std::erase_if(table.rows, [&](int row) {
            return chosen_of(state, source.places(row)) == Marked::none;
        });
    }
    for (std::size_t i = 0; i < std::min(source.columns().size(), most_table_columns); ++i) {
        const std::string wanted = table.filters[i].data();
        if (!wanted.empty()) {
            filter_by(source, static_cast<int>(i), wanted, table.rows);
        }
    }
    for (auto step = table.sort.rbegin(); step != table.sort.rend(); ++step) {
        sort_by(source, *step, table.rows);
    }
    return true;
}

bool number_passes(double value, const std::string& text) {
    const std::optional<Condition> condition = read_condition(text);
    return condition && condition->holds(value);
}

bool is_number_filter(const std::string& text) { return read_condition(text).has_value(); }

namespace {

bool all_fail(const AppState& state, const TableSource& source, const std::vector<int>& columns,
              const DataTable& table) {
    DataTable alone;
    alone.chosen_only = table.chosen_only;
    for (const int column : columns) {
        const auto i = static_cast<std::size_t>(column);
        alone.filters[i] = table.filters[i];
    }
    update_rows(state, alone, source);
    return alone.rows.empty();
}

}  // namespace

EmptyTable why_empty(const AppState& state, const DataTable& table, const TableSource& source) {
    EmptyTable why;
    why.no_rows = source.row_count() == 0;
    if (why.no_rows) {
        return why;
    }
    why.none_in_brush = state.map_choice.brush && all_fail(state, source, {}, {});
    if (why.none_in_brush) {
        return why;
    }
    why.none_chosen = table.chosen_only && all_fail(state, source, {}, table);
    std::vector<int> filtered;
    const std::size_t count = std::min(source.columns().size(), most_table_columns);
    for (std::size_t i = 0; i < count; ++i) {
        if (table.filters[i][0] != '\0') {
            filtered.push_back(static_cast<int>(i));
        }
    }
    if (why.none_chosen) {
        return why;
    }
    std::copy_if(filtered.begin(), filtered.end(), std::back_inserter(why.columns),
                 [&](int column) { return all_fail(state, source, {column}, table); });
    if (why.columns.empty()) {
        why.columns = std::move(filtered);
    }
    return why;
}

int position_of(const DataTable& table, int row) {
    const auto found = std::find(table.rows.begin(), table.rows.end(), row);
    return found == table.rows.end() ? -1 : static_cast<int>(found - table.rows.begin());
}

std::vector<int> rows_to_copy(const AppState& state, const DataTable& table,
                              const TableSource& source) {
    std::vector<int> rows;
    std::copy_if(table.rows.begin(), table.rows.end(), std::back_inserter(rows),
                 [&](int row) { return chosen_of(state, source.places(row)) != Marked::none; });
    return rows.empty() ? table.rows : rows;
}

std::string table_as_tsv(const std::vector<int>& rows, const TableSource& source,
                         const std::vector<int>& columns, Lang lang) {
    std::string out;
    const auto put_line = [&](const auto& cell_of) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            out += (i == 0 ? "" : "\t") + one_line(cell_of(columns[i]));
        }
        out += "\n";
    };
    put_line([&](int column) {
        return source.columns()[static_cast<std::size_t>(column)].heading.in(lang);
    });
    for (const int row : rows) {
        put_line([&](int column) { return source.cell(row, column); });
    }
    return out;
}

}  // namespace miraimap::gui
