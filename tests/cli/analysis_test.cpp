// SPDX-License-Identifier: MIT
// Gaps, peers, adopters, distances, suggest, what-if and user tables from outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Row = std::map<std::string, std::string>;

std::vector<Row> answer(std::vector<std::string> words) {
    words.insert(words.end(), {"--format", "csv", "--quiet"});
    const Ran ran = run(words);
    EXPECT_EQ(ran.code, 0) << ran.err;
    const auto rows = csv_rows(ran.out);
    std::vector<Row> named;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        Row row;
        for (std::size_t c = 0; c < rows[0].size(); ++c) {
            row[rows[0][c]] = rows[r].at(c);
        }
        named.push_back(std::move(row));
    }
    return named;
}

std::set<std::string> members(const std::vector<Row>& gaps) {
    std::set<std::string> all;
    for (const Row& row : gaps) {
        std::string codes = row.at("codes") + ";";
        for (std::size_t at = codes.find(';'); at != std::string::npos; at = codes.find(';')) {
            EXPECT_TRUE(all.insert(codes.substr(0, at)).second) << codes.substr(0, at);
            codes.erase(0, at + 1);
        }
    }
    return all;
}

TEST(Analysis, SeaLinksJoinRegionsButChangeNoMember) {
    const auto land = answer({"gaps"});
    const auto linked = answer({"gaps", "--sea-links", "yes"});
    EXPECT_EQ(members(land), members(linked));
    EXPECT_LT(linked.size(), land.size());
    for (const Row& row : linked) {
        EXPECT_GE(std::stoi(row.at("depth")), 1) << row.at("region");
    }
}

TEST(Analysis, PrefecturesWithOneSelectionAreAsCountedByHand) {
    struct Prefecture {
        const char* name;
        const char* selection;  ///< the only one; its printed line is in data/selections
        std::size_t regions;    ///< counted on the map: land groups of what is left
        int municipalities;  ///< 総務省: municipalities of the prefecture, less the selected one
    };
    const std::vector<Prefecture> prefectures{
        {"奈良県", "mirai-R2-7", 1, 38},       // 三郷町, at the border: the rest hangs together
        {"岡山県", "society5-R4-24", 1, 26},   // 真庭市
        {"長野県", "society5-R4-18", 1, 76},   // 伊那市
        {"新潟県", "smartcity-R3-29", 3, 29},  // 新潟市; 佐渡市 and 粟島浦村 are islands
        {"香川県", "smartcity-R3-50", 4, 16},  // 三豊市 cuts 観音寺市 off; 小豆島, 直島町
    };
    for (const Prefecture& p : prefectures) {
        const auto list = answer({"list", "--prefecture", p.name});
        ASSERT_EQ(list.size(), 1U) << p.name;
        EXPECT_EQ(list[0].at("id"), p.selection);
        const auto gaps = answer({"gaps", "--prefecture", p.name});
        EXPECT_EQ(gaps.size(), p.regions) << p.name;
        EXPECT_EQ(members(gaps).size(), static_cast<std::size_t>(p.municipalities)) << p.name;
    }
    // Selected only as a prefecture: nobody is covered, and nobody is a gap unless asked for.
    for (const char* name : {"鳥取県", "滋賀県"}) {
        EXPECT_TRUE(answer({"gaps", "--prefecture", name}).empty());
        EXPECT_EQ(members(answer({"gaps", "--prefecture", name, "--with-prefecture-only"})).size(),
                  19U);
    }
}

TEST(Analysis, GapsAreRankedAsAsked) {
    const auto by_area = answer({"gaps", "--rank", "area"});
    const auto by_depth = answer({"gaps", "--rank", "depth", "--sea-links", "yes"});
    for (std::size_t i = 1; i < by_area.size(); ++i) {
        EXPECT_GE(std::stod(by_area[i - 1].at("area_km2")), std::stod(by_area[i].at("area_km2")));
    }
    for (std::size_t i = 1; i < by_depth.size(); ++i) {
        EXPECT_GE(std::stoi(by_depth[i - 1].at("depth")), std::stoi(by_depth[i].at("depth")));
    }
}

