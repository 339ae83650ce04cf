// SPDX-License-Identifier: MIT
// Codes, recorded decisions, bad input and what must hold for every text.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <vector>

#include "geo/error.hpp"
#include "geo/io/csv.hpp"
#include "geo/place/area_text.hpp"
#include "geo/place/normal_form.hpp"
#include "geo/place/resolver.hpp"
#include "place_catalogue.hpp"
#include "real_area_texts.hpp"

namespace miraimap {
namespace {

using test::candidate_codes;
using test::names_folder;
using test::only_part_of;
using test::place_catalogue;
using test::place_resolver;

// --- codes -------------------------------------------------------------------------------------

TEST(ResolverCodes, ACodeIsExactWithOrWithoutItsCheckDigit) {
    for (const char* text : {"01202", "012025", "０１２０２", "01 202"}) {
        const ResolvedPart part = only_part_of(text);
        EXPECT_EQ(part.code, "01202") << text;
        EXPECT_EQ(part.match, Match::exact) << text;
    }
    EXPECT_NE(only_part_of("012025").reason.en.find("code-check-digit-removed"), std::string::npos);
}

TEST(ResolverCodes, ALostZeroIsInferred) {
    for (const char* text : {"1202", "12025"}) {
        const ResolvedPart part = only_part_of(text);
        EXPECT_EQ(part.code, "01202") << text;
        EXPECT_EQ(part.match, Match::inferred) << text;
        EXPECT_NE(part.reason.en.find("code-lost-leading-zero"), std::string::npos) << text;
    }
}

TEST(ResolverCodes, ACodeAsItStandsWinsAndTheOtherReadingIsNamed) {
    // 15202 is 長岡市; 015202 without its zero would be 幌延町.
    Catalogue two;
    two.edition = "test";
    for (const auto& [code, name, prefecture] :
         {std::tuple{"01520", "幌延町", 1}, std::tuple{"15202", "長岡市", 15}}) {
        Municipality m;
        m.code = code;
        m.name_ja = name;
        m.prefecture = prefecture;
        two.municipalities.push_back(m);
    }
    const Resolver resolver(two, names_folder());
    const auto parts = resolver.resolve("15202");
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts[0].match, Match::exact);
    EXPECT_EQ(parts[0].code, "15202");
    EXPECT_NE(parts[0].reason.ja.find("01520"), std::string::npos);
}

TEST(ResolverCodes, AWrongCheckDigitSelectsNothing) {
    const ResolvedPart part = only_part_of("012026");
    EXPECT_EQ(part.match, Match::unknown);
    EXPECT_EQ(candidate_codes(part), "01202");
    EXPECT_NE(part.reason.en.find("code-check-digit-wrong"), std::string::npos);
}

TEST(ResolverCodes, AWardsCodeIsAPartOfItsCity) {
    const ResolvedPart part = only_part_of("14131");
    EXPECT_EQ(part.code, "14130");
    EXPECT_TRUE(part.only_part);
    EXPECT_EQ(join_list(part.districts), "川崎区");
}

TEST(ResolverCodes, PrefecturesAndAreasOfTheMeteorologicalAgency) {
    EXPECT_EQ(only_part_of("13").code, "13000");
    EXPECT_EQ(only_part_of("13000").code, "13000");
    EXPECT_EQ(only_part_of("130001").code, "13000");
    EXPECT_EQ(only_part_of("0120601").code, "01206");
    EXPECT_EQ(only_part_of("48").match, Match::unknown);
    EXPECT_NE(only_part_of("99999").reason.en.find("code-unknown"), std::string::npos);
}

// --- decisions ---------------------------------------------------------------------------------

class Names : public testing::Test {
protected:
    void SetUp() override {
        const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
        folder_ = std::filesystem::path(testing::TempDir()) / ("miraimap_names_" + name);
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        for (const char* file : {"variants.csv", "wards.csv", "non_places.csv", "decisions.csv"}) {
            std::filesystem::copy_file(names_folder() / file, folder_ / file);
        }
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void append(const char* file, const std::string& line) const {
        std::ofstream(folder_ / file, std::ios::app) << line << "\n";
    }
    /// Message of the error that loading throws; empty if it does not.
    [[nodiscard]] std::string error() const {
        try {
            const Resolver resolver(place_catalogue(), folder_);
        } catch (const Error& e) {
            EXPECT_EQ(e.kind(), ErrorKind::input);
            return e.message(Lang::en);
        }
        return {};
    }

    std::filesystem::path folder_;
};

TEST_F(Names, ADecisionSettlesAnAmbiguousTextAndGivesItsReason) {
    append(
        "decisions.csv",
        "府中市,34208,広島県の事業の一覧にある,it is in the list of Hiroshima,一覧 p.3,2024-05-01");
    const Resolver resolver(place_catalogue(), folder_);
    const auto parts = resolver.resolve("府中市、三次市");
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].code, "34208");
    EXPECT_EQ(parts[0].match, Match::inferred);
    EXPECT_NE(parts[0].reason.ja.find("広島県の事業の一覧にある"), std::string::npos);
    EXPECT_NE(parts[0].reason.en.find("decisions.csv:2"), std::string::npos);
    EXPECT_EQ(resolver.resolve("東京都府中市")[0].code, "13206");
}

