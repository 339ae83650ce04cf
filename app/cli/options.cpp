// SPDX-License-Identifier: MIT
#include "app/cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstring>

#include "app/core/snapshot.hpp"
#include "geo/error.hpp"
#include "geo/io/csv.hpp"
#include "geo/place/prefecture.hpp"
#include "geo/text_fold.hpp"

namespace miraimap {
namespace {

[[noreturn]] void unknown_value(const std::string& option, const std::string& value,
                                const std::string& known) {
    throw Error(ErrorKind::usage, option,
                {"「" + value + "」が分からない", "unknown value '" + value + "'"},
                {"使える値: " + known, "known values: " + known});
}

template <typename Value, typename Find, typename Key>
std::vector<Value> values_of(const std::string& option, const std::vector<std::string>& words,
                             Find find, Key key, int count) {
    std::vector<Value> values;
    for (const std::string& word : words) {
        const auto value = find(word);
        if (!value) {
            std::string known;
            for (int i = 0; i < count; ++i) {
                known += (i == 0 ? "" : " ") + key(static_cast<Value>(i));
            }
            unknown_value(option, word, known);
        }
        if (std::find(values.begin(), values.end(), *value) == values.end()) {
            values.push_back(*value);
        }
    }
    return values;
}

std::optional<Scope> find_scope(std::string_view word) {
    for (int i = 0; i <= static_cast<int>(Scope::unresolved); ++i) {
        if (key_of(static_cast<Scope>(i)) == word) {
            return static_cast<Scope>(i);
        }
    }
    return std::nullopt;
}

std::vector<int> prefectures_of(const std::vector<std::string>& words) {
    std::vector<int> numbers;
    for (const std::string& word : words) {
        const std::optional<int> number = find_prefecture(fold_width_and_case(trim(word)));
        if (!number) {
            throw Error(
                ErrorKind::usage, "--prefecture",
                {"都道府県「" + word + "」が分からない", "unknown prefecture '" + word + "'"},
                {"例: 北海道、奈良県、奈良、29、Nara", "e.g. Nara, 奈良県, 29"});
        }
        if (std::find(numbers.begin(), numbers.end(), *number) == numbers.end()) {
            numbers.push_back(*number);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

/// Prefectures asked for by name and by region, ascending.
std::vector<int> with_regions(std::vector<int> numbers, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        const std::string folded = fold_width_and_case(trim(word));
        int found = -1;
        std::string known;
        for (std::size_t i = 0; i < regions().size(); ++i) {
            const Region& region = regions()[i];
            known += (i == 0 ? "" : " ") + region.name.ja + "(" + region.key + ")";
            if (folded == region.key || folded == region.name.ja ||
                folded == region.name.ja + "地方" ||
                folded == fold_width_and_case(region.name.en)) {
                found = static_cast<int>(i);
            }
        }
        if (found < 0) {
            unknown_value("--region", word, known);
        }
        for (const Prefecture& prefecture : prefectures()) {
            const bool missing =
                std::find(numbers.begin(), numbers.end(), prefecture.number) == numbers.end();
            if (prefecture.region == found && missing) {
                numbers.push_back(prefecture.number);
            }
        }
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

TechnologyMatch to_match(const std::string& word) {
    if (word == "any") {
        return TechnologyMatch::any;
    }
    if (word == "all") {
        return TechnologyMatch::all;
    }
    if (word == "none") {
        return TechnologyMatch::none;
    }
    unknown_value("--match", word, "any all none");
}

/// A list option that takes commas and repetition.
/// @param marks  also the Japanese 、
void add_list(CLI::App& app, const std::string& name, std::vector<std::string>& words,
              const std::string& help, bool marks = true) {
    app.add_option_function<std::vector<std::string>>(
           name,
           [&words, marks](const std::vector<std::string>& typed) {
               for (const std::string& one : typed) {
                   std::string rest = one;
                   for (std::size_t at = rest.find("、"); marks && at != std::string::npos;
                        at = rest.find("、")) {
                       rest.replace(at, std::strlen("、"), ",");
                   }
                   std::size_t from = 0;
                   while (from <= rest.size()) {
                       const std::size_t end = std::min(rest.find(',', from), rest.size());
                       const std::string word(
                           trim(std::string_view(rest).substr(from, end - from)));
                       if (!word.empty()) {
                           words.push_back(word);
                       }
                       from = end + 1;
                   }
               }
           },
           help)
        ->allow_extra_args(false)
        ->type_name("A,B…")
        ->group("絞り込み / Filters");
}

}  // namespace

CLI::App* add_verb(CLI::App& app, const std::string& name, const std::string& about,
                   const std::string& example, TypedOptions& typed, bool filters) {
    CLI::App* verb = app.add_subcommand(name, about);
    verb->footer("例 / Example: miraimap " + example);
    add_common_options(*verb, typed);
    if (filters) {
        add_filter_options(*verb, typed);
    }
    return verb;
}

void add_common_options(CLI::App& app, TypedOptions& typed) {
    const char* group = "共通 / Common";
    app.add_option(
           "--boundaries", typed.boundaries,
           "境界ファイルか \"PG:…\"（省略時は内蔵） / boundary file or \"PG:…\" instead of the "
           "embedded set")
        ->type_name("FILE")
        ->group(group);
    app.add_option("--data", typed.data, "データのフォルダーか \"PG:…\" / data folder or \"PG:…\"")
        ->type_name("DIR")
        ->group(group);
    app.add_option("--source-text", typed.source_text,
                   "出典スライドのテキスト / text of the source slides")
        ->type_name("FILE")
        ->group(group);
    app.add_option("--format", typed.format, "table csv json")->group(group)->capture_default_str();
    app.add_option("--lang", typed.lang, "ja en")->group(group)->capture_default_str();
    app.add_option("--progress", typed.progress, "auto always never")
        ->group(group)
        ->capture_default_str();
    app.add_flag("--no-cache", typed.no_cache,
                 "控え（キャッシュ）を読み書きしない。MIRAIMAP_CACHE=off も同じ / neither read nor "
                 "write the cache, like MIRAIMAP_CACHE=off")
        ->group(group);
    app.add_flag("--quiet", typed.quiet, "注記を出さない / no notes on stderr")->group(group);
    app.add_flag("--count-northern-territories", typed.count_northern_territories,
                 "北方領土を分母に入れる / count the Northern Territories")
        ->group(group);
    app.add_option("--wards", typed.wards,
                   "分母に入れる区: special 特別区だけ、none 入れない、all 政令指定都市の区も / "
                   "wards that count: of Tokyo, none, of every designated city too")
        ->group(group)
        ->capture_default_str();
}

void add_filter_options(CLI::App& app, TypedOptions& typed) {
    app.add_option("--reopen", typed.reopen,
                   "書き出した .gpkg か保存した .mmap の条件と境界で始める / take filters and "
                   "boundaries of an exported .gpkg or a saved .mmap")
        ->type_name("FILE")
        ->group("絞り込み / Filters");
    add_list(app, "--source", typed.sources, "一覧 / list: mirai society5 smartcity");
    add_list(app, "--programme", typed.programmes,
             "事業 / programme: mirai society5 mic meti mlit-maas mlit-smartcity");
    add_list(app, "--year", typed.years,
             "年度 / year: H30 R1..R3 ..R2（累計） 2021 令和元年度 past");
    add_list(app, "--technology", typed.technologies,
             "技術 / technology: 自動運転 ドローン(drone) AI IoT ロボット VR/AR …");
    app.add_option("--match", typed.match, "技術の合わせ方 / any all none")
        ->group("絞り込み / Filters")
        ->capture_default_str();
    // A heading may hold 、 itself.
    add_list(
        app, "--theme", typed.themes,
        "分野（交付金の地図の見出し。英語でもよい）。render と gui では light dark が配色 / "
        "theme, a heading of the grant map, also in English; with render and gui, light and dark "
        "are the colours",
        false);
    add_list(app, "--region", typed.regions,
             "地方の都道府県すべて / every prefecture of a region: 近畿 kinki");
    add_list(app, "--prefecture", typed.prefectures, "都道府県 / prefecture: 北海道 奈良 29 Nara");
    add_list(app, "--kind", typed.kinds, "区分 / kind: new continuing");
    add_list(app, "--scope", typed.scopes,
             "範囲 / scope: municipality joint part prefecture unresolved");
    app.add_option("--text", typed.text, "語 / word in area, title, theme or technology")
        ->type_name("WORD")
        ->group("絞り込み / Filters");
}

std::string take_colours(TypedOptions& typed, const std::string& usual) {
    std::string colours = usual;
    std::erase_if(typed.themes, [&colours](const std::string& word) {
        const bool taken = word == "light" || word == "dark";
        colours = taken ? word : colours;
        return taken;
    });
    return colours;
}

void add_table_options(CLI::App& app, TypedOptions& typed) {
    const char* group = "手元の表 / Your table";
    app.add_option(
           "--table", typed.table,
           "市区町村ごとの数がある CSV（UTF-8 か CP932、コンマかタブ） / a CSV with a figure "
           "per municipality")
        ->type_name("FILE")
        ->group(group);
    app.add_option(
           "--figure", typed.figure,
           "その列の見出し（省略時は最初の数の列） / its column (default: the first of numbers)")
        ->type_name("COLUMN")
        ->group(group);
}

Request to_request(const TypedOptions& typed) {
    Request request;
    request.lang = to_lang(typed);
    request.data = typed.data.empty() ? find_data_folder() : std::filesystem::path(typed.data);
    request.boundaries = typed.boundaries;
    request.source_text = typed.source_text;
    request.table = typed.table;
    request.figure = typed.figure;
    request.count_northern_territories = typed.count_northern_territories;
    const auto wards = find_ward_count(typed.wards);
    if (!wards) {
        throw Error(ErrorKind::usage, "--wards",
                    {"「" + typed.wards + "」が分からない", "unknown value '" + typed.wards + "'"},
                    {"使える値: special none all", "known values: special none all"});
    }
    request.wards = *wards;
    Filter& filter = request.filter;
    filter.sources = values_of<Source>(
        "--source", typed.sources, find_source, [](Source s) { return key_of(s); }, 3);
    filter.programmes = values_of<Programme>(
        "--programme", typed.programmes, find_programme, [](Programme p) { return key_of(p); },
        programme_count);
    for (const std::string& word : typed.years) {
        add_years(word, filter);
    }
    filter.technologies = values_of<Technology>(
        "--technology", typed.technologies, find_technology, [](Technology t) { return key_of(t); },
        technology_count);
    filter.match = to_match(typed.match);
    filter.themes = typed.themes;
    std::sort(filter.themes.begin(), filter.themes.end());
    filter.prefectures = with_regions(prefectures_of(typed.prefectures), typed.regions);
    filter.kinds = values_of<Kind>(
        "--kind", typed.kinds, find_kind, [](Kind k) { return key_of(k); }, 3);
    filter.scopes = values_of<Scope>(
        "--scope", typed.scopes, find_scope, [](Scope s) { return key_of(s); }, 5);
    filter.text = typed.text;
    return request;
}

Format to_format(const TypedOptions& typed) {
    if (typed.format == "table") {
        return Format::table;
    }
    if (typed.format == "csv") {
        return Format::csv;
    }
    if (typed.format == "json") {
        return Format::json;
    }
    unknown_value("--format", typed.format, "table csv json");
}

Lang to_lang(const TypedOptions& typed) {
    if (typed.lang == "ja" || typed.lang == "en") {
        return typed.lang == "ja" ? Lang::ja : Lang::en;
    }
    unknown_value("--lang", typed.lang, "ja en");
}

Lang lang_of_arguments(int argc, char** argv) {
    Lang lang = Lang::ja;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool english = word == "--lang=en" || (word == "--lang" && i + 1 < argc &&
                                                     std::strcmp(argv[i + 1], "en") == 0);
        lang = english ? Lang::en : lang;
    }
    return lang;
}

namespace {

constexpr const char* map_crs_example = "EPSG:6677";

}  // namespace

int to_epsg(const char* option, const std::string& word, const std::string& example) {
    std::string digits = word;
    if (digits.size() > 5 && (digits.starts_with("EPSG:") || digits.starts_with("epsg:"))) {
        digits = digits.substr(5);
    }
    const bool number = !digits.empty() && digits.size() <= 6 &&
                        digits.find_first_not_of("0123456789") == std::string::npos;
    if (!number) {
        throw Error(ErrorKind::usage, option,
                    {"「" + word + "」は EPSG コードではない", "'" + word + "' is no EPSG code"},
                    {"例: " + example, "e.g. " + example});
    }
    return std::stoi(digits);
}

CLI::Option* add_map_crs(CLI::App& app, std::string& map_crs) {
    return app
        .add_option("--map-crs", map_crs,
                    "地図の投影法の EPSG コード（メートルの投影座標系。既定は日本の正積図法） / "
                    "projection of the map: the EPSG code of a CRS in metres (default: equal-area "
                    "for Japan)")
        ->type_name(map_crs_example);
}

int to_map_crs(const std::string& word) {
    return word.empty() ? 0 : to_epsg("--map-crs", word, map_crs_example);
}

}  // namespace miraimap
