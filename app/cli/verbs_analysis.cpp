// SPDX-License-Identifier: MIT
// The verbs that analyse: gaps, peers, adopters, distances, neighbours, suggest, what-if, join.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "app/cli/analysis_options.hpp"
#include "app/core/analysis.hpp"
#include "app/core/analysis_tables.hpp"
#include "app/core/place_words.hpp"
#include "app/core/what_if.hpp"
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

PeerRank peer_rank(const std::string& word) {
    return static_cast<PeerRank>(choice("--rank-by", word, {"distance", "score"}));
}

/// The request with what was typed behind these verbs.
Request request_of(const Asked& asked, const AnalysisOptions& typed) {
    Request request = asked.request;
    take_gap_options(typed, request);
    request.peer_rank = peer_rank(typed.rank_by);
    request.adopter_rank = peer_rank(typed.adopters_rank_by);
    if (!typed.weights.empty()) {
        change_weights(typed.weights, request.weights);
    }
    request.suggest_count = typed.count;
    request.within_borders = typed.within_borders;
    request.weigh_by = static_cast<WeighBy>(
        choice("--by", typed.weigh_by,
               {key_of(WeighBy::municipalities), key_of(WeighBy::area), key_of(WeighBy::figure)}));
    if (request.weigh_by == WeighBy::figure && request.table.empty()) {
        throw Error(ErrorKind::usage, "--by", {"figure には表が要る", "figure needs a table"},
                    {"--table FILE を付ける", "add --table FILE"});
    }
    request.what_if = typed.what_if;
    return request;
}

void finish_table(const Asked& asked, ResultTable table, const Text& words) {
    if (asked.output.format == Format::table) {
        name_keys(table, asked.request.lang);
    }
    print_table(std::cout, table, asked.output.format, asked.request.lang);
    if (asked.output.format == Format::table && !words.ja.empty()) {
        std::cout << "\n" << words.in(asked.request.lang) << "\n";
    }
}

void note_text(const Asked& asked, const Text& text) {
    note(asked.output, text.in(asked.request.lang));
}

void note_user_table(const Asked& asked, const Snapshot& snapshot) {
    if (snapshot.user_table) {
        note_text(asked, join_in_words(*snapshot.user_table));
    }
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

/// @param limit  0: all
std::vector<GapRegion> first_of(const std::vector<GapRegion>& regions, int limit) {
    const auto wanted = static_cast<std::size_t>(limit);
    const std::size_t count = wanted == 0 ? regions.size() : std::min(wanted, regions.size());
    return {regions.begin(), regions.begin() + static_cast<std::ptrdiff_t>(count)};
}

void require_holders(const World& world, std::size_t selection) {
    if (holders_of(world, selection).empty()) {
        throw Error(ErrorKind::usage, world.selections[selection].id,
                    {"この選定は市区町村を名指ししていない（" +
                         world.selections[selection].area_text + "）",
                     "this selection names no municipality (" +
                         world.selections[selection].area_text + ")"},
                    {"市区町村の選定を指定する", "choose one that does"});
    }
}

}  // namespace

void take_gap_options(const AnalysisOptions& typed, Request& request) {
    request.sea_links = sea_links_of(typed.sea_links);
    request.gap_rank = static_cast<GapRank>(
        choice("--rank", typed.rank,
               {key_of(GapRank::municipalities), key_of(GapRank::area), key_of(GapRank::depth)}));
    request.prefecture_only_is_gap = typed.prefecture_only_is_gap;
}

