// SPDX-License-Identifier: MIT
// From a snapshot to the finished scene: map, title, filter in words, notes and sources.
#pragma once

#include "app/core/snapshot.hpp"
#include "shapes/map_scene.hpp"

namespace miraimap {

/// The classes of the map as request.colour asks.
/// @param nearness  per municipality; needed for distance and borders only
/// @throws Error{usage} if a figure is asked for and the snapshot has no user's table
Classification classify_map(const Snapshot& snapshot, const std::vector<Nearness>& nearness,
                            Theme theme);

/// The scene that paper, window and tests share. Prefectures of the filter become the view.
/// The snapshot's world must hold geometry.
Scene make_picture(const Snapshot& snapshot, SceneOptions options);

/// Title, filter words, notes and source lines of a snapshot.
void add_words(Scene& scene, const Snapshot& snapshot);

}  // namespace miraimap
