// SPDX-License-Identifier: MIT
#include "app/core/analysis.hpp"

#include <algorithm>
#include <utility>

#include "geo/error.hpp"

namespace miraimap {
namespace {

std::vector<double> place_weights(const Snapshot& snapshot) {
    const WeighBy by = snapshot.request.weigh_by;
    if (by == WeighBy::figure && !snapshot.user_table) {
        throw Error(ErrorKind::usage, "--by", {"figure には表が要る", "figure needs a table"},
                    {"--table FILE を付ける", "add --table FILE"});
    }
    const std::vector<Municipality>& places = snapshot.world->catalogue.municipalities;
    std::vector<double> weights;
    const std::size_t n = by == WeighBy::municipalities ? 0 : places.size();
    for (std::size_t i = 0; i < n; ++i) {
        weights.push_back(by == WeighBy::area ? places[i].area_km2
                                              : snapshot.user_table->figures[i].value_or(0));
    }
    return weights;
}

}  // namespace

GapQuestion gap_question(const Snapshot& snapshot) {
    const Request& request = snapshot.request;
    return {request.filter.prefectures, request.prefecture_only_is_gap, request.gap_rank,
            counting_of(request), counted_wards(snapshot)};
}

std::vector<int> places_in_question(const Snapshot& snapshot) {
    const Request& request = snapshot.request;
    const std::vector<int>& only = request.filter.prefectures;
    const std::vector<Municipality>& all = snapshot.world->catalogue.municipalities;
    std::vector<int> places;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool asked_for =
            only.empty() || std::find(only.begin(), only.end(), all[i].prefecture) != only.end();
        if (asked_for && is_counted(all[i], counting_of(request))) {
            places.push_back(static_cast<int>(i));
        }
    }
    return places;
}

std::vector<int> covered_places(const Snapshot& snapshot) {
    std::vector<int> places;
    for (std::size_t i = 0; i < snapshot.coverage.size(); ++i) {
        if (snapshot.coverage[i].grade >= Grade::part) {
            places.push_back(static_cast<int>(i));
        }
    }
    return places;
}

std::vector<int> holders_of(const World& world, std::size_t selection) {
    std::vector<int> holders;
    for (const ResolvedPart& part : world.join.selections[selection].parts) {
        if (part.municipality >= 0 && !part.is_prefecture) {
            holders.push_back(part.municipality);
        }
    }
    std::sort(holders.begin(), holders.end());
    holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
    return holders;
}

Text name_of(const Snapshot& snapshot, WeighBy by) {
    switch (by) {
        case WeighBy::area:
            return {"面積", "by area"};
        case WeighBy::figure:
            if (snapshot.user_table) {
                return {snapshot.user_table->figure, snapshot.user_table->figure};
            }
            return {"手元の表の数", "by your figure"};
        case WeighBy::municipalities:
            break;
    }
    return {"市区町村の数", "by number"};
}

Analyst::Analyst(std::shared_ptr<const World> world)
    : world_(std::move(world)), neighbourhood_(world_->catalogue, world_->mosaic) {}

PeerContext Analyst::context(const Snapshot& snapshot, std::vector<Technology> technologies) {
    return {
        {world_->catalogue, neighbourhood_,
         snapshot.user_table ? &snapshot.user_table->figures : nullptr, std::move(technologies)},
        world_->selections,
        snapshot.passed,
        snapshot.coverage,
        counting_of(snapshot.request),
        snapshot.request.filter.prefectures};
}

std::vector<GapRegion> Analyst::gaps(const Snapshot& snapshot) {
    return find_gaps(world_->catalogue, neighbourhood_.adjacency(snapshot.request.sea_links),
                     snapshot.coverage, gap_question(snapshot));
}

std::vector<Nearness> Analyst::nearness(const Snapshot& snapshot) {
    return nearest_selected(neighbourhood_.distances(), neighbourhood_.contacts(),
                            neighbourhood_.adjacency(snapshot.request.sea_links),
                            covered_places(snapshot));
}

std::vector<Peer> Analyst::peers(const Snapshot& snapshot, int place, std::size_t limit) {
    const Request& request = snapshot.request;
    PeerContext asked = context(snapshot, request.filter.technologies);
    return find_peers(place, asked, {request.peer_rank, request.weights, request.sea_links, limit});
}

std::vector<Peer> Analyst::adopters(const Snapshot& snapshot, std::size_t selection,
                                    std::size_t limit) {
    const std::vector<int> holders = holders_of(*world_, selection);
    if (holders.empty()) {
        return {};
    }
    const Request& request = snapshot.request;
    PeerContext asked = context(snapshot, {});
    return find_adopters(static_cast<int>(selection), holders, asked,
                         {request.adopter_rank, request.weights, request.sea_links, limit});
}

Suggestions Analyst::suggestions(const Snapshot& snapshot) {
    const Request& request = snapshot.request;
    const SuggestQuestion question{request.suggest_count, request.within_borders,
                                   place_weights(snapshot), counted_wards(snapshot)};
    return suggest(gap_sides(world_->catalogue, snapshot.coverage, gap_question(snapshot)),
                   neighbourhood_.adjacency(request.sea_links), question);
}

}  // namespace miraimap
