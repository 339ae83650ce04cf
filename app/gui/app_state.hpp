// SPDX-License-Identifier: MIT
// Everything the window knows, apart from drawing: what is asked for, what is shown, what is
// chosen.
//
// Promises: panels read this and change it only through the functions below or plain fields; no
// OpenGL and no Dear ImGui in here, so the window's behaviour can be tested without a display.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/evidence.hpp"
#include "app/core/snapshot.hpp"
#include "app/gui/analysis_state.hpp"
#include "app/gui/answers.hpp"
#include "app/gui/charts.hpp"
#include "app/gui/command_state.hpp"
#include "app/gui/evidence_state.hpp"
#include "app/gui/export_state.hpp"
#include "app/gui/facets.hpp"
#include "app/gui/frame_layout.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/linked_views.hpp"
#include "app/gui/map_mesh.hpp"
#include "app/gui/map_modes.hpp"
#include "app/gui/map_painter.hpp"
#include "app/gui/notices.hpp"
#include "app/gui/place_set.hpp"
#include "app/gui/place_table.hpp"
#include "app/gui/search.hpp"
#include "app/gui/session_state.hpp"
#include "app/gui/tour_state.hpp"
#include "app/gui/view_history.hpp"
#include "app/gui/work_history.hpp"
#include "app/gui/year_slider.hpp"
#include "shapes/map_scene.hpp"
#include "shapes/picking.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// One layout of the map, ready to draw and to pick from.
struct MapGeometry {
    std::shared_ptr<const MapShapes> shapes;
    std::shared_ptr<const MapMesh> mesh;   ///< as PaintedShapes has it
    std::shared_ptr<const Ground> ground;  ///< likewise
    std::shared_ptr<const Picker> picker;
    [[nodiscard]] PaintedShapes painted() const { return {shapes, mesh, ground}; }
};

/// Everything made from files, ready to show. Made on the worker thread, immutable afterwards.
struct Loaded {
    std::shared_ptr<const World> world;
    std::shared_ptr<const MapShapes> shapes;
    std::shared_ptr<const MapMesh> mesh;   ///< as PaintedShapes has it
    std::shared_ptr<const Ground> ground;  ///< likewise
    std::shared_ptr<const Picker> picker;
    MapGeometry tiles;  ///< the same places as a tile grid
    std::shared_ptr<const Evidence> evidence;
    SearchIndex search;
};

enum class LoadStep : std::uint8_t { reading, done, failed };

/// Files that are being read, for the first map or while one is shown.
struct LoadingState {
    bool running = false;
    WorkStep step = WorkStep::reading;
    int percent = 0;
    int frames = 0;  ///< drawn meanwhile
};

struct SearchState {
    std::array<char, 128> text{};
    std::vector<SearchHit> hits;
    int marked = 0;
    bool open = false;
    bool active = false;  ///< the field has the keyboard
    bool focus_wanted = false;
};

/// The scale of the status line while it is being typed.
struct ScaleEntry {
    std::array<char, 32> text{};
    bool open = false;
    bool focus_wanted = false;
};

struct AppState {
    // Asked for.
    Request request;
    Theme theme = Theme::light;
    double interface_scale = 1;  ///< the reader's own factor on top of the monitor's
    // Loaded and derived.
    LoadStep step = LoadStep::reading;  ///< done: a map is shown, maybe while another is loaded
    LoadingState loading;
    Text load_problem;
    std::shared_ptr<const Loaded> loaded;
    Snapshot snapshot;
    long long snapshot_version = 0;
    Facets facets;
    std::vector<MunicipalityCoverage> unfiltered;  ///< coverage without any filter
    // Map.
    View view;                          ///< in pixels of the interface scale 1
    std::optional<MapBox> wanted_view;  ///< to open with, until the map is there
    bool home = true;                ///< the view is the national one and follows the window's size
    PlaceSet chosen;                 ///< of every view: map, tables, charts
    int hovered = -1;                ///< municipality under the cursor, in whatever view
    std::vector<int> hovered_group;  ///< several under one bar or row, ascending; see hover()
    PlaceLinks links;                ///< of the loaded data
    std::optional<LonLat> cursor;
    MapModes modes;
    ViewHistory view_history;
    bool view_jumped = false;  ///< moved at one stroke, not by hand, since the last frame
    ZoomBoxState zoom_box;
    MapChoice map_choice;
    DataTable place_table;
    DataTable selection_table;
    DataTable coverage_table = DataTable::without_filters();
    TableKeys table_keys;
    KeyRing key_ring;
    ChartsState charts;
    // Panels.
    EvidenceState evidence;
    PaletteState palette;
    LayoutChoices layout;
    LookChoices look_seen;         ///< what the reader changes is told by the difference
    float window_width_px = 1280;  ///< at scale 1, in the last frame
    float window_height_px = 800;
    ScaleEntry scale_entry;
    SearchState search;
    ExportState exporting;
    SessionState session;
    std::array<char, 128> text_filter{};
    bool text_focus_wanted = false;
    std::optional<double> text_step_s;  ///< when what is being typed there becomes a step
    std::optional<bool> legend_names;   ///< as the reader chose; empty: by the map's size
    bool show_findings = false;
    bool show_keys = false;
    TourState tour;
    std::vector<Notice> notices;
    int notices_said = 0;  ///< since the start, repeats included
    AnalysisState analysis;
    Answers answers;
    // What was done: see work_history.hpp.
    std::vector<WorkState> undo;
    std::vector<WorkState> redo;     ///< the next one last
    std::optional<WorkState> noted;  ///< the shown one, as the history knows it
    bool in_filter_step = false;
    bool history_wanted = false;  ///< its list is to be opened
    YearSlider years;
};

