// SPDX-License-Identifier: MIT
#include "geo/geometry/box_tree.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace miraimap {
namespace {

constexpr std::size_t fan_out = 8;
constexpr double cells = 1024;  ///< of the curve, a side

/// Three numbers of ten bits, bit by bit in turn.
std::uint32_t morton(const std::array<double, 3>& share) {
    std::uint32_t code = 0;
    for (int bit = 9; bit >= 0; --bit) {
        for (const double s : share) {
            const auto cell = static_cast<std::uint32_t>(std::clamp(s, 0.0, 1.0) * (cells - 1));
            code = (code << 1U) | ((cell >> static_cast<unsigned>(bit)) & 1U);
        }
    }
    return code;
}

std::uint32_t place_on_curve(const EarthBox& box, const EarthBox& all) {
    std::array<double, 3> share{};
    for (std::size_t k = 0; k < 3; ++k) {
        const double size = all.high[k] - all.low[k];
        const double middle = (box.low[k] + box.high[k]) / 2;
        share[k] = size > 0 ? (middle - all.low[k]) / size : 0;
    }
    return morton(share);
}

}  // namespace

void EarthBox::add(const EarthBox& other) {
    for (std::size_t k = 0; k < 3; ++k) {
        low[k] = std::min(low[k], other.low[k]);
        high[k] = std::max(high[k], other.high[k]);
    }
}

double apart_squared_m2(const EarthBox& a, const EarthBox& b) {
    double sum = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        const double gap = std::max({a.low[k] - b.high[k], b.low[k] - a.high[k], 0.0});
        sum += gap * gap;
    }
    return sum;
}

BoxTree::BoxTree(const std::vector<EarthBox>& boxes)
    : items_(static_cast<int>(boxes.size())), boxes_(boxes) {
    EarthBox all;
    std::vector<std::pair<std::uint32_t, Node>> order;
    for (const EarthBox& box : boxes) {
        all.add(box);
    }
    for (Node item = 0; item < items_; ++item) {
        if (!box(item).empty()) {
            order.emplace_back(place_on_curve(box(item), all), item);
        }
    }
    std::sort(order.begin(), order.end());
    std::vector<Node> nodes;
    nodes.reserve(order.size());
    for (const auto& [code, item] : order) {
        nodes.push_back(item);
    }
    pack(std::move(nodes));
}

void BoxTree::pack(std::vector<Node> nodes) {
    while (!nodes.empty()) {
        std::vector<Node> above;
        for (std::size_t from = 0; from < nodes.size(); from += fan_out) {
            const std::size_t to = std::min(from + fan_out, nodes.size());
            EarthBox box;
            for (std::size_t i = from; i < to; ++i) {
                box.add(boxes_[static_cast<std::size_t>(nodes[i])]);
            }
            above.push_back(static_cast<Node>(boxes_.size()));
            boxes_.push_back(box);
            children_.emplace_back(nodes.begin() + static_cast<std::ptrdiff_t>(from),
                                   nodes.begin() + static_cast<std::ptrdiff_t>(to));
        }
        if (above.size() == 1) {
            return;
        }
        nodes = std::move(above);
    }
}

std::optional<BoxTree::Node> BoxTree::root() const {
    return children_.empty() ? std::nullopt : std::optional(static_cast<Node>(boxes_.size()) - 1);
}

double BoxTree::Queue::Entry::metres() const { return std::sqrt(apart_squared_m2); }

void BoxTree::Queue::push(Entry entry) {
    entries_.push_back(entry);
    std::push_heap(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return std::pair(b.apart_squared_m2, b.node) < std::pair(a.apart_squared_m2, a.node);
    });
}

BoxTree::Queue::Entry BoxTree::Queue::pop() {
    std::pop_heap(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return std::pair(b.apart_squared_m2, b.node) < std::pair(a.apart_squared_m2, a.node);
    });
    const Entry entry = entries_.back();
    entries_.pop_back();
    return entry;
}

}  // namespace miraimap
