// SPDX-License-Identifier: MIT
#include "place_catalogue.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "geo/io/csv.hpp"
#include "geo/place/designated_cities.hpp"
#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

struct Row {
    const char* code;
    const char* name;
    const char* kana;
    const char* english;
};

constexpr auto rows = std::to_array<Row>({
    {"01100", "札幌市", "さっぽろし", "Sapporo City"},
    {"01202", "函館市", "はこだてし", "Hakodate City"},
    {"01203", "小樽市", "おたるし", "Otaru City"},
    {"01204", "旭川市", "あさひかわし", "Asahikawa City"},
    {"01205", "室蘭市", "むろらんし", "Muroran City"},
    {"01206", "釧路市", "くしろし", "Kushiro City"},
    {"01207", "帯広市", "おびひろし", "Obihiro City"},
    {"01210", "岩見沢市", "いわみざわし", "Iwamizawa City"},
    {"01220", "士別市", "しべつし", "Shibetsu City"},
    {"01233", "伊達市", "だてし", "Date City"},
    {"01332", "福島町", "ふくしまちょう", "Fukushima Town"},
    {"01345", "森町", "もりまち", "Mori Town"},
    {"01395", "ニセコ町", "にせこちょう", "Niseko Town"},
    {"01403", "泊村", "とまりむら", "Tomari Village"},
    {"01436", "雨竜町", "うりゅうちょう", "Uryu Town"},
    {"01637", "芽室町", "めむろちょう", "Memuro Town"},
    {"01639", "更別村", "さらべつむら", "Sarabetsu Village"},
    {"02411", "六ヶ所村", "ろっかしょむら", "Rokkasho Village"},
    {"03210", "陸前高田市", "りくぜんたかたし", "Rikuzentakata City"},
    {"03214", "八幡平市", "はちまんたいし", "Hachimantai City"},
    {"04100", "仙台市", "せんだいし", "Sendai City"},
    {"04203", "塩竈市", "しおがまし", "Shiogama City"},
    {"04324", "川崎町", "かわさきまち", "Kawasaki Town"},
    {"04406", "利府町", "りふちょう", "Rifu Town"},
    {"05215", "仙北市", "せんぼくし", "Semboku City"},
    {"05434", "美郷町", "みさとちょう", "Misato Town"},
    {"06203", "鶴岡市", "つるおかし", "Tsuruoka City"},
    {"06204", "酒田市", "さかたし", "Sakata City"},
    {"06209", "長井市", "ながいし", "Nagai City"},
    {"06301", "山辺町", "やまのべまち", "Yamanobe Town"},
    {"06302", "中山町", "なかやままち", "Nakayama Town"},
    {"06323", "朝日町", "あさひまち", "Asahi Town"},
    {"07201", "福島市", "ふくしまし", "Fukushima City"},
    {"07202", "会津若松市", "あいづわかまつし", "Aizuwakamatsu City"},
    {"07212", "南相馬市", "みなみそうまし", "Minamisoma City"},
    {"07213", "伊達市", "だてし", "Date City"},
    {"08205", "石岡市", "いしおかし", "Ishioka City"},
    {"08208", "龍ケ崎市", "りゅうがさきし", "Ryugasaki City"},
    {"08217", "取手市", "とりでし", "Toride City"},
    {"08220", "つくば市", "つくばし", "Tsukuba City"},
    {"08223", "潮来市", "いたこし", "Itako City"},
    {"08224", "守谷市", "もりやし", "Moriya City"},
    {"09201", "宇都宮市", "うつのみやし", "Utsunomiya City"},
    {"09204", "佐野市", "さのし", "Sano City"},
    {"10201", "前橋市", "まえばしし", "Maebashi City"},
    {"10425", "嬬恋村", "つまごいむら", "Tsumagoi Village"},
    {"10522", "明和町", "めいわまち", "Meiwa Town"},
    {"11100", "さいたま市", "さいたまし", "Saitama City"},
    {"11202", "熊谷市", "くまがやし", "Kumagaya City"},
    {"11207", "秩父市", "ちちぶし", "Chichibu City"},
    {"11219", "上尾市", "あげおし", "Ageo City"},
    {"11225", "入間市", "いるまし", "Iruma City"},
    {"11229", "和光市", "わこうし", "Wako City"},
    {"11237", "三郷市", "みさとし", "Misato City"},
    {"11326", "毛呂山町", "もろやままち", "Moroyama Town"},
    {"12100", "千葉市", "ちばし", "Chiba City"},
    {"12203", "市川市", "いちかわし", "Ichikawa City"},
    {"12211", "成田市", "なりたし", "Narita City"},
    {"12217", "柏市", "かしわし", "Kashiwa City"},
    {"12219", "市原市", "いちはらし", "Ichihara City"},
    {"12224", "鎌ケ谷市", "かまがやし", "Kamagaya City"},
    {"13101", "千代田区", "ちよだく", "Chiyoda City"},
    {"13102", "中央区", "ちゅうおうく", "Chuo City"},
    {"13103", "港区", "みなとく", "Minato City"},
    {"13111", "大田区", "おおたく", "Ota City"},
    {"13117", "北区", "きたく", "Kita City"},
    {"13206", "府中市", "ふちゅうし", "Fuchu City"},
    {"13213", "東村山市", "ひがしむらやまし", "Higashimurayama City"},
    {"14100", "横浜市", "よこはまし", "Yokohama City"},
    {"14130", "川崎市", "かわさきし", "Kawasaki City"},
    {"14150", "相模原市", "さがみはらし", "Sagamihara City"},
    {"14201", "横須賀市", "よこすかし", "Yokosuka City"},
    {"14207", "茅ヶ崎市", "ちがさきし", "Chigasaki City"},
    {"14210", "三浦市", "みうらし", "Miura City"},
    {"14382", "箱根町", "はこねまち", "Hakone Town"},
    {"15100", "新潟市", "にいがたし", "Niigata City"},
    {"15202", "長岡市", "ながおかし", "Nagaoka City"},
    {"16201", "富山市", "とやまし", "Toyama City"},
    {"16343", "朝日町", "あさひまち", "Asahi Town"},
    {"17203", "小松市", "こまつし", "Komatsu City"},
    {"17206", "加賀市", "かがし", "Kaga City"},
    {"17407", "中能登町", "なかのとまち", "Nakanoto Town"},
    {"18322", "永平寺町", "えいへいじちょう", "Eiheiji Town"},
    {"19201", "甲府市", "こうふし", "Kofu City"},
    {"19384", "昭和町", "しょうわちょう", "Showa Town"},
    {"20209", "伊那市", "いなし", "Ina City"},
    {"21201", "岐阜市", "ぎふし", "Gifu City"},
    {"21206", "中津川市", "なかつがわし", "Nakatsugawa City"},
    {"22100", "静岡市", "しずおかし", "Shizuoka City"},
    {"22130", "浜松市", "はままつし", "Hamamatsu City"},
    {"22210", "富士市", "ふじし", "Fuji City"},
    {"22461", "森町", "もりまち", "Mori Town"},
    {"23100", "名古屋市", "なごやし", "Nagoya City"},
    {"23201", "豊橋市", "とよはしし", "Toyohashi City"},
    {"23202", "岡崎市", "おかざきし", "Okazaki City"},
    {"23206", "春日井市", "かすがいし", "Kasugai City"},
    {"23207", "豊川市", "とよかわし", "Toyokawa City"},
    {"24202", "四日市市", "よっかいちし", "Yokkaichi City"},
    {"24204", "松阪市", "まつさかし", "Matsusaka City"},
    {"24343", "朝日町", "あさひちょう", "Asahi Town"},
    {"24441", "多気町", "たきちょう", "Taki Town"},
    {"24442", "明和町", "めいわちょう", "Meiwa Town"},
    {"24443", "大台町", "おおだいちょう", "Odai Town"},
    {"24470", "度会町", "わたらいちょう", "Watarai Town"},
    {"24471", "大紀町", "たいきちょう", "Taiki Town"},
    {"24543", "紀北町", "きほくちょう", "Kihoku Town"},
    {"26100", "京都市", "きょうとし", "Kyoto City"},
    {"26214", "木津川市", "きづがわし", "Kizugawa City"},
    {"26366", "精華町", "せいかちょう", "Seika Town"},
    {"26465", "与謝野町", "よさのちょう", "Yosano Town"},
    {"27100", "大阪市", "おおさかし", "Osaka City"},
    {"27140", "堺市", "さかいし", "Sakai City"},
    {"27216", "河内長野市", "かわちながのし", "Kawachinagano City"},
    {"27229", "四條畷市", "しじょうなわてし", "Shijonawate City"},
    {"27321", "豊能町", "とよのちょう", "Toyono Town"},
    {"28100", "神戸市", "こうべし", "Kobe City"},
    {"28203", "明石市", "あかしし", "Akashi City"},
    {"28210", "加古川市", "かこがわし", "Kakogawa City"},
    {"28229", "たつの市", "たつのし", "Tatsuno City"},
    {"28382", "播磨町", "はりまちょう", "Harima Town"},
    {"28481", "上郡町", "かみごおりちょう", "Kamigori Town"},
    {"28501", "佐用町", "さようちょう", "Sayo Town"},
    {"29343", "三郷町", "さんごうちょう", "Sango Town"},
    {"30366", "有田川町", "ありだがわちょう", "Aridagawa Town"},
    {"30406", "すさみ町", "すさみちょう", "Susami Town"},
    {"30422", "太地町", "たいじちょう", "Taiji Town"},
    {"32448", "美郷町", "みさとちょう", "Misato Town"},
    {"33100", "岡山市", "おかやまし", "Okayama City"},
    {"33214", "真庭市", "まにわし", "Maniwa City"},
    {"34100", "広島市", "ひろしまし", "Hiroshima City"},
    {"34207", "福山市", "ふくやまし", "Fukuyama City"},
    {"34208", "府中市", "ふちゅうし", "Fuchu City"},
    {"34209", "三次市", "みよしし", "Miyoshi City"},
    {"34302", "府中町", "ふちゅうちょう", "Fuchu Town"},
    {"35202", "宇部市", "うべし", "Ube City"},
    {"37208", "三豊市", "みとよし", "Mitoyo City"},
    {"38201", "松山市", "まつやまし", "Matsuyama City"},
    {"38205", "新居浜市", "にいはまし", "Niihama City"},
    {"39210", "四万十市", "しまんとし", "Shimanto City"},
    {"39405", "檮原町", "ゆすはらちょう", "Yusuhara Town"},
    {"39412", "四万十町", "しまんとちょう", "Shimanto Town"},
    {"40100", "北九州市", "きたきゅうしゅうし", "Kitakyushu City"},
    {"40605", "川崎町", "かわさきまち", "Kawasaki Town"},
    {"41209", "嬉野市", "うれしのし", "Ureshino City"},
    {"41341", "基山町", "きやまちょう", "Kiyama Town"},
    {"42209", "対馬市", "つしまし", "Tsushima City"},
    {"42210", "壱岐市", "いきし", "Iki City"},
    {"43100", "熊本市", "くまもとし", "Kumamoto City"},
    {"43203", "人吉市", "ひとよしし", "Hitoyoshi City"},
    {"43204", "荒尾市", "あらおし", "Arao City"},
    {"45203", "延岡市", "のべおかし", "Nobeoka City"},
    {"45431", "美郷町", "みさとちょう", "Misato Town"},
    {"46404", "長島町", "ながしまちょう", "Nagashima Town"},
    {"47214", "宮古島市", "みやこじまし", "Miyakojima City"},
    {"47303", "東村", "ひがしそん", "Higashi Village"},
    {"47326", "北谷町", "ちゃたんちょう", "Chatan Town"},
});

