// SPDX-License-Identifier: MIT
#include "shapes/monotone_pieces.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "shapes/orientation.hpp"

namespace miraimap {

namespace {
constexpr std::uint32_t none = Interval::none;
}  // namespace

bool MonotonePieces::part(CornerRings& laid) {
    std::swap(corners, laid.corners);
    ring_corners_ = static_cast<std::uint32_t>(corners.size());
    original.clear();
    next.resize(ring_corners_);
    std::iota(next.begin(), next.end(), 1U);
    for (const CornerRings::Ring& ring : laid.rings) {
        next[ring.last] = ring.first;
    }
    row_.clear();
    clear_ = true;
    find_turns(laid);
    for (const Turn& turn : turns_) {
        if (!(turn.top ? finish(turn) : begin(turn)) || !clear_) {
            return false;
        }
    }
    return row_.empty();
}

void MonotonePieces::find_turns(const CornerRings& laid) {
    turns_.clear();
    chains_.clear();
    turn_corners_.resize(ring_corners_);
    for (const CornerRings::Ring& ring : laid.rings) {
        // The lowest corner is a turn; behind it each corner at which the direction changes.
        std::uint32_t* const found = turn_corners_.data();
        found[0] = ring.first;
        std::uint32_t count = 1;
        bool up = true;
        for (std::uint32_t i = ring.first + 1; i < ring.last; ++i) {
            const bool still_up = below(corners[i], corners[i + 1]);
            found[count] = i;
            count += static_cast<std::uint32_t>(still_up != up);
            up = still_up;
        }
        if (up) {
            found[count++] = ring.last;
        }
        add_turns(ring, count);
    }
    // Where turns meet in one point, stretches end before others begin.
    std::sort(turns_.begin(), turns_.end(), [](const Turn& a, const Turn& b) {
        return a.at.y_m != b.at.y_m   ? a.at.y_m < b.at.y_m
               : a.at.x_m != b.at.x_m ? a.at.x_m < b.at.x_m
               : a.top != b.top       ? a.top
                                      : a.corner < b.corner;
    });
}

/// The turns of a ring alternate between bottoms and tops; a chain leads from each to the next.
void MonotonePieces::add_turns(const CornerRings::Ring& ring, std::uint32_t count) {
    const auto first_chain = static_cast<std::uint32_t>(chains_.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t here = turn_corners_[i];
        const std::uint32_t there = turn_corners_[i + 1 == count ? 0 : i + 1];
        const bool top = i % 2 == 1;
        Chain chain;
        chain.step = top ? -1 : 1;
        chain.low = top ? there : here;
        chain.end = top ? here : there;
        chain.high = top && there == ring.first ? ring.last : (top ? chain.low - 1 : chain.low + 1);
        chain.checked_low = chain.low;
        chain.checked_high = chain.high;
        chains_.push_back(chain);
        turns_.push_back({corners[here], here, first_chain + (i == 0 ? count - 1 : i - 1),
                          first_chain + i, top});
    }
}

/// The sweep line reaches a bottom: a stretch begins, or one is parted by what lies outside.
bool MonotonePieces::begin(const Turn& turn) {
    const double opening =
        orientation(turn.at, corners[chains_[turn.out].high], corners[chains_[turn.into].high]);
    const std::uint32_t before =
        row_.last_where([&](const Interval& i) { return side(i.left, turn) < 0; });
    const bool inside = before != none && side(row_[before].right, turn) > 0;
    if (opening == 0 || (opening < 0) != inside) {
        return false;
    }
    if (inside) {
        part_interval(before, turn);
        return true;
    }
    const std::uint32_t after = before != none ? row_[before].after : row_.first();
    if (!check_gap(before, after, turn.at)) {
        return false;
    }
    const std::uint32_t added = row_.insert_after(before);
    row_[added].left = turn.into;
    row_[added].right = turn.out;
    row_[added].last = turn.corner;
    chains_[turn.into].interval = added;
    chains_[turn.out].interval = added;
    return true;
}

/// What lies outside begins inside of a stretch: the corner is linked to the last one below.
void MonotonePieces::part_interval(std::uint32_t west, const Turn& turn) {
    std::uint32_t copied = settle(west, turn.at, turn.corner);
    if (copied == none) {
        copied = link(last_corner(west, turn.at), turn.corner).b;
    }
    const std::uint32_t east = row_.insert_after(west);
    row_[east].left = turn.into;
    row_[east].right = row_[west].right;
    row_[east].last = turn.corner;
    row_[west].right = turn.out;
    row_[west].last = copied;
    chains_[row_[east].right].interval = east;
    chains_[turn.into].interval = east;
    chains_[turn.out].interval = west;
}

/// The sweep line reaches a top: a stretch ends, or what lay between two of them.
bool MonotonePieces::finish(const Turn& turn) {
    const std::uint32_t west = chains_[turn.into].interval;
    const std::uint32_t east = chains_[turn.out].interval;
    if (west != east) {
        return row_[west].after == east && check_gap(west, east, turn.at) &&
               (join_intervals(west, east, turn), true);
    }
    if (!check_gap(row_[west].before, west, turn.at) ||
        !check_gap(west, row_[west].after, turn.at)) {
        return false;
    }
    settle(west, turn.at, turn.corner);
    row_.remove(west);
    return true;
}

void MonotonePieces::join_intervals(std::uint32_t west, std::uint32_t east, const Turn& turn) {
    std::uint32_t top = turn.corner;  // what of the corner looks up
    if (const std::uint32_t copied = settle(west, turn.at, top); copied != none) {
        top = copied;
    }
    settle(east, turn.at, top);
    Interval& joined = row_[west];
    joined.right = row_[east].right;
    Chain& left = chains_[joined.left];
    Chain& right = chains_[joined.right];
    right.interval = west;
    advance(left, turn.at);
    advance(right, turn.at);
    joined.last = top;
    joined.pending = top;
    joined.top_is_left = !below(corners[right.high], corners[left.high]);
    joined.pending_top = joined.top_is_left ? left.high : right.high;
    row_.remove(east);
}

/// Links the pending corner of a stretch to the next one above it: to the one given, or to one that
/// was passed on the stretch's chains. @returns the eastern copy of the corner given, none if it
/// was not linked
std::uint32_t MonotonePieces::settle(std::uint32_t interval, MapPoint at, std::uint32_t corner) {
    Interval& i = row_[interval];
    if (i.pending == none) {
        return none;
    }
    const std::uint32_t pending = std::exchange(i.pending, none);
    const std::uint32_t top = i.pending_top;
    const bool at_end = top == chains_[i.top_is_left ? i.left : i.right].end;
    if (!below(corners[top], at) && (at_end || corners[top] != at)) {
        return link(pending, corner).b;
    }
    const std::uint32_t copied = link(pending, top).b;
    i.last = i.top_is_left ? top : copied;
    return none;
}

/// The last corner below a point on a stretch's chains or where it began.
std::uint32_t MonotonePieces::last_corner(std::uint32_t interval, MapPoint at) {
    std::uint32_t last = row_[interval].last;
    for (const std::uint32_t number : {row_[interval].left, row_[interval].right}) {
        advance(chains_[number], at);
        if (below(corners[last], corners[chains_[number].low])) {
            last = chains_[number].low;
        }
    }
    return last;
}

/// Goes up a chain until its edge meets the sweep line at a point.
void MonotonePieces::advance(Chain& chain, MapPoint to) const {
    while (chain.high != chain.end && !below(to, corners[chain.high])) {
        chain.low = chain.high;
        chain.high += static_cast<std::uint32_t>(chain.step);
    }
}

/// Positive if a bottom lies west of a chain, negative if east of it.
double MonotonePieces::side(std::uint32_t number, const Turn& turn) {
    Chain& chain = chains_[number];
    advance(chain, turn.at);
    const MapPoint low = corners[chain.low];
    const MapPoint high = corners[chain.high];
    const double where = orientation(low, high, turn.at);
    if (where != 0) {
        return where;
    }
    // It touches the chain: then both of its edges leave to one side.
    const double out = orientation(low, high, corners[chains_[turn.out].high]);
    const double into = orientation(low, high, corners[chains_[turn.into].high]);
    clear_ = clear_ && ((out > 0 && into > 0) || (out < 0 && into < 0));
    return out;
}

/// Compares the chains beside a gap between two stretches (none: nothing is there), up to a point.
/// @returns false if one crosses the other
bool MonotonePieces::check_gap(std::uint32_t west, std::uint32_t east, MapPoint to) {
    if (west == none || east == none) {
        if (west != none) {
            pass_gap(chains_[row_[west].right], to);
        }
        if (east != none) {
            pass_gap(chains_[row_[east].left], to);
        }
        return true;
    }
    Chain& a = chains_[row_[west].right];
    Chain& b = chains_[row_[east].left];
    while (true) {
        const MapPoint p = corners[a.checked_high];
        const MapPoint q = corners[b.checked_high];
        const bool west_first = !below(q, p);
        if (below(to, west_first ? p : q)) {
            return true;
        }
        Chain& first = west_first ? a : b;
        const double where = west_first ? orientation(corners[b.checked_low], q, p)
                                        : -orientation(corners[a.checked_low], p, q);
        if (where < 0) {
            return false;
        }
        if (first.checked_high == first.end) {
            return true;
        }
        first.checked_low = first.checked_high;
        first.checked_high += static_cast<std::uint32_t>(first.step);
    }
}

void MonotonePieces::pass_gap(Chain& chain, MapPoint to) const {
    while (chain.checked_high != chain.end && !below(to, corners[chain.checked_high])) {
        chain.checked_low = chain.checked_high;
        chain.checked_high += static_cast<std::uint32_t>(chain.step);
    }
}

/// A diagonal from a to b: parts the list that both stand in, or joins theirs. The corners
/// themselves keep what leads to them, the copies what leads away.
MonotonePieces::Copies MonotonePieces::link(std::uint32_t a, std::uint32_t b) {
    const Copies copies{copy(a), copy(b)};
    next[copies.a] = next[a];
    next[copies.b] = next[b];
    next[a] = copies.b;
    next[b] = copies.a;
    return copies;
}

std::uint32_t MonotonePieces::copy(std::uint32_t corner) {
    const auto made = static_cast<std::uint32_t>(corners.size());
    corners.push_back(MapPoint(corners[corner]));
    next.push_back(none);
    original.push_back(corner < ring_corners_ ? corner : original[corner - ring_corners_]);
    return made;
}

}  // namespace miraimap
