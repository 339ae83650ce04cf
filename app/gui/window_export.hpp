// SPDX-License-Identifier: MIT
// Writing what the window shows to files, one after the other, beside the window.
//
// Promises: each file shows what the window showed when it was asked for; the state is touched on
// the window's thread only; the end is a notice that names the file; what is stopped or fails
// leaves the old file whole. Does not: draw.
#pragma once

#include <functional>
#include <vector>

#include "app/gui/app_state.hpp"
#include "app/gui/wishes.hpp"
#include "app/gui/worker.hpp"

namespace miraimap::gui {

class WindowExport {
public:
    /// @param wake  called from its thread whenever something is ready
    /// @param held  asked from its thread at every step: work waits while it says so, unless it is
    ///              stopped
    WindowExport(AppState& state, std::function<void()> wake, std::function<bool()> held);
    ~WindowExport() { give_up(); }
    WindowExport(const WindowExport&) = delete;
    WindowExport& operator=(const WindowExport&) = delete;
    WindowExport(WindowExport&&) = delete;
    WindowExport& operator=(WindowExport&&) = delete;

    /// Does what the panels wished for.
    void obey(const Wishes& wishes);
    /// Takes over what is ready. True if the state changed.
    bool update();
    [[nodiscard]] bool busy() const { return worker_.busy(); }
    /// Stops everything, so that its thread ends soon.
    void give_up();

private:
    void start();
    void open_folder(const std::filesystem::path& file);
    /// On the worker's thread. @returns what is done with the end of it on the window's
    Worker::Result work(const ExportJob& job, const Snapshot& shown,
                        const std::shared_ptr<const MapShapes>& shapes);
    [[nodiscard]] ExportJob* job(int number);
    void end(int number, Notice notice);

    AppState& state_;
    std::function<bool()> held_;
    int last_number_ = 0;
    // Last, so that its thread ends before anything it may touch.
    Worker worker_;
};

}  // namespace miraimap::gui
