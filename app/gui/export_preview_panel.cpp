// SPDX-License-Identifier: MIT
// What a file will hold, as the background has found it out.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "app/core/export_layers.hpp"
#include "app/gui/export_panels.hpp"
#include "app/gui/widgets.hpp"
#include "app/print/report/report.hpp"

namespace miraimap::gui {
namespace {

/// A preview of this size serves a little more room too, so that dragging a border is smooth.
constexpr float step_px = 32;

std::string size_in_words(const Ui& ui, const ExportChoice& choice) {
    if (choice.page == PageSize::pixels) {
        const int scale = choice.format == ExportFormat::png ? choice.scale : 1;
        return fill(T::preview_pixels, ui.lang(), choice.width_px * scale,
                    choice.height_px * scale);
    }
    const bool a4 = choice.page == PageSize::a4;
    const int shorter_mm = a4 ? 210 : 297;
    const int longer_mm = a4 ? 297 : 420;
    std::string words =
        fill(T::preview_sheet, ui.lang(), a4 ? "A4" : "A3",
             ui.tr(choice.landscape ? T::export_landscape : T::export_portrait),
             choice.landscape ? longer_mm : shorter_mm, choice.landscape ? shorter_mm : longer_mm);
    if (choice.format == ExportFormat::png) {
        constexpr double mm_per_inch = 25.4;
        const auto pixels = [&](int mm) {
            return static_cast<int>(std::lround(mm / mm_per_inch * choice.dpi));
        };
        words += "、" + fill(T::preview_pixels, ui.lang(),
                             pixels(choice.landscape ? longer_mm : shorter_mm),
                             pixels(choice.landscape ? shorter_mm : longer_mm));
    }
    return words;
}

std::string pages_in_words(const Ui& ui, const ExportPreview& preview) {
    return preview.pages.size() == 1
               ? std::string(ui.tr(T::preview_one_page))
               : fill(T::preview_pages, ui.lang(),
                      with_commas(static_cast<long long>(preview.pages.size())));
}

void say_it_is_being_made(const Ui& ui, ImVec2 low, ImVec2 extent) {
    const std::string words = ui.tr(T::preview_making);
    const ImVec2 size = text_size(ui, FontUse::small, words);
    const ImVec2 at(low.x + (extent.x - size.x) / 2, low.y + extent.y - size.y - ui.px(14));
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({at.x - ui.px(10), at.y - ui.px(5)},
                        {at.x + size.x + ui.px(10), at.y + size.y + ui.px(5)}, ui.colours.card,
                        ui.px(6));
    list->AddRect({at.x - ui.px(10), at.y - ui.px(5)},
                  {at.x + size.x + ui.px(10), at.y + size.y + ui.px(5)}, ui.colours.hairline,
                  ui.px(6));
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize, at, ui.colours.text,
                  words.c_str());
}

void draw_page(const Ui& ui, ImVec2 extent) {
    ExportState& exporting = ui.state.exporting;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const float margin = ui.px(10);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(low, {low.x + extent.x, low.y + extent.y}, ui.colours.field, ui.px(6));
    const ImVec2 room(extent.x - 2 * margin, extent.y - 2 * margin);
    const auto steps = [](float px) {
        return static_cast<int>(std::max(1.0F, std::ceil(px / step_px)) * step_px);
    };
    exporting.preview_width_px = steps(room.x);
    exporting.preview_height_px = steps(room.y);
    const ExportPreview* preview = exporting.preview.get();
    if (preview != nullptr && !preview->pixels.rgba.empty()) {
        const auto width = static_cast<float>(preview->pixels.width_px);
        const auto height = static_cast<float>(preview->pixels.height_px);
        const float fit = std::min({room.x / width, room.y / height, 1.0F});
        const ImVec2 page(std::floor(width * fit), std::floor(height * fit));
        const ImVec2 at(std::floor(low.x + (extent.x - page.x) / 2),
                        std::floor(low.y + (extent.y - page.y) / 2));
        const ImVec2 end(at.x + page.x, at.y + page.y);
        list->AddRectFilled({at.x + ui.px(3), at.y + ui.px(3)},
                            {end.x + ui.px(3), end.y + ui.px(3)}, ui.colours.shadow);
        list->AddRectFilled(at, end, IM_COL32_WHITE);
        if (exporting.texture != 0) {
            // NOLINTNEXTLINE(performance-no-int-to-ptr): this is how Dear ImGui names textures
            list->AddImage(reinterpret_cast<ImTextureID>(exporting.texture), at, end);
        }
        list->AddRect(at, end, ui.colours.hairline);
    }
    ImGui::Dummy(extent);
    ui.probe("export-page");
    if (!is_current(exporting)) {
        say_it_is_being_made(ui, low, extent);
    }
}

/// Back, the page's number and name, forward.
void page_turner(const Ui& ui, float width_px) {
    ExportState& exporting = ui.state.exporting;
    const ExportPreview& preview = *exporting.preview;
    const std::size_t pages = preview.pages.size();
    const std::size_t page = std::min(exporting.page, pages - 1);
    const float top = ImGui::GetCursorPosY();
    const float left = ImGui::GetCursorPosX();
    if (icon_button(ui, "preview-last", Icon::chevron_left, ui.tr(T::preview_last), page > 0)) {
        exporting.page = page - 1;
    }
    ImGui::SetCursorPos({left + ui.px(40), top + ui.px(6)});
    text_in_line(
        ui, FontUse::small, ui.colours.text,
        fill(T::preview_page_of, ui.lang(), page + 1, pages, preview.pages[page].in(ui.lang())),
        width_px - ui.px(80));
    ui.probe("preview-page-words");
    ImGui::SetCursorPos({left + width_px - ui.px(32), top});
    if (icon_button(ui, "preview-next", Icon::chevron_right, ui.tr(T::preview_next),
                    page + 1 < pages)) {
        exporting.page = page + 1;
    }
}

void picture_preview(const Ui& ui, ImVec2 extent) {
    const ExportState& exporting = ui.state.exporting;
    const ExportPreview* preview = exporting.preview.get();
    const bool painted =
        preview != nullptr && preview->kind == OutputKind::picture && !preview->pages.empty();
    std::string words = size_in_words(ui, exporting.choice);
    if (painted) {
        words += "・" + pages_in_words(ui, *preview);
    }
    text_in_line(ui, FontUse::small, ui.colours.text_muted, words, extent.x);
    const float line = ImGui::GetItemRectSize().y + ImGui::GetStyle().ItemSpacing.y;
    const bool turns = painted && preview->pages.size() > 1;
    const float turner = turns ? ui.px(32) + ImGui::GetStyle().ItemSpacing.y : 0;
    draw_page(ui, {extent.x, std::max(ui.px(60), extent.y - line - turner)});
    if (turns) {
        page_turner(ui, extent.x);
    }
}

/// The rows of a layer as they stand in the file.
void sample_table(const Ui& ui, const LayerSample& sample, ImVec2 extent) {
    const int columns = static_cast<int>(sample.columns.size());
    ImGui::PushFont(ui.font(FontUse::small));
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY |
                                      ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_BordersOuter | ImGuiTableFlags_SizingFixedFit;
    if (ImGui::BeginTable(("##sample-" + sample.name).c_str(), columns, flags, extent)) {
        ImGui::TableSetupScrollFreeze(0, 1);
        for (const std::string& column : sample.columns) {
            ImGui::TableSetupColumn(column.c_str());
        }
        ImGui::TableHeadersRow();
        const float widest = ui.px(200);
        for (const std::vector<std::string>& row : sample.rows) {
            ImGui::TableNextRow();
            for (const std::string& cell : row) {
                ImGui::TableNextColumn();
                ImGui::TextUnformatted(shorten(ui, FontUse::small, cell, widest).c_str());
            }
        }
        ImGui::EndTable();
    }
    ImGui::PopFont();
    ui.probe("preview-table");
}

/// The layer whose rows are shown: a file with one layer shows that one.
std::size_t shown_sample(ExportState& exporting) {
    const std::vector<std::string>& names = ExportLayers::names();
    if (one_layer(exporting.choice.format)) {
        const auto at = std::find(names.begin(), names.end(), exporting.choice.layer);
        exporting.sample = static_cast<std::size_t>(at - names.begin());
    }
    return std::min(exporting.sample, names.size() - 1);
}

void data_preview(const Ui& ui, ImVec2 extent) {
    ExportState& exporting = ui.state.exporting;
    const ExportPreview* preview = exporting.preview.get();
    const float bottom = ImGui::GetCursorPosY() + extent.y;
    if (preview == nullptr || preview->layers.empty()) {
        const ImVec2 low = ImGui::GetCursorScreenPos();
        ImGui::Dummy(extent);
        say_it_is_being_made(ui, low, {extent.x, extent.y / 2});
        return;
    }
    const std::size_t shown = shown_sample(exporting);
    if (!one_layer(exporting.choice.format)) {
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::preview_layers));
        for (std::size_t i = 0; i < preview->layers.size(); ++i) {
            const LayerSample& layer = preview->layers[i];
            const int features = static_cast<int>(layer.features);
            flow(ui, chip_width_px(ui, layer.name, features), i == 0);
            if (chip(ui, "sample:" + layer.name, layer.name, features, i == shown)) {
                exporting.sample = i;
            }
        }
    }
    const LayerSample& layer = preview->layers[std::min(shown, preview->layers.size() - 1)];
    space(ui, 2);
    text_in_line(ui, FontUse::small, ui.colours.text_muted,
                 fill(T::preview_rows, ui.lang(), layer.name, layer.rows.size(),
                      with_commas(static_cast<long long>(layer.features))),
                 extent.x);
    const float height = std::max(ui.px(80), bottom - ImGui::GetCursorPosY());
    sample_table(ui, layer, {extent.x, height});
}

