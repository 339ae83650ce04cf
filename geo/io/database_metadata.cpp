// SPDX-License-Identifier: MIT
#include "geo/io/database_metadata.hpp"

#include "geo/io/gdal_sql.hpp"

namespace miraimap {

std::map<std::string, std::string> stored_metadata(Database& database, const std::string& layer) {
    const std::size_t dot = layer.find('.');
    const std::string schema =
        dot == std::string::npos ? database.value("SELECT current_schema()") : layer.substr(0, dot);
    const std::string table =
        gdal::sql_name(schema) + "." + gdal::sql_name(database_metadata_table);
    std::map<std::string, std::string> all;
    if (!database.value("SELECT to_regclass(" + gdal::sql_text(table) + ")::text").empty()) {
        for (const auto& row : database.rows("SELECT name, value FROM " + table, table)) {
            all[row[0]] = row[1];
        }
    }
    return all;
}

}  // namespace miraimap
