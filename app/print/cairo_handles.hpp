// SPDX-License-Identifier: MIT
// Owners of Cairo and Pango objects.
#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>

#include "shapes/style.hpp"

namespace miraimap {

struct SurfaceDeleter {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct CairoDeleter {
    void operator()(cairo_t* cr) const { cairo_destroy(cr); }
};
struct GObjectDeleter {
    void operator()(gpointer object) const { g_object_unref(object); }
};
struct FontDescriptionDeleter {
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceDeleter>;
using Canvas = std::unique_ptr<cairo_t, CairoDeleter>;
using Layout = std::unique_ptr<PangoLayout, GObjectDeleter>;
using FontDescription = std::unique_ptr<PangoFontDescription, FontDescriptionDeleter>;

/// Saves Cairo's state and restores it at the end of the block.
class CairoState {
public:
    explicit CairoState(cairo_t* cr) : cr_(cr) { cairo_save(cr_); }
    ~CairoState() { cairo_restore(cr_); }
    CairoState(const CairoState&) = delete;
    CairoState& operator=(const CairoState&) = delete;

private:
    cairo_t* cr_;
};

inline void set_colour(cairo_t* cr, Colour c, double opacity = 1) {
    cairo_set_source_rgba(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0 * opacity);
}

}  // namespace miraimap
