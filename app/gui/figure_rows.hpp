// SPDX-License-Identifier: MIT
// Figures as the details show them: large numbers over their labels, and rows of bars.
//
// Promises: draws what it is handed; counts nothing.
#pragma once

#include <string>
#include <vector>

#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// Two large numbers with their labels, side by side.
void figure_row(const Ui& ui, const std::string& number_a, const std::string& label_a,
                const std::string& number_b, const std::string& label_b);

struct FigureBar {
    std::string name;
    int count = 0;       ///< the length of the bar, among the others
    std::string number;  ///< what stands at its end; empty: the count
};
/// One row a bar: name, bar, number.
void figure_bars(const Ui& ui, const std::vector<FigureBar>& bars);

}  // namespace miraimap::gui
