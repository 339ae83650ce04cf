// SPDX-License-Identifier: MIT
#include "tests/geo/boundary_fixtures.hpp"

#include <fmt/format.h>
#include <gdal_utils.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "geo/error.hpp"
#include "geo/io/boundary_reader.hpp"
#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;

std::string ring_text(const Square& s) {
    const auto point = [](int x, int y) {
        return fmt::format("[{}.{},{}.{}]", 139 + x / 10, x % 10, 35 + y / 10, y % 10);
    };
    return fmt::format("[{},{},{},{},{}]", point(s.x, s.y), point(s.x + s.size, s.y),
                       point(s.x + s.size, s.y + s.size), point(s.x, s.y + s.size),
                       point(s.x, s.y));
}

std::string quoted_or_null(const std::string& text) {
    return text.empty() ? "null" : fmt::format("\"{}\"", text);
}

std::string properties(const Square& s) {
    return fmt::format(R"({{"N03_001":{},"N03_002":null,"N03_003":{},"N03_004":{},"N03_007":{}}})",
                       quoted_or_null(s.prefecture), quoted_or_null(s.county),
                       quoted_or_null(s.name), quoted_or_null(s.code));
}

}  // namespace

std::vector<Square> small_n03() {
    return {
        {"神奈川県", "川崎市", "川崎区", "14131", 0, 0},
        {"神奈川県", "川崎市", "幸区", "14132", 1, 0},
        {"神奈川県", "川崎市", "中原区", "14133", 0, 1},
        {"東京都", "", "千代田区", "13101", 1, 1},
        {"東京都", "", "港区", "13103", 2, 1},
        {"福岡県", "福岡市", "東区", "40131", 4, 4, 2},
        {"福岡県", "福岡市", "博多区", "40132", 6, 4, 2},
        {"兵庫県", "美方郡", "香美町", "28585", 10, 0},
        {"兵庫県", "美方郡", "香美町", "28585", 12, 0},
        {"千葉県", "", "所属未定地", "", 14, 0},
        {"千葉県", "", "所属未定地", "", 15, 3},
        {"北海道", "色丹郡", "色丹村", "01695", 18, 0},
    };
}

std::string as_geojson(const std::vector<Square>& squares) {
    std::string features;
    for (const Square& s : squares) {
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{},"geometry":{{"type":"Polygon","coordinates":[{}]}}}})",
            features.empty() ? "" : ",\n", properties(s), ring_text(s));
    }
    return fmt::format(
        "{{\"type\":\"FeatureCollection\",\"name\":\"N03-21_210101\",\"features\":[\n{}\n]}}\n",
        features);
}

std::string as_topojson(const std::vector<Square>& squares) {
    std::string arcs;
    std::string geometries;
    for (std::size_t i = 0; i < squares.size(); ++i) {
        const char* comma = i == 0 ? "" : ",";
        arcs += fmt::format("{}{}", comma, ring_text(squares[i]));
        geometries += fmt::format(R"({}{{"type":"Polygon","arcs":[[{}]],"properties":{}}})", comma,
                                  i, properties(squares[i]));
    }
    return fmt::format(
        R"({{"type":"Topology","objects":{{"N03-21_210101":{{"type":"GeometryCollection","geometries":[{}]}}}},"arcs":[{}]}})",
        geometries, arcs);
}

void translate(const fs::path& from, const fs::path& to,
               const std::vector<std::string>& arguments) {
    GDALAllRegister();
    std::vector<std::string> words = arguments;
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    GDALVectorTranslateOptions* options = GDALVectorTranslateOptionsNew(pointers.data(), nullptr);
    GDALDatasetH source =
        GDALOpenEx(from.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr);
    ASSERT_TRUE(source != nullptr) << from;
    int failed = 0;
    GDALDatasetH result = GDALVectorTranslate(to.c_str(), nullptr, 1, &source, options, &failed);
    const bool good = result != nullptr && failed == 0;
    GDALClose(result);
    GDALClose(source);
    GDALVectorTranslateOptionsFree(options);
    ASSERT_TRUE(good) << to;
}

fs::path embedded_boundaries() { return root() / "data/boundaries/municipalities.gpkg"; }

std::string refusal(const fs::path& file) {
    try {
        read_boundaries(file);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        EXPECT_NE(error.where().find(file.stem().string()), std::string::npos) << error.where();
        return fmt::format("{} / {}", error.message(Lang::en), error.message(Lang::ja));
    }
    return {};
}

std::vector<std::string> finding_codes(const fs::path& file) {
    std::vector<std::string> codes;
    for (const Finding& finding : read_boundaries(file).findings) {
        codes.push_back(finding.code);
    }
    return codes;
}

}  // namespace miraimap::test
