# SPDX-License-Identifier: MIT
# Turns the page's style sheet and script into raw string literals of one C++ file.
# Run as: cmake -DSOURCE=<folder> -DOUTPUT=<file> -P embed.cmake
file(READ "${SOURCE}/report.css" css)
file(READ "${SOURCE}/report.js" script)
set(text "// Made from report.css and report.js by embed.cmake.
#include \"app/print/report/parts.hpp\"
namespace miraimap::report {
const std::string_view style_sheet = R\"~~~(${css})~~~\";
const std::string_view script = R\"~~~(${script})~~~\";
}  // namespace miraimap::report
")
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT "${text}" @ONLY)
