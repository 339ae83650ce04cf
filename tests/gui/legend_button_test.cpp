// SPDX-License-Identifier: MIT
// The legend where the map has no room for it: a button, over scripted frames and in a real window.
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include "tests/gui/panel_stage.hpp"
#include "tests/gui/real_window.hpp"

namespace miraimap::gui {
namespace {

bool overlap(const ScreenRect& a, const ScreenRect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

class LegendButton : public testing::Test {
protected:
    LegendButton() { frames(); }
    void frames() {
        for (int i = 0; i < 3; ++i) {
            stage_.frame(width_px_, height_px_);
        }
    }
    void click(ImVec2 at) {
        ImGui::GetIO().MousePos = at;
        frames();
        ImGui::GetIO().MouseDown[0] = true;
        frames();
        ImGui::GetIO().MouseDown[0] = false;
        frames();
    }
    void click(const std::string& id) {
        const ScreenRect r = stage_.probes().at(id);
        click(ImVec2(r.x + r.width / 2, r.y + r.height / 2));
    }
    [[nodiscard]] bool is_open() const { return stage_.probes().contains("legend:direct"); }

    AppState state_ = ready_state();
    Stage stage_{state_};
    float width_px_ = 683;
    float height_px_ = 427;
};

TEST_F(LegendButton, OpensAndClosesByClick) {
    ASSERT_FALSE(is_open()) << "there is no room for it";
    click("legend");
    EXPECT_TRUE(is_open());
    for (const auto& [id, rect] : stage_.probes()) {
        if (id.starts_with("legend:")) {
            EXPECT_GE(rect.y, 0) << id;
            EXPECT_LE(rect.y + rect.height, height_px_) << id;
            EXPECT_LE(rect.x + rect.width, width_px_) << id;
        }
    }
    click("legend");
    EXPECT_FALSE(is_open()) << "the button closes it again";
    click("legend");
    ASSERT_TRUE(is_open());
    const int before = state_.chosen.primary;
    const ScreenRect map = stage_.probes().at("map");
    // The open legend may reach over the middle of so small a map.
    click(ImVec2(map.x + 4, map.y + map.height - 4));
    EXPECT_FALSE(is_open()) << "a click beside it closes it";
    EXPECT_EQ(state_.chosen.primary, before) << "and does nothing else";
}

TEST_F(LegendButton, EscClosesItAndOnlyIt) {
    const int sendai = state_.loaded->world->catalogue.find("04100").value();
    choose(state_, sendai);
    click("legend");
    ASSERT_TRUE(is_open());
    ImGui::GetIO().KeysDown[GLFW_KEY_ESCAPE] = true;
    frames();
    ImGui::GetIO().KeysDown[GLFW_KEY_ESCAPE] = false;
    frames();
    EXPECT_FALSE(is_open());
    EXPECT_EQ(state_.chosen.primary, sendai);
}

TEST_F(LegendButton, AClassInItIsChosenOrFilteredByAndStaysInSight) {
    set_map_colour(state_, MapColour::technology);
    frames();
    click("legend");
    std::string id;
    for (const auto& [one, rect] : stage_.probes()) {
        if (one == "legend:" + key_of(Technology::drone)) {
            id = one;
        }
    }
    ASSERT_FALSE(id.empty());
    const int all = state_.facets.passed;
    click(id);
    EXPECT_FALSE(state_.chosen.empty());
    EXPECT_EQ(state_.facets.passed, all) << "a click chooses and does not filter";
    EXPECT_TRUE(stage_.probes().contains(id)) << "so that another class can be clicked";
    click("legend-filter:" + key_of(Technology::drone));
    EXPECT_EQ(state_.request.filter.technologies, std::vector{Technology::drone});
    EXPECT_LT(state_.facets.passed, all);
    EXPECT_TRUE(stage_.probes().contains(id)) << "so that another click takes it back";
    click("legend-filter:" + key_of(Technology::drone));
    EXPECT_TRUE(state_.request.filter.technologies.empty());
}

TEST_F(LegendButton, InNoFormDoesTheLegendLieOnAFrameOfFarIslands) {
    int with_frames = 0;  // beside a legend, whatever its form
    for (width_px_ = 640; width_px_ <= 1600; width_px_ += 120) {
        for (height_px_ = 400; height_px_ <= 760; height_px_ += 30) {
            for (const MapColour colour : {MapColour::grade, MapColour::technology}) {
                set_map_colour(state_, colour);
                frames();
                const ScreenRect map = stage_.probes().at("map");
                const ScreenRect legend = stage_.probes().at("legend");
                for (const Inset& inset : stage_.scene().insets) {
                    const PixelBox f = inset.frame_px();
                    const ScreenRect frame{
                        map.x + static_cast<float>(f.left), map.y + static_cast<float>(f.top),
                        static_cast<float>(f.right - f.left), static_cast<float>(f.bottom - f.top)};
                    EXPECT_FALSE(overlap(legend, frame))
                        << inset.key << " in " << width_px_ << "x" << height_px_;
                    ++with_frames;
                }
            }
        }
    }
    EXPECT_GT(with_frames, 20) << "otherwise nothing was tested";
}

}  // namespace
}  // namespace miraimap::gui

namespace miraimap::test {
namespace {

using nlohmann::json;

TEST(LegendButtonWindow, OpensChoosesAndClosesWithMouseAndEsc) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    RealWindow window({"--scale", "1.5", "--colour", "technology"}, 1024, 640);
    const json opened = window.wait_until_ready();
    ASSERT_TRUE(opened["places"].contains("legend"));
    ASSERT_FALSE(opened["places"].contains("legend:ドローン"));
    window.click("legend");
    ASSERT_TRUE(window.dump()["places"].contains("legend:ドローン"));
    window.click("legend:ドローン");
    const json chosen = window.dump();
    EXPECT_GT(chosen["chosen_codes"].size(), 1U);
    EXPECT_EQ(chosen["filter"], opened["filter"]) << "a click chooses and does not filter";
    window.key("Escape");
    const json closed = window.dump();
    EXPECT_FALSE(closed["places"].contains("legend:ドローン"));
    EXPECT_EQ(closed["chosen_codes"], chosen["chosen_codes"]) << "Esc closes it and nothing else";
}

}  // namespace
}  // namespace miraimap::test
