// SPDX-License-Identifier: MIT
// The program's command line: parses, runs one verb, turns errors into exit codes.
#pragma once

namespace miraimap {

/// Runs the whole command line.
/// @returns 0 done, 1 the data has errors, 2 wrong usage, 3 an input cannot be read or an output
///          cannot be written
int run_command_line(int argc, char** argv);

}  // namespace miraimap
