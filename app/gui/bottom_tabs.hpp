// SPDX-License-Identifier: MIT
// The tabs of the bottom panel. A new table or chart is one line in bottom_tabs.cpp.
#pragma once

#include <string>
#include <vector>

#include "app/gui/ui.hpp"

namespace miraimap::gui {

struct BottomTab {
    const char* key;             ///< stable: remembered in settings and sessions
    T name;                      ///< on the tab, and of the command that opens it
    const char* reading;         ///< of the Japanese name, in kana
    void (*draw)(const Ui& ui);  ///< draws into the current child, which has the whole area
};

/// In the order they stand.
const std::vector<BottomTab>& bottom_tabs();

/// Opens a tab by its key, and the panel with it.
void open_tab(AppState& state, const std::string& key);

/// The tab that is shown: the one the reader chose, else the first.
const BottomTab& shown_tab(const AppState& state);

}  // namespace miraimap::gui
