// SPDX-License-Identifier: MIT
// `render` on sheets of paper, seen through other programs (poppler's, ImageMagick's).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

bool poppler_is_there() { return run_program({"pdfinfo", "-v"}).code == 0; }

#define NEED_POPPLER()                                                \
    if (!poppler_is_there()) {                                        \
        GTEST_SKIP() << "poppler-utils (pdfinfo …) is not installed"; \
    }

void render(const fs::path& file, std::vector<std::string> options) {
    std::vector<std::string> command{"render", file.string(), "--quiet"};
    command.insert(command.end(), options.begin(), options.end());
    const Ran ran = run(command);
    ASSERT_EQ(ran.code, 0) << ran.err;
}

std::string words_of(const fs::path& pdf) {
    return run_program({"pdftotext", "-layout", pdf.string(), "-"}).out;
}

struct Word {
    double left;
    double top;
    double right;
    double bottom;
    std::string text;
};

/// The words of every page with their boxes in points. The boxes of poppler are as high as the
/// font's line; what is inked is about the middle half.
std::vector<std::vector<Word>> boxes_of(const fs::path& pdf) {
    const std::string xml = run_program({"pdftotext", "-bbox", pdf.string(), "-"}).out;
    const std::regex word(
        R"re(<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*?)</word>)re");
    std::vector<std::vector<Word>> pages;
    for (const std::string& line : lines(xml)) {
        std::smatch m;
        if (line.find("<page ") != std::string::npos) {
            pages.emplace_back();
        } else if (std::regex_search(line, m, word)) {
            const double top = std::stod(m[2]);
            const double bottom = std::stod(m[4]);
            const double quarter = (bottom - top) / 4;
            pages.back().push_back(
                {std::stod(m[1]), top + quarter, std::stod(m[3]), bottom - quarter, m[5]});
        }
    }
    return pages;
}

/// Printers leave about 5 mm blank.
void expect_words_apart(const fs::path& pdf, double width_pt, double height_pt) {
    constexpr double margin_pt = 5 / 25.4 * 72;
    const std::vector<std::vector<Word>> pages = boxes_of(pdf);
    ASSERT_FALSE(pages.empty());
    for (std::size_t p = 0; p < pages.size(); ++p) {
        const std::vector<Word>& words = pages[p];
        EXPECT_GT(words.size(), 30U) << "page " << p + 1;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Word& a = words[i];
            EXPECT_TRUE(a.left >= margin_pt && a.top >= margin_pt &&
                        a.right <= width_pt - margin_pt && a.bottom <= height_pt - margin_pt)
                << "page " << p + 1 << ": " << a.text << " leaves the page";
            for (std::size_t k = i + 1; k < words.size(); ++k) {
                const Word& b = words[k];
                const double wide = std::min(a.right, b.right) - std::max(a.left, b.left);
                const double high = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
                EXPECT_FALSE(wide > 0.5 && high > 0.5)
                    << "page " << p + 1 << ": " << a.text << " lies on " << b.text;
            }
        }
    }
}

TEST(RenderPaper, PdfPagesAreExactlyThePaper) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    const fs::path file = folder / "a.pdf";
    const auto size = [&] { return run_program({"pdfinfo", file.string()}).out; };
    render(file, {});
    EXPECT_THAT(size(), HasSubstr("841.89 x 595.276 pts (A4)"));
    render(file, {"--orientation", "portrait"});
    EXPECT_THAT(size(), HasSubstr("595.276 x 841.89 pts (A4)"));
    render(file, {"--paper", "a3"});
    EXPECT_THAT(size(), HasSubstr("1190.55 x 841.89 pts (A3)"));
    render(file, {"--size", "1600x1000"});
    EXPECT_THAT(size(), HasSubstr("1200 x 750 pts"));
}

