// SPDX-License-Identifier: MIT
#include "app/cli/progress_line.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "geo/error.hpp"

namespace miraimap {
namespace {

/// Work that is done sooner needs no line.
constexpr std::chrono::milliseconds patience(300);
constexpr int steps_a_line = 10;

}  // namespace

ShowProgress to_show_progress(const std::string& word) {
    if (word == "auto") {
        return ShowProgress::automatic;
    }
    if (word == "always" || word == "never") {
        return word == "always" ? ShowProgress::always : ShowProgress::never;
    }
    throw Error(ErrorKind::usage, "--progress",
                {"「" + word + "」が分からない", "unknown value '" + word + "'"},
                {"使える値: auto always never", "known values: auto always never"});
}

ProgressLine::ProgressLine(ShowProgress wanted, bool quiet, Lang lang)
    : on_(wanted == ShowProgress::always ||
          (wanted == ShowProgress::automatic && !quiet && ::isatty(STDERR_FILENO) == 1)),
      terminal_(::isatty(STDERR_FILENO) == 1),
      at_once_(wanted == ShowProgress::always),
      lang_(lang) {
    if (on_) {
        progress_ = Progress([this](WorkStep step, int percent) { show(step, percent); });
    }
}

ProgressLine::~ProgressLine() { wipe(); }

void ProgressLine::show(WorkStep step, int percent) {
    if (!at_once_ && std::chrono::steady_clock::now() - began_ < patience) {
        return;
    }
    const std::string line = fmt::format("{} {}%", name_of(step).in(lang_), percent);
    if (terminal_) {
        std::cerr << "\r\033[K" << line << std::flush;
        shown_ = true;
        return;
    }
    const int tenth = percent / steps_a_line;
    if (step != step_ || tenth > tenth_) {
        step_ = step;
        tenth_ = tenth;
        std::cerr << line << "\n" << std::flush;
    }
}

void ProgressLine::wipe() {
    if (shown_) {
        std::cerr << "\r\033[K" << std::flush;
        shown_ = false;
    }
}

}  // namespace miraimap
