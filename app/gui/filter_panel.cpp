// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {
namespace {

/// A heading, and at its right a link that clears this kind of filter if it is set.
bool section(const Ui& ui, T title, const char* id, bool set) {
    const float right = ImGui::GetCursorPosX() + available_px();
    const float y = ImGui::GetCursorPosY();
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(title));
    bool clear = false;
    if (set) {
        const float width = text_size(ui, FontUse::small, ui.tr(T::filter_clear_one)).x + ui.px(12);
        const ImVec2 after = ImGui::GetCursorPos();
        ImGui::SetCursorPos({right - width, y - ui.px(4)});
        clear = link_button(ui, fmt::format("clear-{}", id), ui.tr(T::filter_clear_one));
        ImGui::SetCursorPos(after);
    }
    return clear;
}

void source_section(const Ui& ui, Filter& filter) {
    if (section(ui, T::filter_source, "source", !filter.sources.empty())) {
        filter.sources.clear();
    }
    for (int i = 0; i < 3; ++i) {
        const auto source = static_cast<Source>(i);
        const bool on =
            std::find(filter.sources.begin(), filter.sources.end(), source) != filter.sources.end();
        if (row_chip(ui, "source:" + key_of(source), name_of(source).in(ui.lang()),
                     ui.state.facets.sources[static_cast<std::size_t>(i)], on)) {
            toggle(filter.sources, source);
        }
    }
}

void year_section(const Ui& ui, Filter& filter) {
    if (section(ui, T::filter_year, "year", !filter.years.empty() || filter.past)) {
        filter.years.clear();
        filter.past = false;
    }
    std::vector<int> years;
    for (const auto& [year, count] : ui.state.facets.years) {
        years.push_back(year);
    }
    bool first = true;
    for (const auto& [year, count] : ui.state.facets.years) {
        const std::string label = ui.lang() == Lang::ja ? year_key(year) : std::to_string(year);
        flow(ui, chip_width_px(ui, label, count), first);
        first = false;
        if (chip(ui, "year:" + year_key(year), label, count, has_year(filter, year))) {
            toggle_year(filter, year, years);
        }
        tooltip_for_item(ui, year_name(year).in(ui.lang()));
    }
    const std::string label = ui.tr(T::filter_past);
    flow(ui, chip_width_px(ui, label, ui.state.facets.past), first);
    if (chip(ui, "year:past", label, ui.state.facets.past, filter.past)) {
        filter.past = !filter.past;
    }
    tooltip_for_item(ui, ui.tr(T::filter_past_hint));
}

void programme_section(const Ui& ui, Filter& filter) {
    if (section(ui, T::filter_programme, "programme", !filter.programmes.empty())) {
        filter.programmes.clear();
    }
    for (int i = 0; i < programme_count; ++i) {
        const auto programme = static_cast<Programme>(i);
        const bool on = std::find(filter.programmes.begin(), filter.programmes.end(), programme) !=
                        filter.programmes.end();
        if (row_chip(ui, "programme:" + key_of(programme), name_of(programme).in(ui.lang()),
                     ui.state.facets.programmes[static_cast<std::size_t>(i)], on)) {
            toggle(filter.programmes, programme);
        }
    }
}

void technology_section(const Ui& ui, Filter& filter) {
    if (section(ui, T::filter_technology, "technology", !filter.technologies.empty())) {
        filter.technologies.clear();
    }
    filter.match = static_cast<TechnologyMatch>(
        segmented(ui, "match", {ui.tr(T::match_any), ui.tr(T::match_all), ui.tr(T::match_none)},
                  static_cast<int>(filter.match), available_px()));
    for (int i = 0; i < technology_count; ++i) {
        const auto technology = static_cast<Technology>(i);
        const std::string& label = name_of(technology).in(ui.lang());
        const int count = ui.state.facets.technologies[static_cast<std::size_t>(i)];
        const bool on = std::find(filter.technologies.begin(), filter.technologies.end(),
                                  technology) != filter.technologies.end();
        flow(ui, chip_width_px(ui, label, count), i == 0);
        if (chip(ui, "technology:" + key_of(technology), label, count, on)) {
            toggle(filter.technologies, technology);
        }
    }
}

void kind_section(const Ui& ui, Filter& filter) {
    if (section(ui, T::filter_kind, "kind", !filter.kinds.empty())) {
        filter.kinds.clear();
    }
    bool first = true;
    for (const Kind kind : {Kind::fresh, Kind::continuing}) {
        const std::string& label = name_of(kind).in(ui.lang());
        const int count = ui.state.facets.kinds[static_cast<std::size_t>(kind)];
        const bool on =
            std::find(filter.kinds.begin(), filter.kinds.end(), kind) != filter.kinds.end();
        flow(ui, chip_width_px(ui, label, count), first);
        first = false;
        if (chip(ui, "kind:" + key_of(kind), label, count, on)) {
            toggle(filter.kinds, kind);
        }
    }
}

