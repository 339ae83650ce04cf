// SPDX-License-Identifier: MIT
#include "app/gui/data_table_view.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <iterator>

#include "app/gui/data_table_heading.hpp"
#include "app/gui/data_table_input.hpp"
#include "app/gui/data_table_tools.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

class Drawer {
public:
    Drawer(const Ui& ui, DataTable& table, const TableSource& source, const TableLook& look)
        : ui_(ui),
          table_(table),
          source_(source),
          look_(look),
          columns_(source.columns()),
          name_("##" + look.key) {}

    TableTouch draw();

private:
    [[nodiscard]] int count() const { return static_cast<int>(columns_.size()); }
    [[nodiscard]] const TableColumn& at(int column) const {
        return columns_[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] float least_width_px() const;
    void set_up();
    void headings();
    void filters();
    void take_sorting();
    void pinned_row();
    void follow_choice(float row_height);
    [[nodiscard]] TableHand hand() const;
    void keys(float row_height);
    void rows(float row_height);
    void row(int position);
    void tail_rows();
    void cell(int row, int column);
    void right_aligned(const std::string& text, FontUse use);

    const Ui& ui_;
    DataTable& table_;
    const TableSource& source_;
    const TableLook& look_;
    const std::vector<TableColumn>& columns_;
    std::string name_;
    bool copy_wanted_ = false;
    bool sorted_anew_ = false;
    std::vector<int> menu_columns_;
    TableTouch touch_;
};

void Drawer::set_up() {
    std::vector<std::string> keys;
    const std::vector<float> weights =
        start_weights(columns_, ImGui::GetContentRegionAvail().x / ui_.scale);
    ImGui::TableSetupScrollFreeze(0, 1 + (look_.pinned ? 1 : 0) + (table_.filters_shown ? 1 : 0));
    for (int column = 0; column < count(); ++column) {
        const TableColumn& c = at(column);
        keys.push_back(c.key);
        ImGui::TableSetupColumn(c.heading.in(ui_.lang()).c_str(),
                                ImGuiTableColumnFlags_WidthStretch |
                                    (c.sorted ? ImGuiTableColumnFlags_DefaultSort : 0) |
                                    (c.shown ? 0 : ImGuiTableColumnFlags_DefaultHide) |
                                    (c.number ? ImGuiTableColumnFlags_PreferSortDescending : 0),
                                weights[static_cast<std::size_t>(column)],
                                static_cast<ImGuiID>(column));
    }
    apply_table_layout(ui_, look_.key, keys);
}

/// Headings stand over their column: words at the left, numbers at the right.
void Drawer::headings() {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    ImGui::PushStyleColor(ImGuiCol_Text, ui_.colours.text_muted);
    for (int column = 0; column < count(); ++column) {
        if (!ImGui::TableSetColumnIndex(column)) {
            continue;
        }
        const std::string& name = at(column).heading.in(ui_.lang());
        ImGui::PushID(column);
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        const bool sorted =
            (ImGui::TableGetColumnFlags(column) & ImGuiTableColumnFlags_IsSorted) != 0;
        const float room = width - (sorted ? ui_.px(22) : 0);
        const std::string shown = shorten(ui_, FontUse::small, name, room);
        ImGui::TableHeader(("##" + at(column).key).c_str());
        ui_.probe("sort:" + at(column).key);
        heading_keys(ui_, column);
        const float x = at(column).number
                            ? corner.x + room - text_size(ui_, FontUse::small, shown).x
                            : corner.x;
        ImGui::GetWindowDrawList()->AddText(
            {x, corner.y}, sorted ? ui_.colours.text : ui_.colours.text_muted, shown.c_str());
        if (shown != name) {
            tooltip_for_item(ui_, name);
        }
        ImGui::PopID();
    }
    ImGui::PopStyleColor();
}

void Drawer::filters() {
    ImGui::TableNextRow(ImGuiTableRowFlags_None);
    for (int column = 0; column < count(); ++column) {
        if (!ImGui::TableSetColumnIndex(column)) {
            continue;
        }
        auto& filter = table_.filters[static_cast<std::size_t>(column)];
        ImGui::PushID(column);
        ImGui::SetNextItemWidth(-1);
        const bool mistyped = at(column).number && !is_number_filter(filter.data());
        if (mistyped) {
            ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, ui_.px(1.5F));
            ImGui::PushStyleColor(ImGuiCol_Border, ui_.colours.bad);
        }
        before_field(ui_, ImGui::GetID("##filter"));
        ImGui::InputTextWithHint(
            "##filter", ui_.tr(at(column).number ? T::filter_number_hint : T::filter_word_hint),
            filter.data(), filter.size());
        after_field(ui_);
        ui_.probe("filter-column:" + std::to_string(column));
        if (mistyped) {
            ImGui::PopStyleColor();
            ImGui::PopStyleVar();
        }
        ImGui::PopID();
    }
}

