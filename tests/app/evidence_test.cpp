// SPDX-License-Identifier: MIT
// Evidence: what stands behind a selection, a programme and a place, from the embedded tables.
#include "app/core/evidence.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "app/core/snapshot.hpp"
#include "geo/error.hpp"
#include "tests/support/program.hpp"

namespace miraimap {
namespace {

const World& world() {
    static const std::shared_ptr<const World> one = [] {
        Request request;
        request.data = test::root() / "data";
        return load_world(request, {.geometry = false});
    }();
    return *one;
}

const Selection& selection(const std::string& id) {
    const auto& all = world().selections;
    return *std::find_if(all.begin(), all.end(), [&](const Selection& s) { return s.id == id; });
}

std::vector<std::string> ids_of(const std::vector<Contradiction>& contradictions) {
    std::vector<std::string> ids;
    for (const Contradiction& c : contradictions) {
        ids.push_back(c.id);
    }
    return ids;
}

TEST(Evidence, AContradictionTouchesOnlyTheRowsItQuotes) {
    const Evidence evidence(test::root() / "data", {});
    using Ids = std::vector<std::string>;
    EXPECT_EQ(ids_of(evidence.touching(selection("mirai-H30-2"))), Ids{"smartcity-sendai-past"});
    EXPECT_EQ(ids_of(evidence.touching(selection("smartcity-R3-8"))), Ids{"smartcity-sendai-past"});
    EXPECT_EQ(ids_of(evidence.touching(selection("smartcity-R3-39"))), Ids{"smartcity-39-marks"});
    EXPECT_TRUE(evidence.touching(selection("smartcity-R3-1")).empty())
        << "totals are read from the line where the table begins, not from its first row";
    EXPECT_TRUE(evidence.touching(selection("society5-R4-1")).empty());
    int touched = 0;
    for (const Selection& s : world().selections) {
        touched += evidence.touching(s).empty() ? 0 : 1;
    }
    EXPECT_GE(touched, 6);
    EXPECT_LT(touched, 20);
}

TEST(Evidence, AProgrammeSaysWhatTheTableOfProgrammesPrints) {
    const Evidence evidence(test::root() / "data", {});
    const ProgrammeFacts& mic = evidence.programme(Programme::mic);
    EXPECT_EQ(mic.ministry, "総務省");
    EXPECT_EQ(mic.budget, "4.6億円");
    EXPECT_NE(mic.supported.find("補助率1/2"), std::string::npos);
    EXPECT_FALSE(mic.contact.empty());
    EXPECT_EQ(mic.source.page, 11);
    EXPECT_GT(mic.source.line, 0);
    const ProgrammeFacts& society5 = evidence.programme(Programme::society5);
    EXPECT_EQ(society5.requirements.size(), 4U);
    EXPECT_EQ(society5.source.page, 7);
    const auto about_meti = ids_of(evidence.touching(Programme::meti));
    EXPECT_EQ(about_meti, std::vector<std::string>{"smartcity-meti-count"});
    const auto about_mirai = ids_of(evidence.touching(Programme::mirai));
    EXPECT_EQ(about_mirai, (std::vector<std::string>{"mirai-h30-count", "mirai-r1-count"}));
}

TEST(Evidence, ABodyKnowsWhatItMayApplyForAndWithWhatLimit) {
    const Evidence evidence(test::root() / "data", {});
    const std::vector<GrantLimit> town = evidence.limits_for(BodyKind::town);
    ASSERT_EQ(town.size(), 3U);
    EXPECT_EQ(town[0].grant_type, "先駆");
    EXPECT_EQ(town[0].cap, "2.0億円");
    EXPECT_EQ(town[0].cap_core_city, "※中枢中核都市は2.5億円");
    EXPECT_EQ(town[1].cap, "0.7億円");
    EXPECT_EQ(town[2].cap, "3.0億円");
    EXPECT_FALSE(town[2].requirements.ja.empty());
    ASSERT_EQ(evidence.limits_for_prefectures().size(), 3U);
    EXPECT_EQ(evidence.limits_for_prefectures()[0].cap, "3.0億円");
    EXPECT_TRUE(evidence.limits_for(BodyKind::northern_territories).empty());
}

TEST(Evidence, ASourceTextOpensAtTheLineAndSaysWhetherTheRowStandsThere) {
    const test::TemporaryFolder folder;
    const auto file = folder / "deck.txt";
    std::ofstream(file) << "一枚目\n1 北海道、\u3000岩見沢市\n更別村\n自動運転\n";
    const Evidence evidence(test::root() / "data", file);
    EXPECT_TRUE(evidence.has_source_text());
    const auto found = evidence.excerpt(2, "北海道、岩見沢市更別村", 3, 1);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->first_line, 1);
    EXPECT_EQ(found->marked_line, 2);
    EXPECT_EQ(found->lines.size(), 3U);
    EXPECT_TRUE(found->agrees) << "blanks and line ends of the text do not count";
    EXPECT_FALSE(evidence.excerpt(2, "宮城県仙台市", 1, 1)->agrees);
    EXPECT_FALSE(evidence.excerpt(1, "更別村", 1, 1)->agrees) << "another line's words";
    EXPECT_FALSE(evidence.excerpt(5, "", 1, 1));
    EXPECT_FALSE(evidence.excerpt(0, "", 1, 1));
    EXPECT_FALSE(Evidence(test::root() / "data", {}).excerpt(2, "", 1, 1));
}

TEST(Evidence, RefusesATextThatIsMissingOrNotUtf8) {
    const test::TemporaryFolder folder;
    EXPECT_THROW(Evidence(test::root() / "data", folder / "none.txt"), Error);
    std::ofstream(folder / "cp932.txt") << "\x96\x6b\x8a\x43\x93\xb9\n";
    EXPECT_THROW(Evidence(test::root() / "data", folder / "cp932.txt"), Error);
}

TEST(Evidence, EveryRowStandsAtItsLineOfTheDeck) {
    const auto folder = test::root().parent_path() / "shared" / "source";
    if (!std::filesystem::is_directory(folder)) {
        GTEST_SKIP() << "the deck's text is not here: ../shared/source";
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".txt") {
            continue;
        }
        const Evidence evidence(test::root() / "data", entry.path());
        for (const Selection& s : world().selections) {
            const auto found = evidence.excerpt(s.source_line, s.area_text, 2, 4);
            ASSERT_TRUE(found) << s.id;
            EXPECT_TRUE(found->agrees) << s.id;
        }
    }
}

