// SPDX-License-Identifier: MIT
#include "app/core/manifest.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "app/core/snapshot.hpp"
#include "geo/io/checksum.hpp"
#include "geo/io/csv.hpp"
#include "geo/io/data_table.hpp"
#include "geo/io/library_versions.hpp"
#include "geo/io/output_target.hpp"

namespace miraimap {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

json file_json(const std::string& name, const std::string& bytes) {
    return {{"file", name}, {"bytes", bytes.size()}, {"sha256", sha256_of(bytes)}};
}

void add_input(json& inputs, const std::string& role, const std::string& name,
               const fs::path& file) {
    json one = {{"file", "database"}};
    if (fs::is_regular_file(file)) {
        one = file_json(name, read_file(file));
    }
    one["role"] = role;
    inputs.push_back(std::move(one));
}

json inputs_json(const Request& request) {
    json inputs = json::array();
    if (request.boundaries.empty()) {
        add_input(inputs, "boundaries", "boundaries/municipalities.gpkg", boundary_file(request));
    } else {
        for (const fs::path& file : files_of(request.boundaries)) {
            if (fs::exists(file) || file == request.boundaries) {
                add_input(inputs, "boundaries", file.filename().string(), file);
            }
        }
    }
    // A database's tables have the bytes of the files they came from.
    for (const auto& [part, table] : data_tables(request.data)) {
        const std::string name = part + "/" + table + ".csv";
        json one = file_json(name, data_file_bytes(request.data, name).value_or(""));
        one["role"] = "data";
        inputs.push_back(std::move(one));
    }
    if (!request.source_text.empty()) {
        add_input(inputs, "source-text", request.source_text.filename().string(),
                  request.source_text);
    }
    if (!request.table.empty()) {
        add_input(inputs, "table", request.table.filename().string(), request.table);
    }
    return inputs;
}

}  // namespace

fs::path manifest_path(const fs::path& output) { return output.string() + ".manifest.json"; }

std::string manifest_text(const Request& request, const ManifestFacts& facts,
                          const std::vector<OutputFile>& outputs) {
    json libraries = json::object();
    for (const auto& [name, version] : library_versions()) {
        libraries[name] = version;
    }
    for (const auto& [name, version] : facts.libraries) {
        libraries[name] = version;
    }
    json written = json::array();
    for (const OutputFile& output : outputs) {
        written.push_back(file_json(output.path.filename().string(), output.bytes));
    }
    json all = {{"miraimap", MIRAIMAP_VERSION},
                {"command", facts.command},
                {"libraries", libraries},
                {"inputs", inputs_json(request)},
                {"outputs", written}};
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr) {
        all["source_date_epoch"] = epoch;
    }
    return all.dump(2) + "\n";
}

OutputFile make_manifest(const Request& request, const ManifestFacts& facts,
                         const std::vector<OutputFile>& outputs) {
    return {manifest_path(outputs.back().path), manifest_text(request, facts, outputs)};
}

}  // namespace miraimap
