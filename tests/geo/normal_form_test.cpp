// SPDX-License-Identifier: MIT
#include "geo/place/normal_form.hpp"

#include <gtest/gtest.h>

namespace miraimap {
namespace {

std::string written(std::string_view text) { return to_utf8(written_form(text).text); }

TEST(WrittenForm, WidthIsNoDifference) {
    EXPECT_EQ(written("Ａ１"), "A1");
    EXPECT_EQ(written("ﾆｾｺ町"), "ニセコ町");
    EXPECT_EQ(written("ﾊﾟｶﾞ"), "パガ");
}

TEST(WrittenForm, SpacesOfAnyKindAreNoDifference) {
    EXPECT_EQ(written("札\u3000幌\u00A0市 "), "札幌市");
    EXPECT_EQ(written("札\u200B幌\uFEFF市\n"), "札幌市");
}

TEST(WrittenForm, DecomposedKanaOfMacFilesAreComposed) {
    EXPECT_EQ(written("つか\u3099る市"), "つがる市");
    EXPECT_EQ(written("ハ\u309Aウ\u3099"), "パヴ");
}

TEST(WrittenForm, VariationSelectorsAreDropped) {
    EXPECT_EQ(written("葛\U000E0100城市"), "葛城市");
    EXPECT_EQ(written("葛\uFE00城市"), "葛城市");
}

TEST(WrittenForm, RadicalsOfPdfTextLayersAreCharacters) {
    EXPECT_EQ(written("\u2F2D形県"), "山形県");
    EXPECT_EQ(written("\u2ED1野市"), "長野市");
    EXPECT_EQ(written("\uFA10"), "塚");
    EXPECT_EQ(written("\uFA6D"), "舘");
}

TEST(WrittenForm, EachCharacterKnowsWhereItEndsInThePrintedText) {
    const WrittenForm form = written_form("ﾊﾟ 市x");
    ASSERT_EQ(form.text.size(), 3U);
    EXPECT_EQ(form.end, (std::vector<std::uint32_t>{6, 10, 11}));
}

TEST(WrittenForm, AMarkWithoutABaseStaysVisible) {
    EXPECT_EQ(written("\u3099").empty(), false);
    EXPECT_EQ(written("\U000E0100"), "");
}

TEST(Utf8, MalformedBytesBecomeTheReplacementCharacterAndNothingIsLost) {
    EXPECT_EQ(to_utf8(to_utf32("a\xFF市")), "a\uFFFD市");
    EXPECT_EQ(to_utf8(to_utf32("\xE5\xB8")), "\uFFFD\uFFFD");
    EXPECT_EQ(to_utf8(to_utf32("\U0001F389")), "\U0001F389");
}

TEST(Variants, FoldKeepsTheLength) {
    Variants variants;
    ASSERT_TRUE(variants.add(U'ヶ', U'ケ', {"小", "small"}));
    EXPECT_EQ(variants.fold(U"鎌ヶ谷市"), U"鎌ケ谷市");
    EXPECT_EQ(variants.find(U'ヶ')->reason.en, "small");
    EXPECT_EQ(variants.find(U'ケ'), nullptr);
}

TEST(Variants, ChainsAndDuplicatesAreRefused) {
    Variants variants;
    ASSERT_TRUE(variants.add(U'邊', U'辺', {}));
    EXPECT_FALSE(variants.add(U'邊', U'邉', {}));
    EXPECT_FALSE(variants.add(U'邉', U'邊', {}));
    EXPECT_FALSE(variants.add(U'辺', U'部', {}));
    EXPECT_FALSE(variants.add(U'山', U'山', {}));
    EXPECT_TRUE(variants.add(U'邉', U'辺', {}));
}

TEST(ReadingForm, KatakanaIsHiragana) {
    EXPECT_EQ(reading_form(U"サッポロ"), U"さっぽろ");
    EXPECT_EQ(reading_form(U"札幌"), std::nullopt);
    EXPECT_EQ(reading_form(U""), std::nullopt);
}

TEST(RomajiForm, SuffixesAreSplitOff) {
    EXPECT_EQ(romaji_form("Tsukuba City")->key, "tsukuba");
    EXPECT_EQ(romaji_form("Tsukuba City")->suffix, "市");
    EXPECT_EQ(romaji_form("sapporo-shi")->key, "sapporo");
    EXPECT_EQ(romaji_form("Hakone Town ")->suffix, "町");
    EXPECT_EQ(romaji_form("Osaka-fu")->suffix, "県");
}

TEST(RomajiForm, JapaneseSuffixesNeedASpaceOrHyphen) {
    EXPECT_EQ(romaji_form("Hachinohe")->key, "hachinohe");
    EXPECT_EQ(romaji_form("Katsushi")->suffix, "");
}

TEST(RomajiForm, LongVowelsAndNasalsAreFlattened) {
    EXPECT_EQ(romaji_form("Ōtsu")->key, romaji_form("Otsu")->key);
    EXPECT_EQ(romaji_form("Ohtsu")->key, "ohtsu");
    EXPECT_EQ(romaji_form("Kōchi")->key, romaji_form("Kouchi")->key);
    EXPECT_EQ(romaji_form("Shimbashi")->key, romaji_form("Shinbashi")->key);
    EXPECT_EQ(romaji_form("O\u0304tsu")->key, "otsu");
}

TEST(RomajiForm, OtherScriptsAreNotRomaji) {
    EXPECT_EQ(romaji_form("Sapporo市"), std::nullopt);
    EXPECT_EQ(romaji_form("123"), std::nullopt);
    EXPECT_EQ(romaji_form("- -"), std::nullopt);
    EXPECT_EQ(romaji_form(""), std::nullopt);
}

}  // namespace
}  // namespace miraimap
