// SPDX-License-Identifier: MIT
#include "geo/visible_text.hpp"

namespace miraimap {

std::string visible_text(std::string_view text, bool lines) {
    constexpr unsigned char delete_character = 0x7F;
    constexpr unsigned char lead_of_c1 = 0xC2;  // U+0080 to U+00BF
    constexpr unsigned char end_of_c1 = 0xA0;
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool c1 = byte == lead_of_c1 && i + 1 < text.size() &&
                        static_cast<unsigned char>(text[i + 1]) < end_of_c1;
        if (c1) {
            ++i;
        }
        if (c1 || byte == delete_character || (byte < ' ' && !(lines && byte == '\n'))) {
            shown += replacement_character;
        } else {
            shown += text[i];
        }
    }
    return shown;
}

}  // namespace miraimap
