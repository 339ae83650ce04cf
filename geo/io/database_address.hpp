// SPDX-License-Identifier: MIT
// The address of a PostGIS database as people type it, and the password kept out of it.
//
// Two spellings: GDAL's `PG:host=… dbname=… user=… password=…`, with libpq's words and GDAL's
// `schemas=`, `active_schema=` and `tables=`; and a web-like
// `postgresql://user:password@host/name`. Promises: hide_password takes the password out and
// remembers it in this process only, under the address that is left, so that no message, manifest,
// session, output or command line made from that address can hold it; a message about an address
// that makes no sense repeats no value of it. Does not: connect (geo/io/database.hpp does); read
// ~/.pgpass or PGPASSWORD, which libpq does.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace miraimap {

/// True for the two spellings of an address, whatever follows.
bool is_database(std::string_view text);

/// The same address without its password, which is remembered; any other text as it is. The result
/// is always spelled `PG:…`, and given again comes back unchanged.
/// @throws Error{usage} if it is an address but makes no sense
std::string hide_password(const std::string& text);

/// hide_password for each word of a command line, also behind `--option=`.
std::vector<std::string> hide_passwords(std::vector<std::string> words);

/// The words with their passwords back, for a program that this one becomes.
std::vector<std::string> show_passwords(std::vector<std::string> words);

/// `text` with every remembered password masked: for texts that other libraries made.
std::string masked(std::string text);

/// An address cut into its parts.
struct DatabaseAddress {
    std::vector<std::pair<std::string, std::string>> connection;  ///< libpq's words, no password
    std::string password;              ///< remembered; empty: libpq looks for one itself
    std::vector<std::string> schemas;  ///< of schemas= or active_schema=; may be empty
    std::vector<std::string> tables;   ///< of tables=; may be empty

    /// Value of one of libpq's words; "" if it is not there.
    [[nodiscard]] std::string at(std::string_view word) const;
    /// What GDAL opens, with the password.
    [[nodiscard]] std::string for_gdal() const;
    /// The address for people, without the password.
    [[nodiscard]] std::string shown() const;
};

/// @param text  an address (is_database); a password in it wins over a remembered one
/// @throws Error{usage} if it makes no sense
DatabaseAddress parse_database_address(const std::string& text);

}  // namespace miraimap
