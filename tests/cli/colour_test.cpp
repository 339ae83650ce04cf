// SPDX-License-Identifier: MIT
// What the colours of a painted map can show, from outside.
#include <gtest/gtest.h>

#include <set>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

std::string figures_csv(const TemporaryFolder& folder) {
    write_text(folder / "jinko.csv",
               "団体コード,団体名,人口\n29343,三郷町,23219\n29344,斑鳩町,27587\n"
               "29201,奈良市,354630\n29209,生駒市,116675\n");
    return (folder / "jinko.csv").string();
}

TEST(RenderColour, EveryModePaintsAnotherMapAndTheSameTwice) {
    const TemporaryFolder folder;
    const std::string table = figures_csv(folder);
    std::set<std::string> pictures;
    for (const std::string colour : {"grade", "selections", "first-year", "programme", "technology",
                                     "distance", "borders", "granted", "requested", "figure"}) {
        const std::string file = (folder / (colour + ".svg")).string();
        std::vector<std::string> words{"render", file,       "--prefecture",
                                       "奈良県", "--colour", colour};
        if (colour == "figure") {
            words.insert(words.end(), {"--table", table});
        }
        const Ran first = run(words);
        ASSERT_EQ(first.code, 0) << first.err;
        const std::string bytes = read_text(file);
        words[4] = "--color";
        ASSERT_EQ(run(words).code, 0);
        EXPECT_EQ(read_text(file), bytes);
        pictures.insert(bytes);
    }
    EXPECT_EQ(pictures.size(), 10U);
}

TEST(RenderColour, BreaksWhatIfAndSeaLinksChangeThePicture) {
    const TemporaryFolder folder;
    const std::string file = (folder / "map.svg").string();
    const std::string table = figures_csv(folder);
    const auto painted = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"render", file, "--prefecture", "29"});
        EXPECT_EQ(run(words).code, 0);
        return read_text(file);
    };
    const std::vector<std::string> figure{"--colour", "figure", "--table", table};
    std::vector<std::string> natural = figure;
    natural.insert(natural.end(), {"--breaks", "natural"});
    EXPECT_EQ(painted(figure), painted(figure));
    EXPECT_NE(painted({"--colour", "distance"}),
              painted({"--colour", "distance", "--what-if", "29343"}));
    EXPECT_NE(painted(figure), painted(natural));
    const auto national = [&](const std::string& links) {
        EXPECT_EQ(run({"render", file, "--colour", "borders", "--sea-links", links}).code, 0);
        return read_text(file);
    };
    EXPECT_NE(national("no"), national("yes"));
}

TEST(RenderColour, WrongWordsAreSaidWithTheKnownOnes) {
    const TemporaryFolder folder;
    const std::string file = (folder / "map.png").string();
    const Ran unknown = run({"render", file, "--colour", "rainbow", "--lang", "en"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_NE(unknown.err.find("grade selections first-year programme technology"),
              std::string::npos)
        << unknown.err;
    const Ran bare = run({"render", file, "--colour", "figure", "--lang", "en"});
    EXPECT_EQ(bare.code, 2);
    EXPECT_NE(bare.err.find("--table"), std::string::npos) << bare.err;
    EXPECT_EQ(run({"render", file, "--breaks", "jagged"}).code, 2);
    EXPECT_EQ(run({"render", file, "--sea-links", "maybe"}).code, 2);
    EXPECT_FALSE(std::filesystem::exists(file));
}

}  // namespace
}  // namespace miraimap::test
