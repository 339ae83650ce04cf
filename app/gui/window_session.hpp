// SPDX-License-Identifier: MIT
// Between the window's state and a session: what is saved, and how it is shown again.
//
// Promises: showing what session_of returned leaves the same filters, view, choice and look. No
// OpenGL, no Dear ImGui, no files.
#pragma once

#include "app/gui/app_state.hpp"
#include "app/gui/wishes.hpp"

namespace miraimap::gui {

/// What would be saved now.
Session session_of(const AppState& state);

/// True if what is loaded for one is what the other asks for.
bool has_same_inputs(const Request& a, const Request& b);

/// Asks for a session: at once if its inputs are loaded, else after loading (wishes.reload). It
/// becomes a step of the history that can be taken back; without a history it is its beginning.
/// @param chapter  that begins with it: its name and where it is saved
void show_session(AppState& state, Session session, Wishes& wishes, Chapter chapter = {});

/// Goes back to another chapter of the history. What the window must do for it is left in
/// SessionState::owed.
void return_to_chapter(AppState& state, std::shared_ptr<Chapter> chapter, Session session);

/// The inputs of a session that was asked for could not be loaded: what was opened is given up, and
/// of what is gone back to all but its inputs is shown.
void give_up_coming(AppState& state, Wishes& wishes);

/// Takes over what the worker loaded, then what a session that waited for it still wants. A place
/// the boundaries do not know is left out with a notice.
void take_loaded_with_session(AppState& state, std::shared_ptr<const Loaded> loaded);

/// The filter of a session with what was typed beside it: a kind of filter that was typed wins.
Filter typed_over(Filter session, const Filter& typed);

/// The command line that paints what the window shows, as a picture for the screen. The export
/// dialog copies those of every other file.
std::string picture_command(const AppState& state);

/// What a file that was dropped on the window is for, by its ending.
enum class DropKind : std::uint8_t { session, boundaries, table, unknown };
DropKind drop_kind(const std::filesystem::path& file);

}  // namespace miraimap::gui
