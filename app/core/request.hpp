// SPDX-License-Identifier: MIT
// All a user can ask, as one plain value. The command line and the window fill the same one.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geo/select/coverage.hpp"
#include "geo/select/filter.hpp"
#include "geo/select/gaps.hpp"
#include "geo/select/peers.hpp"
#include "geo/text.hpp"
#include "shapes/legend.hpp"
#include "shapes/map_shapes.hpp"

namespace miraimap {

/// What suggestions weigh the places they reach by.
enum class WeighBy : std::uint8_t { municipalities, area, figure };

struct Request {
    std::filesystem::path data;         ///< the data folder (boundaries/, selections/, names/ …)
    std::filesystem::path boundaries;   ///< another boundary file; empty: the embedded set
    std::filesystem::path source_text;  ///< the deck's text, for evidence; may be empty
    Filter filter;
    CoverageBy by = CoverageBy::prefecture;
    bool count_northern_territories = false;
    WardCount wards = WardCount::special;
    bool cumulative = false;  ///< by year: each row holds its year and all before it
    /// Places (codes or names) supposed to be selected too: a part of the question, which a session
    /// keeps, and of no data that is written.
    std::vector<std::string> what_if;
    std::filesystem::path table;  ///< a user's table with a figure per municipality; may be empty
    int map_crs = 0;              ///< EPSG code of the map's projection; 0: equal-area for Japan
    std::string figure;           ///< heading of the table's column; empty: the first of numbers
    // What the questions about gaps, examples and suggestions take.
    bool sea_links = false;  ///< count the shortest links across water as borders
    GapRank gap_rank = GapRank::municipalities;
    bool prefecture_only_is_gap = false;  ///< only the prefecture is selected: a gap too
    PeerRank peer_rank = PeerRank::distance;
    PeerRank adopter_rank = PeerRank::score;
    Weights weights;
    int suggest_count = 5;
    int within_borders = 1;
    WeighBy weigh_by = WeighBy::municipalities;
    // The map.
    MapColour colour = MapColour::grade;
    MapLayout layout = MapLayout::country;
    int outlined_gaps = 0;  ///< gap regions outlined with their rank, the first by gap_rank
    BreakRule breaks = BreakRule::quantile;  ///< classes of a figure
    std::optional<MapBox> view;       ///< the part of the map shown; empty: as the filter wants
    std::vector<std::string> marked;  ///< places (codes or names) outlined as chosen
    bool neighbours = false;          ///< the map shows where marked places meet their neighbours
    Lang lang = Lang::ja;
};

/// What belongs to the denominators.
Counting counting_of(const Request& request);

/// "prefecture", "region" …, as in `--by`.
const std::string& key_of(CoverageBy by);
/// "municipalities", "area", "figure", as in `suggest --by`.
const std::string& key_of(WeighBy by);

/// The command line that asks for the same, without the program name, e.g. `coverage --year R3`.
/// @param object  what the verb is about (a place, a selection's id, a file); empty: nothing
std::string as_command_line(const Request& request, const std::string& verb,
                            const std::string& object = {});

/// "-400000.0,-300000.0,400000.0,300000.0": west, south, east, north in metres of the map's
/// projection, as `--view` takes it.
std::string view_words(const MapBox& box);
/// Farther from the origin of a map projection, in metres, there is no earth to show.
inline constexpr double farthest_view_m = 2e7;
/// The box that such words mean; empty if they mean none, or one that goes beyond the earth.
std::optional<MapBox> parse_view(const std::string& words);

/// Only the filter and what is counted, as options: `--year R3 --count-northern-territories`; ""
/// for none. Every verb with filters understands them.
std::string filter_options(const Request& request);

/// A word quoted for a POSIX shell, only where needed.
std::string shell_word(const std::string& text);

/// Words of a command line that as_command_line or filter_options wrote, without their quotes.
std::vector<std::string> split_words(const std::string& line);

}  // namespace miraimap
