// SPDX-License-Identifier: MIT
#include "app/print/border_ink.hpp"

#include <algorithm>
#include <cmath>

#include "app/print/cairo_handles.hpp"
#include "shapes/border_pen.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/row_bands.hpp"

namespace miraimap {

std::optional<BorderInk> BorderInk::of(cairo_t* cr, const View& view) {
    cairo_surface_t* target = cairo_get_group_target(cr);
    if (cairo_surface_get_type(target) != CAIRO_SURFACE_TYPE_IMAGE) {
        return std::nullopt;
    }
    cairo_matrix_t matrix;
    cairo_get_matrix(cr, &matrix);
    double scale_x = 1;
    double scale_y = 1;
    cairo_surface_get_device_scale(target, &scale_x, &scale_y);
    const double across = matrix.xx * scale_x;
    const double down = matrix.yy * scale_y;
    if (matrix.xy != 0 || matrix.yx != 0 || across != down || across <= 0) {
        return std::nullopt;
    }
    double shift_x = 0;
    double shift_y = 0;
    cairo_surface_get_device_offset(target, &shift_x, &shift_y);
    return BorderInk(cr, view, across, matrix.x0 * scale_x + shift_x,
                     matrix.y0 * scale_y + shift_y);
}

BorderInk::BorderInk(cairo_t* cr, const View& view, double device_px, double left_px, double top_px)
    : cr_(cr),
      view_(view),
      device_px_(device_px),
      left_(static_cast<int>(std::floor(left_px))),
      top_(static_cast<int>(std::floor(top_px))),
      width_(static_cast<int>(std::ceil(left_px + view.width_px * device_px)) - left_),
      height_(static_cast<int>(std::ceil(top_px + view.height_px * device_px)) - top_),
      origin_x_(left_px - left_),
      origin_y_(top_px - top_) {}

void BorderInk::draw(const std::vector<const std::vector<MapPoint>*>& lines, double width_px,
                     Colour colour, double opacity) const {
    if (width_ <= 0 || height_ <= 0 || lines.empty()) {
        return;
    }
    const Surface mask(cairo_image_surface_create(CAIRO_FORMAT_A8, width_, height_));
    unsigned char* bytes = cairo_image_surface_get_data(mask.get());
    const std::ptrdiff_t stride = cairo_image_surface_get_stride(mask.get());
    constexpr auto least_px = static_cast<float>(piece_that_shows_px);
    constexpr int rows_worth_a_thread = 64;
    in_row_bands(0, height_, rows_worth_a_thread, [&](int first, int last) {
        const BorderPen pen(width_px * device_px_, {0, first, width_, last - first},
                            {bytes, 1, stride});
        const auto x_of = [&](MapPoint p) {
            return static_cast<float>(view_.x_px(p) * device_px_ + origin_x_);
        };
        const auto y_of = [&](MapPoint p) {
            return static_cast<float>(view_.y_px(p) * device_px_ + origin_y_);
        };
        for (const std::vector<MapPoint>* line : lines) {
            float x = x_of(line->front());
            float y = y_of(line->front());
            for (std::size_t i = 1; i < line->size(); ++i) {
                const float next_x = x_of((*line)[i]);
                const float next_y = y_of((*line)[i]);
                if (i + 1 < line->size() &&
                    std::abs(next_x - x) + std::abs(next_y - y) < least_px) {
                    continue;
                }
                pen.draw(x, y, next_x, next_y);
                x = next_x;
                y = next_y;
            }
        }
    });
    cairo_surface_mark_dirty(mask.get());
    const CairoState saved(cr_);
    cairo_identity_matrix(cr_);
    set_colour(cr_, colour, opacity);
    cairo_surface_t* target = cairo_get_group_target(cr_);
    double scale_x = 1;
    double scale_y = 1;
    cairo_surface_get_device_scale(target, &scale_x, &scale_y);
    double shift_x = 0;
    double shift_y = 0;
    cairo_surface_get_device_offset(target, &shift_x, &shift_y);
    cairo_scale(cr_, 1 / scale_x, 1 / scale_y);
    cairo_mask_surface(cr_, mask.get(), left_ - shift_x, top_ - shift_y);
}

}  // namespace miraimap
