// SPDX-License-Identifier: MIT
#include "shapes/map_scene.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "shapes/circles.hpp"
#include "shapes/insets.hpp"
#include "shapes/islands.hpp"
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

/// The symbols of a place with several classes, for its name: colour alone would not tell them.
std::string symbols_of(const std::vector<std::vector<int>>& several_of, const Scene& scene,
                       int place, Lang lang) {
    std::string symbols;
    for (const int c : several_of[static_cast<std::size_t>(place)]) {
        const std::string& symbol = scene.legend[static_cast<std::size_t>(c)].symbol.in(lang);
        if (!symbol.empty()) {
            symbols += (symbols.empty() ? " " : "・") + symbol;
        }
    }
    return symbols;
}

/// Places of several classes: the first as their class, the others as stripes.
void share_out(const std::vector<std::vector<int>>& several_of, Scene& scene) {
    scene.further_classes.resize(several_of.size());
    for (std::size_t i = 0; i < several_of.size(); ++i) {
        const std::vector<int>& classes = several_of[i];
        if (classes.size() > 1) {
            scene.class_of[i] = classes[0];
            scene.further_classes[i] = {classes[1], classes.size() > 2 ? classes[2] : -1};
        }
    }
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
    share_out(classes.several_of, scene);
    scene.legend_title = std::move(classes.title);
    scene.counted = classes.counted;
    scene.covered = covered_in(coverage, scene);

    if (options.insets) {
        scene.insets = place_insets(
            catalogue, *scene.shapes,
            {options.prefectures, scene.view, options.text_scale, options.reserved, 12});
    }
    if (is_money(classes.colour)) {
        const AmountKind kind =
            classes.colour == MapColour::granted ? AmountKind::granted : AmountKind::requested;
        scene.circles =
            place_circles(scene, classes.amounts, classes.largest_amount, options.text_scale);
        scene.circle_legend =
            circle_legend(classes.amounts, classes.largest_amount, kind, options.text_scale);
    }
    // Discs stand for selected places; a map of figures does not speak of them.
    if (classes.colour != MapColour::figure) {
        scene.markers = place_markers(scene, coverage);
    }
    scene.regions = options.regions;
    scene.chosen = options.chosen;
    scene.meetings = options.meetings;
    std::vector<PixelBox> reserved = options.reserved;
    scene.region_numbers = place_region_numbers(scene, options.reserved, options.text_scale);
    for (const RegionNumber& number : scene.region_numbers) {
        reserved.push_back(
            PixelBox::around(number.x_px, number.y_px, 2 * number.radius_px, 2 * number.radius_px));
    }
    if (options.labels && options.measure_text) {
        LabelOptions labels{options.lang,        options.measure_text, options.text_scale,
                            std::move(reserved), options.prefectures,  named_first(options.chosen)};
        if (!classes.several_of.empty()) {
            labels.suffix_of = [&](int place) {
                return symbols_of(classes.several_of, scene, place, options.lang);
            };
        }
        scene.labels = place_labels(catalogue, scene, coverage, labels);
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
