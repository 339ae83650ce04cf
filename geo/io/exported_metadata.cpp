// SPDX-License-Identifier: MIT
#include "geo/io/exported_metadata.hpp"

#include "geo/io/boundary_file.hpp"
#include "geo/io/database_metadata.hpp"
#include "geo/io/gdal_dataset.hpp"

namespace miraimap {

std::optional<std::string> exported_metadata(const std::filesystem::path& file,
                                             const std::string& name) {
    if (is_database(file.string())) {
        Database database(file.string(), DatabaseUse::read);
        const auto all = stored_metadata(database, database.schema() + ".");
        const auto it = all.find(name);
        return it == all.end() ? std::nullopt : std::optional(it->second);
    }
    if (identify_boundary_file(file) != "GPKG") {
        refuse_boundary_file(file.string(), {"GeoPackage ではない", "it is no GeoPackage"},
                             {"miraimap export で書いた .gpkg を指定する",
                              "name a .gpkg that miraimap export wrote"});
    }
    const gdal::Messages messages;
    const gdal::Dataset data = gdal::open_read_only(std::filesystem::absolute(file), "GPKG",
                                                    {"NOLOCK=YES", "IMMUTABLE=YES"});
    if (!data) {
        refuse_boundary_file(file.string(), {"開けない（" + messages.first() + "）",
                                             "it cannot be opened (" + messages.first() + ")"});
    }
    const char* value = GDALGetMetadataItem(data.get(), name.c_str(), nullptr);
    return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
}

}  // namespace miraimap
