// SPDX-License-Identifier: MIT
#include "shapes/legend_facts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "geo/place/prefecture.hpp"
#include "shapes/map_scene.hpp"
#include "shapes/style_modes.hpp"
#include "tests/shapes/sample_maps.hpp"

namespace miraimap {
namespace {

/// Eight places: nothing; prefecture only; one, two, five selections; several technologies;
/// selected without technology; not settled.
struct Sample {
    Catalogue catalogue;
    std::vector<MunicipalityCoverage> coverage;
    std::vector<PlaceFacts> facts;
    LegendQuestion question;
};

Sample sample() {
    Sample s;
    s.catalogue.municipalities.resize(9);
    s.coverage.resize(9);
    s.facts.resize(9);
    for (std::size_t i = 0; i < 9; ++i) {
        s.catalogue.municipalities[i].prefecture = 1 + static_cast<int>(i / 5);
    }
    s.catalogue.municipalities[8].counted = false;
    s.coverage[1].grade = Grade::prefecture;
    const auto select = [&](std::size_t at, int selections, int year,
                            const std::vector<Technology>& technologies,
                            const std::vector<Programme>& programmes) {
        s.coverage[at].grade = Grade::direct;
        s.facts[at] = {selections, year, false, programmes, technologies, at == 3};
    };
    select(2, 1, 2018, {Technology::drone}, {Programme::mirai});
    select(3, 2, 2020, {Technology::automated_driving, Technology::drone, Technology::iot},
           {Programme::mirai, Programme::mic});
    select(4, 5, 2021, {Technology::ai}, {Programme::meti});
    select(5, 1, 2022, {}, {Programme::society5});
    s.facts[6].earlier = true;
    s.facts[6].selections = 1;
    s.facts[6].programmes = {Programme::mlit_maas};
    s.coverage[6].grade = Grade::part;
    s.question.unresolved = {2, 7};
    return s;
}

using Mode = Classification (*)(const Sample&, const LegendQuestion&);
const std::vector<Mode> modes{[](const Sample& s, const LegendQuestion& q) {
                                  return classify_counts(s.catalogue, s.coverage, s.facts, q);
                              },
                              [](const Sample& s, const LegendQuestion& q) {
                                  return classify_first_years(s.catalogue, s.coverage, s.facts, q);
                              },
                              [](const Sample& s, const LegendQuestion& q) {
                                  return classify_programmes(s.catalogue, s.coverage, s.facts, q);
                              },
                              [](const Sample& s, const LegendQuestion& q) {
                                  return classify_technologies(s.catalogue, s.coverage, s.facts, q);
                              },
                              [](const Sample& s, const LegendQuestion& q) {
                                  return classify_amounts(s.catalogue, s.coverage, s.facts,
                                                          MapColour::granted, q);
                              }};

std::string key_at(const Classification& c, std::size_t place) {
    return c.legend[static_cast<std::size_t>(c.class_of[place])].style.key;
}

const LegendEntry& entry_of(const Classification& c, const std::string& key) {
    return *std::find_if(c.legend.begin(), c.legend.end(),
                         [&](const LegendEntry& e) { return e.style.key == key; });
}

TEST(LegendOfFacts, EveryPlaceIsInOneClassAndTheCountsAddUpToTheDenominator) {
    const Sample s = sample();
    for (const std::vector<int>& focus : {std::vector<int>{}, {1}, {2}}) {
        for (const bool supposed : {false, true}) {
            LegendQuestion q = s.question;
            q.prefectures = focus;
            q.supposed = supposed ? std::vector<int>{0} : std::vector<int>{};
            for (const Mode& mode : modes) {
                const Classification c = mode(s, q);
                ASSERT_EQ(c.class_of.size(), s.coverage.size());
                std::vector<int> counts(c.legend.size(), 0);
                for (const int of : c.class_of) {
                    ++counts.at(static_cast<std::size_t>(of));
                }
                int listed = 0;
                std::set<std::string> keys;
                for (std::size_t i = 0; i < c.legend.size(); ++i) {
                    EXPECT_EQ(c.legend[i].count, counts[i]) << c.legend[i].style.key;
                    EXPECT_TRUE(keys.insert(c.legend[i].style.key).second) << "twice";
                    const std::string& key = c.legend[i].style.key;
                    listed += key == "not-counted" || key == "outside" ? 0 : c.legend[i].count;
                    EXPECT_TRUE(c.legend[i].listed || key == "outside" || counts[i] == 0) << key;
                }
                EXPECT_EQ(listed, c.counted);
                EXPECT_FALSE(c.title.ja.empty());
            }
        }
    }
}

TEST(LegendOfFacts, TheRestIsToldApart) {
    const Sample s = sample();
    for (const Mode& mode : modes) {
        const Classification c = mode(s, s.question);
        EXPECT_EQ(key_at(c, 0), "none");
        EXPECT_EQ(key_at(c, 1), "prefecture");
        EXPECT_EQ(key_at(c, 7), "unresolved") << "an ambiguous text may mean it";
        EXPECT_EQ(key_at(c, 8), "not-counted");
        EXPECT_NE(key_at(c, 2), "unresolved") << "selected elsewhere: it is what it is";
        EXPECT_EQ(c.counted, 8);
    }
}

TEST(LegendOfFacts, CountsEndInAnOpenClass) {
    const Sample s = sample();
    const Classification c = modes[0](s, s.question);
    EXPECT_EQ(key_at(c, 2), "count-1");
    EXPECT_EQ(key_at(c, 3), "count-2");
    EXPECT_EQ(key_at(c, 4), "count-4");
    EXPECT_EQ(entry_of(c, "count-4").style.name.ja, "4 件以上");
}

TEST(LegendOfFacts, YearsRunFromTheOldestAndEarlierOnesAreNotGivenAYear) {
    Sample s = sample();
    const Classification c = modes[1](s, s.question);
    EXPECT_EQ(key_at(c, 2), "year-H30");
    EXPECT_EQ(key_at(c, 5), "year-R4");
    EXPECT_EQ(key_at(c, 6), "earlier");
    EXPECT_EQ(c.legend.front().style.fill, year_classes(Theme::light).back().fill);
    EXPECT_EQ(entry_of(c, "year-R2").style.name.ja, "令和2年度");
    s.facts[6] = {1, 2030, false, {Programme::mic}, {}, false};
    for (std::size_t i = 0; i < 2; ++i) {
        s.coverage[i].grade = Grade::direct;
        s.facts[i] = {1, 2010 + static_cast<int>(i), false, {Programme::mic}, {}, false};
    }
    const Classification many = modes[1](s, {});
    EXPECT_EQ(key_at(many, 0), key_at(many, 1)) << "seven years, six steps: the oldest share one";
    EXPECT_NE(many.legend.front().style.name.ja.find("以前"), std::string::npos);
}

TEST(LegendOfFacts, SeveralTechnologiesStayVisible) {
    const Sample s = sample();
    const Classification c = modes[3](s, s.question);
    EXPECT_EQ(key_at(c, 3), "several");
    EXPECT_EQ(key_at(c, 5), "not-printed");
    EXPECT_EQ(key_at(c, 4), "AI");
    EXPECT_EQ(c.several_of[3], (std::vector<int>{0, 1, 3}));
    EXPECT_TRUE(c.several_of[4].empty());
    EXPECT_EQ(entry_of(c, "ドローン").count, 1) << "only those with nothing else";
    EXPECT_EQ(entry_of(c, "ドローン").among, 1);
    EXPECT_EQ(legend_words(entry_of(c, "ドローン"), Lang::ja),
              "ドローン［ド］（ほか「複数」に 1）");
    EXPECT_EQ(legend_words(entry_of(c, "AI"), Lang::en), "AI");
}

TEST(LegendOfFacts, ASceneSharesSeveralClassesOutAndNamesThem) {
    const Catalogue& catalogue = testing::japan().catalogue;
    std::vector<MunicipalityCoverage> coverage(catalogue.municipalities.size());
    std::vector<PlaceFacts> facts(coverage.size());
    const auto place = static_cast<std::size_t>(catalogue.find("01202").value());
    coverage[place].grade = Grade::direct;
    facts[place] = {1,
                    2020,
                    false,
                    {},
                    {Technology::drone, Technology::ai, Technology::iot, Technology::robot},
                    false};
    Classification c = classify_technologies(catalogue, coverage, facts, {});
    SceneOptions options;
    options.measure_text = [](const std::string& text, double size) {
        return std::pair(static_cast<double>(text.size()) * size / 3, size);
    };
    const Scene scene =
        make_map_scene(catalogue, testing::japan_shapes(), coverage, std::move(c), options);
    EXPECT_EQ(scene.class_of[place], 1);
    EXPECT_EQ(scene.further_classes[place], (FurtherClasses{2, 3}));
    const bool named = std::any_of(scene.labels.begin(), scene.labels.end(), [](const MapLabel& l) {
        return l.text == "函館市 ド・AI・IoT・ロ";
    });
    EXPECT_TRUE(named) << "the fourth technology has no stripe, but its letters";
    EXPECT_EQ(scene.legend[1].among, 1);
}

}  // namespace
}  // namespace miraimap
