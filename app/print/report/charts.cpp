// SPDX-License-Identifier: MIT
// Numbers for people, the page's years and technologies, and their bars.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/print/report/html.hpp"
#include "app/print/report/parts.hpp"

namespace miraimap::report {
namespace {

constexpr double bar_left = 150;
constexpr double bar_width = 380;
constexpr double chart_width = 600;
constexpr double row_height = 34;

std::vector<Choice> choices(const Snapshot& snapshot, CoverageBy by) {
    const World& world = *snapshot.world;
    const CoverageTable table = coverage_table(coverage_question(snapshot, by), world.catalogue,
                                               world.selections, world.join);
    std::vector<Choice> made;
    for (const CoverageRow& row : table.rows) {
        if (row.selections > 0) {
            made.push_back({row.key, row.name, row.selections});
        }
    }
    return made;
}

/// Horizontal bars; the script changes their lengths and numbers.
std::string chart(const PageQuestion& page, const std::string& id, const Text& title,
                  const std::vector<Choice>& rows) {
    int most = 1;
    std::string words;
    for (const Choice& row : rows) {
        most = std::max(most, row.selections);
        words += fmt::format("{}{} {}", words.empty() ? "" : page.say({"、", ", "}),
                             page.say(row.name), row.selections);
    }
    const double height = row_height * static_cast<double>(rows.size()) + 6;
    std::string svg = fmt::format(
        "<figure class=\"chart\"><figcaption>{0}</figcaption>\n<svg id=\"{1}\" viewBox=\"0 0 {2} "
        "{3}\" role=\"img\" aria-label=\"{0}: {4}\" data-most=\"{5}\" data-width=\"{6}\">\n"
        "<path class=\"axis\" d=\"M{7} 0V{3}\"/>\n",
        escape_html(page.say(title)), id, chart_width, height, escape_html(words), most, bar_width,
        bar_left);
    double y = 4;
    for (const Choice& row : rows) {
        const double width = bar_width * row.selections / most;
        svg += fmt::format(
            "<g data-key=\"{}\"><text class=\"key\" x=\"{}\" y=\"{}\">{}</text><rect x=\"{}\" "
            "y=\"{}\" width=\"{:.1f}\" height=\"20\" rx=\"2\"/><text class=\"value\" x=\"{:.1f}\" "
            "y=\"{}\">{}</text></g>\n",
            escape_html(row.key), bar_left - 12, y + 18, escape_html(page.say(row.name)), bar_left,
            y + 3, width, bar_left + width + 9, y + 18, row.selections);
        y += row_height;
    }
    return svg + "</svg></figure>\n";
}

}  // namespace

std::string thousands(double number) {
    std::string digits = fmt::format("{:.0f}", number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return digits;
}

std::string percent(double share, Lang lang) {
    return fmt::format("{:.1f}{}", 100 * share, lang == Lang::ja ? "%" : " %");
}

std::vector<Choice> year_choices(const Snapshot& snapshot) {
    return choices(snapshot, CoverageBy::year);
}

std::vector<Choice> technology_choices(const Snapshot& snapshot) {
    return choices(snapshot, CoverageBy::technology);
}

std::string charts_html(const PageQuestion& page) {
    const std::vector<Choice> years = year_choices(page.snapshot);
    const std::vector<Choice> technologies = technology_choices(page.snapshot);
    std::string html = "<div class=\"charts\">\n";
    html += chart(page, "by-year", {"年度ごとの選定件数", "Selections by year"}, years);
    html += chart(page, "by-technology", {"技術ごとの選定件数", "Selections by technology"},
                  technologies);
    return html + "</div>\n" + "<p class=\"note\">" +
           escape_html(page.say(
               {"一つの選定がいくつもの技術を掲げることがある。スマートシティの表と一部の交付金には"
                "技術の印刷がないので、技術ごとの件数には入らない。",
                "One selection may name several technologies. The smart-city table and some grants "
                "print none, so they are in no bar of the second chart."})) +
           "</p>\n";
}

}  // namespace miraimap::report