/// Takes over what the worker loaded and counts for the first time.
void take_loaded(AppState& state, std::shared_ptr<const Loaded> loaded);

/// Counts anew after the request was changed by hand.
void recount(AppState& state);

/// Takes a filter over and counts anew, without a step in the history (work_history.hpp).
void show_filter(AppState& state, const Filter& filter);

/// Chooses one municipality alone (or none: -1); its details are shown.
void choose(AppState& state, int municipality);
/// Changes the set of chosen places; see place_set.hpp.
void choose(AppState& state, SetChange how, const std::vector<int>& places);
/// The code of the place whose details are shown; empty if none.
std::string chosen_code(const AppState& state);
/// Different selections that touch the chosen places under the current filter, linked rows once.
int selections_of_chosen(const AppState& state);

/// The geometry of the layout that is shown. Only once something is loaded.
MapGeometry shown_geometry(const AppState& state);
inline const MapShapes& shown_shapes(const AppState& state) {
    return state.request.layout == MapLayout::tiles ? *state.loaded->tiles.shapes
                                                    : *state.loaded->shapes;
}
/// Shows another layout, with the prefecture that is in the middle of the map now; the layout is
/// remembered.
void set_map_layout(AppState& state, MapLayout layout);

/// The part of the map on the screen as ExportOptions::view; "" for the whole country
/// and for the tile grid, which is no part of a map.
std::string view_text(const AppState& state);
/// Height of the open sea in the west of the whole tile grid, in a map of this size.
double free_height_on_grid_px(const AppState& state);
/// Whether the map is large enough for frames with the far islands; else the whole country is
/// shown with them.
bool has_room_for_insets(const View& view);
/// Shows the whole country.
void go_home(AppState& state);
/// Shows one municipality or prefecture whole.
void zoom_to_municipality(AppState& state, int municipality);
void zoom_to_prefecture(AppState& state, int prefecture);
/// Shows all chosen places whole; nothing if there are none.
void zoom_to_chosen(AppState& state);
/// Shows several municipalities whole.
void zoom_to_places(AppState& state, const std::vector<int>& places);
/// Shows all municipalities of one of regions() (index).
void zoom_to_region(AppState& state, int region);
/// Shows a part of the map whole.
void zoom_to_box(AppState& state, const MapBox& box, double margin = 0);
/// Zooms by a factor (> 1: closer) and keeps the map point under the pixel where it is.
void zoom_at(AppState& state, double factor, double x_px, double y_px);
/// Shows a map point under a pixel at a scale, e.g. what an inset shows there.
void show_at(AppState& state, MapPoint point, double metres_per_px, double x_px, double y_px);
/// Moves the map with the hand.
void pan_by(AppState& state, double dx_px, double dy_px);
/// The map got another size; the centre stays.
void resize_view(AppState& state, double width_px, double height_px);
/// n of the scale 1:n at 96 pixels per inch.
double scale_denominator(const View& view);
/// The same to three significant digits, so that the number does not flicker.
long long shown_scale(const View& view);
/// n of a typed scale: "1:500,000", "500000", "１：５０万", "50万"; empty if it is none.
std::optional<double> parse_scale(const std::string& text);
/// Shows the map at 1:n, the centre stays; n is kept in the map's limits.
void set_scale(AppState& state, double n);

}  // namespace miraimap::gui
