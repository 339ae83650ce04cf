// SPDX-License-Identifier: MIT
#include "shapes/ground_raster.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <span>
#include <utility>

#include "shapes/border_pen.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/row_bands.hpp"

namespace miraimap {
namespace {

constexpr int rows_worth_a_thread = 64;
constexpr std::uint32_t none = UINT32_MAX;

/// Metres from the ground's origin to pixels of a view.
class ToPixels {
public:
    ToPixels(const DeviceView& view, MapPoint origin)
        : per_m_(static_cast<float>(1 / view.metres_per_px)),
          rest_x_m_(static_cast<float>(origin.x_m - view.centre.x_m)),
          rest_y_m_(static_cast<float>(origin.y_m - view.centre.y_m)),
          half_width_px_(static_cast<float>(view.width_px) / 2),
          half_height_px_(static_cast<float>(view.height_px) / 2) {}
    /// The nearer to the view, the more exactly: differences of metres first.
    [[nodiscard]] float column(float x_m) const {
        return (x_m + rest_x_m_) * per_m_ + half_width_px_;
    }
    [[nodiscard]] float row(float y_m) const {
        return (y_m + rest_y_m_) * per_m_ + half_height_px_;
    }

private:
    float per_m_, rest_x_m_, rest_y_m_, half_width_px_, half_height_px_;
};

/// At a column of a row, some municipalities are left and entered.
struct Crossing {
    std::uint32_t next = none;  ///< in the same row, then in the same column
    int column = 0;
    int leave = -1;
    int enter = -1;
};

/// Municipalities at a point, each with how often it was entered.
class Here {
public:
    void change(int municipality, int by) {
        if (municipality < 0) {
            return;
        }
        const auto known = std::find_if(
            inside_.begin(), inside_.end(),
            [&](const std::pair<int, int>& each) { return each.first == municipality; });
        if (known == inside_.end()) {
            inside_.emplace_back(municipality, by);
        } else if ((known->second += by) == 0) {
            *known = inside_.back();
            inside_.pop_back();
        }
    }
    /// Municipality + 1; 0 if there is none. One that was left more often than entered has a ring
    /// that crosses itself: it counts where no other is.
    [[nodiscard]] std::uint32_t value() const {
        int last = -1;
        int crossed = -1;
        for (const auto& [municipality, times] : inside_) {
            int& which = times > 0 ? last : crossed;
            which = std::max(which, municipality);
        }
        return static_cast<std::uint32_t>((last >= 0 ? last : crossed) + 1);
    }
    void clear() { inside_.clear(); }

private:
    std::vector<std::pair<int, int>> inside_;
};

/// The crossings of some rows, by row.
class Crossings {
public:
    Crossings(int first_row, int last_row, int first_column, int last_column)
        : first_row_(first_row),
          last_row_(last_row),
          first_column_(first_column),
          last_column_(last_column),
          rows_(static_cast<std::size_t>(last_row - first_row), none),
          heads_(static_cast<std::size_t>(last_column - first_column), none),
          marked_(heads_.size() / word_bits + 1, 0) {}

    /// A piece of a line with `left` and `right` beside it, in pixels.
    void add(float u0, float v0, float u1, float v1, int left, int right) {
        const bool up = v1 > v0;
        const int from = std::max(first_row_, first_middle(up ? v0 : v1));
        const int to = std::min(last_row_, first_middle(up ? v1 : v0));
        if (from >= to) {
            return;
        }
        const float slope = (u1 - u0) / (v1 - v0);
        for (int row = from; row < to; ++row) {
            const float u = u0 + (static_cast<float>(row) + 0.5F - v0) * slope;
            const int column = std::max(first_column_, first_middle(u));
            if (column < last_column_) {
                std::uint32_t& head = rows_[static_cast<std::size_t>(row - first_row_)];
                all_.push_back({head, column, up ? left : right, up ? right : left});
                head = static_cast<std::uint32_t>(all_.size() - 1);
            }
        }
    }

    /// Writes the row's municipalities.
    /// @param out  of the columns from the first one on
    void write(int row, std::span<std::uint32_t> out) {
        for (std::uint32_t i = rows_[static_cast<std::size_t>(row - first_row_)]; i != none;) {
            const auto column = static_cast<std::size_t>(all_[i].column - first_column_);
            marked_[column / word_bits] |= std::uint64_t{1} << column % word_bits;
            i = std::exchange(all_[i].next, std::exchange(heads_[column], i));
        }
        std::size_t done = 0;
        std::uint32_t value = 0;
        here_.clear();
        for (std::size_t word = 0; word < marked_.size(); ++word) {
            for (std::uint64_t left = std::exchange(marked_[word], 0); left != 0;
                 left &= left - 1) {
                const std::size_t column =
                    word * word_bits + static_cast<std::size_t>(std::countr_zero(left));
                std::fill(out.begin() + static_cast<std::ptrdiff_t>(done),
                          out.begin() + static_cast<std::ptrdiff_t>(column), value);
                done = column;
                for (std::uint32_t i = std::exchange(heads_[column], none); i != none;
                     i = all_[i].next) {
                    here_.change(all_[i].leave, -1);
                    here_.change(all_[i].enter, 1);
                }
                value = here_.value();
            }
        }
        std::fill(out.begin() + static_cast<std::ptrdiff_t>(done), out.end(), value);
    }

private:
    static constexpr std::size_t word_bits = 64;

