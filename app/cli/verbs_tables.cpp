// SPDX-License-Identifier: MIT
// The verbs whose answer is one table: list, resolve, coverage, gaps, peers.
#include <fmt/format.h>

#include <iostream>

#include "app/cli/verbs.hpp"
#include "app/core/result_table.hpp"
#include "app/core/snapshot.hpp"
#include "app/core/words.hpp"
#include "geo/error.hpp"
#include "geo/geometry/shared_borders.hpp"

namespace miraimap {
namespace {

/// Only printed for people: what was filtered, and against what it is counted.
void print_context(const Snapshot& snapshot, const Output& output) {
    const Lang lang = snapshot.request.lang;
    if (output.format == Format::table) {
        std::cout << (lang == Lang::ja ? "条件: " : "Filter: ")
                  << in_words(snapshot.request.filter).in(lang) << "\n";
    }
}

int index_of_place(const World& world, const std::string& place) {
    const std::vector<ResolvedPart> parts = world.resolver->resolve(place);
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
    throw Error(ErrorKind::usage, place,
                {"市区町村を一つ指定する（" + reason.ja + "）",
                 "name one municipality (" + reason.en + ")"},
                near.empty() ? Text{"例: 奈良県三郷町、29343", "e.g. 奈良県三郷町, 29343"}
                             : Text{"候補: " + near, "candidates: " + near});
}

}  // namespace

int verb_list(const Request& request, const Output& output) {
    const Snapshot snapshot = make_snapshot(request, load_world(request, {false}));
    print_context(snapshot, output);
    print_table(std::cout, list_table(snapshot, request.lang), output.format, request.lang);
    int linked = 0;
    for (const Passed& passed : snapshot.passed) {
        linked += passed.counted ? 0 : 1;
    }
    const auto rows = static_cast<int>(snapshot.passed.size());
    Text count{fmt::format("{} 行", rows), fmt::format("{} rows", rows)};
    if (linked > 0) {
        count.ja += fmt::format("（うち {} 行は☆で一覧と同じ選定。数えるのは {} 件）", linked,
                                rows - linked);
        count.en += fmt::format(" ({} are the same selection as a listed one, ☆; {} are counted)",
                                linked, rows - linked);
    }
    note(output, count.in(request.lang));
    return report_findings(snapshot.world->findings, output, request.lang);
}

int verb_resolve(const Request& request, const Output& output,
                 const std::vector<std::string>& texts) {
    const auto world = load_world(request, {false});
    std::vector<std::pair<std::string, ResolvedPart>> parts;
    for (const std::string& text : texts) {
        for (ResolvedPart& part : world->resolver->resolve(text)) {
            parts.emplace_back(text, std::move(part));
        }
    }
    print_table(std::cout, resolve_table(parts, request.lang), output.format, request.lang);
    return 0;
}

int verb_coverage(const Request& request, const Output& output) {
    const Snapshot snapshot = make_snapshot(request, load_world(request, {false}));
    print_context(snapshot, output);
    print_table(std::cout, coverage_result(snapshot.table, request.lang), output.format,
                request.lang);
    if (output.format == Format::table) {
        std::cout << "\n" << coverage_in_words(snapshot).in(request.lang) << "\n";
    }
    note(output, denominator_note(snapshot).in(request.lang));
    return report_findings(snapshot.world->findings, output, request.lang);
}

int verb_gaps(const Request& request, const Output& output, bool prefecture_only_is_gap) {
    const Snapshot snapshot = make_snapshot(request, load_world(request));
    const World& world = *snapshot.world;
    const Adjacency adjacency =
        adjacency_of(find_borders(world.mosaic.shapes), world.catalogue.municipalities.size());
    const std::vector<GapRegion> regions =
        find_gaps(world.catalogue, adjacency, snapshot.coverage,
                  {request.filter.prefectures, prefecture_only_is_gap});
    print_context(snapshot, output);
    print_table(std::cout, gaps_table(world.catalogue, regions, request.lang), output.format,
                request.lang);
    note(output,
         Text{"陸の境界だけでつなぐ（海を隔てた島は別の空白域）。" + denominator_note(snapshot).ja,
              "Connected by land borders only (islands stand alone). " +
                  denominator_note(snapshot).en}
             .in(request.lang));
    return report_findings(world.findings, output, request.lang);
}

int verb_peers(const Request& request, const Output& output, const std::string& place, int limit) {
    const Snapshot snapshot = make_snapshot(request, load_world(request));
    const World& world = *snapshot.world;
    const int here = index_of_place(world, place);
    const Adjacency adjacency =
        adjacency_of(find_borders(world.mosaic.shapes), world.catalogue.municipalities.size());
    std::vector<Peer> peers = find_peers(here, world.catalogue, world.mosaic, adjacency,
                                         world.selections, snapshot.passed, snapshot.coverage);
    if (limit > 0 && peers.size() > static_cast<std::size_t>(limit)) {
        peers.resize(static_cast<std::size_t>(limit));
    }
    print_table(std::cout, peers_table(world, peers, request.lang), output.format, request.lang);
    note(output, Text{"距離は代表点どうしの測地線、境界数は陸の境界をたどった数。",
                      "Distance between representative points; borders along land."}
                     .in(request.lang));
    return report_findings(world.findings, output, request.lang);
}

}  // namespace miraimap
