// SPDX-License-Identifier: MIT
// The 47 prefectures and the eight regions, with JIS X 0401 codes.
//
// Source: JIS X 0401 (codes and names); the eight-region division used in Japanese school atlases.
// Promises: constant data, no file access.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "geo/text.hpp"

namespace miraimap {

struct Prefecture {
    int number;        ///< JIS X 0401, 1..47
    std::string code;  ///< two digits, "01".."47"
    Text name;         ///< 北海道 / Hokkaido
    std::string kana;  ///< ほっかいどう
    int region;        ///< index into regions()
};

struct Region {
    std::string key;  ///< ASCII, e.g. "kanto"
    Text name;        ///< 関東 / Kanto
};

inline constexpr int prefecture_count = 47;

/// All prefectures, index = JIS number - 1.
const std::array<Prefecture, prefecture_count>& prefectures();

/// Hokkaido, Tohoku, Kanto, Chubu, Kinki, Chugoku, Shikoku, Kyushu-Okinawa.
const std::array<Region, 8>& regions();

/// By printed name (北海道, 東京都, 東京, Tokyo, tokyo) or code ("13", "1", "13000"); 1..47.
std::optional<int> find_prefecture(std::string_view name_or_code);

}  // namespace miraimap
