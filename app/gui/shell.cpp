// SPDX-License-Identifier: MIT
#include "app/gui/shell.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "app/core/map_picture.hpp"
#include "app/gui/analysis_actions.hpp"
#include "app/gui/bottom_tabs.hpp"
#include "app/gui/command_keys.hpp"
#include "app/gui/data_table_input.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panel_actions.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/scene_compare.hpp"
#include "app/gui/search_goto.hpp"
#include "app/gui/tour.hpp"
#include "app/gui/view_moves.hpp"
#include "app/gui/widgets.hpp"
#include "shapes/regions.hpp"

namespace miraimap::gui {
namespace {

constexpr ImGuiWindowFlags fixed_panel =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse |
    ImGuiWindowFlags_NoNav;

/// A part of the frame on the screen, in whole device pixels. Edges are rounded, not sizes, so that
/// neighbours meet.
struct Place {
    ImVec2 low;
    ImVec2 extent;
};

Place place_of(const Ui& ui, const PanelRect& rect) {
    // Sizes at scale 1 are rounded up: the last part ends with the window.
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const auto at = [&](float x, float y) {
        return ImVec2(std::min(std::floor(ui.px(x)), screen.x),
                      std::min(std::floor(ui.px(y)), screen.y));
    };
    const ImVec2 low = at(rect.x, rect.y);
    const ImVec2 high = at(rect.right(), rect.bottom());
    return {low, {high.x - low.x, high.y - low.y}};
}

template <typename Content>
void panel(const char* id, const Place& place, ImU32 colour, const Content& content) {
    if (place.extent.x < 1 || place.extent.y < 1) {
        return;
    }
    ImGui::SetNextWindowPos(place.low);
    ImGui::SetNextWindowSize(place.extent);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, colour);
    ImGui::Begin(id, nullptr, fixed_panel);
    ImGui::PopStyleColor();
    content();
    ImGui::End();
}

const PanelRect& page_rect(const FrameLayout& frame) {
    return frame.page == Panel::left    ? frame.left
           : frame.page == Panel::right ? frame.right
                                        : frame.bottom;
}

ScreenRect screen_rect(const Place& place) {
    return {place.low.x, place.low.y, place.extent.x, place.extent.y};
}

/// The panel that shows what the reader works on: details, else filters; empty without both.
Place beside_map(const Ui& ui, const FrameLayout& frame) {
    return place_of(ui, frame.page ? PanelRect{} : !frame.right.empty() ? frame.right : frame.left);
}

/// Over a side panel that stands in the map's place: its name and the way back. The tables have
/// their row of tabs for that.
void page_head(const Ui& ui, const FrameLayout& frame, Panel panel) {
    if (frame.page != panel) {
        return;
    }
    constexpr float height_px = 34;
    const ImVec2 origin = ImGui::GetWindowPos();
    const float width = ImGui::GetWindowWidth();
    const char* title = ui.tr(panel == Panel::left ? T::page_left : T::page_right);
    ImGui::SetCursorPos(
        {ui.px(size::pad_px), (ui.px(height_px) - text_size(ui, FontUse::body_bold, title).y) / 2});
    text_in(ui, FontUse::body_bold, ui.colours.text, title);
    ImGui::SetCursorPos({width - ui.px(40), ui.px(1)});
    if (icon_button(ui, "close-page", Icon::close, ui.tr(T::page_back))) {
        leave_page(ui.state);
    }
    ImGui::GetWindowDrawList()->AddLine({origin.x, origin.y + ui.px(height_px)},
                                        {origin.x + width, origin.y + ui.px(height_px)},
                                        ui.colours.hairline);
    ImGui::SetCursorPos({0, ui.px(height_px) + 1});
}

/// Insets belong to the view of the whole country or of the filter's prefectures, if there is room.
/// Once the map is moved, far islands are reached by moving it; frames that change their place
/// meanwhile would only be in the way.
bool shows_insets(const AppState& state) {
    const std::vector<int>& focus = state.request.filter.prefectures;
    const bool whole = focus.empty()
                           ? state.home
                           : state.shown_whole && state.shown_whole->prefectures == focus &&
                                 same_view(state.shown_whole->view, state.view);
    return whole && has_room_for_insets(state.view);
}

/// A drag, a typed number or a walk through a table is not at its end.
bool hand_at_work(const AppState& state) {
    const bool walking = any_table_has_keyboard(state) &&
                         (ImGui::IsKeyDown(ImGui::GetKeyIndex(ImGuiKey_DownArrow)) ||
                          ImGui::IsKeyDown(ImGui::GetKeyIndex(ImGuiKey_UpArrow)));
    return walking || ImGui::IsMouseDown(0) || ImGui::IsAnyItemActive();
}

/// Whether pointer or keyboard was used last: a card beside a pointer that only lies there would
/// hide what is read.
void notice_pointer(AppState& state) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseWheel != 0 || io.MouseDown[0]) {
        state.pointing = true;
    } else if (std::any_of(std::begin(io.KeysDown), std::end(io.KeysDown),
                           [](bool down) { return down; })) {
        state.pointing = false;
    }
}

}  // namespace

