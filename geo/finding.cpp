// SPDX-License-Identifier: MIT
#include "geo/finding.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

namespace miraimap {

void append(Findings& all, Findings more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

const std::string& severity_name(Severity severity, Lang lang) {
    static const std::array<Text, 3> names{Text{"注記", "note"}, Text{"警告", "warning"},
                                           Text{"誤り", "error"}};
    return names.at(static_cast<std::size_t>(severity)).in(lang);
}

Text finding_name(std::string_view code) {
    static const std::map<std::string_view, Text> names{
        {"arc-missing", {"アークがない", "missing arc"}},
        {"arcs-not-joined", {"アークがつながらない", "arcs that do not meet"}},
        {"area-not-positive", {"面積が出ない面", "polygons without area"}},
        {"borders-match-nearly", {"境界線がわずかにずれている", "borders that nearly match"}},
        {"cell-made-safe", {"式とみなされる値に印を付けた", "cell made safe for spreadsheets"}},
        {"code-check-digit", {"検査数字が合わない", "wrong check digit"}},
        {"code-lost-leading-zero",
         {"コードの先頭の 0 が失われている", "code lost its leading zero"}},
        {"code-missing", {"コードがない", "missing code"}},
        {"code-prefecture-mismatch", {"コードと都道府県が合わない", "code of another prefecture"}},
        {"code-unknown", {"知らないコード", "unknown code"}},
        {"coordinate-not-finite", {"座標が数でない", "coordinate that is no number"}},
        {"coordinate-out-of-range", {"座標が範囲の外", "coordinate out of range"}},
        {"crs-covers-a-part", {"座標系が一部しか覆わない", "CRS that covers a part only"}},
        {"edge-very-long", {"長すぎる境界線", "very long straight border"}},
        {"feature-duplicate", {"同じ図形が二度ある", "duplicate feature"}},
        {"feature-without-geometry", {"図形のない行", "feature without geometry"}},
        {"geometry-missing", {"図形がない", "missing geometry"}},
        {"geometry-not-polygon", {"面でない図形", "geometry that is no polygon"}},
        {"geometry-unreadable", {"読めない図形", "unreadable geometry"}},
        {"layers-several", {"使えるレイヤーがいくつもある", "several usable layers"}},
        {"name-ambiguous", {"名前があいまい", "ambiguous name"}},
        {"name-differs", {"名前が違う", "differing name"}},
        {"name-inferred", {"名前を推定した", "inferred name"}},
        {"name-missing", {"名前がない", "missing name"}},
        {"name-not-a-municipality", {"市区町村の名でない", "name of no municipality"}},
        {"name-unknown", {"知らない名前", "unknown name"}},
        {"place-without-neighbours", {"隣のない所", "place without neighbours"}},
        {"places-overlap", {"市区町村が重なっている", "overlapping places"}},
        {"polygon-invalid", {"正しくない面", "invalid polygon"}},
        {"polygon-not-clean", {"輪が交わるか折り返す面", "polygon that is not clean"}},
        {"ring-self-intersection", {"輪が自分と交わる", "ring that crosses itself"}},
        {"ring-too-short", {"面積のない輪", "ring without area"}},
        {"session-damaged", {"セッションが壊れている", "damaged session"}},
        {"session-input-changed", {"入力の中身が変わった", "changed input"}},
        {"session-input-missing", {"入力がない", "missing input"}},
        {"session-input-moved", {"入力が移された", "moved input"}},
        {"session-input-new", {"入力が加わった", "new input"}},
        {"session-key-unknown", {"知らない項目", "unknown item"}},
        {"session-newer", {"新しい版のセッション", "session of a newer version"}},
        {"session-part-missing", {"欠けた部分", "missing part"}},
        {"session-place-unknown", {"データにない市区町村", "places that the data do not have"}},
        {"session-value-unknown", {"使えない値", "unusable value"}},
        {"shapefile-names", {"Shapefile で短くした列名", "column names cut for Shapefile"}},
        {"shapefile-text-cut", {"Shapefile で切った文字列", "texts cut for Shapefile"}},
        {"shapefile-without-shapes", {"図形のない Shapefile", "Shapefile without shapes"}},
        {"star-without-listed-selection", {"一覧にない ☆", "star without a listed selection"}},
        {"styles-not-reachable", {"様式を書けない", "styles that cannot be written"}},
        {"styles-not-registered", {"様式を登録していない", "styles that are not registered"}},
        {"view-without-land", {"陸のない範囲", "view without land"}},
        {"ward-of-unknown-city", {"市の分からない区", "ward of an unknown city"}}};
    const auto found = names.find(code);
    return found != names.end() ? found->second : Text{std::string(code), std::string(code)};
}

std::string to_line(const Finding& finding, Lang lang) {
    std::string line = severity_name(finding.severity, lang) + " " + finding.code;
    if (!finding.where.empty()) {
        line += " " + finding.where;
    }
    return line + ": " + finding.text.in(lang);
}

bool has_error(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.severity == Severity::error; });
}

}  // namespace miraimap
