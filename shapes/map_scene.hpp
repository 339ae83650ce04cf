// SPDX-License-Identifier: MIT
// Builds the scene of the coverage map: classes, legend with counts, insets, labels.
#pragma once

#include <functional>
#include <memory>

#include "geo/select/coverage.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

/// Width and height of a label in pixels at a font size; the painter's own font measures it.
using MeasureText = std::function<std::pair<double, double>(const std::string& text, double size_px)>;

struct SceneOptions {
    double width_px = 1600;
    double height_px = 1000;
    Theme theme = Theme::light;
    Lang lang = Lang::ja;
    bool insets = true;
    bool labels = true;
    /// View of the main map; width_px <= 0: national view on the main islands.
    View view;
    MeasureText measure_text;  ///< needed if labels are wanted
};

/// Box of the main islands (without Okinawa, Ogasawara and other far islands), for the opening view.
MapBox main_islands(const Catalogue& catalogue, const MapShapes& shapes);
/// Box of one or several prefectures' municipalities, far islands left out where they would shrink
/// the rest (Tokyo: the islands south of Izu).
MapBox prefecture_box(const Catalogue& catalogue, const MapShapes& shapes,
                      const std::vector<int>& prefectures);

/// The scene of the coverage grades (title, words and sources are filled by the caller).
Scene make_coverage_scene(const Catalogue& catalogue, std::shared_ptr<const MapShapes> shapes,
                          const std::vector<MunicipalityCoverage>& coverage,
                          const SceneOptions& options);

}  // namespace miraimap
