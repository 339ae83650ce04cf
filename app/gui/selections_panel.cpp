// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {

void selections_panel(const Ui& ui) {
    begin_scroll(ui, "##selections");
    const World& world = ui.world();
    const Lang lang = ui.lang();
    if (ui.state.snapshot.passed.empty()) {
        text_in(ui, FontUse::body, ui.colours.text_muted, ui.tr(T::no_selection), 0);
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(6), ui.px(3)));
    int row = 0;
    for (const Passed& passed : ui.state.snapshot.passed) {
        const auto index = static_cast<std::size_t>(passed.selection);
        const Selection& s = world.selections[index];
        ImGui::PushID(passed.selection);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = available_px();
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->ChannelsSplit(2);
        list->ChannelsSetCurrent(1);
        ImGui::BeginGroup();
        space(ui, 4);
        text_in_line(ui, FontUse::body, ui.colours.text, s.area_text, width);
        if (!s.title.empty()) {
            text_in_line(ui, FontUse::small, ui.colours.text, s.title, width);
        }
        text_in_line(ui, FontUse::small, ui.colours.text_muted,
                     year_name(s.fiscal_year).in(lang) + " · " +
                         name_of(passed.programmes.empty() ? s.programmes.front()
                                                           : passed.programmes.front())
                             .in(lang),
                     width);
        space(ui, 4);
        ImGui::EndGroup();
        const ImVec2 end(at.x + width, ImGui::GetItemRectMax().y);
        const bool hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(at, end);
        list->ChannelsSetCurrent(0);
        if (hovered) {
            list->AddRectFilled({at.x - ui.px(8), at.y}, {end.x + ui.px(8), end.y},
                                ui.colours.field, ui.px(6));
        }
        list->ChannelsMerge();
        ui.probe(fmt::format("selection:{}", row++));
        if (hovered && ImGui::IsMouseReleased(0)) {
            for (const ResolvedPart& part : world.join.selections[index].parts) {
                if (part.municipality >= 0) {
                    choose(ui.state, part.municipality);
                    zoom_to_municipality(ui.state, part.municipality);
                    break;
                }
                if (part.is_prefecture) {
                    zoom_to_prefecture(ui.state, part.prefecture_number);
                    break;
                }
            }
        }
        hairline(ui, 1);
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
    end_scroll();
}

std::string full_name(const Municipality& municipality, Lang lang) {
    if (municipality.prefecture < 1 || municipality.prefecture > prefecture_count) {
        return short_name(municipality, lang);
    }
    const std::string& prefecture =
        prefectures()[static_cast<std::size_t>(municipality.prefecture - 1)].name.in(lang);
    return lang == Lang::ja ? prefecture + " " + municipality.name_ja
                            : short_name(municipality, lang) + ", " + prefecture;
}

const std::string& short_name(const Municipality& municipality, Lang lang) {
    return lang == Lang::en && !municipality.name_en.empty() ? municipality.name_en
                                                             : municipality.name_ja;
}

std::pair<ImU32, ImU32> grade_colours(const Ui& ui, Grade grade) {
    for (const ClassStyle& style : grade_classes(ui.state.theme)) {
        if (style.key == key_of(grade)) {
            const ImU32 fill_colour = to_u32(style.fill);
            const ImU32 black = IM_COL32(22, 30, 34, 255);
            const ImU32 white = IM_COL32(255, 255, 255, 255);
            return {fill_colour,
                    contrast(fill_colour, white) >= contrast(fill_colour, black) ? white : black};
        }
    }
    return {ui.colours.field, ui.colours.text};
}

}  // namespace miraimap::gui
