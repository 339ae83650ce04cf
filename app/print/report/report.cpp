// SPDX-License-Identifier: MIT
#include "app/print/report/report.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/core/map_picture.hpp"
#include "app/core/words.hpp"
#include "app/print/paper.hpp"
#include "app/print/report/html.hpp"
#include "app/print/report/parts.hpp"
#include "geo/error.hpp"

namespace miraimap {
namespace report {
namespace {

std::string words(const PageQuestion& page, const char* ja, const char* en) {
    return escape_html(page.say({ja, en}));
}

std::string head(const PageQuestion& page) {
    // The page may load nothing at all; only its own style and script run.
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"generator\" content=\"miraimap {}\">\n<title>{} – {}</title>\n"
        "<style>\n{}{}</style>\n</head>\n",
        page.lang == Lang::ja ? "ja" : "en", MIRAIMAP_VERSION,
        escape_html(page.say(page.scene.title)), escape_html(page.say(page.scene.filter_words)),
        style_variables(page), style_sheet);
}

std::string header(const PageQuestion& page) {
    const std::string edition = page.snapshot.world->catalogue.edition;
    return fmt::format(
        "<a class=\"skip\" href=\"#main\">{}</a>\n<header>\n<h1>{}</h1>\n"
        "<p class=\"filter-words\"><span>{}</span> {}</p>\n<p "
        "class=\"edition\">{}</p>\n</header>\n",
        words(page, "本文へ", "Skip to content"), escape_html(page.say(page.scene.title)),
        words(page, "条件", "Filter"), escape_html(page.say(page.scene.filter_words)),
        escape_html(page.say(
            {"資料 令和4年 ／ 境界 " + edition, "Slides of 2022 / boundaries " + edition})));
}

std::string figure(const char* id, const std::string& title, const std::string& value,
                   const std::string& below) {
    return fmt::format(
        "<div><dt>{}</dt><dd><strong id=\"{}\">{}</strong><span id=\"{}-note\">{}</span></dd></div>"
        "\n",
        title, id, value, id, below);
}

std::string figures(const PageQuestion& page) {
    const CoverageRow& total = page.snapshot.table.total;
    const std::string all = thousands(total.municipalities);
    const std::string share = percent(total.share_municipalities(), page.lang);
    std::string html = "<dl class=\"figures\">\n";
    html += figure("fig-covered", words(page, "選定された市区町村", "Municipalities covered"),
                   thousands(total.direct + total.part),
                   page.say({"全" + all + "の" + share, share + " of " + all}));
    html += figure("fig-area", words(page, "面積の割合", "Share of area"),
                   percent(total.share_area(), page.lang),
                   words(page, "選定・一部選定の市区町村", "of covered municipalities"));
    html += figure("fig-selections", words(page, "選定", "Selections"), thousands(total.selections),
                   words(page, "件（同じ選定は一度）", "each counted once"));
    html += figure("fig-prefecture", words(page, "都道府県のみ", "Prefecture only"),
                   thousands(total.prefecture_only), words(page, "市区町村", "municipalities"));
    html += figure("fig-none", words(page, "選定なし", "Not selected"), thousands(total.uncovered),
                   words(page, "市区町村", "municipalities"));
    return html + "</dl>\n";
}

std::string summary(const PageQuestion& page, const std::string& heading) {
    return fmt::format(
        "<section aria-labelledby=\"h-summary\">\n<h2 id=\"h-summary\">{}</h2>\n{}"
        "<p id=\"in-words\" class=\"lead\"><span id=\"before-filter\" hidden>{}</span>{}</p>\n"
        "</section>\n",
        heading, figures(page), words(page, "（絞り込む前の全体）", "(Before filtering) "),
        escape_html(page.say(coverage_in_words(page.snapshot))));
}

std::string filter_form(const PageQuestion& page) {
    std::string html = fmt::format(
        "<form id=\"filter\" class=\"needs-script\" aria-label=\"{}\">\n<label>{} <select "
        "id=\"year\" name=\"year\"><option value=\"\">{}</option>",
        words(page, "絞り込み", "Filter"), words(page, "年度", "Year"),
        words(page, "すべて", "All"));
    for (const Choice& choice : year_choices(page.snapshot)) {
        html += fmt::format("<option value=\"{}\">{}</option>", escape_html(choice.key),
                            escape_html(page.say(choice.name)));
    }
    html += fmt::format("</select></label>\n<fieldset><legend>{}</legend>",
                        words(page, "技術（どれか）", "Technology (any of)"));
    for (const Choice& choice : technology_choices(page.snapshot)) {
        html += fmt::format(
            "<label class=\"chip\"><input type=\"checkbox\" name=\"technology\" value=\"{}\">"
            "<span>{}</span></label>",
            escape_html(choice.key), escape_html(page.say(choice.name)));
    }
    return html + fmt::format(
                      "</fieldset>\n<button type=\"reset\">{}</button>\n</form>\n"
                      "<p id=\"status\" role=\"status\" class=\"needs-script\"></p>\n",
                      words(page, "絞り込みをやめる", "Clear filter"));
}

std::string map_section(const PageQuestion& page, const std::string& heading) {
    std::string html = fmt::format(
        "<section aria-labelledby=\"h-map\">\n<h2 id=\"h-map\">{}</h2>\n{}<div "
        "class=\"map-row\">\n<div>\n<div class=\"map-box\">\n{}</div>\n"
        "<div class=\"zoom needs-script\">"
        "<button type=\"button\" id=\"zoom-in\" aria-label=\"{}\">+</button>"
        "<button type=\"button\" id=\"zoom-out\" aria-label=\"{}\">−</button>"
        "<button type=\"button\" id=\"zoom-all\">{}</button><span>{}</span></div>\n</div>\n",
        heading, filter_form(page), map_svg(page), words(page, "大きく", "Zoom in"),
        words(page, "小さく", "Zoom out"), words(page, "全体", "Whole map"),
        words(page,
              "Ctrl とホイール、二度押しでも大きくなる。地図を選ぶと矢印キーで隣の市区町村へ移れる",
              "Ctrl and the wheel, or a double click, zoom too; with the map in focus, arrow keys "
              "go from place to place"));
    html += fmt::format(
        "<div class=\"map-side\">\n{}<p class=\"note\"><svg class=\"swatch\" viewBox=\"0 0 280 "
        "170\" aria-hidden=\"true\"><circle class=\"ring\" cx=\"140\" cy=\"85\" "
        "style=\"--r:48\"/></svg>{}</p>\n"
        "<form id=\"find\" class=\"needs-script\" role=\"search\"><label for=\"place-name\">{}"
        "</label><div><input id=\"place-name\" list=\"place-names\" autocomplete=\"off\" "
        "placeholder=\"{}\"><button type=\"submit\">{}</button></div><datalist "
        "id=\"place-names\"></datalist></form>\n"
        "<div id=\"place\" class=\"needs-script\" aria-live=\"polite\"><p class=\"note\">{}</p>"
        "</div>\n</div>\n</div>\n</section>\n",
        legend_html(page),
        words(page, "小さくて見えにくい選定市区町村", "Selected, too small to be seen"),
        words(page, "市区町村を調べる", "Look up a municipality"),
        words(page, "名前かコード", "Name or code"), words(page, "調べる", "Look up"),
        words(page, "地図の市区町村を押すか、名前を入れると、選定と根拠がここに出る。",
              "Press a municipality on the map or type its name: its selections and their evidence "
              "appear here."));
    return html;
}

std::string section(const char* id, const std::string& title, const std::string& content) {
    return fmt::format(
        "<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n{2}"
        "</section>\n",
        id, title, content);
}

std::string evidence(const PageQuestion& page) {
    return fmt::format("<h3>{}</h3>\n{}<h3>{}</h3>\n{}",
                       words(page, "資料自身の食い違い", "Contradictions of the source"),
                       contradictions_html(page), words(page, "データの証明", "Proofs"),
                       proofs_html(page));
}

std::string footer(const PageQuestion& page, const std::string& heading) {
    std::string html = "<footer>\n<h2>" + heading + "</h2>\n<ul>\n";
    for (const std::vector<Text>* lines : {&page.scene.notes, &page.scene.sources}) {
        for (const Text& line : *lines) {
            html += "<li>" + escape_html(page.say(line)) + "</li>\n";
        }
    }
    return html + fmt::format("</ul>\n<p>miraimap {}</p>\n</footer>\n", MIRAIMAP_VERSION);
}

}  // namespace
}  // namespace report

