// SPDX-License-Identifier: MIT
// What the classes of the further map modes look like: programmes, technologies, counts, years.
//
// Promises: within one mode every two fills differ for the three kinds of colour blindness
// (tested), and each named class has a hatch or a short symbol of its own as a second channel.
#pragma once

#include <vector>

#include "geo/select/selection.hpp"
#include "shapes/style.hpp"

namespace miraimap {

/// One class a programme, in the order of the enum; its symbol is the mark the slides print.
const std::vector<ClassStyle>& programme_classes(Theme theme);
/// One class a technology, in the order of the enum.
const std::vector<ClassStyle>& technology_classes(Theme theme);
/// Looks for years from the newest to the oldest, without keys and names: lightness in order, and a
/// hatch of its own for each between the two ends.
const std::vector<ClassStyle>& year_classes(Theme theme);
/// Several programmes or technologies in one place (painters show their stripes instead).
const ClassStyle& several_class(Theme theme);
/// Selected, but the slides print no technology for it.
const ClassStyle& not_printed_class(Theme theme);
/// Places that an ambiguous area text may mean.
const ClassStyle& unresolved_class(Theme theme);
/// Selected only in earlier years that are not printed.
const ClassStyle& earlier_class(Theme theme);
/// Steps for the number of selections: 1, 2, 3, 4 or more.
std::vector<Colour> count_steps(Theme theme);

/// A few letters that stand for a programme or technology where colour is not enough: the printed
/// mark ☆ □ ○ ● ■, 自 ド AI …
const Text& symbol_of(Programme programme);
const Text& symbol_of(Technology technology);

}  // namespace miraimap
