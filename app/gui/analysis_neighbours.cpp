// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/gui/analysis_actions.hpp"
#include "app/gui/analysis_panels.hpp"
#include "app/gui/analysis_widgets.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

std::string title(const Ui& ui, const std::vector<int>& places) {
    const auto& all = ui.world().catalogue.municipalities;
    const Municipality& first = all[static_cast<std::size_t>(places.front())];
    const std::string name = full_name(first, ui.lang());
    const auto chosen = ui.state.chosen.places.size();
    if (chosen > places.size()) {
        return fill(T::a_neighbours_of_first, ui.lang(), chosen, places.size());
    }
    return fill(T::a_neighbours_of, ui.lang(),
                places.size() == 1 ? name : fill(T::a_and_more, ui.lang(), name, places.size()));
}

void controls(const Ui& ui) {
    Request request = ui.state.request;
    if (toggle(ui, "sea-links", ui.tr(T::a_sea_links), request.sea_links)) {
        request.sea_links = !request.sea_links;
        set_analysis(ui.state, request);
    }
    flow_toggle(ui, T::a_draw_neighbours);
    AnalysisState& analysis = ui.state.analysis;
    if (toggle(ui, "draw-neighbours", ui.tr(T::a_draw_neighbours), analysis.draw_neighbours)) {
        analysis.draw_neighbours = !analysis.draw_neighbours;
    }
}

}  // namespace

void neighbours_panel(const Ui& ui) {
    const PanelColumns columns = begin_panel(ui, 0.68F);
    const std::vector<int> places = places_with_neighbours(ui.state);
    if (places.empty()) {
        choose_place_first(ui, T::a_neighbours_choose);
        return;
    }
    const AnalysisAnswer* answer = answer_or_wait(ui);
    if (answer == nullptr) {
        return;
    }
    const bool current = answer->question.places == places;
    if (current) {
        const int row =
            place_grid(ui, "neighbours", answer->neighbours, answer->serial, columns.table);
        if (row >= 0) {
            const int place = answer->neighbours.places[static_cast<std::size_t>(row)].front();
            zoom_to_places(ui.state, {places.front(), place});
            choose(ui.state, place);
        }
    } else {
        ImGui::BeginChild("##computing", columns.table);
        text_in(ui, FontUse::body, ui.colours.text_muted, ui.tr(T::a_computing));
        ImGui::EndChild();
    }
    begin_side(ui, "##neighbours", columns.side);
    text_in(ui, FontUse::small_bold, ui.colours.text, title(ui, places), 0);
    controls(ui);
    space(ui, 4);
    if (current) {
        put_words(ui, "neighbours", answer->neighbours.words);
    }
    ImGui::EndChild();
}

}  // namespace miraimap::gui
