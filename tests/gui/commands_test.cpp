// SPDX-License-Identifier: MIT
// The list of commands: complete, without contradictions, found in every writing; the view history.
#include "app/gui/commands.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <utility>

#include "app/gui/map_moves.hpp"
#include "app/gui/reading.hpp"
#include "app/gui/utf8.hpp"
#include "app/gui/view_moves.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

std::vector<std::string> ids(const std::vector<int>& hits) {
    std::vector<std::string> out;
    for (const int hit : hits) {
        out.push_back(all_commands()[static_cast<std::size_t>(hit)].id);
    }
    return out;
}

std::string first(const std::string& text) {
    const AppState state;
    const std::vector<std::string> found = ids(find_commands(state, text));
    return found.empty() ? "nothing" : found.front();
}

TEST(Commands, HaveUniqueIdsAndNamesAndAReadingInKana) {
    std::set<std::string> seen;
    std::set<std::string> names;
    for (const Command& command : all_commands()) {
        EXPECT_TRUE(seen.insert(command.id).second) << command.id << " stands twice";
        EXPECT_TRUE(names.insert(text_of(command.name).ja).second) << text_of(command.name).ja;
        EXPECT_TRUE(command.run) << command.id;
        EXPECT_FALSE(command.reading.empty()) << command.id;
        for (const char32_t c : decode_utf8(command.reading)) {
            EXPECT_TRUE((c >= U'ぁ' && c <= U'ん') || c == U'ー') << command.id;
        }
    }
}

TEST(Commands, ShareNoKey) {
    std::map<std::string, std::string> owner;
    for (const Command& command : all_commands()) {
        std::set<std::string> own;
        for (const Key& key : command.keys) {
            EXPECT_TRUE(key.code != 0 || key.letter != 0) << command.id;
            own.insert(key_text(key));
        }
        for (const std::string& text : own) {
            const auto [at, fresh] = owner.insert({text, command.id});
            EXPECT_TRUE(fresh) << text << " means " << at->second << " and " << command.id;
        }
    }
}

TEST(Commands, OfTheMouseHaveAKey) {
    EXPECT_FALSE(mouse_actions().empty());
    for (const MouseAction& action : mouse_actions()) {
        const Command* command = find_command(action.command);
        ASSERT_NE(command, nullptr) << action.command;
        EXPECT_FALSE(command->keys.empty()) << action.command << " cannot be done by keyboard";
    }
}

TEST(Commands, AreFoundByKanjiKanaRomajiEnglishAndKey) {
    EXPECT_EQ(first("全国表示"), "map.home");
    EXPECT_EQ(first("ぜんこく"), "map.home");
    EXPECT_EQ(first("ゼンコク"), "map.home");
    EXPECT_EQ(first("zenkoku"), "map.home");
    EXPECT_EQ(first("whole"), "map.home");
    EXPECT_EQ(first("shuuryou"), "window.quit");
    EXPECT_EQ(first("syuryo"), "window.quit");
    EXPECT_EQ(first("quit"), "window.quit");
    EXPECT_EQ(first("ctrl+q"), "window.quit");
    EXPECT_EQ(first("kyushu"), "map.region-kyushu-okinawa");
    EXPECT_EQ(first("きゅうしゅう"), "map.region-kyushu-okinawa");
    EXPECT_EQ(first("show kanto"), "map.region-kanto");
    EXPECT_EQ(first("whlcntry"), "map.home") << "letters in their order are enough";
    EXPECT_EQ(first("qqqqq"), "nothing");
    const AppState state;
    EXPECT_EQ(find_commands(state, "").size(), all_commands().size());
}

TEST(Commands, RecentOnesComeFirst) {
    AppState state = ready_state();
    Wishes wishes;
    EXPECT_TRUE(run_command("map.region-kinki", state, wishes));
    EXPECT_TRUE(run_command("map.zoom-in", state, wishes));
    EXPECT_TRUE(run_command("map.region-kinki", state, wishes));
    const std::vector<std::string> shown = ids(find_commands(state, ""));
    EXPECT_EQ(shown[0], "map.region-kinki");
    EXPECT_EQ(shown[1], "map.zoom-in");
    EXPECT_EQ(shown.size(), all_commands().size());
    EXPECT_FALSE(run_command("filter.undo", state, wishes)) << "nothing to undo";
    EXPECT_FALSE(run_command("no.such", state, wishes));
}

