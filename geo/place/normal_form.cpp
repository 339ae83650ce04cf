// SPDX-License-Identifier: MIT
#include "geo/place/normal_form.hpp"

#include <array>

namespace miraimap {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Reads one character and moves on; malformed bytes are taken one at a time.
char32_t take(std::string_view text, std::size_t& i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
    const unsigned lead = byte(i);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                                             : 4;
    if (length == 0 || i + length > text.size()) {
        ++i;
        return replacement;
    }
    char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t k = 1; k < length; ++k) {
        if ((byte(i + k) & 0xC0U) != 0x80) {
            ++i;
            return replacement;
        }
        c = (c << 6U) | (byte(i + k) & 0x3FU);
    }
    i += length;
    return c;
}

void put(std::string& out, char32_t c) {
    const auto byte = [&](char32_t value) { out += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

/// Half-width forms U+FF61 … U+FF9F in full width.
constexpr std::u32string_view full_width_kana =
    U"。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ"
    U"マミムメモ"
    U"ヤユヨラリルレロワン゛゜";

/// Kangxi radicals U+2F00 … U+2FD5, which some PDF text layers hold in place of the characters.
constexpr std::u32string_view kangxi =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山"
    U"巛工己"
    U"巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄"
    U"玉瓜瓦"
    U"甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"
    U"衣襾見"
    U"角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲"
    U"鬼魚鳥"
    U"鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Compatibility ideographs U+FA10 … U+FA6D, canonically equivalent to these; a space: to none.
constexpr std::u32string_view compatibility =
    U"塚　晴　　凞猪益礼神祥福靖精羽　蘒　諸　　逸都　　　飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔"
    U"慨"
    U"憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵　"
    U"舘";

char32_t fold_width(char32_t c) {
    if (within(c, 0xFF01, 0xFF5E)) {
        return c - 0xFEE0;
    }
    if (within(c, 0xFF61, 0xFF9F)) {
        return full_width_kana[c - 0xFF61];
    }
    if (within(c, 0x2F00, 0x2FD5)) {
        return kangxi[c - 0x2F00];
    }
    if (within(c, 0xFA10, 0xFA6D) && compatibility[c - 0xFA10] != U'　') {
        return compatibility[c - 0xFA10];
    }
    // Radicals of the supplement block that are not in NFKC but occur in PDF text layers.
    switch (c) {
        case 0x2EA0:
            return U'民';
        case 0x2EC4:
            return U'西';
        case 0x2ED1:
            return U'長';
        case 0x2ED8:
            return U'青';
        case 0x2EE9:
            return U'黄';
        case 0x2EEF:
            return U'竜';
        case 0x2EF2:
            return U'亀';
        default:
            return c;
    }
}

/// か + voicing mark -> が; 0 if the pair does not exist.
char32_t voiced(char32_t base, char32_t mark) {
    const bool dakuten = mark == 0x3099 || mark == 0x309B;
    const bool handakuten = mark == 0x309A || mark == 0x309C;
    if (!dakuten && !handakuten) {
        return 0;
    }
    constexpr std::u32string_view k_s_t = U"かきくけこさしすせそたちつてと";
    constexpr std::u32string_view h = U"はひふへほ";
    const bool katakana = within(base, U'ァ', U'ヺ');
    const char32_t hiragana = katakana ? base - 0x60 : base;
    char32_t offset = 0;
    if (h.find(hiragana) != std::u32string_view::npos) {
        offset = dakuten ? 1 : 2;
    } else if (dakuten && k_s_t.find(hiragana) != std::u32string_view::npos) {
        offset = 1;
    } else if (dakuten && hiragana == U'う') {
        return katakana ? U'ヴ' : U'ゔ';
    }
    return offset == 0 ? 0 : base + offset;
}

bool is_letter(char32_t c) { return within(c, U'a', U'z') || within(c, U'A', U'Z'); }

/// Lower case without macron or circumflex; 0 if it is no Latin letter of romanised Japanese.
char plain_letter(char32_t c) {
    if (is_letter(c)) {
        return static_cast<char>(c | 0x20U);
    }
    constexpr std::u32string_view marked = U"āīūēōĀĪŪĒŌâîûêôÂÎÛÊÔ";
    const std::size_t at = marked.find(c);
    return at == std::u32string_view::npos ? '\0' : "aiueo"[at % 5];
}

/// Flattens what writers of romaji do differently: ou, oo, uu, and m before b, m, p.
std::string flatten(std::string_view letters) {
    std::string key;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char c = letters[i];
        const char last = key.empty() ? '\0' : key.back();
        const char next = i + 1 < letters.size() ? letters[i + 1] : '\0';
        if ((last == 'o' && (c == 'u' || c == 'o')) || (last == 'u' && c == 'u')) {
            continue;
        }
        const bool nasal = c == 'm' && (next == 'b' || next == 'm' || next == 'p');
        key += nasal ? 'n' : c;
    }
    return key;
}

struct Suffix {
    std::string_view word;
    std::string_view kanji;
};

/// English words end a name with or without a space; Japanese ones only after a space or hyphen,
/// since many names end in these letters (Takashima, Yokosuka).
constexpr std::array<Suffix, 8> english{{{"city", "市"},
                                         {"town", "町"},
                                         {"village", "村"},
                                         {"ward", "区"},
                                         {"prefecture", "県"},
                                         {"metropolis", "県"},
                                         {"county", "郡"},
                                         {"district", "郡"}}};
constexpr std::array<Suffix, 10> japanese{{{"shi", "市"},
                                           {"ku", "区"},
                                           {"cho", "町"},
                                           {"machi", "町"},
                                           {"mura", "村"},
                                           {"son", "村"},
                                           {"ken", "県"},
                                           {"fu", "県"},
                                           {"to", "県"},
                                           {"gun", "郡"}}};

}  // namespace

