// SPDX-License-Identifier: MIT
// Builds the scene of the map: classes, legend with counts, insets, labels.
#pragma once

#include <memory>
#include <vector>

#include "geo/select/coverage.hpp"
#include "shapes/labels.hpp"
#include "shapes/legend.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

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
    /// Prefectures in focus (of the filter): the opening view shows them, others are drawn faintly
    /// and counted in no class. Empty: the whole country.
    std::vector<int> prefectures;
    Counting counting;               ///< as in the coverage question
    double text_scale = 1;           ///< of label and inset text
    std::vector<PixelBox> reserved;  ///< places of the picture that labels and insets leave free
    std::vector<MapRegion> regions;  ///< to be outlined and numbered
    std::vector<MapMeeting> meetings = {};  ///< of chosen places with their neighbours
    std::vector<int> chosen = {};           ///< municipalities to be outlined and named first
};

/// The scene of any classes. `notes` opens with the denominator; title, filter words and sources
/// are filled by the caller.
/// @param coverage  as many entries as the catalogue has municipalities: what is named first
/// @param classes  of the same catalogue, with the theme, focus and count of the options
Scene make_map_scene(const Catalogue& catalogue, std::shared_ptr<const MapShapes> shapes,
                     const std::vector<MunicipalityCoverage>& coverage, Classification classes,
                     const SceneOptions& options);

/// The scene of the coverage grades. `notes` opens with the denominator; title, filter words and
/// sources are filled by the caller.
/// @param coverage  as many entries as the catalogue has municipalities
Scene make_coverage_scene(const Catalogue& catalogue, std::shared_ptr<const MapShapes> shapes,
                          const std::vector<MunicipalityCoverage>& coverage,
                          const SceneOptions& options);

}  // namespace miraimap
