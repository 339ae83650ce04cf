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
#include "app/cli/output_verbs.hpp"
#include "app/cli/reopen.hpp"
#include "app/cli/verbs.hpp"
#include "geo/error.hpp"
#include "geo/io/cache_folder.hpp"
#include "geo/io/database_address.hpp"
#include "geo/visible_text.hpp"

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
    TypedOutput output;
    std::string import_folder;
    std::string import_output;
};

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
        CLI::App* sub = add_verb(app_, name, about, example, typed_.common, filters);
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

    void files() {
        add_output_verbs(
            app_,
            [this](const std::string& name, const std::string& about, const std::string& example,
                   std::function<int()> action) {
                return verb(name, about, example, true, std::move(action));
            },
            typed_.output, typed_.common,
            [this](const OutputOrder& order) { return verb_output(order, output()); });
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
};

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

BoundaryReadOptions thorough_reading(const Output& output) {
    return {.geometry = true, .validity = true, .progress = load_options(output).progress};
}

void note(const Output& output, const std::string& text) {
    if (output.progress != nullptr) {
        output.progress->wipe();
    }
    if (!output.quiet) {
        std::cerr << visible_text(text, true) << "\n";
    }
}

int report_findings(const Findings& findings, const Output& output, Lang lang) {
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::error ||
            (finding.severity == Severity::warning && !output.quiet)) {
            std::cerr << visible_text(to_line(finding, lang)) << "\n";
        }
    }
    return has_error(findings) ? exit_data : exit_done;
}

int report_error(const Error& error, const Output& output, Lang lang) {
    if (output.progress != nullptr) {
        output.progress->wipe();
    }
    std::cerr << "miraimap: " << visible_text(error.message(lang), true) << "\n";
    return exit_code(error.kind());
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
            std::cerr << visible_text(to_line(finding, lang)) << "\n";
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
        return report_error(error, {}, lang);
    } catch (const std::exception& error) {
        std::cerr << "miraimap: "
                  << (lang == Lang::ja ? "思わぬ失敗（不具合の可能性）: "
                                       : "unexpected failure (a bug?): ")
                  << error.what() << "\n";
        return exit_files;
    }
}

}  // namespace miraimap
