// SPDX-License-Identifier: MIT
#include "geo/io/output_target.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "geo/error.hpp"
#include "geo/text_fold.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const fs::path& target, const Text& wrong, const Text& advice) {
    throw Error(ErrorKind::output, target.string(), wrong, advice);
}

void check_folder(const fs::path& target, const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder, ignored)) {
        refuse(target,
               {"出力先のフォルダーがない: " + folder.string(),
                "the output folder does not exist: " + folder.string()},
               {"先にフォルダーを作る", "create the folder first"});
    }
    if (!fs::is_directory(folder, ignored)) {
        refuse(target,
               {"フォルダーではない: " + folder.string(), "not a folder: " + folder.string()},
               {"別の出力先を指定する", "name another output"});
    }
}

/// SQLite writers hold a lock on one of the two bytes after the first gigabyte.
bool locked_by_a_writer(const fs::path& file) {
    constexpr off_t pending_byte = 0x40000000;
    const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) {
        return false;
    }
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = pending_byte;
    lock.l_len = 2;
    const bool held = ::fcntl(handle, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(handle);
    return held;
}

/// A new file beside the log of an old one would be read together with that log.
void check_not_open_elsewhere(const fs::path& target) {
    if (fold_width_and_case(target.extension().string()) != ".gpkg") {
        return;
    }
    const Text advice{"使っているプログラム（QGIS など）を閉じるか、別の名前にする",
                      "close the program that uses it (QGIS, for example), or choose another name"};
    std::error_code ignored;
    for (const char* ending : {"-wal", "-journal", "-shm"}) {
        fs::path side = target;
        side += ending;
        if (fs::exists(side, ignored)) {
            const std::string name = side.filename().string();
            refuse(target,
                   {"ほかのプログラムが開いている（" + name + " がある）",
                    "another program has it open (" + name + " is there)"},
                   advice);
        }
    }
    if (fs::exists(target, ignored) && locked_by_a_writer(target)) {
        refuse(target, {"ほかのプログラムが書き込んでいる", "another program is writing into it"},
               advice);
    }
}

}  // namespace

void check_target(const fs::path& target) {
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    check_folder(target, folder);
    std::error_code ignored;
    const fs::file_status status = fs::status(target, ignored);
    if (fs::is_directory(status)) {
        refuse(target, {"出力先がフォルダーになっている", "the output is a folder"},
               {"ファイル名を指定する", "name a file"});
    }
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        refuse(target,
               {"出力先が装置などの特別なファイル", "the output is a device or special file"},
               {"ふつうのファイル名を指定する", "name an ordinary file"});
    }
    const bool target_locked = fs::exists(status) && ::access(target.c_str(), W_OK) != 0;
    if (::access(folder.c_str(), W_OK | X_OK) != 0 || target_locked) {
        const std::string why = std::strerror(errno);
        refuse(target, {"書き込めない（" + why + "）", "cannot be written (" + why + ")"},
               {"書き込み権限を確かめるか、別の出力先を指定する",
                "check the permission, or name another output"});
    }
    check_not_open_elsewhere(target);
}

std::vector<fs::path> files_of(const fs::path& file) {
    if (fold_width_and_case(file.extension().string()) != ".shp") {
        return {file};
    }
    std::vector<fs::path> files{file};
    for (const char* ending : {".shx", ".dbf", ".prj", ".cpg"}) {
        files.push_back(file);
        files.back().replace_extension(ending);
    }
    return files;
}

void check_output(const fs::path& target, const std::vector<fs::path>& inputs, bool overwrite) {
    check_target(target);
    std::error_code ignored;
    for (const fs::path& written : files_of(target)) {
        if (!fs::exists(written, ignored)) {
            continue;
        }
        for (const fs::path& input : inputs) {
            if (!input.empty() && fs::equivalent(written, input, ignored)) {
                refuse(written,
                       {"入力と同じファイルには書かない（" + input.string() + "）",
                        "this is an input and is not overwritten (" + input.string() + ")"},
                       {"別の名前にする", "choose another name"});
            }
        }
        if (!overwrite) {
            refuse(written, {"すでにある（--no-overwrite）", "it exists already (--no-overwrite)"},
                   {"別の名前にする", "choose another name"});
        }
    }
}

}  // namespace miraimap
