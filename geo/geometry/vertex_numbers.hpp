// SPDX-License-Identifier: MIT
// Gives each distinct position a number: the same position, the same number.
//
// Numbers count up from 0 in the order in which positions are first seen, so that the vertices of a
// ring mostly have consecutive numbers. Promises: exact (0.0 and -0.0 are the same number, nothing
// else is rounded); linear in the number of positions. Does not: take positions that are not
// finite.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

class VertexNumbers {
public:
    /// @param most  upper bound of the distinct positions, e.g. the vertices of all rings
    explicit VertexNumbers(std::size_t most);

    std::uint32_t number_of(LonLat p);

    /// Appends the numbers of all positions of a ring.
    void number(const Ring& ring, std::vector<std::uint32_t>& numbers);

    /// Position of each number.
    [[nodiscard]] const std::vector<LonLat>& positions() const { return positions_; }
    /// The same, moved out; the object is empty afterwards.
    std::vector<LonLat> take_positions();

private:
    [[nodiscard]] std::size_t slot_of(LonLat p) const;

    std::vector<LonLat> positions_;
    std::vector<std::uint32_t> slots_;
    std::size_t mask_;
};

}  // namespace miraimap
