// SPDX-License-Identifier: MIT
#include "geo/select/links.hpp"

#include <algorithm>

namespace miraimap {
namespace {

bool has(const std::vector<Programme>& programmes, Programme wanted) {
    return std::find(programmes.begin(), programmes.end(), wanted) != programmes.end();
}

bool share_a_code(const JoinedSelection& a, const JoinedSelection& b) {
    return std::any_of(a.codes.begin(), a.codes.end(), [&](const std::string& code) {
        return std::find(b.codes.begin(), b.codes.end(), code) != b.codes.end();
    });
}

/// The mirai row of `s`'s own year (or, for past marks, of an earlier one) naming the same place.
int find_listed(const std::vector<Selection>& selections, const Join& join, std::size_t row,
                bool earlier) {
    const Selection& s = selections[row];
    for (std::size_t i = 0; i < selections.size(); ++i) {
        const Selection& other = selections[i];
        const bool year_fits =
            earlier ? other.fiscal_year < s.fiscal_year : other.fiscal_year == s.fiscal_year;
        if (other.source == Source::mirai && year_fits &&
            share_a_code(join.selections[row], join.selections[i])) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

}  // namespace

Findings link_starred_rows(std::vector<Selection>& selections, const Join& join) {
    Findings findings;
    for (std::size_t i = 0; i < selections.size(); ++i) {
        Selection& s = selections[i];
        if (s.source != Source::smartcity) {
            continue;
        }
        const auto link = [&](const std::vector<Programme>& marks, bool earlier) {
            if (!has(marks, Programme::mirai)) {
                return -1;
            }
            const int found = find_listed(selections, join, i, earlier);
            if (found < 0) {
                findings.push_back(
                    {Severity::error,
                     "star-without-listed-selection",
                     s.table + ":" + std::to_string(s.table_row) + " " + s.id,
                     {"☆があるのに、未来技術社会実装事業の一覧に同じ団体の選定がない: " +
                          s.area_text,
                      "marked ☆, but the list has no selection of the same body: " + s.area_text}});
            }
            return found;
        };
        s.linked = link(s.programmes, false);
        s.past_linked = link(s.past, true);
    }
    return findings;
}

}  // namespace miraimap
