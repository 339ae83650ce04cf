// SPDX-License-Identifier: MIT
// Each format of `export` keeps its own rules, holds the same columns, and says what it cannot
// hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

const std::vector<std::string>& layer_names() {
    static const std::vector<std::string> all{"municipalities", "prefectures", "selections",
                                              "gap_regions", "selection_areas"};
    return all;
}

Ran export_layer(const fs::path& file, const std::string& layer,
                 const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"export", file.string(), "--layer", layer, "--lang", "en"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
}

/// Names of the columns that GDAL finds, in order.
std::vector<std::string> columns_of(const fs::path& file, const std::string& layer) {
    static const std::regex column("^([A-Za-z0-9_]+): [A-Za-z]+(\\(.*\\))? \\(");
    std::vector<std::string> names;
    for (const std::string& line :
         lines(run_program({"ogrinfo", "-ro", "-so", file.string(), layer}).out)) {
        std::smatch found;
        if (std::regex_search(line, found, column) && found[1] != "Geometry") {
            names.push_back(found[1]);
        }
    }
    return names;
}

/// All rows as GDAL reads them, without geometry, in the order of their text.
std::vector<std::string> rows_of(const fs::path& file, const std::string& layer) {
    const Ran ran = run_program({"ogr2ogr", "-f", "CSV", "/vsistdout/", file.string(), layer});
    std::vector<std::string> rows = lines(ran.out);
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// The table in docs/formats.md: full name and name in a Shapefile.
std::map<std::string, std::string> documented_short_names() {
    static const std::regex row("^\\| `([a-z0-9_]+)` \\| `([a-z0-9_]+)` \\|");
    std::map<std::string, std::string> names;
    for (const std::string& line : lines(read_text(root() / "docs" / "formats.md"))) {
        std::smatch found;
        if (std::regex_search(line, found, row)) {
            names[found[1]] = found[2];
        }
    }
    return names;
}

TEST(Formats, EveryFormatHasTheSameColumnsInTheSameOrder) {
    const TemporaryFolder folder;
    const std::map<std::string, std::string> short_names = documented_short_names();
    const fs::path package = folder / "all.gpkg";
    ASSERT_EQ(run({"export", package.string()}).code, 0);
    for (const std::string& layer : layer_names()) {
        const std::vector<std::string> expected = columns_of(package, layer);
        EXPECT_GE(expected.size(), 6U) << layer;
        for (const std::string ending : {".geojson", ".fgb", ".shp", ".csv"}) {
            const fs::path file = folder / (layer + ending);
            if (ending == ".fgb" && layer == "selection_areas") {
                continue;  // a table, refused: see below
            }
            const Ran ran = export_layer(file, layer);
            ASSERT_EQ(ran.code, 0) << ran.err;
            std::vector<std::string> names = expected;
            if (ending == ".shp") {
                for (std::string& name : names) {
                    const auto it = short_names.find(name);
                    if (it != short_names.end()) {
                        EXPECT_THAT(ran.err, HasSubstr(name + "→" + it->second));
                        name = it->second;
                    }
                    EXPECT_LE(name.size(), 10U) << name;
                }
                EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size()) << layer;
            }
            if (ending == ".csv") {
                EXPECT_EQ(csv_rows(read_text(file)).at(0), expected) << layer;
            } else {
                EXPECT_EQ(columns_of(file, layer), names) << layer << ending;
            }
        }
    }
}

