// SPDX-License-Identifier: MIT
#include "app/gui/data_table_view.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <iterator>

#include "app/gui/data_table_tools.hpp"
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

    void draw();

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
    void copy();
    void follow_choice(float row_height);
    void row(int position);
    void cell(int row, int column);
    void right_aligned(const std::string& text, FontUse use);
    void click(int position, const std::vector<int>& places);

    const Ui& ui_;
    DataTable& table_;
    const TableSource& source_;
    const TableLook& look_;
    const std::vector<TableColumn>& columns_;
    std::string name_;
    bool copy_wanted_ = false;
};

void Drawer::set_up() {
    std::vector<std::string> keys;
    ImGui::TableSetupScrollFreeze(0, 1 + (look_.pinned ? 1 : 0) + (table_.filters_shown ? 1 : 0));
    for (int column = 0; column < count(); ++column) {
        const TableColumn& c = at(column);
        keys.push_back(c.key);
        ImGui::TableSetupColumn(c.heading.in(ui_.lang()).c_str(),
                                ImGuiTableColumnFlags_WidthStretch |
                                    (c.sorted ? ImGuiTableColumnFlags_DefaultSort : 0) |
                                    (c.shown ? 0 : ImGuiTableColumnFlags_DefaultHide) |
                                    (c.number ? ImGuiTableColumnFlags_PreferSortDescending : 0),
                                c.weight, static_cast<ImGuiID>(column));
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
        ImGui::InputTextWithHint(
            "##filter", ui_.tr(at(column).number ? T::filter_number_hint : T::filter_word_hint),
            filter.data(), filter.size());
        ui_.probe("filter-column:" + std::to_string(column));
        ImGui::PopID();
    }
}

void Drawer::take_sorting() {
    const ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
    if (specs == nullptr) {
        return;
    }
    table_.sort.clear();
    for (int i = 0; i < specs->SpecsCount; ++i) {
        table_.sort.emplace_back(specs->Specs[i].ColumnUserID,
                                 specs->Specs[i].SortDirection == ImGuiSortDirection_Ascending);
    }
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

/// The columns as they stand, without the hidden ones.
void Drawer::copy() {
    std::vector<int> shown;
    ImGuiTable* table = ImGui::GetCurrentTable();
    for (int i = 0; i < count(); ++i) {
        const auto column = table->DisplayOrderToIndex[i];
        if ((ImGui::TableGetColumnFlags(column) & ImGuiTableColumnFlags_IsEnabled) != 0) {
            shown.push_back(column);
        }
    }
    ImGui::SetClipboardText(table_as_tsv(table_, source_, shown, ui_.lang()).c_str());
    const std::string rows = with_commas(std::ssize(table_.rows));
    show_notice(
        ui_.state,
        {false, {fill(T::copied_rows, Lang::ja, rows), fill(T::copied_rows, Lang::en, rows)}});
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
    if (found != table_.rows.end()) {
        ImGui::SetScrollY(static_cast<float>(found - table_.rows.begin()) * row_height);
    }
}

/// A click as in every view; Shift adds the rows from the last one on.
void Drawer::click(int position, const std::vector<int>& places) {
    AppState& state = ui_.state;
    const ImGuiIO& io = ImGui::GetIO();
    const int primary = state.chosen.primary;
    const auto last =
        primary < 0 ? table_.rows.end()
                    : std::find(table_.rows.begin(), table_.rows.end(), source_.row_of(primary));
    if (io.KeyShift && last != table_.rows.end()) {
        const auto own = table_.rows.begin() + position;
        std::vector<int> between;
        for (auto it = std::min(last, own); it <= std::max(last, own); ++it) {
            const std::vector<int> more = source_.places(*it);
            between.insert(between.end(), more.begin(), more.end());
        }
        between.insert(between.end(), places.rbegin(), places.rend());
        choose(state, SetChange::add, between);
    } else {
        choose_group(state, places, io.KeyCtrl);
        if (!io.KeyCtrl && look_.clicked) {
            look_.clicked(table_.rows[static_cast<std::size_t>(position)]);
        }
    }
    table_.scrolled_to = state.chosen.primary;
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
            if (ImGui::Selectable("##row", chosen == Marked::all,
                                  ImGuiSelectableFlags_SpanAllColumns)) {
                click(position, places);
            }
            ui_.probe(look_.probe(position, row));
            if (ImGui::IsItemHovered()) {
                hover(ui_.state, places);
                if (ImGui::IsMouseDoubleClicked(0) && places.size() == 1) {
                    zoom_to_municipality(ui_.state, places.front());
                } else if (ImGui::IsMouseDoubleClicked(0)) {
                    zoom_to_places(ui_.state, places);
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

void Drawer::draw() {
    update_rows(ui_.state, table_, source_);
    const TableWishes wishes = table_tools(ui_, table_, source_, look_.note);
    copy_wanted_ = wishes.copy;
    if (wishes.columns) {
        open_columns_menu(ImGui::GetID(name_.c_str()));
    }
    ImGui::PushFont(ui_.font(FontUse::small));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(ui_.px(5), ui_.px(3)));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui_.px(6), ui_.px(2)));
    ImGui::SetCursorPosX(ui_.px(size::pad_px - 5));
    const ImVec2 extent(ImGui::GetWindowWidth() - ui_.px(2 * size::pad_px - 10),
                        ImGui::GetContentRegionAvail().y - ui_.px(4));
    const ImGuiID id = ImGui::GetID(name_.c_str());
    const bool sideways = extent.x < least_width_px();
    if (ImGui::BeginTable(name_.c_str(), count(),
                          ImGuiTableFlags_Sortable | ImGuiTableFlags_SortMulti |
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
        if (copy_wanted_) {
            copy();
        }
        if (look_.pinned) {
            pinned_row();
        }
        const float row_height = ImGui::GetTextLineHeight() + 2 * ui_.px(3);
        follow_choice(row_height);
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(table_.rows.size()), row_height);
        while (clipper.Step()) {
            for (int position = clipper.DisplayStart; position < clipper.DisplayEnd; ++position) {
                row(position);
            }
        }
        ImGui::EndTable();
    }
    std::vector<std::string> keys;
    std::vector<std::string> names;
    for (const TableColumn& column : columns_) {
        keys.push_back(column.key);
        names.push_back(column.heading.in(ui_.lang()));
    }
    keep_table_layout(ui_, look_.key, id, keys, names);
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
}

}  // namespace

void data_table(const Ui& ui, DataTable& table, const TableSource& source, const TableLook& look) {
    Drawer(ui, table, source, look).draw();
}

}  // namespace miraimap::gui