TEST(Evidence, ThePrintedRowHoldsTheCellsInPrintedOrder) {
    EXPECT_EQ(printed_row(selection("mirai-H30-2")), "2 宮城県仙台市 ドローン");
    EXPECT_EQ(printed_row(selection("society5-R4-2")),
              "2 山形県酒田市 酒田版デジタル変革推進事業 153,561 76,780");
    EXPECT_EQ(printed_row(selection("smartcity-R3-1")), "1 北海道札幌市 ■ □●■");
}

TEST(Evidence, EveryPrintedCellOfProgrammesAndLimitsHasAnEnglishForm) {
    const Evidence evidence(test::root() / "data", {});
    const auto check = [&](const std::string& printed) {
        EXPECT_EQ(evidence.say(printed, Lang::ja), printed);
        const std::string& english = evidence.say(printed, Lang::en);
        EXPECT_TRUE(printed.empty() || english != printed) << printed;
        for (const char* japanese : {"事業", "億円", "支援", "省", "年度"}) {
            EXPECT_EQ(english.find(japanese), std::string::npos) << english;
        }
    };
    for (int i = 0; i < programme_count; ++i) {
        const ProgrammeFacts& facts = evidence.programme(static_cast<Programme>(i));
        for (const std::string& printed : {facts.ministry, facts.bureau, facts.budget,
                                           facts.past_selections, facts.supported, facts.contact}) {
            check(printed);
        }
    }
    for (const GrantLimit& limit : evidence.limits_for(BodyKind::city)) {
        for (const std::string& printed : {limit.grant_type, limit.cap, limit.cap_core_city,
                                           limit.duration, limit.limit, limit.limit_core_city}) {
            check(printed);
        }
    }
    EXPECT_EQ(evidence.say("別の言葉", Lang::en), "別の言葉") << "without one it stays as printed";
}

}  // namespace
}  // namespace miraimap
