// SPDX-License-Identifier: MIT
#include "app/cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstring>
#include <functional>
#include <iostream>
#include <memory>

#include "app/cli/analysis_options.hpp"
#include "app/cli/options.hpp"
#include "app/cli/render_options.hpp"
#include "app/cli/reopen.hpp"
#include "app/cli/verbs.hpp"
#include "geo/error.hpp"
#include "geo/io/cache_folder.hpp"
#include "geo/io/database_address.hpp"

namespace miraimap {
namespace {

constexpr int exit_done = 0;
constexpr int exit_data = 1;
constexpr int exit_usage = 2;
constexpr int exit_files = 3;

int exit_code(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::usage:
            return exit_usage;
        case ErrorKind::data:
            return exit_data;
        case ErrorKind::input:
        case ErrorKind::output:
            break;
    }
    return exit_files;
}

/// Everything typed behind the verbs.
struct Typed {
    TypedOptions common;
    std::string by = "prefecture";
    bool cumulative = false;
    std::vector<std::string> what_if;
    std::vector<std::string> texts;
    AnalysisOptions analysis;
    std::string file;
    std::string layer = "municipalities";
    std::string crs = "EPSG:6668";
    bool no_overwrite = false;
    bool manifest = false;
    bool for_excel = false;
    bool with_data = false;
    std::string colour = "grade";
    std::string layout = "map";
    std::string breaks = "quantile";
    std::string view;
    std::vector<std::string> marked;
    bool neighbours = false;
    TypedRender render;
    std::string import_folder;
    std::string import_output;
};

/// The value whose key a word is.
template <typename Value>
Value word_of(const std::string& option, const std::string& word, int count) {
    std::string known;
    for (int i = 0; i < count; ++i) {
        const auto value = static_cast<Value>(i);
        if (key_of(value) == word) {
            return value;
        }
        known += (i == 0 ? "" : " ") + key_of(value);
    }
    throw Error(ErrorKind::usage, option,
                {"「" + word + "」が分からない", "unknown value '" + word + "'"},
                {"使える値: " + known, "known values: " + known});
}

CoverageBy to_by(const std::string& word) {
    std::string known;
    for (int i = 0; i <= static_cast<int>(CoverageBy::year); ++i) {
        const auto by = static_cast<CoverageBy>(i);
        if (key_of(by) == word) {
            return by;
        }
        known += (i == 0 ? "" : " ") + key_of(by);
    }
    throw Error(ErrorKind::usage, "--by",
                {"「" + word + "」では分けられない", "unknown value '" + word + "'"},
                {"使える値: " + known, "known values: " + known});
}

int to_epsg(const std::string& word) {
    std::string digits = word;
    if (digits.size() > 5 && (digits.starts_with("EPSG:") || digits.starts_with("epsg:"))) {
        digits = digits.substr(5);
    }
    const bool number = !digits.empty() && digits.size() <= 6 &&
                        digits.find_first_not_of("0123456789") == std::string::npos;
    if (!number) {
        throw Error(ErrorKind::usage, "--crs",
                    {"「" + word + "」は EPSG コードではない", "'" + word + "' is no EPSG code"},
                    {"例: EPSG:6668、4326、3857", "e.g. EPSG:6668, 4326, 3857"});
    }
    return std::stoi(digits);
}

/// What was typed behind a verb: its object, then options in the order of its help, files without
/// their folders.
std::string typed_words(const CLI::App& verb) {
    std::string objects;
    std::string options;
    for (const CLI::Option* option : verb.get_options()) {
        if (option->count() == 0) {
            continue;
        }
        const bool object = option->get_positional();
        const std::string type = option->get_type_name();
        const bool file = object || type == "FILE" || type == "DIR";
        std::string& line = object ? objects : options;
        if (!object) {
            line += " " + option->get_name();
        }
        for (const std::string& value : option->results()) {
            if (option->get_expected_max() > 0) {
                const bool database = is_database(value);  // its address stays out like a folder
                line += " " + shell_word(database ? "PG:…"
                                         : file   ? std::filesystem::path(value).filename().string()
                                                  : value);
            }
        }
    }
    return verb.get_name() + objects + options;
}

class CommandLine {
public:
    CommandLine(int argc, char** argv) : argc_(argc), argv_(argv) {
        app_.name("miraimap");
        app_.description(
            "未来技術・スマートシティの選定事業を市区町村の地図で見る\n"
            "Maps the local governments selected for future-technology projects");
        app_.set_version_flag("--version", std::string("miraimap ") + MIRAIMAP_VERSION);
        app_.footer("例 / Example: miraimap coverage --by prefecture --year R1..R3");
        app_.require_subcommand(0, 1);
        app_.get_formatter()->column_width(34);
        tables();
        files();
        others();
    }

