// SPDX-License-Identifier: MIT
#include "app/core/session_inputs.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "app/core/place_words.hpp"
#include "geo/io/checksum.hpp"
#include "geo/io/csv.hpp"
#include "geo/io/database_address.hpp"
#include "geo/io/output_target.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

void add(std::vector<SessionInput>& inputs, SessionInput input, const fs::path& at) {
    std::error_code problem;
    if (fs::is_regular_file(at, problem)) {
        const std::string bytes = read_file(at);
        input.bytes = bytes.size();
        input.sha256 = sha256_of(bytes);
        inputs.push_back(std::move(input));
    }
}

/// A file of the reader's own.
void add_own(std::vector<SessionInput>& inputs, const char* role, const fs::path& file) {
    if (!file.empty()) {
        add(inputs, {role, fs::absolute(file).lexically_normal(), false, 0, {}}, file);
    }
}

/// The beginning of a hash, enough to tell two contents apart.
std::string short_hash(const std::string& sha256) { return sha256.substr(0, 8); }

/// The path of the request that a role stands for; null for the data folder's own files.
fs::path* path_of(Request& request, const std::string& role) {
    return role == "boundaries"    ? &request.boundaries
           : role == "table"       ? &request.table
           : role == "source-text" ? &request.source_text
                                   : nullptr;
}

void changed(Findings& findings, const SessionInput& input, const std::string& name,
             const std::string& now) {
    const std::string size = with_thousands(static_cast<long long>(now.size()));
    const std::string hashes = short_hash(input.sha256) + "… → " + short_hash(sha256_of(now)) + "…";
    Text text;
    if (input.bytes == now.size()) {
        text = {"保存した後に中身が変わった（大きさは同じ " + size + " バイト。SHA-256 は " +
                    hashes + "）",
                "its contents changed since the session was saved (the size is the same, " + size +
                    " bytes; SHA-256 " + hashes + ")"};
    } else {
        const std::string before = with_thousands(static_cast<long long>(input.bytes));
        text = {"保存した後に中身が変わった（" + before + " → " + size + " バイト。SHA-256 は " +
                    hashes + "）",
                "its contents changed since the session was saved (" + before + " → " + size +
                    " bytes; SHA-256 " + hashes + ")"};
    }
    findings.push_back({Severity::warning, "session-input-changed", name, std::move(text)});
}

void missing(Findings& findings, const std::string& name, bool in_data) {
    findings.push_back({Severity::error, "session-input-missing", name,
                        in_data ? Text{"データのフォルダーにない", "it is not in the data folder"}
                                : Text{"ファイルがないので、これなしで開く",
                                       "the file is not there; the session opens without it"}});
}

/// Where a file stands now; empty if it cannot be found.
fs::path found_at(const SessionInput& input, const fs::path& folder, Findings& findings) {
    std::error_code problem;
    if (fs::is_regular_file(input.file, problem)) {
        return input.file;
    }
    fs::path beside = folder / input.file.filename();
    if (fs::is_regular_file(beside, problem) && sha256_of(read_file(beside)) == input.sha256) {
        findings.push_back({Severity::warning,
                            "session-input-moved",
                            input.file.string(),
                            {"ここにはないが、同じ中身の " + beside.string() + " を使う",
                             "it has moved; the same contents were found at " + beside.string()}});
        return beside;
    }
    return {};
}

}  // namespace

