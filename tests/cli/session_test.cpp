// SPDX-License-Identifier: MIT
// A saved session answers on the command line too.
#include <gtest/gtest.h>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

std::string setting() { return "MIRAIMAP_DATA=" + (root() / "data").string(); }

const char* const nara =
    R"({"miraimap_session": 1, "filter": {"year": ["R3"], "prefecture": ["奈良県"]},)"
    R"( "count": {"by": "municipality"}, "analysis": {}, "map": {"colour": "selections",)"
    R"( "view": "-100000,-300000,300000,100000", "chosen": ["29344"]},)"
    R"( "window": {"lang": "ja"}, "files": {}, "inputs": []})";

TEST(SessionFile, BringsFiltersToAVerbAndWhatIsTypedWins) {
    const TemporaryFolder folder;
    write_text(folder / "nara.mmap", nara);
    const std::string file = (folder / "nara.mmap").string();
    const Ran asked = run({"coverage", "--reopen", file, "--format", "csv"}, {setting()});
    const Ran typed = run({"coverage", "--by", "municipality", "--year", "R3", "--prefecture",
                           "奈良県", "--format", "csv"},
                          {setting()});
    EXPECT_EQ(asked.code, 0) << asked.err;
    EXPECT_EQ(asked.out, typed.out);
    const Ran other =
        run({"list", "--reopen", file, "--year", "R2", "--format", "csv"}, {setting()});
    EXPECT_EQ(other.out, run({"list", "--prefecture", "奈良県", "--year", "R2", "--format", "csv"},
                             {setting()})
                             .out);
}

TEST(SessionFile, PaintsItsViewColoursAndChosenPlaces) {
    const TemporaryFolder folder;
    write_text(folder / "nara.mmap", nara);
    const Ran asked =
        run({"render", (folder / "a.svg").string(), "--reopen", (folder / "nara.mmap").string()},
            {setting()});
    EXPECT_EQ(asked.code, 0) << asked.err;
    const std::vector<std::string> words{"--year", "R3",       "--prefecture",
                                         "奈良県", "--colour", "selections"};
    const auto paint = [&](const std::string& name, std::vector<std::string> more) {
        std::vector<std::string> all{"render", (folder / name).string()};
        all.insert(all.end(), words.begin(), words.end());
        all.insert(all.end(), more.begin(), more.end());
        EXPECT_EQ(run(all, {setting()}).code, 0);
        return read_text(folder / name);
    };
    const std::string view = "--view=-100000,-300000,300000,100000";
    EXPECT_EQ(read_text(folder / "a.svg"), paint("b.svg", {view, "--mark", "29344"}));
    EXPECT_NE(read_text(folder / "a.svg"), paint("c.svg", {view})) << "the outline is drawn";
    EXPECT_NE(paint("d.svg", {}), paint("c.svg", {view}));
    const Ran odd = run({"render", (folder / "e.svg").string(), "--view", "1,2,3"}, {setting()});
    EXPECT_EQ(odd.code, 2);
    EXPECT_NE(odd.err.find("1,2,3"), std::string::npos);
}

TEST(SessionFile, DamagedNewerOrIncompleteItIsRefusedWithTheWayOut) {
    const TemporaryFolder folder;
    const std::string whole = nara;
    write_text(folder / "cut.mmap", whole.substr(0, 200));
    write_text(folder / "newer.mmap", R"({"miraimap_session": 2)" + whole.substr(whole.find(',')));
    std::string lacking = whole;
    lacking.replace(lacking.find("\"files\": {}"), 11, "\"files\": {\"table\": \"gone.csv\"}");
    write_text(folder / "lacking.mmap", lacking);
    for (const auto& [name, says] : {std::pair{"cut.mmap", "cut.mmap:1:"},
                                     {"newer.mmap", "format 2"},
                                     {"lacking.mmap", "gone.csv"}}) {
        const std::string file = (folder / name).string();
        const std::string before = read_text(file);
        const Ran ran = run({"list", "--reopen", file, "--lang", "en"}, {setting()});
        EXPECT_EQ(ran.code, 3) << name;
        EXPECT_TRUE(ran.out.empty());
        EXPECT_NE(ran.err.find(says), std::string::npos) << ran.err;
        EXPECT_NE(ran.err.find("miraimap gui "), std::string::npos) << ran.err;
        EXPECT_EQ(read_text(file), before);
    }
}

}  // namespace
}  // namespace miraimap::test
