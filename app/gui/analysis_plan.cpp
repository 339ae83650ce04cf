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
    ImGui::SameLine(0, ui.px(10));
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

void suggestions(const Ui& ui, const AnalysisAnswer& answer) {
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::a_suggest), 0);
    suggest_controls(ui);
    const float words = ui.px(76);
    const int row = place_grid(ui, "suggestions", answer.suggestions, answer.serial,
                               {ImGui::GetContentRegionAvail().x,
                                std::max(ui.px(70), ImGui::GetContentRegionAvail().y - words)});
    if (row >= 0) {
        suppose(ui.state, answer.suggestions.places[static_cast<std::size_t>(row)]);
    }
    words_column(ui, "suggestions", answer.suggestions.words,
                 {0, ImGui::GetContentRegionAvail().y});
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
    if (!chosen.empty() && primary_button(ui, "suppose-chosen", ui.tr(T::a_suppose_chosen))) {
        suppose(ui.state, chosen);
    }
    if (removed >= 0) {
        unsuppose(ui.state, removed);
    } else if (!ui.state.snapshot.what_if.empty() &&
               link_button(ui, "suppose-clear", ui.tr(T::a_suppose_clear))) {
        clear_suppositions(ui.state);
    }
}

}  // namespace

void plan_panel(const Ui& ui) {
    begin_panel(ui);
    const AnalysisAnswer* answer = answer_or_wait(ui);
    if (answer == nullptr) {
        return;
    }
    const float width = ImGui::GetContentRegionAvail().x - ui.px(size::pad_px);
    const float height = ImGui::GetContentRegionAvail().y - ui.px(4);
    const float gap = ui.px(16);
    const float list = std::floor(std::min(ui.px(240), width * 0.23F));
    const bool effect = !answer->effect.table.rows.empty();
    const float rest = width - list - (effect ? 2 : 1) * gap;
    const float left = effect ? std::floor(rest * 0.46F) : rest;
    ImGui::BeginChild("##suggest", {left, height}, false, 0);
    suggestions(ui, *answer);
    ImGui::EndChild();
    ImGui::SameLine(0, gap);
    ImGui::BeginChild("##supposed", {list, height}, false, 0);
    supposed_list(ui);
    ImGui::EndChild();
    if (effect) {
        ImGui::SameLine(0, gap);
        ImGui::BeginChild("##effect", {rest - left, height}, false, 0);
        text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::a_effect), 0);
        const float words = ui.px(76);
        grid(ui, "effect", answer->effect.table, answer->serial,
             {ImGui::GetContentRegionAvail().x,
              std::max(ui.px(70), ImGui::GetContentRegionAvail().y - words)});
        words_column(ui, "effect", answer->effect.words, {0, ImGui::GetContentRegionAvail().y});
        ImGui::EndChild();
    }
}

void years_panel(const Ui& ui) {
    begin_panel(ui);
    ImGui::BeginGroup();
    if (const AnalysisAnswer* answer = answer_or_wait(ui)) {
        const float width = ImGui::GetContentRegionAvail().x - ui.px(size::pad_px);
        const float height = ImGui::GetContentRegionAvail().y - ui.px(4);
        const float list = std::floor(width * 0.7F);
        grid(ui, "years", answer->years.table, answer->serial, {list, height});
        ImGui::SameLine(0, ui.px(16));
        words_column(ui, "years", answer->years.words, {width - list - ui.px(16), height});
    }
    ImGui::EndGroup();
}

void table_panel(const Ui& ui) {
    begin_panel(ui);
    ImGui::BeginGroup();
    AnalysisState& analysis = ui.state.analysis;
    const float room = ImGui::GetContentRegionAvail().x - ui.px(size::pad_px);
    label_before(ui, ui.tr(T::a_file));
    if (std::exchange(analysis.focus_file, false)) {
        ImGui::SetKeyboardFocusHere();
    }
    const float file = std::min(ui.px(460), room * 0.45F);
    bool load = text_field(ui, "table-file", analysis.file.data(), analysis.file.size(),
                           ui.tr(T::a_file_hint), file);
    ImGui::SameLine(0, ui.px(10));
    label_before(ui, ui.tr(T::a_figure));
    load |= text_field(ui, "table-figure", analysis.figure.data(), analysis.figure.size(),
                       ui.tr(T::a_figure_hint), std::min(ui.px(170), room * 0.18F));
    ImGui::SameLine(0, ui.px(10));
    const bool named = analysis.file[0] != '\0';
    load |= primary_button(ui, "table-load", ui.tr(T::a_load), nullptr, named);
    if (load && named) {
        analysis.load_wanted = true;
    }
    if (analysis.user_table) {
        ImGui::SameLine(0, ui.px(6));
        if (link_button(ui, "table-unload", ui.tr(T::a_unload))) {
            use_user_table(ui.state, {}, {}, nullptr);
        } else {
            ImGui::SameLine(0, ui.px(6));
            colour_toggle(ui, "colour-figure", ui.tr(T::a_colour_figure), MapColour::figure);
        }
    }
    if (!analysis.table_problem.ja.empty()) {
        text_in(ui, FontUse::small, ui.colours.bad, analysis.table_problem.in(ui.lang()), 0);
    }
    const AnalysisAnswer* answer = answer_or_wait(ui);
    if (answer != nullptr && analysis.user_table && !answer->join.table.columns.empty()) {
        const float height = ImGui::GetContentRegionAvail().y - ui.px(4);
        const float list = std::floor(room * 0.7F);
        const int row = place_grid(ui, "join", answer->join, answer->serial, {list, height});
        if (row >= 0) {
            const int place = answer->join.places[static_cast<std::size_t>(row)].front();
            choose(ui.state, place);
            zoom_to_municipality(ui.state, place);
        }
        ImGui::SameLine(0, ui.px(16));
        words_column(ui, "join", answer->join.words, {room - list - ui.px(16), height});
    } else if (answer != nullptr) {
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::a_table_use), 0);
    }
    ImGui::EndGroup();
}

}  // namespace miraimap::gui
