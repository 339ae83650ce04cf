// SPDX-License-Identifier: MIT
#include "tests/gui/loaded_state.hpp"

#include "app/gui/analysis_actions.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {

std::shared_ptr<const Loaded> loaded() {
    static const std::shared_ptr<const Loaded> all = [] {
        Request request;
        request.data = test::root() / "data";
        return load_all(request);
    }();
    return all;
}

AppState ready_state(double width_px, double height_px) {
    AppState state;
    state.request.data = test::root() / "data";
    state.view.width_px = width_px;
    state.view.height_px = height_px;
    take_loaded(state, loaded());
    return state;
}

void answer_now(AppState& state) {
    static std::shared_ptr<const World> world;
    static std::unique_ptr<Analyst> analyst;
    if (world != state.loaded->world) {
        world = state.loaded->world;
        analyst = std::make_unique<Analyst>(world);
    }
    AnalysisQuestion question{chosen_place(state), state.analysis.selection,
                              places_with_neighbours(state)};
    for (const Passed& passed : state.snapshot.passed) {
        if (question.selection < 0 &&
            !holders_of(*world, static_cast<std::size_t>(passed.selection)).empty()) {
            question.selection = passed.selection;
        }
    }
    Snapshot snapshot = state.snapshot;
    snapshot.request.lang = state.request.lang;
    auto answer = std::make_shared<AnalysisAnswer>(analyse(*analyst, snapshot, question));
    answer->version = state.snapshot_version;
    state.analysis.answer = answer;
}

}  // namespace miraimap::gui
