// SPDX-License-Identifier: MIT
#include "geo/io/database_address.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <mutex>
#include <set>

#include "geo/error.hpp"

namespace miraimap {
namespace {

constexpr std::string_view words_prefix = "PG:";
constexpr std::array<std::string_view, 2> uri_prefixes{"postgresql://", "postgres://"};
/// Words that people may have used as a password's name would be refused, not shown.
constexpr std::array<std::string_view, 26> libpq_words{"host",
                                                       "hostaddr",
                                                       "port",
                                                       "dbname",
                                                       "user",
                                                       "passfile",
                                                       "service",
                                                       "options",
                                                       "sslmode",
                                                       "sslcert",
                                                       "sslkey",
                                                       "sslrootcert",
                                                       "sslcrl",
                                                       "sslcrldir",
                                                       "sslsni",
                                                       "connect_timeout",
                                                       "keepalives",
                                                       "keepalives_idle",
                                                       "krbsrvname",
                                                       "gssencmode",
                                                       "channel_binding",
                                                       "application_name",
                                                       "client_encoding",
                                                       "target_session_attrs",
                                                       "requirepeer",
                                                       "tcp_user_timeout"};

/// Passwords of this process by the address they belong to.
class Passwords {
public:
    void keep(const std::string& address, const std::string& password) {
        const std::lock_guard lock(mutex_);
        by_address_[address] = password;
        all_.insert(password);
    }
    std::string of(const std::string& address) {
        const std::lock_guard lock(mutex_);
        const auto it = by_address_.find(address);
        return it == by_address_.end() ? std::string() : it->second;
    }
    std::set<std::string> all() {
        const std::lock_guard lock(mutex_);
        return all_;
    }

private:
    std::mutex mutex_;
    std::map<std::string, std::string> by_address_;
    std::set<std::string> all_;
};

Passwords& passwords() {
    static Passwords all;
    return all;
}

/// Repeats nothing of the address: what cannot be read may hold a password.
[[noreturn]] void refuse(Text wrong) {
    throw Error(
        ErrorKind::usage, "PG", std::move(wrong),
        {"例: \"PG:host=db.example dbname=shared user=taro\"（パスワードは ~/.pgpass に）",
         "e.g. \"PG:host=db.example dbname=shared user=taro\" (the password in ~/.pgpass)"});
}

bool starts_with(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
               return std::tolower(static_cast<unsigned char>(a)) ==
                      std::tolower(static_cast<unsigned char>(b));
           });
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

// --- name=value name='a value' ---

class WordReader {
public:
    explicit WordReader(std::string_view text) : text_(text) {}

    Pairs read() {
        Pairs pairs;
        for (skip_blanks(); at_ < text_.size(); skip_blanks()) {
            std::string name;
            while (at_ < text_.size() && text_[at_] != '=' && !blank(text_[at_])) {
                name += text_[at_++];
            }
            skip_blanks();
            if (at_ >= text_.size() || text_[at_] != '=') {
                refuse({"接続の文字列が 語=値 の並びではない",
                        "the connection is not a row of word=value"});
            }
            ++at_;
            skip_blanks();
            pairs.emplace_back(std::move(name), value());
        }
        return pairs;
    }

private:
    static bool blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
    void skip_blanks() {
        while (at_ < text_.size() && blank(text_[at_])) {
            ++at_;
        }
    }
    std::string value() {
        std::string value;
        const bool quoted = at_ < text_.size() && text_[at_] == '\'';
        at_ += quoted ? 1 : 0;
        while (at_ < text_.size() && (quoted ? text_[at_] != '\'' : !blank(text_[at_]))) {
            at_ += text_[at_] == '\\' && at_ + 1 < text_.size() ? 1 : 0;
            value += text_[at_++];
        }
        if (quoted) {
            if (at_ >= text_.size()) {
                refuse({"接続の文字列の引用符 ' が閉じていない",
                        "a quote ' of the connection is not closed"});
            }
            ++at_;
        }
        return value;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

// --- postgresql://user:password@host:port/name?word=value&… ---

std::string percent_decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i];
            continue;
        }
        const auto digit = [&](std::size_t at) {
            return at < text.size() && std::isxdigit(static_cast<unsigned char>(text[at])) != 0;
        };
        if (!digit(i + 1) || !digit(i + 2)) {
            refuse({"接続の文字列の % の後が 16 進 2 桁ではない",
                    "a % of the connection is not followed by two hexadecimal digits"});
        }
        plain += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
        i += 2;
    }
    return plain;
}

/// What stands before `mark`, which is taken off `rest` with it; all of it if there is no mark.
std::string_view cut_before(std::string_view& rest, char mark, bool last = false) {
    const std::size_t at = last ? rest.rfind(mark) : rest.find(mark);
    const std::string_view before = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return before;
}

Pairs read_uri(std::string_view rest) {
    Pairs pairs;
    const auto add = [&](const char* word, std::string_view value) {
        if (!value.empty()) {
            pairs.emplace_back(word, percent_decoded(value));
        }
    };
    std::string_view query = rest;
    rest = cut_before(query, '?');
    std::string_view name = rest;
    std::string_view host = cut_before(name, '/');
    if (host.find('@') != std::string_view::npos) {
        std::string_view after = host;
        std::string_view user = cut_before(after, '@', true);
        host = after;
        std::string_view password = user;
        add("user", cut_before(password, ':'));
        add("password", password);
    }
    if (!host.empty() && host.front() == '[') {
        host.remove_prefix(1);
        std::string_view port = host;
        add("host", cut_before(port, ']'));
        add("port", port.substr(std::min<std::size_t>(1, port.size())));
    } else {
        std::string_view port = host;
        add("host", cut_before(port, ':'));
        add("port", port);
    }
    add("dbname", name);
    while (!query.empty()) {
        std::string_view value = cut_before(query, '&');
        const std::string word = percent_decoded(cut_before(value, '='));
        pairs.emplace_back(word, percent_decoded(value));
    }
    return pairs;
}

