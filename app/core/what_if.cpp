// SPDX-License-Identifier: MIT
#include "app/core/what_if.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "geo/select/distance.hpp"

namespace miraimap {
namespace {

/// The figures of one side.
struct Side {
    CoverageRow total;
    std::vector<GapRegion> gaps;
    DistanceSummary reach;
    double farthest_km = 0;
};

Side side_of(const Snapshot& snapshot, std::vector<GapRegion> gaps,
             const std::vector<Nearness>& nearness) {
    Side side;
    side.total = snapshot.table.total;
    side.gaps = std::move(gaps);
    side.reach = summary_of(nearness, places_in_question(snapshot), counted_wards(snapshot));
    if (side.reach.farthest >= 0) {
        side.farthest_km =
            nearness[static_cast<std::size_t>(side.reach.farthest)].boundary.distance_km;
    }
    return side;
}

Snapshot without_supposed(const Snapshot& snapshot) {
    Request request = snapshot.request;
    request.what_if.clear();
    return make_snapshot(request, snapshot.world, snapshot.user_table);
}

double members_of(const Side& side) {
    double members = 0;
    for (const GapRegion& region : side.gaps) {
        members += region.municipalities;
    }
    return members;
}

double gap_area_km2(const Side& side) {
    double area_km2 = 0;
    for (const GapRegion& region : side.gaps) {
        area_km2 += region.area_km2;
    }
    return area_km2;
}

double largest_of(const Side& side) {
    int largest = 0;
    for (const GapRegion& region : side.gaps) {
        largest = std::max(largest, region.municipalities);
    }
    return largest;
}

double deepest_of(const Side& side) {
    int deepest = 0;
    for (const GapRegion& region : side.gaps) {
        deepest = std::max(deepest, region.depth.value_or(0));
    }
    return deepest;
}

}  // namespace

std::vector<FigureChange> effect_of_what_if(const Snapshot& snapshot, Analyst& analyst) {
    return effect_of_what_if(snapshot, analyst, analyst.gaps(snapshot), analyst.nearness(snapshot));
}

std::vector<FigureChange> effect_of_what_if(const Snapshot& snapshot, Analyst& analyst,
                                            const std::vector<GapRegion>& gaps,
                                            const std::vector<Nearness>& nearness) {
    const Snapshot without = without_supposed(snapshot);
    const Side before = side_of(without, analyst.gaps(without), analyst.nearness(without));
    const Side after = side_of(snapshot, gaps, nearness);
    std::vector<FigureChange> changes;
    const auto add = [&](const char* key, Text name, auto figure, int decimals = 0,
                         bool known = true) {
        changes.push_back({key, std::move(name), static_cast<double>(figure(before)),
                           static_cast<double>(figure(after)), decimals, known});
    };
    add("covered", {"選定・一部選定の市区町村", "Selected or partly selected"},
        [](const Side& s) { return s.total.direct + s.total.part; });
    add("prefecture_only", {"都道府県だけ選定", "Only their prefecture selected"},
        [](const Side& s) { return s.total.prefecture_only; });
    add("uncovered", {"選定なし", "Not selected"}, [](const Side& s) { return s.total.uncovered; });
    add(
        "percent_municipalities", {"市区町村数の割合 %", "Share of municipalities, %"},
        [](const Side& s) { return 100 * s.total.share_municipalities(); }, 4);
    add(
        "percent_area", {"面積の割合 %", "Share of area, %"},
        [](const Side& s) { return 100 * s.total.share_area(); }, 4);
    if (snapshot.user_table) {
        const std::string& figure = snapshot.user_table->figure;
        add(
            "percent_figure", {figure + "の割合 %", "Share of " + figure + ", %"},
            [](const Side& s) { return 100 * s.total.share_figure(); }, 4);
    }
    add("gap_regions", {"空白域の数", "Gap regions"}, [](const Side& s) { return s.gaps.size(); });
    add("gap_members", {"空白域の市区町村", "Municipalities in gaps"}, members_of);
    add("gap_area_km2", {"空白域の面積km²", "Area of gaps, km²"}, gap_area_km2, 1);
    add("largest_gap", {"最大の空白域の市区町村", "Municipalities in the largest gap"}, largest_of);
    add("deepest_gap", {"最も深い空白域の深さ", "Depth of the deepest gap"}, deepest_of);
    const bool measured = before.reach.measured > 0 && after.reach.measured > 0;
    add("touching", {"選定済みか、それに接する市区町村", "Selected or touching a selected one"},
        [](const Side& s) { return s.reach.touching; });
    add(
        "mean_km", {"最寄りの選定までの平均km", "Mean km to the nearest selected"},
        [](const Side& s) { return s.reach.mean_km(); }, 2, measured);
    add(
        "farthest_km", {"最寄りの選定まで最も遠いkm", "Farthest km to the nearest selected"},
        [](const Side& s) { return s.farthest_km; }, 2, measured);
    return changes;
}

Text effect_in_words(const std::vector<FigureChange>& changes) {
    const auto of = [&](std::string_view key) -> const FigureChange& {
        return *std::find_if(changes.begin(), changes.end(),
                             [&](const FigureChange& one) { return one.key == key; });
    };
    const FigureChange& regions = of("gap_regions");
    const FigureChange& members = of("gap_members");
    const FigureChange& largest = of("largest_gap");
    const FigureChange& deepest = of("deepest_gap");
    const FigureChange& mean_km = of("mean_km");
    Text text{
        fmt::format("空白域は{:.0f}から{:.0f}へ、その市区町村は{:.0f}から{:.0f}へ、最大の空白域は"
                    "{:.0f}から{:.0f}市区町村へ、最も深い所は境界{:.0f}つから{:.0f}つへ。",
                    regions.before, regions.after, members.before, members.after, largest.before,
                    largest.after, deepest.before, deepest.after),
        fmt::format("Gap regions: {:.0f} to {:.0f}, with {:.0f} to {:.0f} municipalities; the "
                    "largest has {:.0f} to {:.0f}; the deepest is {:.0f} to {:.0f} borders deep.",
                    regions.before, regions.after, members.before, members.after, largest.before,
                    largest.after, deepest.before, deepest.after)};
    if (mean_km.known) {
        text.ja += fmt::format("最寄りの選定までの平均は{:.1f} kmから{:.1f} kmへ。", mean_km.before,
                               mean_km.after);
        text.en +=
            fmt::format(" Mean distance to the nearest selected place: {:.1f} km to {:.1f} km.",
                        mean_km.before, mean_km.after);
    }
    const auto figure = std::find_if(changes.begin(), changes.end(), [](const FigureChange& one) {
        return one.key == "percent_figure";
    });
    if (figure != changes.end()) {
        text.ja += fmt::format("{}は{:.1f}%から{:.1f}%へ。", figure->name.ja, figure->before,
                               figure->after);
        text.en +=
            fmt::format(" {}: {:.1f} to {:.1f}.", figure->name.en, figure->before, figure->after);
    }
    return text;
}

ResultTable effect_table(const std::vector<FigureChange>& changes, Lang lang) {
    ResultTable table;
    table.columns = {{"figure", {"キー", "Key"}, false},
                     {"name", {"数字", "Figure"}},
                     {"before", {"いま", "Now"}},
                     {"after", {"仮定", "Supposed"}},
                     {"change", {"差", "Change"}}};
    for (ResultColumn& column : table.columns) {
        column.shown_decimals = 2;
    }
    for (const FigureChange& one : changes) {
        const auto cell = [&](double value) -> ResultCell {
            if (!one.known) {
                return {};
            }
            if (one.decimals == 0) {
                return static_cast<std::int64_t>(value);
            }
            return Decimal{value, one.decimals};
        };
        table.rows.push_back({one.key, one.name.in(lang), cell(one.before), cell(one.after),
                              cell(one.after - one.before)});
    }
    return table;
}

}  // namespace miraimap
