// SPDX-License-Identifier: MIT
// A folder's files beside a path that is being typed: what is listed, and what Enter means.
//
// Promises: pure apart from reading folders; folders come first, both in the order of their names;
// a folder that cannot be read says why and lists nothing; nothing is written. Does not draw
// (file_chooser.hpp).
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "geo/text.hpp"

namespace miraimap::gui {

/// Files that a dialog is about, e.g. {"表（CSV）", {".csv", ".tsv"}}; no endings: every file.
struct FileKind {
    Text name;
    std::vector<std::string> endings;  ///< lower case, with their dot
};

struct FileEntry {
    std::string name;
    bool folder = false;
    friend bool operator==(const FileEntry&, const FileEntry&) = default;
};

/// Most files that are listed; a name that is typed is found among all.
inline constexpr std::size_t most_listed_files = 2000;

struct FileList {
    std::array<char, 1024> typed{};  ///< a path; its last part narrows the list
    std::filesystem::path folder;    ///< that is listed
    std::vector<FileEntry> entries;
    std::string problem;  ///< why the folder cannot be read; the system's words
    int marked = -1;      ///< entry, -1: what is typed counts
    int kind = 0;
    std::string read;  ///< what the entries were read for
    // For the widget.
    bool focus_wanted = false;
    bool select_all = false;  ///< with the focus; else the cursor goes to the end
};

/// Begins with a file or, with a separator at its end, a folder.
void start_file_list(FileList& list, const std::filesystem::path& path);
/// Sets what is typed.
void type_path(FileList& list, const std::string& path);
/// Brings the entries up to date with what is typed and the kind; reads the folder only if it, its
/// name filter or the kind is another.
void update_file_list(FileList& list, const std::vector<FileKind>& kinds);
/// The folder above the listed one; the root stays.
void go_to_parent(FileList& list);

/// Enter or a double click: goes into the marked or typed folder, or returns the file that is
/// meant.
std::optional<std::filesystem::path> enter_path(FileList& list);

/// "~/a" is the reader's own folder; else the text as it is.
std::filesystem::path path_of(const std::string& typed);

}  // namespace miraimap::gui
