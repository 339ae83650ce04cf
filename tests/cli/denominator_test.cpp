// SPDX-License-Identifier: MIT
// Denominators and known unknowns from outside: what is counted can be chosen, and what nobody can
// count is never shown as zero.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Sum of a column of `coverage --format csv`.
int sum(const std::vector<std::string>& words, std::size_t column) {
    std::vector<std::string> all{"coverage", "--format", "csv", "--quiet"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = run(all);
    EXPECT_EQ(ran.code, 0) << ran.err;
    int total = 0;
    const auto rows = csv_rows(ran.out);
    for (std::size_t r = 1; r < rows.size(); ++r) {
        total += std::stoi(rows[r].at(column));
    }
    return total;
}

constexpr std::size_t municipalities = 2;
constexpr std::size_t direct = 3;
constexpr std::size_t part = 4;
constexpr std::size_t uncovered = 6;

TEST(Denominator, WardsAreAChoiceThatEveryShareStates) {
    // 総務省: 1,718 cities, towns and villages, and 23 special wards; 171 wards of designated
    // cities since 浜松市 has three (2024-01-01): 1,741 - 20 cities + 171 wards.
    EXPECT_EQ(sum({}, municipalities), 1741);
    EXPECT_EQ(sum({"--wards", "none"}, municipalities), 1718);
    EXPECT_EQ(sum({"--wards", "all"}, municipalities), 1892);
    EXPECT_EQ(sum({"--count-northern-territories"}, municipalities), 1742);
    EXPECT_EQ(sum({"--wards", "none", "--count-northern-territories"}, municipalities), 1719);
    for (const auto& [words, says] :
         {std::pair{"special", "1,741（特別区を含み"}, std::pair{"none", "1,718（市町村だけを数え"},
          std::pair{"all", "1,892（特別区と、政令指定都市の区をそれぞれ"}}) {
        EXPECT_THAT(run({"coverage", "--wards", words}).err, HasSubstr(says));
    }
    EXPECT_EQ(run({"coverage", "--wards", "some"}).code, 2);
}

TEST(Denominator, EveryAnalysisCountsWardsWhereTheirCityIs) {
    const auto answer = [](std::vector<std::string> words) {
        words.insert(words.end(), {"--wards", "all", "--lang", "en"});
        const Ran ran = run(words);
        EXPECT_EQ(ran.code, 0) << words[0] << ran.err;
        return ran;
    };
    // 愛知県: 54 municipalities; 名古屋市, which nothing names under this filter, has 16 wards.
    const std::vector<std::string> only{"--prefecture", "愛知県", "--programme", "mirai"};
    const auto with = [&](const char* verb) {
        std::vector<std::string> words{verb};
        words.insert(words.end(), only.begin(), only.end());
        return words;
    };
    const auto members = [](const std::string& out) {
        int all = 0;
        for (const auto& row : csv_rows(out)) {
            all += row[0] == "region" ? 0 : std::stoi(row.at(1));
        }
        return all;
    };
    std::vector<std::string> gaps = with("gaps");
    gaps.insert(gaps.end(), {"--format", "csv"});
    const int whole = members(run(gaps).out);
    const Ran by_ward = answer(gaps);
    EXPECT_EQ(members(by_ward.out), whole + 15);
    EXPECT_THAT(by_ward.out, HasSubstr("23100")) << "the city is one place of the region";
    EXPECT_THAT(by_ward.err, HasSubstr("wards have no shape"));
    EXPECT_THAT(answer(with("distances")).out, HasSubstr("Of 69 municipalities"));
    EXPECT_THAT(answer(with("distances")).err, HasSubstr("Denominator: 69"));
    EXPECT_THAT(answer(with("suggest")).err, HasSubstr("Denominator: 69"));
    EXPECT_THAT(answer({"what-if", "名古屋市", "--prefecture", "愛知県"}).err,
                HasSubstr("Denominator: 69"));
    EXPECT_THAT(answer({"adopters", "mirai-R2-7"}).err, HasSubstr("Denominator: 1,892"));
    // One ward of 仙台市 is selected in part; its four other wards are in no region, and said.
    EXPECT_THAT(answer({"gaps", "--prefecture", "宮城県", "--programme", "meti"}).err,
                HasSubstr("4 wards without a selection lie in cities"));
}

TEST(Denominator, AdoptersAreOfTheDenominatorAndThePrefecturesAskedFor) {
    const auto codes = [](std::vector<std::string> words) {
        words.insert(words.begin(), {"adopters", "mirai-R2-7", "--limit", "0", "--format", "csv"});
        std::string all;
        const auto rows = csv_rows(run(words).out);
        for (std::size_t r = 1; r < rows.size(); ++r) {
            all += rows[r].at(1) + " ";
        }
        return all;
    };
    EXPECT_THAT(codes({}), HasSubstr("13104 "));
    EXPECT_THAT(codes({"--wards", "none"}), Not(HasSubstr("13104 ")));
    EXPECT_THAT(codes({}), Not(HasSubstr("01x00")));
    EXPECT_THAT(codes({"--count-northern-territories"}), HasSubstr("01x00"));
    EXPECT_THAT(codes({"--prefecture", "奈良県"}), Not(HasSubstr(" 27")));
}

TEST(Denominator, TokyoWithoutItsWardsIsSmallerEverywhere) {
    EXPECT_EQ(sum({"--prefecture", "東京都"}, municipalities), 62);
    EXPECT_EQ(sum({"--prefecture", "東京都", "--wards", "none"}, municipalities), 39);
    const auto places = [](const std::string& wards) {
        return csv_rows(run({"distances", "--prefecture", "東京都", "--wards", wards, "--format",
                             "csv", "--quiet"})
                            .out)
                   .size() -
               1;
    };
    EXPECT_EQ(places("special"), 62U);
    EXPECT_EQ(places("none"), 39U);
    EXPECT_THAT(run({"gaps", "--wards", "none", "--format", "csv", "--quiet"}).out,
                Not(HasSubstr("13104")));
    EXPECT_THAT(run({"gaps", "--format", "csv", "--quiet"}).out, HasSubstr("13104"));
}

TEST(Denominator, WardsOfACityFollowWhatTheSlidesName) {
    // smartcity-R3-9 names 仙台市泉区南光台・八乙女地区 only: one of five wards, in part.
    const std::vector<std::string> only{"--prefecture", "宮城県", "--programme", "meti"};
    EXPECT_EQ(sum(only, part), 1);
    std::vector<std::string> wards = only;
    wards.insert(wards.end(), {"--wards", "all"});
    EXPECT_EQ(sum(wards, municipalities), 39);  // 35 - 仙台市 + 5
    EXPECT_EQ(sum(wards, part), 1);
    EXPECT_EQ(sum(wards, uncovered), sum(only, uncovered) + 4);
    // A city that is named whole has all its wards.
    EXPECT_EQ(sum({"--prefecture", "宮城県", "--wards", "all", "--year", "H30"}, direct), 5);
}

TEST(Denominator, OldBoundariesHaveTheirOwnWards) {
    if (shared().empty()) {
        GTEST_SKIP() << "no development material beside the checkout";
    }
    const std::string n03 =
        (shared() / "n03" / "N03-21_210101_designated_city.topojson.json").string();
    if (!std::filesystem::exists(n03)) {
        GTEST_SKIP() << "no " << n03;
    }
    // 浜松市 had seven wards in 2021: four more than in 2024.
    EXPECT_EQ(
        sum({"--boundaries", n03, "--wards", "all", "--prefecture", "静岡県"}, municipalities),
        sum({"--wards", "all", "--prefecture", "静岡県"}, municipalities) + 4);
}

TEST(KnownUnknowns, StandBelowTheTotalAndAreNeverZero) {
    const std::string out = run({"coverage"}).out;
    EXPECT_THAT(out, HasSubstr("支援を終えた事業（団体名なし）"));
    EXPECT_THAT(out, HasSubstr("団体名が資料にない事業が8件ある（平成30年度に5、令和元年度に3）"));
    EXPECT_THAT(out, HasSubstr("うち市区町村を特定できない選定"));
    EXPECT_THAT(out, HasSubstr("smartcity-R3-45"));
    const std::string english = run({"coverage", "--lang", "en"}).out;
    EXPECT_THAT(english, HasSubstr("8 more projects ended"));
    // Tables for programs have the contract's rows only; the words go to stderr.
    const Ran csv = run({"coverage", "--format", "csv"});
    EXPECT_THAT(csv.out, Not(HasSubstr("ended")));
    EXPECT_THAT(csv.err, HasSubstr("8件"));
}

TEST(KnownUnknowns, FollowTheFilter) {
    const auto out = [](std::vector<std::string> words) {
        words.insert(words.begin(), "coverage");
        return run(words).out;
    };
    EXPECT_THAT(out({"--year", "H30"}), HasSubstr("事業が5件ある"));
    EXPECT_THAT(out({"--year", "R1"}), HasSubstr("事業が3件ある"));
    EXPECT_THAT(out({"--prefecture", "奈良県"}), HasSubstr("事業が8件ある"));
    EXPECT_THAT(out({"--technology", "ドローン"}), HasSubstr("事業が8件ある"));
    for (const std::vector<std::string>& ruled_out : {std::vector<std::string>{"--year", "R2..R3"},
                                                      {"--source", "society5"},
                                                      {"--programme", "mic"},
                                                      {"--kind", "new"},
                                                      {"--year", "past"}}) {
        EXPECT_THAT(out(ruled_out), Not(HasSubstr("支援を終え"))) << ruled_out[1];
    }
}

TEST(KnownUnknowns, ComeFromTheTables) {
    const TemporaryFolder folder;
    std::filesystem::copy(root() / "data", folder / "data",
                          std::filesystem::copy_options::recursive);
    const auto table = folder / "data" / "reference" / "stated_totals.csv";
    std::string text = read_text(table);
    const std::size_t at = text.find("mirai_ended,8");
    ASSERT_NE(at, std::string::npos);
    text.replace(at, 13, "mirai_ended,9");
    write_text(table, text);
    const Ran ran = run({"coverage", "--data", (folder / "data").string()});
    EXPECT_THAT(ran.out, HasSubstr("事業が9件ある。"));  // the years no longer add up: not said
}

}  // namespace
}  // namespace miraimap::test
