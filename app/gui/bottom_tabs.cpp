// SPDX-License-Identifier: MIT
#include "app/gui/bottom_tabs.hpp"

#include "app/gui/analysis_panels.hpp"
#include "app/gui/panel_actions.hpp"
#include "app/gui/panels.hpp"

namespace miraimap::gui {

const std::vector<BottomTab>& bottom_tabs() {
    static const std::vector<BottomTab> tabs{
        {"prefectures", T::tab_prefectures, "とどうふけんべつ", coverage_panel},
        {"places", T::tab_places, "しちょうそん", places_panel},
        {"selections", T::tab_selections, "せんていいちらん", selections_panel},
        {"charts", T::tab_charts, "ねんどとぎじゅつ", charts_panel},
        {"gaps", T::tab_gaps, "くうはくいき", gaps_panel, true},
        {"peers", T::tab_peers, "てほんをさがす", peers_panel, true},
        {"adopters", T::tab_adopters, "ひろげるさき", adopters_panel, true},
        {"distances", T::tab_distances, "きょり", distances_panel, true},
        {"neighbours", T::tab_neighbours, "となり", neighbours_panel, true},
        {"what-if", T::tab_plan, "かていとていあん", plan_panel, true},
        {"years", T::tab_years, "ねんどのつみあげ", years_panel, true},
        {"table", T::tab_table, "てもとのひょう", table_panel, true},
    };
    return tabs;
}

void open_tab(AppState& state, const std::string& key) {
    state.layout.tab = key;
    show_panel(state, Panel::bottom);
}

const BottomTab& shown_tab(const AppState& state) {
    for (const BottomTab& tab : bottom_tabs()) {
        if (state.layout.tab == tab.key) {
            return tab;
        }
    }
    return bottom_tabs().front();
}

}  // namespace miraimap::gui
