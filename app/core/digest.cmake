# SPDX-License-Identifier: MIT
# Makes one C++ file with the SHA-256 of all files of a list, so that what was kept by a program
# built from other sources is not taken for its own.
# Run as: cmake -DLIST=<file with one path a line> -DOUTPUT=<file> -P digest.cmake
file(STRINGS "${LIST}" sources)
set(sums "")
foreach(source IN LISTS sources)
  file(SHA256 "${source}" sum)
  string(APPEND sums "${sum} ")
endforeach()
string(SHA256 digest "${sums}")
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT "// Made by digest.cmake.
#include \"app/core/boundary_cache.hpp\"
namespace miraimap {
const std::string_view sources_digest = \"${digest}\";
}  // namespace miraimap
" @ONLY)
