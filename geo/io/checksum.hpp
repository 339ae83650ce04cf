// SPDX-License-Identifier: MIT
// Checksums that name the state of a file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace miraimap {

/// SHA-256 in lower-case hexadecimal, as `sha256sum` prints it.
std::string sha256_of(std::string_view bytes);

/// SHA-256 of a file's content, read piece by piece; empty if it cannot be read.
std::optional<std::string> sha256_of_file(const std::filesystem::path& file);

/// A quick sum that finds damage, not intent: a change within any eight bytes always changes it,
/// any other with all but one chance in 2^64. Depends on the machine's order of bytes.
std::uint64_t damage_sum(std::string_view bytes);

}  // namespace miraimap
