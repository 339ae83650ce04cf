// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/core/analysis.hpp"
#include "app/core/analysis_tables.hpp"
#include "app/core/place_words.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/legend.hpp"

namespace miraimap {
namespace {

constexpr std::size_t most_named = 3;

const Municipality& place(const World& world, int index) {
    return world.catalogue.municipalities[static_cast<std::size_t>(index)];
}

Text name_of_place(const World& world, int index) {
    const Municipality& m = place(world, index);
    return {m.name_ja, name_in(m, Lang::en)};
}

/// "A、B、Cほか" of a list of which only the first few are named.
Text few(const std::vector<Text>& names) {
    Text all;
    for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i) {
        all.ja += (i == 0 ? "" : "・") + names[i].ja;
        all.en += (i == 0 ? "" : ", ") + names[i].en;
    }
    if (names.size() > most_named) {
        all.ja += fmt::format("ほか全{}", names.size());
        all.en += fmt::format(" and {} more", names.size() - most_named);
    }
    return all;
}

/// All names, "A・B".
Text every(const std::vector<Text>& names) {
    Text all;
    for (const Text& name : names) {
        all.ja += (all.ja.empty() ? "" : "・") + name.ja;
        all.en += (all.en.empty() ? "" : ", ") + name.en;
    }
    return all;
}

Text region_in_words(const World& world, const GapRegion& region) {
    std::vector<Text> ways;
    for (const WayIn& way : region.ways_in) {
        ways.push_back(name_of_place(world, way.covered));
    }
    const Text where = prefectures_in_words(prefectures_of(world.catalogue, region.members));
    const std::string number = with_thousands(region.municipalities);
    const std::string area = figure_text(std::round(region.area_km2));
    Text text{fmt::format("{}（{}市区町村、{} km²）", where.ja, number, area),
              fmt::format("{} ({} {}, {} km²)", where.en, number,
                          region.municipalities == 1 ? "municipality" : "municipalities", area)};
    if (region.depth) {
        text.ja += fmt::format("は最も深い所で選定済みまで境界{}つ", *region.depth);
        text.en += fmt::format(" is at most {} borders from a selected place", *region.depth);
    } else {
        text.ja += "からは選定済みへの道がない";
        text.en += " has no way to a selected place";
    }
    if (!ways.empty()) {
        const Text named = few(ways);
        text.ja += "、入口は" + named.ja;
        text.en += "; the way in is by " + named.en;
    }
    text.ja += "。";
    text.en += ". ";
    return text;
}

}  // namespace

Text gaps_in_words(const World& world, const std::vector<GapRegion>& regions) {
    int members = 0;
    std::size_t alone = 0;
    for (const GapRegion& region : regions) {
        members += region.municipalities;
        alone += region.depth ? 0U : 1U;
    }
    Text text{fmt::format("選定のない{}市区町村は{}の空白域に分かれる。", with_thousands(members),
                          regions.size()),
              fmt::format("{} municipalities that are not selected form {} gap regions. ",
                          with_thousands(members), regions.size())};
    for (std::size_t i = 0; i < std::min(regions.size(), most_named); ++i) {
        const Text one = region_in_words(world, regions[i]);
        text.ja += one.ja;
        text.en += one.en;
    }
    if (alone > 0) {
        text.ja += fmt::format(
            "{}の空白域からは、たどれる境界だけでは選定済みの市区町村に着かない。", alone);
        text.en +=
            fmt::format("From {} of them no chain of borders leads to a selected place.", alone);
    }
    return text;
}

