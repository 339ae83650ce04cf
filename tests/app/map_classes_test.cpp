// SPDX-License-Identifier: MIT
// The classes of every mode of the map over the whole data: a complete partition, whatever the
// filter, with the same places apart in every mode.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "app/core/analysis.hpp"
#include "app/core/map_picture.hpp"
#include "tests/support/program.hpp"

namespace miraimap {
namespace {

Request whole_data() {
    Request request;
    request.data = test::root() / "data";
    return request;
}

const std::shared_ptr<const World>& world() {
    static const std::shared_ptr<const World> loaded = load_world(whole_data());
    return loaded;
}

/// Questions that make every kind of place appear.
std::map<std::string, Request> questions() {
    std::map<std::string, Request> all;
    all["all"] = whole_data();
    const auto ask = [&](const std::string& name) -> Request& { return all[name] = whole_data(); };
    ask("one year").filter.years = {{2021, 2021}};
    ask("past").filter.past = true;
    ask("technology").filter.technologies = {Technology::drone};
    ask("a prefecture's own").filter.scopes = {Scope::prefecture};
    ask("not settled").filter.scopes = {Scope::unresolved};
    ask("prefectures").filter.prefectures = {1, 13, 28, 29};
    ask("nothing passes").filter.text = "no such word";
    ask("territories").count_northern_territories = true;
    ask("no wards").wards = WardCount::none;
    ask("what if").what_if = {"29209", "01485"};
    return all;
}

/// A figure for every second place.
std::shared_ptr<const UserTable> sample_table() {
    auto table = std::make_shared<UserTable>();
    table->figure = "n";
    table->figures.resize(world()->catalogue.municipalities.size());
    for (std::size_t i = 0; i < table->figures.size(); i += 2) {
        table->figures[i] = static_cast<double>(i);
    }
    return table;
}

int count_of_key(const Classification& classes, const std::string& key) {
    int count = 0;
    for (const LegendEntry& entry : classes.legend) {
        count += entry.style.key == key ? entry.count : 0;
    }
    return count;
}

/// Every place is in one class, every class says how many it has, and none is hidden.
void expect_partition(const Classification& classes) {
    const std::size_t places = world()->catalogue.municipalities.size();
    ASSERT_EQ(classes.class_of.size(), places);
    std::vector<int> found(classes.legend.size(), 0);
    std::vector<int> further(classes.legend.size(), 0);
    for (std::size_t i = 0; i < places; ++i) {
        ASSERT_GE(classes.class_of[i], 0);
        ASSERT_LT(classes.class_of[i], static_cast<int>(classes.legend.size()));
        ++found[static_cast<std::size_t>(classes.class_of[i])];
        if (!classes.several_of.empty()) {
            for (const int c : classes.several_of[i]) {
                further[static_cast<std::size_t>(c)] += c != classes.class_of[i] ? 1 : 0;
            }
        }
    }
    std::set<std::string> keys;
    int denominator = 0;
    int all = 0;
    for (std::size_t c = 0; c < classes.legend.size(); ++c) {
        const LegendEntry& entry = classes.legend[c];
        EXPECT_TRUE(keys.insert(entry.style.key).second) << entry.style.key << " twice";
        EXPECT_EQ(entry.count, found[c]) << entry.style.key;
        EXPECT_EQ(entry.among, further[c]) << entry.style.key;
        EXPECT_TRUE(entry.among == 0 || !entry.among_in.ja.empty()) << entry.style.key;
        EXPECT_TRUE(entry.listed || entry.count == 0 || entry.style.key == "outside")
            << entry.style.key << " is on the map but not in the legend";
        all += entry.count;
        const bool apart = entry.style.key == "not-counted" || entry.style.key == "outside";
        denominator += apart ? 0 : entry.count;
    }
    EXPECT_EQ(all, static_cast<int>(places));
    EXPECT_EQ(denominator, classes.counted);
}

TEST(MapClasses, EveryModeSharesAllPlacesOutWhateverTheFilter) {
    for (auto& [name, request] : questions()) {
        for (int mode = 0; mode < map_colour_count; ++mode) {
            request.colour = static_cast<MapColour>(mode);
            SCOPED_TRACE(name + ", " + key_of(request.colour));
            const Snapshot snapshot = make_snapshot(request, world(), sample_table());
            Analyst analyst(world());
            expect_partition(classify_map(snapshot, analyst, Theme::light));
        }
    }
}

TEST(MapClasses, EveryModeTellsTheSamePlacesWithoutASelectionApart) {
    for (auto& [name, request] : questions()) {
        request.colour = MapColour::grade;
        Analyst analyst(world());
        const Classification grades =
            classify_map(make_snapshot(request, world()), analyst, Theme::light);
        for (int mode = 1; mode < map_colour_count; ++mode) {
            request.colour = static_cast<MapColour>(mode);
            if (request.colour == MapColour::figure) {
                continue;  // shows the reader's own figures, not what is selected
            }
            SCOPED_TRACE(name + ", " + key_of(request.colour));
            const Classification classes =
                classify_map(make_snapshot(request, world()), analyst, Theme::light);
            for (const char* key :
                 {"prefecture", "unresolved", "not-counted", "supposed", "outside"}) {
                EXPECT_EQ(count_of_key(classes, key), count_of_key(grades, key)) << key;
            }
            int unselected = count_of_key(classes, "none");
            for (std::size_t c = 0; c < classes.legend.size(); ++c) {
                unselected += count_of(classes.legend, group_from(classes.legend, c));
            }
            EXPECT_EQ(unselected, count_of_key(grades, "none")) << "not selected";
        }
    }
}

TEST(MapClasses, WhatIsToldApartHasAHatchBesideItsColour) {
    Request request = questions()["what if"];
    for (const Theme theme : {Theme::light, Theme::dark}) {
        for (int mode = 0; mode < map_colour_count; ++mode) {
            request.colour = static_cast<MapColour>(mode);
            Analyst analyst(world());
            const Classification classes =
                classify_map(make_snapshot(request, world(), sample_table()), analyst, theme);
            for (const LegendEntry& entry : classes.legend) {
                const std::string& key = entry.style.key;
                if (key == "prefecture" || key == "unresolved" || key == "not-counted" ||
                    key == "supposed" || key == "nothing") {
                    EXPECT_NE(entry.style.hatch, Hatch::none) << key;
                    EXPECT_NE(entry.style.hatch_colour, entry.style.fill) << key;
                }
            }
        }
    }
}

TEST(MapClasses, APlaceOfAPrefecturesOwnSelectionKeepsItsDistance) {
    Request request = whole_data();
    request.colour = MapColour::distance;
    Analyst analyst(world());
    const Snapshot snapshot = make_snapshot(request, world());
    const Classification classes = classify_map(snapshot, analyst, Theme::light);
    int seen = 0;
    for (std::size_t i = 0; i < classes.class_of.size(); ++i) {
        const auto own = static_cast<std::size_t>(classes.class_of[i]);
        if (classes.legend[own].style.key == "prefecture") {
            ASSERT_EQ(classes.several_of[i].size(), 2U);
            const auto step = static_cast<std::size_t>(classes.several_of[i][0]);
            EXPECT_TRUE(classes.legend[step].style.key.starts_with("km-"));
            ++seen;
        }
    }
    EXPECT_GT(seen, 100);
    EXPECT_NE(among_note(classes.legend).ja.find("都道府県のみ"), std::string::npos);
}

}  // namespace
}  // namespace miraimap
