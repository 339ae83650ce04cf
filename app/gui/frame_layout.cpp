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
/// What the map keeps while panels are pulled over it.
constexpr float least_map_width_px = 260;
constexpr float least_map_height_px = 120;
/// Part of the window's width that the map keeps beside panels nobody chose or pulled.
constexpr float map_share = 0.45F;
/// Below this the bottom panel starts as a row of tabs: the map needs the height.
constexpr float roomy_height_px = 760;
/// Below this the tables also take the width under the details: a table needs width first.
constexpr float roomy_width_px = 1600;
/// Below this the bars are lower.
constexpr float low_px = 400;
/// Below this the closed bottom panel has no row of tabs.
constexpr float very_low_px = 260;

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
    const BarHeights bars = bar_heights(height_px);
    return std::max(0.0F, height_px - bars.top - bars.status);
}

std::optional<Panel> page_of(const LayoutChoices& choices, float width_px, float height_px) {
    const bool is_page = choices.front && !has_room(*choices.front, width_px, height_px);
    return is_page ? choices.front : std::nullopt;
}

struct Shown {
    bool left = true;
    bool right = true;
};

/// In a window without room for both, the one asked for last stays; the filters otherwise.
Shown sides_shown(const LayoutChoices& choices, float width_px, float height_px) {
    const auto wanted = [&](Panel panel, const PanelChoice& choice) {
        return has_room(panel, width_px, height_px) &&
               (choice.shown.value_or(true) || choices.front == panel);
    };
    Shown shown{wanted(Panel::left, choices.left), wanted(Panel::right, choices.right)};
    if (shown.left && shown.right) {
        const bool right_asked =
            choices.front == Panel::right ||
            (choices.front != Panel::left && choices.right.shown && !choices.left.shown);
        const bool asked = right_asked || choices.right.shown || choices.front == Panel::left;
        const float map =
            asked ? least_map_width_px : std::max(least_map_width_px, width_px * map_share);
        if (width_px < least_left_px + least_right_px + map) {
            (right_asked ? shown.left : shown.right) = false;
        }
    }
    return shown;
}

/// Widths that fit together, in whole pixels; hidden panels are 0.
std::pair<float, float> fitted_widths_px(const LayoutChoices& choices, Shown shown,
                                         float width_px) {
    const auto [left_default, right_default] = side_widths_px(width_px);
    float left = shown.left ? std::clamp(choices.left.size_px.value_or(left_default), least_left_px,
                                         most_left_px)
                            : 0;
    float right = shown.right ? std::clamp(choices.right.size_px.value_or(right_default),
                                           least_right_px, most_right_px)
                              : 0;
    // What was pulled gives way only for the least map, what was not for the map's share too.
    const auto narrow = [&](float& own, float least, float map) {
        const float lacking = map - (width_px - left - right);
        if (own > 0 && lacking > 0) {
            own = std::max(least, own - lacking);
        }
    };
    const float share = std::max(least_map_width_px, width_px * map_share);
    narrow(right, least_right_px, choices.right.size_px ? least_map_width_px : share);
    narrow(left, least_left_px, choices.left.size_px ? least_map_width_px : share);
    narrow(right, least_right_px, least_map_width_px);
    return {std::floor(left), std::floor(right)};
}

float fitted_bottom_px(const LayoutChoices& choices, float height_px, bool roomy_tab) {
    constexpr float tall_share = 0.6F;
    constexpr float roomy_map_px = 320;  // that a table with much beside it leaves
    float usual = std::clamp(height_px * 0.27F, 190.0F, 360.0F);
    if (roomy_tab) {
        const float room = body_height_px(height_px) - bar_heights(height_px).sentence;
        usual = std::max(usual, std::min({height_px * 0.385F, 460.0F, room - roomy_map_px}));
    }
    const float wanted = choices.tall_bottom ? body_height_px(height_px) * tall_share
                                             : choices.bottom.size_px.value_or(usual);
    const float most =
        std::max(least_bottom_px,
                 body_height_px(height_px) - bar_heights(height_px).sentence - least_map_height_px);
    return std::floor(std::clamp(wanted, least_bottom_px, most));
}

FrameLayout full_map(float width_px, float height_px) {
    FrameLayout out;
    const BarHeights bars = bar_heights(height_px);
    const float sentence = std::min(bars.sentence, height_px);
    const float status = std::min(bars.status, height_px - sentence);
    out.sentence = {0, 0, width_px, sentence};
    out.map = {0, sentence, width_px, height_px - sentence - status};
    out.status = {0, height_px - status, width_px, status};
    return out;
}

PanelRect& rect_of(FrameLayout& frame, Panel panel) {
    return panel == Panel::left ? frame.left : (panel == Panel::right ? frame.right : frame.bottom);
}

}  // namespace

BarHeights bar_heights(float height_px) {
    if (height_px >= low_px) {
        return {size::top_bar_px, size::sentence_bar_px, size::status_bar_px, size::tab_row_px};
    }
    return {size::low_top_bar_px, size::low_sentence_bar_px, size::low_status_bar_px,
            height_px >= very_low_px ? size::low_tab_row_px : 0};
}

