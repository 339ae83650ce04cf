// SPDX-License-Identifier: MIT
// What analysis writes over the painted map: numbers of regions, and the banner that says that
// something is only supposed.
#include <fmt/format.h>

#include <algorithm>

#include "app/gui/analysis_actions.hpp"
#include "app/gui/analysis_panels.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

void draw_numbers(const Ui& ui, const Scene& scene, ImVec2 low) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (const RegionNumber& number : scene.region_numbers) {
        const ImVec2 centre(low.x + ui.px(static_cast<float>(number.x_px)),
                            low.y + ui.px(static_cast<float>(number.y_px)));
        const float radius = ui.px(static_cast<float>(number.radius_px));
        list->AddCircleFilled(centre, radius, to_u32(scene.style.region));
        list->AddCircle(centre, radius, to_u32(scene.style.region_halo), 0, ui.px(1.2F));
        const std::string words =
            std::to_string(scene.regions[static_cast<std::size_t>(number.region)].number);
        const ImFont* font = ui.font(FontUse::small_bold);
        const float size = std::min(font->FontSize, radius * 1.7F);
        const ImVec2 text = font->CalcTextSizeA(size, 1e6F, 0, words.c_str());
        list->AddText(font, size, {centre.x - text.x / 2, centre.y - text.y / 2},
                      to_u32(scene.style.region_halo), words.c_str());
    }
}

/// Says over the map that its colours and figures are only supposed.
void banner(const Ui& ui, ImVec2 low, ImVec2 extent) {
    const std::vector<int>& supposed = ui.state.snapshot.what_if;
    const Municipality& first =
        ui.world().catalogue.municipalities[static_cast<std::size_t>(supposed.front())];
    std::string who = short_name(first, ui.lang());
    if (supposed.size() > 1) {
        who = fill(T::a_and_more, ui.lang(), who, supposed.size());
    }
    const float button = text_size(ui, FontUse::small, ui.tr(T::a_banner_clear)).x + ui.px(12);
    const float most = extent.x - ui.px(160) - button;
    const std::string words =
        shorten(ui, FontUse::small_bold, fill(T::a_banner, ui.lang(), who), most);
    const ImVec2 text = text_size(ui, FontUse::small_bold, words);
    const float swatch = ui.px(18);
    const ImVec2 box(text.x + button + swatch + ui.px(40), ui.px(34));
    const ImVec2 at(low.x + (extent.x - box.x) / 2, low.y + ui.px(12));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ClassStyle& style = supposed_class(ui.state.theme);
    list->AddRectFilled(at, {at.x + box.x, at.y + box.y}, ui.colours.card, ui.px(8));
    list->AddRect(at, {at.x + box.x, at.y + box.y}, ui.colours.warn, ui.px(8), 0, ui.px(2));
    const ImVec2 mark(at.x + ui.px(12), at.y + (box.y - swatch) / 2);
    list->AddRectFilled(mark, {mark.x + swatch, mark.y + swatch}, to_u32(style.fill));
    list->PushClipRect(mark, {mark.x + swatch, mark.y + swatch}, true);
    for (float x = -swatch; x < swatch; x += ui.px(5)) {
        list->AddLine({mark.x + x, mark.y + swatch}, {mark.x + x + swatch, mark.y},
                      to_u32(style.hatch_colour), ui.px(1.4F));
    }
    list->PopClipRect();
    list->AddText(ui.font(FontUse::small_bold), ui.font(FontUse::small_bold)->FontSize,
                  {mark.x + swatch + ui.px(8), at.y + (box.y - text.y) / 2}, ui.colours.text,
                  words.c_str());
    ImGui::SetCursorScreenPos({at.x + box.x - button - ui.px(8), at.y + ui.px(3)});
    if (link_button(ui, "banner-clear", ui.tr(T::a_banner_clear))) {
        clear_suppositions(ui.state);
    }
}

}  // namespace

void analysis_overlay(const Ui& ui, const Scene& scene, ImVec2 low, ImVec2 extent) {
    if (!scene.regions.empty()) {
        draw_numbers(ui, scene, low);
    }
    if (!ui.state.snapshot.what_if.empty()) {
        banner(ui, low, extent);
    }
}

}  // namespace miraimap::gui
