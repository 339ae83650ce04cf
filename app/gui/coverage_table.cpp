// SPDX-License-Identifier: MIT
#include "app/gui/coverage_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/gui/app_state.hpp"
#include "app/gui/reading.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {
namespace {

double value_of(const CoverageRow& row, CoverageColumn column) {
    switch (column) {
        case CoverageColumn::covered:
            return row.direct + row.part;
        case CoverageColumn::grades:
        case CoverageColumn::share:
            return row.share_municipalities() * 100;
        case CoverageColumn::selections:
            return row.selections;
        case CoverageColumn::municipalities:
            return row.municipalities;
        case CoverageColumn::direct:
            return row.direct;
        case CoverageColumn::part:
            return row.part;
        case CoverageColumn::prefecture_only:
            return row.prefecture_only;
        case CoverageColumn::uncovered:
            return row.uncovered;
        case CoverageColumn::area:
            return row.area_km2;
        case CoverageColumn::share_area:
            return row.share_area() * 100;
        case CoverageColumn::code:
        case CoverageColumn::name:
            break;
    }
    return 0;
}

}  // namespace

std::string coverage_cell(const CoverageRow& row, CoverageColumn column, Lang lang) {
    switch (column) {
        case CoverageColumn::code:
            return row.key == "total" ? std::string() : row.key;
        case CoverageColumn::name:
            return row.name.in(lang);
        case CoverageColumn::grades:
            return fmt::format("{} / {} / {} / {}", row.direct, row.part, row.prefecture_only,
                               row.uncovered);
        case CoverageColumn::covered:
            return with_commas(row.direct + row.part) + " / " + with_commas(row.municipalities);
        case CoverageColumn::share:
        case CoverageColumn::share_area:
            return fmt::format("{:.1f}%", value_of(row, column));
        default:
            return with_commas(std::llround(value_of(row, column)));
    }
}

const std::vector<TableColumn>& CoverageSource::columns() const {
    static const std::vector<TableColumn> all{
        {"code", text_of(T::column_code), false, 76, true, true},
        {"name", text_of(T::table_prefecture), false, 100},
        {"grades", text_of(T::column_grades), false, 300},
        {"covered", text_of(T::table_covered), true, 80},
        {"share", text_of(T::table_share), true, 70},
        {"selections", text_of(T::table_selections), true, 60},
        {"municipalities", text_of(T::column_places), true, 80, false},
        {"direct", name_of(Grade::direct), true, 80, false},
        {"part", name_of(Grade::part), true, 80, false},
        {"prefecture-only", name_of(Grade::prefecture), true, 80, false},
        {"uncovered", name_of(Grade::none), true, 80, false},
        {"area", text_of(T::column_area), true, 80, false},
        {"share-area", text_of(T::overview_area), true, 80, false},
    };
    return all;
}

const CoverageRow& CoverageSource::at(int row) const {
    const CoverageRow& whole = state_.snapshot.table.rows[static_cast<std::size_t>(row)];
    if (!state_.map_choice.brush) {
        return whole;
    }
    const std::vector<CoverageRow>& brushed = state_.answers.brush.summary.prefectures;
    const auto found = std::find_if(brushed.begin(), brushed.end(),
                                    [&](const CoverageRow& one) { return one.key == whole.key; });
    return found == brushed.end() ? whole : *found;
}

const CoverageRow& CoverageSource::total() const {
    return state_.map_choice.brush ? state_.answers.brush.summary.total
                                   : state_.snapshot.table.total;
}

int CoverageSource::row_count() const {
    return static_cast<int>(state_.snapshot.table.rows.size());
}

std::string CoverageSource::cell(int row, int column) const {
    return coverage_cell(at(row), static_cast<CoverageColumn>(column), state_.request.lang);
}

double CoverageSource::number(int row, int column) const {
    return value_of(at(row), static_cast<CoverageColumn>(column));
}

bool CoverageSource::ranked(int column) const {
    return static_cast<CoverageColumn>(column) == CoverageColumn::grades;
}

std::string CoverageSource::sort_word(int row, int column) const {
    const auto number = find_prefecture(at(row).key);
    const bool by_reading = static_cast<CoverageColumn>(column) == CoverageColumn::name &&
                            state_.request.lang == Lang::ja && number;
    return by_reading ? prefectures()[static_cast<std::size_t>(*number - 1)].kana
                      : cell(row, column);
}

bool CoverageSource::reads_as(int row, int column, const std::string& reading) const {
    const auto number = find_prefecture(at(row).key);
    if (static_cast<CoverageColumn>(column) != CoverageColumn::name || !number) {
        return false;
    }
    const Prefecture& prefecture = prefectures()[static_cast<std::size_t>(*number - 1)];
    return reading_key(prefecture.kana).find(reading) != std::string::npos ||
           reading_key(prefecture.name.en).find(reading) != std::string::npos;
}

std::vector<int> CoverageSource::places(int row) const {
    const auto number = find_prefecture(at(row).key);
    return number ? state_.links.prefectures[static_cast<std::size_t>(*number)]
                  : std::vector<int>{};
}

int CoverageSource::row_of(int place) const {
    const int prefecture =
        state_.loaded->world->catalogue.municipalities[static_cast<std::size_t>(place)].prefecture;
    for (int row = 0; row < row_count(); ++row) {
        if (find_prefecture(at(row).key) == prefecture) {
            return row;
        }
    }
    return -1;
}

long long CoverageSource::version() const { return state_.snapshot_version; }

}  // namespace miraimap::gui
