// SPDX-License-Identifier: MIT
// The verbs whose answer is one table: list, resolve, coverage.
#include <fmt/format.h>

#include <iostream>

#include "app/cli/verbs.hpp"
#include "app/core/analysis_tables.hpp"
#include "app/core/result_table.hpp"
#include "app/core/snapshot.hpp"
#include "app/core/words.hpp"
#include "geo/error.hpp"

namespace miraimap {

int verb_list(const Request& request, const Output& output) {
    const Snapshot snapshot = load_snapshot(request, load_options(output, false));
    print_context(snapshot, output);
    print_table(std::cout, list_table(snapshot, request.lang), output.format, request.lang);
    int linked = 0;
    for (const Passed& passed : snapshot.passed) {
        linked += passed.counted ? 0 : 1;
    }
    const auto rows = static_cast<int>(snapshot.passed.size());
    Text count{fmt::format("{} 行", rows), fmt::format("{} rows", rows)};
    if (linked > 0) {
        count.ja += fmt::format("（うち {} 行は☆で一覧と同じ選定。数えるのは {} 件）", linked,
                                rows - linked);
        count.en += fmt::format(" ({} are the same selection as a listed one, ☆; {} are counted)",
                                linked, rows - linked);
    }
    note(output, count.in(request.lang));
    return report_findings(snapshot.world->findings, output, request.lang);
}

int verb_resolve(const Request& request, const Output& output,
                 const std::vector<std::string>& texts) {
    const auto world = load_world(request, load_options(output, false));
    std::vector<std::pair<std::string, ResolvedPart>> parts;
    for (const std::string& text : texts) {
        for (ResolvedPart& part : world->resolver->resolve(text)) {
            parts.emplace_back(text, std::move(part));
        }
    }
    print_table(std::cout, resolve_table(parts, request.lang), output.format, request.lang);
    return 0;
}

int verb_coverage(const Request& request, const Output& output) {
    if (request.cumulative && request.by != CoverageBy::year) {
        throw Error(ErrorKind::usage, "--cumulative",
                    {"積み上げは --by year のときだけ", "adds up years only"},
                    {"--by year を付ける", "add --by year"});
    }
    const Snapshot snapshot = load_snapshot(request, load_options(output, false));
    print_context(snapshot, output);
    const UserTable* user_table = snapshot.user_table.get();
    ResultTable result = coverage_result(snapshot.table, request.lang, user_table);
    add_known_unknowns(result, snapshot.unknown, request.lang);
    print_table(std::cout, result, output.format, request.lang);
    if (output.format == Format::table) {
        std::cout << "\n" << coverage_in_words(snapshot).in(request.lang) << "\n";
        if (user_table != nullptr) {
            std::cout << figure_in_words(snapshot.table.total, *user_table).in(request.lang)
                      << "\n";
        }
        if (request.cumulative) {
            std::cout << cumulative_in_words(snapshot.table, snapshot.unknown).in(request.lang)
                      << "\n";
        }
        if (!snapshot.what_if.empty()) {
            std::cout << what_if_in_words(snapshot).in(request.lang) << "\n";
        }
    } else if (!snapshot.what_if.empty()) {
        note(output, what_if_in_words(snapshot).in(request.lang));
    }
    note(output, denominator_note(snapshot).in(request.lang));
    if (output.format != Format::table) {
        note(output, unknown_in_words(snapshot).in(request.lang));
    }
    if (user_table != nullptr) {
        note(output, join_in_words(*user_table).in(request.lang));
    }
    return report_findings(snapshot.world->findings, output, request.lang);
}

}  // namespace miraimap
