// SPDX-License-Identifier: MIT
#include "shapes/border_pen.hpp"

#include <algorithm>
#include <cmath>

namespace miraimap {
namespace {

/// -before <= x * step + rest <= after, solved for x.
class Bound {
public:
    Bound(float step, float before, float after)
        : flat_(std::abs(step) < 1e-6F),
          up_(step > 0),
          per_step_(flat_ ? 0 : 1 / step),
          before_(before),
          after_(after) {}
    /// Narrows low..high; false if nothing is left.
    [[nodiscard]] bool cut(float rest, float& low, float& high) const {
        if (flat_) {
            return rest >= -before_ && rest <= after_;
        }
        const float a = (-before_ - rest) * per_step_;
        const float b = (after_ - rest) * per_step_;
        low = std::max(low, up_ ? a : b);
        high = std::min(high, up_ ? b : a);
        return low < high;
    }

private:
    bool flat_, up_;
    float per_step_, before_, after_;
};

}  // namespace

BorderPen::BorderPen(double width_px, const PixelRect& part, const CoverBytes& bytes)
    : half_(static_cast<float>(width_px) / 2),
      full_ink_(std::min(1.0F, half_ * 2 + 0.25F) * 255.0F),
      part_(part),
      bytes_(bytes) {}

void BorderPen::draw(float u0, float v0, float u1, float v1) const {
    float along_u = u1 - u0;
    float along_v = v1 - v0;
    const float length = std::sqrt(along_u * along_u + along_v * along_v);
    if (length > 1e-6F) {
        along_u /= length;
        along_v /= length;
    } else {
        along_u = 1;
        along_v = 0;
    }
    // The quad around the piece: a little longer, so that pieces meet at corners.
    const float reach = reach_px();
    const float over = half_ * 0.5F;
    const float reach_v = reach * std::abs(along_u) + over * std::abs(along_v);
    const int from = std::max(part_.bottom, first_middle(std::min(v0, v1) - reach_v));
    const int to = std::min(part_.bottom + part_.height, first_middle(std::max(v0, v1) + reach_v));
    // Along = (u - u0) * along_u + ..., across = (u - u0) * -along_v + ...: both are bounded,
    // and so u is.
    const Bound along_bound(along_u, over, length + over);
    const Bound across_bound(-along_v, reach, reach);
    for (int row = from; row < to; ++row) {
        const float v = static_cast<float>(row) + 0.5F - v0;
        float low = static_cast<float>(part_.left) - u0;
        float high = static_cast<float>(part_.left + part_.width) - u0;
        if (!along_bound.cut(v * along_v, low, high) || !across_bound.cut(v * along_u, low, high)) {
            continue;
        }
        const int first = std::max(part_.left, first_middle(low + u0));
        const int last = std::min(part_.left + part_.width, first_middle(high + u0));
        float across = (static_cast<float>(first) + 0.5F - u0) * -along_v + v * along_u;
        unsigned char* at = bytes_.first + row * bytes_.row_step + first * bytes_.column_step;
        for (int column = first; column < last;
             ++column, at += bytes_.column_step, across -= along_v) {
            const float edge = std::clamp(reach - std::abs(across), 0.0F, 1.0F);
            const auto ink = static_cast<unsigned char>(edge * full_ink_);
            *at = std::max(*at, ink);
        }
    }
}

}  // namespace miraimap
