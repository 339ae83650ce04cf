// SPDX-License-Identifier: MIT
#include "geo/select/peers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/geometry/geodesic_area.hpp"
#include "geo/geometry/representative_point.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace {

Text reason_of(const Municipality& place, const Municipality& peer, const Peer& entry,
               const Selection& selection, Grade grade) {
    Text reason{fmt::format("{:.1f} km", entry.distance_km),
                fmt::format("{:.1f} km away", entry.distance_km)};
    const auto add = [&](const std::string& ja, const std::string& en) {
        reason.ja += "、" + ja;
        reason.en += ", " + en;
    };
    if (entry.borders == 1) {
        add("境界を接する", "shares a border");
    } else if (entry.borders) {
        add(fmt::format("境界{}つ先", *entry.borders),
            fmt::format("{} borders away", *entry.borders));
    } else {
        add("陸続きでない", "no land route");
    }
    if (place.prefecture == peer.prefecture) {
        add("同じ都道府県", "same prefecture");
    }
    if (place.kind == peer.kind) {
        add("同じ種類の団体", "same kind of body");
    }
    if (grade == Grade::part) {
        add("区域の一部が選定", "only a part of it is selected");
    }
    if (!selection.technologies.empty()) {
        std::string technologies;
        for (const Technology t : selection.technologies) {
            technologies += (technologies.empty() ? "" : "・") + key_of(t);
        }
        add("技術は" + technologies, "technologies " + technologies);
    }
    return reason;
}

}  // namespace

std::vector<Peer> find_peers(int place, const Catalogue& catalogue, const Mosaic& mosaic,
                             const Adjacency& adjacency, const std::vector<Selection>& selections,
                             const std::vector<Passed>& passed,
                             const std::vector<MunicipalityCoverage>& coverage) {
    const auto here = static_cast<std::size_t>(place);
    const std::optional<LonLat> from = representative_point(mosaic.shapes[here]);
    const std::vector<int> steps = borders_to_nearest(adjacency, {place});
    std::vector<Peer> peers;
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        if (i == here || coverage[i].grade < Grade::part) {
            continue;
        }
        const std::optional<LonLat> to = representative_point(mosaic.shapes[i]);
        if (!from || !to) {
            continue;
        }
        for (const Hold& hold : coverage[i].holds) {
            const Passed& through = passed[static_cast<std::size_t>(hold.passed)];
            if (hold.grade < Grade::part || !through.counted) {
                continue;
            }
            Peer peer;
            peer.municipality = static_cast<int>(i);
            peer.distance_km = geodesic_distance_km(*from, *to);
            peer.borders = steps[i] > 0 ? std::optional(steps[i]) : std::nullopt;
            peer.selection = through.selection;
            peer.reason =
                reason_of(catalogue.municipalities[here], catalogue.municipalities[i], peer,
                          selections[static_cast<std::size_t>(peer.selection)], hold.grade);
            peers.push_back(std::move(peer));
        }
    }
    std::stable_sort(peers.begin(), peers.end(), [](const Peer& a, const Peer& b) {
        return a.distance_km != b.distance_km ? a.distance_km < b.distance_km
                                              : a.municipality < b.municipality;
    });
    return peers;
}

}  // namespace miraimap
