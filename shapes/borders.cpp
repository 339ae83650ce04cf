// SPDX-License-Identifier: MIT
#include "shapes/borders.hpp"

#include <bit>
#include <cstddef>

namespace miraimap {

namespace {

constexpr std::int32_t no_edge = -1;
constexpr int coast = -1;
constexpr int inside = -2;  ///< both sides belong to one municipality

/// All directed edges, ring after ring, each with its opposite if there is one.
class EdgeTable {
public:
    explicit EdgeTable(const std::vector<NumberedRing>& rings) {
        std::size_t count = 0;
        for (const NumberedRing& ring : rings) {
            count += ring.vertices.size();
        }
        from_.reserve(count);
        to_.reserve(count);
        owner_.reserve(count);
        twin_.assign(count, no_edge);
        slots_.assign(std::bit_ceil(count * 2 + 1), no_edge);
        for (const NumberedRing& ring : rings) {
            const std::size_t n = ring.vertices.size();
            for (std::size_t i = 0; i < n; ++i) {
                add(ring.vertices[i], ring.vertices[i + 1 == n ? 0 : i + 1], ring.municipality);
            }
        }
    }

    /// What lies right of an edge: a municipality, `coast` or `inside`.
    [[nodiscard]] int right_of(std::size_t edge) const {
        const std::int32_t twin = twin_[edge];
        if (twin == no_edge) {
            return coast;
        }
        const int other = owner_[static_cast<std::size_t>(twin)];
        return other == owner_[edge] ? inside : other;
    }

private:
    [[nodiscard]] std::size_t slot_of(std::uint32_t a, std::uint32_t b) const {
        std::uint64_t key = (std::uint64_t{a} << 32U) | b;
        key *= 0x9E3779B97F4A7C15U;
        key ^= key >> 29U;
        return static_cast<std::size_t>(key) & (slots_.size() - 1);
    }

    void add(std::uint32_t a, std::uint32_t b, int owner) {
        const auto edge = static_cast<std::int32_t>(from_.size());
        from_.push_back(a);
        to_.push_back(b);
        owner_.push_back(owner);
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t s = slot_of(b, a); slots_[s] != no_edge; s = (s + 1) & mask) {
            const auto other = static_cast<std::size_t>(slots_[s]);
            if (from_[other] == b && to_[other] == a && twin_[other] == no_edge) {
                twin_[other] = edge;
                twin_[static_cast<std::size_t>(edge)] = slots_[s];
                return;
            }
        }
        std::size_t s = slot_of(a, b);
        while (slots_[s] != no_edge) {
            s = (s + 1) & mask;
        }
        slots_[s] = edge;
    }

    std::vector<std::uint32_t> from_;
    std::vector<std::uint32_t> to_;
    std::vector<int> owner_;
    std::vector<std::int32_t> twin_;
    std::vector<std::int32_t> slots_;
};

/// Cuts one ring where its neighbour changes and adds the pieces that this ring owns.
class RingCutter {
public:
    RingCutter(const EdgeTable& edges, const std::vector<MapPoint>& points,
               const std::vector<int>& prefecture_of, std::vector<BorderLine>& lines)
        : edges_(edges), points_(points), prefecture_of_(prefecture_of), lines_(lines) {}

    void cut(const NumberedRing& ring, std::size_t first_edge) {
        const std::size_t n = ring.vertices.size();
        if (n == 0) {
            return;
        }
        right_.resize(n);
        for (std::size_t i = 0; i < n; ++i) {
            right_[i] = edges_.right_of(first_edge + i);
        }
        std::size_t start = 0;
        while (start < n && right_[start] == right_[start == 0 ? n - 1 : start - 1]) {
            ++start;
        }
        if (start == n) {  // one neighbour all around
            start = 0;
        }
        for (std::size_t done = 0; done < n;) {
            const std::size_t begin = (start + done) % n;
            std::size_t length = 1;
            while (done + length < n && right_[(begin + length) % n] == right_[begin]) {
                ++length;
            }
            add_line(ring, begin, length);
            done += length;
        }
    }

private:
    void add_line(const NumberedRing& ring, std::size_t begin, std::size_t length) {
        const int right = right_[begin];
        const bool owned = right == coast || right > ring.municipality;
        if (!owned) {
            return;
        }
        const std::size_t n = ring.vertices.size();
        BorderLine line;
        line.left = ring.municipality;
        line.right = right;
        line.from = ring.vertices[begin];
        line.to = ring.vertices[(begin + length) % n];
        line.between_prefectures =
            right >= 0 && prefecture_of_[static_cast<std::size_t>(line.left)] !=
                              prefecture_of_[static_cast<std::size_t>(right)];
        line.points.reserve(length + 1);
        for (std::size_t k = 0; k <= length; ++k) {
            line.points.push_back(points_[ring.vertices[(begin + k) % n]]);
        }
        lines_.push_back(std::move(line));
    }

    const EdgeTable& edges_;
    const std::vector<MapPoint>& points_;
    const std::vector<int>& prefecture_of_;
    std::vector<BorderLine>& lines_;
    std::vector<int> right_;
};

}  // namespace

std::vector<BorderLine> find_border_lines(const std::vector<NumberedRing>& rings,
                                          const std::vector<MapPoint>& points,
                                          const std::vector<int>& prefecture_of) {
    const EdgeTable edges(rings);
    std::vector<BorderLine> lines;
    RingCutter cutter(edges, points, prefecture_of, lines);
    std::size_t first_edge = 0;
    for (const NumberedRing& ring : rings) {
        cutter.cut(ring, first_edge);
        first_edge += ring.vertices.size();
    }
    return lines;
}

}  // namespace miraimap
