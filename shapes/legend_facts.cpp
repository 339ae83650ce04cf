// SPDX-License-Identifier: MIT
#include "shapes/legend_facts.hpp"

#include <fmt/format.h>

#include <cassert>
#include <set>
#include <string>
#include <utility>

#include "geo/select/filter.hpp"
#include "shapes/legend_classifier.hpp"
#include "shapes/style_modes.hpp"

namespace miraimap {
namespace {

/// Adds "only its prefecture" and "not selected"; returns the index of the first.
std::size_t add_rest(Classifier& classifier, Theme theme) {
    const std::size_t prefecture = classifier.classes();
    classifier.add(grade_classes(theme)[2]);
    classifier.add(grade_classes(theme)[3]);
    return prefecture;
}

/// Runs a mode: `class_of` for places that a selection names, the two rest classes for the others.
template <typename ClassOf>
Classification run(Classifier& classifier, const Catalogue& catalogue,
                   const std::vector<MunicipalityCoverage>& coverage,
                   const std::vector<PlaceFacts>& facts, const LegendQuestion& question,
                   const ClassOf& class_of) {
    assert(coverage.size() == catalogue.municipalities.size());
    assert(facts.size() == coverage.size());
    const std::size_t prefecture = add_rest(classifier, question.theme);
    return classifier.run(catalogue, true,
                          [&](std::size_t i) -> std::size_t {
                              if (facts[i].selections > 0) {
                                  return class_of(facts[i]);
                              }
                              return coverage[i].grade == Grade::prefecture ? prefecture
                                                                            : prefecture + 1;
                          },
                          {prefecture + 1, prefecture + 1});
}

/// Programmes or technologies: one class each, and what a place with several holds.
template <typename Value>
Classification classify_several(const Catalogue& catalogue,
                                const std::vector<MunicipalityCoverage>& coverage,
                                const std::vector<PlaceFacts>& facts,
                                const LegendQuestion& question,
                                const std::vector<ClassStyle>& styles,
                                std::vector<Value> PlaceFacts::*values, bool may_be_empty) {
    Classifier classifier(question);
    for (std::size_t i = 0; i < styles.size(); ++i) {
        classifier.add(styles[i], symbol_of(static_cast<Value>(i)));
    }
    const std::size_t several = classifier.classes();
    classifier.add(several_class(question.theme));
    if (may_be_empty) {
        classifier.add(not_printed_class(question.theme));
    }
    Classification result =
        run(classifier, catalogue, coverage, facts, question,
            [&](const PlaceFacts& place) -> std::size_t {
                const std::vector<Value>& held = place.*values;
                if (held.empty()) {
                    return several + 1;
                }
                return held.size() > 1 ? several : static_cast<std::size_t>(held.front());
            });
    result.several_of.resize(facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (result.class_of[i] != static_cast<int>(several)) {
            continue;
        }
        for (const Value value : facts[i].*values) {
            result.several_of[i].push_back(static_cast<int>(value));
            LegendEntry& entry = result.legend[static_cast<std::size_t>(value)];
            ++entry.among;
            entry.among_in = {"「複数」", "as several"};
        }
    }
    return result;
}

}  // namespace

Classification classify_counts(const Catalogue& catalogue,
                               const std::vector<MunicipalityCoverage>& coverage,
                               const std::vector<PlaceFacts>& facts,
                               const LegendQuestion& question) {
    Classifier classifier(question);
    const std::vector<Colour> steps = count_steps(question.theme);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::size_t number = i + 1;
        const bool last = number == steps.size();
        const std::string key = fmt::format("count-{}", number);
        const Text name{fmt::format("{} 件{}", number, last ? "以上" : ""),
                        fmt::format("{}{}", number, last ? " or more" : "")};
        classifier.add(step_style(key, name, steps[i]));
    }
    Classification result =
        run(classifier, catalogue, coverage, facts, question, [&](const PlaceFacts& place) {
            return std::min(static_cast<std::size_t>(place.selections), steps.size()) - 1;
        });
    result.colour = MapColour::selections;
    result.title = name_of(MapColour::selections);
    return result;
}