Text peers_in_words(const World& world, int here, const std::vector<Peer>& peers) {
    const Text name = name_of_place(world, here);
    if (peers.empty()) {
        return {name.ja + "が手本にできる選定は、この条件では見つからない。",
                "No selection that " + name.en + " could copy passes the filter."};
    }
    Text text{name.ja + "が手本にできる選定は、", name.en + " could look at "};
    for (std::size_t i = 0; i < std::min(peers.size(), most_named); ++i) {
        const Peer& peer = peers[i];
        const Selection& s = world.selections[static_cast<std::size_t>(peer.selection)];
        const Text there = name_of_place(world, peer.municipality);
        text.ja += fmt::format(
            "{}{}（{}、{}）", i == 0 ? "" : "、", there.ja, s.id,
            peer.distance_km == 0 ? std::string("隣") : fmt::format("{:.1f} km", peer.distance_km));
        text.en += fmt::format("{}{} ({}, {})", i == 0 ? "" : ", ", there.en, s.id,
                               peer.distance_km == 0 ? std::string("next to it")
                                                     : fmt::format("{:.1f} km", peer.distance_km));
    }
    text.ja += "である。";
    text.en += ".";
    return text;
}

Text adopters_in_words(const World& world, std::size_t selection,
                       const std::vector<Peer>& adopters) {
    const Selection& s = world.selections[selection];
    if (adopters.empty()) {
        return {s.id + "を次に取り入れられる市区町村は、この条件では残っていない。",
                "No municipality is left that could copy " + s.id + "."};
    }
    Text text{
        fmt::format("{}（{}）を次に取り入れられるのは、", s.id, s.area_text),
        fmt::format("Next to copy {} ({}): ", s.id, area_in_words(world, selection, Lang::en))};
    for (std::size_t i = 0; i < std::min(adopters.size(), most_named); ++i) {
        const Peer& peer = adopters[i];
        const Text there = name_of_place(world, peer.municipality);
        const bool next_to = peer.distance_km == 0;
        text.ja +=
            fmt::format("{}{}（点数 {:.2f}、{}）", i == 0 ? "" : "、", there.ja, peer.score,
                        next_to ? std::string("隣") : fmt::format("{:.1f} km", peer.distance_km));
        text.en += fmt::format(
            "{}{} (score {:.2f}, {})", i == 0 ? "" : ", ", there.en, peer.score,
            next_to ? std::string("next to it") : fmt::format("{:.1f} km", peer.distance_km));
    }
    if (adopters.size() > most_named) {
        text.ja += fmt::format("など{}市区町村である。", adopters.size());
        text.en += fmt::format(" and {} more.", adopters.size() - most_named);
    } else {
        text.ja += "である。";
        text.en += ".";
    }
    return text;
}

Text distances_in_words(const Snapshot& snapshot, const std::vector<Nearness>& nearness) {
    const DistanceSummary reach =
        summary_of(nearness, places_in_question(snapshot), counted_wards(snapshot));
    if (reach.measured == 0) {
        return {"この条件で選定された市区町村がないので、最寄りまでの距離はない。",
                "No municipality is selected under this filter, so there is nothing to be near."};
    }
    const World& world = *snapshot.world;
    const Text farthest = name_of_place(world, reach.farthest);
    const Nearness& far = nearness[static_cast<std::size_t>(reach.farthest)];
    const Text nearest = name_of_place(world, far.boundary.place);
    return {
        fmt::format("{}市区町村のうち、選定された市区町村か、それに接するのは{}。最寄りの選定までは"
                    "平均{:.1f} km、最も遠いのは{}（最寄りの{}まで{:.1f} km）。",
                    with_thousands(reach.places), with_thousands(reach.touching), reach.mean_km(),
                    farthest.ja, nearest.ja, far.boundary.distance_km),
        fmt::format("Of {} municipalities, {} are selected or touch a selected one. The nearest "
                    "selected place is {:.1f} km away on average; the farthest is {} ({:.1f} km to "
                    "{}).",
                    with_thousands(reach.places), with_thousands(reach.touching), reach.mean_km(),
                    farthest.en, far.boundary.distance_km, nearest.en)};
}

