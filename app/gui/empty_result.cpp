// SPDX-License-Identifier: MIT
#include "app/gui/empty_result.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

int passing(const Filter& filter, const World& world) {
    const std::vector<Passed> passed = apply_filter(filter, world.selections, world.join);
    return static_cast<int>(
        std::count_if(passed.begin(), passed.end(), [](const Passed& p) { return p.counted; }));
}

}  // namespace

std::vector<WayOut> ways_out(const Filter& filter, const World& world) {
    std::vector<WayOut> ways;
    if (filter.empty() || passing(filter, world) > 0) {
        return ways;
    }
    const auto add = [&](bool set, T name, auto clear) {
        if (set) {
            Filter rest = filter;
            clear(rest);
            const int passes = passing(rest, world);
            ways.push_back({name, std::move(rest), passes});
        }
    };
    add(!filter.sources.empty(), T::filter_source, [](Filter& f) { f.sources.clear(); });
    add(!filter.programmes.empty(), T::filter_programme, [](Filter& f) { f.programmes.clear(); });
    add(!filter.years.empty() || filter.past, T::filter_year, [](Filter& f) {
        f.years.clear();
        f.past = false;
    });
    add(!filter.technologies.empty(), T::filter_technology, [](Filter& f) {
        f.technologies.clear();
        f.match = TechnologyMatch::any;
    });
    add(!filter.themes.empty(), T::card_themes, [](Filter& f) { f.themes.clear(); });
    add(!filter.kinds.empty(), T::filter_kind, [](Filter& f) { f.kinds.clear(); });
    add(!filter.scopes.empty(), T::card_scope, [](Filter& f) { f.scopes.clear(); });
    add(!filter.prefectures.empty(), T::filter_prefecture,
        [](Filter& f) { f.prefectures.clear(); });
    add(!filter.text.empty(), T::filter_text, [](Filter& f) { f.text.clear(); });
    std::stable_sort(ways.begin(), ways.end(),
                     [](const WayOut& a, const WayOut& b) { return a.passes > b.passes; });
    return ways;
}

void empty_result(const Ui& ui, ImVec2 low, ImVec2 extent) {
    AppState& state = ui.state;
    if (state.facets.passed > 0 || state.request.filter.empty()) {
        return;
    }
    const std::vector<WayOut> ways = ways_out(state.request.filter, ui.world());
    const bool one_helps = !ways.empty() && ways.front().passes > 0;
    const float width = std::min(ui.px(400), extent.x - ui.px(40));
    ImGui::SetNextWindowPos({low.x + extent.x / 2, low.y + extent.y / 2}, ImGuiCond_Always,
                            {0.5F, 0.5F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(20), ui.px(16)));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.card);
    ImGui::Begin("##empty", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_AlwaysAutoResize);
    const float inner = width - ui.px(40);
    text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::empty_title), inner);
    ui.probe("empty");
    text_in(ui, FontUse::small, ui.colours.text_muted,
            ui.tr(one_helps ? T::empty_hint : T::empty_hint_all), inner);
    space(ui, 6);
    for (std::size_t i = 0; i < ways.size() && ways[i].passes > 0; ++i) {
        const std::string label = fill(T::empty_clear, ui.lang(), ui.tr(ways[i].name)) + "  → " +
                                  selections_in_words(ways[i].passes, ui.lang());
        if (link_button(ui, fmt::format("way-out-{}", i), label)) {
            set_filter(state, ways[i].filter);
            break;
        }
    }
    if (!one_helps && link_button(ui, "way-out-all", ui.tr(T::clear_all))) {
        set_filter(state, {});
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

}  // namespace miraimap::gui
