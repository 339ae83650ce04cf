// SPDX-License-Identifier: MIT
// Format: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)".
#include "app/print/png_writer.hpp"

#include <libdeflate.h>

#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "geo/error.hpp"

namespace miraimap {
namespace {

/// Hardly larger than with more effort, and about as quick as the least.
constexpr int effort = 5;
constexpr std::size_t samples = 3;  ///< red, green, blue

struct Freed {
    void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
};

[[noreturn]] void no_memory() {
    throw Error(ErrorKind::output, "PNG",
                {"画像のためのメモリーが足りない", "there is no memory for the picture"},
                {"小さいサイズで試す", "try a smaller size"});
}

void append_number(std::string& bytes, std::uint32_t number) {
    for (const unsigned shift : {24U, 16U, 8U, 0U}) {
        bytes += static_cast<char>((number >> shift) & 0xFFU);
    }
}

/// @param body  four letters of its type, then its data
void append_chunk(std::string& bytes, std::string_view body) {
    append_number(bytes, static_cast<std::uint32_t>(body.size() - 4));
    bytes += body;
    append_number(bytes, libdeflate_crc32(0, body.data(), body.size()));
}

/// Each row behind its filter type, "none".
std::vector<unsigned char> rows_of(cairo_surface_t* surface, std::size_t width,
                                   std::size_t height) {
    cairo_surface_flush(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    std::vector<unsigned char> rows(height * (1 + width * samples));
    unsigned char* out = rows.data();
    for (std::size_t y = 0; y < height; ++y) {
        *out++ = 0;
        for (std::size_t x = 0; x < width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, data + y * stride + x * sizeof(pixel), sizeof(pixel));
            out[0] = static_cast<unsigned char>(pixel >> 16U);
            out[1] = static_cast<unsigned char>(pixel >> 8U);
            out[2] = static_cast<unsigned char>(pixel);
            out += samples;
        }
    }
    return rows;
}

std::string packed(const std::vector<unsigned char>& rows) {
    const std::unique_ptr<libdeflate_compressor, Freed> packer(libdeflate_alloc_compressor(effort));
    if (!packer) {
        no_memory();
    }
    std::string body = "IDAT";
    body.resize(4 + libdeflate_zlib_compress_bound(packer.get(), rows.size()));
    const std::size_t length = libdeflate_zlib_compress(packer.get(), rows.data(), rows.size(),
                                                        body.data() + 4, body.size() - 4);
    assert(length > 0);  // never more than the bound
    body.resize(4 + length);
    return body;
}

}  // namespace

std::string png_bytes(cairo_surface_t* surface, std::optional<double> dots_per_inch) {
    assert(cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24);
    const int width = cairo_image_surface_get_width(surface);
    const int height = cairo_image_surface_get_height(surface);
    std::string bytes = "\x89PNG\r\n\x1A\n";
    std::string header = "IHDR";
    append_number(header, static_cast<std::uint32_t>(width));
    append_number(header, static_cast<std::uint32_t>(height));
    // 8 bits a sample, colours without transparency; the only compression and filter method; rows
    // from top to bottom.
    constexpr std::array<char, 5> kind{8, 2, 0, 0, 0};
    header.append(kind.data(), kind.size());
    append_chunk(bytes, header);
    if (dots_per_inch) {
        constexpr double inch_m = 0.0254;
        const auto per_metre = static_cast<std::uint32_t>(std::lround(*dots_per_inch / inch_m));
        std::string body = "pHYs";
        append_number(body, per_metre);
        append_number(body, per_metre);
        body += '\x01';  // the unit is the metre
        append_chunk(bytes, body);
    }
    append_chunk(bytes, packed(rows_of(surface, static_cast<std::size_t>(width),
                                       static_cast<std::size_t>(height))));
    append_chunk(bytes, "IEND");
    return bytes;
}

}  // namespace miraimap
