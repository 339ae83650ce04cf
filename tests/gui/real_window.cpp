// SPDX-License-Identifier: MIT
#include "tests/gui/real_window.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

using Clock = std::chrono::steady_clock;
using nlohmann::json;

void rest(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

long long marks_of(const json& dump) {
    return dump.contains("counters") ? dump["counters"]["marks"].get<long long>() : -1;
}

bool in_path(const std::string& program) {
    return run_program({"sh", "-c", "command -v " + program}).code == 0;
}

}  // namespace

std::string why_no_window() {
    for (const std::string program : {"Xvfb", "xdotool", "import"}) {
        if (!in_path(program)) {
            return program + " is not installed, so no real window can be tested";
        }
    }
    return {};
}

void Child::start(const std::vector<std::string>& command,
                  const std::vector<std::string>& environment, int keep_open) {
    pid_ = ::fork();
    if (pid_ != 0) {
        return;
    }
    if (keep_open >= 0) {
        ::fcntl(keep_open, F_SETFD, 0);
    }
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
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

bool Child::running() {
    if (pid_ <= 0) {
        return false;
    }
    if (::waitpid(pid_, nullptr, WNOHANG) == pid_) {
        pid_ = -1;
        return false;
    }
    return true;
}

int Child::wait_for_end() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void Child::stop() {
    if (pid_ > 0) {
        ::kill(pid_, SIGTERM);
        ::waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }
}

RealWindow::RealWindow(const std::vector<std::string>& words, int width_px, int height_px,
                       std::filesystem::path config_folder,
                       const std::vector<std::string>& environment) {
    if (config_folder.empty()) {
        config_folder = folder_ / "config";
    }
    // The server picks a free display and writes its number into the pipe.
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    server_.start({"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0",
                   fmt::format("{}x{}x24", width_px, height_px), "-nolisten", "tcp"},
                  {}, ends[1]);
    ::close(ends[1]);
    std::string number;
    char c = 0;
    while (::read(ends[0], &c, 1) == 1 && c != '\n') {
        number += c;
    }
    ::close(ends[0]);
    if (number.empty()) {
        throw std::runtime_error("Xvfb did not start");
    }
    display_ = ":" + number;
    std::vector<std::string> command{program(), "gui", "--debug-dump",
                                     (folder_ / "dump.json").string()};
    if (std::find(words.begin(), words.end(), "--size") == words.end()) {
        command.insert(command.end(), {"--size", fmt::format("{}x{}", width_px, height_px)});
    }
    if (std::find(words.begin(), words.end(), "--tour") == words.end()) {
        command.insert(command.end(), {"--tour", "never"});
    }
    command.insert(command.end(), words.begin(), words.end());
    std::vector<std::string> settings{"DISPLAY=" + display_,
                                      "LIBGL_ALWAYS_SOFTWARE=1",
                                      "XDG_CONFIG_HOME=" + config_folder.string(),
                                      "XDG_STATE_HOME=" + config_folder.string(),
                                      "MIRAIMAP_CACHE=" + (folder_ / "cache").string(),
                                      "MIRAIMAP_DATA=" + (root() / "data").string()};
    settings.insert(settings.end(), environment.begin(), environment.end());
    window_.start(command, settings);
}

json RealWindow::dump() const {
    const std::filesystem::path file = folder_ / "dump.json";
    if (!std::filesystem::exists(file)) {
        return json::object();
    }
    return json::parse(read_text(file), nullptr, false);
}

json RealWindow::wait_for(const std::function<bool(const json&)>& condition, double limit_s) const {
    const Clock::time_point end =
        Clock::now() + std::chrono::milliseconds(static_cast<long long>(limit_s * 1000));
    json now = dump();
    while (Clock::now() < end) {
        if (now.is_object() && now.contains("step") && condition(now)) {
            return now;
        }
        if (!window_.running()) {
            throw std::runtime_error("the window ended by itself");
        }
        rest(5);
        now = dump();
    }
    return now;
}

json RealWindow::wait_until_ready() const {
    constexpr double load_limit_s = 60;
    wait_for([](const json& d) { return d["step"] == "done" || d["step"] == "failed"; },
             load_limit_s);
    const json now = wait_until_still();
    // Without a window manager nobody gives the keyboard to the window.
    xdotool({"search", "--sync", "--onlyvisible", "--class", "miraimap", "windowfocus"});
    return now;
}

json RealWindow::wait_until_still() const { return act({}); }

json RealWindow::act(std::vector<std::string> words) const {
    // The window only counts the tenth button: once it has, all that was sent before has come.
    words.insert(words.end(), {"mousedown", "10", "mouseup", "10"});
    const long long before = marks_of(dump());
    xdotool(words);
    json now =
        wait_for([&](const json& d) { return marks_of(d) != before && d["asleep"] == true; });
    // Where a font has every letter, every letter is drawn.
    if (now.contains("counters") && now["counters"].value("glyphs_missing", 0) == 0 &&
        now["counters"].value("glyphs_replaced", 0) > 0) {
        ADD_FAILURE() << now["counters"]["glyphs_replaced"] << " letters stand for others";
    }
    return now;
}

void RealWindow::xdotool(const std::vector<std::string>& words) const {
    // A search waits for ever if the window is gone.
    std::vector<std::string> command{"timeout", "20", "xdotool"};
    command.insert(command.end(), words.begin(), words.end());
    const Ran ran = run_program(command, {"DISPLAY=" + display_});
    if (ran.code != 0) {
        throw std::runtime_error("xdotool: " + ran.err);
    }
}

void RealWindow::move(int x_px, int y_px) const {
    xdotool({"mousemove", std::to_string(x_px), std::to_string(y_px)});
}

void RealWindow::move_to(const std::string& place) const {
    const json now = wait_for([&](const json& d) { return d["places"].contains(place); });
    if (!now.contains("places") || !now["places"].contains(place)) {
        throw std::runtime_error("nothing called " + place + " is shown");
    }
    const std::vector<double> r = now["places"][place];
    // From another spot, so that the pointer surely moves and a frame follows.
    const int x_px = static_cast<int>(r[0] + r[2] / 2);
    const int y_px = static_cast<int>(r[1] + r[3] / 2);
    act({"mousemove", std::to_string(x_px + 3), std::to_string(y_px + 2), "sleep", "0.02",
         "mousemove", std::to_string(x_px), std::to_string(y_px)});
}

void RealWindow::click(const std::string& place) const {
    move_to(place);
    // Two clicks on one place are not to be taken for a double click.
    constexpr std::chrono::milliseconds apart(350);
    if (place == clicked_) {
        std::this_thread::sleep_until(clicked_at_ + apart);
    }
    act({"mousedown", "1", "mouseup", "1"});
    clicked_ = place;
    clicked_at_ = Clock::now();
}

void RealWindow::click_at_once(const std::string& place) const {
    const std::vector<double> r = dump()["places"][place];
    xdotool({"mousemove", std::to_string(static_cast<int>(r[0] + r[2] / 2)),
             std::to_string(static_cast<int>(r[1] + r[3] / 2)), "sleep", "0.15", "mousedown", "1",
             "sleep", "0.15", "mouseup", "1"});
}

void RealWindow::right_click(const std::string& place) const {
    move_to(place);
    act({"mousedown", "3", "mouseup", "3"});
}

void RealWindow::double_click() const {
    act({"mousedown", "1", "sleep", "0.08", "mouseup", "1", "sleep", "0.08", "mousedown", "1",
         "sleep", "0.08", "mouseup", "1"});
}

void RealWindow::wheel(int steps) const {
    act({"click", "--repeat", std::to_string(std::abs(steps)), "--delay", "5",
         steps > 0 ? "4" : "5"});
}

void RealWindow::drag(int dx_px, int dy_px) const {
    act({"mousedown", "1"});
    constexpr int pieces = 4;
    for (int i = 0; i < pieces; ++i) {
        act({"mousemove_relative", "--", std::to_string(dx_px / pieces),
             std::to_string(dy_px / pieces)});
    }
    act({"mouseup", "1"});
}

void RealWindow::type(const std::string& text) const {
    act({"type", "--delay", "12", "--args", "1", "--", text});
}

json RealWindow::type_while_busy(const std::string& text) const {
    ::kill(window_.pid(), SIGSTOP);
    xdotool({"type", "--delay", "8", "--", text});
    ::kill(window_.pid(), SIGCONT);
    return act({});
}

void RealWindow::key(const std::string& name) const { act({"key", name}); }

void RealWindow::hold(const std::string& name, bool down) const {
    act({down ? "keydown" : "keyup", name});
}

void RealWindow::order(const std::string& what) const {
    write_text(folder_ / ("dump.json." + what), "");
    act({"mousemove_relative", "--", "2", "1"});
}

void RealWindow::hold_export(bool on) const {
    const std::filesystem::path file = folder_ / "dump.json.hold-export";
    if (on) {
        write_text(file, "");
    } else {
        std::filesystem::remove(file);
    }
}

void RealWindow::key_at_once(const std::string& name) const { xdotool({"key", name}); }

int RealWindow::quit() {
    xdotool({"key", "ctrl+q"});
    return window_.wait_for_end();
}

void RealWindow::crash() {
    ::kill(window_.pid(), SIGKILL);
    window_.wait_for_end();
}

void RealWindow::screenshot(const std::filesystem::path& file) const {
    run_program({"import", "-display", display_, "-window", "root", file.string()});
}

double RealWindow::processor_s() const {
    // Fields 14 and 15 of stat, after the program's name in brackets.
    const std::string text = read_text("/proc/" + std::to_string(window_.pid()) + "/stat");
    std::istringstream rest_of_line(text.substr(text.rfind(')') + 2));
    std::string field;
    for (int i = 0; i < 11; ++i) {
        rest_of_line >> field;
    }
    double user = 0;
    double system = 0;
    rest_of_line >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace miraimap::test