TEST(Formats, EveryFormatHoldsTheSameRows) {
    const TemporaryFolder folder;
    const fs::path package = folder / "all.gpkg";
    ASSERT_EQ(run({"export", package.string()}).code, 0);
    for (const std::string& layer : layer_names()) {
        const std::vector<std::string> expected = rows_of(package, layer);
        EXPECT_GT(expected.size(), 30U);
        ASSERT_EQ(export_layer(folder / (layer + ".geojson"), layer).code, 0);
        EXPECT_EQ(rows_of(folder / (layer + ".geojson"), layer), expected) << layer;
        if (layer == "municipalities" || layer == "prefectures" || layer == "gap_regions") {
            ASSERT_EQ(export_layer(folder / (layer + ".fgb"), layer).code, 0);
            EXPECT_EQ(rows_of(folder / (layer + ".fgb"), layer), expected) << layer;
        }
        ASSERT_EQ(export_layer(folder / (layer + ".csv"), layer).code, 0);
        EXPECT_EQ(csv_rows(read_text(folder / (layer + ".csv"))).size(), expected.size());
        ASSERT_EQ(export_layer(folder / (layer + ".shp"), layer).code, 0);
        EXPECT_EQ(rows_of(folder / (layer + ".shp"), layer).size(), expected.size()) << layer;
    }
}

double signed_area(const nlohmann::json& ring) {
    double twice = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        twice += ring[i][0].get<double>() * ring[i + 1][1].get<double>() -
                 ring[i + 1][0].get<double>() * ring[i][1].get<double>();
    }
    return twice / 2;
}

TEST(Formats, GeoJsonFollowsRfc7946) {
    const TemporaryFolder folder;
    const fs::path file = folder / "m.geojson";
    ASSERT_EQ(export_layer(file, "municipalities").code, 0);
    const std::string text = read_text(file);
    const auto json = nlohmann::json::parse(text);
    EXPECT_FALSE(json.contains("crs"));
    EXPECT_EQ(json.at("type"), "FeatureCollection");
    ASSERT_EQ(json.at("features").size(), 1742U);
    int holes = 0;
    for (const auto& feature : json["features"]) {
        // GDAL writes a MultiPolygon of one polygon as that polygon.
        const auto& coordinates = feature["geometry"]["coordinates"];
        const bool one = feature["geometry"]["type"] == "Polygon";
        for (const auto& polygon : one ? nlohmann::json::array({coordinates}) : coordinates) {
            for (std::size_t r = 0; r < polygon.size(); ++r) {
                EXPECT_EQ(polygon[r].front(), polygon[r].back());
                holes += r > 0 ? 1 : 0;
                // Right-hand rule: shells counter-clockwise, holes clockwise.
                EXPECT_EQ(signed_area(polygon[r]) > 0, r == 0) << feature["properties"]["code"];
                EXPECT_GT(polygon[r][0][0].get<double>(), 120);
                EXPECT_LT(polygon[r][0][1].get<double>(), 50);
            }
        }
    }
    EXPECT_GT(holes, 0);
    const std::size_t coordinates = text.find("\"coordinates\"");
    EXPECT_FALSE(std::regex_search(text.begin() + static_cast<long>(coordinates),
                                   text.begin() + static_cast<long>(coordinates) + 20000,
                                   std::regex("\\[ [0-9]+\\.[0-9]{8,}")));
}

TEST(Formats, GeoJsonRefusesAnotherCrsInsteadOfIgnoringIt) {
    const TemporaryFolder folder;
    const Ran ran = export_layer(folder / "m.geojson", "municipalities", {"--crs", "EPSG:3857"});
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("RFC 7946"));
    EXPECT_TRUE(fs::is_empty(folder.path()));
    EXPECT_EQ(export_layer(folder / "m.geojson", "municipalities", {"--crs", "4326"}).code, 0);
}

