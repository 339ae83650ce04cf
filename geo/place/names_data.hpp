// SPDX-License-Identifier: MIT
// What people have recorded about names: the tables under data/names/.
//
// - variants.csv: characters that stand for another in place names;
// - wards.csv: wards of the designated cities, with the dates they are valid;
// - non_places.csv: printed areas that are no municipality, and which ones they overlap;
// - decisions.csv: ambiguous texts a person has settled, with reason and basis.
//
// Promises: every row is checked on loading (characters, codes, dates, both languages); a wrong
// one throws and names file, line and value.
// Does not: check codes against a catalogue, which may be another year's.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/place/normal_form.hpp"
#include "geo/text.hpp"

namespace miraimap {

struct Ward {
    std::string code;        ///< 14131
    std::string city_code;   ///< 14130
    std::string name;        ///< 川崎区
    std::string valid_from;  ///< YYYY-MM-DD; empty: before 2021-01-01
    std::string valid_to;    ///< YYYY-MM-DD, last day; empty: still valid
};

struct NonPlace {
    std::string name;  ///< as printed, without its prefecture
    Text reason;
    std::vector<std::string> candidates;  ///< codes of municipalities it overlaps; may be empty
    std::string where;                    ///< non_places.csv:2
};

struct Decision {
    std::string text;  ///< the member of the area text, as printed
    std::string code;  ///< five digits; "13000" for a prefecture
    Text reason;
    std::string basis;
    std::string date;
    std::string where;  ///< decisions.csv:2
};

struct NamesData {
    Variants variants;
    std::vector<Ward> wards;
    std::vector<NonPlace> non_places;
    std::vector<Decision> decisions;
};

/// @param folder  with the four files, or the address of a database that holds them as tables
/// @throws Error{input} if a file is missing or a row malformed
NamesData load_names_data(const std::filesystem::path& folder);

}  // namespace miraimap
