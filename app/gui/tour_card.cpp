// SPDX-License-Identifier: MIT
#include "app/gui/tour_card.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/gui/tour.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr float card_px = 340;
constexpr float least_card_px = 210;
constexpr float pad_px = 14;
constexpr float edge_px = 8;     ///< between the card and the window's edge
constexpr float outline_px = 4;  ///< around what is pointed at
constexpr float buttons_px = 34;

constexpr ImGuiWindowFlags card_flags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav;

void begin_card_window(const Ui& ui, const char* id, const ScreenRect& at) {
    ImGui::SetNextWindowPos({at.x, at.y});
    ImGui::SetNextWindowSize({at.width, at.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.card);
    ImGui::Begin(id, nullptr, card_flags);
}

void end_card_window() {
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

/// Heights and distances of a card at scale 1; tight in a low window.
struct Spacing {
    float gap = 16;  ///< between the card and what it points at
    float top = 10;
    float head = 30;  ///< title and what is below it
    float above_buttons = 8;
    float bottom = 8;
};

Spacing spacing_of(const Ui& ui) {
    const bool low = ImGui::GetIO().DisplaySize.y < ui.px(400);
    return low ? Spacing{8, 6, 24, 3, 4} : Spacing{};
}

/// What a card says below its head, and how much room that takes.
struct Words {
    std::string text;
    std::string small;  ///< may be empty

    [[nodiscard]] float height(const Ui& ui, float width) const {
        const float inner = width - ui.px(2 * pad_px);
        float height = text_size(ui, FontUse::small, text, inner).y;
        if (!small.empty()) {
            height += ui.px(4) + text_size(ui, FontUse::small, small, inner).y;
        }
        const Spacing space = spacing_of(ui);
        return ui.px(space.top + space.head) + height +
               ui.px(space.above_buttons + buttons_px + space.bottom);
    }
};

/// Where a card may stand: inside the window, beside a place.
struct Room {
    const Ui& ui;
    const ScreenRect& place;
    const Words& words;
    ImVec2 screen = ImGui::GetIO().DisplaySize;

    [[nodiscard]] float within(float wanted, float extent, float all) const {
        const float edge = ui.px(edge_px);
        return std::floor(std::clamp(wanted, edge, std::max(edge, all - extent - edge)));
    }

    /// Right or left of the place; empty without room.
    [[nodiscard]] ScreenRect at_its_side() const {
        const float edge = ui.px(edge_px);
        const float gap = ui.px(spacing_of(ui).gap);
        const float right = screen.x - (place.x + place.width) - gap - edge;
        const float left = place.x - gap - edge;
        for (const bool is_right : {true, false}) {
            const float width = std::min(ui.px(card_px), std::floor(is_right ? right : left));
            const float height = words.height(ui, width);
            if (width >= ui.px(least_card_px) && height <= screen.y - 2 * edge) {
                const float x = is_right ? place.x + place.width + gap : place.x - gap - width;
                const float y = place.y + std::min(place.height / 2 - height / 2, ui.px(60));
                return {std::floor(x), within(y, height, screen.y), width, height};
            }
        }
        return {};
    }

    /// Below or above the place; empty without room.
    [[nodiscard]] ScreenRect below_or_above() const {
        const float gap = ui.px(spacing_of(ui).gap);
        const float edge = ui.px(edge_px / 2);
        const float width = std::min(ui.px(card_px), screen.x - ui.px(2 * edge_px));
        const float height = words.height(ui, width);
        const float x = within(place.x + place.width / 2 - width / 2, width, screen.x);
        const float below = std::floor(place.y + place.height + gap);
        if (below + height <= screen.y - edge) {
            return {x, below, width, height};
        }
        const float above = std::floor(place.y - gap - height);
        return above >= edge ? ScreenRect{x, above, width, height} : ScreenRect{};
    }
};

/// The card beside a place, along its longer edge if it can; empty without room.
ScreenRect card_beside(const Ui& ui, const ScreenRect& place, const Words& words) {
    const Room room{ui, place, words};
    const bool flat = place.width > 0.9F * place.height;
    const ScreenRect first = flat ? room.below_or_above() : room.at_its_side();
    if (first.width > 0) {
        return first;
    }
    return flat ? room.at_its_side() : room.below_or_above();
}

/// Everything but a place becomes dark; the place gets an outline and an arrow from the card.
/// Without a place all is as it is; the window of this is begun all the same, before the card's, so
/// that the card stands above it.
void draw_spotlight(const Ui& ui, const ScreenRect& place, const ScreenRect& card) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(screen);
    ImGui::Begin("##tour-dim", nullptr,
                 card_flags | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground);
    if (place.width <= 0) {
        ImGui::End();
        return;
    }
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float line = ui.px(outline_px);
    const ImVec2 low(std::max(1.0F, place.x - line), std::max(1.0F, place.y - line));
    const ImVec2 high(std::min(screen.x - 1, place.x + place.width + line),
                      std::min(screen.y - 1, place.y + place.height + line));
    const ImU32 dark = IM_COL32(0, 0, 0, ui.state.theme == Theme::light ? 105 : 140);
    list->AddRectFilled({0, 0}, {screen.x, low.y}, dark);
    list->AddRectFilled({0, high.y}, screen, dark);
    list->AddRectFilled({0, low.y}, {low.x, high.y}, dark);
    list->AddRectFilled({high.x, low.y}, {screen.x, high.y}, dark);
    list->AddRect(low, high, ui.colours.card, ui.px(6), 0, ui.px(4));
    list->AddRect(low, high, ui.colours.accent, ui.px(6), 0, ui.px(2.4F));
    // From the middle of the card's near side to the nearest point of the place.
    const ImVec2 middle(card.x + card.width / 2, card.y + card.height / 2);
    const ImVec2 tip(std::clamp(middle.x, low.x, high.x), std::clamp(middle.y, low.y, high.y));
    const bool sideways = tip.x <= card.x || tip.x >= card.x + card.width;
    const float half = ui.px(9);
    if (sideways) {
        const float x = tip.x < middle.x ? card.x : card.x + card.width;
        const float y = std::clamp(tip.y, card.y + 2 * half, card.y + card.height - 2 * half);
        list->AddTriangleFilled({tip.x, y}, {x, y - half}, {x, y + half}, ui.colours.accent);
    } else {
        const float y = tip.y < middle.y ? card.y : card.y + card.height;
        const float x = std::clamp(tip.x, card.x + 2 * half, card.x + card.width - 2 * half);
        list->AddTriangleFilled({x, tip.y}, {x - half, y}, {x + half, y}, ui.colours.accent);
    }
    ImGui::End();
}

void card_head(const Ui& ui, std::size_t step, T title, float width) {
    const float y = ui.px(spacing_of(ui).top);
    const std::string number = fill(T::tour_step, ui.lang(), step + 1, tour_steps);
    ImGui::SetCursorPos({ui.px(pad_px), y});
    text_in_line(ui, FontUse::body_bold, ui.colours.text, ui.tr(title), width - ui.px(110));
    const float number_width = text_size(ui, FontUse::small, number).x;
    ImGui::SetCursorPos({width - ui.px(40) - number_width, y + ui.px(2)});
    text_in(ui, FontUse::small, ui.colours.text_muted, number);
    ImGui::SetCursorPos({width - ui.px(34), y - ui.px(4)});
    if (icon_button(ui, "tour-close", Icon::close, ui.tr(T::tour_close), true, 28)) {
        end_tour(ui.state);
    }
}

void card_buttons(const Ui& ui, std::size_t step, float width, float y) {
    const bool last = step + 1 == tour_steps;
    const std::string next = ui.tr(last ? T::tour_done : T::tour_next);
    const float next_width = text_size(ui, FontUse::small_bold, next).x + ui.px(28);
    ImGui::SetCursorPos({width - ui.px(pad_px) - next_width, y});
    if (primary_button(ui, "tour-next", next)) {
        go_to_tour_step(ui.state, step + 1);
    }
    tooltip_for_item(ui, ui.tr(T::tour_next_hint));
    if (step > 0) {
        const float back_width = text_size(ui, FontUse::small, ui.tr(T::tour_back)).x + ui.px(12);
        ImGui::SetCursorPos({width - ui.px(pad_px + 10) - next_width - back_width, y + ui.px(3)});
        if (link_button(ui, "tour-back", ui.tr(T::tour_back))) {
            go_to_tour_step(ui.state, step - 1);
        }
        tooltip_for_item(ui, ui.tr(T::tour_back_hint));
    }
}

}  // namespace

