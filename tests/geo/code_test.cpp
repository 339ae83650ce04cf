// SPDX-License-Identifier: MIT
#include "geo/place/code.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace miraimap {
namespace {

std::vector<std::string> codes(std::string_view digits) {
    std::vector<std::string> all;
    for (const CodeReading& reading : code_readings(digits)) {
        all.push_back(reading.code);
    }
    return all;
}

using Codes = std::vector<std::string>;

TEST(Code, CheckDigitsAreThoseOfThePublishedList) {
    // 全国地方公共団体コード: 011002 札幌市, 012025 函館市, 131016 千代田区, 271004 大阪市, 473821
    // 与那国町.
    EXPECT_EQ(check_digit("01100"), 2);
    EXPECT_EQ(check_digit("01202"), 5);
    EXPECT_EQ(check_digit("13101"), 6);
    EXPECT_EQ(check_digit("27100"), 4);
    EXPECT_EQ(check_digit("47382"), 1);
    EXPECT_EQ(check_digit("01000"), 6);
    EXPECT_EQ(check_digit("13000"), 1);
}

TEST(Code, EveryDigitStringOfFiveHasExactlyOneCheckDigitFromZeroToNine) {
    for (int n = 0; n < 100000; n += 7) {
        std::string code = std::to_string(n);
        code.insert(0, 5 - code.size(), '0');
        EXPECT_GE(check_digit(code), 0);
        EXPECT_LE(check_digit(code), 9);
    }
}

TEST(Code, AChangedDigitChangesTheCheckDigit) {
    EXPECT_NE(check_digit("01202"), check_digit("01203"));
    EXPECT_NE(check_digit("01202"), check_digit("01220"));
}

TEST(Code, FullWidthDigitsAndSpacesAreReadAsDigits) {
    EXPECT_EQ(digits_of("０１２０２"), "01202");
    EXPECT_EQ(digits_of(" 01 202\u3000"), "01202");
}

TEST(Code, AnythingButDigitsIsNoCode) {
    EXPECT_EQ(digits_of("0120a"), "");
    EXPECT_EQ(digits_of("札幌市"), "");
    EXPECT_EQ(digits_of(""), "");
    EXPECT_EQ(digits_of("12345678"), "");
    EXPECT_EQ(digits_of("-1202"), "");
}

TEST(Code, FiveDigitsAreReadAsTheyStand) {
    EXPECT_EQ(codes("14201"), Codes{"14201"});
    EXPECT_TRUE(code_readings("14201").front().findings.empty());
}

TEST(Code, ARightCheckDigitIsRemovedAndSaid) {
    const auto readings = code_readings("012025");
    ASSERT_FALSE(readings.empty());
    EXPECT_EQ(readings.front().code, "01202");
    EXPECT_TRUE(readings.front().check_digit_ok);
    EXPECT_TRUE(readings.front().has(code_check_digit_removed));
}

TEST(Code, AWrongCheckDigitIsNeverAcceptable) {
    const auto readings = code_readings("012026");
    ASSERT_FALSE(readings.empty());
    EXPECT_FALSE(readings.front().check_digit_ok);
    EXPECT_TRUE(readings.front().has(code_check_digit_wrong));
}

TEST(Code, FourDigitsHaveLostALeadingZero) {
    const auto readings = code_readings("1202");
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings.front().code, "01202");
    EXPECT_TRUE(readings.front().has(code_lost_leading_zero));
}

TEST(Code, FiveDigitsMayBeSixWithoutTheirZeroAndBothReadingsAreGiven) {
    EXPECT_EQ(codes("12025"), (Codes{"12025", "01202"}));
    const auto readings = code_readings("12025");
    EXPECT_TRUE(readings.back().has(code_lost_leading_zero));
    EXPECT_TRUE(readings.back().has(code_check_digit_removed));
    // 01202 has the check digit 5, so 12024 can only be itself.
    EXPECT_EQ(codes("12024"), Codes{"12024"});
}

TEST(Code, OneOrTwoDigitsAreAPrefecture) {
    EXPECT_EQ(codes("13"), Codes{"13000"});
    EXPECT_EQ(codes("1"), Codes{"01000"});
    EXPECT_TRUE(code_readings("1").front().has(code_lost_leading_zero));
}

TEST(Code, SevenDigitsAreAnAreaOfTheMeteorologicalAgency) {
    EXPECT_EQ(codes("0120601"), Codes{"01206"});
    EXPECT_TRUE(code_readings("0120601").front().has(code_area_digits_removed));
    // Without its zero it has six digits, and both readings are given.
    EXPECT_EQ(codes("120601"), (Codes{"12060", "01206"}));
}

TEST(Code, NoReadingForOtherLengths) {
    EXPECT_TRUE(code_readings("").empty());
    EXPECT_TRUE(code_readings("123").empty());
}

TEST(Code, EveryFindingSaysItsStableCodeInBothLanguages) {
    for (const std::string_view finding :
         {code_lost_leading_zero, code_check_digit_removed, code_check_digit_wrong,
          code_area_digits_removed, code_unknown}) {
        const Text text = code_finding_text(finding, "01202");
        EXPECT_NE(text.ja.find(finding), std::string::npos);
        EXPECT_NE(text.en.find(finding), std::string::npos);
    }
}

}  // namespace
}  // namespace miraimap
