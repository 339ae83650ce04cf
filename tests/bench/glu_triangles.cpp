// SPDX-License-Identifier: MIT
#include "tests/bench/glu_triangles.hpp"

#include <GL/glu.h>

#include <array>
#include <deque>

namespace miraimap::bench {
namespace {

struct Count {
    std::size_t corners = 0;
    std::deque<std::array<double, 3>> crossings;  ///< vertices that the tessellator makes
};

void on_vertex(void* /*vertex*/, void* count) { ++static_cast<Count*>(count)->corners; }
/// Asking for edge flags makes it give plain triangles, no fans or strips.
void on_edge_flag(GLboolean /*flag*/, void* /*count*/) {}
void on_combine(GLdouble at[3], void* /*near*/[4], GLfloat /*weights*/[4], void** out,
                void* count) {
    auto& crossings = static_cast<Count*>(count)->crossings;
    crossings.push_back({at[0], at[1], at[2]});
    *out = crossings.back().data();
}

using Callback = void (*)();

void cut_ring(GLUtesselator* tesselator, const MapRing& ring,
              std::vector<std::array<double, 3>>& points) {
    gluTessBeginContour(tesselator);
    for (const MapPoint p : ring) {
        points.push_back({p.x_m, p.y_m, 0});
        gluTessVertex(tesselator, points.back().data(), points.back().data());
    }
    gluTessEndContour(tesselator);
}

}  // namespace

std::size_t glu_triangles(const std::vector<MapPolygon>& polygons) {
    Count count;
    GLUtesselator* tesselator = gluNewTess();
    gluTessCallback(tesselator, GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(on_vertex));
    gluTessCallback(tesselator, GLU_TESS_EDGE_FLAG_DATA, reinterpret_cast<Callback>(on_edge_flag));
    gluTessCallback(tesselator, GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(on_combine));
    gluTessProperty(tesselator, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
    gluTessNormal(tesselator, 0, 0, 1);
    std::vector<std::array<double, 3>> points;
    for (const MapPolygon& polygon : polygons) {
        std::size_t corners = polygon.shell.size();
        for (const MapRing& hole : polygon.holes) {
            corners += hole.size();
        }
        points.clear();
        points.reserve(corners);
        gluTessBeginPolygon(tesselator, &count);
        cut_ring(tesselator, polygon.shell, points);
        for (const MapRing& hole : polygon.holes) {
            cut_ring(tesselator, hole, points);
        }
        gluTessEndPolygon(tesselator);
        count.crossings.clear();
    }
    gluDeleteTess(tesselator);
    return count.corners / 3;
}

}  // namespace miraimap::bench
