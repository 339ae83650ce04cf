// SPDX-License-Identifier: MIT
// Export without a window: the choices as words, the preview against the files, the dialog over
// scripted frames.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <cstring>
#include <set>

#include "app/cli/output_verbs.hpp"
#include "app/core/export_layers.hpp"
#include "app/gui/commands.hpp"
#include "app/gui/export_preview.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/window_session.hpp"
#include "app/print/report/report.hpp"
#include "geo/error.hpp"
#include "tests/gui/loaded_state.hpp"
#include "tests/gui/panel_stage.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using testing::HasSubstr;

OutputOrder order_of(const AppState& state, const ExportChoice& choice,
                     const std::string& file = "/tmp/x y") {
    return order_of_words(split_words(export_command(choice, session_of(state), view_text(state),
                                                     with_ending(choice.format, file))));
}

TEST(ExportChoice, EveryChoiceReachesTheOrderThroughItsWords) {
    AppState state = ready_state();
    state.theme = Theme::dark;
    state.request.lang = Lang::en;
    ExportChoice choice;
    choice.format = ExportFormat::csv;
    choice.layer = "gap_regions";
    choice.for_excel = true;
    choice.manifest = true;
    OutputOrder order = order_of(state, choice);
    EXPECT_EQ(order.kind, OutputKind::data);
    EXPECT_EQ(order.file, "/tmp/x y.csv");
    EXPECT_EQ(order.data.layer, "gap_regions");
    EXPECT_TRUE(order.data.for_excel);
    EXPECT_TRUE(order.manifest);
    EXPECT_THAT(order.command, HasSubstr("export 'x y.csv'"));
    EXPECT_EQ(order.request.lang, Lang::en);
    choice.format = ExportFormat::png;
    choice.page = PageSize::a3;
    choice.landscape = false;
    choice.dpi = 350;
    order = order_of(state, choice);
    const PaperOptions a3 = sheet_of(PaperSize::a3, false, 350, Lang::en);
    EXPECT_EQ(order.kind, OutputKind::picture);
    EXPECT_EQ(order.page.paper.width_px, a3.width_px);
    EXPECT_EQ(order.page.paper.height_px, a3.height_px);
    EXPECT_EQ(order.page.paper.scale, a3.scale);
    EXPECT_TRUE(order.page.paper.sheet);
    EXPECT_EQ(order.page.theme, Theme::dark);
    choice.page = PageSize::pixels;
    choice.width_px = 800;
    choice.height_px = 700;
    choice.scale = 3;
    order = order_of(state, choice);
    EXPECT_EQ(order.page.paper.width_px, 800);
    EXPECT_EQ(order.page.paper.height_px, 700);
    EXPECT_EQ(order.page.paper.scale, 3);
    EXPECT_FALSE(order.page.paper.sheet);
    choice.format = ExportFormat::pdf;
    choice.page = PageSize::a4;
    choice.atlas = true;
    EXPECT_TRUE(order_of(state, choice).page.atlas);
    choice.format = ExportFormat::html;
    EXPECT_EQ(order_of(state, choice).kind, OutputKind::report);
}

TEST(ExportChoice, NoCombinationOfChoicesIsRefused) {
    const AppState state = ready_state();
    for (int format = 0; format < export_format_count; ++format) {
        for (const PageSize page : {PageSize::a4, PageSize::a3, PageSize::pixels}) {
            for (const bool on : {false, true}) {
                ExportChoice choice;
                choice.format = static_cast<ExportFormat>(format);
                choice.page = page;
                choice.landscape = choice.for_excel = choice.atlas = choice.manifest = on;
                EXPECT_NO_THROW(order_of(state, choice)) << label_of(choice.format);
            }
        }
    }
}

TEST(ExportChoice, AGeoPackageRemembersTheViewAndNothingElseIsGivenOne) {
    AppState state = ready_state();
    zoom_to_prefecture(state, 28);
    ASSERT_FALSE(view_text(state).empty());
    ExportChoice choice;
    EXPECT_EQ(order_of(state, choice).data.view, view_text(state));
    choice.format = ExportFormat::geojson;
    EXPECT_EQ(order_of(state, choice).data.view, "");
    choice.format = ExportFormat::pdf;
    EXPECT_TRUE(order_of(state, choice).request.view.has_value());
}

