// SPDX-License-Identifier: MIT
// Runs the built program as a user would and hands back what it printed.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace miraimap::test {

class TemporaryFolder;

struct Ran {
    int code = -1;
    std::string out;
    std::string err;
};

/// Runs build/miraimap with these words (no shell in between).
/// @param environment  extra "NAME=value" settings
/// @param folder  working folder; empty: the caller's
Ran run(const std::vector<std::string>& words, const std::vector<std::string>& environment = {},
        const std::filesystem::path& folder = {});

/// Runs any program, found through PATH.
Ran run_program(const std::vector<std::string>& command,
                const std::vector<std::string>& environment = {},
                const std::filesystem::path& folder = {});

/// A program that runs beside the test, stopped at the latest with this object.
class Started {
public:
    explicit Started(const std::vector<std::string>& command,
                     const std::vector<std::string>& environment = {},
                     const std::filesystem::path& folder = {});
    ~Started();
    Started(const Started&) = delete;
    Started& operator=(const Started&) = delete;
    void send(int signal) const;
    /// Waits for its end; a death by signal N is code 128 + N.
    Ran wait();

private:
    std::unique_ptr<TemporaryFolder> captured_;
    int child_ = -1;
};

/// build/miraimap.
std::string program();

/// A folder that vanishes with the test.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};

/// Root of the checkout.
std::filesystem::path root();
/// The development material beside the checkout, or empty if it is not there.
std::filesystem::path shared();

std::string read_text(const std::filesystem::path& file);
void write_text(const std::filesystem::path& file, const std::string& text);
std::vector<std::string> lines(const std::string& text);

/// Rows of a CSV text as cells, header first.
std::vector<std::vector<std::string>> csv_rows(const std::string& text);

}  // namespace miraimap::test
