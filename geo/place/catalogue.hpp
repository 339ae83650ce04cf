// SPDX-License-Identifier: MIT
// The catalogue: every municipality of one dated boundary set, immutable, sorted by code.
//
// Everything else points at places by index into `municipalities`; geometry is never copied along.
// Promises: codes are five characters of text, unique and ascending.
// Does not: hold geometry (that is `Mosaic`, same indices) or selections.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// What kind of body a polygon stands for.
enum class BodyKind : std::uint8_t {
    designated_city,       ///< 政令指定都市 (whole, not its wards)
    city,                  ///< 市
    special_ward,          ///< 特別区 (the 23 of Tokyo)
    town,                  ///< 町
    village,               ///< 村
    northern_territories,  ///< 北方領土: drawn, by default not counted
    unassigned,            ///< 所属未定地: drawn, never counted
};

/// Stable key, as stored in files: "designated_city", "city", "special_ward", "town", "village",
/// "northern_territories", "unassigned".
std::string_view key_of(BodyKind kind);
/// The kind of a key.
std::optional<BodyKind> find_body_kind(std::string_view key);

/// The body that stands for all of the Northern Territories where a source does not tell their six
/// villages (01695..01700) apart. The "x" keeps it clear of every JIS X 0402 code.
inline constexpr std::string_view northern_territories_code = "01x00";

struct Municipality {
    /// Five digits (JIS X 0402 without check digit). Bodies that have no such code hold an "x" in
    /// the third place: northern_territories_code, and unassigned land as two digits of the
    /// prefecture + "x" + a number from 01 ("12x01").
    std::string code;
    std::string name_ja;    ///< 札幌市
    std::string name_kana;  ///< さっぽろし; empty where the source has none
    std::string name_en;    ///< Sapporo City; empty where the source has none
    BodyKind kind = BodyKind::city;
    int prefecture = 0;   ///< JIS X 0401 number, 1..47
    bool counted = true;  ///< part of every denominator
    double area_km2 = 0;  ///< geodesic, GRS80
};

/// What belongs to the denominators besides cities, towns and villages.
struct Counting {
    bool northern_territories = false;
    bool special_wards = true;  ///< the 23 of Tokyo
    constexpr Counting() = default;
    constexpr Counting(bool northern, bool wards = true)
        : northern_territories(northern), special_wards(wards) {}
    friend bool operator==(const Counting&, const Counting&) = default;
};

/// Whether a place belongs to the denominators.
inline bool is_counted(const Municipality& place, Counting counting) {
    if (place.kind == BodyKind::northern_territories) {
        return place.counted || counting.northern_territories;
    }
    return place.counted && (counting.special_wards || place.kind != BodyKind::special_ward);
}

struct Catalogue {
    std::string edition;  ///< as the source states it, e.g. "JMA 2025"; never empty
    std::string source;   ///< where the boundaries come from, as the file states; may be empty
    std::string licence;  ///< of the boundaries, as the file states; may be empty
    std::vector<Municipality> municipalities;  ///< ascending by code

    /// Index of a five-digit code.
    [[nodiscard]] std::optional<int> find(std::string_view code) const;
    /// Number of municipalities with `counted`.
    [[nodiscard]] int counted() const;
};

/// Gives places without kana or English name those of the place of the same code and name, e.g. in
/// sets such as N03 that hold no readings.
void borrow_names(Catalogue& into, const Catalogue& from);

/// Polygons of a catalogue; `shapes[i]` belongs to `municipalities[i]`.
struct Mosaic {
    std::vector<MultiPolygon> shapes;
};

}  // namespace miraimap
