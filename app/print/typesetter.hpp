// SPDX-License-Identifier: MIT
// Text on paper through Pango, measured the same way for every kind of file.
//
// Promises: sizes are in px of the picture whatever the device; glyphs are not hinted, so a label
// measures the same in PNG, SVG and PDF and at every scale.
#pragma once

#include <string>
#include <vector>

#include "app/print/cairo_handles.hpp"
#include "geo/finding.hpp"

namespace miraimap {

enum class Align : std::uint8_t { left, centre, right };

struct TextStyle {
    double size_px = 12;
    bool bold = false;
    Colour colour;
    Align align = Align::left;
    double width_px = 0;         ///< wraps at this width; 0: one line
    double line_spacing = 1.25;  ///< of the font's own line height, for wrapped text
};

struct TextSize {
    double width_px = 0;
    double height_px = 0;
};

/// One line of text where it was drawn.
struct PlacedText {
    std::string words;
    double x_px = 0;  ///< left end
    double baseline_px = 0;
    double width_px = 0;
    double size_px = 0;
    bool bold = false;
    Colour colour;
    Colour halo;
    double halo_px = 0;  ///< 0: none
};

/// From now on, text on this surface is not drawn but collected, in order.
/// @param texts  must outlive the surface's use
void collect_text(cairo_surface_t* surface, std::vector<PlacedText>* texts);

class Typesetter {
public:
    /// @param cr  where to draw; must outlive the typesetter
    explicit Typesetter(cairo_t* cr);

    [[nodiscard]] TextSize measure(const std::string& text, const TextStyle& style) const;
    /// Draws with the top left corner of the text at (x, y); aligned text is aligned inside
    /// `width_px`, or around x if that is 0. @returns the size
    TextSize draw(const std::string& text, double x_px, double y_px, const TextStyle& style) const;
    /// Draws around a centre, with a halo that keeps it readable on any ground.
    void draw_with_halo(const std::string& text, double x_px, double y_px, const TextStyle& style,
                        Colour halo, double halo_px) const;

private:
    [[nodiscard]] Layout lay_out(const std::string& text, const TextStyle& style) const;

    /// Draws at the current point in the current colour.
    void show(PangoLayout* layout) const;

    /// True if the surface collects its text: the layout at (x, y) is added then.
    bool collect(PangoLayout* layout, double x_px, double y_px, const PlacedText& look) const;

    cairo_t* cr_;
};

}  // namespace miraimap
