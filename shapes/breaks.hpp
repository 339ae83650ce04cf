// SPDX-License-Identifier: MIT
// Where a range of numbers is cut into classes of a map.
//
// Promises: equal numbers are never split; the classes are ascending, and every number is in
// exactly one. Does not: know colours or names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/text.hpp"

namespace miraimap {

enum class BreakRule : std::uint8_t {
    quantile,  ///< about as many places in each class
    equal,     ///< classes of equal width
    natural,   ///< least spread within the classes (W. D. Fisher, J. Am. Stat. Assoc. 53, 1958)
};
inline constexpr int break_rule_count = 3;
/// "quantile", "equal", "natural".
const std::string& key_of(BreakRule rule);
/// 等数分類, quantiles …
const Text& name_of(BreakRule rule);

/// Upper end of each class (inclusive), ascending; the last is the largest number. Fewer classes
/// than asked for where there are fewer different numbers. Empty without numbers.
/// @param numbers  finite, any order
/// @param classes  at least 1
std::vector<double> class_breaks(std::vector<double> numbers, int classes, BreakRule rule);

/// The class a number belongs to: the first whose upper end is not below it (else the last).
int class_of_number(double number, const std::vector<double>& breaks);

}  // namespace miraimap
