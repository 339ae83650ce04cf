// SPDX-License-Identifier: MIT
#include "geo/io/gdal_dataset.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <ogrsf_frmts.h>

#include <mutex>

namespace miraimap::gdal {

void register_drivers() {
    // Only these, not GDALAllRegister: it takes longer than reading the embedded boundaries.
    static std::once_flag once;
    std::call_once(once, [] {
        RegisterOGRGeoPackage();
        RegisterOGRShape();
        RegisterOGRGeoJSON();
        RegisterOGRFlatGeobuf();
    });
}

void register_database_driver() {
    static std::once_flag once;
    std::call_once(once, [] {
        RegisterOGRPG();
        RegisterOGRMEM();  // which holds the answers of statements
    });
}

Messages::Messages() {
    CPLPushErrorHandlerEx(
        [](CPLErr level, CPLErrorNum, const char* message) {
            auto* self = static_cast<Messages*>(CPLGetErrorHandlerUserData());
            if (level == CE_Failure || level == CE_Fatal) {
                self->failures_.emplace_back(message);
            } else if (level == CE_Warning) {
                self->warnings_.emplace_back(message);
            }
        },
        this);
}

Messages::~Messages() { CPLPopErrorHandler(); }

std::string Messages::first() const {
    if (failed()) {
        return failures_.front();
    }
    return warnings_.empty() ? std::string() : warnings_.front();
}

void Messages::clear() {
    failures_.clear();
    warnings_.clear();
    CPLErrorReset();
}

ConfigOption::ConfigOption(const char* key, const char* value) : key_(key) {
    const char* before = CPLGetThreadLocalConfigOption(key, nullptr);
    had_value_ = before != nullptr;
    before_ = had_value_ ? before : "";
    CPLSetThreadLocalConfigOption(key, value);
}

ConfigOption::~ConfigOption() {
    CPLSetThreadLocalConfigOption(key_.c_str(), had_value_ ? before_.c_str() : nullptr);
}

Dataset open_read_only(const std::filesystem::path& file, const std::string& driver,
                       const std::vector<std::string>& options) {
    register_drivers();
    // A foreign GeoPackage may hold views; they get no functions beyond SQLite's and GDAL's own.
    const ConfigOption plain_sqlite("SPATIALITE_LOAD", "NO");
    const char* const drivers[] = {driver.c_str(), nullptr};
    std::vector<const char*> open_options;
    for (const std::string& option : options) {
        open_options.push_back(option.c_str());
    }
    open_options.push_back(nullptr);
    return Dataset(GDALOpenEx(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_INTERNAL,
                              drivers, open_options.data(), nullptr));
}

Dataset new_in_memory() {
    RegisterOGRMEM();
    GDALDriverH driver = GDALGetDriverByName("Memory");
    if (driver == nullptr) {
        driver = GDALGetDriverByName("MEM");  // which has taken over from GDAL 3.11 on
    }
    return Dataset(GDALCreate(driver, "", 0, 0, 0, GDT_Unknown, nullptr));
}

}  // namespace miraimap::gdal