TEST(ExportChoice, EveryLayerThatAFormatOffersCanBeMade) {
    const AppState state = ready_state();
    for (const ExportFormat format : formats_of(OutputKind::data)) {
        for (const std::string& layer : ExportLayers::names()) {
            ExportChoice choice;
            choice.format = format;
            choice.layer = layer;
            const OutputOrder order = order_of(state, choice);
            EXPECT_NO_THROW(encode_export(make_snapshot(order.request, loaded()->world), order.file,
                                          order.data))
                << label_of(format) << " " << layer;
        }
    }
}

TEST(ExportChoice, ADatabaseOfBoundariesStaysAnAddress) {
    AppState state = ready_state();
    state.request.boundaries = "PG:host=db dbname=x";
    const OutputOrder order = order_of(state, {});
    EXPECT_EQ(order.request.boundaries, "PG:host=db dbname=x");
    EXPECT_THAT(picture_command(state), testing::Not(HasSubstr(fs::current_path().string())));
}

TEST(ExportFileName, AFormatGivesItsEndingAndATypedEndingChoosesTheFormat) {
    ExportState exporting;
    choose_format(exporting, ExportFormat::gpkg);
    EXPECT_EQ(fs::path(exporting.file.data()), fs::current_path() / "miraimap.gpkg");
    choose_format(exporting, ExportFormat::pdf);
    EXPECT_EQ(fs::path(exporting.file.data()), fs::current_path() / "miraimap.pdf");
    set_export_file(exporting, "/x/figures.v2");
    follow_typed_ending(exporting);
    EXPECT_EQ(exporting.choice.format, ExportFormat::pdf) << "not an ending that is known";
    EXPECT_EQ(export_file(exporting), "/x/figures.v2.pdf");
    choose_format(exporting, ExportFormat::png);
    EXPECT_STREQ(exporting.file.data(), "/x/figures.v2.png");
    for (const auto& [typed, format] :
         {std::pair("a.GPKG", ExportFormat::gpkg), std::pair("a.json", ExportFormat::geojson),
          std::pair("a.fgb", ExportFormat::fgb), std::pair("a.shp", ExportFormat::shp),
          std::pair("a.csv", ExportFormat::csv), std::pair("a.SVG", ExportFormat::svg),
          std::pair("a.html", ExportFormat::html)}) {
        set_export_file(exporting, typed);
        follow_typed_ending(exporting);
        EXPECT_EQ(exporting.choice.format, format) << typed;
        EXPECT_EQ(export_file(exporting), fs::current_path() / typed);
        EXPECT_EQ(exporting.last.at(static_cast<std::size_t>(kind_of(format))), format);
    }
    set_export_file(exporting, "/資料/紙の地図");
    choose_format(exporting, ExportFormat::pdf);
    EXPECT_EQ(export_file(exporting), "/資料/紙の地図.pdf");
    set_export_file(exporting, "");
    EXPECT_TRUE(export_file(exporting).empty());
}

TEST(ExportTarget, SaysWhatStandsInTheWayBeforeAnythingIsWritten) {
    const TemporaryFolder folder;
    Request request;
    request.data = test::root() / "data";
    const auto look = [&](const fs::path& file, bool manifest = false) {
        return look_at_target(file.string(), file, request, manifest);
    };
    EXPECT_TRUE(look(folder / "new.csv").problem.en.empty());
    EXPECT_FALSE(look(folder / "new.csv").replaces);
    test::write_text(folder / "old.csv", "old");
    EXPECT_TRUE(look(folder / "old.csv").replaces);
    EXPECT_TRUE(look(folder / "old.csv").problem.en.empty());
    EXPECT_THAT(look(folder / "none" / "a.csv").problem.en, HasSubstr("does not exist"));
    EXPECT_THAT(look(folder.path()).problem.en, HasSubstr("folder"));
    EXPECT_THAT(look(request.data / "boundaries" / "municipalities.gpkg").problem.en,
                HasSubstr("input"));
    request.table = folder / "a.csv.manifest.json";
    test::write_text(request.table, "x");
    EXPECT_TRUE(look(folder / "a.csv").problem.en.empty());
    EXPECT_THAT(look(folder / "a.csv", true).problem.en, HasSubstr("input"))
        << "the record would replace it";
}

class Preview : public testing::Test {
protected:
    Preview() {
        state_.exporting.preview_width_px = 320;
        state_.exporting.preview_height_px = 256;
    }
    ExportPreview made() {
        Progress progress;
        return make_preview(preview_question(state_), pages_, progress);
    }
    OutputOrder order() { return order_of(state_, state_.exporting.choice); }

    AppState state_ = ready_state();
    MapPages pages_{loaded()->world, loaded()->shapes};
};

