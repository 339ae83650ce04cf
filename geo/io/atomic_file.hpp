// SPDX-License-Identifier: MIT
// Output files that appear whole or not at all.
//
// Written beside the target under a temporary name, renamed when complete, removed otherwise.
// Promises: an existing file is replaced only by a complete one; a failure leaves nothing behind.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace miraimap {

class AtomicFile {
public:
    /// Prepares to write `target`.
    /// @throws Error{output} if the folder is missing or cannot be written, or if the target is a
    ///         folder or a device
    explicit AtomicFile(std::filesystem::path target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    /// Where to write; has the same ending as the target. Does not exist yet.
    [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }

    /// Renames the finished temporary file to the target.
    /// @throws Error{output} if that fails; the target is then as it was
    void commit();

private:
    std::filesystem::path target_;
    std::filesystem::path temporary_;
    bool committed_ = false;
};

/// Writes bytes to a file, whole or not at all.
/// @throws Error{output}
void write_file(const std::filesystem::path& target, std::string_view bytes);

}  // namespace miraimap
