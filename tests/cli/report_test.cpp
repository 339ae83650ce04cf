// SPDX-License-Identifier: MIT
// `report`: one page that says what `coverage` says, before and after its script filters.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr std::size_t largest_page = 3U * 1000 * 1000;

std::string page_of(const std::vector<std::string>& options) {
    const TemporaryFolder folder;
    std::vector<std::string> words{"report", (folder / "page.html").string()};
    words.insert(words.end(), options.begin(), options.end());
    const Ran ran = run(words);
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}), 1);
    return read_text(folder / "page.html");
}

/// What stands between two texts, the first time.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    if (begin == std::string::npos) {
        return {};
    }
    const std::size_t inside = begin + from.size();
    return text.substr(inside, text.find(to, inside) - inside);
}

std::string without_commas(std::string text) {
    std::erase(text, ',');
    return text;
}

/// Cells of a table row that carries this attribute, without tags.
std::vector<std::string> cells_of(const std::string& page, const std::string& attribute) {
    static const std::regex cell("<t[hd][^>]*>(.*?)</t[hd]>");
    static const std::regex tag("<[^>]*>");
    const std::string row = between(page, attribute, "</tr>");
    std::vector<std::string> cells;
    for (std::sregex_iterator it(row.begin(), row.end(), cell), end; it != end; ++it) {
        cells.push_back(without_commas(std::regex_replace((*it)[1].str(), tag, "")));
    }
    return cells;
}

struct Counts {
    std::string direct, part, prefecture_only, uncovered, selections;
    friend bool operator==(const Counts&, const Counts&) = default;
    friend void PrintTo(const Counts& c, std::ostream* out) {
        *out << c.direct << " " << c.part << " " << c.prefecture_only << " " << c.uncovered << " ("
             << c.selections << ")";
    }
};

/// What the legend and the figures of a page say. Places of which it is not settled whether they
/// are meant are a class of their own there, and uncovered in every table.
Counts legend_counts(const std::string& page) {
    const auto of = [&](const std::string& key) {
        const auto cells = cells_of(page, "<tr data-class=\"" + key + "\"");
        return cells.size() == 2 ? cells[1] : "";
    };
    const std::string unresolved = of("unresolved");
    const int uncovered = std::stoi(of("none")) + (unresolved.empty() ? 0 : std::stoi(unresolved));
    return {of("direct"), of("part"), of("prefecture"), std::to_string(uncovered),
            without_commas(between(page, "<strong id=\"fig-selections\">", "<"))};
}

/// The total of `coverage` with the same conditions.
Counts coverage_counts(std::vector<std::string> conditions) {
    conditions.insert(conditions.begin(), {"coverage", "--by", "prefecture", "--lang", "en"});
    const std::string total = between(run(conditions).out, "\ntotal", "\n");
    std::istringstream words(without_commas(total));
    std::string name;
    std::string municipalities;
    Counts counts;
    words >> name >> municipalities >> counts.direct >> counts.part >> counts.prefecture_only >>
        counts.uncovered >> counts.selections;
    return counts;
}

void expect_rows_of_coverage(const std::string& page, std::vector<std::string> conditions) {
    conditions.insert(conditions.begin(), {"coverage", "--by", "prefecture", "--format", "csv"});
    const auto rows = csv_rows(run(conditions).out);
    ASSERT_GT(rows.size(), 1U);
    for (std::size_t r = 1; r < rows.size(); ++r) {
        const auto cells = cells_of(page, "<tr data-p=\"" + rows[r][0] + "\"");
        ASSERT_EQ(cells.size(), 9U) << rows[r][1];
        for (std::size_t c = 1; c < 7; ++c) {
            EXPECT_EQ(cells[c], rows[r][c + 1]) << rows[r][1] << " column " << c;
        }
    }
}

TEST(Report, IsOneWholePageUnderThreeMegabytes) {
    const std::string page = page_of({});
    EXPECT_TRUE(page.starts_with("<!DOCTYPE html>"));
    EXPECT_TRUE(page.ends_with("</html>\n"));
    EXPECT_LT(page.size(), largest_page);
    EXPECT_GT(page.size(), 200000U);
}

