// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "app/core/partial_json.hpp"
#include "app/core/session.hpp"
#include "app/core/session_inputs.hpp"
#include "geo/error.hpp"
#include "geo/io/csv.hpp"
#include "geo/io/database_address.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

/// Reads members of the file into a session; what does not fit is told and left as usual.
class Reader {
public:
    Reader(SessionReading& reading, const fs::path& file) : out_(reading), file_(file) {}

    void all(const Json& json, const fs::path& data);

private:
    using Take = std::function<bool(const Json&)>;
    using Members = std::map<std::string, Take>;

    void tell(const std::string& code, const std::string& at, Text text) {
        out_.findings.push_back(
            {Severity::warning, code, file_.filename().string() + " " + at, std::move(text)});
    }
    void refuse_value(const std::string& at, const Json& value) {
        const std::string shown = value.dump(-1, ' ', false, Json::error_handler_t::replace);
        tell("session-value-unknown", at,
             {"値 " + shown + " は使えないので、既定のままにした",
              "the value " + shown + " cannot be used; the usual one stays"});
    }
    /// Each member of a section goes to the one who takes it.
    void section(const Json& json, const std::string& name, const Members& members) {
        if (!json.contains(name)) {
            tell("session-part-missing", "/" + name,
                 {"この部分がないので、既定のままにした", "this part is missing; the usual stays"});
            return;
        }
        if (!json[name].is_object()) {
            refuse_value("/" + name, json[name]);
            return;
        }
        out_.kept.push_back(name);
        for (const auto& [key, value] : json[name].items()) {
            const std::string at = "/" + name + "/" + key;
            const auto found = members.find(key);
            if (found == members.end()) {
                tell("session-key-unknown", at,
                     {"この版が知らない項目なので、読み飛ばした",
                      "this version does not know the item; it was passed over"});
            } else if (!found->second(value)) {
                refuse_value(at, value);
            }
        }
    }
    /// A list of words, each taken or told by itself.
    template <typename One>
    Take words(const std::string& at, One one) {
        return [this, at, one](const Json& value) {
            if (!value.is_array()) {
                return false;
            }
            for (std::size_t i = 0; i < value.size(); ++i) {
                if (!value[i].is_string() || !one(value[i].template get<std::string>())) {
                    refuse_value(at + "/" + std::to_string(i), value[i]);
                }
            }
            return true;
        };
    }
    template <typename Value, typename Find>
    Take keys(const std::string& at, std::vector<Value>& into, Find find) {
        return words(at, [&into, find](const std::string& word) {
            const auto value = find(word);
            if (value && std::find(into.begin(), into.end(), *value) == into.end()) {
                into.push_back(*value);
            }
            return value.has_value();
        });
    }
    Take list(const std::string& at, std::vector<std::string>& into) {
        return words(at, [&into](const std::string& word) {
            into.push_back(word);
            return !word.empty();
        });
    }
    static Take flag(bool& into) {
        return [&into](const Json& value) {
            into = value.is_boolean() ? value.get<bool>() : into;
            return value.is_boolean();
        };
    }
    static Take text(std::string& into) {
        return [&into](const Json& value) {
            into = value.is_string() ? value.get<std::string>() : into;
            return value.is_string();
        };
    }
    static Take number(int& into, int least, int most) {
        return [&into, least, most](const Json& value) {
            const bool good = value.is_number_integer() && value.get<double>() >= least &&
                              value.get<double>() <= most;
            into = good ? value.get<int>() : into;
            return good;
        };
    }
    /// One of the first `count` values of an enumeration, by its key.
    template <typename Value, typename Key>
    static Take choice(Value& into, int count, Key key) {
        return [&into, count, key](const Json& value) {
            for (int i = 0; i < count; ++i) {
                if (value.is_string() && value.get<std::string>() == key(static_cast<Value>(i))) {
                    into = static_cast<Value>(i);
                    return true;
                }
            }
            return false;
        };
    }
    Take path(fs::path& into) {
        return [this, &into](const Json& value) {
            if (!value.is_string()) {
                return false;
            }
            const std::string name = value.get<std::string>();
            if (name.empty() || is_database(name)) {
                into = hide_password(name);
            } else {
                into = (fs::absolute(file_).parent_path() / name).lexically_normal();
            }
            return true;
        };
    }

    void filter(const Json& json);
    void count(const Json& json);
    void analysis(const Json& json);
    void map(const Json& json);
    void window(const Json& json);
    void files(const Json& json);
    void inputs(const Json& json);

    SessionReading& out_;
    fs::path file_;
};

