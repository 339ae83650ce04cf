// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "app/core/analysis.hpp"
#include "app/gui/data_table_view.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/selection_table.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {

void selections_panel(const Ui& ui) {
    TableLook look;
    look.key = "selections";
    look.probe = [](int position, int) { return fmt::format("selection:{}", position); };
    // What names no municipality has no place whose details would show it.
    look.clicked = [&](int row) {
        const int selection = ui.state.snapshot.passed[static_cast<std::size_t>(row)].selection;
        if (holders_of(ui.world(), static_cast<std::size_t>(selection)).empty()) {
            show_project(ui.state, selection);
        }
    };
    const SelectionSource source(ui.state);
    update_rows(ui.state, ui.state.selection_table, source);
    const auto& rows = ui.state.selection_table.rows;
    const auto again = std::count_if(rows.begin(), rows.end(), [&](int row) {
        return !ui.state.snapshot.passed[static_cast<std::size_t>(row)].counted;
    });
    if (again > 0) {
        look.note = fill(T::rows_again, ui.lang(), again);
    }
    data_table(ui, ui.state.selection_table, source, look);
}

std::string full_name(const Municipality& municipality, Lang lang) {
    if (municipality.prefecture < 1 || municipality.prefecture > prefecture_count) {
        return short_name(municipality, lang);
    }
    const std::string& prefecture =
        prefectures()[static_cast<std::size_t>(municipality.prefecture - 1)].name.in(lang);
    return lang == Lang::ja ? prefecture + " " + municipality.name_ja
                            : short_name(municipality, lang) + ", " + prefecture;
}

const std::string& short_name(const Municipality& municipality, Lang lang) {
    return lang == Lang::en && !municipality.name_en.empty() ? municipality.name_en
                                                             : municipality.name_ja;
}

std::pair<ImU32, ImU32> grade_colours(const Ui& ui, Grade grade) {
    for (const ClassStyle& style : grade_classes(ui.state.theme)) {
        if (style.key == key_of(grade)) {
            const ImU32 fill_colour = to_u32(style.fill);
            const ImU32 black = IM_COL32(22, 30, 34, 255);
            const ImU32 white = IM_COL32(255, 255, 255, 255);
            return {fill_colour,
                    contrast(fill_colour, white) >= contrast(fill_colour, black) ? white : black};
        }
    }
    return {ui.colours.field, ui.colours.text};
}

}  // namespace miraimap::gui