std::vector<SessionInput> current_inputs(const Request& request) {
    std::vector<SessionInput> inputs;
    if (request.boundaries.empty()) {
        const fs::path name = fs::path("boundaries") / boundary_file(request).filename();
        add(inputs, {"boundaries", name, true, 0, {}}, request.data / name);
    } else {
        for (const fs::path& file : files_of(request.boundaries)) {
            add(inputs, {"boundaries", fs::absolute(file).lexically_normal(), false, 0, {}}, file);
        }
    }
    for (const char* part : {"selections", "reference", "names"}) {
        std::vector<fs::path> tables;
        std::error_code no_folder;
        for (const auto& entry : fs::directory_iterator(request.data / part, no_folder)) {
            if (entry.path().extension() == ".csv") {
                tables.push_back(entry.path());
            }
        }
        std::sort(tables.begin(), tables.end());
        for (const fs::path& table : tables) {
            add(inputs, {"data", fs::path(part) / table.filename(), true, 0, {}}, table);
        }
    }
    add_own(inputs, "table", request.table);
    add_own(inputs, "source-text", request.source_text);
    return inputs;
}

std::vector<SessionInput> current_table_input(const Request& request) {
    std::vector<SessionInput> inputs;
    add_own(inputs, "table", request.table);
    return inputs;
}

void replace_table_input(std::vector<SessionInput>& inputs, std::vector<SessionInput> table) {
    std::erase_if(inputs, [](const SessionInput& one) { return one.role == "table"; });
    const auto at = std::find_if(inputs.begin(), inputs.end(),
                                 [](const SessionInput& one) { return one.role == "source-text"; });
    inputs.insert(at, std::make_move_iterator(table.begin()), std::make_move_iterator(table.end()));
}

Findings compare_inputs(Session& session, const fs::path& folder) {
    Findings findings;
    Request& request = session.request;
    for (SessionInput& input : session.inputs) {
        const fs::path before = input.file;
        const fs::path at =
            input.in_data ? request.data / input.file : found_at(input, folder, findings);
        std::error_code problem;
        if (!fs::is_regular_file(at, problem)) {
            missing(findings, before.string(), input.in_data);
        } else {
            const std::string bytes = read_file(at);
            if (sha256_of(bytes) != input.sha256) {
                changed(findings, input, before.string(), bytes);
            }
        }
        fs::path* asked = path_of(request, input.role);
        if (!input.in_data && asked != nullptr && *asked == before) {
            *asked = at;
            input.file = at.empty() ? before : at;
        }
    }
    // Files that the session names but did not record. A database is asked when it is read.
    for (const char* role : {"boundaries", "table", "source-text"}) {
        fs::path& asked = *path_of(request, role);
        std::error_code problem;
        if (!asked.empty() && !is_database(asked.string()) && !fs::exists(asked, problem)) {
            missing(findings, asked.string(), false);
            asked.clear();
        }
    }
    if (!session.inputs.empty()) {
        for (const SessionInput& now : current_inputs(request)) {
            const bool known = std::any_of(
                session.inputs.begin(), session.inputs.end(), [&](const SessionInput& before) {
                    return before.role == now.role && before.file == now.file;
                });
            if (!known && now.in_data && now.role == "data") {
                findings.push_back({Severity::warning,
                                    "session-input-new",
                                    now.file.string(),
                                    {"保存した後に加わった",
                                     "it was added since the session was "
                                     "saved"}});
            }
        }
    }
    return findings;
}

Findings compare_places(const Session& session, const World& world, const fs::path& file) {
    Findings findings;
    const std::string name = file.filename().string();
    const auto compare = [&](const std::vector<std::string>& places, const char* at,
                             const Text& left_out) {
        const std::vector<std::string> unknown = unknown_places(world, places);
        if (unknown.empty()) {
            return;
        }
        std::string all;
        for (const std::string& one : unknown) {
            all += (all.empty() ? "" : ", ") + one;
        }
        findings.push_back({Severity::warning,
                            "session-place-unknown",
                            name + " " + at,
                            {left_out.ja + all, left_out.en + all}});
    };
    compare(session.request.marked, "/map/chosen",
            {"選んだ市区町村のうち、データにないものは選ばない：",
             "chosen places that the data do not have are left out: "});
    compare(session.request.what_if, "/analysis/what_if",
            {"仮に選ばれたとした市区町村のうち、データにないものは除く：",
             "supposed places that the data do not have are left out: "});
    return findings;
}

}  // namespace miraimap
