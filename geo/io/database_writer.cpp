// SPDX-License-Identifier: MIT
#include "geo/io/database_writer.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <ogr_api.h>

#include <algorithm>
#include <set>

#include "geo/io/database.hpp"
#include "geo/io/database_styles.hpp"
#include "geo/io/gdal_sql.hpp"
#include "geo/io/layer_writer.hpp"
#include "geo/io/output_crs.hpp"

namespace miraimap {
namespace {

using gdal::sql_name;
using gdal::sql_text;

/// How the comment of each of our tables begins.
constexpr const char* maker = "miraimap: ";

/// What is known of a table before it is written.
struct FormerTable {
    bool there = false;
    bool ours = false;
    bool writable = false;  ///< its rows may be replaced
};

FormerTable former_table(Database& database, const std::string& name) {
    const auto found = database.rows(
        fmt::format("SELECT coalesce(obj_description(c.oid, 'pg_class'), ''), "
                    "(c.relkind IN ('r', 'p') AND has_table_privilege(c.oid, 'SELECT') AND "
                    "has_table_privilege(c.oid, 'INSERT') AND "
                    "has_table_privilege(c.oid, 'DELETE'))::int FROM pg_class c "
                    "JOIN pg_namespace n ON n.oid = c.relnamespace "
                    "WHERE n.nspname = {} AND c.relname = {}",
                    sql_text(database.schema()), sql_text(name)));
    if (found.empty()) {
        return {};
    }
    return {true, found.front()[0].starts_with(maker), found.front()[1] == "1"};
}

void check_schema(Database& database) {
    if (database.schema().empty()) {
        database.refuse({},
                        {"書き込むスキーマが決まらない（search_path に使えるものがない）",
                         "no schema to write into (none of the search_path can be used)"},
                        {"schemas= で指定する", "name one with schemas="});
    }
}

void check_tables(Database& database, const std::vector<std::string>& names, bool overwrite) {
    const bool may_create =
        database.value(fmt::format("SELECT has_schema_privilege({}, 'CREATE')::int",
                                   sql_text(database.schema()))) == "1";
    for (const std::string& name : names) {
        const FormerTable former = former_table(database, name);
        const std::string where = database.schema() + "." + name;
        if (former.there && !former.ours) {
            database.refuse(where,
                            {"miraimap が書いたのではない同じ名の表があるので、書かない",
                             "a table of that name that miraimap did not write is in the way"},
                            {"その表の名を変えるか、schemas= で別のスキーマに書く",
                             "rename that table, or write into another schema with schemas="});
        }
        if (former.there && !overwrite) {
            database.refuse(
                where, {"すでにある（--no-overwrite）", "it exists already (--no-overwrite)"},
                {"schemas= で別のスキーマに書く", "write into another schema with schemas="});
        }
        if (former.there ? !former.writable : !may_create) {
            database.refuse(
                where,
                former.there ? Text{"この表を書き換える権限がない（SELECT、INSERT、DELETE が要る）",
                                    "a right is missing to replace the rows of this table "
                                    "(SELECT, INSERT, DELETE)"}
                             : Text{"このスキーマに表を作る権限がない（CREATE が要る）",
                                    "a right is missing to make tables in this schema (CREATE)"},
                {"管理者に GRANT を頼むか、schemas= で自分のスキーマを指定する",
                 "ask for a GRANT, or name a schema of your own with schemas="});
        }
    }
}

class DatabaseWriter {
public:
    DatabaseWriter(const std::string& address, const DatabaseWriteOptions& options)
        : options_(options), crs_(options.epsg), database_(address, DatabaseUse::write) {}

    Findings write(const std::vector<OutLayer>& layers, const OutLayer& styles) {
        check_schema(database_);
        std::vector<std::string> names;
        for (const OutLayer& layer : layers) {
            names.push_back(layer.name);
        }
        Findings findings = crs_.findings();
        begin();
        check_tables(database_, names, options_.overwrite);
        for (const OutLayer& layer : layers) {
            write_layer(layer);
        }
        for (Finding& finding : write_database_styles(database_, styles)) {
            findings.push_back(std::move(finding));
        }
        database_.messages().clear();
        if (GDALDatasetCommitTransaction(database_.get()) != OGRERR_NONE ||
            database_.messages().failed()) {
            database_.refuse_with_message({});
        }
        return findings;
    }

private:
    void begin() {
        database_.need_postgis();
        if (GDALDatasetStartTransaction(database_.get(), FALSE) != OGRERR_NONE) {
            database_.refuse_with_message({});
        }
        // Two writers of the same schema take turns; neither waits for ever.
        database_.run("SET LOCAL lock_timeout = '30s'");
        database_.rows(fmt::format("SELECT pg_advisory_xact_lock(hashtext({}))",
                                   sql_text("miraimap " + database_.schema())));
    }

    [[nodiscard]] std::string where(const OutLayer& layer) const {
        return database_.schema() + "." + layer.name;
    }
    [[nodiscard]] std::string full_name(const OutLayer& layer) const {
        return sql_name(database_.schema()) + "." + sql_name(layer.name);
    }

