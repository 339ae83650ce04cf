// SPDX-License-Identifier: MIT
// A window's triangles and lines as bytes to keep, so that the next start need not cut them.
//
// Promises: decoding what was encoded gives an equal mesh, bit by bit; any other bytes give nothing
// or a mesh whose parts fit together (corners, runs and municipalities in range), never a crash.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/gui/map_mesh.hpp"

namespace miraimap::gui {

std::string mesh_to_bytes(const MapMesh& mesh);

/// @param places  how many municipalities there must be
std::optional<MapMesh> mesh_from_bytes(std::string_view bytes, std::size_t places);

}  // namespace miraimap::gui
