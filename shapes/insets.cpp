// SPDX-License-Identifier: MIT
#include "shapes/insets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "shapes/cell_sums.hpp"
#include "shapes/map_scene.hpp"

namespace miraimap {

namespace {

/// Parts further from their municipality's middle are left out (Iwo To belongs to Ogasawara).
constexpr double far_part_inset_m = 400e3;
constexpr double cell_px = 8;       ///< of the land grid
constexpr double clearance_px = 8;  ///< between a frame and land or another frame

bool in_focus(const std::vector<int>& prefectures, int prefecture) {
    return std::find(prefectures.begin(), prefectures.end(), prefecture) != prefectures.end();
}

/// Which groups make up one frame, and where it likes to be.
struct Plan {
    std::string key;
    Text name;
    std::vector<FarIslands> groups;
    bool bottom_right = false;  ///< else top left
};

std::vector<Plan> plans_for(const std::vector<int>& prefectures) {
    static const Plan ogasawara{
        "ogasawara", {"小笠原諸島", "Ogasawara"}, {FarIslands::ogasawara}, true};
    static const Plan sakishima{"sakishima", {"先島諸島", "Sakishima"}, {FarIslands::sakishima}};
    if (prefectures.empty()) {
        return {{"okinawa",
                 {"沖縄・奄美", "Okinawa, Amami"},
                 {FarIslands::okinawa, FarIslands::amami, FarIslands::daito}},
                sakishima,
                ogasawara};
    }
    std::vector<Plan> plans;
    if (in_focus(prefectures, 1)) {
        plans.push_back(
            {"northern", {"北方領土", "Northern Territories"}, {FarIslands::northern}, true});
    }
    if (in_focus(prefectures, 42)) {
        plans.push_back({"tsushima", {"対馬・壱岐", "Tsushima, Iki"}, {FarIslands::tsushima}});
    }
    if (in_focus(prefectures, 13)) {
        plans.push_back({"izu", {"伊豆諸島", "Izu Islands"}, {FarIslands::izu}});
        plans.push_back(ogasawara);
    }
    if (in_focus(prefectures, 46)) {
        plans.push_back({"amami", {"奄美・トカラ", "Amami, Tokara"}, {FarIslands::amami}});
    }
    if (in_focus(prefectures, 47)) {
        plans.push_back(sakishima);
        plans.push_back({"daito", {"大東諸島", "Daito"}, {FarIslands::daito}, true});
    }
    return plans;
}

MapBox plan_box(const Plan& plan, const Catalogue& catalogue, const MapShapes& shapes) {
    MapBox box;
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        const FarIslands group = far_islands_of(catalogue.municipalities[i]);
        if (std::find(plan.groups.begin(), plan.groups.end(), group) != plan.groups.end()) {
            box.add(box_without_far_parts(shapes, i, far_part_inset_m));
        }
    }
    return box;
}

/// Which cells of the picture hold land.
class LandGrid {
public:
    /// @param matters  per municipality: land that must not be covered
    LandGrid(const MapShapes& shapes, const View& view, const std::vector<char>& matters)
        : land_(static_cast<std::size_t>(std::max(1.0, std::ceil(view.width_px / cell_px))),
                static_cast<std::size_t>(std::max(1.0, std::ceil(view.height_px / cell_px)))) {
        const MapBox box = view.box();
        const auto counts = [&](int municipality) {
            return municipality >= 0 && matters[static_cast<std::size_t>(municipality)] != 0;
        };
        for (const BorderLine& border : shapes.borders) {
            if (!counts(border.left) && !counts(border.right)) {
                continue;
            }
            for (std::size_t i = 0; i + 1 < border.points.size(); ++i) {
                mark_segment(view, box, border.points[i], border.points[i + 1]);
            }
        }
        land_.sum_up();
        // A frame inside one large municipality meets no border.
        for (std::size_t i = 0; i < shapes.boxes.size(); ++i) {
            const MapBox& b = shapes.boxes[i];
            if (matters[i] != 0 && box.overlaps(b)) {
                boxes_.push_back(view.box_px(b));
            }
        }
    }

