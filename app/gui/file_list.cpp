// SPDX-License-Identifier: MIT
#include "app/gui/file_list.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace miraimap::gui {
namespace fs = std::filesystem;

namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool fits(const std::string& name, const FileKind& kind) {
    const std::string own = lower(name);
    return kind.endings.empty() ||
           std::any_of(kind.endings.begin(), kind.endings.end(),
                       [&](const std::string& ending) { return own.ends_with(ending); });
}

/// The folder that a typed path means, and the beginning of a name in it.
std::pair<fs::path, std::string> parts_of(const std::string& typed) {
    const fs::path path = path_of(typed);
    const fs::path folder = path.parent_path();
    return {folder.empty() ? fs::path(".") : folder, path.filename().string()};
}

void read_folder(FileList& list, const std::string& beginning, const FileKind& kind) {
    list.entries.clear();
    list.problem.clear();
    const std::string wanted = lower(beginning);
    std::error_code problem;
    fs::directory_iterator it(list.folder, problem);
    for (; !problem && it != fs::directory_iterator(); it.increment(problem)) {
        const std::string name = it->path().filename().string();
        std::error_code unknown;
        const bool folder = it->is_directory(unknown);
        const bool hidden = name.starts_with('.') && !wanted.starts_with('.');
        if (!hidden && lower(name).find(wanted) != std::string::npos &&
            (folder || fits(name, kind))) {
            list.entries.push_back({name, folder});
        }
    }
    if (problem) {
        list.problem = problem.message();
    }
    std::sort(list.entries.begin(), list.entries.end(), [](const FileEntry& a, const FileEntry& b) {
        return std::tuple(!a.folder, lower(a.name), a.name) <
               std::tuple(!b.folder, lower(b.name), b.name);
    });
    list.entries.resize(std::min(list.entries.size(), most_listed_files));
}

std::string with_separator(const fs::path& folder) {
    const std::string text = folder.string();
    return text.ends_with('/') ? text : text + '/';
}

}  // namespace

fs::path path_of(const std::string& typed) {
    const char* home = std::getenv("HOME");
    if (home != nullptr && (typed == "~" || typed.starts_with("~/"))) {
        return fs::path(home) / typed.substr(std::min<std::size_t>(2, typed.size()));
    }
    return typed;
}

void type_path(FileList& list, const std::string& path) {
    list.typed.fill('\0');
    std::copy_n(path.begin(), std::min(path.size(), list.typed.size() - 1), list.typed.begin());
}

void start_file_list(FileList& list, const fs::path& path) {
    const int kind = list.kind;
    list = {};
    list.kind = kind;
    type_path(list, path.string());
    list.focus_wanted = list.select_all = true;
}

void update_file_list(FileList& list, const std::vector<FileKind>& kinds) {
    const auto [folder, beginning] = parts_of(list.typed.data());
    list.kind = std::clamp(list.kind, 0, static_cast<int>(kinds.size()) - 1);
    // A name that is whole, e.g. the file that is about to be written over, hides nothing.
    std::error_code unknown;
    const bool whole = fs::is_regular_file(path_of(list.typed.data()), unknown);
    const std::string narrowed = list.select_all || whole ? std::string() : beginning;
    std::string read = folder.string() + '\n' + narrowed + '\n' + std::to_string(list.kind);
    if (read == list.read) {
        return;
    }
    list.read = std::move(read);
    list.folder = folder;
    list.marked = -1;
    read_folder(list, narrowed, kinds[static_cast<std::size_t>(list.kind)]);
}

void go_to_parent(FileList& list) {
    std::error_code unknown;
    const fs::path here = fs::absolute(list.folder, unknown).lexically_normal();
    const fs::path folder = here.has_filename() ? here : here.parent_path();
    type_path(list, with_separator(folder.parent_path()));
    list.select_all = false;
    list.focus_wanted = true;
}

std::optional<fs::path> enter_path(FileList& list) {
    const bool marked =
        list.marked >= 0 && static_cast<std::size_t>(list.marked) < list.entries.size();
    const std::string typed = list.typed.data();
    if (!marked && typed.empty()) {
        return std::nullopt;
    }
    const fs::path path =
        marked ? list.folder / list.entries[static_cast<std::size_t>(list.marked)].name
               : path_of(typed);
    std::error_code unknown;
    if (fs::is_directory(path, unknown)) {
        type_path(list, with_separator(path));
        list.select_all = false;
        list.focus_wanted = true;
        return std::nullopt;
    }
    return path;
}

}  // namespace miraimap::gui
