// SPDX-License-Identifier: MIT
// What a panel needs to draw itself: state, palette, fonts, language, scale.
//
// Promises: valid for one frame. `probe` records where things are, for tests and the guided tour,
// only while they ask for it.
#pragma once

#include <imgui.h>

#include <map>
#include <string>
#include <string_view>

#include "app/gui/app_state.hpp"
#include "app/gui/fonts.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/theme.hpp"
#include "app/gui/wishes.hpp"

namespace miraimap::gui {

/// Rectangle on the screen, in device pixels.
struct ScreenRect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
};

struct Ui {
    AppState& state;
    const Palette& colours;
    const FontSet& fonts;
    float scale = 1;
    Wishes& wishes;
    std::map<std::string, ScreenRect>* probes = nullptr;

    [[nodiscard]] Lang lang() const { return state.request.lang; }
    [[nodiscard]] float px(float value) const { return value * scale; }
    [[nodiscard]] const char* tr(T id) const { return text_of(id).in(lang()).c_str(); }
    [[nodiscard]] ImFont* font(FontUse use) const { return fonts.font(use); }
    [[nodiscard]] const World& world() const { return *state.loaded->world; }
    /// Remembers where the last item is.
    void probe(const std::string& id) const {
        if (probes != nullptr) {
            const ImVec2 low = ImGui::GetItemRectMin();
            const ImVec2 high = ImGui::GetItemRectMax();
            (*probes)[id] = {low.x, low.y, high.x - low.x, high.y - low.y};
        }
    }
};

}  // namespace miraimap::gui
