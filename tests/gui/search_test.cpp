// SPDX-License-Identifier: MIT
// Find: every way of writing leads to the same hit, and the likeliest comes first.
#include "app/gui/search.hpp"

#include <gtest/gtest.h>

#include "app/gui/commands.hpp"
#include "app/gui/search_goto.hpp"
#include "app/gui/title_readings.hpp"
#include "app/gui/utf8.hpp"
#include "geo/place/prefecture.hpp"
#include "tests/gui/allocations.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

std::string name(const SearchHit& hit) {
    const World& world = *loaded()->world;
    const auto index = static_cast<std::size_t>(hit.index);
    switch (hit.kind) {
        case HitKind::municipality:
            return world.catalogue.municipalities[index].code;
        case HitKind::prefecture:
            return "prefecture " + std::to_string(hit.index);
        case HitKind::region:
            return "region " + regions()[index].key;
        case HitKind::programme:
            return "programme " + key_of(static_cast<Programme>(hit.index));
        case HitKind::technology:
            return "technology " + key_of(static_cast<Technology>(hit.index));
        case HitKind::theme:
            return "theme " + theme_names(world.selections)[index];
        case HitKind::project:
            return world.selections[index].id;
    }
    return {};
}

std::vector<std::string> all_hits(const std::string& text) {
    std::vector<std::string> out;
    for (const SearchHit& hit : loaded()->search.find(text, 60)) {
        out.push_back(name(hit));
    }
    return out;
}

std::string first(const std::string& text) {
    const std::vector<std::string> hits = all_hits(text);
    return hits.empty() ? "nothing" : hits.front();
}

bool among(const std::string& text, const std::string& wanted) {
    const std::vector<std::string> hits = all_hits(text);
    return std::find(hits.begin(), hits.end(), wanted) != hits.end();
}

TEST(Search, FindsByEveryWayOfWriting) {
    for (const std::string text : {"仙台市", "せんだい", "センダイ", "Sendai", "sendaisi",
                                   "ＳＥＮＤＡＩ　ｃｉｔｙ", "04100", "宮城県仙台市"}) {
        EXPECT_EQ(first(text), "04100") << text;
    }
    EXPECT_EQ(first("宮城県"), "prefecture 4");
    EXPECT_EQ(first("hokkaido"), "prefecture 1");
    EXPECT_EQ(first("hokkaidou"), "prefecture 1");
    EXPECT_EQ(first("梼原町"), first("檮原町"));
    EXPECT_EQ(first("塩釜市"), first("塩竈市"));
    EXPECT_EQ(first("  "), "nothing");
    EXPECT_EQ(first("無い町"), "nothing");
}

TEST(Search, TakesHepburnKunreiAndLongVowels) {
    const std::string shichinohe = first("七戸町");
    EXPECT_EQ(first("shichinohe"), shichinohe);
    EXPECT_EQ(first("sitinohe"), shichinohe);
    EXPECT_EQ(first("しちのへ"), shichinohe);
    EXPECT_EQ(first("sichinohe"), shichinohe);
    EXPECT_EQ(first("tsuruoka"), first("turuoka"));
    EXPECT_EQ(first("tsuruoka"), "06203");
    EXPECT_EQ(first("toukyou"), "prefecture 13");
    EXPECT_EQ(first("Tōkyō"), "prefecture 13");
    EXPECT_EQ(first("oosaka"), "prefecture 27");
    EXPECT_EQ(first("tsu"), "24201") << "the whole name before its many continuations";
}

TEST(Search, EveryMunicipalityIsFoundByKanaRomajiAndCode) {
    const Catalogue& catalogue = loaded()->world->catalogue;
    for (const Municipality& m : catalogue.municipalities) {
        if (!m.counted) {
            continue;
        }
        const Prefecture& p = prefectures()[static_cast<std::size_t>(m.prefecture - 1)];
        EXPECT_EQ(first(m.code), m.code);
        EXPECT_TRUE(among(p.kana + m.name_kana, m.code)) << m.name_kana;
        EXPECT_TRUE(among(m.name_en, m.code)) << m.name_en;
    }
}