// --- back to text ---

std::string quoted(const std::string& value) {
    const bool plain = !value.empty() && value.find_first_of(" \t\n'\\") == std::string::npos;
    if (plain) {
        return value;
    }
    std::string all = "'";
    for (const char c : value) {
        all += c == '\'' || c == '\\' ? "\\" : "";
        all += c;
    }
    return all + "'";
}

std::vector<std::string> comma_list(const std::string& text) {
    std::vector<std::string> items;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view item = cut_before(rest, ',');
        if (!item.empty()) {
            items.emplace_back(item);
        }
    }
    return items;
}

std::string comma_joined(const std::vector<std::string>& items) {
    std::string all;
    for (const std::string& item : items) {
        all += (all.empty() ? "" : ",") + item;
    }
    return all;
}

std::string text_of(const Pairs& pairs) {
    std::string text(words_prefix);
    for (const auto& [word, value] : pairs) {
        text += (text.size() == words_prefix.size() ? "" : " ") + word + "=" + quoted(value);
    }
    return text;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

template <typename Change>
std::vector<std::string> change_addresses(std::vector<std::string> words, const Change& change) {
    for (std::string& word : words) {
        const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
        const std::size_t from = equals == std::string::npos ? 0 : equals + 1;
        if (is_database(std::string_view(word).substr(from))) {
            word = word.substr(0, from) + change(word.substr(from));
        }
    }
    return words;
}

}  // namespace

bool is_database(std::string_view text) {
    return starts_with(text, words_prefix) ||
           std::any_of(uri_prefixes.begin(), uri_prefixes.end(),
                       [&](std::string_view prefix) { return starts_with(text, prefix); });
}

DatabaseAddress parse_database_address(const std::string& text) {
    std::string_view rest = text;
    if (starts_with(rest, words_prefix)) {
        rest.remove_prefix(words_prefix.size());
    }
    const auto* uri =
        std::find_if(uri_prefixes.begin(), uri_prefixes.end(),
                     [&](std::string_view prefix) { return starts_with(rest, prefix); });
    Pairs pairs =
        uri != uri_prefixes.end() ? read_uri(rest.substr(uri->size())) : WordReader(rest).read();
    DatabaseAddress address;
    for (auto& pair : pairs) {
        const std::string& word = pair.first;
        std::string& value = pair.second;
        if (word == "password") {
            address.password = std::move(value);
        } else if (word == "schemas" || word == "active_schema") {
            // The active schema, where new tables go, stands first.
            const bool first = word == "active_schema";
            for (std::string& schema : comma_list(value)) {
                std::erase(address.schemas, schema);
                address.schemas.insert(first ? address.schemas.begin() : address.schemas.end(),
                                       std::move(schema));
            }
        } else if (word == "tables") {
            address.tables = comma_list(value);
        } else if (std::find(libpq_words.begin(), libpq_words.end(), word) != libpq_words.end()) {
            std::erase_if(address.connection, [&](const auto& one) { return one.first == word; });
            address.connection.emplace_back(word, std::move(value));
        } else {
            refuse({"接続の文字列に知らない語がある", "the connection has an unknown word"});
        }
    }
    if (address.password.empty()) {
        address.password = passwords().of(address.shown());
    }
    return address;
}

std::string DatabaseAddress::at(std::string_view word) const {
    const auto it = std::find_if(connection.begin(), connection.end(),
                                 [&](const auto& pair) { return pair.first == word; });
    return it == connection.end() ? std::string() : it->second;
}

std::string DatabaseAddress::for_gdal() const {
    Pairs pairs = connection;
    if (!password.empty()) {
        pairs.emplace_back("password", password);
    }
    if (at("connect_timeout").empty()) {
        pairs.emplace_back("connect_timeout", "10");
    }
    if (at("application_name").empty()) {
        pairs.emplace_back("application_name", "miraimap");
    }
    return text_of(pairs);
}

std::string DatabaseAddress::shown() const {
    Pairs pairs = connection;
    if (!schemas.empty()) {
        pairs.emplace_back("schemas", comma_joined(schemas));
    }
    if (!tables.empty()) {
        pairs.emplace_back("tables", comma_joined(tables));
    }
    return text_of(pairs);
}

std::string hide_password(const std::string& text) {
    if (!is_database(text)) {
        return text;
    }
    const DatabaseAddress address = parse_database_address(text);
    if (!address.password.empty()) {
        passwords().keep(address.shown(), address.password);
    }
    return address.shown();
}

std::vector<std::string> hide_passwords(std::vector<std::string> words) {
    return change_addresses(std::move(words), hide_password);
}

std::vector<std::string> show_passwords(std::vector<std::string> words) {
    return change_addresses(std::move(words), [](const std::string& text) {
        DatabaseAddress address = parse_database_address(text);
        if (!address.password.empty()) {
            address.connection.emplace_back("password", address.password);
        }
        return address.shown();
    });
}

std::string masked(std::string text) {
    for (const std::string& password : passwords().all()) {
        replace_all(text, password, "***");
    }
    return text;
}

}  // namespace miraimap
