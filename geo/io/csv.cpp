// SPDX-License-Identifier: MIT
#include "geo/io/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "geo/error.hpp"

namespace miraimap {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Length of the UTF-8 sequence at the start of `s`, 0 if it is malformed.
std::size_t utf8_length(std::string_view s) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char b = byte(0);
    if (b < 0x80) {
        return 1;
    }
    const std::size_t n = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
    if (b < 0xC2 || b > 0xF4 || s.size() < n) {
        return 0;
    }
    for (std::size_t i = 1; i < n; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return 0;
        }
    }
    const bool overlong = (b == 0xE0 && byte(1) < 0xA0) || (b == 0xF0 && byte(1) < 0x90);
    const bool surrogate = b == 0xED && byte(1) >= 0xA0;
    const bool too_high = b == 0xF4 && byte(1) >= 0x90;
    return overlong || surrogate || too_high ? 0 : n;
}

std::size_t first_bad_byte(std::string_view bytes) {
    std::size_t i = 0;
    while (i < bytes.size()) {
        const std::size_t n = utf8_length(bytes.substr(i));
        if (n == 0) {
            return i;
        }
        i += n;
    }
    return std::string_view::npos;
}

/// Whether every byte above 0x7F belongs to a double-byte or half-width kana of CP932.
bool looks_like_cp932(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto b = static_cast<unsigned char>(bytes[i]);
        if (b < 0x80 || (b >= 0xA1 && b <= 0xDF)) {
            continue;
        }
        const bool lead = (b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC);
        if (!lead || i + 1 >= bytes.size()) {
            return false;
        }
        const auto trail = static_cast<unsigned char>(bytes[++i]);
        if (trail < 0x40 || trail == 0x7F || trail > 0xFC) {
            return false;
        }
    }
    return true;
}

[[noreturn]] void fail(const std::string& where, Text wrong, Text advice) {
    throw Error(ErrorKind::input, where, std::move(wrong), std::move(advice));
}

void check_encoding(const std::string& name, std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) {
        fail(name + ":1",
             {"先頭に BOM（バイト順マーク）がある", "it starts with a byte order mark"},
             {"BOM なしの UTF-8 で保存する", "save it as UTF-8 without BOM"});
    }
    const std::size_t bad = first_bad_byte(bytes);
    if (bad == std::string_view::npos) {
        return;
    }
    const auto line = 1 + std::count(bytes.begin(), bytes.begin() + static_cast<long>(bad), '\n');
    const std::string where = fmt::format("{}:{}", name, line);
    const unsigned byte = static_cast<unsigned char>(bytes[bad]);
    if (looks_like_cp932(bytes)) {
        fail(where,
             {"UTF-8 ではなく CP932（Shift_JIS）で書かれている",
              "it is written in CP932 (Shift_JIS), not UTF-8"},
             {"UTF-8 に変換する（例: iconv -f CP932 -t UTF-8）",
              "convert it to UTF-8 (e.g. iconv -f CP932 -t UTF-8)"});
    }
    fail(where,
         {fmt::format("UTF-8 として壊れている（バイト 0x{:02X}）", byte),
          fmt::format("broken UTF-8 (byte 0x{:02X})", byte)},
         {"UTF-8 で保存し直す", "save it again as UTF-8"});
}

}  // namespace

std::size_t CsvTable::column(std::string_view name) const {
    const auto it = std::find(header.begin(), header.end(), name);
    assert(it != header.end());
    return static_cast<std::size_t>(it - header.begin());
}

std::string CsvTable::where(const CsvRow& row) const {
    return fmt::format("{}:{}", file, row.line);
}

