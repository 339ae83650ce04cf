// SPDX-License-Identifier: MIT
#include "geo/io/data_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "geo/error.hpp"
#include "geo/io/database.hpp"
#include "geo/io/gdal_sql.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

constexpr std::array<const char*, 3> parts{"names", "reference", "selections"};
constexpr const char* line_column = "line";

struct StoredTable {
    CsvTable table;
    std::vector<std::string> numbers;  ///< columns that are not text
};

bool is_code_column(const std::string& name) {
    return name == "code" || name == "codes" || name.ends_with("_code") || name == "candidates";
}

/// All data tables of one database, by PART_NAME.
struct StoredTables {
    std::string address;  ///< shown
    std::string schema;
    std::map<std::string, StoredTable> by_name;
};

StoredTable read_stored(Database& database, const std::string& name) {
    const std::string where = database.schema() + "." + name;
    StoredTable stored;
    stored.table.file = where;
    std::string columns;
    const auto described = database.rows(
        fmt::format("SELECT a.attname, t.typcategory FROM pg_attribute a JOIN pg_type t ON t.oid = "
                    "a.atttypid WHERE a.attrelid = {}::regclass AND a.attnum > 0 AND NOT "
                    "a.attisdropped ORDER BY a.attnum",
                    gdal::sql_text(gdal::sql_name(database.schema()) + "." + gdal::sql_name(name))),
        where);
    bool numbered = false;
    for (const auto& row : described) {
        if (row[0] == line_column) {
            numbered = true;
            continue;
        }
        stored.table.header.push_back(row[0]);
        columns += ", " + gdal::sql_name(row[0]) + "::text";
        if (row[1] != "S") {
            stored.numbers.push_back(row[0]);
        }
    }
    if (!numbered) {
        database.refuse(
            where, {"列 line がない", "it has no column line"},
            {"行の番号の列 line を足す", "add a column line with the number of each row"});
    }
    for (auto& cells : database.rows(
             fmt::format("SELECT line::text{} FROM {}.{} AS rows ORDER BY rows.line", columns,
                         gdal::sql_name(database.schema()), gdal::sql_name(name)),
             where)) {
        CsvRow row;
        std::from_chars(cells[0].data(), cells[0].data() + cells[0].size(), row.line);
        row.cells.assign(std::make_move_iterator(cells.begin() + 1),
                         std::make_move_iterator(cells.end()));
        stored.table.rows.push_back(std::move(row));
    }
    return stored;
}

std::shared_ptr<const StoredTables> read_all(const std::string& address) {
    Database database(address, DatabaseUse::read);
    auto all = std::make_shared<StoredTables>();
    all->address = database.address().shown();
    all->schema = database.schema();
    database.run("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const auto& row : database.rows(fmt::format(
             "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
             "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname = {} AND c.relname ~ "
             "'^(names|reference|selections)_|^data_checksums$' ORDER BY c.relname",
             gdal::sql_text(all->schema)))) {
        all->by_name.emplace(row[0], read_stored(database, row[0]));
    }
    return all;
}

class Remembered {
public:
    std::shared_ptr<const StoredTables> of(const std::string& address) {
        const std::lock_guard lock(mutex_);
        if (!tables_ || tables_->address != parse_database_address(address).shown()) {
            tables_ = read_all(address);
        }
        return tables_;
    }
    void forget() {
        const std::lock_guard lock(mutex_);
        tables_.reset();
    }

private:
    std::mutex mutex_;
    std::shared_ptr<const StoredTables> tables_;
};

Remembered& remembered() {
    static Remembered all;
    return all;
}