TEST(Search, BoundariesWithoutReadingsBorrowThemFromTheEmbeddedSet) {
    World bare;
    bare.catalogue = loaded()->world->catalogue;
    for (Municipality& m : bare.catalogue.municipalities) {
        m.name_kana.clear();
        m.name_en.clear();
    }
    const int sendai = bare.catalogue.find("04100").value();
    const auto firsts = [](const SearchIndex& index, const std::string& text) {
        const std::vector<SearchHit> hits = index.find(text, 1);
        return hits.empty() || hits.front().kind != HitKind::municipality ? -1 : hits.front().index;
    };
    EXPECT_EQ(firsts(SearchIndex(bare), "sendai"), -1);
    borrow_names(bare.catalogue, loaded()->world->catalogue);
    const SearchIndex lent(bare);
    EXPECT_EQ(firsts(lent, "sendai"), sendai);
    EXPECT_EQ(firsts(lent, "せんだい"), sendai);
    Municipality& other = bare.catalogue.municipalities[static_cast<std::size_t>(sendai)];
    other.name_ja = "青葉市";
    other.name_kana.clear();
    other.name_en.clear();
    borrow_names(bare.catalogue, loaded()->world->catalogue);
    EXPECT_NE(firsts(SearchIndex(bare), "せんだいし"), sendai)
        << "another name under the same code has another reading";
}

TEST(Search, CodesMayHaveTheirCheckDigitOrHaveLostTheirZero) {
    EXPECT_EQ(first("041009"), "04100") << "with check digit";
    EXPECT_EQ(first("4100"), "04100") << "a spreadsheet took the zero";
    EXPECT_TRUE(among("41009", "04100")) << "both at once";
    EXPECT_EQ(first("０４１００"), "04100");
    EXPECT_EQ(first("13000"), "prefecture 13");
    EXPECT_EQ(first("130001"), "prefecture 13");
    EXPECT_FALSE(among("041008", "04100")) << "a wrong check digit is another number";
}

TEST(Search, RegionsProgrammesAndProjectsAreFoundToo) {
    EXPECT_EQ(first("東北"), "region tohoku");
    EXPECT_EQ(first("とうほく"), "region tohoku");
    EXPECT_EQ(first("kyushu"), "region kyushu-okinawa");
    EXPECT_EQ(first("未来技術社会実装事業"), "programme mirai");
    EXPECT_EQ(first("みらいぎじゅつ"), "programme mirai");
    EXPECT_EQ(first("miraigijutsu"), "programme mirai");
    EXPECT_EQ(first("miraigizyutu"), "programme mirai");
    EXPECT_EQ(first("society5-R4-3"), "society5-R4-3");
    EXPECT_EQ(first("むつ"), "02208");
    const World& world = *loaded()->world;
    for (const Selection& s : world.selections) {
        if (!s.title.empty()) {
            EXPECT_TRUE(among(s.title, s.id)) << s.title;
            EXPECT_TRUE(among(with_readings(s.title), s.id)) << with_readings(s.title);
        }
    }
}

TEST(Search, EveryKanjiOfATitleOrProgrammeHasAReading) {
    const auto check = [](const std::string& text) {
        for (const char32_t c : decode_utf8(with_readings(text))) {
            EXPECT_FALSE(c >= 0x4E00 && c <= 0x9FFF) << text << " -> " << with_readings(text);
        }
    };
    for (const Selection& s : loaded()->world->selections) {
        check(s.title);
        for (const std::string& theme : s.themes) {
            check(theme);
        }
    }
    for (int i = 0; i < programme_count; ++i) {
        check(name_of(static_cast<Programme>(i)).ja);
    }
}

