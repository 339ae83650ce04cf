// SPDX-License-Identifier: MIT
// What is kept between runs comes back exactly or not at all.
#include "geo/io/cache_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <random>
#include <set>
#include <thread>

#include "geo/io/atomic_file.hpp"
#include "geo/io/boundary_bytes.hpp"
#include "geo/io/checksum.hpp"
#include "geo/io/source_state.hpp"
#include "tests/geo/boundary_fixtures.hpp"
#include "tests/geo/random_mosaic.hpp"
#include "tests/support/program.hpp"

namespace miraimap {
namespace {

namespace fs = std::filesystem;

mode_t mode_of(const fs::path& path) {
    struct stat facts {};
    EXPECT_EQ(::stat(path.c_str(), &facts), 0);
    constexpr mode_t permissions = 0777;
    return facts.st_mode & permissions;
}

std::string text_of(const std::optional<CachedBytes>& found) {
    return found ? std::string(found->bytes) : "nothing";
}

class Kept : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(cache_.write("entry-places", key_, "what was made")); }
    [[nodiscard]] std::string read() const { return text_of(cache_.read("entry-places", key_)); }

    test::TemporaryFolder folder_;
    CacheFolder cache_{folder_ / "below" / "cache"};
    fs::path file_ = folder_ / "below" / "cache" / "entry-places.cache";
    std::string key_ = "file /somewhere\nkind places\n";
};

TEST_F(Kept, ComesBackUnderItsKeyOnly) {
    EXPECT_EQ(read(), "what was made");
    EXPECT_EQ(text_of(cache_.read("entry-places", key_ + "2")), "nothing");
    EXPECT_EQ(text_of(cache_.read("other", key_)), "nothing");
    ASSERT_TRUE(cache_.write("entry-places", key_, ""));
    EXPECT_EQ(read(), "");
}

TEST_F(Kept, IsForItsOwnerOnly) {
    EXPECT_EQ(mode_of(cache_.folder()), 0700U);
    EXPECT_EQ(mode_of(file_), 0600U);
}

TEST_F(Kept, IsRefusedWhateverByteIsChanged) {
    const std::string whole = test::read_text(file_);
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const int flip : {1, 128}) {
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ flip);
            test::write_text(file_, changed);
            ASSERT_EQ(read(), "nothing") << "byte " << at;
        }
    }
    test::write_text(file_, whole);
    EXPECT_EQ(read(), "what was made");
}

TEST_F(Kept, IsRefusedWhereverItIsCut) {
    const std::string whole = test::read_text(file_);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        test::write_text(file_, whole.substr(0, length));
        ASSERT_EQ(read(), "nothing") << "length " << length;
    }
    test::write_text(file_, whole + "x");
    EXPECT_EQ(read(), "nothing");
}

TEST_F(Kept, IsRefusedFromAMachineWithAnotherOrderOfBytes) {
    std::string foreign = test::read_text(file_);
    std::reverse(foreign.begin() + 16, foreign.begin() + 20);  // the mark behind the magic
    test::write_text(file_, foreign);
    EXPECT_EQ(read(), "nothing");
}

TEST_F(Kept, IsRefusedWhereOthersMayWriteIt) {
    for (const mode_t mode : {0602U, 0620U, 0666U}) {
        ASSERT_EQ(::chmod(file_.c_str(), mode), 0);
        EXPECT_EQ(read(), "nothing") << mode;
    }
    ASSERT_TRUE(cache_.write("entry-places", key_, "anew"));
    EXPECT_EQ(mode_of(file_), 0600U);
    EXPECT_EQ(read(), "anew");
}

TEST_F(Kept, IsRefusedAsALinkAFolderOrAPipe) {
    const fs::path other = folder_ / "elsewhere";
    fs::rename(file_, other);
    fs::create_symlink(other, file_);
    EXPECT_EQ(read(), "nothing");
    fs::remove(file_);
    fs::create_directory(file_);
    EXPECT_EQ(read(), "nothing");
    EXPECT_FALSE(cache_.write("entry-places", key_, "anew"));
    fs::remove(file_);
    ASSERT_EQ(::mkfifo(file_.c_str(), 0600), 0);
    EXPECT_EQ(read(), "nothing");
}

