// SPDX-License-Identifier: MIT
// One choice and one hover for every view: what a row, a bar or a region stands for on the map.
//
// Promises: every view reads and writes AppState::chosen, hovered and hovered_group through these;
// a thing that stands for several places is marked as soon as one of them is. While a brush is set
// (MapChoice::brush), tables, charts and lists hold only what stands for a place in it. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/core/snapshot.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

struct AppState;

/// Which places a selection stands for, and the other way round.
struct PlaceLinks {
    /// Per selection: the municipalities it names, or where it names none those of the prefectures
    /// it names; ascending.
    std::vector<std::vector<int>> places;
    std::vector<std::vector<int>> selections;   ///< per municipality, ascending
    std::vector<std::vector<int>> prefectures;  ///< counted ones by JIS number, ascending
};
PlaceLinks link_places(const World& world);

/// How far the places of a row or bar are marked.
enum class Marked : std::uint8_t { none, some, all };
/// By the shared choice.
Marked chosen_of(const AppState& state, const std::vector<int>& places);
/// By the shared hover.
bool hovered_of(const AppState& state, const std::vector<int>& places);
bool is_hovered(const AppState& state, int place);

/// Whether one of the places lies in the brush; true without a brush.
bool in_brush(const AppState& state, const std::vector<int>& places);
/// Passing selections, linked rows once, that stand for a place in the brush.
int selections_in_brush(const AppState& state);
/// Narrows every view to places and chooses them. @param box  on the map; empty: no box
void set_brush(AppState& state, std::vector<int> places, const std::optional<MapBox>& box);
/// Lays the brush down: every view shows all again. What is chosen stays.
void end_brush(AppState& state);

/// Hovers several places, for this frame; one place is hovered like on the map.
void hover(AppState& state, const std::vector<int>& places);
/// A click on what stands for several places: replaces the choice; with `toggle` it adds them, or
/// takes them out if all of them are chosen. The first of `places` becomes the primary one.
void choose_group(AppState& state, const std::vector<int>& places, bool toggle);

}  // namespace miraimap::gui