TEST(Report, LoadsNothing) {
    const std::string page = page_of({});
    for (const char* forbidden : {"http:", "https:", "src=", "@import", "url(\"", "url('", "<link",
                                  "<iframe", "fetch(", "XMLHttpRequest"}) {
        EXPECT_THAT(page, Not(HasSubstr(forbidden)));
    }
    EXPECT_THAT(page, HasSubstr("default-src 'none'"));
    static const std::regex reference("url\\(([^)]*)\\)");
    for (std::sregex_iterator it(page.begin(), page.end(), reference), end; it != end; ++it) {
        EXPECT_EQ((*it)[1].str().front(), '#');
    }
}

TEST(Report, IsTheSameBytesEachTime) { EXPECT_TRUE(page_of({}) == page_of({})); }

TEST(Report, SaysWhatCoverageSays) {
    for (const std::vector<std::string>& conditions : {std::vector<std::string>{},
                                                       {"--year", "R3"},
                                                       {"--technology", "AI,IoT"},
                                                       {"--prefecture", "奈良,大阪"},
                                                       {"--year", "past"},
                                                       {"--count-northern-territories"}}) {
        const std::string page = page_of(conditions);
        EXPECT_EQ(legend_counts(page), coverage_counts(conditions));
        expect_rows_of_coverage(page, conditions);
    }
}

TEST(Report, TellsPlacesThatASelectionMayMeanApart) {
    EXPECT_EQ(cells_of(page_of({}), "<tr data-class=\"unresolved\"").at(1), "3");
    EXPECT_TRUE(cells_of(page_of({"--year", "R2"}), "<tr data-class=\"unresolved\"").empty())
        << "播磨科学公園都市 was selected in R3";
}

TEST(Report, HoldsEverySelectionWithSlideAndLine) {
    const std::string page = page_of({});
    const auto rows = csv_rows(run({"list", "--format", "csv"}).out);
    ASSERT_EQ(rows.size(), 124U);
    for (std::size_t r = 1; r < rows.size(); ++r) {
        const auto cells = cells_of(page, "<tr data-s=\"" + std::to_string(r - 1) + "\"");
        ASSERT_EQ(cells.size(), 7U);
        const std::string& line = rows[r].back();
        const std::string& slide = rows[r][rows[r].size() - 2];
        EXPECT_EQ(cells[6], slide + "枚目 " + line + "行" + rows[r][0]);
    }
}

TEST(Report, NamesContradictionsAndProofs) {
    const std::string page = page_of({"--lang", "en"});
    for (const char* expected :
         {"R3 marks of no. 39 (Keihanna)", "39〇■", "slide 12, line 923", "id=\"proofs\"",
          "Checksums of the files", "Japan Meteorological Agency"}) {
        EXPECT_THAT(page, HasSubstr(expected));
    }
    EXPECT_THAT(page, Not(HasSubstr("id=\"failed-proofs\"")));
}

TEST(Report, CanBeReadByEveryone) {
    for (const std::string lang : {"ja", "en"}) {
        const std::string page = page_of({"--lang", lang});
        for (const std::string& expected :
             {std::string("<html lang=\"" + lang + "\">"), std::string("<header>"),
              std::string("<main id="), std::string("<footer>"), std::string("<h1>"),
              std::string("<h3>"), std::string("role=\"img\" aria-label="),
              std::string("role=\"status\""), std::string("href=\"#main\""),
              std::string("@media print")}) {
            EXPECT_THAT(page, HasSubstr(expected));
        }
        const auto count = [&](const std::string& what) {
            std::size_t n = 0;
            for (auto at = page.find(what); at != std::string::npos; at = page.find(what, at + 1)) {
                ++n;
            }
            return n;
        };
        EXPECT_EQ(count("<h1"), 1U);
        EXPECT_EQ(count("<table "), count("<caption>"));
        EXPECT_EQ(count("<th>"), 0U) << "every heading says what it heads";
        EXPECT_GT(count("<th scope=\"row\""), 200U);
    }
}

TEST(Report, NamesNoFolderOfThisMachine) {
    const fs::path boundaries = root() / "data" / "boundaries" / "municipalities.gpkg";
    const std::string page = page_of({"--boundaries", boundaries.string()});
    EXPECT_THAT(page, Not(HasSubstr(root().string())));
}

