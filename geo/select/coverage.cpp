// SPDX-License-Identifier: MIT
#include "geo/select/coverage.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>
#include <set>

#include "geo/place/prefecture.hpp"
#include "geo/select/ward_grades.hpp"

namespace miraimap {
namespace {

struct GradeRow {
    std::string key;
    Text name;
};

const std::array<GradeRow, 4>& grade_rows() {
    static const std::array<GradeRow, 4> rows{{
        {"none", {"選定なし", "Not selected"}},
        {"prefecture", {"都道府県のみ選定", "Only its prefecture selected"}},
        {"part", {"一部のみ選定", "Only a part selected"}},
        {"direct", {"選定", "Selected"}},
    }};
    return rows;
}

/// What a selection holds: municipalities with grades, and whole prefectures.
struct Reach {
    std::vector<std::pair<int, Grade>> municipalities;
    std::vector<int> prefectures;
};

Reach reach_of(const JoinedSelection& joined) {
    Reach reach;
    for (const ResolvedPart& part : joined.parts) {
        if (part.is_prefecture && !part.code.empty()) {
            reach.prefectures.push_back(part.prefecture_number);
        } else if (part.municipality >= 0) {
            reach.municipalities.emplace_back(part.municipality,
                                              part.only_part ? Grade::part : Grade::direct);
        }
    }
    return reach;
}

void hold(MunicipalityCoverage& place, int passed, Grade grade, bool counted) {
    place.grade = std::max(place.grade, grade);
    if (!place.holds.empty() && place.holds.back().passed == passed) {
        place.holds.back().grade = std::max(place.holds.back().grade, grade);
        return;
    }
    place.holds.push_back({passed, grade});
    place.selections += counted ? 1 : 0;
}

/// Collects one table: which municipalities are in the denominator and what each row adds up.
class TableMaker {
public:
    TableMaker(const CoverageQuestion& question, const Catalogue& catalogue,
               const std::vector<Selection>& selections, const Join& join)
        : question_(question), catalogue_(catalogue), selections_(selections), join_(join) {}

    CoverageTable make() {
        table_.total = whole_row(question_.filter, "total", {"計", "Total"});
        switch (question_.by) {
            case CoverageBy::prefecture:
            case CoverageBy::region:
            case CoverageBy::municipality:
                by_place();
                break;
            case CoverageBy::programme:
                by_programme();
                break;
            case CoverageBy::technology:
                by_technology();
                break;
            case CoverageBy::year:
                by_year();
                break;
        }
        return std::move(table_);
    }

private:
    [[nodiscard]] bool in_denominator(std::size_t place) const {
        const Municipality& m = catalogue_.municipalities[place];
        const auto& only = question_.filter.prefectures;
        return is_counted(m, question_.counting) &&
               (only.empty() || std::find(only.begin(), only.end(), m.prefecture) != only.end()) &&
               (question_.places == nullptr ||
                std::binary_search(question_.places->begin(), question_.places->end(),
                                   static_cast<int>(place)));
    }

    /// Adds the counted selections that hold a place.
    static void add_touching(const MunicipalityCoverage& coverage,
                             const std::vector<Passed>& passed, std::set<int>& touching) {
        for (const Hold& h : coverage.holds) {
            if (passed[static_cast<std::size_t>(h.passed)].counted) {
                touching.insert(h.passed);
            }
        }
    }

    [[nodiscard]] std::vector<MunicipalityCoverage> supposed_cover(
        const std::vector<Passed>& passed) const {
        std::vector<MunicipalityCoverage> coverage = cover(catalogue_, join_, passed);
        suppose(question_.what_if, coverage);
        return coverage;
    }

    void add_figure(CoverageRow& row, std::size_t place, Grade grade) const {
        if (question_.figures == nullptr) {
            return;
        }
        const std::optional<double>& figure = (*question_.figures)[place];
        row.without_figure += figure ? 0 : 1;
        row.figure += figure.value_or(0);
        row.covered_figure += grade >= Grade::part ? figure.value_or(0) : 0;
    }

    /// How many of what a place counts as have which grade: itself, or its wards.
    [[nodiscard]] WardGrades grades_of(std::size_t place, const MunicipalityCoverage& coverage,
                                       const std::vector<Passed>& passed) const {
        if (question_.city_wards != nullptr && !(*question_.city_wards)[place].empty()) {
            return ward_grades(static_cast<int>(place), (*question_.city_wards)[place], coverage,
                               passed, join_);
        }
        WardGrades one{};
        one[static_cast<std::size_t>(coverage.grade)] = 1;
        return one;
    }