    /// Columns of a table of this layer, as `shape_of` words them.
    [[nodiscard]] std::string wanted_shape(const OutLayer& layer) const {
        std::string shape = layer.key_name + " int4";
        for (const OutField& field : layer.fields) {
            const char* type = field.type == FieldType::text      ? "varchar"
                               : field.type == FieldType::real    ? "float8"
                               : field.type == FieldType::boolean ? "bool"
                                                                  : "int4";
            shape += ", " + field.name + " " + type;
        }
        if (layer.kind != GeometryKind::none) {
            shape +=
                fmt::format(", geom {} {}",
                            layer.kind == GeometryKind::multi_point ? "MultiPoint" : "MultiPolygon",
                            options_.epsg);
        }
        return shape;
    }

    std::string shape_of(const OutLayer& layer) {
        return database_.value(fmt::format(
            "SELECT string_agg(a.attname || ' ' || CASE t.typname WHEN 'geometry' THEN "
            "postgis_typmod_type(a.atttypmod) || ' ' || postgis_typmod_srid(a.atttypmod) "
            "ELSE t.typname END, ', ' ORDER BY a.attnum) FROM pg_attribute a "
            "JOIN pg_type t ON t.oid = a.atttypid JOIN pg_class c ON c.oid = a.attrelid "
            "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE a.attnum > 0 AND NOT "
            "a.attisdropped AND n.nspname = {} AND c.relname = {}",
            sql_text(database_.schema()), sql_text(layer.name)));
    }

    void write_layer(const OutLayer& layer) {
        const bool there = former_table(database_, layer.name).there;
        OGRLayerH out = nullptr;
        const bool fresh = !there || shape_of(layer) != wanted_shape(layer);
        if (fresh) {
            if (there) {
                database_.run("DROP TABLE " + full_name(layer), where(layer));
            }
            out = create(layer);
        } else {
            // Not TRUNCATE: readers go on with the former rows until the end.
            database_.run("DELETE FROM " + full_name(layer), where(layer));
            out = GDALDatasetGetLayerByName(database_.get(), where(layer).c_str());
        }
        const gdal::ConfigOption copy("PG_USE_COPY", "YES");
        database_.messages().clear();
        if (out == nullptr || !write_features(out, layer, crs_, true) ||
            OGR_L_SyncToDisk(out) != OGRERR_NONE || database_.messages().failed()) {
            database_.refuse_with_message(where(layer));
        }
        if (fresh) {
            describe(layer);
            database_.run("ANALYZE " + full_name(layer), where(layer));
        }
    }

    OGRLayerH create(const OutLayer& layer) {
        char** options = nullptr;
        for (const std::string& option :
             {std::string("LAUNDER=NO"), std::string("GEOMETRY_NAME=geom"),
              std::string("SPATIAL_INDEX=GIST"), std::string("EXTRACT_SCHEMA_FROM_LAYER_NAME=NO"),
              "FID=" + layer.key_name, "SCHEMA=" + database_.schema()}) {
            options = CSLAddString(options, option.c_str());
        }
        const OGRwkbGeometryType type = geometry_type(layer.kind);
        database_.messages().clear();
        OGRLayerH out =
            GDALDatasetCreateLayer(database_.get(), layer.name.c_str(),
                                   type == wkbNone ? nullptr : crs_.srs(), type, options);
        CSLDestroy(options);
        const bool made =
            out != nullptr &&
            std::all_of(layer.fields.begin(), layer.fields.end(),
                        [&](const OutField& field) { return add_field(out, field, field.name); });
        if (!made) {
            database_.refuse_with_message(where(layer));
        }
        return out;
    }

    /// Comments for people and for the next export, and an index for each key.
    void describe(const OutLayer& layer) {
        database_.run(
            fmt::format("COMMENT ON TABLE {} IS {}", full_name(layer),
                        sql_text(maker + layer.description.ja + " / " + layer.description.en)),
            where(layer));
        for (const OutField& field : layer.fields) {
            if (!field.alias.ja.empty()) {
                database_.run(fmt::format("COMMENT ON COLUMN {}.{} IS {}", full_name(layer),
                                          sql_name(field.name),
                                          sql_text(field.alias.ja + " / " + field.alias.en)),
                              where(layer));
            }
        }
        std::set<std::string> keys;
        for (const OutRelation& relation : options_.relations) {
            for (const auto& [table, column] :
                 {std::pair{relation.base_table, relation.base_key},
                  std::pair{relation.related_table, relation.related_key},
                  std::pair{relation.link_table, relation.link_to_base},
                  std::pair{relation.link_table, relation.link_to_related}}) {
                if (table == layer.name) {
                    keys.insert(column);
                }
            }
        }
        for (const std::string& key : keys) {
            database_.run(fmt::format("CREATE INDEX ON {} ({})", full_name(layer), sql_name(key)),
                          where(layer));
        }
    }

    const DatabaseWriteOptions& options_;
    OutputCrs crs_;
    Database database_;
};

}  // namespace

void check_database_target(const std::string& address, const std::vector<std::string>& names,
                           bool overwrite) {
    Database database(address, DatabaseUse::write);
    database.need_postgis();
    check_schema(database);
    check_tables(database, names, overwrite);
}

Findings write_database(const std::string& address, const std::vector<OutLayer>& layers,
                        const OutLayer& styles, const DatabaseWriteOptions& options) {
    return DatabaseWriter(address, options).write(layers, styles);
}

}  // namespace miraimap
