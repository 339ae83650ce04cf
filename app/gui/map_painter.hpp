// SPDX-License-Identifier: MIT
// The one small interface between the window and whatever draws the map.
//
// Promises: a painter gets plain data (mesh, scene) and paints it; it keeps the picture between
// frames and redraws it only if the view, the classes, the style or the size changed.
// Does not: know panels, filters or input; labels and words are drawn by the window over the map.
#pragma once

#include <memory>

#include "app/gui/map_mesh.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// Where the map stands in the window's framebuffer (device pixels, y from the top).
struct MapFrame {
    int left_px = 0;
    int top_px = 0;
    int window_height_px = 0;
    double pixel_ratio = 1;  ///< device pixels per pixel of the scene
    bool draft = false;      ///< the map is moving: a new picture may have rougher edges
};

/// What the painter has done so far; tests count work instead of time.
struct PaintCounters {
    long long redraws = 0;  ///< pictures of the whole map
    long long geometry_uploads = 0;
    long long class_uploads = 0;
    long long class_bytes = 0;  ///< bytes of the last class upload
    long long triangles = 0;    ///< of the last redraw
    long long segments = 0;     ///< border pieces of the last redraw
    double last_redraw_ms = 0;  ///< until the graphics card was done; 0 unless measured
};

class MapPainter {
public:
    MapPainter() = default;
    virtual ~MapPainter() = default;
    MapPainter(const MapPainter&) = delete;
    MapPainter& operator=(const MapPainter&) = delete;
    MapPainter(MapPainter&&) = delete;
    MapPainter& operator=(MapPainter&&) = delete;

    /// New shapes; the mesh was made from them.
    virtual void set_shapes(std::shared_ptr<const MapShapes> shapes,
                            std::shared_ptr<const MapMesh> mesh) = 0;
    /// Paints the scene into the current framebuffer.
    virtual void paint(const Scene& scene, const MapFrame& frame) = 0;
    /// True if the picture is a draft and should be painted again when the map stands still.
    [[nodiscard]] virtual bool is_draft() const = 0;
    /// Wait for the graphics card after each redraw, to measure it.
    virtual void measure(bool on) = 0;
    [[nodiscard]] virtual const PaintCounters& counters() const = 0;
};

/// The painter for OpenGL 3.3 core; its context must be current here, in every call and at the end.
/// @param samples  multisampling of the picture; 0 or 1: none
/// @throws Error{input} if a shader or buffer cannot be made
std::unique_ptr<MapPainter> make_gl_map_painter(int samples);

}  // namespace miraimap::gui
