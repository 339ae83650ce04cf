// SPDX-License-Identifier: MIT
// The verbs that analyse: gaps, peers, adopters, distances, suggest, join.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "app/cli/analysis_options.hpp"
#include "app/core/analysis_tables.hpp"
#include "app/core/place_words.hpp"
#include "app/core/words.hpp"
#include "geo/error.hpp"

namespace miraimap {
namespace {

/// One of a few words.
std::size_t choice(const std::string& option, const std::string& word,
                   const std::vector<std::string>& known) {
    const auto at = std::find(known.begin(), known.end(), word);
    if (at == known.end()) {
        std::string all;
        for (const std::string& one : known) {
            all += (all.empty() ? "" : " ") + one;
        }
        throw Error(ErrorKind::usage, option,
                    {"「" + word + "」が分からない", "unknown value '" + word + "'"},
                    {"使える値: " + all, "known values: " + all});
    }
    return static_cast<std::size_t>(at - known.begin());
}

bool sea_links_of(const AnalysisOptions& typed) {
    return choice("--sea-links", typed.sea_links, {"no", "yes"}) == 1;
}

PeerRank peer_rank(const std::string& word) {
    return static_cast<PeerRank>(choice("--rank-by", word, {"distance", "score"}));
}

Weights weights_of(const AnalysisOptions& typed) {
    Weights weights;
    if (!typed.weights.empty()) {
        change_weights(typed.weights, weights);
    }
    return weights;
}

GapQuestion gap_question(const Request& request, const AnalysisOptions& typed) {
    return {request.filter.prefectures, typed.prefecture_only_is_gap,
            static_cast<GapRank>(choice(
                "--rank", typed.rank,
                {key_of(GapRank::municipalities), key_of(GapRank::area), key_of(GapRank::depth)}))};
}

void finish_table(const Asked& asked, const ResultTable& table, const Text& words) {
    print_table(std::cout, table, asked.output.format, asked.request.lang);
    if (asked.output.format == Format::table && !words.ja.empty()) {
        std::cout << "\n" << words.in(asked.request.lang) << "\n";
    }
}

void note_text(const Asked& asked, const Text& text) {
    note(asked.output, text.in(asked.request.lang));
}

void note_user_table(const Asked& asked, const World& world) {
    if (world.user_table) {
        note_text(asked, join_in_words(*world.user_table));
    }
}

const Figures* figures_of(const World& world) {
    return world.user_table ? &world.user_table->figures : nullptr;
}

/// What `suggest --by` weighs places by.
enum class WeighBy : std::uint8_t { municipalities, area, figure };

std::vector<double> place_weights(const World& world, WeighBy by) {
    std::vector<double> weights;
    const std::size_t n = by == WeighBy::municipalities ? 0 : world.catalogue.municipalities.size();
    for (std::size_t i = 0; i < n; ++i) {
        weights.push_back(by == WeighBy::area ? world.catalogue.municipalities[i].area_km2
                                              : world.user_table->figures[i].value_or(0));
    }
    return weights;
}

Text name_of(const World& world, WeighBy by) {
    switch (by) {
        case WeighBy::area:
            return {"面積", "by area"};
        case WeighBy::figure:
            return {world.user_table->figure, world.user_table->figure};
        case WeighBy::municipalities:
            break;
    }
    return {"市区町村の数", "by number"};
}

void note_what_if(const Asked& asked, const Snapshot& snapshot) {
    if (!snapshot.what_if.empty()) {
        note_text(asked, what_if_in_words(snapshot));
    }
}

Text links_note(bool sea_links, Neighbourhood& neighbourhood) {
    if (!sea_links) {
        return {"陸の境界だけでつなぐ（島は --sea-links yes でつながる）。",
                "Connected by land borders only (--sea-links yes joins islands). "};
    }
    const std::vector<SeaLink>& links = neighbourhood.sea_links();
    const auto points =
        std::count_if(links.begin(), links.end(), [](const SeaLink& l) { return l.point; });
    return {fmt::format("陸の境界と、海を渡る最短の連絡 {} 本（うち一点で接するもの {}）でつなぐ。",
                        links.size(), points),
            fmt::format("Connected by land borders and the {} shortest links across water ({} of "
                        "them meet in a point). ",
                        links.size(), points)};
}

int finish_verb(const Asked& asked, const World& world, bool sea_links,
                Neighbourhood& neighbourhood) {
    Findings findings = world.findings;
    if (sea_links) {
        Findings alone =
            places_without_neighbours(world.catalogue, neighbourhood.adjacency(sea_links));
        findings.insert(findings.end(), alone.begin(), alone.end());
    }
    return report_findings(findings, asked.output, asked.request.lang);
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

std::size_t selection_of(const World& world, const std::string& id) {
    const auto at = std::find_if(world.selections.begin(), world.selections.end(),
                                 [&](const Selection& s) { return s.id == id; });
    if (at == world.selections.end()) {
        throw Error(ErrorKind::usage, id, {"そのような選定はない", "there is no such selection"},
                    {"miraimap list の id を指定する（例: mirai-H30-1）",
                     "name an id of miraimap list, e.g. mirai-H30-1"});
    }
    return static_cast<std::size_t>(at - world.selections.begin());
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
    if (holders.empty()) {
        throw Error(ErrorKind::usage, world.selections[selection].id,
                    {"この選定は市区町村を名指ししていない（" +
                         world.selections[selection].area_text + "）",
                     "this selection names no municipality (" +
                         world.selections[selection].area_text + ")"},
                    {"市区町村の選定を指定する", "choose one that does"});
    }
    return holders;
}

}  // namespace

int verb_gaps(const Asked& asked, const AnalysisOptions& typed) {
    const GapQuestion question = gap_question(asked.request, typed);
    const bool sea_links = sea_links_of(typed);
    Request request = asked.request;
    request.what_if = typed.what_if;
    const Snapshot snapshot = make_snapshot(request, load_world(request));
    const World& world = *snapshot.world;
    Neighbourhood neighbourhood(world.catalogue, world.mosaic);
    const std::vector<GapRegion> regions =
        find_gaps(world.catalogue, neighbourhood.adjacency(sea_links), snapshot.coverage, question);
    print_context(snapshot, asked.output);
    finish_table(asked,
                 typed.details
                     ? gap_details_table(snapshot, regions, neighbourhood, question, request.lang)
                     : gaps_table(world.catalogue, regions, request.lang),
                 gaps_in_words(world, regions));
    const Text links = links_note(sea_links, neighbourhood);
    const Text counted = denominator_note(snapshot);
    note_text(asked, {links.ja + counted.ja, links.en + counted.en});
    note_what_if(asked, snapshot);
    return finish_verb(asked, world, sea_links, neighbourhood);
}

int verb_peers(const Asked& asked, const AnalysisOptions& typed) {
    const PeerQuestion question{peer_rank(typed.rank_by), weights_of(typed), sea_links_of(typed),
                                static_cast<std::size_t>(typed.limit)};
    const Snapshot snapshot = make_snapshot(asked.request, load_world(asked.request));
    const World& world = *snapshot.world;
    const int here = index_of_place(world, typed.place);
    Neighbourhood neighbourhood(world.catalogue, world.mosaic);
    PeerContext context{
        {world.catalogue, neighbourhood, figures_of(world), asked.request.filter.technologies},
        world.selections,
        snapshot.passed,
        snapshot.coverage};
    const std::vector<Peer> peers = find_peers(here, context, question);
    finish_table(asked, peers_table(world, peers, asked.request.lang),
                 peers_in_words(world, here, peers));
    const Text links = links_note(question.sea_links, neighbourhood);
    note_text(asked, {"距離は境界どうしの測地線（接していれば 0）。" + links.ja,
                      "Geodesic distance between boundaries (0 where they touch). " + links.en});
    note_user_table(asked, world);
    if (question.rank == PeerRank::score) {
        note_text(asked,
                  {"重み: " + to_text(question.weights), "Weights: " + to_text(question.weights)});
    }
    return finish_verb(asked, world, question.sea_links, neighbourhood);
}

int verb_adopters(const Asked& asked, const AnalysisOptions& typed) {
    const PeerQuestion question{peer_rank(typed.adopters_rank_by), weights_of(typed),
                                sea_links_of(typed),
                                static_cast<std::size_t>(typed.adopters_limit)};
    const Snapshot snapshot = make_snapshot(asked.request, load_world(asked.request));
    const World& world = *snapshot.world;
    const std::size_t selection = selection_of(world, typed.place);
    const std::vector<int> holders = holders_of(world, selection);
    Neighbourhood neighbourhood(world.catalogue, world.mosaic);
    PeerContext context{{world.catalogue, neighbourhood, figures_of(world), {}},
                        world.selections,
                        snapshot.passed,
                        snapshot.coverage};
    const std::vector<Peer> adopters =
        find_adopters(static_cast<int>(selection), holders, context, question);
    print_context(snapshot, asked.output);
    finish_table(asked, adopters_table(world, adopters, asked.request.lang), {});
    note_text(asked,
              {"候補は、この条件でまだ選定されていない市区町村。重み: " + to_text(question.weights),
               "Candidates are the municipalities that no selection of the filter covers. "
               "Weights: " +
                   to_text(question.weights)});
    return finish_verb(asked, world, question.sea_links, neighbourhood);
}

int verb_distances(const Asked& asked, const AnalysisOptions& typed) {
    const bool sea_links = sea_links_of(typed);
    const Snapshot snapshot = make_snapshot(asked.request, load_world(asked.request));
    const World& world = *snapshot.world;
    Neighbourhood neighbourhood(world.catalogue, world.mosaic);
    const std::vector<Nearness> nearness =
        nearest_selected(neighbourhood.distances(), neighbourhood.contacts(),
                         neighbourhood.adjacency(sea_links), covered_places(snapshot));
    const std::vector<int>& only = asked.request.filter.prefectures;
    std::vector<char> shown(nearness.size(), 0);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Municipality& m = world.catalogue.municipalities[i];
        const bool asked_for =
            only.empty() || std::find(only.begin(), only.end(), m.prefecture) != only.end();
        shown[i] = m.counted && asked_for ? 1 : 0;
    }
    print_context(snapshot, asked.output);
    finish_table(asked, distances_table(snapshot, nearness, shown, asked.request.lang), {});
    const Text links = links_note(sea_links, neighbourhood);
    note_text(asked, {"選定済みの市区町村自身は 0。" + links.ja,
                      "Selected places themselves have 0. " + links.en});
    return finish_verb(asked, world, sea_links, neighbourhood);
}

int verb_suggest(const Asked& asked, const AnalysisOptions& typed) {
    const bool sea_links = sea_links_of(typed);
    const auto by =
        static_cast<WeighBy>(choice("--by", typed.weigh_by, {"municipalities", "area", "figure"}));
    if (by == WeighBy::figure && asked.request.table.empty()) {
        throw Error(ErrorKind::usage, "--by", {"figure には表が要る", "figure needs a table"},
                    {"--table FILE を付ける", "add --table FILE"});
    }
    Request request = asked.request;
    request.what_if = typed.what_if;
    const Snapshot snapshot = make_snapshot(request, load_world(request));
    const World& world = *snapshot.world;
    Neighbourhood neighbourhood(world.catalogue, world.mosaic);
    const SuggestQuestion question{typed.count, typed.within_borders, place_weights(world, by)};
    const GapQuestion gaps{request.filter.prefectures, typed.prefecture_only_is_gap,
                           GapRank::municipalities};
    const Suggestions suggestions = suggest(gap_sides(world.catalogue, snapshot.coverage, gaps),
                                            neighbourhood.adjacency(sea_links), question);
    print_context(snapshot, asked.output);
    finish_table(
        asked, suggest_table(world, suggestions, request.lang),
        suggestions_in_words(world, suggestions, typed.within_borders, name_of(world, by)));
    note_user_table(asked, world);
    note_text(asked, links_note(sea_links, neighbourhood));
    note_what_if(asked, snapshot);
    return finish_verb(asked, world, sea_links, neighbourhood);
}

int verb_join(const Asked& asked) {
    if (asked.request.table.empty()) {
        throw Error(ErrorKind::usage, "--table", {"表が指定されていない", "no table is named"},
                    {"--table FILE を付ける", "add --table FILE"});
    }
    const auto world = load_world(asked.request, {false});
    finish_table(asked, join_table(*world, *world->user_table, asked.request.lang),
                 join_in_words(*world->user_table));
    return report_findings(world->findings, asked.output, asked.request.lang);
}

}  // namespace miraimap
