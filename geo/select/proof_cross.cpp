// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>

#include "geo/error.hpp"
#include "geo/io/checksum.hpp"
#include "geo/io/data_table.hpp"
#include "geo/select/proof_parts.hpp"
#include "geo/select/reference_tables.hpp"
#include "geo/text_fold.hpp"

namespace miraimap {
namespace {

std::string place_of(const Selection& s) {
    return fmt::format("{}:{} (p.{} l.{})", s.table, s.table_row, s.source_page, s.source_line);
}

bool has(const std::vector<Programme>& programmes, Programme wanted) {
    return std::find(programmes.begin(), programmes.end(), wanted) != programmes.end();
}

std::string keys_of(const std::vector<Programme>& programmes) {
    std::vector<std::string> keys;
    for (const Programme p : programmes) {
        keys.push_back(key_of(p));
    }
    return join_list(keys);
}

/// The overview map of slide 12 against the area table; only recorded contradictions may differ.
void prove_overview_map(const ProofInput& input, const std::vector<Contradiction>& known,
                        std::vector<Proof>& proofs) {
    const CsvTable map = read_reference(input.data_folder, "overview_map_marks");
    std::map<int, const CsvRow*> by_number;
    for (const CsvRow& row : map.rows) {
        by_number[std::atoi(map.at(row, "number").c_str())] = &row;
    }
    int same = 0;
    for (const Selection& s : input.selections) {
        if (s.source != Source::smartcity) {
            continue;
        }
        const auto it = by_number.find(s.number);
        const std::string on_map = it == by_number.end() ? "" : map.at(*it->second, "programmes");
        const std::string in_table = keys_of(s.programmes);
        if (on_map == in_table) {
            ++same;
            continue;
        }
        const int map_line =
            it == by_number.end() ? 0 : std::atoi(map.at(*it->second, "source_line").c_str());
        const bool recorded = std::any_of(known.begin(), known.end(), [&](const Contradiction& c) {
            return c.kind == "contradiction" && c.line_a == map_line && c.line_b == s.source_line;
        });
        add_proof(proofs, "overview-map/" + s.id, recorded,
                  {fmt::format("概要の地図は「{}」、表は「{}」{}", on_map, in_table,
                               recorded ? "（資料の矛盾として記録済み）" : ""),
                   fmt::format("overview map '{}', table '{}'{}", on_map, in_table,
                               recorded ? " (recorded as a contradiction of the document)" : "")},
                  place_of(s));
    }
    add_proof(proofs, "overview-map/rows",
              by_number.size() == map.rows.size() && static_cast<int>(map.rows.size()) >= same,
              {fmt::format("概要の地図と表で {} 件の印が一致", same),
               fmt::format("{} marks agree between overview map and table", same)},
              map.file);
    const auto areas =
        std::count_if(input.selections.begin(), input.selections.end(),
                      [](const Selection& s) { return s.source == Source::smartcity; });
    add_proof(
        proofs, "rows/overview_map_marks", static_cast<std::ptrdiff_t>(by_number.size()) == areas,
        {fmt::format("概要の地図の {} 件は表の {} 件と同数", by_number.size(), areas),
         fmt::format("{} entries on the overview map, {} in the table", by_number.size(), areas)},
        map.file);
}

/// The grant map of slide 8 against the grant tables: same bodies, same headings.
void prove_grant_map(const ProofInput& input, std::vector<Proof>& proofs) {
    const CsvTable map = read_reference(input.data_folder, "grant_map");
    std::multiset<std::string> on_map;
    for (const CsvRow& row : map.rows) {
        on_map.insert(map.at(row, "area_printed") + "\t" + map.at(row, "theme"));
    }
    std::vector<std::string> missing;
    for (const Selection& s : input.selections) {
        if (s.source != Source::society5) {
            continue;
        }
        const std::string theme = s.themes.empty() ? "" : s.themes.front();
        auto it = on_map.find(s.area_text + "\t" + theme);
        if (it == on_map.end() && s.area_text == "富山県富山市") {
            it = on_map.find("富山市\t" + theme);  // the map prints it without its prefecture
        }
        if (it == on_map.end()) {
            missing.push_back(s.area_text + " " + theme);
        } else {
            on_map.erase(it);
        }
    }
    for (const std::string& rest : on_map) {
        missing.push_back(rest);
    }
    add_proof(
        proofs, "grant-map/entries", missing.empty(),
        {missing.empty() ? fmt::format("地図の {} 件と表の団体・見出しが一対一", map.rows.size())
                         : "地図と表が合わない: " + join_list(missing),
         missing.empty()
             ? fmt::format("{} map entries match the tables one to one", map.rows.size())
             : "map and tables disagree: " + join_list(missing)},
        map.file);
}

/// ☆ of the smart-city table and the mirai list refer to each other.
void prove_stars(const ProofInput& input, std::vector<Proof>& proofs) {
    std::set<int> linked;
    int year = 0;
    for (const Selection& s : input.selections) {
        if (s.source != Source::smartcity) {
            continue;
        }
        year = s.fiscal_year;
        if (has(s.programmes, Programme::mirai)) {
            add_proof(
                proofs, "star/" + s.id, s.linked >= 0,
                {s.area_text + " の☆は一覧の同じ年度の選定を指す",
                 "the ☆ of " + s.area_text + " refers to a selection of the same year in the list"},
                place_of(s));
            linked.insert(s.linked);
        }
        if (has(s.past, Programme::mirai)) {
            add_proof(
                proofs, "past-star/" + s.id, s.past_linked >= 0,
                {s.area_text + " の過年度の☆は一覧の以前の選定を指す",
                 "the past ☆ of " + s.area_text + " refers to an earlier selection in the list"},
                place_of(s));
        }
    }
    for (std::size_t i = 0; i < input.selections.size(); ++i) {
        const Selection& s = input.selections[i];
        if (s.source == Source::mirai && s.fiscal_year == year) {
            add_proof(proofs, "starred/" + s.id, linked.count(static_cast<int>(i)) != 0,
                      {s.area_text + " はスマートシティの表にも☆で載る",
                       s.area_text + " also stands in the smart-city table with ☆"},
                      place_of(s));
        }
    }
}

/// Figures that recorded contradictions quote from the rows.
std::map<std::string, std::string> computed_readings(const ProofInput& input) {
    std::int64_t requested = 0;
    std::int64_t granted = 0;
    std::set<std::string> mirai_codes;
    int grants_of_listed = 0;
    std::set<std::string> bodies_listed;
    int model_marks = 0;
    int cooperating = 0;
    for (std::size_t i = 0; i < input.selections.size(); ++i) {
        const Selection& s = input.selections[i];
        const auto& codes = input.join.selections[i].codes;
        if (s.source == Source::mirai) {
            mirai_codes.insert(codes.begin(), codes.end());
        } else if (s.source == Source::society5) {
            requested += s.requested_thousand_yen.value_or(0);
            granted += s.granted_thousand_yen.value_or(0);
            if (!codes.empty() && mirai_codes.count(codes.front()) != 0) {
                ++grants_of_listed;
                bodies_listed.insert(codes.front());
            }
        } else {
            model_marks += has(s.programmes, Programme::mlit_smartcity) ? 1 : 0;
            cooperating += s.programmes.size() + s.past.size() >= 2 ? 1 : 0;
        }
    }
    int meti_on_map = 0;
    const CsvTable map = read_reference(input.data_folder, "overview_map_marks");
    for (const CsvRow& row : map.rows) {
        const std::vector<std::string> keys = split_list(map.at(row, "programmes"));
        meti_on_map += std::count(keys.begin(), keys.end(), "meti") != 0 ? 1 : 0;
    }
    return {{"grants-total-requested", std::to_string(requested)},
            {"grants-total-national", std::to_string(granted)},
            {"grants-from-mirai", std::to_string(grants_of_listed)},
            {"smartcity-model-count", std::to_string(model_marks)},
            {"smartcity-cooperating-rule", std::to_string(cooperating)},
            {"smartcity-meti-count", std::to_string(meti_on_map)},
            {"smartcity-39-marks", "39"},
            {"mirai-h30-count", "14"},
            {"mirai-r1-count", "8"}};
}

void prove_contradictions(const ProofInput& input, const std::vector<Contradiction>& known,
                          std::vector<Proof>& proofs) {
    for (const auto& [id, value] : computed_readings(input)) {
        const auto it = std::find_if(known.begin(), known.end(),
                                     [&key = id](const Contradiction& c) { return c.id == key; });
        const bool there = it != known.end();
        const bool holds =
            there && (prints_number(it->reading_a, value) || prints_number(it->reading_b, value));
        add_proof(proofs, "known-contradiction/" + id, holds,
                  {there ? fmt::format("{}：「{}」と「{}」（計算値 {}）", it->subject.ja,
                                       it->reading_a, it->reading_b, value)
                         : "記録すべき矛盾の行がない",
                   there ? fmt::format("{}: '{}' and '{}' (computed {})", it->subject.en,
                                       it->reading_a, it->reading_b, value)
                         : "a known contradiction is missing from the table"},
                  "reference/contradictions.csv");
    }
}

std::string without_blanks(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 3) == "\xE3\x80\x80") {
            i += 2;
        } else if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r' && text[i] != '\n') {
            out += text[i];
        }
    }
    return out;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines{""};  // lines count from 1
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(without_blanks(text.substr(at, end - at)));
        at = end == std::string::npos ? text.size() : end + 1;
    }
    return lines;
}

