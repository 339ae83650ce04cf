// SPDX-License-Identifier: MIT
#include "app/gui/line_breaks.hpp"

#include "app/gui/utf8.hpp"

namespace miraimap::gui {
namespace {

constexpr std::u32string_view never_first =
    U"、。，．・：；？！）］｝」』】〉》〕”’ー～…ゝ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%"
    U"）,.:;?!)]}";
constexpr std::u32string_view never_last = U"（［｛「『【〈《〔“‘([{";

bool is_word_letter(char32_t c) { return c > 0x20 && c < 0x2000; }

bool is_katakana(char32_t c) { return c >= 0x30A1 && c <= 0x30FC; }

bool may_break_between(char32_t before, char32_t after) {
    if (before == U' ') {
        return after != U' ';
    }
    if (after == U' ' || never_first.find(after) != std::u32string_view::npos ||
        never_last.find(before) != std::u32string_view::npos) {
        return false;
    }
    return !(is_word_letter(before) && is_word_letter(after)) &&
           !(is_katakana(before) && is_katakana(after));
}

}  // namespace

std::string break_lines(std::string_view text, float width,
                        const std::function<float(char32_t)>& advance) {
    const std::u32string letters = decode_utf8(text);
    std::string out;
    std::size_t start = 0;
    while (start < letters.size()) {
        float used = 0;
        std::size_t end = start;
        std::size_t best = start;
        bool forced = false;
        while (end < letters.size()) {
            if (letters[end] == U'\n') {
                best = end;
                forced = true;
                break;
            }
            // A blank may hang over the edge.
            used += advance(letters[end]);
            if (used > width && letters[end] != U' ' && end > start) {
                break;
            }
            ++end;
            if (end == letters.size() || may_break_between(letters[end - 1], letters[end])) {
                best = end;
            }
        }
        if (!forced && best == start) {
            best = end;
        }
        for (std::size_t i = start; i < best; ++i) {
            append_utf8(letters[i], out);
        }
        start = forced ? best + 1 : best;
        if (start < letters.size() || forced) {
            out += '\n';
        }
    }
    return out;
}

}  // namespace miraimap::gui