Text neighbours_in_words(const Snapshot& snapshot, Neighbourhood& neighbourhood, int here) {
    const World& world = *snapshot.world;
    const Text name = name_of_place(world, here);
    const std::vector<Neighbour> all =
        neighbours_of(here, world.mosaic, neighbourhood.contacts(), neighbourhood.sea_links());
    if (all.empty()) {
        return {name.ja + "には、接する市区町村も海の連絡もない（境界データに図形がない）。",
                name.en + " meets no other municipality (the boundary set has no shape of it)."};
    }
    Text text;
    std::size_t selected = 0;
    for (const NeighbourKind kind :
         {NeighbourKind::border, NeighbourKind::point, NeighbourKind::sea}) {
        std::vector<Text> names;
        for (const Neighbour& n : all) {
            if (n.kind == kind) {
                const Text other = name_of_place(world, n.place);
                names.push_back(kind == NeighbourKind::sea
                                    ? Text{fmt::format("{}（{:.1f} km）", other.ja, n.distance_km),
                                           fmt::format("{} ({:.1f} km)", other.en, n.distance_km)}
                                    : other);
            }
        }
        if (names.empty()) {
            continue;
        }
        const Text listed = every(names);
        static const std::array<Text, 3> says{
            {{"境界を接するのは", "It borders on "},
             {"一点だけで接するのは", "It meets in a point "},
             {"海を渡る最短の連絡があるのは", "The shortest links across water lead to "}}};
        const Text& how = says.at(static_cast<std::size_t>(kind));
        text.ja += how.ja + listed.ja + "。";
        text.en += (text.en.empty() ? "" : " ") + how.en + listed.en + ".";
    }
    for (const Neighbour& n : all) {
        const bool covered =
            snapshot.coverage[static_cast<std::size_t>(n.place)].grade >= Grade::part;
        selected += covered ? 1U : 0U;
    }
    const Text found =
        selected == 0 ? Text{"選定された所はない", "none is selected"}
                      : Text{fmt::format("選定された所は{}", selected),
                             fmt::format("{} {} selected", selected, selected == 1 ? "is" : "are")};
    return {fmt::format("{}が接するか海を渡ってつながる市区町村は{}で、そのうち{}。{}", name.ja,
                        all.size(), found.ja, text.ja),
            fmt::format("{} meets or is linked to {} municipalit{}; {}. {}", name.en, all.size(),
                        all.size() == 1 ? "y" : "ies", found.en, text.en)};
}

Text suggestions_in_words(const World& world, const Suggestions& suggestions, int within_borders,
                          const Text& what) {
    if (suggestions.rows.empty()) {
        return {"これ以上届かせる空白はない。", "No gap is left to reach."};
    }
    std::vector<Text> names;
    for (const Suggestion& row : suggestions.rows) {
        names.push_back(name_of_place(world, row.place));
    }
    const Text named = few(names);
    const double before = suggestions.all > 0 ? 100 * suggestions.reached / suggestions.all : 0;
    const double gain =
        suggestions.all > 0 ? 100 * suggestions.rows.back().so_far / suggestions.all : 0;
    return {
        fmt::format("{}を選べば、選定済みから境界{}つ以内にある空白（{}）は{:.1f}%から{:.1f}%に"
                    "なる。一つずつ最良を選ぶ方法で、同じ数の最良の組の増分の63%以上が保証される。",
                    named.ja, within_borders, what.ja, before, before + gain),
        fmt::format("With {}, the share of the gaps ({}) within {} border{} of a selected place "
                    "goes from {:.1f} % to {:.1f} %. Chosen greedily: the gain is at least 63 % "
                    "of the best possible with as many choices.",
                    named.en, what.en, within_borders, within_borders == 1 ? "" : "s", before,
                    before + gain)};
}

