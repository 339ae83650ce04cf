// SPDX-License-Identifier: MIT
// Reading what the window shows, on its worker: begun, shown as progress, stopped, failed.
//
// Promises: until another set is there, everything on the screen belongs to the one before; an
// error leaves what was shown; a result that is no longer wanted is dropped. Does not: draw.
#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <utility>

#include "app/gui/app_state.hpp"
#include "app/gui/debug_dump.hpp"
#include "app/gui/fonts.hpp"
#include "app/gui/screen.hpp"
#include "app/gui/session_keeper.hpp"
#include "app/gui/wishes.hpp"
#include "app/gui/worker.hpp"

namespace miraimap::gui {

class WindowLoading {
public:
    /// Changes these parts of the window, on the window's thread only.
    /// @param code_points  letters of what is loaded are added
    /// @param worker  ends before this does
    /// @param screen  that will draw what is loaded
    /// @param cache  folder of the cache; empty: without one
    WindowLoading(AppState& state, Wishes& wishes, SessionKeeper& keeper, CodePoints& code_points,
                  DumpFacts& facts, Worker& worker, const Screen& screen,
                  std::filesystem::path cache)
        : state_(state),
          wishes_(wishes),
          keeper_(keeper),
          code_points_(code_points),
          facts_(facts),
          worker_(worker),
          screen_(screen),
          cache_(std::move(cache)) {}

    /// Reads what the request names; what was being read is not wanted any more.
    void start();
    /// Stops, and keeps what is shown; without anything shown, reads the embedded set instead, or
    /// wishes the window to close.
    void stop();
    /// Lets the worker's thread end soon.
    void give_up() { stop_->store(true); }

private:
    using Stop = std::shared_ptr<std::atomic<bool>>;
    using Clock = std::chrono::steady_clock;
    Worker::Result load_in_background(const Request& asked, DrawnBy drawn_by, const Stop& stop);
    void keep_for_next_time(const std::shared_ptr<const Loaded>& loaded);
    void fail_loading(const Text& message);
    void show_former_map();

    AppState& state_;
    Wishes& wishes_;
    SessionKeeper& keeper_;
    CodePoints& code_points_;
    DumpFacts& facts_;
    Worker& worker_;
    const Screen& screen_;
    std::filesystem::path cache_;
    Clock::time_point began_;
    Stop stop_ = std::make_shared<std::atomic<bool>>(false);  ///< of what is being loaded
};

}  // namespace miraimap::gui
