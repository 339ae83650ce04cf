// SPDX-License-Identifier: MIT
// With the cache every answer is the same as without, and a bad cache is the same as none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <map>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

fs::path embedded() { return root() / "data" / "boundaries" / "municipalities.gpkg"; }

class Cache : public testing::Test {
protected:
    /// Runs with the cache of this test.
    [[nodiscard]] Ran with_cache(std::vector<std::string> words) const {
        return run(words, {"MIRAIMAP_CACHE=" + cache_.string()});
    }
    /// The picture of a boundary file, small so that it is quick.
    [[nodiscard]] std::string picture(const std::string& setting,
                                      const fs::path& boundaries = embedded(),
                                      const std::vector<std::string>& more = {}) const {
        const fs::path file = folder_ / "map.png";
        std::vector<std::string> words{"render", file.string(), "--boundaries", boundaries.string(),
                                       "--size", "640x480"};
        words.insert(words.end(), more.begin(), more.end());
        const Ran ran = run(words, {"MIRAIMAP_CACHE=" + setting});
        EXPECT_EQ(ran.code, 0) << ran.err;
        return read_text(file);
    }
    [[nodiscard]] std::map<std::string, std::string> entries() const {
        std::map<std::string, std::string> all;
        for (const auto& entry : fs::directory_iterator(cache_)) {
            all[entry.path().filename().string()] = read_text(entry.path());
        }
        return all;
    }

    TemporaryFolder folder_;
    fs::path cache_ = folder_ / "cache";
};

TEST_F(Cache, EveryOutputIsTheSameByteForByte) {
    const std::string without = picture("off");
    EXPECT_FALSE(fs::exists(cache_));
    EXPECT_EQ(picture(cache_.string()), without);  // which makes it
    const auto made = entries();
    EXPECT_EQ(made.size(), 3U);
    EXPECT_EQ(picture(cache_.string()), without);  // which uses it
    EXPECT_EQ(entries(), made);
    for (const char* verb : {"gaps", "coverage", "distances"}) {
        const std::vector<std::string> words{verb, "--format", "csv", "--boundaries",
                                             embedded().string()};
        const Ran plain = run(words);
        const Ran cached = with_cache(words);
        EXPECT_EQ(plain.code, 0) << plain.err;
        EXPECT_EQ(cached.out, plain.out) << verb;
        EXPECT_EQ(cached.err, plain.err) << verb;
    }
}

TEST_F(Cache, OfN03AnswersTheSameWithItsFindings) {
    if (shared().empty()) {
        GTEST_SKIP() << "needs ../shared";
    }
    const fs::path n03 = shared() / "n03" / "N03-21_210101.topojson.json";
    const std::vector<std::string> words{"coverage",   "--format", "json", "--boundaries",
                                         n03.string(), "--lang",   "en"};
    const Ran plain = run(words);
    const Ran first = with_cache(words);
    const Ran second = with_cache(words);
    EXPECT_EQ(first.out, plain.out);
    EXPECT_EQ(second.out, plain.out);
    EXPECT_EQ(second.err, plain.err);
    EXPECT_EQ(picture(cache_.string(), n03), picture("off", n03));
    EXPECT_EQ(picture(cache_.string(), n03, {"--gaps", "3"}), picture("off", n03, {"--gaps", "3"}));
}

TEST_F(Cache, APlaceWithoutAreaIsNamedByEveryVerbFromTheFileAndFromTheCache) {
    const fs::path file = folder_ / "N03-21_210101.geojson";
    write_text(file, R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                     R"({"N03_001":"東京都","N03_003":null,"N03_004":"港区","N03_007":"13103"},)"
                     R"("geometry":{"type":"Polygon","coordinates":[[[139,35],[139.1,35.1],)"
                     R"([139.1,35],[139,35.1],[139,35]]]}}]})");
    const std::vector<std::vector<std::string>> verbs{
        {"coverage"},
        {"render", (folder_ / "map.png").string(), "--size", "640x480"},
        {"export", (folder_ / "map.gpkg").string()}};
    for (const char* round : {"from the file", "from the cache"}) {
        for (std::vector<std::string> words : verbs) {
            words.insert(words.end(), {"--boundaries", file.string(), "--lang", "en"});
            EXPECT_THAT(with_cache(words).err,
                        HasSubstr("warning area-not-positive N03-21_210101:0: 13103 港区: "))
                << words[0] << " " << round;
        }
    }
    EXPECT_FALSE(entries().empty());
}

TEST_F(Cache, IsMadeAnewWhenTheFileChangesEvenIfItsTimeDoesNot) {
    const fs::path own = folder_ / "own.gpkg";
    fs::copy_file(embedded(), own);
    const std::string before = picture(cache_.string(), own);
    const auto time = fs::last_write_time(own);
    // A town's name in place, and nothing else: the file keeps its length.
    std::string bytes = read_text(own);
    const std::string from = "札幌市";
    const std::string to = "礼幌市";
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at)) {
        bytes.replace(at, from.size(), to);
    }
    write_text(own, bytes);
    fs::last_write_time(own, time);
    const std::vector<std::string> words{"distances", "--format", "csv", "--boundaries",
                                         own.string()};
    const Ran ran = with_cache(words);
    EXPECT_THAT(ran.out, HasSubstr(to));
    EXPECT_THAT(ran.out, Not(HasSubstr(from)));
    EXPECT_EQ(ran.out, run(words).out);
}