TEST_F(Names, ADecisionForAMissingCodeSelectsNothing) {
    append("decisions.csv", "府中市,34999,理由,reason,根拠,2024-05-01");
    const Resolver resolver(place_catalogue(), folder_);
    EXPECT_EQ(resolver.resolve("府中市")[0].match, Match::unknown);
    EXPECT_NE(resolver.resolve("府中市")[0].reason.en.find("34999"), std::string::npos);
}

TEST_F(Names, EveryFileMustBeThere) {
    for (const char* file : {"variants.csv", "wards.csv", "non_places.csv", "decisions.csv"}) {
        std::filesystem::rename(folder_ / file, folder_ / "away");
        EXPECT_NE(error().find(file), std::string::npos);
        std::filesystem::rename(folder_ / "away", folder_ / file);
    }
    EXPECT_EQ(error(), "");
}

TEST_F(Names, AWrongRowIsNamedWithFileAndLine) {
    append("decisions.csv", "府中市,1234,理由,reason,根拠,2024-05-01");
    EXPECT_NE(error().find("names/decisions.csv:2"), std::string::npos) << error();
}

TEST_F(Names, AReasonInOneLanguageOnlyIsRefused) {
    append("decisions.csv", "府中市,34208,理由,,根拠,2024-05-01");
    EXPECT_NE(error().find("reason_en"), std::string::npos) << error();
}

TEST_F(Names, AVariantOfAVariantIsRefused) {
    append("variants.csv", "ヸ,ヶ,理由,reason");
    EXPECT_NE(error().find("variants.csv"), std::string::npos) << error();
}

TEST_F(Names, AWardTwiceIsRefused) {
    append("wards.csv", "04105,04100,泉区,,");
    EXPECT_NE(error().find("04105"), std::string::npos) << error();
}

TEST_F(Names, ADateMustBeADate) {
    append("wards.csv", "22199,22130,新区,2024年,");
    EXPECT_NE(error().find("2024年"), std::string::npos) << error();
}

// --- bad input ---------------------------------------------------------------------------------

TEST(ResolverInput, InvalidUtf8IsOneUnknownPartThatSaysSo) {
    const auto parts = place_resolver().resolve("札幌市\xFF、旭川市");
    ASSERT_EQ(parts.size(), 1U);
    EXPECT_EQ(parts[0].match, Match::unknown);
    EXPECT_TRUE(is_utf8(parts[0].part));
    EXPECT_NE(parts[0].reason.en.find("UTF-8"), std::string::npos);
}

TEST(ResolverInput, NothingNamedIsUnknownAndSaysSo) {
    for (const char* text : {"", " ", "、", "（）", "（（", "））", "／・", "\u3000"}) {
        const ResolvedPart part = only_part_of(text);
        EXPECT_EQ(part.match, Match::unknown) << text;
        EXPECT_FALSE(part.reason.ja.empty()) << text;
    }
}

