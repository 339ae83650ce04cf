// SPDX-License-Identifier: MIT
#include "app/gui/data_table.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <string_view>

#include "app/gui/app_state.hpp"
#include "app/gui/reading.hpp"

namespace miraimap::gui {
namespace {

/// Sorts by one step; from the weakest to the strongest, stably, the steps add up.
void sort_by(const TableSource& source, const SortStep& step, std::vector<int>& rows) {
    const auto sort = [&](const auto& keys) {
        std::vector<std::size_t> order(rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
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

void filter_by(const TableSource& source, int column, const std::string& wanted,
               std::vector<int>& rows) {
    const bool number = source.columns()[static_cast<std::size_t>(column)].number;
    const std::string reading = number ? std::string() : reading_key(wanted);
    std::erase_if(rows, [&](int row) {
        if (number) {
            return !number_passes(source.number(row, column), wanted);
        }
        return source.cell(row, column).find(wanted) == std::string::npos &&
               (reading.empty() || !source.reads_as(row, column, reading));
    });
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

std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

}  // namespace

bool update_rows(const AppState& state, DataTable& table, const TableSource& source) {
    DataTable::MadeFrom from{source.version(), state.request.lang, table.chosen_only,
                             table.sort,       table.filters,      {}};
    if (table.chosen_only) {
        from.chosen = state.chosen.places;
    }
    if (table.made_from == from) {
        return false;
    }
    table.made_from = std::move(from);
    table.rows.resize(static_cast<std::size_t>(source.row_count()));
    std::iota(table.rows.begin(), table.rows.end(), 0);
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
    std::string_view rest = text;
    if (rest.find_first_not_of(' ') == std::string_view::npos) {
        return true;
    }
    rest.remove_prefix(rest.find_first_not_of(' '));
    if (const std::size_t dots = rest.find(".."); dots != std::string_view::npos) {
        const auto low = number(rest.substr(0, dots));
        const auto high = number(rest.substr(dots + 2));
        return low && high && *low <= value && value <= *high;
    }
    const char sign = rest.front();
    if (sign != '<' && sign != '>' && sign != '=') {
        return number(rest) == value;
    }
    rest.remove_prefix(1);
    const bool equal = sign == '=' || (!rest.empty() && rest.front() == '=');
    if (sign != '=' && equal) {
        rest.remove_prefix(1);
    }
    const auto bound = number(rest);
    return bound && ((sign == '<' && value < *bound) || (sign == '>' && value > *bound) ||
                     (equal && value == *bound));
}

std::string table_as_tsv(const DataTable& table, const TableSource& source,
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
    for (const int row : table.rows) {
        put_line([&](int column) { return source.cell(row, column); });
    }
    return out;
}

}  // namespace miraimap::gui
