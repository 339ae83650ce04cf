// SPDX-License-Identifier: MIT
// Painted maps against kept pictures. New pictures are made with the command in each test.
#include <gtest/gtest.h>

#include <cstdlib>

#include "tests/support/pictures.hpp"
#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

void expect_picture(const std::string& baseline, std::vector<std::string> options) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / baseline;
    std::vector<std::string> command{"render", file.string(), "--size", "800x500", "--quiet"};
    command.insert(command.end(), options.begin(), options.end());
    ASSERT_EQ(run(command).code, 0);
    // Fonts differ a little between Debian's updates; a missing layer differs by far more.
    constexpr double tolerance = 0.03;
    EXPECT_LT(picture_difference(root() / "tests" / "images" / baseline, file), tolerance)
        << baseline;
}

TEST(Picture, TheNationalMapLooksAsKept) { expect_picture("national-ja.png", {}); }

TEST(Picture, OnePrefectureInTheDarkThemeLooksAsKept) {
    expect_picture("nara-en.png", {"--prefecture", "奈良県", "--lang", "en", "--theme", "dark"});
}

TEST(Picture, TechnologiesInStripesLookAsKept) {
    expect_picture("kanto-technology-ja.png",
                   {"--colour", "technology", "--prefecture", "埼玉,千葉,東京,神奈川"});
}

TEST(Picture, GrantsAsCirclesLookAsKept) {
    expect_picture("granted-en.png", {"--colour", "granted", "--lang", "en", "--theme", "dark"});
}

TEST(Picture, FirstYearsLookAsKept) {
    expect_picture("first-year-ja.png", {"--colour", "first-year"});
}

TEST(Picture, APrefectureInItsPlaneRectangularZoneLooksAsKept) {
    expect_picture("tokyo-zone-9-ja.png", {"--map-crs", "EPSG:6677", "--prefecture", "東京都"});
}

TEST(Picture, AFilterChangesThePicture) {
    const TemporaryFolder folder;
    ASSERT_EQ(
        run({"render", (folder / "a.png").string(), "--size", "800x500", "--year", "H30"}).code, 0);
    EXPECT_GT(picture_difference(root() / "tests" / "images" / "national-ja.png", folder / "a.png"),
              0.03);
}

}  // namespace
}  // namespace miraimap::test