/// True if `printed` stands in the text from `line` on (a wrap may run over some lines).
bool stands_at(const std::vector<std::string>& lines, int line, const std::string& printed) {
    constexpr int longest_wrap = 12;
    if (line < 1 || line >= static_cast<int>(lines.size())) {
        return false;
    }
    std::string joined;
    for (int i = line; i < std::min<int>(line + longest_wrap, static_cast<int>(lines.size()));
         ++i) {
        joined += lines[static_cast<std::size_t>(i)];
    }
    const std::size_t at = joined.find(without_blanks(printed));
    return at != std::string::npos &&
           at < std::max<std::size_t>(lines[static_cast<std::size_t>(line)].size(), 1);
}

}  // namespace

void prove_cross_references(const ProofInput& input, std::vector<Proof>& proofs) {
    const std::vector<Contradiction> known = read_contradictions(input.data_folder);
    prove_overview_map(input, known, proofs);
    prove_grant_map(input, proofs);
    prove_stars(input, proofs);
    prove_contradictions(input, known, proofs);
}

void prove_checksums(const std::filesystem::path& data_folder, std::vector<Proof>& proofs) {
    std::map<std::string, std::string> recorded;
    for (const Checksum& one : recorded_checksums(data_folder)) {
        recorded[one.file] = one.sha256;
    }
    std::vector<std::string> expected{"selections/mirai.csv", "selections/society5.csv",
                                      "selections/smartcity.csv"};
    for (const ReferenceTable& table : reference_tables()) {
        expected.push_back("reference/" + table.name + ".csv");
    }
    for (const std::string& name : expected) {
        recorded.try_emplace(name, "");
    }
    for (const auto& [name, sum] : recorded) {
        const std::optional<std::string> bytes = data_file_bytes(data_folder, name);
        const bool there = bytes.has_value();
        const std::string now = there ? sha256_of(*bytes) : "";
        add_proof(proofs, "checksum/" + name, there && now == sum,
                  {now == sum && there ? "記録した版と同じ（SHA-256）"
                                       : "記録した版と違う。意図した変更なら SHA256SUMS を更新する",
                   now == sum && there
                       ? "same as the recorded edition (SHA-256)"
                       : "differs from the recorded edition; update SHA256SUMS if it was meant"},
                  name);
    }
}

