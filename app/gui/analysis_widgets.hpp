// SPDX-License-Identifier: MIT
// What the analysis panels are made of: a table of results whose rows stand for places, toggles,
// number fields.
//
// Promises: the table shows the cells as the command line prints them.
#pragma once

#include <string>
#include <vector>

#include "app/gui/analysis_state.hpp"
#include "app/gui/data_table_view.hpp"
#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// A table of results on the mechanism of all tables (data_table_view.hpp). A click without keys is
/// reported and left to the caller.
/// @param id  stable: what the reader sets is kept by it
/// @param serial  changes with the table
/// @param marked  row shown as chosen, -1: none
/// @param places  per row, for the shared choice and hover; may be null
TableTouch grid(const Ui& ui, const std::string& id, const ResultTable& table, long long serial,
                ImVec2 extent, int marked = -1,
                const std::vector<std::vector<int>>* places = nullptr);

/// A grid of places. @returns the row clicked without keys, -1: none
int place_grid(const Ui& ui, const std::string& id, const PlaceRows& rows, long long serial,
               ImVec2 extent);

/// A switch with a tick when it is on. True if clicked.
bool toggle(const Ui& ui, const std::string& id, const char* label, bool on);
/// A toggle that colours the map so, or by grade again.
void colour_toggle(const Ui& ui, const std::string& id, const char* label, MapColour colour);
/// A muted word before a control, on its line.
void label_before(const Ui& ui, const std::string& label);
/// A whole number with buttons. True if it changed.
bool number_field(const Ui& ui, const std::string& id, int& value, int least, int most);
/// A weight from 0 to 5 on a slider; Ctrl+click types it. True if it changed.
bool weight_field(const Ui& ui, const std::string& id, double& value);
/// A line of text. True when typing is done.
bool text_field(const Ui& ui, const std::string& id, char* text, std::size_t size, const char* hint,
                float width_px);
/// A choice of one among lines of text. @returns the chosen index
int combo(const Ui& ui, const std::string& id, const std::vector<std::string>& lines, int chosen,
          float width_px);

/// In place of an answer that needs a chosen place: what comes, a way to choose, and the first
/// suggested places as links.
void choose_place_first(const Ui& ui, T what_comes);

/// The answer to show: null, with a word in its place, while there is none yet.
const AnalysisAnswer* answer_or_wait(const Ui& ui);
/// A paragraph that says a result in sentences, with a button that copies it.
/// @param by_command  the command that copies the sentences of the tab means these
void put_words(const Ui& ui, const std::string& id, const Text& words, bool by_command = true);
/// The same in a scrolling column.
void words_column(const Ui& ui, const std::string& id, const Text& words, ImVec2 extent);
/// What the figures count: a button with the denominator whose popup changes it. Right-aligned, its
/// right edge at `right_px` of the window, in a row of `height_px`.
/// @returns its left edge
float denominator_button(const Ui& ui, float right_px, float height_px);
/// Its width.
float denominator_width(const Ui& ui);
/// A panel of a table over the whole height and a column beside it for settings and sentences, in
/// which all that has no room scrolls.
struct PanelColumns {
    ImVec2 table;
    ImVec2 side;
};
/// Puts the cursor where the content of a panel begins.
/// @param share  of the width for the table
PanelColumns begin_panel(const Ui& ui, float share = 0.74F);
/// The next toggle stands beside the last one where there is room.
void flow_toggle(const Ui& ui, T label);
/// Begins the column beside the table; ImGui::EndChild ends it.
void begin_side(const Ui& ui, const char* id, ImVec2 extent);

}  // namespace miraimap::gui
