// SPDX-License-Identifier: MIT
// Normal forms of place names: what must be equal for two spellings to mean the same name.
//
// Four forms, from careful to generous:
//
// - written: typography only (width, spaces, combining marks, variation selectors, radicals);
// - folded: written, with each variant character replaced by its standard (variants.csv);
// - reading: kana only, katakana turned into hiragana;
// - romaji: Latin letters, long vowels flattened, "City", "-shi" and the like split off.
//
// A match in the written form is exact; through any other form it is inferred, and the caller
// says which character or rule it took.
// Promises: written and folded forms have the same length, so that a difference can be named
// character by character; linear time.
// Does not: use ICU or the locale; the width folding is the part of Unicode NFKC that occurs in
// Japanese place names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/text.hpp"

namespace miraimap {

/// A name in its written form, and where each character ends in the printed text.
struct WrittenForm {
    std::u32string text;
    std::vector<std::uint32_t> end;  ///< bytes of the printed text up to and including text[i]
};

/// Decodes well-formed UTF-8 (asserted by is_utf8 at the edge; a malformed byte becomes U+FFFD).
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);

/// Whether a character is a space of any kind, or invisible.
bool is_space(char32_t c);

/// @param printed well-formed UTF-8
WrittenForm written_form(std::string_view printed);

/// The table of variant characters.
class Variants {
public:
    struct Variant {
        char32_t standard;
        Text reason;
    };

    /// @param variant must be new and differ from standard; standard must not be a variant itself
    /// @return false if that is broken (nothing is added then)
    bool add(char32_t variant, char32_t standard, Text reason);
    /// The standard of a character: itself if it is no variant.
    [[nodiscard]] char32_t standard(char32_t c) const;
    /// The row of a variant, or nullptr.
    [[nodiscard]] const Variant* find(char32_t c) const;
    /// Folds every character; same length as the argument.
    [[nodiscard]] std::u32string fold(std::u32string_view written) const;

private:
    std::unordered_map<char32_t, Variant> rows_;
    std::unordered_map<char32_t, int> standards_;
};

/// Reading form of a written form, or nothing if a character is not kana.
std::optional<std::u32string> reading_form(std::u32string_view written);

/// A name in Latin letters.
struct Romaji {
    std::string key;     ///< lower-case letters only, long vowels flattened
    std::string suffix;  ///< 市 区 町 村 郡 or 県 as the word said; empty if it said none
};

/// Romaji form of a printed text, or nothing if it holds anything but Latin letters, spaces,
/// hyphens, apostrophes and full stops.
std::optional<Romaji> romaji_form(std::string_view printed);

}  // namespace miraimap
