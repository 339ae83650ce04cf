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

constexpr float banner_height_px = 34;
constexpr float banner_swatch_px = 18;

float clear_button_width(const Ui& ui) {
    return text_size(ui, FontUse::small, ui.tr(T::a_banner_clear)).x + ui.px(12);
}

/// Says over the map that its colours and figures are only supposed.
void banner(const Ui& ui, ImVec2 low) {
    const auto [place, words] = supposed_banner(ui);
    const ImVec2 at(low.x + place.x, low.y + place.y);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({place.width, place.height});
    ui.probe("supposed-banner");
    const ImVec2 text = text_size(ui, FontUse::small_bold, words);
    const float swatch = ui.px(banner_swatch_px);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ClassStyle& style = supposed_class(ui.state.theme);
    list->AddRectFilled(at, {at.x + place.width, at.y + place.height}, ui.colours.card, ui.px(8));
    list->AddRect(at, {at.x + place.width, at.y + place.height}, ui.colours.warn, ui.px(8), 0,
                  ui.px(2));
    const ImVec2 mark(at.x + ui.px(12), at.y + (place.height - swatch) / 2);
    list->AddRectFilled(mark, {mark.x + swatch, mark.y + swatch}, to_u32(style.fill));
    list->PushClipRect(mark, {mark.x + swatch, mark.y + swatch}, true);
    for (float x = -swatch; x < swatch; x += ui.px(5)) {
        list->AddLine({mark.x + x, mark.y + swatch}, {mark.x + x + swatch, mark.y},
                      to_u32(style.hatch_colour), ui.px(1.4F));
    }
    list->PopClipRect();
    list->AddText(ui.font(FontUse::small_bold), ui.font(FontUse::small_bold)->FontSize,
                  {mark.x + swatch + ui.px(8), at.y + (place.height - text.y) / 2}, ui.colours.text,
                  words.c_str());
    ImGui::SetCursorScreenPos(
        {at.x + place.width - clear_button_width(ui) - ui.px(8), at.y + ui.px(3)});
    if (link_button(ui, "banner-clear", ui.tr(T::a_banner_clear))) {
        clear_suppositions(ui.state);
    }
}

}  // namespace

SupposedBanner supposed_banner(const Ui& ui) {
    const std::vector<int>& supposed = ui.state.snapshot.what_if;
    const Municipality& first =
        ui.world().catalogue.municipalities[static_cast<std::size_t>(supposed.front())];
    std::string who = short_name(first, ui.lang());
    if (supposed.size() > 1) {
        who = fill(T::a_and_more, ui.lang(), who, supposed.size());
    }
    const std::string words = fill(T::a_banner, ui.lang(), who);
    const float beside_words = clear_button_width(ui) + ui.px(banner_swatch_px + 40);
    const float wanted = text_size(ui, FontUse::small_bold, words).x + beside_words;
    const float margin = ui.px(map_margin_px(ui.state));
    const float right = ui.px(map_buttons_place(ui.state).x) - margin;
    const float beside_mode = widest_mode_chooser(ui, right - margin) + 2 * margin;
    const float height = ui.px(banner_height_px);
    if (beside_mode + wanted <= right) {
        return {{(beside_mode + right - wanted) / 2, margin, wanted, height}, words};
    }
    const float width = std::min(wanted, right - margin);
    return {{margin, 2 * margin + height, width, height},
            shorten(ui, FontUse::small_bold, words, width - beside_words)};
}

void analysis_overlay(const Ui& ui, const Scene& scene, ImVec2 low) {
    if (!scene.regions.empty()) {
        draw_numbers(ui, scene, low);
    }
    if (!ui.state.snapshot.what_if.empty()) {
        banner(ui, low);
    }
}

}  // namespace miraimap::gui
