// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

/// Draws in a square of -1..1 around the centre.
struct Pen {
    ImDrawList& list;
    ImVec2 centre;
    float half_px;
    float width_px;
    ImU32 colour;

    [[nodiscard]] ImVec2 at(float x, float y) const {
        return {centre.x + x * half_px, centre.y + y * half_px};
    }
    void line(float ax, float ay, float bx, float by) const {
        list.AddLine(at(ax, ay), at(bx, by), colour, width_px);
    }
    void arc(float x, float y, float radius, float from, float to) const {
        list.PathArcTo(at(x, y), radius * half_px, from, to, 20);
        list.PathStroke(colour, 0, width_px);
    }
};

constexpr float pi = 3.14159265F;

void draw_turn(const Pen& pen, float side) {
    // A flat arc with an arrow head at its outer end.
    pen.list.PathLineTo(pen.at(-0.75F * side, -0.1F));
    pen.list.PathBezierCubicCurveTo(pen.at(-0.3F * side, -0.75F), pen.at(0.8F * side, -0.6F),
                                    pen.at(0.75F * side, 0.6F), 16);
    pen.list.PathStroke(pen.colour, 0, pen.width_px);
    pen.line(-0.8F * side, -0.75F, -0.78F * side, -0.08F);
    pen.line(-0.78F * side, -0.08F, -0.1F * side, -0.05F);
}

void draw_sun(const Pen& pen) {
    pen.arc(0, 0, 0.42F, 0, 2 * pi);
    for (int i = 0; i < 8; ++i) {
        const float a = static_cast<float>(i) * pi / 4;
        pen.line(std::cos(a) * 0.68F, std::sin(a) * 0.68F, std::cos(a) * 0.95F,
                 std::sin(a) * 0.95F);
    }
}

void draw_moon(const Pen& pen) {
    // Outer rim, then back along the inner rim.
    pen.list.PathArcTo(pen.centre, 0.82F * pen.half_px, -0.12F * pi, 1.62F * pi - pi * 0.24F, 20);
    pen.list.PathArcTo(pen.at(0.36F, -0.42F), 0.62F * pen.half_px, 1.13F * pi, 0.09F * pi, 16);
    pen.list.PathStroke(pen.colour, ImDrawFlags_Closed, pen.width_px);
}

void draw_home(const Pen& pen) {
    pen.line(-0.9F, 0, 0, -0.85F);
    pen.line(0, -0.85F, 0.9F, 0);
    pen.line(-0.62F, -0.1F, -0.62F, 0.8F);
    pen.line(-0.62F, 0.8F, 0.62F, 0.8F);
    pen.line(0.62F, 0.8F, 0.62F, -0.1F);
}

/// A window whose part from (ax, ay) to (bx, by) is filled.
void draw_panel(const Pen& pen, float ax, float ay, float bx, float by) {
    pen.list.AddRect(pen.at(-0.95F, -0.75F), pen.at(0.95F, 0.75F), pen.colour, pen.width_px, 0,
                     pen.width_px);
    pen.list.AddRectFilled(pen.at(ax, ay), pen.at(bx, by), pen.colour);
}

/// Four corners of a square whose angles stand at `at`, their arms reaching to `to`.
void draw_corners(const Pen& pen, float at, float to) {
    for (const float x : {-1.0F, 1.0F}) {
        for (const float y : {-1.0F, 1.0F}) {
            pen.line(x * at, y * at, x * to, y * at);
            pen.line(x * at, y * at, x * at, y * to);
        }
    }
}

/// Nine equal squares.
void draw_tiles(const Pen& pen) {
    // On whole pixels, so that the gaps stay open at the smallest size.
    constexpr float step = 0.58F;
    const auto whole = [](ImVec2 p) { return ImVec2(std::round(p.x), std::round(p.y)); };
    const float gap = std::max(1.0F, std::round(pen.at(0.14F, 0).x - pen.at(0, 0).x));
    for (const float x : {-0.8F, -0.22F, 0.36F}) {
        for (const float y : {-0.8F, -0.22F, 0.36F}) {
            const ImVec2 next = whole(pen.at(x + step, y + step));
            pen.list.AddRectFilled(whole(pen.at(x, y)), {next.x - gap, next.y - gap}, pen.colour);
        }
    }
}

/// A folded sheet.
void draw_map_sheet(const Pen& pen) {
    constexpr float xs[] = {-0.85F, -0.28F, 0.28F, 0.85F};
    constexpr float ys[] = {-0.5F, -0.8F, -0.5F, -0.8F};
    constexpr float height = 1.3F;
    for (int i = 0; i < 4; ++i) {
        pen.line(xs[i], ys[i], xs[i], ys[i] + height);
        if (i < 3) {
            pen.line(xs[i], ys[i], xs[i + 1], ys[i + 1]);
            pen.line(xs[i], ys[i] + height, xs[i + 1], ys[i + 1] + height);
        }
    }
}

