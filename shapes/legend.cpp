// SPDX-License-Identifier: MIT
#include "shapes/legend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>

#include "shapes/legend_classifier.hpp"
#include "shapes/style_modes.hpp"

namespace miraimap {

namespace {

const std::string not_counted_key = "not-counted";

std::size_t class_of_grade(Grade grade) {
    switch (grade) {
        case Grade::direct:
            return 0;
        case Grade::part:
            return 1;
        case Grade::prefecture:
            return 2;
        case Grade::none:
            break;
    }
    return 3;
}

/// "1,234 – 5,678"; one number if both are the same.
std::string range_text(double low, double high) {
    return low == high ? figure_text(low) : figure_text(low) + " – " + figure_text(high);
}

ClassStyle selected_style(Theme theme) {
    const ClassStyle& direct = grade_classes(theme).front();
    return {"selected",          {"選定・一部選定", "Selected, also in part"},
            direct.fill,         direct.hatch,
            direct.hatch_colour, {"選定", "Selected"}};
}

/// Steps of a way: the name of each and the largest value it holds.
struct WayStep {
    std::string key;
    Text name;
    double most = 0;
};

/// The words of one way of measuring.
struct WayWords {
    Text no_way;
    Text unselected;  ///< heading of the steps
};

/// Places that are not selected by the length of their way; those of which only the prefecture is
/// selected, and unresolved ones, are counted apart and hold their step too.
/// @param way_of  of a place: how far to the nearest selected place; empty: no way
template <typename WayOf>
Classification classify_ways(const Catalogue& catalogue,
                             const std::vector<MunicipalityCoverage>& coverage,
                             const std::vector<WayStep>& steps, const WayWords& words,
                             const LegendQuestion& question, const WayOf& way_of) {
    Classifier classifier(question);
    classifier.add(selected_style(question.theme));
    for (std::size_t i = 0; i < steps.size(); ++i) {
        classifier.add(step_style(steps[i].key, steps[i].name, distance_steps(question.theme)[i]));
    }
    const std::size_t no_way = classifier.classes();
    ClassStyle nothing = nothing_class(question.theme);
    nothing.name = words.no_way;
    classifier.add(nothing);
    const std::size_t prefecture = classifier.classes();
    classifier.add(grade_classes(question.theme)[2]);
    const auto step_of = [&](std::size_t i) -> std::size_t {
        const std::optional<double> way = way_of(i);
        if (!way) {
            return no_way;
        }
        const auto at = std::find_if(steps.begin(), steps.end(),
                                     [&](const WayStep& s) { return *way <= s.most; });
        return static_cast<std::size_t>(at - steps.begin()) + 1;
    };
    Classification result = classifier.run(
        catalogue, true,
        [&](std::size_t i) -> std::size_t {
            const Grade grade = coverage[i].grade;
            return grade >= Grade::part ? 0 : grade == Grade::prefecture ? prefecture : step_of(i);
        },
        {1, no_way});
    result.several_of.resize(coverage.size());
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        const int own = result.class_of[i];
        const std::string& key = result.legend[static_cast<std::size_t>(own)].style.key;
        const std::size_t step = step_of(i);
        if (step != no_way &&
            (own == static_cast<int>(prefecture) || key == unresolved_class(question.theme).key)) {
            result.several_of[i] = {static_cast<int>(step), own};
            ++result.legend[step].among;
        }
    }
    for (std::size_t c = 1; c <= no_way; ++c) {
        LegendEntry& entry = result.legend[c];
        entry.group = words.unselected;
        entry.among_in = {"「都道府県のみ」など", "as prefecture only"};
    }
    result.legend[no_way].listed = result.legend[no_way].count > 0;
    return result;
}

}  // namespace

std::string legend_words(const LegendEntry& entry, Lang lang) {
    std::string words = entry.style.name.in(lang);
    const std::string& symbol = entry.symbol.in(lang);
    if (!symbol.empty() && symbol != words) {
        words += lang == Lang::ja ? "［" + symbol + "］" : " [" + symbol + "]";
    }
    if (entry.among > 0) {
        words += fmt::format(fmt::runtime(lang == Lang::ja ? "（ほか{1}に {0}）" : " (+{0} {1})"),
                             with_thousands(entry.among), entry.among_in.in(lang));
    }
    return words;
}

Text among_note(const std::vector<LegendEntry>& legend) {
    const auto entry = std::find_if(legend.begin(), legend.end(),
                                    [](const LegendEntry& e) { return e.listed && e.among > 0; });
    if (entry == legend.end()) {
        return {};
    }
    return {"(+n)：" + entry->among_in.ja + "に数えた分", "(+n): counted " + entry->among_in.en};
}