TEST(Search, AHitLeadsToWhatItNames) {
    AppState state;
    state.view.width_px = 800;
    state.view.height_px = 600;
    take_loaded(state, loaded());
    const auto go = [&](const std::string& text) {
        go_to_hit(state, loaded()->search.find(text, 1).at(0));
    };
    go("四国");
    EXPECT_FALSE(state.home);
    const double shikoku = state.view.metres_per_px;
    go("kouchi");
    EXPECT_LT(state.view.metres_per_px, shikoku);
    go("斑鳩町");
    EXPECT_EQ(chosen_code(state), "29344");
    go("society5-R4-3");
    EXPECT_NE(chosen_code(state), "29344");
    EXPECT_TRUE(state.request.filter.empty());
    go("miraigijutsu");
    EXPECT_EQ(state.request.filter.programmes, std::vector<Programme>{Programme::mirai});
    EXPECT_TRUE(undo_step(state));
}

TEST(Search, LettersOverTheSeamOfPrefectureAndNameMeanNothing) {
    for (const std::string& hit : all_hits("ikoma")) {
        EXPECT_NE(hit, "23219") << "Aichi-Komaki";
    }
    EXPECT_EQ(first("ikoma"), "29209");
    EXPECT_EQ(first("aichikenkomaki"), "23219");
    EXPECT_EQ(first("narakenikoma"), "29209");
}

TEST(Search, SaysNothingRatherThanAnythingForWhatNobodyMeans) {
    const SearchIndex& search = loaded()->search;
    for (const char* nonsense : {"zzzz", "kkkk", "qqq", "xyzzy", "んんんん", "ｚｚｚｚ"}) {
        EXPECT_TRUE(search.find(nonsense, 60).empty()) << nonsense;
    }
    for (const char* meant : {"oota", "oooka", "sapporo", "nara", "ii", "n"}) {
        EXPECT_FALSE(search.find(meant, 60).empty()) << meant;
    }
}

TEST(Search, EnglishWordsFindTheTechnologyAndTheProjectsThatHaveIt) {
    const World& world = *loaded()->world;
    const std::vector<std::pair<std::string, Technology>> words{
        {"drone", Technology::drone},
        {"Drones", Technology::drone},
        {"driving", Technology::automated_driving},
        {"self-driving", Technology::automated_driving},
        {"robot", Technology::robot},
        {"cashless", Technology::cashless},
        {"blockchain", Technology::blockchain},
        {"ドローン", Technology::drone},
        {"jidouunten", Technology::automated_driving}};
    for (const auto& [word, technology] : words) {
        EXPECT_TRUE(among(word, "technology " + key_of(technology))) << word;
        for (std::size_t i = 0; i < world.selections.size(); ++i) {
            const auto& own = world.selections[i].technologies;
            if (std::find(own.begin(), own.end(), technology) != own.end()) {
                const auto hits = loaded()->search.find(word, 1000);
                EXPECT_TRUE(std::any_of(hits.begin(), hits.end(),
                                        [&](const SearchHit& hit) {
                                            return hit.kind == HitKind::project &&
                                                   hit.index == static_cast<int>(i);
                                        }))
                    << word << " " << world.selections[i].id;
            }
        }
    }
    EXPECT_EQ(first("drone"), "technology ドローン");
    EXPECT_EQ(first("driving"), "technology 自動運転");
    EXPECT_EQ(first("smart farming"), "theme スマート農業");
    EXPECT_EQ(first("public transport"), "theme 公共交通");
    EXPECT_TRUE(among("maas", "programme mlit-maas"));
}