TEST(Analysis, ALimitKeepsTheFirstGapsAndSaysSoBesideTheTable) {
    const auto all = answer({"gaps", "--rank", "area"});
    ASSERT_GT(all.size(), 3U);
    EXPECT_EQ(answer({"gaps", "--rank", "area", "--limit", "0"}), all);
    const auto three = answer({"gaps", "--rank", "area", "--limit", "3"});
    EXPECT_EQ(three, std::vector<Row>(all.begin(), all.begin() + 3));
    std::set<std::string> detailed;
    for (const Row& row : answer({"gaps", "--details", "--limit", "2"})) {
        detailed.insert(row.at("region"));
    }
    EXPECT_EQ(detailed.size(), 2U) << "a region has many rows of details";
    EXPECT_EQ(answer({"gaps", "--limit", "99999"}).size(), all.size());
    const Ran cut = run({"gaps", "--limit", "3", "--format", "csv", "--lang", "en"});
    EXPECT_EQ(cut.code, 0);
    EXPECT_THAT(cut.err, HasSubstr("The first 3 of " + std::to_string(all.size())));
    EXPECT_THAT(run({"gaps", "--format", "csv", "--lang", "en"}).err, Not(HasSubstr("The first")));
    EXPECT_THAT(run({"gaps", "--limit", "3", "--format", "json", "--quiet"}).err, IsEmpty());
    EXPECT_EQ(run({"gaps", "--limit", "-1"}).code, 2);
}

TEST(Analysis, EveryRegionHasAWayInOrTheNearestCoveredPlace) {
    std::set<std::string> regions;
    for (const Row& row : answer({"gaps"})) {
        regions.insert(row.at("region"));
    }
    std::set<std::string> covered;
    for (const Row& row : answer({"coverage", "--by", "municipality"})) {
        if (row.at("direct") == "1" || row.at("part") == "1") {
            covered.insert(row.at("key"));
        }
    }
    std::set<std::string> with_way;
    for (const Row& row : answer({"gaps", "--details"})) {
        if (row.at("role") != "deepest") {
            with_way.insert(row.at("region"));
            EXPECT_EQ(covered.count(row.at("code")), 1U) << row.at("code");
        }
        if (row.at("role") == "way_in") {
            EXPECT_EQ(row.at("distance_km"), "0.000");
        }
    }
    EXPECT_EQ(with_way, regions);
}

TEST(Analysis, WhatIfMovesOneMunicipalityAndIsMarked) {
    const auto before = answer({"coverage", "--prefecture", "奈良県"});
    const auto after = answer({"coverage", "--prefecture", "奈良県", "--what-if", "29209"});
    EXPECT_EQ(std::stoi(after[0].at("direct")), std::stoi(before[0].at("direct")) + 1);
    EXPECT_EQ(std::stoi(after[0].at("uncovered")), std::stoi(before[0].at("uncovered")) - 1);
    EXPECT_EQ(after[0].at("selections"), before[0].at("selections"));
    EXPECT_EQ(members(answer({"gaps", "--what-if", "生駒市"})).count("29209"), 0U);
    const Ran marked = run({"coverage", "--what-if", "生駒市", "--format", "csv"});
    EXPECT_THAT(marked.err, HasSubstr("仮定"));
    EXPECT_EQ(run({"coverage", "--what-if", "府中市"}).code, 2);
}

