// SPDX-License-Identifier: MIT
// Files beside a typed path: what is listed and what Enter means.
#include "app/gui/file_list.hpp"

#include <gtest/gtest.h>

#include "tests/gui/real_window.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

using nlohmann::json;

const std::vector<FileKind> kinds{{{"セッション", "Sessions"}, {".mmap"}}, {{"すべて", "All"}, {}}};

std::vector<std::string> names(const FileList& list) {
    std::vector<std::string> out;
    for (const FileEntry& entry : list.entries) {
        out.push_back(entry.name + (entry.folder ? "/" : ""));
    }
    return out;
}

TEST(FileList, ListsFoldersFirstThenFilesOfTheKindAndNarrowsByTheTypedName) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "Work");
    std::filesystem::create_directory(folder / "会議");
    for (const char* name : {"b.mmap", "A.MMAP", "notes.txt", ".hidden.mmap"}) {
        test::write_text(folder / name, "x");
    }
    FileList list;
    start_file_list(list, folder / "");
    update_file_list(list, kinds);
    EXPECT_EQ(names(list), (std::vector<std::string>{"Work/", "会議/", "A.MMAP", "b.mmap"}));
    list.select_all = false;
    type_path(list, (folder / "WOR").string());
    update_file_list(list, kinds);
    EXPECT_EQ(names(list), std::vector<std::string>{"Work/"});
    type_path(list, (folder / "").string());
    list.kind = 1;
    update_file_list(list, kinds);
    EXPECT_EQ(names(list).size(), 5U);
}

TEST(FileList, EnterGoesIntoFoldersAndReturnsFiles) {
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "sub");
    test::write_text(folder / "sub/a.mmap", "x");
    FileList list;
    start_file_list(list, folder / "");
    update_file_list(list, kinds);
    list.marked = 0;
    EXPECT_FALSE(enter_path(list));
    EXPECT_EQ(std::string(list.typed.data()), (folder / "sub").string() + "/");
    update_file_list(list, kinds);
    list.marked = 0;
    EXPECT_EQ(enter_path(list), folder / "sub/a.mmap");
    list.marked = -1;
    type_path(list, (folder / "sub/new").string());
    EXPECT_EQ(enter_path(list), folder / "sub/new") << "a name that is not there yet";
    update_file_list(list, kinds);
    go_to_parent(list);
    EXPECT_EQ(std::string(list.typed.data()), folder.path().string() + "/");
}

TEST(FileList, AFolderThatCannotBeReadSaysWhy) {
    FileList list;
    start_file_list(list, "/no/such/folder/");
    update_file_list(list, kinds);
    EXPECT_FALSE(list.problem.empty());
    EXPECT_TRUE(list.entries.empty());
}

TEST(FileWindow, ASessionIsOpenedWithArrowsAndEnterAlone) {
    if (const std::string reason = test::why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    const test::TemporaryFolder folder;
    std::filesystem::create_directory(folder / "sessions");
    test::write_text(folder / "sessions/r3.mmap",
                     R"({"miraimap_session": 1, "filter": {"year": ["R3"]}})");
    test::RealWindow window({});
    window.wait_until_ready();
    window.key("ctrl+o");
    window.key("ctrl+a");
    window.type(folder.path().string() + "/");
    EXPECT_TRUE(window.dump()["places"].contains("file:sessions"));
    window.key("Down");
    window.key("Return");
    EXPECT_TRUE(window.dump()["places"].contains("file:r3.mmap")) << "Enter went into the folder";
    window.key("Down");
    window.key("Return");
    const auto opened = [](const json& d) {
        return d["session"]["offer"] == true || !d["filter"]["years"].empty();
    };
    EXPECT_TRUE(opened(window.wait_for(opened)));
}

}  // namespace
}  // namespace miraimap::gui
