// SPDX-License-Identifier: MIT
#include "app/gui/utf8.hpp"

#include <array>
#include <cstddef>

namespace miraimap::gui {

std::u32string decode_utf8(std::string_view text) {
    constexpr char32_t broken = 0xFFFD;
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        std::size_t more = 0;
        char32_t c = lead;
        if (lead >= 0xF0 && lead < 0xF8) {
            more = 3;
            c = lead & 0x07U;
        } else if (lead >= 0xE0 && lead < 0xF0) {
            more = 2;
            c = lead & 0x0FU;
        } else if (lead >= 0xC0 && lead < 0xE0) {
            more = 1;
            c = lead & 0x1FU;
        } else if (lead >= 0x80) {
            c = broken;
        }
        ++i;
        for (; more > 0; --more, ++i) {
            if (i >= text.size() || (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
                c = broken;
                break;
            }
            c = (c << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
        }
        out.push_back(c);
    }
    return out;
}

void append_utf8(char32_t c, std::string& out) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

}  // namespace miraimap::gui
