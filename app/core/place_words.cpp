// SPDX-License-Identifier: MIT
#include "app/core/place_words.hpp"

#include <algorithm>

#include "geo/error.hpp"

namespace miraimap {

int index_of_place(const World& world, const std::string& word) {
    const std::vector<ResolvedPart> parts = world.resolver->resolve(word);
    if (parts.size() == 1 && parts.front().municipality >= 0) {
        return parts.front().municipality;
    }
    std::string near;
    for (const ResolvedPart& part : parts) {
        for (const Candidate& candidate : part.candidates) {
            near += (near.empty() ? "" : ", ") + candidate.code + " " + candidate.prefecture +
                    candidate.name;
        }
    }
    const Text reason = parts.empty() ? Text{} : parts.front().reason;
    throw Error(ErrorKind::usage, word,
                {"市区町村を一つ指定する（" + reason.ja + "）",
                 "name one municipality (" + reason.en + ")"},
                near.empty() ? Text{"例: 奈良県三郷町、29343", "e.g. 奈良県三郷町, 29343"}
                             : Text{"候補: " + near, "candidates: " + near});
}

std::vector<int> indices_of_places(const World& world, const std::vector<std::string>& words) {
    std::vector<int> places;
    places.reserve(words.size());
    for (const std::string& word : words) {
        places.push_back(index_of_place(world, word));
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

}  // namespace miraimap
