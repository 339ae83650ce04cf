// SPDX-License-Identifier: MIT
// The same bytes everywhere, and a record of how they were made.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

struct Case {
    const char* verb;
    const char* name;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.verb << " " << c.name; }

class EveryOutput : public testing::TestWithParam<Case> {
protected:
    [[nodiscard]] Ran make(const fs::path& folder,
                           const std::vector<std::string>& environment = {}) const {
        return run({GetParam().verb, GetParam().name, "--year", "R3", "--quiet", "--manifest"},
                   environment, folder);
    }
};

TEST_P(EveryOutput, IsTheSameBytesInAnyFolderTimeZoneLocaleAndHome) {
    const TemporaryFolder one;
    const TemporaryFolder two;
    const TemporaryFolder home;
    ASSERT_EQ(make(one.path(), {"TZ=UTC", "LC_ALL=C"}).code, 0);
    const Ran other = make(two.path(), {"TZ=Pacific/Auckland", "LC_ALL=C.UTF-8", "LANG=de_DE.UTF-8",
                                        "HOME=" + home.path().string()});
    ASSERT_EQ(other.code, 0) << other.err;
    int files = 0;
    for (const auto& entry : fs::directory_iterator(one.path())) {
        const std::string bytes = read_text(entry.path());
        EXPECT_TRUE(bytes == read_text(two / entry.path().filename().string())) << entry.path();
        EXPECT_EQ(bytes.find(one.path().string()), std::string::npos) << entry.path();
        EXPECT_EQ(bytes.find(root().string()), std::string::npos) << entry.path();
        ++files;
    }
    EXPECT_GE(files, 2);
}

TEST_P(EveryOutput, HasAManifestWhoseHashesSha256sumConfirms) {
    const TemporaryFolder folder;
    ASSERT_EQ(make(folder.path()).code, 0);
    const std::string name = GetParam().name;
    const std::string text = read_text(folder / (name + ".manifest.json"));
    const json manifest = json::parse(text);
    EXPECT_EQ(manifest["command"],
              std::string(GetParam().verb) + " " + name + " --quiet --year R3 --manifest");
    EXPECT_THAT(manifest["libraries"]["GDAL"].get<std::string>(), HasSubstr("."));
    EXPECT_EQ(manifest["outputs"].back()["file"], name);
    std::string list;
    for (const json& output : manifest["outputs"]) {
        list += output["sha256"].get<std::string>() + "  " +
                (folder / output["file"].get<std::string>()).string() + "\n";
    }
    int inputs = 0;
    for (const json& input : manifest["inputs"]) {
        list += input["sha256"].get<std::string>() + "  " +
                (root() / "data" / input["file"].get<std::string>()).string() + "\n";
        ++inputs;
    }
    EXPECT_GE(inputs, 19);
    write_text(folder / "sums", list);
    const Ran sums = run_program({"sha256sum", "--check", "--strict", (folder / "sums").string()});
    EXPECT_EQ(sums.code, 0) << sums.out << sums.err;
}

INSTANTIATE_TEST_SUITE_P(EveryFormat, EveryOutput,
                         testing::Values(Case{"export", "x.gpkg"}, Case{"export", "x.geojson"},
                                         Case{"export", "x.fgb"}, Case{"export", "x.shp"},
                                         Case{"export", "x.csv"}, Case{"render", "x.png"},
                                         Case{"render", "x.svg"}, Case{"render", "x.pdf"},
                                         Case{"report", "x.html"}),
                         [](const testing::TestParamInfo<Case>& about) {
                             return fs::path(about.param.name).extension().string().substr(1);
                         });

TEST(Manifest, NamesOtherInputsWithoutTheirFoldersAndTheDateThatWasAskedFor) {
    const TemporaryFolder folder;
    fs::copy(root() / "data/boundaries/municipalities.gpkg", folder / "other.gpkg");
    write_text(folder / "slides.txt", "text\n");
    const Ran ran =
        run({"export", (folder / "x.gpkg").string(), "--manifest", "--boundaries",
             (folder / "other.gpkg").string(), "--source-text", (folder / "slides.txt").string()},
            {"SOURCE_DATE_EPOCH=86400"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const std::string text = read_text(folder / "x.gpkg.manifest.json");
    EXPECT_THAT(text, Not(HasSubstr(folder.path().string())));
    const json manifest = json::parse(text);
    EXPECT_EQ(manifest["source_date_epoch"], "86400");
    EXPECT_THAT(manifest["command"].get<std::string>(), HasSubstr("--boundaries other.gpkg"));
    std::vector<std::string> files;
    for (const json& input : manifest["inputs"]) {
        files.push_back(input["role"].get<std::string>() + " " + input["file"].get<std::string>());
    }
    EXPECT_THAT(files, testing::Contains("boundaries other.gpkg"));
    EXPECT_THAT(files, testing::Contains("source-text slides.txt"));
    EXPECT_THAT(files, testing::Contains("data selections/mirai.csv"));
    const Ran dates = run_program({"ogrinfo", "-ro", "-q", (folder / "x.gpkg").string(), "-sql",
                                   "SELECT DISTINCT last_change FROM gpkg_contents"});
    EXPECT_THAT(dates.out, HasSubstr("1970"));
}

TEST(Manifest, IsNotReplacedAgainstTheWishEither) {
    const TemporaryFolder folder;
    write_text(folder / "x.csv.manifest.json", "old");
    EXPECT_EQ(run({"export", (folder / "x.csv").string(), "--manifest", "--no-overwrite"}).code, 3);
    EXPECT_FALSE(fs::exists(folder / "x.csv"));
    EXPECT_EQ(read_text(folder / "x.csv.manifest.json"), "old");
}

}  // namespace
}  // namespace miraimap::test
