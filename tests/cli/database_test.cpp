// SPDX-License-Identifier: MIT
// The shared database: what is written into PostGIS, what is read from it, and what goes wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <set>
#include <thread>

#include "tests/support/postgres_server.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

class DatabaseTest : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string why = PostgresServer::missing(); !why.empty()) {
            GTEST_SKIP() << why;
        }
        server_ = std::make_unique<PostgresServer>();
    }

    Ran export_year(const std::string& year, std::vector<std::string> more = {}) {
        std::vector<std::string> words{"export", server_->with_password(), "--year", year, "--lang",
                                       "en"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }

    /// One line a table of the schema: name and a checksum of its rows.
    std::string state() {
        std::string text;
        for (const std::string& table :
             lines(server_->sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND "
                                "tablename NOT IN ('spatial_ref_sys', 'layer_styles') "
                                "ORDER BY 1"))) {
            text += table + " " +
                    server_->sql(
                        "SELECT count(*), md5(string_agg(t::text, '' ORDER BY t::text)) "
                        "FROM \"" +
                        table + "\" t");
        }
        return text;
    }

    /// Until no connection but the asking one is left.
    void wait_for_the_server() {
        constexpr int tries = 200;
        for (int i = 0; i < tries; ++i) {
            if (server_->sql("SELECT count(*) FROM pg_stat_activity WHERE datname = 'shared' AND "
                             "pid <> pg_backend_pid() AND backend_type = 'client backend'") ==
                "0\n") {
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        FAIL() << "a connection of a dead process stays";
    }

    void expect_refused(const Ran& ran, const std::string& because) {
        EXPECT_EQ(ran.code, 3) << ran.err;
        EXPECT_THAT(ran.err, HasSubstr(because));
        EXPECT_THAT(ran.err, HasSubstr("PG:host=127.0.0.1"));
        EXPECT_THAT(ran.err, Not(HasSubstr(PostgresServer::password)));
        EXPECT_EQ(ran.out, "");
    }

    std::unique_ptr<PostgresServer> server_;
    TemporaryFolder folder_;
};

TEST_F(DatabaseTest, HoldsTheRowsOfEveryLayerIndexedAndInItsCrs) {
    ASSERT_EQ(export_year("R3").code, 0);
    for (const std::string layer :
         {"municipalities", "prefectures", "selections", "gap_regions", "selection_areas"}) {
        const fs::path file = folder_ / (layer + ".csv");
        ASSERT_EQ(run({"export", file.string(), "--layer", layer, "--year", "R3"}).code, 0);
        const auto rows = csv_rows(read_text(file));
        ASSERT_GT(rows.size(), 1U);
        EXPECT_EQ(server_->sql("SELECT count(*) FROM " + layer),
                  std::to_string(rows.size() - 1) + "\n");
        std::set<std::string> columns;
        for (const std::string& name :
             lines(server_->sql("SELECT column_name FROM information_schema.columns WHERE "
                                "table_name = '" +
                                layer + "'"))) {
            columns.insert(name);
        }
        for (const std::string& name : rows.front()) {
            EXPECT_TRUE(columns.contains(name) || name == "lon" || name == "lat")
                << layer << " " << name;
        }
    }
    for (const std::string layer : {"municipalities", "prefectures", "selections", "gap_regions"}) {
        EXPECT_EQ(server_->sql("SELECT count(*) FROM pg_indexes WHERE indexdef LIKE '%gist (geom)' "
                               "AND tablename = '" +
                               layer + "'"),
                  "1\n");
        EXPECT_EQ(server_->sql("SELECT DISTINCT ST_SRID(geom), ST_IsValid(geom) FROM " + layer),
                  "6668|t\n");
    }
    EXPECT_EQ(server_->sql("SELECT count(*) FROM pg_indexes WHERE tablename = 'municipalities' "
                           "AND indexdef LIKE '%(code)'"),
              "1\n");
    EXPECT_EQ(server_->sql("SELECT count(*) FROM layer_styles WHERE useasdefault"), "4\n");
    EXPECT_EQ(server_->sql("SELECT code FROM municipalities WHERE name LIKE '%札幌市'"), "01100\n");
}

TEST_F(DatabaseTest, ReadBackGivesTheSameFiguresAsTheEmbeddedSet) {
    ASSERT_EQ(export_year("R3", {"--with-data"}).code, 0);
    const std::string before = state();
    const std::string there = server_->with_password();
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"coverage", "--by", "prefecture", "--format", "csv"},
          std::vector<std::string>{"list", "--format", "json"},
          std::vector<std::string>{"gaps", "--format", "csv"}}) {
        std::vector<std::string> from_database = words;
        from_database.insert(from_database.end(), {"--boundaries", there, "--data", there});
        const Ran embedded = run(words);
        const Ran shared = run(from_database);
        ASSERT_EQ(shared.code, embedded.code) << shared.err;
        EXPECT_EQ(shared.out, embedded.out) << words.front();
    }
    const Ran check = run({"check", "--boundaries", there, "--data", there, "--lang", "en"});
    EXPECT_EQ(check.code, 0) << check.err;
    EXPECT_THAT(check.out, HasSubstr("0 failed"));
    EXPECT_EQ(state(), before) << "reading has changed the database";
}

