// SPDX-License-Identifier: MIT
#include "shapes/meetings.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace miraimap {
namespace {

View view_of(double metres_per_px) { return {{0, 0}, metres_per_px, 400, 300}; }

MapMeeting link(MapPoint from, MapPoint to) { return {1, 2, MeetingKind::sea, from, to}; }

TEST(Meetings, DashesRunFromEndToEndAtTheirSizeOnTheScreen) {
    for (const double metres_per_px : {10.0, 100.0, 333.0}) {
        const MapPoint from{-100 * metres_per_px, -50 * metres_per_px};
        const MapPoint to{120 * metres_per_px, 70 * metres_per_px};
        const auto dashes = meeting_dashes(link(from, to), view_of(metres_per_px));
        ASSERT_GT(dashes.size(), 10U);
        EXPECT_NEAR(dashes.front()[0].x_m, from.x_m, 1e-6);
        EXPECT_NEAR(dashes.back()[1].x_m, to.x_m, 1e-6);
        EXPECT_NEAR(dashes.back()[1].y_m, to.y_m, 1e-6);
        for (const auto& [a, b] : dashes) {
            EXPECT_NEAR(std::hypot(b.x_m - a.x_m, b.y_m - a.y_m) / metres_per_px, meeting_dash_px,
                        1e-6);
        }
    }
}

TEST(Meetings, OfALongLinkOnlyWhatMayBeSeenIsCut) {
    const double far_m = 1e6;
    const auto dashes = meeting_dashes(link({-far_m, 0}, {far_m, 0}), view_of(1));
    EXPECT_GT(dashes.size(), 20U);
    EXPECT_LT(dashes.size(), 60U);
    EXPECT_TRUE(meeting_dashes(link({far_m, far_m}, {far_m + 500, far_m}), view_of(1)).empty());
    EXPECT_EQ(meeting_dashes(link({0, 0}, {3, 0}), view_of(1)).size(), 1U) << "one short dash";
    MapMeeting border = link({0, 0}, {100, 0});
    border.kind = MeetingKind::border;
    EXPECT_TRUE(meeting_dashes(border, view_of(1)).empty());
}

}  // namespace
}  // namespace miraimap
