// SPDX-License-Identifier: MIT
#include "shapes/free_view.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>

namespace miraimap {
namespace {

constexpr double cell_px = 4;     ///< of the grid of land
constexpr double step_px = 6;     ///< between the places that are tried
constexpr double smaller = 0.97;  ///< from one tried size to the next

/// Cells with land of a picture cut to the land, as sums: any rectangle is asked in four look-ups.
class PartGrid {
public:
    PartGrid(const std::vector<MapBox>& parts, const MapBox& around, double metres_per_px)
        : columns_(count(around.width_m() / metres_per_px)),
          rows_(count(around.height_m() / metres_per_px)),
          sums_((columns_ + 1) * (rows_ + 1), 0) {
        const auto cell = [&](double offset_m) {
            return static_cast<std::size_t>(std::max(0.0, offset_m / metres_per_px / cell_px));
        };
        // A corner each at the first cell and past the last: the sums of sums fill the parts.
        for (const MapBox& part : parts) {
            if (part.empty()) {
                continue;
            }
            const std::size_t left = std::min(cell(part.min_x_m - around.min_x_m), columns_ - 1);
            const std::size_t right = std::min(cell(part.max_x_m - around.min_x_m), columns_ - 1);
            const std::size_t top = std::min(cell(around.max_y_m - part.max_y_m), rows_ - 1);
            const std::size_t bottom = std::min(cell(around.max_y_m - part.min_y_m), rows_ - 1);
            at(top, left) += 1;
            at(top, right + 1) -= 1;
            at(bottom + 1, left) -= 1;
            at(bottom + 1, right + 1) += 1;
        }
        add_up();  // how many parts lie over each cell
        for (std::size_t row = rows_; row > 0; --row) {
            for (std::size_t column = columns_; column > 0; --column) {
                at(row, column) = at(row - 1, column - 1) > 0 ? 1 : 0;
            }
        }
        for (std::size_t row = 0; row <= rows_; ++row) {
            at(row, 0) = 0;
        }
        for (std::size_t column = 0; column <= columns_; ++column) {
            at(0, column) = 0;
        }
        add_up();
    }

    /// Cells with land inside a box in pixels from the land's top left.
    [[nodiscard]] int land_in(const PixelBox& box) const {
        const std::size_t c0 = edge(std::floor(box.left / cell_px), columns_);
        const std::size_t c1 = edge(std::ceil(box.right / cell_px), columns_);
        const std::size_t r0 = edge(std::floor(box.top / cell_px), rows_);
        const std::size_t r1 = edge(std::ceil(box.bottom / cell_px), rows_);
        return c0 >= c1 || r0 >= r1 ? 0
                                    : value(r1, c1) - value(r0, c1) - value(r1, c0) + value(r0, c0);
    }

private:
    static std::size_t count(double extent_px) {
        return static_cast<std::size_t>(std::max(1.0, std::ceil(extent_px / cell_px)));
    }
    static std::size_t edge(double cells, std::size_t most) {
        return static_cast<std::size_t>(std::clamp(cells, 0.0, static_cast<double>(most)));
    }
    int& at(std::size_t row, std::size_t column) { return sums_[row * (columns_ + 1) + column]; }
    [[nodiscard]] int value(std::size_t row, std::size_t column) const {
        return sums_[row * (columns_ + 1) + column];
    }
    void add_up() {
        for (std::size_t row = 0; row <= rows_; ++row) {
            for (std::size_t column = 0; column <= columns_; ++column) {
                at(row, column) += (row > 0 ? at(row - 1, column) : 0) +
                                   (column > 0 ? at(row, column - 1) : 0) -
                                   (row > 0 && column > 0 ? at(row - 1, column - 1) : 0);
            }
        }
    }

    std::size_t columns_;
    std::size_t rows_;
    std::vector<int> sums_;
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
