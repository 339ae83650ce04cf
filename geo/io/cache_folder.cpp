// SPDX-License-Identifier: MIT
#include "geo/io/cache_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "geo/bytes.hpp"
#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/checksum.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

constexpr const char* ending = ".cache";
constexpr std::string_view magic = "miraimap kept 1\n";
/// Reads differently where the order of bytes is another.
constexpr std::uint32_t order_mark = 0x01020304U;
/// Keys are a few hundred bytes; a damaged length must not ask for more.
constexpr std::uint32_t longest_key = 1U << 16U;
constexpr mode_t others_may_write = S_IWGRP | S_IWOTH;

/// The beginning of an entry: magic, order mark, lengths, sum of the payload, key, sum of the head.
struct Head {
    std::string key;
    std::uint64_t payload_bytes = 0;
    std::uint64_t payload_sum = 0;
};

constexpr std::size_t fixed_head_bytes =
    magic.size() + 2 * sizeof(std::uint32_t) + 2 * sizeof(std::uint64_t);

std::size_t head_bytes(std::size_t key_bytes) {
    return fixed_head_bytes + key_bytes + sizeof(std::uint64_t);
}

std::string head_text(std::string_view key, std::string_view payload) {
    ByteWriter head;
    for (const char c : magic) {
        head.add(c);
    }
    head.add(order_mark);
    head.add(static_cast<std::uint32_t>(key.size()));
    head.add<std::uint64_t>(payload.size());
    head.add(damage_sum(payload));
    for (const char c : key) {
        head.add(c);
    }
    head.add(damage_sum(head.bytes()));
    return head.take();
}

/// An opened file that is ours, ordinary, and writable for nobody else.
class OwnFile {
public:
    explicit OwnFile(const fs::path& file)
        : file_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)) {
        struct stat facts {};
        if (file_ >= 0 && ::fstat(file_, &facts) == 0 && S_ISREG(facts.st_mode) &&
            facts.st_uid == ::geteuid() && (facts.st_mode & others_may_write) == 0) {
            bytes_ = static_cast<std::uint64_t>(facts.st_size);
            used_s_ = facts.st_mtim.tv_sec;
        }
    }
    ~OwnFile() {
        if (file_ >= 0) {
            ::close(file_);
        }
    }
    OwnFile(const OwnFile&) = delete;
    OwnFile& operator=(const OwnFile&) = delete;

    /// Its length; none if it is not to be trusted.
    [[nodiscard]] const std::optional<std::uint64_t>& bytes() const { return bytes_; }

    [[nodiscard]] bool read(char* into, std::size_t count) const {
        while (count > 0) {
            const ssize_t got = ::read(file_, into, count);
            if (got == 0 || (got < 0 && errno != EINTR)) {
                return false;
            }
            const auto moved = static_cast<std::size_t>(std::max<ssize_t>(got, 0));
            into += moved;
            count -= moved;
        }
        return true;
    }

    /// Its time says when it was last of use; to the hour is enough.
    void mark_used() const {
        constexpr std::int64_t hour_s = 3600;
        const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
        if (now - used_s_ > hour_s) {
            static_cast<void>(::futimens(file_, nullptr));
        }
    }

private:
    int file_;
    std::optional<std::uint64_t> bytes_;
    std::int64_t used_s_ = 0;
};

std::optional<Head> read_head(const OwnFile& file) {
    std::array<char, fixed_head_bytes> fixed{};
    if (!file.bytes() || *file.bytes() < head_bytes(0) || !file.read(fixed.data(), fixed.size())) {
        return std::nullopt;
    }
    const std::string_view begin(fixed.data(), fixed.size());
    ByteReader reader(begin.substr(magic.size()));
    const auto mark = reader.get<std::uint32_t>();
    const auto key_bytes = reader.get<std::uint32_t>();
    Head head;
    head.payload_bytes = reader.get<std::uint64_t>();
    head.payload_sum = reader.get<std::uint64_t>();
    if (!begin.starts_with(magic) || mark != order_mark || key_bytes > longest_key ||
        *file.bytes() < head_bytes(key_bytes) ||
        *file.bytes() - head_bytes(key_bytes) != head.payload_bytes) {
        return std::nullopt;
    }
    head.key.resize(key_bytes);
    std::array<char, sizeof(std::uint64_t)> sum{};
    if (!file.read(head.key.data(), key_bytes) || !file.read(sum.data(), sum.size())) {
        return std::nullopt;
    }
    const std::string whole = std::string(begin) + head.key;
    ByteReader stated({sum.data(), sum.size()});
    return stated.get<std::uint64_t>() == damage_sum(whole) ? std::optional(std::move(head))
                                                            : std::nullopt;
}

fs::path absolute_setting(const char* name) {
    const char* value = std::getenv(name);
    const fs::path path = value == nullptr ? "" : value;
    return path.is_absolute() ? path : fs::path();
}

bool is_entry(const fs::path& file) { return file.extension() == ending; }

