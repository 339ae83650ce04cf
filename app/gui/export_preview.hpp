// SPDX-License-Identifier: MIT
// What an export will hold, found out in the background while its dialog is open.
//
// Promises: pages are painted by the painter of the files themselves; only the newest question is
// answered, an older one is stopped; the state is touched on the window's thread only. Does not:
// write a file.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/core/snapshot.hpp"
#include "app/gui/app_state.hpp"
#include "app/gui/worker.hpp"
#include "app/print/map_pages.hpp"

namespace miraimap::gui {

struct PreviewQuestion {
    std::string key;
    std::vector<std::string> words;  ///< of the command line (export_command)
    std::shared_ptr<const World> world;
    std::shared_ptr<const UserTable> user_table;  ///< of the words' table; may be null
    std::shared_ptr<const MapShapes> shapes;      ///< picture_shapes of the world
    std::size_t page = 0;                         ///< of an atlas
    int width_px = 0;                             ///< room for the page
    int height_px = 0;
};

/// The question that the dialog asks now; no words if there is nothing to ask yet.
PreviewQuestion preview_question(const AppState& state);

/// Answers one; what is wrong with the words stands in the answer.
/// @param pages  of the question's world
/// @throws Error if it cannot be made, Cancelled if the progress says so
ExportPreview make_preview(const PreviewQuestion& question, MapPages& pages, Progress& progress);

/// What can be said of a file before it is written.
/// @param file  with its ending, absolute
ExportTarget look_at_target(const std::string& typed, const std::filesystem::path& file,
                            const Request& request, bool manifest);

class ExportPreviewer {
public:
    /// @param wake  called from its threads whenever something is ready
    explicit ExportPreviewer(const std::function<void()>& wake);

    /// Takes over what is ready and asks what is wanted; once a frame.
    /// @returns true if the state changed
    bool update(AppState& state);
    [[nodiscard]] bool busy() const { return painter_.busy() || looker_.busy(); }
    /// Lets its threads end soon.
    void give_up() { stop_->store(true); }

private:
    using Stop = std::shared_ptr<std::atomic<bool>>;
    /// Lives on the painter's thread, with the world it was made for.
    struct Desk {
        std::shared_ptr<const World> world;
        std::unique_ptr<MapPages> pages;
    };
    void ask(AppState& state, const PreviewQuestion& question);
    void look(AppState& state);

    std::shared_ptr<Desk> desk_ = std::make_shared<Desk>();
    Stop stop_ = std::make_shared<std::atomic<bool>>(false);  ///< of the page being made
    std::string asked_;                                       ///< key of it; "": none
    std::string looked_;                                      ///< what the last look was about
    bool looking_ = false;
    // Last, so that their threads end before anything they may touch.
    Worker painter_;
    Worker looker_;
};

}  // namespace miraimap::gui
