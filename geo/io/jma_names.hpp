// SPDX-License-Identifier: MIT
// Names of municipalities from the names of their warning areas (rules: see jma_import.hpp).
#pragma once

#include <string>
#include <vector>

#include "geo/place/catalogue.hpp"

namespace miraimap {

/// One entry of the JMA's list of areas.
struct JmaArea {
    std::string code;  ///< seven digits
    std::string name_ja;
    std::string name_en;
    std::string kana;
};

struct JmaName {
    std::string ja;
    std::string kana;
    std::string en;
};

/// The municipality's own name from its areas.
/// @param municipality  five digits
/// @param areas  all entries whose code begins with it, ascending; may be empty for a designated
/// city
/// @returns empty texts where the rules give no name
JmaName name_of_municipality(const std::string& municipality, const std::vector<JmaArea>& areas);

/// City, town, village, special ward or designated city, by code and the name's last character.
BodyKind kind_of_municipality(const std::string& code, const std::string& name_ja);

}  // namespace miraimap