    /// Cells with a border or coast inside the rectangle.
    [[nodiscard]] int land_in(const PixelBox& box) const {
        const std::size_t c0 = clamp(box.left, land_.columns());
        const std::size_t c1 = clamp(box.right, land_.columns() - 1) + 1;
        const std::size_t r0 = clamp(box.top, land_.rows());
        const std::size_t r1 = clamp(box.bottom, land_.rows() - 1) + 1;
        const int cells = land_.in(r0, r1, c0, c1);
        if (cells > 0) {
            return cells;
        }
        const bool covered = std::any_of(boxes_.begin(), boxes_.end(),
                                         [&](const PixelBox& land) { return land.contains(box); });
        return covered ? 1 : 0;
    }

private:
    static std::size_t clamp(double px, std::size_t most) {
        return static_cast<std::size_t>(
            std::clamp(std::floor(px / cell_px), 0.0, static_cast<double>(most)));
    }

    void mark_segment(const View& view, const MapBox& box, MapPoint a, MapPoint b) {
        if (std::max(a.x_m, b.x_m) < box.min_x_m || std::min(a.x_m, b.x_m) > box.max_x_m ||
            std::max(a.y_m, b.y_m) < box.min_y_m || std::min(a.y_m, b.y_m) > box.max_y_m) {
            return;
        }
        const double dx_m = b.x_m - a.x_m;
        const double dy_m = b.y_m - a.y_m;
        const double step_m = cell_px / 2 * view.metres_per_px;
        // Most pieces are far shorter than a step.
        const int steps =
            dx_m * dx_m + dy_m * dy_m < step_m * step_m
                ? 1
                : static_cast<int>(std::min(std::hypot(dx_m, dy_m) / step_m, 2000.0)) + 1;
        for (int k = 0; k < steps; ++k) {
            const double t = static_cast<double>(k) / steps;
            const MapPoint p{a.x_m + t * (b.x_m - a.x_m), a.y_m + t * (b.y_m - a.y_m)};
            if (box.contains(p)) {
                land_.cell(clamp(view.y_px(p), land_.rows() - 1),
                           clamp(view.x_px(p), land_.columns() - 1)) = 1;
            }
        }
    }

    CellSums land_;
    std::vector<PixelBox> boxes_;
};

class InsetPlacer {
public:
    InsetPlacer(const MapShapes& shapes, const InsetQuestion& question,
                const std::vector<char>& matters)
        : question_(question), land_(shapes, question.view, matters), taken_(question.reserved) {}

    void place(const Plan& plan, const MapBox& box) {
        const double main = question_.view.metres_per_px;
        // From a little larger than the main map down to much smaller: the largest that finds room.
        for (const Size& size : sizes) {
            for (double factor = 0.6; factor < (size.in_corner ? 4 : 60); factor *= 1.12) {
                Inset inset = frame(plan, box, main * factor, size.smallest);
                if (modest(inset) && find_place(plan, inset, size.in_corner)) {
                    fill_frame(inset, box);
                    keep(inset);
                    return;
                }
            }
        }
        place_on_coast(plan, box);
    }

    std::vector<Inset> take() { return std::move(insets_); }

private:
    /// Where a frame may stand, and the least it may measure, of the usual least size.
    struct Size {
        bool in_corner;
        double smallest;
    };
    static constexpr double small_frame = 0.72;
    static constexpr std::array<Size, 4> sizes{
        {{true, 1}, {false, 1}, {true, small_frame}, {false, small_frame}}};

    [[nodiscard]] bool modest(const Inset& inset) const {
        return inset.view.width_px < question_.view.width_px * 0.40 &&
               inset.view.height_px < question_.view.height_px * 0.42;
    }

