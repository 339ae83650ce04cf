// SPDX-License-Identifier: MIT
// All a user can ask, as one plain value. The command line and the window fill the same one.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/select/coverage.hpp"
#include "geo/select/filter.hpp"
#include "geo/text.hpp"

namespace miraimap {

struct Request {
    std::filesystem::path data;         ///< the data folder (boundaries/, selections/, names/ …)
    std::filesystem::path boundaries;   ///< another boundary file; empty: the embedded set
    std::filesystem::path source_text;  ///< the deck's text, for evidence; may be empty
    Filter filter;
    CoverageBy by = CoverageBy::prefecture;
    bool count_northern_territories = false;
    bool cumulative = false;  ///< by year: each row holds its year and all before it
    /// Places (codes or names) supposed to be selected too. Never saved as data.
    std::vector<std::string> what_if;
    std::filesystem::path table;  ///< a user's table with a figure per municipality; may be empty
    std::string figure;           ///< heading of its column; empty: the first column of numbers
    Lang lang = Lang::ja;
};

/// "prefecture", "region" …, as in `--by`.
const std::string& key_of(CoverageBy by);

/// The command line that asks for the same, without the program name, e.g. `coverage --year R3`.
std::string as_command_line(const Request& request, const std::string& verb);

}  // namespace miraimap