    int first_row_, last_row_, first_column_, last_column_;
    std::vector<std::uint32_t> rows_;
    std::vector<Crossing> all_;
    std::vector<std::uint32_t> heads_;   ///< first crossing of each column, while a row is written
    std::vector<std::uint64_t> marked_;  ///< columns with crossings
    Here here_;
};

/// Adds the crossings of a chain; the pieces that were walked.
long long cross(const GroundLevel& level, const GroundChain& chain, const ToPixels& px,
                const PixelRect& part, Crossings& crossings) {
    if (px.row(chain.high.y_m) < static_cast<float>(part.bottom) ||
        px.row(chain.low.y_m) > static_cast<float>(part.bottom + part.height) ||
        px.column(chain.low.x_m) > static_cast<float>(part.left + part.width)) {
        return 0;
    }
    const GroundPoint* points = level.points.data() + chain.first;
    const auto column = [&](const GroundPoint& p) { return px.column(p.x_m); };
    const auto row = [&](const GroundPoint& p) { return px.row(p.y_m); };
    // To the left of the picture only where a chain begins and ends matters.
    if (px.column(chain.high.x_m) < static_cast<float>(part.left)) {
        const auto edge = static_cast<float>(part.left);
        crossings.add(edge, row(points[0]), edge, row(points[chain.count - 1]), chain.left,
                      chain.right);
        return 1;
    }
    float u = column(points[0]);
    float v = row(points[0]);
    for (std::uint32_t i = 1; i < chain.count; ++i) {
        const float next_u = column(points[i]);
        const float next_v = row(points[i]);
        crossings.add(u, v, next_u, next_v, chain.left, chain.right);
        u = next_u;
        v = next_v;
    }
    return chain.count - 1;
}

long long mark(const Ground& ground, const GroundLevel& level, const DeviceView& view,
               const PixelRect& part, std::vector<std::uint32_t>& places) {
    const ToPixels px(view, ground.origin);
    const auto near = [&](int municipality) {
        const auto chains = level.around(municipality);
        return std::any_of(chains.begin(), chains.end(), [&](std::uint32_t i) {
            const GroundChain& c = level.chains[i];
            constexpr float reach_px = 2;
            return px.column(c.high.x_m) > static_cast<float>(part.left) - reach_px &&
                   px.column(c.low.x_m) < static_cast<float>(part.left + part.width) + reach_px &&
                   px.row(c.high.y_m) > static_cast<float>(part.bottom) - reach_px &&
                   px.row(c.low.y_m) < static_cast<float>(part.bottom + part.height) + reach_px;
        });
    };
    long long markers = 0;
    for (const MarkerPixel& marker :
         marker_pixels(ground.by_size, view, near, [&](int municipality) {
             return covered_pixel(level, ground.origin, view, municipality);
         })) {
        const auto [column, row] = marker.cell;
        if (column >= part.left && column < part.left + part.width && row >= part.bottom &&
            row < part.bottom + part.height) {
            places[static_cast<std::size_t>(row) * static_cast<std::size_t>(view.width_px) +
                   static_cast<std::size_t>(column)] =
                static_cast<std::uint32_t>(marker.municipality + 1);
            ++markers;
        }
    }
    return markers;
}

long long ink_band(const GroundLevel& level, const ToPixels& px, const DeviceView& view,
                   const PixelRect& part, const BorderWidths& widths_px,
                   std::vector<std::uint32_t>& cover) {
    for (int row = part.bottom; row < part.bottom + part.height; ++row) {
        const auto from =
            cover.begin() + static_cast<std::ptrdiff_t>(row) * view.width_px + part.left;
        std::fill(from, from + part.width, 0);
    }
    const auto pen_of = [&](LineKind kind) {
        const auto byte = static_cast<std::size_t>(kind);
        return BorderPen(widths_px[byte], part,
                         {reinterpret_cast<unsigned char*>(cover.data()) + byte, 4,
                          std::ptrdiff_t{4} * view.width_px});
    };
    std::array<BorderPen, line_kind_count> pens{
        pen_of(LineKind::municipality), pen_of(LineKind::prefecture), pen_of(LineKind::coast)};
    // A shorter piece takes as long to draw as a longer one.
    constexpr auto least_px = static_cast<float>(piece_that_shows_px);
    long long walked = 0;
    for (const GroundChain& chain : level.chains) {
        BorderPen& pen = pens[static_cast<std::size_t>(chain.kind)];
        const float reach = pen.reach_px() + 1;
        const float left = static_cast<float>(part.left) - reach;
        const float right = static_cast<float>(part.left + part.width) + reach;
        const float bottom = static_cast<float>(part.bottom) - reach;
        const float top = static_cast<float>(part.bottom + part.height) + reach;
        if (px.column(chain.high.x_m) < left || px.column(chain.low.x_m) > right ||
            px.row(chain.high.y_m) < bottom || px.row(chain.low.y_m) > top) {
            continue;
        }
        const GroundPoint* points = level.points.data() + chain.first;
        float u = px.column(points[0].x_m);
        float v = px.row(points[0].y_m);
        for (std::uint32_t i = 1; i < chain.count; ++i) {
            const float next_u = px.column(points[i].x_m);
            const float next_v = px.row(points[i].y_m);
            if (i + 1 < chain.count && std::abs(next_u - u) + std::abs(next_v - v) < least_px) {
                continue;
            }
            pen.draw(u, v, next_u, next_v);
            ++walked;
            u = next_u;
            v = next_v;
        }
    }
    return walked;
}

}  // namespace

RasterWork fill_places(const Ground& ground, const DeviceView& view, const PixelRect& part,
                       std::vector<std::uint32_t>& places) {
    const GroundLevel& level = ground.level_for(view.metres_per_px);
    const ToPixels px(view, ground.origin);
    std::atomic<long long> walked{0};
    in_row_bands(
        part.bottom, part.bottom + part.height, rows_worth_a_thread, [&](int first, int last) {
            const PixelRect band{part.left, first, part.width, last - first};
            Crossings crossings(first, last, part.left, part.left + part.width);
            long long pieces = 0;
            for (const GroundChain& chain : level.chains) {
                pieces += cross(level, chain, px, band, crossings);
            }
            for (int row = first; row < last; ++row) {
                const std::size_t start =
                    static_cast<std::size_t>(row) * static_cast<std::size_t>(view.width_px) +
                    static_cast<std::size_t>(part.left);
                crossings.write(row, {places.data() + start, static_cast<std::size_t>(part.width)});
            }
            walked += pieces;
        });
    return {walked, mark(ground, level, view, part, places)};
}

RasterWork ink_borders(const Ground& ground, const DeviceView& view, const PixelRect& part,
                       const BorderWidths& widths_px, std::vector<std::uint32_t>& cover) {
    const GroundLevel& level = ground.level_for(view.metres_per_px);
    const ToPixels px(view, ground.origin);
    std::atomic<long long> walked{0};
    in_row_bands(
        part.bottom, part.bottom + part.height, rows_worth_a_thread, [&](int first, int last) {
            walked += ink_band(level, px, view, {part.left, first, part.width, last - first},
                               widths_px, cover);
        });
    return {walked, 0};
}

std::optional<PixelCell> covered_pixel(const GroundLevel& level, MapPoint origin,
                                       const DeviceView& view, int municipality) {
    const ToPixels px(view, origin);
    PixelRect box;
    int right = 0;
    int top = 0;
    bool any = false;
    for (const std::uint32_t i : level.around(municipality)) {
        const GroundChain& chain = level.chains[i];
        const int low_u = first_middle(px.column(chain.low.x_m));
        const int low_v = first_middle(px.row(chain.low.y_m));
        const int high_u = first_middle(px.column(chain.high.x_m));
        const int high_v = first_middle(px.row(chain.high.y_m));
        box.left = any ? std::min(box.left, low_u) : low_u;
        box.bottom = any ? std::min(box.bottom, low_v) : low_v;
        right = any ? std::max(right, high_u) : high_u;
        top = any ? std::max(top, high_v) : high_v;
        any = true;
    }
    // A thread of land across the whole country is looked for near the view only.
    box.left = std::max(box.left, -view.width_px);
    box.bottom = std::max(box.bottom, -view.height_px);
    right = std::min(right, 2 * view.width_px);
    top = std::min(top, 2 * view.height_px);
    box.width = right - box.left;
    box.height = top - box.bottom;
    if (!any || box.width <= 0 || box.height <= 0) {
        return std::nullopt;
    }
    Crossings crossings(box.bottom, top, box.left, right);
    for (const std::uint32_t i : level.around(municipality)) {
        GroundChain own = level.chains[i];
        own.left = own.left == municipality ? municipality : -1;
        own.right = own.right == municipality ? municipality : -1;
        cross(level, own, px, box, crossings);
    }
    std::vector<std::uint32_t> values(static_cast<std::size_t>(box.width));
    for (int row = box.bottom; row < top; ++row) {
        crossings.write(row, values);
        const auto inside =
            std::find_if(values.begin(), values.end(), [](std::uint32_t v) { return v != 0; });
        if (inside != values.end()) {
            return PixelCell{box.left + static_cast<int>(inside - values.begin()), row};
        }
    }
    return std::nullopt;
}

}  // namespace miraimap
