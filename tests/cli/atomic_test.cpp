// SPDX-License-Identifier: MIT
// Every output of every format appears whole or not at all, whatever happens meanwhile.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <thread>

#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using Clock = std::chrono::steady_clock;
using Contents = std::map<std::string, std::string>;  // of a folder, by name

struct Case {
    const char* verb;
    const char* name;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.verb << " " << c.name; }

Contents contents_of(const fs::path& folder) {
    Contents all;
    for (const auto& entry : fs::directory_iterator(folder)) {
        all[entry.path().filename().string()] = read_text(entry.path());
    }
    return all;
}

class Atomic : public testing::TestWithParam<Case> {
protected:
    [[nodiscard]] std::vector<std::string> command(const fs::path& folder,
                                                   const std::string& year) const {
        return {program(),
                GetParam().verb,
                (folder / GetParam().name).string(),
                "--year",
                year,
                "--quiet",
                "--lang",
                "en"};
    }

    /// The old files stand in `folder_`; returns them and what a whole new run makes.
    std::pair<Contents, Contents> before_and_after() {
        const TemporaryFolder other;
        EXPECT_EQ(run_program(command(folder_.path(), "H30")).code, 0);
        const auto start = Clock::now();
        EXPECT_EQ(run_program(command(other.path(), "R3")).code, 0);
        run_time_ = Clock::now() - start;
        return {contents_of(folder_.path()), contents_of(other.path())};
    }

    /// Runs and sends a signal after each of several waits; every file must be the old or the new
    /// one, with nothing beside them.
    void stop_at_many_moments(int signal) {
        const auto [before, after] = before_and_after();
        int stopped = 0;
        constexpr int moments = 8;
        for (int i = 0; i < moments; ++i) {
            Started running(command(folder_.path(), "R3"));
            std::this_thread::sleep_for(run_time_ * i / (moments - 2));
            running.send(signal);
            stopped += running.wait().code == 128 + signal ? 1 : 0;
            const Contents now = contents_of(folder_.path());
            ASSERT_EQ(now.size(), before.size()) << "after moment " << i;
            for (const auto& [name, bytes] : now) {
                ASSERT_TRUE(before.contains(name)) << name;
                ASSERT_TRUE(bytes == before.at(name) || bytes == after.at(name)) << name;
            }
        }
        EXPECT_GE(stopped, 1) << "no run was stopped in the middle";
    }

    void expect_refused_and_unchanged(const Ran& ran, const Contents& before) {
        EXPECT_EQ(ran.code, 3) << ran.err;
        EXPECT_THAT(ran.err, HasSubstr(fs::path(GetParam().name).stem().string()));
        EXPECT_THAT(ran.err, HasSubstr("make room"));
        EXPECT_TRUE(contents_of(folder_.path()) == before);
    }

    TemporaryFolder folder_;
    Clock::duration run_time_{};
};

TEST_P(Atomic, KillAtAnyMomentLeavesTheOldOrTheNewFileAndNoLitter) {
    stop_at_many_moments(SIGKILL);
}

TEST_P(Atomic, CtrlCAtAnyMomentLeavesTheOldOrTheNewFileAndNoLitter) {
    stop_at_many_moments(SIGINT);
}

TEST_P(Atomic, AFileSizeLimitEndsWith3AndKeepsTheOldFile) {
    ASSERT_EQ(run_program(command(folder_.path(), "H30")).code, 0);
    const Contents before = contents_of(folder_.path());
    std::vector<std::string> limited{"bash", "-c", "ulimit -f 16; exec \"$0\" \"$@\""};
    const auto words = command(folder_.path(), "R3");
    limited.insert(limited.end(), words.begin(), words.end());
    expect_refused_and_unchanged(run_program(limited), before);
}

TEST_P(Atomic, AFullDiskEndsWith3AndKeepsTheOldFile) {
    const auto mounted = [this] {
        return ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, "size=64k") == 0;
    };
    if (!mounted()) {
        GTEST_SKIP() << "a small file system can only be mounted by root";
    }
    write_text(folder_ / GetParam().name, "old");
    const Contents before = contents_of(folder_.path());
    const Ran ran = run_program(command(folder_.path(), "R3"));
    expect_refused_and_unchanged(ran, before);
    EXPECT_THAT(ran.err, HasSubstr("No space left"));
    ::umount(folder_.path().c_str());
}