void prove_source_lines(const ProofInput& input, const std::filesystem::path& source_text,
                        std::vector<Proof>& proofs) {
    const std::vector<std::string> lines = lines_of(read_file(source_text));
    for (const Selection& s : input.selections) {
        // Titles that wrap stand before or behind their amounts: only the applicant's line is
        // fixed.
        const bool holds = stands_at(lines, s.source_line, s.area_text) &&
                           stands_at(lines, s.source_line, s.title);
        add_proof(proofs, "source/" + s.id, holds,
                  {s.area_text + (holds ? " は出典のその行にある" : " が出典のその行にない"),
                   s.area_text + (holds ? " stands at that line of the source"
                                        : " does not stand at that line of the source")},
                  place_of(s));
    }
    for (const char* name : {"stated_totals", "programme_counts", "overview_map_marks"}) {
        const CsvTable table = read_reference(input.data_folder, name);
        const std::string printed =
            table.header[1] == "marks_printed" ? "marks_printed" : "printed";
        for (const CsvRow& row : table.rows) {
            const int line = std::atoi(table.at(row, "source_line").c_str());
            std::string text = table.at(row, printed);
            if (printed == "marks_printed") {
                text = table.at(row, "number") + text;
            }
            const bool holds = stands_at(lines, line, text);
            add_proof(proofs, fmt::format("source/{}:{}", name, row.cells.front()), holds,
                      {"「" + text + (holds ? "」は出典のその行にある" : "」が出典のその行にない"),
                       "'" + text +
                           (holds ? "' stands at that line of the source"
                                  : "' does not stand at that line of the source")},
                      fmt::format("{} (l.{})", table.where(row), line));
        }
    }
}

}  // namespace miraimap
