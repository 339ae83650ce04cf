// SPDX-License-Identifier: MIT
#include "app/gui/search.hpp"

#include <algorithm>
#include <optional>

#include "app/gui/utf8.hpp"
#include "geo/place/prefecture.hpp"

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

/// 0 exact, 1 beginning, 2 part; empty: no match.
std::optional<int> rank_of(const std::string& name, const std::string& wanted) {
    const std::size_t at = name.find(wanted);
    if (at == std::string::npos) {
        return std::nullopt;
    }
    return at != 0 ? 2 : (name.size() == wanted.size() ? 0 : 1);
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

SearchIndex::SearchIndex(const Catalogue& catalogue) {
    for (const Prefecture& p : prefectures()) {
        entries_.push_back(
            {{-1, p.number},
             {fold_for_search(p.name.ja), fold_for_search(p.name.en), fold_for_search(p.kana)},
             p.code});
    }
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        const Municipality& m = catalogue.municipalities[i];
        Entry entry{{static_cast<int>(i), m.prefecture}, {}, m.code};
        entry.names.push_back(fold_for_search(m.name_ja));
        if (m.prefecture >= 1 && m.prefecture <= prefecture_count) {
            const Prefecture& p = prefectures()[static_cast<std::size_t>(m.prefecture - 1)];
            entry.names.push_back(fold_for_search(p.name.ja + m.name_ja));
        }
        if (!m.name_kana.empty()) {
            entry.names.push_back(fold_for_search(m.name_kana));
        }
        if (!m.name_en.empty()) {
            entry.names.push_back(fold_for_search(m.name_en));
        }
        entries_.push_back(std::move(entry));
    }
}

std::vector<SearchHit> SearchIndex::find(std::string_view text, std::size_t limit) const {
    const std::string wanted = fold_for_search(text);
    if (wanted.empty()) {
        return {};
    }
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        std::optional<int> best;
        for (const std::string& name : entries_[i].names) {
            const std::optional<int> rank = rank_of(name, wanted);
            if (rank && (!best || *rank < *best)) {
                best = rank;
            }
        }
        if (entries_[i].code.starts_with(wanted)) {
            best = entries_[i].code.size() == wanted.size() ? 0 : std::min(best.value_or(1), 1);
        }
        if (best) {
            found.emplace_back(*best, i);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<SearchHit> out;
    for (std::size_t i = 0; i < found.size() && i < limit; ++i) {
        out.push_back(entries_[found[i].second].hit);
    }
    return out;
}

}  // namespace miraimap::gui
