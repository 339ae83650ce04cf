// SPDX-License-Identifier: MIT
// Does what the reader asked of sessions, and saves by itself what would be lost in a crash.
//
// Promises: files are read and written on the worker; a file that cannot be written leaves the old
// one whole, is said once, and the window works on; nothing is saved by itself before something
// changed; a window that the reader closes leaves no autosave; what an earlier window left behind
// is deleted only when the reader says so.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "app/gui/app_state.hpp"
#include "app/gui/wishes.hpp"
#include "app/gui/worker.hpp"

namespace miraimap::gui {

/// Words of the command line beside the session that it names: they win over what that holds.
struct TypedBesideSession {
    std::filesystem::path file;  ///< empty: no session was named
    Filter filter;
    std::optional<Lang> lang;
    std::optional<MapColour> colour;
    std::optional<Theme> theme;
    std::optional<int> map_crs;
};

class SessionKeeper {
public:
    explicit SessionKeeper(std::filesystem::path folder) : folder_(std::move(folder)) {}
    /// Removes the autosave.
    ~SessionKeeper();
    SessionKeeper(const SessionKeeper&) = delete;
    SessionKeeper& operator=(const SessionKeeper&) = delete;
    SessionKeeper(SessionKeeper&&) = delete;
    SessionKeeper& operator=(SessionKeeper&&) = delete;

    /// Reads the recent list and offers what a crash left behind.
    void start(AppState& state, Worker& worker, TypedBesideSession typed);
    /// Opens, saves, drops and copies as asked. True if another frame is needed.
    bool obey(AppState& state, Wishes& wishes, Worker& worker);
    /// What is loaded now is the state to which changes are compared.
    void set_base(const AppState& state);
    /// Saves at once and leaves the autosave for the next start, because the window must end.
    void keep(const AppState& state);
    /// Saves by itself if something changed and enough time has passed.
    /// @returns seconds until it should be asked again; empty: nothing to save
    std::optional<double> autosave(AppState& state, Worker& worker);

private:
    void open(AppState& state, const std::filesystem::path& file, Worker& worker);
    void save(AppState& state, const std::filesystem::path& file, Worker& worker);
    void take_drops(AppState& state, Wishes& wishes);
    void take_offer(AppState& state, Wishes& wishes);
    void accept(AppState& state, SessionOffer offer, Wishes& wishes);
    void remember(AppState& state, const std::filesystem::path& file) const;

    std::filesystem::path folder_;
    std::string base_;  ///< text of the state that needs no autosave
    std::chrono::steady_clock::time_point last_;
    bool failed_ = false;
    bool kept_ = false;
    TypedBesideSession typed_;
};

}  // namespace miraimap::gui
