// SPDX-License-Identifier: MIT
#include "shapes/legend.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/shapes/sample_maps.hpp"

namespace miraimap {
namespace {

int listed_sum(const Classification& c) {
    int sum = 0;
    for (const LegendEntry& entry : c.legend) {
        const bool other = entry.style.key == "not-counted" || entry.style.key == "outside";
        sum += entry.listed && !other ? entry.count : 0;
    }
    return sum;
}

const LegendEntry& entry_of(const Classification& c, const std::string& key) {
    return *std::find_if(c.legend.begin(), c.legend.end(),
                         [&](const LegendEntry& e) { return e.style.key == key; });
}

std::vector<Nearness> sample_nearness(std::size_t n) {
    std::vector<Nearness> all(n);
    for (std::size_t i = 0; i < n; ++i) {
        all[i].boundary = {0, static_cast<double>(i % 130)};
        all[i].borders = static_cast<int>(i % 11) - 1;
    }
    return all;
}

TEST(LegendOfFigures, NamesItsClassesByTheirEndsAndCountsWhatHasNone) {
    const Catalogue& catalogue = testing::japan().catalogue;
    Figures figures(catalogue.municipalities.size());
    for (std::size_t i = 0; i < figures.size(); i += 2) {
        figures[i] = static_cast<double>(i) + 0.5;
    }
    for (int rule = 0; rule < break_rule_count; ++rule) {
        const Classification c =
            classify_figures(catalogue, figures, "人口", static_cast<BreakRule>(rule), {});
        EXPECT_EQ(c.colour, MapColour::figure);
        EXPECT_NE(c.title.ja.find("人口"), std::string::npos);
        EXPECT_NE(c.title.ja.find(name_of(static_cast<BreakRule>(rule)).ja), std::string::npos);
        EXPECT_EQ(listed_sum(c), c.counted);
        EXPECT_TRUE(c.legend.front().style.name.ja.starts_with("0.5 – "));
        EXPECT_NEAR(entry_of(c, "nothing").count, c.counted / 2, 2);
        EXPECT_EQ(entry_of(c, "figure-5").count + 0, c.legend[4].count);
    }
}

TEST(LegendOfFigures, KeepsBothEndsOfTheScaleForFewFigures) {
    const Catalogue& catalogue = testing::japan().catalogue;
    Figures figures(catalogue.municipalities.size());
    figures[0] = 1;
    figures[1] = 2000;
    const Classification c =
        classify_figures(catalogue, figures, "n", BreakRule::quantile, {Theme::light, {}, true});
    EXPECT_EQ(c.legend[0].style.fill, figure_steps(Theme::light).front());
    EXPECT_EQ(c.legend[1].style.fill, figure_steps(Theme::light).back());
    EXPECT_EQ(c.legend[1].style.name.en, "2,000");
    const Classification none =
        classify_figures(catalogue, Figures(figures.size()), "n", BreakRule::natural, {});
    EXPECT_EQ(entry_of(none, "nothing").count, none.counted);
}

TEST(LegendOfWays, AddsUpAndSaysSelectedFirst) {
    const Catalogue& catalogue = testing::japan().catalogue;
    const auto coverage = testing::sample_coverage(catalogue);
    const auto nearness = sample_nearness(coverage.size());
    for (const std::vector<int>& focus : {std::vector<int>{}, {13}, {1, 47}}) {
        const LegendQuestion question{Theme::dark, focus, false};
        const Classification km = classify_distances(catalogue, coverage, nearness, question);
        const Classification borders = classify_borders(catalogue, coverage, nearness, question);
        EXPECT_EQ(listed_sum(km), km.counted);
        EXPECT_EQ(listed_sum(borders), borders.counted);
        const Classification grades = classify_coverage(catalogue, coverage, question);
        EXPECT_EQ(km.legend.front().count, grades.legend[0].count + grades.legend[1].count);
        EXPECT_FALSE(entry_of(km, "nothing").listed);
        EXPECT_TRUE(!focus.empty() || entry_of(borders, "nothing").count > 0)
            << "a place without a way is a class";
    }
}

TEST(LegendOfWays, TouchingIsAClassAndUpperEndsBelongToTheirs) {
    Catalogue catalogue;
    catalogue.municipalities.resize(6);
    std::vector<MunicipalityCoverage> coverage(6);
    std::vector<Nearness> nearness(6);
    const double km[] = {0, 0.001, 10, 10.5, 100, 100.1};
    for (std::size_t i = 0; i < 6; ++i) {
        nearness[i].boundary = {0, km[i]};
    }
    const Classification c = classify_distances(catalogue, coverage, nearness, {});
    EXPECT_EQ(c.class_of, (std::vector<int>{1, 2, 2, 3, 5, 6}));
}

TEST(Legend, SupposedPlacesAreAClassOfTheirOwn) {
    const Catalogue& catalogue = testing::japan().catalogue;
    auto coverage = testing::sample_coverage(catalogue);
    LegendQuestion question;
    const Classification before = classify_coverage(catalogue, coverage, question);
    question.supposed = {5, 900};
    suppose(question.supposed, coverage);
    const Classification after = classify_coverage(catalogue, coverage, question);
    EXPECT_EQ(entry_of(after, "supposed").count, 2);
    EXPECT_EQ(after.counted, before.counted);
    EXPECT_EQ(listed_sum(after), after.counted);
    EXPECT_LE(after.legend[0].count, before.legend[0].count) << "never counted as data";
}

TEST(Legend, FiguresAreWrittenForPeople) {
    EXPECT_EQ(figure_text(0), "0");
    EXPECT_EQ(figure_text(1234567), "1,234,567");
    EXPECT_EQ(figure_text(12.5), "12.5");
    EXPECT_EQ(figure_text(999.999), "1,000");
    EXPECT_EQ(figure_text(0.25), "0.25");
    EXPECT_EQ(figure_text(1000.05), "1,000.05");
}

}  // namespace
}  // namespace miraimap