int verb_gaps(const Asked& asked, const AnalysisOptions& typed) {
    const Request request = request_of(asked, typed);
    const Snapshot snapshot = load_snapshot(request, load_options(asked.output));
    const World& world = *snapshot.world;
    Analyst analyst(snapshot.world);
    const std::vector<GapRegion> regions = analyst.gaps(snapshot);
    print_context(snapshot, asked.output);
    const std::vector<GapRegion> listed = first_of(regions, typed.gaps_limit);
    ResultTable table = typed.details ? gap_details_table(snapshot, listed, analyst.neighbourhood(),
                                                          gap_question(snapshot), request.lang)
                                      : gaps_table(world.catalogue, listed, request.lang);
    if (asked.output.format == Format::table) {
        name_prefectures(table, request.lang);
    }
    finish_table(asked, table, gaps_in_words(world, regions));
    if (listed.size() < regions.size()) {
        note_text(asked,
                  {fmt::format("空白域 {} のうち先頭の {} だけを示す（--limit 0 ですべて）。",
                               regions.size(), listed.size()),
                   fmt::format("The first {} of {} gap regions (--limit 0 for all).", listed.size(),
                               regions.size())});
    }
    const Text links = links_note(request.sea_links, analyst.neighbourhood());
    const Text counted = denominator_note(snapshot);
    note_text(asked, {links.ja + counted.ja, links.en + counted.en});
    note_what_if(asked, snapshot);
    return finish_verb(asked, world, request.sea_links, analyst.neighbourhood());
}

int verb_peers(const Asked& asked, const AnalysisOptions& typed) {
    const Request request = request_of(asked, typed);
    const Snapshot snapshot = load_snapshot(request, load_options(asked.output));
    const World& world = *snapshot.world;
    const int here = index_of_place(world, typed.place);
    Analyst analyst(snapshot.world);
    const std::vector<Peer> peers =
        analyst.peers(snapshot, here, static_cast<std::size_t>(typed.limit));
    finish_table(asked, peers_table(world, peers, request.lang),
                 peers_in_words(world, here, peers));
    const Text links = links_note(request.sea_links, analyst.neighbourhood());
    note_text(asked, {"距離は境界どうしの測地線（接していれば 0）。" + links.ja,
                      "Geodesic distance between boundaries (0 where they touch). " + links.en});
    note_user_table(asked, snapshot);
    if (request.peer_rank == PeerRank::score) {
        note_text(asked,
                  {"重み: " + to_text(request.weights), "Weights: " + to_text(request.weights)});
    }
    return finish_verb(asked, world, request.sea_links, analyst.neighbourhood());
}

int verb_adopters(const Asked& asked, const AnalysisOptions& typed) {
    const Request request = request_of(asked, typed);
    const Snapshot snapshot = load_snapshot(request, load_options(asked.output));
    const World& world = *snapshot.world;
    const std::size_t selection = selection_of(world, typed.place);
    require_holders(world, selection);
    Analyst analyst(snapshot.world);
    const std::vector<Peer> adopters =
        analyst.adopters(snapshot, selection, static_cast<std::size_t>(typed.adopters_limit));
    print_context(snapshot, asked.output);
    finish_table(asked, adopters_table(world, adopters, request.lang),
                 adopters_in_words(world, selection, adopters));
    note_text(asked,
              {"候補は、この条件でまだ選定されていない市区町村。重み: " + to_text(request.weights),
               "Candidates are the municipalities that no selection of the filter covers. "
               "Weights: " +
                   to_text(request.weights)});
    note_text(asked, denominator_note(snapshot));
    return finish_verb(asked, world, request.sea_links, analyst.neighbourhood());
}

int verb_distances(const Asked& asked, const AnalysisOptions& typed) {
    const Request request = request_of(asked, typed);
    const Snapshot snapshot = load_snapshot(request, load_options(asked.output));
    const World& world = *snapshot.world;
    Analyst analyst(snapshot.world);
    const std::vector<Nearness> nearness = analyst.nearness(snapshot);
    print_context(snapshot, asked.output);
    finish_table(asked,
                 distances_table(snapshot, nearness, places_in_question(snapshot), request.lang),
                 distances_in_words(snapshot, nearness));
    const Text links = links_note(request.sea_links, analyst.neighbourhood());
    const Text counted = denominator_note(snapshot);
    note_text(asked, {"選定済みの市区町村自身は 0。" + links.ja + counted.ja,
                      "Selected places themselves have 0. " + links.en + counted.en});
    return finish_verb(asked, world, request.sea_links, analyst.neighbourhood());
}