void tour_card(const Ui& ui, const TourPoint& point, std::size_t step, T title, T text) {
    const Words words{ui.tr(text), point.opens_with ? ui.tr(T::tour_small) : ""};
    ScreenRect card = card_beside(ui, point.place, words);
    const bool points = card.width > 0 && point.place.width > 0;
    if (points) {
        (*ui.probes)["tour-target"] = point.place;
    } else {
        // Nothing to point at: in the middle.
        const ImVec2 screen = ImGui::GetIO().DisplaySize;
        const float width = std::min(ui.px(card_px), screen.x - ui.px(2 * edge_px));
        const float height = words.height(ui, width);
        card = {(screen.x - width) / 2, std::max(0.0F, (screen.y - height) / 2), width, height};
    }
    draw_spotlight(ui, points ? point.place : ScreenRect{}, card);
    (*ui.probes)["tour"] = card;
    begin_card_window(ui, "##tour", card);
    card_head(ui, step, title, card.width);
    const float inner = card.width - ui.px(2 * pad_px);
    const Spacing space = spacing_of(ui);
    ImGui::SetCursorPos({ui.px(pad_px), ui.px(space.top + space.head)});
    text_in(ui, FontUse::small, ui.colours.text, words.text, inner);
    if (!words.small.empty()) {
        ImGui::SetCursorPos(
            {ui.px(pad_px), ui.px(space.top + space.head + 4) +
                                text_size(ui, FontUse::small, words.text, inner).y});
        text_in(ui, FontUse::small, ui.colours.text_muted, words.small, inner);
    }
    card_buttons(ui, step, card.width, card.height - ui.px(buttons_px + space.bottom));
    end_card_window();
}

