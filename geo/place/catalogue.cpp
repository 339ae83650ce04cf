// SPDX-License-Identifier: MIT
#include "geo/place/catalogue.hpp"

#include <algorithm>

namespace miraimap {

std::optional<int> Catalogue::find(std::string_view code) const {
    const auto it = std::lower_bound(
        municipalities.begin(), municipalities.end(), code,
        [](const Municipality& m, std::string_view wanted) { return m.code < wanted; });
    if (it == municipalities.end() || it->code != code) {
        return std::nullopt;
    }
    return static_cast<int>(it - municipalities.begin());
}

int Catalogue::counted() const {
    return static_cast<int>(std::count_if(municipalities.begin(), municipalities.end(),
                                          [](const Municipality& m) { return m.counted; }));
}

}  // namespace miraimap
