// SPDX-License-Identifier: MIT
#include "geo/select/place_facts.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <map>
#include <utility>

namespace miraimap {
namespace {

template <typename Value>
bool has(const std::vector<Value>& values, const Value& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

template <typename Value>
void add_all(std::vector<Value>& to, const std::vector<Value>& values) {
    for (const Value& value : values) {
        const auto at = std::lower_bound(to.begin(), to.end(), value);
        if (at == to.end() || *at != value) {
            to.insert(at, value);
        }
    }
}

/// Whether a selection passed through its own year, not only through earlier ones.
bool own_year(const Passed& passed, const Selection& s, const Filter& filter) {
    if (filter.past && filter.years.empty()) {
        return false;
    }
    const bool in_years =
        filter.years.empty() ||
        std::any_of(filter.years.begin(), filter.years.end(),
                    [&](const YearRange& range) { return range.contains(s.fiscal_year); });
    return in_years && std::any_of(s.programmes.begin(), s.programmes.end(),
                                   [&](Programme p) { return has(passed.programmes, p); });
}

bool earlier_year(const Passed& passed, const Selection& s, const Filter& filter) {
    return filter.past && std::any_of(s.past.begin(), s.past.end(),
                                      [&](Programme p) { return has(passed.programmes, p); });
}

}  // namespace

std::vector<PlaceFacts> place_facts(const std::vector<MunicipalityCoverage>& coverage,
                                    const std::vector<Passed>& passed,
                                    const std::vector<Selection>& selections,
                                    const Filter& filter) {
    std::vector<PlaceFacts> all(coverage.size());
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        PlaceFacts& facts = all[i];
        bool named = false;
        for (const Hold& hold : coverage[i].holds) {
            if (hold.grade < Grade::part) {
                continue;
            }
            const Passed& p = passed[static_cast<std::size_t>(hold.passed)];
            const Selection& s = selections[static_cast<std::size_t>(p.selection)];
            named = true;
            facts.selections += p.counted ? 1 : 0;
            add_all(facts.programmes, p.programmes);
            add_all(facts.technologies, s.technologies);
            if (own_year(p, s, filter)) {
                facts.first_year =
                    std::min(facts.first_year.value_or(s.fiscal_year), s.fiscal_year);
            }
            facts.earlier = facts.earlier || earlier_year(p, s, filter);
            facts.printed_amount =
                facts.printed_amount || s.requested_thousand_yen || s.granted_thousand_yen;
        }
        if (named) {
            facts.selections = std::max(facts.selections, 1);
        }
    }
    return all;
}

std::vector<Possibility> possibilities(const Catalogue& catalogue, const Join& join,
                                       const std::vector<Passed>& passed) {
    std::vector<Possibility> all;
    for (std::size_t p = 0; p < passed.size(); ++p) {
        const std::vector<ResolvedPart>& parts =
            join.selections[static_cast<std::size_t>(passed[p].selection)].parts;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (parts[i].match != Match::ambiguous && parts[i].match != Match::not_a_municipality) {
                continue;
            }
            for (const Candidate& candidate : parts[i].candidates) {
                if (const std::optional<int> place = catalogue.find(candidate.code)) {
                    all.push_back({*place, static_cast<int>(p), static_cast<int>(i)});
                }
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Possibility& a, const Possibility& b) { return a.place < b.place; });
    return all;
}

std::vector<int> unresolved_places(const Catalogue& catalogue, const Join& join,
                                   const std::vector<Passed>& passed) {
    std::vector<int> places;
    for (const Possibility& possible : possibilities(catalogue, join, passed)) {
        if (places.empty() || places.back() != possible.place) {
            places.push_back(possible.place);
        }
    }
    return places;
}

std::vector<PlaceAmount> place_amounts(const Join& join, const std::vector<Passed>& passed,
                                       const std::vector<Selection>& selections, AmountKind kind) {
    std::map<std::pair<int, int>, PlaceAmount> by_body;
    for (std::size_t i = 0; i < passed.size(); ++i) {
        const auto index = static_cast<std::size_t>(passed[i].selection);
        const Selection& s = selections[index];
        const std::optional<std::int64_t>& amount =
            kind == AmountKind::granted ? s.granted_thousand_yen : s.requested_thousand_yen;
        if (!amount || !passed[i].counted) {
            continue;
        }
        std::pair<int, int> body{0, -1};
        for (const ResolvedPart& part : join.selections[index].parts) {
            if (part.municipality >= 0 || part.is_prefecture) {
                body = {part.prefecture_number, part.is_prefecture ? -1 : part.municipality};
                break;
            }
        }
        PlaceAmount& sum = by_body[body];
        sum.prefecture = body.first;
        sum.municipality = body.second;
        sum.thousand_yen += *amount;
        sum.passed.push_back(static_cast<int>(i));
    }
    std::vector<PlaceAmount> all;
    for (auto& [body, sum] : by_body) {
        all.push_back(std::move(sum));
    }
    std::stable_sort(all.begin(), all.end(), [](const PlaceAmount& a, const PlaceAmount& b) {
        return a.thousand_yen > b.thousand_yen;
    });
    return all;
}

}  // namespace miraimap