MapFrame Shell::map_frame(int window_height_px, float scale) const {
    return {static_cast<int>(map_low_.x), static_cast<int>(map_low_.y), window_height_px,
            static_cast<double>(scale)};
}

void Shell::make_scene(const Ui& ui) {
    AppState& state = ui.state;
    if (const int map_crs = ui.world().map_crs; map_crs != 0) {
        state.view.ground_scale = state.request.layout == MapLayout::tiles
                                      ? 1
                                      : projection_of(state).ground_scale(state.view.centre);
    }
    SceneKey key{state.view,
                 state.snapshot_version,
                 state.theme,
                 ui.lang(),
                 ui.scale,
                 shows_insets(state),
                 legend_wanted(state),
                 state.request.colour,
                 state.request.layout,
                 state.modes.vision,
                 state.request.outlined_gaps,
                 state.request.outlined_gaps > 0 || needs_nearness(state.request.colour)
                     ? state.analysis.answer.get()
                     : nullptr,
                 named_first(state.chosen.places)};
    const bool same = scene_ && same_view(key.view, key_.view) && key.snapshot == key_.snapshot &&
                      key.theme == key_.theme && key.lang == key_.lang && key.scale == key_.scale &&
                      key.insets == key_.insets && key.legend == key_.legend &&
                      key.colour == key_.colour && key.layout == key_.layout &&
                      key.vision == key_.vision && key.outlined_gaps == key_.outlined_gaps &&
                      key.answer == key_.answer && key.chosen == key_.chosen;
    if (!same) {
        SceneOptions options;
        options.width_px = state.view.width_px;
        options.height_px = state.view.height_px;
        options.theme = state.theme;
        options.lang = ui.lang();
        options.insets = key.insets;
        options.text_scale = map_text_scale;
        options.prefectures = state.request.filter.prefectures;
        options.chosen = key.chosen;
        options.counting = counting_of(state.request);
        Classification classes = map_classes(state);
        state.modes.shown = std::make_shared<const Classification>(classes);
        const MapRoom::Reserved places = room_.make(ui, legend_scene(state, classes));
        options.view = key.view = state.view;
        const bool still = options.insets && frames_fit(state, places.always);
        options.reserved = still ? places.always : places.now;
        key.legend = legend_wanted(state);
        options.measure_text = [&ui](const std::string& text, double size_px) {
            const ImFont* font = ui.font(FontUse::label);
            const float em = static_cast<float>(size_px) * ui.fonts.height_per_em();
            const ImVec2 extent = font->CalcTextSizeA(em, 1e6F, 0, text.c_str());
            return std::pair<double, double>(static_cast<double>(extent.x),
                                             static_cast<double>(extent.y));
        };
        options.regions =
            outlined_regions(state.analysis, ui.world().catalogue, state.request.outlined_gaps);
        scene_ = make_map_scene(ui.world().catalogue, shown_geometry(state).shapes,
                                state.snapshot.coverage, std::move(classes), options);
        if (const int map_crs = ui.world().map_crs; map_crs != 0) {
            measure_scales(*scene_, projection_of(state), map_crs);
        }
        scene_->explain_markers = explains_markers(state, state.modes.shown->colour);
        see_with(state.modes.vision, *scene_);
        key_ = key;
    }
    mark_regions(ui);
    mark_neighbours(ui);
    scene_->chosen = state.chosen.places;
    scene_->hovered = state.hovered;
    scene_->hovered_group = state.hovered_group;
}

/// Regions follow the pointer without placing all labels anew.
void Shell::mark_regions(const Ui& ui) {
    constexpr double text_scale = 1.1;
    std::vector<MapRegion> regions =
        regions_for_map(ui.state.analysis, ui.world().catalogue, ui.state.request.outlined_gaps);
    scene_->marked_region = marked_region(ui.state.analysis);
    const auto same = [](const MapRegion& a, const MapRegion& b) {
        return a.number == b.number && a.heart == b.heart && a.members == b.members;
    };
    if (!std::equal(regions.begin(), regions.end(), scene_->regions.begin(), scene_->regions.end(),
                    same)) {
        scene_->regions = std::move(regions);
        scene_->region_numbers =
            place_region_numbers(*scene_, reserved_places(ui, *scene_), text_scale);
    }
}

