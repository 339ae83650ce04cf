// SPDX-License-Identifier: MIT
// What the reader can do in the analysis panels, as functions over the window's state.
//
// Promises: every change goes through here, so it can be tested without a display; suppositions are
// part of the request, which a session keeps, and of no data that is written. No OpenGL and no Dear
// ImGui.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/core/session.hpp"
#include "app/gui/app_state.hpp"

namespace miraimap::gui {

/// Key of the tab of neighbours.
inline constexpr const char* neighbours_tab = "neighbours";

/// The place whose details are shown; -1: none.
int chosen_place(const AppState& state);
/// All chosen places, ascending.
std::vector<int> chosen_places(const AppState& state);

/// Changes what the request says about analysis and counts anew; the filter stays.
void set_analysis(AppState& state, const Request& request);

/// Zooms to a gap region and chooses its members.
/// @param region  index into the answer's regions
/// @param toggle  adds the members to what is chosen, or takes them out if all are, without zooming
void choose_region(AppState& state, int region, bool toggle = false);

/// Whether the map shows where the chosen places meet their neighbours: the panel is open, and the
/// reader did not switch it off.
bool neighbours_drawn(const AppState& state);
/// The chosen places whose neighbours are looked for: the first few by code.
std::vector<int> places_with_neighbours(const AppState& state);
/// Outlines the first gap regions on the map, or none; nothing is counted anew.
void outline_regions(AppState& state, bool on);

/// Names a table to be loaded, beside the window.
void name_user_table(AppState& state, const std::filesystem::path& file,
                     const std::string& figure = {});

/// Adds places to the supposed ones, takes one out, or forgets them all.
void suppose(AppState& state, const std::vector<int>& places);
void unsuppose(AppState& state, int place);
void clear_suppositions(AppState& state);

/// Takes over a loaded table (or none) for shares, suggestions and examples.
/// @param input  the file's state, for sessions
void use_user_table(AppState& state, const std::filesystem::path& file, const std::string& figure,
                    std::shared_ptr<const UserTable> table, std::vector<SessionInput> input = {});
/// A table could not be read: the one before stays, and why is said.
void refuse_user_table(AppState& state, const Text& why);

}  // namespace miraimap::gui