void Drawer::take_sorting() {
    const ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
    if (specs == nullptr) {
        return;
    }
    std::vector<SortStep> sort;
    for (int i = 0; i < specs->SpecsCount; ++i) {
        sort.emplace_back(specs->Specs[i].ColumnUserID,
                          specs->Specs[i].SortDirection == ImGuiSortDirection_Ascending);
    }
    // Whoever sorts wants to see the first rows.
    sorted_anew_ = sort != table_.sort && table_.drawn;
    table_.sort = std::move(sort);
}

void Drawer::right_aligned(const std::string& text, FontUse use) {
    const float room = ImGui::GetContentRegionAvail().x;
    const std::string shown = shorten(ui_, use, text, room);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() +
                         std::max(0.0F, room - text_size(ui_, use, shown).x));
    text_in(ui_, use, ui_.colours.text, shown);
}

void Drawer::pinned_row() {
    ImGui::TableNextRow();
    for (int column = 0; column < count(); ++column) {
        if (!ImGui::TableSetColumnIndex(column) ||
            (look_.draw_cell && look_.draw_cell(-1, column))) {
            continue;
        }
        const std::string text = look_.pinned(column);
        if (at(column).number) {
            right_aligned(text, FontUse::small_bold);
        } else {
            text_in_line(ui_, FontUse::small_bold, ui_.colours.text, text,
                         ImGui::GetContentRegionAvail().x);
        }
    }
}

/// The columns as they stand, without the hidden ones. Inside the table only.
TableHand Drawer::hand() const {
    TableHand hand{ui_, table_, source_, look_, {}, 1};
    const ImGuiTable* table = ImGui::GetCurrentTable();
    for (int i = 0; i < count(); ++i) {
        const auto column = table->DisplayOrderToIndex[i];
        if ((ImGui::TableGetColumnFlags(column) & ImGuiTableColumnFlags_IsEnabled) != 0) {
            hand.shown_columns.push_back(column);
        }
    }
    const float row_height = ImGui::GetTextLineHeight() + 2 * ui_.px(3);
    const float frozen = row_height * (look_.pinned ? 2 : 1) +
                         (table_.filters_shown ? ImGui::GetFrameHeight() + 2 * ui_.px(3) : 0);
    hand.rows_in_sight = std::max(
        1, static_cast<int>((table->InnerWindow->InnerRect.GetHeight() - frozen) / row_height));
    return hand;
}

/// A place chosen elsewhere is brought into sight.
void Drawer::follow_choice(float row_height) {
    const int primary = ui_.state.chosen.primary;
    if (table_.scrolled_to == primary) {
        return;
    }
    table_.scrolled_to = primary;
    const int wanted = primary < 0 ? -1 : source_.row_of(primary);
    const auto found = std::find(table_.rows.begin(), table_.rows.end(), wanted);
    if (found == table_.rows.end()) {
        return;
    }
    // A row that is in sight stays under the pointer that chose it.
    const float top = static_cast<float>(found - table_.rows.begin()) * row_height;
    const float seen = static_cast<float>(hand().rows_in_sight) * row_height;
    const float scroll = ImGui::GetScrollY();
    if (top < scroll || top + row_height > scroll + seen) {
        ImGui::SetScrollY(top);
    }
}

