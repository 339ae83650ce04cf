// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/gui/analysis_actions.hpp"
#include "app/gui/analysis_panels.hpp"
#include "app/gui/analysis_widgets.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr int most_suggested = 100;
constexpr int farthest_reach = 20;

void suggest_controls(const Ui& ui) {
    Request request = ui.state.request;
    bool changed = false;
    label_before(ui, ui.tr(T::a_count));
    changed |= number_field(ui, "count", request.suggest_count, 1, most_suggested);
    label_before(ui, ui.tr(T::a_within));
    changed |= number_field(ui, "within", request.within_borders, 0, farthest_reach);
    label_before(ui, ui.tr(T::a_weigh));
    const auto before = static_cast<int>(request.weigh_by);
    const bool figures = ui.state.analysis.user_table != nullptr;
    const int now =
        figures
            ? segmented(ui, "weigh",
                        {ui.tr(T::a_rank_number), ui.tr(T::a_rank_area), ui.tr(T::a_weigh_figure)},
                        before)
            : segmented(ui, "weigh", {ui.tr(T::a_rank_number), ui.tr(T::a_rank_area)}, before);
    request.weigh_by = static_cast<WeighBy>(now);
    if (changed || now != before) {
        set_analysis(ui.state, request);
    }
}

/// A table under its name.
template <typename Table>
void named_table(const Ui& ui, const char* id, T name, ImVec2 extent, const Table& table) {
    ImGui::BeginChild(id, extent, false, ImGuiWindowFlags_NoScrollbar);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(name), 0);
    table(ImGui::GetContentRegionAvail());
    ImGui::EndChild();
}

void supposed_list(const Ui& ui) {
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::a_supposed), 0);
    if (ui.state.snapshot.what_if.empty()) {
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::a_supposed_none), 0);
    }
    int removed = -1;
    for (const int place : ui.state.snapshot.what_if) {
        const Municipality& m =
            ui.world().catalogue.municipalities[static_cast<std::size_t>(place)];
        ImGui::PushID(place);
        if (icon_button(ui, "unsuppose:" + m.code, Icon::close, ui.tr(T::a_suppose_remove), true,
                        28)) {
            removed = place;
        }
        ImGui::SameLine(0, ui.px(2));
        if (link_button(ui, "supposed:" + m.code, full_name(m, ui.lang()))) {
            choose(ui.state, place);
            zoom_to_municipality(ui.state, place);
        }
        if (ImGui::IsItemHovered()) {
            ui.state.hovered = place;
        }
        ImGui::PopID();
    }
    const std::vector<int> chosen = chosen_places(ui.state);
    space(ui, 4);
    const std::string whole = ui.tr(T::a_suppose_chosen);
    const bool roomy =
        text_size(ui, FontUse::small_bold, whole).x + ui.px(28) <= ImGui::GetContentRegionAvail().x;
    if (!chosen.empty() &&
        primary_button(ui, "suppose-chosen", roomy ? whole : ui.tr(T::a_suppose_short))) {
        suppose(ui.state, chosen);
    }
    if (removed >= 0) {
        unsuppose(ui.state, removed);
    } else if (!ui.state.snapshot.what_if.empty() &&
               link_button(ui, "suppose-clear", ui.tr(T::a_suppose_clear))) {
        clear_suppositions(ui.state);
    }
}

