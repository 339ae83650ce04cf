// SPDX-License-Identifier: MIT
#include "geo/io/geopackage_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "geo/io/gdal_sql.hpp"

namespace miraimap {
namespace {

using gdal::run_sql;
using gdal::sql_text;

bool add_extension(GDALDatasetH data, const std::string& table, const std::string& extension,
                   const std::string& definition) {
    return run_sql(data, fmt::format("INSERT INTO gpkg_extensions VALUES ({}, NULL, {}, {}, "
                                     "'read-write')",
                                     sql_text(table), sql_text(extension), sql_text(definition)));
}

bool make_schema_tables(GDALDatasetH data) {
    const std::string definition = "http://www.geopackage.org/spec121/#extension_schema";
    return run_sql(
               data,
               "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT "
               "NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name "
               "TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn "
               "UNIQUE (table_name, name))") &&
           run_sql(
               data,
               "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, "
               "constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, "
               "max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, CONSTRAINT gdcc_ntv "
               "UNIQUE (constraint_name, constraint_type, value))") &&
           add_extension(data, "gpkg_data_columns", "gpkg_schema", definition) &&
           add_extension(data, "gpkg_data_column_constraints", "gpkg_schema", definition);
}

bool add_titles(GDALDatasetH data, const OutLayer& layer) {
    return std::all_of(layer.fields.begin(), layer.fields.end(), [&](const OutField& field) {
        return field.alias.ja.empty() ||
               run_sql(data,
                       fmt::format("INSERT INTO gpkg_data_columns VALUES ({}, {}, {}, {}, {}, "
                                   "NULL, NULL)",
                                   sql_text(layer.name), sql_text(field.name), sql_text(field.name),
                                   sql_text(field.alias.ja), sql_text(field.alias.en)));
    });
}

bool add_relation(GDALDatasetH data, const OutRelation& r) {
    const std::string definition = "http://www.geopackage.org/18-000.html";
    return run_sql(data, fmt::format(
                             "CREATE VIEW \"{}\" AS SELECT l.fid AS id, b.fid AS base_id, r.fid AS "
                             "related_id FROM \"{}\" AS l JOIN \"{}\" AS b ON b.\"{}\" = l.\"{}\" "
                             "JOIN \"{}\" AS r ON r.\"{}\" = l.\"{}\"",
                             r.name, r.link_table, r.base_table, r.base_key, r.link_to_base,
                             r.related_table, r.related_key, r.link_to_related)) &&
           run_sql(
               data,
               fmt::format("INSERT INTO gpkgext_relations (base_table_name, "
                           "base_primary_column, related_table_name, related_primary_column, "
                           "relation_name, mapping_table_name) VALUES ({}, 'fid', {}, 'fid', "
                           "'features', {})",
                           sql_text(r.base_table), sql_text(r.related_table), sql_text(r.name))) &&
           add_extension(data, r.name, "gpkg_related_tables", definition);
}

}  // namespace

bool add_geopackage_tables(GDALDatasetH data, const std::vector<OutLayer>& layers,
                           const std::vector<OutRelation>& relations) {
    // As GDAL makes it when its own first extension needs it.
    bool good =
        run_sql(data,
                "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT,column_name "
                "TEXT,extension_name TEXT NOT NULL,definition TEXT NOT NULL,scope TEXT NOT "
                "NULL,CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))") &&
        make_schema_tables(data);
    for (const OutLayer& layer : layers) {
        good = good && add_titles(data, layer);
    }
    if (good && !relations.empty()) {
        good = run_sql(
                   data,
                   "CREATE TABLE gpkgext_relations (id INTEGER PRIMARY KEY AUTOINCREMENT, "
                   "base_table_name TEXT NOT NULL, base_primary_column TEXT NOT NULL DEFAULT 'id', "
                   "related_table_name TEXT NOT NULL, related_primary_column TEXT NOT NULL DEFAULT "
                   "'id', relation_name TEXT NOT NULL, mapping_table_name TEXT NOT NULL UNIQUE)") &&
               add_extension(data, "gpkgext_relations", "gpkg_related_tables",
                             "http://www.geopackage.org/18-000.html");
    }
    for (const OutRelation& relation : relations) {
        good = good && add_relation(data, relation);
    }
    return good;
}

}  // namespace miraimap