Classification classify_first_years(const Catalogue& catalogue,
                                    const std::vector<MunicipalityCoverage>& coverage,
                                    const std::vector<PlaceFacts>& facts,
                                    const LegendQuestion& question) {
    std::set<int> found;
    bool earlier = false;
    for (const PlaceFacts& place : facts) {
        earlier = earlier || place.earlier;
        if (place.first_year && !place.earlier) {
            found.insert(*place.first_year);
        }
    }
    const std::vector<ClassStyle>& steps = year_classes(question.theme);
    std::vector<int> years(found.begin(), found.end());
    const bool shared = years.size() > steps.size();
    if (shared) {
        years.erase(years.begin(), years.end() - static_cast<std::ptrdiff_t>(steps.size()));
    }
    Classifier classifier(question);
    for (std::size_t i = 0; i < years.size(); ++i) {
        // The oldest is the strongest, whatever the number of years.
        const std::size_t step =
            years.size() == 1 ? steps.size() - 1
                              : (years.size() - 1 - i) * (steps.size() - 1) / (years.size() - 1);
        Text name = year_name(years[i]);
        if (shared && i == 0) {
            name = {name.ja + "以前", name.en + " and before"};
        }
        ClassStyle style = steps[step];
        style.key = "year-" + year_key(years[i]);
        style.name = std::move(name);
        classifier.add(style);
    }
    if (earlier) {
        classifier.add(earlier_class(question.theme));
    }
    Classification result =
        run(classifier, catalogue, coverage, facts, question,
            [&](const PlaceFacts& place) -> std::size_t {
                if (place.earlier || !place.first_year) {
                    return years.size();
                }
                const auto at = std::upper_bound(years.begin(), years.end(), *place.first_year);
                return at == years.begin() ? 0 : static_cast<std::size_t>(at - years.begin()) - 1;
            });
    result.colour = MapColour::first_year;
    result.title = name_of(MapColour::first_year);
    return result;
}

Classification classify_programmes(const Catalogue& catalogue,
                                   const std::vector<MunicipalityCoverage>& coverage,
                                   const std::vector<PlaceFacts>& facts,
                                   const LegendQuestion& question) {
    Classification result =
        classify_several(catalogue, coverage, facts, question, programme_classes(question.theme),
                         &PlaceFacts::programmes, false);
    result.colour = MapColour::programme;
    result.title = name_of(MapColour::programme);
    return result;
}

Classification classify_technologies(const Catalogue& catalogue,
                                     const std::vector<MunicipalityCoverage>& coverage,
                                     const std::vector<PlaceFacts>& facts,
                                     const LegendQuestion& question) {
    Classification result =
        classify_several(catalogue, coverage, facts, question, technology_classes(question.theme),
                         &PlaceFacts::technologies, true);
    result.colour = MapColour::technology;
    result.title = name_of(MapColour::technology);
    return result;
}

Classification classify_amounts(const Catalogue& catalogue,
                                const std::vector<MunicipalityCoverage>& coverage,
                                const std::vector<PlaceFacts>& facts, MapColour colour,
                                const LegendQuestion& question) {
    Classifier classifier(question);
    const ClassStyle& part = grade_classes(question.theme)[1];
    classifier.add({"amount",
                    {"額の記載がある選定", "Selected, amount printed"},
                    part.fill,
                    Hatch::none,
                    part.hatch_colour,
                    {"額の記載あり", "Amount printed"}});
    ClassStyle without = not_printed_class(question.theme);
    without.key = "no-amount";
    without.name = {"選定（額の記載なし）", "Selected, no amount printed"};
    without.short_name = {"額の記載なし", "No amount printed"};
    classifier.add(without);
    Classification result =
        run(classifier, catalogue, coverage, facts, question,
            [](const PlaceFacts& place) -> std::size_t { return place.printed_amount ? 0 : 1; });
    result.colour = colour;
    result.title = name_of(colour);
    return result;
}

}  // namespace miraimap
