// SPDX-License-Identifier: MIT
#include "app/gui/analysis_actions.hpp"

#include <algorithm>
#include <utility>

#include "app/core/map_picture.hpp"
#include "app/core/session_inputs.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panel_actions.hpp"

namespace miraimap::gui {
namespace {

const std::string& code_of(const AppState& state, int place) {
    return state.loaded->world->catalogue.municipalities[static_cast<std::size_t>(place)].code;
}

}  // namespace

int chosen_place(const AppState& state) { return state.chosen.primary; }

std::vector<int> chosen_places(const AppState& state) { return state.chosen.places; }

void set_analysis(AppState& state, const Request& request) {
    Filter filter = state.request.filter;
    state.request = request;
    state.request.filter = std::move(filter);
    recount(state);
}

bool neighbours_drawn(const AppState& state) {
    return state.analysis.draw_neighbours && !state.layout.full_map &&
           state.layout.tab == neighbours_tab && panel_shown(state, Panel::bottom);
}

std::vector<int> places_with_neighbours(const AppState& state) {
    std::vector<int> places = state.chosen.places;
    places.resize(std::min(places.size(), most_met));
    return places;
}

void outline_regions(AppState& state, bool on) {
    state.request.outlined_gaps = on ? outlined_regions_count : 0;
    state.snapshot.request.outlined_gaps = state.request.outlined_gaps;
}

void name_user_table(AppState& state, const std::filesystem::path& file,
                     const std::string& figure) {
    const auto put = [](const std::string& text, auto& field) {
        field.fill('\0');
        std::copy_n(text.begin(), std::min(text.size(), field.size() - 1), field.begin());
    };
    put(file.string(), state.analysis.file);
    put(figure, state.analysis.figure);
    state.analysis.load_wanted = true;
}

void choose_region(AppState& state, int region, bool toggle) {
    const auto& answer = state.analysis.answer;
    if (!answer || region < 0 || static_cast<std::size_t>(region) >= answer->regions.size()) {
        return;
    }
    state.analysis.chosen_region = region;
    const std::vector<int>& members = answer->regions[static_cast<std::size_t>(region)].members;
    if (!toggle) {
        zoom_to_places(state, members);
    }
    choose_group(state, members, toggle);
}

void suppose(AppState& state, const std::vector<int>& places) {
    std::vector<std::string>& supposed = state.request.what_if;
    for (const int place : places) {
        supposed.push_back(code_of(state, place));
    }
    std::sort(supposed.begin(), supposed.end());
    supposed.erase(std::unique(supposed.begin(), supposed.end()), supposed.end());
    recount(state);
}

void unsuppose(AppState& state, int place) {
    std::erase(state.request.what_if, code_of(state, place));
    recount(state);
}

void clear_suppositions(AppState& state) {
    state.request.what_if.clear();
    recount(state);
}

void use_user_table(AppState& state, const std::filesystem::path& file, const std::string& figure,
                    std::shared_ptr<const UserTable> table, std::vector<SessionInput> input) {
    state.analysis.table_problem = {};
    state.analysis.tried = file;
    state.analysis.user_table = std::move(table);
    const bool loaded = state.analysis.user_table != nullptr;
    replace_table_input(state.session.inputs,
                        loaded ? std::move(input) : std::vector<SessionInput>());
    state.request.table = loaded ? file : std::filesystem::path();
    state.request.figure = loaded ? figure : std::string();
    if (!loaded && state.request.weigh_by == WeighBy::figure) {
        state.request.weigh_by = WeighBy::municipalities;
    }
    if (!loaded && state.request.colour == MapColour::figure) {
        state.request.colour = MapColour::grade;
    }
    recount(state);
}

void refuse_user_table(AppState& state, const Text& why) {
    if (!state.analysis.user_table) {
        use_user_table(state, {}, {}, nullptr);
    }
    state.analysis.table_problem = why;
    show_notice(state, {true, why});
}

}  // namespace miraimap::gui
