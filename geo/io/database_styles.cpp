// SPDX-License-Identifier: MIT
#include "geo/io/database_styles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "geo/io/gdal_sql.hpp"

namespace miraimap {
namespace {

using gdal::sql_name;
using gdal::sql_text;

/// Schema of the table that a bare `layer_styles` means for this login; "" if there is none.
std::string reachable(Database& database) {
    return database.value(
        "SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE c.oid = to_regclass('layer_styles')");
}

bool may(Database& database, const std::string& question) {
    return database.value("SELECT (" + question + ")::int") == "1";
}

/// As QGIS 3.22 makes it.
void make_table(Database& database, const std::string& table) {
    database.run("CREATE TABLE " + table +
                     " (id serial PRIMARY KEY, f_table_catalog varchar, f_table_schema varchar, "
                     "f_table_name varchar, f_geometry_column varchar, stylename text, styleqml "
                     "xml, stylesld xml, useasdefault boolean, description text, owner "
                     "varchar(63) DEFAULT CURRENT_USER, ui xml, update_time timestamp DEFAULT "
                     "CURRENT_TIMESTAMP, type varchar)",
                 "layer_styles");
}

class StyleRow {
public:
    StyleRow(const OutLayer& styles, const OutFeature& feature)
        : styles_(styles), feature_(feature) {}

    [[nodiscard]] std::string text(const std::string& column) const {
        const auto it = std::find_if(styles_.fields.begin(), styles_.fields.end(),
                                     [&](const OutField& field) { return field.name == column; });
        assert(it != styles_.fields.end());
        const auto* text = std::get_if<std::string>(
            &feature_.cells[static_cast<std::size_t>(it - styles_.fields.begin())]);
        return text != nullptr ? *text : std::string();
    }

private:
    const OutLayer& styles_;
    const OutFeature& feature_;
};

}  // namespace

Findings write_database_styles(Database& database, const OutLayer& styles) {
    std::string schema = reachable(database);
    if (schema.empty()) {
        // QGIS looks through the search_path, where `public` usually stands.
        const bool in_public = may(database,
                                   "to_regnamespace('public') IS NOT NULL AND "
                                   "has_schema_privilege('public', 'CREATE')");
        schema = in_public ? "public" : database.schema();
        const std::string there = database.value(
            fmt::format("SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                        "WHERE c.relname = 'layer_styles' AND n.nspname = {}",
                        sql_text(schema)));
        if (there.empty()) {
            make_table(database, sql_name(schema) + ".layer_styles");
        }
    }
    const std::string table = sql_name(schema) + ".layer_styles";
    if (!may(database, fmt::format("has_table_privilege({0}, 'SELECT') AND "
                                   "has_table_privilege({0}, 'INSERT') AND "
                                   "has_table_privilege({0}, 'DELETE')",
                                   sql_text(table)))) {
        return {{Severity::warning,
                 "styles-not-registered",
                 schema + ".layer_styles",
                 {"この表に書く権限がないので、QGIS では色なしで開く",
                  "no right to write into this table, so QGIS opens the layers without colours"}}};
    }
    for (const OutFeature& feature : styles.features) {
        const StyleRow row(styles, feature);
        const std::string name = row.text("f_table_name");
        database.run(fmt::format("DELETE FROM {} WHERE f_table_catalog = current_database() AND "
                                 "f_table_schema = {} AND f_table_name = {} AND stylename = {}",
                                 table, sql_text(database.schema()), sql_text(name),
                                 sql_text(row.text("styleName"))),
                     "layer_styles");
        database.run(
            fmt::format("INSERT INTO {} (f_table_catalog, f_table_schema, f_table_name, "
                        "f_geometry_column, stylename, styleqml, stylesld, useasdefault, "
                        "description, owner, update_time) VALUES (current_database(), {}, {}, {}, "
                        "{}, XMLPARSE(DOCUMENT {}), XMLPARSE(DOCUMENT {}), true, {}, {}, {})",
                        table, sql_text(database.schema()), sql_text(name),
                        sql_text(row.text("f_geometry_column")), sql_text(row.text("styleName")),
                        sql_text(row.text("styleQML")), sql_text(row.text("styleSLD")),
                        sql_text(row.text("description")), sql_text(row.text("owner")),
                        sql_text(row.text("update_time").substr(0, 19))),
            "layer_styles");
    }
    if (!reachable(database).empty()) {
        return {};
    }
    return {
        {Severity::warning,
         "styles-not-reachable",
         schema + ".layer_styles",
         {"search_path の外にあるので QGIS は色をつけない。管理者に public への CREATE を頼むか、"
          "ALTER ROLE … SET search_path で " +
              schema + " を加える",
          "outside the search_path, so QGIS opens the layers without colours; ask for CREATE on "
          "public, or add " +
              schema + " with ALTER ROLE … SET search_path"}}};
}

}  // namespace miraimap
