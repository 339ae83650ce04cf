// SPDX-License-Identifier: MIT
// A table of the product's own data: from a data folder, or from a database that
// `export "PG:…" --with-data` has put the folder's tables into.
//
// In a folder it is PART/NAME.csv, in a database PART_NAME with a column `line` and a text column
// for each column of the file. Promises: the same checks for both; cells stay text (a code column
// that is not text is refused, since it has lost its zeros); a database's tables are read together,
// in one read-only transaction, and messages name table and line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/io/csv.hpp"

namespace miraimap {

/// @param data  a data folder, or the address of a database (is_database)
/// @param part  "selections", "reference" or "names"
/// @param name  without ending, e.g. "mirai"
/// @param header  as read_csv; a database may have further columns, which are passed over
/// @throws Error{input} as read_csv; a database that cannot be read
CsvTable read_data_table(const std::filesystem::path& data, const std::string& part,
                         const std::string& name, const std::vector<std::string>& header);

/// Every table below `data`, as part and name, in alphabetical order.
/// @throws Error{input} if a database cannot be read; a folder that is not there has none
std::vector<std::pair<std::string, std::string>> data_tables(const std::filesystem::path& data);

/// A file's state as it was recorded.
struct Checksum {
    std::string file;  ///< "selections/mirai.csv"
    std::string sha256;
};

/// The recorded state of every file: of SHA256SUMS in a folder, of the table `data_checksums` in a
/// database.
/// @throws Error{input} if it cannot be read
std::vector<Checksum> recorded_checksums(const std::filesystem::path& data);

/// Bytes of a file of a data folder, or of a database's table written as that file; nothing if it
/// is not there.
/// @param file  "selections/mirai.csv"
std::optional<std::string> data_file_bytes(const std::filesystem::path& data,
                                           const std::string& file);

/// A database is read once and then remembered; this makes the next table read it again.
void read_databases_again();

}  // namespace miraimap
