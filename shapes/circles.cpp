// SPDX-License-Identifier: MIT
#include "shapes/circles.hpp"

#include <algorithm>
#include <cmath>

#include "shapes/legend.hpp"

namespace miraimap {
namespace {

/// The largest of 1, 2, 5, 10, 20 … that is not above a number; 0 below 1.
std::int64_t round_amount(double most) {
    std::int64_t found = 0;
    for (std::int64_t power = 1; static_cast<double>(power) <= most; power *= 10) {
        for (const std::int64_t times : {1, 2, 5}) {
            if (static_cast<double>(times * power) <= most) {
                found = times * power;
            }
        }
    }
    return found;
}

bool inside(const PixelBox& box, double x_px, double y_px) {
    return x_px >= box.left && x_px <= box.right && y_px >= box.top && y_px <= box.bottom;
}

}  // namespace

double circle_radius_px(std::int64_t thousand_yen, std::int64_t largest, double text_scale) {
    if (thousand_yen <= 0 || largest <= 0) {
        return 0;
    }
    return largest_circle_px * text_scale *
           std::sqrt(static_cast<double>(thousand_yen) / static_cast<double>(largest));
}

std::vector<MapCircle> place_circles(const Scene& scene, const std::vector<PlaceAmount>& amounts,
                                     std::int64_t largest, double text_scale) {
    std::vector<MapCircle> circles;
    for (const PlaceAmount& amount : amounts) {
        if (amount.prefecture < 1) {
            continue;
        }
        const MapPoint p =
            amount.municipality >= 0
                ? scene.shapes->label_points[static_cast<std::size_t>(amount.municipality)]
                : scene.shapes
                      ->prefecture_label_points[static_cast<std::size_t>(amount.prefecture - 1)];
        const double radius = circle_radius_px(amount.thousand_yen, largest, text_scale);
        if (!std::isfinite(p.x_m) || radius <= 0) {
            continue;
        }
        MapCircle circle{
            amount.municipality, amount.prefecture, amount.thousand_yen, 0, 0, radius, -1};
        bool covered = false;
        for (std::size_t i = 0; i < scene.insets.size(); ++i) {
            const Inset& inset = scene.insets[i];
            const PixelBox frame = inset.frame_px();
            circle.x_px = frame.left + inset.view.x_px(p);
            circle.y_px = frame.top + inset.view.y_px(p);
            circle.inset = static_cast<int>(i);
            if (inside(frame, circle.x_px, circle.y_px)) {
                circles.push_back(circle);
            }
            covered = covered || inside(frame, scene.view.x_px(p), scene.view.y_px(p));
        }
        circle.x_px = scene.view.x_px(p);
        circle.y_px = scene.view.y_px(p);
        circle.inset = -1;
        const PixelBox seen{-radius, -radius, scene.view.width_px + radius,
                            scene.view.height_px + radius};
        if (!covered && inside(seen, circle.x_px, circle.y_px)) {
            circles.push_back(circle);
        }
    }
    return circles;
}

CircleLegend circle_legend(const std::vector<PlaceAmount>& amounts, std::int64_t largest,
                           AmountKind kind, double text_scale) {
    CircleLegend legend;
    for (const PlaceAmount& amount : amounts) {
        legend.total_thousand_yen += amount.thousand_yen;
        legend.selections += static_cast<int>(amount.passed.size());
    }
    legend.title =
        kind == AmountKind::granted ? Text{"交付額", "Granted"} : Text{"要望額", "Requested"};
    for (const double share : {1.0, 0.25, 0.05}) {
        const std::int64_t amount = round_amount(static_cast<double>(largest) * share);
        const bool again = !legend.steps.empty() && legend.steps.back().thousand_yen == amount;
        if (amount > 0 && !again) {
            const std::string number = figure_text(static_cast<double>(amount));
            legend.steps.push_back({amount,
                                    circle_radius_px(amount, largest, text_scale),
                                    {number + " 千円", "JPY " + number + " thousand"}});
        }
    }
    const bool prefectures =
        std::any_of(amounts.begin(), amounts.end(), [](const PlaceAmount& amount) {
            return amount.municipality < 0 && amount.prefecture > 0 && amount.thousand_yen > 0;
        });
    if (prefectures && !legend.steps.empty()) {
        constexpr double sample_px = 6;
        legend.steps.push_back(
            {0, sample_px * text_scale, {"都道府県が対象", "Of a prefecture"}, true});
    }
    return legend;
}

}  // namespace miraimap
