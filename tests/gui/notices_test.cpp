// SPDX-License-Identifier: MIT
// Messages over the map: how long they stay, what is counted, where they stand.
#include "app/gui/notices.hpp"

#include <gtest/gtest.h>

#include "tests/gui/loaded_state.hpp"
#include "tests/gui/panel_stage.hpp"
#include "tests/gui/real_window.hpp"

namespace miraimap::gui {
namespace {

using nlohmann::json;

Notice saying(const char* text, bool problem = false) { return {problem, {text, text}}; }

TEST(Notices, InformationGoesProblemsStayAndTheNextOneDueIsKnown) {
    AppState state;
    show_notice(state, saying("done"));
    show_notice(state, saying("broken", true));
    EXPECT_FALSE(notice_due_s(state, 10)) << "its time begins when it is drawn";
    EXPECT_FALSE(update_notices(state, 10));
    const double due_s = notice_due_s(state, 10).value();
    EXPECT_GE(due_s, 3);
    EXPECT_LE(due_s, 8);
    EXPECT_DOUBLE_EQ(notice_due_s(state, 11).value(), due_s - 1);
    EXPECT_FALSE(update_notices(state, 10 + due_s - 0.1));
    ASSERT_EQ(state.notices.size(), 2U);
    EXPECT_TRUE(update_notices(state, 10 + due_s + 0.01)) << "it fades";
    update_notices(state, 10 + due_s + 2 * notice_fade_s);
    ASSERT_EQ(state.notices.size(), 1U);
    EXPECT_TRUE(state.notices[0].problem);
    EXPECT_FALSE(notice_due_s(state, 1e6)) << "the window sleeps on";
}

TEST(Notices, RepeatsAreCountedAndATopicReplacesItself) {
    AppState state;
    show_notice(state, saying("copied"));
    update_notices(state, 0);
    show_notice(state, saying("copied"));
    ASSERT_EQ(state.notices.size(), 1U);
    EXPECT_EQ(state.notices[0].times, 2);
    EXPECT_FALSE(state.notices[0].until_s) << "it is to be read anew";
    for (const char* size : {"110 %", "125 %"}) {
        Notice notice = saying(size);
        notice.topic = "size";
        show_notice(state, notice);
    }
    ASSERT_EQ(state.notices.size(), 2U);
    EXPECT_EQ(state.notices[1].text.ja, "125 %");
    EXPECT_EQ(state.notices[1].times, 1);
    EXPECT_LT(reading_time_s(state.notices[1]), reading_time_s(state.notices[0]));
}

TEST(Notices, ProblemsOutliveInformationWhenThereIsNoMoreRoom) {
    AppState state;
    show_notice(state, saying("first", true));
    for (const char* text : {"a", "b", "c", "d"}) {
        show_notice(state, saying(text));
    }
    ASSERT_EQ(state.notices.size(), 3U);
    EXPECT_EQ(state.notices[0].text.en, "first");
    EXPECT_EQ(state.notices[2].text.en, "d");
}

bool overlap(const ScreenRect& a, const ScreenRect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

class NoticesOnScreen : public testing::Test {
protected:
    NoticesOnScreen() {
        show_notice(state_,
                    saying("A message that is long enough to be broken into lines, twice."));
        show_notice(state_, saying("ok"));
        show_notice(state_, saying("problem", true));
    }
    void frames(float width, float height) {
        for (int i = 0; i < 4; ++i) {
            stage_.frame(width, height);
        }
    }
    [[nodiscard]] ScreenRect notice(int i) const {
        return stage_.probes().at("notice:" + std::to_string(i));
    }

    AppState state_ = ready_state();
    Stage stage_{state_};
};

TEST_F(NoticesOnScreen, TheyLeaveTheWholeMapInSightWhereAPanelStandsBesideIt) {
    for (const auto& [width, height] :
         {std::pair(1024.0F, 640.0F), std::pair(1280.0F, 800.0F), std::pair(1600.0F, 1000.0F)}) {
        for (const bool right : {true, false}) {
            state_.layout.right.shown = right;
            state_.layout.left.shown = true;
            frames(width, height);
            for (int i = 0; i < 3; ++i) {
                EXPECT_FALSE(overlap(notice(i), stage_.probes().at("map"))) << i << " at " << width;
                EXPECT_GT(notice(i).y, height / 4) << width;
            }
        }
    }
}

TEST_F(NoticesOnScreen, OverAMapAloneTheyCoverNoControl) {
    for (const auto& [width, height] : {std::pair(1024.0F, 640.0F), std::pair(1600.0F, 1000.0F)}) {
        state_.layout.full_map = true;
        frames(width, height);
        for (int i = 0; i < 3; ++i) {
            for (const char* control : {"mode", "legend", "button:zoom-in", "button:zoom-out"}) {
                EXPECT_TRUE(!stage_.probes().contains(control) ||
                            !overlap(notice(i), stage_.probes().at(control)))
                    << control << " at " << width;
            }
        }
    }
}

TEST(NoticesWindow, ANoticeGoesByItselfAndTheWindowSleepsMeanwhile) {
    if (const std::string reason = test::why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    test::RealWindow window({});
    window.wait_until_ready();
    window.move(400, 60);
    window.key("ctrl+shift+c");
    const json said = window.wait_until_still();
    ASSERT_EQ(said["notices"].size(), 1U);
    EXPECT_EQ(said["asleep"], true);
    const json gone = window.wait_for([](const json& d) { return d["notices"].empty(); }, 40);
    EXPECT_TRUE(gone["notices"].empty());
    EXPECT_LT(gone["counters"]["frames"].get<int>() - said["counters"]["frames"].get<int>(), 60)
        << "drawn while it fades, not while it stays";
}

}  // namespace
}  // namespace miraimap::gui
