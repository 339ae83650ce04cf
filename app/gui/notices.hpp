// SPDX-License-Identifier: MIT
// Messages to the reader over the map.
//
// Promises: what only informs goes after a time that is long enough to read it, and stays while the
// pointer is on it; a problem, and a message with a file to do something with, stays until closed;
// the same message again is counted, not stacked. The window may sleep in between: it is told when
// the next one is due. Does not draw (notices_view.cpp).
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "geo/text.hpp"

namespace miraimap::gui {

struct AppState;

struct Notice {
    bool problem = false;
    Text text;
    std::filesystem::path file = {};     ///< that it names: its path can be copied
    bool retry = false;                  ///< an export that the dialog can put right
    std::string topic = {};              ///< replaces an older one of the same topic; "": none
    int times = 1;                       ///< it was said
    std::optional<double> until_s = {};  ///< when it goes; empty: not drawn yet, or a problem
};

/// How long a message is to be read, in seconds.
double reading_time_s(const Notice& notice);
/// How long a message that goes takes to fade.
inline constexpr double notice_fade_s = 0.25;

void show_notice(AppState& state, Notice notice);
/// Starts the time of new messages and drops those that have gone. True if any is fading.
bool update_notices(AppState& state, double now_s);
/// Seconds until the next message goes; empty: none will by itself.
std::optional<double> notice_due_s(const AppState& state, double now_s);

}  // namespace miraimap::gui
