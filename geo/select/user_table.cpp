// SPDX-License-Identifier: MIT
#include "geo/select/user_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <map>

#include "geo/error.hpp"
#include "geo/place/code.hpp"
#include "geo/text_fold.hpp"

namespace miraimap {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// @param except  a column that is something else
std::size_t column_saying(const CsvTable& table, const std::vector<std::string>& words,
                          std::size_t except = none) {
    for (std::size_t c = 0; c < table.header.size(); ++c) {
        if (c == except) {
            continue;
        }
        const std::string heading = fold_width_and_case(table.header[c]);
        for (const std::string& word : words) {
            if (heading.find(word) != std::string::npos) {
                return c;
            }
        }
    }
    return none;
}

/// Whether every filled cell of a column is a number or a mark for none, and at least one a number.
bool is_number_column(const CsvTable& table, std::size_t column) {
    bool any = false;
    for (const CsvRow& row : table.rows) {
        const std::string_view cell = trim(row.cells[column]);
        if (cell.empty() || is_withheld(cell)) {
            continue;
        }
        if (!parse_figure(cell)) {
            return false;
        }
        any = true;
    }
    return any;
}

/// 1,234 and 1,234,567.8, but not 1,2: that may be a decimal comma.
bool commas_part_thousands(std::string_view digits) {
    const std::string_view whole = digits.substr(0, digits.find('.'));
    if (digits.find(',', whole.size()) != std::string_view::npos) {
        return false;
    }
    for (std::size_t at = whole.find(','); at != std::string_view::npos;
         at = whole.find(',', at + 1)) {
        const std::size_t next = std::min(whole.find(',', at + 1), whole.size());
        if (at == 0 || next - at != 4) {
            return false;
        }
    }
    return true;
}

struct Columns {
    std::size_t key = 0;
    std::size_t name = none;        ///< beside a key of codes: stands for a missing code
    std::size_t prefecture = none;  ///< goes before a name
    std::size_t figure = none;
};

Columns choose_columns(const CsvTable& table, const std::string& figure) {
    Columns columns;
    const std::size_t code = column_saying(table, {"コード", "code"});
    const std::size_t name = column_saying(
        table, {"市区町村", "自治体", "団体", "市町村", "municipality", "name"}, code);
    columns.key = code != none ? code : name != none ? name : 0;
    columns.name = code != none ? name : none;
    columns.prefecture = column_saying(table, {"都道府県", "prefecture"}, columns.key);
    columns.prefecture = columns.prefecture == columns.name ? none : columns.prefecture;
    if (!figure.empty() && std::count(table.header.begin(), table.header.end(), figure) > 1) {
        throw Error(
            ErrorKind::usage, "--figure",
            {"「" + figure + "」という列がいくつもある", "there are several columns " + figure},
            {"見出しを書き分ける", "give them different headings"});
    }
    std::string known;
    for (std::size_t c = 0; c < table.header.size(); ++c) {
        known += (c == 0 ? "" : ", ") + table.header[c];
        const bool fits = figure.empty() ? c != columns.key && is_number_column(table, c)
                                         : table.header[c] == figure;
        columns.figure = columns.figure == none && fits ? c : columns.figure;
    }
    if (columns.figure == none) {
        throw Error(
            ErrorKind::usage, "--figure",
            figure.empty()
                ? Text{table.file + " に数の列がない", "no column of numbers in " + table.file}
                : Text{"「" + figure + "」という列がない", "there is no column " + figure},
            {"列: " + known, "columns: " + known});
    }
    return columns;
}

Text why_no_figure(const std::string& value) {
    if (value.empty()) {
        return {"数の欄が空", "the cell is empty"};
    }
    if (is_withheld(value)) {
        return {"伏せられているか該当がない（「" + value + "」）。0 とはしない",
                "withheld or not applicable ('" + value + "'); not taken for 0"};
    }
    if (parse_figure(value)) {
        return {"0 より小さい: 「" + value + "」", "below 0: '" + value + "'"};
    }
    return {"数として読めない: 「" + value + "」", "no number: '" + value + "'"};
}

void resolve_row(JoinedRow& row, const Resolver& resolver) {
    const std::vector<ResolvedPart> parts = resolver.resolve(row.text);
    if (parts.size() != 1) {
        row.outcome = RowOutcome::ambiguous;
        row.reason = {"一つの行に複数の団体がある", "one row names several bodies"};
        return;
    }
    const ResolvedPart& part = parts.front();
    row.reason = part.reason;
    if (part.match == Match::ambiguous) {
        row.outcome = RowOutcome::ambiguous;
    } else if (part.is_prefecture || part.only_part || part.match == Match::not_a_municipality) {
        row.outcome = RowOutcome::not_in_set;
    } else if (part.municipality < 0) {
        // A code with a right shape is a body that this edition of the boundaries does not hold.
        const bool coded = digits_of(row.text).size() >= 5;
        row.outcome = coded ? RowOutcome::not_in_set : RowOutcome::unresolved;
    } else {
        row.place = part.municipality;
        const bool number = parse_figure(row.value).value_or(-1) >= 0;
        row.outcome = number ? RowOutcome::matched : RowOutcome::no_figure;
        if (!number) {
            row.reason = why_no_figure(row.value);
        }
    }
}

/// Rows that name the same place: the first stays if all agree, else none does.
void settle_duplicates(std::vector<JoinedRow>& rows) {
    std::map<int, std::vector<std::size_t>> of_place;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].outcome == RowOutcome::matched) {
            of_place[rows[i].place].push_back(i);
        }
    }
    for (const auto& [place, same] : of_place) {
        if (same.size() < 2) {
            continue;
        }
        const auto first = parse_figure(rows[same.front()].value);
        const bool agree = std::all_of(same.begin(), same.end(), [&](std::size_t i) {
            return parse_figure(rows[i].value) == first;
        });
        for (std::size_t k = agree ? 1 : 0; k < same.size(); ++k) {
            JoinedRow& row = rows[same[k]];
            const int other = rows[same[k == 0 ? 1 : 0]].line;
            row.outcome = RowOutcome::duplicate;
            row.reason =
                agree ? Text{fmt::format("{} 行目と同じ団体・同じ数", other),
                             fmt::format("the same place and figure as line {}", other)}
                      : Text{fmt::format("{} 行目と同じ団体で数が違う。どれも使わない", other),
                             fmt::format("the same place as line {} with another figure; "
                                         "none is used",
                                         other)};
        }
    }
}

}  // namespace

