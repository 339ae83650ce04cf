// SPDX-License-Identifier: MIT
// What the window knows about its session: the file, what was saved, what is being asked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/session.hpp"
#include "app/gui/file_list.hpp"
#include "app/gui/wishes.hpp"
#include "app/gui/work_history.hpp"

namespace miraimap::gui {

enum class SessionDialog : std::uint8_t { none, open, save };

/// A session that could be read only in part, or whose inputs differ: the reader decides.
struct SessionOffer {
    std::filesystem::path file;
    SessionReading reading;
    bool recovered = false;  ///< left behind by a window that ended without being closed
    Text saved;              ///< when it was saved, in words
};

/// Work that a window left behind when it ended without being closed.
struct LeftWork {
    std::filesystem::path file;
    Text saved;  ///< when, in words
};

/// A session whose inputs are still being loaded.
struct ComingSession {
    Session session;
    std::shared_ptr<Chapter> chapter;  ///< that begins with it, or that is gone back to
    bool is_step_back = false;         ///< it was shown before; else it becomes a step
};

struct SessionState {
    /// Of the history: what is shown belongs to it.
    std::shared_ptr<Chapter> chapter = std::make_shared<Chapter>();
    std::filesystem::path file;  ///< where Ctrl+S saves; empty: it asks
    /// A file that holds what this version could not keep: never written over.
    std::filesystem::path guarded;
    std::vector<SessionInput> inputs;           ///< of what is loaded
    std::vector<std::filesystem::path> recent;  ///< the last used first
    SessionDialog dialog = SessionDialog::none;
    SessionDialog dialog_wanted = SessionDialog::none;
    FileList files;  ///< of the dialog
    std::optional<SessionOffer> offer;
    bool offer_open = false;
    bool offer_taken = false;      ///< the reader wants what can be kept
    bool offer_declined = false;   ///< not now: every file stays
    bool offer_discarded = false;  ///< declined, and what was left behind is to be deleted
    std::vector<LeftWork> left;    ///< the newest first; deleted only when restored or discarded
    std::optional<ComingSession> coming;
    // Asked for; done after the frame (session_keeper.hpp).
    std::filesystem::path open_wanted;
    std::filesystem::path save_wanted;
    bool copy_wanted = false;
    std::vector<std::filesystem::path> dropped;
    std::string copied;  ///< the last command line that was copied
    Wishes owed;         ///< by going back to another chapter; for the end of the frame
};

}  // namespace miraimap::gui
