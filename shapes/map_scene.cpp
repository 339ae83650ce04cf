// SPDX-License-Identifier: MIT
#include "shapes/map_scene.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "shapes/insets.hpp"
#include "shapes/regions.hpp"

namespace miraimap {

namespace {

LegendQuestion legend_question(const SceneOptions& options) {
    return {options.theme, options.prefectures, options.counting};
}

/// By what is held: a supposed place is no data.
bool is_covered(const MunicipalityCoverage& coverage) {
    return std::any_of(coverage.holds.begin(), coverage.holds.end(),
                       [](const Hold& hold) { return hold.grade >= Grade::part; });
}

int covered_in(const std::vector<MunicipalityCoverage>& coverage, const Scene& scene) {
    int covered = 0;
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        const std::string& key =
            scene.legend[static_cast<std::size_t>(scene.class_of[i])].style.key;
        const bool counted = key != "not-counted" && key != "outside";
        covered += counted && is_covered(coverage[i]) ? 1 : 0;
    }
    return covered;
}

}  // namespace

Scene make_map_scene(const Catalogue& catalogue, std::shared_ptr<const MapShapes> shapes,
                     const std::vector<MunicipalityCoverage>& coverage, Classification classes,
                     const SceneOptions& options) {
    Scene scene;
    scene.style = map_style(options.theme);
    scene.view = options.view;
    if (scene.view.width_px <= 0) {
        const MapBox box = options.prefectures.empty()
                               ? main_islands(catalogue, *shapes)
                               : prefecture_box(catalogue, *shapes, options.prefectures);
        scene.view = View::fit(box.empty() ? shapes->extent : box, options.width_px,
                               options.height_px, options.prefectures.empty() ? 0.015 : 0.04);
    }
    scene.shapes = std::move(shapes);

    scene.notes.push_back(denominator_note(catalogue, classes, legend_question(options)));
    scene.class_of = std::move(classes.class_of);
    scene.legend = std::move(classes.legend);
    scene.legend_title = std::move(classes.title);
    scene.counted = classes.counted;
    scene.covered = covered_in(coverage, scene);

    if (options.insets) {
        scene.insets = place_insets(
            catalogue, *scene.shapes,
            {options.prefectures, scene.view, options.text_scale, options.reserved, 12});
    }
    // Rings stand for selected places; a map of figures does not speak of them.
    if (classes.colour != MapColour::figure) {
        scene.markers = place_markers(scene, coverage);
    }
    scene.regions = options.regions;
    std::vector<PixelBox> reserved = options.reserved;
    scene.region_numbers = place_region_numbers(scene, options.reserved, options.text_scale);
    for (const RegionNumber& number : scene.region_numbers) {
        reserved.push_back(
            PixelBox::around(number.x_px, number.y_px, 2 * number.radius_px, 2 * number.radius_px));
    }
    if (options.labels && options.measure_text) {
        scene.labels = place_labels(catalogue, scene, coverage,
                                    {options.lang, options.measure_text, options.text_scale,
                                     std::move(reserved), options.prefectures});
    }
    return scene;
}

Scene make_coverage_scene(const Catalogue& catalogue, std::shared_ptr<const MapShapes> shapes,
                          const std::vector<MunicipalityCoverage>& coverage,
                          const SceneOptions& options) {
    return make_map_scene(catalogue, std::move(shapes), coverage,
                          classify_coverage(catalogue, coverage, legend_question(options)),
                          options);
}

}  // namespace miraimap
