// SPDX-License-Identifier: MIT
// The contract from outside: commands, columns, exit codes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

using testing::HasSubstr;

/// Rows of a CSV answer as column -> cell.
std::vector<std::map<std::string, std::string>> answer(const std::vector<std::string>& words) {
    std::vector<std::string> command = words;
    command.insert(command.end(), {"--format", "csv", "--quiet"});
    const Ran ran = run(command);
    EXPECT_EQ(ran.code, 0) << ran.err;
    const auto rows = csv_rows(ran.out);
    std::vector<std::map<std::string, std::string>> named;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        std::map<std::string, std::string> row;
        for (std::size_t c = 0; c < rows[0].size(); ++c) {
            row[rows[0][c]] = rows[r].at(c);
        }
        named.push_back(std::move(row));
    }
    return named;
}

int sum(const std::vector<std::map<std::string, std::string>>& rows, const std::string& column) {
    int total = 0;
    for (const auto& row : rows) {
        total += std::stoi(row.at(column));
    }
    return total;
}

std::string header(const std::vector<std::string>& words) {
    std::vector<std::string> command = words;
    command.insert(command.end(), {"--format", "csv"});
    return lines(run(command).out).at(0);
}

TEST(Contract, ListHasTheAgreedColumnsAndAll123Rows) {
    EXPECT_EQ(header({"list"}),
              "id,source,programme,fiscal_year,number,kind,area_text,title,technologies,themes,"
              "requested_thousand_yen,granted_thousand_yen,codes,parts,scope,past,source_page,"
              "source_line");
    const auto rows = answer({"list"});
    std::map<std::string, int> by_source;
    std::set<std::string> ids;
    for (const auto& row : rows) {
        ++by_source[row.at("source")];
        ids.insert(row.at("id"));
    }
    EXPECT_EQ(rows.size(), 123U);
    EXPECT_EQ(ids.size(), 123U);
    EXPECT_EQ(by_source["mirai"], 35);
    EXPECT_EQ(by_source["society5"], 26);
    EXPECT_EQ(by_source["smartcity"], 62);
}

TEST(Contract, ListCountsTheMiraiProjectsOfEachYear) {
    const std::map<std::string, std::size_t> printed{{"H30", 9}, {"R1", 5}, {"R2", 12}, {"R3", 9}};
    for (const auto& [year, count] : printed) {
        EXPECT_EQ(answer({"list", "--source", "mirai", "--year", year}).size(), count) << year;
    }
}

TEST(Contract, YearsAreUnderstoodInEveryNotation) {
    for (const std::string year :
         {"R1", "r1", "令和元年度", "令和1年", "Ｒ１", "2019", "H31", "平成31年度", "FY2019"}) {
        EXPECT_EQ(answer({"list", "--source", "mirai", "--year", year}).size(), 5U) << year;
    }
    EXPECT_EQ(answer({"list", "--source", "mirai", "--year", "H30..R1"}).size(), 14U);
    EXPECT_EQ(answer({"list", "--source", "mirai", "--year", "H30,R3"}).size(), 18U);
    EXPECT_EQ(answer({"list", "--year", "past"}).size(), 39U);
}

TEST(Contract, ARowOfEachListIsAsPrinted) {
    const auto rows = answer({"list"});
    const auto find = [&](const std::string& id) {
        for (const auto& row : rows) {
            if (row.at("id") == id) {
                return row;
            }
        }
        ADD_FAILURE() << id;
        return rows.front();
    };
    auto row = find("mirai-H30-1");
    EXPECT_EQ(row["area_text"], "北海道、岩見沢市、更別村");
    EXPECT_EQ(row["codes"], "01000;01210;01639");
    EXPECT_EQ(row["scope"], "joint");
    EXPECT_EQ(row["technologies"], "自動運転;ロボット;ドローン");
    EXPECT_EQ(row["source_page"], "2");
    EXPECT_EQ(row["source_line"], "81");
    row = find("society5-R4-1");
    EXPECT_EQ(row["kind"], "new");
    EXPECT_EQ(row["requested_thousand_yen"], "104930");
    EXPECT_EQ(row["granted_thousand_yen"], "52465");
    EXPECT_EQ(row["codes"], "06203");
    EXPECT_EQ(row["source_line"], "601");
    row = find("smartcity-R3-16");
    EXPECT_EQ(row["programme"], "mirai;mlit-maas;mlit-smartcity");
    EXPECT_EQ(row["past"], "meti;mlit-maas;mlit-smartcity");
    row = find("smartcity-R3-9");
    EXPECT_EQ(row["codes"], "04100");
    EXPECT_EQ(row["scope"], "part");
    row = find("smartcity-R3-45");
    EXPECT_EQ(row["codes"], "");
    EXPECT_EQ(row["scope"], "unresolved");
    row = find("smartcity-R3-55");
    EXPECT_EQ(row["codes"], "42000");
    EXPECT_EQ(row["scope"], "prefecture");
}

