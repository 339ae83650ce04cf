// SPDX-License-Identifier: MIT
#include <csignal>

#include "app/cli/command_line.hpp"

int main(int argc, char** argv) {
    // A limit on file sizes then comes back as an error that can be told, not as a signal.
    std::signal(SIGXFSZ, SIG_IGN);
    return miraimap::run_command_line(argc, argv);
}
