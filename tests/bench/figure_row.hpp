// SPDX-License-Identifier: MIT
// One line of a table of figures, and the clock behind it.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>

namespace miraimap::bench {

/// Prints "what, measured, baseline, figure, target, verdict" with tabs between.
/// @param figure  is met where it is at most `target`
void row(const std::string& what, const std::string& measured, const std::string& baseline,
         double figure, double target, const std::string& unit = "x");

/// "12.3 ms"
std::string in_ms(double ms);

template <typename Act>
double elapsed_ms(const Act& act) {
    const auto from = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from)
        .count();
}

/// Least time of some runs in ms: what is left when nothing else disturbs.
template <typename Act>
double least_ms(int rounds, const Act& act) {
    double least = 1e300;
    for (int i = 0; i < rounds; ++i) {
        least = std::min(least, elapsed_ms(act));
    }
    return least;
}

}  // namespace miraimap::bench