TEST(RenderPaper, PngAndSvgStateTheirSizeOnPaper) {
    const TemporaryFolder folder;
    render(folder / "a.png", {"--paper", "a4", "--dpi", "150"});
    const Ran png = run_program({"identify", "-units", "PixelsPerInch", "-format", "%wx%h %x",
                                 (folder / "a.png").string()});
    EXPECT_THAT(png.out, HasSubstr("1754x1240 150"));
    render(folder / "a.svg", {"--paper", "a3", "--orientation", "portrait"});
    EXPECT_THAT(read_text(folder / "a.svg"), HasSubstr("width=\"297mm\" height=\"420mm\" viewBox"));
}

TEST(RenderPaper, NoWordLiesOnAnotherOrLeavesThePage) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    const fs::path file = folder / "a.pdf";
    for (const std::string lang : {"ja", "en"}) {
        render(file, {"--lang", lang});
        expect_words_apart(file, 841.89, 595.28);
        render(file, {"--lang", lang, "--orientation", "portrait", "--technology", "自動運転"});
        expect_words_apart(file, 595.28, 841.89);
        render(file, {"--lang", lang, "--paper", "a3"});
        expect_words_apart(file, 1190.55, 841.89);
    }
}

TEST(RenderPaper, EveryPageHoldsWhatACouncilPaperNeeds) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    render(folder / "ja.pdf", {"--prefecture", "奈良県", "--year", "R2"});
    const std::string ja = words_of(folder / "ja.pdf");
    for (const char* expected :
         {"奈良県", "令和2年度", "凡例", "都道府県のみ選定", "縮尺 約1:", "km", "数でみる", "全国",
          "1,741", "選定の一覧（1件）", "奈良県三郷町", "内閣府", "令和4年4月1日",
          "気象庁ホームページの市町村等の区域データを加工して作成", "2025-03-10", "利用規約",
          "miraimap 0."}) {
        EXPECT_THAT(ja, HasSubstr(expected));
    }
    render(folder / "en.pdf", {"--prefecture", "東京都", "--lang", "en"});
    const std::string en = words_of(folder / "en.pdf");
    for (const char* expected :
         {"Tokyo", "All selections", "Legend", "Scale about 1:", "Figures", "Selections (3)",
          "Izu Islands", "Ogasawara", "100 km", "Cabinet Office", "Japan Meteorological Agency"}) {
        EXPECT_THAT(en, HasSubstr(expected));
    }
}

TEST(RenderPaper, FontsAreEmbeddedInPdfAndNamedInSvg) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    render(folder / "a.pdf", {});
    const std::vector<std::string> fonts =
        lines(run_program({"pdffonts", (folder / "a.pdf").string()}).out);
    ASSERT_GT(fonts.size(), 2U);
    for (std::size_t i = 2; i < fonts.size(); ++i) {
        EXPECT_THAT(fonts[i], HasSubstr(" yes yes yes "));  // embedded, a subset, searchable
    }
    render(folder / "a.svg", {"--paper", "a4"});
    const std::string svg = read_text(folder / "a.svg");
    EXPECT_THAT(svg, HasSubstr("font-family=\"'Noto Sans CJK JP'"));
    EXPECT_THAT(svg, HasSubstr(">札幌市</text>"));
    EXPECT_THAT(svg, HasSubstr("<title>未来技術・スマートシティ 選定状況</title>"));
    EXPECT_EQ(svg.find("<symbol"), std::string::npos);  // no glyph is an outline
}

TEST(RenderPaper, TheSamePaperIsTheSameBytes) {
    const TemporaryFolder folder;
    for (const std::string name : {"a.pdf", "a.svg", "a.png"}) {
        render(folder / name, {"--paper", "a4", "--prefecture", "長崎県"});
        render(folder / ("b" + name), {"--paper", "a4", "--prefecture", "長崎県"});
        EXPECT_EQ(read_text(folder / name), read_text(folder / ("b" + name))) << name;
    }
    for (const std::string name : {"a", "b"}) {
        render(folder / (name + "tlas.pdf"), {"--atlas", "prefecture", "--prefecture", "1,13,47"});
    }
    EXPECT_EQ(read_text(folder / "atlas.pdf"), read_text(folder / "btlas.pdf"));
}

