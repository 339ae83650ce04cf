// SPDX-License-Identifier: MIT
// What the analysis panels show, copy and hand to the map, over scripted frames without a window.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "app/cli/output_verbs.hpp"
#include "app/core/map_picture.hpp"
#include "app/core/words.hpp"
#include "app/gui/analysis_actions.hpp"
#include "app/gui/background.hpp"
#include "app/gui/bottom_tabs.hpp"
#include "app/gui/commands.hpp"
#include "app/gui/place_table.hpp"
#include "app/gui/result_source.hpp"
#include "app/gui/window_session.hpp"
#include "tests/gui/loaded_state.hpp"
#include "tests/gui/panel_stage.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

using testing::HasSubstr;
using testing::Not;

int place(const char* code) { return loaded()->world->catalogue.find(code).value(); }

TEST(AnalysisPanels, EveryResultIsSaidInSentencesThatCanBeCopiedInBothLanguages) {
    AppState state = ready_state(600, 600);
    Stage stage(state);
    const test::TemporaryFolder folder;
    test::write_text(folder / "t.csv", "code,x\n29343,300\n29201,100\n29205,600\n");
    Request request = state.request;
    request.table = folder / "t.csv";
    use_user_table(state, request.table, "x", load_user_table(request, *state.loaded->world));
    choose(state, place("29344"));
    suppose(state, {place("29209")});
    struct Said {
        const char* tab;
        const char* ja;
        const char* en;
    };
    for (const Said& said : {Said{"prefectures", "市区町村のうち", "municipalities"},
                             {"gaps", "空白域に分かれる", "gap regions"},
                             {"peers", "斑鳩町が手本にできる", "Ikaruga Town could look at"},
                             {"adopters", "次に取り入れられる", "Next to copy"},
                             {"distances", "最寄りの選定まで", "nearest selected place"},
                             {"neighbours", "境界を接するのは", "It borders on"},
                             {"what-if", "を選べば", "With "},
                             {"years", "令和3年度", "FY2021"},
                             {"table", "t.csv", "t.csv"}}) {
        for (const Lang lang : {Lang::ja, Lang::en}) {
            state.request.lang = lang;
            open_tab(state, said.tab);
            state.analysis.copied.clear();
            answer_now(state);
            Wishes wishes;
            stage.frame(1280, 800);
            EXPECT_TRUE(run_command("analysis.copy-words", state, wishes));
            stage.frame(1280, 800);
            EXPECT_THAT(state.analysis.copied, HasSubstr(lang == Lang::ja ? said.ja : said.en))
                << said.tab;
            EXPECT_THAT(state.analysis.copied,
                        testing::StartsWith(lang == Lang::ja ? "仮定: 生駒市も選定された"
                                                             : "WHAT IF: figures as if Ikoma City"))
                << said.tab << ": what is copied must not read as a fact";
            EXPECT_FALSE(state.analysis.copy_words);
            state.notices.clear();
        }
    }
    // The effect of a supposition is said beside the suggestions.
    state.request.lang = Lang::en;
    answer_now(state);
    open_tab(state, "what-if");
    stage.frame(1280, 800);
    EXPECT_TRUE(stage.probes().contains("link:copy-words:effect") ||
                stage.probes().contains("copy-words:effect") ||
                stage.probes().contains("button:copy-words:effect"));
}

