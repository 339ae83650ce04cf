// SPDX-License-Identifier: MIT
// The verbs that analyse (gaps, peers, adopters, distances, neighbours, suggest, what-if, join):
// their words and options.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/cli/options.hpp"
#include "app/cli/verbs.hpp"

namespace CLI {
class App;
}

namespace miraimap {

/// What was typed behind these verbs.
struct AnalysisOptions {
    std::string place;                ///< or the selection's id
    std::vector<std::string> places;  ///< of `neighbours`; empty: all that are counted
    int limit = 10;
    int outlined_gaps = 0;  ///< of `render`
    int adopters_limit = 20;
    int gaps_limit = 0;
    bool prefecture_only_is_gap = false;
    bool details = false;
    std::string sea_links = "no";
    std::string rank = "municipalities";
    std::string rank_by = "distance";
    std::string adopters_rank_by = "score";
    std::string weights;
    std::vector<std::string> what_if;
    int count = 5;
    int within_borders = 1;
    std::string weigh_by = "municipalities";
};

/// A request with the way its answer is shown.
struct Asked {
    Request request;
    Output output;
};

using AddVerb = std::function<CLI::App*(const std::string& name, const std::string& about,
                                        const std::string& example, std::function<int()> action)>;

/// Adds the verbs; `typed`, `common` and `asked` are read when a verb runs.
void add_analysis_verbs(const AddVerb& add, AnalysisOptions& typed, TypedOptions& common,
                        const std::function<Asked()>& asked);

/// Adds `--sea-links`.
void add_sea_links_option(CLI::App& app, std::string& word);
/// @throws Error{usage} unless the word is yes or no
bool sea_links_of(const std::string& word);

/// Adds `--rank`, `--with-prefecture-only` and `--sea-links`: what is a gap, and which comes first.
void add_gap_options(CLI::App& app, AnalysisOptions& typed);
/// Puts what those options say into a request.
/// @throws Error{usage} for an unknown word
void take_gap_options(const AnalysisOptions& typed, Request& request);

/// Adds `--what-if`.
void add_what_if_option(CLI::App& app, std::vector<std::string>& words);

int verb_gaps(const Asked& asked, const AnalysisOptions& typed);
int verb_peers(const Asked& asked, const AnalysisOptions& typed);
int verb_adopters(const Asked& asked, const AnalysisOptions& typed);
int verb_distances(const Asked& asked, const AnalysisOptions& typed);
int verb_neighbours(const Asked& asked, const AnalysisOptions& typed);
int verb_suggest(const Asked& asked, const AnalysisOptions& typed);
int verb_what_if(const Asked& asked, const AnalysisOptions& typed);
int verb_join(const Asked& asked);

}  // namespace miraimap