TEST(RenderPaper, TheDateInsideIsThatOfTheDataOrTheOneAskedFor) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    const std::string file = (folder / "a.pdf").string();
    render(file, {});
    const auto date = [&] { return run_program({"pdfinfo", "-isodates", file}).out; };
    EXPECT_THAT(date(), HasSubstr("2022-04-01T"));
    ASSERT_EQ(run({"render", file, "--quiet"}, {"SOURCE_DATE_EPOCH=1000000000"}).code, 0);
    EXPECT_THAT(date(), HasSubstr("2001-09-09T"));
}

TEST(RenderPaper, APdfSaysItsTitleAndLanguageAndIsWhole) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    const std::string file = (folder / "a.pdf").string();
    for (const std::string lang : {"ja", "en"}) {
        render(file, {"--atlas", "prefecture", "--prefecture", "13,29", "--lang", lang});
        const Ran info = run_program({"pdfinfo", file});
        EXPECT_THAT(info.out, HasSubstr(lang == "ja" ? "都道府県別" : "by prefecture"));
        EXPECT_TRUE(std::regex_search(info.out, std::regex("Pages: +2\n"))) << info.out;
        EXPECT_EQ(info.err, "");
        const std::string bytes = read_text(file);
        EXPECT_THAT(bytes.substr(bytes.size() - 700), HasSubstr("/Lang (" + lang + ")"));
        // A reader that follows the tables strictly finds every object.
        const std::size_t at = bytes.rfind("startxref\n");
        const auto table = static_cast<std::size_t>(std::stoull(bytes.substr(at + 10)));
        EXPECT_EQ(bytes.substr(table, 5), "xref\n");
        const std::string entry = bytes.substr(bytes.find('\n', table + 5) + 1, 20);
        const auto object = static_cast<std::size_t>(std::stoull(entry));
        EXPECT_THAT(bytes.substr(object, 60), HasSubstr(" 0 obj\n<< /Type /Catalog"));
        // No message about a broken file from any page.
        EXPECT_EQ(run_program({"pdftotext", file, "-"}).err, "");
    }
}

/// The numbers of a line of the page that begins with a name.
std::vector<std::string> numbers_behind(const std::string& words, const std::string& name) {
    std::vector<std::string> numbers;
    for (const std::string& line : lines(words)) {
        const std::size_t at = line.find(name + " ");
        if (at == std::string::npos) {
            continue;
        }
        std::istringstream rest(line.substr(at + name.size()));
        std::string cell;
        while (rest >> cell && (std::isdigit(static_cast<unsigned char>(cell[0])) != 0)) {
            cell.erase(std::remove(cell.begin(), cell.end(), ','), cell.end());
            numbers.push_back(cell);
        }
        if (numbers.size() > 1) {
            return numbers;
        }
        numbers.clear();
    }
    return numbers;
}

TEST(RenderPaper, TheFiguresOnThePageAreThoseOfTheCoverageTable) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    render(folder / "a.pdf", {"--technology", "自動運転", "--lang", "en"});
    const std::string words = words_of(folder / "a.pdf");
    const auto rows = csv_rows(run({"coverage", "--by", "region", "--technology", "自動運転",
                                    "--format", "csv", "--lang", "en", "--quiet"})
                                   .out);
    int compared = 0;
    for (std::size_t r = 1; r < rows.size(); ++r) {
        const std::vector<std::string> numbers = numbers_behind(words, rows[r][1]);
        ASSERT_GE(numbers.size(), 5U) << rows[r][1] << "\n" << words;
        for (std::size_t c = 0; c < 5; ++c) {  // all, direct, part, prefecture, none
            EXPECT_EQ(numbers[c], rows[r][2 + c]) << rows[r][1];
        }
        ++compared;
    }
    EXPECT_EQ(compared, 8);
}

