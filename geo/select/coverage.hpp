// SPDX-License-Identifier: MIT
// Which municipalities are covered, at which grade, and what share that is.
//
// Grades (contract 4): direct (the municipality is named, alone or jointly) > part (only a ward or
// district of it) > prefecture (only its prefecture is the selected body) > none.
// "Covered" means direct or part; a prefecture's own selection covers no municipality.
// Where wards of designated cities are counted: all of them are direct if the city is named; a ward
// that is named itself is direct, one of which a district is named is part, and a district that
// names no ward makes one ward part.
// Promises: direct + part + prefecture_only + uncovered = municipalities in every row. Places that
// are not counted (Northern Territories, unassigned land) are in no denominator unless asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "geo/place/city_wards.hpp"
#include "geo/select/figures.hpp"
#include "geo/select/filter.hpp"
#include "geo/select/join.hpp"
#include "geo/select/selection.hpp"

namespace miraimap {

enum class Grade : std::uint8_t { none, prefecture, part, direct };
const std::string& key_of(Grade grade);
const Text& name_of(Grade grade);

/// One selection's hold on one municipality.
struct Hold {
    int passed = 0;  ///< index into the passed selections
    Grade grade = Grade::none;
};

struct MunicipalityCoverage {
    Grade grade = Grade::none;
    std::vector<Hold> holds;  ///< in table order, prefecture-wide ones included
    int selections = 0;       ///< counted holds (linked rows once)
};

/// Per municipality of the catalogue.
std::vector<MunicipalityCoverage> cover(const Catalogue& catalogue, const Join& join,
                                        const std::vector<Passed>& passed);

enum class CoverageBy : std::uint8_t {
    prefecture,
    region,
    municipality,
    programme,
    technology,
    year
};

struct CoverageRow {
    std::string key;  ///< "13", "kanto", "13101", "mic", "AI", "R3"
    Text name;
    int municipalities = 0;
    int direct = 0;
    int part = 0;
    int prefecture_only = 0;
    int uncovered = 0;
    int selections = 0;  ///< distinct selections that touch the row, linked rows once
    double area_km2 = 0;
    double covered_area_km2 = 0;  ///< of direct and part municipalities, whole
    double figure = 0;            ///< sum of the user's figure (0 without one)
    double covered_figure = 0;    ///< of direct and part municipalities, whole
    int without_figure = 0;       ///< municipalities the user's table has no figure for
    [[nodiscard]] double share_municipalities() const {
        return municipalities == 0 ? 0 : static_cast<double>(direct + part) / municipalities;
    }
    [[nodiscard]] double share_figure() const { return figure > 0 ? covered_figure / figure : 0; }
    [[nodiscard]] double share_area() const {
        return area_km2 > 0 ? covered_area_km2 / area_km2 : 0;
    }
};

struct CoverageTable {
    std::vector<CoverageRow> rows;
    CoverageRow total;  ///< over the denominator of the filter
};

/// Which wards count as municipalities: the choice of denominator.
enum class WardCount : std::uint8_t {
    special,  ///< the special wards of Tokyo, one each; designated cities whole: 1,741
    none,     ///< no ward: cities, towns and villages only: 1,718
    all,      ///< the wards of designated cities too, instead of their city
};
/// "special", "none", "all".
const std::string& key_of(WardCount wards);
std::optional<WardCount> find_ward_count(std::string_view key);

struct CoverageQuestion {
    Filter filter;
    CoverageBy by = CoverageBy::prefecture;
    Counting counting;
    /// Designated cities count as their wards; nullptr: as one municipality each. Areas and the
    /// user's figures stay those of the whole city.
    const CityWards* city_wards = nullptr;
    /// By year: each row holds the selections of its year and of all years before it (of those
    /// asked for). Ended projects of which only the number is known are in no row.
    bool cumulative = false;
    /// Places supposed to be selected too (indices): they count as direct in every row and total,
    /// but add no selection.
    std::vector<int> what_if = {};
    const Figures* figures = nullptr;  ///< the user's figure per place, to weight the shares
    /// Only these places (indices, ascending), e.g. those a reader chose: rows and denominators
    /// hold no others, and every row's selections are those that touch one of them. nullptr: all.
    const std::vector<int>* places = nullptr;
};

/// Raises the grade of supposed places to direct, without any hold.
void suppose(const std::vector<int>& what_if, std::vector<MunicipalityCoverage>& coverage);

/// The whole table. Prefectures of the filter limit rows and denominators.
CoverageTable coverage_table(const CoverageQuestion& question, const Catalogue& catalogue,
                             const std::vector<Selection>& selections, const Join& join);

}  // namespace miraimap
