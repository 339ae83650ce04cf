// SPDX-License-Identifier: MIT
#include "geo/place/catalogue.hpp"

#include <algorithm>
#include <array>

namespace miraimap {
namespace {

constexpr std::array<std::string_view, 7> kind_keys{
    "designated_city",      "city",      "special_ward", "town", "village",
    "northern_territories", "unassigned"};

}  // namespace

std::string_view key_of(BodyKind kind) { return kind_keys.at(static_cast<std::size_t>(kind)); }

std::optional<BodyKind> find_body_kind(std::string_view key) {
    const auto* it = std::find(kind_keys.begin(), kind_keys.end(), key);
    if (it == kind_keys.end()) {
        return std::nullopt;
    }
    return static_cast<BodyKind>(it - kind_keys.begin());
}

std::optional<int> Catalogue::find(std::string_view code) const {
    const auto it = std::lower_bound(
        municipalities.begin(), municipalities.end(), code,
        [](const Municipality& m, std::string_view wanted) { return m.code < wanted; });
    if (it == municipalities.end() || it->code != code) {
        return std::nullopt;
    }
    return static_cast<int>(it - municipalities.begin());
}

void borrow_names(Catalogue& into, const Catalogue& from) {
    for (Municipality& place : into.municipalities) {
        const std::optional<int> found =
            place.name_kana.empty() || place.name_en.empty() ? from.find(place.code) : std::nullopt;
        if (!found) {
            continue;
        }
        const Municipality& same = from.municipalities[static_cast<std::size_t>(*found)];
        // Another name under the same code has another reading.
        if (same.name_ja == place.name_ja) {
            place.name_kana = place.name_kana.empty() ? same.name_kana : place.name_kana;
            place.name_en = place.name_en.empty() ? same.name_en : place.name_en;
        }
    }
}

int Catalogue::counted() const {
    return static_cast<int>(std::count_if(municipalities.begin(), municipalities.end(),
                                          [](const Municipality& m) { return m.counted; }));
}

}  // namespace miraimap
