// SPDX-License-Identifier: MIT
// The choices of the export dialog, grouped by what the reader wants to take home.
#include <array>
#include <string>

#include "app/core/export_layers.hpp"
#include "app/gui/analysis_widgets.hpp"
#include "app/gui/export_panels.hpp"
#include "app/gui/widgets.hpp"
#include "app/print/paper.hpp"

namespace miraimap::gui {
namespace {

void heading(const Ui& ui, T id) {
    space(ui, 4);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(id));
}

/// Features of a layer as the preview counted them; -1: not known yet.
int features_of(const ExportState& exporting, const std::string& layer) {
    if (exporting.preview) {
        for (const LayerSample& sample : exporting.preview->layers) {
            if (sample.name == layer) {
                return static_cast<int>(sample.features);
            }
        }
    }
    return -1;
}

void kinds(const Ui& ui, float width_px) {
    ExportState& exporting = ui.state.exporting;
    const int before = static_cast<int>(kind_of(exporting.choice.format));
    const int kind = segmented(
        ui, "export-kind",
        {ui.tr(T::export_kind_data), ui.tr(T::export_kind_map), ui.tr(T::export_kind_report)},
        before, width_px);
    if (kind != before) {
        choose_format(exporting, exporting.last.at(static_cast<std::size_t>(kind)));
    }
}

void formats(const Ui& ui, float width_px) {
    ExportState& exporting = ui.state.exporting;
    const std::vector<ExportFormat>& all = formats_of(kind_of(exporting.choice.format));
    if (all.size() > 1) {
        heading(ui, T::export_format);
        bool first = true;
        for (const ExportFormat format : all) {
            const std::string& label = label_of(format);
            flow(ui, chip_width_px(ui, label, -1), first);
            first = false;
            if (chip(ui, "format" + ending_of(format), label, -1,
                     format == exporting.choice.format)) {
                choose_format(exporting, format);
            }
        }
    }
    constexpr std::array<T, export_format_count> hints{
        T::export_format_hint_gpkg, T::export_format_hint_geojson, T::export_format_hint_fgb,
        T::export_format_hint_shp,  T::export_format_hint_csv,     T::export_format_hint_pdf,
        T::export_format_hint_png,  T::export_format_hint_svg,     T::export_format_hint_html};
    space(ui, 2);
    text_in(ui, FontUse::small, ui.colours.text_muted,
            ui.tr(hints.at(static_cast<std::size_t>(exporting.choice.format))), width_px);
}

void data_options(const Ui& ui) {
    ExportState& exporting = ui.state.exporting;
    ExportChoice& choice = exporting.choice;
    if (one_layer(choice.format)) {
        if (!holds_layer(choice.format, choice.layer)) {
            choice.layer = ExportChoice().layer;
        }
        heading(ui, T::export_layer);
        constexpr std::array<T, 5> names{T::layer_municipalities, T::layer_prefectures,
                                         T::layer_selections, T::layer_gap_regions,
                                         T::layer_selection_areas};
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::string& key = ExportLayers::names().at(i);
            if (!holds_layer(choice.format, key)) {
                continue;
            }
            const int features = features_of(exporting, key);
            flow(ui, chip_width_px(ui, ui.tr(names.at(i)), features), i == 0);
            if (chip(ui, "layer:" + key, ui.tr(names.at(i)), features, choice.layer == key)) {
                choice.layer = key;
            }
        }
    }
    if (choice.format == ExportFormat::csv &&
        toggle(ui, "for-excel", ui.tr(T::export_for_excel), choice.for_excel)) {
        choice.for_excel = !choice.for_excel;
    }
}

void resolution(const Ui& ui, float width_px) {
    constexpr std::array<int, 4> usual{150, 200, 300, 350};
    ExportChoice& choice = ui.state.exporting.choice;
    heading(ui, T::export_dpi);
    int chosen = -1;
    for (std::size_t i = 0; i < usual.size(); ++i) {
        chosen = choice.dpi == usual.at(i) ? static_cast<int>(i) : chosen;
    }
    chosen = segmented(ui, "export-dpi", {"150", "200", "300", "350"}, chosen, width_px);
    choice.dpi = chosen >= 0 ? usual.at(static_cast<std::size_t>(chosen)) : choice.dpi;
}

void sheet_options(const Ui& ui, float width_px) {
    ExportChoice& choice = ui.state.exporting.choice;
    heading(ui, T::export_orientation);
    choice.landscape =
        segmented(ui, "export-orientation", {ui.tr(T::export_landscape), ui.tr(T::export_portrait)},
                  choice.landscape ? 0 : 1, width_px) == 0;
    if (choice.format == ExportFormat::png) {
        resolution(ui, width_px);
    }
    if (choice.format == ExportFormat::pdf) {
        heading(ui, T::export_pages);
        choice.atlas =
            segmented(ui, "export-pages", {ui.tr(T::export_one_page), ui.tr(T::export_atlas)},
                      choice.atlas ? 1 : 0, width_px) == 1;
    }
}

void pixel_options(const Ui& ui, float width_px) {
    constexpr int smallest_px = PaperLimits::least_px;
    constexpr int largest_px = PaperLimits::most_px;
    ExportChoice& choice = ui.state.exporting.choice;
    space(ui, 4);
    label_before(ui, ui.tr(T::export_width));
    number_field(ui, "export-width", choice.width_px, smallest_px, largest_px);
    ImGui::SameLine(0, ui.px(12));
    label_before(ui, ui.tr(T::export_height));
    number_field(ui, "export-height", choice.height_px, smallest_px, largest_px);
    if (choice.format == ExportFormat::png) {
        heading(ui, T::export_scale);
        choice.scale = 1 + segmented(ui, "export-scale", {"× 1", "× 2", "× 3", "× 4"},
                                     choice.scale - 1, width_px);
    }
}

void picture_options(const Ui& ui, float width_px) {
    ExportChoice& choice = ui.state.exporting.choice;
    heading(ui, T::export_page);
    choice.page =
        static_cast<PageSize>(segmented(ui, "export-page", {"A4", "A3", ui.tr(T::export_in_pixels)},
                                        static_cast<int>(choice.page), width_px));
    if (choice.page == PageSize::pixels) {
        pixel_options(ui, width_px);
    } else {
        sheet_options(ui, width_px);
    }
}

void printer_options(const Ui& ui, float width_px) {
    ExportState& exporting = ui.state.exporting;
    if (!exporting.printing || exporting.choice.format != ExportFormat::pdf) {
        return;
    }
    heading(ui, T::print_printer);
    if (exporting.printer.empty()) {
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::print_none), width_px);
        ui.probe("print-none");
    } else if (toggle(ui, "print-send", ui.tr(T::print_send), exporting.send)) {
        exporting.send = !exporting.send;
    }
}

}  // namespace

void export_options(const Ui& ui, float width_px) {
    ExportState& exporting = ui.state.exporting;
    kinds(ui, width_px);
    printer_options(ui, width_px);
    formats(ui, width_px);
    const OutputKind kind = kind_of(exporting.choice.format);
    if (kind == OutputKind::data) {
        data_options(ui);
    } else if (kind == OutputKind::picture) {
        picture_options(ui, width_px);
    }
    heading(ui, T::export_record);
    if (toggle(ui, "export-manifest", ui.tr(T::export_manifest), exporting.choice.manifest)) {
        exporting.choice.manifest = !exporting.choice.manifest;
    }
    tooltip_for_item(ui, ui.tr(T::export_manifest_hint));
}

}  // namespace miraimap::gui
