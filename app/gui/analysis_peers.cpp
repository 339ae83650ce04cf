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

/// Order and weights of the score. @returns true if anything changed
bool score_controls(const Ui& ui, PeerRank& rank, Weights& weights) {
    const PeerRank rank_before = rank;
    const Weights weights_before = weights;
    label_before(ui, ui.tr(T::a_rank));
    rank = static_cast<PeerRank>(segmented(ui, "peer-rank",
                                           {ui.tr(T::a_rank_distance), ui.tr(T::a_rank_score)},
                                           static_cast<int>(rank)));
    ImGui::SameLine(0, ui.px(14));
    label_before(ui, ui.tr(T::a_weights));
    tooltip_for_item(ui, ui.tr(T::a_weights_hint));
    for (int c = 0; c < criterion_count; ++c) {
        const auto criterion = static_cast<Criterion>(c);
        const std::string& name = name_of(criterion).in(ui.lang());
        const float width = text_size(ui, FontUse::small, name).x + ui.px(104);
        if (c > 0) {
            ImGui::SameLine(0, ui.px(10));
            if (ImGui::GetContentRegionAvail().x < width) {
                ImGui::NewLine();
            }
        }
        label_before(ui, name);
        weight_field(ui, key_of(criterion), weights.of[static_cast<std::size_t>(c)]);
    }
    ImGui::SameLine(0, ui.px(8));
    if (ImGui::GetContentRegionAvail().x <
        text_size(ui, FontUse::small, ui.tr(T::a_weights_reset)).x + ui.px(28)) {
        ImGui::NewLine();
    }
    if (link_button(ui, "weights-reset", ui.tr(T::a_weights_reset))) {
        weights = {};
    }
    const bool none = std::all_of(weights.of.begin(), weights.of.end(),
                                  [](double weight) { return weight <= 0; });
    weights = none ? weights_before : weights;
    // Whoever moves a weight wants to see what it does.
    rank = weights == weights_before ? rank : PeerRank::score;
    return rank != rank_before || !(weights == weights_before);
}

void choose_row(const Ui& ui, const PlaceRows& rows, int row) {
    if (row >= 0) {
        const int place = rows.places[static_cast<std::size_t>(row)].front();
        zoom_to_municipality(ui.state, place);
        choose(ui.state, place);
    }
}

ImVec2 rest(const Ui& ui, float share) {
    return {std::floor((ImGui::GetContentRegionAvail().x - ui.px(size::pad_px)) * share),
            ImGui::GetContentRegionAvail().y - ui.px(4)};
}

}  // namespace

void peers_panel(const Ui& ui) {
    begin_panel(ui);
    ImGui::BeginGroup();
    const int place = chosen_place(ui.state);
    if (place < 0) {
        ui.state.analysis.shown = true;
        text_in(ui, FontUse::body, ui.colours.text_muted, ui.tr(T::a_choose_place), 0);
        ImGui::EndGroup();
        return;
    }
    Request request = ui.state.request;
    const Municipality& m = ui.world().catalogue.municipalities[static_cast<std::size_t>(place)];
    text_in(ui, FontUse::body_bold, ui.colours.text,
            fill(T::a_peers_of, ui.lang(), full_name(m, ui.lang())));
    if (score_controls(ui, request.peer_rank, request.weights)) {
        set_analysis(ui.state, request);
    }
    const AnalysisAnswer* answer = answer_or_wait(ui);
    if (answer != nullptr && answer->question.place == place) {
        // Here a click looks at the example and leaves the place chosen.
        const int row = place_grid(ui, "peers", answer->peers, answer->serial, rest(ui, 0.74F));
        if (row >= 0) {
            zoom_to_places(ui.state,
                           {place, answer->peers.places[static_cast<std::size_t>(row)].front()});
        }
        ImGui::SameLine(0, ui.px(16));
        words_column(ui, "peers", answer->peers.words, rest(ui, 1));
    } else if (answer != nullptr) {
        text_in(ui, FontUse::body, ui.colours.text_muted, ui.tr(T::a_computing));
    }
    ImGui::EndGroup();
}

void adopters_panel(const Ui& ui) {
    begin_panel(ui);
    ImGui::BeginGroup();
    const World& world = ui.world();
    const AnalysisAnswer* answer = answer_or_wait(ui);
    std::vector<std::string> lines;
    int chosen = -1;
    const int selection =
        answer == nullptr ? ui.state.analysis.selection : answer->question.selection;
    for (const Passed& passed : ui.state.snapshot.passed) {
        const Selection& s = world.selections[static_cast<std::size_t>(passed.selection)];
        chosen = passed.selection == selection ? static_cast<int>(lines.size()) : chosen;
        lines.push_back(
            s.id + "  " +
            area_in_words(world, static_cast<std::size_t>(passed.selection), ui.lang()) +
            (s.title.empty() ? "" : "  " + s.title));
    }
    label_before(ui, ui.tr(T::a_project));
    const float width = std::min(ui.px(620), ImGui::GetContentRegionAvail().x - ui.px(24));
    const int now = combo(ui, "project", lines, chosen, width);
    if (now != chosen && now >= 0) {
        ui.state.analysis.selection =
            ui.state.snapshot.passed[static_cast<std::size_t>(now)].selection;
    }
    Request request = ui.state.request;
    if (score_controls(ui, request.adopter_rank, request.weights)) {
        set_analysis(ui.state, request);
    }
    if (answer != nullptr && answer->adopters.table.rows.empty()) {
        text_in(ui, FontUse::body, ui.colours.text_muted, ui.tr(T::a_no_adopters), 0);
    } else if (answer != nullptr) {
        choose_row(ui, answer->adopters,
                   place_grid(ui, "adopters", answer->adopters, answer->serial, rest(ui, 0.74F)));
        ImGui::SameLine(0, ui.px(16));
        words_column(ui, "adopters", answer->adopters.words, rest(ui, 1));
    }
    ImGui::EndGroup();
}

void distances_panel(const Ui& ui) {
    begin_panel(ui);
    ImGui::BeginGroup();
    Request request = ui.state.request;
    if (toggle(ui, "sea-links", ui.tr(T::a_sea_links), request.sea_links)) {
        request.sea_links = !request.sea_links;
        set_analysis(ui.state, request);
    }
    ImGui::SameLine(0, ui.px(8));
    colour_toggle(ui, "colour-distance", ui.tr(T::a_colour_distance), MapColour::distance);
    ImGui::SameLine(0, ui.px(8));
    colour_toggle(ui, "colour-borders", ui.tr(T::a_colour_borders), MapColour::borders);
    if (const AnalysisAnswer* answer = answer_or_wait(ui)) {
        choose_row(ui, answer->distances,
                   place_grid(ui, "distances", answer->distances, answer->serial, rest(ui, 0.74F)));
        ImGui::SameLine(0, ui.px(16));
        words_column(ui, "distances", answer->distances.words, rest(ui, 1));
    }
    ImGui::EndGroup();
}

}  // namespace miraimap::gui
