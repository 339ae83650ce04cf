// SPDX-License-Identifier: MIT
// Map modes of the window without a window: what each shows, and the legend as a filter.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "app/core/map_picture.hpp"
#include "app/gui/app_state.hpp"
#include "app/gui/commands.hpp"
#include "app/gui/fonts.hpp"
#include "app/gui/map_modes.hpp"
#include "app/gui/utf8.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

const LegendEntry& entry_of(const Classification& classes, const std::string& key) {
    const auto at = std::find_if(classes.legend.begin(), classes.legend.end(),
                                 [&](const LegendEntry& e) { return e.style.key == key; });
    EXPECT_NE(at, classes.legend.end()) << key;
    return at == classes.legend.end() ? classes.legend.front() : *at;
}

TEST(MapModes, EveryModeCountsEveryMunicipalityOnceAndKeepsTheClassesApart) {
    AppState state = ready_state();
    for (int i = 0; i < map_colour_count; ++i) {
        const auto colour = static_cast<MapColour>(i);
        if (!can_show(state, colour)) {
            EXPECT_EQ(colour, MapColour::figure);
            continue;
        }
        set_map_colour(state, colour);
        answer_now(state);
        const Classification classes = map_classes(state);
        EXPECT_EQ(classes.colour, colour);
        const int sum = std::accumulate(
            classes.legend.begin(), classes.legend.end(), 0,
            [](int total, const LegendEntry& entry) { return total + entry.count; });
        EXPECT_EQ(sum, static_cast<int>(state.snapshot.coverage.size())) << key_of(colour);
        EXPECT_GT(entry_of(classes, "not-counted").count, 0) << key_of(colour);
    }
}

TEST(MapModes, DistancesAreTheAnalysissAndNeverMeasuredForAPicture) {
    AppState state = ready_state();
    set_map_colour(state, MapColour::distance);
    EXPECT_EQ(map_classes(state).colour, MapColour::grade) << "nobody has measured yet";
    EXPECT_EQ(state.request.colour, MapColour::distance);
    answer_now(state);
    const Classification first = map_classes(state);
    EXPECT_EQ(first.colour, MapColour::distance);
    Filter filter;
    filter.programmes = {Programme::mirai};
    set_filter(state, filter);
    EXPECT_EQ(map_classes(state).colour, MapColour::distance) << "no flicker while it is measured";
    answer_now(state);
    EXPECT_LT(map_classes(state).legend.front().count, first.legend.front().count);
    // The classes are those of a picture on paper.
    Analyst analyst(state.loaded->world);
    EXPECT_EQ(map_classes(state).class_of,
              classify_map(state.snapshot, analyst, Theme::light).class_of);
}

TEST(MapModes, AClickOnAClassFiltersAndASecondOneGoesBack) {
    AppState state = ready_state();
    const auto technology = filter_by_class({}, MapColour::technology, key_of(Technology::drone));
    ASSERT_TRUE(technology);
    EXPECT_EQ(technology->technologies, std::vector{Technology::drone});
    EXPECT_TRUE(is_filtered_by(*technology, MapColour::technology, key_of(Technology::drone)));
    EXPECT_FALSE(is_filtered_by(*technology, MapColour::technology, key_of(Technology::ai)));
    EXPECT_EQ(filter_by_class(*technology, MapColour::technology, key_of(Technology::drone)),
              Filter{});

    const auto direct = filter_by_class({}, MapColour::grade, "direct");
    ASSERT_TRUE(direct);
    const int prefectures_before = entry_of(map_classes(state), "prefecture").count;
    set_filter(state, *direct);
    const Classification classes = map_classes(state);
    EXPECT_GT(entry_of(classes, "direct").count, 0);
    EXPECT_EQ(entry_of(classes, "part").count, 0);
    EXPECT_LT(entry_of(classes, "prefecture").count, prefectures_before)
        << "joint selections may name a prefecture too";
    EXPECT_TRUE(undo_step(state)) << "a click on the legend is a step of the history";

    const auto year = filter_by_class({}, MapColour::first_year, "year-R2");
    ASSERT_TRUE(year);
    EXPECT_EQ(year->years, (std::vector<YearRange>{{2020, 2020}}));
    EXPECT_FALSE(filter_by_class({}, MapColour::grade, "none"));
    EXPECT_FALSE(filter_by_class({}, MapColour::distance, "direct"));
    EXPECT_TRUE(filter_by_class({}, MapColour::technology, "prefecture"));
}

TEST(MapModes, EveryClassThatFiltersShowsOnlySelectionsOfItself) {
    AppState state = ready_state();
    for (const MapColour colour :
         {MapColour::grade, MapColour::first_year, MapColour::programme, MapColour::technology}) {
        set_filter(state, {});
        set_map_colour(state, colour);
        int filtering = 0;
        for (const LegendEntry& entry : map_classes(state).legend) {
            const auto filter = filter_by_class({}, colour, entry.style.key);
            if (!filter || entry.count + entry.among == 0) {
                continue;
            }
            ++filtering;
            set_filter(state, *filter);
            EXPECT_GT(state.facets.passed, 0) << entry.style.key;
            EXPECT_LT(state.facets.passed, state.facets.all) << entry.style.key;
        }
        EXPECT_GE(filtering, 3) << key_of(colour);
    }
}