TEST(Analysis, WhatIfNamesEveryFigureWithAndWithoutAsTheOtherVerbsPrintThem) {
    std::map<std::string, Row> figures;
    for (const Row& row : answer({"what-if", "生駒市", "五條市", "--prefecture", "奈良県"})) {
        figures[row.at("figure")] = row;
    }
    const auto check = [&](const char* side, const std::vector<std::string>& supposed) {
        const auto with = [&](const char* verb) {
            std::vector<std::string> words{verb, "--prefecture", "奈良県"};
            words.insert(words.end(), supposed.begin(), supposed.end());
            return answer(words);
        };
        const auto coverage = with("coverage");
        EXPECT_EQ(std::stoi(figures.at("covered").at(side)),
                  std::stoi(coverage[0].at("direct")) + std::stoi(coverage[0].at("part")));
        EXPECT_EQ(figures.at("uncovered").at(side), coverage[0].at("uncovered"));
        EXPECT_NEAR(std::stod(figures.at("percent_area").at(side)),
                    100 * std::stod(coverage[0].at("share_area")), 0.001);
        const auto gaps = with("gaps");
        EXPECT_EQ(figures.at("gap_regions").at(side), std::to_string(gaps.size()));
        EXPECT_EQ(figures.at("gap_members").at(side), std::to_string(members(gaps).size()));
        EXPECT_EQ(figures.at("deepest_gap").at(side), gaps[0].at("depth"));
    };
    check("before", {});
    check("after", {"--what-if", "29209,29207"});
    EXPECT_EQ(figures.at("covered").at("change"), "2");
    EXPECT_LT(std::stod(figures.at("mean_km").at("change")), 0);
    // Nothing was saved.
    EXPECT_EQ(answer({"coverage", "--prefecture", "奈良県"})[0].at("direct"), "1");
    const Ran words = run({"what-if", "生駒市", "--prefecture", "奈良県"});
    EXPECT_THAT(words.out, HasSubstr("仮定: 生駒市も選定された"));
    EXPECT_THAT(words.out, HasSubstr("最寄りの選定までの平均は"));
    EXPECT_EQ(run({"what-if"}).code, 2);
    EXPECT_EQ(run({"what-if", "府中市"}).code, 2);
}

TEST(Analysis, ReasonsAreNeverCutAndPrefecturesHaveNamesForPeople) {
    const Ran peers = run({"peers", "29344", "--rank-by", "score", "--limit", "3"});
    EXPECT_THAT(peers.out, HasSubstr("代表点どうし"));
    EXPECT_THAT(peers.out, Not(HasSubstr("…")));
    EXPECT_THAT(run({"gaps", "--prefecture", "奈良県"}).out, HasSubstr("奈良県"));
    EXPECT_EQ(answer({"gaps", "--prefecture", "奈良県"})[0].at("prefectures"), "29");
    EXPECT_THAT(run({"adopters", "mirai-R2-7"}).out, HasSubstr("次に取り入れられるのは、河合町"));
    EXPECT_THAT(run({"adopters", "mirai-R2-7", "--lang", "en"}).out,
                HasSubstr("Next to copy mirai-R2-7"));
}

TEST(Analysis, CumulativeYearsNeverLoseAMunicipality) {
    const auto rows = answer({"coverage", "--by", "year", "--cumulative"});
    ASSERT_EQ(rows.size(), 5U);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        EXPECT_GE(std::stod(rows[i].at("share_municipalities")),
                  std::stod(rows[i - 1].at("share_municipalities")));
    }
    const auto all = answer({"coverage", "--by", "region"});
    int direct = 0;
    for (const Row& row : all) {
        direct += std::stoi(row.at("direct"));
    }
    EXPECT_EQ(std::stoi(rows.back().at("direct")), direct);
    EXPECT_EQ(run({"coverage", "--cumulative"}).code, 2);
}

TEST(Analysis, PeersByScoreSayWhatTheScoreIsMadeOf) {
    const auto rows = answer({"peers", "奈良県斑鳩町", "--rank-by", "score", "--technology",
                              "自動運転", "--weights", "distance=5,kind=0"});
    ASSERT_FALSE(rows.empty());
    EXPECT_THAT(rows[0].at("reason"), HasSubstr("×5"));
    EXPECT_THAT(rows[0].at("reason"), HasSubstr("技術 1.00×3"));
    EXPECT_THAT(rows[0].at("reason"), Not(HasSubstr("団体の種類 ")));
    for (const char* wrong : {"colour=1", "distance", "distance=-1", "distance=x", "distance=inf",
                              "technology=0,distance=0,kind=0,area=0,coast=0,population=0", ""}) {
        if (*wrong != '\0') {
            EXPECT_EQ(run({"peers", "29344", "--weights", wrong}).code, 2) << wrong;
        }
    }
}