TEST_F(Preview, OfDataHoldsTheRowsThatTheFileHolds) {
    state_.request.filter.prefectures = {29};
    recount(state_);
    const ExportPreview preview = made();
    ASSERT_EQ(preview.layers.size(), ExportLayers::names().size());
    for (const LayerSample& layer : preview.layers) {
        state_.exporting.choice.format = ExportFormat::csv;
        state_.exporting.choice.layer = layer.name;
        const OutputOrder asked = order();
        const EncodedLayers encoded =
            encode_export(make_snapshot(asked.request, loaded()->world), asked.file, asked.data);
        const auto rows = test::csv_rows(encoded.files.back().bytes);
        EXPECT_EQ(layer.features + 1, rows.size()) << layer.name;
        EXPECT_EQ(layer.columns, rows.front()) << layer.name;
        ASSERT_GT(layer.rows.size(), 0U) << layer.name;
        for (std::size_t i = 0; i < layer.rows.size(); ++i) {
            EXPECT_EQ(layer.rows[i], rows[i + 1]) << layer.name;
        }
    }
}

TEST_F(Preview, OfAPageIsThatPageInTheRoomThereIs) {
    state_.exporting.choice.format = ExportFormat::pdf;
    ExportPreview preview = made();
    EXPECT_EQ(preview.pages.size(), 1U);
    EXPECT_EQ(preview.pixels.width_px, 320) << "A4 landscape is limited by the width";
    EXPECT_NEAR(preview.pixels.height_px, 320 * 210 / 297.0, 1);
    const auto portrait = [&] {
        state_.exporting.choice.landscape = false;
        return made();
    }();
    EXPECT_EQ(portrait.pixels.height_px, 256);
    EXPECT_NEAR(portrait.pixels.width_px, 256 * 210 / 297.0, 1);
    EXPECT_EQ(preview.pixels.rgba.size(),
              4U * 320U * static_cast<std::size_t>(preview.pixels.height_px));
    std::set<std::uint32_t> colours;
    for (std::size_t i = 0; i + 3 < preview.pixels.rgba.size(); i += 4) {
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, &preview.pixels.rgba[i], 4);
        colours.insert(pixel);
        EXPECT_EQ(preview.pixels.rgba[i + 3], 255);
    }
    EXPECT_GT(colours.size(), 100U) << "a map, not a blank sheet";
    EXPECT_EQ(preview.pixels.rgba, [&] {
        state_.exporting.choice.landscape = true;
        return made().pixels.rgba;
    }()) << "the same question has the same picture";
}

TEST_F(Preview, OfAnAtlasTurnsItsPages) {
    state_.exporting.choice.format = ExportFormat::pdf;
    state_.exporting.choice.atlas = true;
    const ExportPreview first = made();
    EXPECT_EQ(first.pages.size(), 47U);
    EXPECT_EQ(first.pages.front().en, "Hokkaido");
    EXPECT_EQ(first.page, 0U);
    state_.exporting.page = 28;
    const ExportPreview nara = made();
    EXPECT_EQ(nara.page, 28U);
    EXPECT_EQ(nara.pages[nara.page].ja, "奈良県");
    EXPECT_NE(nara.pixels.rgba, first.pixels.rgba);
    state_.request.filter.prefectures = {29};
    const ExportPreview alone = made();
    EXPECT_EQ(alone.pages.size(), 1U);
    EXPECT_EQ(alone.page, 0U) << "there are fewer pages now";
    EXPECT_NE(first.key, nara.key);
}

TEST_F(Preview, OfAReportKnowsItsSize) {
    state_.exporting.choice.format = ExportFormat::html;
    const OutputOrder asked = order();
    const Snapshot snapshot = make_snapshot(asked.request, loaded()->world);
    const std::string page = report_page(
        snapshot,
        check_data(asked.request.data, {}, loaded()->world->selections, loaded()->world->join));
    EXPECT_EQ(made().bytes, page.size());
    for (const Text& section : report_sections()) {
        EXPECT_THAT(page, HasSubstr(">" + section.ja + "</h2>"));
    }
}

TEST_F(Preview, IsStoppedWhenItIsNotWantedAnyMore) {
    const std::atomic<bool> stop = true;
    for (const ExportFormat format : {ExportFormat::gpkg, ExportFormat::pdf, ExportFormat::html}) {
        state_.exporting.choice.format = format;
        Progress progress({}, &stop);
        EXPECT_THROW(make_preview(preview_question(state_), pages_, progress), Cancelled)
            << label_of(format);
    }
}

