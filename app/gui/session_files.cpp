// SPDX-License-Identifier: MIT
#include "app/gui/session_files.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <tuple>

#include "geo/io/atomic_file.hpp"

namespace miraimap::gui {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::size_t most_recent = 10;
constexpr const char* autosave_begin = "autosave-";
constexpr const char* autosave_end = ".mmap";

/// The process that an autosave belongs to; 0 for any other file.
pid_t owner_of(const fs::path& file) {
    const std::string name = file.filename().string();
    const std::string begin = autosave_begin;
    if (!name.starts_with(begin) || !name.ends_with(autosave_end)) {
        return 0;
    }
    pid_t owner = 0;
    const char* from = name.data() + begin.size();
    const auto [end, problem] = std::from_chars(from, name.data() + name.size(), owner);
    return problem == std::errc() && std::string(end) == autosave_end ? owner : 0;
}

/// True if the process runs and is a window of this program: numbers are used again.
bool is_running_window(pid_t process) {
    if (::kill(process, 0) != 0 && errno == ESRCH) {
        return false;
    }
    std::ifstream name("/proc/" + std::to_string(process) + "/comm");
    std::string text;
    std::getline(name, text);
    return text.starts_with("miraimap");
}

}  // namespace

fs::path state_folder() {
    const auto absolute = [](const char* name) {
        const char* value = std::getenv(name);
        const fs::path path = value == nullptr ? "" : value;
        return path.is_absolute() ? path : fs::path();
    };
    if (const fs::path own = absolute("XDG_STATE_HOME"); !own.empty()) {
        return own / "miraimap";
    }
    const fs::path home = absolute("HOME");
    return home.empty() ? home : home / ".local" / "state" / "miraimap";
}

std::vector<fs::path> read_recent(const fs::path& folder) {
    std::vector<fs::path> files;
    std::ifstream in(folder / "recent.json", std::ios::binary);
    const json list =
        json::parse(std::string(std::istreambuf_iterator<char>(in), {}), nullptr, false);
    if (!list.is_array()) {
        return files;
    }
    for (const json& one : list) {
        std::error_code problem;
        if (one.is_string() && fs::is_regular_file(one.get<std::string>(), problem) &&
            files.size() < most_recent) {
            files.emplace_back(one.get<std::string>());
        }
    }
    return files;
}

std::vector<fs::path> add_recent(const fs::path& folder, const fs::path& file) {
    std::vector<fs::path> files = read_recent(folder);
    const fs::path whole = fs::absolute(file).lexically_normal();
    files.erase(std::remove(files.begin(), files.end(), whole), files.end());
    files.insert(files.begin(), whole);
    files.resize(std::min(files.size(), most_recent));
    if (!folder.empty()) {
        json list = json::array();
        for (const fs::path& one : files) {
            list.push_back(one.string());
        }
        std::error_code problem;
        fs::create_directories(folder, problem);
        write_file(folder / "recent.json",
                   list.dump(2, ' ', false, json::error_handler_t::replace) + "\n");
    }
    return files;
}

fs::path own_autosave(const fs::path& folder) {
    return folder / (autosave_begin + std::to_string(::getpid()) + autosave_end);
}

std::vector<fs::path> abandoned_autosaves(const fs::path& folder) {
    struct Left {
        fs::file_time_type time;
        fs::path file;
    };
    std::vector<Left> left;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folder, problem)) {
        const pid_t owner = owner_of(entry.path());
        if (owner <= 0 || owner == ::getpid() || is_running_window(owner)) {
            continue;
        }
        std::error_code unknown;
        left.push_back({fs::last_write_time(entry.path(), unknown), entry.path()});
    }
    std::sort(left.begin(), left.end(), [](const Left& a, const Left& b) {
        return std::tie(b.time, a.file) < std::tie(a.time, b.file);
    });
    std::vector<fs::path> files;
    for (Left& one : left) {
        files.push_back(std::move(one.file));
    }
    return files;
}

Text time_saved(const fs::path& file) {
    struct stat facts {};
    std::tm t{};
    if (::stat(file.c_str(), &facts) != 0 || ::localtime_r(&facts.st_mtime, &t) == nullptr) {
        return {};
    }
    const int year = t.tm_year + 1900;
    const int month = t.tm_mon + 1;
    return {fmt::format("{}年{}月{}日 {}:{:02}", year, month, t.tm_mday, t.tm_hour, t.tm_min),
            fmt::format("{}-{:02}-{:02} {}:{:02}", year, month, t.tm_mday, t.tm_hour, t.tm_min)};
}

}  // namespace miraimap::gui
