// SPDX-License-Identifier: MIT
// A folder in memory for GDAL to write into, and its files as bytes.
//
// Promises: the name is unique in the process; what is inside goes away with the object. Does not:
// leave geo/io; no other folder includes this header.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/io/atomic_file.hpp"

namespace miraimap::gdal {

class MemoryFolder {
public:
    MemoryFolder();
    ~MemoryFolder();
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    /// Path of a file in this folder, for GDAL.
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
        return path_ / name;
    }

    /// All files inside, meant to stand beside `target`; the one named like the target comes last,
    /// the others in alphabetical order. Close the dataset first.
    [[nodiscard]] std::vector<OutputFile> take(const std::filesystem::path& target) const;

private:
    std::filesystem::path path_;
};

}  // namespace miraimap::gdal
