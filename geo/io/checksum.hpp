// SPDX-License-Identifier: MIT
// Checksums that name the state of a file.
#pragma once

#include <string>
#include <string_view>

namespace miraimap {

/// SHA-256 in lower-case hexadecimal, as `sha256sum` prints it.
std::string sha256_of(std::string_view bytes);

}  // namespace miraimap
