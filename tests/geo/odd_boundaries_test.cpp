// SPDX-License-Identifier: MIT
// Boundary files with a few rings that are not right: the rest is read, and the findings say what
// and where.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/io/boundary_reader.hpp"
#include "tests/geo/boundary_fixtures.hpp"

namespace miraimap {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class OddBoundaries : public testing::Test {
protected:
    /// Three towns side by side, the first one with this geometry.
    fs::path with_first(const std::string& geometry) {
        std::string text = test::as_geojson({{"奈良県", "生駒郡", "斑鳩町", "29344", 0, 0},
                                             {"奈良県", "生駒郡", "安堵町", "29345", 1, 0},
                                             {"奈良県", "", "大和郡山市", "29203", 2, 0}});
        const std::size_t at = text.find("\"geometry\":") + 11;
        text.replace(at, text.find("]]]}", at) + 4 - at, geometry);
        const fs::path file = folder_ / "N03-21_210101.geojson";
        test::write_text(file, text);
        return file;
    }
    static std::string polygon(const std::string& points) {
        return R"({"type":"Polygon","coordinates":[[)" + points + "]]}";
    }
    static const MultiPolygon& shape_of(const BoundarySet& set, const std::string& code) {
        return set.mosaic.shapes.at(static_cast<std::size_t>(set.catalogue.find(code).value()));
    }
    test::TemporaryFolder folder_;
};

TEST_F(OddBoundaries, ABowTieWithEqualLobesIsKeptAndReportedAsUnclean) {
    const BoundarySet set =
        read_boundaries(with_first(polygon("[139,35],[139.1,35.1],[139.1,35],[139,35.1],[139,35]")),
                        {.geometry = true, .validity = true});
    EXPECT_EQ(shape_of(set, "29344").size(), 1U);
    ASSERT_EQ(set.findings.size(), 1U);
    EXPECT_EQ(set.findings[0].code, "ring-self-intersection");
}

TEST_F(OddBoundaries, ARingOnOneLineIsLeftOut) {
    for (const char* points : {"[139,35],[139.5,35.5],[139.25,35.25],[139,35]",
                               "[139,35],[139.1,35],[139.2,35],[139.1,35],[139,35]"}) {
        const BoundarySet set = read_boundaries(with_first(polygon(points)));
        EXPECT_TRUE(shape_of(set, "29344").empty()) << points;
        ASSERT_EQ(set.findings.size(), 1U);
        EXPECT_EQ(set.findings[0].code, "ring-too-short");
    }
}

TEST_F(OddBoundaries, SurfacesAndCurvePolygonsAreReadLikePolygons) {
    const fs::path plain = folder_ / "N03-21_210101.geojson";
    test::write_text(plain, test::as_geojson(test::small_n03()));
    const BoundarySet expected = read_boundaries(plain);
    for (const char* type : {"MULTISURFACE", "CURVEPOLYGON"}) {
        const fs::path file = folder_ / (std::string(type) + ".gpkg");
        test::translate(plain, file, {"-f", "GPKG", "-nlt", type, "-a_srs", "EPSG:6668"});
        const BoundarySet set = read_boundaries(file);
        EXPECT_TRUE(set.findings.empty()) << type;
        EXPECT_EQ(set.mosaic.shapes, expected.mosaic.shapes) << type;
    }
}

}  // namespace
}  // namespace miraimap
