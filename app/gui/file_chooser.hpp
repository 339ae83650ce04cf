// SPDX-License-Identifier: MIT
// The part of a dialog that names a file: a path to type, the files of its folder, kinds, folders
// used before.
//
// Promises: everything works by keyboard (arrows, Enter, Alt+Up) and by mouse; the reader can
// always type a path instead. Does not: write or check anything; the dialog does.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/gui/file_list.hpp"
#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// Draws it at the cursor.
/// @param folders  used before, offered as links
/// @param id  names the probe of the field
/// @returns the file that Enter or a double click meant
std::optional<std::filesystem::path> file_chooser(const Ui& ui, FileList& list,
                                                  const std::vector<FileKind>& kinds,
                                                  const std::vector<std::filesystem::path>& folders,
                                                  const char* id, ImVec2 extent);

/// All texts of the list that a font must know.
std::vector<std::string> words_of(const FileList& list);

}  // namespace miraimap::gui
