// SPDX-License-Identifier: MIT
#include "shapes/orientation.hpp"

#include <array>
#include <cstddef>

namespace miraimap {

namespace {

/// A value and what rounding took from it: together exact.
struct Exact {
    double value;
    double lost;
};

Exact difference(double a, double b) {
    const double value = a - b;
    const double b_seen = a - value;
    const double a_seen = value + b_seen;
    return {value, (a - a_seen) + (b_seen - b)};
}

Exact sum(double a, double b) {
    const double value = a + b;
    const double b_seen = value - a;
    const double a_seen = value - b_seen;
    return {value, (a - a_seen) + (b - b_seen)};
}

Exact product(double a, double b) {
    const double value = a * b;
    return {value, std::fma(a, b, -value)};
}

/// A sum of few doubles that loses nothing.
class ExactSum {
public:
    void add(double term) {
        for (std::size_t i = 0; i < count_; ++i) {
            const Exact next = sum(term, parts_[i]);
            parts_[i] = next.lost;
            term = next.value;
        }
        parts_[count_++] = term;
    }
    void add(Exact a, Exact b, double sign) {
        for (const double x : {a.value, a.lost}) {
            for (const double y : {b.value, b.lost}) {
                const Exact part = product(x, y);
                add(sign * part.lost);
                add(sign * part.value);
            }
        }
    }
    /// The part that decides the sign: parts grow and do not overlap.
    [[nodiscard]] double leading() const {
        for (std::size_t i = count_; i > 0; --i) {
            if (parts_[i - 1] != 0) {
                return parts_[i - 1];
            }
        }
        return 0;
    }

private:
    std::array<double, 16> parts_{};
    std::size_t count_ = 0;
};

}  // namespace

double exact_orientation(MapPoint a, MapPoint b, MapPoint c) {
    const Exact ax = difference(a.x_m, c.x_m);
    const Exact ay = difference(a.y_m, c.y_m);
    const Exact bx = difference(b.x_m, c.x_m);
    const Exact by = difference(b.y_m, c.y_m);
    if (ax.lost == 0 && ay.lost == 0 && bx.lost == 0 && by.lost == 0) {
        // Points near each other: two products are left. Rounding keeps their order, and where it
        // makes them equal, what it took decides.
        const Exact left = product(ax.value, by.value);
        const Exact right = product(ay.value, bx.value);
        return left.value != right.value ? left.value - right.value : left.lost - right.lost;
    }
    ExactSum turn;
    turn.add(ax, by, 1);
    turn.add(ay, bx, -1);
    return turn.leading();
}

}  // namespace miraimap