void Drawer::keys(float row_height) {
    const TableHand hand = this->hand();
    menu_columns_ = hand.shown_columns;
    if (copy_wanted_) {
        copy_rows(hand, table_.rows);
    }
    const int position = take_table_keys(hand, touch_.clicked);
    if (position >= 0) {
        const float top = static_cast<float>(position) * row_height;
        const float lowest = top - static_cast<float>(hand.rows_in_sight - 1) * row_height;
        ImGui::SetScrollY(std::clamp(ImGui::GetScrollY(), std::max(0.0F, lowest), top));
    } else if (sorted_anew_) {
        ImGui::SetScrollY(0);
    }
}

void Drawer::cell(int row, int column) {
    if (look_.draw_cell && look_.draw_cell(row, column)) {
        return;
    }
    const std::string text = source_.cell(row, column);
    if (at(column).number) {
        right_aligned(text, FontUse::small);
        return;
    }
    text_in_line(ui_, FontUse::small, ui_.colours.text, text, ImGui::GetContentRegionAvail().x);
}

void Drawer::row(int position) {
    const int row = table_.rows[static_cast<std::size_t>(position)];
    const std::vector<int> places = source_.places(row);
    const Marked chosen = chosen_of(ui_.state, places);
    ImGui::PushID(row);
    ImGui::TableNextRow();
    if (hovered_of(ui_.state, places)) {
        ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, ui_.colours.field_hover);
    }
    bool first = true;
    for (int column = 0; column < count(); ++column) {
        const bool visible = ImGui::TableSetColumnIndex(column);
        if (first && visible) {
            // Spans all columns, wherever the first one stands.
            mark_partly_chosen(ui_, chosen);
            const ImVec2 corner = ImGui::GetCursorPos();
            if (ImGui::Selectable("##row", chosen == Marked::all || row == look_.marked,
                                  ImGuiSelectableFlags_SpanAllColumns)) {
                const int own = click_row(hand(), position);
                touch_.clicked = own >= 0 ? own : touch_.clicked;
            }
            if (const std::string probe = look_.probe(position, row); !probe.empty()) {
                ui_.probe(probe);
            }
            if (row == table_.cursor && has_keyboard(ui_, look_.key)) {
                ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(),
                                                    ImGui::GetItemRectMax(), ui_.colours.accent, 0,
                                                    0, ui_.px(1.6F));
            }
            if (ImGui::IsItemHovered()) {
                touch_.hovered = row;
                hover(ui_.state, places);
                if (ImGui::IsMouseDoubleClicked(0)) {
                    show_row_on_map(hand(), row);
                } else if (ImGui::IsMouseClicked(1)) {
                    open_row_menu(hand(), row);
                }
            }
            ImGui::SetCursorPos(corner);
            first = false;
        }
        if (visible) {
            cell(row, column);
        }
    }
    ImGui::PopID();
}

/// Below this the table scrolls sideways: words of one letter say nothing.
float Drawer::least_width_px() const {
    constexpr float least_column_px = 62;
    const auto& tables = ui_.state.layout.tables;
    const auto chosen = tables.find(look_.key);
    std::ptrdiff_t shown = 0;
    if (chosen != tables.end()) {
        shown = std::count_if(chosen->second.begin(), chosen->second.end(),
                              [](const ColumnLayout& column) { return column.shown; });
    } else {
        shown = std::count_if(columns_.begin(), columns_.end(),
                              [](const TableColumn& column) { return column.shown; });
    }
    return ui_.px(least_column_px) * static_cast<float>(shown);
}

/// What belongs to no row stands below all of them.
void Drawer::tail_rows() {
    for (int row = 0; row < look_.tail_rows; ++row) {
        ImGui::TableNextRow();
        for (int column = 0; column < count(); ++column) {
            if (!ImGui::TableSetColumnIndex(column)) {
                continue;
            }
            const std::string text = look_.tail(row, column);
            if (at(column).number) {
                right_aligned(text, FontUse::small);
            } else {
                text_in_line(ui_, FontUse::small, ui_.colours.text_muted, text,
                             ImGui::GetContentRegionAvail().x);
            }
        }
    }
}