TEST(Report, EscapesWhateverTheDataHolds) {
    const TemporaryFolder folder;
    fs::copy(root() / "data", folder / "data", fs::copy_options::recursive);
    const fs::path table = folder / "data" / "selections" / "society5.csv";
    std::string text = read_text(table);
    const std::string title = "酒田版デジタル変革推進事業";
    const std::size_t at = text.find(title);
    ASSERT_NE(at, std::string::npos);
    text.replace(at, title.size(), "</script><img src=x onerror=alert(1)>&amp;'");
    write_text(table, text);
    const std::string page = page_of({"--data", (folder / "data").string()});
    EXPECT_THAT(page, Not(HasSubstr("<img")));
    EXPECT_THAT(page, HasSubstr("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&amp;amp;&#39;"));
    EXPECT_THAT(page, HasSubstr("\\u003c/script\\u003e"));
    EXPECT_THAT(page, HasSubstr("id=\"failed-proofs\"")) << "the changed cell is told";
    const std::string word = page_of({"--text", "<b>\"x\"&"});
    EXPECT_THAT(word, Not(HasSubstr("<b>\"x\"")));
}

TEST(Report, RefusesWhatTheOtherVerbsRefuse) {
    const TemporaryFolder folder;
    for (const char* name : {"page.htm", "page.pdf", "page", "page.html.txt"}) {
        EXPECT_EQ(run({"report", (folder / name).string()}).code, 2) << name;
    }
    EXPECT_EQ(run({"report"}).code, 2);
    fs::create_directory(folder / "folder.html");
    EXPECT_EQ(run({"report", (folder / "folder.html").string()}).code, 3);
    EXPECT_EQ(run({"report", (folder / "none").string() + "/page.html"}).code, 3);
    write_text(folder / "slides.html", "text\n");
    EXPECT_EQ(run({"report", (folder / "slides.html").string(), "--source-text",
                   (folder / "slides.html").string()})
                  .code,
              3);
    EXPECT_EQ(run({"report", (folder / "slides.html").string(), "--no-overwrite"}).code, 3);
    EXPECT_EQ(read_text(folder / "slides.html"), "text\n");
    EXPECT_EQ(run({"report", (folder / "slides.html").string()}).code, 0);
    EXPECT_TRUE(read_text(folder / "slides.html").starts_with("<!DOCTYPE html>"));
}

// --- in a real browser ---

/// The page after its script ran, opened with this fragment of an address; empty without a browser.
std::string dom_of(const fs::path& page, const std::string& fragment) {
    const TemporaryFolder profile;
    const Ran ran =
        run_program({"chromium", "--headless", "--no-sandbox", "--disable-gpu",
                     "--disable-background-networking", "--disable-sync", "--no-first-run",
                     "--user-data-dir=" + profile.path().string(), "--virtual-time-budget=8000",
                     "--dump-dom", "file://" + page.string() + fragment});
    return ran.code == 0 ? ran.out : "";
}

bool has_chromium() { return run_program({"sh", "-c", "command -v chromium"}).code == 0; }

TEST(ReportInBrowser, FiltersAsCoverageDoes) {
    if (!has_chromium()) {
        GTEST_SKIP() << "chromium is not installed, so the page's script is not run";
    }
    const TemporaryFolder folder;
    const fs::path file = folder / "page.html";
    ASSERT_EQ(run({"report", file.string()}).code, 0);
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
        {"", {}},
        {"#year=R3", {"--year", "R3"}},
        {"#year=R3&technology=AI", {"--year", "R3", "--technology", "AI"}},
        {"#technology=%E8%87%AA%E5%8B%95%E9%81%8B%E8%BB%A2,IoT", {"--technology", "自動運転,IoT"}}};
    for (const auto& [fragment, conditions] : cases) {
        const std::string dom = dom_of(file, fragment);
        ASSERT_THAT(dom, HasSubstr("class=\"scripted\"")) << "the script did not run to its end";
        EXPECT_EQ(legend_counts(dom), coverage_counts(conditions)) << fragment;
        expect_rows_of_coverage(dom, conditions);
        std::size_t painted = 0;
        static const std::regex direct("<path class=\"m g0\" data-m=\"(\\d+)\"");
        std::set<std::string> places;
        for (std::sregex_iterator it(dom.begin(), dom.end(), direct), end; it != end; ++it) {
            places.insert((*it)[1]);
        }
        painted = places.size();
        EXPECT_EQ(std::to_string(painted), coverage_counts(conditions).direct) << fragment;
    }
}

