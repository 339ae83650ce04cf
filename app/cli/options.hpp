// SPDX-License-Identifier: MIT
// The options every verb shares, as typed words, and their meaning as a Request.
#pragma once

#include <string>
#include <vector>

#include "app/cli/print_table.hpp"
#include "app/core/request.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace miraimap {

/// What was typed. Lists are still comma-joined words.
struct TypedOptions {
    std::vector<std::string> sources;
    std::vector<std::string> programmes;
    std::vector<std::string> years;
    std::vector<std::string> technologies;
    std::string match = "any";
    std::vector<std::string> themes;
    std::vector<std::string> regions;
    std::vector<std::string> prefectures;
    std::vector<std::string> kinds;
    std::vector<std::string> scopes;
    std::string text;
    std::string boundaries;
    std::string reopen;  ///< only known here: expand_reopen has put its options in its place
    std::string data;
    std::string source_text;
    std::string format = "table";
    std::string lang = "ja";
    std::string progress = "auto";
    std::string table;
    std::string figure;
    bool quiet = false;
    bool no_cache = false;
    bool count_northern_territories = false;
    std::string wards = "special";
};

/// Adds a verb with an example, the common options and, if wanted, those of the filters.
CLI::App* add_verb(CLI::App& app, const std::string& name, const std::string& about,
                   const std::string& example, TypedOptions& typed, bool filters = true);
/// Adds data, format and language options.
void add_common_options(CLI::App& app, TypedOptions& typed);
/// Adds the filters of the contract.
void add_filter_options(CLI::App& app, TypedOptions& typed);
/// Verbs that paint take `--theme light` and `--theme dark` for the colours; no heading is called
/// so, and every other theme is a filter. Takes those words out of the themes.
/// @returns the last one; `usual` without any
std::string take_colours(TypedOptions& typed, const std::string& usual = "light");

/// "EPSG:6677", "6677".
/// @param option, example  for the message
/// @throws Error{usage} for any other word
int to_epsg(const char* option, const std::string& word, const std::string& example);

/// Adds `--map-crs`, the projection of the map.
CLI::Option* add_map_crs(CLI::App& app, std::string& map_crs);
/// What it says; 0 if it was not said. @throws Error{usage} for a word that is no code
int to_map_crs(const std::string& word);

/// Adds the user's table.
void add_table_options(CLI::App& app, TypedOptions& typed);

/// @throws Error{usage} for an unknown value, naming the option, the value and near ones
Request to_request(const TypedOptions& typed);
Format to_format(const TypedOptions& typed);
Lang to_lang(const TypedOptions& typed);

/// `--lang` from the raw words, for messages about words that cannot be parsed.
Lang lang_of_arguments(int argc, char** argv);

}  // namespace miraimap