TEST_F(Kept, AFolderThatOthersMayEnterIsClosed) {
    ASSERT_EQ(::chmod(cache_.folder().c_str(), 0777), 0);
    EXPECT_EQ(read(), "what was made");
    EXPECT_EQ(mode_of(cache_.folder()), 0700U);
}

TEST_F(Kept, StaysBelowTheLimitAndTheLongestUnusedGoesFirst) {
    const CacheFolder small(folder_ / "small", 5000);
    const std::string kilobyte(1000, 'k');
    using namespace std::chrono_literals;
    for (const char* name : {"a", "b", "c", "d"}) {
        ASSERT_TRUE(small.write(name, key_, kilobyte));
        fs::last_write_time(small.folder() / (std::string(name) + ".cache"),
                            fs::file_time_type::clock::now() - 48h + (name[0] - 'a') * 1h);
    }
    EXPECT_EQ(text_of(small.read("a", key_)), kilobyte);  // and was used now
    ASSERT_TRUE(small.write("e", key_, kilobyte));
    std::string names;
    for (const CacheFolder::Entry& entry : small.entries()) {
        names += entry.name;
    }
    EXPECT_EQ(names, "acde");
    EXPECT_FALSE(small.write("large", key_, std::string(2600, 'l')));
}

TEST_F(Kept, WhatNobodyUsedForAQuarterOfAYearGoes) {
    using namespace std::chrono_literals;
    fs::last_write_time(file_, fs::file_time_type::clock::now() - 24h * 91);
    ASSERT_TRUE(cache_.write("new", key_, "x"));
    EXPECT_FALSE(fs::exists(file_));
}

TEST_F(Kept, ClearingTakesOurFilesAndNothingElse) {
    test::write_text(cache_.folder() / "letter.txt", "mine");
    test::write_text(cache_.folder() / ".entry-places.cache.99999999.1.tmp", "left over");
    EXPECT_EQ(cache_.clear(), 2);
    EXPECT_EQ(read(), "nothing");
    EXPECT_EQ(test::read_text(cache_.folder() / "letter.txt"), "mine");
}

TEST_F(Kept, NoFolderMeansNoCacheAndNoHarm) {
    const CacheFolder none{fs::path()};
    EXPECT_FALSE(none.write("a", key_, "x"));
    EXPECT_EQ(text_of(none.read("a", key_)), "nothing");
    EXPECT_EQ(none.clear(), 0);
    const CacheFolder in_a_file(file_ / "cache");
    EXPECT_FALSE(in_a_file.write("a", key_, "x"));
    EXPECT_EQ(text_of(in_a_file.read("a", key_)), "nothing");
}

