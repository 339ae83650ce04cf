// SPDX-License-Identifier: MIT
// The page's tables: coverage by prefecture, selections with their evidence, contradictions,
// proofs.
#include <fmt/format.h>

#include <array>
#include <map>

#include "app/print/report/html.hpp"
#include "app/print/report/parts.hpp"

namespace miraimap::report {
namespace {

HtmlCell count_cell(int number) { return number_cell(thousands(number), number); }

std::vector<HtmlCell> coverage_cells(const PageQuestion& page, const CoverageRow& row) {
    return {row_header(page.say(row.name)),
            count_cell(row.municipalities),
            count_cell(row.direct),
            count_cell(row.part),
            count_cell(row.prefecture_only),
            count_cell(row.uncovered),
            count_cell(row.selections),
            number_cell(percent(row.share_municipalities(), page.lang), row.share_municipalities()),
            number_cell(percent(row.share_area(), page.lang), row.share_area())};
}

/// Slide and line of the source text.
std::string place_in_source(const PageQuestion& page, int slide, int line) {
    return fmt::format(fmt::runtime(page.say({"{}枚目 {}行", "slide {}, line {}"})), slide, line);
}

std::string small(const std::string& text) {
    return text.empty() ? text : "<small>" + escape_html(text) + "</small>";
}

template <typename Values>
std::string names(const PageQuestion& page, const Values& values) {
    std::string all;
    for (const auto value : values) {
        all += (all.empty() ? "" : page.say({"、", ", "})) + page.say(name_of(value));
    }
    return all;
}

const Text& kind_name(const std::string& kind) {
    static const Text contradiction{"食い違い", "Contradiction"};
    static const Text explained{"説明のつく差", "Explained"};
    static const Text unverifiable{"確かめられない", "Unverifiable"};
    return kind == "contradiction" ? contradiction : kind == "explained" ? explained : unverifiable;
}

/// What a family of proofs is about, by the part of the id before the slash.
Text family_name(const std::string& family) {
    static const std::map<std::string, Text> known{
        {"boundaries", {"境界", "Boundaries"}},
        {"checksum", {"ファイルの検査和", "Checksums of the files"}},
        {"grant-map", {"交付金の地図と一覧", "Map and list of grants"}},
        {"half", {"採択額と事業費の半分", "Grant and half of the cost"}},
        {"known-contradiction", {"記録した食い違いの数字", "Figures of recorded contradictions"}},
        {"numbering", {"番号の連なり", "Numbering without gaps"}},
        {"overview-map", {"概要の地図と表の印", "Marks of overview map and table"}},
        {"past-star", {"過年度の☆と一覧", "Earlier ☆ and the list"}},
        {"printed", {"印刷どおりの値", "Values as printed"}},
        {"programme-count", {"事業ごとの件数", "Number by programme"}},
        {"rows", {"表の行数", "Rows of the tables"}},
        {"source", {"資料の行との照合", "Compared with the lines of the source"}},
        {"star", {"☆と一覧", "☆ and the list"}},
        {"starred", {"一覧と☆", "The list and ☆"}},
        {"sum", {"行の和", "Sums of rows"}},
        {"total", {"資料が書く合計", "Totals stated in the slides"}},
    };
    const auto found = known.find(family);
    return found == known.end() ? Text{family, family} : found->second;
}

}  // namespace

std::string prefectures_html(const PageQuestion& page) {
    HtmlTable table;
    table.id = "prefectures";
    table.sortable = true;
    table.caption = page.say({"都道府県ごとの選定状況", "Coverage by prefecture"});
    table.columns = {{page.say({"都道府県", "Prefecture"})},
                     {page.say({"市区町村", "Municipalities"}), true},
                     {page.say({"選定", "Direct"}), true},
                     {page.say({"一部", "Part"}), true},
                     {page.say({"県のみ", "Prefecture only"}), true},
                     {page.say({"選定なし", "Not selected"}), true},
                     {page.say({"選定件数", "Selections"}), true},
                     {page.say({"割合", "Share"}), true},
                     {page.say({"面積割合", "Share of area"}), true}};
    int order = 0;
    for (const CoverageRow& row : page.snapshot.table.rows) {
        HtmlRow made{fmt::format(" data-p=\"{}\"", escape_html(row.key)),
                     coverage_cells(page, row)};
        made.cells.front().sort = fmt::format("{:02}", ++order);  // JIS order, not that of kanji
        table.rows.push_back(std::move(made));
    }
    table.total.push_back({" data-p=\"total\"", coverage_cells(page, page.snapshot.table.total)});
    return to_html(table);
}

std::string selections_html(const PageQuestion& page) {
    HtmlTable table;
    table.id = "selections";
    table.sortable = true;
    table.caption = page.say({"選定の一覧と根拠", "Selections and their evidence"});
    table.columns = {{page.say({"年度", "Year"})},
                     {page.say({"地域（印刷どおり）", "Area as printed"})},
                     {page.say({"事業と題名", "Programme and title"}), false, "title"},
                     {page.say({"技術", "Technologies"}), false, "technologies"},
                     {page.say({"範囲", "Scope"})},
                     {page.say({"コード", "Codes"}), false, "codes"},
                     {page.say({"根拠", "Evidence"}), false, "evidence"}};
    const World& world = *page.snapshot.world;
    for (std::size_t p = 0; p < page.snapshot.passed.size(); ++p) {
        const auto index = static_cast<std::size_t>(page.snapshot.passed[p].selection);
        const Selection& s = world.selections[index];
        const JoinedSelection& joined = world.join.selections[index];
        const HtmlCell year{escape_html(year_key(s.fiscal_year)), fmt::format("{}", s.fiscal_year)};
        const HtmlCell programme{escape_html(names(page, s.programmes)) + small(s.title)};
        const HtmlCell evidence{
            escape_html(place_in_source(page, s.source_page, s.source_line)) + small(s.id),
            fmt::format("{}", s.source_line)};
        std::string codes;
        for (const std::string& code : joined.codes) {
            codes += (codes.empty() ? "" : " ") + code;
        }
        table.rows.push_back(
            {fmt::format(" data-s=\"{}\"", p),
             {year, row_header(s.area_text), programme, text_cell(names(page, s.technologies)),
              text_cell(page.say(name_of(joined.scope))), text_cell(codes), evidence}});
    }
    return to_html(table);
}

std::string contradictions_html(const PageQuestion& page) {
    HtmlTable table;
    table.id = "contradictions";
    table.sortable = true;
    table.caption = page.say({"資料自身の食い違い（直さずに両方の読みを示す）",
                              "The document's own contradictions (both readings, none repaired)"});
    table.columns = {{page.say({"種類", "Kind"})},
                     {page.say({"何について", "Subject"})},
                     {page.say({"読み A", "Reading A"})},
                     {page.say({"読み B", "Reading B"})},
                     {page.say({"説明", "Explanation"}), false, "title"}};
    const auto reading = [&](const std::string& words, int slide, int line) {
        return HtmlCell{escape_html(words) + small(place_in_source(page, slide, line))};
    };
    for (const Contradiction& c : page.checks.contradictions) {
        table.rows.push_back(
            {"",
             {text_cell(page.say(kind_name(c.kind))), row_header(page.say(c.subject)),
              reading(c.reading_a, c.page_a, c.line_a), reading(c.reading_b, c.page_b, c.line_b),
              text_cell(page.say(c.explanation))}});
    }
    return to_html(table);
}

std::string proofs_html(const PageQuestion& page) {
    std::map<std::string, std::array<int, 3>> families;
    HtmlTable failed;
    failed.id = "failed-proofs";
    failed.caption = page.say({"失敗した証明", "Failed proofs"});
    failed.columns = {{page.say({"証明", "Proof"})},
                      {page.say({"内容", "Statement"}), false, "title"},
                      {page.say({"場所", "Where"})}};
    for (const Proof& proof : page.checks.proofs) {
        ++families[proof.id.substr(0, proof.id.find('/'))].at(
            static_cast<std::size_t>(proof.verdict));
        if (proof.verdict == Verdict::failed) {
            failed.rows.push_back({"",
                                   {row_header(proof.id), text_cell(page.say(proof.statement)),
                                    text_cell(proof.where)}});
        }
    }
    HtmlTable table;
    table.id = "proofs";
    table.caption = page.say({"データの証明のまとめ", "Proofs of the data, in short"});
    table.columns = {{page.say({"証明の種類", "Family of proofs"})},
                     {page.say(name_of(Verdict::proved)), true},
                     {page.say(name_of(Verdict::failed)), true},
                     {page.say(name_of(Verdict::unverifiable)), true}};
    std::array<int, 3> sums{};
    for (const auto& [family, counts] : families) {
        HtmlRow row{"", {row_header(page.say(family_name(family)))}};
        for (std::size_t v = 0; v < counts.size(); ++v) {
            row.cells.push_back(count_cell(counts.at(v)));
            sums.at(v) += counts.at(v);
        }
        table.rows.push_back(std::move(row));
    }
    HtmlRow total{"", {row_header(page.say({"計", "Total"}))}};
    for (const int sum : sums) {
        total.cells.push_back(count_cell(sum));
    }
    table.total.push_back(std::move(total));
    return to_html(table) + (failed.rows.empty() ? "" : to_html(failed)) + "<p class=\"note\">" +
           escape_html(
               page.say({"一つ一つの証明と、境界そのものの証明は miraimap check が示す。",
                         "miraimap check prints every proof, and those of the boundaries."})) +
           "</p>\n";
}

}  // namespace miraimap::report
