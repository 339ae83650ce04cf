// SPDX-License-Identifier: MIT
// `cache`: what is kept from one run to the next, and how to be rid of it.
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <iostream>

#include "app/cli/verbs.hpp"
#include "app/core/boundary_cache.hpp"
#include "app/core/result_table.hpp"
#include "geo/error.hpp"
#include "geo/io/cache_folder.hpp"

namespace miraimap {
namespace {

constexpr double bytes_a_megabyte = 1e6;

std::string day_of(std::filesystem::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time);
    const std::time_t seconds = std::chrono::system_clock::to_time_t(
        std::chrono::time_point_cast<std::chrono::system_clock::duration>(system));
    std::tm parts{};
    ::localtime_r(&seconds, &parts);
    return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

ResultTable cache_table(const std::vector<CacheFolder::Entry>& entries) {
    ResultTable table;
    table.columns = {{"file", {"境界ファイル", "Boundary file"}},
                     {"kind", {"種類", "Kind"}},
                     {"megabytes", {"MB", "MB"}},
                     {"used", {"使った日", "Used"}}};
    for (const CacheFolder::Entry& entry : entries) {
        const CacheKeyWords words = words_of_cache_key(entry.key);
        table.rows.push_back({words.file.empty() ? ResultCell() : ResultCell(words.file),
                              words.kind.empty() ? ResultCell() : ResultCell(words.kind),
                              Decimal{static_cast<double>(entry.bytes) / bytes_a_megabyte, 1},
                              day_of(entry.used)});
    }
    return table;
}

}  // namespace

int verb_cache(const Output& output, Lang lang, bool clear) {
    const CacheFolder cache(user_cache_folder());
    if (cache.folder().empty()) {
        note(output, Text{"キャッシュは切ってある（MIRAIMAP_CACHE=off）か、置く場所がない",
                          "the cache is off (MIRAIMAP_CACHE=off), or there is no place for it"}
                         .in(lang));
        return 0;
    }
    if (clear) {
        const int removed = cache.clear();
        if (removed < 0) {
            throw Error(ErrorKind::output, cache.folder().string(),
                        {"消せないものがある", "not all of it can be removed"},
                        {"権限を確かめる", "check the permission"});
        }
        note(output, Text{fmt::format("{} 件を消した: {}", removed, cache.folder().string()),
                          fmt::format("{} entries removed: {}", removed, cache.folder().string())}
                         .in(lang));
        return 0;
    }
    const std::vector<CacheFolder::Entry> entries = cache.entries();
    print_table(std::cout, cache_table(entries), output.format, lang);
    double sum = 0;
    for (const CacheFolder::Entry& entry : entries) {
        sum += static_cast<double>(entry.bytes);
    }
    const double limit = static_cast<double>(cache.limit_bytes()) / bytes_a_megabyte;
    note(output, Text{fmt::format("{}: {:.1f} MB（上限 {:.0f} MB）", cache.folder().string(),
                                  sum / bytes_a_megabyte, limit),
                      fmt::format("{}: {:.1f} MB (limit {:.0f} MB)", cache.folder().string(),
                                  sum / bytes_a_megabyte, limit)}
                     .in(lang));
    return 0;
}

}  // namespace miraimap
