// SPDX-License-Identifier: MIT
#include "app/gui/reading.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/gui/search.hpp"
#include "app/gui/utf8.hpp"

namespace miraimap::gui {
namespace {

/// U+3041 (ぁ) to U+3094 (ゔ) in Kunrei; small ya, yu, yo begin with "y" and take the vowel before
/// them away (see append_kana).
constexpr std::array<const char*, 84> kana{
    "a",  "a",  "i",  "i",  "u",  "u",  "e",  "e",  "o",  "o",  "ka", "ga", "ki", "gi",
    "ku", "gu", "ke", "ge", "ko", "go", "sa", "za", "si", "zi", "su", "zu", "se", "ze",
    "so", "zo", "ta", "da", "ti", "zi", "",   "tu", "zu", "te", "de", "to", "do", "na",
    "ni", "nu", "ne", "no", "ha", "ba", "pa", "hi", "bi", "pi", "hu", "bu", "pu", "he",
    "be", "pe", "ho", "bo", "po", "ma", "mi", "mu", "me", "mo", "ya", "ya", "yu", "yu",
    "yo", "yo", "ra", "ri", "ru", "re", "ro", "wa", "wa", "i",  "e",  "o",  "n",  "bu"};
constexpr char32_t first_kana = 0x3041;

bool is_small_y(char32_t c) { return c == U'ゃ' || c == U'ゅ' || c == U'ょ'; }
bool is_small_vowel(char32_t c) {
    return c == U'ぁ' || c == U'ぃ' || c == U'ぅ' || c == U'ぇ' || c == U'ぉ';
}
bool is_vowel(char c) { return std::string_view("aiueo").find(c) != std::string_view::npos; }

void append_kana(char32_t c, std::string& out) {
    if (c == U'ー') {
        return;
    }
    if (c == U'\u3095') {  // fold_for_search's one sign for ヶ, ヵ and が
        out += "ga";
        return;
    }
    const char* sound = kana[c - first_kana];
    const bool glides = is_small_y(c) && !out.empty() && out.back() == 'i';
    const bool replaces = is_small_vowel(c) && !out.empty() && is_vowel(out.back());
    if (glides || replaces) {
        out.pop_back();
    }
    out += sound;
}

/// Every kana as romaji; everything else stays.
std::string kana_to_romaji(std::string_view folded) {
    std::string out;
    for (const char32_t c : decode_utf8(folded)) {
        const bool is_kana =
            (c >= first_kana && c < first_kana + kana.size()) || c == U'ー' || c == U'\u3095';
        if (is_kana) {
            append_kana(c, out);
        } else {
            append_utf8(c, out);
        }
    }
    return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

/// Hepburn and keyboard spellings to the one of the kana table.
void unify(std::string& text) {
    constexpr std::array<std::pair<const char*, const char*>, 26> spellings{
        {{"tch", "ch"},  {"shi", "si"},  {"sha", "sya"}, {"shu", "syu"}, {"sho", "syo"},
         {"chi", "ti"},  {"cha", "tya"}, {"chu", "tyu"}, {"cho", "tyo"}, {"tsu", "tu"},
         {"dzu", "zu"},  {"dzi", "zi"},  {"fu", "hu"},   {"ji", "zi"},   {"jya", "zya"},
         {"jyu", "zyu"}, {"jyo", "zyo"}, {"ja", "zya"},  {"ju", "zyu"},  {"jo", "zyo"},
         {"di", "zi"},   {"du", "zu"},   {"dya", "zya"}, {"dyu", "zyu"}, {"dyo", "zyo"},
         {"wo", "o"}}};
    for (const auto& [from, to] : spellings) {
        replace_all(text, from, to);
    }
}

/// Long vowels and doubled consonants become single; m before b, m, p becomes n.
std::string shorten_doubles(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == 'm' && (next == 'b' || next == 'm' || next == 'p')) {
            if (out.empty() || out.back() != 'n') {
                out += 'n';
            }
            continue;
        }
        const bool letter = c >= 'a' && c <= 'z';
        const bool doubled = letter && !out.empty() && out.back() == c;
        const bool long_o = c == 'u' && !out.empty() && out.back() == 'o';
        if (!doubled && !long_o) {
            out += c;
        }
    }
    return out;
}

}  // namespace

std::string reading_key(std::string_view text) {
    std::string romaji = kana_to_romaji(fold_for_search(text));
    unify(romaji);
    return shorten_doubles(romaji);
}

bool could_be_read(std::string_view text) {
    char last = 0;
    int run = 0;
    for (const char c : kana_to_romaji(fold_for_search(text))) {
        run = c == last ? run + 1 : 1;
        last = c;
        const bool consonant = c >= 'a' && c <= 'z' && !is_vowel(c);
        if (consonant && run > 2) {
            return false;
        }
    }
    return true;
}

std::string reading_key_of_beginning(std::string_view text) {
    std::string folded = kana_to_romaji(fold_for_search(text));
    constexpr std::array<std::pair<const char*, const char*>, 8> unfinished{{{"tch", "t"},
                                                                             {"sh", "s"},
                                                                             {"ch", "t"},
                                                                             {"ts", "t"},
                                                                             {"dz", "z"},
                                                                             {"c", "t"},
                                                                             {"f", "h"},
                                                                             {"j", "z"}}};
    for (const auto& [from, to] : unfinished) {
        if (folded.ends_with(from)) {
            folded.replace(folded.size() - std::string_view(from).size(), std::string::npos, to);
            break;
        }
    }
    unify(folded);
    return shorten_doubles(folded);
}

}  // namespace miraimap::gui
