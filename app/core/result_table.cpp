// SPDX-License-Identifier: MIT
#include "app/core/result_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace {

constexpr int share_decimals = 6;
constexpr int area_decimals = 2;
constexpr int distance_decimals = 3;

template <typename Values>
WordList keys_of(const Values& values) {
    WordList keys;
    for (const auto& value : values) {
        keys.push_back(key_of(value));
    }
    return keys;
}

ResultCell amount(const std::optional<std::int64_t>& value) {
    return value ? ResultCell(*value) : ResultCell();
}

ResultCell text_or_null(const std::string& text) {
    return text.empty() ? ResultCell() : ResultCell(text);
}

std::vector<ResultCell> coverage_cells(const CoverageRow& row, Lang lang) {
    return {row.key,
            row.name.in(lang),
            std::int64_t{row.municipalities},
            std::int64_t{row.direct},
            std::int64_t{row.part},
            std::int64_t{row.prefecture_only},
            std::int64_t{row.uncovered},
            std::int64_t{row.selections},
            Decimal{row.share_municipalities(), share_decimals},
            Decimal{row.area_km2, area_decimals},
            Decimal{row.covered_area_km2, area_decimals},
            Decimal{row.share_area(), share_decimals}};
}

void add_figure_columns(ResultTable& table, const CoverageTable& coverage,
                        const UserTable& user_table) {
    const std::string& figure = user_table.figure;
    table.columns.push_back({"figure", {figure, figure}});
    table.columns.push_back({"covered_figure", {"選定の" + figure, "Covered " + figure}});
    table.columns.push_back(
        {"share_figure", {figure + "の割合", "Share of " + figure}, true, true});
    const auto add = [](std::vector<ResultCell>& cells, const CoverageRow& row) {
        cells.emplace_back(Decimal{row.figure, area_decimals});
        cells.emplace_back(Decimal{row.covered_figure, area_decimals});
        cells.emplace_back(Decimal{row.share_figure(), share_decimals});
    };
    for (std::size_t i = 0; i < coverage.rows.size(); ++i) {
        add(table.rows[i], coverage.rows[i]);
    }
    add(table.total, coverage.total);
}

const std::string& prefecture_name(int number, Lang lang) {
    return prefectures().at(static_cast<std::size_t>(number - 1)).name.in(lang);
}

}  // namespace

const std::string& name_in(const Municipality& municipality, Lang lang) {
    return lang == Lang::en && !municipality.name_en.empty() ? municipality.name_en
                                                             : municipality.name_ja;
}

ResultTable list_table(const Snapshot& snapshot, Lang /*lang*/) {
    ResultTable table;
    table.columns = {{"id", {"ID", "ID"}},
                     {"source", {"一覧", "Source"}, false},
                     {"programme", {"事業", "Programme"}},
                     {"fiscal_year", {"年度", "Year"}},
                     {"number", {"番号", "No."}, false},
                     {"kind", {"区分", "Kind"}, false},
                     {"area_text", {"団体・地域（印刷どおり）", "Area as printed"}},
                     {"title", {"事業名", "Title"}},
                     {"technologies", {"技術", "Technologies"}},
                     {"themes", {"分野", "Themes"}, false},
                     {"requested_thousand_yen", {"申請（千円）", "Requested (1,000 JPY)"}, false},
                     {"granted_thousand_yen", {"採択（千円）", "Granted (1,000 JPY)"}},
                     {"codes", {"コード", "Codes"}},
                     {"parts", {"区域", "Parts"}, false},
                     {"scope", {"範囲", "Scope"}},
                     {"past", {"過年度", "Past"}, false},
                     {"source_page", {"頁", "Page"}, false},
                     {"source_line", {"行", "Line"}, false}};
    const World& world = *snapshot.world;
    for (const Passed& passed : snapshot.passed) {
        const auto index = static_cast<std::size_t>(passed.selection);
        const Selection& s = world.selections[index];
        const JoinedSelection& joined = world.join.selections[index];
        table.rows.push_back({s.id, key_of(s.source), keys_of(s.programmes),
                              year_key(s.fiscal_year), std::int64_t{s.number},
                              text_or_null(key_of(s.kind)), s.area_text, text_or_null(s.title),
                              keys_of(s.technologies), s.themes, amount(s.requested_thousand_yen),
                              amount(s.granted_thousand_yen), joined.codes, joined.districts,
                              key_of(joined.scope), keys_of(s.past), std::int64_t{s.source_page},
                              std::int64_t{s.source_line}});
    }
    return table;
}

