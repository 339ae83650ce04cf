// SPDX-License-Identifier: MIT
#include "app/core/request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <initializer_list>

#include "geo/io/database_address.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {

std::string shell_word(const std::string& text) {
    if (!text.empty() && text.find_first_of(" \t\n'\"\\$`;&|<>()*?[]#~!{}") == std::string::npos) {
        return text;
    }
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

namespace {

class CommandLine {
public:
    explicit CommandLine(std::string verb) : text_(std::move(verb)) {}

    void option(const std::string& name, const std::string& value) {
        if (!value.empty()) {
            // A value that looks like an option is tied to its own.
            text_ += " " + name + (value.front() == '-' ? "=" : " ") + shell_word(value);
        }
    }
    template <typename Values, typename Key>
    void list(const std::string& name, const Values& values, const Key& key) {
        std::string joined;
        for (const auto& value : values) {
            joined += (joined.empty() ? "" : ",") + key(value);
        }
        option(name, joined);
    }
    void flag(const std::string& name) { text_ += " " + name; }
    void word(const std::string& word) { text_ += word.empty() ? "" : " " + shell_word(word); }
    [[nodiscard]] std::string text() const { return text_; }

private:
    std::string text_;
};

std::string years_text(const Filter& filter) {
    std::string text;
    for (const YearRange& range : filter.years) {
        text += (text.empty() ? "" : ",") + range_key(range);
    }
    if (filter.past) {
        text += text.empty() ? "past" : ",past";
    }
    return text;
}

bool one_of(const std::string& verb, std::initializer_list<const char*> verbs) {
    return std::find(verbs.begin(), verbs.end(), verb) != verbs.end();
}

std::string key_of(PeerRank rank) { return rank == PeerRank::score ? "score" : "distance"; }

/// What only the questions about gaps, examples and suggestions take; nothing that stands at its
/// default.
void add_analysis(CommandLine& line, const Request& request, const std::string& verb) {
    const Request usual;
    const bool outlined = verb == "render" && request.outlined_gaps > 0;
    if (outlined) {
        line.option("--gaps", std::to_string(request.outlined_gaps));
    }
    if ((outlined || one_of(verb, {"gaps", "export"})) && request.gap_rank != usual.gap_rank) {
        line.option("--rank", key_of(request.gap_rank));
    }
    if ((outlined || one_of(verb, {"gaps", "suggest", "what-if", "export"})) &&
        request.prefecture_only_is_gap) {
        line.flag("--with-prefecture-only");
    }
    if (one_of(verb, {"gaps", "peers", "adopters", "distances", "suggest", "what-if", "render",
                      "export", "neighbours"}) &&
        request.sea_links) {
        line.option("--sea-links", "yes");
    }
    const bool adopters = verb == "adopters";
    const PeerRank rank = adopters ? request.adopter_rank : request.peer_rank;
    if (one_of(verb, {"peers", "adopters"})) {
        if (rank != (adopters ? usual.adopter_rank : usual.peer_rank)) {
            line.option("--rank-by", key_of(rank));
        }
        if (!(request.weights == usual.weights)) {
            line.option("--weights", to_text(request.weights));
        }
    }
    if (one_of(verb, {"render", "report"}) && request.map_crs != 0) {
        line.option("--map-crs", "EPSG:" + std::to_string(request.map_crs));
    }
    if (verb == "render") {
        if (request.colour != usual.colour) {
            line.option("--colour", key_of(request.colour));
        }
        if (request.layout != usual.layout) {
            line.option("--layout", key_of(request.layout));
        }
        if (request.breaks != usual.breaks) {
            line.option("--breaks", key_of(request.breaks));
        }
        if (request.view) {
            line.option("--view", view_words(*request.view));
        }
        line.list("--mark", request.marked, [](const std::string& place) { return place; });
        if (request.neighbours) {
            line.flag("--neighbours");
        }
    }
    if (verb == "suggest") {
        if (request.suggest_count != usual.suggest_count) {
            line.option("--count", std::to_string(request.suggest_count));
        }
        if (request.within_borders != usual.within_borders) {
            line.option("--within-borders", std::to_string(request.within_borders));
        }
        if (request.weigh_by != usual.weigh_by) {
            line.option("--by", key_of(request.weigh_by));
        }
    }
}

}  // namespace

const std::string& key_of(WeighBy by) {
    static const std::array<std::string, 3> keys{"municipalities", "area", "figure"};
    return keys.at(static_cast<std::size_t>(by));
}

Counting counting_of(const Request& request) {
    return {request.count_northern_territories, request.wards != WardCount::none};
}

const std::string& key_of(CoverageBy by) {
    static const std::array<std::string, 6> keys{"prefecture", "region",     "municipality",
                                                 "programme",  "technology", "year"};
    return keys.at(static_cast<std::size_t>(by));
}

std::string as_command_line(const Request& request, const std::string& verb,
                            const std::string& object) {
    CommandLine line(verb);
    line.word(object);
    const auto key = [](auto value) { return key_of(value); };
    const Filter& filter = request.filter;
    line.list("--source", filter.sources, key);
    line.list("--programme", filter.programmes, key);
    line.option("--year", years_text(filter));
    line.list("--technology", filter.technologies, key);
    if (!filter.technologies.empty() && filter.match != TechnologyMatch::any) {
        line.option("--match", filter.match == TechnologyMatch::all ? "all" : "none");
    }
    line.list("--theme", filter.themes, [](const std::string& theme) { return theme; });
    line.list("--prefecture", filter.prefectures, [](int number) {
        return prefectures().at(static_cast<std::size_t>(number - 1)).name.ja;
    });
    line.list("--kind", filter.kinds, key);
    line.list("--scope", filter.scopes, key);
    line.option("--text", filter.text);
    if (verb == "coverage" && request.by != CoverageBy::prefecture) {
        line.option("--by", key_of(request.by));
    }
    if (verb == "coverage" && request.cumulative) {
        line.flag("--cumulative");
    }
    add_analysis(line, request, verb);
    if (one_of(verb, {"coverage", "gaps", "suggest", "render"})) {
        line.list("--what-if", request.what_if, [](const std::string& place) { return place; });
    }
    if (request.count_northern_territories) {
        line.flag("--count-northern-territories");
    }
    if (request.wards != WardCount::special) {
        line.option("--wards", key_of(request.wards));
    }
    if (one_of(verb, {"coverage", "peers", "adopters", "suggest", "what-if", "join", "render"})) {
        line.option("--table", request.table.string());
        line.option("--figure", request.figure);
    }
    line.option("--boundaries", hide_password(request.boundaries.string()));
    if (is_database(request.data.string())) {
        line.option("--data", hide_password(request.data.string()));
    }
    line.option("--source-text", request.source_text.string());
    if (request.lang == Lang::en) {
        line.option("--lang", "en");
    }
    return line.text();
}

std::string view_words(const MapBox& box) {
    return fmt::format("{:.1f},{:.1f},{:.1f},{:.1f}", box.min_x_m, box.min_y_m, box.max_x_m,
                       box.max_y_m);
}

std::optional<MapBox> parse_view(const std::string& words) {
    MapBox box;
    char end = 0;
    const int read = std::sscanf(words.c_str(), "%lf,%lf,%lf,%lf%c", &box.min_x_m, &box.min_y_m,
                                 &box.max_x_m, &box.max_y_m, &end);
    const auto on_earth = [](double metres) { return std::abs(metres) <= farthest_view_m; };
    const bool good = read == 4 && on_earth(box.min_x_m) && on_earth(box.min_y_m) &&
                      on_earth(box.max_x_m) && on_earth(box.max_y_m) && box.width_m() > 0 &&
                      box.height_m() > 0;
    return good ? std::optional(box) : std::nullopt;
}

std::string filter_options(const Request& request) {
    Request asked;
    asked.filter = request.filter;
    asked.count_northern_territories = request.count_northern_territories;
    asked.wards = request.wards;
    const std::string line = as_command_line(asked, "list");
    const std::size_t verb_end = std::string("list ").size();
    return line.size() > verb_end ? line.substr(verb_end) : std::string();
}

std::vector<std::string> split_words(const std::string& line) {
    std::vector<std::string> words;
    std::string word;
    bool inside = false;  // a word has begun
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '\'') {
            quoted = !quoted;
            inside = true;
        } else if (!quoted && c == '\\' && i + 1 < line.size()) {
            word += line[++i];
            inside = true;
        } else if (!quoted && c == ' ') {
            if (inside) {
                words.push_back(std::move(word));
            }
            word.clear();
            inside = false;
        } else {
            word += c;
            inside = true;
        }
    }
    if (inside) {
        words.push_back(std::move(word));
    }
    return words;
}

}  // namespace miraimap
