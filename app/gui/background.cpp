// SPDX-License-Identifier: MIT
#include "app/gui/background.hpp"

#include "app/core/map_picture.hpp"
#include "app/gui/mesh_bytes.hpp"
#include "shapes/tiles.hpp"

namespace miraimap::gui {

namespace {

/// As picture_shapes: kept by an earlier run, else made and remembered.
std::shared_ptr<const MapMesh> load_mesh(const World& world, const MapShapes& shapes,
                                         const LoadOptions& loading) {
    const std::string kind = kind_in(mesh_kind, world.map_crs);
    if (world.cache) {
        if (const auto kept = world.cache->read(kind)) {
            if (auto mesh = mesh_from_bytes(kept->bytes, shapes.municipalities.size())) {
                return std::make_shared<const MapMesh>(std::move(*mesh));
            }
            world.cache->refuse(kind);
        }
    }
    auto mesh = std::make_shared<const MapMesh>(make_map_mesh(shapes, loading.progress));
    if (world.cache) {
        world.cache->keep(kind, [mesh] { return mesh_to_bytes(*mesh); });
        if (!loading.keep_later) {
            Progress silent;
            world.cache->flush(loading.progress != nullptr ? *loading.progress : silent);
        }
    }
    return mesh;
}

}  // namespace

std::shared_ptr<const Loaded> load_all(const Request& request, const LoadOptions& loading,
                                       DrawnBy drawn_by) {
    auto loaded = std::make_shared<Loaded>();
    LoadOptions world_options = loading;
    world_options.geometry_findings = true;
    loaded->world = load_world(request, world_options);
    loaded->evidence = std::make_shared<const Evidence>(request.data, request.source_text);
    const World& world = *loaded->world;
    loaded->shapes = picture_shapes(world, loading);
    if (drawn_by == DrawnBy::card) {
        loaded->mesh = load_mesh(world, *loaded->shapes, loading);
    } else {
        loaded->ground = std::make_shared<const Ground>(make_ground(*loaded->shapes));
    }
    loaded->picker = std::make_shared<const Picker>(*loaded->shapes);
    MapGeometry& tiles = loaded->tiles;
    tiles.shapes =
        std::make_shared<const MapShapes>(make_tile_shapes(world.catalogue, *loaded->shapes));
    if (drawn_by == DrawnBy::card) {
        tiles.mesh = std::make_shared<const MapMesh>(make_map_mesh(*tiles.shapes));
    } else {
        tiles.ground = std::make_shared<const Ground>(make_ground(*tiles.shapes));
    }
    tiles.picker = std::make_shared<const Picker>(*tiles.shapes);
    loaded->search = SearchIndex(world);
    return loaded;
}

}  // namespace miraimap::gui