TEST_F(DatabaseTest, ItsFiltersAreOpenedAgain) {
    ASSERT_EQ(export_year("R3").code, 0);
    const Ran again = run({"list", "--format", "csv", "--reopen", server_->with_password()});
    EXPECT_EQ(again.code, 0) << again.err;
    EXPECT_EQ(again.out, run({"list", "--format", "csv", "--year", "R3"}).out);
}

TEST_F(DatabaseTest, ThePasswordAppearsNowhere) {
    const std::string web = std::string("postgresql://owner:") + PostgresServer::password +
                            "@127.0.0.1:" + std::to_string(server_->port()) + "/shared";
    std::string said;
    const auto ran = [&](const std::vector<std::string>& words) {
        const Ran one = run(words);
        EXPECT_EQ(one.code, 0) << one.err;
        said += one.out + one.err;
    };
    ran({"export", web, "--with-data", "--manifest"});
    for (const std::string& address : {web, server_->with_password()}) {
        for (const char* name : {"x.gpkg", "x.geojson", "x.fgb", "x.csv", "x.shp"}) {
            ran({"export", (folder_ / name).string(), "--manifest", "--boundaries", address,
                 "--data", address});
        }
        ran({"render", (folder_ / "x.svg").string(), "--manifest", "--boundaries", address});
        ran({"report", (folder_ / "x.html").string(), "--boundaries", address, "--data", address});
    }
    EXPECT_THAT(said, Not(HasSubstr(PostgresServer::password)));
    EXPECT_THAT(server_->dump(), Not(HasSubstr(PostgresServer::password)));
    int files = 0;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
        EXPECT_EQ(read_text(entry.path()).find(PostgresServer::password), std::string::npos)
            << entry.path();
        ++files;
    }
    EXPECT_GE(files, 7);
}

TEST_F(DatabaseTest, AFailureInTheMiddleKeepsEveryFormerTable) {
    ASSERT_EQ(export_year("H30").code, 0);
    server_->sql(
        "CREATE FUNCTION stop_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION 'stopped by the test'; END $$;"
        "CREATE TRIGGER stop_it BEFORE INSERT ON selection_areas FOR EACH ROW "
        "EXECUTE FUNCTION stop_it()");
    const std::string before = state();
    const Ran failed = export_year("R3");
    expect_refused(failed, "stopped by the test");
    EXPECT_THAT(failed.err, HasSubstr("the former tables are kept"));
    EXPECT_EQ(state(), before);

    server_->sql(
        "CREATE OR REPLACE FUNCTION stop_it() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$");
    expect_refused(export_year("R3"), "the connection was lost");
    EXPECT_EQ(state(), before);

    server_->sql("DROP TRIGGER stop_it ON selection_areas");
    EXPECT_EQ(export_year("R3").code, 0);
    EXPECT_NE(state(), before);
}

