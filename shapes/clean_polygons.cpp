// SPDX-License-Identifier: MIT
#include "shapes/clean_polygons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstddef>

#include "shapes/tessellate.hpp"

namespace miraimap {

namespace {

Finding not_clean(const Municipality& place, std::size_t number, std::size_t count, LonLat at) {
    return {
        Severity::warning,
        "polygon-not-clean",
        place.code,
        {fmt::format("{}の多角形（{} 個のうち {} 番目、経度 {:.5f} 緯度 {:.5f} を通る）は"
                     "輪が交わるか折り返している。覆う所をすべて描き、表の面積は輪の向きで数える",
                     place.name_ja, count, number, at.lon, at.lat),
         fmt::format("polygon {} of {} of {} (through {:.5f} E {:.5f} N) has rings that cross or "
                     "double back; all it covers is drawn, its area in tables counts by the rings' "
                     "directions",
                     number, count, place.name_en.empty() ? place.name_ja : place.name_en, at.lon,
                     at.lat)}};
}

}  // namespace

Findings unclean_polygons(const Catalogue& catalogue, const Mosaic& mosaic,
                          const Projection& projection) {
    assert(catalogue.municipalities.size() == mosaic.shapes.size());
    Findings findings;
    Tessellator tessellator;
    MapPolygon on_map;
    for (std::size_t i = 0; i < mosaic.shapes.size(); ++i) {
        const MultiPolygon& shape = mosaic.shapes[i];
        for (std::size_t k = 0; k < shape.size(); ++k) {
            projection.forward(shape[k].shell, on_map.shell);
            on_map.holes.resize(shape[k].holes.size());
            for (std::size_t hole = 0; hole < on_map.holes.size(); ++hole) {
                projection.forward(shape[k].holes[hole], on_map.holes[hole]);
            }
            if (!tessellator.is_clean(on_map)) {
                findings.push_back(not_clean(catalogue.municipalities[i], k + 1, shape.size(),
                                             shape[k].shell.front()));
            }
        }
    }
    return findings;
}

std::vector<int> unclean_places(const std::vector<std::vector<MapPolygon>>& municipalities) {
    std::vector<int> places;
    Tessellator tessellator;
    for (std::size_t i = 0; i < municipalities.size(); ++i) {
        if (!std::all_of(
                municipalities[i].begin(), municipalities[i].end(),
                [&](const MapPolygon& polygon) { return tessellator.is_clean(polygon); })) {
            places.push_back(static_cast<int>(i));
        }
    }
    return places;
}

}  // namespace miraimap