TEST(Analysis, NeighboursComeFirstAmongPeersAndAnIslandSaysItHasNoLandRoute) {
    const auto rows = answer({"peers", "29344"});
    EXPECT_EQ(rows[0].at("distance_km"), "0.000");
    EXPECT_EQ(rows[0].at("borders"), "1");
    EXPECT_THAT(rows[0].at("reason"), HasSubstr("境界を接する"));
    const auto island = answer({"peers", "東京都小笠原村"});
    EXPECT_EQ(island[0].at("borders"), "");
    EXPECT_THAT(island[0].at("reason"), HasSubstr("陸続きでない"));
    EXPECT_NE(answer({"peers", "東京都小笠原村", "--sea-links", "yes"})[0].at("borders"), "");
}

TEST(Analysis, TwentyAdoptersNoneOfThemSelected) {
    const auto rows = answer({"adopters", "mirai-R2-7"});
    ASSERT_EQ(rows.size(), 20U);
    const auto uncovered = members(answer({"gaps", "--with-prefecture-only"}));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(uncovered.count(rows[i].at("code")), 1U) << rows[i].at("code");
        if (i > 0) {
            EXPECT_LE(rows[i].at("score"), rows[i - 1].at("score"));
        }
    }
    EXPECT_EQ(run({"adopters", "no-such-selection"}).code, 2);
}

TEST(Analysis, DistancesCoverEveryCountedMunicipality) {
    const auto rows = answer({"distances", "--sea-links", "yes"});
    EXPECT_EQ(rows.size(), 1741U);
    for (const Row& row : rows) {
        EXPECT_FALSE(row.at("distance_km").empty() || row.at("borders").empty()) << row.at("code");
        EXPECT_EQ(row.at("borders") == "0", row.at("nearest_code") == row.at("code"));
        if (row.at("borders") == "1" && row.at("distance_km") != "0.000") {
            EXPECT_GT(std::stod(row.at("distance_km")), 0.1);  // across water
        }
    }
}

TEST(Analysis, NeighboursNameEveryMunicipalityAndHowItMeetsTheOthers) {
    std::set<std::string> named;
    std::map<std::string, int> kinds;
    for (const Row& row : answer({"neighbours"})) {
        named.insert(row.at("code"));
        ++kinds[row.at("meets")];
        EXPECT_EQ(row.at("shared_km").empty(), row.at("meets") != "border") << row.at("code");
        EXPECT_EQ(row.at("distance_km") == "0.000", row.at("meets") != "sea") << row.at("code");
    }
    EXPECT_EQ(named.size(), 1741U);
    EXPECT_EQ(kinds.count("none"), 0U);
    EXPECT_GT(kinds["point"], 0);
    const auto few = answer({"neighbours", "斑鳩町", "小笠原村"});
    EXPECT_EQ(few.size(), 8U);
    EXPECT_EQ(few[0].at("meets"), "sea");
    EXPECT_EQ(few[1].at("meets"), "border");
    const Ran words = run({"neighbours", "斑鳩町"});
    EXPECT_THAT(words.out, HasSubstr("境界を接するのは大和郡山市・"));
    EXPECT_EQ(run({"neighbours", "府中市"}).code, 2);
}

TEST(Analysis, TheNorthernTerritoriesAreAGapOnlyIfTheyCount) {
    const auto without = members(answer({"gaps", "--with-prefecture-only"}));
    const auto with =
        members(answer({"gaps", "--with-prefecture-only", "--count-northern-territories"}));
    EXPECT_EQ(with.size(), without.size() + 1);
    EXPECT_EQ(answer({"distances", "--count-northern-territories"}).size(), 1742U);
}

TEST(Analysis, SuggestionsStateTheirGuaranteeAndGrow) {
    const auto rows = answer({"suggest", "--count", "4", "--by", "area"});
    ASSERT_EQ(rows.size(), 4U);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        EXPECT_LE(std::stod(rows[i].at("gain")), std::stod(rows[i - 1].at("gain")));
        EXPECT_GT(std::stod(rows[i].at("share")), std::stod(rows[i - 1].at("share")));
    }
    EXPECT_THAT(run({"suggest", "--prefecture", "奈良県"}).out, HasSubstr("63%"));
    EXPECT_EQ(run({"suggest", "--by", "figure"}).code, 2);
}