TEST(Contract, TechnologiesFilterByAnyAndByAll) {
    const auto any =
        answer({"list", "--source", "mirai", "--technology", "ドローン,キャッシュレス"});
    const auto all =
        answer({"list", "--source", "mirai", "--technology", "drone,cashless", "--match", "all"});
    EXPECT_EQ(any.size(), 9U + 4U - 1U);  // 美郷町 has both
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].at("id"), "mirai-R2-8");
}

TEST(Contract, JsonHasTheSameNamesAndArrays) {
    const Ran ran = run({"list", "--format", "json", "--source", "mirai"});
    ASSERT_EQ(ran.code, 0);
    const auto rows = nlohmann::json::parse(ran.out);
    ASSERT_EQ(rows.size(), 35U);
    EXPECT_TRUE(rows[0]["codes"].is_array());
    EXPECT_EQ(rows[0]["codes"][0], "01000");
    EXPECT_TRUE(rows[0]["title"].is_null());
    EXPECT_EQ(rows[0]["number"], 1);
}

TEST(Contract, CoverageAddsUpForEveryDivision) {
    EXPECT_EQ(header({"coverage"}),
              "key,name,municipalities,direct,part,prefecture_only,uncovered,selections,"
              "share_municipalities,area_km2,covered_area_km2,share_area");
    const std::map<std::string, std::size_t> rows_of{
        {"prefecture", 47}, {"region", 8}, {"municipality", 1741}};
    for (const auto& [by, count] : rows_of) {
        const auto rows = answer({"coverage", "--by", by});
        EXPECT_EQ(rows.size(), count) << by;
        EXPECT_EQ(sum(rows, "municipalities"), 1741) << by;
        EXPECT_EQ(sum(rows, "direct") + sum(rows, "part") + sum(rows, "prefecture_only") +
                      sum(rows, "uncovered"),
                  1741)
            << by;
    }
    for (const std::string by : {"programme", "technology", "year"}) {
        for (const auto& row : answer({"coverage", "--by", by})) {
            EXPECT_EQ(std::stoi(row.at("direct")) + std::stoi(row.at("part")) +
                          std::stoi(row.at("prefecture_only")) + std::stoi(row.at("uncovered")),
                      1741)
                << by << " " << row.at("key");
        }
    }
}

TEST(Contract, APrefecturesOwnSelectionCoversNoMunicipality) {
    // 鳥取県 is selected as a prefecture only (mirai-H30-8).
    const auto rows = answer({"coverage", "--prefecture", "鳥取県"});
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].at("municipalities"), "19");
    EXPECT_EQ(rows[0].at("direct"), "0");
    EXPECT_EQ(rows[0].at("prefecture_only"), "19");
    EXPECT_EQ(rows[0].at("uncovered"), "0");
}

TEST(Contract, AStarIsNotCountedTwice) {
    const auto rows = answer({"coverage", "--by", "programme"});
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows[0].at("key"), "mirai");
    EXPECT_EQ(rows[0].at("selections"), "35");
    // 中能登町: mirai-R3-5 and smartcity-R3-32 (☆ only) are one selection; 前橋市's row 16 (☆●■)
    // adds one to mirai-R3-3.
    for (const auto& row : answer({"coverage", "--by", "municipality"})) {
        if (row.at("key") == "17407") {
            EXPECT_EQ(row.at("selections"), "1");
        }
        if (row.at("key") == "10201") {
            EXPECT_EQ(row.at("selections"), "2");
        }
    }
}

TEST(Contract, GapsPartitionTheUncoveredMunicipalities) {
    EXPECT_EQ(header({"gaps"}), "region,municipalities,prefectures,area_km2,depth,codes");
    const auto gaps = answer({"gaps"});
    EXPECT_EQ(sum(gaps, "municipalities"), sum(answer({"coverage"}), "uncovered"));
    for (std::size_t i = 1; i < gaps.size(); ++i) {
        EXPECT_GE(std::stoi(gaps[i - 1].at("municipalities")),
                  std::stoi(gaps[i].at("municipalities")));
    }
}

TEST(Contract, PeersAreRankedByDistanceWithReasons) {
    EXPECT_EQ(header({"peers", "奈良県斑鳩町"}),
              "rank,code,name,distance_km,borders,selection_id,reason");
    const auto peers = answer({"peers", "奈良県斑鳩町"});
    ASSERT_FALSE(peers.empty());
    EXPECT_EQ(peers[0].at("code"), "29343");  // 三郷町 borders 斑鳩町
    EXPECT_EQ(peers[0].at("borders"), "1");
    for (std::size_t i = 1; i < peers.size(); ++i) {
        EXPECT_LE(std::stod(peers[i - 1].at("distance_km")), std::stod(peers[i].at("distance_km")));
        EXPECT_FALSE(peers[i].at("reason").empty());
    }
}

