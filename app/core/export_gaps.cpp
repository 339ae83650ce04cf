// SPDX-License-Identifier: MIT
// The layer of gap regions: the rows of `gaps` in its order, with the ways in.
#include <algorithm>

#include "app/core/analysis.hpp"
#include "app/core/export_layers.hpp"
#include "geo/geometry/shared_borders.hpp"
#include "geo/io/csv.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace {

Cell list_cell(const std::vector<std::string>& words) {
    return words.empty() ? Cell() : Cell(join_list(words));
}

std::vector<OutField> gap_fields() {
    return {{"region", FieldType::text, {"空白域", "Region"}, "region"},
            {"municipalities", FieldType::integer, {"市区町村", "Municipalities"}, "munis"},
            {"prefectures", FieldType::text, {"都道府県", "Prefectures"}, "prefs"},
            {"area_km2", FieldType::real, {"面積km²", "Area km²"}, "area_km2"},
            {"depth", FieldType::integer, {"深さ", "Depth"}, "depth"},
            {"codes", FieldType::text, {"コード", "Codes"}, "codes"},
            {"rank", FieldType::integer, {"順位", "Rank"}, "rank"},
            {"ways_in", FieldType::text, {"入口のコード", "Codes of the ways in"}, "ways_in"},
            {"deepest", FieldType::text, {"最も深い所", "Deepest members"}, "deepest"},
            {"nearest_covered", FieldType::text, {"最寄りの選定", "Nearest selected"}, "nearest"},
            {"nearest_km", FieldType::real, {"そこまでkm", "Distance km"}, "nearest_km"}};
}

std::vector<Cell> gap_cells(const GapRegion& region, int rank, const Catalogue& catalogue,
                            NearestPlaces& covered, PlaceDistances& distances) {
    const auto code = [&](int place) {
        return catalogue.municipalities[static_cast<std::size_t>(place)].code;
    };
    const auto codes = [&](const std::vector<int>& places) {
        std::vector<std::string> all;
        for (const int place : places) {
            all.push_back(code(place));
        }
        return all;
    };
    std::vector<std::string> touched;
    for (const int number : region.prefectures) {
        touched.push_back(prefectures().at(static_cast<std::size_t>(number - 1)).code);
    }
    std::vector<std::string> ways;
    for (const WayIn& way : region.ways_in) {
        ways.push_back(code(way.covered));
    }
    // A way in over land needs no search; one across water need not be the nearest place.
    const auto touches = [&](const WayIn& way) {
        return distances.boundary_km(way.covered, way.member) == 0.0;
    };
    const auto land = std::find_if(region.ways_in.begin(), region.ways_in.end(), touches);
    const NearestEntry entry = land == region.ways_in.end()
                                   ? nearest_entry(region, covered)
                                   : NearestEntry{land->covered, land->member, 0};
    return {region.id,
            std::int64_t{region.municipalities},
            list_cell(touched),
            region.area_km2,
            region.depth ? Cell(std::int64_t{*region.depth}) : Cell(),
            list_cell(codes(region.members)),
            std::int64_t{rank},
            list_cell(ways),
            list_cell(codes(region.deepest)),
            entry.covered < 0 ? Cell() : Cell(code(entry.covered)),
            entry.covered < 0 ? Cell() : Cell(entry.distance_km)};
}

}  // namespace

OutLayer ExportLayers::gap_regions() {
    OutLayer layer;
    layer.name = "gap_regions";
    layer.description = {"選定のない市区町村のつながり",
                         "Connected regions of uncovered municipalities"};
    layer.kind = GeometryKind::multi_polygon;
    layer.fields = gap_fields();
    Neighbourhood neighbourhood(world_.catalogue, world_.mosaic);
    const GapQuestion question = gap_question(snapshot_);
    const std::vector<GapRegion> regions =
        find_gaps(world_.catalogue, neighbourhood.adjacency(snapshot_.request.sea_links),
                  snapshot_.coverage, question);
    std::vector<int> group(world_.catalogue.municipalities.size(), -1);
    for (std::size_t r = 0; r < regions.size(); ++r) {
        for (const int member : regions[r].members) {
            group[static_cast<std::size_t>(member)] = static_cast<int>(r);
        }
    }
    gap_outlines_ = dissolve(world_.mosaic.shapes, group, static_cast<int>(regions.size()));
    NearestPlaces covered(neighbourhood.distances(), covered_places(snapshot_));
    for (std::size_t r = 0; r < regions.size(); ++r) {
        OutFeature feature;
        feature.cells = gap_cells(regions[r], static_cast<int>(r) + 1, world_.catalogue, covered,
                                  neighbourhood.distances());
        feature.shape = &gap_outlines_[r];
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

}  // namespace miraimap