/// 三郷町 in every notation a table may use.
TEST(UserTable, JoinsInEveryEncodingAndNotation) {
    const TemporaryFolder folder;
    const std::string rows = "団体コード,団体名,人口\n29343,三郷町,\"22,000\"\n";
    const std::string names = "都道府県名\t市区町村名\t人口\n東京都\t府中市\t260000\n";
    // 市町村 and 三郷町 in CP932.
    const std::string cp932 = "\x8E\x73\x92\xAC\x91\xBA,x\r\n\x8E\x4F\x8B\xBD\x92\xAC,7\r\n";
    const std::vector<std::pair<std::string, std::string>> tables{
        {rows, "29343"},
        {"\xEF\xBB\xBF" + rows, "29343"},
        {"code,x\n293431,5\n", "29343"},
        {"code,x\n1202,5\n", "01202"},
        {"団体\nコード,x\n29343,5\n", ""},
        {"\"団体\nコード\",\"説明\n（注）\",x\n29343,\"一行\n二行\",5\n", "29343"},
        {"コード,x\n２９３４３,５\n", "29343"},
        {names, "13206"},
        {"団体コード,団体名,人口\n,三郷町,5\n", "29343"},
        {"団体コード,都道府県,団体名,人口\n,東京都,府中市,5\n", "13206"},
        {cp932, "29343"},
    };
    for (const auto& [text, code] : tables) {
        const auto file = folder / "table.csv";
        write_text(file, text);
        if (code.empty()) {
            EXPECT_EQ(run({"join", "--table", file.string()}).code, 3) << text;
            continue;
        }
        const auto joined = answer({"join", "--table", file.string()});
        ASSERT_EQ(joined.size(), 1U) << text;
        EXPECT_EQ(joined[0].at("code"), code) << text;
        EXPECT_EQ(joined[0].at("outcome"), "matched") << text;
    }
}

TEST(UserTable, EveryRowHasExactlyOneOutcomeAndAReason) {
    const TemporaryFolder folder;
    const auto file = folder / "table.csv";
    write_text(file,
               "名前,人口\n三郷町,100\n府中市,5\n奈良県,9\nそんな町,1\n斑鳩町,-\n生駒市,3\n"
               "生駒市,4\n奈良市,8\n奈良市,8\n横浜市鶴見区,2\n");
    const auto rows = answer({"join", "--table", file.string(), "--figure", "人口"});
    std::vector<std::string> outcomes;
    for (const Row& row : rows) {
        outcomes.push_back(row.at("outcome"));
        EXPECT_FALSE(row.at("reason").empty()) << row.at("text");
    }
    EXPECT_THAT(outcomes, testing::ElementsAre("matched", "ambiguous", "not_in_set", "unresolved",
                                               "no_figure", "duplicate", "duplicate", "matched",
                                               "duplicate", "not_in_set"));
    EXPECT_THAT(run({"join", "--table", file.string(), "--figure", "人口"}).out,
                HasSubstr("一致 2、あいまい 1、不明 1、重複 3、境界データにない 2、数がない 1"));
}

TEST(UserTable, WeightsCoverageAndSuggestions) {
    const TemporaryFolder folder;
    const auto file = folder / "table.csv";
    write_text(file, "code,人口\n29343,300\n29201,100\n29205,600\n");
    const std::vector<std::string> table{"--table", file.string(), "--prefecture", "奈良県"};
    std::vector<std::string> words{"coverage"};
    words.insert(words.end(), table.begin(), table.end());
    const auto rows = answer(words);
    EXPECT_EQ(rows[0].at("figure"), "1000.00");
    EXPECT_EQ(rows[0].at("covered_figure"), "300.00");  // of the three, 三郷町 is selected
    EXPECT_EQ(rows[0].at("share_figure"), "0.300000");
    words[0] = "suggest";
    words.insert(words.end(), {"--by", "figure", "--within-borders", "0"});
    const auto suggested = answer(words);
    EXPECT_EQ(suggested[0].at("code"), "29205");
    EXPECT_EQ(suggested[0].at("gain"), "600.00");
}

