// SPDX-License-Identifier: MIT
// A private folder of things that take long to make, kept from one run to the next.
//
// An entry is a file with a key (a text that says what it was made from and by whom) and bytes.
// Promises: what is read is exactly what was written under the same key, or nothing: an entry that
// is cut off, changed in any byte, from a machine with another order of bytes, under another key,
// not ours, or writable for others is passed over. The folder is made with mode 0700, entries with
// 0600; an entry appears whole or not at all, so several processes may read and write at once. The
// folder stays below its limit: entries that were not used for the longest go first. Nothing here
// throws: a cache that cannot be used is the same as none.
// Does not: know what the bytes mean.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace miraimap {

/// Bytes of one entry, in one piece of memory.
struct CachedBytes {
    std::unique_ptr<char[]> memory;
    std::string_view bytes;
};

class CacheFolder {
public:
    static constexpr std::uintmax_t usual_limit = std::uintmax_t{2} << 30U;

    /// @param folder  need not exist; empty: nothing is kept
    explicit CacheFolder(std::filesystem::path folder, std::uintmax_t limit_bytes = usual_limit);

    /// The bytes kept under a name, if their key is this one.
    [[nodiscard]] std::optional<CachedBytes> read(const std::string& name,
                                                  std::string_view key) const;
    /// Keeps bytes under a name (letters, digits and "-"); what stood there goes. False if they
    /// cannot be kept: no permission, no room, or more than half the limit.
    bool write(const std::string& name, std::string_view key, std::string_view bytes) const;

    struct Entry {
        std::string name;
        std::string key;  ///< "" if it cannot be read
        std::uintmax_t bytes = 0;
        std::filesystem::file_time_type used;
    };
    /// By name.
    [[nodiscard]] std::vector<Entry> entries() const;
    /// Removes every entry, and what writers that were killed may have left; nothing else.
    /// @returns how many there were, or -1 if one could not be removed
    int clear() const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] std::uintmax_t limit_bytes() const { return limit_bytes_; }

private:
    [[nodiscard]] std::filesystem::path file_of(const std::string& name) const;
    [[nodiscard]] bool is_ours() const;
    [[nodiscard]] bool prepare() const;
    void make_room(const std::string& newest) const;

    std::filesystem::path folder_;
    std::uintmax_t limit_bytes_;
};

/// Where this user's cache is: `$MIRAIMAP_CACHE` if it is an absolute path, else
/// `$XDG_CACHE_HOME/miraimap`, else `~/.cache/miraimap`; empty if there is no such place or
/// `$MIRAIMAP_CACHE` is "off".
std::filesystem::path user_cache_folder();

}  // namespace miraimap