void check_report_ending(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending != ".html") {
        throw Error(ErrorKind::usage, file.string(),
                    {"知らない拡張子「" + ending + "」", "unknown file ending '" + ending + "'"},
                    {".html にする", "use .html"});
    }
}

const std::vector<Text>& report_sections() {
    static const std::vector<Text> headings{{"あらまし", "Summary"},
                                            {"地図", "Map"},
                                            {"年度と技術", "Years and technologies"},
                                            {"都道府県", "Prefectures"},
                                            {"選定と根拠", "Selections and evidence"},
                                            {"データの確かさ", "How sure the data is"},
                                            {"注と出典", "Notes and sources"}};
    return headings;
}

std::string report_page(const Snapshot& snapshot, const CheckReport& checks,
                        std::shared_ptr<const MapShapes> shapes, Progress* progress) {
    SceneOptions options;
    options.width_px = report::map_width_px;
    options.height_px = report::map_height_px;
    options.lang = snapshot.request.lang;
    options.text_scale = 1.15;
    options.measure_text = paper_measure_text();
    const Lang lang = snapshot.request.lang;
    const Scene scene = make_picture(snapshot, options, std::move(shapes));
    const report::PageQuestion page{snapshot, scene, checks, lang};
    std::size_t done = 0;
    const auto next = [&] {
        if (progress != nullptr) {
            progress->at(WorkStep::composing, done, report_sections().size());
        }
        return report_sections()[done++].in(lang);
    };
    std::string html = report::head(page) + "<body>\n" + report::hatch_patterns(page) +
                       report::header(page) + "<main id=\"main\">\n";
    html += report::summary(page, next());
    html += report::map_section(page, next());
    html += report::section("h-charts", next(), report::charts_html(page));
    html += report::section("h-prefectures", next(), report::prefectures_html(page));
    html += report::section("h-selections", next(), report::selections_html(page));
    html += report::section("h-checks", next(), report::evidence(page));
    html += "</main>\n" + report::footer(page, next());
    html += "<div id=\"tip\" hidden></div>\n<script type=\"application/json\" id=\"data\">" +
            report::data_json(page) + "</script>\n<script>\n" + std::string(report::script) +
            "</script>\n</body>\n</html>\n";
    return html;
}

}  // namespace miraimap
