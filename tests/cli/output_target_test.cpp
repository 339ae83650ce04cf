// SPDX-License-Identifier: MIT
// Where files must not be written: one rule for export, render and report.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A verb and the endings of what it writes.
const std::vector<std::pair<std::string, std::string>>& file_verbs() {
    static const std::vector<std::pair<std::string, std::string>> all{
        {"export", ".gpkg"}, {"export", ".geojson"}, {"export", ".fgb"},
        {"export", ".csv"},  {"export", ".shp"},     {"render", ".png"},
        {"render", ".svg"},  {"render", ".pdf"},     {"report", ".html"}};
    return all;
}

/// Names and sizes of everything in a folder.
std::string listing(const fs::path& folder) {
    std::vector<std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        all.push_back(entry.path().string() + " " +
                      (entry.is_regular_file() ? read_text(entry.path()) : ""));
    }
    std::sort(all.begin(), all.end());
    std::string text;
    for (const std::string& one : all) {
        text += one + "\n";
    }
    return text;
}

void expect_refused(const std::string& verb, const fs::path& target, const std::string& because,
                    const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{verb, target.string(), "--lang", "en"};
    words.insert(words.end(), more.begin(), more.end());
    const Ran ran = run(words);
    EXPECT_EQ(ran.code, 3) << verb << " " << target << " " << ran.err;
    EXPECT_THAT(ran.err, HasSubstr(because)) << verb << " " << target;
    EXPECT_EQ(ran.out, "");
}

TEST(OutputTarget, AFolderOrAMissingFolderIsRefusedByEveryVerb) {
    const TemporaryFolder folder;
    for (const auto& [verb, ending] : file_verbs()) {
        fs::create_directory(folder / ("folder" + ending));
        write_text(folder / "file", "");
        const std::string before = listing(folder.path());
        expect_refused(verb, folder / ("folder" + ending), "the output is a folder");
        expect_refused(verb, folder / "none" / ("x" + ending), "does not exist");
        expect_refused(verb, folder / "file" / ("x" + ending), "not a folder");
        EXPECT_EQ(listing(folder.path()), before) << verb << ending;
    }
}

TEST(OutputTarget, ADeviceIsRefusedByEveryVerbUnderAnyName) {
    const TemporaryFolder folder;
    for (const char* device : {"/dev/null", "/dev/full"}) {
        for (const auto& [verb, ending] : file_verbs()) {
            const fs::path link = folder / ("device" + ending);
            fs::create_symlink(device, link);
            expect_refused(verb, link, "device or special file");
            EXPECT_TRUE(fs::is_symlink(link));
            fs::remove(link);
            const Ran plain = run({verb, device});
            EXPECT_NE(plain.code, 0) << verb;
        }
        EXPECT_TRUE(fs::is_character_file(device));
    }
    const fs::path pipe = folder / "pipe.csv";
    ASSERT_EQ(run_program({"mkfifo", pipe.string()}).code, 0);
    expect_refused("export", pipe, "device or special file");
}

TEST(OutputTarget, AReadOnlyFolderOrFileIsRefusedByEveryVerb) {
    if (::geteuid() == 0) {
        GTEST_SKIP() << "root may write everywhere";
    }
    const TemporaryFolder folder;
    for (const auto& [verb, ending] : file_verbs()) {
        const fs::path file = folder / ("x" + ending);
        write_text(file, "old");
        fs::permissions(file, fs::perms::owner_read);
        expect_refused(verb, file, "cannot be written");
        fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
        expect_refused(verb, folder / ("new" + ending), "cannot be written");
        fs::permissions(folder.path(), fs::perms::owner_all);
        EXPECT_EQ(read_text(file), "old");
    }
}

