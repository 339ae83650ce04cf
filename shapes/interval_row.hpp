// SPDX-License-Identifier: MIT
// What a sweep line meets of a polygon: the stretches inside of it, from west to east.
//
// Promises: finding a place takes a logarithm of the stretches, and putting in or taking out one
// moves few of the others, however many there are; numbers of stretches stay while they are in.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace miraimap {

/// A stretch of the sweep line inside a polygon, and what is not yet cut off below it.
struct Interval {
    static constexpr std::uint32_t none = 0xFFFFFFFFU;
    std::uint32_t left = none;   ///< chain on its western side
    std::uint32_t right = none;  ///< chain on its eastern side
    std::uint32_t last = none;   ///< the last corner where it began, was parted or joined
    std::uint32_t pending =
        none;  ///< corner where two became this one, if nothing leads up from it
    std::uint32_t pending_top = none;  ///< the next corner above `pending` on its two chains
    bool top_is_left = false;          ///< `pending_top` is on the western chain
    std::uint32_t before = none;       ///< its neighbours in the row
    std::uint32_t after = none;
    std::uint32_t block = none;  ///< kept by the row
};

/// The order is kept in blocks of bounded size, so that a row of a hundred thousand stretches
/// moves as little memory as one of a hundred.
class IntervalRow {
public:
    static constexpr std::uint32_t none = Interval::none;

    void clear() {
        intervals_.clear();
        free_.clear();
        blocks_.clear();
        order_.clear();
    }
    [[nodiscard]] bool empty() const { return order_.empty(); }
    [[nodiscard]] std::uint32_t first() const {
        return order_.empty() ? none : blocks_[order_.front()].members[0];
    }
    Interval& operator[](std::uint32_t number) { return intervals_[number]; }

    /// Behind `before`; at the western end if that is none. @returns its number
    std::uint32_t insert_after(std::uint32_t before);
    void remove(std::uint32_t number);

    /// The last stretch for which `holds`, none if there is none. It must hold for all stretches up
    /// to some place in the row, and for none behind.
    template <typename Holds>
    std::uint32_t last_where(const Holds& holds) const {
        const auto block = std::partition_point(order_.begin(), order_.end(), [&](std::uint32_t b) {
            return holds(intervals_[blocks_[b].members[0]]);
        });
        if (block == order_.begin()) {
            return none;
        }
        const Block& found = blocks_[*(block - 1)];
        const auto* const first = found.members.data();
        return *(
            std::partition_point(first + 1, first + found.count,
                                 [&](std::uint32_t number) { return holds(intervals_[number]); }) -
            1);
    }

private:
    struct Block {
        std::uint32_t count = 0;
        std::array<std::uint32_t, 63> members{};
    };

    std::uint32_t new_interval();
    std::uint32_t split(std::uint32_t block);

    std::vector<Interval> intervals_;
    std::vector<std::uint32_t> free_;  ///< numbers of stretches that were taken out
    std::vector<Block> blocks_;
    std::vector<std::uint32_t> order_;  ///< blocks from west to east; none of them empty
};

}  // namespace miraimap
