// SPDX-License-Identifier: MIT
#include "app/gui/texts.hpp"

namespace miraimap::gui {

const std::array<Text, text_count>& all_texts() {
    static const std::array<Text, text_count> texts{{
#define MIRAIMAP_TEXT_ROW(id, ja, en) {ja, en},
        MIRAIMAP_TEXTS(MIRAIMAP_TEXT_ROW)
#undef MIRAIMAP_TEXT_ROW
    }};
    return texts;
}

const std::array<const char*, text_count>& text_ids() {
    static const std::array<const char*, text_count> ids{{
#define MIRAIMAP_TEXT_NAME(id, ja, en) #id,
        MIRAIMAP_TEXTS(MIRAIMAP_TEXT_NAME)
#undef MIRAIMAP_TEXT_NAME
    }};
    return ids;
}

const Text& text_of(T id) { return all_texts()[static_cast<std::size_t>(id)]; }

}  // namespace miraimap::gui
