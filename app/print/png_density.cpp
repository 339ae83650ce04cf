// SPDX-License-Identifier: MIT
#include "app/print/png_density.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace miraimap {

namespace {

constexpr std::size_t header_end = 8 + 4 + 4 + 13 + 4;  ///< signature and the IHDR chunk

void append_number(std::string& bytes, std::uint32_t number) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes += static_cast<char>((number >> shift) & 0xFFU);
    }
}

/// CRC-32 of ISO 3309, as PNG uses it.
std::uint32_t crc(std::string_view bytes) {
    std::uint32_t value = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        value ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    return ~value;
}

}  // namespace

std::string with_density(const std::string& png, double dots_per_inch) {
    if (png.size() < header_end) {
        return png;
    }
    const auto per_metre = static_cast<std::uint32_t>(std::lround(dots_per_inch / 0.0254));
    std::string body = "pHYs";
    append_number(body, per_metre);
    append_number(body, per_metre);
    body += '\x01';  // the unit is the metre
    std::string chunk;
    append_number(chunk, static_cast<std::uint32_t>(body.size() - 4));
    chunk += body;
    append_number(chunk, crc(body));
    return png.substr(0, header_end) + chunk + png.substr(header_end);
}

}  // namespace miraimap