/// The columns of `header` in its order.
CsvTable with_header(const StoredTable& stored, const std::vector<std::string>& header) {
    CsvTable table;
    table.file = stored.table.file;
    table.header = header.empty() ? stored.table.header : header;
    std::vector<std::size_t> at;
    std::string missing;
    for (const std::string& name : table.header) {
        const auto& all = stored.table.header;
        const auto it = std::find(all.begin(), all.end(), name);
        if (it == all.end()) {
            missing += (missing.empty() ? "" : ",") + name;
            continue;
        }
        at.push_back(static_cast<std::size_t>(it - all.begin()));
        const bool number =
            std::find(stored.numbers.begin(), stored.numbers.end(), name) != stored.numbers.end();
        if (number && is_code_column(name)) {
            throw Error(ErrorKind::input, table.file,
                        {"列 " + name + " は文字列ではないので、コードの先頭の 0 が失われている",
                         "column " + name + " is not text, so codes have lost their zeros"},
                        {"型を varchar にし、5 桁で入れ直す",
                         "make it varchar, and enter the codes with five digits"});
        }
    }
    if (!missing.empty()) {
        throw Error(ErrorKind::input, table.file, {"列がない: " + missing, "no column " + missing},
                    {"miraimap export \"PG:…\" --with-data で作り直す",
                     "make it anew with miraimap export \"PG:…\" --with-data"});
    }
    for (const CsvRow& row : stored.table.rows) {
        CsvRow picked{row.line, {}};
        for (const std::size_t i : at) {
            picked.cells.push_back(row.cells[i]);
        }
        table.rows.push_back(std::move(picked));
    }
    return table;
}

}  // namespace

CsvTable read_data_table(const fs::path& data, const std::string& part, const std::string& name,
                         const std::vector<std::string>& header) {
    if (!is_database(data.string())) {
        const std::string file = name + ".csv";
        return read_csv(data / part / file, header, part + "/" + file);
    }
    const auto tables = remembered().of(data.string());
    const std::string table = part + "_" + name;
    const auto it = tables->by_name.find(table);
    if (it == tables->by_name.end()) {
        throw Error(ErrorKind::input, tables->address + ": " + tables->schema + "." + table,
                    {"この表がない", "there is no such table"},
                    {"miraimap export \"PG:…\" --with-data で入れるか、schemas= を確かめる",
                     "put it there with miraimap export \"PG:…\" --with-data, or check schemas="});
    }
    return with_header(it->second, header);
}

std::vector<std::pair<std::string, std::string>> data_tables(const fs::path& data) {
    std::vector<std::pair<std::string, std::string>> all;
    if (is_database(data.string())) {
        for (const auto& [name, table] : remembered().of(data.string())->by_name) {
            const std::size_t end = name.find('_');
            if (std::find(parts.begin(), parts.end(), name.substr(0, end)) != parts.end()) {
                all.emplace_back(name.substr(0, end), name.substr(end + 1));
            }
        }
        return all;
    }
    for (const char* part : parts) {
        std::error_code no_folder;
        for (const auto& entry : fs::directory_iterator(data / part, no_folder)) {
            if (entry.path().extension() == ".csv") {
                all.emplace_back(part, entry.path().stem().string());
            }
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<Checksum> recorded_checksums(const fs::path& data) {
    std::vector<Checksum> all;
    if (is_database(data.string())) {
        const CsvTable table = read_data_table(data, "data", "checksums", {"file", "sha256"});
        for (const CsvRow& row : table.rows) {
            all.push_back({row.cells[0], row.cells[1]});
        }
        return all;
    }
    const std::string sums = read_file(data / "SHA256SUMS");
    std::size_t at = 0;
    while (at < sums.size()) {
        const std::size_t end = std::min(sums.find('\n', at), sums.size());
        const std::string line = sums.substr(at, end - at);
        const std::size_t blank = line.find("  ");
        if (blank != std::string::npos) {
            all.push_back({line.substr(blank + 2), line.substr(0, blank)});
        }
        at = end + 1;
    }
    return all;
}

std::optional<std::string> data_file_bytes(const fs::path& data, const std::string& file) {
    if (!is_database(data.string())) {
        std::error_code ignored;
        return fs::is_regular_file(data / file, ignored) ? std::optional(read_file(data / file))
                                                         : std::nullopt;
    }
    const auto tables = remembered().of(data.string());
    const fs::path path(file);
    const auto it = tables->by_name.find(path.parent_path().string() + "_" + path.stem().string());
    if (it == tables->by_name.end()) {
        return std::nullopt;
    }
    std::string bytes;
    const auto add = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            bytes += (i == 0 ? "" : ",") + csv_cell(cells[i]);
        }
        bytes += '\n';
    };
    add(it->second.table.header);
    for (const CsvRow& row : it->second.table.rows) {
        add(row.cells);
    }
    return bytes;
}

void read_databases_again() { remembered().forget(); }

}  // namespace miraimap
