// SPDX-License-Identifier: MIT
// How much of a table is seen on a small laptop's screen, over scripted frames.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/gui/analysis_actions.hpp"
#include "app/gui/bottom_tabs.hpp"
#include "app/gui/commands.hpp"
#include "app/gui/window_settings.hpp"
#include "tests/gui/panel_stage.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

class TableRoom : public testing::Test {
protected:
    void show(const char* tab) {
        open_tab(state_, tab);
        for (int i = 0; i < 3; ++i) {
            answer_now(state_);
            stage_.frame(1280, 800);
        }
    }
    /// Rows of a table that lie wholly above the status line.
    [[nodiscard]] int rows_seen(const std::string& grid) const {
        const float end = 800 - size::status_bar_px;
        int seen = 0;
        for (int row = 0; stage_.probes().contains(fmt::format("grid:{}:{}", grid, row)); ++row) {
            const ScreenRect r = stage_.probes().at(fmt::format("grid:{}:{}", grid, row));
            seen += r.y + r.height <= end ? 1 : 0;
        }
        return seen;
    }
    [[nodiscard]] float map_height() const { return stage_.probes().at("map").height; }

    AppState state_ = ready_state();
    Stage stage_{state_};
};

TEST_F(TableRoom, EveryTabOfTheAnalysisShowsEightRowsAt1280x800) {
    const test::TemporaryFolder folder;
    std::string rows = "code,x\n";
    for (const Municipality& m : state_.loaded->world->catalogue.municipalities) {
        rows += m.code + ",1\n";
    }
    test::write_text(folder / "t.csv", rows);
    Request request = state_.request;
    request.table = folder / "t.csv";
    use_user_table(state_, request.table, "x", load_user_table(request, *state_.loaded->world));
    // 高山市 has more than eight neighbours.
    const int takayama = state_.loaded->world->catalogue.find("21203").value();
    struct Shown {
        const char* tab;
        const char* grid;
        int least;
    };
    for (const Lang lang : {Lang::ja, Lang::en}) {
        state_.request.lang = lang;
        for (const auto& [tab, grid, least] :
             {Shown{"gaps", "gaps", 8}, Shown{"peers", "peers", 8},
              Shown{"adopters", "adopters", 8}, Shown{"distances", "distances", 8},
              Shown{"neighbours", "neighbours", 8},
              // No more are suggested before more are asked for, and there are five years.
              Shown{"what-if", "suggestions", 5}, Shown{"years", "years", 5},
              Shown{"table", "join", 8}}) {
            // Long tables would go to the chosen row.
            const bool of_place = std::string(tab) == "peers" || std::string(tab) == "neighbours";
            choose(state_, of_place ? takayama : -1);
            show(tab);
            EXPECT_GE(rows_seen(grid), least) << tab;
            EXPECT_GE(map_height(), 320) << "and the map stays a map";
        }
    }
}

TEST_F(TableRoom, TheTablesGrowAndShrinkByKeyAndKeepIt) {
    show("prefectures");
    const float usual = map_height();
    Wishes wishes;
    ASSERT_TRUE(run_command("window.tall-tables", state_, wishes));
    show("prefectures");
    EXPECT_LT(map_height(), usual * 0.7F);
    EXPECT_TRUE(stage_.probes().contains("legend")) << "the map is still there";
    const LayoutChoices again = parse_settings(settings_text(state_.layout), "layout").choices;
    EXPECT_TRUE(again.tall_bottom);
    ASSERT_TRUE(run_command("window.tall-tables", state_, wishes));
    show("prefectures");
    EXPECT_FLOAT_EQ(map_height(), usual);
}

TEST_F(TableRoom, AHeightSetByHandHoldsForEveryTab) {
    drag_panel(state_.layout, Panel::bottom, 200);
    show("prefectures");
    const float map = map_height();
    show("gaps");
    EXPECT_FLOAT_EQ(map_height(), map);
    ASSERT_LT(rows_seen("gaps"), 8);
}

}  // namespace
}  // namespace miraimap::gui