    void add(CoverageRow& row, std::size_t place, const MunicipalityCoverage& coverage,
             const std::vector<Passed>& passed) const {
        const Municipality& m = catalogue_.municipalities[place];
        add_figure(row, place, coverage.grade);
        row.area_km2 += m.area_km2;
        const WardGrades grades = grades_of(place, coverage, passed);
        const auto of = [&](Grade grade) { return grades[static_cast<std::size_t>(grade)]; };
        row.municipalities += std::accumulate(grades.begin(), grades.end(), 0);
        row.direct += of(Grade::direct);
        row.part += of(Grade::part);
        row.prefecture_only += of(Grade::prefecture);
        row.uncovered += of(Grade::none);
        if (coverage.grade >= Grade::part) {
            row.covered_area_km2 += m.area_km2;
        }
    }

    /// One row over the whole denominator for a filter.
    CoverageRow whole_row(const Filter& filter, std::string key, Text name) {
        return row_of(apply_filter(filter, selections_, join_), std::move(key), std::move(name));
    }

    /// One row over the whole denominator for selections that passed.
    CoverageRow row_of(const std::vector<Passed>& passed, std::string key, Text name) {
        CoverageRow row;
        row.key = std::move(key);
        row.name = std::move(name);
        const std::vector<MunicipalityCoverage> coverage = supposed_cover(passed);
        std::set<int> touching;
        for (std::size_t i = 0; i < coverage.size(); ++i) {
            if (in_denominator(i)) {
                add(row, i, coverage[i], passed);
                add_touching(coverage[i], passed, touching);
            }
        }
        // Of all places: also those whose place nobody knows.
        row.selections =
            question_.places != nullptr
                ? static_cast<int>(touching.size())
                : static_cast<int>(std::count_if(passed.begin(), passed.end(),
                                                 [](const Passed& p) { return p.counted; }));
        return row;
    }

    [[nodiscard]] int place_row(const Municipality& m, std::size_t index) const {
        switch (question_.by) {
            case CoverageBy::prefecture:
                return m.prefecture - 1;
            case CoverageBy::region:
                return prefectures().at(static_cast<std::size_t>(m.prefecture - 1)).region;
            default:
                return static_cast<int>(index);
        }
    }

    [[nodiscard]] std::vector<CoverageRow> empty_place_rows() const {
        std::vector<CoverageRow> rows;
        const auto row = [](std::string key, Text name) {
            CoverageRow r;
            r.key = std::move(key);
            r.name = std::move(name);
            return r;
        };
        if (question_.by == CoverageBy::prefecture) {
            for (const Prefecture& p : prefectures()) {
                rows.push_back(row(p.code, p.name));
            }
        } else if (question_.by == CoverageBy::region) {
            for (const Region& r : regions()) {
                rows.push_back(row(r.key, r.name));
            }
        } else {
            for (const Municipality& m : catalogue_.municipalities) {
                rows.push_back(row(m.code, {m.name_ja, m.name_en.empty() ? m.name_ja : m.name_en}));
            }
        }
        return rows;
    }

    void by_place() {
        const std::vector<Passed> passed = apply_filter(question_.filter, selections_, join_);
        const std::vector<MunicipalityCoverage> coverage = supposed_cover(passed);
        std::vector<CoverageRow> rows = empty_place_rows();
        std::vector<std::set<int>> touching(rows.size());
        for (std::size_t i = 0; i < coverage.size(); ++i) {
            const Municipality& m = catalogue_.municipalities[i];
            if (!in_denominator(i)) {
                continue;
            }
            const auto r = static_cast<std::size_t>(place_row(m, i));
            add(rows[r], i, coverage[i], passed);
            add_touching(coverage[i], passed, touching[r]);
        }
        for (std::size_t r = 0; r < rows.size(); ++r) {
            rows[r].selections = static_cast<int>(touching[r].size());
            if (rows[r].municipalities > 0) {
                table_.rows.push_back(std::move(rows[r]));
            }
        }
    }

    void by_programme() {
        for (int i = 0; i < programme_count; ++i) {
            const auto programme = static_cast<Programme>(i);
            const auto& wanted = question_.filter.programmes;
            if (!wanted.empty() &&
                std::find(wanted.begin(), wanted.end(), programme) == wanted.end()) {
                continue;
            }
            Filter one = question_.filter;
            one.programmes = {programme};
            table_.rows.push_back(whole_row(one, key_of(programme), name_of(programme)));
        }
    }

