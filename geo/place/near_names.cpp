// SPDX-License-Identifier: MIT
#include "geo/place/near_names.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace miraimap {
namespace {

constexpr std::size_t longest_name = 24;

/// How far apart two names of this length may be and still be called near.
int tolerance(std::size_t length) { return length <= 4 ? 1 : length <= 7 ? 2 : 3; }

bool share_a_character(std::u32string_view a, std::u32string_view b) {
    return a.find_first_of(b) != std::u32string_view::npos;
}

/// 更別町 is nearer to 更別村 than to 当別町: equal distances are ordered by that of the stems.
struct Distance {
    int whole = 0;
    int stem = 0;
};

bool is_suffix(char32_t c) { return c == U'市' || c == U'区' || c == U'町' || c == U'村'; }

std::u32string_view stem_of(std::u32string_view name) {
    return name.size() > 1 && is_suffix(name.back()) ? name.substr(0, name.size() - 1) : name;
}

/// The nearest bodies under a distance function of the municipality's index.
template <typename Measure>
Bodies nearest(const Gazetteer& gazetteer, int prefecture, int most, const Measure& measure) {
    // Both distances, elsewhere, index (which ascends by code).
    std::vector<std::tuple<int, int, bool, int>> found;
    const auto& municipalities = gazetteer.catalogue().municipalities;
    for (int i = 0; i < static_cast<int>(municipalities.size()); ++i) {
        const Distance d = measure(i);
        if (d.whole <= most) {
            const bool elsewhere =
                municipalities[static_cast<std::size_t>(i)].prefecture != prefecture;
            found.emplace_back(d.whole, d.stem, elsewhere, i);
        }
    }
    std::sort(found.begin(), found.end());
    found.resize(std::min(found.size(), near_names_limit));
    Bodies bodies;
    for (const auto& [whole, stem, elsewhere, i] : found) {
        bodies.push_back({i, municipalities[static_cast<std::size_t>(i)].prefecture, -1});
    }
    return bodies;
}

}  // namespace

int edit_distance(std::u32string_view a, std::u32string_view b, int most) {
    const auto length_gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (length_gap > static_cast<std::size_t>(most)) {
        return most + 1;
    }
    std::vector<int> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = static_cast<int>(j);
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
        if (*std::min_element(row.begin(), row.end()) > most) {
            return most + 1;
        }
    }
    return std::min(row.back(), most + 1);
}

Bodies near_names(const Gazetteer& gazetteer, std::u32string_view folded, int prefecture) {
    if (folded.empty() || folded.size() > longest_name) {
        return {};
    }
    const int most = tolerance(folded.size());
    const std::u32string_view wanted = stem_of(folded);
    return nearest(gazetteer, prefecture, most, [&](int i) -> Distance {
        const std::u32string_view name = gazetteer.folded_name(i);
        const std::u32string_view stem = stem_of(name);
        if (!share_a_character(stem, wanted)) {
            return {most + 1, 0};
        }
        const int whole =
            std::min(edit_distance(name, folded, most), edit_distance(stem, folded, most));
        return {whole, edit_distance(stem, wanted, most)};
    });
}

Bodies near_romaji(const Gazetteer& gazetteer, std::string_view key, int prefecture) {
    if (key.empty() || key.size() > longest_name) {
        return {};
    }
    const std::u32string wanted = to_utf32(key);
    const int most = tolerance(wanted.size());
    return nearest(gazetteer, prefecture, most, [&](int i) -> Distance {
        const std::string& name = gazetteer.romaji_key(i);
        return {name.empty() ? most + 1 : edit_distance(to_utf32(name), wanted, most), 0};
    });
}

}  // namespace miraimap
