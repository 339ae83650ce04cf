// SPDX-License-Identifier: MIT
#include "app/gui/window_session.hpp"

#include <algorithm>
#include <utility>

#include "app/gui/analysis_actions.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/window_settings.hpp"
#include "geo/error.hpp"
#include "geo/io/csv.hpp"

namespace miraimap::gui {
namespace fs = std::filesystem;

namespace {

const std::string& code_at(const AppState& state, int place) {
    return state.loaded->world->catalogue.municipalities[static_cast<std::size_t>(place)].code;
}

std::vector<std::string> chosen_codes(const AppState& state) {
    std::vector<std::string> codes;
    for (const int place : state.chosen.places) {
        codes.push_back(code_at(state, place));
    }
    return codes;
}

/// Chooses by code; returns the codes that the boundaries do not know.
std::vector<std::string> choose_codes(AppState& state, const std::vector<std::string>& codes,
                                      const std::string& primary) {
    std::vector<std::string> unknown;
    std::vector<int> places;
    for (const std::string& code : codes) {
        const std::optional<int> found = state.loaded->world->catalogue.find(code);
        if (found) {
            places.push_back(*found);
        } else {
            unknown.push_back(code);
        }
    }
    // The details are those of the last one.
    std::stable_partition(places.begin(), places.end(),
                          [&](int place) { return code_at(state, place) != primary; });
    choose(state, SetChange::replace, places);
    return unknown;
}

void choose_coming(AppState& state) {
    if (!state.session.coming) {
        return;
    }
    const Session session = *std::exchange(state.session.coming, std::nullopt);
    const auto unknown = choose_codes(state, session.request.marked, session.window.primary);
    if (!unknown.empty()) {
        show_notice(state, {true,
                            {fill(T::session_places_unknown, Lang::ja, join_list(unknown)),
                             fill(T::session_places_unknown, Lang::en, join_list(unknown))}});
    }
}

}  // namespace

Session session_of(const AppState& state) {
    Session session;
    session.request = state.request;
    session.request.view.reset();
    if (!state.home && state.view.width_px > 0) {
        // As words hold it, so that a copied command paints the very same part.
        session.request.view = parse_view(view_words(state.view.box()));
    } else if (state.wanted_view) {
        session.request.view = state.wanted_view;
    }
    session.request.marked = chosen_codes(state);
    session.request.neighbours = neighbours_drawn(state);
    session.window.theme = state.theme;
    session.window.interface_scale = state.interface_scale;
    session.window.primary = chosen_code(state);
    session.window.tab = state.layout.tab;
    session.inputs = state.session.inputs;
    try {
        session.own_data = state.request.data != find_data_folder();
    } catch (const Error&) {
        session.own_data = true;
    }
    return session;
}

void take_loaded_with_session(AppState& state, std::shared_ptr<const Loaded> loaded) {
    try {
        take_loaded(state, loaded);
    } catch (const Error& error) {
        // Only supposed places can be unknown to other boundaries.
        show_notice(state, {true, {error.message(Lang::ja), error.message(Lang::en)}});
        state.request.what_if.clear();
        take_loaded(state, std::move(loaded));
    }
    choose_coming(state);
}

void show_session(AppState& state, Session session, Wishes& wishes) {
    const Request before = state.request;
    wishes.theme |= state.theme != session.window.theme;
    wishes.fonts |= state.interface_scale != session.window.interface_scale;
    state.theme = session.window.theme;
    state.interface_scale = session.window.interface_scale;
    state.layout.tab = session.window.tab;
    forget_history(state);
    state.request = session.request;
    state.layout.map = session.request.layout;
    state.request.view.reset();
    state.request.marked.clear();
    state.request.neighbours = false;  // follows the panel
    state.analysis.draw_neighbours |= session.request.neighbours;
    state.wanted_view = session.request.view;
    state.look_seen = look_of(state);  // the file's, not the reader's own
    state.session.coming = std::move(session);
    const bool same_inputs = state.step == LoadStep::done && state.loaded &&
                             before.data == state.request.data &&
                             before.boundaries == state.request.boundaries;
    if (same_inputs) {
        take_loaded_with_session(state, state.loaded);
    } else {
        wishes.reload = true;
    }
}

Filter typed_over(Filter session, const Filter& typed) {
    const auto take = [](auto& into, const auto& from) {
        if (!from.empty()) {
            into = from;
        }
    };
    take(session.sources, typed.sources);
    take(session.programmes, typed.programmes);
    if (!typed.years.empty() || typed.past) {
        session.years = typed.years;
        session.past = typed.past;
    }
    if (!typed.technologies.empty()) {
        session.technologies = typed.technologies;
        session.match = typed.match;
    }
    take(session.themes, typed.themes);
    take(session.prefectures, typed.prefectures);
    take(session.kinds, typed.kinds);
    take(session.scopes, typed.scopes);
    take(session.text, typed.text);
    return session;
}

std::string picture_command(const AppState& state) {
    ExportChoice picture;
    picture.format = ExportFormat::png;
    picture.page = PageSize::pixels;
    return copied_command(export_command(picture, session_of(state), {}, "miraimap.png"));
}

DropKind drop_kind(const fs::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == session_ending) {
        return DropKind::session;
    }
    if (ending == ".csv" || ending == ".tsv" || ending == ".txt") {
        return DropKind::table;
    }
    const auto boundaries = {".gpkg", ".shp", ".geojson", ".json", ".topojson", ".fgb"};
    return std::find(boundaries.begin(), boundaries.end(), ending) != boundaries.end()
               ? DropKind::boundaries
               : DropKind::unknown;
}

}  // namespace miraimap::gui