TEST_F(Kept, ManyWritersAndReadersSeeWholeEntriesOnly) {
    const std::string a(50'000, 'a');
    const std::string b(70'000, 'b');
    std::vector<std::thread> threads;
    std::atomic<int> wrong{0};
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&, i] {
            for (int k = 0; k < 50; ++k) {
                cache_.write("entry-places", key_, i % 2 == 0 ? a : b);
                const std::string seen = text_of(cache_.read("entry-places", key_));
                wrong += seen == a || seen == b || seen == "what was made" ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(cache_.entries().size(), 1U);
}

TEST(DamageSum, ChangesWithEveryByteAndTheLength) {
    for (const std::size_t length : {0U, 1U, 7U, 8U, 31U, 32U, 33U, 100U}) {
        const std::string bytes(length, 'x');
        EXPECT_NE(damage_sum(bytes), damage_sum(bytes + '\0'));
        for (std::size_t at = 0; at < length; ++at) {
            std::string changed = bytes;
            changed[at] = 'y';
            ASSERT_NE(damage_sum(bytes), damage_sum(changed)) << length << " " << at;
        }
    }
}

TEST(Sha256, IsThatOfTheStandard) {
    // FIPS 180-2, appendix B.1.
    const std::string expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    EXPECT_EQ(sha256_of("abc"), expected);
    const test::TemporaryFolder folder;
    test::write_text(folder / "abc", "abc");
    EXPECT_EQ(sha256_of_file(folder / "abc"), expected);
    EXPECT_FALSE(sha256_of_file(folder / "missing"));
}

TEST(SourceState, FollowsTheContentAndNotTheTime) {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "N03.geojson";
    test::write_text(file, "one");
    const auto first = source_state(file);
    ASSERT_TRUE(first);
    using namespace std::chrono_literals;
    fs::last_write_time(file, fs::file_time_type::clock::now() - 1h);
    EXPECT_EQ(source_state(file), first);
    const auto before = fs::last_write_time(file);
    test::write_text(file, "two");  // of the same length
    fs::last_write_time(file, before);
    EXPECT_NE(source_state(file), first);
    test::write_text(file, "one");
    EXPECT_EQ(source_state(file), first);
}

TEST(SourceState, HoldsEveryPartOfAShapefile) {
    const test::TemporaryFolder folder;
    for (const char* part : {"a.shp", "a.SHX", "a.dbf", "a.cpg"}) {
        test::write_text(folder / part, part);
    }
    std::set<std::string> states{source_state(folder / "a.shp").value_or("")};
    for (const char* part : {"a.SHX", "a.dbf", "a.cpg", "a.prj"}) {
        test::write_text(folder / part, "changed");
        EXPECT_TRUE(states.insert(source_state(folder / "a.shp").value_or("")).second) << part;
    }
}

TEST(SourceState, IsUnknownWhileADatabaseHasChangesBesideIt) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "a.gpkg", "x");
    EXPECT_TRUE(source_state(folder / "a.gpkg"));
    test::write_text(folder / "a.gpkg-wal", "changes");
    EXPECT_FALSE(source_state(folder / "a.gpkg"));
    EXPECT_FALSE(source_state(folder / "missing.gpkg"));
    EXPECT_FALSE(source_state(folder.path()));
    EXPECT_FALSE(source_state("PG:dbname=x"));
}

BoundarySet some_set() {
    BoundarySet set;
    set.mosaic.shapes = test::random_mosaic(7, 8, 12);
    set.catalogue = test::catalogue_of(set.mosaic.shapes);
    set.catalogue.edition = "N03 2021";
    set.catalogue.municipalities[2].name_ja = "斑鳩町";
    set.catalogue.municipalities[2].kind = BodyKind::town;
    set.catalogue.municipalities[3].counted = false;
    set.format = "GPKG";
    set.features = 1234;
    set.wards_dissolved = 5;
    set.findings = {{Severity::warning, "ring-too-short", "layer:9", {"短い", "short"}}};
    return set;
}

TEST(BoundaryBytes, ComeBackEqual) {
    const BoundarySet set = some_set();
    const std::string bytes = places_to_bytes(set);
    const auto places = places_from_bytes(bytes);
    ASSERT_TRUE(places);
    EXPECT_EQ(places_to_bytes(*places), bytes);
    EXPECT_EQ(places->catalogue.municipalities[2].name_ja, "斑鳩町");
    EXPECT_EQ(places->findings.at(0).text.en, "short");
    const auto mosaic =
        mosaic_from_bytes(mosaic_to_bytes(set.mosaic), set.catalogue.municipalities.size());
    ASSERT_TRUE(mosaic);
    EXPECT_EQ(mosaic->shapes, set.mosaic.shapes);
}

/// Bytes as a writer of other sums might forge them: cut, flipped, with absurd counts.
TEST(BoundaryBytes, ForgedOnesGiveNothingOrASoundSet) {
    const BoundarySet set = some_set();
    const std::size_t count = set.catalogue.municipalities.size();
    std::mt19937 random(11);
    for (const std::string& whole : {places_to_bytes(set), mosaic_to_bytes(set.mosaic)}) {
        for (int round = 0; round < 3000; ++round) {
            std::string forged =
                whole.substr(0, round % 3 == 0 ? random() % whole.size() : whole.size());
            for (int k = 0; k < 1 + round % 4 && !forged.empty(); ++k) {
                forged[random() %
                       std::min<std::size_t>(forged.size(), round % 2 == 0 ? 400 : 1U << 30U)] =
                    static_cast<char>(random());
            }
            if (const auto places = places_from_bytes(forged)) {
                for (const Municipality& m : places->catalogue.municipalities) {
                    ASSERT_TRUE(m.prefecture >= 1 && m.prefecture <= 47);
                }
            }
            if (const auto mosaic = mosaic_from_bytes(forged, count)) {
                ASSERT_EQ(mosaic->shapes.size(), count);
            }
        }
    }
}

}  // namespace
}  // namespace miraimap
