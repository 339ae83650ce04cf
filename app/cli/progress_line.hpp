// SPDX-License-Identifier: MIT
// `--progress`: one line on stderr that says how far long work is.
//
// Promises: on a terminal the line is written over itself and wiped away at the end; elsewhere each
// tenth of a step has a line of its own. Nothing is shown of work that is done within a third of a
// second. Does not: write to stdout.
#pragma once

#include <chrono>
#include <string>

#include "geo/progress.hpp"
#include "geo/text.hpp"

namespace miraimap {

enum class ShowProgress { automatic, always, never };

/// @throws Error{usage} for another word than auto, always, never
ShowProgress to_show_progress(const std::string& word);

class ProgressLine {
public:
    /// @param quiet  `auto` then means never
    ProgressLine(ShowProgress wanted, bool quiet, Lang lang);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ProgressLine(ProgressLine&&) = delete;
    ProgressLine& operator=(ProgressLine&&) = delete;

    [[nodiscard]] Progress& progress() { return progress_; }
    /// Takes the line away before something else is written.
    void wipe();

private:
    void show(WorkStep step, int percent);

    bool on_;
    bool terminal_;
    bool at_once_;
    Lang lang_;
    bool shown_ = false;
    WorkStep step_ = WorkStep::reading;
    int tenth_ = -1;
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    Progress progress_;
};

}  // namespace miraimap
