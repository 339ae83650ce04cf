// SPDX-License-Identifier: MIT
#include "app/gui/config_folder.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <system_error>

#include "geo/error.hpp"

namespace miraimap::gui {
namespace {

std::filesystem::path absolute_setting(const char* name) {
    const char* value = std::getenv(name);
    const std::filesystem::path path = value == nullptr ? "" : value;
    return path.is_absolute() ? path : std::filesystem::path();
}

[[noreturn]] void cannot_write(const std::filesystem::path& file, const std::string& reason) {
    throw Error(
        ErrorKind::output, file.string(),
        {"書き込めません（" + reason + "）。", "it cannot be written (" + reason + ")"},
        {"空き容量と書き込みの権限を確かめる", "check the free space and the permission to write"});
}

}  // namespace

std::filesystem::path config_folder() {
    if (const std::filesystem::path own = absolute_setting("XDG_CONFIG_HOME"); !own.empty()) {
        return own / "miraimap";
    }
    const std::filesystem::path home = absolute_setting("HOME");
    return home.empty() ? home : home / ".config" / "miraimap";
}

void replace_file(const std::filesystem::path& file, const std::string& text) {
    std::error_code problem;
    std::filesystem::create_directories(file.parent_path(), problem);
    // Two windows may write at once: each has a part of its own.
    std::filesystem::path part = file;
    part += "." + std::to_string(::getpid()) + ".part";
    {
        std::ofstream out(part, std::ios::binary | std::ios::trunc);
        out << text;
        out.flush();
        if (!out) {
            const std::string reason =
                problem ? problem.message()
                        : std::error_code(errno, std::generic_category()).message();
            std::filesystem::remove(part, problem);
            cannot_write(file, reason);
        }
    }
    std::filesystem::rename(part, file, problem);
    if (problem) {
        const std::string reason = problem.message();
        std::filesystem::remove(part, problem);
        cannot_write(file, reason);
    }
}

}  // namespace miraimap::gui