TEST(AnalysisPanels, NeighboursAreToldApartLinkedWithChoiceAndDrawnOnTheMap) {
    AppState state = ready_state(600, 600);
    Stage stage(state);
    open_tab(state, "neighbours");
    stage.frame(1280, 800);
    EXPECT_FALSE(stage.probes().contains("grid:neighbours")) << "nothing is chosen";
    choose(state, place("29344"));
    answer_now(state);
    stage.frame(1280, 800);
    stage.frame(1280, 800);
    EXPECT_TRUE(stage.probes().contains("grid:neighbours"));
    const auto kinds = [&](MeetingKind kind) {
        const auto& all = stage.scene().meetings;
        return std::count_if(all.begin(), all.end(),
                             [&](const MapMeeting& m) { return m.kind == kind; });
    };
    EXPECT_EQ(kinds(MeetingKind::border), 7);
    EXPECT_NE(picture_command(state).find("--neighbours"), std::string::npos);
    // Across water only where links count as borders.
    choose(state, place("13402"));
    answer_now(state);
    stage.frame(1280, 800);
    EXPECT_TRUE(stage.scene().meetings.empty());
    EXPECT_EQ(state.analysis.answer->neighbours.table.rows.size(), 2U)
        << "the list names the links all the same";
    Wishes wishes;
    EXPECT_TRUE(run_command("analysis.sea-links", state, wishes));
    answer_now(state);
    stage.frame(1280, 800);
    EXPECT_EQ(kinds(MeetingKind::sea), 2);
    // The same as a picture on paper shows.
    Session session = session_of(state);
    Analyst analyst(state.loaded->world);
    EXPECT_EQ(meetings_of(make_snapshot(session.request, state.loaded->world), analyst),
              stage.scene().meetings);
    state.analysis.draw_neighbours = false;
    stage.frame(1280, 800);
    EXPECT_TRUE(stage.scene().meetings.empty());
    EXPECT_EQ(picture_command(state).find("--neighbours"), std::string::npos);
    state.analysis.draw_neighbours = true;
    open_tab(state, "gaps");
    stage.frame(1280, 800);
    EXPECT_TRUE(stage.scene().meetings.empty()) << "another panel is open";
    // Several places: the first ten by code.
    open_tab(state, "neighbours");
    std::vector<int> many;
    for (int i = 100; i < 130; ++i) {
        many.push_back(i);
    }
    choose(state, SetChange::replace, many);
    answer_now(state);
    stage.frame(1280, 800);
    EXPECT_EQ(state.analysis.answer->question.places.size(), most_met);
    EXPECT_GT(stage.scene().meetings.size(), 20U);
}

TEST(AnalysisPanels, WithoutAChosenPlaceTheyOfferTheSearchAndPlacesWorthALook) {
    for (const char* tab : {"peers", "neighbours"}) {
        AppState state = ready_state(600, 600);
        Stage stage(state);
        open_tab(state, tab);
        answer_now(state);
        stage.frame(1280, 800);
        stage.frame(1280, 800);
        const std::vector<int> first = state.analysis.answer->suggestions.places.at(0);
        const Municipality& m =
            state.loaded->world->catalogue.municipalities[static_cast<std::size_t>(first.at(0))];
        stage.click("button:choose-by-search", 1280, 800);
        EXPECT_TRUE(state.search.active) << tab;
        stage.click("button:example:" + m.code, 1280, 800);
        EXPECT_EQ(state.chosen.places, first) << tab;
        stage.frame(1280, 800);
        EXPECT_FALSE(stage.probes().contains("button:choose-by-search")) << tab;
    }
}

TEST(AnalysisPanels, TheDenominatorIsVisibleBelowEveryTabAndChangesEveryAnswer) {
    AppState state = ready_state(600, 600);
    Stage stage(state);
    for (const BottomTab& tab : bottom_tabs()) {
        open_tab(state, tab.key);
        stage.frame(1024, 640);
        EXPECT_TRUE(stage.probes().contains("denominator")) << tab.key;
    }
    const auto members = [&] {
        answer_now(state);
        int all = 0;
        for (const GapRegion& region : state.analysis.answer->regions) {
            all += region.municipalities;
        }
        return all;
    };
    const int usual = members();
    EXPECT_EQ(state.snapshot.table.total.municipalities, 1741);
    Wishes wishes;
    EXPECT_TRUE(run_command("analysis.wards", state, wishes));
    EXPECT_EQ(state.snapshot.table.total.municipalities, 1718);
    EXPECT_LT(members(), usual);
    EXPECT_TRUE(run_command("analysis.wards", state, wishes));
    EXPECT_EQ(state.snapshot.table.total.municipalities, 1892);
    EXPECT_GT(members(), usual);
    EXPECT_THAT(state.analysis.answer->distances.words.en, HasSubstr("Of 1,892 municipalities"));
    EXPECT_TRUE(run_command("analysis.count-north", state, wishes));
    EXPECT_EQ(state.snapshot.table.total.municipalities, 1893);
    EXPECT_THAT(denominator_note(state.snapshot).en, HasSubstr("1,893"));
    EXPECT_NE(as_command_line(state.request, "gaps").find("--wards all"), std::string::npos);
}