TEST_F(Preview, IsNotMadeAnewForWhatItDoesNotShow) {
    ExportChoice& choice = state_.exporting.choice;
    choice.format = ExportFormat::png;
    const std::string before = preview_question(state_).key;
    set_export_file(state_.exporting, "/another/name.png");
    choice.manifest = true;
    choice.dpi = 350;
    EXPECT_EQ(preview_question(state_).key, before);
    choice.landscape = false;
    EXPECT_NE(preview_question(state_).key, before);
}

TEST(AnExport, TellsEveryPageAndStopsWhereItIsTold) {
    const TemporaryFolder folder;
    const AppState state = ready_state();
    test::write_text(folder / "atlas.pdf", "old");
    ExportChoice choice;
    choice.format = ExportFormat::pdf;
    choice.atlas = true;
    const OutputOrder order = order_of(state, choice, (folder / "atlas.pdf").string());
    const Snapshot snapshot = make_snapshot(order.request, loaded()->world);
    std::atomic<bool> stop = false;
    std::vector<int> percents;
    Progress progress(
        [&](WorkStep step, int percent) {
            EXPECT_EQ(step, WorkStep::painting);
            percents.push_back(percent);
            stop = percent >= 10;
        },
        &stop);
    LoadOptions loading;
    loading.progress = &progress;
    EXPECT_THROW(carry_out(order, snapshot, loading, loaded()->shapes), Cancelled);
    EXPECT_GE(percents.size(), 5U) << "a page is two percent";
    EXPECT_TRUE(std::is_sorted(percents.begin(), percents.end()));
    EXPECT_EQ(test::read_text(folder / "atlas.pdf"), "old");
    const auto files =
        std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
    EXPECT_EQ(files, 1) << "nothing is left beside it";
}

class ExportPanel : public testing::Test {
protected:
    /// Opens the dialog and answers what it asks, at once instead of beside the window.
    void open(Stage& stage, ImVec2 size) {
        for (int i = 0; i < 3; ++i) {
            stage.frame(size.x, size.y);
            const PreviewQuestion question = preview_question(state_);
            state_.exporting.preview_key = question.key;
            if (!question.words.empty() && !is_current(state_.exporting)) {
                Progress progress;
                state_.exporting.preview =
                    std::make_shared<const ExportPreview>(make_preview(question, pages_, progress));
            }
        }
    }

    AppState state_ = ready_state(600, 600);
    MapPages pages_{loaded()->world, loaded()->shapes};
};

void expect_inside(const Stage& stage, const std::string& id, ImVec2 size) {
    ASSERT_TRUE(stage.probes().contains(id)) << id;
    const ScreenRect& rect = stage.probes().at(id);
    EXPECT_GE(rect.x, 0) << id;
    EXPECT_GE(rect.y, 0) << id;
    EXPECT_LE(rect.x + rect.width, size.x) << id;
    EXPECT_LE(rect.y + rect.height, size.y) << id;
}

TEST_F(ExportPanel, KeepsItsButtonsInSightInEverySizeLanguageThemeAndFormat) {
    state_.exporting.printer = "/usr/bin/lp";
    for (const float scale : {1.0F, 2.0F}) {
        Stage stage(state_, scale);
        for (const ImVec2 size : {ImVec2(1024, 640), ImVec2(1600, 1000)}) {
            for (const Lang lang : {Lang::ja, Lang::en}) {
                state_.request.lang = lang;
                state_.theme = lang == Lang::ja ? Theme::light : Theme::dark;
                for (int format = 0; format < export_format_count; ++format) {
                    state_.exporting.wanted = ExportDialog::exporting;
                    state_.exporting.choice.format = static_cast<ExportFormat>(format);
                    open(stage, size);
                    ASSERT_TRUE(state_.exporting.open);
                    for (const char* id : {"button:export-start", "button:export-copy",
                                           "button:export-cancel", "switch:export-kind:2"}) {
                        expect_inside(stage, id, size);
                    }
                    for (const auto& [id, rect] : stage.probes()) {
                        EXPECT_LE(rect.x + rect.width, size.x + 0.5F) << id << " sticks out";
                    }
                }
            }
        }
        state_.exporting.open = false;
    }
}