    int run() {
        try {
            app_.parse(argc_, argv_);
        } catch (const CLI::ParseError& problem) {
            return parse_problem(problem);
        }
        if (!action_) {
            return verb_gui(argc_, argv_, lang_of_arguments(argc_, argv_));
        }
        return action_();
    }

private:
    CLI::App* verb(const std::string& name, const std::string& about, const std::string& example,
                   bool filters, std::function<int()> action) {
        CLI::App* sub = app_.add_subcommand(name, about);
        sub->footer("例 / Example: miraimap " + example);
        add_common_options(*sub, typed_.common);
        if (filters) {
            add_filter_options(*sub, typed_.common);
        }
        sub->parse_complete_callback([this, action = std::move(action)] { action_ = action; });
        return sub;
    }

    [[nodiscard]] Output output() {
        const TypedOptions& common = typed_.common;
        progress_ = std::make_unique<ProgressLine>(to_show_progress(common.progress), common.quiet,
                                                   to_lang(common));
        return {to_format(common), common.quiet,
                common.no_cache ? std::filesystem::path() : user_cache_folder(), progress_.get()};
    }
    [[nodiscard]] Request request() const { return to_request(typed_.common); }

    void tables() {
        verb("list", "条件に合う選定を並べる / the selections that pass the filters",
             "list --year R3 --technology 自動運転", true,
             [this] { return verb_list(request(), output()); });
        CLI::App* resolve = verb(
            "resolve", "地域の文字列をコードに直し、理由を示す / area text to codes, with reasons",
            "resolve 三重県多気町・明和町 --format csv", false,
            [this] { return verb_resolve(request(), output(), typed_.texts); });
        resolve->add_option("TEXT", typed_.texts, "印刷された地域 / printed area text")->required();
        CLI::App* coverage =
            verb("coverage", "市区町村の選定状況を数える / how much is covered, at which grade",
                 "coverage --by region --technology drone", true, [this] {
                     Request asked = request();
                     asked.by = to_by(typed_.by);
                     asked.cumulative = typed_.cumulative;
                     asked.what_if = typed_.what_if;
                     return verb_coverage(asked, output());
                 });
        coverage
            ->add_option("--by", typed_.by,
                         "prefecture region municipality programme technology year")
            ->capture_default_str();
        coverage->add_flag("--cumulative", typed_.cumulative,
                           "年度ごとに積み上げる（--by year） / add up year by year (--by year)");
        add_what_if_option(*coverage, typed_.what_if);
        add_table_options(*coverage, typed_.common);
        add_analysis_verbs(
            [this](const std::string& name, const std::string& about, const std::string& example,
                   std::function<int()> action) {
                return verb(name, about, example, true, std::move(action));
            },
            typed_.analysis, typed_.common,
            [this] {
                return Asked{request(), output()};
            });
    }

    void add_delivery(CLI::App& verb) {
        verb.add_flag("--no-overwrite", typed_.no_overwrite,
                      "ある場合は書かない / refuse if the file exists");
        verb.add_flag("--manifest", typed_.manifest,
                      "入力と出力の SHA-256、条件、版を FILE.manifest.json に記す / record inputs, "
                      "outputs, options and versions in FILE.manifest.json");
    }

    [[nodiscard]] Delivery delivery(const std::string& verb) const {
        return {!typed_.no_overwrite, typed_.manifest,
                typed_.manifest ? typed_words(*app_.get_subcommand(verb)) : std::string()};
    }

