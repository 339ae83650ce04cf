// SPDX-License-Identifier: MIT
#include "app/gui/place_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <optional>
#include <string_view>

#include "app/gui/app_state.hpp"
#include "app/gui/reading.hpp"
#include "app/gui/texts.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {
namespace {

const Municipality& municipality(const AppState& state, int place) {
    return state.loaded->world->catalogue.municipalities[static_cast<std::size_t>(place)];
}

const MunicipalityCoverage& coverage(const AppState& state, int place) {
    return state.snapshot.coverage[static_cast<std::size_t>(place)];
}

/// Western year of the first counted selection; 0 without one.
int first_year(const AppState& state, int place) {
    int year = 0;
    for (const Hold& hold : coverage(state, place).holds) {
        const Passed& passed = state.snapshot.passed[static_cast<std::size_t>(hold.passed)];
        const int own =
            state.loaded->world->selections[static_cast<std::size_t>(passed.selection)].fiscal_year;
        if (passed.counted && (year == 0 || own < year)) {
            year = own;
        }
    }
    return year;
}

double number_of(const AppState& state, int place, PlaceColumn column) {
    switch (column) {
        case PlaceColumn::prefecture:
            return municipality(state, place).prefecture;
        case PlaceColumn::grade:
            return static_cast<double>(coverage(state, place).grade);
        case PlaceColumn::selections:
            return coverage(state, place).selections;
        case PlaceColumn::first_year:
            return first_year(state, place);
        case PlaceColumn::area:
            return municipality(state, place).area_km2;
        default:
            return 0;
    }
}

std::string word_of(const AppState& state, int place, PlaceColumn column) {
    const Municipality& m = municipality(state, place);
    if (column == PlaceColumn::code) {
        return m.code;
    }
    const bool kana = state.request.lang == Lang::ja && !m.name_kana.empty();
    return kana ? m.name_kana : name_in(m, state.request.lang);
}

bool sorts_by_word(PlaceColumn column) {
    return column == PlaceColumn::name || column == PlaceColumn::code;
}

/// Sorts by one step; from the weakest to the strongest, stably, the steps add up.
void sort_by(const AppState& state, const SortStep& step, std::vector<int>& rows) {
    const auto sort = [&](const auto& keys) {
        std::vector<std::size_t> order(rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return step.up ? keys[a] < keys[b] : keys[b] < keys[a];
        });
        std::vector<int> sorted;
        for (const std::size_t i : order) {
            sorted.push_back(rows[i]);
        }
        rows = std::move(sorted);
    };
    if (sorts_by_word(step.column)) {
        std::vector<std::string> keys;
        for (const int place : rows) {
            keys.push_back(word_of(state, place, step.column));
        }
        sort(keys);
    } else {
        std::vector<double> keys;
        for (const int place : rows) {
            keys.push_back(number_of(state, place, step.column));
        }
        sort(keys);
    }
}

bool passes(const AppState& state, int place, PlaceColumn column, const std::string& wanted,
            const std::string& wanted_key) {
    if (is_number(column)) {
        return number_passes(number_of(state, place, column), wanted);
    }
    if (place_cell(state, place, column).find(wanted) != std::string::npos) {
        return true;
    }
    if (column != PlaceColumn::name || wanted_key.empty()) {
        return false;
    }
    const Municipality& m = municipality(state, place);
    return reading_key(m.name_kana).find(wanted_key) != std::string::npos ||
           reading_key(m.name_en).find(wanted_key) != std::string::npos;
}

/// Everything that rows depend on, as one text.
std::string dependencies(const AppState& state) {
    const PlaceTable& table = state.place_table;
    std::string out = fmt::format("{} {} {}", state.snapshot_version,
                                  state.request.lang == Lang::ja, table.chosen_only);
    for (const SortStep& step : table.sort) {
        out += fmt::format(" {}{}", step.up ? '+' : '-', static_cast<int>(step.column));
    }
    for (const auto& filter : table.filters) {
        out += fmt::format("\n{}", filter.data());
    }
    if (table.chosen_only) {
        for (const int place : state.chosen.places) {
            out += fmt::format(" {}", place);
        }
    }
    return out;
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

bool is_number(PlaceColumn column) {
    return column == PlaceColumn::selections || column == PlaceColumn::first_year ||
           column == PlaceColumn::area;
}

std::string heading_of(PlaceColumn column, Lang lang) {
    constexpr std::array<T, place_column_count> names{
        T::column_name,       T::column_code,       T::table_prefecture, T::column_grade,
        T::column_selections, T::column_first_year, T::column_area};
    return text_of(names[static_cast<std::size_t>(column)]).in(lang);
}

std::string place_cell(const AppState& state, int place, PlaceColumn column) {
    const Municipality& m = municipality(state, place);
    const Lang lang = state.request.lang;
    switch (column) {
        case PlaceColumn::name:
            return name_in(m, lang);
        case PlaceColumn::code:
            return m.code;
        case PlaceColumn::prefecture:
            return m.prefecture < 1 || m.prefecture > prefecture_count
                       ? std::string()
                       : prefectures()[static_cast<std::size_t>(m.prefecture - 1)].name.in(lang);
        case PlaceColumn::grade:
            return name_of(coverage(state, place).grade).in(lang);
        case PlaceColumn::selections:
            return std::to_string(coverage(state, place).selections);
        case PlaceColumn::first_year: {
            const int year = first_year(state, place);
            return year == 0 ? std::string() : std::to_string(year);
        }
        case PlaceColumn::area:
            return fmt::format("{:.1f}", m.area_km2);
    }
    return {};
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

bool update_rows(AppState& state) {
    PlaceTable& table = state.place_table;
    std::string from = dependencies(state);
    if (from == table.made_from) {
        return false;
    }
    table.made_from = std::move(from);
    if (table.chosen_only) {
        table.rows = state.chosen.places;
    } else {
        table.rows.resize(state.snapshot.coverage.size());
        std::iota(table.rows.begin(), table.rows.end(), 0);
    }
    for (std::size_t i = 0; i < place_column_count; ++i) {
        const std::string wanted = table.filters[i].data();
        if (wanted.empty()) {
            continue;
        }
        const std::string wanted_key = reading_key(wanted);
        std::erase_if(table.rows, [&](int place) {
            return !passes(state, place, static_cast<PlaceColumn>(i), wanted, wanted_key);
        });
    }
    for (auto step = table.sort.rbegin(); step != table.sort.rend(); ++step) {
        sort_by(state, *step, table.rows);
    }
    return true;
}

std::string table_as_tsv(const AppState& state, const std::vector<PlaceColumn>& columns) {
    std::string out;
    const auto put_line = [&](const auto& cell_of) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            out += (i == 0 ? "" : "\t") + one_line(cell_of(columns[i]));
        }
        out += "\n";
    };
    put_line([&](PlaceColumn column) { return heading_of(column, state.request.lang); });
    for (const int place : state.place_table.rows) {
        put_line([&](PlaceColumn column) { return place_cell(state, place, column); });
    }
    return out;
}

}  // namespace miraimap::gui
