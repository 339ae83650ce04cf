// SPDX-License-Identifier: MIT
// A real window on a display of its own, driven with mouse and keyboard and read through its dump.
//
// Promises: Xvfb and the window end with the object; waiting is always for a state, with a limit.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/program.hpp"

namespace miraimap::test {

/// Empty if real windows can be tested here, else a sentence that says what is missing.
std::string why_no_window();

/// Ends a process it started.
class Child {
public:
    Child() = default;
    ~Child() { stop(); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    Child(Child&&) = delete;
    Child& operator=(Child&&) = delete;
    void start(const std::vector<std::string>& command, const std::vector<std::string>& environment,
               int keep_open = -1);
    void stop();
    [[nodiscard]] pid_t pid() const { return pid_; }
    [[nodiscard]] bool running();
    /// Waits for the end and returns the exit code; 128 + signal if it was killed.
    int wait_for_end();

private:
    pid_t pid_ = -1;
};

class RealWindow {
public:
    /// Starts `miraimap gui` with these words on a display of width x height, as large as the
    /// display unless the words say a --size, and without the guided tour unless they say --tour.
    /// @param config_folder  its XDG_CONFIG_HOME and XDG_STATE_HOME; empty: an empty one of its
    /// own, so that nothing is
    ///   remembered from before
    /// @param environment  further "NAME=value" settings
    explicit RealWindow(const std::vector<std::string>& words, int width_px = 1280,
                        int height_px = 800, std::filesystem::path config_folder = {},
                        const std::vector<std::string>& environment = {});

    /// The state as it is now; an empty object before the first frame.
    [[nodiscard]] nlohmann::json dump() const;
    /// Waits until the state fulfils the condition and returns it; the last state after the limit.
    nlohmann::json wait_for(const std::function<bool(const nlohmann::json&)>& condition,
                            double limit_s = 20) const;
    /// Waits until the window has loaded and sleeps.
    nlohmann::json wait_until_ready() const;
    /// Waits until the window has taken all input, done all work and sleeps.
    nlohmann::json wait_until_still() const;

    void move(int x_px, int y_px) const;
    void move_to(const std::string& place) const;
    void click(const std::string& place) const;
    void right_click(const std::string& place) const;
    /// Where the pointer is.
    void double_click() const;
    /// Clicks while the window is busy: waits neither before nor after.
    void click_at_once(const std::string& place) const;
    void wheel(int steps) const;
    void drag(int dx_px, int dy_px) const;
    /// Presses a key and keeps it down, or lets it go ("shift", "alt", "ctrl").
    void hold(const std::string& name, bool down) const;
    void type(const std::string& text) const;
    void key(const std::string& name) const;
    /// Asks for a hardship (debug_dump.hpp) and makes the window look.
    void order(const std::string& what) const;
    /// Makes exports wait at their next step, or go on.
    void hold_export(bool on) const;
    /// Presses a key while the window is busy: waits neither before nor after.
    void key_at_once(const std::string& name) const;
    /// Types into a window that is busy all the while and takes everything at once afterwards.
    nlohmann::json type_while_busy(const std::string& text) const;
    /// Waits for the window to end by itself and returns the exit code.
    int wait_for_end() { return window_.wait_for_end(); }
    /// Writes a picture of the whole screen.
    void screenshot(const std::filesystem::path& file) const;
    /// Processor time used so far, in seconds.
    [[nodiscard]] double processor_s() const;
    [[nodiscard]] bool running() { return window_.running(); }
    /// Presses Ctrl+Q and returns the exit code.
    int quit();
    /// Kills the window without a word.
    void crash();
    [[nodiscard]] const std::string& display() const { return display_; }
    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

private:
    void xdotool(const std::vector<std::string>& words) const;
    /// Sends input and waits until the window has taken it and sleeps again.
    nlohmann::json act(std::vector<std::string> words) const;

    TemporaryFolder folder_;
    std::string display_;
    Child server_;
    mutable Child window_;
    mutable std::string clicked_;  ///< what was clicked last, and when
    mutable std::chrono::steady_clock::time_point clicked_at_;
};

}  // namespace miraimap::test
