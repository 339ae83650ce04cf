// SPDX-License-Identifier: MIT
#include "geo/io/loose_table.hpp"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <memory>

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

}  // namespace

CsvTable read_loose_table(const std::filesystem::path& file) {
    CsvTable table;
    table.file = file.string();
    const std::string text = as_utf8(table.file, read_file(file));
    table.rows = cut_rows(table.file, text, separator_of(text));
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
                {"区切りを含むセルを引用符で囲む", "quote the cell that holds a separator"});
        }
        row.cells.resize(table.header.size());
    }
    return table;
}

}  // namespace miraimap
