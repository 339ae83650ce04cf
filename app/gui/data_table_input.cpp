// SPDX-License-Identifier: MIT
#include "app/gui/data_table_input.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr const char* menu = "##row-menu";

void choose_between(const TableHand& hand, int from, int to, SetChange how) {
    std::vector<int> between;
    const int step = from <= to ? 1 : -1;
    // The last one given becomes the primary place.
    for (int position = from; position != to + step; position += step) {
        const std::vector<int> more =
            hand.source.places(hand.table.rows[static_cast<std::size_t>(position)]);
        between.insert(between.end(), more.rbegin(), more.rend());
    }
    choose(hand.ui.state, how, between);
}

int position_of_primary(const TableHand& hand) {
    const int primary = hand.ui.state.chosen.primary;
    return primary < 0 ? -1 : position_of(hand.table, hand.source.row_of(primary));
}

/// Up, down, a page, the first or the last row; empty: no such key.
std::optional<int> walked(const TableHand& hand, int now) {
    const auto pressed = [](int key) { return ImGui::IsKeyPressed(key, true); };
    const int last = static_cast<int>(hand.table.rows.size()) - 1;
    const int page = std::max(1, hand.rows_in_sight - 1);
    std::optional<int> to;
    if (pressed(GLFW_KEY_UP)) {
        to = now - 1;
    } else if (pressed(GLFW_KEY_DOWN)) {
        to = now + 1;
    } else if (pressed(GLFW_KEY_PAGE_UP)) {
        to = now - page;
    } else if (pressed(GLFW_KEY_PAGE_DOWN)) {
        to = now + page;
    } else if (pressed(GLFW_KEY_HOME)) {
        to = 0;
    } else if (pressed(GLFW_KEY_END)) {
        to = last;
    }
    return to ? std::optional(std::clamp(*to, 0, last)) : std::nullopt;
}

void walk_to(const TableHand& hand, int position) {
    DataTable& table = hand.table;
    table.cursor = table.rows[static_cast<std::size_t>(position)];
    const int anchor = position_of(table, table.anchor);
    if (ImGui::GetIO().KeyShift && anchor >= 0) {
        choose_between(hand, anchor, position, SetChange::replace);
    } else {
        table.anchor = table.cursor;
        if (!hand.look.own_click) {
            choose_group(hand.ui.state, hand.source.places(table.cursor), false);
        }
    }
    hover(hand.ui.state, hand.source.places(table.cursor));
    table.scrolled_to = hand.ui.state.chosen.primary;
}

void choose_all(const TableHand& hand) {
    std::vector<int> all;
    for (const int row : hand.table.rows) {
        const std::vector<int> more = hand.source.places(row);
        all.insert(all.end(), more.begin(), more.end());
    }
    // The first row's place keeps the details.
    std::reverse(all.begin(), all.end());
    if (!all.empty()) {
        choose(hand.ui.state, SetChange::replace, all);
        hand.table.scrolled_to = hand.ui.state.chosen.primary;
    }
}

}  // namespace

bool any_table_has_keyboard(const AppState& state) {
    return !state.table_keys.key.empty() &&
           state.table_keys.drawn_frame + 1 >= ImGui::GetFrameCount();
}

bool has_keyboard(const Ui& ui, const std::string& table_key) {
    return ui.state.table_keys.key == table_key;
}

void follow_keyboard(const Ui& ui, const std::string& table_key, ImVec2 low, ImVec2 high) {
    TableKeys& keys = ui.state.table_keys;
    const bool inside = ImGui::IsMouseHoveringRect(low, high, false);
    const bool pressed = ImGui::IsMouseClicked(0) || ImGui::IsMouseClicked(1);
    const bool free = !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    if (std::exchange(keys.focus_wanted, false) || (pressed && inside && free)) {
        keys.key = table_key;
        ui.state.key_ring.focused = 0;
    } else if (keys.key == table_key &&
               ((pressed && !inside && free) || ImGui::IsKeyPressed(GLFW_KEY_ESCAPE, false))) {
        keys.key.clear();
    }
    if (keys.key == table_key) {
        keys.drawn_frame = ImGui::GetFrameCount();
    }
}

int click_row(const TableHand& hand, int position) {
    AppState& state = hand.ui.state;
    DataTable& table = hand.table;
    const ImGuiIO& io = ImGui::GetIO();
    const int row = table.rows[static_cast<std::size_t>(position)];
    const std::vector<int> places = hand.source.places(row);
    const int last = position_of_primary(hand);
    int own = -1;
    if (io.KeyShift && last >= 0) {
        choose_between(hand, last, position, SetChange::add);
    } else if (io.KeyCtrl || !hand.look.own_click) {
        choose_group(state, places, io.KeyCtrl);
        if (!io.KeyCtrl && hand.look.clicked) {
            hand.look.clicked(row);
        }
    } else {
        own = row;
    }
    table.cursor = table.anchor = row;
    table.scrolled_to = state.chosen.primary;
    return own;
}

