// SPDX-License-Identifier: MIT
// Runs the analysis on a thread of its own, so that panels and map never wait for it.
//
// Promises: neighbours and distances of a world are prepared once; only the newest question is
// answered, and an answer to an older one is never shown; the state is touched on the caller's
// thread only.
#pragma once

#include <functional>
#include <memory>

#include "app/core/analysis.hpp"
#include "app/gui/app_state.hpp"
#include "app/gui/worker.hpp"

namespace miraimap::gui {

class AnalysisRunner {
public:
    /// @param wake  called from the runner's thread whenever something is ready
    explicit AnalysisRunner(std::function<void()> wake);

    /// Takes over what is ready and asks what is wanted; once a frame.
    /// @returns true if the state changed
    bool update(AppState& state);
    [[nodiscard]] bool busy() const { return worker_.busy(); }

private:
    /// Lives on the runner's thread, with the world it was made for.
    struct Desk {
        std::shared_ptr<const World> world;
        std::unique_ptr<Analyst> analyst;
    };
    void ask(AppState& state, const AnalysisQuestion& question);
    void load_table(AppState& state);

    std::shared_ptr<Desk> desk_ = std::make_shared<Desk>();
    bool changed_ = false;
    // Last, so that its thread ends before anything it may touch.
    Worker worker_;
};

}  // namespace miraimap::gui
