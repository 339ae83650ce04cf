// SPDX-License-Identifier: MIT
// A record beside an output: from what, by what and how it was made.
//
// Promises: JSON with sorted keys; names of files without their folders; SHA-256 of every input and
// output as `sha256sum` prints it; the same run gives the same bytes. A database has no bytes to
// hash and is named as one, without its address. Does not: write the file.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/core/request.hpp"
#include "geo/io/atomic_file.hpp"

namespace miraimap {

struct ManifestFacts {
    std::string command;  ///< the command line that makes the same, without folders
    /// Name and version of libraries that took part beyond the geographic ones.
    std::vector<std::pair<std::string, std::string>> libraries;
};

/// The record itself; a database, whose tables are no files, keeps it in its metadata.
/// @param outputs  finished; may be empty
/// @throws Error{input} if an input has gone meanwhile
std::string manifest_text(const Request& request, const ManifestFacts& facts,
                          const std::vector<OutputFile>& outputs);

/// FILE.manifest.json for these finished outputs, named after the last one.
/// @throws Error{input} if an input has gone meanwhile
OutputFile make_manifest(const Request& request, const ManifestFacts& facts,
                         const std::vector<OutputFile>& outputs);

/// Where the record of an output goes.
std::filesystem::path manifest_path(const std::filesystem::path& output);

}  // namespace miraimap
