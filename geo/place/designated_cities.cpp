// SPDX-License-Identifier: MIT
#include "geo/place/designated_cities.hpp"

#include <algorithm>

namespace miraimap {
namespace {

constexpr std::array<DesignatedCity, 20> cities{{
    {"01100", "札幌市", "さっぽろし", "Sapporo City"},
    {"04100", "仙台市", "せんだいし", "Sendai City"},
    {"11100", "さいたま市", "さいたまし", "Saitama City"},
    {"12100", "千葉市", "ちばし", "Chiba City"},
    {"14100", "横浜市", "よこはまし", "Yokohama City"},
    {"14130", "川崎市", "かわさきし", "Kawasaki City"},
    {"14150", "相模原市", "さがみはらし", "Sagamihara City"},
    {"15100", "新潟市", "にいがたし", "Niigata City"},
    {"22100", "静岡市", "しずおかし", "Shizuoka City"},
    {"22130", "浜松市", "はままつし", "Hamamatsu City"},
    {"23100", "名古屋市", "なごやし", "Nagoya City"},
    {"26100", "京都市", "きょうとし", "Kyoto City"},
    {"27100", "大阪市", "おおさかし", "Osaka City"},
    {"27140", "堺市", "さかいし", "Sakai City"},
    {"28100", "神戸市", "こうべし", "Kobe City"},
    {"33100", "岡山市", "おかやまし", "Okayama City"},
    {"34100", "広島市", "ひろしまし", "Hiroshima City"},
    {"40100", "北九州市", "きたきゅうしゅうし", "Kitakyushu City"},
    {"40130", "福岡市", "ふくおかし", "Fukuoka City"},
    {"43100", "熊本市", "くまもとし", "Kumamoto City"},
}};

}  // namespace

const std::array<DesignatedCity, 20>& designated_cities() { return cities; }

const DesignatedCity* find_designated_city_by_code(std::string_view code) {
    const auto* it = std::find_if(cities.begin(), cities.end(),
                                  [&](const DesignatedCity& c) { return c.code == code; });
    return it == cities.end() ? nullptr : &*it;
}

const DesignatedCity* find_designated_city_by_name(std::string_view name_ja) {
    const auto* it = std::find_if(cities.begin(), cities.end(),
                                  [&](const DesignatedCity& c) { return c.name_ja == name_ja; });
    return it == cities.end() ? nullptr : &*it;
}

}  // namespace miraimap
