// SPDX-License-Identifier: MIT
#include "geo/io/jma_names.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "geo/place/designated_cities.hpp"

namespace miraimap {
namespace {

std::string_view common_prefix(std::string_view a, std::string_view b) {
    const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    return a.substr(0, static_cast<std::size_t>(end - a.begin()));
}

/// Up to and including the last of the given endings; empty if there is none.
std::string_view up_to_last(std::string_view text,
                            std::initializer_list<std::string_view> endings) {
    std::size_t end = 0;
    for (const std::string_view ending : endings) {
        const std::size_t at = text.rfind(ending);
        if (at != std::string_view::npos) {
            end = std::max(end, at + ending.size());
        }
    }
    return text.substr(0, end);
}

std::string_view english_name(std::string_view text) {
    text = text.substr(0, text.find(" ("));
    const std::size_t comma = text.rfind(", ");
    if (comma != std::string_view::npos) {
        text = text.substr(comma + 2);
    }
    for (const std::string_view side : {"Eastern ", "Western ", "Northern ", "Southern "}) {
        if (text.starts_with(side)) {
            return text.substr(side.size());
        }
    }
    return text;
}

}  // namespace

JmaName name_of_municipality(const std::string& municipality, const std::vector<JmaArea>& areas) {
    if (const DesignatedCity* city = find_designated_city_by_code(municipality)) {
        return {std::string(city->name_ja), std::string(city->name_kana),
                std::string(city->name_en)};
    }
    const auto whole = std::find_if(areas.begin(), areas.end(), [&](const JmaArea& area) {
        return area.code == municipality + "00";
    });
    if (whole != areas.end()) {
        return {whole->name_ja, whole->kana, whole->name_en};
    }
    if (areas.empty()) {
        return {};
    }
    std::string_view ja = areas.front().name_ja;
    std::string_view kana = areas.front().kana;
    const std::string_view en = english_name(areas.front().name_en);
    bool english_agrees = true;
    for (const JmaArea& area : areas) {
        ja = common_prefix(ja, area.name_ja);
        kana = common_prefix(kana, area.kana);
        english_agrees = english_agrees && english_name(area.name_en) == en;
    }
    ja = up_to_last(ja, {"市", "町", "村"});
    kana = up_to_last(kana, {"し", "ちょう", "まち", "むら", "そん"});
    return {std::string(ja), std::string(kana), english_agrees ? std::string(en) : ""};
}

BodyKind kind_of_municipality(const std::string& code, const std::string& name_ja) {
    if (find_designated_city_by_code(code) != nullptr) {
        return BodyKind::designated_city;
    }
    const std::string_view name = name_ja;
    return name.ends_with("区")   ? BodyKind::special_ward
           : name.ends_with("町") ? BodyKind::town
           : name.ends_with("村") ? BodyKind::village
                                  : BodyKind::city;
}

}  // namespace miraimap
