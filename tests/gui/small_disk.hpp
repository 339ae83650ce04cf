// SPDX-License-Identifier: MIT
// A disk of a quarter of a megabyte.
#pragma once

#include <sys/mount.h>

#include <cstdio>
#include <filesystem>

#include "tests/support/program.hpp"

namespace miraimap::test {

/// A small disk that can be filled; needs root.
class SmallDisk {
public:
    SmallDisk() : mounted_(::mount("none", folder_.path().c_str(), "tmpfs", 0, "size=256k") == 0) {}
    ~SmallDisk() {
        if (mounted_) {
            ::umount2(folder_.path().c_str(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    SmallDisk(SmallDisk&&) = delete;
    SmallDisk& operator=(SmallDisk&&) = delete;
    [[nodiscard]] bool mounted() const { return mounted_; }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
    void fill() const {
        std::FILE* file = std::fopen((path() / "filler").c_str(), "w");
        while (std::fwrite("0123456789abcdef", 1, 16, file) == 16 && std::fflush(file) == 0) {
        }
        std::fclose(file);
    }
    void empty() const { std::filesystem::remove(path() / "filler"); }

private:
    TemporaryFolder folder_;
    bool mounted_;
};

}  // namespace miraimap::test
