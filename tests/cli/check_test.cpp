// SPDX-License-Identifier: MIT
// `check`: the embedded data is proved, and no change to it goes unnoticed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A copy of the data folder that a test may spoil; boundaries are linked, not copied.
class SpoiledData {
public:
    SpoiledData() {
        for (const char* part : {"selections", "reference", "names"}) {
            fs::copy(root() / "data" / part, folder_ / part, fs::copy_options::recursive);
        }
        fs::copy(root() / "data" / "SHA256SUMS", folder_ / "SHA256SUMS");
        fs::create_directory_symlink(root() / "data" / "boundaries", folder_ / "boundaries");
    }
    [[nodiscard]] fs::path file(const std::string& name) const { return folder_.path() / name; }
    [[nodiscard]] std::string folder() const { return folder_.path().string(); }
    [[nodiscard]] Ran check() const { return run({"check", "--data", folder()}); }

private:
    TemporaryFolder folder_;
};

std::vector<std::string> tables() {
    std::vector<std::string> all;
    for (const char* part : {"selections", "reference"}) {
        for (const auto& entry : fs::directory_iterator(root() / "data" / part)) {
            if (entry.path().extension() == ".csv") {
                all.push_back(std::string(part) + "/" + entry.path().filename().string());
            }
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

void replace_once(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = read_text(file);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write_text(file, text.replace(at, from.size(), to));
}

TEST(Check, ProvesTheEmbeddedDataAndListsTheKnownContradictions) {
    const Ran ran = run({"check"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    for (const char* proof :
         {"total/mirai_total", "total/mirai_supported", "total/mirai_ended",
          "total/grants_total_p9", "total/grants_new_requested_oku_p9", "total/smartcity_areas",
          "total/smartcity_cooperating", "total/platform_implementing_members",
          "total/platform_total", "half/society5-R4-26", "programme-count/mic-R3",
          "smartcity-39-marks", "grants-total-requested"}) {
        EXPECT_THAT(ran.out, HasSubstr(proof));
    }
    EXPECT_THAT(ran.out, HasSubstr("l.923"));
    EXPECT_THAT(ran.out, HasSubstr("l.978"));
}

TEST(Check, ADroppedRowInAnyTableFailsAndNamesTheTable) {
    for (const std::string& table : tables()) {
        const SpoiledData data;
        std::vector<std::string> rows = lines(read_text(data.file(table)));
        rows.erase(rows.begin() + static_cast<long>(rows.size()) / 2);
        std::string text;
        for (const std::string& row : rows) {
            text += row + "\n";
        }
        write_text(data.file(table), text);
        const Ran ran = data.check();
        EXPECT_EQ(ran.code, 1) << table << ran.err;
        EXPECT_THAT(ran.err, HasSubstr(table));
    }
}

TEST(Check, AChangedDigitAnywhereFails) {
    std::mt19937 random(20220401);
    for (const std::string& table : tables()) {
        const SpoiledData data;
        const std::string text = read_text(data.file(table));
        std::vector<std::size_t> digits;
        for (std::size_t i = text.find('\n'); i < text.size(); ++i) {
            if (text[i] >= '0' && text[i] <= '9') {
                digits.push_back(i);
            }
        }
        for (int round = 0; round < 3; ++round) {
            std::string spoiled = text;
            char& digit = spoiled[digits[random() % digits.size()]];
            digit = digit == '9' ? '1' : static_cast<char>(digit + 1);
            write_text(data.file(table), spoiled);
            const Ran ran = data.check();
            EXPECT_EQ(ran.code, 1) << table;
            EXPECT_THAT(ran.err, HasSubstr(table));
        }
    }
}

TEST(Check, AWrongAmountFailsTheHalfAndTheSum) {
    const SpoiledData data;
    replace_once(data.file("selections/society5.csv"), "530363,", "530463,");
    const Ran ran = data.check();
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("half/society5-R4-10"));
    EXPECT_THAT(ran.err, HasSubstr("printed/selections/society5.csv.requested_thousand_yen"));
}

TEST(Check, AWrongMarkFailsTheProgrammeCount) {
    const SpoiledData data;
    replace_once(data.file("selections/smartcity.csv"), "佐野市,□,mic", "佐野市,■,mlit-smartcity");
    const Ran ran = data.check();
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("programme-count/mic-R3"));
    EXPECT_THAT(ran.err, HasSubstr("overview-map/smartcity-R3-15"));
}

TEST(Check, EveryRowStandsAtItsLineOfTheSource) {
    if (shared().empty()) {
        GTEST_SKIP() << "the source text is not beside this checkout (../shared/source)";
    }
    std::string source;
    for (const auto& entry : fs::directory_iterator(shared() / "source")) {
        if (entry.path().filename() != "README.md") {
            source = entry.path().string();
        }
    }
    const Ran ran = run({"check", "--source-text", source});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("source/society5-R4-7"));
}

TEST(Check, ASourceTextThatIsAnotherDocumentFails) {
    const TemporaryFolder folder;
    write_text(folder / "other.txt", "another document\n");
    const Ran ran = run({"check", "--source-text", (folder / "other.txt").string()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("source/mirai-H30-1"));
}

// --- tables that cannot be read ---

struct Spoiling {
    const char* name;
    void (*spoil)(const fs::path& file);
    const char* message;
};

void PrintTo(const Spoiling& spoiling, std::ostream* out) { *out << spoiling.name; }

class UnreadableTable : public testing::TestWithParam<Spoiling> {};

TEST_P(UnreadableTable, EndsWith3AndNamesFileAndRemedy) {
    const SpoiledData data;
    GetParam().spoil(data.file("selections/mirai.csv"));
    for (const char* verb : {"list", "check", "coverage"}) {
        const Ran ran = run({verb, "--data", data.folder(), "--lang", "en"});
        EXPECT_EQ(ran.code, 3) << verb << ran.err;
        EXPECT_THAT(ran.err, HasSubstr("selections/mirai.csv")) << verb;
        EXPECT_THAT(ran.err, HasSubstr(GetParam().message)) << verb;
        EXPECT_EQ(ran.out, "") << verb;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Tables, UnreadableTable,
    testing::Values(
        Spoiling{"Missing", [](const fs::path& f) { fs::remove(f); }, "cannot be opened"},
        Spoiling{"Empty", [](const fs::path& f) { write_text(f, ""); }, "empty"},
        Spoiling{"WrongHeader", [](const fs::path& f) { replace_once(f, "fiscal_year,", "year,"); },
                 "wrong header"},
        Spoiling{"ShortRow",
                 [](const fs::path& f) { replace_once(f, "ドローン,2,84,86", "ドローン,2,84"); },
                 "9 cells instead of 10"},
        Spoiling{"BrokenUtf8",
                 [](const fs::path& f) { replace_once(f, "仙台市", "\xE4\xBB\xFF仙台市"); },
                 "broken UTF-8"},
        Spoiling{"Cp932",
                 [](const fs::path& f) {
                     write_text(f, read_text(f).substr(0, read_text(f).find('\n') + 1) +
                                       "H30,\x95\xBD\x90\xAC,1,1,\x90\xE5\x91\xE4,,,2,84,86\n");
                 },
                 "CP932"},
        Spoiling{"ByteOrderMark",
                 [](const fs::path& f) { write_text(f, "\xEF\xBB\xBF" + read_text(f)); },
                 "byte order mark"}),
    [](const auto& tested) { return tested.param.name; });

TEST(Check, AnUnknownWordInATableEndsWith1AndNamesTheCell) {
    const SpoiledData data;
    replace_once(data.file("selections/mirai.csv"), ",ドローン,ドローン,", ",ドロン,ドローン,");
    const Ran ran = run({"list", "--data", data.folder(), "--lang", "en"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.err, HasSubstr("selections/mirai.csv:3"));
    EXPECT_THAT(ran.err, HasSubstr("technologies"));
    EXPECT_THAT(ran.err, HasSubstr("ドロン"));
}

TEST(Check, NamesInvalidPolygonsByCodeAndPosition) {
    const TemporaryFolder folder;
    const fs::path file = folder / "N03-21_210101.geojson";
    write_text(file, R"({"type":"FeatureCollection","name":"N03-21_210101","features":[
        {"type":"Feature","properties":{"N03_001":"奈良県","N03_003":"生駒郡","N03_004":"斑鳩町","N03_007":"29344"},
         "geometry":{"type":"Polygon","coordinates":[[[135,34],[136,35],[136,34],[135,35],[135,34]]]}}]})");
    const Ran ran = run({"check", "--boundaries", file.string(), "--lang", "en"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_THAT(ran.out, HasSubstr("1 invalid polygons: 29344 Self-intersection[135.5 34.5]"));
}

}  // namespace
}  // namespace miraimap::test
