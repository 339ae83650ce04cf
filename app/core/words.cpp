// SPDX-License-Identifier: MIT
#include "app/core/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/core/analysis.hpp"
#include "geo/select/place_facts.hpp"
#include "geo/select/ward_grades.hpp"
#include "shapes/legend.hpp"

namespace miraimap {
namespace {

/// Wards that are not selected in cities that are selected in part: in no gap region.
int open_wards_of_covered_cities(const Snapshot& snapshot) {
    const CityWards* wards = counted_wards(snapshot);
    if (wards == nullptr) {
        return 0;
    }
    int open = 0;
    for (const int place : places_in_question(snapshot)) {
        const auto i = static_cast<std::size_t>(place);
        if (!(*wards)[i].empty() && snapshot.coverage[i].grade >= Grade::part) {
            const WardGrades grades = ward_grades(place, (*wards)[i], snapshot.coverage[i],
                                                  snapshot.passed, snapshot.world->join);
            open += grades[static_cast<std::size_t>(Grade::none)];
        }
    }
    return open;
}

/// What a denominator counts, in words.
Text counted_bodies(WardCount wards) {
    switch (wards) {
        case WardCount::none:
            return {"市町村だけを数え、特別区は入れない。政令指定都市は区を分けず 1 と数える",
                    "cities, towns and villages; special wards left out, designated cities whole"};
        case WardCount::all:
            return {
                "特別区と、政令指定都市の区をそれぞれ 1 と数える。区の図形はないので、面積・隣・"
                "距離・空白域と地図の凡例は市のまま",
                "special wards, and each ward of a designated city instead of the city; wards "
                "have no shape, so areas, neighbours, distances, gaps and the map's legend are "
                "those of the city"};
        case WardCount::special:
            break;
    }
    return {"特別区を含み、政令指定都市は区を分けず 1 と数える",
            "special wards included, designated cities whole"};
}

/// Places that tables count as not selected and the map shows as not settled.
int unsettled_places(const Snapshot& snapshot) {
    const World& world = *snapshot.world;
    const std::vector<int> counted = places_in_question(snapshot);
    const std::vector<int> places = unresolved_places(world.catalogue, world.join, snapshot.passed);
    return static_cast<int>(std::count_if(places.begin(), places.end(), [&](int place) {
        return snapshot.coverage[static_cast<std::size_t>(place)].grade == Grade::none &&
               std::binary_search(counted.begin(), counted.end(), place);
    }));
}

}  // namespace

Text coverage_in_words(const Snapshot& snapshot) {
    const int unsettled = unsettled_places(snapshot);
    const CoverageRow& total = snapshot.table.total;
    const Text filter = in_words(snapshot.request.filter);
    const bool all = snapshot.request.filter.empty();
    Text text;
    const auto number = [](int count) { return with_thousands(count); };
    const double share =
        total.municipalities == 0 ? 0 : 100.0 * total.direct / total.municipalities;
    text.ja = fmt::format(
        "{}{}の市区町村のうち、選定は{}（{:.1f}%）、一部のみ選定は{}、都道府県のみ選定は{}、"
        "選定なしは{}{}である（選定{}件）。",
        all ? "" : "「" + filter.ja + "」で見ると、", number(total.municipalities),
        number(total.direct), share, number(total.part), number(total.prefecture_only),
        number(total.uncovered),
        unsettled == 0 ? ""
                       : fmt::format("（うち{}は、地名が未確定の選定の候補）", number(unsettled)),
        number(total.selections));
    text.ja +=
        fmt::format("選定または一部のみ選定の市区町村は、数で{:.1f}%、面積で{:.1f}%を占める。",
                    100 * total.share_municipalities(), 100 * total.share_area());
    text.en = fmt::format(
        "{}f {} municipalities, {} are selected ({:.1f} %), {} only in part, {} only through "
        "their "
        "prefecture, and {} not at all{} ({} selection{}). ",
        all ? "O" : "For \"" + filter.en + "\", o", number(total.municipalities),
        number(total.direct), share, number(total.part), number(total.prefecture_only),
        number(total.uncovered),
        unsettled == 0 ? ""
                       : fmt::format(", {} of which a selection without a settled place may mean",
                                     number(unsettled)),
        number(total.selections), total.selections == 1 ? "" : "s");
    text.en += fmt::format(
        "Selected and partly selected ones are {:.1f} % by number and {:.1f} % by area.",
        100 * total.share_municipalities(), 100 * total.share_area());
    const Text unknown = unknown_in_words(snapshot);
    text.ja += unknown.ja;
    text.en += (unknown.en.empty() ? "" : " ") + unknown.en;
    return text;
}

Text unknown_in_words(const Snapshot& snapshot) {
    const KnownUnknowns& unknown = snapshot.unknown;
    Text text;
    if (const std::size_t lost = unknown.unresolved.size(); lost > 0) {
        std::string ids;
        for (const int selection : unknown.unresolved) {
            ids += (ids.empty() ? "" : ", ") +
                   snapshot.world->selections[static_cast<std::size_t>(selection)].id;
        }
        text.ja += fmt::format("選定のうち{}件（{}）は市区町村を特定できず、どこにも数えていない。",
                               lost, ids);
        text.en += fmt::format(
            "{} of the selections ({}) name no municipality and are counted nowhere.", lost, ids);
    }
    if (unknown.ended > 0) {
        const Text years = years_in_words(unknown.ended_by_year);
        text.ja += fmt::format(
            "ほかに、支援を終えて団体名が資料にない事業が{}件ある{}。その団体は分からないので、"
            "選定のない市区町村にも、かつて選ばれた所がありうる。",
            unknown.ended, years.ja.empty() ? "" : "（" + years.ja + "）");
        text.en += fmt::format(
            "{}{} more projects ended and are named nowhere in the source{}: some municipalities "
            "shown as not selected may have had one.",
            text.en.empty() ? "" : " ", unknown.ended,
            years.en.empty() ? "" : " (" + years.en + ")");
    }
    return text;
}

Text denominator_note(const Snapshot& snapshot) {
    const Catalogue& catalogue = snapshot.world->catalogue;
    const bool northern =
        std::any_of(catalogue.municipalities.begin(), catalogue.municipalities.end(),
                    [](const Municipality& m) { return m.kind == BodyKind::northern_territories; });
    const Text bodies = counted_bodies(snapshot.request.wards);
    const int count = snapshot.table.total.municipalities;
    const char* of = snapshot.request.wards == WardCount::none ? "市町村" : "市区町村";
    Text text{fmt::format("分母: {} {}（{}）", of, with_thousands(count), bodies.ja),
              fmt::format("Denominator: {} municipalities ({})", with_thousands(count), bodies.en)};
    if (northern) {
        const bool counted = snapshot.request.count_northern_territories;
        text.ja += counted ? "。北方領土も数える" : "。北方領土は描くが数えない";
        text.en += counted ? "; the Northern Territories are counted"
                           : "; the Northern Territories are drawn but not counted";
    }
    text.ja += "。";
    text.en += ".";
    if (const int open = open_wards_of_covered_cities(snapshot); open > 0) {
        text.ja +=
            fmt::format("一部だけ選定された市の、選定のない {} 区は空白域に入らない。", open);
        text.en += fmt::format(
            " {} wards without a selection lie in cities that are selected in part, and in no gap "
            "region.",
            open);
    }
    if (const int ended = snapshot.unknown.ended; ended > 0) {
        text.ja += fmt::format(
            "終了した {} 事業は一覧に名がなく、選定なしの所が一度も選ばれていないとは限らない。",
            ended);
        text.en += fmt::format(
            " {} ended projects are not named in the source, so \"not selected\" does not mean "
            "never selected.",
            ended);
    }
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
