// SPDX-License-Identifier: MIT
#include "tests/bench/grown_mosaic.hpp"

namespace miraimap::bench {
namespace {

Ring grown_ring(const Ring& ring, int pieces, double west_deg) {
    Ring out;
    out.reserve(ring.size() * static_cast<std::size_t>(pieces));
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[(i + 1) % ring.size()];
        // Cut from the lesser end, so that both sides of a border get the same vertices.
        const bool up = a < b;
        const LonLat low = up ? a : b;
        const LonLat high = up ? b : a;
        for (int k = 0; k < pieces; ++k) {
            const double share = static_cast<double>(up ? k : pieces - k) / pieces;
            const LonLat cut = k == 0 ? a
                                      : LonLat{low.lon + share * (high.lon - low.lon),
                                               low.lat + share * (high.lat - low.lat)};
            out.push_back({cut.lon - west_deg, cut.lat});
        }
    }
    return out;
}

}  // namespace

Mosaic grown(const Mosaic& mosaic, int pieces, int copies) {
    constexpr double step_deg = 30;
    Mosaic larger;
    for (int copy = 0; copy < copies; ++copy) {
        for (const MultiPolygon& shape : mosaic.shapes) {
            MultiPolygon more;
            for (const Polygon& polygon : shape) {
                more.push_back({grown_ring(polygon.shell, pieces, step_deg * copy), {}});
                for (const Ring& hole : polygon.holes) {
                    more.back().holes.push_back(grown_ring(hole, pieces, step_deg * copy));
                }
            }
            larger.shapes.push_back(std::move(more));
        }
    }
    return larger;
}

std::size_t vertices_of(const Mosaic& mosaic) {
    std::size_t vertices = 0;
    for (const MultiPolygon& shape : mosaic.shapes) {
        for (const Polygon& polygon : shape) {
            vertices += polygon.shell.size();
            for (const Ring& hole : polygon.holes) {
                vertices += hole.size();
            }
        }
    }
    return vertices;
}

}  // namespace miraimap::bench