TEST(OutputTarget, AnInputIsRefusedUnderItsOwnNameAHardLinkAndASymbolicLink) {
    const TemporaryFolder folder;
    const fs::path embedded = root() / "data" / "boundaries" / "municipalities.gpkg";
    fs::copy(embedded, folder / "in.gpkg");
    write_text(folder / "in.csv", "code,figure\n01204,3\n");
    write_text(folder / "slides.txt", "text\n");
    const std::vector<std::pair<std::string, std::string>> inputs{{"--boundaries", "in.gpkg"},
                                                                  {"--source-text", "slides.txt"}};
    for (const auto& [option, name] : inputs) {
        for (const auto& [verb, ending] : file_verbs()) {
            const fs::path hard = folder / ("hard" + ending);
            const fs::path soft = folder / ("soft" + ending);
            fs::create_hard_link(folder / name, hard);
            fs::create_symlink(folder / name, soft);
            const std::string before = listing(folder.path());
            for (const fs::path& target : {hard, soft}) {
                expect_refused(verb, target, "this is an input",
                               {option, (folder / name).string()});
            }
            EXPECT_TRUE(listing(folder.path()) == before) << verb << ending;
            fs::remove(hard);
            fs::remove(soft);
        }
    }
    expect_refused("export", folder / "in.gpkg", "this is an input",
                   {"--boundaries", (folder / "in.gpkg").string()});
}

TEST(OutputTarget, ATableOfTheDataFolderIsAnInputToo) {
    const TemporaryFolder folder;
    fs::copy(root() / "data", folder / "data", fs::copy_options::recursive);
    const std::string before = listing(folder.path());
    for (const char* name : {"selections/mirai.csv", "reference/platform.csv", "names/wards.csv",
                             "boundaries/municipalities.gpkg"}) {
        expect_refused("export", folder / "data" / name, "this is an input",
                       {"--data", (folder / "data").string()});
    }
    EXPECT_TRUE(listing(folder.path()) == before);
}

TEST(OutputTarget, AShapefileIsRefusedWhenOneOfItsSideFilesIsAnInput) {
    const TemporaryFolder folder;
    ASSERT_EQ(run({"export", (folder / "in.shp").string(), "--quiet"}).code, 0);
    fs::create_hard_link(folder / "in.dbf", folder / "out.dbf");
    const std::string before = listing(folder.path());
    expect_refused("export", folder / "out.shp", "this is an input",
                   {"--boundaries", (folder / "in.shp").string()});
    expect_refused("export", folder / "out.shp", "exists already", {"--no-overwrite"});
    EXPECT_TRUE(listing(folder.path()) == before);
}

TEST(OutputTarget, AGeoPackageOpenInAnotherProgramIsLeftAlone) {
    const TemporaryFolder folder;
    const fs::path file = folder / "open.gpkg";
    ASSERT_EQ(run({"export", file.string(), "--quiet"}).code, 0);
    const std::string before = read_text(file);
    for (const char* side : {"-wal", "-journal", "-shm"}) {
        write_text(file.string() + side, "");
        expect_refused("export", file, "another program has it open");
        EXPECT_TRUE(fs::exists(file.string() + side));
        fs::remove(file.string() + side);
    }
    EXPECT_TRUE(read_text(file) == before);
    ASSERT_EQ(run({"export", file.string(), "--quiet"}).code, 0);
}

TEST(OutputTarget, AGeoPackageLockedByAWriterIsLeftAlone) {
    const TemporaryFolder folder;
    const fs::path file = folder / "locked.gpkg";
    ASSERT_EQ(run({"export", file.string(), "--quiet"}).code, 0);
    // Locks do not count against the process that holds them: this test plays the other program.
    const int handle = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = 0x40000001;  // SQLite's reserved byte
    lock.l_len = 1;
    ASSERT_EQ(::fcntl(handle, F_SETLK, &lock), 0);
    expect_refused("export", file, "another program is writing into it");
    ::close(handle);
    EXPECT_EQ(run({"export", file.string(), "--quiet"}).code, 0);
}

TEST(OutputTarget, AnUnknownEndingIsWrongUsageAndWritesNothing) {
    const TemporaryFolder folder;
    for (const auto& [verb, name] : {std::pair{"export", "x.docx"}, std::pair{"export", "x"},
                                     std::pair{"render", "x.bmp"}, std::pair{"report", "x.txt"}}) {
        const Ran ran = run({verb, (folder / name).string()});
        EXPECT_EQ(ran.code, 2) << verb << name;
        EXPECT_THAT(ran.err, HasSubstr(name)) << verb;
    }
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

}  // namespace
}  // namespace miraimap::test
