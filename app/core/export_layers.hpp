// SPDX-License-Identifier: MIT
// The layers of an export: columns and features of every format, made from one snapshot.
//
// Promises: all formats share these columns; a figure comes from the snapshot, never from a second
// count. Does not: write files (geo/io/vector_writer.hpp does).
#pragma once

#include <string>
#include <vector>

#include "app/core/snapshot.hpp"
#include "geo/io/vector_writer.hpp"

namespace miraimap {

/// Makes layers by name. Outlines live here, so it must outlive the layers it made.
class ExportLayers {
public:
    /// The snapshot is kept by reference.
    explicit ExportLayers(const Snapshot& snapshot);

    /// municipalities, prefectures, selections, gap_regions, selection_areas.
    static const std::vector<std::string>& names();
    /// @param name one of names()
    [[nodiscard]] OutLayer make(const std::string& name);

private:
    [[nodiscard]] OutLayer municipalities() const;
    [[nodiscard]] std::vector<Cell> municipality_cells(std::size_t i) const;
    [[nodiscard]] OutLayer prefecture_layer();
    [[nodiscard]] OutLayer selections() const;
    /// Inside each municipality named; for a prefecture, whose seat the data does not know, inside
    /// its largest municipality by area.
    [[nodiscard]] std::vector<LonLat> points_of(std::size_t selection) const;
    [[nodiscard]] std::size_t largest_of(int prefecture) const;
    /// In the order and by the rules of the request (rank, sea links, what is a gap).
    [[nodiscard]] OutLayer gap_regions();
    [[nodiscard]] OutLayer selection_areas() const;

    const Snapshot& snapshot_;
    const World& world_;
    std::vector<MultiPolygon> prefecture_outlines_;
    std::vector<MultiPolygon> gap_outlines_;
};

}  // namespace miraimap
