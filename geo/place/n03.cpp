// SPDX-License-Identifier: MIT
#include "geo/place/n03.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <unordered_set>

#include "geo/geometry/geodesic_area.hpp"
#include "geo/geometry/shared_borders.hpp"
#include "geo/place/designated_cities.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace {

constexpr std::string_view unassigned_name = "所属未定地";

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// No municipality is smaller: what rings that cancel each other leave, or rounding does.
constexpr double least_area_km2 = 1e-6;

bool in_northern_territories(std::string_view code) { return code >= "01695" && code <= "01700"; }

/// Which body a feature belongs to.
struct Place {
    std::string code;
    std::string name;
    BodyKind kind = BodyKind::city;
    bool is_ward = false;
};

class Sorter {
public:
    Sorter(const std::string& layer, Findings& findings) : layer_(layer), findings_(findings) {}

    /// Null: rejected, and the reason is among the findings.
    std::optional<Place> place_of(const N03Feature& feature) {
        if (feature.name == unassigned_name || feature.county == unassigned_name) {
            return unassigned(feature);
        }
        const std::optional<std::string> code = five_digits(feature);
        if (!code) {
            return std::nullopt;
        }
        const int prefecture = *find_prefecture(code->substr(0, 2));
        const std::string& expected =
            prefectures().at(static_cast<std::size_t>(prefecture) - 1).name.ja;
        if (!feature.prefecture.empty() && feature.prefecture != expected) {
            report(Severity::warning, "code-prefecture-mismatch", feature,
                   fmt::format("コード {} は{}だが、都道府県名は {}", *code, expected,
                               feature.prefecture),
                   fmt::format("code {} is of {}, but the prefecture is given as {}", *code,
                               expected, feature.prefecture));
        }
        if (const DesignatedCity* city = city_of_ward(feature, *code)) {
            return Place{std::string(city->code), std::string(city->name_ja),
                         BodyKind::designated_city, *code != city->code};
        }
        report_missing_name(feature, *code);
        return Place{*code, name_of(feature), kind_of(feature, *code), false};
    }

    /// Reports polygons that take no part in any sum of areas.
    void check_area(const N03Feature& first, const Municipality& body, std::size_t polygons) {
        if (polygons == 0 || body.area_km2 >= least_area_km2) {
            return;
        }
        report(
            Severity::warning, "area-not-positive", first,
            fmt::format("{} {}: 多角形が {} 個あるのに面積が 0 になる（輪が自分と交わるか、"
                        "穴が外周の外にあるか外周と同じかそれより大きい）。表の面積に数えられない"
                        "ので、この図形を直すか、取得し直す",
                        body.code, body.name_ja, polygons),
            fmt::format("{} {}: it has polygons ({}), but their area comes out as 0: a ring "
                        "crosses itself, or a hole lies outside its shell or is as large or "
                        "larger. tables count no area for it; correct this geometry, or get it "
                        "again",
                        body.code, body.name_ja, polygons));
    }

    void report(Severity severity, const char* code, const N03Feature& feature, std::string ja,
                std::string en) {
        findings_.push_back({severity,
                             code,
                             fmt::format("{}:{}", layer_, feature.id),
                             {std::move(ja), std::move(en)}});
    }

private:
    /// Once a code: a place may have thousands of parts.
    void report_missing_name(const N03Feature& feature, const std::string& code) {
        if (feature.name.empty() && nameless_.insert(code).second) {
            const std::string& shown = feature.county;
            report(Severity::warning, "name-missing", feature,
                   fmt::format("コード {} の市区町村名（N03_004）が空{}。元のデータに名前を入れる",
                               code, shown.empty() ? "" : "で、" + shown + " と読む"),
                   fmt::format("code {} has an empty municipality name (N03_004){}; fill it in at "
                               "the source",
                               code, shown.empty() ? "" : ", read as " + shown));
        }
    }