TEST(Formats, AShapefileIsUtf8AndSaysWhatItCannotHold) {
    const TemporaryFolder folder;
    Ran ran = export_layer(folder / "gaps.shp", "gap_regions");
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(read_text(folder / "gaps.cpg"), "UTF-8");
    EXPECT_THAT(ran.err, HasSubstr("shapefile-text-cut gap_regions:codes: 2 texts were cut"));
    int cut = 0;
    const Ran csv =
        run_program({"ogr2ogr", "-f", "CSV", "/vsistdout/", (folder / "gaps.shp").string()});
    constexpr std::size_t codes = 5;
    for (const auto& row : csv_rows(csv.out)) {
        EXPECT_LE(row.at(codes).size(), 254U);
        if (row.at(codes).ends_with("…")) {
            EXPECT_TRUE(row.at(codes).ends_with(";…")) << "cut inside a code: " << row.at(codes);
            ++cut;
        }
    }
    EXPECT_EQ(cut, 2);
    // The same each day: the .dbf states the date of the data.
    EXPECT_THAT(run_program({"ogrinfo", "-ro", "-so", "-al", (folder / "gaps.shp").string()}).out,
                HasSubstr("DBF_DATE_LAST_UPDATE=2022-04-01"));

    ran = export_layer(folder / "points.shp", "selections");
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(run_program({"ogrinfo", "-ro", "-so", "-al", (folder / "points.shp").string()}).out,
                HasSubstr("Geometry: Multi Point"));
    ran = export_layer(folder / "table.shp", "selection_areas");
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.err, HasSubstr("shapefile-without-shapes"));
    EXPECT_THAT(run_program({"ogrinfo", "-ro", "-so", "-al", (folder / "table.shp").string()}).out,
                HasSubstr("Feature Count: 135"));
}

TEST(Formats, FlatGeobufLeavesNothingOutSilently) {
    const TemporaryFolder folder;
    Ran ran = export_layer(folder / "s.fgb", "selections");
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.err, HasSubstr("feature-without-geometry selections: smartcity-R3-45"));
    EXPECT_EQ(rows_of(folder / "s.fgb", "selections").size(), 1U + 122U);
    ran = export_layer(folder / "t.fgb", "selection_areas");
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("no geometry"));
    EXPECT_FALSE(fs::exists(folder / "t.fgb"));
}

TEST(Formats, CsvForExcelHasAByteOrderMarkAndPlainCsvHasNone) {
    const TemporaryFolder folder;
    ASSERT_EQ(export_layer(folder / "plain.csv", "municipalities").code, 0);
    ASSERT_EQ(export_layer(folder / "excel.csv", "municipalities", {"--for-excel"}).code, 0);
    const std::string plain = read_text(folder / "plain.csv");
    std::string excel = read_text(folder / "excel.csv");
    EXPECT_TRUE(plain.starts_with("code,name,"));
    EXPECT_EQ(plain.find('\r'), std::string::npos);
    ASSERT_TRUE(excel.starts_with("\xEF\xBB\xBF"));
    excel.erase(0, 3);
    std::erase(excel, '\r');
    EXPECT_EQ(excel, plain);
    const Ran ran = export_layer(folder / "x.gpkg", "municipalities", {"--for-excel"});
    EXPECT_EQ(ran.code, 2);
    EXPECT_THAT(ran.err, HasSubstr("--for-excel"));
}

/// What Excel makes of a CSV that is opened and saved again: numbers lose their leading zeros.
std::string through_excel(const std::string& text) {
    std::string saved;
    for (const auto& row : csv_rows(text)) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string cell = row[i];
            if (!cell.empty() && cell.back() == '\r') {
                cell.pop_back();
            }
            const bool digits =
                !cell.empty() && cell.find_first_not_of("0123456789") == std::string::npos;
            if (digits && cell.size() > 1) {
                cell.erase(0, std::min(cell.find_first_not_of('0'), cell.size() - 1));
            }
            saved += (i == 0 ? "" : ",") + cell;
        }
        saved += "\r\n";
    }
    return saved;
}

