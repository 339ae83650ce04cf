// SPDX-License-Identifier: MIT
// An exported GeoPackage keeps to the standard, links its tables, and can be opened again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

Ran conformance(const fs::path& file) {
    return run_program({"python3",
                        (root() / "tests" / "support" / "geopackage_conformance.py").string(),
                        file.string()});
}

class GeoPackage : public testing::Test {
protected:
    void make(const std::vector<std::string>& options = {}) {
        std::vector<std::string> words{"export", file_.string(), "--quiet"};
        words.insert(words.end(), options.begin(), options.end());
        const Ran ran = run(words);
        ASSERT_EQ(ran.code, 0) << ran.err;
    }
    /// Python that changes the file; `db` is the open database, `path` its name.
    void damage(const std::string& statements) const {
        const std::string head =
            "import sqlite3, sys\npath = sys.argv[1]\ndb = sqlite3.connect(path)\n";
        const Ran ran = run_program(
            {"python3", "-c", head + statements + "\ndb.commit()\ndb.close()", file_.string()});
        ASSERT_EQ(ran.code, 0) << ran.err;
    }

    TemporaryFolder folder_;
    fs::path file_ = folder_ / "out.gpkg";
};

TEST_F(GeoPackage, KeepsToTheStandardWithAndWithoutFiltersAndInMetres) {
    for (const std::vector<std::string>& options : {std::vector<std::string>{},
                                                    {"--year", "R3", "--prefecture", "29"},
                                                    {"--text", "no such words"},
                                                    {"--crs", "EPSG:3857"},
                                                    {"--crs", "EPSG:8857"}}) {
        make(options);
        const Ran checked = conformance(file_);
        EXPECT_EQ(checked.code, 0) << checked.out << checked.err;
        EXPECT_THAT(checked.out, HasSubstr(" requirements checked, 0 broken"));
        EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator{}),
                  1);
    }
}

TEST_F(GeoPackage, TheConformanceCheckFindsEveryKindOfDamage) {
    const std::vector<std::pair<std::string, std::string>> damages{
        {"db.execute('PRAGMA application_id = 1')", "application_id"},
        {"db.execute('PRAGMA journal_mode = WAL')", "write-ahead"},
        {"db.execute('DELETE FROM gpkg_spatial_ref_sys WHERE srs_id = 4326')", "no row 4326"},
        {"db.execute(\"UPDATE gpkg_contents SET min_x = 0 WHERE table_name = 'selections'\")",
         "selections: extent"},
        {"db.execute(\"UPDATE gpkg_contents SET last_change = 'today'\")", "last_change"},
        {"db.execute(\"DELETE FROM gpkg_contents WHERE table_name = 'layer_styles'\")",
         "not registered"},
        {"db.execute('DELETE FROM rtree_prefectures_geom WHERE id = 5')", "rtree holds other rows"},
        {"db.execute(\"DELETE FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index'\")",
         "rtree is not in gpkg_extensions"},
        {"db.execute('DELETE FROM gpkg_metadata')", "gpkg_metadata is empty"},
        {"db.execute('DROP TRIGGER rtree_selections_geom_delete')\n"
         "db.execute('DROP TRIGGER trigger_delete_feature_count_selections')\n"
         "db.execute('DELETE FROM selections WHERE fid = 3')",
         "rtree holds other rows"},
        {"db.execute(\"UPDATE gpkgext_relations SET base_primary_column = 'none'\")", "keys"},
        {"db.close()\n"
         "b = bytearray(open(path, 'rb').read())\n"
         "at = b.index(b'GP\\0\\x03')\nb[at] = 0x58\nopen(path, 'wb').write(b)\n"
         "db = sqlite3.connect(path)",
         "magic or version"}};
    for (const auto& [statements, expected] : damages) {
        make();
        damage(statements);
        const Ran checked = conformance(file_);
        EXPECT_EQ(checked.code, 1) << statements;
        EXPECT_THAT(checked.out, HasSubstr(expected)) << statements;
        fs::remove(file_);
        fs::remove(file_.string() + "-wal");
        fs::remove(file_.string() + "-shm");
    }
}

