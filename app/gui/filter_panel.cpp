// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "app/gui/key_ring.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"
#include "geo/select/theme.hpp"

namespace miraimap::gui {
namespace {

/// A heading that folds and unfolds what is below it, and at its right a link that clears this kind
/// of filter if it is set.
struct Section {
    bool open = true;
    bool clear = false;
};

Section section(const Ui& ui, T title, const char* id, bool set) {
    std::set<std::string>& folded = ui.state.layout.folded;
    Section made{!folded.contains(id), false};
    const float right = ImGui::GetCursorPosX() + available_px();
    const ImVec2 start = ImGui::GetCursorPos();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(24);
    const float clear_width =
        set ? text_size(ui, FontUse::small, ui.tr(T::filter_clear_one)).x + ui.px(12) : 0;
    const bool pressed = key_pressed(
        ui, ImGui::InvisibleButton(("##fold-" + std::string(id)).c_str(),
                                   {std::max(ui.px(40), available_px() - clear_width), height}));
    ui.probe("fold:" + std::string(id));
    const ImU32 ink = ImGui::IsItemHovered() ? ui.colours.accent_text : ui.colours.text;
    tooltip_for_item(ui, ui.tr(made.open ? T::filter_fold : T::filter_unfold));
    ImDrawList* list = ImGui::GetWindowDrawList();
    draw_icon(*list, made.open ? Icon::chevron_down : Icon::chevron_right,
              {at.x + ui.px(6), at.y + height / 2}, ui.px(10), ui.colours.text_muted);
    const ImFont* font = ui.font(FontUse::small_bold);
    list->AddText(font, font->FontSize, {at.x + ui.px(18), at.y + (height - font->FontSize) / 2},
                  ink, ui.tr(title));
    if (set && !made.open) {
        // Hidden, but at work.
        const float x = at.x + ui.px(26) + text_size(ui, FontUse::small_bold, ui.tr(title)).x;
        list->AddCircleFilled({x, at.y + height / 2}, ui.px(3.5F), ui.colours.accent);
    }
    if (pressed) {
        if (made.open) {
            folded.insert(id);
        } else {
            folded.erase(id);
        }
    }
    if (set) {
        const ImVec2 after = ImGui::GetCursorPos();
        ImGui::SetCursorPos({right - clear_width, start.y - ui.px(2)});
        made.clear = link_button(ui, fmt::format("clear-{}", id), ui.tr(T::filter_clear_one));
        ImGui::SetCursorPos(after);
    }
    return made;
}

void source_section(const Ui& ui, Filter& filter) {
    const Section head = section(ui, T::filter_source, "source", !filter.sources.empty());
    if (head.clear) {
        filter.sources.clear();
    }
    if (!head.open) {
        return;
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
    const Section head = section(ui, T::filter_year, "year", !filter.years.empty() || filter.past);
    if (head.clear) {
        filter.years.clear();
        filter.past = false;
    }
    if (!head.open) {
        return;
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
    const Filter before = ui.state.request.filter;
    year_slider(ui);
    if (!(ui.state.request.filter == before)) {
        filter = ui.state.request.filter;
    }
}

void programme_section(const Ui& ui, Filter& filter) {
    const Section head = section(ui, T::filter_programme, "programme", !filter.programmes.empty());
    if (head.clear) {
        filter.programmes.clear();
    }
    if (!head.open) {
        return;
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
    const Section head =
        section(ui, T::filter_technology, "technology", !filter.technologies.empty());
    if (head.clear) {
        filter.technologies.clear();
    }
    if (!head.open) {
        return;
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
    const Section head = section(ui, T::filter_kind, "kind", !filter.kinds.empty());
    if (head.clear) {
        filter.kinds.clear();
    }
    if (!head.open) {
        return;
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

/// One region: a chip with its prefectures behind it.
void region_row(const Ui& ui, Filter& filter, int region) {
    const Region& r = regions()[static_cast<std::size_t>(region)];
    const int asked = prefectures_asked(filter, region);
    const int all = static_cast<int>(prefectures_of_region(region).size());
    ImGuiStorage* storage = ImGui::GetStateStorage();
    const ImGuiID key = ImGui::GetID(r.key.c_str());
    const bool open = storage->GetBool(key, false);
    if (icon_button(ui, "region:" + r.key, open ? Icon::chevron_down : Icon::chevron_right,
                    ui.tr(T::filter_region_open), true, 28)) {
        storage->SetBool(key, !open);
    }
    ImGui::SameLine(0, ui.px(4));
    const std::string& name = r.name.in(ui.lang());
    const std::string label =
        asked > 0 && asked < all ? fill(T::filter_region_some, ui.lang(), name, asked, all) : name;
    if (row_chip(ui, "region:" + r.key, label,
                 ui.state.facets.regions[static_cast<std::size_t>(region)], asked == all)) {
        toggle_region(filter, region);
    }
    if (open) {
        prefecture_chips(ui, filter, region);
        space(ui, 4);
    }
}

void region_section(const Ui& ui, Filter& filter) {
    const Section head = section(ui, T::filter_region, "prefecture", !filter.prefectures.empty());
    if (head.clear) {
        filter.prefectures.clear();
    }
    for (int region = 0; head.open && region < static_cast<int>(regions().size()); ++region) {
        region_row(ui, filter, region);
    }
}

/// The headings of the grant map: the frequent ones, and behind a link the rest.
void theme_section(const Ui& ui, Filter& filter) {
    constexpr std::size_t always_shown = 6;
    const Section head = section(ui, T::filter_theme, "theme", !filter.themes.empty());
    if (head.clear) {
        filter.themes.clear();
    }
    if (!head.open) {
        return;
    }
    ImGuiStorage* storage = ImGui::GetStateStorage();
    const ImGuiID key = ImGui::GetID("##all-themes");
    const bool all = storage->GetBool(key, false);
    int hidden = 0;
    bool first = true;
    for (std::size_t i = 0; i < ui.state.facets.themes.size(); ++i) {
        const auto& [theme, count] = ui.state.facets.themes[i];
        const bool on =
            std::find(filter.themes.begin(), filter.themes.end(), theme) != filter.themes.end();
        if (!all && i >= always_shown && !on) {
            ++hidden;
            continue;
        }
        const std::string label = theme_text(theme).in(ui.lang());
        const float width = chip_width_px(ui, label, count);
        const bool wide = width > available_px();
        bool clicked = false;
        if (wide) {
            clicked = row_chip(ui, "theme:" + theme, label, count, on);
        } else {
            flow(ui, width, first);
            clicked = chip(ui, "theme:" + theme, label, count, on);
        }
        first = wide;
        if (clicked) {
            toggle(filter.themes, theme);
        }
    }
    if ((all || hidden > 0) && link_button(ui, "all-themes",
                                           all ? std::string(ui.tr(T::filter_theme_less))
                                               : fill(T::filter_theme_more, ui.lang(), hidden))) {
        storage->SetBool(key, !all);
    }
}

void scope_section(const Ui& ui, Filter& filter) {
    const Section head = section(ui, T::filter_scope, "scope", !filter.scopes.empty());
    if (head.clear) {
        filter.scopes.clear();
    }
    if (!head.open) {
        return;
    }
    for (std::size_t i = 0; i < ui.state.facets.scopes.size(); ++i) {
        const auto scope = static_cast<Scope>(i);
        const std::string& label = name_of(scope).in(ui.lang());
        const int count = ui.state.facets.scopes[i];
        const bool on =
            std::find(filter.scopes.begin(), filter.scopes.end(), scope) != filter.scopes.end();
        flow(ui, chip_width_px(ui, label, count), i == 0);
        if (chip(ui, "scope:" + key_of(scope), label, count, on)) {
            toggle(filter.scopes, scope);
        }
    }
}

/// What is typed filters at once; a pause or leaving the field makes it a step of the history, so
/// that the history holds words and not letters.
void take_text(const Ui& ui, Filter& filter) {
    AppState& state = ui.state;
    constexpr double pause_s = 0.8;
    if (ImGui::IsItemEdited()) {
        Filter typed = filter;
        typed.text = state.text_filter.data();
        set_filter_in_step(state, typed);
        filter = state.request.filter;
        state.text_step_s = ImGui::GetTime() + pause_s;
    }
    if (ImGui::IsItemDeactivated()) {
        end_typed_step(state, state.text_step_s.value_or(0));
    }
}

void text_section(const Ui& ui, Filter& filter) {
    const Section head = section(ui, T::filter_text, "text", !filter.text.empty());
    if (head.clear) {
        filter.text.clear();
    }
    if (!head.open) {
        return;
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
    if (std::exchange(ui.state.text_focus_wanted, false)) {
        ImGui::SetKeyboardFocusHere();
    }
    before_field(ui, ImGui::GetID("##text"));
    ImGui::InputTextWithHint("##text", hint.c_str(), ui.state.text_filter.data(),
                             ui.state.text_filter.size());
    after_field(ui);
    ui.probe("filter-text");
    take_text(ui, filter);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    ImGui::PopFont();
    if (!filter.text.empty()) {
        text_in(ui, FontUse::small,
                ui.state.facets.passed == 0 ? ui.colours.warn : ui.colours.text_muted,
                fill(T::filter_text_count, ui.lang(), ui.state.facets.passed));
    }
}

}  // namespace

void filter_panel(const Ui& ui) {
    Filter filter = ui.state.request.filter;
    begin_scroll(ui, "##filters");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(6), ui.px(6)));
    const auto gap = [&ui] { hairline(ui, 9); };
    space(ui, 4);
    text_section(ui, filter);
    gap();
    source_section(ui, filter);
    gap();
    year_section(ui, filter);
    gap();
    technology_section(ui, filter);
    gap();
    theme_section(ui, filter);
    gap();
    programme_section(ui, filter);
    gap();
    region_section(ui, filter);
    gap();
    kind_section(ui, filter);
    gap();
    scope_section(ui, filter);
    space(ui, 16);
    ImGui::PopStyleVar();
    end_scroll();
    set_filter(ui.state, filter);
}

}  // namespace miraimap::gui
