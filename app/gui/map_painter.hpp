// SPDX-License-Identifier: MIT
// The one small interface between the window and whatever draws the map.
//
// Promises: a painter gets plain data (shapes, scene) and paints it; it keeps the picture between
// frames. Geometry is drawn only if the view, the detail or the size changed, and after a move only
// where the old picture ends; other classes or colours upload a few bytes and no geometry.
// Does not: know panels, filters or input; labels and words are drawn by the window over the map.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/gui/map_mesh.hpp"
#include "shapes/ground.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// Where the map stands in the window's framebuffer (device pixels, y from the top).
struct MapFrame {
    int left_px = 0;
    int top_px = 0;
    int window_height_px = 0;
    double pixel_ratio = 1;         ///< device pixels per pixel of the scene
    std::uint32_t framebuffer = 0;  ///< OpenGL's number of the target; 0: the window
};

/// What the painter has done so far; tests count work instead of time.
struct PaintCounters {
    long long redraws = 0;   ///< panes (main map, insets) whose geometry was drawn whole
    long long strips = 0;    ///< strips of panes drawn after a move
    long long shadings = 0;  ///< passes over the picture that look up classes and colours
    long long geometry_uploads = 0;
    long long class_uploads = 0;
    long long class_bytes = 0;  ///< bytes of the last class upload
    long long style_uploads = 0;
    long long triangles = 0;      ///< of the last drawing of geometry
    long long segments = 0;       ///< border pieces of the last drawing of geometry
    long long picture_bytes = 0;  ///< of the last picture that the processors made
    long long markers = 0;        ///< of the last drawing: places too small for any pixel's centre
    long long all_triangles = 0;
    long long all_segments = 0;
    long long draw_calls = 0;
    double last_redraw_ms = 0;  ///< until the graphics card was done; 0 unless measured
};

/// Which municipality stands where, for tests: at the corners of the main map's pixels.
struct FeatureGrid {
    int columns = 0;
    int rows = 0;
    MapPoint first;          ///< map point of the top left value
    double step_m = 0;       ///< between two values
    std::vector<int> place;  ///< municipality or -1; rows from the top
};

/// Who draws the map's geometry and looks its colours up.
enum class DrawnBy : std::uint8_t {
    card,        ///< a graphics card, from triangles
    processors,  ///< the processors, from border lines: faster than a card that is only imitated
};

/// A map ready to be painted.
struct PaintedShapes {
    std::shared_ptr<const MapShapes> shapes;
    std::shared_ptr<const MapMesh> mesh;   ///< for DrawnBy::card, else it may be null
    std::shared_ptr<const Ground> ground;  ///< for DrawnBy::processors, else it may be null
};

class MapPainter {
public:
    MapPainter() = default;
    virtual ~MapPainter() = default;
    MapPainter(const MapPainter&) = delete;
    MapPainter& operator=(const MapPainter&) = delete;
    MapPainter(MapPainter&&) = delete;
    MapPainter& operator=(MapPainter&&) = delete;

    virtual void set_shapes(const PaintedShapes& shapes) = 0;
    /// Paints the scene into the current framebuffer.
    virtual void paint(const Scene& scene, const MapFrame& frame) = 0;
    /// Wait for the graphics card after each redraw, to measure it.
    virtual void measure(bool on) = 0;
    /// False: everything is submitted and nothing kept, so that tests can compare.
    virtual void save_work(bool on) = 0;
    /// What the last picture shows where.
    [[nodiscard]] virtual FeatureGrid features() const = 0;
    [[nodiscard]] virtual const PaintCounters& counters() const = 0;
};

/// The processors where OpenGL itself runs on them, else the card. A context must be current.
/// `MIRAIMAP_DRAW=card|processors` in the environment decides otherwise.
DrawnBy best_drawn_by();

/// The painter for OpenGL 3.3 core; its context must be current here, in every call and at the end.
/// @throws Error{input} if a shader or buffer cannot be made
std::unique_ptr<MapPainter> make_map_painter(DrawnBy drawn_by);

}  // namespace miraimap::gui