TEST_F(GeoPackage, ColumnsHaveTitlesAndSelectionsAreLinkedToTheirMunicipalities) {
    make();
    const auto sql = [this](const std::string& query) {
        return run_program({"ogrinfo", "-ro", "-q", "-nomd", file_.string(), "-sql", query}).out;
    };
    const std::string title =
        sql("SELECT title, description FROM gpkg_data_columns WHERE table_name = 'municipalities' "
            "AND column_name = 'grade'");
    EXPECT_THAT(title, HasSubstr("段階"));
    EXPECT_THAT(title, HasSubstr("Grade"));
    const std::string linked =
        sql("SELECT m.name AS name FROM selection_municipalities AS l JOIN selections AS s ON "
            "s.fid = l.base_id JOIN municipalities AS m ON m.fid = l.related_id WHERE s.id = "
            "'mirai-H30-1'");
    const std::string named =
        sql("SELECT m.name AS name FROM selection_areas AS a JOIN municipalities AS m ON m.code = "
            "a.code WHERE a.selection_id = 'mirai-H30-1'");
    EXPECT_THAT(linked, HasSubstr("name (String) = "));
    EXPECT_EQ(linked, named);
}

TEST_F(GeoPackage, OpenedAgainItBringsItsFiltersAndGivesTheSameBytes) {
    make({"--year", "R1..R2", "--technology", "自動運転", "--text", "it's", "--prefecture",
          "奈良県,北海道"});
    const fs::path again = folder_ / "again.gpkg";
    const Ran ran = run({"export", again.string(), "--reopen", file_.string()});
    ASSERT_EQ(ran.code, 0) << ran.err;
    EXPECT_TRUE(read_text(again) == read_text(file_));
    EXPECT_THAT(ran.err, HasSubstr("--year R1..R2"));
}

TEST_F(GeoPackage, OpenedAgainItCountsAsItWasExportedAndWhatIsTypedWins) {
    make({"--year", "R3", "--count-northern-territories"});
    const auto out = [](const std::vector<std::string>& words) {
        const Ran ran = run(words);
        EXPECT_EQ(ran.code, 0) << ran.err;
        return ran.out;
    };
    const std::string file = file_.string();
    EXPECT_EQ(out({"coverage", "--format", "csv", "--reopen", file}),
              out({"coverage", "--format", "csv", "--year", "R3", "--count-northern-territories"}));
    EXPECT_EQ(out({"list", "--format", "csv", "--reopen", file, "--year", "H30"}),
              out({"list", "--format", "csv", "--year", "H30"}));
    EXPECT_NE(out({"list", "--format", "csv", "--reopen", file}),
              out({"list", "--format", "csv", "--year", "H30"}));
}

TEST_F(GeoPackage, OnlyItsOwnFilesAreOpenedAgain) {
    const std::string embedded = (root() / "data/boundaries/municipalities.gpkg").string();
    const Ran foreign = run({"list", "--reopen", embedded, "--lang", "en"});
    EXPECT_EQ(foreign.code, 3);
    EXPECT_THAT(foreign.err, HasSubstr("not written by miraimap"));
    const Ran missing = run({"list", "--reopen", (folder_ / "none.gpkg").string()});
    EXPECT_EQ(missing.code, 3);
    EXPECT_EQ(run({"list", "--reopen"}).code, 2);
    write_text(folder_ / "x.geojson", "{}");
    EXPECT_EQ(run({"list", "--reopen", (folder_ / "x.geojson").string()}).code, 3);
}

TEST_F(GeoPackage, MetadataNamesEditionSourceAndLicence) {
    make();
    const std::string rows = run_program({"ogrinfo", "-ro", "-so", file_.string()}).out;
    for (const char* expected : {"EDITION=JMA", "SOURCE=", "気象庁", "LICENCE=", "内閣府"}) {
        EXPECT_THAT(rows, HasSubstr(expected));
    }
}

}  // namespace
}  // namespace miraimap::test
