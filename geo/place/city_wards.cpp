// SPDX-License-Identifier: MIT
#include "geo/place/city_wards.hpp"

#include <cstddef>
#include <regex>

namespace miraimap {
namespace {

/// YYYY-MM-DD in a text; "9999-12-31" if there is none.
std::string date_in(const std::string& text) {
    static const std::regex date("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    std::smatch found;
    return std::regex_search(text, found, date) ? found.str() : "9999-12-31";
}

}  // namespace

CityWards wards_of_cities(const Catalogue& catalogue, const std::vector<Ward>& wards) {
    CityWards all(catalogue.municipalities.size());
    const std::string date = date_in(catalogue.edition);
    for (const Ward& ward : wards) {
        const auto city = catalogue.find(ward.city_code);
        const bool valid = (ward.valid_from.empty() || ward.valid_from <= date) &&
                           (ward.valid_to.empty() || date <= ward.valid_to);
        if (city && valid) {
            all[static_cast<std::size_t>(*city)].push_back(ward.name);
        }
    }
    return all;
}

}  // namespace miraimap
