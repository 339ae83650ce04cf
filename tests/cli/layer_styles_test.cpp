// SPDX-License-Identifier: MIT
// The GeoPackage brings its looks along: `layer_styles`, and what QGIS makes of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::string sql(const fs::path& file, const std::string& query) {
    return run_program({"ogrinfo", "-ro", "-q", "-nomd", file.string(), "-sql", query}).out;
}

class LayerStyles : public testing::Test {
protected:
    void SetUp() override {
        const Ran ran = run({"export", file_.string(), "--quiet"});
        ASSERT_EQ(ran.code, 0) << ran.err;
    }
    TemporaryFolder folder_;
    fs::path file_ = folder_ / "styled.gpkg";
};

TEST_F(LayerStyles, TableIsRegisteredWithTheColumnsQgisReads) {
    EXPECT_THAT(sql(file_, "SELECT data_type FROM gpkg_contents WHERE table_name = 'layer_styles'"),
                HasSubstr("= attributes"));
    const std::string columns = sql(file_,
                                    "SELECT sql FROM sqlite_master WHERE name = "
                                    "'layer_styles'");
    for (const char* name :
         {"\"id\" INTEGER PRIMARY KEY", "\"f_table_catalog\" TEXT", "\"f_table_schema\" TEXT",
          "\"f_table_name\" TEXT", "\"f_geometry_column\" TEXT", "\"styleName\" TEXT",
          "\"styleQML\" TEXT", "\"styleSLD\" TEXT", "\"useAsDefault\" BOOLEAN",
          "\"description\" TEXT", "\"owner\" TEXT", "\"ui\" TEXT", "\"update_time\" DATETIME"}) {
        EXPECT_THAT(columns, HasSubstr(name));
    }
}

TEST_F(LayerStyles, EachSpatialLayerHasOneDefaultStyle) {
    EXPECT_THAT(sql(file_,
                    "SELECT count(*) AS n FROM layer_styles AS s JOIN gpkg_geometry_columns "
                    "AS g ON s.f_table_name = g.table_name AND s.f_geometry_column = "
                    "g.column_name WHERE s.useAsDefault AND s.f_table_schema = '' AND "
                    "s.f_table_catalog = '' AND s.update_time = '2022-04-01T00:00:00.000Z'"),
                HasSubstr("n (Integer) = 4"));
    EXPECT_THAT(sql(file_, "SELECT count(*) AS n FROM layer_styles"), HasSubstr("n (Integer) = 4"));
    EXPECT_THAT(sql(file_, "SELECT count(*) AS n FROM gpkg_geometry_columns"),
                HasSubstr("n (Integer) = 4"));
}

TEST_F(LayerStyles, EveryGradeOfTheDataHasItsClassInBothNotations) {
    const std::string grades = sql(file_, "SELECT DISTINCT grade FROM municipalities");
    const std::string style = sql(file_,
                                  "SELECT styleQML, styleSLD FROM layer_styles WHERE "
                                  "f_table_name = 'municipalities'");
    static const std::regex value("grade \\(String\\) = (\\S+)");
    int found = 0;
    for (std::sregex_iterator it(grades.begin(), grades.end(), value), end; it != end; ++it) {
        EXPECT_THAT(style, HasSubstr("value=\"" + (*it)[1].str() + "\" type=\"string\""));
        EXPECT_THAT(style, HasSubstr("<ogc:Literal>" + (*it)[1].str() + "</ogc:Literal>"));
        ++found;
    }
    EXPECT_EQ(found, 5);
    for (const char* expected : {"6,78,116,255", "#064e74", "LinePatternFill", "PointPatternFill",
                                 "horline", "一部のみ選定", "name=\"市区町村\""}) {
        EXPECT_THAT(style, HasSubstr(expected));
    }
}

TEST_F(LayerStyles, QgisOpensItStyled) {
    const std::string python = "/usr/bin/python3";
    if (run_program({python, "-c", "import qgis.core"}).code != 0) {
        GTEST_SKIP() << "python3-qgis is not installed, so QGIS does not look at the file";
    }
    const std::string script = (root() / "tests" / "support" / "qgis_opens.py").string();
    const Ran ran = run_program({python, script, file_.string()},
                                {"HOME=" + folder_.path().string(), "QT_QPA_PLATFORM=offscreen"});
    for (const char* expected :
         {"municipalities features=1742 renderer=categorizedSymbol "
          "classes=direct=1;part=2;prefecture=2;none=1;not_counted=3 labels=1 aliases=15",
          "prefectures features=47 renderer=singleSymbol classes=SimpleFill labels=1 aliases=13",
          "selections features=123 renderer=singleSymbol classes=SimpleMarker labels=0",
          "renderer=singleSymbol classes=SimpleFill+LinePatternFill labels=0",
          "sld read RuleRenderer"}) {
        EXPECT_THAT(ran.out, HasSubstr(expected)) << ran.err;
    }
    for (const std::string grade : {"direct", "prefecture", "none", "not_counted"}) {
        const std::size_t at = ran.out.find("colour " + grade + " ");
        ASSERT_NE(at, std::string::npos) << ran.out << ran.err;
        EXPECT_GT(std::stoi(ran.out.substr(at + 8 + grade.size())), 30) << grade;
    }
}

}  // namespace
}  // namespace miraimap::test
