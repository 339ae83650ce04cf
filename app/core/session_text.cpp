// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "app/core/session.hpp"
#include "geo/io/database_address.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

/// A file as seen from the session's folder; the address of a database as it is.
std::string relative_to(const fs::path& folder, const fs::path& path) {
    if (path.empty() || is_database(path.string())) {
        return hide_password(path.string());
    }
    return fs::absolute(path).lexically_normal().lexically_proximate(folder).string();
}

template <typename Values>
void add_keys(Json& json, const char* name, const Values& values) {
    for (const auto value : values) {
        json[name].push_back(key_of(value));
    }
}

Json filter_json(const Filter& filter) {
    Json json = Json::object();
    add_keys(json, "source", filter.sources);
    add_keys(json, "programme", filter.programmes);
    for (const YearRange& range : filter.years) {
        json["year"].push_back(range_key(range));
    }
    if (filter.past) {
        json["year"].push_back("past");
    }
    add_keys(json, "technology", filter.technologies);
    if (filter.match != TechnologyMatch::any) {
        json["match"] = filter.match == TechnologyMatch::all ? "all" : "none";
    }
    for (const std::string& theme : filter.themes) {
        json["theme"].push_back(theme);
    }
    for (const int number : filter.prefectures) {
        json["prefecture"].push_back(prefectures()[static_cast<std::size_t>(number) - 1].name.ja);
    }
    add_keys(json, "kind", filter.kinds);
    add_keys(json, "scope", filter.scopes);
    if (!filter.text.empty()) {
        json["text"] = filter.text;
    }
    return json;
}

std::string key_of_rank(PeerRank rank) { return rank == PeerRank::score ? "score" : "distance"; }

Json analysis_json(const Request& request) {
    return {{"what_if", request.what_if},
            {"gap_rank", key_of(request.gap_rank)},
            {"prefecture_only_is_gap", request.prefecture_only_is_gap},
            {"sea_links", request.sea_links},
            {"peer_rank", key_of_rank(request.peer_rank)},
            {"adopter_rank", key_of_rank(request.adopter_rank)},
            {"weights", to_text(request.weights)},
            {"suggest_count", request.suggest_count},
            {"within_borders", request.within_borders},
            {"weigh_by", key_of(request.weigh_by)}};
}

Json inputs_json(const std::vector<SessionInput>& inputs, const fs::path& folder) {
    Json all = Json::array();
    for (const SessionInput& input : inputs) {
        Json one = {{"role", input.role},
                    {"file", input.in_data ? input.file.string() : relative_to(folder, input.file)},
                    {"bytes", input.bytes},
                    {"sha256", input.sha256}};
        if (input.in_data) {
            one["in_data"] = true;
        }
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace

std::string session_text(const Session& session, const fs::path& file) {
    const Request& request = session.request;
    const fs::path folder = fs::absolute(file).lexically_normal().parent_path();
    const SessionWindow& window = session.window;
    Json files = {{"boundaries", relative_to(folder, request.boundaries)},
                  {"table", relative_to(folder, request.table)},
                  {"figure", request.figure},
                  {"source_text", relative_to(folder, request.source_text)}};
    files["data"] = session.own_data ? relative_to(folder, request.data) : std::string();
    const Json json = {{"miraimap_session", session_version},
                       {"written_by", std::string("miraimap ") + MIRAIMAP_VERSION},
                       {"filter", filter_json(request.filter)},
                       {"count",
                        {{"by", key_of(request.by)},
                         {"cumulative", request.cumulative},
                         {"wards", key_of(request.wards)},
                         {"northern_territories", request.count_northern_territories}}},
                       {"analysis", analysis_json(request)},
                       {"map",
                        {{"colour", key_of(request.colour)},
                         {"layout", key_of(request.layout)},
                         {"crs", request.map_crs},
                         {"breaks", key_of(request.breaks)},
                         {"outlined_gaps", request.outlined_gaps},
                         {"view", request.view ? view_words(*request.view) : std::string()},
                         {"chosen", request.marked},
                         {"neighbours", request.neighbours}}},
                       {"window",
                        {{"lang", request.lang == Lang::ja ? "ja" : "en"},
                         {"theme", window.theme == Theme::light ? "light" : "dark"},
                         {"interface_scale", window.interface_scale},
                         {"details_of", window.primary},
                         {"tab", window.tab}}},
                       {"files", files},
                       {"inputs", inputs_json(session.inputs, folder)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace miraimap
