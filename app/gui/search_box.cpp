// SPDX-License-Identifier: MIT
#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string>

#include "app/core/place_words.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/search_goto.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"
#include "geo/select/theme.hpp"

namespace miraimap::gui {
namespace {

constexpr std::size_t most_hits = 60;
constexpr int shown_hits = 8;

/// What a row of the list says.
struct HitWords {
    std::string name;
    std::string below;
    std::string code;
};

HitWords words_of(const Ui& ui, const SearchHit& hit) {
    const Lang lang = ui.lang();
    const auto index = static_cast<std::size_t>(hit.index);
    const World& world = ui.world();
    switch (hit.kind) {
        case HitKind::prefecture: {
            const Prefecture& p = prefectures()[index - 1];
            const std::string& other = lang == Lang::ja ? p.kana : p.name.ja;
            return {p.name.in(lang), fill(T::search_is_prefecture, lang, other), p.code};
        }
        case HitKind::region: {
            const Text& name = regions()[index].name;
            const std::string& other = lang == Lang::ja ? name.en : name.ja;
            return {name.in(lang), fill(T::search_is_region, lang, other), {}};
        }
        case HitKind::programme: {
            const Text& name = name_of(static_cast<Programme>(hit.index));
            return {name.in(lang), ui.tr(T::search_is_programme), {}};
        }
        case HitKind::technology: {
            const auto technology = static_cast<Technology>(hit.index);
            const Text& name = name_of(technology);
            return {name.in(lang),
                    fill(T::search_is_technology, lang,
                         selections_in_words(ui.state.facets.technologies[index], lang)),
                    {}};
        }
        case HitKind::theme: {
            const auto& [theme, count] = ui.state.facets.themes[index];
            return {theme_text(theme).in(lang),
                    fill(T::search_is_theme, lang, selections_in_words(count, lang)),
                    {}};
        }
        case HitKind::project: {
            const Selection& s = world.selections[index];
            const std::string area = area_in_words(world, index, lang);
            std::string below = s.title.empty() ? std::string() : area + " · ";
            for (const Technology technology : s.technologies) {
                below += name_of(technology).in(lang) + " · ";
            }
            below += name_of(s.programmes.front()).in(lang);
            return {s.title.empty() ? area : s.title, fill(T::search_is_project, lang, below),
                    s.id};
        }
        case HitKind::municipality:
            break;
    }
    const Municipality& m = world.catalogue.municipalities[index];
    const std::string& other = lang == Lang::ja ? m.name_kana : m.name_ja;
    std::string below;
    if (m.prefecture >= 1 && m.prefecture <= prefecture_count) {
        below = prefectures()[static_cast<std::size_t>(m.prefecture - 1)].name.in(lang);
    }
    return {short_name(m, lang), below + (other.empty() ? "" : " · " + other), m.code};
}

void draw_hit(const Ui& ui, const SearchHit& hit, ImVec2 at, float width, bool marked) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float height = ui.px(44);
    if (marked) {
        list->AddRectFilled({at.x + ui.px(4), at.y}, {at.x + width - ui.px(4), at.y + height},
                            ui.colours.accent_soft, ui.px(6));
    }
    const auto [name, below, code] = words_of(ui, hit);
    const ImVec2 digits = text_size(ui, FontUse::small, code);
    const float words = width - ui.px(44) - digits.x;
    list->AddText(ui.font(FontUse::body), ui.font(FontUse::body)->FontSize,
                  {at.x + ui.px(16), at.y + ui.px(2)},
                  marked ? ui.colours.accent_text : ui.colours.text,
                  shorten(ui, FontUse::body, name, words).c_str());
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                  {at.x + ui.px(16), at.y + ui.px(22)}, ui.colours.text_muted,
                  shorten(ui, FontUse::small, below, words).c_str());
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                  {at.x + width - ui.px(16) - digits.x, at.y + (height - digits.y) / 2},
                  ui.colours.text_muted, code.c_str());
}

