// SPDX-License-Identifier: MIT
// A tree over boxes in Earth-centred metres: what is nearest, without looking at everything.
//
// Boxes are put in the order of a space-filling curve (Morton) and packed in runs, run over run, so
// that building is a sort and the same boxes give the same tree. Promises: items come out in the
// order of how far their boxes are apart at least; empty boxes are in no answer. Does not: know
// what the boxes stand for; the caller measures what is inside.
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace miraimap {

/// An axis-parallel box in metres from the Earth's centre; empty until the first `add`.
struct EarthBox {
    std::array<double, 3> low{std::numeric_limits<double>::infinity(),
                              std::numeric_limits<double>::infinity(),
                              std::numeric_limits<double>::infinity()};
    std::array<double, 3> high{-std::numeric_limits<double>::infinity(),
                               -std::numeric_limits<double>::infinity(),
                               -std::numeric_limits<double>::infinity()};
    [[nodiscard]] bool empty() const { return low[0] > high[0]; }
    void add(const EarthBox& other);
};

/// Squared distance between two boxes in m²; 0 where they overlap, infinite for an empty one.
double apart_squared_m2(const EarthBox& a, const EarthBox& b);

class BoxTree {
public:
    /// A node: an item (0 .. items - 1, as numbered by the caller) or an inner one (from `items`
    /// on).
    using Node = int;

    explicit BoxTree(const std::vector<EarthBox>& boxes);

    /// Nothing if no box held anything.
    [[nodiscard]] std::optional<Node> root() const;
    [[nodiscard]] bool is_item(Node node) const { return node < items_; }
    [[nodiscard]] const EarthBox& box(Node node) const {
        return boxes_[static_cast<std::size_t>(node)];
    }
    /// Nodes below an inner node.
    [[nodiscard]] const std::vector<Node>& children(Node node) const {
        return children_[static_cast<std::size_t>(node - items_)];
    }
    /// All nodes: items and inner ones.
    [[nodiscard]] std::size_t size() const { return boxes_.size(); }

    /// Goes through the items by how far their boxes are from `from` at least, until `visit`
    /// answers false.
    /// @param visit  (item, at_least_m) -> true to go on
    template <typename Visit>
    void each_from(const EarthBox& from, const Visit& visit) const {
        Queue open;
        if (const std::optional<Node> top = root()) {
            open.push({apart_squared_m2(from, box(*top)), *top});
        }
        while (!open.empty()) {
            const Queue::Entry next = open.pop();
            if (is_item(next.node)) {
                if (!visit(next.node, next.metres())) {
                    return;
                }
                continue;
            }
            for (const Node child : children(next.node)) {
                open.push({apart_squared_m2(from, box(child)), child});
            }
        }
    }

private:
    /// Nearest first, then by node.
    class Queue {
    public:
        struct Entry {
            double apart_squared_m2;
            Node node;
            [[nodiscard]] double metres() const;
        };
        void push(Entry entry);
        Entry pop();
        [[nodiscard]] bool empty() const { return entries_.empty(); }

    private:
        std::vector<Entry> entries_;
    };

    void pack(std::vector<Node> nodes);

    int items_;
    std::vector<EarthBox> boxes_;  ///< of items, then of inner nodes
    std::vector<std::vector<Node>> children_;
};

}  // namespace miraimap