BodyKind kind_of(const Municipality& m) {
    if (find_designated_city_by_code(m.code) != nullptr) {
        return BodyKind::designated_city;
    }
    return m.name_ja.ends_with("市")   ? BodyKind::city
           : m.name_ja.ends_with("区") ? BodyKind::special_ward
           : m.name_ja.ends_with("町") ? BodyKind::town
                                       : BodyKind::village;
}

Catalogue make_catalogue() {
    Catalogue catalogue;
    catalogue.edition = "written by hand for tests";
    for (const Row& row : rows) {
        Municipality m;
        m.code = row.code;
        m.name_ja = row.name;
        m.name_kana = row.kana;
        m.name_en = row.english;
        m.prefecture = std::stoi(m.code.substr(0, 2));
        m.kind = kind_of(m);
        catalogue.municipalities.push_back(std::move(m));
    }
    Municipality north;
    north.code = northern_territories_code;
    north.name_ja = "北方領土";
    north.kind = BodyKind::northern_territories;
    north.prefecture = 1;
    north.counted = false;
    Municipality none;
    none.code = "12x01";
    none.name_ja = "所属未定地";
    none.kind = BodyKind::unassigned;
    none.prefecture = 12;
    none.counted = false;
    for (Municipality& m : std::array{north, none}) {
        const auto at =
            std::find_if(catalogue.municipalities.begin(), catalogue.municipalities.end(),
                         [&](const Municipality& other) { return m.code < other.code; });
        catalogue.municipalities.insert(at, std::move(m));
    }
    return catalogue;
}

}  // namespace

const Catalogue& place_catalogue() {
    static const Catalogue catalogue = make_catalogue();
    return catalogue;
}

std::filesystem::path names_folder() { return test::root() / "data" / "names"; }

const Resolver& place_resolver() {
    static const Resolver resolver(place_catalogue(), names_folder());
    return resolver;
}

ResolvedPart only_part_of(const std::string& text) {
    std::vector<ResolvedPart> parts = place_resolver().resolve(text);
    EXPECT_EQ(parts.size(), 1U) << text;
    return parts.empty() ? ResolvedPart{} : std::move(parts.front());
}

std::string candidate_codes(const ResolvedPart& part) {
    std::vector<std::string> codes;
    for (const Candidate& candidate : part.candidates) {
        codes.push_back(candidate.code);
    }
    return join_list(codes);
}

std::string codes_of(const std::vector<ResolvedPart>& parts) {
    std::vector<std::string> codes;
    for (const ResolvedPart& part : parts) {
        if (!part.code.empty()) {
            codes.push_back(part.code);
        }
    }
    return join_list(codes);
}

}  // namespace miraimap::test
