// SPDX-License-Identifier: MIT
#include "tests/gui/loaded_state.hpp"

#include "tests/support/program.hpp"

namespace miraimap::gui {

std::shared_ptr<const Loaded> loaded() {
    static const std::shared_ptr<const Loaded> all = [] {
        Request request;
        request.data = test::root() / "data";
        return load_all(request, [] {});
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

}  // namespace miraimap::gui
