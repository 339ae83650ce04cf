// SPDX-License-Identifier: MIT
#include "app/gui/map_marks.hpp"

#include <algorithm>
#include <numbers>
#include <utility>

#include "app/gui/widgets.hpp"
#include "shapes/choice_rings.hpp"
#include "shapes/circles.hpp"

namespace miraimap::gui {

void draw_marker(const Ui& ui, const MapStyle& style, const std::vector<Colour>& fills,
                 ImVec2 centre) {
    constexpr float pi = std::numbers::pi_v<float>;
    const float radius = ui.px(static_cast<float>(marker_radius_px));
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled(centre, radius + ui.px(static_cast<float>(marker_halo_px)),
                          to_u32(style.label_halo));
    const float turn = 2 * pi / static_cast<float>(std::max<std::size_t>(fills.size(), 1));
    for (std::size_t i = 0; i < fills.size(); ++i) {
        const float from = -pi / 2 + static_cast<float>(i) * turn;
        if (fills.size() == 1) {
            list->AddCircleFilled(centre, radius, to_u32(fills[i]));
        } else {
            list->PathLineTo(centre);
            list->PathArcTo(centre, radius, from, from + turn);
            list->PathFillConvex(to_u32(fills[i]));
        }
    }
    list->AddCircle(centre, radius, to_u32(style.label), 0,
                    ui.px(static_cast<float>(marker_outline_px)));
}

void draw_markers(const Ui& ui, const Scene& scene, ImVec2 low) {
    for (const MapMarker& marker : scene.markers) {
        draw_marker(ui, scene.style, fills_of(scene, marker.municipality),
                    {low.x + ui.px(static_cast<float>(marker.x_px)),
                     low.y + ui.px(static_cast<float>(marker.y_px))});
    }
}

void draw_circle(const Ui& ui, const MapStyle& style, ImVec2 centre, float radius,
                 bool of_prefecture) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 ink = to_u32(style.region);
    const float rim = ui.px(static_cast<float>(of_prefecture ? hollow_rim_px : rim_of_disc_px));
    if (!of_prefecture) {
        list->AddCircleFilled(centre, radius, with_alpha(ink, 0.5F));
    }
    list->AddCircle(centre, radius, to_u32(style.label_halo), 0, rim + ui.px(1.4F));
    list->AddCircle(centre, radius, ink, 0, rim);
}

void draw_circles(const Ui& ui, const Scene& scene, ImVec2 low) {
    for (const MapCircle& circle : scene.circles) {
        draw_circle(ui, scene.style,
                    {low.x + ui.px(static_cast<float>(circle.x_px)),
                     low.y + ui.px(static_cast<float>(circle.y_px))},
                    ui.px(static_cast<float>(circle.radius_px)), circle.municipality < 0);
    }
}

void draw_choice_rings(const Ui& ui, const Scene& scene, ImVec2 low) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 halo = to_u32(scene.style.label_halo);
    for (const ChoiceRing& ring : choice_rings(scene)) {
        const ImU32 ink = to_u32(ring.chosen ? scene.style.selection : scene.style.hover);
        const ImVec2 centre(low.x + ui.px(static_cast<float>(ring.x_px)),
                            low.y + ui.px(static_cast<float>(ring.y_px)));
        const float radius = ui.px(static_cast<float>(choice_ring_px));
        const float end = radius + ui.px(static_cast<float>(choice_tick_px));
        for (const auto& [colour, width] :
             {std::pair(halo, ui.px(4.4F)), std::pair(ink, ui.px(2))}) {
            list->AddCircle(centre, radius, colour, 0, width);
            for (const ImVec2 d : {ImVec2(1, 0), ImVec2(-1, 0), ImVec2(0, 1), ImVec2(0, -1)}) {
                if (ring.chosen) {
                    list->AddLine({centre.x + d.x * radius, centre.y + d.y * radius},
                                  {centre.x + d.x * end, centre.y + d.y * end}, colour, width);
                }
            }
        }
    }
}

}  // namespace miraimap::gui