/// As the export dialog does.
void write_data(const AppState& state, const std::filesystem::path& file) {
    ExportChoice choice;
    choice.format = format_of(file).value();
    const OutputOrder order =
        order_of_words(split_words(export_command(choice, session_of(state), {}, file)));
    carry_out(order, make_snapshot(order.request, state.loaded->world), {});
}

TEST(AnalysisPanels, WhatIsSupposedIsAQuestionThatASessionKeepsAndNoDataHold) {
    const test::TemporaryFolder folder;
    AppState state = ready_state();
    write_data(state, folder / "without.csv");
    write_data(state, folder / "without.geojson");
    suppose(state, {place("29209")});
    EXPECT_EQ(state.snapshot.coverage[static_cast<std::size_t>(place("29209"))].grade,
              Grade::direct);
    const std::string grade = place_cell(state, place("29209"), PlaceColumn::grade);
    EXPECT_EQ(grade, supposed_class(Theme::light).name.ja) << "not as if it were selected";
    EXPECT_EQ(place_cell(state, place("29201"), PlaceColumn::grade).find(grade), std::string::npos);
    write_data(state, folder / "with.csv");
    write_data(state, folder / "with.geojson");
    EXPECT_EQ(test::read_text(folder / "with.csv"), test::read_text(folder / "without.csv"));
    EXPECT_EQ(test::read_text(folder / "with.geojson"),
              test::read_text(folder / "without.geojson"));
    const std::string text = session_text(session_of(state), folder / "a.mmap");
    EXPECT_THAT(text, HasSubstr("29209"));
    AppState other = ready_state();
    Wishes wishes;
    show_session(other, session_of(state), wishes);
    EXPECT_EQ(other.snapshot.what_if, state.snapshot.what_if);
    EXPECT_NE(picture_command(other).find("--what-if 29209"), std::string::npos)
        << "a picture says over the map that it is a supposition";
}

