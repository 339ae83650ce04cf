// SPDX-License-Identifier: MIT
#include "app/gui/mesh_bytes.hpp"

#include <algorithm>

#include "shapes/shape_bytes.hpp"

namespace miraimap {

template <>
inline constexpr bool is_plain<gui::MeshVertex> = sizeof(gui::MeshVertex) ==
                                                  2 * sizeof(float) + sizeof(std::uint32_t);
template <>
inline constexpr bool is_plain<gui::MeshSegment> = sizeof(gui::MeshSegment) == 4 * sizeof(float);
template <>
inline constexpr bool is_plain<gui::MeshRun> = sizeof(gui::MeshRun) ==
                                               2 * sizeof(std::uint32_t) + sizeof(MapBox);

}  // namespace miraimap

namespace miraimap::gui {
namespace {

bool runs_fit(const std::vector<MeshRun>& runs, std::size_t all) {
    return std::all_of(runs.begin(), runs.end(), [&](const MeshRun& run) {
        return std::uint64_t{run.first} + run.count <= all;
    });
}

FillLevel get_fill(ByteReader& in, std::size_t places) {
    FillLevel level;
    level.vertices = in.get_list<MeshVertex>();
    level.corners = in.get_list<std::uint32_t>();
    level.runs = in.get_list<MeshRun>();
    const bool sound =
        level.runs.size() == places && runs_fit(level.runs, level.corners.size()) &&
        std::all_of(level.corners.begin(), level.corners.end(),
                    [&](std::uint32_t corner) { return corner < level.vertices.size(); }) &&
        std::all_of(level.vertices.begin(), level.vertices.end(),
                    [&](const MeshVertex& vertex) { return vertex.feature < places; });
    if (!sound) {
        in.fail();
    }
    return level;
}

LineLevel get_lines(ByteReader& in) {
    LineLevel level;
    level.segments = in.get_list<MeshSegment>();
    level.runs = in.get_list<MeshRun>();
    if (!runs_fit(level.runs, level.segments.size())) {
        in.fail();
    }
    return level;
}

}  // namespace

std::string mesh_to_bytes(const MapMesh& mesh) {
    ByteWriter out;
    out.add(mesh.origin);
    out.add_list(mesh.sides_m);
    for (const FillLevel& level : mesh.fills) {
        out.add_list(level.vertices);
        out.add_list(level.corners);
        out.add_list(level.runs);
    }
    for (const auto& levels : mesh.lines) {
        for (const LineLevel& level : levels) {
            out.add_list(level.segments);
            out.add_list(level.runs);
        }
    }
    out.add<std::uint64_t>(mesh.by_size.size());
    for (const SizedPlace& place : mesh.by_size) {
        out.add<std::uint32_t>(static_cast<std::uint32_t>(place.municipality));
        out.add(place.at);
        out.add(place.radius_m);
    }
    return out.take();
}

std::optional<MapMesh> mesh_from_bytes(std::string_view bytes, std::size_t places) {
    ByteReader in(bytes);
    MapMesh mesh;
    mesh.origin = in.get<MapPoint>();
    mesh.sides_m = in.get_list<double>();
    if (mesh.sides_m.empty() || mesh.sides_m.front() != 0) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < mesh.sides_m.size() && in.ok(); ++i) {
        mesh.fills.push_back(get_fill(in, places));
    }
    for (auto& levels : mesh.lines) {
        for (std::size_t i = 0; i < mesh.sides_m.size() && in.ok(); ++i) {
            levels.push_back(get_lines(in));
        }
    }
    const std::size_t sized = in.get_count(sizeof(std::uint32_t) + 3 * sizeof(double));
    for (std::size_t i = 0; i < sized && in.ok(); ++i) {
        const auto municipality = in.get<std::uint32_t>();
        const auto at = in.get<MapPoint>();
        const auto radius_m = in.get<double>();
        if (municipality >= places) {
            in.fail();
        }
        mesh.by_size.push_back({static_cast<int>(municipality), at, radius_m});
    }
    return in.at_end() ? std::optional(std::move(mesh)) : std::nullopt;
}

}  // namespace miraimap::gui