void tour_offer(const Ui& ui) {
    constexpr float top_px = 10;
    constexpr float title_px = 26;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const bool low = screen.y < ui.px(400);
    const float width = std::min(ui.px(320), screen.x - ui.px(2 * edge_px));
    const float inner = width - ui.px(2 * pad_px);
    const std::string text = low ? "" : fill(T::tour_offer_text, ui.lang(), tour_steps);
    const float words = low ? 0 : text_size(ui, FontUse::small, text, inner).y + ui.px(6);
    const float height = ui.px(top_px + title_px) + words + ui.px(buttons_px + 10);
    const float above = bar_heights(ui.state.window_height_px).status;
    begin_card_window(
        ui, "##tour-offer",
        {screen.x - width - ui.px(edge_px), screen.y - height - ui.px(above + 8), width, height});
    ImGui::SetCursorPos({ui.px(pad_px), ui.px(top_px)});
    text_in_line(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::tour_offer_title), inner);
    ui.probe("tour-offer");
    if (!low) {
        ImGui::SetCursorPos({ui.px(pad_px), ui.px(top_px + title_px)});
        text_in(ui, FontUse::small, ui.colours.text_muted, text, inner);
    }
    const float y = height - ui.px(buttons_px + 8);
    const float start = text_size(ui, FontUse::small_bold, ui.tr(T::tour_start)).x + ui.px(28);
    const float later = text_size(ui, FontUse::small, ui.tr(T::tour_later)).x + ui.px(12);
    ImGui::SetCursorPos({width - ui.px(pad_px) - start, y});
    if (primary_button(ui, "tour-start", ui.tr(T::tour_start))) {
        start_tour(ui.state);
    }
    ImGui::SetCursorPos({width - ui.px(pad_px + 10) - start - later, y + ui.px(3)});
    if (link_button(ui, "tour-later", ui.tr(T::tour_later))) {
        ui.state.tour.offered = false;
    }
    end_card_window();
}

}  // namespace miraimap::gui