TEST(RenderPaper, OptionsThatContradictEachOtherAreRefused) {
    const TemporaryFolder folder;
    const auto refused = [&](const std::string& name, std::vector<std::string> options,
                             const std::string& why) {
        std::vector<std::string> command{"render", (folder / name).string(), "--lang", "en"};
        command.insert(command.end(), options.begin(), options.end());
        const Ran ran = run(command);
        EXPECT_EQ(ran.code, 2) << ran.err;
        EXPECT_THAT(ran.err, HasSubstr(why));
        EXPECT_FALSE(fs::exists(folder / name));
    };
    refused("a.pdf", {"--size", "800x600", "--paper", "a4"}, "do not go together");
    refused("a.png", {"--scale", "2", "--dpi", "100"}, "do not go together");
    refused("a.pdf", {"--size", "800x600", "--atlas", "prefecture"}, "do not go together");
    refused("a.png", {"--dpi", "20"}, "50 to 1200");
    refused("a.png", {"--dpi", "1300"}, "50 to 1200");
    refused("a.png", {"--paper", "a3", "--dpi", "1200"}, "at most");
    refused("a.svg", {"--dpi", "300"}, "no pixels");
    for (const char* size : {"319x600", "600x20001", "99999999999999999999x600"}) {
        refused("a.png", {"--size", size}, std::string("--size ") + size + ": the size is out of");
        refused("a.png", {"--size", size},
                "use 320 to 20000 px for width and height, a scale of "
                "0.25 to 16 and at most 250 million pixels");
    }
    refused("a.png", {"--size", "20000x20000"}, "use 320 to 20000 px");
    for (const char* size : {"big", "600", "600x", "x600", "-600x600", "600x600x600"}) {
        refused("a.png", {"--size", size}, std::string("unknown size '") + size + "'");
    }
    refused("a.png", {"--scale", "17"}, "17");
    EXPECT_THAT(run({"render", "--help"}).out, HasSubstr("[0.25 - 16]"));
    refused("a.png", {"--atlas", "prefecture"}, ".pdf");
    refused("a.pdf", {"--atlas", "region"}, "known values: prefecture");
    refused("a.pdf", {"--paper", "b5"}, "known values: a4 a3");
    refused("a.pdf", {"--orientation", "up"}, "known values: landscape portrait");
}

TEST(Atlas, HasAPageAndABookmarkForEachPrefecture) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    const fs::path file = folder / "atlas.pdf";
    render(file, {"--atlas", "prefecture", "--orientation", "portrait"});
    const std::string info = run_program({"pdfinfo", "-l", "-1", file.string()}).out;
    EXPECT_TRUE(std::regex_search(info, std::regex("Pages: +47\n"))) << info;
    const std::string outline =
        run_program({"pdftohtml", "-xml", "-i", "-stdout", file.string()}).out;
    const std::regex item("<item page=\"([0-9]+)\">([^<]+)</item>");
    std::vector<std::string> marks;
    for (std::sregex_iterator at(outline.begin(), outline.end(), item), end; at != end; ++at) {
        marks.push_back((*at)[1].str() + " " + (*at)[2].str());
    }
    ASSERT_EQ(marks.size(), 47U);
    EXPECT_EQ(marks.front(), "1 北海道");
    EXPECT_EQ(marks[28], "29 奈良県");
    EXPECT_EQ(marks.back(), "47 沖縄県");
    const std::string nara =
        run_program({"pdftotext", "-f", "29", "-l", "29", file.string(), "-"}).out;
    EXPECT_THAT(nara, HasSubstr("奈良県"));
    EXPECT_THAT(nara, HasSubstr("29/47"));
    EXPECT_THAT(nara, HasSubstr("十津川村"));
    expect_words_apart(file, 595.28, 841.89);
}

TEST(Atlas, PrefecturesOfTheFilterAreItsPages) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    const fs::path file = folder / "atlas.pdf";
    render(file, {"--atlas", "prefecture", "--prefecture", "沖縄,奈良", "--lang", "en"});
    const std::string words = words_of(file);
    EXPECT_EQ(std::count(words.begin(), words.end(), '\f'), 2);
    EXPECT_LT(words.find("1/2"), words.find("2/2"));
    EXPECT_LT(words.find("Nara"), words.find("Okinawa"));
}

