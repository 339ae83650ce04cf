// SPDX-License-Identifier: MIT
#include "geo/io/atomic_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <memory>

#include "geo/error.hpp"
#include "geo/io/output_target.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& target, const Text& wrong, const Text& advice) {
    throw Error(ErrorKind::output, target.string(), wrong, advice);
}

[[noreturn]] void writing_failed(const fs::path& target, int problem) {
    const std::string why = std::strerror(problem);
    const bool full = problem == ENOSPC || problem == EDQUOT || problem == EFBIG;
    fail(target, {"書き込みに失敗した（" + why + "）", "writing failed (" + why + ")"},
         full ? Text{"空きを作るか、別の場所に書く。前のファイルはそのまま残っている",
                     "make room or write elsewhere; the earlier file is untouched"}
              : Text{"フォルダーがあること、書き込み権限と空き容量を確かめる",
                     "check that the folder exists and can be written, and the free space"});
}

fs::path folder_of(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

/// Hidden names of a target are ".NAME.PID.COUNT.tmp".
fs::path hidden_name(const fs::path& target) {
    static std::atomic<int> count{0};
    return folder_of(target) /
           fmt::format(".{}.{}.{}.tmp", target.filename().string(), ::getpid(), ++count);
}

/// Process that made a hidden file of this target, or 0 for any other name.
pid_t maker_of(const std::string& name, const fs::path& target) {
    const std::string before = "." + target.filename().string() + ".";
    if (!name.starts_with(before) || !name.ends_with(".tmp")) {
        return 0;
    }
    pid_t maker = 0;
    const char* from = name.data() + before.size();
    const auto [end, problem] = std::from_chars(from, name.data() + name.size(), maker);
    return problem == std::errc() && *end == '.' ? maker : 0;
}

void remove_what_dead_processes_left(const fs::path& target) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_of(target), ignored)) {
        const pid_t maker = maker_of(entry.path().filename().string(), target);
        if (maker > 0 && ::kill(maker, 0) != 0 && errno == ESRCH) {
            fs::remove(entry.path(), ignored);
        }
    }
}

/// Who may read a file, and whether it has to survive a power cut.
enum class Care { output, own_and_quick };

/// One file on the disk that its target does not show yet.
class Staged {
public:
    Staged(const fs::path& target, std::initializer_list<std::string_view> pieces, Staging staging,
           Care care)
        : target_(target), hidden_(hidden_name(target)) {
        check_target(target);
        remove_what_dead_processes_left(target);
        open(staging, care);
        try {
            if (care == Care::output) {
                keep_permissions();
            }
            for (const std::string_view bytes : pieces) {
                write(bytes);
            }
            // A disk may refuse as late as here; the name must not be given before.
            if (care == Care::output && ::fsync(file_) != 0 && errno != EINVAL &&
                errno != ENOTSUP) {
                writing_failed(target_, errno);
            }
        } catch (...) {
            close();
            throw;
        }
    }
    ~Staged() { close(); }
    Staged(const Staged&) = delete;
    Staged& operator=(const Staged&) = delete;

    void put_in_place() {
        if (!named_) {
            const std::string nameless = fmt::format("/proc/self/fd/{}", file_);
            if (::linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, hidden_.c_str(),
                         AT_SYMLINK_FOLLOW) != 0) {
                writing_failed(target_, errno);
            }
            named_ = true;
        }
        if (::rename(hidden_.c_str(), target_.c_str()) != 0) {
            writing_failed(target_, errno);
        }
        named_ = false;  // the hidden name is gone
    }

private:
    void open(Staging staging, Care care) {
        // The user's umask takes away.
        const mode_t readers = care == Care::output ? 0666 : 0600;
        const fs::path folder = folder_of(target_);
        if (staging == Staging::automatic && ::access("/proc/self/fd", X_OK) == 0) {
            file_ = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, readers);
        }
        if (file_ < 0) {
            file_ = ::open(hidden_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, readers);
            named_ = file_ >= 0;
        }
        if (file_ < 0) {
            writing_failed(target_, errno);
        }
    }

    void keep_permissions() const {
        struct stat before {};
        constexpr mode_t permissions = 0777;
        if (::stat(target_.c_str(), &before) == 0) {
            static_cast<void>(::fchmod(file_, before.st_mode & permissions));
        }
    }

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                writing_failed(target_, errno);
            }
            bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
        }
    }

    void close() {
        if (file_ >= 0) {
            ::close(file_);
            file_ = -1;
        }
        if (named_) {
            ::unlink(hidden_.c_str());
            named_ = false;
        }
    }

    fs::path target_;
    fs::path hidden_;
    int file_ = -1;
    bool named_ = false;  ///< the hidden name stands in the folder
};

}  // namespace

void write_files(const std::vector<OutputFile>& files, Staging staging) {
    std::vector<std::unique_ptr<Staged>> staged;
    for (const OutputFile& file : files) {
        staged.push_back(std::make_unique<Staged>(
            file.path, std::initializer_list<std::string_view>{file.bytes}, staging, Care::output));
    }
    for (const std::unique_ptr<Staged>& file : staged) {
        file->put_in_place();
    }
}

void write_file(const fs::path& target, std::string_view bytes) {
    write_files({{target, std::string(bytes)}});
}

void write_private_file(const fs::path& target, std::initializer_list<std::string_view> pieces) {
    Staged(target, pieces, Staging::automatic, Care::own_and_quick).put_in_place();
}

void remove_files(const std::vector<fs::path>& files) {
    for (const fs::path& file : files) {
        std::error_code ignored;
        fs::remove(file, ignored);
    }
}

}  // namespace miraimap