void Reader::filter(const Json& json) {
    Filter& filter = out_.session.request.filter;
    const auto years = [&filter](const std::string& word) {
        try {
            add_years(word, filter);
            return true;
        } catch (const Error&) {
            return false;
        }
    };
    const auto scope = [](const std::string& word) -> std::optional<Scope> {
        for (int i = 0; i <= static_cast<int>(Scope::unresolved); ++i) {
            if (key_of(static_cast<Scope>(i)) == word) {
                return static_cast<Scope>(i);
            }
        }
        return std::nullopt;
    };
    const auto match = [](TechnologyMatch value) {
        return std::string(value == TechnologyMatch::any   ? "any"
                           : value == TechnologyMatch::all ? "all"
                                                           : "none");
    };
    section(json, "filter",
            {{"source", keys("/filter/source", filter.sources, find_source)},
             {"programme", keys("/filter/programme", filter.programmes, find_programme)},
             {"year", words("/filter/year", years)},
             {"technology", keys("/filter/technology", filter.technologies, find_technology)},
             {"match", choice(filter.match, 3, match)},
             {"theme", list("/filter/theme", filter.themes)},
             {"prefecture", keys("/filter/prefecture", filter.prefectures, find_prefecture)},
             {"kind", keys("/filter/kind", filter.kinds, find_kind)},
             {"scope", keys("/filter/scope", filter.scopes, scope)},
             {"text", text(filter.text)}});
    std::sort(filter.prefectures.begin(), filter.prefectures.end());
}

void Reader::count(const Json& json) {
    Request& request = out_.session.request;
    const auto key = [](auto value) { return key_of(value); };
    section(json, "count",
            {{"by", choice(request.by, static_cast<int>(CoverageBy::year) + 1, key)},
             {"cumulative", flag(request.cumulative)},
             {"wards",
              [&request](const Json& value) {
                  const auto found = value.is_string() ? find_ward_count(value.get<std::string>())
                                                       : std::optional<WardCount>();
                  request.wards = found.value_or(request.wards);
                  return found.has_value();
              }},
             {"northern_territories", flag(request.count_northern_territories)}});
}

void Reader::analysis(const Json& json) {
    Request& request = out_.session.request;
    const auto key = [](auto value) { return key_of(value); };
    const auto rank = [](PeerRank value) {
        return std::string(value == PeerRank::score ? "score" : "distance");
    };
    const auto weights = [&request](const Json& value) {
        try {
            Weights read = request.weights;
            change_weights(value.is_string() ? value.get<std::string>() : std::string("?"), read);
            request.weights = read;
            return true;
        } catch (const Error&) {
            return false;
        }
    };
    section(json, "analysis",
            {{"what_if", list("/analysis/what_if", request.what_if)},
             {"gap_rank", choice(request.gap_rank, 3, key)},
             {"prefecture_only_is_gap", flag(request.prefecture_only_is_gap)},
             {"sea_links", flag(request.sea_links)},
             {"peer_rank", choice(request.peer_rank, 2, rank)},
             {"adopter_rank", choice(request.adopter_rank, 2, rank)},
             {"weights", weights},
             {"suggest_count", number(request.suggest_count, 1, 100)},
             {"within_borders", number(request.within_borders, 0, 20)},
             {"weigh_by", choice(request.weigh_by, 3, key)}});
}

void Reader::map(const Json& json) {
    Request& request = out_.session.request;
    const auto key = [](auto value) { return key_of(value); };
    const auto view = [&request](const Json& value) {
        const std::string words = value.is_string() ? value.get<std::string>() : std::string("?");
        request.view = parse_view(words);
        return words.empty() || request.view.has_value();
    };
    section(json, "map",
            {{"colour", choice(request.colour, map_colour_count, key)},
             {"layout", choice(request.layout, map_layout_count, key)},
             {"crs", number(request.map_crs, 0, 999999)},
             {"breaks", choice(request.breaks, break_rule_count, key)},
             {"outlined_gaps", number(request.outlined_gaps, 0, 99)},
             {"view", view},
             {"chosen", list("/map/chosen", request.marked)},
             {"neighbours", flag(request.neighbours)}});
}

void Reader::window(const Json& json) {
    Request& request = out_.session.request;
    SessionWindow& window = out_.session.window;
    const auto scale = [&window](const Json& value) {
        const bool good =
            value.is_number() && value.get<double>() >= 0.75 && value.get<double>() <= 3;
        window.interface_scale = good ? value.get<double>() : window.interface_scale;
        return good;
    };
    section(json, "window",
            {{"lang", choice(request.lang, 2,
                             [](Lang l) { return std::string(l == Lang::ja ? "ja" : "en"); })},
             {"theme",
              choice(window.theme, 2,
                     [](Theme t) { return std::string(t == Theme::light ? "light" : "dark"); })},
             {"interface_scale", scale},
             {"details_of", text(window.primary)},
             {"tab", text(window.tab)}});
}

void Reader::files(const Json& json) {
    Request& request = out_.session.request;
    fs::path data;
    section(json, "files",
            {{"boundaries", path(request.boundaries)},
             {"table", path(request.table)},
             {"figure", text(request.figure)},
             {"source_text", path(request.source_text)},
             {"data", path(data)}});
    if (!data.empty()) {
        request.data = data;
        out_.session.own_data = true;
    }
}