    void by_technology() {
        for (int i = 0; i < technology_count; ++i) {
            const auto technology = static_cast<Technology>(i);
            const auto& wanted = question_.filter.technologies;
            const bool asked = wanted.empty() || question_.filter.match == TechnologyMatch::none ||
                               std::find(wanted.begin(), wanted.end(), technology) != wanted.end();
            if (!asked) {
                continue;
            }
            // The row holds the selections that pass the whole filter and name this technology.
            std::vector<Passed> passed = apply_filter(question_.filter, selections_, join_);
            std::erase_if(passed, [&](const Passed& p) {
                const auto& named = selections_[static_cast<std::size_t>(p.selection)].technologies;
                return std::find(named.begin(), named.end(), technology) == named.end();
            });
            table_.rows.push_back(row_of(passed, key_of(technology), name_of(technology)));
        }
    }

    /// The part of the years asked for that is not after `year`.
    static std::vector<YearRange> years_up_to(int year, const std::vector<YearRange>& asked) {
        if (asked.empty()) {
            return {{0, year}};
        }
        std::vector<YearRange> ranges;
        for (const YearRange& range : asked) {
            if (range.first <= year) {
                ranges.push_back({range.first, std::min(range.last, year)});
            }
        }
        return ranges;
    }

    void by_year() {
        std::set<int> years;
        for (const Selection& s : selections_) {
            years.insert(s.fiscal_year);
        }
        const Filter& all = question_.filter;
        for (const int year : years) {
            const bool asked =
                all.years.empty()
                    ? !all.past
                    : std::any_of(all.years.begin(), all.years.end(),
                                  [&](const YearRange& range) { return range.contains(year); });
            if (asked) {
                Filter one = all;
                one.past = false;
                one.years = {{year, year}};
                if (question_.cumulative) {
                    one.years = years_up_to(year, all.years);
                }
                table_.rows.push_back(whole_row(one, year_key(year), year_name(year)));
            }
        }
        if (all.past) {
            Filter one = all;
            one.years.clear();
            table_.rows.push_back(whole_row(
                one, "past", {"過年度選定（年度の印刷なし）", "Earlier (year not printed)"}));
        }
    }

    const CoverageQuestion& question_;
    const Catalogue& catalogue_;
    const std::vector<Selection>& selections_;
    const Join& join_;
    CoverageTable table_;
};

}  // namespace

const std::string& key_of(Grade grade) {
    return grade_rows().at(static_cast<std::size_t>(grade)).key;
}

const std::string& key_of(WardCount wards) {
    static const std::array<std::string, 3> keys{"special", "none", "all"};
    return keys.at(static_cast<std::size_t>(wards));
}

std::optional<WardCount> find_ward_count(std::string_view key) {
    for (const WardCount wards : {WardCount::special, WardCount::none, WardCount::all}) {
        if (key_of(wards) == key) {
            return wards;
        }
    }
    return std::nullopt;
}

const Text& name_of(Grade grade) { return grade_rows().at(static_cast<std::size_t>(grade)).name; }

std::vector<MunicipalityCoverage> cover(const Catalogue& catalogue, const Join& join,
                                        const std::vector<Passed>& passed) {
    std::vector<MunicipalityCoverage> coverage(catalogue.municipalities.size());
    for (std::size_t p = 0; p < passed.size(); ++p) {
        const auto index = static_cast<int>(p);
        const Reach reach =
            reach_of(join.selections[static_cast<std::size_t>(passed[p].selection)]);
        for (const auto& [municipality, grade] : reach.municipalities) {
            hold(coverage[static_cast<std::size_t>(municipality)], index, grade, passed[p].counted);
        }
        if (reach.prefectures.empty()) {
            continue;
        }
        for (std::size_t i = 0; i < coverage.size(); ++i) {
            const Municipality& m = catalogue.municipalities[i];
            const bool inside = m.kind != BodyKind::unassigned &&
                                std::find(reach.prefectures.begin(), reach.prefectures.end(),
                                          m.prefecture) != reach.prefectures.end();
            if (inside) {
                hold(coverage[i], index, Grade::prefecture, passed[p].counted);
            }
        }
    }
    return coverage;
}

void suppose(const std::vector<int>& what_if, std::vector<MunicipalityCoverage>& coverage) {
    for (const int place : what_if) {
        coverage[static_cast<std::size_t>(place)].grade = Grade::direct;
    }
}

CoverageTable coverage_table(const CoverageQuestion& question, const Catalogue& catalogue,
                             const std::vector<Selection>& selections, const Join& join) {
    return TableMaker(question, catalogue, selections, join).make();
}

}  // namespace miraimap
