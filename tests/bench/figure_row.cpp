// SPDX-License-Identifier: MIT
#include "tests/bench/figure_row.hpp"

#include <fmt/format.h>

#include <iostream>

namespace miraimap::bench {

void row(const std::string& what, const std::string& measured, const std::string& baseline,
         double figure, double target, const std::string& unit) {
    std::cout << fmt::format("{}\t{}\t{}\t{:.4g} {}\t<= {:.6g} {}\t{}\n", what, measured, baseline,
                             figure, unit, target, unit, figure <= target ? "met" : "NOT MET")
              << std::flush;
}

std::string in_ms(double ms) { return fmt::format("{:.1f} ms", ms); }

}  // namespace miraimap::bench
