// SPDX-License-Identifier: MIT
#include "shapes/monotone_triangles.hpp"

#include <cstddef>

#include "shapes/orientation.hpp"

namespace miraimap {

namespace {

constexpr std::uint32_t taken = 0xFFFFFFFFU;

void add(std::vector<std::uint32_t>& triangles, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    triangles.push_back(a);
    triangles.push_back(b);
    triangles.push_back(c);
}

}  // namespace

bool MonotoneTriangles::cut(MonotonePieces& pieces, std::vector<std::uint32_t>& triangles) {
    const auto count = static_cast<std::uint32_t>(pieces.corners.size());
    triangles.reserve(triangles.size() + std::size_t{3} * count);
    for (std::uint32_t start = 0; start < count; ++start) {
        if (pieces.next[start] != taken) {
            gather(pieces, start);
            if (!cut_piece(triangles)) {
                return false;
            }
        }
    }
    return true;
}

/// Takes a piece out of the lists, its corners one behind another.
void MonotoneTriangles::gather(MonotonePieces& pieces, std::uint32_t start) {
    const auto rings = pieces.corners.size() - pieces.original.size();
    piece_.clear();
    lowest_ = 0;
    highest_ = 0;
    for (std::uint32_t i = start; pieces.next[i] != taken;) {
        const MapPoint at = pieces.corners[i];
        if (!piece_.empty()) {
            if (below(at, piece_[lowest_].at)) {
                lowest_ = piece_.size();
            }
            if (below(piece_[highest_].at, at)) {
                highest_ = piece_.size();
            }
        }
        piece_.push_back({at, i < rings ? i : pieces.original[i - rings]});
        const std::uint32_t after = pieces.next[i];
        pieces.next[i] = taken;
        i = after;
    }
}

bool MonotoneTriangles::cut_piece(std::vector<std::uint32_t>& triangles) {
    const std::size_t size = piece_.size();
    if (size < 3) {
        return false;
    }
    const auto after = [&](std::size_t i) { return i + 1 == size ? 0 : i + 1; };
    const auto before = [&](std::size_t i) { return i == 0 ? size - 1 : i - 1; };
    std::size_t east = after(lowest_);
    std::size_t west = before(lowest_);
    open_.clear();
    open_.push_back(piece_[lowest_]);
    bool open_east = true;  // the side of all open corners but the first
    for (std::size_t left = size - 2; left > 0; --left) {
        const bool now_east =
            west == highest_ || (east != highest_ && !below(piece_[west].at, piece_[east].at));
        const Corner& corner = piece_[now_east ? east : west];
        if (below(corner.at, open_.back().at)) {
            return false;
        }
        (now_east ? east : west) = now_east ? after(east) : before(west);
        if (open_.size() == 1) {
            open_east = now_east;
            open_.push_back(corner);
        } else if (now_east == open_east) {
            cut_side(corner, now_east, triangles);
        } else {
            if (!cut_fan(corner, now_east, triangles)) {
                return false;
            }
            open_east = now_east;
        }
    }
    return east == highest_ && west == highest_ && !below(piece_[highest_].at, open_.back().at) &&
           cut_fan(piece_[highest_], !open_east, triangles);
}

/// The next corner on the side of the open ones: cuts off those between that bulge outwards.
void MonotoneTriangles::cut_side(const Corner& corner, bool east,
                                 std::vector<std::uint32_t>& triangles) {
    Corner between = open_.back();
    open_.pop_back();
    while (!open_.empty()) {
        const Corner& low = open_.back();
        const double turn = orientation(low.at, between.at, corner.at);
        // Corners in one place (rings that touch) bulge nowhere, but would hide those behind them.
        const bool one_place = between.at == corner.at || between.at == low.at;
        if ((east ? turn <= 0 : turn >= 0) && !one_place) {
            break;
        }
        if (east) {
            add(triangles, low.number, between.number, corner.number);
        } else {
            add(triangles, low.number, corner.number, between.number);
        }
        between = low;
        open_.pop_back();
    }
    open_.push_back(between);
    open_.push_back(corner);
}

/// The next corner is on the other side: sees all open ones.
bool MonotoneTriangles::cut_fan(const Corner& corner, bool east,
                                std::vector<std::uint32_t>& triangles) {
    for (std::size_t i = 1; i < open_.size(); ++i) {
        const Corner& low = open_[i - 1];
        const Corner& high = open_[i];
        const double turn = orientation(low.at, corner.at, high.at);
        if (east ? turn < 0 : turn > 0) {
            return false;
        }
        if (east) {
            add(triangles, low.number, corner.number, high.number);
        } else {
            add(triangles, low.number, high.number, corner.number);
        }
    }
    open_.front() = open_.back();
    open_.resize(1);
    open_.push_back(corner);
    return true;
}

}  // namespace miraimap
