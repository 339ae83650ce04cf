// SPDX-License-Identifier: MIT
#include "app/gui/frame_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/gui/sizes.hpp"

namespace miraimap::gui {
namespace {

constexpr float least_left_px = 200;
constexpr float most_left_px = 520;
constexpr float least_right_px = 240;
constexpr float most_right_px = 900;
constexpr float least_bottom_px = 130;
/// What the map keeps while side panels are pulled over it.
constexpr float least_map_width_px = 260;
constexpr float least_map_height_px = 120;
/// Below this the bottom panel starts as a row of tabs: the map needs the height.
constexpr float roomy_height_px = 760;
/// Below this the tables also take the width under the details: a table needs width first.
constexpr float roomy_width_px = 1600;

float least_px(Panel panel) {
    return panel == Panel::left ? least_left_px
                                : (panel == Panel::right ? least_right_px : least_bottom_px);
}

/// Widths of the two side panels before anyone chose.
std::pair<float, float> side_widths_px(float width_px) {
    if (width_px >= 1700) {
        return {320, 460};
    }
    if (width_px >= 1450) {
        return {290, 400};
    }
    if (width_px >= 1200) {
        return {272, 356};
    }
    return {240, 306};
}

float body_height_px(float height_px) {
    return std::max(0.0F, height_px - size::top_bar_px - size::status_bar_px);
}

struct Shown {
    bool left = true;
    bool right = true;
};

/// In a window without room for both, the one the reader asked for stays; the filters otherwise.
Shown sides_shown(const LayoutChoices& choices, float width_px) {
    Shown shown{choices.left.shown.value_or(true), choices.right.shown.value_or(true)};
    if (shown.left && shown.right &&
        width_px < least_left_px + least_right_px + least_map_width_px) {
        const bool right_asked = choices.right.shown.has_value() && !choices.left.shown.has_value();
        (right_asked ? shown.left : shown.right) = false;
    }
    if (width_px < least_right_px + least_map_width_px / 2) {
        shown.left = shown.left && choices.left.shown.has_value();
    }
    return shown;
}

/// Widths that fit together, in whole pixels; hidden panels are 0.
std::pair<float, float> fitted_widths_px(const LayoutChoices& choices, float width_px) {
    const Shown shown = sides_shown(choices, width_px);
    const auto [left_default, right_default] = side_widths_px(width_px);
    float left = shown.left ? std::clamp(choices.left.size_px.value_or(left_default), least_left_px,
                                         most_left_px)
                            : 0;
    float right = shown.right ? std::clamp(choices.right.size_px.value_or(right_default),
                                           least_right_px, most_right_px)
                              : 0;
    const auto lacking = [&] { return least_map_width_px - (width_px - left - right); };
    if (shown.right && lacking() > 0) {
        right = std::max(least_right_px, right - lacking());
    }
    if (shown.left && lacking() > 0) {
        left = std::max(least_left_px, left - lacking());
    }
    return {std::floor(std::min(left, width_px)),
            std::floor(std::min(right, std::max(0.0F, width_px - left)))};
}

float fitted_bottom_px(const LayoutChoices& choices, float height_px) {
    const float body = body_height_px(height_px);
    const float wanted =
        choices.bottom.size_px.value_or(std::clamp(height_px * 0.27F, 190.0F, 360.0F));
    const float most =
        std::max(least_bottom_px, body - size::sentence_bar_px - least_map_height_px);
    return std::floor(std::clamp(wanted, least_bottom_px, most));
}

FrameLayout full_map(float width_px, float height_px) {
    FrameLayout out;
    const float sentence = std::min(size::sentence_bar_px, height_px);
    const float status = std::min(size::status_bar_px, height_px - sentence);
    out.sentence = {0, 0, width_px, sentence};
    out.map = {0, sentence, width_px, height_px - sentence - status};
    out.status = {0, height_px - status, width_px, status};
    return out;
}

}  // namespace

PanelChoice& choice_of(LayoutChoices& choices, Panel panel) {
    return panel == Panel::left ? choices.left
                                : (panel == Panel::right ? choices.right : choices.bottom);
}

FrameLayout arrange(const LayoutChoices& choices, float width_px, float height_px) {
    if (choices.full_map) {
        return full_map(width_px, height_px);
    }
    FrameLayout out;
    const float top = std::min(size::top_bar_px, height_px);
    const float status = std::min(size::status_bar_px, height_px - top);
    const float body = height_px - top - status;
    const auto [left, right] = fitted_widths_px(choices, width_px);
    out.top = {0, 0, width_px, top};
    out.status = {0, height_px - status, width_px, status};
    out.bottom_open = panel_shown(choices, Panel::bottom, width_px, height_px);
    const float bottom = std::min(
        out.bottom_open ? fitted_bottom_px(choices, height_px) : std::min(tab_row_px, body), body);
    const bool wide_bottom = width_px < roomy_width_px;
    const float centre = width_px - left - right;
    out.left = {0, top, left, body};
    out.right = {width_px - right, top, right, wide_bottom ? body - bottom : body};
    out.bottom = {left, top + body - bottom, wide_bottom ? width_px - left : centre, bottom};
    const float sentence = std::min(size::sentence_bar_px, body - bottom);
    out.sentence = {left, top, centre, sentence};
    out.map = {left, top + sentence, centre, body - bottom - sentence};
    return out;
}

float panel_size_px(const LayoutChoices& choices, Panel panel, float width_px, float height_px) {
    if (panel == Panel::bottom) {
        return fitted_bottom_px(choices, height_px);
    }
    const auto [left, right] = fitted_widths_px(choices, width_px);
    return panel == Panel::left ? left : right;
}

bool panel_shown(const LayoutChoices& choices, Panel panel, float width_px, float height_px) {
    if (panel == Panel::bottom) {
        return choices.bottom.shown.value_or(height_px >= roomy_height_px);
    }
    const Shown shown = sides_shown(choices, width_px);
    return panel == Panel::left ? shown.left : shown.right;
}

void toggle_panel(LayoutChoices& choices, Panel panel, float width_px, float height_px) {
    const bool shown = !choices.full_map && panel_shown(choices, panel, width_px, height_px);
    choices.full_map = false;
    choice_of(choices, panel).shown = !shown;
    if (shown || panel == Panel::bottom) {
        return;
    }
    // Where only one side has room, opening one closes the other.
    const Panel other = panel == Panel::left ? Panel::right : Panel::left;
    if (!panel_shown(choices, panel, width_px, height_px)) {
        choice_of(choices, other).shown = false;
    }
}

void drag_panel(LayoutChoices& choices, Panel panel, float size_px) {
    PanelChoice& choice = choice_of(choices, panel);
    const float least = least_px(panel);
    choice.shown = size_px >= least / 2;
    if (*choice.shown) {
        choice.size_px = std::max(least, std::floor(size_px));
    }
}

}  // namespace miraimap::gui
