// SPDX-License-Identifier: MIT
#include "geo/io/checksum.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

#include "geo/error.hpp"

namespace miraimap {
namespace {

class Sha256 {
public:
    Sha256() : context_(EVP_MD_CTX_new()) {
        check(context_ != nullptr && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
    }
    void add(const void* bytes, std::size_t count) {
        check(EVP_DigestUpdate(context_.get(), bytes, count) == 1);
    }
    std::string text() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
        unsigned length = 0;
        check(EVP_DigestFinal_ex(context_.get(), sum.data(), &length) == 1);
        constexpr std::string_view digits = "0123456789abcdef";
        std::string text;
        for (unsigned i = 0; i < length; ++i) {
            text += digits[sum[i] >> 4U];
            text += digits[sum[i] & 15U];
        }
        return text;
    }

private:
    struct Freed {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    static void check(bool fine) {
        if (!fine) {  // a machine whose policy forbids SHA-256, or without memory
            throw Error(ErrorKind::input, "libcrypto",
                        {"SHA-256 を計算できない", "cannot compute SHA-256"});
        }
    }
    std::unique_ptr<EVP_MD_CTX, Freed> context_;
};

constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio

/// Reversible in either value while the other stays: no change of one of them is lost.
std::uint64_t stir(std::uint64_t sum, std::uint64_t word) {
    constexpr int turn = 29;
    return std::rotl(sum ^ word, turn) * odd;
}

std::uint64_t word_at(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof(word));
    return word;
}

}  // namespace

std::string sha256_of(std::string_view bytes) {
    Sha256 sum;
    sum.add(bytes.data(), bytes.size());
    return sum.text();
}

std::optional<std::string> sha256_of_file(const std::filesystem::path& file) {
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) {
        return std::nullopt;
    }
    constexpr std::size_t piece = std::size_t{1} << 18U;
    const auto buffer = std::make_unique_for_overwrite<char[]>(piece);
    Sha256 sum;
    ssize_t count = 0;
    while ((count = ::read(opened, buffer.get(), piece)) != 0) {
        if (count > 0) {
            sum.add(buffer.get(), static_cast<std::size_t>(count));
        } else if (errno != EINTR) {
            ::close(opened);
            return std::nullopt;
        }
    }
    ::close(opened);
    return sum.text();
}

std::uint64_t damage_sum(std::string_view bytes) {
    constexpr std::size_t step = sizeof(std::uint64_t);
    // Four sums side by side keep the processor's multiplier busy.
    std::array<std::uint64_t, 4> sums{1, 2, 3, 4};
    const char* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= sums.size() * step; left -= sums.size() * step) {
        for (std::uint64_t& sum : sums) {
            sum = stir(sum, word_at(at));
            at += step;
        }
    }
    std::uint64_t all = bytes.size();
    for (; left >= step; left -= step) {
        all = stir(all, word_at(at));
        at += step;
    }
    if (left > 0) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, left);
        all = stir(all, word);
    }
    for (const std::uint64_t sum : sums) {
        all = stir(all, sum);
    }
    return all ^ (all >> 32U);
}

}  // namespace miraimap
