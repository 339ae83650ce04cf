// SPDX-License-Identifier: MIT
#include "app/gui/window_export.hpp"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

#include "app/cli/output_verbs.hpp"
#include "app/gui/host_tools.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/window_session.hpp"

namespace miraimap::gui {
namespace fs = std::filesystem;

namespace {

template <typename... Values>
Text saying(T text, const Values&... values) {
    return {fill(text, Lang::ja, values...), fill(text, Lang::en, values...)};
}

/// The end of a job, with the first things that the format could not hold.
Text done_text(T done, const fs::path& file, const Findings& changed) {
    constexpr std::size_t most = 3;
    Text text = saying(done, file.string());
    for (std::size_t i = 0; i < std::min(most, changed.size()); ++i) {
        text.ja += "\n" + changed[i].text.ja;
        text.en += "\n" + changed[i].text.en;
    }
    return text;
}

}  // namespace

WindowExport::WindowExport(AppState& state, std::function<void()> wake, std::function<bool()> held)
    : state_(state), held_(std::move(held)), worker_(std::move(wake)) {
    state_.exporting.printer = find_tool({"lp", "lpr"});
    state_.exporting.can_open_folder = !find_tool({"xdg-open"}).empty();
}

void WindowExport::obey(const Wishes& wishes) {
    if (wishes.start_export) {
        start();
    }
    if (wishes.stop_export && !state_.exporting.jobs.empty()) {
        state_.exporting.jobs.front().stop->store(true);
    }
    if (!wishes.open_folder_of.empty()) {
        open_folder(wishes.open_folder_of);
    }
}

bool WindowExport::update() {
    const std::vector<Worker::Result> results = worker_.take_results();
    for (const Worker::Result& result : results) {
        result();
    }
    return !results.empty();
}

void WindowExport::give_up() {
    for (const ExportJob& job : state_.exporting.jobs) {
        job.stop->store(true);
    }
}

void WindowExport::start() {
    ExportState& exporting = state_.exporting;
    ExportJob job;
    job.number = ++last_number_;
    job.file = export_file(exporting);
    job.kind = kind_of(exporting.choice.format);
    job.words = split_words(
        export_command(exporting.choice, session_of(state_), view_text(state_), job.file));
    job.print = exporting.printing && exporting.send && !exporting.printer.empty() &&
                exporting.choice.format == ExportFormat::pdf;
    job.step = job.kind == OutputKind::data      ? WorkStep::layers
               : job.kind == OutputKind::picture ? WorkStep::painting
                                                 : WorkStep::proving;
    job.stop = std::make_shared<std::atomic<bool>>(false);
    exporting.jobs.push_back(job);
    worker_.run(
        [this, job, shown = state_.snapshot, shapes = state_.loaded->shapes]() -> Worker::Result {
            try {
                return work(job, shown, shapes);
            } catch (const Cancelled&) {
                return [this, job] {
                    end(job.number, {false, saying(T::export_stopped, job.file.string())});
                };
            }
        },
        [this, number = job.number](const Text& message) {
            Notice notice{true,
                          {fill(T::export_failed, Lang::ja, message.ja),
                           fill(T::export_failed, Lang::en, message.en)}};
            notice.retry = true;
            end(number, std::move(notice));
        });
}

Worker::Result WindowExport::work(const ExportJob& job, const Snapshot& shown,
                                  const std::shared_ptr<const MapShapes>& shapes) {
    Progress progress(
        [this, number = job.number, stop = job.stop](WorkStep step, int percent) {
            worker_.tell([this, number, step, percent] {
                if (ExportJob* told = this->job(number)) {
                    told->step = step;
                    told->percent = percent;
                }
            });
            constexpr std::chrono::milliseconds pause(10);
            while (held_() && !stop->load()) {
                std::this_thread::sleep_for(pause);
            }
        },
        job.stop.get());
    progress.at(job.step, 0, 1);  // it may have been stopped while it waited
    const OutputOrder order = order_of_words(job.words);
    LoadOptions loading;
    loading.progress = &progress;
    const Findings changed =
        carry_out(order,
                  make_snapshot(order.request, shown.world,
                                order.request.table.empty() ? nullptr : shown.user_table),
                  loading, shapes);
    Notice notice{false, done_text(job.print ? T::print_done : T::export_done, job.file, changed)};
    if (job.print) {
        const ToolEnd printed = run_tool({find_tool({"lp", "lpr"}), job.file.string()});
        if (!printed.good) {
            notice = {true, saying(T::print_failed, job.file.string(), printed.words)};
        }
    }
    notice.file = job.file;
    return [this, number = job.number, notice] { end(number, notice); };
}

ExportJob* WindowExport::job(int number) {
    std::vector<ExportJob>& jobs = state_.exporting.jobs;
    const auto at = std::find_if(jobs.begin(), jobs.end(),
                                 [&](const ExportJob& one) { return one.number == number; });
    return at == jobs.end() ? nullptr : &*at;
}

void WindowExport::end(int number, Notice notice) {
    std::erase_if(state_.exporting.jobs,
                  [&](const ExportJob& one) { return one.number == number; });
    show_notice(state_, std::move(notice));
}

void WindowExport::open_folder(const fs::path& file) {
    worker_.run(
        [this, folder = file.parent_path()]() -> Worker::Result {
            const ToolEnd opened = start_tool({find_tool({"xdg-open"}), folder.string()});
            return [this, folder, opened] {
                if (!opened.good) {
                    show_notice(state_, {true, saying(T::folder_failed, folder.string())});
                }
            };
        },
        [](const Text&) {});
}

}  // namespace miraimap::gui