TEST(Atlas, LeavesOutPrefecturesThatTheBoundariesDoNotHold) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    const std::string part = (folder / "part.gpkg").string();
    const Ran cut = run_program({"ogr2ogr", part,
                                 (root() / "data" / "boundaries" / "municipalities.gpkg").string(),
                                 "-where", "code LIKE '29%' OR code LIKE '30%'"});
    ASSERT_EQ(cut.code, 0) << cut.err;
    const std::string file = (folder / "atlas.pdf").string();
    // Selections elsewhere are errors in the data then: code 1, but the atlas is there.
    run({"render", file, "--boundaries", part, "--atlas", "prefecture", "--quiet"});
    const std::string info = run_program({"pdfinfo", file}).out;
    EXPECT_TRUE(std::regex_search(info, std::regex("Pages: +2\n"))) << info;
}

/// n of "1:n", in thousands as printed.
double ratio_on(const fs::path& pdf, const std::string& projection) {
    const std::string words = words_of(pdf);
    std::smatch found;
    EXPECT_TRUE(std::regex_search(words, found, std::regex("Scale about 1:([0-9,]+)")));
    EXPECT_THAT(words, HasSubstr("(centre, " + projection + ")"));
    std::string digits = found[1];
    std::erase(digits, ',');
    return std::stod(digits);
}

TEST(Paper, TheScaleIsThatOnTheGroundInEveryProjection) {
    NEED_POPPLER();
    const TemporaryFolder folder;
    const auto ratio = [&](const std::string& crs, const std::string& name) {
        const fs::path file = folder / (name + ".pdf");
        std::vector<std::string> options{"--prefecture", "奈良県", "--paper", "a4", "--lang", "en"};
        if (!crs.empty()) {
            options.insert(options.end(), {"--map-crs", crs});
        }
        render(file, options);
        return ratio_on(file, name);
    };
    const double equal_area = ratio("", "equal-area");
    // Mercator's metres are a fifth shorter here; on paper that must not be seen.
    EXPECT_NEAR(ratio("3857", "EPSG:3857") / equal_area, 1, 0.06);
    EXPECT_NEAR(ratio("EPSG:6674", "EPSG:6674") / equal_area, 1, 0.06);
}

TEST(Paper, AnUnfitProjectionIsRefusedByItsName) {
    const TemporaryFolder folder;
    for (const auto& [crs, why] : {std::pair("EPSG:4326", "is not a projected CRS"),
                                   std::pair("27700", "not made for Japan"),
                                   std::pair("albers", "'albers' is no EPSG code")}) {
        const Ran ran =
            run({"render", (folder / "x.png").string(), "--map-crs", crs, "--lang", "en"});
        EXPECT_EQ(ran.code, 2) << crs;
        EXPECT_THAT(ran.err, HasSubstr(why)) << crs;
        EXPECT_FALSE(fs::exists(folder / "x.png"));
    }
}

TEST(Paper, AnotherProjectionGivesTheSameBytesWithAndWithoutTheCache) {
    const TemporaryFolder folder;
    const auto bytes = [&](const std::string& name, std::vector<std::string> options) {
        const fs::path file = folder / name;
        std::vector<std::string> all{
            "--map-crs",    "6677",
            "--size",       "800x600",
            "--boundaries", (root() / "data" / "boundaries" / "municipalities.gpkg").string()};
        all.insert(all.end(), options.begin(), options.end());
        render(file, all);
        return read_text(file);
    };
    const std::string first = bytes("a.svg", {});
    EXPECT_EQ(bytes("b.svg", {}), first);
    EXPECT_EQ(bytes("c.svg", {"--no-cache"}), first);
    const fs::path usual = folder / "usual.svg";
    render(usual, {"--size", "800x600", "--boundaries",
                   (root() / "data" / "boundaries" / "municipalities.gpkg").string()});
    EXPECT_NE(read_text(usual), first) << "the cache keeps the projections apart";
}

}  // namespace
}  // namespace miraimap::test
