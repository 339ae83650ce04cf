// SPDX-License-Identifier: MIT
#include "geo/io/database.hpp"

#include <algorithm>
#include <vector>

#include "geo/io/gdal_sql.hpp"

namespace miraimap {
namespace {

/// What a server's words mean for a person. Servers may speak Japanese.
struct Trouble {
    std::vector<std::string> said;  ///< any of these; empty: whatever was said
    Text wrong;
    Text advice;
};

Trouble sorted_out(const std::string& why, const std::vector<Trouble>& troubles) {
    return *std::find_if(troubles.begin(), troubles.end(), [&](const Trouble& trouble) {
        return trouble.said.empty() ||
               std::any_of(trouble.said.begin(), trouble.said.end(), [&](const std::string& words) {
                   return why.find(words) != std::string::npos;
               });
    });
}

const std::vector<Trouble>& connection_troubles() {
    static const std::vector<Trouble> all{
        {{"authentication failed", "no password supplied", "no pg_hba.conf entry",
          "not permitted to log in", "role \"", "認証に失敗", "ロール\""},
         {"ログインを断られた", "the login was refused"},
         {"利用者名と、~/.pgpass か PGPASSWORD のパスワードを確かめる",
          "check the user, and the password in ~/.pgpass or PGPASSWORD"}},
        {{"database \"", "データベース\""},
         {"そのデータベースは使えない", "that database cannot be used"},
         {"dbname= と、そこへの権限を確かめる", "check dbname= and the right to use it"}},
        {{"Connection refused", "No such file or directory", "translate host name",
          "timeout expired", "unreachable", "No route", "starting up", "shutting down"},
         {"データベースのサーバーにつながらない", "the database server cannot be reached"},
         {"動いているか、host= と port= が正しいか確かめる",
          "check that it runs, and host= and port="}},
        {{},
         {"データベースにつながらない", "the database cannot be opened"},
         {"psql で同じ接続を試す", "try the same connection with psql"}},
    };
    return all;
}

/// For both uses; the last one is for reading.
const std::vector<Trouble>& reading_troubles() {
    static const std::vector<Trouble> all{
        {{"permission denied", "must be owner", "権限", "所有者"},
         {"権限がない", "a right is missing"},
         {"管理者に GRANT を頼むか、schemas= で自分のスキーマを指定する",
          "ask for a GRANT, or name a schema of your own with schemas="}},
        {{"lock timeout", "ロックのタイムアウト"},
         {"ほかの書き込みが終わらない", "another writer has not finished"},
         {"しばらくしてもう一度行う", "try again in a while"}},
        {{"depend on it", "依存"},
         {"ほかのものがこの表を使っている", "something else depends on this table"},
         {"そのビューを外すか、schemas= で別のスキーマに書く",
          "drop that view, or write into another schema with schemas="}},
        {{"No space left", "could not extend", "disk full"},
         {"サーバーの空き容量が足りない", "the server has no room left"},
         {"サーバーの空き容量を増やす", "make room on the server"}},
        {{"server closed", "terminating connection", "no connection to the server", "SSL SYSCALL",
          "could not receive data"},
         {"接続が切れた", "the connection was lost"},
         {"サーバーを確かめて、もう一度行う", "look at the server, and try again"}},
        {{},
         {"読み取りに失敗した", "reading failed"},
         {"サーバーの記録を見る", "look at the server's log"}},
    };
    return all;
}

const std::vector<Trouble>& writing_troubles() {
    static const std::vector<Trouble> all = [] {
        std::vector<Trouble> troubles = reading_troubles();
        troubles.back().wrong = {"書き込みに失敗した", "writing failed"};
        return troubles;
    }();
    return all;
}

/// The server's words in one line, without GDAL's own beginning and the statement it repeats.
std::string server_words(const gdal::Messages& messages) {
    std::string text = masked(messages.first());
    for (const char* start : {"FATAL:", "ERROR:", "failed: ", "PQconnectdb failed.\n"}) {
        const std::size_t at = text.find(start);
        if (at != std::string::npos) {
            text = text.substr(at + std::string(start).size());
            break;
        }
    }
    text = text.substr(0, text.find("\nCommand:"));
    std::string line;
    for (const char c : text) {
        const bool blank = c == '\n' || c == '\t' || c == ' ';
        if (!blank) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    while (!line.empty() && (line.back() == ' ' || line.back() == '.')) {
        line.pop_back();
    }
    return line;
}

}  // namespace

Database::Database(const std::string& address, DatabaseUse use)
    : use_(use), address_(parse_database_address(address)) {
    gdal::register_database_driver();
    const bool write = use == DatabaseUse::write;
    std::vector<const char*> options{"LIST_ALL_TABLES=NO"};
    std::string schemas = "SCHEMAS=";
    std::string tables = "TABLES=";
    const auto add_list = [&](std::string& option, const std::vector<std::string>& items) {
        for (const std::string& item : items) {
            option += (option.back() == '=' ? "" : ",") + item;
        }
        if (!items.empty()) {
            options.push_back(option.c_str());
        }
    };
    add_list(schemas, address_.schemas);
    add_list(tables, address_.tables);
    if (!write) {
        options.push_back(
            "PRELUDE_STATEMENTS=SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
    }
    options.push_back(nullptr);
    const char* const drivers[] = {"PostgreSQL", nullptr};
    data_.reset(
        GDALOpenEx(address_.for_gdal().c_str(),
                   GDAL_OF_VECTOR | GDAL_OF_INTERNAL | (write ? GDAL_OF_UPDATE : GDAL_OF_READONLY),
                   drivers, options.data(), nullptr));
    if (!data_) {
        refuse_connection();
    }
    for (const std::string& schema : address_.schemas) {
        if (value("SELECT 1 FROM pg_namespace WHERE nspname = " + gdal::sql_text(schema)).empty()) {
            refuse({}, {"スキーマ「" + schema + "」がない", "there is no schema '" + schema + "'"},
                   {"名前を確かめるか、管理者に CREATE SCHEMA を頼む",
                    "check the name, or have it made with CREATE SCHEMA"});
        }
    }
    schema_ =
        address_.schemas.empty() ? value("SELECT current_schema()") : address_.schemas.front();
}

void Database::refuse_connection() const {
    const std::string why = server_words(messages_);
    const Trouble trouble = sorted_out(why, connection_troubles());
    refuse({}, {trouble.wrong.ja + "（" + why + "）", trouble.wrong.en + " (" + why + ")"},
           trouble.advice);
}

void Database::refuse(const std::string& where, Text wrong, Text advice) const {
    throw Error(use_ == DatabaseUse::write ? ErrorKind::output : ErrorKind::input,
                address_.shown() + (where.empty() ? "" : ": " + where), std::move(wrong),
                std::move(advice));
}

void Database::refuse_with_message(const std::string& where) const {
    const std::string why = server_words(messages_);
    const bool write = use_ == DatabaseUse::write;
    const Trouble trouble = sorted_out(why, write ? writing_troubles() : reading_troubles());
    const Text kept =
        write ? Text{"。前の表はそのまま残っている", "; the former tables are kept"} : Text{};
    refuse(where,
           {trouble.wrong.ja + "（" + why + "）" + kept.ja,
            trouble.wrong.en + " (" + why + ")" + kept.en},
           trouble.advice);
}

void Database::need_postgis() {
    if (value("SELECT 1 FROM pg_extension WHERE extname = 'postgis'").empty()) {
        refuse({}, {"PostGIS が入っていない", "it has no PostGIS"},
               {"管理者に CREATE EXTENSION postgis を頼む",
                "have CREATE EXTENSION postgis run by its owner"});
    }
}

void Database::run(const std::string& sql, const std::string& where) {
    messages_.clear();
    if (!gdal::run_sql(data_.get(), sql)) {
        refuse_with_message(where);
    }
}

std::vector<std::vector<std::string>> Database::rows(const std::string& sql,
                                                     const std::string& where) {
    messages_.clear();
    auto found = gdal::query_sql(data_.get(), sql);
    if (!found) {
        refuse_with_message(where);
    }
    return std::move(*found);
}

std::string Database::value(const std::string& sql) {
    const auto found = rows(sql);
    return found.empty() || found.front().empty() ? std::string() : found.front().front();
}

}  // namespace miraimap
