// SPDX-License-Identifier: MIT
// For tests and benches of the map painters: scenes of the embedded map.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/gui/map_mesh.hpp"
#include "app/gui/map_painter.hpp"
#include "shapes/scene.hpp"

namespace miraimap::test {

/// The embedded map on the default projection; made once.
std::shared_ptr<const MapShapes> whole_map();
std::shared_ptr<const gui::MapMesh> whole_mesh();
/// The embedded map for either way of drawing.
gui::PaintedShapes whole_painted();
/// Shapes for either way of drawing, in full detail only.
gui::PaintedShapes full_detail(const std::shared_ptr<const MapShapes>& shapes);
/// In all levels of detail.
gui::PaintedShapes all_levels(const std::shared_ptr<const MapShapes>& shapes);

/// The coverage grades without insets and labels.
Scene grade_scene(const View& view, Theme theme = Theme::light);
/// The main islands.
View national_view(double width_px, double height_px);
/// Part of the map around a place in degrees.
View view_at(double lon, double lat, double metres_per_px, double width_px, double height_px);

/// Empty if the painter for OpenGL can run here, else why not.
std::string why_no_offscreen_gl();

}  // namespace miraimap::test