    void files() {
        CLI::App* exporter = verb(
            "export", "ほかのソフト用に書き出す / write .gpkg .geojson .fgb .csv .shp PG:",
            "export out.gpkg --year R3", true, [this] {
                Request asked = request();
                take_gap_options(typed_.analysis, asked);
                return verb_export(
                    asked, output(), typed_.file,
                    {typed_.layer, to_epsg(typed_.crs), typed_.for_excel, {}, typed_.with_data},
                    delivery("export"));
            });
        exporter
            ->add_option("FILE", typed_.file,
                         ".gpkg .geojson .fgb .csv .shp, \"PG:host=… dbname=… user=… schemas=…\"")
            ->required();
        exporter
            ->add_option("--layer", typed_.layer,
                         "1 層の形式で書く層 / layer for one-layer formats: municipalities "
                         "prefectures selections gap_regions selection_areas")
            ->capture_default_str();
        exporter->add_option("--crs", typed_.crs, "座標参照系 / CRS")->capture_default_str();
        add_gap_options(*exporter, typed_.analysis);
        exporter->add_flag("--for-excel", typed_.for_excel,
                           "CSV に BOM と CR LF を付ける / CSV with a byte order mark and CR LF");
        exporter->add_flag("--with-data", typed_.with_data,
                           "PG: に --data \"PG:…\" が読む表も書く / into PG:, also the tables that "
                           "--data \"PG:…\" reads");
        add_delivery(*exporter);
        CLI::App* render =
            verb("render", "地図を描く / paint a finished map: .png .svg .pdf",
                 "render mirai.pdf --year R3 --paper a4 --orientation portrait", true, [this] {
                     typed_.render.theme = take_colours(typed_.common);
                     return verb_render(
                         picture_request(), output(), typed_.file,
                         to_render_options(typed_.render, typed_.file, to_lang(typed_.common)),
                         delivery("render"));
                 });
        render->add_option("FILE", typed_.file, ".png .svg .pdf")->required();
        add_render_options(*render, typed_.render);
        render
            ->add_option("--colour,--color", typed_.colour,
                         "色の意味 / what colours show: grade selections first-year programme "
                         "technology distance borders granted requested figure")
            ->capture_default_str();
        render
            ->add_option("--layout", typed_.layout,
                         "並べ方 / arrangement: map、tiles（都道府県を同じ面積のタイルに / every "
                         "prefecture the same area）")
            ->capture_default_str();
        render
            ->add_option("--breaks", typed_.breaks,
                         "数の階級 / classes of a figure: quantile equal natural")
            ->capture_default_str();
        render
            ->add_option("--gaps", typed_.analysis.outlined_gaps,
                         "上位いくつの空白域を線で囲むか / outline so many gap regions with their "
                         "rank")
            ->check(CLI::Range(0, 99));
        render
            ->add_option("--view", typed_.view,
                         "描く範囲（西,南,東,北、既定の投影のメートル） / the part to paint: west,"
                         "south,east,north in metres of the default projection")
            ->type_name("W,S,E,N");
        render
            ->add_option("--mark", typed_.marked,
                         "縁取る市区町村 / municipalities to outline as chosen")
            ->delimiter(',')
            ->allow_extra_args(false)
            ->type_name("CODE,…");
        render->add_flag("--neighbours", typed_.neighbours,
                         "縁取った市区町村がどこで隣と接するかを描く / draw where these meet their "
                         "neighbours");
        add_gap_options(*render, typed_.analysis);
        add_what_if_option(*render, typed_.what_if);
        add_table_options(*render, typed_.common);
        add_delivery(*render);
        CLI::App* report = verb(
            "report", "一枚で完結した頁を書く / write one self-contained page: .html",
            "report mirai.html --year R3", true,
            [this] { return verb_report(request(), output(), typed_.file, delivery("report")); });
        report->add_option("FILE", typed_.file, ".html")->required();
        add_delivery(*report);
    }

    void others() {
        verb("check", "データの証明と結合の報告 / every integrity proof and the join report",
             "check --source-text slides.txt", false,
             [this] { return verb_check(request(), output()); });
        CLI::App* boundaries =
            verb("boundaries", "境界ファイルの中身を調べる / what a boundary file holds",
                 "boundaries N03-21_210101.shp", false, [this] {
                     return importing_
                                ? verb_boundaries_import(output(), to_lang(typed_.common),
                                                         typed_.import_folder, typed_.import_output)
                                : verb_boundaries(request(), output(), typed_.texts);
                 });
        boundaries->add_option("FILE", typed_.texts, "省略時は内蔵 / default: the embedded set");
        CLI::App* importer = boundaries->add_subcommand(
            "import", "気象庁の区域から内蔵データを作る / make the embedded set from JMA polygons");
        importer->footer(
            "例 / Example: miraimap boundaries import reversejp-0.2.1/data "
            "--output municipalities.gpkg");
        importer->add_option("FOLDER", typed_.import_folder, "*.json.zip")->required();
        importer->add_option("--output", typed_.import_output, ".gpkg")->required();
        importer->parse_complete_callback([this] { importing_ = true; });
        CLI::App* cache =
            verb("cache", "次の起動を速くする控えを見る・消す / what is kept for the next run",
                 "cache --clear", false,
                 [this] { return verb_cache(output(), to_lang(typed_.common), clearing_); });
        cache->add_flag("--clear", clearing_, "すべて消す / remove all of it");
        // The window parses its own options; here only its name and help are known.
        CLI::App* gui = verb("gui", "地図の窓を開く（既定） / open the map window (default)",
                             "gui --year R3", true, [this] {
                                 static_cast<void>(request());  // wrong words fail here, in words
                                 return verb_gui(argc_, argv_, to_lang(typed_.common));
                             });
        gui->allow_extras();
    }  // namespace

