// SPDX-License-Identifier: MIT
#include "app/core/map_picture.hpp"

#include <algorithm>

#include "app/core/words.hpp"

namespace miraimap {

void add_words(Scene& scene, const Snapshot& snapshot) {
    scene.title = {"未来技術・スマートシティ 選定状況",
                   "Future technology and smart cities: selections"};
    scene.filter_words = in_words(snapshot.request.filter);
    scene.notes = {denominator_note(snapshot)};
    scene.sources = source_lines(*snapshot.world);
}

Scene make_picture(const Snapshot& snapshot, SceneOptions options) {
    const World& world = *snapshot.world;
    const auto shapes = std::make_shared<const MapShapes>(
        make_map_shapes(world.catalogue, world.mosaic, Projection::equal_area_japan()));
    options.prefectures = snapshot.request.filter.prefectures;
    options.count_northern_territories = snapshot.request.count_northern_territories;
    Scene scene = make_coverage_scene(world.catalogue, shapes, snapshot.coverage, options);
    add_words(scene, snapshot);
    return scene;
}

}  // namespace miraimap