void draw_funnel(const Pen& pen) {
    pen.line(-0.9F, -0.75F, 0.9F, -0.75F);
    pen.line(-0.9F, -0.75F, -0.2F, 0.1F);
    pen.line(0.9F, -0.75F, 0.2F, 0.1F);
    pen.line(-0.2F, 0.1F, -0.2F, 0.9F);
    pen.line(0.2F, 0.1F, 0.2F, 0.65F);
    pen.line(-0.2F, 0.9F, 0.2F, 0.65F);
}

void draw_simple(const Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::search:
            pen.arc(-0.18F, -0.18F, 0.58F, 0, 2 * pi);
            pen.line(0.26F, 0.26F, 0.85F, 0.85F);
            break;
        case Icon::plus:
            pen.line(0, -0.7F, 0, 0.7F);
            pen.line(-0.7F, 0, 0.7F, 0);
            break;
        case Icon::minus:
            pen.line(-0.7F, 0, 0.7F, 0);
            break;
        case Icon::close:
            pen.line(-0.6F, -0.6F, 0.6F, 0.6F);
            pen.line(0.6F, -0.6F, -0.6F, 0.6F);
            break;
        case Icon::download:
            pen.line(0, -0.85F, 0, 0.35F);
            pen.line(-0.45F, -0.1F, 0, 0.35F);
            pen.line(0.45F, -0.1F, 0, 0.35F);
            pen.line(-0.75F, 0.8F, 0.75F, 0.8F);
            break;
        case Icon::chevron_right:
            pen.line(-0.25F, -0.55F, 0.3F, 0);
            pen.line(0.3F, 0, -0.25F, 0.55F);
            break;
        case Icon::chevron_left:
            pen.line(0.25F, -0.55F, -0.3F, 0);
            pen.line(-0.3F, 0, 0.25F, 0.55F);
            break;
        case Icon::chevron_down:
            pen.line(-0.55F, -0.25F, 0, 0.3F);
            pen.line(0, 0.3F, 0.55F, -0.25F);
            break;
        case Icon::chevron_up:
            pen.line(-0.55F, 0.25F, 0, -0.3F);
            pen.line(0, -0.3F, 0.55F, 0.25F);
            break;
        case Icon::check:
            pen.line(-0.7F, 0.05F, -0.2F, 0.55F);
            pen.line(-0.2F, 0.55F, 0.75F, -0.5F);
            break;
        case Icon::play:
            pen.list.AddTriangleFilled(pen.at(-0.5F, -0.75F), pen.at(0.75F, 0),
                                       pen.at(-0.5F, 0.75F), pen.colour);
            break;
        case Icon::pause:
            pen.list.AddRectFilled(pen.at(-0.6F, -0.7F), pen.at(-0.15F, 0.7F), pen.colour);
            pen.list.AddRectFilled(pen.at(0.15F, -0.7F), pen.at(0.6F, 0.7F), pen.colour);
            break;
        case Icon::history:
            pen.arc(0, 0, 0.85F, 0, 2 * pi);
            pen.line(0, -0.5F, 0, 0.05F);
            pen.line(0, 0.05F, 0.4F, 0.35F);
            break;
        case Icon::more:
            for (const float x : {-0.7F, 0.0F, 0.7F}) {
                pen.list.AddCircleFilled(pen.at(x, 0), pen.width_px * 1.1F, pen.colour);
            }
            break;
        case Icon::full_map:
            draw_corners(pen, 0.8F, 0.25F);
            break;
        case Icon::leave_full_map:
            draw_corners(pen, 0.2F, 0.8F);
            break;
        default:
            break;
    }
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size_px, ImU32 colour) {
    const ImVec2 middle(std::floor(centre.x) + 0.5F, std::floor(centre.y) + 0.5F);
    const Pen pen{list, middle, size_px / 2, std::max(1.4F, size_px / 10), colour};
    switch (icon) {
        case Icon::home:
            draw_home(pen);
            break;
        case Icon::sun:
            draw_sun(pen);
            break;
        case Icon::moon:
            draw_moon(pen);
            break;
        case Icon::panel_left:
            draw_panel(pen, -0.95F, -0.75F, -0.3F, 0.75F);
            break;
        case Icon::panel_right:
            draw_panel(pen, 0.3F, -0.75F, 0.95F, 0.75F);
            break;
        case Icon::panel_bottom:
            draw_panel(pen, -0.95F, 0.15F, 0.95F, 0.75F);
            break;
        case Icon::tiles:
            draw_tiles(pen);
            break;
        case Icon::map:
            draw_map_sheet(pen);
            break;
        case Icon::filter:
            draw_funnel(pen);
            break;
        case Icon::undo:
            draw_turn(pen, 1);
            break;
        case Icon::redo:
            draw_turn(pen, -1);
            break;
        case Icon::question: {
            ImFont* font = ImGui::GetFont();
            const float size = size_px * 1.4F;
            const ImVec2 extent = font->CalcTextSizeA(size, 1000, 0, "?");
            list.AddText(font, size, {centre.x - extent.x / 2, centre.y - extent.y / 2}, colour,
                         "?");
            break;
        }
        default:
            draw_simple(pen, icon);
            break;
    }
}

}  // namespace miraimap::gui
