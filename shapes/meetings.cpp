// SPDX-License-Identifier: MIT
#include "shapes/meetings.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace miraimap {
namespace {

/// The part of a line, as shares of its length, that lies in a box (Liang and Barsky).
struct Share {
    double from = 0;
    double to = 1;
};

Share share_in(const MapBox& box, MapPoint a, MapPoint b) {
    Share share;
    const auto cut = [&](double start, double step, double low, double high) {
        if (step == 0) {
            share.to = start < low || start > high ? -1 : share.to;
            return;
        }
        const auto [first, last] = std::minmax({(low - start) / step, (high - start) / step});
        share.from = std::max(share.from, first);
        share.to = std::min(share.to, last);
    };
    cut(a.x_m, b.x_m - a.x_m, box.min_x_m, box.max_x_m);
    cut(a.y_m, b.y_m - a.y_m, box.min_y_m, box.max_y_m);
    return share;
}

}  // namespace

std::vector<const BorderLine*> meeting_borders(const Scene& scene) {
    std::set<std::pair<int, int>> pairs;
    for (const MapMeeting& meeting : scene.meetings) {
        if (meeting.kind == MeetingKind::border) {
            pairs.insert(std::minmax(meeting.place, meeting.neighbour));
        }
    }
    std::vector<const BorderLine*> lines;
    if (pairs.empty()) {
        return lines;
    }
    for (const BorderLine& border : scene.shapes->borders) {
        if (pairs.contains(std::minmax(border.left, border.right))) {
            lines.push_back(&border);
        }
    }
    return lines;
}

std::vector<std::array<MapPoint, 2>> meeting_dashes(const MapMeeting& meeting, const View& view) {
    std::vector<std::array<MapPoint, 2>> dashes;
    const double length_px =
        std::hypot(meeting.to.x_m - meeting.from.x_m, meeting.to.y_m - meeting.from.y_m) /
        view.metres_per_px;
    if (meeting.kind != MeetingKind::sea || !std::isfinite(length_px)) {
        return dashes;
    }
    // A whole number of gaps between dashes of the usual length, or one short dash.
    const double period_px = meeting_dash_px + meeting_gap_px;
    const double gaps = std::max(0.0, std::round((length_px - meeting_dash_px) / period_px));
    const double step = gaps > 0 ? (length_px - meeting_dash_px) / gaps / length_px : 1;
    const double dash = gaps > 0 ? meeting_dash_px / length_px : 1;
    const Share seen = share_in(view.box(), meeting.from, meeting.to);
    if (seen.from > seen.to) {
        return dashes;
    }
    const double first = std::max(0.0, std::floor(seen.from / step) - 1);
    const double last = std::min(gaps, std::ceil(seen.to / step) + 1);
    const auto at = [&](double share) {
        return MapPoint{meeting.from.x_m + share * (meeting.to.x_m - meeting.from.x_m),
                        meeting.from.y_m + share * (meeting.to.y_m - meeting.from.y_m)};
    };
    for (double i = first; i <= last; ++i) {
        dashes.push_back({at(i * step), at(std::min(1.0, i * step + dash))});
    }
    return dashes;
}

}  // namespace miraimap
