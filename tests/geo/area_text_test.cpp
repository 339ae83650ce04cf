// SPDX-License-Identifier: MIT
#include "geo/place/area_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace miraimap {
namespace {

using Strings = std::vector<std::string>;

Strings bodies(std::string_view text) {
    Strings all;
    for (const AreaPiece& piece : cut_area_text(text)) {
        all.emplace_back(piece.body);
    }
    return all;
}

TEST(AreaText, IsCutAtEverySeparatorOutsideBrackets) {
    EXPECT_EQ(bodies("北海道、岩見沢市・更別村／札幌市,旭川市，帯広市"),
              (Strings{"北海道", "岩見沢市", "更別村", "札幌市", "旭川市", "帯広市"}));
    EXPECT_EQ(bodies("札幌市及び旭川市"), (Strings{"札幌市", "旭川市"}));
    EXPECT_EQ(bodies("港区（芝、三田）"), Strings{"港区"});
}

TEST(AreaText, KnowsHowStrongASeparatorIs) {
    const auto pieces = cut_area_text("a・b、c／d（e）f");
    ASSERT_EQ(pieces.size(), 5U);
    EXPECT_EQ(pieces[0].before, Separator::none);
    EXPECT_EQ(pieces[1].before, Separator::middle);
    EXPECT_EQ(pieces[2].before, Separator::comma);
    EXPECT_EQ(pieces[3].before, Separator::hard);
    EXPECT_EQ(pieces[4].before, Separator::none);
    EXPECT_EQ(pieces[4].body, "f");
}

TEST(AreaText, NestedBracketsStayTogether) {
    const auto pieces = cut_area_text("木津川市（けいはんな（精華・西木津））");
    ASSERT_EQ(pieces.size(), 1U);
    ASSERT_EQ(pieces[0].brackets.size(), 1U);
    EXPECT_EQ(pieces[0].brackets[0], "けいはんな（精華・西木津）");
    EXPECT_EQ(pieces[0].printed, "木津川市（けいはんな（精華・西木津））");
}

TEST(AreaText, UnbalancedBracketsEndWithTheTextOrCut) {
    const auto open = cut_area_text("港区（芝、三田");
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].brackets.front(), "芝、三田");
    EXPECT_EQ(bodies("札幌市）、旭川市"), (Strings{"札幌市", "旭川市"}));
}

TEST(AreaText, NothingToReadGivesNoPiece) {
    EXPECT_TRUE(cut_area_text("").empty());
    EXPECT_TRUE(cut_area_text("、・／ （）\u3000").empty());
}

TEST(AreaText, AHundredKilobytesOfBracketsAreReadInOnePass) {
    EXPECT_EQ(cut_area_text(std::string(100000, '(')).size(), 1U);
    EXPECT_TRUE(cut_area_text(std::string(100000, ')')).empty());
}

TEST(Districts, AreCutAtCommasButNotAtMiddleDots) {
    EXPECT_EQ(cut_districts("大手町・丸の内・有楽町地区"), Strings{"大手町・丸の内・有楽町地区"});
    EXPECT_EQ(cut_districts("東金子、金子（北、南）"), (Strings{"東金子", "金子（北、南）"}));
    EXPECT_TRUE(cut_districts("、 、").empty());
}

TEST(Districts, HeadingsBeforeANestedBracketAreNotCounted) {
    EXPECT_EQ(count_areas("けいはんな学研都市（精華地区・西木津地区）"), 2);
    EXPECT_EQ(count_areas("三崎地区"), 1);
    EXPECT_EQ(count_areas(""), 0);
}

TEST(AreaWords, TheLongestEndingIsNamed) {
    EXPECT_EQ(area_word("山手線周辺"), "周辺");
    EXPECT_EQ(area_word("首都圏"), "圏");
    EXPECT_EQ(area_word("札幌市"), "");
    EXPECT_EQ(area_word("大阪副都心"), "副都心");
}

TEST(Spaces, AreTrimmedAtBothEnds) {
    EXPECT_EQ(trim_spaces("\u3000 札 幌\u00A0\n"), "札 幌");
    EXPECT_EQ(trim_spaces(" \u3000"), "");
    EXPECT_EQ(first_word("埼玉県\u3000入間市"), "埼玉県");
    EXPECT_EQ(first_word("埼玉県 "), "");
    EXPECT_EQ(first_word("埼玉県"), "");
}

}  // namespace
}  // namespace miraimap