TEST(ReportInBrowser, NarrowsAPageThatIsFilteredAlready) {
    if (!has_chromium()) {
        GTEST_SKIP() << "chromium is not installed, so the page's script is not run";
    }
    const TemporaryFolder folder;
    const fs::path file = folder / "page.html";
    ASSERT_EQ(
        run({"report", file.string(), "--year", "R1..R3,past", "--prefecture", "北海道,秋田,東京"})
            .code,
        0);
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
        {"", {"--year", "R1..R3,past"}},
        {"#year=R3", {"--year", "R3"}},
        {"#year=past", {"--year", "past"}}};
    for (auto [fragment, conditions] : cases) {
        conditions.insert(conditions.end(), {"--prefecture", "北海道,秋田,東京"});
        const std::string dom = dom_of(file, fragment);
        EXPECT_EQ(legend_counts(dom), coverage_counts(conditions)) << fragment;
        expect_rows_of_coverage(dom, conditions);
    }
}

TEST(ReportInBrowser, ShowsWhatWasSelectedInAPlace) {
    if (!has_chromium()) {
        GTEST_SKIP() << "chromium is not installed, so the page's script is not run";
    }
    const TemporaryFolder folder;
    const fs::path file = folder / "page.html";
    ASSERT_EQ(run({"report", file.string(), "--lang", "en"}).code, 0);
    const std::string place = between(dom_of(file, "#place=01204"), "<div id=\"place\"", "</div>");
    for (const char* expected :
         {"Asahikawa", "mirai-R3-1", "slide 2, line 168", "smartcity-R3-2"}) {
        EXPECT_THAT(place, HasSubstr(expected));
    }
}

/// Opens the page with a visitor's script at its end, and gives the page as it is then.
std::string dom_after(const fs::path& file, const std::string& visitor) {
    std::string page = read_text(file);
    page.replace(page.rfind("</body>"), 7, "<script>" + visitor + "</script>\n</body>");
    write_text(file, page);
    return dom_of(file, "");
}

TEST(ReportInBrowser, TheMapIsWalkedWithArrowKeysAndLetGoWithEscape) {
    if (!has_chromium()) {
        GTEST_SKIP() << "chromium is not installed, so the page's script is not run";
    }
    const TemporaryFolder folder;
    const fs::path file = folder / "page.html";
    ASSERT_EQ(run({"report", file.string(), "--lang", "en"}).code, 0);
    const std::string dom = dom_after(
        file,
        "const map = document.getElementById('map'); const told = [];"
        "const key = (k) => { map.dispatchEvent(new KeyboardEvent('keydown', {key: k, bubbles: "
        "true})); const h = document.querySelector('#place h3'); told.push(h ? h.textContent : "
        "'nothing'); };"
        "document.getElementById('place-name').value = '29343';"
        "document.querySelector('#find button').click();"
        "map.focus(); told.push(document.activeElement.id);"
        "key('ArrowLeft'); key('ArrowRight'); key('ArrowUp'); key('+');"
        "told.push(map.getAttribute('viewBox').split(' ')[2] < 1000 * 10 ? 'near' : 'far');"
        "key('Escape'); document.title = told.join('|');");
    const std::string told = between(dom, "<title>", "</title>");
    EXPECT_TRUE(told.starts_with("map|")) << told;
    EXPECT_TRUE(told.ends_with("|nothing")) << told;
    std::istringstream words(told);
    std::vector<std::string> places;
    for (std::string place; std::getline(words, place, '|');) {
        places.push_back(place);
    }
    ASSERT_EQ(places.size(), 7U) << told;
    EXPECT_NE(places[1], "Sango") << "an arrow leads away";
    EXPECT_NE(places[1], places[2]);
    EXPECT_EQ(places[3], places[4]) << "zooming keeps the place";
    EXPECT_THAT(dom, HasSubstr("role=\"application\""));
}