int take_table_keys(const TableHand& hand, int& clicked_row) {
    TableKeys& keys = hand.ui.state.table_keys;
    DataTable& table = hand.table;
    const bool own = keys.key.empty() || keys.key == hand.look.key;
    if (own && std::exchange(keys.copy_wanted, false)) {
        copy_rows(hand, rows_to_copy(hand.ui.state, table, hand.source));
    }
    if (own && std::exchange(keys.choose_all_wanted, false)) {
        choose_all(hand);
    }
    if (keys.key != hand.look.key || ImGui::GetIO().WantTextInput || table.rows.empty() ||
        ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) {
        return -1;
    }
    int now = position_of(table, table.cursor);
    now = now < 0 ? position_of_primary(hand) : now;
    if (const std::optional<int> to = walked(hand, now)) {
        walk_to(hand, *to);
        return *to;
    }
    if (now < 0) {
        return -1;
    }
    const int row = table.rows[static_cast<std::size_t>(now)];
    if (ImGui::IsKeyPressed(GLFW_KEY_ENTER, false) ||
        ImGui::IsKeyPressed(GLFW_KEY_KP_ENTER, false)) {
        if (hand.look.own_click) {
            clicked_row = row;
        } else {
            show_row_on_map(hand, row);
        }
    } else if (ImGui::IsKeyPressed(GLFW_KEY_MENU, false) ||
               (ImGui::GetIO().KeyShift && ImGui::IsKeyPressed(GLFW_KEY_F10, false))) {
        open_row_menu(hand, row);
    } else if (ImGui::IsKeyPressed(GLFW_KEY_SPACE, false)) {
        choose_group(hand.ui.state, hand.source.places(row), true);
        table.scrolled_to = hand.ui.state.chosen.primary;
    }
    return -1;
}

void show_row_on_map(const TableHand& hand, int row) {
    const std::vector<int> places = hand.source.places(row);
    if (places.size() == 1) {
        zoom_to_municipality(hand.ui.state, places.front());
    } else {
        zoom_to_places(hand.ui.state, places);
    }
}

void copy_rows(const TableHand& hand, const std::vector<int>& rows) {
    const std::string text = table_as_tsv(rows, hand.source, hand.shown_columns, hand.ui.lang());
    ImGui::SetClipboardText(text.c_str());
    hand.ui.state.table_keys.copied = text;
    const std::string count = with_commas(std::ssize(rows));
    show_notice(
        hand.ui.state,
        {false, {fill(T::copied_rows, Lang::ja, count), fill(T::copied_rows, Lang::en, count)}});
}

void open_row_menu(const TableHand& hand, int row) {
    hand.table.cursor = hand.table.anchor = row;
    hand.ui.state.table_keys.menu_wanted = hand.look.key;
}

void row_menu(const TableHand& hand) {
    const Ui& ui = hand.ui;
    TableKeys& keys = ui.state.table_keys;
    if (keys.menu_wanted == hand.look.key) {
        keys.menu_wanted.clear();
        ImGui::OpenPopup(menu);
    }
    begin_menu_style(ui);
    if (ImGui::BeginPopup(menu, ImGuiWindowFlags_NoMove)) {
        const int row = hand.table.cursor;
        const bool there = row >= 0 && row < hand.source.row_count();
        const std::vector<int> places = there ? hand.source.places(row) : std::vector<int>{};
        const bool chosen = chosen_of(ui.state, places) == Marked::all;
        const std::vector<std::string> labels{
            ui.tr(T::row_show), ui.tr(chosen ? T::row_drop : T::row_choose), ui.tr(T::row_copy)};
        const float width = menu_width_px(ui, labels);
        if (menu_row(ui, "row-show", labels[0], width, MenuMark::plain, !places.empty())) {
            show_row_on_map(hand, row);
        }
        if (menu_row(ui, "row-choose", labels[1], width, MenuMark::plain, !places.empty())) {
            choose_group(ui.state, places, true);
            hand.table.scrolled_to = ui.state.chosen.primary;
        }
        if (menu_row(ui, "row-copy", labels[2], width, MenuMark::plain, there)) {
            copy_rows(hand, {row});
        }
        esc_closes_popup();
        ImGui::EndPopup();
    }
    end_menu_style();
}

void empty_table(const Ui& ui, DataTable& table, const TableSource& source, float width_px) {
    if (!table.emptied) {
        table.emptied = why_empty(ui.state, table, source);
    }
    const EmptyTable why = *table.emptied;
    ImGui::BeginGroup();
    text_in(ui, FontUse::small_bold, ui.colours.text,
            ui.tr(why.no_rows ? T::table_no_rows : T::table_empty));
    if (why.none_in_brush) {
        text_in(ui, FontUse::small, ui.colours.text, ui.tr(T::table_none_in_brush), width_px);
        if (link_button(ui, "table-end-brush", ui.tr(T::brush_end))) {
            end_brush(ui.state);
        }
    }
    if (why.none_chosen) {
        text_in(ui, FontUse::small, ui.colours.text, ui.tr(T::table_none_chosen), width_px);
        if (link_button(ui, "table-show-all", ui.tr(T::rows_all))) {
            table.chosen_only = false;
        }
    }
    for (const int column : why.columns) {
        auto& filter = table.filters[static_cast<std::size_t>(column)];
        const TableColumn& own = source.columns()[static_cast<std::size_t>(column)];
        const std::string typed = filter.data();
        const bool mistyped = own.number && !is_number_filter(typed);
        text_in(ui, FontUse::small, mistyped ? ui.colours.bad : ui.colours.text,
                fill(mistyped ? T::table_mistyped : T::table_emptied_by, ui.lang(),
                     own.heading.in(ui.lang()), typed),
                width_px);
        if (link_button(ui, "table-clear-" + own.key, ui.tr(T::table_clear_column))) {
            filter.fill('\0');
        }
    }
    ImGui::EndGroup();
}

}  // namespace miraimap::gui