Text cumulative_in_words(const CoverageTable& table, const KnownUnknowns& unknown) {
    Text text;
    int before = 0;
    for (const CoverageRow& row : table.rows) {
        const int now = row.direct + row.part;
        text.ja += fmt::format("{}{}は{}（{:+d}）",
                               text.ja.empty() ? "選定または一部選定の市区町村: " : "、",
                               row.name.ja, now, now - before);
        text.en +=
            fmt::format("{}{} {} ({:+d})",
                        text.en.empty() ? "Selected or partly selected municipalities: " : ", ",
                        row.name.en, now, now - before);
        before = now;
    }
    text.ja += "。年度が印刷されていない過年度選定";
    text.en += ". Earlier selections without a printed year";
    if (unknown.ended > 0) {
        text.ja += fmt::format("と、名のない終了 {} 事業", unknown.ended);
        text.en += fmt::format(" and the {} unnamed ended projects", unknown.ended);
    }
    text.ja += "は含まない。";
    text.en += " are not in it.";
    return text;
}

Text supposition_in_words(const Snapshot& snapshot) {
    if (snapshot.what_if.empty()) {
        return {};
    }
    std::vector<Text> names;
    for (const int index : snapshot.what_if) {
        names.push_back(name_of_place(*snapshot.world, index));
    }
    const Text named = few(names);
    return {fmt::format("仮定: {}も選定されたとした場合の数字（データには書かれない）。", named.ja),
            fmt::format("WHAT IF: figures as if {} were selected too (not part of any data).",
                        named.en)};
}

Text what_if_in_words(const Snapshot& snapshot) {
    const World& world = *snapshot.world;
    CoverageQuestion question = coverage_question(snapshot, CoverageBy::prefecture);
    question.what_if.clear();
    const CoverageRow before =
        coverage_table(question, world.catalogue, world.selections, world.join).total;
    const CoverageRow& after = snapshot.table.total;
    const Text supposition = supposition_in_words(snapshot);
    return {
        fmt::format("{}選定または一部選定は"
                    "{}から{}へ、割合は{:.1f}%から{:.1f}%へ、面積の割合は{:.1f}%から{:.1f}%へ。",
                    supposition.ja, before.direct + before.part, after.direct + after.part,
                    100 * before.share_municipalities(), 100 * after.share_municipalities(),
                    100 * before.share_area(), 100 * after.share_area()),
        fmt::format("{} Selected or partly selected: {} to {}; share {:.1f} % to {:.1f} %; by area "
                    "{:.1f} % to {:.1f} %.",
                    supposition.en, before.direct + before.part, after.direct + after.part,
                    100 * before.share_municipalities(), 100 * after.share_municipalities(),
                    100 * before.share_area(), 100 * after.share_area())};
}

Text join_in_words(const UserTable& table) {
    Text text{
        fmt::format("{}（列「{}」、{} 行）: ", table.file, table.figure, table.rows.size()),
        fmt::format("{} (column {}, {} rows): ", table.file, table.figure, table.rows.size())};
    for (int i = 0; i < row_outcome_count; ++i) {
        const Text& name = name_of(static_cast<RowOutcome>(i));
        const int count = table.count[static_cast<std::size_t>(i)];
        text.ja += fmt::format("{}{} {}", i == 0 ? "" : "、", name.ja, count);
        text.en += fmt::format("{}{} {}", i == 0 ? "" : ", ", name.en, count);
    }
    text.ja += fmt::format("。数のない市区町村 {}。", table.places_without);
    text.en += fmt::format(". {} municipalities have no figure.", table.places_without);
    return text;
}

Text figure_in_words(const CoverageRow& total, const UserTable& table) {
    return {fmt::format("{}では、選定または一部選定の市区町村が全体の{:.1f}%を占める"
                        "（数のない市区町村 {} は分母に入らない）。",
                        table.figure, 100 * total.share_figure(), total.without_figure),
            fmt::format("Of {}, {:.1f} % lies in selected or partly selected municipalities ({} "
                        "without a figure are not in the denominator).",
                        table.figure, 100 * total.share_figure(), total.without_figure)};
}

}  // namespace miraimap