void Reader::inputs(const Json& json) {
    if (!json.contains("inputs") || !json["inputs"].is_array()) {
        tell("session-part-missing", "/inputs",
             {"入力の記録がないので、変わったかどうかは分からない",
              "the inputs are not recorded, so whether they changed is unknown"});
        return;
    }
    out_.kept.emplace_back("inputs");
    for (std::size_t i = 0; i < json["inputs"].size(); ++i) {
        const Json& one = json["inputs"][i];
        SessionInput input;
        fs::path outside;
        std::string name;
        const bool good =
            one.is_object() && one.contains("role") && text(input.role)(one["role"]) &&
            one.contains("file") && text(name)(one["file"]) && path(outside)(one["file"]) &&
            one.contains("bytes") && one["bytes"].is_number_unsigned() && one.contains("sha256") &&
            text(input.sha256)(one["sha256"]) && !name.empty();
        if (!good) {
            refuse_value("/inputs/" + std::to_string(i), one);
            continue;
        }
        input.bytes = one["bytes"].get<std::uintmax_t>();
        input.in_data = one.contains("in_data") && one["in_data"] == true;
        input.file = input.in_data ? fs::path(name) : outside;
        out_.session.inputs.push_back(std::move(input));
    }
}

void Reader::all(const Json& json, const fs::path& data) {
    out_.session.request.data = data;
    filter(json);
    count(json);
    analysis(json);
    map(json);
    window(json);
    files(json);
    inputs(json);
    static const std::vector<std::string> known{
        "miraimap_session", "written_by", "filter", "count", "analysis", "map",
        "window",           "files",      "inputs"};
    for (const auto& [key, value] : json.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            tell("session-key-unknown", "/" + key,
                 {"この版が知らない項目なので、読み飛ばした",
                  "this version does not know the item; it was passed over"});
        }
    }
}

std::string written_by(const Json& json) {
    return json.contains("written_by") && json["written_by"].is_string()
               ? json["written_by"].get<std::string>()
               : std::string("miraimap");
}

}  // namespace

SessionReading parse_session(std::string_view text, const fs::path& file, const fs::path& data) {
    const PartialJson json = parse_partial_json(text);
    const std::string place =
        json.broken_at ? line_and_column(text, *json.broken_at) : std::string("1:1");
    if (!json.value.is_object() || !json.value.contains("miraimap_session") ||
        !json.value["miraimap_session"].is_number_integer()) {
        throw Error(ErrorKind::input, file.string(),
                    {"セッションのファイルではないか、初めから壊れている（" + place + "）",
                     "it is no session file, or damaged from its beginning (" + place + ")"},
                    {"miraimap の窓で保存した .mmap を選ぶ。控えがあればそれを開く",
                     "choose an .mmap saved by the window; if there is a copy, open that"});
    }
    SessionReading reading;
    const std::string name = file.filename().string();
    if (json.broken_at) {
        reading.damaged = true;
        reading.findings.push_back(
            {Severity::error,
             "session-damaged",
             name + ":" + place,
             {"ここから先が壊れているか、欠けている", "it is damaged or cut off from here on"}});
    }
    const Json& version = json.value["miraimap_session"];
    if (version.get<double>() > session_version) {
        reading.newer = true;
        reading.findings.push_back(
            {Severity::error,
             "session-newer",
             name,
             {written_by(json.value) + " の書いた新しい形式 " + version.dump() +
                  "（この版が知るのは " + std::to_string(session_version) + " まで）",
              written_by(json.value) + " wrote the newer format " + version.dump() +
                  " (this version knows " + std::to_string(session_version) + ")"}});
    }
    Reader(reading, file).all(json.value, data);
    return reading;
}

SessionReading read_session(const fs::path& file, const fs::path& data) {
    constexpr std::uintmax_t most_bytes = 16U << 20U;
    std::error_code problem;
    const std::uintmax_t bytes = fs::file_size(file, problem);
    if (!problem && bytes > most_bytes) {
        throw Error(
            ErrorKind::input, file.string(),
            {"セッションにしては大きすぎる（" + std::to_string(bytes) + " バイト）",
             "too large for a session (" + std::to_string(bytes) + " bytes)"},
            {"miraimap の窓で保存した .mmap を選ぶ", "choose an .mmap saved by the window"});
    }
    SessionReading reading = parse_session(read_file(file), file, data);
    append(reading.findings, compare_inputs(reading.session, fs::absolute(file).parent_path()));
    return reading;
}

bool loses_something(const SessionReading& reading) {
    return reading.damaged || reading.newer ||
           std::any_of(reading.findings.begin(), reading.findings.end(), [](const Finding& f) {
               return f.code == "session-key-unknown" || f.code == "session-value-unknown" ||
                      f.code == "session-input-missing" || f.code == "session-place-unknown";
           });
}

}  // namespace miraimap
