// SPDX-License-Identifier: MIT
// The tabs of the bottom panel.
//
// How a tab is added: write `void my_panel(const Ui& ui)` in a file of its own, declare it in
// panels.hpp, put its name into texts.hpp (`tab_…`) and one line into the list of bottom_tabs.cpp:
// key, name, reading, function. The tab, its command, its place in the palette and the memory of
// what was open follow. The function draws into a child window that has the tab's whole area and
// does not scroll: begin_scroll() or a Dear ImGui table with its own scrolling goes inside. Places
// are chosen with choose() and hovered by AppState::hovered, which every view shares.
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
    bool roomy = false;          ///< a table and what it says beside it: more height at first
};

/// In the order they stand.
const std::vector<BottomTab>& bottom_tabs();

/// Opens a tab by its key, and the panel with it.
void open_tab(AppState& state, const std::string& key);

/// The tab that is shown: the one the reader chose, else the first.
const BottomTab& shown_tab(const AppState& state);

}  // namespace miraimap::gui
