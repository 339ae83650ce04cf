// SPDX-License-Identifier: MIT
#include "geo/select/ward_grades.hpp"

#include <algorithm>

namespace miraimap {
namespace {

/// Raises the ward that a district names, or one that nothing has raised yet.
void raise_by(const std::string& district, const std::vector<std::string>& wards,
              std::vector<Grade>& grades) {
    for (std::size_t w = 0; w < wards.size(); ++w) {
        if (district.starts_with(wards[w])) {
            grades[w] = std::max(grades[w], district == wards[w] ? Grade::direct : Grade::part);
            return;
        }
    }
    const auto low =
        std::find_if(grades.begin(), grades.end(), [](Grade grade) { return grade < Grade::part; });
    if (low != grades.end()) {
        *low = Grade::part;
    }
}

}  // namespace

WardGrades ward_grades(int place, const std::vector<std::string>& wards,
                       const MunicipalityCoverage& coverage, const std::vector<Passed>& passed,
                       const Join& join) {
    // What holds the city as a whole holds each of its wards.
    Grade whole = coverage.grade == Grade::direct ? Grade::direct : Grade::none;
    for (const Hold& hold : coverage.holds) {
        whole = hold.grade == Grade::part ? whole : std::max(whole, hold.grade);
    }
    std::vector<Grade> grades(wards.size(), whole);
    for (const Hold& hold : coverage.holds) {
        if (hold.grade != Grade::part || whole == Grade::direct) {
            continue;
        }
        const Passed& through = passed[static_cast<std::size_t>(hold.passed)];
        for (const ResolvedPart& part :
             join.selections[static_cast<std::size_t>(through.selection)].parts) {
            if (part.municipality != place || !part.only_part) {
                continue;
            }
            for (const std::string& district : part.districts) {
                raise_by(district, wards, grades);
            }
        }
    }
    WardGrades count{};
    for (const Grade grade : grades) {
        ++count[static_cast<std::size_t>(grade)];
    }
    return count;
}

}  // namespace miraimap
