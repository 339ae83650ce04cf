// SPDX-License-Identifier: MIT
// Tiny municipalities at the national scale over scripted frames: their rings are drawn and mean
// them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/gui/map_moves.hpp"
#include "tests/gui/panel_stage.hpp"

namespace miraimap::gui {
namespace {

/// Tadaoka, the smallest town of its kind on the main islands; not selected.
constexpr const char* tiny_code = "27341";

class TinyPlaces : public testing::Test {
protected:
    TinyPlaces() {
        frames();
        tiny_ = state_.loaded->world->catalogue.find(tiny_code).value();
    }
    void frames() {
        stage_.frame(1280, 800);
        stage_.frame(1280, 800);
    }
    /// Where the tiny place is on the screen.
    [[nodiscard]] ImVec2 middle() const {
        const ScreenRect map = stage_.probes().at("map");
        const MapPoint p = state_.loaded->shapes->label_points[static_cast<std::size_t>(tiny_)];
        return {map.x + static_cast<float>(state_.view.x_px(p)),
                map.y + static_cast<float>(state_.view.y_px(p))};
    }
    /// Corners of a colour that were drawn about this far from a point.
    static int drawn(ImVec2 at, float from_px, float to_px, ImU32 colour) {
        int found = 0;
        const ImDrawData* data = ImGui::GetDrawData();
        for (int i = 0; i < data->CmdListsCount; ++i) {
            for (const ImDrawVert& corner : data->CmdLists[i]->VtxBuffer) {
                const float far = std::hypot(corner.pos.x - at.x, corner.pos.y - at.y);
                found += corner.col == colour && far >= from_px && far <= to_px ? 1 : 0;
            }
        }
        return found;
    }
    void point_at(ImVec2 at) {
        ImGui::GetIO().MousePos = at;
        frames();
    }
    void click() {
        ImGui::GetIO().MouseDown[0] = true;
        frames();
        ImGui::GetIO().MouseDown[0] = false;
        frames();
    }

    AppState state_ = ready_state();
    Stage stage_{state_};
    int tiny_ = -1;
};

TEST_F(TinyPlaces, AChosenOneHasARingInTheWindowsPainterToo) {
    const ImU32 mark = to_u32(map_style(state_.theme).selection);
    // Selected places beside it have rings of the same colour.
    const int ticks_before = drawn(middle(), 10, 12.5F, mark);
    const int ring_before = drawn(middle(), 4.5F, 9.5F, mark);
    choose(state_, tiny_);
    frames();
    EXPECT_GE(drawn(middle(), 10, 12.5F, mark), ticks_before + 8) << "ticks";
    EXPECT_GE(drawn(middle(), 4.5F, 9.5F, mark), ring_before + 20) << "ring";
    zoom_to_municipality(state_, tiny_);
    frames();
    EXPECT_EQ(drawn(middle(), 10, 12.5F, mark), 0) << "from near it is seen by itself";
}

TEST_F(TinyPlaces, TheHitMarkedInTheListIsShownOnTheMap) {
    state_.search.hits = {{HitKind::municipality, tiny_}};
    state_.search.marked = 0;
    state_.search.open = true;
    frames();
    EXPECT_EQ(stage_.scene().hovered, tiny_);
    EXPECT_GT(drawn(middle(), 4.5F, 9.5F, to_u32(map_style(state_.theme).hover)), 8);
}

TEST_F(TinyPlaces, ARingMeansItsPlace) {
    const ScreenRect map = stage_.probes().at("map");
    const auto covered = [&](ImVec2 at) {
        return std::any_of(stage_.probes().begin(), stage_.probes().end(), [&](const auto& probe) {
            const ScreenRect& r = probe.second;
            return probe.first != "map" && at.x >= r.x - 20 && at.x <= r.x + r.width + 20 &&
                   at.y >= r.y - 20 && at.y <= r.y + r.height + 20;
        });
    };
    const std::vector<MapMarker> markers = stage_.scene().markers;
    int tried = 0;
    int meant = 0;
    for (const MapMarker& marker : markers) {
        const ImVec2 at(map.x + static_cast<float>(marker.x_px),
                        map.y + static_cast<float>(marker.y_px));
        if (marker.inset >= 0 || covered(at)) {
            continue;
        }
        ++tried;
        point_at(at);
        meant += state_.hovered == marker.municipality ? 1 : 0;
    }
    EXPECT_GT(tried, 5);
    // Of rings that lie on each other the nearer one is meant.
    EXPECT_GE(meant, tried * 8 / 10);
    choose(state_, tiny_);
    frames();
    point_at(middle());
    EXPECT_EQ(state_.hovered, tiny_);
    choose(state_, SetChange::add, {0});
    click();
    EXPECT_EQ(state_.chosen.places, std::vector{tiny_}) << "a click on the ring chooses it alone";
}

}  // namespace
}  // namespace miraimap::gui
