// SPDX-License-Identifier: MIT
#include "app/gui/place_table.hpp"

#include <algorithm>
#include <array>

#include "app/core/result_table.hpp"
#include "app/gui/app_state.hpp"
#include "app/gui/reading.hpp"
#include "app/gui/texts.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/style.hpp"

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

}  // namespace

bool is_only_supposed(const AppState& state, int place) {
    const std::vector<int>& supposed = state.snapshot.what_if;
    return std::binary_search(supposed.begin(), supposed.end(), place) &&
           coverage(state, place).selections == 0;
}

bool is_number(PlaceColumn column) {
    return column == PlaceColumn::selections || column == PlaceColumn::area;
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
            return is_only_supposed(state, place) ? supposed_class(Theme::light).name.in(lang)
                   : m.counted                    ? name_of(coverage(state, place).grade).in(lang)
                               : grade_classes(Theme::light).back().name.in(lang);
        case PlaceColumn::selections:
            return std::to_string(coverage(state, place).selections);
        case PlaceColumn::first_year: {
            const int year = first_year(state, place);
            return year == 0          ? std::string()
                   : lang == Lang::ja ? year_key(year)
                                      : std::to_string(year);
        }
        case PlaceColumn::area:
            return cell_text(Decimal{m.area_km2, 1}, {});
    }
    return {};
}

const std::vector<TableColumn>& PlaceSource::columns() const {
    static const std::vector<TableColumn> all = [] {
        struct Start {
            const char* key;
            float weight;
        };
        constexpr std::array<Start, place_column_count> starts{{{"name", 170},
                                                                {"code", 72},
                                                                {"prefecture", 110},
                                                                {"grade", 170},
                                                                {"selections", 84},
                                                                {"first-year", 104},
                                                                {"area", 96}}};
        std::vector<TableColumn> out;
        for (std::size_t i = 0; i < place_column_count; ++i) {
            const auto column = static_cast<PlaceColumn>(i);
            out.push_back({starts[i].key,
                           {heading_of(column, Lang::ja), heading_of(column, Lang::en)},
                           gui::is_number(column),
                           starts[i].weight,
                           true,
                           column == PlaceColumn::code});
        }
        return out;
    }();
    return all;
}

int PlaceSource::row_count() const { return static_cast<int>(state_.snapshot.coverage.size()); }

std::string PlaceSource::cell(int row, int column) const {
    return place_cell(state_, row, static_cast<PlaceColumn>(column));
}

double PlaceSource::number(int row, int column) const {
    return number_of(state_, row, static_cast<PlaceColumn>(column));
}

bool PlaceSource::ranked(int column) const {
    const auto kind = static_cast<PlaceColumn>(column);
    return kind == PlaceColumn::prefecture || kind == PlaceColumn::grade ||
           kind == PlaceColumn::first_year;
}

bool PlaceSource::blank(int row, int column) const {
    return static_cast<PlaceColumn>(column) == PlaceColumn::first_year &&
           first_year(state_, row) == 0;
}

std::string PlaceSource::sort_word(int row, int column) const {
    return word_of(state_, row, static_cast<PlaceColumn>(column));
}

bool PlaceSource::reads_as(int row, int column, const std::string& reading) const {
    const Municipality& m = municipality(state_, row);
    return static_cast<PlaceColumn>(column) == PlaceColumn::name &&
           (reading_key(m.name_kana).find(reading) != std::string::npos ||
            reading_key(m.name_en).find(reading) != std::string::npos);
}

long long PlaceSource::version() const { return state_.snapshot_version; }

bool update_rows(AppState& state) {
    return update_rows(state, state.place_table, PlaceSource(state));
}

std::string table_as_tsv(const AppState& state, const std::vector<PlaceColumn>& columns) {
    std::vector<int> indices;
    for (const PlaceColumn column : columns) {
        indices.push_back(static_cast<int>(column));
    }
    return table_as_tsv(state.place_table.rows, PlaceSource(state), indices, state.request.lang);
}

}  // namespace miraimap::gui
