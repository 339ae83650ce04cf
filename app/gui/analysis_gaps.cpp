// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/core/place_words.hpp"
#include "app/gui/analysis_actions.hpp"
#include "app/gui/analysis_panels.hpp"
#include "app/gui/analysis_widgets.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

void controls(const Ui& ui) {
    Request request = ui.state.request;
    label_before(ui, ui.tr(T::a_rank));
    request.gap_rank = static_cast<GapRank>(segmented(
        ui, "gap-rank", {ui.tr(T::a_rank_number), ui.tr(T::a_rank_area), ui.tr(T::a_rank_depth)},
        static_cast<int>(request.gap_rank)));
    const bool outlined = request.outlined_gaps > 0;
    if (toggle(ui, "outlines", ui.tr(T::a_outlines), outlined)) {
        outline_regions(ui.state, !outlined);
        request.outlined_gaps = ui.state.request.outlined_gaps;
    }
    flow_toggle(ui, T::a_sea_links);
    const bool links = toggle(ui, "sea-links", ui.tr(T::a_sea_links), request.sea_links);
    flow_toggle(ui, T::a_prefecture_only);
    const bool prefecture =
        toggle(ui, "prefecture-only", ui.tr(T::a_prefecture_only), request.prefecture_only_is_gap);
    request.sea_links = links != request.sea_links;
    request.prefecture_only_is_gap = prefecture != request.prefecture_only_is_gap;
    if (request.gap_rank != ui.state.request.gap_rank || links || prefecture) {
        ui.state.analysis.chosen_region = -1;
        set_analysis(ui.state, request);
    }
}

/// A place that can be clicked, with the member it stands next to.
void detail_line(const Ui& ui, int place, const std::string& beside) {
    const Municipality& m = ui.world().catalogue.municipalities[static_cast<std::size_t>(place)];
    ImGui::PushID(place);
    if (link_button(ui, fmt::format("detail:{}", m.code), full_name(m, ui.lang()))) {
        choose(ui.state, place);
        zoom_to_municipality(ui.state, place);
    }
    if (ImGui::IsItemHovered()) {
        ui.state.hovered = place;
    }
    if (!beside.empty()) {
        ImGui::SameLine(0, ui.px(4));
        label_before(ui, beside);
        ImGui::NewLine();
    }
    ImGui::PopID();
}

void heading(const Ui& ui, const std::string& words) {
    space(ui, 4);
    text_in(ui, FontUse::small_bold, ui.colours.text, words, 0);
}

/// What the detail rows say of one region.
void region_details(const Ui& ui, const AnalysisAnswer& answer, int index) {
    const GapRegion& region = answer.regions[static_cast<std::size_t>(index)];
    text_in(ui, FontUse::body_bold, ui.colours.text,
            fill(T::a_region_title, ui.lang(), index + 1,
                 name_of(ui.world().catalogue, region).in(ui.lang())),
            0);
    if (!region.depth) {
        text_in(ui, FontUse::small, ui.colours.text, ui.tr(T::a_no_way), 0);
    }
    const auto& rows = answer.gap_details.table.rows;
    std::string last;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto* id = std::get_if<std::string>(&rows[r][0]);
        const auto* role = std::get_if<std::string>(&rows[r][1]);
        if (id == nullptr || role == nullptr || *id != region.id ||
            answer.gap_details.places[r].empty()) {
            continue;
        }
        if (*role != last) {
            last = *role;
            heading(ui, *role == "way_in" ? std::string(ui.tr(T::a_ways_in))
                        : *role == "nearest_covered"
                            ? std::string(ui.tr(T::a_nearest))
                            : fill(T::a_deepest, ui.lang(), region.depth.value_or(0)));
        }
        const ResultColumn plain{};
        const std::string km = cell_text(rows[r][7], plain);
        detail_line(ui, answer.gap_details.places[r].front(),
                    *role == "nearest_covered" ? fill(T::km, ui.lang(), km) : std::string());
    }
}

}  // namespace

void gaps_panel(const Ui& ui) {
    const PanelColumns columns = begin_panel(ui, 0.62F);
    const AnalysisAnswer* answer = answer_or_wait(ui);
    if (answer == nullptr) {
        return;
    }
    AnalysisState& analysis = ui.state.analysis;
    // The map's place marks its region, else the region that was chosen.
    const int under = ui.state.hovered < 0 ? -1 : region_of(*answer, ui.state.hovered);
    const int marked = under >= 0 ? under : analysis.chosen_region;
    const TableTouch touch = grid(ui, "gaps", answer->gaps.table, answer->serial, columns.table,
                                  marked, &answer->gaps.places);
    analysis.hovered_region = touch.hovered;
    if (touch.clicked >= 0) {
        choose_region(ui.state, touch.clicked);
    }
    begin_side(ui, "##region", columns.side);
    controls(ui);
    space(ui, 4);
    const int shown = touch.hovered >= 0 ? touch.hovered : marked;
    if (shown >= 0 && static_cast<std::size_t>(shown) < answer->regions.size()) {
        region_details(ui, *answer, shown);
    } else {
        put_words(ui, "gaps", answer->gaps.words);
        space(ui, 6);
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::a_region_hint), 0);
    }
    ImGui::EndChild();
}

}  // namespace miraimap::gui
