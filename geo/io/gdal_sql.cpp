// SPDX-License-Identifier: MIT
#include "geo/io/gdal_sql.hpp"

#include <cpl_error.h>
#include <ogr_api.h>

#include <memory>

namespace miraimap::gdal {
namespace {

std::string in_quotes(const std::string& text, char quote) {
    std::string all(1, quote);
    for (const char c : text) {
        all += c == quote ? std::string(2, quote) : std::string(1, c);
    }
    return all + quote;
}

struct FreesFeature {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};

}  // namespace

std::string sql_text(const std::string& text) { return in_quotes(text, '\''); }
std::string sql_name(const std::string& name) { return in_quotes(name, '"'); }

bool run_sql(GDALDatasetH data, const std::string& sql) {
    CPLErrorReset();
    OGRLayerH result = GDALDatasetExecuteSQL(data, sql.c_str(), nullptr, nullptr);
    if (result != nullptr) {
        GDALDatasetReleaseResultSet(data, result);
    }
    return CPLGetLastErrorType() < CE_Failure;
}

std::optional<std::vector<std::vector<std::string>>> query_sql(GDALDatasetH data,
                                                               const std::string& sql) {
    CPLErrorReset();
    OGRLayerH result = GDALDatasetExecuteSQL(data, sql.c_str(), nullptr, nullptr);
    std::vector<std::vector<std::string>> rows;
    if (result != nullptr) {
        using Feature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FreesFeature>;
        while (const Feature feature{OGR_L_GetNextFeature(result)}) {
            rows.emplace_back();
            for (int i = 0; i < OGR_F_GetFieldCount(feature.get()); ++i) {
                const bool set = OGR_F_IsFieldSetAndNotNull(feature.get(), i) != 0;
                rows.back().emplace_back(set ? OGR_F_GetFieldAsString(feature.get(), i) : "");
            }
        }
        GDALDatasetReleaseResultSet(data, result);
    }
    if (result == nullptr || CPLGetLastErrorType() >= CE_Failure) {
        return std::nullopt;
    }
    return rows;
}

}  // namespace miraimap::gdal
