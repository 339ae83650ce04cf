// SPDX-License-Identifier: MIT
#include "geo/geometry/vertex_numbers.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace miraimap {
namespace {

constexpr std::uint32_t unused = 0xFFFFFFFFU;
constexpr std::size_t least_slots = 16;
/// Slots are fetched this many positions ahead: large sets do not fit into the processor's cache.
constexpr std::size_t ahead = 8;

std::uint64_t hash_of(LonLat p) {
    // Adding zero makes -0.0 and 0.0 the same bits, as they are the same number.
    std::uint64_t h = std::bit_cast<std::uint64_t>(p.lon + 0.0) * 0x9E3779B97F4A7C15U;
    h ^= std::rotl(std::bit_cast<std::uint64_t>(p.lat + 0.0) * 0xC2B2AE3D27D4EB4FU, 31);
    h ^= h >> 32U;
    h *= 0xD6E8FEB86659FD93U;
    return h ^ (h >> 32U);
}

}  // namespace

VertexNumbers::VertexNumbers(std::size_t most)
    : slots_(std::bit_ceil(std::max(most + most / 2, least_slots)), unused),
      mask_(slots_.size() - 1) {}

std::size_t VertexNumbers::slot_of(LonLat p) const {
    return static_cast<std::size_t>(hash_of(p)) & mask_;
}

std::uint32_t VertexNumbers::number_of(LonLat p) {
    std::size_t s = slot_of(p);
    while (slots_[s] != unused && !(positions_[slots_[s]] == p)) {
        s = (s + 1) & mask_;
    }
    if (slots_[s] == unused) {
        slots_[s] = static_cast<std::uint32_t>(positions_.size());
        positions_.push_back(p);
    }
    return slots_[s];
}

void VertexNumbers::number(const Ring& ring, std::vector<std::uint32_t>& numbers) {
    // A shared border is followed backwards by the second neighbour: the guess saves the search.
    std::uint32_t last = unused;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (i + ahead < ring.size()) {
            __builtin_prefetch(&slots_[slot_of(ring[i + ahead])]);
        }
        if (last != unused && last > 0 && positions_[last - 1] == ring[i]) {
            --last;
        } else {
            last = number_of(ring[i]);
        }
        numbers.push_back(last);
    }
}

std::vector<LonLat> VertexNumbers::take_positions() {
    slots_ = {};
    return std::exchange(positions_, {});
}

}  // namespace miraimap
