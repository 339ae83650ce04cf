// SPDX-License-Identifier: MIT
// Filters of the command line that stand for several values: open years, themes, regions.
#include <gtest/gtest.h>

#include <set>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

std::set<std::string> ids(const std::vector<std::string>& words) {
    std::vector<std::string> command{"list", "--format", "csv", "--quiet"};
    command.insert(command.end(), words.begin(), words.end());
    const Ran result = run(command);
    EXPECT_EQ(result.code, 0) << result.err;
    std::set<std::string> out;
    std::size_t at = result.out.find('\n') + 1;
    while (at < result.out.size()) {
        out.insert(result.out.substr(at, result.out.find(',', at) - at));
        at = result.out.find('\n', at) + 1;
    }
    return out;
}

TEST(Filters, AnOpenYearAddsUpWhatItsYearsHold) {
    std::set<std::string> added;
    for (const std::string year : {"H30", "R1", "R2"}) {
        added.merge(ids({"--year", year}));
    }
    EXPECT_EQ(ids({"--year", "..R2"}), added);
    EXPECT_EQ(ids({"--year", "..R2,R3.."}), ids({}));
}

TEST(Filters, AThemeIsAHeadingAndTheSameOnEveryVerb) {
    const std::set<std::string> farming = ids({"--theme", "スマート農業"});
    EXPECT_EQ(farming, (std::set<std::string>{"society5-R4-10", "society5-R4-13"}))
        << "with and without the year in brackets";
    EXPECT_EQ(ids({"--theme", "スマート農業（R2）"}), std::set<std::string>{"society5-R4-13"});
    EXPECT_EQ(ids({"--theme", "ロボット、ドローン、MaaS"}), std::set<std::string>{"society5-R4-18"})
        << "a heading may hold the Japanese comma";
    const Ran unknown = run({"list", "--theme", "鉄道"});
    EXPECT_EQ(unknown.code, 2);
    EXPECT_NE(unknown.err.find("スマート農業"), std::string::npos) << "the known ones are named";
    const TemporaryFolder folder;
    const std::string file = (folder / "farming.gpkg").string();
    ASSERT_EQ(run({"export", file, "--theme", "スマート農業", "--year", "..R4"}).code, 0);
    EXPECT_EQ(ids({"--reopen", file}), farming) << "an export remembers the theme";
}

TEST(Filters, ThemesAndColoursOfAPictureStandBesideEachOther) {
    const TemporaryFolder folder;
    const auto picture = [&](const std::string& name, std::vector<std::string> words) {
        words.insert(words.begin(), {"render", (folder / name).string(), "--size", "640x480"});
        EXPECT_EQ(run(words).code, 0);
        return read_text(folder / name);
    };
    const std::string dark = picture("a.svg", {"--theme", "dark"});
    const std::string both = picture("b.svg", {"--theme", "dark", "--theme", "公共交通"});
    const std::string light = picture("c.svg", {"--theme", "公共交通"});
    EXPECT_NE(dark, both);
    EXPECT_NE(both, light);
    EXPECT_EQ(run({"list", "--theme", "dark"}).code, 2) << "a list has no colours";
}

TEST(Filters, ARegionStandsForItsPrefectures) {
    const std::set<std::string> four = ids({"--prefecture", "徳島,香川,愛媛,高知"});
    EXPECT_EQ(ids({"--region", "四国"}), four);
    EXPECT_EQ(ids({"--region", "shikoku"}), four);
    EXPECT_EQ(ids({"--region", "四国地方", "--prefecture", "高知"}), four);
    EXPECT_EQ(run({"list", "--region", "関西州"}).code, 2);
}

}  // namespace
}  // namespace miraimap::test