    [[nodiscard]] Request picture_request() const {
        Request asked = request();
        asked.colour = word_of<MapColour>("--colour", typed_.colour, map_colour_count);
        asked.layout = word_of<MapLayout>("--layout", typed_.layout, map_layout_count);
        asked.breaks = word_of<BreakRule>("--breaks", typed_.breaks, break_rule_count);
        take_gap_options(typed_.analysis, asked);
        asked.outlined_gaps = typed_.analysis.outlined_gaps;
        asked.what_if = typed_.what_if;
        asked.marked = typed_.marked;
        asked.neighbours = typed_.neighbours;
        asked.view = parse_view(typed_.view);
        if (!typed_.view.empty() && !asked.view) {
            throw Error(ErrorKind::usage, "--view",
                        {"「" + typed_.view + "」は範囲ではない",
                         "'" + typed_.view + "' is no part of the map"},
                        {"例: --view=-400000,-300000,400000,300000（西,南,東,北）",
                         "e.g. --view=-400000,-300000,400000,300000 (west,south,east,north)"});
        }
        if (asked.colour == MapColour::figure && asked.table.empty()) {
            throw Error(ErrorKind::usage, "--colour",
                        {"figure には表が要る", "figure needs a table"},
                        {"--table FILE を付ける", "add --table FILE"});
        }
        return asked;
    }

    int parse_problem(const CLI::ParseError& problem) {
        if (problem.get_exit_code() == 0) {
            return app_.exit(problem, std::cout, std::cerr);  // --help, --version
        }
        const bool japanese = lang_of_arguments(argc_, argv_) == Lang::ja;
        std::cerr << (japanese ? "使い方の誤り: " : "wrong usage: ") << problem.what() << "\n"
                  << (japanese ? "miraimap --help か miraimap 動詞 --help で使い方を見る\n"
                               : "see miraimap --help or miraimap VERB --help\n");
        return exit_usage;
    }

    int argc_;
    char** argv_;
    CLI::App app_;
    Typed typed_;
    std::function<int()> action_;
    bool importing_ = false;  ///< `boundaries import`
    bool clearing_ = false;   ///< `cache --clear`
    std::unique_ptr<ProgressLine> progress_;
};  // namespace

}  // namespace

void print_context(const Snapshot& snapshot, const Output& output) {
    const Lang lang = snapshot.request.lang;
    if (output.format == Format::table) {
        std::cout << (lang == Lang::ja ? "条件: " : "Filter: ")
                  << in_words(snapshot.request.filter).in(lang) << "\n";
    }
}

LoadOptions load_options(const Output& output, bool geometry) {
    LoadOptions options;
    options.geometry = geometry;
    options.cache = output.cache;
    options.progress = output.progress == nullptr ? nullptr : &output.progress->progress();
    return options;
}

void note(const Output& output, const std::string& text) {
    if (output.progress != nullptr) {
        output.progress->wipe();
    }
    if (!output.quiet) {
        std::cerr << text << "\n";
    }
}

int report_findings(const Findings& findings, const Output& output, Lang lang) {
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::error ||
            (finding.severity == Severity::warning && !output.quiet)) {
            std::cerr << to_line(finding, lang) << "\n";
        }
    }
    return has_error(findings) ? exit_data : exit_done;
}

namespace {

/// Tells which options a file brought along.
void say_what_was_reopened(const std::vector<std::string>& typed,
                           const std::vector<std::string>& expanded, Lang lang) {
    const auto has = [&](const char* word) {
        return std::find(typed.begin(), typed.end(), word) != typed.end();
    };
    if (expanded == typed || has("--quiet")) {
        return;
    }
    std::string line;
    for (std::size_t i = 1; i < expanded.size(); ++i) {
        line += " ";
        line += shell_word(expanded[i]);
    }
    std::cerr << (lang == Lang::ja ? "開き直した:" : "opened again:") << line << "\n";
}

}  // namespace

int run_command_line(int argc, char** argv) {
    const Lang lang = lang_of_arguments(argc, argv);
    try {
        const std::vector<std::string> typed = hide_passwords({argv, argv + argc});
        Findings changed;
        std::vector<std::string> words = expand_reopen(typed, &changed);
        std::vector<char*> arguments = as_arguments(words);
        say_what_was_reopened(typed, words, lang);
        for (const Finding& finding : changed) {
            std::cerr << to_line(finding, lang) << "\n";
        }
        const int code = CommandLine(static_cast<int>(words.size()), arguments.data()).run();
        std::cout.flush();
        if (!std::cout) {
            std::cerr << (lang == Lang::ja ? "標準出力に書けない\n"
                                           : "cannot write to standard output\n");
            return exit_files;
        }
        return code;
    } catch (const Error& error) {
        std::cerr << "miraimap: " << error.message(lang) << "\n";
        return exit_code(error.kind());
    } catch (const std::exception& error) {
        std::cerr << "miraimap: "
                  << (lang == Lang::ja ? "思わぬ失敗（不具合の可能性）: "
                                       : "unexpected failure (a bug?): ")
                  << error.what() << "\n";
        return exit_files;
    }
}

}  // namespace miraimap
