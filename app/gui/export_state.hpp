// SPDX-License-Identifier: MIT
// What the window knows about exporting: the dialog, its preview, and what is being written.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/gui/export_choice.hpp"
#include "app/print/paper.hpp"
#include "geo/progress.hpp"
#include "geo/text.hpp"

namespace miraimap::gui {

enum class ExportDialog : std::uint8_t { none, exporting, printing };

/// What can be said of a typed file name before anything is written.
struct ExportTarget {
    std::string typed;  ///< the name it is about
    bool replaces = false;
    Text problem;  ///< empty: a file can be put there
};

/// The beginning of a layer's table.
struct LayerSample {
    std::string name;
    std::size_t features = 0;
    GeometryKind kind = GeometryKind::none;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

/// What the file will hold; made in the background and never changed.
struct ExportPreview {
    std::string key;  ///< of the question it answers
    OutputKind kind = OutputKind::data;
    Text problem;  ///< empty: it can be made
    // A picture: one page of it.
    PagePixels pixels;
    std::vector<Text> pages;  ///< their names
    std::size_t page = 0;     ///< which one
    // Data.
    std::vector<LayerSample> layers;
    // A report.
    std::size_t bytes = 0;
    std::set<char32_t> letters;  ///< that its texts need
};

/// One file that is written or waits to be.
struct ExportJob {
    int number = 0;
    std::filesystem::path file;
    OutputKind kind = OutputKind::data;
    std::vector<std::string> words;  ///< of the command line
    bool print = false;              ///< then hand it to the printer
    WorkStep step = WorkStep::layers;
    int percent = 0;
    std::shared_ptr<std::atomic<bool>> stop;
};

struct ExportState {
    ExportDialog wanted = ExportDialog::none;  ///< to be opened
    bool open = false;
    bool printing = false;  ///< opened to print
    bool send = true;       ///< to the printer, once the PDF is there
    ExportChoice choice;
    /// The format of each kind that was chosen last.
    std::array<ExportFormat, 3> last{ExportFormat::gpkg, ExportFormat::pdf, ExportFormat::html};
    std::array<char, 1024> file{};
    ExportTarget target;
    // Preview.
    std::shared_ptr<const ExportPreview> preview;
    std::string preview_key;   ///< of what is to be shown; another one's is out of date
    std::size_t page = 0;      ///< of an atlas
    int preview_width_px = 0;  ///< room for a page, in device pixels; 0: not known yet
    int preview_height_px = 0;
    std::uintptr_t texture = 0;  ///< of preview->pixels; 0: none
    std::size_t sample = 0;      ///< layer whose rows are shown, where the file holds several
    // Work.
    std::vector<ExportJob> jobs;  ///< the first one is being written
    bool quit_asked = false;      ///< the window is to be closed while something is written
    bool close_when_done = false;
    // The machine.
    std::string printer;           ///< program that prints a file; "": none
    bool can_open_folder = false;  ///< there is a program that shows a folder
    std::string copied;            ///< what was copied last: command line or path
};

/// The dialog's file as it would be written: absolute, with the format's ending; empty if nothing
/// was typed.
std::filesystem::path export_file(const ExportState& exporting);
/// Puts a name into the field, as much as it holds.
void set_export_file(ExportState& exporting, const std::string& file);
/// Chooses a format and gives the file its ending; without a name, a usual one here.
void choose_format(ExportState& exporting, ExportFormat format);
/// Something was typed: a known ending chooses the format.
void follow_typed_ending(ExportState& exporting);
/// True if the preview shows what is asked now.
bool is_current(const ExportState& exporting);
/// How much of a job is done, 0..1: each of its steps is an equal part.
double share_done(const ExportJob& job);

}  // namespace miraimap::gui