void prefecture_chips(const Ui& ui, Filter& filter, int region) {
    bool first = true;
    for (const Prefecture& prefecture : prefectures()) {
        if (prefecture.region != region) {
            continue;
        }
        const int count = ui.state.facets.prefectures[static_cast<std::size_t>(prefecture.number)];
        const std::string& label = prefecture.name.in(ui.lang());
        const bool on = std::find(filter.prefectures.begin(), filter.prefectures.end(),
                                  prefecture.number) != filter.prefectures.end();
        flow(ui, chip_width_px(ui, label, count), first);
        first = false;
        if (chip(ui, "prefecture:" + prefecture.code, label, count, on)) {
            toggle(filter.prefectures, prefecture.number);
        }
    }
}

/// One region: a line to open and close, with the number of its chosen prefectures.
void region_row(const Ui& ui, Filter& filter, int region) {
    const Region& r = regions()[static_cast<std::size_t>(region)];
    int chosen = 0;
    for (const int number : filter.prefectures) {
        chosen += prefectures()[static_cast<std::size_t>(number - 1)].region == region ? 1 : 0;
    }
    ImGuiStorage* storage = ImGui::GetStateStorage();
    const ImGuiID key = ImGui::GetID(r.key.c_str());
    const bool open = storage->GetBool(key, false);
    const float width = available_px();
    const float height = ui.px(30);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton(r.key.c_str(), {width, height})) {
        storage->SetBool(key, !open);
    }
    ui.probe("region:" + r.key);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list->AddRectFilled(at, {at.x + width, at.y + height}, ui.colours.field, ui.px(6));
    }
    draw_icon(*list, open ? Icon::chevron_down : Icon::chevron_right,
              {at.x + ui.px(10), at.y + height / 2}, ui.px(11), ui.colours.text_muted);
    const ImFont* font = ui.font(FontUse::small);
    const float y = at.y + (height - font->FontSize) / 2;
    list->AddText(font, font->FontSize, {at.x + ui.px(24), y}, ui.colours.text,
                  r.name.in(ui.lang()).c_str());
    if (chosen > 0) {
        const std::string number = std::to_string(chosen);
        const ImVec2 extent = text_size(ui, FontUse::small_bold, number);
        const ImVec2 centre(at.x + width - ui.px(16), at.y + height / 2);
        list->AddCircleFilled(centre, ui.px(10), ui.colours.accent);
        list->AddText(ui.font(FontUse::small_bold), ui.font(FontUse::small_bold)->FontSize,
                      {centre.x - extent.x / 2, centre.y - extent.y / 2}, ui.colours.on_accent,
                      number.c_str());
    }
    if (open) {
        prefecture_chips(ui, filter, region);
        space(ui, 4);
    }
}

void text_section(const Ui& ui, Filter& filter) {
    if (section(ui, T::filter_text, "text", !filter.text.empty())) {
        filter.text.clear();
    }
    const float height = ui.px(34);
    ImGui::PushFont(ui.font(FontUse::small));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        ImVec2(ui.px(12), (height - ui.font(FontUse::small)->FontSize) / 2));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, height / 2);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, ui.colours.text_muted);
    ImGui::SetNextItemWidth(available_px());
    const std::string hint =
        shorten(ui, FontUse::small, ui.tr(T::filter_text_hint), available_px() - ui.px(24));
    // The filter follows when typing is done, so that the history holds words and not letters.
    ImGui::InputTextWithHint("##text", hint.c_str(), ui.state.text_filter.data(),
                             ui.state.text_filter.size());
    if (ImGui::IsItemDeactivatedAfterEdit()) {
        filter.text = ui.state.text_filter.data();
    }
    ui.probe("filter-text");
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    ImGui::PopFont();
}

}  // namespace

void filter_panel(const Ui& ui) {
    Filter filter = ui.state.request.filter;
    begin_scroll(ui, "##filters");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(6), ui.px(6)));
    const auto gap = [&ui] { hairline(ui, 9); };
    space(ui, 4);
    source_section(ui, filter);
    gap();
    year_section(ui, filter);
    gap();
    technology_section(ui, filter);
    gap();
    programme_section(ui, filter);
    gap();
    if (section(ui, T::filter_prefecture, "prefecture", !filter.prefectures.empty())) {
        filter.prefectures.clear();
    }
    for (int region = 0; region < static_cast<int>(regions().size()); ++region) {
        region_row(ui, filter, region);
    }
    gap();
    kind_section(ui, filter);
    gap();
    text_section(ui, filter);
    space(ui, 16);
    ImGui::PopStyleVar();
    end_scroll();
    set_filter(ui.state, filter);
}

}  // namespace miraimap::gui