void report_preview(const Ui& ui, ImVec2 extent) {
    const ExportState& exporting = ui.state.exporting;
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::preview_report));
    int number = 0;
    for (const Text& section : report_sections()) {
        text_in_line(ui, FontUse::small, ui.colours.text,
                     fmt::format("{}.  {}", ++number, section.in(ui.lang())), extent.x);
    }
    space(ui, 6);
    const ExportPreview* preview = exporting.preview.get();
    if (preview != nullptr && preview->kind == OutputKind::report && preview->bytes > 0) {
        constexpr double megabyte = 1e6;
        text_in(ui, FontUse::small, ui.colours.text_muted,
                fill(T::preview_report_size, ui.lang(),
                     fmt::format("{:.1f}", static_cast<double>(preview->bytes) / megabyte)),
                extent.x);
        ui.probe("preview-report-size");
    } else {
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::preview_making), extent.x);
    }
}

}  // namespace

void export_preview(const Ui& ui, ImVec2 extent) {
    const ExportState& exporting = ui.state.exporting;
    if (is_current(exporting) && !exporting.preview->problem.ja.empty()) {
        text_in(ui, FontUse::small, ui.colours.bad, exporting.preview->problem.in(ui.lang()),
                extent.x);
        return;
    }
    switch (kind_of(exporting.choice.format)) {
        case OutputKind::data:
            data_preview(ui, extent);
            break;
        case OutputKind::picture:
            picture_preview(ui, extent);
            break;
        case OutputKind::report:
            report_preview(ui, extent);
            break;
    }
}

}  // namespace miraimap::gui
