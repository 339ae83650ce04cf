// SPDX-License-Identifier: MIT
#include "app/gui/map_room.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/gui/map_modes.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "shapes/circles.hpp"
#include "shapes/free_view.hpp"
#include "shapes/insets.hpp"
#include "shapes/islands.hpp"

namespace miraimap::gui {
namespace {

/// Names are worth a somewhat smaller map: forms of the legend, and how small it may become.
using Worth = std::pair<LegendForm, double>;
constexpr std::array<Worth, 2> worth_of_all{{{LegendForm::names, 0.88}, {LegendForm::brief, 0.8}}};
constexpr std::array<Worth, 3> worth_of_one{
    {{LegendForm::names, 0.88}, {LegendForm::brief, 0.75}, {LegendForm::counts, 0.7}}};

/// The place of a legend, at scale 1 and with a gap around it.
PixelBox legend_box(const Ui& ui, const ScreenRect& card) {
    constexpr double gap_px = 8;
    const auto px = [&](float value) { return static_cast<double>(value / ui.scale); };
    return {px(card.x) - gap_px, px(card.y) - gap_px, px(card.x + card.width) + gap_px,
            px(card.y + card.height) + gap_px};
}

/// Places over the map that belong to the buttons, the mode and the scale bar.
std::vector<PixelBox> reserved_by_buttons(const Ui& ui) {
    const View& view = ui.state.view;
    constexpr double gap_px = 8;
    const auto px = [&](float value) { return static_cast<double>(value / ui.scale); };
    const ScreenRect buttons = map_buttons_place(ui.state);
    const float margin = ui.px(map_margin_px(ui.state));
    const float chooser = widest_mode_chooser(ui, ui.px(buttons.x) - 2 * margin);
    std::vector<PixelBox> boxes{{static_cast<double>(buttons.x) - 12, 0, view.width_px,
                                 static_cast<double>(buttons.y + buttons.height) + 12},
                                {0, 0, px(chooser) + px(margin) + gap_px, 52}};
    if (!ui.state.snapshot.what_if.empty()) {
        const ScreenRect banner = supposed_banner(ui).place;
        boxes.push_back(
            {0, 0, px(banner.x + banner.width) + gap_px, px(banner.y + banner.height) + gap_px});
    }
    if (ui.state.request.layout == MapLayout::country) {
        boxes.push_back({0, view.height_px - 44, 150, view.height_px});  // the scale bar
    }
    return boxes;
}

/// The same with a legend.
std::vector<PixelBox> reserved_with(const Ui& ui, const LegendShape& legend) {
    std::vector<PixelBox> boxes = reserved_by_buttons(ui);
    boxes.push_back(legend_box(ui, legend_place(ui, legend)));
    return boxes;
}

}  // namespace

bool explains_markers(const AppState& state, MapColour colour) {
    return state.request.layout == MapLayout::country && colour != MapColour::figure;
}

Scene legend_scene(const AppState& state, const Classification& classes) {
    Scene scene;
    scene.explain_markers = explains_markers(state, classes.colour);
    scene.legend = classes.legend;
    scene.legend_title = classes.title;
    if (is_money(classes.colour)) {
        scene.circle_legend = circle_legend(
            classes.amounts, classes.largest_amount,
            classes.colour == MapColour::granted ? AmountKind::granted : AmountKind::requested,
            map_text_scale);
    }
    return scene;
}

std::vector<PixelBox> reserved_places(const Ui& ui, const Scene& legend) {
    std::vector<PixelBox> boxes = reserved_by_buttons(ui);
    boxes.insert(boxes.begin(), legend_box(ui, legend_card(ui, legend)));
    return boxes;
}

bool frames_fit(const AppState& state, const std::vector<PixelBox>& reserved) {
    const Catalogue& catalogue = state.loaded->world->catalogue;
    const MapShapes& shapes = *shown_geometry(state).shapes;
    InsetQuestion question{state.request.filter.prefectures, state.view, map_text_scale, reserved,
                           12};
    const std::size_t beside = place_insets(catalogue, shapes, question).size();
    if (beside == wanted_insets(catalogue, shapes, question)) {
        return true;
    }
    question.reserved.clear();
    return beside == place_insets(catalogue, shapes, question).size();
}

/// How large the country can be beside what covers the map, of what it would be without; 0: there
/// is no room for it.
double MapRoom::share_beside(const Ui& ui, const std::vector<PixelBox>& covered) {
    constexpr double least_share = 0.7;
    constexpr std::size_t most_known = 16;
    const AppState& state = ui.state;
    if (!has_room_for_insets(state.view)) {
        return 0;
    }
    const MapShapes& shapes = shown_shapes(state);
    const double width_px = state.view.width_px;
    const double height_px = state.view.height_px;
    const auto known = std::find_if(rooms_.begin(), rooms_.end(), [&](const CountryRoom& room) {
        return room.shapes == &shapes && room.width_px == width_px && room.height_px == height_px &&
               room.covered == covered;
    });
    if (known != rooms_.end()) {
        return known->share;
    }
    FreeViewQuestion question;
    question.parts = main_island_parts(ui.world().catalogue, shapes);
    question.covered = covered;
    question.width_px = width_px;
    question.height_px = height_px;
    question.least_share = least_share;
    const FreeView found = free_view(question);
    if (rooms_.size() >= most_known) {
        rooms_.clear();
    }
    rooms_.push_back({&shapes, width_px, height_px, covered, found.all_seen ? found.share : 0});
    return rooms_.back().share;
}

const std::vector<Scene>& MapRoom::legends_of_all_modes(const Ui& ui) {
    const AppState& state = ui.state;
    const AnalysisAnswer* answer = state.analysis.answer.get();
    if (all_legends_.snapshot != state.snapshot_version || all_legends_.answer != answer ||
        all_legends_.layout != state.request.layout) {
        all_legends_ = {state.snapshot_version, answer, state.request.layout, {}};
        for (const Classification& classes : classes_of_all_modes(state)) {
            all_legends_.legends.push_back(legend_scene(state, classes));
        }
    }
    return all_legends_.legends;
}

/// A card that holds the legend of every mode in a form.
LegendShape MapRoom::largest_legend(const Ui& ui, LegendForm form) {
    LegendShape largest{form, largest_legend_row_px, {0, 0}};
    for (const Scene& legend : legends_of_all_modes(ui)) {
        const LegendShape shape = legend_shape(ui, legend, form);
        largest.size.x = std::max(largest.size.x, shape.size.x);
        largest.size.y = std::max(largest.size.y, shape.size.y);
    }
    return largest;
}

/// The card that every legend stands in; empty if the window is too small for one.
std::optional<LegendShape> MapRoom::common_card(const Ui& ui) {
    if (ui.state.legend_names) {
        return largest_legend(ui, legend_wanted(ui.state));
    }
    for (const auto& [form, share] : worth_of_all) {
        const LegendShape shape = largest_legend(ui, form);
        if (share_beside(ui, reserved_with(ui, shape)) >= share) {
            return shape;
        }
    }
    return std::nullopt;
}

/// How much one legend says in the common card, or else in a card of its own.
LegendForm MapRoom::form_of(const Ui& ui, const Scene& legend,
                            const std::optional<LegendShape>& common) {
    for (const auto& [form, share] : worth_of_one) {
        const LegendShape own = legend_shape(ui, legend, form);
        if (own.form != form) {
            continue;
        }
        const bool fits = common ? own.size.x <= common->size.x && own.size.y <= common->size.y
                                 : share_beside(ui, reserved_with(ui, own)) >= share;
        if (fits) {
            return form;
        }
    }
    return LegendForm::button;
}

/// Decides how much of the legend is shown, and lets the view keep clear of all that lies over the
/// map in whatever mode, so that the map stands still while modes are compared.
MapRoom::Reserved MapRoom::make(const Ui& ui, const Scene& legend) {
    AppState& state = ui.state;
    if (state.request.layout == MapLayout::tiles) {
        constexpr double least_width_px = 600;
        state.legend_room =
            state.view.width_px >= least_width_px ? LegendForm::names : LegendForm::brief;
        const std::vector<PixelBox> now = reserved_places(ui, legend);
        take_covered(state, now);
        return {now, now};
    }
    const std::optional<LegendShape> common = common_card(ui);
    if (!state.legend_names) {
        state.legend_room = form_of(ui, legend, common);
    }
    const std::vector<PixelBox> now = reserved_places(ui, legend);
    const std::vector<PixelBox> always = common ? reserved_with(ui, *common) : now;
    take_covered(state, share_beside(ui, always) > 0 ? always : now);
    if (state.home && !state.legend_names && has_room_for_insets(state.view) &&
        !frames_fit(state, now)) {
        state.legend_room = LegendForm::button;  // far islands are a part of the country
        const std::vector<PixelBox> button = reserved_places(ui, legend);
        take_covered(state, button);
        return {button, button};
    }
    return {now, always};
}

}  // namespace miraimap::gui
