// SPDX-License-Identifier: MIT
#include "app/gui/window_export.hpp"

#include "app/gui/background.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/window_session.hpp"

namespace miraimap::gui {

void WindowExport::start() {
    const std::filesystem::path file(state_.exporting.file.data());
    state_.exporting.running = true;
    worker_.run(
        [this, file, format = state_.exporting.format, snapshot = state_.snapshot,
         theme = state_.theme, view = view_text(state_),
         shown = session_of(state_).request]() -> Worker::Result {
            Snapshot asked = snapshot;
            asked.request.view = shown.view;
            asked.request.marked = shown.marked;
            asked.request.neighbours = shown.neighbours;
            write_export(asked, format, theme, view, file);
            return [this, file] {
                state_.exporting.running = false;
                show_notice(state_, {false,
                                     {fill(T::export_done, Lang::ja, file.string()),
                                      fill(T::export_done, Lang::en, file.string())}});
            };
        },
        [this](const Text& message) {
            state_.exporting.running = false;
            show_notice(state_, {true, message});
        });
}

}  // namespace miraimap::gui
