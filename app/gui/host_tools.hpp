// SPDX-License-Identifier: MIT
// Programs of the machine that the window asks for help: the printer's and the file manager's.
//
// Promises: no shell reads the words, so a file's name is only a name. Does not: draw.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

namespace miraimap::gui {

/// The first of these programs that $PATH holds, with its folder; "" if there is none.
std::string find_tool(std::initializer_list<const char*> names);

/// How a program ended.
struct ToolEnd {
    bool good = false;
    std::string words;  ///< the last line that it wrote, or why it could not run
};

/// Runs a program and waits for its end.
/// @param words  the program, then its arguments
ToolEnd run_tool(const std::vector<std::string>& words);

/// Starts a program that goes on by itself, and does not wait.
ToolEnd start_tool(const std::vector<std::string>& words);

}  // namespace miraimap::gui
