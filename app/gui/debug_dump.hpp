// SPDX-License-Identifier: MIT
// The window's state as JSON, so that tests read what was reached instead of guessing from pixels.
//
// Promises: the file is replaced atomically, and only when something changed.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "app/gui/map_painter.hpp"
#include "app/gui/ui.hpp"

namespace miraimap::gui {

struct DumpFacts {
    long long frames = 0;
    PaintCounters paint;
    DrawnBy drawn_by = DrawnBy::card;
    std::size_t glyphs = 0;
    std::size_t glyphs_missing = 0;
    int glyphs_replaced = 0;  ///< in this frame
    double frame_ms = 0;
    double fonts_ms = 0;
    double load_ms = 0;
    long long marks = 0;  ///< of tests (input_queue.hpp) that this state comes after
    bool asleep = false;  ///< nothing more to draw until something happens
};

/// Request, view, choice, counters, and where the controls are.
std::string dump_text(const AppState& state, const DumpFacts& facts,
                      const std::map<std::string, ScreenRect>& probes);

class DebugDump {
public:
    explicit DebugDump(std::filesystem::path file) : file_(std::move(file)) {}
    [[nodiscard]] bool on() const { return !file_.empty(); }
    /// @throws Error{output} if the file cannot be written
    void write(const std::string& text);
    /// Whether a test has asked for something since the last time, by making the file DUMP.WHAT;
    /// the file is removed. Never without a dump.
    [[nodiscard]] bool ordered(const std::string& what) const;
    /// Whether a test holds something back: as long as the file DUMP.WHAT is there. From any
    /// thread.
    [[nodiscard]] bool holds(const std::string& what) const;

private:
    std::filesystem::path file_;
    std::string last_;
};

}  // namespace miraimap::gui
