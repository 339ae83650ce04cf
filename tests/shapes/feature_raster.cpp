// SPDX-License-Identifier: MIT
#include "feature_raster.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace miraimap::testing {
namespace {

class Scan {
public:
    Scan(const View& view, FeatureRaster& raster) : view_(view), raster_(raster) {}

    void fill(const MapPolygon& polygon, int id) {
        crossings_.assign(static_cast<std::size_t>(raster_.height), {});
        first_ = raster_.height;
        last_ = -1;
        add(polygon.shell);
        for (const MapRing& hole : polygon.holes) {
            add(hole);
        }
        for (int row = first_; row <= last_; ++row) {
            fill_row(crossings_[static_cast<std::size_t>(row)], row, id);
        }
    }

private:
    void add(const MapRing& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const MapPoint& p = ring[i];
            const MapPoint& q = ring[i + 1 == ring.size() ? 0 : i + 1];
            double ax = view_.x_px(p);
            double ay = view_.y_px(p);
            double bx = view_.x_px(q);
            double by = view_.y_px(q);
            if (ay > by) {
                std::swap(ax, bx);
                std::swap(ay, by);
            }
            // Rows whose centre lies in [ay, by).
            const double from = std::max(0.0, std::ceil(ay - 0.5));
            const double to = std::min(raster_.height - 1.0, std::ceil(by - 0.5) - 1);
            for (double row = from; row <= to; ++row) {
                const double t = (row + 0.5 - ay) / (by - ay);
                crossings_[static_cast<std::size_t>(row)].push_back(ax + t * (bx - ax));
                first_ = std::min(first_, static_cast<int>(row));
                last_ = std::max(last_, static_cast<int>(row));
            }
        }
    }

    void fill_row(std::vector<double>& xs, int row, int id) {
        std::sort(xs.begin(), xs.end());
        for (std::size_t k = 0; k + 1 < xs.size(); k += 2) {
            const double from = std::max(0.0, std::ceil(xs[k] - 0.5));
            const double to = std::min(raster_.width - 1.0, std::ceil(xs[k + 1] - 0.5) - 1);
            for (double x = from; x <= to; ++x) {
                raster_
                    .ids[static_cast<std::size_t>(row) * static_cast<std::size_t>(raster_.width) +
                         static_cast<std::size_t>(x)] = id;
            }
        }
    }

    const View& view_;
    FeatureRaster& raster_;
    std::vector<std::vector<double>> crossings_;
    int first_ = 0;
    int last_ = -1;
};

/// 1 for pixels with land in the whole square around them.
std::vector<char> inland(const FeatureRaster& raster) {
    const auto width = static_cast<std::size_t>(raster.width);
    std::vector<char> rows(raster.ids.size(), 0);
    std::vector<char> both(raster.ids.size(), 0);
    for (int y = 0; y < raster.height; ++y) {
        int run = 0;
        for (int x = 0; x < raster.width; ++x) {
            const std::size_t at =
                static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x);
            run = raster.ids[at] >= 0 ? run + 1 : 0;
            if (run > 2 * inland_px) {
                rows[at - inland_px] = 1;
            }
        }
    }
    for (int x = 0; x < raster.width; ++x) {
        int run = 0;
        for (int y = 0; y < raster.height; ++y) {
            const std::size_t at =
                static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x);
            run = rows[at] != 0 ? run + 1 : 0;
            if (run > 2 * inland_px) {
                both[at - inland_px * width] = 1;
            }
        }
    }
    return both;
}

}  // namespace

FeatureRaster rasterize(const std::vector<std::vector<MapPolygon>>& polygons, const View& view) {
    FeatureRaster raster;
    raster.width = static_cast<int>(view.width_px);
    raster.height = static_cast<int>(view.height_px);
    raster.ids.assign(
        static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height), -1);
    Scan scan(view, raster);
    const MapBox seen = view.box();
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        for (const MapPolygon& polygon : polygons[i]) {
            MapBox box;
            for (const MapPoint p : polygon.shell) {
                box.add(p);
            }
            if (box.overlaps(seen)) {
                scan.fill(polygon, static_cast<int>(i));
            }
        }
    }
    return raster;
}

RasterDifference compare(const FeatureRaster& full, const FeatureRaster& level) {
    RasterDifference difference;
    const std::vector<char> deep = inland(full);
    for (std::size_t i = 0; i < full.ids.size(); ++i) {
        difference.land += full.ids[i] >= 0 ? 1 : 0;
        difference.differ += full.ids[i] != level.ids[i] ? 1 : 0;
        difference.holes += deep[i] != 0 && level.ids[i] < 0 ? 1 : 0;
    }
    return difference;
}

}  // namespace miraimap::testing
