// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

#include "app/cli/reopen.hpp"
#include "app/cli/verbs.hpp"
#include "geo/error.hpp"
#include "geo/io/database_address.hpp"

namespace miraimap {

int verb_gui(int argc, char** argv, Lang /*lang*/) {
    // The window is a program of its own, so that this one needs no OpenGL library.
    std::error_code problem;
    const std::filesystem::path here = std::filesystem::read_symlink("/proc/self/exe", problem);
    const std::string program = (here.parent_path() / "miraimap-window").string();
    std::vector<std::string> words{program};
    for (int i = 1; i < argc; ++i) {
        if (i != 1 || std::strcmp(argv[i], "gui") != 0) {
            words.emplace_back(argv[i]);
        }
    }
    words = show_passwords(std::move(words));
    ::execv(program.c_str(), as_arguments(words).data());
    throw Error(
        ErrorKind::input, program,
        {"窓のプログラムを起動できない（" + std::string(std::strerror(errno)) + "）",
         "the window program cannot be started (" + std::string(std::strerror(errno)) + ")"},
        {"./run でビルドするか、miraimap render FILE.png を使う",
         "build it with ./run, or use miraimap render FILE.png"});
}

}  // namespace miraimap
