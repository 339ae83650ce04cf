// SPDX-License-Identifier: MIT
#include "app/cli/command_line.hpp"

int main(int argc, char** argv) { return miraimap::run_command_line(argc, argv); }