PanelChoice& choice_of(LayoutChoices& choices, Panel panel) {
    return panel == Panel::left ? choices.left
                                : (panel == Panel::right ? choices.right : choices.bottom);
}

bool has_room(Panel panel, float width_px, float height_px) {
    if (panel == Panel::bottom) {
        return body_height_px(height_px) >=
               least_bottom_px + bar_heights(height_px).sentence + least_map_height_px;
    }
    return width_px >= least_px(panel) + least_map_width_px;
}

FrameLayout arrange(const LayoutChoices& choices, float width_px, float height_px, bool roomy_tab) {
    if (choices.full_map) {
        return full_map(width_px, height_px);
    }
    FrameLayout out;
    const BarHeights bars = bar_heights(height_px);
    const float top = std::min(bars.top, height_px);
    const float status = std::min(bars.status, height_px - top);
    const float body = height_px - top - status;
    out.top = {0, 0, width_px, top};
    out.status = {0, height_px - status, width_px, status};
    out.page = page_of(choices, width_px, height_px);
    if (out.page) {
        rect_of(out, *out.page) = {0, top, width_px, body};
        out.bottom_open = out.page == Panel::bottom;
        return out;
    }
    const auto [left, right] =
        fitted_widths_px(choices, sides_shown(choices, width_px, height_px), width_px);
    out.bottom_open = panel_shown(choices, Panel::bottom, width_px, height_px);
    const float bottom = std::min(
        out.bottom_open ? fitted_bottom_px(choices, height_px, roomy_tab) : bars.tabs, body);
    const bool wide_bottom = width_px < roomy_width_px;
    const float centre = width_px - left - right;
    out.left = {0, top, left, body};
    out.right = {width_px - right, top, right, wide_bottom ? body - bottom : body};
    out.bottom = {left, top + body - bottom, wide_bottom ? width_px - left : centre, bottom};
    const float sentence = std::min(bars.sentence, body - bottom);
    out.sentence = {left, top, centre, sentence};
    out.map = {left, top + sentence, centre, body - bottom - sentence};
    return out;
}

bool panel_shown(const LayoutChoices& choices, Panel panel, float width_px, float height_px) {
    if (const std::optional<Panel> page = page_of(choices, width_px, height_px)) {
        return page == panel;
    }
    if (panel == Panel::bottom) {
        return has_room(panel, width_px, height_px) &&
               (choices.bottom.shown.value_or(height_px >= roomy_height_px) ||
                choices.front == panel);
    }
    const Shown shown = sides_shown(choices, width_px, height_px);
    return panel == Panel::left ? shown.left : shown.right;
}

void show_panel(LayoutChoices& choices, Panel panel, float width_px, float height_px) {
    choices.full_map = false;
    choices.front = panel;
    if (has_room(panel, width_px, height_px)) {
        choice_of(choices, panel).shown = true;
    }
}

void hide_panel(LayoutChoices& choices, Panel panel, float width_px, float height_px) {
    if (page_of(choices, width_px, height_px) != panel) {
        choice_of(choices, panel).shown = false;
    }
    if (choices.front == panel) {
        choices.front.reset();
    }
}

void toggle_panel(LayoutChoices& choices, Panel panel, float width_px, float height_px) {
    const bool shown = !choices.full_map && panel_shown(choices, panel, width_px, height_px);
    choices.full_map = false;
    (shown ? hide_panel : show_panel)(choices, panel, width_px, height_px);
}

void toggle_tall_bottom(LayoutChoices& choices, float width_px, float height_px) {
    const bool shown =
        !choices.full_map && panel_shown(choices, Panel::bottom, width_px, height_px);
    choices.tall_bottom = !(shown && choices.tall_bottom);
    show_panel(choices, Panel::bottom, width_px, height_px);
}

void drag_panel(LayoutChoices& choices, Panel panel, float size_px) {
    PanelChoice& choice = choice_of(choices, panel);
    const float least = least_px(panel);
    choice.shown = size_px >= least / 2;
    if (!*choice.shown && choices.front == panel) {
        choices.front.reset();
    }
    if (*choice.shown) {
        choice.size_px = std::max(least, std::floor(size_px));
        choices.tall_bottom = choices.tall_bottom && panel != Panel::bottom;
    }
}

void resize_panel(LayoutChoices& choices, Panel panel, float step_px, float width_px,
                  float height_px, bool roomy_tab) {
    if (choices.full_map || !panel_shown(choices, panel, width_px, height_px)) {
        show_panel(choices, panel, width_px, height_px);
        return;
    }
    const FrameLayout frame = arrange(choices, width_px, height_px, roomy_tab);
    if (frame.page) {
        return;  // it has all there is
    }
    const float now = panel == Panel::left    ? frame.left.width
                      : panel == Panel::right ? frame.right.width
                                              : frame.bottom.height;
    drag_panel(choices, panel, std::max(least_px(panel), now + step_px));
}

void forget_panel_sizes(LayoutChoices& choices) {
    choices.left = choices.right = choices.bottom = {};
    choices.tall_bottom = false;
    choices.front.reset();
}

}  // namespace miraimap::gui