TEST(MapModes, EveryClassChoosesAsManyPlacesAsTheLegendCounts) {
    for (const bool filtered : {false, true}) {
        AppState state = ready_state();
        Filter filter;
        filter.years = {{2020, 2021}};
        set_filter(state, filtered ? filter : Filter{});
        for (int i = 0; i < map_colour_count; ++i) {
            const auto colour = static_cast<MapColour>(i);
            set_map_colour(state, colour);
            answer_now(state);
            const Classification classes = map_classes(state);
            int several = 0;
            for (std::size_t c = 0; c < classes.legend.size(); ++c) {
                const LegendEntry& entry = classes.legend[c];
                choose_group(state, {0}, false);
                const std::vector<int> places = places_of_class(classes, static_cast<int>(c));
                EXPECT_EQ(std::ssize(places), entry.count + entry.among)
                    << key_of(colour) << " " << entry.style.key;
                choose_group(state, places, false);
                EXPECT_EQ(state.chosen.places, places.empty() ? std::vector<int>{0} : places);
                several += entry.style.key == "several" ? entry.count : 0;
            }
            if (colour == MapColour::technology || colour == MapColour::programme) {
                EXPECT_GT(several, 0) << "places of several are a class of their own";
            }
        }
    }
}

TEST(MapModes, AFilterIsOfferedOnlyWhereItShowsExactlyThePlacesOfTheClass) {
    AppState state = ready_state();
    int offered = 0;
    int refused = 0;
    for (const MapColour colour :
         {MapColour::grade, MapColour::first_year, MapColour::programme, MapColour::technology}) {
        set_filter(state, {});
        set_map_colour(state, colour);
        const Classification classes = map_classes(state);
        for (std::size_t c = 0; c < classes.legend.size(); ++c) {
            set_filter(state, {});
            const LegendEntry& entry = classes.legend[c];
            const auto filter = exact_filter(state, classes, static_cast<int>(c));
            if (!filter) {
                refused += filter_by_class({}, colour, entry.style.key) ? 1 : 0;
                continue;
            }
            ++offered;
            set_filter(state, *filter);
            const bool prefecture = entry.style.key == "prefecture";
            const CoverageRow& total = state.snapshot.table.total;
            EXPECT_EQ(prefecture ? total.prefecture_only : total.direct + total.part,
                      entry.count + entry.among)
                << key_of(colour) << " " << entry.style.key;
            const auto back = exact_filter(state, classes, static_cast<int>(c));
            ASSERT_TRUE(back) << "what was asked for can be taken back";
            EXPECT_EQ(*back, Filter{});
        }
    }
    EXPECT_GE(offered, 8) << "technologies and programmes at least";
    EXPECT_GE(refused, 2) << "the scope of a selection is not the grade of a place";
}

TEST(MapModes, CandidatesOfAnUnsettledNameAreAClassOfTheirOwnAndCountAsNothing) {
    AppState state = ready_state();
    const int candidate = state.loaded->world->catalogue.find("28501").value();
    for (const MapColour colour : {MapColour::grade, MapColour::selections, MapColour::first_year,
                                   MapColour::programme, MapColour::technology}) {
        set_map_colour(state, colour);
        const Classification classes = map_classes(state);
        const LegendEntry& entry = entry_of(classes, "unresolved");
        EXPECT_TRUE(entry.listed);
        EXPECT_EQ(entry.count, 3) << key_of(colour);
        EXPECT_EQ(classes
                      .legend[static_cast<std::size_t>(
                          classes.class_of[static_cast<std::size_t>(candidate)])]
                      .style.key,
                  "unresolved");
    }
    EXPECT_EQ(state.snapshot.coverage[static_cast<std::size_t>(candidate)].grade, Grade::none);
    EXPECT_EQ(state.snapshot.table.total.uncovered, 1189);
}

TEST(MapModes, FollowTheFilterAndTheCommands) {
    AppState state = ready_state();
    Wishes wishes;
    EXPECT_TRUE(run_command("map.mode-distance", state, wishes));
    EXPECT_EQ(state.request.colour, MapColour::distance);
    answer_now(state);
    const int all = map_classes(state).legend.front().count;
    Filter filter;
    filter.programmes = {Programme::mirai};
    set_filter(state, filter);
    EXPECT_LT(map_classes(state).legend.front().count, all);
    EXPECT_TRUE(run_command("map.next-mode", state, wishes));
    EXPECT_EQ(state.request.colour, MapColour::borders);
    EXPECT_TRUE(run_command("map.last-mode", state, wishes));
    EXPECT_EQ(state.request.colour, MapColour::distance);
    set_map_colour(state, MapColour::figure);
    EXPECT_EQ(state.request.colour, MapColour::distance) << "there is no figure to show";
    EXPECT_NE(as_command_line(state.request, "render", "map.png").find("--colour distance"),
              std::string::npos);
    for (int i = 1; i <= vision_count; ++i) {
        EXPECT_TRUE(run_command("map.next-vision", state, wishes));
        EXPECT_EQ(static_cast<int>(state.modes.vision), i % vision_count);
    }
}

TEST(MapModes, TheFontsHoldEveryWordOfEveryLegend) {
    AppState state = ready_state();
    CodePoints known = interface_code_points();
    const CodePoints data = world_code_points(*state.loaded->world);
    known.insert(data.begin(), data.end());
    const auto expect_known = [&](const Text& text) {
        for (const std::string& words : {text.ja, text.en}) {
            for (const char32_t c : decode_utf8(words)) {
                EXPECT_TRUE(known.contains(c)) << words;
            }
        }
    };
    for (int i = 0; i < map_colour_count; ++i) {
        set_map_colour(state, static_cast<MapColour>(i));
        answer_now(state);
        const Classification classes = map_classes(state);
        expect_known(classes.title);
        for (const LegendEntry& entry : classes.legend) {
            expect_known(entry.style.name);
            expect_known(entry.symbol);
            expect_known({legend_words(entry, Lang::ja), legend_words(entry, Lang::en)});
        }
        for (std::size_t p = 0; p < state.snapshot.coverage.size(); ++p) {
            expect_known(reason_of(state, static_cast<int>(p)));
        }
    }
}

}  // namespace
}  // namespace miraimap::gui
