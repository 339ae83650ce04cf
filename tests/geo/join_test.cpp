// SPDX-License-Identifier: MIT
#include "geo/select/join.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "geo/io/csv.hpp"
#include "place_catalogue.hpp"
#include "real_area_texts.hpp"

namespace miraimap {
namespace {

Selection selection(std::string_view id, std::string_view text) {
    Selection one;
    one.id = id;
    one.area_text = text;
    one.table = "selections/test.csv";
    one.table_row = 7;
    return one;
}

Join join_text(std::string_view text) {
    return join_selections({selection("test-1", text)}, test::place_resolver());
}

std::string scope_of(std::string_view text) { return key_of(join_text(text).selections[0].scope); }

TEST(Join, AllRealTextsGetTheCodesAndScopeWrittenByHand) {
    std::vector<Selection> selections;
    for (const test::RealText& real : test::real_texts) {
        selections.push_back(selection(real.id, real.text));
    }
    const Join join = join_selections(selections, test::place_resolver());
    ASSERT_EQ(join.selections.size(), test::real_texts.size());
    for (std::size_t i = 0; i < test::real_texts.size(); ++i) {
        const test::RealText& real = test::real_texts[i];
        const JoinedSelection& joined = join.selections[i];
        EXPECT_EQ(join_list(joined.codes), real.codes) << real.id;
        EXPECT_EQ(key_of(joined.scope), real.scope) << real.id;
        EXPECT_EQ(join_list(joined.districts), real.districts) << real.id;
        const bool exact =
            std::all_of(joined.parts.begin(), joined.parts.end(),
                        [](const ResolvedPart& part) { return part.match == Match::exact; });
        EXPECT_EQ(exact, real.exact) << real.id;
    }
    EXPECT_FALSE(has_error(join.findings));
    EXPECT_EQ(join.findings.size(), 2U);
}

TEST(Join, ScopeSaysWhatASelectionCoversAsAWhole) {
    EXPECT_EQ(scope_of("札幌市"), "municipality");
    EXPECT_EQ(scope_of("札幌市、旭川市"), "joint");
    EXPECT_EQ(scope_of("北海道、札幌市"), "joint");
    EXPECT_EQ(scope_of("北海道"), "prefecture");
    EXPECT_EQ(scope_of("栃木県、静岡県"), "prefecture");
    EXPECT_EQ(scope_of("東京都港区（竹芝地区）"), "part");
    EXPECT_EQ(scope_of("札幌市（北区）、旭川市（東部）"), "part");
    EXPECT_EQ(scope_of("札幌市（北区）、旭川市"), "joint");
    EXPECT_EQ(scope_of("山手線周辺"), "unresolved");
    EXPECT_EQ(scope_of("府中市"), "unresolved");
    EXPECT_EQ(scope_of("山手線周辺／横須賀市"), "municipality");
}

TEST(Join, ACodeNamedTwiceStandsOnce) {
    const Join join = join_text("札幌市（北区）／札幌市（南区）");
    EXPECT_EQ(join.selections[0].codes, std::vector<std::string>{"01100"});
    EXPECT_EQ(join_list(join.selections[0].districts), "北区;南区");
    EXPECT_EQ(join.selections[0].parts.size(), 2U);
}

TEST(Join, WhatIsNotExactIsFoundWithTableRowAndId) {
    const Join join = join_text("府中市");
    ASSERT_EQ(join.findings.size(), 1U);
    const Finding& finding = join.findings[0];
    EXPECT_EQ(finding.code, "name-ambiguous");
    EXPECT_EQ(finding.severity, Severity::error);
    EXPECT_EQ(finding.where, "selections/test.csv:7 test-1");
    EXPECT_NE(finding.text.ja.find("13206 府中市（東京都）"), std::string::npos);
    EXPECT_NE(finding.text.en.find("34208 府中市（広島県）"), std::string::npos);
}

TEST(Join, SeverityTellsWhatMustBeSettledFromWhatIsWorthKnowing) {
    const auto only = [](std::string_view text) { return join_text(text).findings.at(0); };
    EXPECT_EQ(only("鎌ヶ谷市").code, "name-inferred");
    EXPECT_EQ(only("鎌ヶ谷市").severity, Severity::note);
    EXPECT_EQ(only("山手線周辺").code, "name-not-a-municipality");
    EXPECT_EQ(only("山手線周辺").severity, Severity::note);
    EXPECT_EQ(only("浦和市").code, "name-unknown");
    EXPECT_EQ(only("浦和市").severity, Severity::error);
    EXPECT_TRUE(join_text("札幌市").findings.empty());
}

TEST(Join, RowsAreConserved) {
    const std::vector<Selection> selections{selection("a", ""), selection("b", "札幌市"),
                                            selection("c", "\xFF")};
    const Join join = join_selections(selections, test::place_resolver());
    ASSERT_EQ(join.selections.size(), 3U);
    for (const JoinedSelection& joined : join.selections) {
        EXPECT_FALSE(joined.parts.empty());
    }
    EXPECT_EQ(join.findings.size(), 2U);
}

}  // namespace
}  // namespace miraimap
