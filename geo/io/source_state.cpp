// SPDX-License-Identifier: MIT
#include "geo/io/source_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <system_error>
#include <vector>

#include "geo/io/checksum.hpp"
#include "geo/io/database_address.hpp"
#include "geo/io/output_target.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

/// All files that reading looks at, with the endings that old systems write in capitals.
std::vector<fs::path> parts_of(const fs::path& file) {
    std::vector<fs::path> parts = files_of(file);
    for (std::size_t i = parts.size(); i-- > 1;) {
        std::string capitals = parts[i].extension().string();
        std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        parts.push_back(parts[i]);
        parts.back().replace_extension(capitals);
    }
    return parts;
}

}  // namespace

std::optional<std::string> source_state(const fs::path& file) {
    std::error_code problem;
    if (is_database(file.string()) || !fs::is_regular_file(file, problem)) {
        return std::nullopt;
    }
    for (const char* beside : {"-wal", "-journal"}) {
        fs::path changes = file;
        changes += beside;
        if (fs::exists(changes, problem)) {
            return std::nullopt;
        }
    }
    const fs::path whole = fs::canonical(file, problem);
    if (problem) {
        return std::nullopt;
    }
    std::string state =
        fmt::format("file {}\ngiven {}\n", whole.string(), file.filename().string());
    for (const fs::path& part : parts_of(file)) {
        if (!fs::exists(part, problem)) {
            continue;
        }
        const auto bytes = fs::file_size(part, problem);
        const std::optional<std::string> sum = sha256_of_file(part);
        if (problem || !sum) {
            return std::nullopt;
        }
        state += fmt::format("part {} {} {}\n", part.filename().string(), bytes, *sum);
    }
    return state;
}

}  // namespace miraimap
