// SPDX-License-Identifier: MIT
#include "tests/support/program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace miraimap::test {
namespace fs = std::filesystem;

namespace {

[[noreturn]] void become(const std::vector<std::string>& command,
                         const std::vector<std::string>& environment, const fs::path& folder,
                         const fs::path& out, const fs::path& err) {
    const auto redirect = [](const fs::path& file, int to) {
        const int from = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(from, to);
        ::close(from);
    };
    redirect(out, STDOUT_FILENO);
    redirect(err, STDERR_FILENO);
    if (!folder.empty() && ::chdir(folder.c_str()) != 0) {
        ::_exit(126);
    }
    ::setenv("MIRAIMAP_CACHE", "off", 0);  // a test leaves nothing behind and finds nothing
    for (const std::string& setting : environment) {
        const std::size_t at = setting.find('=');
        ::setenv(setting.substr(0, at).c_str(), setting.substr(at + 1).c_str(), 1);
    }
    std::vector<char*> words;
    for (const std::string& word : command) {
        words.push_back(const_cast<char*>(word.c_str()));
    }
    words.push_back(nullptr);
    ::execvp(words.front(), words.data());
    ::_exit(127);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "miraimap-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

Started::Started(const std::vector<std::string>& command,
                 const std::vector<std::string>& environment, const fs::path& folder)
    : captured_(std::make_unique<TemporaryFolder>()), child_(::fork()) {
    if (child_ == 0) {
        become(command, environment, folder, *captured_ / "out", *captured_ / "err");
    }
}

Started::~Started() {
    if (child_ > 0) {
        send(SIGKILL);
        wait();
    }
}

void Started::send(int signal) const { ::kill(child_, signal); }

Ran Started::wait() {
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = -1;
    Ran ran;
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.out = read_text(*captured_ / "out");
    ran.err = read_text(*captured_ / "err");
    return ran;
}

Ran run_program(const std::vector<std::string>& command,
                const std::vector<std::string>& environment, const fs::path& folder) {
    return Started(command, environment, folder).wait();
}

std::string program() { return MIRAIMAP_PROGRAM; }

Ran run(const std::vector<std::string>& words, const std::vector<std::string>& environment,
        const fs::path& folder) {
    std::vector<std::string> command{program()};
    command.insert(command.end(), words.begin(), words.end());
    return run_program(command, environment, folder);
}

fs::path root() { return MIRAIMAP_ROOT; }

fs::path shared() {
    const char* named = std::getenv("MIRAIMAP_SHARED");
    const fs::path folder =
        named != nullptr ? fs::path(named) : (root() / ".." / "shared").lexically_normal();
    std::error_code ignored;
    return fs::is_directory(folder / "source", ignored) ? folder : fs::path();
}

std::string read_text(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

void write_text(const fs::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary);
    out << text;
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> all;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        all.push_back(line);
    }
    return all;
}

std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                cell += text[++i];
            } else if (c == '"') {
                quoted = false;
            } else {
                cell += c;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',' || c == '\n') {
            row.push_back(std::move(cell));
            cell.clear();
            if (c == '\n') {
                rows.push_back(std::move(row));
                row.clear();
            }
        } else {
            cell += c;
        }
    }
    return rows;
}

}  // namespace miraimap::test