TEST(Formats, CodesThatExcelStrippedOfTheirZerosStillJoin) {
    const TemporaryFolder folder;
    const fs::path file = folder / "excel.csv";
    ASSERT_EQ(export_layer(file, "municipalities", {"--for-excel"}).code, 0);
    const auto outcomes = [&] {
        const Ran ran =
            run({"join", "--table", file.string(), "--figure", "area_km2", "--format", "csv"});
        EXPECT_EQ(ran.code, 0) << ran.err;
        const auto rows = csv_rows(ran.out);
        const auto at = [&](const std::string& name) {
            return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), name) -
                                            rows[0].begin());
        };
        std::string all;
        for (const auto& row : rows) {
            all += row.at(at("code")) + " " + row.at(at("outcome")) + "\n";
        }
        return all;
    };
    const std::string before = outcomes();
    const std::string stripped = through_excel(read_text(file));
    EXPECT_THAT(stripped, HasSubstr("\r\n1204,旭川市,"));
    write_text(file, stripped);
    EXPECT_TRUE(outcomes() == before);
    std::map<std::string, int> counts;
    for (const std::string& line : lines(before)) {
        ++counts[line.substr(line.find(' ') + 1)];
    }
    // The Northern Territories are a row of ours without a municipality's code.
    EXPECT_EQ(counts,
              (std::map<std::string, int>{{"outcome", 1}, {"matched", 1741}, {"unresolved", 1}}));
}

TEST(Formats, CellsThatLookLikeFormulasAreMadeSafeAndTheChangeIsSaid) {
    const TemporaryFolder folder;
    fs::copy(root() / "data", folder / "data", fs::copy_options::recursive);
    const fs::path table = folder / "data" / "selections" / "society5.csv";
    std::string text = read_text(table);
    const auto rows = csv_rows(text);
    const std::string title = rows.at(1).at(5);
    text.replace(text.find(title), title.size(), "=HYPERLINK(0)");
    write_text(table, text);
    const std::string data = (folder / "data").string();
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{"--data", data}, {"--data", data, "--for-excel"}}) {
        const Ran ran = export_layer(folder / "s.csv", "selections", more);
        ASSERT_EQ(ran.code, 0) << ran.err;
        EXPECT_THAT(ran.err, HasSubstr("cell-made-safe selections: 1 texts"));
        EXPECT_THAT(ran.err, HasSubstr("columns: title"));
        EXPECT_THAT(read_text(folder / "s.csv"), HasSubstr(",'=HYPERLINK(0),"));
    }
    EXPECT_THAT(export_layer(folder / "s.csv", "selections").err, Not(HasSubstr("cell-made-safe")));
}

TEST(Formats, ACrsThatOlderNotationsDoNotHaveIsWrittenAllTheSame) {
    const TemporaryFolder folder;
    for (const std::string name : {"x.gpkg", "x.fgb"}) {
        const Ran ran = export_layer(folder / name, "prefectures", {"--crs", "8857"});
        EXPECT_EQ(ran.code, 0) << ran.err;
        const Ran info = run_program({"ogrinfo", "-so", (folder / name).string(), "prefectures"});
        EXPECT_THAT(info.out, HasSubstr("ID[\"EPSG\",8857]")) << name;
    }
}

TEST(Formats, ACrsThatCannotHoldJapanIsRefused) {
    const TemporaryFolder folder;
    for (const char* crs : {"32631", "EPSG:27700", "32754", "3031", "4978", "5703", "999999"}) {
        for (const std::string ending : {".gpkg", ".fgb", ".shp"}) {
            const Ran ran = export_layer(folder / ("x" + ending), "prefectures", {"--crs", crs});
            EXPECT_EQ(ran.code, 2) << crs << ending;
            EXPECT_THAT(ran.err, HasSubstr("e.g. 6668")) << crs;
        }
    }
    EXPECT_TRUE(fs::is_empty(folder.path()));
    Ran ran = export_layer(folder / "x.fgb", "prefectures", {"--crs", "EPSG:6677"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.err, HasSubstr("crs-covers-a-part"));
    ran = export_layer(folder / "x.fgb", "prefectures", {"--crs", "EPSG:3857"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.err, Not(HasSubstr("crs-covers-a-part")));
}

}  // namespace
}  // namespace miraimap::test
