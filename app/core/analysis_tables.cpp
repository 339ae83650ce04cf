// SPDX-License-Identifier: MIT
#include "app/core/analysis_tables.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace miraimap {
namespace {

constexpr int distance_decimals = 3;
constexpr int score_decimals = 4;
constexpr int weight_decimals = 2;

const Municipality& place(const World& world, int index) {
    return world.catalogue.municipalities[static_cast<std::size_t>(index)];
}

ResultCell code_cell(const World& world, int index) {
    return index < 0 ? ResultCell() : ResultCell(place(world, index).code);
}

ResultCell name_cell(const World& world, int index, Lang lang) {
    return index < 0 ? ResultCell() : ResultCell(name_in(place(world, index), lang));
}

ResultCell km_cell(const NearPlace& near) {
    return near.place < 0 ? ResultCell() : ResultCell(Decimal{near.distance_km, distance_decimals});
}

ResultCell count_cell(int count) {
    return count < 0 ? ResultCell() : ResultCell(std::int64_t{count});
}

}  // namespace

void name_keys(ResultTable& table, Lang lang) {
    std::map<std::string, std::map<std::string, Text>> names;
    for (const NeighbourKind kind :
         {NeighbourKind::border, NeighbourKind::point, NeighbourKind::sea}) {
        names["meets"][key_of(kind)] = name_of(kind);
    }
    names["meets"]["none"] = {"なし", "none"};
    for (const Grade grade : {Grade::none, Grade::prefecture, Grade::part, Grade::direct}) {
        names["grade"][key_of(grade)] = name_of(grade);
    }
    for (int i = 0; i < row_outcome_count; ++i) {
        const auto outcome = static_cast<RowOutcome>(i);
        names["outcome"][key_of(outcome)] = name_of(outcome);
    }
    names["role"] = {{"way_in", {"入口", "way in"}},
                     {"nearest_covered", {"最寄りの選定", "nearest selected"}},
                     {"deepest", {"最も深い所", "deepest"}}};
    names["counts"] = {{"yes", {"数える", "yes"}}, {"no", {"数えない", "no"}}};
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto known = names.find(table.columns[c].name);
        if (known == names.end()) {
            continue;
        }
        for (auto& row : table.rows) {
            auto* key = std::get_if<std::string>(&row[c]);
            if (key != nullptr && known->second.contains(*key)) {
                *key = known->second.at(*key).in(lang);
            }
        }
    }
}

ResultTable gap_details_table(const Snapshot& snapshot, const std::vector<GapRegion>& regions,
                              Neighbourhood& neighbourhood, const GapQuestion& question,
                              Lang lang) {
    const World& world = *snapshot.world;
    ResultTable table;
    table.columns = {{"region", {"空白域", "Region"}},
                     {"role", {"役割", "Role"}},
                     {"code", {"コード", "Code"}},
                     {"name", {"市区町村", "Municipality"}},
                     {"borders", {"境界数", "Borders"}},
                     {"member_code", {"隣の空白", "Next to"}},
                     {"member_name", {"その名称", "Its name"}},
                     {"distance_km", {"距離km", "Distance km"}}};
    NearestPlaces covered(neighbourhood.distances(),
                          gap_sides(world.catalogue, snapshot.coverage, question).covered);
    for (const GapRegion& region : regions) {
        for (const WayIn& way : region.ways_in) {
            const double km =
                neighbourhood.distances().boundary_km(way.covered, way.member).value_or(0);
            table.rows.push_back({region.id, std::string("way_in"), code_cell(world, way.covered),
                                  name_cell(world, way.covered, lang), std::int64_t{1},
                                  code_cell(world, way.member), name_cell(world, way.member, lang),
                                  Decimal{km, distance_decimals}});
        }
        if (region.ways_in.empty()) {
            const NearestEntry entry = nearest_entry(region, covered);
            if (entry.covered >= 0) {
                table.rows.push_back(
                    {region.id, std::string("nearest_covered"), code_cell(world, entry.covered),
                     name_cell(world, entry.covered, lang), ResultCell(),
                     code_cell(world, entry.member), name_cell(world, entry.member, lang),
                     Decimal{entry.distance_km, distance_decimals}});
            }
        }
        for (const int member : region.deepest) {
            table.rows.push_back({region.id, std::string("deepest"), code_cell(world, member),
                                  name_cell(world, member, lang), std::int64_t{*region.depth},
                                  ResultCell(), ResultCell(), ResultCell()});
        }
    }
    return table;
}

ResultTable distances_table(const Snapshot& snapshot, const std::vector<Nearness>& nearness,
                            const std::vector<int>& places, Lang lang) {
    const World& world = *snapshot.world;
    ResultTable table;
    table.columns = {{"code", {"コード", "Code"}},
                     {"name", {"市区町村", "Municipality"}},
                     {"nearest_code", {"最寄り", "Nearest"}},
                     {"nearest_name", {"最寄りの名称", "Its name"}},
                     {"distance_km", {"境界間km", "Boundary km"}},
                     {"point_code", {"代表点の最寄り", "By point"}, false},
                     {"point_km", {"代表点間km", "Point km"}},
                     {"borders_code", {"境界数の最寄り", "By borders"}, false},
                     {"borders", {"境界数", "Borders"}}};
    for (const int index : places) {
        const Nearness& near = nearness[static_cast<std::size_t>(index)];
        table.rows.push_back({code_cell(world, index), name_cell(world, index, lang),
                              code_cell(world, near.boundary.place),
                              name_cell(world, near.boundary.place, lang), km_cell(near.boundary),
                              code_cell(world, near.point.place), km_cell(near.point),
                              code_cell(world, near.border_place), count_cell(near.borders)});
    }
    return table;
}

