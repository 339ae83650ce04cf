// SPDX-License-Identifier: MIT
#include "app/gui/place_set.hpp"

#include <algorithm>
#include <iterator>

namespace miraimap::gui {

bool PlaceSet::contains(int place) const {
    return std::binary_search(places.begin(), places.end(), place);
}

void change(PlaceSet& set, SetChange how, const std::vector<int>& places) {
    std::vector<int> sorted = places;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::vector<int> out;
    switch (how) {
        case SetChange::replace:
            out = sorted;
            break;
        case SetChange::add:
            std::set_union(set.places.begin(), set.places.end(), sorted.begin(), sorted.end(),
                           std::back_inserter(out));
            break;
        case SetChange::remove:
            std::set_difference(set.places.begin(), set.places.end(), sorted.begin(), sorted.end(),
                                std::back_inserter(out));
            break;
        case SetChange::toggle:
            std::set_symmetric_difference(set.places.begin(), set.places.end(), sorted.begin(),
                                          sorted.end(), std::back_inserter(out));
            break;
    }
    set.places = std::move(out);
    const auto last = std::find_if(places.rbegin(), places.rend(),
                                   [&set](int place) { return set.contains(place); });
    if (last != places.rend()) {
        set.primary = *last;
    } else if (!set.contains(set.primary)) {
        set.primary = set.empty() ? -1 : set.places.front();
    }
}

PlaceSet inverse(const PlaceSet& set, int count) {
    PlaceSet out;
    for (int place = 0; place < count; ++place) {
        if (!set.contains(place)) {
            out.places.push_back(place);
        }
    }
    out.primary = out.empty() ? -1 : out.places.front();
    return out;
}

}  // namespace miraimap::gui
