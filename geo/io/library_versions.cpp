// SPDX-License-Identifier: MIT
#include "geo/io/library_versions.hpp"

#include <gdal.h>
#include <geos_c.h>
#include <proj.h>

namespace miraimap {

std::vector<std::pair<std::string, std::string>> library_versions() {
    return {{"GDAL", GDALVersionInfo("RELEASE_NAME")},
            {"PROJ", proj_info().version},
            {"GEOS", GEOSversion()}};
}

}  // namespace miraimap
