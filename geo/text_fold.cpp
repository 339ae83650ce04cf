// SPDX-License-Identifier: MIT
#include "geo/text_fold.hpp"

#include <cctype>

namespace miraimap {
namespace {

constexpr std::string_view ideographic_space = "\xE3\x80\x80";  // U+3000
constexpr std::string_view ideographic_zero = "\xE3\x80\x87";   // U+3007
constexpr std::string_view white_circle = "\xE2\x97\x8B";       // U+25CB

}  // namespace

std::string fold_width_and_case(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view three = text.substr(i, 3);
        if (three == ideographic_space) {
            out += ' ';
            i += 2;
            continue;
        }
        if (three == ideographic_zero) {
            out += white_circle;
            i += 2;
            continue;
        }
        char c = text[i];
        // U+FF01..U+FF5E (EF BC 81 .. EF BD 9E) mirror ASCII 0x21..0x7E.
        if (three.size() == 3 && three[0] == '\xEF' && (three[1] == '\xBC' || three[1] == '\xBD')) {
            const int low = static_cast<unsigned char>(three[2]) & 0x3F;
            const int code = 0xFF00 + (three[1] == '\xBD' ? 0x40 : 0) + low;
            if (code >= 0xFF01 && code <= 0xFF5E) {
                c = static_cast<char>(code - 0xFF01 + 0x21);
                i += 2;
            }
        }
        const auto byte = static_cast<unsigned char>(c);
        out += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
    }
    return out;
}

std::string_view trim(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    for (bool again = true; again;) {
        again = false;
        while (!text.empty() && blank(text.front())) {
            text.remove_prefix(1);
        }
        while (!text.empty() && blank(text.back())) {
            text.remove_suffix(1);
        }
        if (text.starts_with(ideographic_space)) {
            text.remove_prefix(3);
            again = true;
        }
        if (text.ends_with(ideographic_space)) {
            text.remove_suffix(3);
            again = true;
        }
    }
    return text;
}

}  // namespace miraimap
