// SPDX-License-Identifier: MIT
// The window's own small controls: chips, segmented switches, icon buttons, cards, pills.
//
// Promises: every control is at least 28 px high, says its state by shape as well as by colour, and
// never cuts text without an ellipsis and a tooltip that shows it whole.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "app/gui/ui.hpp"

namespace miraimap::gui {

enum class Icon : std::uint8_t {
    search,
    plus,
    minus,
    home,
    sun,
    moon,
    undo,
    redo,
    close,
    download,
    chevron_left,
    chevron_right,
    chevron_down,
    chevron_up,
    check,
    question,
    panel_left,
    panel_right,
    panel_bottom,
    full_map,
    leave_full_map,
    play,
    pause,
    history,
    tiles,
    map,
    filter,
    more,
};

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size_px, ImU32 colour);

/// Text in another font and colour; wraps at `wrap_px` (0: at the content's right edge, < 0:
/// never).
void text_in(const Ui& ui, FontUse use, ImU32 colour, const std::string& text, float wrap_px = -1);
ImVec2 text_size(const Ui& ui, FontUse use, const std::string& text, float wrap_px = -1);
/// The text, shortened with "…" if it is wider.
std::string shorten(const Ui& ui, FontUse use, const std::string& text, float width_px);
/// One line of at most `width_px`, shortened with an ellipsis; a tooltip then shows the whole.
void text_in_line(const Ui& ui, FontUse use, ImU32 colour, const std::string& text, float width_px);

/// A rounded filter value with its live count (< 0: without one). True if clicked.
bool chip(const Ui& ui, const std::string& id, const std::string& label, int count, bool on);
/// A chip without a count. True if clicked.
bool plain_chip(const Ui& ui, const std::string& id, const std::string& label, bool on);
/// Width that `chip` will take.
float chip_width_px(const Ui& ui, const std::string& label, int count);
/// A filter value over the whole width, its label wrapped, its count at the right. True if clicked.
bool row_chip(const Ui& ui, const std::string& id, const std::string& label, int count, bool on,
              const ImU32* swatch = nullptr);
/// A switch between a few values; returns the chosen index.
int segmented(const Ui& ui, const std::string& id, std::initializer_list<const char*> labels,
              int chosen, float width_px = 0);
/// A square button with an icon and a tooltip.
bool icon_button(const Ui& ui, const std::string& id, Icon icon, const char* tooltip,
                 bool enabled = true, float size_px = 32);
/// A filled button for the main action.
bool primary_button(const Ui& ui, const std::string& id, const std::string& label,
                    const Icon* icon = nullptr, bool enabled = true);
/// A quiet button that looks like a link.
bool link_button(const Ui& ui, const std::string& id, const std::string& label);
/// A small rounded label that cannot be clicked.
void pill(const Ui& ui, const std::string& label, ImU32 fill, ImU32 text);
float pill_width_px(const Ui& ui, const std::string& label);
/// Goes on in the same line if the next thing of that width still fits, with a gap.
void flow(const Ui& ui, float next_width_px, bool first, float gap_px = 6);

/// A stroke at the left of a table's current row whose places are chosen, thin where only some are.
void mark_partly_chosen(const Ui& ui, Marked chosen);

void hairline(const Ui& ui, float space_px = 8);
void space(const Ui& ui, float height_px);
/// A tooltip with the product's padding for the last item.
void tooltip_for_item(const Ui& ui, const std::string& text);
/// The same above the item, where what stands beside it must stay readable.
void tooltip_above_item(const Ui& ui, const std::string& text);

/// The look of a list in a popup; around ImGui::BeginPopup … EndPopup.
void begin_menu_style(const Ui& ui);
void end_menu_style();
/// What stands before a line of such a list: nothing, an empty ring, a filled one.
enum class MenuMark : std::uint8_t { plain, off, on };
/// A line of the list; the arrow keys walk through the lines, Enter chooses. True if chosen.
/// @param closes  the list, once it was chosen
bool menu_row(const Ui& ui, const std::string& id, const std::string& label, float width_px,
              MenuMark mark = MenuMark::plain, bool enabled = true, bool closes = true);
/// As wide as the widest line.
float menu_width_px(const Ui& ui, const std::vector<std::string>& labels);
/// Before ImGui::EndPopup in every popup and dialog: Esc closes the innermost one, and only that.
/// True if it was closed so.
bool esc_closes_popup();
/// True in frames in which the pointer moved.
bool pointer_moved();

/// A bordered card as wide as the content; the height follows. Pairs with end_card.
void begin_card(const Ui& ui);
void end_card(const Ui& ui);
/// Width left in the line, inside the card if there is one.
float available_px();

/// Pushes the padding of a panel's content; scrolls by itself. Pairs with end_scroll.
void begin_scroll(const Ui& ui, const char* id, float height_px = 0);
void end_scroll();

/// 12,345
std::string with_commas(long long value);
/// 12.3 %
std::string percent(double share);

}  // namespace miraimap::gui