std::vector<std::size_t> group_from(const std::vector<LegendEntry>& legend, std::size_t i) {
    std::vector<std::size_t> members;
    const auto belongs = [&](std::size_t other) {
        return legend[other].listed && !legend[i].group.ja.empty() &&
               legend[other].group.ja == legend[i].group.ja;
    };
    for (std::size_t before = 0; before < i; ++before) {
        if (belongs(before)) {
            return members;
        }
    }
    for (std::size_t at = i; at < legend.size(); ++at) {
        if (belongs(at)) {
            members.push_back(at);
        }
    }
    return members;
}

int count_of(const std::vector<LegendEntry>& legend, const std::vector<std::size_t>& entries) {
    int count = 0;
    for (const std::size_t entry : entries) {
        count += legend[entry].count;
    }
    return count;
}

Text circles_in_words(const CircleLegend& circles) {
    const std::string total = figure_text(static_cast<double>(circles.total_thousand_yen));
    return {fmt::format("{}（円の面積）: {} 件の合計 {} 千円", circles.title.ja, circles.selections,
                        total),
            fmt::format("{} (area of circles): JPY {} thousand in {} selections", circles.title.en,
                        total, circles.selections)};
}

std::string with_thousands(int number) {
    std::string digits = std::to_string(number);
    const std::ptrdiff_t first = number < 0 ? 1 : 0;
    for (std::ptrdiff_t at = std::ssize(digits) - 3; at > first; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

std::string figure_text(double number) {
    const double whole = std::trunc(number);
    constexpr double most_exact = 1e15;
    if (std::abs(number) >= most_exact) {
        return fmt::format("{:.6g}", number);
    }
    const double shown = std::round(number * 100) / 100;
    std::string decimals = fmt::format("{:.2f}", std::abs(shown - std::trunc(shown)));
    while (decimals.back() == '0' || decimals.back() == '.') {
        const bool point = decimals.back() == '.';
        decimals.pop_back();
        if (point || decimals.empty()) {
            break;
        }
    }
    std::string digits = std::to_string(static_cast<long long>(std::abs(std::trunc(shown))));
    for (std::ptrdiff_t at = std::ssize(digits) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    const bool has_decimals = decimals.size() > 1;
    return (whole < 0 || shown < 0 ? "-" : "") + digits + (has_decimals ? decimals.substr(1) : "");
}

Classification classify_coverage(const Catalogue& catalogue,
                                 const std::vector<MunicipalityCoverage>& coverage,
                                 const LegendQuestion& question) {
    assert(coverage.size() == catalogue.municipalities.size());
    Classifier classifier(question);
    const std::vector<ClassStyle>& styles = grade_classes(question.theme);
    for (std::size_t i = 0; i + 1 < styles.size(); ++i) {
        classifier.add(styles[i]);
    }
    return classifier.run(catalogue, true,
                          [&](std::size_t i) { return class_of_grade(coverage[i].grade); }, {3, 3});
}

Classification classify_figures(const Catalogue& catalogue, const Figures& figures,
                                const std::string& name, BreakRule rule,
                                const LegendQuestion& question) {
    assert(figures.size() == catalogue.municipalities.size());
    Classifier classifier(question);
    const std::vector<Colour>& steps = figure_steps(question.theme);
    std::vector<double> numbers;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (figures[i] && classifier.counted(catalogue.municipalities[i])) {
            numbers.push_back(*figures[i]);
        }
    }
    const std::vector<double> breaks = class_breaks(numbers, static_cast<int>(steps.size()), rule);
    std::vector<std::pair<double, double>> ends;
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        // An empty class (equal intervals) is named by its interval.
        ends.emplace_back(breaks[i], i == 0 ? breaks[i] : breaks[i - 1]);
    }
    for (const double number : numbers) {
        auto& [low, high] = ends[static_cast<std::size_t>(class_of_number(number, breaks))];
        low = std::min(low, number);
        high = std::max(high, number);
    }
    for (std::size_t i = 0; i < breaks.size(); ++i) {
        // Fewer classes than steps keep both ends of the scale.
        const std::size_t step =
            breaks.size() == 1 ? steps.size() - 1 : i * (steps.size() - 1) / (breaks.size() - 1);
        const std::string range = range_text(ends[i].first, ends[i].second);
        classifier.add(step_style("figure-" + std::to_string(i + 1), {range, range}, steps[step]));
    }
    classifier.add(nothing_class(question.theme));
    Classification result = classifier.run(
        catalogue, false,
        [&](std::size_t i) {
            return figures[i] ? static_cast<std::size_t>(class_of_number(*figures[i], breaks))
                              : breaks.size();
        },
        {});
    result.colour = MapColour::figure;
    const auto classes = static_cast<int>(breaks.size());
    result.title = {fmt::format("{}（{} {} 階級）", name, name_of(rule).ja, classes),
                    fmt::format("{} ({}, {} classes)", name, name_of(rule).en, classes)};
    return result;
}

Classification classify_distances(const Catalogue& catalogue,
                                  const std::vector<MunicipalityCoverage>& coverage,
                                  const std::vector<Nearness>& nearness,
                                  const LegendQuestion& question) {
    constexpr double endless = std::numeric_limits<double>::infinity();
    static const std::vector<WayStep> steps{
        {"km-0", {"接する（0 km）", "Touching (0 km)"}, 0},
        {"km-10", {"10 km 以内", "Up to 10 km"}, 10},
        {"km-25", {"25 km 以内", "Up to 25 km"}, 25},
        {"km-50", {"50 km 以内", "Up to 50 km"}, 50},
        {"km-100", {"100 km 以内", "Up to 100 km"}, 100},
        {"km-more", {"100 km 超", "Over 100 km"}, endless},
    };
    Classification result = classify_ways(
        catalogue, coverage, steps,
        {{"選定がない", "Nothing selected"}, {"選定なし（距離別）", "Not selected, by distance"}},
        question, [&](std::size_t i) {
            const NearPlace& near = nearness[i].boundary;
            return near.place < 0 ? std::nullopt : std::optional(near.distance_km);
        });
    result.colour = MapColour::distance;
    result.title = {"最寄りの選定までの距離（境界間）", "Distance to the nearest selected place"};
    return result;
}

Classification classify_borders(const Catalogue& catalogue,
                                const std::vector<MunicipalityCoverage>& coverage,
                                const std::vector<Nearness>& nearness,
                                const LegendQuestion& question) {
    constexpr double endless = std::numeric_limits<double>::infinity();
    static const std::vector<WayStep> steps{
        {"borders-1", {"境界 1 つ（隣）", "1 border (next to it)"}, 1},
        {"borders-2", {"境界 2 つ", "2 borders"}, 2},
        {"borders-3", {"境界 3 つ", "3 borders"}, 3},
        {"borders-4", {"境界 4 つ", "4 borders"}, 4},
        {"borders-6", {"境界 5–6", "5–6 borders"}, 6},
        {"borders-more", {"境界 7 以上", "7 borders or more"}, endless},
    };
    Classification result = classify_ways(
        catalogue, coverage, steps,
        {{"陸ではたどれない", "No way by borders"},
         {"選定なし（境界の数別）", "Not selected, by borders"}},
        question, [&](std::size_t i) {
            const int borders = nearness[i].borders;
            return borders < 0 ? std::nullopt : std::optional(static_cast<double>(borders));
        });
    result.colour = MapColour::borders;
    result.title = {"最寄りの選定までの境界の数", "Borders to the nearest selected place"};
    return result;
}

Text denominator_note(const Catalogue& catalogue, const Classification& classification,
                      const LegendQuestion& question) {
    const std::string number = with_thousands(classification.counted);
    const bool wards = question.counting.special_wards;
    Text note{"分母は" + number +
                  (wards ? "市区町村（特別区を含み、政令指定都市は1市と数える）。"
                         : "市町村（特別区を除き、政令指定都市は1市と数える）。"),
              "Denominator: " + number + " municipalities (special wards " +
                  (wards ? "included" : "left out") + ", designated cities whole)."};
    bool territories = false;
    bool unassigned = false;
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        const auto index = static_cast<std::size_t>(classification.class_of[i]);
        if (classification.legend[index].style.key == not_counted_key) {
            const BodyKind kind = catalogue.municipalities[i].kind;
            territories = territories || kind == BodyKind::northern_territories;
            unassigned = unassigned || kind == BodyKind::unassigned;
        }
    }
    if (question.counting.northern_territories) {
        note.ja += "北方領土を分母に含む。";
        note.en += " The Northern Territories are included.";
    } else if (territories) {
        note.ja += "北方領土は描画するが分母に含めない。";
        note.en += " The Northern Territories are drawn but not counted.";
    }
    if (unassigned) {
        note.ja += "所属未定地も分母に含めない。";
        note.en += " Land assigned to no municipality is drawn but not counted.";
    }
    return note;
}

}  // namespace miraimap