    std::optional<Place> unassigned(const N03Feature& feature) {
        const std::optional<int> prefecture = find_prefecture(feature.prefecture);
        if (!prefecture) {
            report(Severity::error, "code-unknown", feature,
                   "所属未定地の都道府県名が読めない: " + feature.prefecture,
                   "land without municipality in an unknown prefecture: " + feature.prefecture);
            return std::nullopt;
        }
        return Place{fmt::format("{:02}x01", *prefecture), std::string(unassigned_name),
                     BodyKind::unassigned, false};
    }

    std::optional<std::string> five_digits(const N03Feature& feature) {
        const std::string& text = feature.code;
        if (text.empty()) {
            report(Severity::error, "code-missing", feature,
                   "コードがない: " + feature.prefecture + name_of(feature),
                   "has no code: " + feature.prefecture + name_of(feature));
            return std::nullopt;
        }
        std::string code = text;
        if (all_digits(code) && code.size() == 4) {
            code.insert(0, 1, '0');
            report(Severity::warning, "code-lost-leading-zero", feature,
                   fmt::format("先頭の 0 が落ちたコード {} を {} と読む", text, code),
                   fmt::format("code {} lost its leading zero, read as {}", text, code));
        } else if (all_digits(code) && code.size() == 6) {
            code.resize(5);
            const bool good = check_digit_of(code) == text.back() - '0';
            report(good ? Severity::note : Severity::error, "code-check-digit", feature,
                   good ? fmt::format("検査数字つきのコード {} を {} と読む", text, code)
                        : fmt::format("コード {} の検査数字が合わない", text),
                   good ? fmt::format("code {} carries its check digit, read as {}", text, code)
                        : fmt::format("the check digit of code {} is wrong", text));
            if (!good) {
                return std::nullopt;
            }
        }
        const bool known = all_digits(code) && code.size() == 5 &&
                           find_prefecture(code.substr(0, 2)).has_value() && !code.ends_with("000");
        if (!known) {
            report(Severity::error, "code-unknown", feature, "市区町村コードではない: " + text,
                   "not a municipality code: " + text);
            return std::nullopt;
        }
        return code;
    }

    const DesignatedCity* city_of_ward(const N03Feature& feature, const std::string& code) {
        if (const DesignatedCity* city = find_designated_city_by_code(code)) {
            return city;
        }
        const std::string& ward = feature.ward.empty() ? feature.name : feature.ward;
        const std::string& city_name = feature.ward.empty() ? feature.county : feature.name;
        if (!std::string_view(ward).ends_with("区") ||
            !std::string_view(city_name).ends_with("市")) {
            return nullptr;
        }
        const DesignatedCity* city = find_designated_city_by_name(city_name);
        if (city == nullptr || city->code.substr(0, 2) != code.substr(0, 2)) {
            report(Severity::warning, "ward-of-unknown-city", feature,
                   fmt::format("{}{}（{}）は知られた政令指定都市の区ではないので、そのまま残す",
                               city_name, ward, code),
                   fmt::format("{} {} ({}) is a ward of no known designated city, kept as it is",
                               city_name, ward, code));
            return nullptr;
        }
        return city;
    }

    static const std::string& name_of(const N03Feature& feature) {
        return feature.name.empty() ? feature.county : feature.name;
    }

    static BodyKind kind_of(const N03Feature& feature, const std::string& code) {
        if (in_northern_territories(code)) {
            return BodyKind::northern_territories;
        }
        const std::string_view name = name_of(feature);
        return name.ends_with("区")   ? BodyKind::special_ward
               : name.ends_with("町") ? BodyKind::town
               : name.ends_with("村") ? BodyKind::village
                                      : BodyKind::city;
    }

    const std::string& layer_;
    Findings& findings_;
    std::unordered_set<std::string> nameless_;  ///< codes
};

