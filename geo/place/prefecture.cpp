// SPDX-License-Identifier: MIT
#include "geo/place/prefecture.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace miraimap {
namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::array<Prefecture, prefecture_count> make_prefectures() {
    struct Row {
        const char* ja;
        const char* kana;
        const char* en;
        int region;
    };
    static constexpr std::array<Row, prefecture_count> rows{{
        {"北海道", "ほっかいどう", "Hokkaido", 0},  {"青森県", "あおもりけん", "Aomori", 1},
        {"岩手県", "いわてけん", "Iwate", 1},       {"宮城県", "みやぎけん", "Miyagi", 1},
        {"秋田県", "あきたけん", "Akita", 1},       {"山形県", "やまがたけん", "Yamagata", 1},
        {"福島県", "ふくしまけん", "Fukushima", 1}, {"茨城県", "いばらきけん", "Ibaraki", 2},
        {"栃木県", "とちぎけん", "Tochigi", 2},     {"群馬県", "ぐんまけん", "Gunma", 2},
        {"埼玉県", "さいたまけん", "Saitama", 2},   {"千葉県", "ちばけん", "Chiba", 2},
        {"東京都", "とうきょうと", "Tokyo", 2},     {"神奈川県", "かながわけん", "Kanagawa", 2},
        {"新潟県", "にいがたけん", "Niigata", 3},   {"富山県", "とやまけん", "Toyama", 3},
        {"石川県", "いしかわけん", "Ishikawa", 3},  {"福井県", "ふくいけん", "Fukui", 3},
        {"山梨県", "やまなしけん", "Yamanashi", 3}, {"長野県", "ながのけん", "Nagano", 3},
        {"岐阜県", "ぎふけん", "Gifu", 3},          {"静岡県", "しずおかけん", "Shizuoka", 3},
        {"愛知県", "あいちけん", "Aichi", 3},       {"三重県", "みえけん", "Mie", 4},
        {"滋賀県", "しがけん", "Shiga", 4},         {"京都府", "きょうとふ", "Kyoto", 4},
        {"大阪府", "おおさかふ", "Osaka", 4},       {"兵庫県", "ひょうごけん", "Hyogo", 4},
        {"奈良県", "ならけん", "Nara", 4},          {"和歌山県", "わかやまけん", "Wakayama", 4},
        {"鳥取県", "とっとりけん", "Tottori", 5},   {"島根県", "しまねけん", "Shimane", 5},
        {"岡山県", "おかやまけん", "Okayama", 5},   {"広島県", "ひろしまけん", "Hiroshima", 5},
        {"山口県", "やまぐちけん", "Yamaguchi", 5}, {"徳島県", "とくしまけん", "Tokushima", 6},
        {"香川県", "かがわけん", "Kagawa", 6},      {"愛媛県", "えひめけん", "Ehime", 6},
        {"高知県", "こうちけん", "Kochi", 6},       {"福岡県", "ふくおかけん", "Fukuoka", 7},
        {"佐賀県", "さがけん", "Saga", 7},          {"長崎県", "ながさきけん", "Nagasaki", 7},
        {"熊本県", "くまもとけん", "Kumamoto", 7},  {"大分県", "おおいたけん", "Oita", 7},
        {"宮崎県", "みやざきけん", "Miyazaki", 7},  {"鹿児島県", "かごしまけん", "Kagoshima", 7},
        {"沖縄県", "おきなわけん", "Okinawa", 7},
    }};
    std::array<Prefecture, prefecture_count> all;
    for (int i = 0; i < prefecture_count; ++i) {
        const Row& row = rows.at(static_cast<std::size_t>(i));
        all.at(static_cast<std::size_t>(i)) =
            Prefecture{i + 1, two_digits(i + 1), {row.ja, row.en}, row.kana, row.region};
    }
    return all;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(),
                                        [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
        return std::tolower(x) == std::tolower(y);
    });
}

}  // namespace

const std::array<Prefecture, prefecture_count>& prefectures() {
    static const std::array<Prefecture, prefecture_count> all = make_prefectures();
    return all;
}

const std::array<Region, 8>& regions() {
    static const std::array<Region, 8> all{{
        {"hokkaido", {"北海道", "Hokkaido"}},
        {"tohoku", {"東北", "Tohoku"}},
        {"kanto", {"関東", "Kanto"}},
        {"chubu", {"中部", "Chubu"}},
        {"kinki", {"近畿", "Kinki"}},
        {"chugoku", {"中国", "Chugoku"}},
        {"shikoku", {"四国", "Shikoku"}},
        {"kyushu-okinawa", {"九州・沖縄", "Kyushu-Okinawa"}},
    }};
    return all;
}

std::optional<int> find_prefecture(std::string_view name_or_code) {
    if (all_digits(name_or_code)) {
        const bool five = name_or_code.size() == 5 && name_or_code.ends_with("000");
        if (name_or_code.size() > 2 && !five) {
            return std::nullopt;
        }
        const int number = std::stoi(std::string(name_or_code.substr(0, 2)));
        return number >= 1 && number <= prefecture_count ? std::optional(number) : std::nullopt;
    }
    for (const Prefecture& p : prefectures()) {
        const std::string_view ja = p.name.ja;
        // Without its last character (県, 府, 都: three bytes); 北海道 has no short form.
        const std::string_view stem = p.number == 1 ? ja : ja.substr(0, ja.size() - 3);
        if (name_or_code == ja || name_or_code == stem || name_or_code == p.kana ||
            same_ignoring_case(name_or_code, p.name.en)) {
            return p.number;
        }
    }
    return std::nullopt;
}

}  // namespace miraimap
