// SPDX-License-Identifier: MIT
// Says inside a PNG how large it is on paper.
#pragma once

#include <string>

namespace miraimap {

/// Adds the pHYs chunk (W3C PNG specification, 11.3.5.3) behind the header chunk, so that programs
/// place and print the picture at its size.
/// @param png  a whole PNG file without pHYs
std::string with_density(const std::string& png, double dots_per_inch);

}  // namespace miraimap
