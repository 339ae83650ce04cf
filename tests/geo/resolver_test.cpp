// SPDX-License-Identifier: MIT
// Names to codes, over a catalogue written by hand.
#include "geo/place/resolver.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "geo/io/csv.hpp"
#include "place_catalogue.hpp"

namespace miraimap {
namespace {

using test::candidate_codes;
using test::codes_of;
using test::only_part_of;
using test::place_resolver;

std::vector<ResolvedPart> resolve(std::string_view text) { return place_resolver().resolve(text); }

void expect(const std::string& text, Match match, const std::string& code) {
    const ResolvedPart part = only_part_of(text);
    EXPECT_EQ(key_of(part.match), key_of(match)) << text << ": " << part.reason.en;
    EXPECT_EQ(part.code, code) << text << ": " << part.reason.en;
}

void expect_ambiguous(const std::string& text, const std::string& codes) {
    const ResolvedPart part = only_part_of(text);
    EXPECT_EQ(key_of(part.match), "ambiguous") << text << ": " << part.reason.en;
    EXPECT_EQ(part.code, "") << text;
    EXPECT_EQ(candidate_codes(part), codes) << text;
}

bool says(const ResolvedPart& part, std::string_view ja) {
    return part.reason.ja.find(ja) != std::string::npos;
}

// --- prefectures -------------------------------------------------------------------------------

TEST(Resolver, APrefectureAloneIsTheSelectedBody) {
    const ResolvedPart part = only_part_of("鳥取県");
    EXPECT_EQ(part.code, "31000");
    EXPECT_TRUE(part.is_prefecture);
    EXPECT_EQ(part.municipality, -1);
    EXPECT_EQ(part.prefecture_number, 31);
    EXPECT_EQ(part.match, Match::exact);
}

TEST(Resolver, APrefectureInAListIsABodyAndCarriesOver) {
    const auto parts = resolve("北海道、岩見沢市、更別村");
    EXPECT_EQ(codes_of(parts), "01000;01210;01639");
    EXPECT_TRUE(parts[0].is_prefecture);
    EXPECT_FALSE(parts[1].is_prefecture);
    EXPECT_TRUE(says(parts[2], "前に印字された北海道を引き継ぐ"));
}

TEST(Resolver, PrefixOfAPrefectureCarriesOverToLaterMembers) {
    const auto parts = resolve("三重県多気町・明和町・大台町・度会町・大紀町・紀北町");
    EXPECT_EQ(codes_of(parts), "24441;24442;24443;24470;24471;24543");
    EXPECT_EQ(parts[1].match, Match::exact);
    EXPECT_TRUE(says(parts[1], "同名の明和町（群馬県）とは別"));
}

TEST(Resolver, AnotherPrefectureEndsTheCarryingOver) {
    EXPECT_EQ(codes_of(resolve("富山県朝日町、三重県朝日町、明和町")), "16343;24343;24442");
}

TEST(Resolver, AMemberOutsideTheCarriedPrefectureIsInferredAndSaidSo) {
    const auto parts = resolve("神奈川県横須賀市、富士市");
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[1].code, "22210");
    EXPECT_EQ(parts[1].match, Match::inferred);
    EXPECT_TRUE(says(parts[1], "前に印字された神奈川県には富士市がない"));
}

TEST(Resolver, NeitherACityNorATownNeedsItsPrefectureWhereItIsTheOnlyOne) {
    const auto parts = resolve("川崎市、箱根町");
    EXPECT_EQ(codes_of(parts), "14130;14382");
    EXPECT_EQ(parts[0].match, Match::exact);
    EXPECT_EQ(parts[0].prefecture, "神奈川県");
}

TEST(Resolver, AWrongPrefectureIsNotCorrected) {
    const ResolvedPart part = only_part_of("東京都横浜市");
    EXPECT_EQ(part.match, Match::unknown);
    EXPECT_EQ(part.code, "");
    EXPECT_EQ(candidate_codes(part), "14100");
    EXPECT_EQ(part.prefecture, "東京都");
}

TEST(Resolver, APrefectureWithoutItsSuffixIsInferred) {
    expect("奈良三郷町", Match::inferred, "29343");
    expect("奈良 三郷町", Match::inferred, "29343");
    expect("東京", Match::inferred, "13000");
}

TEST(Resolver, APrefectureInBracketsTellsNamesakesApart) {
    expect("府中市（広島県）", Match::exact, "34208");
    expect("府中市（東京）", Match::exact, "13206");
    expect("【北海道】伊達市", Match::exact, "01233");
    EXPECT_TRUE(only_part_of("府中市（広島県）").districts.empty());
}

TEST(Resolver, MunicipalitiesInBracketsAfterAPrefectureAreMembers) {
    const auto parts = resolve("長崎県（対馬市、壱岐市）");
    EXPECT_EQ(codes_of(parts), "42000;42209;42210");
    EXPECT_EQ(parts[1].match, Match::inferred);
}

// --- homonyms and suffixes ---------------------------------------------------------------------

TEST(Resolver, HomonymsAreAmbiguousWithAllCandidates) {
    expect_ambiguous("朝日町", "06323;16343;24343");
    expect_ambiguous("明和町", "10522;24442");
    expect_ambiguous("美郷町", "05434;32448;45431");
    expect_ambiguous("府中市", "13206;34208");
    expect_ambiguous("伊達市", "01233;07213");
}

TEST(Resolver, ThePrefectureSettlesAHomonym) {
    expect("島根県美郷町", Match::exact, "32448");
    expect("群馬県明和町", Match::exact, "10522");
}

TEST(Resolver, TheSuffixSettlesNamesThatDifferByIt) {
    expect("四万十市", Match::exact, "39210");
    expect("四万十町", Match::exact, "39412");
    expect_ambiguous("川崎町", "04324;40605");
}

TEST(Resolver, AMissingSuffixIsInferredOnlyIfOneBodyFits) {
    expect("会津若松", Match::inferred, "07202");
    expect("高知県檮原", Match::inferred, "39405");
    expect_ambiguous("四万十", "39210;39412");
    expect_ambiguous("福島", "01332;07000;07201");
    expect_ambiguous("大阪", "27000;27100");
}

TEST(Resolver, ALongerNameWinsOverOneItBeginsWith) {
    expect("東村山市", Match::exact, "13213");
    expect("東村山", Match::inferred, "13213");
    expect("東村", Match::exact, "47303");
}

TEST(Resolver, AWrongSuffixIsUnknownAndTheRightNameIsTheNearest) {
    const ResolvedPart part = only_part_of("更別町");
    EXPECT_EQ(part.match, Match::unknown);
    ASSERT_FALSE(part.candidates.empty());
    EXPECT_EQ(part.candidates.front().code, "01639");
}

TEST(Resolver, ACountyIsNotNeededAndSaidSo) {
    expect("宮城県柴田郡川崎町", Match::exact, "04324");
    expect("東村山郡中山町", Match::exact, "06302");
    expect_ambiguous("柴田郡川崎町", "04324;40605");
    EXPECT_TRUE(says(only_part_of("宮城県柴田郡川崎町"), "郡名「柴田郡」"));
}

TEST(Resolver, ACountyAloneIsNotAMunicipality) {
    EXPECT_EQ(only_part_of("三重県多気郡").match, Match::not_a_municipality);
}

// --- spellings ---------------------------------------------------------------------------------

TEST(Resolver, VariantCharactersAreInferredAndNamed) {
    expect("鎌ケ谷市", Match::exact, "12224");
    expect("鎌ヶ谷市", Match::inferred, "12224");
    expect("鎌が谷市", Match::inferred, "12224");
    expect("茅ケ崎市", Match::inferred, "14207");
    expect("六ヵ所村", Match::inferred, "02411");
    expect("塩釜市", Match::inferred, "04203");
    expect("鹽竈市", Match::inferred, "04203");
    expect("高知県梼原町", Match::inferred, "39405");
    expect("竜ヶ崎市", Match::inferred, "08208");
    expect("四条畷市", Match::inferred, "27229");
    expect("鹿兒島縣長島町", Match::inferred, "46404");
    expect("二セコ町", Match::inferred, "01395");
    EXPECT_TRUE(says(only_part_of("鎌ヶ谷市"), "異体字「ヶ」を「ケ」と読んだ"));
}

TEST(Resolver, WidthAndSpacesAreNoVariants) {
    expect("ﾆｾｺ町", Match::exact, "01395");
    expect("札\u3000幌 市", Match::exact, "01100");
    expect("千葉県\u00A0柏市", Match::exact, "12217");
}

TEST(Resolver, KanaReadingsAreInferred) {
    expect("さっぽろし", Match::inferred, "01100");
    expect("サッポロ", Match::inferred, "01100");
    expect("さっぽろ市", Match::inferred, "01100");
    expect("ツクバ市", Match::inferred, "08220");
    expect_ambiguous("ふちゅうし", "13206;34208");
    expect("ほっかいどう", Match::inferred, "01000");
}

TEST(Resolver, EnglishNamesAreInferred) {
    expect("Sapporo", Match::inferred, "01100");
    expect("Tsukuba City", Match::inferred, "08220");
    expect("tsukuba-shi", Match::inferred, "08220");
    expect("Kamagaya, Chiba", Match::inferred, "12224");
    expect("Fuchu City, Hiroshima", Match::inferred, "34208");
    expect_ambiguous("Fuchu", "13206;34208;34302");
    expect("Fuchu Town", Match::inferred, "34302");
    expect("Minato Ward", Match::inferred, "13103");
    EXPECT_EQ(candidate_codes(only_part_of("Saporo")).substr(0, 5), "01100");
}

// --- wards and districts -----------------------------------------------------------------------

TEST(Resolver, ADistrictAfterAWardIsOnePart) {
    const ResolvedPart part = only_part_of("仙台市泉区南光台・八乙女地区");
    EXPECT_EQ(part.code, "04100");
    EXPECT_TRUE(part.only_part);
    EXPECT_EQ(join_list(part.districts), "泉区南光台・八乙女地区");
    EXPECT_TRUE(says(part, "泉区（04105）は仙台市の区"));
}

TEST(Resolver, DistrictsInBracketsBelongToTheMemberBeforeThem) {
    const ResolvedPart part = only_part_of("東京都千代田区（大手町・丸の内・有楽町地区）");
    EXPECT_EQ(part.code, "13101");
    EXPECT_TRUE(part.only_part);
    EXPECT_EQ(join_list(part.districts), "大手町・丸の内・有楽町地区");
}

TEST(Resolver, DistrictsAfterTheNameAreCutAtCommas) {
    const ResolvedPart part =
        only_part_of("埼玉県入間市 宮寺・二本木、東金子、金子、藤沢第一・第二エリア");
    EXPECT_EQ(part.code, "11225");
    EXPECT_EQ(part.match, Match::exact);
    EXPECT_EQ(join_list(part.districts), "宮寺・二本木;東金子;金子;藤沢第一・第二エリア");
}

TEST(Resolver, ABodyAfterADistrictIsAMemberAgain) {
    const auto parts = resolve("甲府市丸の内・朝日町、札幌市");
    EXPECT_EQ(codes_of(parts), "19201;01100");
    EXPECT_EQ(join_list(parts[0].districts), "丸の内・朝日町");
    EXPECT_FALSE(parts[1].only_part);
}

TEST(Resolver, WardsOfOneCityAreItsDistricts) {
    const ResolvedPart part = only_part_of("大阪市北区・中央区");
    EXPECT_EQ(part.code, "27100");
    EXPECT_EQ(join_list(part.districts), "北区;中央区");
}

TEST(Resolver, ABracketThatNamesAsManyAreasAsTheListLimitsAllMembers) {
    const auto parts =
        resolve("京都府精華町、木津川市（けいはんな学研都市（精華地区・西木津地区））");
    EXPECT_EQ(codes_of(parts), "26366;26214");
    for (const ResolvedPart& part : parts) {
        EXPECT_TRUE(part.only_part);
        EXPECT_EQ(join_list(part.districts), "けいはんな学研都市（精華地区・西木津地区）");
        EXPECT_TRUE(says(part, "並びの全団体にかかると読んだ"));
    }
}

TEST(Resolver, ABracketThatNamesFewerAreasLimitsTheLastMemberOnly) {
    const auto parts = resolve("横須賀市、三浦市（三崎地区）");
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_FALSE(parts[0].only_part);
    EXPECT_TRUE(parts[1].only_part);
    EXPECT_TRUE(says(parts[1], "直前の団体だけにかかる"));
}

TEST(Resolver, AWardAloneIsInferredOrAmbiguous) {
    const ResolvedPart one = only_part_of("八幡東区");
    EXPECT_EQ(one.code, "40100");
    EXPECT_EQ(one.match, Match::inferred);
    EXPECT_TRUE(one.only_part);
    expect_ambiguous("泉区", "04100;14100");
    expect_ambiguous("港区", "13103;23100;27100");
    expect("東京都港区", Match::exact, "13103");
}

TEST(Resolver, AWardThatEndedIsReadWithItsDate) {
    EXPECT_TRUE(says(only_part_of("浜松市東区"), "2023-12-31まで"));
    EXPECT_TRUE(says(only_part_of("浜松市浜名区"), "2024-01-01から"));
    EXPECT_TRUE(says(only_part_of("札幌市青葉区"), "札幌市の区の表にない"));
}

TEST(Resolver, WordsThatAreNoDistrictLeaveTheWholeBody) {
    EXPECT_FALSE(only_part_of("札幌市役所").only_part);
    EXPECT_FALSE(only_part_of("富山市全域").only_part);
    EXPECT_FALSE(only_part_of("富山市ほか").only_part);
    EXPECT_TRUE(says(only_part_of("富山市ほか"), "名は印字されていない"));
    EXPECT_EQ(only_part_of("千葉県内").code, "12000");
}

TEST(Resolver, TheReadingInBracketsIsNoDistrict) {
    EXPECT_TRUE(only_part_of("札幌市（さっぽろし）").districts.empty());
}

TEST(Resolver, BodiesWithoutASeparatorAreMembersOfTheirOwn) {
    EXPECT_EQ(codes_of(resolve("札幌市 旭川市\u3000函館市")), "01100;01204;01202");
    const auto parts = resolve("札幌市旭川市");
    EXPECT_EQ(codes_of(parts), "01100;01204");
    EXPECT_TRUE(says(parts[1], "区切りなし"));
}

// --- what is no municipality -------------------------------------------------------------------

TEST(Resolver, ARecordedNonPlaceIsExplainedAndItsNeighbourResolved) {
    const auto parts = resolve("山手線周辺／横須賀市");
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].match, Match::not_a_municipality);
    EXPECT_TRUE(says(parts[0], "non_places.csv:2"));
    EXPECT_EQ(parts[1].code, "14201");
}

