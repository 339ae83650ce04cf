// SPDX-License-Identifier: MIT
#include "app/gui/search.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>
#include <utility>

#include "app/gui/reading.hpp"
#include "app/gui/title_readings.hpp"
#include "app/gui/utf8.hpp"
#include "geo/place/code.hpp"
#include "geo/place/prefecture.hpp"
#include "geo/select/theme.hpp"

namespace miraimap::gui {
namespace {

char32_t fold_letter(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {  // full-width ASCII
        c -= 0xFEE0;
    }
    if (c >= 0x30A1 && c <= 0x30F6) {  // katakana to hiragana
        c -= 0x60;
    }
    if (c >= U'A' && c <= U'Z') {
        return c + 32;
    }
    switch (c) {
        case U'ā':
        case U'Ā':
        case U'â':
            return U'a';
        case U'ī':
        case U'Ī':
            return U'i';
        case U'ū':
        case U'Ū':
        case U'û':
            return U'u';
        case U'ē':
        case U'Ē':
            return U'e';
        case U'ō':
        case U'Ō':
        case U'ô':
        case U'Ô':
            return U'o';
        case U'\u3096':
        case U'が':
            return U'\u3095';  // ヶ and が are one spelling, as ヵ
        case U'竈':
            return U'釜';
        case U'檮':
            return U'梼';
        default:
            return c;
    }
}

bool is_skipped(char32_t c) {
    return c == U' ' || c == U'　' || c == U'-' || c == U'\'' || c == U'・' || c == U',';
}

/// Ends of names that people leave out, with their readings and English forms.
struct Suffix {
    std::string_view ja;
    std::array<std::string_view, 2> kana;
    std::string_view en;
};
constexpr std::array<Suffix, 4> suffixes{{{"市", {"し", "し"}, " City"},
                                          {"町", {"ちょう", "まち"}, " Town"},
                                          {"村", {"むら", "そん"}, " Village"},
                                          {"区", {"く", "く"}, " Ward"}}};

std::string without(std::string text, std::string_view end) {
    if (text.size() > end.size() && text.ends_with(end)) {
        text.resize(text.size() - end.size());
    }
    return text;
}

/// The name without 市, 町, 村, 区 in all its writings: ja, kana, en.
std::array<std::string, 3> stems(const Municipality& m) {
    for (const Suffix& suffix : suffixes) {
        if (m.name_ja.ends_with(suffix.ja)) {
            std::string kana = without(m.name_kana, suffix.kana[0]);
            kana = kana == m.name_kana ? without(kana, suffix.kana[1]) : kana;
            return {without(m.name_ja, suffix.ja), kana, without(m.name_en, suffix.en)};
        }
    }
    return {m.name_ja, m.name_kana, m.name_en};
}

constexpr int same_code = -1;  ///< as typed; another reading of the digits comes after it
constexpr int whole = 0;
constexpr int beginning = 1;
constexpr int part = 2;
constexpr int all_words = 3;

/// Words between blanks of either width.
std::vector<std::string_view> split_at_blanks(std::string_view text) {
    constexpr std::string_view wide = "　";
    std::vector<std::string_view> words;
    std::size_t from = 0;
    std::size_t i = 0;
    const auto end_word = [&](std::size_t blank) {
        if (i > from) {
            words.push_back(text.substr(from, i - from));
        }
        i += blank;
        from = i;
    };
    while (i < text.size()) {
        if (text[i] == ' ') {
            end_word(1);
        } else if (text.substr(i).starts_with(wide)) {
            end_word(wide.size());
        } else {
            ++i;
        }
    }
    end_word(0);
    return words;
}

/// 0 exact, 1 beginning, 2 part; empty: no match.
std::optional<int> rank_of(const std::string& name, const std::string& wanted) {
    const std::size_t at = name.find(wanted);
    // One Latin letter inside a name says nothing.
    if (at == std::string::npos || (at > 0 && wanted.size() < 2)) {
        return std::nullopt;
    }
    return at != 0 ? 2 : (name.size() == wanted.size() ? 0 : 1);
}

/// A name and each of its English words, so that a word is found like a name of its own.
void add_english(const std::string& name, std::vector<std::string>& names) {
    names.push_back(fold_for_search(name));
    std::string word;
    for (const char c : name + " ") {
        const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (letter) {
            word += c;
        } else if (!word.empty()) {
            names.push_back(fold_for_search(std::exchange(word, {})));
        }
    }
}

}  // namespace

std::string fold_for_search(std::string_view text) {
    std::string out;
    for (const char32_t c : decode_utf8(text)) {
        if (!is_skipped(c)) {
            append_utf8(fold_letter(c), out);
        }
    }
    return out;
}

SearchIndex::SearchIndex(const World& world) {
    add_places(world.catalogue);
    add_programmes();
    add_technologies();
    add_themes(world);
    add_projects(world);
}

void SearchIndex::add_places(const Catalogue& catalogue) {
    for (const Prefecture& p : prefectures()) {
        Entry entry{{HitKind::prefecture, p.number}, {}, {}, {}, p.code + "000", 0};
        entry.names = {fold_for_search(p.name.ja), fold_for_search(p.name.en)};
        entry.readings = {reading_key(p.kana), reading_key(p.name.en)};
        entries_.push_back(std::move(entry));
    }
    for (std::size_t i = 0; i < regions().size(); ++i) {
        const Region& region = regions()[i];
        Entry entry{{HitKind::region, static_cast<int>(i)}, {}, {}, {}, {}, 0};
        entry.names = {fold_for_search(region.name.ja), fold_for_search(region.name.en)};
        entry.readings = {reading_key(region.name.en)};
        entries_.push_back(std::move(entry));
    }
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        const Municipality& m = catalogue.municipalities[i];
        Entry entry{{HitKind::municipality, static_cast<int>(i)},
                    {},
                    {},
                    {},
                    m.code,
                    static_cast<int>(m.kind)};
        const auto [ja, kana, en] = stems(m);
        entry.names = {fold_for_search(m.name_ja), fold_for_search(m.name_en), fold_for_search(ja),
                       fold_for_search(en)};
        entry.readings = {reading_key(m.name_kana), reading_key(m.name_en), reading_key(kana),
                          reading_key(en)};
        if (m.prefecture >= 1 && m.prefecture <= prefecture_count) {
            const Prefecture& p = prefectures()[static_cast<std::size_t>(m.prefecture - 1)];
            entry.names.push_back(fold_for_search(p.name.ja + m.name_ja));
            entry.with_prefecture = {reading_key(p.kana + m.name_kana),
                                     reading_key(p.name.en + m.name_en)};
        }
        entries_.push_back(std::move(entry));
    }
}

