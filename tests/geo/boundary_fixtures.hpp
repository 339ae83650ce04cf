// SPDX-License-Identifier: MIT
// Boundary files made at test time: small invented N03 sets, and translations of real ones.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/program.hpp"

namespace miraimap::test {

/// A feature: a square of `size` tenths of a degree with its lower left corner at (x, y) tenths
/// east and north of 139°E 35°N, so that neighbouring squares share edges.
struct Square {
    std::string prefecture, county, name, code;
    int x = 0;
    int y = 0;
    int size = 1;
};

/// Kawasaki and Fukuoka by wards, special wards, two parts of one town, unassigned land, a village
/// of the Northern Territories.
std::vector<Square> small_n03();

std::string as_geojson(const std::vector<Square>& squares);
std::string as_topojson(const std::vector<Square>& squares);

/// GDAL's own translation into another format.
/// @param arguments  of ogr2ogr, e.g. {"-f", "GPKG"}
void translate(const std::filesystem::path& from, const std::filesystem::path& to,
               const std::vector<std::string>& arguments);

/// The embedded boundary set.
std::filesystem::path embedded_boundaries();

/// "english / japanese" message of the Error that reading throws; "" if it throws none.
std::string refusal(const std::filesystem::path& file);

/// Codes of the findings of reading a file, in order.
std::vector<std::string> finding_codes(const std::filesystem::path& file);

}  // namespace miraimap::test
