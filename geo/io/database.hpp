// SPDX-License-Identifier: MIT
// A connection to a PostgreSQL database with PostGIS, through GDAL.
//
// Promises: opened for reading, the server itself refuses every change; what goes wrong is an Error
// that says in words whether the server is down, the login refused, the database, schema or PostGIS
// missing, or a right, with the server's own words and never a password. Does not: leave geo/io.
#pragma once

#include <gdal.h>

#include <string>
#include <vector>

#include "geo/error.hpp"
#include "geo/io/database_address.hpp"
#include "geo/io/gdal_dataset.hpp"

namespace miraimap {

enum class DatabaseUse { read, write };

class Database {
public:
    /// Connects, and looks whether the schemas that the address names are there.
    /// @param address  as people type it (is_database)
    /// @throws Error{input} or Error{output}, by its use
    Database(const std::string& address, DatabaseUse use);

    [[nodiscard]] GDALDatasetH get() const { return data_.get(); }
    [[nodiscard]] const DatabaseAddress& address() const { return address_; }
    /// The schema that the address names first, else the connection's own (search_path).
    [[nodiscard]] const std::string& schema() const { return schema_; }
    [[nodiscard]] gdal::Messages& messages() { return messages_; }

    /// @throws Error if the database has no PostGIS
    void need_postgis();
    /// Runs one statement. @throws Error naming `where` with the server's words
    void run(const std::string& sql, const std::string& where = {});
    /// Rows of an answer as texts. @throws Error as run
    std::vector<std::vector<std::string>> rows(const std::string& sql,
                                               const std::string& where = {});
    /// First cell of an answer; "" if there is none. @throws Error as run
    std::string value(const std::string& sql);

    /// Error of this connection's use.
    /// @param where  a table, or empty: the address alone
    [[noreturn]] void refuse(const std::string& where, Text wrong, Text advice) const;
    /// The same with the server's own words, sorted into what people can do something about.
    [[noreturn]] void refuse_with_message(const std::string& where) const;

private:
    [[noreturn]] void refuse_connection() const;

    DatabaseUse use_;
    DatabaseAddress address_;
    gdal::Messages messages_;
    gdal::Dataset data_;
    std::string schema_;
};

}  // namespace miraimap
