// SPDX-License-Identifier: MIT
// From places and borders in memory to colours in memory: what the card's shader does
// (map_shaders.hpp), by the processors.
//
// Promises: the colours of the shader up to rounding. Does not: know views or shapes, or call
// OpenGL.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "shapes/device_view.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// A pane's geometry as pixels, rows upwards.
struct MemoryGround {
    const std::vector<std::uint32_t>& places;  ///< see fill_places, at the corners of the pixels
    const std::vector<std::uint32_t>& cover;   ///< see ink_borders
    int width_px = 0;
    int height_px = 0;
};

/// Where a pane stands in the picture.
struct MemoryFrame {
    std::vector<std::uint32_t>& pixels;  ///< RGBA, red in the lowest byte, rows upwards
    int width_px = 0;                    ///< of the picture
    int height_px = 0;
    int left_px = 0;  ///< of the pane
    int bottom_px = 0;
};

class MemoryShading {
public:
    /// As MapCanvas::set_classes and set_styles.
    long long set_classes(const Scene& scene);
    bool set_styles(const Scene& scene);
    /// The picture's size: hatches keep their place in it.
    void fit(int width_px, int height_px, double ratio);

    /// Colours some rectangles of a pane; each counts from the pane's lower left corner.
    /// @param strength  of municipality borders at the pane's scale
    void shade(const MemoryGround& ground, const std::vector<PixelRect>& land, double strength,
               const MapStyle& style, const MemoryFrame& frame) const;

private:
    struct Look {
        std::uint32_t fill = 0;
        Hatch hatch = Hatch::none;
        std::uint32_t flags = 0;
        std::vector<std::uint32_t> hatched;  ///< the fill under 0..255 parts of hatch
    };
    struct Inks;
    [[nodiscard]] std::uint32_t face(std::uint32_t place, int x, int y, std::uint32_t sea,
                                     std::uint32_t& flags) const;
    [[nodiscard]] unsigned hatch_at(Hatch hatch, int x, int y) const;
    void shade_row(const MemoryGround& ground, int from_column, int to_column, int row,
                   const Inks& inks, const MemoryFrame& frame) const;

    std::vector<std::uint32_t> words_;
    std::vector<std::uint32_t> style_words_;
    std::vector<Look> looks_;
    // Patterns repeat along one direction each, so one number a line of that direction will do.
    int width_px_ = 0;
    int height_px_ = 0;
    double ratio_ = 0;
    std::vector<std::uint8_t> diagonal_, back_diagonal_;  ///< by x + top - y, by x + y
    std::vector<std::uint8_t> cross_, back_cross_;        ///< likewise
    std::vector<std::uint8_t> horizontal_;                ///< by y
    std::array<std::vector<float>, 2> dot_x_, dot_y_;  ///< to the nearest dot of each of two grids
    std::vector<std::uint8_t> band_of_2_, band_of_3_;  ///< by x + y
};

}  // namespace miraimap::gui
