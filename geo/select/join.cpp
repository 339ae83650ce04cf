// SPDX-License-Identifier: MIT
#include "geo/select/join.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace miraimap {
namespace {

/// "01233 伊達市（北海道）、07213 伊達市（福島県）".
std::string list_candidates(const std::vector<Candidate>& candidates) {
    std::string all;
    for (const Candidate& c : candidates) {
        const bool prefecture = c.name == c.prefecture || c.prefecture.empty();
        all += fmt::format("{}{} {}{}", all.empty() ? "" : "、", c.code, c.name,
                           prefecture ? "" : "（" + c.prefecture + "）");
    }
    return all;
}

/// Severity and stable code of what is worth saying about a match; no code: nothing is.
struct Kind {
    Severity severity;
    std::string code;
    Text verdict;
};

const Kind& kind_of(Match match) {
    static const std::array<Kind, 5> kinds{{
        {Severity::note, "", {}},
        {Severity::note, "name-inferred", {"推定して当てた", "inferred"}},
        {Severity::error, "name-ambiguous", {"複数の団体に当たる", "fits several bodies"}},
        {Severity::note, "name-not-a-municipality", {"市区町村ではない", "is not a municipality"}},
        {Severity::error, "name-unknown", {"どの団体にも当たらない", "fits no body"}},
    }};
    return kinds.at(static_cast<std::size_t>(match));
}

void add_finding(const Selection& selection, const ResolvedPart& part, Findings& findings) {
    const Kind& kind = kind_of(part.match);
    if (kind.code.empty()) {
        return;
    }
    Finding finding;
    finding.severity = kind.severity;
    finding.code = kind.code;
    finding.where = fmt::format("{}:{} {}", selection.table, selection.table_row, selection.id);
    const std::string body = part.code.empty() ? "" : " " + part.code + " " + part.name;
    finding.text = {
        fmt::format("「{}」は{}{}: {}", part.part, kind.verdict.ja, body, part.reason.ja),
        fmt::format("{}: {}{}: {}", part.part, kind.verdict.en, body, part.reason.en)};
    if (!part.candidates.empty()) {
        const std::string candidates = list_candidates(part.candidates);
        finding.text.ja += fmt::format("。候補: {}", candidates);
        finding.text.en += fmt::format("; candidates: {}", candidates);
    }
    findings.push_back(std::move(finding));
}

void add_once(std::vector<std::string>& list, const std::string& item) {
    if (std::find(list.begin(), list.end(), item) == list.end()) {
        list.push_back(item);
    }
}

Scope scope_of(const JoinedSelection& joined) {
    std::vector<const ResolvedPart*> resolved;
    for (const ResolvedPart& part : joined.parts) {
        if (!part.code.empty()) {
            resolved.push_back(&part);
        }
    }
    const auto all = [&](const auto& test) {
        return std::all_of(resolved.begin(), resolved.end(),
                           [&](const ResolvedPart* part) { return test(*part); });
    };
    if (resolved.empty()) {
        return Scope::unresolved;
    }
    if (all([](const ResolvedPart& part) { return part.is_prefecture; })) {
        return Scope::prefecture;
    }
    if (all([](const ResolvedPart& part) { return part.only_part && !part.is_prefecture; })) {
        return Scope::part;
    }
    return joined.codes.size() > 1 ? Scope::joint : Scope::municipality;
}

}  // namespace

const std::string& key_of(Scope scope) {
    static const std::array<std::string, 5> keys{"municipality", "joint", "part", "prefecture",
                                                 "unresolved"};
    return keys.at(static_cast<std::size_t>(scope));
}

const Text& name_of(Scope scope) {
    static const std::array<Text, 5> names{{{"市区町村", "municipality"},
                                            {"共同", "joint"},
                                            {"一部の地区", "part of a municipality"},
                                            {"都道府県", "prefecture"},
                                            {"未確定", "unresolved"}}};
    return names.at(static_cast<std::size_t>(scope));
}

Join join_selections(const std::vector<Selection>& selections, const Resolver& resolver) {
    Join join;
    join.selections.reserve(selections.size());
    for (const Selection& selection : selections) {
        JoinedSelection joined;
        joined.parts = resolver.resolve(selection.area_text);
        for (const ResolvedPart& part : joined.parts) {
            if (!part.code.empty()) {
                add_once(joined.codes, part.code);
            }
            for (const std::string& district : part.districts) {
                add_once(joined.districts, district);
            }
            add_finding(selection, part, join.findings);
        }
        joined.scope = scope_of(joined);
        join.selections.push_back(std::move(joined));
    }
    return join;
}

}  // namespace miraimap
