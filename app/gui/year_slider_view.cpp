// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr float track_height_px = 52;
constexpr float label_room_px = 18;
constexpr float most_bar_px = 18;

/// Where the years stand along the track.
struct Track {
    ImVec2 low;
    float width = 0;
    std::size_t count = 0;

    [[nodiscard]] float step() const { return width / static_cast<float>(count); }
    [[nodiscard]] float x_of(std::size_t i) const {
        return low.x + (static_cast<float>(i) + 0.5F) * step();
    }
    [[nodiscard]] std::size_t at(float x) const {
        const float i = std::floor((x - low.x) / step());
        return static_cast<std::size_t>(std::clamp(i, 0.0F, static_cast<float>(count) - 1.0F));
    }
};

std::string short_year(const Ui& ui, int year) {
    return ui.lang() == Lang::ja ? year_key(year) : std::to_string(year);
}

void take_drag(const Ui& ui, const Track& track, const std::vector<int>& years) {
    AppState& state = ui.state;
    if (ImGui::IsItemDeactivated()) {
        end_filter_step(state);
    }
    if (!ImGui::IsItemActive()) {
        return;
    }
    const int year = years[track.at(ImGui::GetIO().MousePos.x)];
    YearMode mode = shown_year_mode(state);
    // A click on years with gaps makes one of them.
    mode = mode == YearMode::several ? YearMode::single : mode;
    if (ImGui::IsItemActivated()) {
        stop_playing(state);
        // A range is taken hold of at its nearer end.
        const std::optional<YearRange> shown = shown_years(state);
        state.years.anchor = year;
        if (mode == YearMode::range && shown && shown->first != shown->last) {
            state.years.anchor =
                year - shown->first < shown->last - year ? shown->last : shown->first;
        }
    }
    ask_years(state, mode, state.years.anchor, year);
}

void draw_track(const Ui& ui, const Track& track, const std::vector<int>& years) {
    const AppState& state = ui.state;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float y = track.low.y + ui.px(track_height_px - label_room_px - 6);
    list->AddLine({track.low.x, y}, {track.low.x + track.width, y}, ui.colours.hairline, ui.px(4));
    const std::optional<YearRange> shown = shown_years(state);
    if (shown) {
        const auto first = static_cast<std::size_t>(
            std::lower_bound(years.begin(), years.end(), shown->first) - years.begin());
        const auto last = static_cast<std::size_t>(
            std::lower_bound(years.begin(), years.end(), shown->last) - years.begin());
        const bool open = shown_year_mode(state) == YearMode::cumulative;
        list->AddLine({open ? track.low.x : track.x_of(first), y}, {track.x_of(last), y},
                      ui.colours.accent, ui.px(4));
        for (const std::size_t handle : {first, last}) {
            if (handle == last || !open) {
                list->AddCircleFilled({track.x_of(handle), y}, ui.px(7), ui.colours.accent);
                list->AddCircle({track.x_of(handle), y}, ui.px(7), ui.colours.panel, 0, ui.px(2));
            }
        }
    }
    const std::vector<int> asked = asked_years(state);
    for (std::size_t i = 0; i < years.size() && !shown; ++i) {
        if (std::binary_search(asked.begin(), asked.end(), years[i])) {
            list->AddCircleFilled({track.x_of(i), y}, ui.px(7), ui.colours.accent);
            list->AddCircle({track.x_of(i), y}, ui.px(7), ui.colours.panel, 0, ui.px(2));
        }
    }
    int most = 1;
    for (const auto& [year, count] : state.facets.years) {
        most = std::max(most, count);
    }
    const ImFont* font = ui.font(FontUse::small);
    const ImFont* bold = ui.font(FontUse::small_bold);
    for (std::size_t i = 0; i < years.size(); ++i) {
        const bool on = std::binary_search(asked.begin(), asked.end(), years[i]);
        const float height = ui.px(most_bar_px) *
                             static_cast<float>(state.facets.years.at(years[i])) /
                             static_cast<float>(most);
        const float half = std::min(ui.px(9), track.step() * 0.3F);
        const float foot = y - ui.px(9);
        list->AddRectFilled({track.x_of(i) - half, foot - height}, {track.x_of(i) + half, foot},
                            with_alpha(on ? ui.colours.accent : ui.colours.text_muted, 0.55F),
                            ui.px(2));
        list->AddLine({track.x_of(i), y - ui.px(3)}, {track.x_of(i), y + ui.px(3)},
                      ui.colours.text_muted);
        const std::string label = short_year(ui, years[i]);
        const ImVec2 extent = text_size(ui, on ? FontUse::small_bold : FontUse::small, label);
        list->AddText(on ? bold : font, (on ? bold : font)->FontSize,
                      {std::floor(track.x_of(i) - extent.x / 2),
                       std::floor(track.low.y + ui.px(track_height_px - label_room_px) + ui.px(4))},
                      on ? ui.colours.accent_text : ui.colours.text_muted, label.c_str());
    }
}

/// What no way of asking above stands for is said: which years, and how to leave it.
void explain_several(const Ui& ui, float width) {
    const std::vector<int> asked = asked_years(ui.state);
    std::string list;
    for (const int year : asked) {
        list += (list.empty() ? "" : ui.lang() == Lang::ja ? "・" : ", ") + short_year(ui, year);
    }
    for (std::size_t i = 0; asked.empty() && i < ui.state.request.filter.years.size(); ++i) {
        list += (i == 0 ? "" : ", ") + range_key(ui.state.request.filter.years[i]);
    }
    text_in(ui, FontUse::small, ui.colours.text,
            asked.empty() ? fill(T::year_unknown, ui.lang(), list)
                          : fill(T::year_several, ui.lang(), asked.size(), list),
            width);
    ui.probe("year-several");
}

}  // namespace

void year_slider(const Ui& ui) {
    AppState& state = ui.state;
    const std::vector<int> years = slider_years(state);
    if (years.size() < 2) {
        return;
    }
    const float button = ui.px(size::chip_height_px);
    const float width = available_px();
    const YearMode mode = shown_year_mode(state);
    const auto wanted = static_cast<YearMode>(segmented(
        ui, "year-mode", {ui.tr(T::year_single), ui.tr(T::year_range), ui.tr(T::year_cumulative)},
        static_cast<int>(mode), width - button - ui.px(6)));
    if (wanted != mode) {
        stop_playing(state);
        set_year_mode(state, wanted);
    }
    ImGui::SameLine(0, ui.px(6));
    const bool playing = state.years.playing;
    if (icon_button(ui, "play-years", playing ? Icon::pause : Icon::play,
                    ui.tr(playing ? T::year_stop : T::year_play), true, size::chip_height_px)) {
        if (playing) {
            stop_playing(state);
        } else {
            start_playing(state);
        }
    }
    const Track track{ImGui::GetCursorScreenPos(), width, years.size()};
    ImGui::InvisibleButton("##year-track", {width, ui.px(track_height_px)});
    ui.probe("year-track");
    take_drag(ui, track, years);
    for (std::size_t i = 0; ui.probes != nullptr && i < years.size(); ++i) {
        (*ui.probes)["year-stop:" + year_key(years[i])] = {
            track.low.x + static_cast<float>(i) * track.step(), track.low.y, track.step(),
            ui.px(track_height_px)};
    }
    draw_track(ui, track, years);
    if (!ImGui::IsItemActive()) {
        tooltip_for_item(ui, ui.tr(T::year_slider_hint));
    }
    if (shown_year_mode(state) == YearMode::several) {
        explain_several(ui, width);
    }
}

}  // namespace miraimap::gui
