// SPDX-License-Identifier: MIT
// The chosen places: a set, and one of them whose details are shown.
//
// Promises: `places` is ascending without repetition; `primary` is one of them, or -1 if and only
// if the set is empty. Pure.
#pragma once

#include <cstdint>
#include <vector>

namespace miraimap::gui {

/// How a click or a shape changes the set.
enum class SetChange : std::uint8_t { replace, add, remove, toggle };

struct PlaceSet {
    std::vector<int> places;  ///< indices of municipalities
    int primary = -1;

    [[nodiscard]] bool empty() const { return places.empty(); }
    [[nodiscard]] bool contains(int place) const;
    friend bool operator==(const PlaceSet&, const PlaceSet&) = default;
};

/// Changes the set by places in any order, repetitions allowed. Toggling turns each place over.
/// The primary place becomes the last of `places` that is in the set afterwards; else it stays, or
/// moves to the lowest place left if it was taken out.
void change(PlaceSet& set, SetChange how, const std::vector<int>& places);

/// Every place of 0..count-1 that is not in the set; the lowest becomes the primary place.
PlaceSet inverse(const PlaceSet& set, int count);

}  // namespace miraimap::gui