TEST_F(ExportPanel, ShowsWhatGoesWithTheFormatAndNothingElse) {
    Stage stage(state_);
    const auto shows = [&](ExportFormat format, const std::string& id) {
        state_.exporting.wanted = ExportDialog::exporting;
        state_.exporting.choice.format = format;
        open(stage, {1600, 1000});
        return stage.probes().contains(id);
    };
    EXPECT_FALSE(shows(ExportFormat::gpkg, "chip:layer:selections"));
    EXPECT_TRUE(shows(ExportFormat::gpkg, "chip:sample:selections"));
    EXPECT_TRUE(shows(ExportFormat::shp, "chip:layer:selections"));
    EXPECT_FALSE(shows(ExportFormat::shp, "toggle:for-excel"));
    EXPECT_TRUE(shows(ExportFormat::csv, "toggle:for-excel"));
    EXPECT_TRUE(shows(ExportFormat::csv, "preview-table"));
    EXPECT_TRUE(shows(ExportFormat::pdf, "switch:export-pages:1"));
    EXPECT_FALSE(shows(ExportFormat::png, "switch:export-pages:1"));
    EXPECT_TRUE(shows(ExportFormat::png, "switch:export-dpi:2"));
    EXPECT_FALSE(shows(ExportFormat::svg, "switch:export-dpi:2"));
    EXPECT_TRUE(shows(ExportFormat::svg, "export-page"));
    EXPECT_TRUE(shows(ExportFormat::html, "preview-report-size"));
    state_.exporting.choice.page = PageSize::pixels;
    EXPECT_TRUE(shows(ExportFormat::png, "number:export-width"));
    EXPECT_FALSE(shows(ExportFormat::pdf, "switch:export-pages:1"));
    state_.exporting.choice.page = PageSize::a4;
    state_.exporting.choice.atlas = true;
    EXPECT_TRUE(shows(ExportFormat::pdf, "button:preview-next"));
}

TEST_F(ExportPanel, PrintIsA4PdfAndTellsWhereThePrinterIs) {
    Stage stage(state_);
    state_.exporting.choice.page = PageSize::pixels;
    Wishes wishes;
    ASSERT_TRUE(run_command("file.print", state_, wishes));
    open(stage, {1280, 800});
    EXPECT_EQ(state_.exporting.choice.format, ExportFormat::pdf);
    EXPECT_EQ(state_.exporting.choice.page, PageSize::a4);
    EXPECT_TRUE(stage.probes().contains("print-none"));
    EXPECT_FALSE(stage.probes().contains("toggle:print-send"));
    state_.exporting.printer = "/usr/bin/lp";
    stage.frame(1280, 800);
    EXPECT_TRUE(stage.probes().contains("toggle:print-send"));
    EXPECT_FALSE(stage.probes().contains("print-none"));
}

TEST_F(ExportPanel, AJobHasACardAndItsCommand) {
    Stage stage(state_);
    stage.frame(1280, 800);
    EXPECT_FALSE(stage.probes().contains("button:stop-export"));
    EXPECT_FALSE(is_enabled(*find_command("file.stop-export"), state_));
    ExportJob job;
    job.kind = OutputKind::report;
    job.step = WorkStep::composing;
    job.percent = 50;
    job.stop = std::make_shared<std::atomic<bool>>(false);
    state_.exporting.jobs = {job};
    EXPECT_NEAR(share_done(job), 0.5, 1e-9) << "half of the second of three steps";
    stage.frame(1280, 800);
    stage.frame(1280, 800);
    expect_inside(stage, "button:stop-export", {1280, 800});
    EXPECT_TRUE(is_enabled(*find_command("file.stop-export"), state_));
    state_.exporting.quit_asked = true;
    stage.frame(1280, 800);
    stage.frame(1280, 800);
    for (const char* id : {"button:quit-when-done", "button:quit-now", "button:quit-not"}) {
        expect_inside(stage, id, {1280, 800});
    }
}

TEST_F(ExportPanel, ANoticeOfAFileCopiesItsPathAndAFailureLeadsBack) {
    Stage stage(state_);
    show_notice(state_, {false, {"済", "done"}, "/tmp/x.csv"});
    Notice failed{true, {"だめ", "failed"}};
    failed.retry = true;
    show_notice(state_, failed);
    stage.frame(1280, 800);
    EXPECT_TRUE(stage.probes().contains("button:copy-path-0"));
    EXPECT_FALSE(stage.probes().contains("button:open-folder-0"));
    EXPECT_FALSE(stage.probes().contains("button:copy-path-1"));
    EXPECT_TRUE(stage.probes().contains("button:retry-1"));
    state_.exporting.can_open_folder = true;
    stage.frame(1280, 800);
    EXPECT_TRUE(stage.probes().contains("button:open-folder-0"));
}

}  // namespace
}  // namespace miraimap::gui
