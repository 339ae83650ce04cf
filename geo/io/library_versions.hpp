// SPDX-License-Identifier: MIT
// Versions of the geographic libraries at work, for a record of how a file was made.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace miraimap {

/// Name and version of GDAL, PROJ and GEOS as loaded (not as compiled against).
std::vector<std::pair<std::string, std::string>> library_versions();

}  // namespace miraimap
