// SPDX-License-Identifier: MIT
#include "geo/io/atomic_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "geo/error.hpp"
#include "geo/io/output_target.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& target, const Text& wrong, const Text& advice) {
    throw Error(ErrorKind::output, target.string(), wrong, advice);
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