TEST(Search, OfSeveralWordsEachMustBeFound) {
    const World& world = *loaded()->world;
    const auto project = [&](const std::string& text) {
        std::vector<SearchHit> hits = loaded()->search.find(text, 60);
        std::erase_if(hits, [](const SearchHit& hit) { return hit.kind != HitKind::project; });
        return hits;
    };
    // Every project with a technology and a place is found by both of them in English.
    for (std::size_t i = 0; i < world.selections.size(); ++i) {
        const Selection& s = world.selections[i];
        for (const ResolvedPart& part : world.join.selections[i].parts) {
            if (s.technologies.empty() || part.municipality < 0) {
                continue;
            }
            const Municipality& m =
                world.catalogue.municipalities[static_cast<std::size_t>(part.municipality)];
            const std::string place = m.name_en.substr(0, m.name_en.find(' '));
            for (const std::string& text : {name_of(s.technologies.front()).en + " " + place,
                                            place + "　" + name_of(s.technologies.front()).en}) {
                const auto hits = project(text);
                EXPECT_TRUE(std::any_of(
                    hits.begin(), hits.end(),
                    [&](const SearchHit& hit) { return hit.index == static_cast<int>(i); }))
                    << text << " " << s.id;
            }
        }
    }
    EXPECT_EQ(all_hits("drone sendai"), all_hits("sendai drone"));
    for (const SearchHit& hit : loaded()->search.find("drone sendai", 60)) {
        EXPECT_EQ(hit.kind, HitKind::project) << "the place has no drone in its name";
    }
    EXPECT_TRUE(loaded()->search.find("drone zzzz", 60).empty());
}

TEST(Search, AHitOfATechnologyOrThemeFiltersByItAlone) {
    AppState state = ready_state();
    go_to_hit(state, loaded()->search.find("drone", 1).at(0));
    EXPECT_EQ(state.request.filter.technologies, std::vector<Technology>{Technology::drone});
    go_to_hit(state, loaded()->search.find("smart forestry", 1).at(0));
    EXPECT_EQ(state.request.filter.themes, std::vector<std::string>{"スマート林業"});
    EXPECT_GT(state.facets.all, state.facets.passed);
    undo_step(state);
    EXPECT_TRUE(state.request.filter.themes.empty());
}

TEST(Search, TypingAsksTheHeapForAHandfulOfTextsNotForOneAThing) {
    AppState state = ready_state();
    const SearchIndex& search = loaded()->search;
    find_commands(state, "warm up");
    constexpr std::uint64_t most_a_key = 200;  // of two thousand places and three hundred commands
    const std::string typed = "drone sendai";
    for (std::size_t length = 1; length <= typed.size(); ++length) {
        const std::string text = typed.substr(0, length);
        const std::uint64_t before = test::allocations();
        EXPECT_LE(search.find(text, 60).size(), 60U);
        const std::uint64_t between = test::allocations();
        find_commands(state, text);
        EXPECT_LT(between - before, most_a_key) << text;
        EXPECT_LT(test::allocations() - between, most_a_key) << text;
    }
}

TEST(Palette, EnglishWordsFindTechnologiesThemesAndProgrammes) {
    AppState state = ready_state();
    const auto finds = [&](const std::string& text, const std::string& id) {
        const std::vector<int> hits = find_commands(state, text);
        return std::any_of(hits.begin(), hits.end(), [&](int hit) {
            const FacetCommand* facet = facet_of(state, hit);
            return facet != nullptr && facet->id == id;
        });
    };
    EXPECT_TRUE(finds("drone", "filter.technology-ドローン"));
    EXPECT_TRUE(finds("uav", "filter.technology-ドローン"));
    EXPECT_TRUE(finds("self-driving", "filter.technology-自動運転"));
    EXPECT_TRUE(finds("cashless", "filter.technology-キャッシュレス"));
    EXPECT_TRUE(finds("smart farming", "filter.theme-スマート農業"));
    EXPECT_TRUE(finds("health care", "filter.theme-健康医療"));
    EXPECT_TRUE(finds("smart city model", "filter.programme-mlit-smartcity"));
    EXPECT_TRUE(finds("future technology", "filter.programme-mirai"));
}

}  // namespace
}  // namespace miraimap::gui