const std::string& key_of(RowOutcome outcome) {
    static const std::array<std::string, row_outcome_count> keys{
        "matched", "ambiguous", "unresolved", "duplicate", "not_in_set", "no_figure"};
    return keys.at(static_cast<std::size_t>(outcome));
}

const Text& name_of(RowOutcome outcome) {
    static const std::array<Text, row_outcome_count> names{
        {{"一致", "matched"},
         {"あいまい", "ambiguous"},
         {"不明", "unresolved"},
         {"重複", "duplicate"},
         {"境界データにない", "not in the boundary set"},
         {"数がない", "without a figure"}}};
    return names.at(static_cast<std::size_t>(outcome));
}

bool is_withheld(std::string_view text) {
    std::string mark = fold_width_and_case(trim(text));
    static const std::array<std::string_view, 16> words{
        "x",    "χ",      "...",  "..",   "na",   "n/a",      "n.a.",     "#n/a",
        "秘匿", "非公表", "不詳", "不明", "未詳", "該当なし", "該当無し", "(x)"};
    if (std::find(words.begin(), words.end(), mark) != words.end()) {
        return true;
    }
    // Runs of one kind of mark: dashes of every length, asterisks, dots.
    static const std::array<std::string_view, 11> signs{"-", "‐",  "‑", "–", "—", "―",
                                                        "−", "ー", "*", "…", "‥"};
    const auto sign = std::find_if(signs.begin(), signs.end(),
                                   [&](std::string_view one) { return mark.starts_with(one); });
    if (sign == signs.end()) {
        return false;
    }
    while (mark.starts_with(*sign)) {
        mark.erase(0, sign->size());
    }
    return mark.empty();
}

std::optional<double> parse_figure(std::string_view text) {
    std::string digits = fold_width_and_case(trim(text));
    if (digits.starts_with('+')) {
        digits.erase(0, 1);
    }
    if (!commas_part_thousands(digits)) {
        return std::nullopt;
    }
    std::erase(digits, ',');
    double value = 0;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = problem == std::errc() && end == digits.data() + digits.size();
    return whole && !digits.empty() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

UserTable join_user_table(const CsvTable& table, const std::string& figure,
                          const Catalogue& catalogue, const Resolver& resolver) {
    const Columns columns = choose_columns(table, figure);
    UserTable joined;
    joined.file = std::filesystem::path(table.file).filename().string();
    joined.key_column = table.header[columns.key];
    joined.figure = table.header[columns.figure];
    for (const CsvRow& cells : table.rows) {
        JoinedRow row;
        row.line = cells.line;
        row.text = trim(cells.cells[columns.key]);
        if (row.text.empty() && columns.name != none) {
            row.text = trim(cells.cells[columns.name]);
        }
        const bool named = digits_of(row.text).empty();
        if (columns.prefecture != none && named) {
            const std::string prefecture(trim(cells.cells[columns.prefecture]));
            const bool goes_before = digits_of(prefecture).empty() && !row.text.empty() &&
                                     !row.text.starts_with(prefecture);
            row.text = goes_before ? prefecture + row.text : row.text;
        }
        row.value = trim(cells.cells[columns.figure]);
        resolve_row(row, resolver);
        joined.rows.push_back(std::move(row));
    }
    settle_duplicates(joined.rows);
    joined.figures.resize(catalogue.municipalities.size());
    for (const JoinedRow& row : joined.rows) {
        ++joined.count[static_cast<std::size_t>(row.outcome)];
        if (row.outcome == RowOutcome::matched) {
            joined.figures[static_cast<std::size_t>(row.place)] = parse_figure(row.value);
        }
    }
    for (std::size_t i = 0; i < joined.figures.size(); ++i) {
        joined.places_without += catalogue.municipalities[i].counted && !joined.figures[i] ? 1 : 0;
    }
    return joined;
}

}  // namespace miraimap
