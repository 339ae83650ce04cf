// SPDX-License-Identifier: MIT
#include "geo/select/peers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>

namespace miraimap {
namespace {

constexpr double alike_share = 0.5;  ///< the smaller has at least half of the larger

/// Collects a reason in both languages, part by part.
class Reason {
public:
    void add(const std::string& ja, const std::string& en) {
        text_.ja += (text_.ja.empty() ? "" : "、") + ja;
        text_.en += (text_.en.empty() ? "" : ", ") + en;
    }
    [[nodiscard]] Text text() const { return text_; }

private:
    Text text_;
};

void add_way(Reason& reason, const Peer& peer, Neighbourhood& neighbourhood) {
    if (peer.distance_km == 0) {
        const bool point = neighbourhood.meet_in_point(peer.municipality, peer.other);
        reason.add(point ? "一点で接する" : "境界を接する",
                   point ? "meets it in a point" : "shares a border");
    } else {
        reason.add(fmt::format("境界まで {:.1f} km", peer.distance_km),
                   fmt::format("{:.1f} km between the boundaries", peer.distance_km));
    }
    if (const auto points_km = neighbourhood.distances().point_km(peer.municipality, peer.other)) {
        reason.add(fmt::format("代表点どうし {:.1f} km", *points_km),
                   fmt::format("{:.1f} km between representative points", *points_km));
    }
    if (!peer.borders) {
        reason.add("陸続きでない", "no land route");
    } else if (*peer.borders > 1) {
        reason.add(fmt::format("境界{}つ先", *peer.borders),
                   fmt::format("{} borders away", *peer.borders));
    }
}

void add_place(Reason& reason, const Peer& peer, LikenessContext& context) {
    const auto a = static_cast<std::size_t>(peer.municipality);
    const auto b = static_cast<std::size_t>(peer.other);
    const Municipality& here = context.catalogue.municipalities[a];
    const Municipality& there = context.catalogue.municipalities[b];
    if (here.prefecture == there.prefecture) {
        reason.add("同じ都道府県", "same prefecture");
    }
    if (here.kind == there.kind) {
        reason.add("同じ種類の団体（" + name_of(here.kind).ja + "）",
                   "same kind of body (" + name_of(here.kind).en + ")");
    }
    const auto alike = [](double x, double y) {
        return std::min(x, y) >= alike_share * std::max(x, y) && x > 0 && y > 0;
    };
    if (alike(here.area_km2, there.area_km2)) {
        reason.add(
            fmt::format("面積が近い（{:.1f} と {:.1f} km²）", there.area_km2, here.area_km2),
            fmt::format("similar area ({:.1f} and {:.1f} km²)", there.area_km2, here.area_km2));
    }
    const std::vector<Shore>& shores = context.neighbourhood.shores();
    if (shores[a] == shores[b]) {
        reason.add("どちらも" + name_of(shores[a]).ja, "both " + name_of(shores[a]).en);
    }
    if (context.population != nullptr) {
        const std::optional<double> x = (*context.population)[a];
        const std::optional<double> y = (*context.population)[b];
        if (x && y && alike(*x, *y)) {
            reason.add(fmt::format("人口が近い（{:.0f} と {:.0f}）", *y, *x),
                       fmt::format("similar population ({:.0f} and {:.0f})", *y, *x));
        }
    }
}

void add_technologies(Reason& reason, const Selection& selection,
                      const std::vector<Technology>& asked) {
    if (selection.technologies.empty()) {
        return;
    }
    std::string all;
    std::string common;
    for (const Technology t : selection.technologies) {
        const bool same = std::find(asked.begin(), asked.end(), t) != asked.end();
        std::string& list = same ? common : all;
        list += (list.empty() ? "" : "・") + key_of(t);
    }
    if (!common.empty()) {
        reason.add("求める技術 " + common, "the technologies asked for: " + common);
    }
    if (!all.empty()) {
        reason.add("技術は " + all, "technologies: " + all);
    }
}

/// Boundary distance; endless where a place has no geometry.
double distance_km(PeerContext& context, int a, int b) {
    return context.likeness.neighbourhood.distances().boundary_km(a, b).value_or(
        std::numeric_limits<double>::infinity());
}

void give_reason(Peer& peer, PeerContext& context, const PeerQuestion& question) {
    Reason reason;
    if (question.rank == PeerRank::score) {
        const Text parts = in_words(peer.likeness, question.weights);
        reason.add(fmt::format("点数 {:.3f}（{}）", peer.score, parts.ja),
                   fmt::format("score {:.3f} ({})", peer.score, parts.en));
    }
    add_way(reason, peer, context.likeness.neighbourhood);
    add_place(reason, peer, context.likeness);
    if (peer.grade == Grade::part) {
        reason.add("一部のみ選定", "only a part of it is selected");
    }
    add_technologies(reason, context.selections[static_cast<std::size_t>(peer.selection)],
                     context.likeness.technologies);
    peer.reason = reason.text();
}

int borders_or_most(const Peer& peer) {
    return peer.borders.value_or(std::numeric_limits<int>::max());
}

/// Sorts, cuts, and gives reasons to what is left.
void rank_peers(std::vector<Peer>& peers, PeerContext& context, const PeerQuestion& question) {
    std::stable_sort(peers.begin(), peers.end(), [&](const Peer& a, const Peer& b) {
        if (question.rank == PeerRank::score && a.score != b.score) {
            return a.score > b.score;
        }
        return std::tuple(a.distance_km, borders_or_most(a), a.municipality) <
               std::tuple(b.distance_km, borders_or_most(b), b.municipality);
    });
    if (question.limit > 0 && peers.size() > question.limit) {
        peers.resize(question.limit);
    }
    for (Peer& peer : peers) {
        give_reason(peer, context, question);
    }
}

std::optional<int> borders_or_none(int borders) {
    return borders > 0 ? std::optional(borders) : std::nullopt;
}

}  // namespace

std::vector<Peer> find_peers(int place, PeerContext& context, const PeerQuestion& question) {
    const Steps steps =
        steps_to_nearest(context.likeness.neighbourhood.adjacency(question.sea_links), {place});
    std::vector<Peer> peers;
    for (std::size_t i = 0; i < context.coverage.size(); ++i) {
        const auto there = static_cast<int>(i);
        if (there == place || context.coverage[i].grade < Grade::part) {
            continue;
        }
        const double km = distance_km(context, place, there);
        if (km == std::numeric_limits<double>::infinity()) {
            continue;
        }
        for (const Hold& hold : context.coverage[i].holds) {
            const Passed& through = context.passed[static_cast<std::size_t>(hold.passed)];
            if (hold.grade < Grade::part || !through.counted) {
                continue;
            }
            Peer peer;
            peer.municipality = there;
            peer.other = place;
            peer.distance_km = km;
            peer.borders = borders_or_none(steps.borders[i]);
            peer.selection = through.selection;
            peer.grade = hold.grade;
            peer.likeness =
                likeness_of(context.likeness, place, there, km,
                            &context.selections[static_cast<std::size_t>(peer.selection)]);
            peer.score = peer.likeness.score(question.weights);
            peers.push_back(std::move(peer));
        }
    }
    rank_peers(peers, context, question);
    return peers;
}

std::vector<Peer> find_adopters(int selection, const std::vector<int>& holders,
                                PeerContext& context, const PeerQuestion& question) {
    const Adjacency& adjacency = context.likeness.neighbourhood.adjacency(question.sea_links);
    std::vector<Steps> steps;
    steps.reserve(holders.size());
    for (const int holder : holders) {
        steps.push_back(steps_to_nearest(adjacency, {holder}));
    }
    std::vector<Peer> adopters;
    for (std::size_t i = 0; i < context.coverage.size(); ++i) {
        const Municipality& m = context.likeness.catalogue.municipalities[i];
        const auto candidate = static_cast<int>(i);
        const bool holds = std::find(holders.begin(), holders.end(), candidate) != holders.end();
        const bool asked = context.prefectures.empty() ||
                           std::find(context.prefectures.begin(), context.prefectures.end(),
                                     m.prefecture) != context.prefectures.end();
        if (!asked || !is_counted(m, context.counting) || holds ||
            context.coverage[i].grade >= Grade::part) {
            continue;
        }
        std::optional<Peer> best;
        for (std::size_t h = 0; h < holders.size(); ++h) {
            const double km = distance_km(context, candidate, holders[h]);
            if (km == std::numeric_limits<double>::infinity()) {
                continue;
            }
            Peer peer;
            peer.municipality = candidate;
            peer.other = holders[h];
            peer.distance_km = km;
            peer.borders = borders_or_none(steps[h].borders[i]);
            peer.selection = selection;
            peer.likeness = likeness_of(context.likeness, candidate, holders[h], km, nullptr);
            peer.score = peer.likeness.score(question.weights);
            if (!best || std::tuple(-peer.score, peer.distance_km) <
                             std::tuple(-best->score, best->distance_km)) {
                best = std::move(peer);
            }
        }
        if (best) {
            adopters.push_back(std::move(*best));
        }
    }
    rank_peers(adopters, context, question);
    return adopters;
}

}  // namespace miraimap
