// SPDX-License-Identifier: MIT
#include "geo/io/boundary_crs.hpp"

#include <array>
#include <string_view>

#include "geo/io/boundary_file.hpp"

namespace miraimap {
namespace {

struct Known {
    std::string_view crs;
    std::array<std::string_view, 2> codes;      // two- and three-dimensional
    std::array<std::string_view, 3> spellings;  // of the name, as in .prj files
};

constexpr std::array<Known, 3> known{{
    {"EPSG:6668", {"6668", "6667"}, {"JGD2011", "JGD_2011", "Japanese_Geodetic_Datum_2011"}},
    {"EPSG:4612", {"4612", "4947"}, {"JGD2000", "JGD_2000", "Japanese_Geodetic_Datum_2000"}},
    {"EPSG:4326", {"4326", "4979"}, {"WGS 84", "WGS_1984", "WGS_84"}},
}};

const Text conversion{
    "EPSG:6668 に変換する（例: ogr2ogr -t_srs EPSG:6668 boundaries.gpkg 入力ファイル）",
    "convert it to EPSG:6668 (e.g. ogr2ogr -t_srs EPSG:6668 boundaries.gpkg INPUT)"};

}  // namespace

std::string accepted_crs(OGRSpatialReferenceH srs, const std::string& where) {
    if (srs == nullptr) {
        return {};
    }
    const char* given = OSRGetName(srs);
    const std::string name = given != nullptr ? given : "?";
    if (name == "Undefined geographic SRS" || name == "Undefined Cartesian SRS") {
        return {};  // a GeoPackage that states none
    }
    if (OSRIsGeographic(srs) == 0) {
        refuse_boundary_file(
            where,
            {"座標参照系が経緯度ではない（" + name + "）",
             "its coordinate reference system is not longitude/latitude (" + name + ")"},
            conversion);
    }
    const char* authority = OSRGetAuthorityName(srs, nullptr);
    const char* number = OSRGetAuthorityCode(srs, nullptr);
    const bool epsg =
        authority != nullptr && number != nullptr && std::string_view(authority) == "EPSG";
    for (const Known& candidate : known) {
        for (const std::string_view code : candidate.codes) {
            if (epsg && code == number) {
                return std::string(candidate.crs);
            }
        }
        for (const std::string_view spelling : candidate.spellings) {
            if (!epsg && name.find(spelling) != std::string::npos) {
                return std::string(candidate.crs);
            }
        }
    }
    if (authority != nullptr && number != nullptr && std::string_view(number) == "CRS84") {
        return "EPSG:4326";
    }
    refuse_boundary_file(where,
                         {"測地系が JGD2011・JGD2000・WGS 84 のどれでもない（" + name + "）",
                          "its datum is none of JGD2011, JGD2000 and WGS 84 (" + name + ")"},
                         conversion);
}

}  // namespace miraimap