TEST(Commands, KeepQuietBeforeAnythingIsLoaded) {
    for (const Command& command : all_commands()) {
        AppState state;
        Wishes wishes;
        run_command(command.id, state, wishes);
        EXPECT_EQ(state.step, LoadStep::reading) << command.id;
    }
}

TEST(Reading, KanaAndEveryRomajiFallTogether) {
    const std::vector<std::vector<std::string>> same{
        {"とうきょう", "トウキョウ", "Tokyo", "toukyou", "Tōkyō", "tookyo", "TOKYO"},
        {"しちのへ", "shichinohe", "sitinohe"},
        {"つるおか", "Tsuruoka", "turuoka"},
        {"ちゅうおう", "chuo", "tyuuou", "Chūō"},
        {"さっぽろ", "Sapporo", "saporo"},
        {"ぐんま", "Gunma", "Gumma"},
        {"しんおんせん", "Shin'onsen", "shinonsen"},
        {"じょうえつ", "Joetsu", "zyouetu", "jyouetsu"},
        {"ふじ", "fuji", "huzi"},
        {"まっちゃ", "matcha", "mattya"},
        {"やまがた", "yamagata"},
        {"みやこじま", "miyakojima", "miyakozima"},
    };
    for (const std::vector<std::string>& spellings : same) {
        for (const std::string& spelling : spellings) {
            EXPECT_EQ(reading_key(spelling), reading_key(spellings.front())) << spelling;
        }
    }
    EXPECT_NE(reading_key("みやこ"), reading_key("みやこじま"));
    EXPECT_NE(reading_key("おおさか"), reading_key("おかざき"));
}

TEST(Reading, WhatIsTypedIsAlwaysABeginningOfTheWhole) {
    for (const std::string whole :
         {"shichinohe", "tsuruoka", "chuo", "joetsu", "fujisawa", "matsuyama", "hachijo",
          "toyohashi", "gunma", "kyoto", "sapporo", "atsugi", "machida"}) {
        for (std::size_t length = 1; length <= whole.size(); ++length) {
            const std::string typed = whole.substr(0, length);
            EXPECT_TRUE(reading_key(whole).starts_with(reading_key_of_beginning(typed)))
                << typed << " of " << whole;
        }
    }
}

TEST(ViewHistory, GoesBackAndForwardThroughPlacesThatStoodStill) {
    ViewHistory history;
    const auto place = [](double x_m) { return ViewPlace{{x_m, 0}, 100, false}; };
    history.observe(place(0), 0, false);
    EXPECT_FALSE(history.has_back());
    history.observe(place(1000), 1, false);
    history.observe(place(2000), 1.05, false);
    history.observe(place(3000), 1.1, false);
    history.observe(place(3000), 5, false);
    history.observe(place(9000), 6, false);
    ASSERT_TRUE(history.has_back());
    EXPECT_EQ(history.back(place(9000))->centre.x_m, 3000) << "the way there is no step";
    EXPECT_EQ(history.back(place(3000))->centre.x_m, 0);
    EXPECT_FALSE(history.back(place(0)));
    EXPECT_EQ(history.forward(place(0))->centre.x_m, 3000);
    EXPECT_EQ(history.forward(place(3000))->centre.x_m, 9000);
    EXPECT_FALSE(history.forward(place(9000)));
    history.back(place(9000));
    history.observe(place(4000), 9, false);
    EXPECT_FALSE(history.has_forward()) << "going elsewhere forgets what lay ahead";
}

TEST(ViewHistory, AJumpEndsWhereTheHandWasGoing) {
    ViewHistory history;
    const auto place = [](double x_m) { return ViewPlace{{x_m, 0}, 100, false}; };
    history.observe(place(0), 0, false);
    history.observe(place(1000), 1, false);
    history.observe(place(2000), 1.01, false);
    history.observe(place(9000), 1.02, true);
    history.observe(place(9100), 1.03, false);
    EXPECT_EQ(history.back(place(9100))->centre.x_m, 9000);
    EXPECT_EQ(history.back(place(9000))->centre.x_m, 2000);
    EXPECT_EQ(history.back(place(2000))->centre.x_m, 0);
}

