// SPDX-License-Identifier: MIT
#include "geo/io/loose_table.hpp"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "geo/error.hpp"

namespace miraimap {
namespace {

struct Freed {
    void operator()(char* text) const { g_free(text); }
};

std::string converted(const std::string& name, std::string_view bytes, const char* encoding) {
    gsize length = 0;
    const std::unique_ptr<char, Freed> text(g_convert(bytes.data(),
                                                      static_cast<gssize>(bytes.size()), "UTF-8",
                                                      encoding, nullptr, &length, nullptr));
    if (!text) {
        throw Error(ErrorKind::input, name,
                    {"UTF-8 でも CP932（Shift_JIS）でもない", "it is neither UTF-8 nor CP932"},
                    {"UTF-8 で保存し直す", "save it again as UTF-8"});
    }
    return {text.get(), length};
}

std::string as_utf8(const std::string& name, std::string bytes) {
    if (bytes.starts_with("\xFF\xFE")) {
        return converted(name, std::string_view(bytes).substr(2), "UTF-16LE");
    }
    if (bytes.starts_with("\xFE\xFF")) {
        return converted(name, std::string_view(bytes).substr(2), "UTF-16BE");
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.erase(0, 3);
    }
    return is_utf8(bytes) ? bytes : converted(name, bytes, "CP932");
}

/// Whichever separator the first line has more of.
char separator_of(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    return std::count(line.begin(), line.end(), '\t') > std::count(line.begin(), line.end(), ',')
               ? '\t'
               : ',';
}

/// Refuses what no table of municipalities is, before any memory is spent on it.
void check_size(const std::string& name) {
    std::error_code unknown;
    const std::uintmax_t bytes = std::filesystem::file_size(name, unknown);
    if (!unknown && bytes > most_loose_bytes) {
        throw Error(
            ErrorKind::input, name,
            {fmt::format("大きすぎる（{} MB、{} MB まで）", bytes >> 20U, most_loose_bytes >> 20U),
             fmt::format("it is too large ({} MB; at most {} MB)", bytes >> 20U,
                         most_loose_bytes >> 20U)},
            {"コードと使う列だけにする", "keep the codes and the columns that are used"});
    }
}

void check_workbook(const std::string& name, std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0")) {
        throw Error(ErrorKind::input, name,
                    {"表計算ソフトのブックで、文字の表ではない",
                     "it is a workbook of a spreadsheet program, no text table"},
                    {"「CSV UTF-8」で保存し直す", "save it again as CSV UTF-8"});
    }
}

}  // namespace

CsvTable read_loose_table(const std::filesystem::path& file) {
    CsvTable table;
    table.file = file.string();
    check_size(table.file);
    std::string bytes = read_file(file);
    check_workbook(table.file, bytes);
    const std::string text = as_utf8(table.file, std::move(bytes));
    table.rows = cut_rows(table.file, text, separator_of(text), most_loose_rows + 1);
    std::erase_if(table.rows, [](const CsvRow& row) {
        return std::all_of(row.cells.begin(), row.cells.end(),
                           [](const std::string& cell) { return cell.empty(); });
    });
    if (table.rows.empty()) {
        throw Error(ErrorKind::input, table.file, {"空のファイル", "the file is empty"},
                    {"見出し行のある表を置く", "put a table with a header there"});
    }
    table.header = table.rows.front().cells;
    table.rows.erase(table.rows.begin());
    for (CsvRow& row : table.rows) {
        if (row.cells.size() > table.header.size()) {
            throw Error(
                ErrorKind::input, table.where(row),
                {fmt::format("見出しは {} 列なのに {} 列ある", table.header.size(),
                             row.cells.size()),
                 fmt::format("{} cells under a header of {}", row.cells.size(),
                             table.header.size())},
                {"区切りを含むセルを引用符で囲む。見出しの上に題名の行があれば消す",
                 "quote the cell that holds a separator; remove title lines above the header"});
        }
        row.cells.resize(table.header.size());
    }
    return table;
}

}  // namespace miraimap
