// SPDX-License-Identifier: MIT
// What the analysis panels show and what the reader set in them: gap regions, examples to copy,
// adopters, distances, suggestions, suppositions, years, the reader's own table.
//
// Promises: plain data made by the functions of app/core that the command line uses; no figure is
// computed in a panel. No OpenGL and no Dear ImGui in here.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/core/analysis.hpp"
#include "app/core/result_table.hpp"
#include "app/core/what_if.hpp"
#include "app/gui/data_table.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// A table whose rows stand for places.
struct PlaceRows {
    ResultTable table;
    std::vector<std::vector<int>> places;  ///< per row, ascending; may be empty
    Text words;                            ///< the same in sentences
};

/// What one answer is about, besides the snapshot.
struct AnalysisQuestion {
    int place = -1;           ///< whose examples are looked for; -1: none
    int selection = -1;       ///< whose adopters are looked for; -1: none
    std::vector<int> places;  ///< whose neighbours are looked for, ascending
    friend bool operator==(const AnalysisQuestion&, const AnalysisQuestion&) = default;
};

/// Everything the panels show for one snapshot. Made off the window's thread, immutable.
struct AnalysisAnswer {
    long long serial = 0;                ///< no other answer has it
    long long version = 0;               ///< of the snapshot it was made from
    std::shared_ptr<const World> world;  ///< of that snapshot
    AnalysisQuestion question;
    Lang lang = Lang::ja;
    std::vector<GapRegion> regions;  ///< in the order of the request
    PlaceRows gaps;
    PlaceRows gap_details;  ///< `region` tells which region a row belongs to
    PlaceRows peers;
    PlaceRows adopters;
    PlaceRows distances;
    PlaceRows suggestions;
    PlaceRows years;   ///< added up
    PlaceRows effect;  ///< of the supposed places; empty without any
    PlaceRows join;    ///< rows of the reader's table; empty without one
    PlaceRows neighbours;
    std::vector<MapMeeting> meetings;  ///< of the places with those neighbours
    std::vector<Nearness> nearness;    ///< per municipality
};

/// Answers everything. @param analyst  of the snapshot's world
AnalysisAnswer analyse(Analyst& analyst, const Snapshot& snapshot,
                       const AnalysisQuestion& question);

struct AnalysisState {
    std::shared_ptr<const AnalysisAnswer> answer;  ///< null until the first one is there
    bool running = false;
    bool shown = false;  ///< a panel or the map wants answers; set in each frame that needs them
    int selection = -1;  ///< chosen among the adopters' projects; -1: the first that passes
    int hovered_region = -1;  ///< index into the answer's regions
    int chosen_region = -1;
    bool draw_neighbours = true;  ///< the map shows the neighbours while their panel is open
    /// The sentences of the tab that is shown are to be copied: by a command, until the frame ends.
    bool copy_words = false;
    std::string copied;  ///< the last sentences that were copied
    // The coverage in sentences, made when a panel first needs it for a snapshot.
    long long coverage_version = -1;
    Text coverage_words;
    std::map<std::string, DataTable> grids;  ///< tables of results by their id
    std::set<char32_t> letters;              ///< that the answer's texts need
    // The reader's own table.
    std::shared_ptr<const UserTable> user_table;
    std::array<char, 1024> file{};
    std::array<char, 256> figure{};
    bool focus_file = false;  ///< the field of the file gets the keyboard
    bool load_wanted = false;
    bool loading = false;
    std::filesystem::path tried;  ///< the file that was loaded or refused last
    Text table_problem;
};

/// How many regions the map outlines.
inline constexpr int outlined_regions_count = 12;

/// The answer's first regions for the map, as many as are to be outlined.
std::vector<MapRegion> outlined_regions(const AnalysisState& analysis, const Catalogue& catalogue,
                                        int count);
/// The same, and the hovered or chosen one.
std::vector<MapRegion> regions_for_map(const AnalysisState& analysis, const Catalogue& catalogue,
                                       int count);
/// The number of the region that the pointer or the choice marks; 0: none.
int marked_region(const AnalysisState& analysis);

/// Index of the region a place belongs to; -1: none.
int region_of(const AnalysisAnswer& answer, int place);

}  // namespace miraimap::gui
