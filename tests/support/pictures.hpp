// SPDX-License-Identifier: MIT
// Comparing pictures with ImageMagick.
#pragma once

#include <filesystem>

namespace miraimap::test {

/// Share of difference (0..1) between two pictures: root mean square over all pixels. 1 if they
/// cannot be compared.
double picture_difference(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace miraimap::test
