// SPDX-License-Identifier: MIT
#include "shapes/free_view.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "shapes/cell_sums.hpp"

namespace miraimap {
namespace {

constexpr double cell_px = 4;     ///< of the grid of land
constexpr double step_px = 6;     ///< between the places that are tried
constexpr double smaller = 0.97;  ///< from one tried size to the next

/// Cells with land of a picture cut to the land.
class PartGrid {
public:
    PartGrid(const std::vector<MapBox>& parts, const MapBox& around, double metres_per_px)
        : land_(count(around.width_m() / metres_per_px), count(around.height_m() / metres_per_px)) {
        const auto cell = [&](double offset_m, std::size_t cells) {
            const double at = std::max(0.0, offset_m / metres_per_px / cell_px);
            return std::min(static_cast<std::size_t>(at), cells - 1);
        };
        // A mark at the first cell and behind the last: their sums say how many parts lie there.
        CellSums marks(land_.columns() + 1, land_.rows() + 1);
        for (const MapBox& part : parts) {
            if (part.empty()) {
                continue;
            }
            const std::size_t left = cell(part.min_x_m - around.min_x_m, land_.columns());
            const std::size_t right = cell(part.max_x_m - around.min_x_m, land_.columns()) + 1;
            const std::size_t top = cell(around.max_y_m - part.max_y_m, land_.rows());
            const std::size_t bottom = cell(around.max_y_m - part.min_y_m, land_.rows()) + 1;
            marks.cell(top, left) += 1;
            marks.cell(top, right) -= 1;
            marks.cell(bottom, left) -= 1;
            marks.cell(bottom, right) += 1;
        }
        marks.sum_up();
        for (std::size_t row = 0; row < land_.rows(); ++row) {
            for (std::size_t column = 0; column < land_.columns(); ++column) {
                land_.cell(row, column) = marks.in(0, row + 1, 0, column + 1) > 0 ? 1 : 0;
            }
        }
        land_.sum_up();
    }

    /// Cells with land inside a box in pixels from the land's top left.
    [[nodiscard]] int land_in(const PixelBox& box) const {
        const std::size_t left = edge(std::floor(box.left / cell_px), land_.columns());
        const std::size_t right = edge(std::ceil(box.right / cell_px), land_.columns());
        const std::size_t top = edge(std::floor(box.top / cell_px), land_.rows());
        const std::size_t bottom = edge(std::ceil(box.bottom / cell_px), land_.rows());
        return left >= right || top >= bottom ? 0 : land_.in(top, bottom, left, right);
    }

private:
    static std::size_t count(double extent_px) {
        return static_cast<std::size_t>(std::max(1.0, std::ceil(extent_px / cell_px)));
    }
    static std::size_t edge(double cells, std::size_t most) {
        return static_cast<std::size_t>(std::clamp(cells, 0.0, static_cast<double>(most)));
    }

    CellSums land_;
};

/// Where the land's top left may stand.
struct Stand {
    double x_px = 0;
    double y_px = 0;
    double from_middle_px = 0;
};

std::vector<Stand> stands(double slack_x_px, double slack_y_px, double left_px, double top_px) {
    std::vector<Stand> found;
    const auto steps = [](double slack_px) {
        return static_cast<int>(std::ceil(std::max(0.0, slack_px) / 2 / step_px));
    };
    const auto offset = [](int step, int most, double slack_px) {
        return most == 0 ? 0.0 : static_cast<double>(step) / most * slack_px / 2;
    };
    const int most_x = steps(slack_x_px);
    const int most_y = steps(slack_y_px);
    for (int y = -most_y; y <= most_y; ++y) {
        for (int x = -most_x; x <= most_x; ++x) {
            const double dx = offset(x, most_x, slack_x_px);
            const double dy = offset(y, most_y, slack_y_px);
            found.push_back(
                {left_px + slack_x_px / 2 + dx, top_px + slack_y_px / 2 + dy, std::hypot(dx, dy)});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Stand& a, const Stand& b) {
        return a.from_middle_px < b.from_middle_px;
    });
    return found;
}

}  // namespace

FreeView free_view(const FreeViewQuestion& question) {
    MapBox around;
    for (const MapBox& part : question.parts) {
        around.add(part);
    }
    FreeView best;
    best.view = View::fit(around, question.width_px, question.height_px, question.margin);
    if (around.empty() || question.covered.empty() || question.width_px <= 0 ||
        question.height_px <= 0) {
        return best;
    }
    const double fitted = best.view.metres_per_px;
    const double inner_x_px = question.width_px * (1 - 2 * question.margin);
    const double inner_y_px = question.height_px * (1 - 2 * question.margin);
    int least = std::numeric_limits<int>::max();
    for (double share = 1; share >= question.least_share && least > 0; share *= smaller) {
        const double metres_per_px = fitted / share;
        const PartGrid grid(question.parts, around, metres_per_px);
        for (const Stand& stand :
             stands(inner_x_px - around.width_m() / metres_per_px,
                    inner_y_px - around.height_m() / metres_per_px,
                    question.width_px * question.margin, question.height_px * question.margin)) {
            int hidden = 0;
            for (const PixelBox& box : question.covered) {
                hidden += grid.land_in({box.left - stand.x_px, box.top - stand.y_px,
                                        box.right - stand.x_px, box.bottom - stand.y_px});
            }
            if (hidden >= least) {
                continue;
            }
            least = hidden;
            best.share = share;
            best.view.metres_per_px = metres_per_px;
            best.view.centre = {
                around.min_x_m + (question.width_px / 2 - stand.x_px) * metres_per_px,
                around.max_y_m - (question.height_px / 2 - stand.y_px) * metres_per_px};
            if (hidden == 0) {
                break;
            }
        }
    }
    best.all_seen = least == 0;
    return best;
}

}  // namespace miraimap
