// SPDX-License-Identifier: MIT
// Gap regions on the map and as a layer: the same regions, ranks and ids as the verb prints.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::map<std::string, std::string>> named_rows(const std::string& csv) {
    const auto rows = csv_rows(csv);
    std::vector<std::map<std::string, std::string>> named;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        named.emplace_back();
        for (std::size_t c = 0; c < rows[0].size(); ++c) {
            named.back()[rows[0][c]] = rows[r].at(c);
        }
    }
    return named;
}

TEST(GapLayer, HoldsTheRegionsOfTheVerbInItsOrder) {
    const TemporaryFolder folder;
    const auto file = folder / "gaps.csv";
    for (const std::vector<std::string>& options :
         {std::vector<std::string>{},
          {"--rank", "area", "--year", "R3"},
          {"--rank", "depth", "--sea-links", "yes", "--prefecture", "鹿児島県,沖縄県"},
          {"--with-prefecture-only", "--count-northern-territories"}}) {
        std::vector<std::string> write{"export", file.string(), "--layer", "gap_regions"};
        std::vector<std::string> ask{"gaps", "--format", "csv", "--quiet"};
        write.insert(write.end(), options.begin(), options.end());
        ask.insert(ask.end(), options.begin(), options.end());
        ASSERT_EQ(run(write).code, 0);
        const auto layer = named_rows(read_text(file));
        const auto verb = named_rows(run(ask).out);
        ask.push_back("--details");
        std::map<std::string, std::string> ways;
        for (const auto& row : named_rows(run(ask).out)) {
            if (row.at("role") == "way_in") {
                std::string& codes = ways[row.at("region")];
                codes += (codes.empty() ? "" : ";") + row.at("code");
            }
        }
        ASSERT_EQ(layer.size(), verb.size());
        for (std::size_t r = 0; r < layer.size(); ++r) {
            EXPECT_EQ(layer[r].at("rank"), std::to_string(r + 1));
            for (const char* same : {"region", "municipalities", "prefectures", "depth", "codes"}) {
                EXPECT_EQ(layer[r].at(same), verb[r].at(same));
            }
            EXPECT_EQ(layer[r].at("ways_in"), ways[layer[r].at("region")]);
            EXPECT_NE(layer[r].at("nearest_covered"), "");
            const bool by_land = std::stod(layer[r].at("nearest_km")) == 0;
            if (by_land) {
                EXPECT_FALSE(layer[r].at("ways_in").empty());
            } else if (options.empty()) {
                EXPECT_TRUE(layer[r].at("ways_in").empty());  // no links across water here
            }
        }
    }
}

TEST(GapLayer, AnIdStaysWhenOtherRegionsChange) {
    const auto id_of = [](const std::vector<std::string>& options, const std::string& code) {
        std::vector<std::string> words{"gaps", "--format", "csv", "--quiet"};
        words.insert(words.end(), options.begin(), options.end());
        for (const auto& row : named_rows(run(words).out)) {
            if ((";" + row.at("codes") + ";").find(";" + code + ";") != std::string::npos) {
                return row.at("region");
            }
        }
        return std::string();
    };
    // 佐渡市 is an island of its own; 青森県 is one region, whatever happens in Kyushu.
    EXPECT_EQ(id_of({}, "15224"), "gap-15224");
    EXPECT_EQ(id_of({"--what-if", "40100"}, "15224"), "gap-15224");
    EXPECT_EQ(id_of({"--what-if", "40100"}, "02208"), id_of({}, "02208"));
    EXPECT_EQ(id_of({"--rank", "area"}, "02208"), id_of({}, "02208"));
}

TEST(GapMap, RegionsAreOutlinedWithTheirRankInTheOrderAskedFor) {
    const TemporaryFolder folder;
    const auto svg = [&](std::vector<std::string> options) {
        const auto file = folder / "map.svg";
        options.insert(options.begin(), {"render", file.string(), "--size", "1200x800"});
        EXPECT_EQ(run(options).code, 0);
        return read_text(file);
    };
    const std::string plain = svg({});
    const std::string twelve = svg({"--gaps", "12"});
    EXPECT_THAT(plain, Not(HasSubstr("太い線は空白域")));
    EXPECT_THAT(twelve, HasSubstr(">12<"));
    EXPECT_THAT(twelve, Not(HasSubstr(">13<")));
    // What the note says of the largest one is what the verb says.
    const auto largest = named_rows(run({"gaps", "--format", "csv", "--quiet"}).out).front();
    EXPECT_THAT(twelve, HasSubstr("太い線は空白域"));
    EXPECT_THAT(twelve, HasSubstr("1は" + largest.at("municipalities") + "市区町村"));
    EXPECT_THAT(svg({"--gaps", "3", "--rank", "area"}), HasSubstr("面積の順位"));
    EXPECT_EQ(twelve, svg({"--gaps", "12"}));
    EXPECT_EQ(run({"render", (folder / "x.png").string(), "--gaps", "many"}).code, 2);
    EXPECT_EQ(run({"render", (folder / "x.png").string(), "--gaps", "3", "--rank", "x"}).code, 2);
}

}  // namespace
}  // namespace miraimap::test
