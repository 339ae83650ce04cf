// SPDX-License-Identifier: MIT
#include "geo/place/names_data.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "geo/error.hpp"
#include "geo/io/csv.hpp"
#include "geo/io/data_table.hpp"
#include "geo/io/database_address.hpp"

namespace miraimap {
namespace {

[[noreturn]] void fail(const CsvTable& table, const CsvRow& row, std::string_view value, Text wrong,
                       Text advice) {
    throw Error(ErrorKind::input, table.where(row),
                {fmt::format("{}: {}", wrong.ja, value), fmt::format("{}: {}", wrong.en, value)},
                std::move(advice));
}

bool is_code(std::string_view text) {
    return text.size() == 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A five-digit code from a cell.
std::string code_at(const CsvTable& table, const CsvRow& row, std::string_view column) {
    const std::string& code = table.at(row, column);
    if (!is_code(code)) {
        fail(table, row, code, {"5桁の番号ではない", "not a five-digit code"},
             {"検査数字を除き、先頭の0を補う", "drop the check digit, keep the leading zero"});
    }
    return code;
}

/// A cell that must say something.
const std::string& text_at(const CsvTable& table, const CsvRow& row, std::string_view column) {
    const std::string& text = table.at(row, column);
    if (text.empty()) {
        fail(table, row, column, {"空の欄がある", "an empty cell"},
             {"理由と根拠は日本語と英語で書く", "give reason and basis in Japanese and English"});
    }
    return text;
}

/// A date or nothing.
std::string date_at(const CsvTable& table, const CsvRow& row, std::string_view column) {
    const std::string& date = table.at(row, column);
    const auto shape = [](std::string_view text) {
        constexpr std::string_view pattern = "0000-00-00";
        return std::equal(
            text.begin(), text.end(), pattern.begin(), pattern.end(),
            [](char c, char p) { return p == '-' ? c == '-' : c >= '0' && c <= '9'; });
    };
    if (!date.empty() && !shape(date)) {
        fail(table, row, date, {"日付ではない", "not a date"},
             {"例: 2024-01-01", "e.g. 2024-01-01"});
    }
    return date;
}

CsvTable read_table(const std::filesystem::path& folder, const std::string& name,
                    const std::vector<std::string>& header) {
    if (is_database(folder.string())) {
        return read_data_table(folder, "names", name, header);
    }
    return read_csv(folder / (name + ".csv"), header, "names/" + name + ".csv");
}

Variants load_variants(const std::filesystem::path& folder) {
    const CsvTable table =
        read_table(folder, "variants", {"variant", "standard", "reason_ja", "reason_en"});
    Variants variants;
    for (const CsvRow& row : table.rows) {
        const std::u32string variant = to_utf32(table.at(row, "variant"));
        const std::u32string standard = to_utf32(table.at(row, "standard"));
        if (variant.size() != 1 || standard.size() != 1) {
            fail(table, row, table.at(row, "variant") + " → " + table.at(row, "standard"),
                 {"1文字から1文字への対応ではない", "not one character for one character"},
                 {"1行に1文字ずつ書く", "write one character a cell"});
        }
        if (!variants.add(variant[0], standard[0],
                          {text_at(table, row, "reason_ja"), text_at(table, row, "reason_en")})) {
            fail(table, row, table.at(row, "variant"),
                 {"重複しているか、標準の字がほかの行で異体字になっている",
                  "a duplicate, or its standard is a variant in another row"},
                 {"標準の字は1つに決める", "use one standard character for all its variants"});
        }
    }
    return variants;
}

std::vector<Ward> load_wards(const std::filesystem::path& folder) {
    const CsvTable table =
        read_table(folder, "wards", {"code", "city_code", "name", "valid_from", "valid_to"});
    std::vector<Ward> wards;
    std::set<std::string> seen;
    for (const CsvRow& row : table.rows) {
        wards.push_back({code_at(table, row, "code"), code_at(table, row, "city_code"),
                         text_at(table, row, "name"), date_at(table, row, "valid_from"),
                         date_at(table, row, "valid_to")});
        if (!seen.insert(wards.back().code).second) {
            fail(table, row, wards.back().code, {"区の番号が重複している", "a ward code twice"},
                 {"片方を除く", "remove one of the rows"});
        }
    }
    return wards;
}

std::vector<NonPlace> load_non_places(const std::filesystem::path& folder) {
    const CsvTable table =
        read_table(folder, "non_places",
                   {"name", "reason_ja", "reason_en", "candidates", "candidates_basis",
                    "decided_by", "source_page", "source_line"});
    std::vector<NonPlace> all;
    for (const CsvRow& row : table.rows) {
        NonPlace place;
        place.name = text_at(table, row, "name");
        place.reason = {text_at(table, row, "reason_ja"), text_at(table, row, "reason_en")};
        place.candidates = split_list(table.at(row, "candidates"));
        for (const std::string& code : place.candidates) {
            if (!is_code(code)) {
                fail(table, row, code, {"5桁の番号ではない", "not a five-digit code"},
                     {"番号を ; でつなぐ", "join the codes with ;"});
            }
        }
        place.where = table.where(row);
        all.push_back(std::move(place));
    }
    return all;
}

std::vector<Decision> load_decisions(const std::filesystem::path& folder) {
    const CsvTable table = read_table(folder, "decisions",
                                      {"text", "code", "reason_ja", "reason_en", "basis", "date"});
    std::vector<Decision> all;
    for (const CsvRow& row : table.rows) {
        all.push_back({text_at(table, row, "text"),
                       code_at(table, row, "code"),
                       {text_at(table, row, "reason_ja"), text_at(table, row, "reason_en")},
                       text_at(table, row, "basis"),
                       date_at(table, row, "date"),
                       table.where(row)});
    }
    return all;
}

}  // namespace

NamesData load_names_data(const std::filesystem::path& folder) {
    return {load_variants(folder), load_wards(folder), load_non_places(folder),
            load_decisions(folder)};
}

}  // namespace miraimap