std::vector<CsvRow> cut_rows(const std::string& name, std::string_view text, char separator,
                             std::size_t most_rows) {
    std::vector<CsvRow> rows;
    int line = 1;
    std::size_t i = 0;
    while (i < text.size()) {
        if (rows.size() == most_rows) {
            fail(fmt::format("{}:{}", name, line),
                 {fmt::format("行が多すぎる（{} 行まで）", most_rows),
                  fmt::format("too many rows (at most {})", most_rows)},
                 {"一つの市区町村を一行にまとめる（年や区分ごとの行は分ける）",
                  "keep one row a municipality (rows by year or kind go into files of their own)"});
        }
        CsvRow row;
        row.line = line;
        bool row_ends = false;
        while (!row_ends) {
            std::string cell;
            if (i < text.size() && text[i] == '"') {
                ++i;
                for (;; ++i) {
                    if (i >= text.size()) {
                        fail(fmt::format("{}:{}", name, row.line),
                             {"引用符が閉じていない", "a quote is not closed"},
                             {"セルを \" で閉じる", "close the cell with \""});
                    }
                    if (text[i] == '"') {
                        if (i + 1 < text.size() && text[i + 1] == '"') {
                            ++i;
                        } else {
                            ++i;
                            break;
                        }
                    }
                    line += text[i] == '\n' ? 1 : 0;
                    cell += text[i];
                }
            }
            while (i < text.size() && text[i] != separator && text[i] != '\n' && text[i] != '\r') {
                cell += text[i++];
            }
            row.cells.push_back(std::move(cell));
            if (i < text.size() && text[i] == separator) {
                ++i;
                continue;
            }
            if (i < text.size() && text[i] == '\r') {
                ++i;
            }
            if (i < text.size() && text[i] == '\n') {
                ++i;
            }
            ++line;
            row_ends = true;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string read_file(const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        fail(file.string(), {"フォルダーであってファイルではない", "it is a folder, not a file"},
             {"ファイルを指定する", "name a file"});
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        const std::string why = std::strerror(errno);
        fail(file.string(), {"開けない（" + why + "）", "cannot be opened (" + why + ")"},
             {"パスと読み取り権限を確かめる", "check the path and the permission to read"});
    }
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (in.bad()) {
        fail(file.string(), {"読み取り中に失敗した", "reading failed half way"}, {});
    }
    return std::move(bytes).str();
}

CsvTable read_csv(const std::filesystem::path& file, const std::vector<std::string>& header,
                  std::string shown_name) {
    CsvTable table;
    table.file = shown_name.empty() ? file.string() : std::move(shown_name);
    const std::string bytes = read_file(file);
    check_encoding(table.file, bytes);
    table.rows = cut_rows(table.file, bytes);
    if (table.rows.empty()) {
        fail(table.file, {"空のファイル", "the file is empty"},
             {"見出し行のある表を置く", "put a table with a header there"});
    }
    table.header = table.rows.front().cells;
    table.rows.erase(table.rows.begin());
    if (!header.empty() && table.header != header) {
        const auto text = [](const std::vector<std::string>& names) {
            std::string all;
            for (const std::string& name : names) {
                all += (all.empty() ? "" : ",") + name;
            }
            return all;
        };
        fail(table.file + ":1",
             {"見出しが違う: " + text(table.header), "wrong header: " + text(table.header)},
             {"正しい見出し: " + text(header), "the header must be: " + text(header)});
    }
    for (const CsvRow& row : table.rows) {
        if (row.cells.size() != table.header.size()) {
            fail(table.where(row),
                 {fmt::format("{} 列あるはずが {} 列: {}", table.header.size(), row.cells.size(),
                              row.cells.front()),
                  fmt::format("{} cells instead of {}: {}", row.cells.size(), table.header.size(),
                              row.cells.front())},
                 {"抜けた列を補うか、余分なコンマを引用符で囲む",
                  "add the missing cells, or quote the cell with the extra comma"});
        }
    }
    return table;
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> items;
    while (!text.empty()) {
        const std::size_t end = text.find(';');
        items.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return items;
}

std::string join_list(const std::vector<std::string>& items) {
    std::string all;
    for (std::size_t i = 0; i < items.size(); ++i) {
        all += (i == 0 ? "" : ";") + items[i];
    }
    return all;
}

bool is_utf8(std::string_view bytes) { return first_bad_byte(bytes) == std::string_view::npos; }

}  // namespace miraimap
