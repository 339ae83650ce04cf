// SPDX-License-Identifier: MIT
// What stands in the data in Japanese only has an English form, and findings have a name in both.
#include "geo/select/theme.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "geo/finding.hpp"
#include "geo/select/filter.hpp"
#include "geo/select/tables.hpp"
#include "tests/support/program.hpp"

namespace miraimap {
namespace {

TEST(Themes, EveryHeadingOfTheDataHasAnEnglishFormThatFindsItAgain) {
    for (const Selection& s : read_selections(test::root() / "data")) {
        for (const std::string& heading : s.themes) {
            const Text text = theme_text(heading);
            EXPECT_EQ(text.ja, heading);
            EXPECT_TRUE(std::all_of(text.en.begin(), text.en.end(), [](char c) {
                return static_cast<unsigned char>(c) < 128;
            })) << text.en;
            EXPECT_EQ(text.en.find(','), std::string::npos) << "a list of themes parts there";
            EXPECT_EQ(find_theme(theme_text(theme_name(heading)).en), theme_name(heading))
                << heading;
        }
    }
    EXPECT_EQ(theme_text("スマート農業（R2）").en, "Smart farming (FY2020)");
    EXPECT_EQ(theme_text("新しい見出し").en, "新しい見出し") << "an unknown one stands for itself";
}

TEST(Themes, AreAskedForInEnglishToo) {
    const std::vector<Selection> selections = read_selections(test::root() / "data");
    Filter filter;
    filter.themes = {"SMART farming", "公共交通"};
    EXPECT_EQ(with_known_themes(filter, selections).themes,
              (std::vector<std::string>{"スマート農業", "公共交通"}));
}

TEST(Findings, EveryCodeOfTheSourcesHasANameInBothLanguages) {
    // Codes as they are written where a finding is made: after its severity, or handed to a helper.
    const std::regex made(
        R"re((?:Severity::\w+|severity),\s*"([a-z]+(?:-[a-z]+)+)"|"((?:arc|arcs|code|edge|layers|name|geometry|coordinate|ring|polygon|feature|session|shapefile|styles)-[a-z]+(?:-[a-z]+)*)")re");
    int codes = 0;
    for (const char* folder : {"geo", "shapes", "app/core"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(test::root() / folder)) {
            if (entry.path().extension() != ".cpp" || entry.path().filename() == "finding.cpp") {
                continue;
            }
            const std::string text = test::read_text(entry.path());
            for (std::sregex_iterator it(text.begin(), text.end(), made), end; it != end; ++it) {
                const std::string code = (*it)[1].matched ? (*it)[1] : (*it)[2];
                const Text name = finding_name(code);
                EXPECT_NE(name.ja, code) << entry.path();
                EXPECT_NE(name.en, code) << entry.path();
                ++codes;
            }
        }
    }
    EXPECT_GT(codes, 30);
    EXPECT_EQ(finding_name("of-tomorrow").ja, "of-tomorrow");
}

}  // namespace
}  // namespace miraimap