TEST(Contract, ResolveExplainsEachPart) {
    EXPECT_EQ(header({"resolve", "奈良県三郷町"}),
              "text,part,code,name,prefecture,match,reason,candidates");
    const auto rows = answer({"resolve", "山手線周辺／横須賀市", "府中市", "29343"});
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].at("match"), "not_a_municipality");
    EXPECT_EQ(rows[1].at("code"), "14201");
    EXPECT_EQ(rows[2].at("match"), "ambiguous");
    EXPECT_THAT(rows[2].at("candidates"), HasSubstr("13206"));
    EXPECT_THAT(rows[2].at("candidates"), HasSubstr("34208"));
    EXPECT_EQ(rows[3].at("name"), "三郷町");
}

TEST(Contract, EveryVerbAnswersHelpWithAnExample) {
    for (const std::string verb : {"list", "resolve", "coverage", "gaps", "peers", "export",
                                   "render", "check", "boundaries", "gui"}) {
        const Ran ran = run({verb, "--help"});
        EXPECT_EQ(ran.code, 0) << verb;
        EXPECT_THAT(ran.out, HasSubstr("miraimap " + verb)) << verb;
    }
    EXPECT_EQ(run({"--help"}).code, 0);
    EXPECT_EQ(run({"--version"}).code, 0);
}

TEST(Contract, WrongUsageEndsWith2AndNamesTheValue) {
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"list", "--year", "昭和63年度"}, "昭和63年度"},
        {{"list", "--year", "R3..R1"}, "R3..R1"},
        {{"list", "--technology", "テレポート"}, "テレポート"},
        {{"list", "--prefecture", "江戸"}, "江戸"},
        {{"list", "--programme", "nasa"}, "nasa"},
        {{"list", "--source", "books"}, "books"},
        {{"list", "--kind", "old"}, "old"},
        {{"list", "--format", "xml"}, "xml"},
        {{"list", "--lang", "fr"}, "fr"},
        {{"coverage", "--by", "moon"}, "moon"},
        {{"export", "x.docx"}, ".docx"},
        {{"export", "x.gpkg", "--crs", "EPSG:999999"}, "999999"},
        {{"render", "x.bmp"}, ".bmp"},
        {{"peers", "存在しない町"}, "存在しない町"},
        {{"no-such-verb"}, "no-such-verb"},
        {{"list", "--no-such-option"}, "--no-such-option"},
    };
    const TemporaryFolder folder;
    for (const auto& [words, value] : wrong) {
        const Ran ran = run(words, {}, folder.path());
        EXPECT_EQ(ran.code, 2) << words[0] << " " << value << " " << ran.err;
        EXPECT_THAT(ran.err, HasSubstr(value));
        EXPECT_EQ(ran.out, "") << words[0];
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Contract, MessagesFollowTheLanguage) {
    EXPECT_THAT(run({"list", "--prefecture", "江戸"}).err, HasSubstr("都道府県"));
    EXPECT_THAT(run({"list", "--prefecture", "江戸", "--lang", "en"}).err,
                HasSubstr("unknown prefecture"));
}

TEST(Contract, TheSameQuestionGivesTheSameBytes) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"list", "--format", "json"},
          {"coverage"},
          {"gaps"},
          {"check"}}) {
        EXPECT_EQ(run(words).out, run(words).out) << words[0];
    }
}

TEST(Contract, CoverageEndsWithAParagraphToPaste) {
    const Ran ran = run({"coverage", "--prefecture", "奈良県"});
    EXPECT_THAT(ran.out, HasSubstr("39の市区町村のうち"));
    EXPECT_THAT(ran.err, HasSubstr("北方領土"));
}

TEST(Boundaries, PlacesOfAFileWithoutReadingsHaveTheirEnglishNames) {
    const TemporaryFolder folder;
    write_text(folder / "n03.geojson",
               R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
               R"({"N03_001":"奈良県","N03_003":"","N03_004":"奈良市","N03_007":"29201"},)"
               R"("geometry":{"type":"Polygon","coordinates":)"
               R"([[[135.7,34.6],[135.9,34.6],[135.9,34.8],[135.7,34.8],[135.7,34.6]]]}}]})");
    const std::vector<std::string> words{
        "coverage", "--by", "municipality", "--boundaries", (folder / "n03.geojson").string(),
        "--lang"};
    std::vector<std::string> english = words;
    english.push_back("en");
    EXPECT_THAT(run(english).out, testing::HasSubstr("Nara"));
    std::vector<std::string> japanese = words;
    japanese.push_back("ja");
    EXPECT_THAT(run(japanese).out, testing::HasSubstr("奈良市"));
}

}  // namespace
}  // namespace miraimap::test