ResultTable coverage_result(const CoverageTable& coverage, Lang lang, const UserTable* user_table) {
    ResultTable table;
    table.columns = {{"key", {"キー", "Key"}},
                     {"name", {"名称", "Name"}},
                     {"municipalities", {"市区町村", "Municipalities"}},
                     {"direct", {"選定", "Direct"}},
                     {"part", {"一部", "Part"}},
                     {"prefecture_only", {"県のみ", "Pref. only"}},
                     {"uncovered", {"選定なし", "Not selected"}},
                     {"selections", {"選定件数", "Selections"}},
                     {"share_municipalities", {"割合", "Share"}, true, true},
                     {"area_km2", {"面積km²", "Area km²"}},
                     {"covered_area_km2", {"選定面積km²", "Covered km²"}},
                     {"share_area", {"面積割合", "Area share"}, true, true}};
    for (const CoverageRow& row : coverage.rows) {
        table.rows.push_back(coverage_cells(row, lang));
    }
    table.total = coverage_cells(coverage.total, lang);
    if (user_table != nullptr) {
        add_figure_columns(table, coverage, *user_table);
    }
    return table;
}

void add_known_unknowns(ResultTable& coverage, const KnownUnknowns& unknown, Lang lang) {
    static const Text ended{"支援を終えた事業（団体名なし）", "Ended projects (not named)"};
    static const Text unresolved{"うち市区町村を特定できない選定", "Of these, without a place"};
    const auto add = [&](const char* key, const Text& name, int count) {
        if (count == 0) {
            return;
        }
        std::vector<ResultCell> row;
        for (const ResultColumn& column : coverage.columns) {
            if (column.name == "key") {
                row.emplace_back(std::string(key));
            } else if (column.name == "name") {
                row.emplace_back(name.in(lang));
            } else if (column.name == "selections") {
                row.emplace_back(std::int64_t{count});
            } else {
                row.emplace_back(std::string("?"));
            }
        }
        coverage.apart.push_back(std::move(row));
    };
    add("unresolved", unresolved, static_cast<int>(unknown.unresolved.size()));
    add("ended", ended, unknown.ended);
}

ResultTable gaps_table(const Catalogue& catalogue, const std::vector<GapRegion>& regions,
                       Lang /*lang*/) {
    ResultTable table;
    table.columns = {{"region", {"空白域", "Region"}},
                     {"municipalities", {"市区町村", "Municipalities"}},
                     {"prefectures", {"都道府県", "Prefectures"}},
                     {"area_km2", {"面積km²", "Area km²"}},
                     {"depth", {"深さ", "Depth"}},
                     {"codes", {"コード", "Codes"}, false}};
    for (const GapRegion& region : regions) {
        WordList touched;
        for (const int number : region.prefectures) {
            touched.push_back(prefectures().at(static_cast<std::size_t>(number - 1)).code);
        }
        WordList codes;
        for (const int member : region.members) {
            codes.push_back(catalogue.municipalities[static_cast<std::size_t>(member)].code);
        }
        const ResultCell depth =
            region.depth ? ResultCell(std::int64_t{*region.depth}) : ResultCell();
        table.rows.push_back({region.id, std::int64_t{region.municipalities}, touched,
                              Decimal{region.area_km2, area_decimals}, depth, codes});
    }
    return table;
}

