// SPDX-License-Identifier: MIT
#include "app/gui/analysis_state.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <optional>

#include "app/core/analysis_tables.hpp"
#include "app/core/map_picture.hpp"

namespace miraimap::gui {
namespace {

constexpr std::size_t most_peers = 50;
constexpr std::size_t most_adopters = 20;

void answer_gaps(AnalysisAnswer& answer, Analyst& analyst, const Snapshot& snapshot) {
    const World& world = *snapshot.world;
    answer.regions = analyst.gaps(snapshot);
    answer.gaps.table = gaps_table(world.catalogue, answer.regions, answer.lang);
    name_prefectures(answer.gaps.table, answer.lang);
    // The numbers of the outlines on the map.
    answer.gaps.table.columns.insert(answer.gaps.table.columns.begin(), {"rank", {"順位", "Rank"}});
    for (std::size_t r = 0; r < answer.gaps.table.rows.size(); ++r) {
        auto& row = answer.gaps.table.rows[r];
        row.insert(row.begin(), static_cast<std::int64_t>(r + 1));
    }
    answer.gaps.words = gaps_in_words(world, answer.regions);
    for (const GapRegion& region : answer.regions) {
        answer.gaps.places.push_back(region.members);
    }
    answer.gap_details.table = gap_details_table(snapshot, answer.regions, analyst.neighbourhood(),
                                                 gap_question(snapshot), answer.lang);
    for (const auto& row : answer.gap_details.table.rows) {
        const auto* code = std::get_if<std::string>(&row[2]);
        const auto place = code == nullptr ? std::nullopt : world.catalogue.find(*code);
        answer.gap_details.places.push_back(place ? std::vector<int>{*place} : std::vector<int>{});
    }
}

std::vector<std::vector<int>> places_of(const std::vector<Peer>& peers) {
    std::vector<std::vector<int>> places;
    for (const Peer& peer : peers) {
        places.push_back({peer.municipality});
    }
    return places;
}

void answer_examples(AnalysisAnswer& answer, Analyst& analyst, const Snapshot& snapshot) {
    const World& world = *snapshot.world;
    if (answer.question.place >= 0) {
        const std::vector<Peer> peers = analyst.peers(snapshot, answer.question.place, most_peers);
        answer.peers = {peers_table(world, peers, answer.lang), places_of(peers),
                        peers_in_words(world, answer.question.place, peers)};
    }
    if (answer.question.selection >= 0) {
        const std::vector<Peer> adopters = analyst.adopters(
            snapshot, static_cast<std::size_t>(answer.question.selection), most_adopters);
        answer.adopters = {
            adopters_table(world, adopters, answer.lang), places_of(adopters),
            adopters_in_words(world, static_cast<std::size_t>(answer.question.selection),
                              adopters)};
    }
}

void answer_neighbours(AnalysisAnswer& answer, Analyst& analyst, const Snapshot& snapshot) {
    const std::vector<int>& places = answer.question.places;
    if (places.empty()) {
        return;
    }
    const World& world = *snapshot.world;
    Neighbourhood& neighbourhood = analyst.neighbourhood();
    answer.neighbours.table = neighbours_table(snapshot, neighbourhood, places, answer.lang);
    name_keys(answer.neighbours.table, answer.lang);
    // One place stands in the panel's title.
    for (ResultColumn& column : answer.neighbours.table.columns) {
        const bool of_place = column.name == "code" || column.name == "name";
        column.shown = column.name != "neighbour_code" &&
                       (!of_place || (places.size() > 1 && column.name == "name"));
    }
    for (const auto& row : answer.neighbours.table.rows) {
        const auto* code = std::get_if<std::string>(&row[3]);
        const auto place = code == nullptr ? std::nullopt : world.catalogue.find(*code);
        answer.neighbours.places.push_back(place ? std::vector<int>{*place} : std::vector<int>{});
    }
    for (const int place : places) {
        const Text one = neighbours_in_words(snapshot, neighbourhood, place);
        Text& all = answer.neighbours.words;
        all.ja += (all.ja.empty() ? "" : "\n") + one.ja;
        all.en += (all.en.empty() ? "" : "\n") + one.en;
    }
    answer.meetings = meetings_of(world, neighbourhood, places, snapshot.request.sea_links);
}

void answer_distances(AnalysisAnswer& answer, Analyst& analyst, const Snapshot& snapshot) {
    answer.nearness = analyst.nearness(snapshot);
    const std::vector<Nearness>& nearness = answer.nearness;
    std::vector<int> places = places_in_question(snapshot);
    // The farthest first: those are what the table is opened for.
    const auto km = [&](int place) {
        const NearPlace& near = nearness[static_cast<std::size_t>(place)].boundary;
        return near.place < 0 ? -1 : near.distance_km;
    };
    std::stable_sort(places.begin(), places.end(), [&](int a, int b) { return km(a) > km(b); });
    answer.distances.table = distances_table(snapshot, nearness, places, answer.lang);
    answer.distances.words = distances_in_words(snapshot, nearness);
    for (const int place : places) {
        answer.distances.places.push_back({place});
    }
}

void answer_plan(AnalysisAnswer& answer, Analyst& analyst, const Snapshot& snapshot) {
    const World& world = *snapshot.world;
    const Suggestions suggestions = analyst.suggestions(snapshot);
    answer.suggestions.table = suggest_table(world, suggestions, answer.lang);
    for (ResultColumn& column : answer.suggestions.table.columns) {
        // What a narrow panel has no room for; the share says the sum.
        column.shown = column.name != "code" && column.name != "so_far";
    }
    answer.suggestions.words =
        suggestions_in_words(world, suggestions, snapshot.request.within_borders,
                             name_of(snapshot, snapshot.request.weigh_by));
    for (const Suggestion& row : suggestions.rows) {
        answer.suggestions.places.push_back({row.place});
    }
    if (!snapshot.what_if.empty()) {
        const std::vector<FigureChange> changes =
            effect_of_what_if(snapshot, analyst, answer.regions, answer.nearness);
        answer.effect.table = effect_table(changes, answer.lang);
        const Text coverage = what_if_in_words(snapshot);
        const Text effect = effect_in_words(changes);
        answer.effect.words = {coverage.ja + effect.ja, coverage.en + " " + effect.en};
    }
}

void answer_years(AnalysisAnswer& answer, const Snapshot& snapshot) {
    const World& world = *snapshot.world;
    CoverageQuestion question = coverage_question(snapshot, CoverageBy::year);
    question.cumulative = true;
    const CoverageTable table =
        coverage_table(question, world.catalogue, world.selections, world.join);
    answer.years.table = coverage_result(table, answer.lang, snapshot.user_table.get());
    add_known_unknowns(answer.years.table, snapshot.unknown, answer.lang);
    for (ResultColumn& column : answer.years.table.columns) {
        // What is the same in every row, and what a narrow panel has no room for.
        column.shown = column.name != "key" && column.name != "municipalities" &&
                       column.name != "area_km2" && column.name != "covered_area_km2";
    }
    if (!table.rows.empty()) {
        answer.years.words = cumulative_in_words(table, snapshot.unknown);
    }
}

/// Figures sort and stand as numbers; what is none stays as it is written.
void make_figures_numbers(ResultTable& joined) {
    const auto column = static_cast<std::size_t>(
        std::find_if(joined.columns.begin(), joined.columns.end(),
                     [](const ResultColumn& one) { return one.name == "value"; }) -
        joined.columns.begin());
    const auto decimals_of = [](const std::string& text) {
        const std::size_t point = text.find('.');
        return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
    };
    int decimals = 0;
    std::vector<std::optional<double>> figures;
    for (const std::vector<ResultCell>& row : joined.rows) {
        const std::string& text = std::get<std::string>(row[column]);
        figures.push_back(parse_figure(text));
        decimals = figures.back() ? std::max(decimals, decimals_of(text)) : decimals;
    }
    for (std::size_t i = 0; i < joined.rows.size(); ++i) {
        if (figures[i]) {
            joined.rows[i][column] = Decimal{*figures[i], std::min(decimals, 6)};
        }
    }
}

void answer_join(AnalysisAnswer& answer, const Snapshot& snapshot) {
    if (!snapshot.user_table) {
        return;
    }
    // What needs a look first.
    UserTable user_table = *snapshot.user_table;
    std::stable_sort(
        user_table.rows.begin(), user_table.rows.end(), [](const JoinedRow& a, const JoinedRow& b) {
            return (a.outcome != RowOutcome::matched) > (b.outcome != RowOutcome::matched);
        });
    answer.join.table = join_table(*snapshot.world, user_table, answer.lang);
    name_keys(answer.join.table, answer.lang);
    make_figures_numbers(answer.join.table);
    answer.join.words = join_in_words(user_table);
    const Text share = figure_in_words(snapshot.table.total, user_table);
    answer.join.words.ja += share.ja;
    answer.join.words.en += " " + share.en;
    for (const JoinedRow& row : user_table.rows) {
        answer.join.places.push_back(row.place < 0 ? std::vector<int>{}
                                                   : std::vector<int>{row.place});
    }
}

}  // namespace

AnalysisAnswer analyse(Analyst& analyst, const Snapshot& snapshot,
                       const AnalysisQuestion& question) {
    static std::atomic<long long> last_serial{0};
    AnalysisAnswer answer;
    answer.serial = ++last_serial;
    answer.question = question;
    answer.lang = snapshot.request.lang;
    answer_gaps(answer, analyst, snapshot);
    answer_examples(answer, analyst, snapshot);
    answer_distances(answer, analyst, snapshot);
    answer_plan(answer, analyst, snapshot);
    answer_years(answer, snapshot);
    answer_join(answer, snapshot);
    answer_neighbours(answer, analyst, snapshot);
    answer.world = snapshot.world;
    return answer;
}

std::vector<MapRegion> outlined_regions(const AnalysisState& analysis, const Catalogue& catalogue,
                                        int count) {
    std::vector<MapRegion> regions;
    if (!analysis.answer) {
        return regions;
    }
    const std::vector<GapRegion>& all = analysis.answer->regions;
    for (int r = 0; r < std::min(count, static_cast<int>(all.size())); ++r) {
        regions.push_back(map_region(catalogue, all[static_cast<std::size_t>(r)], r + 1));
    }
    return regions;
}

std::vector<MapRegion> regions_for_map(const AnalysisState& analysis, const Catalogue& catalogue,
                                       int count) {
    std::vector<MapRegion> regions = outlined_regions(analysis, catalogue, count);
    const int listed = static_cast<int>(regions.size());
    for (const int r : {analysis.hovered_region, analysis.chosen_region}) {
        const bool known = analysis.answer && r >= listed &&
                           static_cast<std::size_t>(r) < analysis.answer->regions.size();
        if (known && (regions.empty() || regions.back().number != r + 1)) {
            regions.push_back(map_region(
                catalogue, analysis.answer->regions[static_cast<std::size_t>(r)], r + 1));
        }
    }
    return regions;
}

int marked_region(const AnalysisState& analysis) {
    return 1 + (analysis.hovered_region >= 0 ? analysis.hovered_region : analysis.chosen_region);
}

int region_of(const AnalysisAnswer& answer, int place) {
    for (std::size_t r = 0; r < answer.regions.size(); ++r) {
        if (std::binary_search(answer.regions[r].members.begin(), answer.regions[r].members.end(),
                               place)) {
            return static_cast<int>(r);
        }
    }
    return -1;
}

}  // namespace miraimap::gui
