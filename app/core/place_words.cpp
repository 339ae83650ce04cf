// SPDX-License-Identifier: MIT
#include "app/core/place_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "geo/error.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/legend.hpp"

namespace miraimap {
namespace {

/// Named in full; of more, the first and how many others.
constexpr std::size_t most_prefectures_named = 2;

/// 県 for prefectures that are all called so, else 都道府県.
const char* kind_of(const std::vector<int>& numbers, std::size_t first) {
    constexpr std::string_view ken = "県";
    for (std::size_t i = first; i < numbers.size(); ++i) {
        if (!prefectures().at(static_cast<std::size_t>(numbers[i] - 1)).name.ja.ends_with(ken)) {
            return "都道府県";
        }
    }
    return "県";
}

}  // namespace

int index_of_place(const World& world, const std::string& word) {
    const std::vector<ResolvedPart> parts = world.resolver->resolve(word);
    if (parts.size() == 1 && parts.front().municipality >= 0) {
        return parts.front().municipality;
    }
    std::string near;
    for (const ResolvedPart& part : parts) {
        for (const Candidate& candidate : part.candidates) {
            near += (near.empty() ? "" : ", ") + candidate.code + " " + candidate.prefecture +
                    candidate.name;
        }
    }
    const Text reason = parts.empty() ? Text{} : parts.front().reason;
    throw Error(ErrorKind::usage, word,
                {"市区町村を一つ指定する（" + reason.ja + "）",
                 "name one municipality (" + reason.en + ")"},
                near.empty() ? Text{"例: 奈良県三郷町、29343", "e.g. 奈良県三郷町, 29343"}
                             : Text{"候補: " + near, "candidates: " + near});
}

std::vector<int> indices_of_places(const World& world, const std::vector<std::string>& words) {
    std::vector<int> places;
    places.reserve(words.size());
    for (const std::string& word : words) {
        places.push_back(index_of_place(world, word));
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

std::vector<std::string> unknown_places(const World& world, const std::vector<std::string>& words) {
    std::vector<std::string> unknown;
    for (const std::string& word : words) {
        const std::vector<ResolvedPart> parts = world.resolver->resolve(word);
        if (parts.size() != 1 || parts.front().municipality < 0) {
            unknown.push_back(word);
        }
    }
    return unknown;
}

std::string area_in_words(const World& world, std::size_t selection, Lang lang) {
    if (lang == Lang::ja) {
        return world.selections[selection].area_text;
    }
    std::string area;
    for (const ResolvedPart& part : world.join.selections[selection].parts) {
        std::string name = part.part;
        if (part.municipality >= 0) {
            const Municipality& m =
                world.catalogue.municipalities[static_cast<std::size_t>(part.municipality)];
            name = m.name_en.empty() ? m.name_ja : m.name_en;
        }
        if (!part.code.empty() && part.prefecture_number > 0) {
            const std::string& prefecture =
                prefectures().at(static_cast<std::size_t>(part.prefecture_number - 1)).name.en;
            name = part.is_prefecture ? prefecture : name + ", " + prefecture;
        }
        std::string districts;
        for (const std::string& district : part.districts) {
            districts += (districts.empty() ? " (" : ", ") + district;
        }
        area += (area.empty() ? "" : "; ") + name + districts + (districts.empty() ? "" : ")");
    }
    return area;
}

std::vector<int> prefectures_of(const Catalogue& catalogue, const std::vector<int>& places) {
    std::array<int, prefecture_count + 1> counts{};
    for (const int place : places) {
        const int number = catalogue.municipalities[static_cast<std::size_t>(place)].prefecture;
        if (number >= 1 && number <= prefecture_count) {
            ++counts[static_cast<std::size_t>(number)];
        }
    }
    std::vector<int> numbers;
    for (int number = 1; number <= prefecture_count; ++number) {
        if (counts[static_cast<std::size_t>(number)] > 0) {
            numbers.push_back(number);
        }
    }
    std::stable_sort(numbers.begin(), numbers.end(), [&](int a, int b) {
        return counts[static_cast<std::size_t>(a)] > counts[static_cast<std::size_t>(b)];
    });
    return numbers;
}

Text prefectures_in_words(const std::vector<int>& numbers) {
    Text text;
    const bool all = numbers.size() <= most_prefectures_named;
    for (std::size_t i = 0; i < (all ? numbers.size() : 1); ++i) {
        const Text& name = prefectures().at(static_cast<std::size_t>(numbers[i] - 1)).name;
        text.ja += (i == 0 ? "" : "・") + name.ja;
        text.en += (i == 0 ? "" : " and ") + name.en;
    }
    if (!all) {
        text.ja += fmt::format("ほか{}{}", numbers.size() - 1, kind_of(numbers, 1));
        text.en += fmt::format(" and {} more prefectures", numbers.size() - 1);
    }
    return text;
}

Text name_of(const Catalogue& catalogue, const GapRegion& region) {
    const Text where = prefectures_in_words(prefectures_of(catalogue, region.members));
    const std::string number = with_thousands(region.municipalities);
    return {fmt::format("{}（{}市区町村）", where.ja, number),
            fmt::format("{} ({} {})", where.en, number,
                        region.municipalities == 1 ? "municipality" : "municipalities")};
}

}  // namespace miraimap
