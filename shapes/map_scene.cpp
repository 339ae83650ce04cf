// SPDX-License-Identifier: MIT
#include "shapes/map_scene.hpp"

#include <utility>

#include "shapes/insets.hpp"
#include "shapes/legend.hpp"

namespace miraimap {

Scene make_coverage_scene(const Catalogue& catalogue, std::shared_ptr<const MapShapes> shapes,
                          const std::vector<MunicipalityCoverage>& coverage,
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

    const LegendQuestion question{options.theme, options.prefectures,
                                  options.count_northern_territories};
    Classification classes = classify_coverage(catalogue, coverage, question);
    scene.notes.push_back(denominator_note(catalogue, classes, question));
    scene.class_of = std::move(classes.class_of);
    scene.legend = std::move(classes.legend);

    if (options.insets) {
        scene.insets = place_insets(
            catalogue, *scene.shapes,
            {options.prefectures, scene.view, options.text_scale, options.reserved, 12});
    }
    scene.markers = place_markers(scene, coverage);
    if (options.labels && options.measure_text) {
        scene.labels = place_labels(catalogue, scene, coverage,
                                    {options.lang, options.measure_text, options.text_scale,
                                     options.reserved, options.prefectures});
    }
    return scene;
}

}  // namespace miraimap
