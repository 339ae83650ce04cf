// SPDX-License-Identifier: MIT
#include "app/gui/host_tools.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <sstream>

namespace miraimap::gui {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

std::string last_line(const std::string& text) {
    std::istringstream in(text);
    std::string line;
    std::string last;
    while (std::getline(in, line)) {
        last = line.empty() ? last : line;
    }
    return last;
}

/// All that arrives until the other end is closed.
std::string read_all(int from) {
    std::string text;
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got > 0) {
            text.append(buffer.data(), static_cast<std::size_t>(got));
        } else if (got == 0 || errno != EINTR) {
            return text;
        }
    }
}

ToolEnd wait_for(pid_t child, std::string words) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) {
            return {false, std::strerror(errno)};
        }
    }
    return {WIFEXITED(status) && WEXITSTATUS(status) == 0, std::move(words)};
}

}  // namespace

std::string find_tool(std::initializer_list<const char*> names) {
    const char* path = std::getenv("PATH");
    for (const char* name : names) {
        std::istringstream folders(path != nullptr ? path : "");
        std::string folder;
        while (std::getline(folders, folder, ':')) {
            const std::filesystem::path file = std::filesystem::path(folder) / name;
            std::error_code ignored;
            if (!folder.empty() && std::filesystem::is_regular_file(file, ignored) &&
                ::access(file.c_str(), X_OK) == 0) {
                return file.string();
            }
        }
    }
    return {};
}

ToolEnd run_tool(const std::vector<std::string>& words) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
        return {false, std::strerror(errno)};
    }
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDERR_FILENO);
    std::vector<std::string> own = words;
    pid_t child = 0;
    const int problem = ::posix_spawn(&child, own.front().c_str(), &actions, nullptr,
                                      pointers_to(own).data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    std::string said = problem == 0 ? last_line(read_all(pipe[0])) : std::string();
    ::close(pipe[0]);
    return problem == 0 ? wait_for(child, std::move(said)) : ToolEnd{false, std::strerror(problem)};
}

ToolEnd start_tool(const std::vector<std::string>& words) {
    // The shell leaves the program alone at once; the words stay words.
    std::vector<std::string> detached{"/bin/sh", "-c", R"("$@" > /dev/null 2>&1 &)", "sh"};
    detached.insert(detached.end(), words.begin(), words.end());
    return run_tool(detached);
}

}  // namespace miraimap::gui