/// Takes out polygons that stand twice in one body, and reports the later feature.
void drop_duplicates(std::vector<N03Feature*>& parts, Sorter& sorter) {
    struct Item {
        const Polygon* polygon;
        std::size_t part;
    };
    std::vector<Item> items;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (const Polygon& polygon : parts[i]->shape) {
            items.push_back({&polygon, i});
        }
    }
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        return a.polygon->shell < b.polygon->shell;
    });
    std::unordered_set<const Polygon*> doomed;
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (*items[i].polygon == *items[i - 1].polygon) {
            doomed.insert(items[i].polygon);
            const N03Feature& again = *parts[items[i].part];
            const N03Feature& first = *parts[items[i - 1].part];
            sorter.report(Severity::warning, "feature-duplicate", again,
                          fmt::format("コード {}: 地物 {} と同じ図形なので一つに数える", again.code,
                                      first.id),
                          fmt::format("code {}: the same polygon as feature {}, counted once",
                                      again.code, first.id));
        }
    }
    if (doomed.empty()) {
        return;
    }
    for (N03Feature* part : parts) {
        MultiPolygon kept;
        for (Polygon& polygon : part->shape) {
            if (!doomed.contains(&polygon)) {
                kept.push_back(std::move(polygon));
            }
        }
        part->shape = std::move(kept);
    }
}

MultiPolygon unite(std::vector<N03Feature*>& parts, Sorter& sorter) {
    if (parts.size() == 1) {
        return std::move(parts.front()->shape);
    }
    drop_duplicates(parts, sorter);
    std::vector<MultiPolygon> shapes;
    for (N03Feature* part : parts) {
        shapes.push_back(std::move(part->shape));
    }
    return std::move(dissolve(shapes, std::vector<int>(shapes.size(), 0), 1).front());
}

}  // namespace

int check_digit_of(const std::string& five_digits) {
    assert(five_digits.size() == 5 && all_digits(five_digits));
    int sum = 0;
    for (int i = 0; i < 5; ++i) {
        sum += (five_digits[static_cast<std::size_t>(i)] - '0') * (6 - i);
    }
    return (11 - sum % 11) % 10;
}

N03Bodies bodies_of_n03(std::vector<N03Feature> features, const std::string& layer,
                        Findings& findings) {
    N03Bodies bodies;
    Sorter sorter(layer, findings);
    struct Group {
        Place place;
        std::vector<N03Feature*> parts;
    };
    std::map<std::string, Group> groups;
    for (N03Feature& feature : features) {
        std::optional<Place> place = sorter.place_of(feature);
        if (!place) {
            ++bodies.rejected;
            continue;
        }
        bodies.wards_dissolved += place->is_ward ? 1 : 0;
        Group& group = groups[place->code];
        if (group.parts.empty()) {
            group.place = std::move(*place);
        } else if (group.place.name.empty()) {
            group.place.name = std::move(place->name);
            group.place.kind = place->kind;
        } else if (group.place.name != place->name && !place->name.empty()) {
            sorter.report(Severity::warning, "name-differs", feature,
                          fmt::format("コード {} の名称が {} と {} の二通りある。前者を使う",
                                      place->code, group.place.name, place->name),
                          fmt::format("code {} is named both {} and {}; the former is used",
                                      place->code, group.place.name, place->name));
        }
        group.parts.push_back(&feature);
    }
    for (auto& [code, group] : groups) {
        Municipality body;
        body.code = code;
        body.name_ja = group.place.name;
        body.kind = group.place.kind;
        body.prefecture = *find_prefecture(code.substr(0, 2));
        body.counted =
            body.kind != BodyKind::northern_territories && body.kind != BodyKind::unassigned;
        bodies.shapes.push_back(unite(group.parts, sorter));
        body.area_km2 = geodesic_area_km2(bodies.shapes.back());
        sorter.check_area(*group.parts.front(), body, bodies.shapes.back().size());
        bodies.municipalities.push_back(std::move(body));
    }
    return bodies;
}

}  // namespace miraimap
