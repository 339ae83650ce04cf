// SPDX-License-Identifier: MIT
// Sessions: what is saved comes back; what differs is said; nothing bad stops the rest.
#include "app/core/session.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "app/core/partial_json.hpp"
#include "app/core/session_inputs.hpp"
#include "app/core/snapshot.hpp"
#include "geo/error.hpp"
#include "geo/io/checksum.hpp"
#include "tests/support/program.hpp"

namespace miraimap {
namespace {

namespace fs = std::filesystem;
using test::read_text;
using test::TemporaryFolder;
using test::write_text;

fs::path data() { return test::root() / "data"; }

Session full_session() {
    Session session;
    Request& r = session.request;
    r.data = data();
    r.filter.sources = {Source::mirai, Source::smartcity};
    r.filter.programmes = {Programme::mirai};
    add_years("R2..R3", r.filter);
    add_years("..H30", r.filter);
    r.filter.themes = {"ロボット、ドローン、MaaS", "スマート農業"};
    r.filter.past = true;
    r.filter.technologies = {find_technology("AI").value(), find_technology("VR/AR").value()};
    r.filter.match = TechnologyMatch::all;
    r.filter.prefectures = {4, 29};
    r.filter.kinds = {find_kind("new").value()};
    r.filter.scopes = {Scope::joint};
    r.filter.text = "it's \"十\"\n";
    r.by = CoverageBy::year;
    r.cumulative = true;
    r.wards = WardCount::none;
    r.count_northern_territories = true;
    r.what_if = {"29344"};
    r.gap_rank = GapRank::depth;
    r.prefecture_only_is_gap = true;
    r.sea_links = true;
    r.peer_rank = PeerRank::score;
    r.adopter_rank = PeerRank::distance;
    change_weights("distance=5", r.weights);
    r.suggest_count = 9;
    r.within_borders = 3;
    r.weigh_by = WeighBy::area;
    r.colour = MapColour::technology;
    r.breaks = BreakRule::natural;
    r.map_crs = 6677;
    r.outlined_gaps = 4;
    r.view = MapBox{-1000.5, -2000, 3000, 4000};
    r.marked = {"04100", "29344"};
    r.lang = Lang::en;
    session.window = {Theme::dark, 1.25, "29344", "prefectures"};
    return session;
}

bool has(const SessionReading& reading, const std::string& code, const std::string& where = {}) {
    return std::any_of(reading.findings.begin(), reading.findings.end(), [&](const Finding& f) {
        return f.code == code && f.where.find(where) != std::string::npos;
    });
}

TEST(Session, EverythingSavedComesBackAndGivesTheSameBytes) {
    const TemporaryFolder folder;
    const Session session = full_session();
    const std::string text = session_text(session, folder / "a.mmap");
    SessionReading reading = parse_session(text, folder / "a.mmap", data());
    EXPECT_EQ(session_text(reading.session, folder / "a.mmap"), text);
    EXPECT_EQ(reading.session.request.filter, session.request.filter);
    EXPECT_EQ(reading.session.window, session.window);
    EXPECT_FALSE(loses_something(reading));
    for (const char* verb :
         {"list", "coverage", "gaps", "peers", "adopters", "suggest", "render", "export"}) {
        EXPECT_EQ(as_command_line(reading.session.request, verb),
                  as_command_line(session.request, verb));
    }
    EXPECT_NE(text.find("\"奈良県\""), std::string::npos) << "a person can read it";
    EXPECT_EQ(text.find(folder.path().string()), std::string::npos);
    EXPECT_EQ(text.find(data().string()), std::string::npos) << "no path of this machine";
}

TEST(Session, PathsAreRelativeSoThatAMovedFolderStillOpens) {
    const TemporaryFolder folder;
    fs::create_directories(folder / "here/tables");
    write_text(folder / "here/tables/t.csv", "団体コード,人口\n29344,5\n");
    Session session;
    session.request.data = data();
    session.request.table = folder / "here/tables/t.csv";
    session.inputs = current_inputs(session.request);
    write_text(folder / "here/s.mmap", session_text(session, folder / "here/s.mmap"));
    EXPECT_NE(read_text(folder / "here/s.mmap").find("\"tables/t.csv\""), std::string::npos);
    fs::rename(folder / "here", folder / "there");
    const SessionReading reading = read_session(folder / "there/s.mmap", data());
    EXPECT_TRUE(reading.findings.empty()) << to_line(reading.findings.front(), Lang::en);
    EXPECT_EQ(reading.session.request.table, folder / "there/tables/t.csv");
}

TEST(Session, SaysWhichInputsChangedMovedOrAreMissing) {
    const TemporaryFolder folder;
    fs::create_directories(folder / "far");
    write_text(folder / "far/t.csv", "団体コード,人口\n29344,5\n");
    write_text(folder / "far/slides.txt", "slides");
    Session session;
    session.request.data = data();
    session.request.table = folder / "far/t.csv";
    session.request.source_text = folder / "far/slides.txt";
    session.inputs = current_inputs(session.request);
    const fs::path file = folder / "s.mmap";
    write_text(file, session_text(session, file));
    EXPECT_TRUE(read_session(file, data()).findings.empty());

    write_text(folder / "far/slides.txt", "other slides");
    SessionReading reading = read_session(file, data());
    EXPECT_TRUE(has(reading, "session-input-changed", "slides.txt"));
    EXPECT_FALSE(loses_something(reading));

    fs::rename(folder / "far/t.csv", folder / "t.csv");
    reading = read_session(file, data());
    EXPECT_TRUE(has(reading, "session-input-moved", "far/t.csv"));
    EXPECT_EQ(reading.session.request.table, folder / "t.csv");

    write_text(folder / "t.csv", "団体コード,人口\n29344,6\n");
    reading = read_session(file, data());
    EXPECT_TRUE(has(reading, "session-input-missing", "far/t.csv")) << "another file of that name";
    EXPECT_TRUE(reading.session.request.table.empty()) << "the rest opens without it";
    EXPECT_TRUE(loses_something(reading));
}

TEST(Session, AChangedOrAddedTableOfTheDataFolderIsNamed) {
    const TemporaryFolder folder;
    fs::copy(data(), folder / "data", fs::copy_options::recursive);
    Session session;
    session.request.data = folder / "data";
    session.inputs = current_inputs(session.request);
    const fs::path file = folder / "s.mmap";
    write_text(file, session_text(session, file));
    EXPECT_TRUE(read_session(file, folder / "data").findings.empty());
    const fs::path table = folder / "data/selections/mirai.csv";
    write_text(table, read_text(table) + "\n");
    write_text(folder / "data/names/more.csv", "a\n");
    const SessionReading reading = read_session(file, folder / "data");
    EXPECT_TRUE(has(reading, "session-input-changed", "selections/mirai.csv"));
    EXPECT_TRUE(has(reading, "session-input-new", "names/more.csv"));
    EXPECT_EQ(reading.findings.size(), 2U);
}

TEST(Session, OfADamagedFileWhateverIsWholeIsKept) {
    const TemporaryFolder folder;
    const fs::path file = folder / "s.mmap";
    const std::string text = session_text(full_session(), file);
    const std::size_t cut = text.find("\"analysis\"") + 40;
    const SessionReading reading = parse_session(text.substr(0, cut), file, data());
    EXPECT_TRUE(reading.damaged);
    EXPECT_TRUE(has(reading, "session-damaged", "s.mmap:"));
    EXPECT_EQ(reading.session.request.filter, full_session().request.filter);
    EXPECT_TRUE(has(reading, "session-part-missing", "/map"));
    EXPECT_EQ(reading.kept.front(), "filter");
    EXPECT_TRUE(loses_something(reading));
}

TEST(Session, ADatabaseIsNamedByItsAddressWithoutThePassword) {
    const TemporaryFolder folder;
    const fs::path file = folder / "s.mmap";
    const std::string address = "PG:host=db.example dbname=shared user=taro";
    Session session = full_session();
    session.request.boundaries = address + " password=Geheim-4711";
    session.request.data = address;
    session.own_data = true;
    session.inputs = current_inputs(session.request);
    write_text(file, session_text(session, file));
    EXPECT_EQ(read_text(file).find("Geheim"), std::string::npos);
    SessionReading reading = read_session(file, data());
    EXPECT_EQ(reading.session.request.boundaries, address);
    EXPECT_EQ(reading.session.request.data, address);
    EXPECT_TRUE(reading.session.own_data);
    for (const Finding& finding : reading.findings) {
        ADD_FAILURE() << to_line(finding, Lang::en);
    }
}

TEST(Session, CutAtAnyByteItNeitherCrashesNorInventsAValue) {
    const fs::path file = "/tmp/s.mmap";
    const Session session = full_session();
    const std::string text = session_text(session, file);
    int kept = 0;
    for (std::size_t cut = 0; cut + 2 < text.size(); ++cut) {
        try {
            const SessionReading reading = parse_session(text.substr(0, cut), file, data());
            ++kept;
            EXPECT_TRUE(reading.damaged) << cut;
            const Request& r = reading.session.request;
            const Request usual;
            EXPECT_TRUE(r.suggest_count == 9 || r.suggest_count == usual.suggest_count) << cut;
            EXPECT_TRUE(r.outlined_gaps == 4 || r.outlined_gaps == 0) << cut;
            EXPECT_TRUE(r.filter.years.empty() || r.filter.years == session.request.filter.years);
            EXPECT_TRUE(r.filter.prefectures.empty() || r.filter.prefectures.size() == 2);
            EXPECT_TRUE(r.marked.empty() || r.marked.size() == 2) << cut;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
        }
    }
    EXPECT_GT(kept, 1000);
}

TEST(Session, ANewerFileSaysWhatThisVersionDoesNotKnow) {
    const fs::path file = "/tmp/s.mmap";
    auto json = nlohmann::ordered_json::parse(session_text(full_session(), file));
    json["miraimap_session"] = 7;
    json["written_by"] = "miraimap 9.9";
    json["weather"] = "fine";
    json["filter"]["mood"] = {"good"};
    json["map"]["colour"] = "happiness";
    json["filter"]["prefecture"][0] = "江戸";
    const SessionReading reading = parse_session(json.dump(), file, data());
    EXPECT_TRUE(reading.newer);
    EXPECT_TRUE(has(reading, "session-newer"));
    EXPECT_NE(reading.findings.front().text.en.find("miraimap 9.9"), std::string::npos);
    EXPECT_TRUE(has(reading, "session-key-unknown", "/weather"));
    EXPECT_TRUE(has(reading, "session-key-unknown", "/filter/mood"));
    EXPECT_TRUE(has(reading, "session-value-unknown", "/map/colour"));
    EXPECT_TRUE(has(reading, "session-value-unknown", "/filter/prefecture/0"));
    EXPECT_EQ(reading.session.request.colour, MapColour::grade);
    EXPECT_EQ(reading.session.request.filter.prefectures, std::vector<int>{29});
    EXPECT_EQ(reading.session.request.suggest_count, 9);
}

TEST(Session, WhatIsNoSessionIsRefusedWithItsName) {
    for (const std::string text : {"", "[]", "{}", "PK\x03\x04", "{\"miraimap_session\":\"1\"}",
                                   "\xff\xfe", "null", "{\"a\":1}"}) {
        try {
            parse_session(text, "/tmp/odd.mmap", data());
            FAIL() << text;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_NE(error.message(Lang::en).find("odd.mmap"), std::string::npos);
        }
    }
    EXPECT_THROW(read_session("/nowhere/at/all.mmap", data()), Error);
}

TEST(Session, ValuesOfAnyOtherTypeAreToldNotTaken) {
    const fs::path file = "/tmp/s.mmap";
    const auto whole = nlohmann::ordered_json::parse(session_text(full_session(), file));
    for (const auto& [section, members] : whole.items()) {
        if (!members.is_object()) {
            continue;
        }
        for (const auto& [key, value] : members.items()) {
            for (const auto& odd : {nlohmann::ordered_json(nullptr), nlohmann::ordered_json(-7.5),
                                    nlohmann::ordered_json::object()}) {
                auto json = whole;
                json[section][key] = odd;
                const SessionReading reading = parse_session(json.dump(), file, data());
                EXPECT_TRUE(has(reading, "session-value-unknown", "/" + section + "/" + key))
                    << section << "/" << key << " " << odd.dump();
            }
        }
    }
}

TEST(Session, AFileOfTheSameSizeWithOtherContentsIsToldByItsHash) {
    const TemporaryFolder folder;
    write_text(folder / "slides.txt", "slides 1");
    Session session;
    session.request.data = data();
    session.request.source_text = folder / "slides.txt";
    session.inputs = current_inputs(session.request);
    const fs::path file = folder / "s.mmap";
    write_text(file, session_text(session, file));
    write_text(folder / "slides.txt", "slides 2");
    const SessionReading reading = read_session(file, data());
    ASSERT_EQ(reading.findings.size(), 1U);
    const Text& text = reading.findings.front().text;
    const std::string before = session.inputs.back().sha256.substr(0, 8);
    const std::string now = sha256_of("slides 2").substr(0, 8);
    for (const Lang lang : {Lang::ja, Lang::en}) {
        EXPECT_NE(text.in(lang).find(before), std::string::npos) << text.in(lang);
        EXPECT_NE(text.in(lang).find(now), std::string::npos) << text.in(lang);
        EXPECT_EQ(text.in(lang).find("8 →"), std::string::npos) << "no '8 -> 8 bytes'";
    }
    EXPECT_NE(text.ja.find("大きさは同じ 8 バイト"), std::string::npos) << text.ja;
    EXPECT_NE(text.en.find("the size is the same, 8 bytes"), std::string::npos) << text.en;
}

TEST(Session, NamesChosenAndSupposedPlacesThatTheDataDoNotHave) {
    Request request;
    request.data = data();
    const auto world = load_world(request, {.geometry = false});
    Session session = full_session();
    EXPECT_TRUE(compare_places(session, *world, "/a/s.mmap").empty());
    session.request.marked = {"04100", "99999", "29344", "88888"};
    session.request.what_if = {"29344", "no such town"};
    SessionReading reading;
    reading.findings = compare_places(session, *world, "/a/s.mmap");
    ASSERT_EQ(reading.findings.size(), 2U);
    EXPECT_TRUE(has(reading, "session-place-unknown", "s.mmap /map/chosen"));
    EXPECT_TRUE(has(reading, "session-place-unknown", "s.mmap /analysis/what_if"));
    EXPECT_NE(reading.findings[0].text.ja.find("99999, 88888"), std::string::npos);
    EXPECT_NE(reading.findings[0].text.en.find("99999, 88888"), std::string::npos);
    EXPECT_EQ(reading.findings[0].text.en.find("04100"), std::string::npos);
    EXPECT_NE(reading.findings[1].text.en.find("no such town"), std::string::npos);
    EXPECT_TRUE(loses_something(reading)) << "saving over the file would lose them";
}

}  // namespace
}  // namespace miraimap