int verb_neighbours(const Asked& asked, const AnalysisOptions& typed) {
    const Snapshot snapshot = load_snapshot(request_of(asked, typed), load_options(asked.output));
    const World& world = *snapshot.world;
    Analyst analyst(snapshot.world);
    Neighbourhood& neighbourhood = analyst.neighbourhood();
    const std::vector<int> places = typed.places.empty() ? places_in_question(snapshot)
                                                         : indices_of_places(world, typed.places);
    Text words;
    for (const int place : typed.places.empty() ? std::vector<int>() : places) {
        const Text one = neighbours_in_words(snapshot, neighbourhood, place);
        words.ja += (words.ja.empty() ? "" : "\n") + one.ja;
        words.en += (words.en.empty() ? "" : "\n") + one.en;
    }
    finish_table(asked, neighbours_table(snapshot, neighbourhood, places, asked.request.lang),
                 words);
    note_text(asked, {"境界は共有する線、海の連絡は陸でつながったまとまりを結ぶ最短の線。" +
                          links_note(true, neighbourhood).ja,
                      "A border is a shared line; sea links are the shortest that join all land. " +
                          links_note(true, neighbourhood).en});
    return finish_verb(asked, world, true, neighbourhood);
}

int verb_suggest(const Asked& asked, const AnalysisOptions& typed) {
    const Request request = request_of(asked, typed);
    const Snapshot snapshot = load_snapshot(request, load_options(asked.output));
    const World& world = *snapshot.world;
    Analyst analyst(snapshot.world);
    const Suggestions suggestions = analyst.suggestions(snapshot);
    print_context(snapshot, asked.output);
    finish_table(asked, suggest_table(world, suggestions, request.lang),
                 suggestions_in_words(world, suggestions, request.within_borders,
                                      name_of(snapshot, request.weigh_by)));
    note_user_table(asked, snapshot);
    const Text links = links_note(request.sea_links, analyst.neighbourhood());
    const Text counted = denominator_note(snapshot);
    note_text(asked, {links.ja + counted.ja, links.en + counted.en});
    note_what_if(asked, snapshot);
    return finish_verb(asked, world, request.sea_links, analyst.neighbourhood());
}

int verb_what_if(const Asked& asked, const AnalysisOptions& typed) {
    Request request = request_of(asked, typed);
    request.what_if = typed.places;
    const Snapshot snapshot = load_snapshot(request, load_options(asked.output));
    Analyst analyst(snapshot.world);
    print_context(snapshot, asked.output);
    const std::vector<FigureChange> changes = effect_of_what_if(snapshot, analyst);
    const Text coverage = what_if_in_words(snapshot);
    const Text effect = effect_in_words(changes);
    finish_table(asked, effect_table(changes, request.lang),
                 {coverage.ja + effect.ja, coverage.en + " " + effect.en});
    note_user_table(asked, snapshot);
    const Text links = links_note(request.sea_links, analyst.neighbourhood());
    const Text counted = denominator_note(snapshot);
    note_text(asked, {links.ja + counted.ja, links.en + counted.en});
    return finish_verb(asked, *snapshot.world, request.sea_links, analyst.neighbourhood());
}

int verb_join(const Asked& asked) {
    if (asked.request.table.empty()) {
        throw Error(ErrorKind::usage, "--table", {"表が指定されていない", "no table is named"},
                    {"--table FILE を付ける", "add --table FILE"});
    }
    const auto world = load_world(asked.request, load_options(asked.output, false));
    const auto table = load_user_table(asked.request, *world);
    finish_table(asked, join_table(*world, *table, asked.request.lang), join_in_words(*table));
    return report_findings(world->findings, asked.output, asked.request.lang);
}

}  // namespace miraimap
