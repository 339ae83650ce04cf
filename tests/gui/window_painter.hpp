// SPDX-License-Identifier: MIT
// The window's painter without a display, by a graphics card and by the processors, for tests.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/gl_offscreen.hpp"
#include "app/gui/map_painter.hpp"
#include "tests/gui/gl_maps.hpp"
#include "tests/gui/raster_oracle.hpp"

namespace miraimap::gui {

inline constexpr int width_px = 900;
inline constexpr int height_px = 700;

struct Painted {
    FeatureGrid features;
    std::vector<std::uint32_t> pixels;
};

class WindowPainter : public ::testing::TestWithParam<DrawnBy> {
protected:
    void SetUp() override {
        if (const std::string reason = test::why_no_offscreen_gl(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
        gl_ = std::make_unique<OffscreenGl>(width_px, height_px);
        painter_ = make_map_painter(GetParam());
        painter_->set_shapes(test::whole_painted());
    }
    void TearDown() override {
        painter_.reset();
        gl_.reset();
    }
    Painted paint(const Scene& scene) {
        painter_->paint(scene, gl_->frame());
        return {painter_->features(), gl_->pixels()};
    }
    /// The same by a painter that has nothing yet.
    Painted paint_anew(const Scene& scene, bool save_work = true) {
        const auto fresh = make_map_painter(GetParam());
        fresh->set_shapes(test::whole_painted());
        fresh->save_work(save_work);
        fresh->paint(scene, gl_->frame());
        return {fresh->features(), gl_->pixels()};
    }
    [[nodiscard]] const PaintCounters& counters() const { return painter_->counters(); }

    std::unique_ptr<OffscreenGl> gl_;
    std::unique_ptr<MapPainter> painter_;
};

inline View national() { return test::national_view(width_px, height_px); }
inline View kinki(double metres_per_px = 300) {
    return test::view_at(135.5, 34.7, metres_per_px, width_px, height_px);
}
inline View setouchi(double metres_per_px = 60) {
    return test::view_at(133.2, 34.3, metres_per_px, width_px, height_px);
}

/// How many entries differ.
template <typename Value>
long long different(const std::vector<Value>& a, const std::vector<Value>& b) {
    long long count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        count += a[i] == b[i] ? 0 : 1;
    }
    return count;
}

/// Share of pixels of which a channel differs by more than `most`.
inline double share_apart(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                          int most) {
    long long apart = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        int worst = 0;
        for (unsigned shift = 0; shift < 24; shift += 8) {
            const int left = static_cast<int>((a[i] >> shift) & 255U);
            const int right = static_cast<int>((b[i] >> shift) & 255U);
            worst = std::max(worst, std::abs(left - right));
        }
        apart += worst > most ? 1 : 0;
    }
    return static_cast<double>(apart) / static_cast<double>(a.size());
}

}  // namespace miraimap::gui