ResultTable neighbours_table(const Snapshot& snapshot, Neighbourhood& neighbourhood,
                             const std::vector<int>& places, Lang lang) {
    const World& world = *snapshot.world;
    ResultTable table;
    table.columns = {{"code", {"コード", "Code"}},
                     {"name", {"市区町村", "Municipality"}},
                     {"meets", {"つながり", "Meets by"}},
                     {"neighbour_code", {"隣", "Neighbour"}},
                     {"neighbour_name", {"隣の名称", "Its name"}},
                     {"shared_km", {"境界線km", "Border km"}},
                     {"distance_km", {"距離km", "Distance km"}},
                     {"grade", {"隣の選定", "Its grade"}},
                     {"counts", {"境界に数える", "Counts as border"}}};
    const Adjacency& borders = neighbourhood.adjacency(snapshot.request.sea_links);
    for (const int index : places) {
        const std::vector<Neighbour> all =
            neighbours_of(index, world.mosaic, neighbourhood.contacts(), neighbourhood.sea_links());
        const std::vector<int>& counted = borders[static_cast<std::size_t>(index)];
        for (const Neighbour& n : all) {
            const bool counts = std::binary_search(counted.begin(), counted.end(), n.place);
            table.rows.push_back(
                {code_cell(world, index), name_cell(world, index, lang), key_of(n.kind),
                 code_cell(world, n.place), name_cell(world, n.place, lang),
                 n.kind == NeighbourKind::border ? Decimal{n.shared_km, distance_decimals}
                                                 : ResultCell(),
                 Decimal{n.distance_km, distance_decimals},
                 key_of(snapshot.coverage[static_cast<std::size_t>(n.place)].grade),
                 std::string(counts ? "yes" : "no")});
        }
        if (all.empty()) {
            table.rows.push_back({code_cell(world, index), name_cell(world, index, lang),
                                  std::string("none"), ResultCell(), ResultCell(), ResultCell(),
                                  ResultCell(), ResultCell(), ResultCell()});
        }
    }
    return table;
}

ResultTable adopters_table(const World& world, const std::vector<Peer>& adopters, Lang lang) {
    ResultTable table;
    table.columns = {{"rank", {"順位", "Rank"}},
                     {"code", {"コード", "Code"}},
                     {"name", {"市区町村", "Municipality"}},
                     {"score", {"点数", "Score"}, false},
                     {"distance_km", {"距離km", "Distance km"}},
                     {"borders", {"境界数", "Borders"}},
                     {"like_code", {"手本", "Like"}},
                     {"like_name", {"手本の名称", "Its name"}},
                     {"reason", {"理由", "Reason"}}};
    std::int64_t rank = 0;
    for (const Peer& peer : adopters) {
        table.rows.push_back(
            {++rank, code_cell(world, peer.municipality), name_cell(world, peer.municipality, lang),
             Decimal{peer.score, score_decimals}, Decimal{peer.distance_km, distance_decimals},
             count_cell(peer.borders.value_or(-1)), code_cell(world, peer.other),
             name_cell(world, peer.other, lang), peer.reason.in(lang)});
    }
    return table;
}

ResultTable suggest_table(const World& world, const Suggestions& suggestions, Lang lang) {
    ResultTable table;
    table.columns = {{"rank", {"順位", "Rank"}},
                     {"code", {"コード", "Code"}},
                     {"name", {"市区町村", "Municipality"}},
                     {"reached", {"新たに届く", "Reached"}},
                     {"gain", {"増分", "Gain"}},
                     {"so_far", {"累計", "So far"}},
                     {"share", {"届く割合", "Share"}, true, true}};
    std::int64_t rank = 0;
    for (const Suggestion& row : suggestions.rows) {
        const double reached = suggestions.reached + row.so_far;
        table.rows.push_back({++rank, code_cell(world, row.place),
                              name_cell(world, row.place, lang), std::int64_t{row.reached},
                              Decimal{row.gain, weight_decimals},
                              Decimal{row.so_far, weight_decimals},
                              Decimal{suggestions.all > 0 ? reached / suggestions.all : 0, 6}});
    }
    return table;
}

ResultTable join_table(const World& world, const UserTable& user_table, Lang lang) {
    ResultTable table;
    table.columns = {{"line", {"行", "Line"}},
                     {"text", {"入力", "Text"}},
                     {"outcome", {"結果", "Outcome"}},
                     {"code", {"コード", "Code"}},
                     {"name", {"市区町村", "Municipality"}},
                     {"value", {user_table.figure, user_table.figure}},
                     {"reason", {"理由", "Reason"}}};
    for (const JoinedRow& row : user_table.rows) {
        table.rows.push_back({std::int64_t{row.line}, row.text, key_of(row.outcome),
                              code_cell(world, row.place), name_cell(world, row.place, lang),
                              row.value, row.reason.in(lang)});
    }
    return table;
}

}  // namespace miraimap
