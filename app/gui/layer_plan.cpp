// SPDX-License-Identifier: MIT
#include "app/gui/layer_plan.hpp"

#include <cmath>
#include <cstdlib>

namespace miraimap::gui {
namespace {

/// So near to a whole number of pixels is a move by whole pixels.
constexpr double whole_px = 0.01;

}  // namespace

LayerPlan plan_layer(const LayerLook& have, const LayerLook& want, bool keep) {
    LayerPlan plan;
    plan.look = want;
    if (keep && have == want) {
        return plan;
    }
    const DeviceView& view = want.view;
    if (keep && have.view.metres_per_px == view.metres_per_px &&
        have.view.width_px == view.width_px && have.view.height_px == view.height_px &&
        have.widths == want.widths) {
        const double x_px = (view.centre.x_m - have.view.centre.x_m) / view.metres_per_px;
        const double y_px = (view.centre.y_m - have.view.centre.y_m) / view.metres_per_px;
        const double dx = std::round(x_px);
        const double dy = std::round(y_px);
        // Half a picture is the most that is worth copying.
        if (std::abs(x_px - dx) < whole_px && std::abs(y_px - dy) < whole_px &&
            std::abs(dx) < view.width_px / 2.0 && std::abs(dy) < view.height_px / 2.0) {
            plan.look = have;
            plan.look.view.centre.x_m += dx * view.metres_per_px;
            plan.look.view.centre.y_m += dy * view.metres_per_px;
            plan.move_x = static_cast<int>(dx);
            plan.move_y = static_cast<int>(dy);
            // The extra row and column of corners is part of the last strip.
            if (plan.move_x != 0) {
                const int wide = std::abs(plan.move_x) + 1;
                plan.parts.push_back(
                    {plan.move_x > 0 ? view.width_px + 1 - wide : 0, 0, wide, view.height_px + 1});
            }
            if (plan.move_y != 0) {
                const int high = std::abs(plan.move_y) + 1;
                plan.parts.push_back(
                    {0, plan.move_y > 0 ? view.height_px + 1 - high : 0, view.width_px + 1, high});
            }
            return plan;
        }
    }
    plan.whole = true;
    plan.parts = {{0, 0, view.width_px + 1, view.height_px + 1}};
    return plan;
}

DeviceView corners_of(const DeviceView& view) {
    DeviceView corners = view;
    ++corners.width_px;
    ++corners.height_px;
    return corners;
}

}  // namespace miraimap::gui
