// SPDX-License-Identifier: MIT
#include "app/cli/reopen.hpp"

#include <algorithm>

#include "app/core/export.hpp"
#include "app/core/request.hpp"
#include "app/core/session.hpp"
#include "app/core/snapshot.hpp"
#include "geo/error.hpp"
#include "geo/io/exported_metadata.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

constexpr const char* reopen_option = "--reopen";

bool is_option(const std::string& word, const std::string& name) {
    return word == name || word.starts_with(name + "=");
}

/// "--view" of "--view=…".
std::string name_of_option(const std::string& word) { return word.substr(0, word.find('=')); }

bool has_filters(const std::string& verb) {
    return verb != "resolve" && verb != "check" && verb != "boundaries";
}

bool is_session(const std::string& file) {
    return file.size() > std::string(session_ending).size() && file.ends_with(session_ending);
}

/// Words as options, each with its value.
std::vector<std::vector<std::string>> as_options(const std::vector<std::string>& words) {
    std::vector<std::vector<std::string>> all;
    for (const std::string& word : words) {
        if (word.starts_with("--") || all.empty()) {
            all.emplace_back();
        }
        all.back().push_back(word);
    }
    return all;
}

/// What a session asks of a verb. A session that cannot be taken whole is refused here: nobody is
/// there to choose what to keep.
std::vector<std::vector<std::string>> session_options(const std::string& file,
                                                      const std::string& verb, Findings* notes) {
    const fs::path data = find_data_folder();
    const SessionReading reading = read_session(file, data);
    for (const Finding& finding : reading.findings) {
        if (finding.severity == Severity::error) {
            throw Error(
                ErrorKind::input, finding.where, finding.text,
                {"miraimap gui " + shell_word(file) + " で開くと、使える部分を選べる",
                 "open it with miraimap gui " + shell_word(file) + " to keep what can be kept"});
        }
    }
    if (notes != nullptr) {
        notes->insert(notes->end(), reading.findings.begin(), reading.findings.end());
    }
    std::vector<std::string> words = split_words(as_command_line(reading.session.request, verb));
    words.erase(words.begin());
    if (reading.session.own_data) {
        words.insert(words.end(), {"--data", reading.session.request.data.string()});
    }
    return as_options(words);
}

/// The options that an exported `file` brings, each with its value.
std::vector<std::vector<std::string>> stored_options(const std::string& file, bool window) {
    const auto options = exported_metadata(file, reopen_key);
    if (!exported_metadata(file, "miraimap_version")) {
        throw Error(ErrorKind::input, file,
                    {"miraimap が書いたファイルではない", "it was not written by miraimap"},
                    {"境界として使うなら --boundaries FILE にする",
                     "to use its boundaries, say --boundaries FILE"});
    }
    std::vector<std::vector<std::string>> all = as_options(split_words(options.value_or("")));
    const std::string view = exported_metadata(file, view_key).value_or("");
    if (window && !view.empty()) {
        all.push_back({"--view", view});
    }
    all.push_back({"--boundaries", file});
    return all;
}

}  // namespace

std::vector<std::string> expand_reopen(std::vector<std::string> words, Findings* notes) {
    if (words.size() > 1 && !words[1].starts_with("-") && is_session(words[1])) {
        words.insert(words.begin() + 1, "gui");
    }
    if (words.size() > 1 && !words[1].starts_with("-") && words[1].size() > 5 &&
        words[1].ends_with(".gpkg")) {
        words.insert(words.begin() + 1, {"gui", reopen_option});
    }
    const auto at = std::find_if(words.begin(), words.end(), [](const std::string& word) {
        return is_option(word, reopen_option);
    });
    const std::string verb = words.size() > 1 ? words[1] : std::string();
    if (at == words.end() || !has_filters(verb)) {
        return words;
    }
    std::string file = at->substr(std::min(at->size(), std::string(reopen_option).size() + 1));
    const bool next = file.empty() && at + 1 != words.end();
    file = next ? *(at + 1) : file;
    if (file.empty()) {
        throw Error(ErrorKind::usage, reopen_option, {"ファイルの名がない", "the file is missing"},
                    {"例: --reopen mirai.gpkg", "e.g. --reopen mirai.gpkg"});
    }
    std::vector<std::string> expanded(words.begin(), at);
    const std::vector<std::string> rest(at + (next ? 2 : 1), words.end());
    const bool window = verb.empty() || verb == "gui" || verb.starts_with("-");
    if (window && is_session(file)) {
        expanded.push_back(file);
        expanded.insert(expanded.end(), rest.begin(), rest.end());
        return expanded;
    }
    for (const std::vector<std::string>& option :
         is_session(file) ? session_options(file, verb, notes) : stored_options(file, window)) {
        const bool typed = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return is_option(word, name_of_option(option.front()));
        });
        if (!typed) {
            expanded.insert(expanded.end(), option.begin(), option.end());
        }
    }
    expanded.insert(expanded.end(), rest.begin(), rest.end());
    return expanded;
}

std::vector<char*> as_arguments(std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    return arguments;
}

}  // namespace miraimap
