// SPDX-License-Identifier: MIT
// Why a place has its colour: every mode gives a reason that agrees with the place's class.
#include "app/core/class_reason.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "app/core/analysis.hpp"
#include "app/core/map_picture.hpp"
#include "tests/support/program.hpp"

namespace miraimap {
namespace {

Request data_request(MapColour colour) {
    Request request;
    request.data = test::root() / "data";
    request.colour = colour;
    return request;
}

const std::shared_ptr<const World>& world() {
    static const std::shared_ptr<const World> loaded = load_world(data_request(MapColour::grade));
    return loaded;
}

const std::vector<Nearness>& nearness() {
    static const std::vector<Nearness> measured = [] {
        Analyst analyst(world());
        return analyst.nearness(make_snapshot(data_request(MapColour::distance), world()));
    }();
    return measured;
}

std::string reason(MapColour colour, const std::string& code) {
    const Snapshot snapshot = make_snapshot(data_request(colour), world());
    return reason_in_words(snapshot, reason_facts(snapshot), nearness(),
                           world()->catalogue.find(code).value())
        .ja;
}

TEST(ClassReason, NamesTheNearestPlaceWithTheMeasuredDistance) {
    // 初山別村 is far from every selected place.
    const int place = world()->catalogue.find("01485").value();
    const Nearness& near = nearness()[static_cast<std::size_t>(place)];
    const std::string words = reason(MapColour::distance, "01485");
    const std::string& there =
        world()->catalogue.municipalities[static_cast<std::size_t>(near.boundary.place)].name_ja;
    EXPECT_TRUE(words.starts_with("最寄り：" + there + "まで ")) << words;
    EXPECT_TRUE(words.ends_with(" km")) << words;
    EXPECT_NE(reason(MapColour::borders, "01485").find("境界 " + std::to_string(near.borders)),
              std::string::npos);
    const Snapshot snapshot = make_snapshot(data_request(MapColour::distance), world());
    EXPECT_EQ(reason_in_words(snapshot, reason_facts(snapshot), {}, place).ja, "計算しています…")
        << "nothing is made up before it is measured";
}

TEST(ClassReason, NamesYearCountDistrictAndAmount) {
    EXPECT_TRUE(reason(MapColour::first_year, "04100").starts_with("平成30年度：未来技術社会実装"));
    EXPECT_TRUE(reason(MapColour::selections, "04100").starts_with("選定 "));
    // 港区: only 竹芝地区 is meant.
    EXPECT_NE(reason(MapColour::grade, "13103").find("地区"), std::string::npos);
    EXPECT_NE(reason(MapColour::grade, "05201").find("秋田県そのものの選定"), std::string::npos);
}

TEST(ClassReason, SaysWhichTextMayMeanAnUnsettledPlace) {
    EXPECT_EQ(reason(MapColour::grade, "28501"), "「兵庫県播磨科学公園都市」の候補の一つ");
    EXPECT_EQ(reason(MapColour::grade, "28208"), "");
}

TEST(ClassReason, AgreesWithTheClassOfEveryPlaceInEveryMode) {
    for (const MapColour colour : {MapColour::grade, MapColour::selections, MapColour::first_year,
                                   MapColour::programme, MapColour::technology, MapColour::distance,
                                   MapColour::borders, MapColour::granted, MapColour::requested}) {
        const Snapshot snapshot = make_snapshot(data_request(colour), world());
        const ReasonFacts facts = reason_facts(snapshot);
        const Classification classes = classify_map(snapshot, nearness(), Theme::light);
        for (std::size_t i = 0; i < classes.class_of.size(); ++i) {
            const std::string& key =
                classes.legend[static_cast<std::size_t>(classes.class_of[i])].style.key;
            const Text words = reason_in_words(snapshot, facts, nearness(), static_cast<int>(i));
            EXPECT_EQ(words.ja.empty(), words.en.empty());
            if (key == "none") {
                EXPECT_EQ(words.ja, "") << key_of(colour) << " " << i;
            } else if (key != "not-counted") {
                EXPECT_NE(words.ja, "") << key_of(colour) << " " << key << " " << i;
            }
            const bool may = words.ja.find("候補の一つ") != std::string::npos;
            if (colour != MapColour::distance && colour != MapColour::borders) {
                EXPECT_EQ(may, key == "unresolved") << key_of(colour) << " " << i;
            }
        }
    }
}

}  // namespace
}  // namespace miraimap