TEST(ViewHistory, AResizedNationalViewIsNoStep) {
    ViewHistory history;
    history.observe({{0, 0}, 1000, true}, 0, false);
    history.observe({{0, 0}, 1400, true}, 2, false);
    history.observe({{0, 0}, 1800, true}, 4, false);
    EXPECT_FALSE(history.has_back());
}

TEST(ViewHistory, RegionsAndHomeAreWalkedByCommand) {
    AppState state = ready_state();
    Wishes wishes;
    // All in one moment: however busy the machine is, a jump is a step.
    const auto stand = [&] {
        state.view_history.observe(shown_place(state), 0, std::exchange(state.view_jumped, false));
    };
    stand();
    const double national = state.view.metres_per_px;
    run_command("map.region-shikoku", state, wishes);
    EXPECT_LT(state.view.metres_per_px, national / 4);
    const MapPoint shikoku = state.view.centre;
    stand();
    run_command("map.region-hokkaido", state, wishes);
    stand();
    EXPECT_GT(state.view.centre.y_m, shikoku.y_m + 500000);
    EXPECT_TRUE(run_command("map.back", state, wishes));
    EXPECT_EQ(state.view.centre, shikoku);
    EXPECT_TRUE(run_command("map.back", state, wishes));
    EXPECT_TRUE(state.home);
    EXPECT_TRUE(run_command("map.forward", state, wishes));
    EXPECT_EQ(state.view.centre, shikoku);
}

TEST(State, TheKeyboardChoosesWhatLiesInTheMiddle) {
    AppState state = ready_state();
    Wishes wishes;
    const auto& world = *state.loaded->world;
    const int sendai = world.catalogue.find("04100").value();
    zoom_to_municipality(state, sendai);
    run_command("choice.centre", state, wishes);
    EXPECT_EQ(state.chosen.primary, sendai);
    run_command("map.home", state, wishes);
    run_command("map.zoom-choice", state, wishes);
    EXPECT_FALSE(state.home);
    run_command("choice.clear", state, wishes);
    EXPECT_TRUE(state.chosen.empty());
    run_command("map.zoom-choice", state, wishes);
    EXPECT_TRUE(state.zoom_box.armed) << "with nothing chosen, a box is drawn";
    run_command("choice.clear", state, wishes);
    EXPECT_FALSE(state.zoom_box.armed);
}

TEST(Commands, ThePaletteFindsNothingForWhatNoCommandIsCalled) {
    AppState state = ready_state();
    for (const char* nonsense : {"zzzz", "ankoku", "qwerty", "drnoe"}) {
        EXPECT_TRUE(find_commands(state, nonsense).empty()) << nonsense;
    }
    EXPECT_FALSE(find_commands(state, "palete").empty()) << "one letter missing";
}

TEST(Commands, EveryValueOfEveryFilterIsInThePalette) {
    AppState state = ready_state();
    const auto best = [&](const char* text) {
        const std::vector<int> hits = find_commands(state, text);
        const FacetCommand* facet = hits.empty() ? nullptr : facet_of(state, hits.front());
        return facet == nullptr ? std::string("no filter") : facet->name.ja;
    };
    EXPECT_EQ(best("drone"), "絞り込み：ドローン");
    EXPECT_EQ(best("どろーん"), "絞り込み：ドローン");
    EXPECT_EQ(best("R3"), "年度：R3");
    EXPECT_EQ(best("奈良"), "都道府県：奈良県");
    EXPECT_EQ(best("naraken"), "都道府県：奈良県");
    Filter all;
    std::set<std::string> ids;
    for (const FacetCommand& facet : state.palette.facets) {
        EXPECT_TRUE(ids.insert(facet.id).second) << facet.id;
        Filter filter;
        EXPECT_FALSE(facet.is_on(filter)) << facet.id;
        facet.turn(filter);
        EXPECT_TRUE(facet.is_on(filter)) << facet.id;
        EXPECT_FALSE(filter.empty()) << facet.id;
        facet.turn(filter);
        EXPECT_TRUE(filter.empty()) << facet.id;
    }
    EXPECT_GT(ids.size(), 47U + 8U + 8U);
}

}  // namespace
}  // namespace miraimap::gui
