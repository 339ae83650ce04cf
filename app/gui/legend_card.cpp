// SPDX-License-Identifier: MIT
#include "app/gui/legend_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "shapes/legend.hpp"

namespace miraimap::gui {
namespace {

constexpr float least_row_px = 17;
/// Kept free above the legend, for the buttons of the map, and below it.
constexpr float beside_legend_px = 236;
/// Height of the chooser of the map mode, below which the legend of a tile grid stands.
constexpr float chooser_px = 34;
/// Left of the names: the swatch and a gap.
constexpr float swatch_px = 36;

bool has_names(LegendForm form) { return form == LegendForm::names || form == LegendForm::brief; }

float tiles_top_px(const AppState& state) { return 2 * map_margin_px(state) + chooser_px; }

/// Height for classes and circles, at scale 1.
float room_px(const AppState& state) {
    const float height = static_cast<float>(state.view.height_px);
    if (state.request.layout == MapLayout::country) {
        return height - beside_legend_px;
    }
    // The sea is open down to Kyushu.
    return static_cast<float>(free_height_on_grid_px(state)) - tiles_top_px(state) - 34;
}

/// Rows become lower where a long legend would reach the buttons above it.
float row_height_px(const Ui& ui, const Scene& scene, LegendForm form) {
    const auto rows = static_cast<float>(legend_lines(ui, scene, form).size() + 1);
    const float room = room_px(ui.state) - legend_circles_height_px(scene);
    return std::clamp(room / rows, least_row_px, largest_legend_row_px);
}

/// What the counts are of where the figures beside the map count otherwise; empty where they agree.
std::string unit_note(const Ui& ui) {
    const AppState& state = ui.state;
    if (state.request.wards != WardCount::all || state.modes.shown == nullptr) {
        return {};
    }
    return fill(T::legend_whole_cities, ui.lang(), with_commas(state.modes.shown->counted),
                with_commas(state.snapshot.table.total.municipalities));
}

std::string entry_words(const LegendEntry& entry, int among, Lang lang, LegendForm form) {
    const Text& name = form == LegendForm::brief ? entry.style.brief() : entry.style.name;
    std::string words = name.in(lang);
    const std::string& symbol = entry.symbol.in(lang);
    if (!symbol.empty() && symbol != words) {
        words += " " + symbol;
    }
    return among > 0 ? words + fmt::format(" (+{})", among) : words;
}

float line_width(const Ui& ui, const Scene& scene, const LegendLine& line, LegendForm form) {
    const bool bold = line.kind == LegendLineKind::group;
    const std::string words = words_of(ui, scene, line, form);
    const float own = text_size(ui, bold ? FontUse::small_bold : FontUse::small, words).x;
    const float counts = ui.px(20) + text_size(ui, FontUse::small_bold, with_commas(9999)).x;
    switch (line.kind) {
        case LegendLineKind::group:
            return own + counts;
        case LegendLineKind::entry: {
            // As wide whatever the numbers are, so that a filter does not move the map.
            constexpr int wide = 888;
            const LegendEntry& entry = scene.legend[line.entry];
            const std::string widest =
                entry_words(entry, entry.among_in.ja.empty() ? 0 : wide, ui.lang(), form);
            return ui.px(swatch_px + (entry.group.ja.empty() ? 0 : legend_indent_px)) +
                   text_size(ui, FontUse::small, widest).x + counts;
        }
        case LegendLineKind::tiny:
            return ui.px(swatch_px) + own;
        case LegendLineKind::among:
        case LegendLineKind::unit:
            break;
    }
    return own;
}

float circles_width(const Ui& ui, const CircleLegend& circles) {
    float width = 0;
    for (const CircleLegend::Step& step : circles.steps) {
        width = std::max(width, text_size(ui, FontUse::small, step.name.in(ui.lang())).x);
    }
    return width + ui.px(legend_circle_column_px(circles));
}

ImVec2 button_size(const Ui& ui) {
    return {text_size(ui, FontUse::small_bold, ui.tr(T::legend)).x + ui.px(46), ui.px(34)};
}

}  // namespace

float legend_circle_height_px(const CircleLegend::Step& step) {
    return std::max(22.0F, static_cast<float>(2 * step.radius_px) + 4);
}

float legend_circles_height_px(const Scene& scene) {
    float height = 0;
    for (const CircleLegend::Step& step : scene.circle_legend.steps) {
        height += legend_circle_height_px(step);
    }
    return height > 0 ? height + 6 : 0;
}

float legend_circle_column_px(const CircleLegend& circles) {
    return circles.steps.empty() ? 0 : static_cast<float>(2 * circles.steps.front().radius_px) + 12;
}

std::vector<LegendLine> legend_lines(const Ui& ui, const Scene& scene, LegendForm form) {
    std::vector<LegendLine> lines;
    const bool names = has_names(form);
    for (std::size_t i = 0; i < scene.legend.size(); ++i) {
        if (!scene.legend[i].listed) {
            continue;
        }
        if (names && !group_from(scene.legend, i).empty()) {
            lines.push_back({LegendLineKind::group, i});
        }
        lines.push_back({LegendLineKind::entry, i});
    }
    if (names && !among_note(scene.legend).ja.empty()) {
        lines.push_back({LegendLineKind::among, 0});
    }
    if (names && scene.explain_markers) {
        lines.push_back({LegendLineKind::tiny, 0});
    }
    if (names && !unit_note(ui).empty()) {
        lines.push_back({LegendLineKind::unit, 0});
    }
    return lines;
}

std::string words_of(const Ui& ui, const Scene& scene, const LegendLine& line, LegendForm form) {
    switch (line.kind) {
        case LegendLineKind::group:
            return scene.legend[line.entry].group.in(ui.lang());
        case LegendLineKind::tiny:
            return ui.tr(form == LegendForm::brief ? T::legend_tiny_brief : T::legend_tiny);
        case LegendLineKind::among:
            return among_note(scene.legend).in(ui.lang());
        case LegendLineKind::unit:
            return unit_note(ui);
        case LegendLineKind::entry:
            break;
    }
    const LegendEntry& entry = scene.legend[line.entry];
    return entry_words(entry, entry.among, ui.lang(), form);
}

ImVec2 legend_size(const Ui& ui, const Scene& scene, LegendForm form, float row_px) {
    const std::vector<LegendLine> lines = legend_lines(ui, scene, form);
    float inner = circles_width(ui, scene.circle_legend);
    if (has_names(form)) {
        const std::string unit = form == LegendForm::names ? ui.tr(T::legend_unit) : "";
        inner = std::max(inner, text_size(ui, FontUse::small_bold, ui.tr(T::legend)).x + ui.px(44) +
                                    text_size(ui, FontUse::small, unit).x);
        for (const LegendLine& line : lines) {
            inner = std::max(inner, line_width(ui, scene, line, form));
        }
    } else {
        inner =
            std::max(inner, ui.px(38) + text_size(ui, FontUse::small_bold, with_commas(9999)).x);
    }
    const auto rows = static_cast<float>(lines.size() + 1);
    return {std::ceil(inner + ui.px(2 * legend_pad_px)),
            std::ceil(ui.px(row_px * rows + 18 + legend_circles_height_px(scene)))};
}

LegendShape legend_shape(const Ui& ui, const Scene& scene, LegendForm wanted) {
    constexpr float most_width = 0.62F;
    const AppState& state = ui.state;
    const float width = ui.px(static_cast<float>(state.view.width_px));
    const float below_buttons = ui.px(room_px(state)) + ui.px(26);
    const float beside_buttons =
        state.request.layout == MapLayout::country && has_room_for_insets(state.view)
            ? ui.px(static_cast<float>(state.view.height_px) - 2 * map_margin_px(state))
            : 0;
    for (const LegendForm form : {LegendForm::names, LegendForm::brief, LegendForm::counts}) {
        const float row = row_height_px(ui, scene, form);
        const ImVec2 size = legend_size(ui, scene, form, row);
        if (form >= wanted && size.x <= width * most_width &&
            size.y <= std::max(below_buttons, beside_buttons)) {
            return {form, row, size};
        }
    }
    // The card would leave the map or meet the buttons: better a button that opens it.
    return {LegendForm::button, largest_legend_row_px, button_size(ui)};
}

ScreenRect legend_place(const Ui& ui, const LegendShape& shape) {
    const AppState& state = ui.state;
    const float margin = ui.px(map_margin_px(state));
    const ImVec2 extent = shape.size;
    if (state.request.layout == MapLayout::tiles) {
        return {margin, ui.px(tiles_top_px(state)), extent.x, extent.y};
    }
    const ScreenRect buttons = map_buttons_place(state);
    const float y = ui.px(static_cast<float>(state.view.height_px)) - margin - extent.y;
    // In a low map the buttons reach down to it: then it stands beside them.
    const bool beside = y < ui.px(buttons.y + buttons.height) + margin;
    const float right = beside ? ui.px(buttons.x) : ui.px(static_cast<float>(state.view.width_px));
    return {right - margin - extent.x, y, extent.x, extent.y};
}

LegendForm legend_wanted(const AppState& state) {
    if (state.legend_names) {
        return *state.legend_names ? LegendForm::names : LegendForm::counts;
    }
    return state.legend_room;
}

ScreenRect legend_card(const Ui& ui, const Scene& scene) {
    return legend_place(ui, legend_shape(ui, scene, legend_wanted(ui.state)));
}

}  // namespace miraimap::gui