std::u32string to_utf32(std::string_view text) {
    std::u32string all;
    all.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size();) {
        all += take(text, i);
    }
    return all;
}

std::string to_utf8(std::u32string_view text) {
    std::string all;
    all.reserve(text.size() * 3);
    for (const char32_t c : text) {
        put(all, c);
    }
    return all;
}

bool is_space(char32_t c) {
    return c <= 0x20 || within(c, 0x7F, 0xA0) || c == 0xAD || within(c, 0x2000, 0x200F) ||
           within(c, 0x2028, 0x202F) || within(c, 0x205F, 0x206F) || c == 0x3000 || c == 0xFEFF;
}

WrittenForm written_form(std::string_view printed) {
    WrittenForm form;
    form.text.reserve(printed.size() / 2);
    form.end.reserve(printed.size() / 2);
    for (std::size_t i = 0; i < printed.size();) {
        const char32_t c = fold_width(take(printed, i));
        const bool selector = within(c, 0xFE00, 0xFE0F) || within(c, 0xE0100, 0xE01EF);
        const auto end = static_cast<std::uint32_t>(i);
        if (is_space(c)) {
            continue;
        }
        const char32_t joined = form.text.empty() ? 0 : voiced(form.text.back(), c);
        if (selector || joined != 0) {
            if (joined != 0) {
                form.text.back() = joined;
            }
            if (!form.end.empty()) {
                form.end.back() = end;
            }
            continue;
        }
        form.text += c;
        form.end.push_back(end);
    }
    return form;
}

bool Variants::add(char32_t variant, char32_t standard, Text reason) {
    if (variant == standard || rows_.contains(variant) || rows_.contains(standard) ||
        standards_.contains(variant)) {
        return false;
    }
    rows_.emplace(variant, Variant{standard, std::move(reason)});
    ++standards_[standard];
    return true;
}

char32_t Variants::standard(char32_t c) const {
    const auto it = rows_.find(c);
    return it == rows_.end() ? c : it->second.standard;
}

const Variants::Variant* Variants::find(char32_t c) const {
    const auto it = rows_.find(c);
    return it == rows_.end() ? nullptr : &it->second;
}

std::u32string Variants::fold(std::u32string_view written) const {
    std::u32string folded(written);
    for (char32_t& c : folded) {
        c = standard(c);
    }
    return folded;
}

std::optional<std::u32string> reading_form(std::u32string_view written) {
    std::u32string reading(written);
    for (char32_t& c : reading) {
        if (within(c, U'ァ', U'ヶ')) {
            c -= 0x60;
        }
        if (!within(c, U'ぁ', U'ゖ') && c != U'ー') {
            return std::nullopt;
        }
    }
    return reading.empty() ? std::nullopt : std::optional(std::move(reading));
}

std::optional<Romaji> romaji_form(std::string_view printed) {
    std::string letters;
    std::size_t last_word = 0;  // where the last word starts, after a space or hyphen
    bool word_ended = false;
    for (std::size_t i = 0; i < printed.size();) {
        const char32_t c = fold_width(take(printed, i));
        const bool hyphen = c == U'-' || within(c, 0x2010, 0x2013);
        const bool silent = c == U'\'' || c == 0x2019 || c == U'.' || within(c, 0x300, 0x36F);
        if (hyphen || is_space(c)) {
            word_ended = true;
        } else if (const char letter = plain_letter(c); letter != '\0') {
            last_word = word_ended ? letters.size() : last_word;
            word_ended = false;
            letters += letter;
        } else if (!silent) {
            return std::nullopt;
        }
    }
    Romaji romaji;
    std::string_view stem = letters;
    for (const Suffix& s : english) {
        if (romaji.suffix.empty() && stem.size() > s.word.size() && stem.ends_with(s.word)) {
            romaji.suffix = s.kanji;
            stem.remove_suffix(s.word.size());
        }
    }
    for (const Suffix& s : japanese) {
        if (romaji.suffix.empty() && last_word > 0 && stem.substr(last_word) == s.word) {
            romaji.suffix = s.kanji;
            stem = stem.substr(0, last_word);
        }
    }
    if (stem.empty()) {
        return std::nullopt;
    }
    romaji.key = flatten(stem);
    return romaji;
}

}  // namespace miraimap