void Shell::mark_neighbours(const Ui& ui) {
    const AnalysisAnswer* answer = ui.state.analysis.answer.get();
    const bool current = answer != nullptr && answer->world == ui.state.loaded->world &&
                         answer->question.places == places_with_neighbours(ui.state);
    if (current && neighbours_drawn(ui.state)) {
        scene_->meetings = answer->meetings;
    } else {
        scene_->meetings.clear();
    }
}

bool Shell::draw(const Ui& ui) {
    AppState& state = ui.state;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const bool loaded = state.step == LoadStep::done;
    state.loading.frames += state.loading.running ? 1 : 0;
    state.window_width_px = std::ceil(screen.x / ui.scale);
    state.window_height_px = std::ceil(screen.y / ui.scale);
    notice_pointer(state);
    press_keys(ui);
    const FrameLayout frame = arrange(state.layout, state.window_width_px, state.window_height_px,
                                      shown_tab(state).roomy);
    const ImU32 surface = ui.colours.panel;
    if (loaded) {
        end_typed_step(state, ImGui::GetTime());
    }
    bool again = loaded && play_years(state, ImGui::GetTime());
    if (loaded) {
        again = draw_body(ui, frame) || again;
    } else {
        scene_.reset();
        loading_screen(ui);
    }
    panel("##status", place_of(ui, frame.status), surface, [&] { status_bar(ui); });
    panel("##top", place_of(ui, frame.top), surface, [&] { top_bar(ui); });
    if (loaded) {
        state.view_history.observe(shown_place(state), ImGui::GetTime(),
                                   std::exchange(state.view_jumped, false));
        again = observe_steps(state, hand_at_work(state)) || again;
    }
    key_sheet(ui);
    export_dialog(ui);
    quit_question(ui);
    session_dialogs(ui);
    again = command_palette(ui) || again;
    if (loaded) {
        const auto on_screen = [&](const PanelRect& rect) {
            return screen_rect(place_of(ui, rect));
        };
        again = guided_tour(
                    ui, {on_screen(frame.left), on_screen(frame.right), on_screen(frame.bottom)}) ||
                again;
    }
    again = finish_key_ring(ui) || again;
    const Wishes owed = std::exchange(state.session.owed, {});
    ui.wishes.reload |= owed.reload;
    ui.wishes.fonts |= owed.fonts;
    ui.wishes.theme |= owed.theme;
    return again;
}

bool Shell::draw_body(const Ui& ui, const FrameLayout& frame) {
    AppState& state = ui.state;
    if (state.history_wanted) {
        leave_page(state);  // its list hangs from the sentence
    }
    const ImU32 surface = ui.colours.panel;
    const Place map = place_of(ui, frame.page ? page_rect(frame) : frame.map);
    map_low_ = map.low;
    map_extent_ = {std::max(1.0F, map.extent.x), std::max(1.0F, map.extent.y)};
    map_shown_ = !frame.page;
    if (map_shown_) {
        resize_view(state, static_cast<double>(map_extent_.x / ui.scale),
                    static_cast<double>(map_extent_.y / ui.scale));
    }
    make_scene(ui);
    // First: of panels that never come to the front, the one made first stays above the others.
    splitters(ui, frame);
    if (map_shown_) {
        panel("##map", map, IM_COL32(0, 0, 0, 0),
              [&] { map_view(ui, *scene_, map_low_, map_extent_); });
        // Input may have moved the view; the picture and its labels go together.
        make_scene(ui);
    }
    panel("##sentence", place_of(ui, frame.sentence), surface, [&] { sentence_bar(ui); });
    panel("##left", place_of(ui, frame.left), surface, [&] {
        page_head(ui, frame, Panel::left);
        filter_panel(ui);
    });
    panel("##right", place_of(ui, frame.right), surface, [&] {
        page_head(ui, frame, Panel::right);
        detail_panel(ui);
    });
    panel("##bottom", place_of(ui, frame.bottom), surface,
          [&] { bottom_panel(ui, frame.bottom_open); });
    hover_found(state);
    const long long before = key_.snapshot;
    make_scene(ui);
    empty_result(ui, map_low_, map_extent_);
    const bool fading = notices(ui, *scene_, screen_rect(map), screen_rect(beside_map(ui, frame)));
    loading_card(ui, map_low_, map_extent_);
    export_card(ui, map_low_, map_extent_);
    findings_window(ui);
    return fading || key_.snapshot != before;
}

}  // namespace miraimap::gui
