// SPDX-License-Identifier: MIT
#include "geo/io/gdal_memory.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <atomic>

namespace miraimap::gdal {

MemoryFolder::MemoryFolder() {
    static std::atomic<int> count{0};
    path_ = fmt::format("/vsimem/miraimap-{}", ++count);
    VSIMkdir(path_.c_str(), 0700);
}

MemoryFolder::~MemoryFolder() { VSIRmdirRecursive(path_.c_str()); }

std::vector<OutputFile> MemoryFolder::take(const std::filesystem::path& target) const {
    char** listed = VSIReadDir(path_.c_str());
    std::vector<std::string> names;
    for (char** name = listed; name != nullptr && *name != nullptr; ++name) {
        names.emplace_back(*name);
    }
    CSLDestroy(listed);
    const std::string main = target.filename().string();
    std::sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
        return std::pair(a == main, a) < std::pair(b == main, b);
    });
    std::vector<OutputFile> files;
    for (const std::string& name : names) {
        vsi_l_offset size = 0;
        const GByte* bytes = VSIGetMemFileBuffer((path_ / name).c_str(), &size, FALSE);
        if (bytes != nullptr) {
            files.push_back({target.parent_path() / name,
                             std::string(reinterpret_cast<const char*>(bytes), size)});
        }
    }
    return files;
}

}  // namespace miraimap::gdal
