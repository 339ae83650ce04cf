// SPDX-License-Identifier: MIT
#include "app/gui/command_find.hpp"

#include <algorithm>
#include <sstream>

#include "app/gui/reading.hpp"
#include "app/gui/search.hpp"

namespace miraimap::gui {
namespace {

/// Letters of a word in their order within a stretch that is not much longer, as haste leaves them.
bool nearly_holds(const std::string& text, const std::string& word) {
    constexpr std::size_t shortest = 4;
    const std::size_t slack = word.size() / 2;
    if (word.size() < shortest) {
        return false;
    }
    for (std::size_t from = 0; from + word.size() <= text.size(); ++from) {
        std::size_t next = 0;
        for (std::size_t i = from; i < std::min(text.size(), from + word.size() + slack); ++i) {
            next += next < word.size() && text[i] == word[next] ? 1 : 0;
        }
        if (next == word.size()) {
            return true;
        }
    }
    return false;
}

/// How well a text holds a word: 0 whole, 1 beginning, 2 inside, 3 nearly; empty: not.
std::optional<int> match(const std::string& text, const std::string& word) {
    const std::size_t at = text.find(word);
    if (at == 0) {
        return text.size() == word.size() ? 0 : 1;
    }
    if (at != std::string::npos) {
        return 2;
    }
    return nearly_holds(text, word) ? std::optional<int>(3) : std::nullopt;
}

}  // namespace

FindNames find_names(const Text& name, const std::string& reading,
                     const std::vector<std::string>& more) {
    FindNames names{{fold_for_search(name.ja), fold_for_search(name.en)}, reading_key(reading)};
    std::istringstream words(name.en);
    for (std::string word; words >> word;) {
        names.folded.push_back(fold_for_search(word));
    }
    for (const std::string& one : more) {
        names.folded.push_back(fold_for_search(one));
    }
    return names;
}

std::vector<TypedWord> typed_words(std::string_view text) {
    std::istringstream typed{std::string(text)};
    std::vector<TypedWord> words;
    for (std::string word; typed >> word;) {
        words.push_back({fold_for_search(word),
                         could_be_read(word) ? reading_key_of_beginning(word) : std::string()});
    }
    return words;
}

namespace {

std::optional<int> how_well_one(const FindNames& names, const TypedWord& word) {
    std::optional<int> best =
        word.reading.empty() ? std::nullopt : match(names.reading, word.reading);
    for (const std::string& name : names.folded) {
        const std::optional<int> rank = match(name, word.folded);
        if (rank && (!best || *rank < *best)) {
            best = rank;
        }
    }
    return best;
}

}  // namespace

std::optional<int> how_well(const FindNames& names, const std::vector<TypedWord>& words) {
    int worst = 0;
    for (const TypedWord& word : words) {
        const std::optional<int> own = how_well_one(names, word);
        if (!own) {
            return std::nullopt;
        }
        worst = std::max(worst, *own);
    }
    return worst;
}

}  // namespace miraimap::gui
