// SPDX-License-Identifier: MIT
#include "app/gui/window_session.hpp"

#include <algorithm>
#include <utility>

#include "app/core/place_words.hpp"
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

void say_unknown(AppState& state, T text, const std::vector<std::string>& places) {
    if (!places.empty()) {
        const std::string list = join_list(places);
        show_notice(state, {true, {fill(text, Lang::ja, list), fill(text, Lang::en, list)}});
    }
}

void choose_coming(AppState& state) {
    if (!state.session.coming) {
        return;
    }
    const ComingSession coming = *std::exchange(state.session.coming, std::nullopt);
    const Session& session = coming.session;
    say_unknown(state, T::session_places_unknown,
                choose_codes(state, session.request.marked, session.window.primary));
    state.session.chapter = coming.chapter;
    state.session.file = coming.chapter->file;
    state.session.guarded = coming.chapter->guarded;
    if (coming.is_step_back && state.noted) {
        renew_shown_step(state);
    } else {
        state.map_choice = {};
        note_step(state);
    }
}

/// Supposed places that the data do not have are left out, and named.
void leave_out_unknown(AppState& state, const World& world) {
    std::vector<std::string>& supposed = state.request.what_if;
    const std::vector<std::string> unknown = unknown_places(world, supposed);
    std::erase_if(supposed, [&](const std::string& place) {
        return std::find(unknown.begin(), unknown.end(), place) != unknown.end();
    });
    say_unknown(state, T::session_supposed_unknown, unknown);
}

}  // namespace

bool has_same_inputs(const Request& a, const Request& b) {
    return a.data == b.data && a.boundaries == b.boundaries && a.source_text == b.source_text &&
           a.map_crs == b.map_crs;
}

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
    leave_out_unknown(state, *loaded->world);
    take_loaded(state, std::move(loaded));
    choose_coming(state);
}

namespace {

/// Shows what is coming, at once or after loading its inputs.
void show_coming(AppState& state, ComingSession coming, Wishes& wishes) {
    const Session& session = coming.session;
    const Request before = state.request;
    wishes.theme |= state.theme != session.window.theme;
    wishes.fonts |= state.interface_scale != session.window.interface_scale;
    state.theme = session.window.theme;
    state.interface_scale = session.window.interface_scale;
    state.layout.tab = session.window.tab;
    state.request = session.request;
    if (state.request.table != before.table || state.request.figure != before.figure) {
        state.analysis.user_table.reset();
        state.analysis.tried.clear();
    }
    state.layout.map = session.request.layout;
    state.request.view.reset();
    state.request.marked.clear();
    state.request.neighbours = false;  // follows the panel
    state.analysis.draw_neighbours |= session.request.neighbours;
    state.wanted_view = session.request.view;
    state.look_seen = look_of(state);  // the file's, not the reader's own
    state.session.coming = std::move(coming);
    if (state.step == LoadStep::done && state.loaded && has_same_inputs(before, state.request)) {
        take_loaded_with_session(state, state.loaded);
    } else {
        wishes.reload = true;
    }
}

}  // namespace

void show_session(AppState& state, Session session, Wishes& wishes, Chapter chapter) {
    if (state.noted) {
        stop_playing(state);
        end_filter_step(state);
        leave_chapter(state);
    } else {
        forget_history(state);
    }
    show_coming(state, {std::move(session), std::make_shared<Chapter>(std::move(chapter)), false},
                wishes);
}

void return_to_chapter(AppState& state, std::shared_ptr<Chapter> chapter, Session session) {
    show_coming(state, {std::move(session), std::move(chapter), true}, state.session.owed);
}

void give_up_coming(AppState& state, Wishes& wishes) {
    if (!state.session.coming) {
        return;
    }
    ComingSession coming = *std::exchange(state.session.coming, std::nullopt);
    state.step = LoadStep::done;
    state.request.data = state.snapshot.request.data;
    state.request.boundaries = state.snapshot.request.boundaries;
    state.request.source_text = state.snapshot.request.source_text;
    state.request.map_crs = state.snapshot.request.map_crs;
    if (!coming.is_step_back && state.noted) {
        coming = {state.session.chapter->left, state.session.chapter, true};
    }
    coming.session.request.data = state.request.data;
    coming.session.request.boundaries = state.request.boundaries;
    coming.session.request.source_text = state.request.source_text;
    coming.session.request.map_crs = state.request.map_crs;
    show_coming(state, std::move(coming), wishes);
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