    /// No open sea anywhere: on a little land rather than nowhere, but never on what is drawn over
    /// the map, and not on so much that the main map is worth less.
    void place_on_coast(const Plan& plan, const MapBox& box) {
        constexpr double most_land = 0.08;
        double factor = 1;
        while (factor < 60 &&
               !modest(frame(plan, box, question_.view.metres_per_px * factor, small_frame))) {
            factor *= 1.12;
        }
        for (const double smaller : {1.3, 2.0, 3.3, 5.2}) {
            Inset inset =
                frame(plan, box, question_.view.metres_per_px * factor * smaller, small_frame);
            const double cells = inset.view.width_px * inset.view.height_px / (cell_px * cell_px);
            if (find_least_land(plan, inset) &&
                land_.land_in(inset.frame_px()) <= cells * most_land) {
                fill_frame(inset, box);
                keep(inset);
                return;
            }
        }
    }

    /// The place beside everything taken that covers least land; of several, the one nearest to the
    /// wished corner.
    bool find_least_land(const Plan& plan, Inset& inset) const {
        const double m = question_.margin_px;
        const double most_x = question_.view.width_px - inset.view.width_px - m;
        const double most_y = question_.view.height_px - inset.view.height_px - m;
        std::pair<int, double> best{std::numeric_limits<int>::max(), 0};
        Inset found = inset;
        for (double dy = 0; dy <= most_y - m; dy += cell_px) {
            for (double dx = 0; dx <= most_x - m; dx += cell_px) {
                found.left_px = plan.bottom_right ? most_x - dx : m + dx;
                found.top_px = plan.bottom_right ? most_y - dy : m + dy;
                const PixelBox frame = found.frame_px();
                const bool hits =
                    std::any_of(taken_.begin(), taken_.end(),
                                [&](const PixelBox& other) { return other.overlaps(frame); });
                const std::pair<int, double> cost{land_.land_in(frame), std::hypot(dx, dy)};
                if (!hits && cost < best) {
                    best = cost;
                    inset.left_px = std::round(found.left_px);
                    inset.top_px = std::round(found.top_px);
                }
            }
        }
        return best.first < std::numeric_limits<int>::max();
    }

    /// A frame of the smallest size has room for its islands at a larger scale than it was tried
    /// with, and shows less beside them.
    void fill_frame(Inset& inset, const MapBox& box) const {
        const double pad = pad_px();
        inset.view.metres_per_px =
            std::min(inset.view.metres_per_px,
                     std::max(box.width_m() / (inset.view.width_px - 2 * pad),
                              box.height_m() / (inset.view.height_px - 2 * inset.strip_px - pad)));
    }

    [[nodiscard]] double pad_px() const { return std::round(9 * question_.text_scale); }

    [[nodiscard]] Inset frame(const Plan& plan, const MapBox& box, double metres_per_px,
                              double least_size) const {
        Inset inset;
        inset.key = plan.key;
        inset.name = plan.name;
        inset.land = box;
        inset.right = plan.bottom_right;
        inset.strip_px = std::round(20 * question_.text_scale);
        const double pad = pad_px();
        const double smallest = std::round(104 * least_size * question_.text_scale);
        inset.view.metres_per_px = metres_per_px;
        inset.view.centre = {(box.min_x_m + box.max_x_m) / 2, (box.min_y_m + box.max_y_m) / 2};
        inset.view.width_px =
            std::round(std::max(box.width_m() / metres_per_px + 2 * pad, smallest));
        inset.view.height_px = std::round(
            std::max(box.height_m() / metres_per_px + 2 * inset.strip_px + pad, smallest * 0.62));
        return inset;
    }

