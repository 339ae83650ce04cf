// SPDX-License-Identifier: MIT
// What the window remembers about its own look: which panels are shown and how large they are, the
// columns of its tables, language, colours, size and map mode as the reader set them, and that the
// guided tour was offered.
//
// Promises: a damaged or foreign file is ignored with a notice and replaced at the next change,
// never a crash; the same choices give the same bytes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/gui/frame_layout.hpp"
#include "geo/text.hpp"

namespace miraimap::gui {

/// The choices as JSON; the full map is left out, so that no window opens without its panels.
std::string settings_text(const LayoutChoices& choices);

struct ReadSettings {
    LayoutChoices choices;        ///< the defaults where the file has nothing usable
    std::optional<Text> problem;  ///< why the file was ignored
    bool first_start = false;     ///< there is no file yet, and one can be kept
};
/// Reads such a text. @param name  of the file, for the message
ReadSettings parse_settings(const std::string& text, const std::string& name);

struct AppState;
/// How the window looks now.
LookChoices look_of(const AppState& state);
/// Takes over into AppState::layout what the reader changed since AppState::look_seen.
void note_look(AppState& state);

/// Keeps the choices in a file. Without a folder nothing is remembered.
class WindowSettings {
public:
    explicit WindowSettings(const std::filesystem::path& folder);
    /// The choices of the file; defaults if there is none.
    ReadSettings load();
    /// Writes the file if the choices differ from what it holds.
    /// @returns why it could not be written, the first time only
    std::optional<Text> keep(const LayoutChoices& choices);

private:
    std::filesystem::path file_;
    std::string held_;
    std::optional<LayoutChoices> seen_;  ///< compared in every frame, so without making the text
    bool failed_ = false;
};

}  // namespace miraimap::gui