void Drawer::rows(float row_height) {
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(table_.rows.size()), row_height);
    while (clipper.Step()) {
        for (int position = clipper.DisplayStart; position < clipper.DisplayEnd; ++position) {
            row(position);
        }
    }
    tail_rows();
}

TableTouch Drawer::draw() {
    update_rows(ui_.state, table_, source_);
    if (look_.tools) {
        const TableWishes wishes = table_tools(ui_, table_, source_, look_.note, look_.pad_px);
        copy_wanted_ = wishes.copy;
        if (wishes.columns) {
            open_columns_menu(ImGui::GetID(name_.c_str()));
        }
    }
    ImGui::PushFont(ui_.font(FontUse::small));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(ui_.px(5), ui_.px(3)));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui_.px(6), ui_.px(2)));
    const float row_height = ImGui::GetTextLineHeight() + 2 * ui_.px(3);
    ImGui::SetCursorPosX(std::max(0.0F, ui_.px(look_.pad_px - 5)));
    const bool empty = table_.rows.empty() && look_.tail_rows == 0;
    // Headings and filters only: below them stands why.
    const float room = ImGui::GetContentRegionAvail().y - ui_.px(4);
    const float head = row_height * (look_.pinned ? 2.3F : 1.3F) +
                       (table_.filters_shown ? ImGui::GetFrameHeight() + 2 * ui_.px(3) : 0);
    const ImVec2 extent(ImGui::GetWindowWidth() - 2 * std::max(0.0F, ui_.px(look_.pad_px - 5)),
                        empty ? std::min(head, room) : room);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const ImVec2 high(low.x + extent.x, low.y + room);
    const ImGuiID id = ImGui::GetID(name_.c_str());
    const bool sideways = extent.x < least_width_px();
    const bool sorted_at_start = std::any_of(columns_.begin(), columns_.end(),
                                             [](const TableColumn& c) { return c.sorted; });
    if (ImGui::BeginTable(name_.c_str(), count(),
                          ImGuiTableFlags_Sortable | ImGuiTableFlags_SortMulti |
                              (sorted_at_start ? 0 : ImGuiTableFlags_SortTristate) |
                              ImGuiTableFlags_Resizable | ImGuiTableFlags_Reorderable |
                              ImGuiTableFlags_Hideable | ImGuiTableFlags_ScrollY |
                              ImGuiTableFlags_BordersInner | ImGuiTableFlags_NoSavedSettings |
                              (sideways ? ImGuiTableFlags_ScrollX : 0),
                          extent, sideways ? least_width_px() : 0)) {
        set_up();
        headings();
        if (table_.filters_shown) {
            filters();
        }
        take_sorting();
        update_rows(ui_.state, table_, source_);
        if (look_.pinned) {
            pinned_row();
        }
        follow_choice(row_height);
        keys(row_height);
        rows(row_height);
        table_.drawn = true;
        ImGui::EndTable();
    }
    follow_keyboard(ui_, look_.key, low, high);
    if (has_keyboard(ui_, look_.key)) {
        // Beside the first letters, not through them.
        const float out = ui_.px(4);
        ImGui::GetWindowDrawList()->AddRect({low.x - out, low.y}, {high.x + out, high.y},
                                            ui_.colours.accent, ui_.px(4), 0, ui_.px(1.4F));
    }
    if (empty) {
        ImGui::SetCursorPosX(std::max(ui_.px(4), ui_.px(look_.pad_px)));
        empty_table(ui_, table_, source_, extent.x - ui_.px(16));
    }
    row_menu({ui_, table_, source_, look_, menu_columns_, 1});
    std::vector<std::string> keys;
    std::vector<std::string> names;
    for (const TableColumn& column : columns_) {
        keys.push_back(column.key);
        names.push_back(column.heading.in(ui_.lang()));
    }
    keep_table_layout(ui_, look_.key, id, keys, names);
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
    return touch_;
}

}  // namespace

TableTouch data_table(const Ui& ui, DataTable& table, const TableSource& source,
                      const TableLook& look) {
    return Drawer(ui, table, source, look).draw();
}

}  // namespace miraimap::gui
