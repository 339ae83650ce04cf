// SPDX-License-Identifier: MIT
// The verbs that make a file (export, render, report): their options, and the order these place.
//
// Promises: the words that the window copies as a command line give the order that the window
// carries out itself, because it reads them here too. Does not: work (app/print/output.hpp does).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/cli/analysis_options.hpp"
#include "app/cli/options.hpp"
#include "app/cli/render_options.hpp"
#include "app/print/output.hpp"

namespace miraimap {

/// What was typed behind these verbs.
struct TypedOutput {
    std::string file;
    std::string layer = "municipalities";
    std::string crs = "EPSG:6668";
    std::string map_crs;
    bool no_overwrite = false;
    bool manifest = false;
    bool for_excel = false;
    bool with_data = false;
    std::string colour = "grade";
    std::string layout = "map";
    std::string breaks = "quantile";
    std::string view;
    std::vector<std::string> marked;
    bool neighbours = false;
    TypedRender render;
    std::vector<std::string> what_if;
    AnalysisOptions gaps;  ///< only what add_gap_options takes, and `outlined_gaps`
};

/// What is done with an order; returns the exit code.
using PlaceOrder = std::function<int(const OutputOrder&)>;

/// Adds the verbs; `typed` and `common` are read when a verb runs.
/// @param app  that `add` adds verbs to
void add_output_verbs(CLI::App& app, const AddVerb& add, TypedOutput& typed, TypedOptions& common,
                      const PlaceOrder& place);

/// The order that a command line of these verbs places, without the program's name.
/// @throws Error{usage} as the command line does
OutputOrder order_of_words(const std::vector<std::string>& words);

}  // namespace miraimap