void SearchIndex::add_programmes() {
    for (int i = 0; i < programme_count; ++i) {
        const auto programme = static_cast<Programme>(i);
        const Text& name = name_of(programme);
        Entry entry{{HitKind::programme, i}, {}, {}, {}, {}, 0};
        entry.names = {fold_for_search(name.ja), fold_for_search(key_of(programme))};
        add_english(name.en, entry.names);
        entry.readings = {reading_key(with_readings(name.ja)), reading_key(name.en)};
        entries_.push_back(std::move(entry));
    }
}

void SearchIndex::add_technologies() {
    for (int i = 0; i < technology_count; ++i) {
        const auto technology = static_cast<Technology>(i);
        const Text& name = name_of(technology);
        Entry entry{{HitKind::technology, i}, {}, {}, {}, {}, 0};
        entry.names = {fold_for_search(name.ja)};
        add_english(name.en, entry.names);
        for (const std::string_view word : also_called(technology)) {
            entry.names.push_back(fold_for_search(word));
        }
        entry.readings = {reading_key(with_readings(name.ja))};
        entries_.push_back(std::move(entry));
    }
}

void SearchIndex::add_themes(const World& world) {
    int index = 0;
    for (const std::string& theme : theme_names(world.selections)) {
        Entry entry{{HitKind::theme, index++}, {}, {}, {}, {}, 0};
        entry.names = {fold_for_search(theme)};
        add_english(theme_text(theme).en, entry.names);
        entry.readings = {reading_key(with_readings(theme))};
        entries_.push_back(std::move(entry));
    }
}

