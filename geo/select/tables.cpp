// SPDX-License-Identifier: MIT
#include "geo/select/tables.hpp"

#include <fmt/format.h>

#include <charconv>
#include <functional>

#include "geo/error.hpp"
#include "geo/io/csv.hpp"
#include "geo/io/data_table.hpp"
#include "geo/select/filter.hpp"

namespace miraimap {
namespace {

const std::vector<std::string> mirai_header{
    "fiscal_year",  "fiscal_year_printed",  "number",      "number_printed", "area_text",
    "technologies", "technologies_printed", "source_page", "source_line",    "technologies_line"};

const std::vector<std::string> society5_header{"fiscal_year",
                                               "number",
                                               "kind",
                                               "kind_printed",
                                               "area_text",
                                               "title",
                                               "requested_thousand_yen",
                                               "requested_printed",
                                               "granted_thousand_yen",
                                               "granted_printed",
                                               "themes",
                                               "theme_printed",
                                               "theme_line",
                                               "technologies",
                                               "technologies_printed",
                                               "start_year",
                                               "start_year_printed",
                                               "start_year_line",
                                               "source_page",
                                               "source_line"};

const std::vector<std::string> smartcity_header{
    "fiscal_year", "number",       "number_printed", "area_text",   "marks_printed",
    "programmes",  "past_printed", "past",           "source_page", "source_line"};

/// One row being read; every accessor names the cell when it cannot be understood.
class RowReader {
public:
    RowReader(const CsvTable& table, const CsvRow& row) : table_(table), row_(row) {}

    [[nodiscard]] const std::string& text(std::string_view column) const {
        return table_.at(row_, column);
    }

    [[nodiscard]] std::int64_t number(std::string_view column) const {
        const std::string& cell = text(column);
        std::int64_t value = 0;
        const auto [end, problem] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
        if (problem != std::errc{} || end != cell.data() + cell.size() || value < 0) {
            fail(column, {"0 以上の整数が必要", "a whole number from 0 is needed"});
        }
        return value;
    }

    [[nodiscard]] int year(std::string_view column) const {
        const std::optional<int> value = parse_year(text(column));
        if (!value) {
            fail(column, {"年度として読めない（例: H30, R1）", "not a fiscal year (e.g. H30, R1)"});
        }
        return *value;
    }

    template <typename Value>
    [[nodiscard]] std::vector<Value> list(
        std::string_view column,
        const std::function<std::optional<Value>(std::string_view)>& find) const {
        std::vector<Value> values;
        for (const std::string& item : split_list(text(column))) {
            const std::optional<Value> value = find(item);
            if (!value) {
                fail(column, {"知らない値「" + item + "」", "unknown value '" + item + "'"});
            }
            values.push_back(*value);
        }
        return values;
    }

    [[noreturn]] void fail(std::string_view column, const Text& why) const {
        throw Error(ErrorKind::data, table_.where(row_),
                    {fmt::format("列 {} の値「{}」: {}", column, text(column), why.ja),
                     fmt::format("column {}, value '{}': {}", column, text(column), why.en)},
                    {"資料の印刷どおりの値に直す", "put the value as the source prints it"});
    }

private:
    const CsvTable& table_;
    const CsvRow& row_;
};

Selection common_part(const CsvTable& table, const CsvRow& row, Source source) {
    const RowReader cell(table, row);
    Selection s;
    s.source = source;
    s.fiscal_year = cell.year("fiscal_year");
    s.number = static_cast<int>(cell.number("number"));
    s.id = fmt::format("{}-{}-{}", key_of(source), year_key(s.fiscal_year), s.number);
    s.area_text = cell.text("area_text");
    s.source_page = static_cast<int>(cell.number("source_page"));
    s.source_line = static_cast<int>(cell.number("source_line"));
    s.table = table.file;
    s.table_row = row.line;
    return s;
}

Selection read_mirai(const CsvTable& table, const CsvRow& row) {
    const RowReader cell(table, row);
    Selection s = common_part(table, row, Source::mirai);
    s.programmes = {Programme::mirai};
    s.technologies = cell.list<Technology>("technologies", find_technology);
    s.technologies_printed = cell.text("technologies_printed");
    s.start_year = s.fiscal_year;
    return s;
}

Selection read_society5(const CsvTable& table, const CsvRow& row) {
    const RowReader cell(table, row);
    Selection s = common_part(table, row, Source::society5);
    s.programmes = {Programme::society5};
    const std::optional<Kind> kind = find_kind(cell.text("kind"));
    if (!kind) {
        cell.fail("kind", {"new か continuing が必要", "must be new or continuing"});
    }
    s.kind = *kind;
    s.title = cell.text("title");
    s.requested_thousand_yen = cell.number("requested_thousand_yen");
    s.granted_thousand_yen = cell.number("granted_thousand_yen");
    s.themes = split_list(cell.text("themes"));
    s.technologies = cell.list<Technology>("technologies", find_technology);
    s.technologies_printed = cell.text("technologies_printed");
    if (!cell.text("start_year").empty()) {
        s.start_year = cell.year("start_year");
    }
    return s;
}

Selection read_smartcity(const CsvTable& table, const CsvRow& row) {
    const RowReader cell(table, row);
    Selection s = common_part(table, row, Source::smartcity);
    s.programmes = cell.list<Programme>("programmes", find_programme);
    s.past = cell.list<Programme>("past", find_programme);
    s.marks_printed = cell.text("marks_printed");
    s.past_printed = cell.text("past_printed");
    return s;
}

void append(std::vector<Selection>& all, const std::filesystem::path& folder, const char* name,
            const std::vector<std::string>& header,
            Selection (*read)(const CsvTable&, const CsvRow&)) {
    const CsvTable table = read_data_table(folder, "selections", name, header);
    for (const CsvRow& row : table.rows) {
        all.push_back(read(table, row));
        for (std::size_t i = 0; i + 1 < all.size(); ++i) {
            if (all[i].id == all.back().id) {
                throw Error(
                    ErrorKind::data, table.where(row),
                    {"番号が重なる: " + all.back().id, "number used twice: " + all.back().id},
                    {"年度と番号を印刷どおりに直す", "put year and number as printed"});
            }
        }
    }
}

}  // namespace

std::vector<Selection> read_selections(const std::filesystem::path& data_folder) {
    std::vector<Selection> all;
    append(all, data_folder, "mirai", mirai_header, read_mirai);
    append(all, data_folder, "society5", society5_header, read_society5);
    append(all, data_folder, "smartcity", smartcity_header, read_smartcity);
    return all;
}

}  // namespace miraimap