TEST(UserTable, MarksForNoFigureAreNoZeroAndHideNoColumn) {
    const TemporaryFolder folder;
    const auto file = folder / "t.csv";
    write_text(file,
               "code,人口\n29343,\"1,234\"\n29201,１２，３４５\n29202,－\n29203,***\n29204,x\n"
               "29205,…\n29206,\n29207,秘匿\n29208,△\n29209,-5\n29210,\"1,2\"\n");
    const Ran by_itself = run({"join", "--table", file.string()});
    EXPECT_EQ(by_itself.code, 2) << "△ is no mark that statistics define";
    const auto rows = answer({"join", "--table", file.string(), "--figure", "人口"});
    ASSERT_EQ(rows.size(), 11U);
    const auto reasons = [&](std::size_t first, std::size_t last, const char* says) {
        for (std::size_t r = first; r <= last; ++r) {
            EXPECT_EQ(rows[r].at("outcome"), "no_figure") << rows[r].at("人口");
            EXPECT_THAT(rows[r].at("reason"), HasSubstr(says)) << rows[r].at("人口");
        }
    };
    EXPECT_EQ(rows[0].at("outcome"), "matched");
    EXPECT_EQ(rows[1].at("outcome"), "matched");
    reasons(2, 5, "0 とはしない");
    reasons(6, 6, "空");
    reasons(7, 7, "0 とはしない");
    reasons(8, 8, "数として読めない");
    reasons(9, 9, "0 より小さい");
    reasons(10, 10, "数として読めない");
    write_text(file, "code,year,人口\n29343,2020,\"1,234\"\n29201,2020,*\n");
    EXPECT_THAT(run({"join", "--table", file.string(), "--figure", "人口"}).out,
                HasSubstr("数がない 1"));
    write_text(file, "code,人口\n29343,\"1,234\"\n29201,*\n");
    EXPECT_EQ(run({"join", "--table", file.string()}).code, 0) << "the column is found by itself";
}

TEST(UserTable, WhatCannotBeReadIsRefusedInWords) {
    const TemporaryFolder folder;
    const auto refused = [&](const std::string& text, int code, const std::string& figure = "") {
        write_text(folder / "t.csv", text);
        std::vector<std::string> words{"coverage", "--table", (folder / "t.csv").string()};
        if (!figure.empty()) {
            words.insert(words.end(), {"--figure", figure});
        }
        const Ran ran = run(words);
        EXPECT_EQ(ran.code, code) << text;
        EXPECT_EQ(ran.out, "") << text;
        EXPECT_FALSE(ran.err.empty()) << text;
    };
    refused("", 3);
    refused("code,x\n29343,1,2\n", 3);
    refused("code,x\n\"29343,1\n", 3);
    refused("code,x\n29343,\xFF\xFF\n", 3);
    refused("code,x\n29343,many\n", 2);
    refused("code,x\n29343,1\n", 2, "y");
    refused("code,x,x\n29343,1,2\n", 2, "x");
    refused("PK\x03\x04 a workbook", 3);
    std::string long_table = "code,x\n";
    for (int i = 0; i <= 100000; ++i) {
        long_table += "29343,1\n";
    }
    refused(long_table, 3);
    std::filesystem::resize_file(folder / "t.csv", (256ULL << 20U) + 1);
    EXPECT_THAT(run({"join", "--table", (folder / "t.csv").string()}).err, HasSubstr("MB"));
    EXPECT_EQ(run({"coverage", "--table", (folder / "missing.csv").string()}).code, 3);
    EXPECT_EQ(run({"join"}).code, 2);
}

TEST(Analysis, SpeaksEnglishThroughout) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"gaps"},
          {"gaps", "--sea-links", "yes", "--details"},
          {"peers", "29344", "--rank-by", "score"},
          {"suggest", "--prefecture", "29"},
          {"what-if", "29209"},
          {"distances", "--prefecture", "29"},
          {"neighbours", "29344"},
          {"coverage", "--by", "year", "--cumulative", "--what-if", "29201"}}) {
        std::vector<std::string> english = words;
        english.insert(english.end(), {"--lang", "en"});
        const Ran ran = run(english);
        EXPECT_EQ(ran.code, 0) << words[0];
        for (const char* japanese : {"である", "境界", "空白", "選定"}) {
            EXPECT_THAT(ran.out + ran.err, Not(HasSubstr(japanese))) << words[0];
        }
    }
}

}  // namespace
}  // namespace miraimap::test
