// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/core/place_words.hpp"
#include "app/gui/analysis_actions.hpp"
#include "app/gui/analysis_panels.hpp"
#include "app/gui/analysis_widgets.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

/// The weights of the score, behind a button. @returns true if any changed
bool weights_popup(const Ui& ui, Weights& weights) {
    const Weights before = weights;
    if (link_button(ui, "weights", ui.tr(T::a_weights) + std::string("…"))) {
        ImGui::OpenPopup("##weights");
    }
    tooltip_for_item(ui, ui.tr(T::a_weights_hint));
    ImGui::SetNextWindowPos({ImGui::GetItemRectMin().x, ImGui::GetItemRectMin().y - ui.px(4)},
                            ImGuiCond_Appearing, {0, 1});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(14), ui.px(10)));
    if (ImGui::BeginPopup("##weights", ImGuiWindowFlags_NoMove)) {
        float names = 0;
        for (int c = 0; c < criterion_count; ++c) {
            const std::string& name = name_of(static_cast<Criterion>(c)).in(ui.lang());
            names = std::max(names, text_size(ui, FontUse::small, name).x);
        }
        const float left = ImGui::GetCursorPosX();
        for (int c = 0; c < criterion_count; ++c) {
            const auto criterion = static_cast<Criterion>(c);
            label_before(ui, name_of(criterion).in(ui.lang()));
            ImGui::SetCursorPosX(left + names + ui.px(12));
            weight_field(ui, key_of(criterion), weights.of[static_cast<std::size_t>(c)]);
        }
        if (link_button(ui, "weights-reset", ui.tr(T::a_weights_reset))) {
            weights = {};
        }
        esc_closes_popup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    return !(weights == before);
}

/// Order and weights of the score. @returns true if anything changed
bool score_controls(const Ui& ui, PeerRank& rank, Weights& weights) {
    const PeerRank rank_before = rank;
    const Weights weights_before = weights;
    label_before(ui, ui.tr(T::a_rank));
    rank = static_cast<PeerRank>(segmented(ui, "peer-rank",
                                           {ui.tr(T::a_rank_distance), ui.tr(T::a_rank_score)},
                                           static_cast<int>(rank)));
    flow(ui, text_size(ui, FontUse::small, ui.tr(T::a_weights)).x + ui.px(24), false);
    if (weights_popup(ui, weights)) {
        const bool none = std::all_of(weights.of.begin(), weights.of.end(),
                                      [](double weight) { return weight <= 0; });
        weights = none ? weights_before : weights;
        // Whoever moves a weight wants to see what it does.
        rank = weights == weights_before ? rank : PeerRank::score;
    }
    space(ui, 4);
    return rank != rank_before || !(weights == weights_before);
}

void choose_row(const Ui& ui, const PlaceRows& rows, int row) {
    if (row >= 0) {
        const int place = rows.places[static_cast<std::size_t>(row)].front();
        zoom_to_municipality(ui.state, place);
        choose(ui.state, place);
    }
}

/// The project whose next adopters are listed.
void project_chooser(const Ui& ui, const AnalysisAnswer& answer) {
    std::vector<std::string> lines;
    int chosen = -1;
    for (const Passed& passed : ui.state.snapshot.passed) {
        const Selection& s = ui.world().selections[static_cast<std::size_t>(passed.selection)];
        chosen =
            passed.selection == answer.question.selection ? static_cast<int>(lines.size()) : chosen;
        const auto number = static_cast<std::size_t>(passed.selection);
        lines.push_back(s.id + "  " + area_in_words(ui.world(), number, ui.lang()) +
                        (s.title.empty() ? "" : "  " + s.title));
    }
    text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::a_project));
    const int now =
        combo(ui, "project", lines, chosen, ImGui::GetContentRegionAvail().x - ui.px(4));
    if (now != chosen && now >= 0) {
        ui.state.analysis.selection =
            ui.state.snapshot.passed[static_cast<std::size_t>(now)].selection;
    }
}

}  // namespace

void peers_panel(const Ui& ui) {
    const PanelColumns columns = begin_panel(ui);
    const int place = chosen_place(ui.state);
    if (place < 0) {
        choose_place_first(ui, T::a_choose_place);
        return;
    }
    const AnalysisAnswer* answer = answer_or_wait(ui);
    if (answer == nullptr) {
        return;
    }
    const bool current = answer->question.place == place;
    if (current) {
        // Here a click looks at the example and leaves the place chosen.
        const int row = place_grid(ui, "peers", answer->peers, answer->serial, columns.table);
        if (row >= 0) {
            zoom_to_places(ui.state,
                           {place, answer->peers.places[static_cast<std::size_t>(row)].front()});
        }
    } else {
        ImGui::BeginChild("##computing", columns.table);
        text_in(ui, FontUse::body, ui.colours.text_muted, ui.tr(T::a_computing));
        ImGui::EndChild();
    }
    begin_side(ui, "##peers", columns.side);
    Request request = ui.state.request;
    const Municipality& m = ui.world().catalogue.municipalities[static_cast<std::size_t>(place)];
    text_in(ui, FontUse::small_bold, ui.colours.text,
            fill(T::a_peers_of, ui.lang(), full_name(m, ui.lang())), 0);
    if (score_controls(ui, request.peer_rank, request.weights)) {
        set_analysis(ui.state, request);
    }
    if (current) {
        put_words(ui, "peers", answer->peers.words);
    }
    ImGui::EndChild();
}

void adopters_panel(const Ui& ui) {
    const PanelColumns columns = begin_panel(ui);
    const AnalysisAnswer* answer = answer_or_wait(ui);
    if (answer == nullptr) {
        return;
    }
    const bool none = answer->adopters.table.rows.empty();
    if (none) {
        ImGui::BeginChild("##none", columns.table);
        text_in(ui, FontUse::body, ui.colours.text_muted, ui.tr(T::a_no_adopters), 0);
        ImGui::EndChild();
    } else {
        choose_row(ui, answer->adopters,
                   place_grid(ui, "adopters", answer->adopters, answer->serial, columns.table));
    }
    begin_side(ui, "##adopters", columns.side);
    project_chooser(ui, *answer);
    Request request = ui.state.request;
    if (score_controls(ui, request.adopter_rank, request.weights)) {
        set_analysis(ui.state, request);
    }
    if (!none) {
        put_words(ui, "adopters", answer->adopters.words);
    }
    ImGui::EndChild();
}

void distances_panel(const Ui& ui) {
    const PanelColumns columns = begin_panel(ui);
    const AnalysisAnswer* answer = answer_or_wait(ui);
    if (answer == nullptr) {
        return;
    }
    choose_row(ui, answer->distances,
               place_grid(ui, "distances", answer->distances, answer->serial, columns.table));
    begin_side(ui, "##distances", columns.side);
    Request request = ui.state.request;
    if (toggle(ui, "sea-links", ui.tr(T::a_sea_links), request.sea_links)) {
        request.sea_links = !request.sea_links;
        set_analysis(ui.state, request);
    }
    flow_toggle(ui, T::a_colour_distance);
    colour_toggle(ui, "colour-distance", ui.tr(T::a_colour_distance), MapColour::distance);
    flow_toggle(ui, T::a_colour_borders);
    colour_toggle(ui, "colour-borders", ui.tr(T::a_colour_borders), MapColour::borders);
    space(ui, 4);
    put_words(ui, "distances", answer->distances.words);
    ImGui::EndChild();
}

}  // namespace miraimap::gui