TEST_F(Cache, ADamagedOneIsReplacedInSilence) {
    const std::string right = picture(cache_.string());
    const auto made = entries();
    int turn = 0;
    for (const auto& [name, bytes] : made) {
        std::string bad = bytes;
        if (++turn == 2) {
            bad.resize(bad.size() / 2);
        } else {
            bad[bad.size() * 2 / 3] ^= 4;
        }
        write_text(cache_ / name, bad);
    }
    const fs::path file = folder_ / "map.png";
    const Ran ran = with_cache({"render", file.string(), "--boundaries", embedded().string(),
                                "--size", "640x480", "--quiet"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.err, "");
    EXPECT_EQ(read_text(file), right);
    EXPECT_EQ(entries(), made);
}

TEST_F(Cache, AnUnusableFolderIsTheSameAsNone) {
    write_text(folder_ / "file", "in the way");
    EXPECT_EQ(picture((folder_ / "file").string()), picture("off"));
    EXPECT_EQ(picture("/dev/full/cache"), picture("off"));
}

TEST_F(Cache, TwoRunsAtOnceDoNoHarm) {
    const std::vector<std::string> command{program(), "render",  (folder_ / "a.png").string(),
                                           "--size",  "640x480", "--quiet"};
    std::vector<std::string> other = command;
    other[2] = (folder_ / "b.png").string();
    Started first(command, {"MIRAIMAP_CACHE=" + cache_.string()});
    Started second(other, {"MIRAIMAP_CACHE=" + cache_.string()});
    EXPECT_EQ(first.wait().code, 0);
    EXPECT_EQ(second.wait().code, 0);
    EXPECT_EQ(read_text(folder_ / "a.png"), read_text(folder_ / "b.png"));
    EXPECT_EQ(entries().size(), 3U);
}

TEST_F(Cache, CanBeSeenClearedAndSwitchedOff) {
    EXPECT_NE(picture(cache_.string()), "");
    const Ran seen = with_cache({"cache", "--format", "csv", "--lang", "en"});
    EXPECT_EQ(seen.code, 0);
    const auto rows = csv_rows(seen.out);
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0], (std::vector<std::string>{"file", "kind", "megabytes", "used"}));
    EXPECT_THAT(rows[1][0], HasSubstr("municipalities.gpkg"));
    EXPECT_THAT(seen.err, HasSubstr(cache_.string()));
    EXPECT_EQ(with_cache({"cache", "--clear"}).code, 0);
    EXPECT_TRUE(fs::is_empty(cache_));
    const Ran off = with_cache({"render", (folder_ / "x.png").string(), "--no-cache", "--quiet"});
    EXPECT_EQ(off.code, 0);
    EXPECT_TRUE(fs::is_empty(cache_));
    EXPECT_THAT(run({"cache", "--lang", "en"}, {"MIRAIMAP_CACHE=off"}).err, HasSubstr("off"));
}

TEST_F(Cache, StandsInTheUsersCacheFolder) {
    const Ran ran = run({"render", (folder_ / "x.png").string(), "--quiet"},
                        {"MIRAIMAP_CACHE=", "XDG_CACHE_HOME=" + (folder_ / "xdg").string()});
    EXPECT_EQ(ran.code, 0);
    EXPECT_FALSE(fs::is_empty(folder_ / "xdg" / "miraimap"));
}

TEST_F(Cache, ProgressGoesThroughEveryStepAndOnlyToStderr) {
    const Ran ran = with_cache({"render", (folder_ / "x.png").string(), "--quiet", "--progress",
                                "always", "--lang", "en"});
    EXPECT_EQ(ran.out, "");
    std::size_t at = 0;
    for (const char* step : {"reading the boundary file 0%", "reading the boundary file 50%",
                             "finding shared borders", "weighing border points", "placing names"}) {
        at = ran.err.find(step, at);
        EXPECT_NE(at, std::string::npos) << step << "\n" << ran.err;
    }
    EXPECT_THAT(ran.err, HasSubstr("keeping it for the next time 100%"));
    const Ran never =
        run({"render", (folder_ / "x.png").string(), "--quiet", "--progress", "never"});
    EXPECT_EQ(never.err, "");
    EXPECT_EQ(run({"coverage", "--progress", "sometimes"}).code, 2);
}

TEST_F(Cache, StoppingWithCtrlCLeavesNothingBehind) {
    const fs::path out = folder_ / "out";
    fs::create_directories(out);
    for (int moment = 0; moment < 6; ++moment) {
        Started running({program(), "render", (out / "x.png").string(), "--quiet"},
                        {"MIRAIMAP_CACHE=" + cache_.string()});
        ::usleep(static_cast<unsigned>(moment) * 60'000);
        running.send(SIGINT);
        running.wait();
        for (const auto& entry : fs::directory_iterator(out)) {
            EXPECT_EQ(entry.path().filename(), "x.png");
        }
        if (fs::exists(cache_)) {
            for (const auto& entry : fs::directory_iterator(cache_)) {
                EXPECT_EQ(entry.path().extension(), ".cache");
            }
        }
    }
    EXPECT_EQ(picture(cache_.string()), picture("off"));
}

}  // namespace
}  // namespace miraimap::test
