// SPDX-License-Identifier: MIT
// The slider of years: one year, a range, or all years up to one (cumulative), by hand or played.
//
// Cumulative means the range without a beginning that the command line writes as `--year ..R2`:
// that year and every year before it. Selections of earlier years whose year is not printed are
// asked for apart (Filter::past) and stay as they are. Promises: what the slider shows follows from
// the filter alone, whoever changed it; one drag and one play are one step in the history; while
// nothing plays, nothing is due. Pure: no Dear ImGui (year_slider_view.cpp draws it).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "geo/select/filter.hpp"

namespace miraimap::gui {

struct AppState;

/// `several`: years with gaps between them, which no drag of the slider makes but chips, a session
/// or the command line may.
enum class YearMode : std::uint8_t { single, range, cumulative, several };
inline constexpr int year_mode_count = 3;  ///< that can be asked for

struct YearSlider {
    YearMode mode = YearMode::single;  ///< of the next year asked for
    int anchor = 0;                    ///< year in which a drag of a range began
    bool playing = false;
    std::optional<double> next_s;  ///< when the next year is due, on the clock of play_years
};

/// How long each year stays while playing.
inline constexpr double year_step_s = 1.2;

/// Years of the data, ascending.
std::vector<int> slider_years(const AppState& state);
/// Every year of the data that the filter asks for, ascending; none if it asks for no years.
std::vector<int> asked_years(const AppState& state);
/// The years the filter asks for, within those of the data; empty if it asks for none, for all, or
/// for years with gaps between them.
std::optional<YearRange> shown_years(const AppState& state);
/// The mode the filter's years stand for; without any, the one that was chosen. Years that the data
/// do not have are several too.
YearMode shown_year_mode(const AppState& state);

/// Asks for the years between two, as the mode means them; goes on with the step of a drag.
/// @param from  where a range began; the other modes take `to` alone
void ask_years(AppState& state, YearMode mode, int from, int to);
/// Chooses the mode; years that are asked for are asked for in the new way, from the first to the
/// last of them if there are gaps.
/// @pre not several
void set_year_mode(AppState& state, YearMode mode);
/// One year on or back; a range moves as a whole. False at the end.
bool step_years(AppState& state, int step);

/// Starts with the first year, or goes on from the one that is shown.
void start_playing(AppState& state);
void stop_playing(AppState& state);
/// Shows the next year if it is due; stops after the last one. Called in every frame. True if
/// anything changed.
bool play_years(AppState& state, double now_s);

}  // namespace miraimap::gui
