// SPDX-License-Identifier: MIT
// The verbs of the command line: each takes the request and prints or writes one answer.
//
// Promises: results go to stdout, messages to stderr; each returns 0, or 1 if the data has errors.
// What stops the work is thrown as Error.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/cli/print_table.hpp"
#include "app/cli/progress_line.hpp"
#include "app/core/request.hpp"
#include "app/core/snapshot.hpp"
#include "app/print/output.hpp"
#include "geo/error.hpp"
#include "geo/io/boundary_reader.hpp"

namespace miraimap {

/// How the answer is shown.
struct Output {
    Format format = Format::table;
    bool quiet = false;
    std::filesystem::path cache = {};  ///< folder of the cache; empty: without one
    ProgressLine* progress = nullptr;  ///< of long work; may be null
};

/// How a verb loads. @param geometry  it needs polygons
LoadOptions load_options(const Output& output, bool geometry = true);
/// How a verb reads boundaries that it judges: with geometry and all that is wrong with it.
BoundaryReadOptions thorough_reading(const Output& output);

int verb_list(const Request& request, const Output& output);
int verb_resolve(const Request& request, const Output& output,
                 const std::vector<std::string>& texts);
int verb_coverage(const Request& request, const Output& output);
/// Makes the file of an order; an export may name a database instead.
int verb_output(const OutputOrder& order, const Output& output);
int verb_check(const Request& request, const Output& output);
int verb_boundaries(const Request& request, const Output& output,
                    const std::vector<std::string>& files);
int verb_boundaries_import(const Output& output, Lang lang, const std::filesystem::path& folder,
                           const std::filesystem::path& file);

/// Shows what the cache holds, or clears it.
int verb_cache(const Output& output, Lang lang, bool clear);

/// Starts the window program beside this one with the same words; returns only if it cannot.
int verb_gui(int argc, char** argv, Lang lang);

/// Prints, in the table for people only, what was filtered.
void print_context(const Snapshot& snapshot, const Output& output);
/// Prints a note for people to stderr unless quiet.
void note(const Output& output, const std::string& text);
/// Prints an error to stderr. @returns its exit code
int report_error(const Error& error, const Output& output, Lang lang);
/// Prints findings to stderr (notes only if asked for); 1 if any is an error, else 0.
int report_findings(const Findings& findings, const Output& output, Lang lang);

}  // namespace miraimap