    /// The free place nearest to the wished corner.
    /// @param in_corner  no further away than the corner's part of the picture
    bool find_place(const Plan& plan, Inset& inset, bool in_corner) const {
        const double m = question_.margin_px;
        const double most_x = question_.view.width_px - inset.view.width_px - m;
        const double most_y = question_.view.height_px - inset.view.height_px - m;
        const double reach_x = (most_x - m) * (in_corner ? 0.55 : 1.0);
        const double reach_y = (most_y - m) * (in_corner ? 0.55 : 1.0);
        double best = std::numeric_limits<double>::infinity();
        double best_x = 0;
        double best_y = 0;
        for (double dy = 0; dy <= reach_y; dy += cell_px) {
            for (double dx = 0; dx <= reach_x; dx += cell_px) {
                const double far = std::hypot(dx, dy);
                if (far >= best) {
                    continue;
                }
                inset.left_px = plan.bottom_right ? most_x - dx : m + dx;
                inset.top_px = plan.bottom_right ? most_y - dy : m + dy;
                if (is_free(inset.frame_px())) {
                    best = far;
                    best_x = inset.left_px;
                    best_y = inset.top_px;
                }
            }
        }
        inset.left_px = std::round(best_x);
        inset.top_px = std::round(best_y);
        return std::isfinite(best);
    }

    [[nodiscard]] bool is_free(const PixelBox& frame) const {
        const PixelBox wide{frame.left - clearance_px, frame.top - clearance_px,
                            frame.right + clearance_px, frame.bottom + clearance_px};
        return std::none_of(taken_.begin(), taken_.end(),
                            [&](const PixelBox& other) { return other.overlaps(wide); }) &&
               land_.land_in(wide) == 0;
    }

    void keep(const Inset& inset) {
        taken_.push_back(inset.frame_px());
        insets_.push_back(inset);
    }

    const InsetQuestion& question_;
    LandGrid land_;
    std::vector<PixelBox> taken_;
    std::vector<Inset> insets_;
};

/// A frame that the view asks for, and the land it shows.
struct WantedFrame {
    Plan plan;
    MapBox box;
};

std::vector<WantedFrame> wanted_frames(const Catalogue& catalogue, const MapShapes& shapes,
                                       const InsetQuestion& question) {
    const View& view = question.view;
    if (shapes.layout == MapLayout::tiles) {
        return {};
    }
    const MapBox home = question.prefectures.empty()
                            ? main_islands(catalogue, shapes)
                            : prefecture_box(catalogue, shapes, question.prefectures);
    if (home.empty() || view.width_px <= 0 || view.height_px <= 0) {
        return {};
    }
    const MapBox seen = view.box();
    const double width =
        std::min(seen.max_x_m, home.max_x_m) - std::max(seen.min_x_m, home.min_x_m);
    const double height =
        std::min(seen.max_y_m, home.max_y_m) - std::max(seen.min_y_m, home.min_y_m);
    if (width < home.width_m() * 0.7 || height < home.height_m() * 0.7) {
        return {};  // the reader has moved into a part of it
    }
    std::vector<WantedFrame> wanted;
    for (const Plan& plan : plans_for(question.prefectures)) {
        const MapBox box = plan_box(plan, catalogue, shapes);
        const bool shown =
            seen.contains({box.min_x_m, box.min_y_m}) && seen.contains({box.max_x_m, box.max_y_m});
        if (!box.empty() && !shown) {
            wanted.push_back({plan, box});
        }
    }
    return wanted;
}

}  // namespace

std::vector<Inset> place_insets(const Catalogue& catalogue, const MapShapes& shapes,
                                const InsetQuestion& question) {
    const std::vector<WantedFrame> wanted = wanted_frames(catalogue, shapes, question);
    if (wanted.empty()) {
        return {};
    }
    // With prefectures in focus, frames may lie on the others.
    std::vector<char> matters;
    for (const Municipality& m : catalogue.municipalities) {
        matters.push_back(
            question.prefectures.empty() || in_focus(question.prefectures, m.prefecture) ? 1 : 0);
    }
    InsetPlacer placer(shapes, question, matters);
    for (const auto& [plan, box] : wanted) {
        placer.place(plan, box);
    }
    return placer.take();
}

std::size_t wanted_insets(const Catalogue& catalogue, const MapShapes& shapes,
                          const InsetQuestion& question) {
    return wanted_frames(catalogue, shapes, question).size();
}

}  // namespace miraimap