TEST(ResolverInput, OddTextsGiveAnAnswer) {
    for (const char* text : {"🎉", "🎉市", "札幌市🎉", "（札幌市", "札幌市）", "）札幌市（", "a(b(c)d",
                             "・札幌市・", "札幌市（（））", "区", "市", "郡", "が", "\x01", "-",
                             "0", "札幌市（）（）", "〇〇市", "Ａ市"}) {
        const auto parts = place_resolver().resolve(text);
        EXPECT_FALSE(parts.empty()) << text;
        for (const ResolvedPart& part : parts) {
            EXPECT_FALSE(part.reason.ja.empty()) << text;
            EXPECT_FALSE(part.reason.en.empty()) << text;
            EXPECT_TRUE(is_utf8(part.part)) << text;
        }
    }
    EXPECT_EQ(only_part_of("（横須賀市）").code, "14201");
    EXPECT_EQ(only_part_of("札幌市（").code, "01100");
}

TEST(ResolverInput, AHundredKilobytesAreAnswered) {
    const auto repeated = [](std::string_view unit) {
        std::string text;
        while (text.size() < 100000) {
            text += unit;
        }
        return text;
    };
    for (const char* unit : {"札幌市、", "札幌市", "札幌市 ", "あ", "あ市・", "（", "）", "、",
                             "札幌市（あ）", " ", "1", "a", "（札幌市", "札幌市西区・", "郡"}) {
        EXPECT_FALSE(place_resolver().resolve(repeated(unit)).empty()) << unit;
    }
    EXPECT_EQ(place_resolver().resolve(repeated("札幌市、")).size(), 8334U);
}

// --- what holds for every text -----------------------------------------------------------------

/// The text without spaces, separators and brackets.
std::u32string bare(std::string_view text) {
    constexpr std::u32string_view dropped = U"、・/()【】,";
    std::u32string kept = written_form(text).text;
    std::erase_if(kept, [&](char32_t c) { return dropped.find(c) != std::u32string_view::npos; });
    return kept;
}

TEST(ResolverInvariant, PartsTogetherCoverThePrintedText) {
    std::vector<std::string> texts{
        "札幌市 旭川市",        "札幌市旭川市",           "横須賀市、三浦市（三崎地区）",
        "【北海道】伊達市",     "府中市（広島県）",       "長崎県（対馬市、壱岐市）",
        "富山市ほか",           "大阪市北区・中央区ほか", "千代田区（大手町）周辺",
        "A市、B市（C地区）",    "Sapporo, Hokkaido",      "（札幌市、旭川市）",
        "東京都横浜市（中区）", "泉区南光台、八乙女"};
    for (const test::RealText& real : test::real_texts) {
        texts.emplace_back(real.text);
    }
    for (const std::string& text : texts) {
        std::string together;
        for (const ResolvedPart& part : place_resolver().resolve(text)) {
            together += part.part;
        }
        EXPECT_EQ(bare(together), bare(text)) << text << " -> " << together;
    }
}

TEST(ResolverInvariant, ACodeStandsExactlyWhereTheMatchSaysSo) {
    for (const test::RealText& real : test::real_texts) {
        for (const ResolvedPart& part : place_resolver().resolve(real.text)) {
            const bool matched = part.match == Match::exact || part.match == Match::inferred;
            EXPECT_EQ(matched, !part.code.empty()) << real.text;
            EXPECT_EQ(part.is_prefecture, part.code.ends_with("000")) << real.text;
            EXPECT_EQ(matched && !part.is_prefecture, part.municipality >= 0) << real.text;
            if (part.municipality >= 0) {
                const auto& m =
                    place_catalogue().municipalities[static_cast<std::size_t>(part.municipality)];
                EXPECT_EQ(m.code, part.code);
                EXPECT_EQ(m.name_ja, part.name);
            }
        }
    }
}

TEST(ResolverInvariant, TheSameTextGivesTheSameAnswer) {
    const Resolver other(place_catalogue(), names_folder());
    for (const char* text : {"浦和市", "Saporo", "泉区", "北区"}) {
        EXPECT_EQ(candidate_codes(other.resolve(text)[0]),
                  candidate_codes(place_resolver().resolve(text)[0]));
    }
}

}  // namespace
}  // namespace miraimap
