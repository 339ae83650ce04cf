// SPDX-License-Identifier: MIT
// Plain values to bytes and back, for files that only this program reads.
//
// Promises: numbers stand in the machine's own order, one after another without gaps (whoever keeps
// such bytes records the order of bytes). Reading is checked against the end: bytes that are cut
// off, or that state more than they hold, never lead to a read outside of them or to memory larger
// than they are; from the first such place on `ok()` is false and every value is zero or empty.
// Does not: find changed bytes (geo/io/checksum.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace miraimap {

/// What may be copied byte by byte: numbers, and structs of numbers without gaps between them.
/// A struct names itself with a specialisation that is true; its size must be that of its numbers.
template <typename T>
inline constexpr bool is_plain = std::is_arithmetic_v<T> && !std::is_same_v<T, bool>;

template <typename T>
concept Plain = is_plain<T> && std::is_trivially_copyable_v<T>;

class ByteWriter {
public:
    template <Plain T>
    void add(T value) {
        append(&value, sizeof(T));
    }
    void add_flag(bool value) { add<std::uint8_t>(value ? 1 : 0); }
    void add_text(std::string_view text) {
        add<std::uint64_t>(text.size());
        append(text.data(), text.size());
    }
    /// The values alone; their number must be known from elsewhere.
    template <Plain T>
    void add_values(std::span<const T> values) {
        append(values.data(), values.size_bytes());
    }
    template <Plain T>
    void add_values(const std::vector<T>& values) {
        add_values(std::span<const T>(values));
    }
    /// Their number, then the values.
    template <Plain T>
    void add_list(const std::vector<T>& values) {
        add<std::uint64_t>(values.size());
        add_values(values);
    }
    void reserve(std::size_t bytes) { bytes_.reserve(bytes); }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    std::string take() { return std::move(bytes_); }

private:
    void append(const void* from, std::size_t bytes) {
        if (bytes > 0) {
            bytes_.append(static_cast<const char*>(from), bytes);
        }
    }
    std::string bytes_;
};

class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    template <Plain T>
    T get() {
        T value{};
        copy(&value, sizeof(T));
        return value;
    }
    bool get_flag() { return get<std::uint8_t>() != 0; }
    std::string get_text() {
        const std::size_t length = get_count(1);
        std::string text(rest_.substr(0, length));
        rest_.remove_prefix(length);
        return text;
    }
    /// A number of things that take at least so many bytes each; 0 if there cannot be so many.
    std::size_t get_count(std::size_t bytes_each) {
        const auto count = get<std::uint64_t>();
        if (count > rest_.size() / bytes_each) {
            fail();
            return 0;
        }
        return static_cast<std::size_t>(count);
    }
    /// Fills all of them, or (not ok) none.
    template <Plain T>
    void get_values(std::span<T> into) {
        copy(into.data(), into.size_bytes());
    }
    template <Plain T>
    std::vector<T> get_list() {
        std::vector<T> values(get_count(sizeof(T)));
        get_values(std::span<T>(values));
        return values;
    }
    /// So many values, without having to copy them first.
    template <Plain T>
    std::vector<T> get_values(std::size_t count) {
        if (count > rest_.size() / sizeof(T)) {
            fail();
            return {};
        }
        std::vector<T> values(count);
        get_values(std::span<T>(values));
        return values;
    }
    /// Called too where what was read makes no sense.
    void fail() {
        ok_ = false;
        rest_ = {};
    }
    [[nodiscard]] bool ok() const { return ok_; }
    /// Everything was read, and all of it was there.
    [[nodiscard]] bool at_end() const { return ok_ && rest_.empty(); }

private:
    void copy(void* into, std::size_t bytes) {
        if (bytes > rest_.size()) {
            fail();
            return;
        }
        if (bytes > 0) {
            std::memcpy(into, rest_.data(), bytes);
            rest_.remove_prefix(bytes);
        }
    }
    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace miraimap
