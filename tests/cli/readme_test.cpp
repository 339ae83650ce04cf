// SPDX-License-Identifier: MIT
// What the README shows works as shown.
#include <gtest/gtest.h>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

std::vector<std::string> example_commands() {
    std::vector<std::string> commands;
    bool code = false;
    for (const std::string& line : lines(read_text(root() / "README.md"))) {
        if (line.starts_with("```")) {
            code = line == "```sh";
        } else if (code && line.starts_with("build/miraimap ")) {
            commands.push_back(line.substr(std::string("build/miraimap ").size()));
        }
    }
    return commands;
}

TEST(Readme, EveryExampleRuns) {
    const TemporaryFolder folder;
    // A table of the reader's own, as the README describes it.
    write_text(folder / "jinko.csv",
               "コード,市区町村,人口\n01204,旭川市,320000\n293431,三郷町,23000\n");
    const std::vector<std::string> commands = example_commands();
    EXPECT_GE(commands.size(), 5U);
    for (const std::string& command : commands) {
        const Ran ran = run_program({"sh", "-c", program() + " " + command}, {}, folder.path());
        EXPECT_EQ(ran.code, 0) << command << "\n" << ran.err;
    }
}

TEST(Readme, EveryFileItNamesIsThere) {
    const std::string text = read_text(root() / "README.md");
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
        const std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
        if (!target.starts_with("http") && !target.starts_with("#")) {
            EXPECT_TRUE(std::filesystem::exists(root() / target)) << target;
        }
    }
}

}  // namespace
}  // namespace miraimap::test