void draw_hits(const Ui& ui, ImVec2 at, float width) {
    SearchState& search = ui.state.search;
    const int count = static_cast<int>(search.hits.size());
    const float row = ui.px(44);
    const float wanted =
        ui.px(12) +
        (count == 0 ? ui.px(40) : row * static_cast<float>(std::min(count, shown_hits)));
    const float height = std::min(wanted, ImGui::GetIO().DisplaySize.y - at.y - ui.px(6));
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.card);
    ImGui::Begin("##hits", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoNav);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    ImGui::SetCursorPos({0, ui.px(6)});
    if (count == 0) {
        ImGui::SetCursorPos({ui.px(16), ui.px(14)});
        text_in_line(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::find_none),
                     width - ui.px(32));
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("##rows", {0, height - ui.px(12)});
    for (int i = 0; i < count; ++i) {
        const ImVec2 place = ImGui::GetCursorScreenPos();
        ImGui::PushID(i);
        const bool clicked = ImGui::InvisibleButton("##hit", {width, row});
        ui.probe(fmt::format("hit:{}", i));
        ImGui::PopID();
        const bool marked = i == search.marked;
        // A pointer that only lies there says nothing: the list opened under it.
        if (ImGui::IsItemHovered() && pointer_moved()) {
            search.marked = i;
        }
        if (marked && ImGui::IsKeyPressed(GLFW_KEY_DOWN)) {
            ImGui::SetScrollHereY(0.8F);
        } else if (marked && ImGui::IsKeyPressed(GLFW_KEY_UP)) {
            ImGui::SetScrollHereY(0.2F);
        }
        if (ImGui::IsItemVisible()) {
            draw_hit(ui, search.hits[static_cast<std::size_t>(i)], place, width, marked);
        }
        if (clicked) {
            go_to_hit(ui.state, search.hits[static_cast<std::size_t>(i)]);
            break;
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    const bool outside =
        ImGui::IsMouseClicked(0) &&
        !ImGui::IsMouseHoveringRect({at.x, at.y - ui.px(40)}, {at.x + width, at.y + height}, false);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (outside) {
        search.open = false;
    }
}

void take_keys(AppState& state) {
    SearchState& search = state.search;
    const int count = static_cast<int>(search.hits.size());
    if (count > 0 && ImGui::IsKeyPressed(GLFW_KEY_DOWN)) {
        search.marked = std::min(search.marked + 1, count - 1);
    }
    if (count > 0 && ImGui::IsKeyPressed(GLFW_KEY_UP)) {
        search.marked = std::max(search.marked - 1, 0);
    }
}

}  // namespace

void search_box(const Ui& ui, float width_px) {
    SearchState& search = ui.state.search;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(34);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, {at.x + width_px, at.y + height}, ui.colours.field, height / 2);
    draw_icon(*list, Icon::search, {at.x + ui.px(19), at.y + height / 2}, ui.px(14),
              ui.colours.text_muted);
    ImGui::PushFont(ui.font(FontUse::small));
    const float font = ui.font(FontUse::small)->FontSize;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, (height - font) / 2));
    ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32(0, 0, 0, 0));
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, ui.colours.text_muted);
    ImGui::SetCursorScreenPos({at.x + ui.px(36), at.y});
    ImGui::SetNextItemWidth(width_px - ui.px(50));
    if (search.focus_wanted) {
        ImGui::SetKeyboardFocusHere();
        search.focus_wanted = false;
    }
    const std::string hint = shorten(ui, FontUse::small, ui.tr(T::find_hint), width_px - ui.px(52));
    ImGui::BeginDisabled(ui.state.step != LoadStep::done);
    before_field(ui, ImGui::GetID("##search"));
    const bool entered = ImGui::InputTextWithHint(
        "##search", hint.c_str(), search.text.data(), search.text.size(),
        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    const bool active = search.active = ImGui::IsItemActive();
    const bool edited = ImGui::IsItemEdited();
    const bool started = ImGui::IsItemActivated();
    after_field(ui);
    ImGui::EndDisabled();
    ui.probe("search");
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    list->AddRect(at, {at.x + width_px, at.y + height},
                  active ? ui.colours.accent : ui.colours.hairline, height / 2, 0,
                  active ? ui.px(1.5F) : 1);
    if (ui.state.step != LoadStep::done) {
        return;
    }
    if (edited || started) {
        search.hits = ui.state.loaded->search.find(search.text.data(), most_hits);
        search.marked = 0;
        search.open = search.text[0] != '\0';
    }
    if (active) {
        take_keys(ui.state);
    }
    if (entered && search.open && !search.hits.empty()) {
        go_to_hit(ui.state, search.hits[static_cast<std::size_t>(search.marked)]);
    }
    if (search.open && ImGui::IsKeyPressed(GLFW_KEY_ESCAPE)) {
        search.open = false;
    }
    if (search.open) {
        draw_hits(ui, {at.x, at.y + height + ui.px(6)}, width_px);
    }
}

}  // namespace miraimap::gui