void name_prefectures(ResultTable& table, Lang lang) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].name != "prefectures") {
            continue;
        }
        for (auto& row : table.rows) {
            for (std::string& word : std::get<WordList>(row[c])) {
                if (const auto number = find_prefecture(word)) {
                    word = prefectures().at(static_cast<std::size_t>(*number) - 1).name.in(lang);
                }
            }
        }
    }
}

ResultTable peers_table(const World& world, const std::vector<Peer>& peers, Lang lang) {
    ResultTable table;
    table.columns = {{"rank", {"順位", "Rank"}},
                     {"code", {"コード", "Code"}},
                     {"name", {"市区町村", "Municipality"}},
                     {"distance_km", {"距離km", "Distance km"}},
                     {"borders", {"境界数", "Borders"}},
                     {"selection_id", {"選定", "Selection"}},
                     {"reason", {"理由", "Reason"}}};
    std::int64_t rank = 0;
    for (const Peer& peer : peers) {
        const Municipality& m =
            world.catalogue.municipalities[static_cast<std::size_t>(peer.municipality)];
        const ResultCell borders =
            peer.borders ? ResultCell(std::int64_t{*peer.borders}) : ResultCell();
        table.rows.push_back({++rank, m.code, name_in(m, lang),
                              Decimal{peer.distance_km, distance_decimals}, borders,
                              world.selections[static_cast<std::size_t>(peer.selection)].id,
                              peer.reason.in(lang)});
    }
    return table;
}

ResultTable resolve_table(const std::vector<std::pair<std::string, ResolvedPart>>& parts,
                          Lang lang) {
    ResultTable table;
    table.columns = {{"text", {"入力", "Text"}, false},
                     {"part", {"部分", "Part"}},
                     {"code", {"コード", "Code"}},
                     {"name", {"名称", "Name"}},
                     {"prefecture", {"都道府県", "Prefecture"}},
                     {"match", {"一致", "Match"}},
                     {"reason", {"理由", "Reason"}},
                     {"candidates", {"候補", "Candidates"}}};
    for (const auto& [text, part] : parts) {
        WordList candidates;
        for (const Candidate& candidate : part.candidates) {
            candidates.push_back(candidate.code + " " + candidate.prefecture + candidate.name);
        }
        table.rows.push_back({text, part.part, text_or_null(part.code), text_or_null(part.name),
                              text_or_null(part.prefecture_number == 0
                                               ? part.prefecture
                                               : prefecture_name(part.prefecture_number, Lang::ja)),
                              key_of(part.match), part.reason.in(lang), candidates});
    }
    return table;
}

std::string fixed_text(double value, int decimals) {
    std::string digits = fmt::format("{:.{}f}", value, decimals);
    if (digits.starts_with('-') && digits.find_first_not_of("-0.") == std::string::npos) {
        digits.erase(0, 1);
    }
    return digits;
}

std::string cell_text(const ResultCell& cell, const ResultColumn& column) {
    const auto thousands = [](std::string digits) {
        const std::size_t end = std::min(digits.find('.'), digits.size());
        for (std::size_t i = end; i > 3 + (digits[0] == '-' ? 1U : 0U);) {
            i -= 3;
            digits.insert(i, ",");
        }
        return digits;
    };
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return *text;
    }
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        return thousands(std::to_string(*number));
    }
    if (const auto* decimal = std::get_if<Decimal>(&cell)) {
        const int decimals = std::min(decimal->decimals, column.shown_decimals);
        return column.share ? fixed_text(100 * decimal->value, 1) + " %"
                            : thousands(fixed_text(decimal->value, decimals));
    }
    std::string all;
    if (const auto* words = std::get_if<WordList>(&cell)) {
        for (const std::string& word : *words) {
            all += (all.empty() ? "" : " ") + word;
        }
    }
    return all;
}

}  // namespace miraimap
