// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr float widest_px = 480;
constexpr float narrowest_px = 240;
constexpr float margin_px = 12;
constexpr float sign_px = 26;
constexpr float scale_bar_px = 48;  ///< and what stands beside it at the lower edge
constexpr float loading_card_px = 130;

constexpr ImGuiWindowFlags floating = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                      ImGuiWindowFlags_NoSavedSettings |
                                      ImGuiWindowFlags_AlwaysAutoResize |
                                      ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav;

/// Where notices may stand: their lower edge and the room between left and right, on the screen.
struct Room {
    float left = 0;
    float right = 0;
    float bottom = 0;
};

/// At the foot of a panel beside the map, which they would cover otherwise.
Room room_in(const Ui& ui, const ScreenRect& panel) {
    const float margin = ui.px(margin_px);
    return {panel.x + margin, panel.x + panel.width - margin, panel.y + panel.height - margin};
}

/// Without a panel above the scale bar, beside the legend or, where that leaves too little, above.
Room room_for(const Ui& ui, const Scene& scene, ImVec2 low, ImVec2 extent) {
    Room room{low.x + ui.px(margin_px), low.x + extent.x - ui.px(margin_px),
              low.y + extent.y - ui.px(scale_bar_px)};
    if (ui.state.loading.running) {
        room.bottom -= ui.px(loading_card_px);
    }
    const ScreenRect legend = legend_card(ui, scene);
    const bool at_right = ui.state.request.layout != MapLayout::tiles;
    if (at_right) {
        const float beside = low.x + legend.x - ui.px(margin_px);
        if (beside - room.left >= ui.px(narrowest_px)) {
            room.right = beside;
        } else {
            room.bottom = std::min(room.bottom, low.y + legend.y - ui.px(margin_px));
        }
    }
    return room;
}

struct Drawn {
    float height = 0;
    bool closed = false;
};

/// What can be done with the file or the failure that a notice names. True if it is done with.
bool notice_buttons(const Ui& ui, const Notice& notice, std::size_t index) {
    bool done = false;
    const auto button = [&](const char* id, T words, bool first) {
        flow(ui, text_size(ui, FontUse::small, ui.tr(words)).x + ui.px(12), first);
        return link_button(ui, fmt::format("{}-{}", id, index), ui.tr(words));
    };
    if (!notice.file.empty()) {
        if (button("copy-path", T::notice_copy_path, true)) {
            ui.state.exporting.copied = notice.file.string();
            ImGui::SetClipboardText(ui.state.exporting.copied.c_str());
        }
        if (ui.state.exporting.can_open_folder &&
            button("open-folder", T::notice_open_folder, false)) {
            ui.wishes.open_folder_of = notice.file;
        }
    }
    if (notice.retry && button("retry", T::notice_retry, true)) {
        ui.state.exporting.wanted =
            ui.state.exporting.printing ? ExportDialog::printing : ExportDialog::exporting;
        done = true;
    }
    return done;
}

/// A tick or an exclamation mark before the words: colour is not the only sign.
void put_sign(const Ui& ui, bool problem) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImFont* font = ui.font(FontUse::small_bold);
    const ImVec2 centre(at.x + ui.px(8), at.y + font->FontSize / 2);
    const ImU32 fill_colour =
        with_alpha(problem ? ui.colours.bad : ui.colours.good, ImGui::GetStyle().Alpha);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled(centre, ui.px(9), fill_colour);
    if (problem) {
        const float half = text_size(ui, FontUse::small_bold, "!").x / 2;
        list->AddText(font, font->FontSize, {centre.x - half, at.y}, ui.colours.card, "!");
    } else {
        draw_icon(*list, Icon::check, centre, ui.px(9), ui.colours.card);
    }
}

Drawn draw_notice(const Ui& ui, Notice& notice, std::size_t index, const Room& room) {
    const double now_s = ImGui::GetTime();
    const float width = std::min(ui.px(widest_px), room.right - room.left);
    ImGui::SetNextWindowPos({(room.left + room.right) / 2, room.bottom}, ImGuiCond_Always,
                            {0.5F, 1});
    ImGui::SetNextWindowSize({width, 0});
    const double gone = notice.until_s ? (now_s - *notice.until_s) / notice_fade_s : 0;
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, std::clamp(1 - static_cast<float>(gone), 0.05F, 1.0F));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(18), ui.px(12)));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.card);
    ImGui::Begin(fmt::format("##notice{}", index).c_str(), nullptr, floating);
    put_sign(ui, notice.problem);
    const ImVec2 start = ImGui::GetCursorPos();
    const std::string& words = notice.text.in(ui.lang());
    ImGui::Indent(ui.px(sign_px));
    text_in(ui, FontUse::small, ui.colours.text,
            notice.times > 1 ? fill(T::notice_times, ui.lang(), words, notice.times) : words,
            width - ui.px(70 + sign_px));
    ui.probe(fmt::format("notice:{}", index));
    const bool done = notice_buttons(ui, notice, index);
    ImGui::Unindent(ui.px(sign_px));
    const ImVec2 after = ImGui::GetCursorPos();
    ImGui::SetCursorPos({width - ui.px(40), start.y - ui.px(7)});
    Drawn drawn;
    drawn.closed =
        icon_button(ui, fmt::format("close-notice-{}", index), Icon::close, ui.tr(T::close)) ||
        done;
    ImGui::SetCursorPos(after);
    if (notice.until_s && ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) {
        notice.until_s = now_s + reading_time_s(notice);
    }
    drawn.height = ImGui::GetWindowHeight();
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
    return drawn;
}

}  // namespace

bool notices(const Ui& ui, const Scene& scene, const ScreenRect& map, const ScreenRect& panel) {
    AppState& state = ui.state;
    const bool fading = update_notices(state, ImGui::GetTime());
    if (state.notices.empty()) {
        return false;
    }
    const bool beside = panel.width >= ui.px(narrowest_px - 2 * margin_px);
    Room room =
        beside ? room_in(ui, panel) : room_for(ui, scene, {map.x, map.y}, {map.width, map.height});
    for (std::size_t i = state.notices.size(); i-- > 0;) {
        const Drawn drawn = draw_notice(ui, state.notices[i], i, room);
        room.bottom -= drawn.height + ui.px(8);
        if (drawn.closed) {
            state.notices.erase(state.notices.begin() + static_cast<std::ptrdiff_t>(i));
            return true;
        }
    }
    return fading;
}

}  // namespace miraimap::gui