/// ".NAME.cache.PID.COUNT.tmp", as atomic_file.cpp names what has no name yet.
bool is_left_over(const fs::path& file) {
    const std::string name = file.filename().string();
    return name.starts_with(".") && name.ends_with(".tmp") &&
           name.find(std::string(ending) + ".") != std::string::npos;
}

}  // namespace

CacheFolder::CacheFolder(fs::path folder, std::uintmax_t limit_bytes)
    : folder_(std::move(folder)), limit_bytes_(limit_bytes) {}

fs::path CacheFolder::file_of(const std::string& name) const { return folder_ / (name + ending); }

bool CacheFolder::is_ours() const {
    struct stat facts {};
    if (folder_.empty() || ::stat(folder_.c_str(), &facts) != 0 || !S_ISDIR(facts.st_mode) ||
        facts.st_uid != ::geteuid()) {
        return false;
    }
    // A folder that others may write to is closed; its entries are looked at one by one anyway.
    constexpr mode_t others = S_IRWXG | S_IRWXO;
    return (facts.st_mode & others) == 0 || ::chmod(folder_.c_str(), S_IRWXU) == 0;
}

bool CacheFolder::prepare() const {
    if (folder_.empty()) {
        return false;
    }
    std::error_code problem;
    fs::create_directories(folder_.parent_path(), problem);
    static_cast<void>(::mkdir(folder_.c_str(), S_IRWXU));
    return is_ours();
}

std::optional<CachedBytes> CacheFolder::read(const std::string& name, std::string_view key) const {
    if (!is_ours()) {
        return std::nullopt;
    }
    const OwnFile file(file_of(name));
    const std::optional<Head> head = read_head(file);
    if (!head || head->key != key || head->payload_bytes > limit_bytes_) {
        return std::nullopt;
    }
    const auto count = static_cast<std::size_t>(head->payload_bytes);
    CachedBytes cached;
    cached.memory = std::make_unique_for_overwrite<char[]>(count);
    cached.bytes = {cached.memory.get(), count};
    if (!file.read(cached.memory.get(), count) || damage_sum(cached.bytes) != head->payload_sum) {
        return std::nullopt;
    }
    file.mark_used();
    return cached;
}

bool CacheFolder::write(const std::string& name, std::string_view key,
                        std::string_view bytes) const {
    if (key.size() > longest_key || bytes.size() > limit_bytes_ / 2 || !prepare()) {
        return false;
    }
    try {
        write_private_file(file_of(name), {head_text(key, bytes), bytes});
    } catch (const Error&) {
        return false;
    }
    make_room(name);
    return true;
}

std::vector<CacheFolder::Entry> CacheFolder::entries() const {
    std::vector<Entry> all;
    std::error_code problem;
    if (folder_.empty()) {
        return all;
    }
    for (const auto& found : fs::directory_iterator(folder_, problem)) {
        std::error_code gone;
        if (!is_entry(found.path())) {
            continue;
        }
        Entry entry;
        entry.name = found.path().stem().string();
        entry.bytes = found.file_size(gone);
        entry.used = found.last_write_time(gone);
        if (gone) {
            continue;  // another process removed it meanwhile
        }
        if (const std::optional<Head> head = read_head(OwnFile(found.path()))) {
            entry.key = head->key;
        }
        all.push_back(std::move(entry));
    }
    std::sort(all.begin(), all.end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return all;
}

int CacheFolder::clear() const {
    int removed = 0;
    bool failed = false;
    std::error_code problem;
    if (folder_.empty()) {
        return 0;
    }
    for (const auto& found : fs::directory_iterator(folder_, problem)) {
        if (is_entry(found.path()) || is_left_over(found.path())) {
            std::error_code refused;
            removed += fs::remove(found.path(), refused) ? 1 : 0;
            failed = failed || refused;
        }
    }
    return failed ? -1 : removed;
}

void CacheFolder::make_room(const std::string& newest) const {
    std::vector<Entry> all = entries();
    std::uintmax_t sum = 0;
    for (const Entry& entry : all) {
        sum += entry.bytes;
    }
    std::sort(all.begin(), all.end(),
              [](const Entry& a, const Entry& b) { return a.used < b.used; });
    constexpr auto longest_unused = std::chrono::hours(24 * 90);
    const auto oldest = fs::file_time_type::clock::now() - longest_unused;
    for (const Entry& entry : all) {
        if (entry.name != newest && (sum > limit_bytes_ || entry.used < oldest)) {
            std::error_code ignored;
            fs::remove(file_of(entry.name), ignored);
            sum -= entry.bytes;
        }
    }
}

fs::path user_cache_folder() {
    const char* own = std::getenv("MIRAIMAP_CACHE");
    if (own != nullptr && std::string_view(own) == "off") {
        return {};
    }
    if (fs::path named = absolute_setting("MIRAIMAP_CACHE"); !named.empty()) {
        return named;
    }
    if (const fs::path shared = absolute_setting("XDG_CACHE_HOME"); !shared.empty()) {
        return shared / "miraimap";
    }
    const fs::path home = absolute_setting("HOME");
    return home.empty() ? home : home / ".cache" / "miraimap";
}

}  // namespace miraimap
