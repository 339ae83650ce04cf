// SPDX-License-Identifier: MIT
// How the kept picture of the map is made: by a graphics card (card_canvas.cpp) or, where there is
// none, in memory by the processors (memory_canvas.cpp).
//
// Promises: both make the same picture up to the rounding of soft edges, from the same levels of
// detail. Geometry is drawn by `update` only; `shade` looks classes and colours up. Does not: know
// outlines of chosen places or labels, which stand above the picture.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/gui/gl_picture.hpp"
#include "app/gui/map_painter.hpp"
#include "app/gui/map_panes.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// What one drawing of geometry took.
struct DrawCounts {
    long long triangles = 0;
    long long segments = 0;
    long long points = 0;
    long long calls = 0;
};

/// What bringing a pane up to date took.
struct LayerWork {
    long long whole = 0;   ///< 1 if everything was drawn
    long long strips = 0;  ///< strips drawn after a move
    DrawCounts draws;
};

/// What making the picture took.
struct ShadeWork {
    long long calls = 0;
    long long picture_bytes = 0;  ///< carried to OpenGL
};

class MapCanvas {
public:
    MapCanvas() = default;
    virtual ~MapCanvas() = default;
    MapCanvas(const MapCanvas&) = delete;
    MapCanvas& operator=(const MapCanvas&) = delete;
    MapCanvas(MapCanvas&&) = delete;
    MapCanvas& operator=(MapCanvas&&) = delete;

    /// Other shapes; every pane is forgotten.
    virtual void set_shapes(const PaintedShapes& shapes) = 0;
    /// Metres of the shapes' positions are relative to this.
    [[nodiscard]] virtual MapPoint origin() const = 0;
    /// So many panes there are from now on.
    virtual void set_panes(std::size_t count) = 0;
    /// Draws geometry where the pane's view changed.
    /// @param keep  false: all is drawn anew and nothing left out, for tests
    virtual LayerWork update(std::size_t pane, const DeviceView& view, const BorderWidths& widths,
                             bool keep) = 0;
    /// Takes the classes of all municipalities; the bytes, or 0 if they are the same as before.
    virtual long long set_classes(const Scene& scene) = 0;
    /// Takes colours and hatches of all classes; false if they are the same as before.
    virtual bool set_styles(const Scene& scene) = 0;
    /// Makes the picture from what the panes hold.
    /// @param land  rectangles of each pane that hold anything but sea
    virtual ShadeWork shade(GlPicture& picture, const Scene& scene,
                            const std::vector<MapPane>& panes,
                            const std::vector<std::vector<PixelRect>>& land, double ratio) = 0;
    /// Municipality + 1 at each corner of the first pane's pixels, rows upwards; 0: none.
    [[nodiscard]] virtual std::vector<std::uint32_t> read_places() const = 0;
    /// What the first pane shows.
    [[nodiscard]] virtual DeviceView shown() const = 0;
};

/// Triangles and shaders. @throws Error{input} if a shader cannot be built
std::unique_ptr<MapCanvas> make_card_canvas();
/// Scanlines over the border lines; OpenGL only carries the finished picture.
std::unique_ptr<MapCanvas> make_memory_canvas();

}  // namespace miraimap::gui
