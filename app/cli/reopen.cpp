// SPDX-License-Identifier: MIT
#include "app/cli/reopen.hpp"

#include <algorithm>

#include "app/core/export.hpp"
#include "app/core/request.hpp"
#include "geo/error.hpp"
#include "geo/io/geopackage_metadata.hpp"

namespace miraimap {
namespace {

constexpr const char* reopen_option = "--reopen";

bool is_option(const std::string& word, const std::string& name) {
    return word == name || word.starts_with(name + "=");
}

bool has_filters(const std::string& verb) {
    return verb != "resolve" && verb != "check" && verb != "boundaries";
}

/// The options that `file` brings, each with its value.
std::vector<std::vector<std::string>> stored_options(const std::string& file, bool window) {
    const auto options = geopackage_metadata(file, reopen_key);
    if (!geopackage_metadata(file, "miraimap_version")) {
        throw Error(ErrorKind::input, file,
                    {"miraimap が書いたファイルではない", "it was not written by miraimap"},
                    {"境界として使うなら --boundaries FILE にする",
                     "to use its boundaries, say --boundaries FILE"});
    }
    std::vector<std::vector<std::string>> all;
    for (const std::string& word : split_words(options.value_or(""))) {
        if (word.starts_with("--") || all.empty()) {
            all.emplace_back();
        }
        all.back().push_back(word);
    }
    const std::string view = geopackage_metadata(file, view_key).value_or("");
    if (window && !view.empty()) {
        all.push_back({"--view", view});
    }
    all.push_back({"--boundaries", file});
    return all;
}

}  // namespace

std::vector<std::string> expand_reopen(std::vector<std::string> words) {
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
    for (const std::vector<std::string>& option : stored_options(file, window)) {
        const bool typed = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return is_option(word, option.front());
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
