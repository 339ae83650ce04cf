// SPDX-License-Identifier: MIT
// The window's panels. Each is a function over the state and stands in a file of its own name.
//
// Promises: a panel draws into the current Dear ImGui window, reads Request and Snapshot through
// `Ui::state`, and changes them only through app_state.hpp. No OpenGL here.
#pragma once

#include "app/gui/frame_layout.hpp"
#include "app/gui/map_choice.hpp"
#include "app/gui/ui.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// Name, search, language, theme, export.
void top_bar(const Ui& ui);
/// The field and, while it is in use, the list of hits below it.
void search_box(const Ui& ui, float width_px);
/// Every kind of filter with live counts.
void filter_panel(const Ui& ui);
/// The switch between single year, range and cumulative, the button that plays, and the track.
void year_slider(const Ui& ui);
/// Bars by year and by technology, linked with the map: a bottom tab.
void charts_panel(const Ui& ui);
/// The list of all states of the filter, opened by AppState::history_wanted.
/// @param corner  where its top right stands, on the screen
void history_popup(const Ui& ui, ImVec2 corner);
/// The filter as a sentence, with undo, redo, history and reset.
void sentence_bar(const Ui& ui);
/// Tables and charts: a row of tabs (bottom_tabs.hpp) and, if open, the chosen tab below it.
void bottom_panel(const Ui& ui, bool open);
/// The borders between the panels, to be dragged; a double click gives the default size back.
void splitters(const Ui& ui, const FrameLayout& frame);
/// Buttons that show and hide the panels, three squares of 32 px at scale 1 from `x` on.
void layout_buttons(const Ui& ui, float x, float y);
/// Everything selected in the chosen municipality, or the overview if none is chosen.
void detail_panel(const Ui& ui);
/// The coverage table by prefecture, sortable: a bottom tab.
void coverage_panel(const Ui& ui);
/// All places as a table that sorts, filters and copies: a bottom tab.
void places_panel(const Ui& ui);
/// All selections that pass, in table order: a bottom tab.
void selections_panel(const Ui& ui);
/// The classes of the map with their counts, as a card over the map. A click on a class chooses the
/// places it counts; Alt+click or its small button filters by it where a filter shows exactly
/// these. Where the map has no room for the card it is a button that opens it.
void legend_panel(const Ui& ui, const Scene& scene, ImVec2 map_low);
/// Where that card stands, from the map's top left; in the south-east, or on a tile grid in its
/// empty north-west.
/// @param scene  its legend, title and circles count
ScreenRect legend_card(const Ui& ui, const Scene& scene);
/// The form the legend is to have: as the reader chose by clicking it, else by the map's size.
LegendForm legend_wanted(const AppState& state);
/// What is chosen, where no details show it; a click opens them.
/// @param low  top left of the chooser of the map's mode, on the screen
void chosen_chip(const Ui& ui, ImVec2 low, float room_px);
/// The button with the map's mode and the list it opens, with the preview of colour vision; its top
/// left stands at the cursor.
void mode_chooser(const Ui& ui, float room_px);
/// Its width in that room, in device pixels.
float mode_chooser_width(const Ui& ui, float room_px);
/// The same in the mode with the longest name.
float widest_mode_chooser(const Ui& ui, float room_px);
/// The buttons over the map, in its north-east; in a low map in several columns.
void map_buttons(const Ui& ui, ImVec2 map_low);
/// Where they stand, from the map's top left at scale 1.
ScreenRect map_buttons_place(const AppState& state);
/// What buttons and cards over the map keep from its edge, at scale 1; less in a low map.
float map_margin_px(const AppState& state);
/// What stands over the map while places are supposed, beside the mode or in a line of its own.
struct SupposedBanner {
    ScreenRect place;   ///< from the map's corner
    std::string words;  ///< shortened at the end where there is little room
};
SupposedBanner supposed_banner(const Ui& ui);
/// The circles of a map of money.
/// Input on the map: hand, wheel, hover, click; labels, names of insets, scale bar, tooltip.
/// @param low  top left of the map on the screen
void map_view(const Ui& ui, const Scene& scene, ImVec2 low, ImVec2 extent);
/// Takes a drag on the map (the last item) if it chooses with a shape (map_choice.hpp), draws the
/// shape and changes the set. @returns true while the drag is its own
bool map_choice_tool(const Ui& ui, const Scene& scene, ImVec2 low, ImVec2 extent);
/// Position, place, scale, counts, edition, findings.
void status_bar(const Ui& ui);
/// Turns the scale of the status line into a field that holds the scale of now.
void open_scale_entry(AppState& state);
/// The dialog of export and print: kind, format, options, a preview and the file's name.
void export_dialog(const Ui& ui);
/// A card over the map while a file is written: step, bar, a way to cancel.
void export_card(const Ui& ui, ImVec2 low, ImVec2 extent);
/// Asks, when the window is to be closed while a file is written (ExportState::quit_asked).
void quit_question(const Ui& ui);
/// A card over the map when no selection passes: which filter did it, and a way out.
void empty_result(const Ui& ui, ImVec2 low, ImVec2 extent);
/// Open, save as, and what differs in a session file.
void session_dialogs(const Ui& ui);
/// Findings of reading and joining.
void findings_window(const Ui& ui);
/// Keys and mouse.
void key_sheet(const Ui& ui);
/// Messages at the foot of a panel, so that the country stays in sight; without a panel over the
/// map, at the middle of its lower edge, beside the legend (notices.hpp).
/// @param panel  empty if there is none
/// @returns true if another frame is needed
bool notices(const Ui& ui, const Scene& scene, const ScreenRect& map, const ScreenRect& panel);
/// What the window shows while it loads or if it could not.
void loading_screen(const Ui& ui);
/// A card over the map while another set is loaded: step, bar, a way to cancel.
void loading_card(const Ui& ui, ImVec2 low, ImVec2 extent);

/// "宮城県 仙台市" / "Sendai City, Miyagi".
std::string full_name(const Municipality& municipality, Lang lang);
/// "仙台市" / "Sendai City".
const std::string& short_name(const Municipality& municipality, Lang lang);
/// Fill and text of a grade's pill.
std::pair<ImU32, ImU32> grade_colours(const Ui& ui, Grade grade);

}  // namespace miraimap::gui
