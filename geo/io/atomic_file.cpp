// SPDX-License-Identifier: MIT
#include "geo/io/atomic_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "geo/error.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& target, const Text& wrong, const Text& advice) {
    throw Error(ErrorKind::output, target.string(), wrong, advice);
}

void check_target(const fs::path& target) {
    std::error_code ignored;
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    if (!fs::exists(folder, ignored)) {
        fail(target,
             {"出力先のフォルダーがない: " + folder.string(),
              "the output folder does not exist: " + folder.string()},
             {"先にフォルダーを作る", "create the folder first"});
    }
    if (!fs::is_directory(folder, ignored)) {
        fail(target, {"フォルダーではない: " + folder.string(), "not a folder: " + folder.string()},
             {"別の出力先を指定する", "name another output"});
    }
    const fs::file_status status = fs::status(target, ignored);
    if (fs::is_directory(status)) {
        fail(target, {"出力先がフォルダーになっている", "the output is a folder"},
             {"ファイル名を指定する", "name a file"});
    }
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        fail(target, {"出力先が装置などの特別なファイル", "the output is a device or special file"},
             {"ふつうのファイル名を指定する", "name an ordinary file"});
    }
    const bool target_locked = fs::exists(status) && ::access(target.c_str(), W_OK) != 0;
    if (::access(folder.c_str(), W_OK | X_OK) != 0 || target_locked) {
        fail(target,
             {"書き込めない（" + std::string(std::strerror(errno)) + "）",
              "cannot be written (" + std::string(std::strerror(errno)) + ")"},
             {"書き込み権限を確かめるか、別の出力先を指定する",
              "check the permission, or name another output"});
    }
}

}  // namespace

AtomicFile::AtomicFile(fs::path target) : target_(std::move(target)) {
    check_target(target_);
    const fs::path folder = target_.parent_path();
    temporary_ = folder / fmt::format(".{}.{}.tmp{}", target_.stem().string(), ::getpid(),
                                      target_.extension().string());
    std::error_code ignored;
    fs::remove(temporary_, ignored);
}

AtomicFile::~AtomicFile() {
    if (!committed_) {
        std::error_code ignored;
        for (const char* extra : {"", "-journal", "-wal", "-shm"}) {
            fs::remove(temporary_.string() + extra, ignored);
        }
    }
}

void AtomicFile::commit() {
    std::error_code problem;
    fs::rename(temporary_, target_, problem);
    if (problem) {
        fail(target_,
             {"完成したファイルを置けない（" + problem.message() + "）",
              "the finished file cannot be put in place (" + problem.message() + ")"},
             {"別の出力先を指定する", "name another output"});
    }
    committed_ = true;
}

void write_file(const fs::path& target, std::string_view bytes) {
    AtomicFile file(target);
    {
        std::ofstream out(file.temporary(), std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) {
            fail(target,
                 {"書き込みに失敗した（" + std::string(std::strerror(errno)) + "）",
                  "writing failed (" + std::string(std::strerror(errno)) + ")"},
                 {"空き容量を確かめる", "check the free space"});
        }
    }
    file.commit();
}

}  // namespace miraimap
