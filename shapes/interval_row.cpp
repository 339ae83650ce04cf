// SPDX-License-Identifier: MIT
#include "shapes/interval_row.hpp"

namespace miraimap {

std::uint32_t IntervalRow::new_interval() {
    if (free_.empty()) {
        intervals_.emplace_back();
        return static_cast<std::uint32_t>(intervals_.size() - 1);
    }
    const std::uint32_t number = free_.back();
    free_.pop_back();
    intervals_[number] = {};
    return number;
}

/// Moves the eastern half of a full block into a new one behind it.
std::uint32_t IntervalRow::split(std::uint32_t block) {
    const auto added = static_cast<std::uint32_t>(blocks_.size());
    blocks_.emplace_back();
    Block& west = blocks_[block];
    Block& east = blocks_[added];
    const std::uint32_t kept = west.count / 2;
    for (std::uint32_t i = kept; i < west.count; ++i) {
        east.members[east.count++] = west.members[i];
        intervals_[west.members[i]].block = added;
    }
    west.count = kept;
    order_.insert(std::find(order_.begin(), order_.end(), block) + 1, added);
    return added;
}

std::uint32_t IntervalRow::insert_after(std::uint32_t before) {
    const std::uint32_t number = new_interval();
    if (order_.empty()) {
        order_.push_back(static_cast<std::uint32_t>(blocks_.size()));
        blocks_.emplace_back();
    }
    std::uint32_t block = before == none ? order_.front() : intervals_[before].block;
    if (blocks_[block].count == blocks_[block].members.size()) {
        split(block);
        block = before == none ? block : intervals_[before].block;
    }
    Block& home = blocks_[block];
    auto* const end = home.members.data() + home.count;
    auto* at = home.members.data();
    Interval& added = intervals_[number];
    if (before != none) {
        at = std::find(at, end, before) + 1;
        added.before = before;
        added.after = intervals_[before].after;
        intervals_[before].after = number;
    } else if (home.count > 0) {
        added.after = home.members[0];
    }
    if (added.after != none) {
        intervals_[added.after].before = number;
    }
    std::copy_backward(at, end, end + 1);
    *at = number;
    ++home.count;
    added.block = block;
    return number;
}

void IntervalRow::remove(std::uint32_t number) {
    const Interval& gone = intervals_[number];
    if (gone.before != none) {
        intervals_[gone.before].after = gone.after;
    }
    if (gone.after != none) {
        intervals_[gone.after].before = gone.before;
    }
    Block& home = blocks_[gone.block];
    auto* const end = home.members.data() + home.count;
    auto* const at = std::find(home.members.data(), end, number);
    std::copy(at + 1, end, at);
    --home.count;
    if (home.count == 0) {
        order_.erase(std::find(order_.begin(), order_.end(), gone.block));
    }
    free_.push_back(number);
}

}  // namespace miraimap
