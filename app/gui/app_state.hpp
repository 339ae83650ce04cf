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

/// How much of the legend is shown: with whole names, with short names, with numbers only, or a
/// button that opens it.
enum class LegendForm : std::uint8_t { names, brief, counts, button };

/// Prefectures that the map shows whole, as long as nobody moves it.
struct ShownWhole {
    std::vector<int> prefectures;
    double margin = 0;
    View view;  ///< that shows them
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
    bool home = true;  ///< the view is the national one and follows the window's size
    std::optional<ShownWhole> shown_whole;
    std::vector<PixelBox> covered;   ///< parts of the map under its legend, buttons and scale bar
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
    std::array<int, 4> details_shown{};  ///< what the details are of, to begin anew at the top
    bool pointing = true;                ///< the pointer was used after the keyboard
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
    std::optional<double> text_step_s;           ///< when what is being typed there becomes a step
    std::optional<bool> legend_names;            ///< as the reader chose; empty: as there is room
    LegendForm legend_room = LegendForm::names;  ///< what leaves room for the whole country
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

}  // namespace miraimap::gui
