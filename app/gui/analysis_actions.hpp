// SPDX-License-Identifier: MIT
// What the reader can do in the analysis panels, as functions over the window's state.
//
// Promises: every change goes through here, so it can be tested without a display; suppositions are
// part of the request and of nothing that is saved. No OpenGL and no Dear ImGui.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/app_state.hpp"

namespace miraimap::gui {

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

/// Adds places to the supposed ones, takes one out, or forgets them all.
void suppose(AppState& state, const std::vector<int>& places);
void unsuppose(AppState& state, int place);
void clear_suppositions(AppState& state);

/// Takes over a loaded table (or none) for shares, suggestions and examples.
void use_user_table(AppState& state, const std::filesystem::path& file, const std::string& figure,
                    std::shared_ptr<const UserTable> table);

}  // namespace miraimap::gui
