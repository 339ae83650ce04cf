// SPDX-License-Identifier: MIT
#include "app/core/export_database.hpp"

#include <utility>

#include "app/core/export_layers.hpp"
#include "app/core/export_metadata.hpp"
#include "app/core/layer_styles.hpp"
#include "geo/error.hpp"
#include "geo/io/data_table.hpp"
#include "geo/io/database_address.hpp"
#include "geo/io/database_writer.hpp"

namespace miraimap {
namespace {

constexpr const char* metadata_table = "miraimap_metadata";
constexpr const char* checksum_table = "data_checksums";

OutField text_field(const std::string& name) { return {name, FieldType::text, {}, {}}; }

OutLayer metadata_layer(const Snapshot& snapshot, const std::string& manifest) {
    OutLayer layer;
    layer.name = metadata_table;
    layer.description = {"出典、条件、版と結合の判断", "Sources, filters, version, join decisions"};
    layer.fields = {text_field("name"), text_field("value")};
    auto items = export_metadata(snapshot, {});
    if (!manifest.empty()) {
        items.emplace_back("manifest", manifest);
    }
    for (auto& [name, value] : items) {
        layer.features.push_back({{std::move(name), std::move(value)}, nullptr, {}});
    }
    return layer;
}

OutLayer data_layer(const std::filesystem::path& data, const std::string& part,
                    const std::string& name) {
    const CsvTable table = read_data_table(data, part, name, {});
    OutLayer layer;
    layer.name = part + "_" + name;
    layer.description = {"データの表 " + part + "/" + name + ".csv",
                         "Data table " + part + "/" + name + ".csv"};
    layer.key_name = "line";
    for (const std::string& column : table.header) {
        layer.fields.push_back(text_field(column));
    }
    for (const CsvRow& row : table.rows) {
        layer.features.push_back({{row.cells.begin(), row.cells.end()}, nullptr, {}});
    }
    return layer;
}

OutLayer checksum_layer(const std::filesystem::path& data) {
    OutLayer layer;
    layer.name = checksum_table;
    layer.description = {"データの表の記録した版（SHA-256）",
                         "Recorded edition of the data tables"};
    layer.key_name = "line";
    layer.fields = {text_field("file"), text_field("sha256")};
    for (const Checksum& one : recorded_checksums(data)) {
        if (one.file.ends_with(".csv")) {
            layer.features.push_back({{one.file, one.sha256}, nullptr, {}});
        }
    }
    return layer;
}

/// Where two addresses lead, as far as the addresses tell.
bool same_place(const std::string& a, const std::string& b) {
    const DatabaseAddress left = parse_database_address(a);
    const DatabaseAddress right = parse_database_address(b);
    for (const char* word : {"host", "hostaddr", "port", "dbname", "service", "options"}) {
        if (left.at(word) != right.at(word)) {
            return false;
        }
    }
    const auto first = [](const DatabaseAddress& address) {
        return address.schemas.empty() ? std::string() : address.schemas.front();
    };
    return first(left) == first(right);
}

}  // namespace

void check_database_export(const Request& request, const std::string& address,
                           const DatabaseExportOptions& options) {
    const auto refuse_input = [&](const std::string& input, const Text& advice) {
        if (is_database(input) && same_place(input, address)) {
            throw Error(ErrorKind::output, parse_database_address(address).shown(),
                        {"入力と同じ表には書かない", "this is an input and is not overwritten"},
                        advice);
        }
    };
    const Text other{"schemas= で別のスキーマに書く", "write into another schema with schemas="};
    refuse_input(request.boundaries.string(), other);
    if (options.with_data) {
        refuse_input(request.data.string(), other);
    }
    std::vector<std::string> names = ExportLayers::names();
    names.emplace_back(metadata_table);
    if (options.with_data) {
        for (const auto& [part, name] : data_tables(request.data)) {
            names.push_back(part + "_" + name);
        }
        names.emplace_back(checksum_table);
    }
    check_database_target(address, names, options.overwrite);
}

Findings export_database(const Snapshot& snapshot, const std::string& address,
                         const DatabaseExportOptions& options) {
    const std::filesystem::path& data = snapshot.request.data;
    ExportLayers makes(snapshot);
    std::vector<OutLayer> layers;
    for (const std::string& name : ExportLayers::names()) {
        layers.push_back(makes.make(name));
    }
    const OutLayer styles = layer_styles(layers);
    layers.push_back(metadata_layer(snapshot, options.manifest));
    if (options.with_data) {
        for (const auto& [part, name] : data_tables(data)) {
            layers.push_back(data_layer(data, part, name));
        }
        layers.push_back(checksum_layer(data));
    }
    return write_database(address, layers, styles,
                          {options.epsg, options.overwrite, {selection_link()}});
}

}  // namespace miraimap