TEST(Resolver, ARecordedNonPlaceNamesWhatItOverlapsButSelectsNothing) {
    const ResolvedPart part = only_part_of("兵庫県播磨科学公園都市");
    EXPECT_EQ(part.match, Match::not_a_municipality);
    EXPECT_EQ(part.code, "");
    EXPECT_FALSE(part.is_prefecture);
    EXPECT_EQ(part.prefecture, "兵庫県");
    EXPECT_EQ(candidate_codes(part), "28229;28481;28501");
}

TEST(Resolver, AWordThatEndsLikeAnAreaIsNotAMunicipality) {
    EXPECT_EQ(only_part_of("りんかい線沿線").match, Match::not_a_municipality);
    EXPECT_EQ(only_part_of("北海道十勝地方").match, Match::not_a_municipality);
    EXPECT_EQ(only_part_of("北海道十勝地方").prefecture, "北海道");
    EXPECT_EQ(only_part_of("東京都23区").match, Match::not_a_municipality);
}

TEST(Resolver, AnAbolishedNameIsUnknownWithNearNames) {
    const ResolvedPart part = only_part_of("浦和市");
    EXPECT_EQ(part.match, Match::unknown);
    EXPECT_LE(part.candidates.size(), 5U);
    EXPECT_EQ(only_part_of("ピョンヤン市").match, Match::unknown);
}

TEST(Resolver, UnassignedLandIsNeverFoundAndTheNorthernTerritoriesAre) {
    EXPECT_EQ(only_part_of("所属未定地").match, Match::unknown);
    EXPECT_EQ(only_part_of("12x01").match, Match::unknown);
    EXPECT_EQ(only_part_of("北方領土").code, "01x00");
}

}  // namespace
}  // namespace miraimap
