// SPDX-License-Identifier: MIT
// Texts that a spreadsheet would run are disarmed; numbers and other texts stay as they are.
#include "app/core/export_csv.hpp"

#include <gtest/gtest.h>

#include "geo/io/format_limits.hpp"

namespace miraimap {
namespace {

TEST(SafeForSpreadsheets, DisarmsEveryKindOfStart) {
    for (const std::string text : {"=1+1", "+SUM(A1)", "-SUM(A1)", "@SUM(A1)", "\t=1", "\r=1",
                                   "\n=1", "＝1+1", "＋SUM", "－SUM", "＠SUM", "-", "=", "-1+1"}) {
        EXPECT_EQ(safe_for_spreadsheets(text), "'" + text);
    }
}

TEST(SafeForSpreadsheets, LeavesNumbersAndPlainTextAlone) {
    for (const std::string text : {"-3", "+3", "-1,234.5", "0.5", "", "01204", "旭川市", "a=b",
                                   "'=1", "H30", "mirai-R2-7"}) {
        EXPECT_EQ(safe_for_spreadsheets(text), text);
    }
}

TEST(ExportCsv, CountsChangedCellsAndNamesTheirColumns) {
    OutLayer layer;
    layer.name = "t";
    layer.fields = {{"a", FieldType::text, {}, ""}, {"n", FieldType::integer, {}, ""}};
    layer.features.push_back({{std::string("=1"), std::int64_t{-3}}, nullptr, {}});
    layer.features.push_back({{std::string("x,y"), Cell()}, nullptr, {}});
    Findings findings;
    EXPECT_EQ(csv_of(layer, false, findings), "a,n\n'=1,-3\n\"x,y\",\n");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "cell-made-safe");
    EXPECT_NE(findings[0].text.en.find("1 texts"), std::string::npos);
    EXPECT_NE(findings[0].text.en.find("columns: a"), std::string::npos);
}

TEST(Shortened, CutsAfterAWholeCharacterOrItemAndSaysSo) {
    EXPECT_EQ(shortened("abc", 3), "abc");
    EXPECT_EQ(shortened("abcdefgh", 6), "abc…");
    EXPECT_EQ(shortened("未来技術", 9), "未来…");
    EXPECT_EQ(shortened("未来技術", 8), "未…");
    EXPECT_EQ(shortened("01202;01204;01206", 12), "01202;…");
    EXPECT_EQ(shortened("01202;01204;01206", 15), "01202;01204;…");
    EXPECT_LE(shortened("01202;01204;01206", 8).size(), 8U);
}

}  // namespace
}  // namespace miraimap
