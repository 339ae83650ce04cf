// SPDX-License-Identifier: MIT
#include "app/core/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace miraimap {
namespace {

/// Counted selections that name no place the catalogue knows.
long without_place(const Snapshot& snapshot) {
    return std::count_if(snapshot.passed.begin(), snapshot.passed.end(), [&](const Passed& passed) {
        const auto index = static_cast<std::size_t>(passed.selection);
        return passed.counted && snapshot.world->join.selections[index].scope == Scope::unresolved;
    });
}

}  // namespace

Text coverage_in_words(const Snapshot& snapshot) {
    const CoverageRow& total = snapshot.table.total;
    const Text filter = in_words(snapshot.request.filter);
    const bool all = snapshot.request.filter.empty();
    Text text;
    text.ja = fmt::format(
        "{}{}の市区町村のうち、選定されたのは{}（{:.1f}%）、区域の一部だけが選定されたのは{}、"
        "都道府県だけが選定されたのは{}、どれにも当たらないのは{}である（選定{}件）。",
        all ? "" : "「" + filter.ja + "」で見ると、", total.municipalities, total.direct,
        total.municipalities == 0 ? 0.0 : 100.0 * total.direct / total.municipalities, total.part,
        total.prefecture_only, total.uncovered, total.selections);
    text.ja += fmt::format("選定または一部選定の市区町村は、数で{:.1f}%、面積で{:.1f}%を占める。",
                           100 * total.share_municipalities(), 100 * total.share_area());
    text.en = fmt::format(
        "{}Of {} municipalities, {} are selected ({:.1f} %), {} only in part, {} only through "
        "their "
        "prefecture, and {} not at all ({} selections). ",
        all ? "" : "For \"" + filter.en + "\": ", total.municipalities, total.direct,
        total.municipalities == 0 ? 0.0 : 100.0 * total.direct / total.municipalities, total.part,
        total.prefecture_only, total.uncovered, total.selections);
    text.en += fmt::format(
        "Selected and partly selected ones are {:.1f} % by number and {:.1f} % by area.",
        100 * total.share_municipalities(), 100 * total.share_area());
    if (const long lost = without_place(snapshot); lost > 0) {
        text.ja +=
            fmt::format("選定のうち{}件は市区町村を特定できず、どこにも塗っていない。", lost);
        text.en += fmt::format(
            " {} of the selections name no municipality and are painted nowhere.", lost);
    }
    return text;
}

Text denominator_note(const Snapshot& snapshot) {
    const Catalogue& catalogue = snapshot.world->catalogue;
    const bool northern =
        std::any_of(catalogue.municipalities.begin(), catalogue.municipalities.end(),
                    [](const Municipality& m) { return m.kind == BodyKind::northern_territories; });
    Text text{fmt::format("分母: 市区町村 {}（特別区を含み、政令指定都市は区を分けず 1 と数える）",
                          snapshot.table.total.municipalities),
              fmt::format("Denominator: {} municipalities (special wards included, designated "
                          "cities whole)",
                          snapshot.table.total.municipalities)};
    if (northern) {
        const bool counted = snapshot.request.count_northern_territories;
        text.ja += counted ? "。北方領土も数える" : "。北方領土は描くが数えない";
        text.en += counted ? "; the Northern Territories are counted"
                           : "; the Northern Territories are drawn but not counted";
    }
    text.ja += "。終了した 8 事業は一覧に名がなく、未選定とは限らない。";
    text.en +=
        ". 8 ended projects are not named in the source, so \"not selected\" does not mean never "
        "selected.";
    return text;
}

std::vector<Text> source_lines(const World& world) {
    std::vector<Text> lines{
        {"選定: "
         "内閣府地方創生推進事務局「未来技術社会実装事業」資料（2022年、一覧は令和4年4月1日時点）を"
         "もとに作成。政府標準利用規約",
         "Selections: made from the Cabinet Office's slides on future technology (2022, list as of "
         "1 April 2022); Government of Japan Standard Terms of Use"}};
    if (world.embedded_boundaries) {
        lines.push_back({"境界: 気象庁ホームページの市町村等の区域データを加工して作成（" +
                             world.catalogue.edition + "）。公共データ利用規約（第1.0版）",
                         "Boundaries: processed from Japan Meteorological Agency polygons (" +
                             world.catalogue.edition + "); Public Data License 1.0"});
    } else {
        lines.push_back(
            {"境界: " + world.boundary_file + "（" + world.catalogue.edition +
                 "、国土数値情報なら「国土交通省 国土数値情報（行政区域データ）を加工」と示す）",
             "Boundaries: " + world.boundary_file + " (" + world.catalogue.edition + ")"});
    }
    return lines;
}

}  // namespace miraimap