bool overlap(const ScreenRect& a, const ScreenRect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

TEST(AnalysisPanels, TheBannerOfASuppositionKeepsClearOfModeAndButtons) {
    for (const Lang lang : {Lang::ja, Lang::en}) {
        for (const float scale : {1.0F, 1.5F}) {
            for (const auto& [width, height] :
                 {std::pair(1024.0F, 640.0F), {1280.0F, 800.0F}, {1920.0F, 1080.0F}}) {
                AppState state = ready_state();
                state.request.lang = lang;
                suppose(state, {place("29344"), place("29209")});
                Stage stage(state, scale);
                for (int i = 0; i < 3; ++i) {
                    stage.frame(width, height);
                }
                const auto& probes = stage.probes();
                ASSERT_TRUE(probes.contains("supposed-banner"));
                const ScreenRect banner = probes.at("supposed-banner");
                const ScreenRect map = probes.at("map");
                EXPECT_GE(banner.x, map.x);
                EXPECT_LE(banner.x + banner.width, map.x + map.width);
                EXPECT_FALSE(overlap(banner, probes.at("mode"))) << width << scale;
                EXPECT_FALSE(overlap(banner, probes.at("button:zoom-in"))) << width << scale;
                EXPECT_TRUE(overlap(banner, probes.at("button:banner-clear")));
            }
        }
    }
}

TEST(AnalysisPanels, ATableThatCannotBeReadLeavesTheOneBefore) {
    AppState state = ready_state();
    const auto table = std::make_shared<UserTable>();
    table->figures.resize(state.loaded->world->catalogue.municipalities.size());
    use_user_table(state, "/a/good.csv", "x", table, {{"table", "/a/good.csv", false, 3, "abc"}});
    ASSERT_EQ(state.session.inputs.size(), 1U) << "a session remembers what the table held";
    refuse_user_table(state, {"読めない", "unreadable"});
    EXPECT_EQ(state.analysis.user_table, table);
    EXPECT_EQ(state.request.table, "/a/good.csv");
    ASSERT_FALSE(state.notices.empty());
    EXPECT_EQ(state.notices.back().text.en, "unreadable");
    use_user_table(state, {}, {}, nullptr);
    EXPECT_TRUE(state.session.inputs.empty()) << "a session must not ask for it";
}

TEST(AnalysisPanels, FiguresOfTheReadersTableSortAsNumbers) {
    AppState state = ready_state(600, 600);
    const test::TemporaryFolder folder;
    test::write_text(folder / "t.csv", "code,x\n29343,66680\n29201,1\n29205,\"1,200\"\n29344,x\n");
    Request request = state.request;
    request.table = folder / "t.csv";
    use_user_table(state, request.table, "x", load_user_table(request, *state.loaded->world));
    open_tab(state, "table");
    answer_now(state);
    const AnalysisAnswer& answer = *state.analysis.answer;
    const ResultSource source(answer.join.table, &answer.join.places, answer.serial, *answer.world);
    int column = 0;
    while (source.columns()[static_cast<std::size_t>(column)].key != "value") {
        ++column;
    }
    EXPECT_TRUE(source.columns()[static_cast<std::size_t>(column)].number);
    std::multiset<double> numbers;
    for (int row = 0; row < source.row_count(); ++row) {
        if (!source.blank(row, column)) {
            numbers.insert(source.number(row, column));
        }
    }
    EXPECT_EQ(numbers, (std::multiset<double>{1, 1200, 66680}));
}

TEST(AnalysisPanels, TheOpenTabStandsInItsRowAtEverySize) {
    for (const Lang lang : {Lang::ja, Lang::en}) {
        AppState state = ready_state(600, 600);
        state.request.lang = lang;
        Stage stage(state);
        for (const BottomTab& tab : bottom_tabs()) {
            open_tab(state, tab.key);
            stage.frame(1024, 640);
            EXPECT_TRUE(stage.probes().contains(std::string("tab:") + tab.key)) << tab.key;
        }
    }
}

TEST(AnalysisPanels, OutlinesAreAPartOfTheQuestion) {
    AppState state = ready_state(600, 600);
    Stage stage(state);
    answer_now(state);
    Wishes wishes;
    EXPECT_TRUE(run_command("analysis.outline-gaps", state, wishes));
    stage.frame(1280, 800);
    EXPECT_EQ(stage.scene().regions.size(), 12U);
    EXPECT_NE(picture_command(state).find("--gaps 12"), std::string::npos);
    state.analysis.chosen_region = 2;
    stage.frame(1280, 800);
    EXPECT_EQ(stage.scene().marked_region, 3);
    EXPECT_TRUE(run_command("analysis.outline-gaps", state, wishes));
    stage.frame(1280, 800);
    EXPECT_EQ(stage.scene().regions.size(), 1U) << "the chosen one stays";
}

TEST(AnalysisPanels, OtherBoundariesForgetAnswersAndJoinTheTableAnew) {
    AppState state = ready_state();
    answer_now(state);
    const test::TemporaryFolder folder;
    test::write_text(folder / "t.csv", "code,x\n29343,300\n");
    Request request = state.request;
    request.table = folder / "t.csv";
    use_user_table(state, request.table, "x", load_user_table(request, *state.loaded->world));
    ASSERT_TRUE(can_show(state, MapColour::figure));
    set_map_colour(state, MapColour::figure);
    auto other = std::make_shared<Loaded>(*state.loaded);
    other->world = load_world(state.request);
    take_loaded(state, other);
    EXPECT_FALSE(state.analysis.answer);
    EXPECT_FALSE(state.analysis.user_table) << "its figures belong to other places";
    EXPECT_EQ(state.request.table, request.table) << "it is still asked for";
    EXPECT_EQ(map_classes(state).colour, MapColour::grade);
    EXPECT_EQ(state.request.colour, MapColour::figure) << "it comes back with the table";
}

}  // namespace
}  // namespace miraimap::gui
