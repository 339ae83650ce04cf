// SPDX-License-Identifier: MIT
// One file to be made: what is asked, and how the answer is written.
//
// The verbs export, render and report of the command line and the window's dialog all place such an
// order, so that the same choices give the same bytes. Promises: the output and its record appear
// whole or not at all; work that is stopped leaves what was there. Does not: write into a database
// (app/core/export_database.hpp does), or understand words (app/cli/output_verbs.hpp does).
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/core/export.hpp"
#include "app/print/map_pages.hpp"
#include "app/print/paper.hpp"

namespace miraimap {

enum class OutputKind : std::uint8_t { data, picture, report };

/// A map on paper.
struct PageOptions {
    PaperOptions paper;
    Theme theme = Theme::light;
    bool atlas = false;  ///< a page for each prefecture
};

struct OutputOrder {
    OutputKind kind = OutputKind::data;
    Request request;
    std::filesystem::path file;
    ExportOptions data;  ///< of OutputKind::data
    PageOptions page;    ///< of OutputKind::picture
    bool overwrite = true;
    bool manifest = false;  ///< a record beside the file
    std::string command;    ///< for the record: the command line without folders
};

/// Asked before the work, and cheap.
/// @throws Error{usage} for an ending that the kind does not know, Error{output} if the file or its
///         record may not be put there
void check_order(const OutputOrder& order);

/// As much of the world as the order needs.
LoadOptions loading_for(const OutputOrder& order, LoadOptions loading);

/// Makes the file in memory, then puts it in place.
/// @param snapshot  of the order's request
/// @param loading  with which its world was loaded; its progress is told of every step and may stop
///                 the work until the file is being saved
/// @param shapes  picture_shapes of the world; null: made where they are needed
/// @returns what the format could not hold as it was, and what was changed
/// @throws Error as check_order, and Error{output} if it cannot be made or written; Cancelled
Findings carry_out(const OutputOrder& order, const Snapshot& snapshot, const LoadOptions& loading,
                   std::shared_ptr<const MapShapes> shapes = nullptr);

}  // namespace miraimap
