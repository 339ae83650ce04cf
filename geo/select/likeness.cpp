// SPDX-License-Identifier: MIT
#include "geo/select/likeness.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "geo/error.hpp"

namespace miraimap {
namespace {

constexpr double half_score_km = 50;

struct CriterionRow {
    std::string key;
    Text name;
};

const std::array<CriterionRow, criterion_count>& criteria() {
    static const std::array<CriterionRow, criterion_count> rows{{
        {"technology", {"技術", "technology"}},
        {"distance", {"距離", "distance"}},
        {"kind", {"団体の種類", "kind"}},
        {"area", {"面積", "area"}},
        {"coast", {"海との関係", "coast"}},
        {"population", {"人口", "population"}},
    }};
    return rows;
}

[[noreturn]] void wrong_weight(std::string_view text, const Text& why) {
    std::string known;
    for (const CriterionRow& row : criteria()) {
        known += (known.empty() ? "" : " ") + row.key;
    }
    throw Error(ErrorKind::usage, "--weights",
                {"「" + std::string(text) + "」" + why.ja, "'" + std::string(text) + "' " + why.en},
                {"例: technology=3,distance=2（使える名前: " + known + "）",
                 "e.g. technology=3,distance=2 (known names: " + known + ")"});
}

void change_weight(std::string_view item, Weights& weights) {
    const std::size_t equals = item.find('=');
    const std::string_view key = item.substr(0, equals);
    const auto row = std::find_if(criteria().begin(), criteria().end(),
                                  [&](const CriterionRow& r) { return r.key == key; });
    if (row == criteria().end() || equals == std::string_view::npos) {
        wrong_weight(item, {"は重みではない", "is no weight"});
    }
    const std::string_view number = item.substr(equals + 1);
    double value = 0;
    const auto [end, problem] =
        std::from_chars(number.data(), number.data() + number.size(), value);
    const bool whole = problem == std::errc() && end == number.data() + number.size();
    if (!whole || !std::isfinite(value) || value < 0) {
        wrong_weight(item, {"の重みは 0 以上の数にする", "needs a number of at least 0"});
    }
    weights.of[static_cast<std::size_t>(row - criteria().begin())] = value;
}

double ratio(double a, double b) {
    const double larger = std::max(a, b);
    return larger > 0 ? std::min(a, b) / larger : 1;
}

}  // namespace

const std::string& key_of(Criterion criterion) {
    return criteria().at(static_cast<std::size_t>(criterion)).key;
}
const Text& name_of(Criterion criterion) {
    return criteria().at(static_cast<std::size_t>(criterion)).name;
}

void change_weights(std::string_view text, Weights& weights) {
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t end = std::min(text.find(',', from), text.size());
        change_weight(text.substr(from, end - from), weights);
        from = end + 1;
    }
    if (*std::max_element(weights.of.begin(), weights.of.end()) <= 0) {
        wrong_weight(text, {"では重みがすべて 0 になる", "leaves every weight at 0"});
    }
}

std::string to_text(const Weights& weights) {
    std::string text;
    for (std::size_t i = 0; i < weights.of.size(); ++i) {
        text += fmt::format("{}{}={}", i == 0 ? "" : ",", criteria()[i].key, weights.of[i]);
    }
    return text;
}

double Likeness::score(const Weights& weights) const {
    double sum = 0;
    double all = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (part[i]) {
            sum += *part[i] * weights.of[i];
            all += weights.of[i];
        }
    }
    return all > 0 ? sum / all : 0;
}

Likeness likeness_of(LikenessContext& context, int a, int b, double boundary_km,
                     const Selection* selection) {
    const auto ia = static_cast<std::size_t>(a);
    const auto ib = static_cast<std::size_t>(b);
    const Municipality& here = context.catalogue.municipalities[ia];
    const Municipality& there = context.catalogue.municipalities[ib];
    const std::vector<Shore>& shores = context.neighbourhood.shores();
    Likeness likeness;
    const auto set = [&](Criterion criterion, double value) {
        likeness.part[static_cast<std::size_t>(criterion)] = value;
    };
    if (selection != nullptr && !context.technologies.empty()) {
        const auto& has = selection->technologies;
        const auto common = std::count_if(
            context.technologies.begin(), context.technologies.end(),
            [&](Technology t) { return std::find(has.begin(), has.end(), t) != has.end(); });
        set(Criterion::technology,
            static_cast<double>(common) / static_cast<double>(context.technologies.size()));
    }
    set(Criterion::distance, 1 / (1 + boundary_km / half_score_km));
    set(Criterion::kind, here.kind == there.kind ? 1 : 0);
    set(Criterion::area, ratio(here.area_km2, there.area_km2));
    set(Criterion::coast, shores[ia] == shores[ib] ? 1 : 0);
    if (context.population != nullptr && (*context.population)[ia] && (*context.population)[ib]) {
        set(Criterion::population,
            std::max(0.0, ratio(*(*context.population)[ia], *(*context.population)[ib])));
    }
    return likeness;
}

const Text& name_of(BodyKind kind) {
    static const std::array<Text, 7> names{{{"政令指定都市", "designated city"},
                                            {"市", "city"},
                                            {"特別区", "special ward"},
                                            {"町", "town"},
                                            {"村", "village"},
                                            {"北方領土", "Northern Territories"},
                                            {"所属未定地", "unassigned land"}}};
    return names.at(static_cast<std::size_t>(kind));
}

Text in_words(const Likeness& likeness, const Weights& weights) {
    Text text;
    for (std::size_t i = 0; i < likeness.part.size(); ++i) {
        if (!likeness.part[i] || weights.of[i] <= 0) {
            continue;
        }
        const char* plus = text.ja.empty() ? "" : " + ";
        text.ja += fmt::format("{}{} {:.2f}×{}", plus, criteria()[i].name.ja, *likeness.part[i],
                               weights.of[i]);
        text.en += fmt::format("{}{} {:.2f}×{}", plus, criteria()[i].name.en, *likeness.part[i],
                               weights.of[i]);
    }
    return text;
}

}  // namespace miraimap
