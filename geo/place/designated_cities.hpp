// SPDX-License-Identifier: MIT
// The twenty designated cities (政令指定都市), whose wards carry codes of their own.
//
// Source: codes and names of JIS X 0402 (全国地方公共団体コード); the cities' own English names.
// Not every city's code ends in 100: Kawasaki is 14130, Sagamihara 14150, Hamamatsu 22130, Sakai
// 27140, Fukuoka 40130. So a ward finds its city by the city's name and code, never by arithmetic.
// The 23 special wards of Tokyo are municipalities and not listed here.
#pragma once

#include <array>
#include <string_view>

namespace miraimap {

struct DesignatedCity {
    std::string_view code;  ///< five digits, JIS X 0402 without check digit
    std::string_view name_ja;
    std::string_view name_kana;
    std::string_view name_en;
};

/// Ascending by code.
const std::array<DesignatedCity, 20>& designated_cities();

/// By five-digit code of the city (not of a ward); null if there is none.
const DesignatedCity* find_designated_city_by_code(std::string_view code);

/// By name (札幌市); names are unique among designated cities.
const DesignatedCity* find_designated_city_by_name(std::string_view name_ja);

}  // namespace miraimap