TEST_P(Atomic, ALostFolderEndsWith3AndIsNotMadeAgain) {
    const auto [before, after] = before_and_after();
    constexpr int moments = 5;
    int refused = 0;
    for (int i = 0; i < moments; ++i) {
        const fs::path lost = folder_ / "lost";
        fs::create_directory(lost);
        Started running(command(lost, "R3"));
        std::this_thread::sleep_for(run_time_ * i / moments);
        fs::remove_all(lost);
        const Ran ran = running.wait();
        EXPECT_FALSE(fs::exists(lost));
        if (ran.code != 0) {
            EXPECT_EQ(ran.code, 3) << ran.err;
            EXPECT_THAT(ran.err, HasSubstr((lost / "x.").string()));
            ++refused;
        }
    }
    EXPECT_GE(refused, 1) << "the folder was never lost in time";
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, Atomic,
                         testing::Values(Case{"export", "x.gpkg"}, Case{"export", "x.geojson"},
                                         Case{"export", "x.fgb"}, Case{"export", "x.shp"},
                                         Case{"export", "x.csv"}, Case{"render", "x.png"},
                                         Case{"render", "x.svg"}, Case{"render", "x.pdf"},
                                         Case{"report", "x.html"}),
                         [](const testing::TestParamInfo<Case>& about) {
                             return fs::path(about.param.name).extension().string().substr(1);
                         });

TEST(WriteFiles, WhatAKilledProcessLeftIsRemovedByTheNextWriterOfTheSameTarget) {
    const TemporaryFolder folder;
    const Ran gone = run_program({"sh", "-c", "echo $$"});  // a process that has ended
    const std::string dead = gone.out.substr(0, gone.out.find('\n'));
    write_text(folder / (".x.csv." + dead + ".1.tmp"), "left");
    write_text(folder / (".x.csv." + std::to_string(::getpid()) + ".7.tmp"), "being written");
    write_text(folder / (".y.csv." + dead + ".1.tmp"), "of another target");
    write_file(folder / "x.csv", "new");
    const Contents now = contents_of(folder.path());
    EXPECT_EQ(now.size(), 3U);
    EXPECT_EQ(now.at("x.csv"), "new");
    EXPECT_FALSE(now.contains(".x.csv." + dead + ".1.tmp"));
}

TEST(WriteFiles, WithoutNamelessFilesTheTargetIsStillReplacedWhole) {
    const TemporaryFolder folder;
    write_text(folder / "a", "old");
    write_files({{folder / "a", "new"}, {folder / "b", "beside"}}, Staging::hidden);
    EXPECT_EQ(contents_of(folder.path()), (Contents{{"a", "new"}, {"b", "beside"}}));
}

TEST(WriteFiles, NoNameIsGivenBeforeEveryFileIsComplete) {
    const TemporaryFolder folder;
    write_text(folder / "a", "old");
    for (const Staging staging : {Staging::automatic, Staging::hidden}) {
        EXPECT_THROW(write_files({{folder / "a", "new"}, {folder / "none" / "b", ""}}, staging),
                     Error);
        EXPECT_EQ(contents_of(folder.path()), (Contents{{"a", "old"}}));
    }
}

TEST(WriteFiles, AReplacedFileKeepsItsPermissionsAndANewOneFollowsTheUmask) {
    const TemporaryFolder folder;
    write_text(folder / "old", "");
    fs::permissions(folder / "old", fs::perms(0604));
    write_file(folder / "old", "new");
    EXPECT_EQ(fs::status(folder / "old").permissions(), fs::perms(0604));
    const mode_t before = ::umask(027);
    write_file(folder / "new", "new");
    ::umask(before);
    EXPECT_EQ(fs::status(folder / "new").permissions(), fs::perms(0640));
}

}  // namespace
}  // namespace miraimap::test