TEST(ReportInBrowser, EveryTextStandsOutFromItsGround) {
    if (!has_chromium()) {
        GTEST_SKIP() << "chromium is not installed, so the page's script is not run";
    }
    const TemporaryFolder folder;
    const fs::path file = folder / "page.html";
    ASSERT_EQ(run({"report", file.string()}).code, 0);
    // WCAG 2.1, 1.4.3: relative luminance of text and of what it stands on, at least 4.5 to 1.
    const std::string dom = dom_after(file, R"js(
const parse = (c) => (c.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number)
  .map((v, i) => c.startsWith('color(') && i < 3 ? v * 255 : v);
const lum = (c) => c.slice(0, 3).map((v) => v / 255)
  .map((v) => v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4))
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (e) => {
  for (let at = e; at; at = at.parentElement) {
    const c = parse(getComputedStyle(at).backgroundColor);
    if (c.length === 3 || c[3] > 0.99) return c;
  }
  return [255, 255, 255];
};
let seen = 0; let least = 99; const bad = [];
document.querySelectorAll('body *').forEach((e) => {
  const own = Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.textContent.trim());
  if (!own || !e.getClientRects().length || e.closest('#map')) return;
  const style = getComputedStyle(e);
  const ink = parse(e instanceof SVGElement ? style.fill : style.color);
  const [a, b] = [lum(ink), lum(ground(e))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  seen += 1; least = Math.min(least, ratio);
  if (ratio < 4.5) bad.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
});
document.title = 'seen ' + seen + ' bad ' + bad.length + ' ' + bad.slice(0, 5).join(';');
)js");
    const std::string told = between(dom, "<title>", "</title>");
    EXPECT_THAT(told, HasSubstr(" bad 0 ")) << told;
    EXPECT_GT(std::stoi(told.substr(5)), 500) << told;
}

TEST(ReportInBrowser, WorksInFirefoxTooWithRealClicksAndKeys) {
    if (run_program({"sh", "-c", "command -v firefox-esr"}).code != 0) {
        GTEST_SKIP() << "firefox-esr is not installed, so the page is not tried in it";
    }
    const TemporaryFolder folder;
    const fs::path file = folder / "page.html";
    ASSERT_EQ(run({"report", file.string(), "--lang", "en"}).code, 0);
    const Ran ran = run_program(
        {"python3", (root() / "tests" / "support" / "firefox_visits.py").string(), file.string()},
        {"HOME=" + folder.path().string()});
    ASSERT_EQ(ran.code, 0) << ran.out << ran.err;
    const nlohmann::json seen = nlohmann::json::parse(ran.out);
    EXPECT_EQ(seen["scripted"], true);
    EXPECT_EQ(seen["errors"], 0);
    EXPECT_EQ(legend_counts(seen["dom"].get<std::string>()),
              coverage_counts({"--technology", "IoT"}));
    EXPECT_EQ(seen["looked_up"], "Sango Town");
    EXPECT_NE(seen["after_arrow"], "Sango Town");
    EXPECT_EQ(seen["sorted"], "descending");
    EXPECT_THAT(seen["hash"].get<std::string>(), HasSubstr("technology=IoT"));
    EXPECT_GT(seen["tip"].get<std::string>().size(), 3U) << "hovering tells the place";
}

TEST(ReportInBrowser, AnswersClicks) {
    if (!has_chromium()) {
        GTEST_SKIP() << "chromium is not installed, so the page's script is not run";
    }
    const TemporaryFolder folder;
    const fs::path file = folder / "page.html";
    ASSERT_EQ(run({"report", file.string(), "--lang", "en"}).code, 0);
    // A visitor: chooses a technology, presses a place, sorts by selections twice, looks one up.
    const std::string visitor =
        "const press = (e) => e.dispatchEvent(new MouseEvent('click', {bubbles: true}));"
        "document.querySelector('input[value=IoT]').click();"
        "press(document.querySelector('path.m.g0'));"
        "const sort = document.querySelectorAll('#prefectures thead button')[1];"
        "sort.click(); sort.click();"
        "document.title = document.querySelector('#place h3').textContent;"
        "document.getElementById('place-name').value = '29343';"
        "document.querySelector('#find button').click();";
    const std::string dom = dom_after(file, visitor);
    EXPECT_EQ(legend_counts(dom), coverage_counts({"--technology", "IoT"}));
    const std::string pressed = between(dom, "<title>", "</title>");
    EXPECT_FALSE(pressed.empty());
    EXPECT_THAT(pressed, Not(HasSubstr("Future technology"))) << "the pressed place is told";
    EXPECT_THAT(between(dom, "<div id=\"place\"", "</div>"), HasSubstr("Sango"));
    EXPECT_THAT(dom, HasSubstr("aria-sort=\"descending\""));
    const std::size_t hokkaido = dom.find("<tr data-p=\"01\"");  // 179, the most
    for (const char* other : {"02", "13", "47"}) {
        EXPECT_LT(hokkaido, dom.find("<tr data-p=\"" + std::string(other) + "\""));
    }
    EXPECT_LT(dom.find("<tr data-p=\"20\""), dom.find("<tr data-p=\"02\"")) << "77 before 40";
}

}  // namespace
}  // namespace miraimap::test
