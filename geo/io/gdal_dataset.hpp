// SPDX-License-Identifier: MIT
// GDAL handles that close themselves, and GDAL's messages kept until the call has returned.
//
// Promises: nothing is thrown through a GDAL callback; a dataset opened here is opened read-only
// with an explicit list of drivers, without locks and without side files. Does not: leave geo/io;
// no other folder includes this header.
#pragma once

#include <gdal.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace miraimap::gdal {

struct DatasetCloser {
    void operator()(void* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, DatasetCloser>;

/// Registers the drivers this product uses (vector formats of the contract); cheap to call again.
void register_drivers();
/// Registers the PostgreSQL driver too; only who talks to a database needs it.
void register_database_driver();

/// While it lives, GDAL's messages of this thread go here instead of to stderr.
class Messages {
public:
    Messages();
    ~Messages();
    Messages(const Messages&) = delete;
    Messages& operator=(const Messages&) = delete;

    /// True once GDAL reported a failure (not a mere warning).
    [[nodiscard]] bool failed() const { return !failures_.empty(); }
    /// First failure, else first warning, else "".
    [[nodiscard]] std::string first() const;
    [[nodiscard]] const std::vector<std::string>& failures() const { return failures_; }
    [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }
    /// Forgets what was reported so far.
    void clear();

private:
    std::vector<std::string> failures_;
    std::vector<std::string> warnings_;
};

/// Sets a GDAL configuration option of this thread, and restores it in the end.
class ConfigOption {
public:
    ConfigOption(const char* key, const char* value);
    ~ConfigOption();
    ConfigOption(const ConfigOption&) = delete;
    ConfigOption& operator=(const ConfigOption&) = delete;

private:
    std::string key_;
    std::string before_;
    bool had_value_;
};

/// Opens an existing file.
/// @param driver  GDAL short name; no other driver is tried
/// @param options  open options "KEY=VALUE"
/// @returns null if GDAL refused; its reason is in the surrounding Messages
Dataset open_read_only(const std::filesystem::path& file, const std::string& driver,
                       const std::vector<std::string>& options = {});

/// An empty dataset that lives in memory only.
Dataset new_in_memory();

}  // namespace miraimap::gdal