TEST_F(DatabaseTest, AStoppedWriterLeavesTheFormerOrTheNewTables) {
    ASSERT_EQ(export_year("R3").code, 0);
    const std::string after = state();
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(export_year("H30").code, 0);
    const auto time = std::chrono::steady_clock::now() - start;
    const std::string before = state();
    int stopped = 0;
    for (const int signal : {SIGKILL, SIGINT}) {
        constexpr int moments = 6;
        for (int i = 0; i < moments; ++i) {
            Started running(
                {program(), "export", server_->with_password(), "--year", "R3", "--lang", "en"});
            std::this_thread::sleep_for(time * i / (moments - 1));
            running.send(signal);
            stopped += running.wait().code == 128 + signal ? 1 : 0;
            wait_for_the_server();
            ASSERT_THAT(state(), AnyOf(before, after)) << "moment " << i;
        }
    }
    EXPECT_GE(stopped, 1) << "no run was stopped in the middle";
}

TEST_F(DatabaseTest, ServerAndLoginTroublesAreNamed) {
    ASSERT_EQ(export_year("H30").code, 0);
    const std::string before = state();
    for (const std::string verb : {"export", "coverage"}) {
        const auto at = [&](const std::string& address) {
            return verb == "export" ? run({"export", address, "--lang", "en"})
                                    : run({verb, "--boundaries", address, "--lang", "en"});
        };
        expect_refused(at(server_->address() + " password=wrong-one"), "the login was refused");
        expect_refused(at(server_->with_password("shared", "nobody")), "the login was refused");
        expect_refused(at(server_->with_password("none")), "that database cannot be used");
        expect_refused(at(server_->with_password() + " schemas=none"), "no schema 'none'");
        expect_refused(at(server_->with_password("postgres")), "it has no PostGIS");
    }
    EXPECT_EQ(state(), before);
    server_->stop();
    expect_refused(export_year("R3"), "the database server cannot be reached");
    expect_refused(run({"list", "--data", server_->with_password(), "--lang", "en"}),
                   "the database server cannot be reached");
}

TEST_F(DatabaseTest, AReaderCannotWriteButReads) {
    ASSERT_EQ(export_year("H30").code, 0);
    server_->sql(std::string("CREATE ROLE reader LOGIN PASSWORD '") + PostgresServer::password +
                 "'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader");
    const std::string before = state();
    const std::string reader = server_->with_password("shared", "reader");
    expect_refused(run({"export", reader, "--lang", "en"}), "a right is missing");
    const Ran read = run({"coverage", "--boundaries", reader, "--format", "csv"});
    EXPECT_EQ(read.code, 0) << read.err;
    EXPECT_EQ(state(), before);
}

TEST_F(DatabaseTest, NothingOfOthersAndNoInputIsOverwritten) {
    server_->sql("CREATE TABLE municipalities (mine int); INSERT INTO municipalities VALUES (7)");
    expect_refused(export_year("R3"), "a table of that name that miraimap did not write");
    EXPECT_EQ(server_->sql("SELECT * FROM municipalities"), "7\n");
    server_->sql("CREATE SCHEMA office");
    const std::string office = server_->with_password() + " schemas=office";
    ASSERT_EQ(run({"export", office}).code, 0);
    EXPECT_EQ(server_->sql("SELECT count(*) > 1700 FROM office.municipalities"), "t\n");
    expect_refused(run({"export", office, "--no-overwrite", "--lang", "en"}), "it exists already");
    expect_refused(run({"export", office, "--boundaries", office, "--lang", "en"}),
                   "this is an input and is not overwritten");
}

TEST_F(DatabaseTest, QgisOpensItStyled) {
    const std::string python = "/usr/bin/python3";  // the one that Debian's modules belong to
    if (run_program({python, "-c", "import qgis.core"}).code != 0) {
        GTEST_SKIP() << "QGIS is not installed (python3-qgis)";
    }
    ASSERT_EQ(export_year("R3").code, 0);
    const Ran seen =
        run_program({python, (root() / "tests/support/qgis_opens.py").string(),
                     server_->with_password(), "public", (folder_ / "seen.png").string()});
    ASSERT_EQ(seen.code, 0) << seen.out << seen.err;
    EXPECT_THAT(seen.out, HasSubstr("municipalities features="));
    EXPECT_THAT(seen.out, HasSubstr("renderer=categorizedSymbol"));
    EXPECT_THAT(seen.out, HasSubstr("sld read"));
    EXPECT_THAT(seen.out, Not(HasSubstr("is not valid")));
}

}  // namespace
}  // namespace miraimap::test