/// The reader's file, its figure, and what can be done with them.
void table_controls(const Ui& ui) {
    AnalysisState& analysis = ui.state.analysis;
    const float room = ImGui::GetContentRegionAvail().x - ui.px(4);
    label_before(ui, ui.tr(T::a_file));
    if (std::exchange(analysis.focus_file, false)) {
        ImGui::SetKeyboardFocusHere();
    }
    const float label = text_size(ui, FontUse::small, ui.tr(T::a_file)).x + ui.px(10);
    bool load = text_field(ui, "table-file", analysis.file.data(), analysis.file.size(),
                           ui.tr(T::a_file_hint), std::min(ui.px(460), room - label));
    const float figure = ui.px(130);
    flow(ui, text_size(ui, FontUse::small, ui.tr(T::a_figure)).x + ui.px(6) + figure, false);
    label_before(ui, ui.tr(T::a_figure));
    load |= text_field(ui, "table-figure", analysis.figure.data(), analysis.figure.size(),
                       ui.tr(T::a_figure_hint), figure);
    flow(ui, text_size(ui, FontUse::small_bold, ui.tr(T::a_load)).x + ui.px(30), false);
    const bool named = analysis.file[0] != '\0';
    load |= primary_button(ui, "table-load", ui.tr(T::a_load), nullptr, named);
    if (load && named) {
        analysis.load_wanted = true;
    }
    if (analysis.user_table) {
        flow(ui, text_size(ui, FontUse::small, ui.tr(T::a_unload)).x + ui.px(14), false);
        if (link_button(ui, "table-unload", ui.tr(T::a_unload))) {
            use_user_table(ui.state, {}, {}, nullptr);
        } else {
            flow_toggle(ui, T::a_colour_figure);
            colour_toggle(ui, "colour-figure", ui.tr(T::a_colour_figure), MapColour::figure);
        }
    }
    if (!analysis.table_problem.ja.empty()) {
        text_in(ui, FontUse::small, ui.colours.bad, analysis.table_problem.in(ui.lang()), 0);
    }
}

}  // namespace

void plan_panel(const Ui& ui) {
    const PanelColumns columns = begin_panel(ui);
    const AnalysisAnswer* answer = answer_or_wait(ui);
    if (answer == nullptr) {
        return;
    }
    const float gap = ui.px(16);
    const bool effect = !answer->effect.table.rows.empty();
    const float left = effect ? std::floor((columns.table.x - gap) * 0.46F) : columns.table.x;
    named_table(ui, "##suggest", T::a_suggest, {left, columns.table.y}, [&](ImVec2 extent) {
        const int row = place_grid(ui, "suggestions", answer->suggestions, answer->serial, extent);
        if (row >= 0) {
            suppose(ui.state, answer->suggestions.places[static_cast<std::size_t>(row)]);
        }
    });
    if (effect) {
        ImGui::SameLine(0, gap);
        named_table(ui, "##effect", T::a_effect, {columns.table.x - left - gap, columns.table.y},
                    [&](ImVec2 extent) {
                        grid(ui, "effect", answer->effect.table, answer->serial, extent);
                    });
    }
    begin_side(ui, "##supposed", columns.side);
    supposed_list(ui);
    if (effect) {
        put_words(ui, "effect", answer->effect.words, false);
    }
    space(ui, 6);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::a_suggest), 0);
    suggest_controls(ui);
    put_words(ui, "suggestions", answer->suggestions.words);
    ImGui::EndChild();
}

void years_panel(const Ui& ui) {
    const PanelColumns columns = begin_panel(ui);
    if (const AnalysisAnswer* answer = answer_or_wait(ui)) {
        grid(ui, "years", answer->years.table, answer->serial, columns.table);
        begin_side(ui, "##years", columns.side);
        put_words(ui, "years", answer->years.words);
        ImGui::EndChild();
    }
}

void table_panel(const Ui& ui) {
    const PanelColumns columns = begin_panel(ui, 0.7F);
    const AnalysisAnswer* answer = answer_or_wait(ui);
    const bool joined =
        answer != nullptr && ui.state.analysis.user_table && !answer->join.table.columns.empty();
    if (joined) {
        const int row = place_grid(ui, "join", answer->join, answer->serial, columns.table);
        if (row >= 0) {
            const int place = answer->join.places[static_cast<std::size_t>(row)].front();
            choose(ui.state, place);
            zoom_to_municipality(ui.state, place);
        }
        begin_side(ui, "##join", columns.side);
    } else {
        ImGui::BeginChild("##table-file", {0, columns.table.y});
    }
    table_controls(ui);
    if (joined) {
        space(ui, 4);
        put_words(ui, "join", answer->join.words);
    } else if (answer != nullptr) {
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::a_table_use), 0);
    }
    ImGui::EndChild();
}

}  // namespace miraimap::gui