void SearchIndex::add_projects(const World& world) {
    for (std::size_t i = 0; i < world.selections.size(); ++i) {
        const Selection& s = world.selections[i];
        Entry entry{{HitKind::project, static_cast<int>(i)}, {}, {}, {}, {}, 0};
        entry.names = {fold_for_search(s.id), fold_for_search(s.title)};
        entry.readings = {reading_key(with_readings(s.title))};
        entry.parts = {fold_for_search(s.area_text), reading_key(with_readings(s.title))};
        for (const std::string& theme : s.themes) {
            entry.parts.push_back(fold_for_search(theme));
            entry.parts.push_back(fold_for_search(theme_text(theme).en));
            entry.parts.push_back(reading_key(with_readings(theme)));
        }
        for (const Technology technology : s.technologies) {
            entry.parts.push_back(fold_for_search(name_of(technology).ja));
            entry.parts.push_back(fold_for_search(name_of(technology).en));
            entry.parts.push_back(reading_key(with_readings(name_of(technology).ja)));
            for (const std::string_view word : also_called(technology)) {
                entry.parts.push_back(fold_for_search(word));
            }
        }
        for (const ResolvedPart& place : world.join.selections[i].parts) {
            if (place.prefecture_number > 0) {
                const Prefecture& p =
                    prefectures()[static_cast<std::size_t>(place.prefecture_number - 1)];
                entry.parts.push_back(fold_for_search(p.name.en));
                entry.parts.push_back(reading_key(p.kana));
            }
            if (place.municipality < 0) {
                continue;
            }
            const Municipality& m =
                world.catalogue.municipalities[static_cast<std::size_t>(place.municipality)];
            entry.parts.push_back(reading_key(m.name_kana));
            entry.parts.push_back(fold_for_search(m.name_en));
        }
        entries_.push_back(std::move(entry));
    }
}

SearchIndex::Word SearchIndex::word_of(std::string_view text) {
    return {fold_for_search(text),
            could_be_read(text) ? reading_key_of_beginning(text) : std::string()};
}

std::optional<int> SearchIndex::rank(const Entry& entry, const Word& word) {
    std::optional<int> best;
    const auto take = [&best](const std::optional<int>& found) {
        best = found && (!best || *found < *best) ? found : best;
    };
    for (const std::string& name : entry.names) {
        take(rank_of(name, word.folded));
    }
    for (const std::string& name : entry.readings) {
        take(word.reading.empty() ? std::nullopt : rank_of(name, word.reading));
    }
    for (const std::string& name : entry.with_prefecture) {
        if (!word.reading.empty() && name.starts_with(word.reading)) {
            take(rank_of(name, word.reading));
        }
    }
    for (std::size_t i = 0; i < entry.parts.size() && !best && word.folded.size() > 1; ++i) {
        const std::string& own = entry.parts[i];
        const bool inside = own.find(word.folded) != std::string::npos ||
                            (!word.reading.empty() && own.find(word.reading) != std::string::npos);
        best = inside ? std::optional<int>(part) : std::nullopt;
    }
    return best;
}

bool SearchIndex::holds_all(const Entry& entry, const std::vector<Word>& words) {
    // Two letters stand inside many names: "AI" must not find Saitama.
    constexpr std::size_t shortest_part = 3;
    const auto is_one = [](const std::vector<std::string>& texts, const Word& word) {
        return std::find(texts.begin(), texts.end(), word.folded) != texts.end();
    };
    return words.size() > 1 && std::all_of(words.begin(), words.end(), [&](const Word& word) {
               return word.folded.size() < shortest_part
                          ? is_one(entry.names, word) || is_one(entry.parts, word)
                          : rank(entry, word).has_value();
           });
}

std::vector<SearchHit> SearchIndex::find(std::string_view text, std::size_t limit) const {
    const std::string digits = digits_of(text);
    Word whole_text = word_of(text);
    if (whole_text.folded.empty()) {
        return {};
    }
    std::vector<CodeReading> codes;
    if (!digits.empty()) {
        codes = code_readings(digits);
        whole_text.reading.clear();
    }
    std::vector<Word> words;
    for (const std::string_view one : split_at_blanks(text)) {
        words.push_back(word_of(one));
    }
    struct Found {
        int rank;
        HitKind kind;
        int size;
        std::size_t entry;
        auto operator<=>(const Found&) const = default;
    };
    std::vector<Found> found;
    found.reserve(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        std::optional<int> best;
        if (digits.empty()) {
            best = rank(entry, whole_text);
            best = !best && holds_all(entry, words) ? std::optional(all_words) : best;
        } else {
            const bool meant = std::any_of(codes.begin(), codes.end(), [&](const CodeReading& r) {
                return r.check_digit_ok && r.code == entry.code;
            });
            const bool begins = !entry.code.empty() && entry.code.starts_with(digits);
            best = entry.code == digits ? std::optional(same_code)
                   : meant              ? std::optional(whole)
                   : begins             ? std::optional(beginning)
                                        : rank(entry, whole_text);
        }
        if (best) {
            found.push_back({*best, entry.hit.kind, entry.size, i});
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<SearchHit> out;
    out.reserve(std::min(found.size(), limit));
    for (std::size_t i = 0; i < found.size() && i < limit; ++i) {
        out.push_back(entries_[found[i].entry].hit);
    }
    return out;
}

}  // namespace miraimap::gui
