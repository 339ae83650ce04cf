// SPDX-License-Identifier: MIT
#include "app/gui/export_preview.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/cli/output_verbs.hpp"
#include "app/core/export_csv.hpp"
#include "app/core/export_layers.hpp"
#include "app/core/manifest.hpp"
#include "app/gui/fonts.hpp"
#include "app/gui/window_session.hpp"
#include "app/print/report/report.hpp"
#include "geo/error.hpp"
#include "geo/io/output_target.hpp"

namespace miraimap::gui {
namespace {

constexpr std::size_t sample_rows = 8;

/// Of the choice, what changes the preview.
ExportChoice shown_choice(const ExportChoice& choice) {
    ExportChoice shown = choice;
    shown.manifest = false;
    shown.dpi = ExportChoice().dpi;
    if (kind_of(choice.format) == OutputKind::data) {
        return {};  // every layer is looked at, whatever the format takes
    }
    return shown;
}

LayerSample sample_of(const OutLayer& layer) {
    LayerSample sample;
    sample.name = layer.name;
    sample.features = layer.features.size();
    sample.kind = layer.kind;
    for (const OutField& field : layer.fields) {
        sample.columns.push_back(field.name);
    }
    for (std::size_t i = 0; i < std::min(sample_rows, layer.features.size()); ++i) {
        std::vector<std::string>& row = sample.rows.emplace_back();
        for (const Cell& cell : layer.features[i].cells) {
            row.push_back(csv_value(cell));
        }
    }
    return sample;
}

void sample_layers(ExportPreview& preview, const Snapshot& snapshot, Progress& progress) {
    ExportLayers layers(snapshot);
    const std::vector<std::string>& names = ExportLayers::names();
    for (const std::string& name : names) {
        progress.at(WorkStep::layers, preview.layers.size(), names.size());
        preview.layers.push_back(sample_of(layers.make(name)));
        for (const std::vector<std::string>& row : preview.layers.back().rows) {
            for (const std::string& cell : row) {
                add_code_points(cell, preview.letters);
            }
        }
    }
}

void paint_preview(ExportPreview& preview, const OutputOrder& order, const Snapshot& snapshot,
                   const PreviewQuestion& question, MapPages& pages, Progress& progress) {
    const PaperOptions& paper = order.page.paper;
    Scene scene;
    progress.at(WorkStep::painting, 0, 2);
    if (order.page.atlas) {
        const Atlas atlas = pages.atlas(snapshot, paper, order.page.theme);
        preview.pages = atlas.bookmarks;
        preview.page = std::min(question.page, atlas.bookmarks.size() - 1);
        scene = atlas.page(preview.page);
    } else {
        scene = pages.page(snapshot, paper, order.page.theme);
        preview.pages = {scene.title};
    }
    progress.at(WorkStep::painting, 1, 2);
    const double scale =
        std::min(question.width_px / paper.width_px, question.height_px / paper.height_px);
    preview.pixels = paint_pixels(scene, paper, scale);
}

}  // namespace

PreviewQuestion preview_question(const AppState& state) {
    const ExportState& exporting = state.exporting;
    PreviewQuestion question;
    const bool picture = kind_of(exporting.choice.format) == OutputKind::picture;
    if (!state.loaded || (picture && exporting.preview_width_px <= 0)) {
        return question;
    }
    const ExportChoice choice = shown_choice(exporting.choice);
    const std::string words =
        export_command(choice, session_of(state), {}, "preview" + ending_of(choice.format));
    question.words = split_words(words);
    question.world = state.loaded->world;
    question.user_table = state.snapshot.user_table;
    question.shapes = state.loaded->shapes;
    question.page = is_atlas(choice) ? exporting.page : 0;
    question.width_px = picture ? exporting.preview_width_px : 0;
    question.height_px = picture ? exporting.preview_height_px : 0;
    question.key = fmt::format("{} | {} {}x{} {} {}", words, question.page, question.width_px,
                               question.height_px, fmt::ptr(question.world.get()),
                               fmt::ptr(question.user_table.get()));
    return question;
}

ExportPreview make_preview(const PreviewQuestion& question, MapPages& pages, Progress& progress) {
    ExportPreview preview;
    preview.key = question.key;
    const OutputOrder order = order_of_words(question.words);
    preview.kind = order.kind;
    const Snapshot snapshot = make_snapshot(
        order.request, question.world, order.request.table.empty() ? nullptr : question.user_table);
    switch (order.kind) {
        case OutputKind::data:
            sample_layers(preview, snapshot, progress);
            break;
        case OutputKind::picture:
            paint_preview(preview, order, snapshot, question, pages, progress);
            break;
        case OutputKind::report: {
            progress.at(WorkStep::proving, 0, 1);
            const CheckReport checks = check_data(order.request.data, order.request.source_text,
                                                  question.world->selections, question.world->join);
            preview.bytes = report_page(snapshot, checks, question.shapes, &progress).size();
            break;
        }
    }
    return preview;
}

ExportTarget look_at_target(const std::string& typed, const std::filesystem::path& file,
                            const Request& request, bool manifest) {
    ExportTarget target;
    target.typed = typed;
    std::error_code ignored;
    target.replaces = std::filesystem::is_regular_file(file, ignored);
    try {
        const std::vector<std::filesystem::path> inputs = input_files(request);
        check_output(file, inputs, true);
        if (manifest) {
            check_output(manifest_path(file), inputs, true);
        }
    } catch (const Error& error) {
        target.problem = {error.message(Lang::ja), error.message(Lang::en)};
    }
    return target;
}

ExportPreviewer::ExportPreviewer(const std::function<void()>& wake)
    : painter_(wake), looker_(wake) {}

bool ExportPreviewer::update(AppState& state) {
    bool changed = false;
    for (Worker* worker : {&painter_, &looker_}) {
        for (const Worker::Result& result : worker->take_results()) {
            result();
            changed = true;
        }
    }
    ExportState& exporting = state.exporting;
    if (!exporting.open || state.step != LoadStep::done) {
        stop_->store(true);
        looked_.clear();  // what is there may change until the dialog is opened again
        return changed;
    }
    const PreviewQuestion question = preview_question(state);
    exporting.preview_key = question.key;
    if (!question.words.empty() && question.key != asked_) {
        stop_->store(true);
        if (!painter_.busy() && !is_current(exporting)) {
            ask(state, question);
        }
    }
    look(state);
    return changed;
}

void ExportPreviewer::ask(AppState& state, const PreviewQuestion& question) {
    stop_ = std::make_shared<std::atomic<bool>>(false);
    asked_ = question.key;
    const auto finish = [this, &state](ExportPreview preview) {
        asked_.clear();
        if (!preview.pages.empty() && preview.key == state.exporting.preview_key) {
            state.exporting.page = preview.page;  // there may be fewer pages than before
        }
        state.exporting.preview = std::make_shared<const ExportPreview>(std::move(preview));
    };
    const auto broken = [finish, question](const Text& message) {
        ExportPreview preview;  // the same question would fail again
        preview.key = question.key;
        preview.problem = message;
        finish(std::move(preview));
    };
    painter_.run(
        [this, desk = desk_, question, stop = stop_, finish]() -> Worker::Result {
            try {
                if (desk->world != question.world) {
                    desk->pages = std::make_unique<MapPages>(question.world, question.shapes);
                    desk->world = question.world;
                }
                Progress progress({}, stop.get());
                auto made =
                    std::make_shared<ExportPreview>(make_preview(question, *desk->pages, progress));
                return [finish, made] { finish(std::move(*made)); };
            } catch (const Cancelled&) {
                return [this] { asked_.clear(); };
            }
        },
        broken);
}

void ExportPreviewer::look(AppState& state) {
    const ExportState& exporting = state.exporting;
    const std::filesystem::path file = export_file(exporting);
    const std::string about =
        fmt::format("{} {} {}", file.string(), exporting.choice.manifest, exporting.jobs.size());
    if (looking_ || file.empty() || about == looked_) {
        return;
    }
    looking_ = true;
    looked_ = about;
    looker_.run(
        [this, &state, file, typed = std::string(exporting.file.data()), request = state.request,
         manifest = exporting.choice.manifest]() -> Worker::Result {
            return [this, &state, target = look_at_target(typed, file, request, manifest)] {
                looking_ = false;
                state.exporting.target = target;
            };
        },
        [this](const Text&) { looking_ = false; });
}

}  // namespace miraimap::gui
