// SPDX-License-Identifier: MIT
// The window program: the same words as the command line, then the window.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

#include "app/cli/options.hpp"
#include "app/cli/reopen.hpp"
#include "app/core/request.hpp"
#include "app/core/session.hpp"
#include "app/gui/window.hpp"
#include "geo/error.hpp"
#include "geo/io/cache_folder.hpp"
#include "geo/io/database_address.hpp"

namespace {

using miraimap::Error;
using miraimap::ErrorKind;
using miraimap::Lang;

constexpr int exit_usage = 2;
constexpr int exit_files = 3;

struct TypedWindow {
    miraimap::TypedOptions common;
    std::string size = "1280x800";
    std::string theme;  // taken out of the filter's themes
    std::string scale;
    std::string dump;
    std::string view;
    std::string session;
    std::string colour;
    std::string layout;
    std::string map_crs;
    std::string tour = "offer";
};

[[noreturn]] void refuse(const std::string& option, const std::string& word,
                         const std::string& examples) {
    throw Error(ErrorKind::usage, option,
                {"「" + word + "」が分からない", "unknown value '" + word + "'"},
                {"使える値: " + examples, "known values: " + examples});
}

/// The modes that need no user's table.
miraimap::MapColour to_colour(const std::string& word) {
    std::string known;
    for (int i = 0; i < miraimap::map_colour_count; ++i) {
        const auto colour = static_cast<miraimap::MapColour>(i);
        if (colour == miraimap::MapColour::figure) {
            continue;
        }
        if (word == key_of(colour)) {
            return colour;
        }
        known += (known.empty() ? "" : " ") + key_of(colour);
    }
    refuse("--colour", word, known);
}

miraimap::gui::WindowOptions to_window_options(const TypedWindow& typed) {
    miraimap::gui::WindowOptions options;
    char end = 0;
    constexpr int least_px = 480;
    constexpr int most_px = 8192;
    const auto fits = [](int value) { return value >= least_px && value <= most_px; };
    if (std::sscanf(typed.size.c_str(), "%dx%d%c", &options.width_px, &options.height_px, &end) !=
            2 ||
        !fits(options.width_px) || !fits(options.height_px)) {
        refuse("--size", typed.size, "1280x800 (480..8192)");
    }
    if (!typed.theme.empty()) {
        options.theme = typed.theme == "dark" ? miraimap::Theme::dark : miraimap::Theme::light;
    }
    if (!typed.scale.empty()) {
        double scale = 0;
        if (std::sscanf(typed.scale.c_str(), "%lf%c", &scale, &end) != 1 ||
            !(scale >= 0.75 && scale <= 3)) {
            refuse("--scale", typed.scale, "0.75 .. 3");
        }
        options.scale = scale;
    }
    if (!typed.view.empty()) {
        options.view = miraimap::parse_view(typed.view);
        if (!options.view) {
            refuse("--view", typed.view, "-400000,-300000,400000,300000");
        }
    }
    for (int i = 0; i < miraimap::map_layout_count; ++i) {
        const auto layout = static_cast<miraimap::MapLayout>(i);
        if (typed.layout == key_of(layout)) {
            options.layout = layout;
        }
    }
    if (!typed.layout.empty() && !options.layout) {
        refuse("--layout", typed.layout, "map tiles");
    }
    if (typed.tour == "now") {
        options.tour = miraimap::gui::ShowTour::now;
    } else if (typed.tour == "never") {
        options.tour = miraimap::gui::ShowTour::never;
    } else if (typed.tour != "offer") {
        refuse("--tour", typed.tour, "offer now never");
    }
    if (!typed.session.empty() && !typed.session.ends_with(miraimap::session_ending)) {
        refuse("FILE", typed.session, "nara.mmap");
    }
    options.session = typed.session;
    if (!typed.common.no_cache) {
        options.cache = miraimap::user_cache_folder();
    }
    const char* named = std::getenv("MIRAIMAP_DEBUG_DUMP");
    options.debug_dump = !typed.dump.empty() ? typed.dump : (named != nullptr ? named : "");
    return options;
}

int run(int argc, char** argv) {
    CLI::App app("地図の窓を開く / opens the map window", "miraimap gui");
    app.footer("例 / Example: miraimap gui --year R3 --lang en");
    TypedWindow typed;
    miraimap::add_common_options(app, typed.common);
    miraimap::add_filter_options(app, typed.common);
    const char* group = "窓 / Window";
    app.add_option("FILE", typed.session, "保存したセッション / a saved session: .mmap");
    app.add_option("--size", typed.size, "大きさ / size")->group(group)->capture_default_str();
    app.add_option("--scale", typed.scale,
                   "部品の大きさ / interface scale: 0.75 .. 3（既定は前回のまま / as last time）")
        ->group(group);
    app.add_option(
           "--view", typed.view,
           "見る範囲（西,南,東,北、地図の投影のメートル） / the part to show (west,south,east,"
           "north in metres of the map's projection)")
        ->type_name("W,S,E,N")
        ->group(group);
    app.add_option("--colour,--color", typed.colour,
                   "地図が示すもの / what the map shows: grade selections first-year programme "
                   "technology distance borders granted requested（既定は前回のまま / as last "
                   "time）")
        ->group(group);
    miraimap::add_map_crs(app, typed.map_crs)->group(group);
    app.add_option("--layout", typed.layout,
                   "並べ方 / arrangement: map tiles（既定は前回のまま / as last time）")
        ->group(group);
    app.add_option("--tour", typed.tour,
                   "はじめての案内 / guided tour: offer（最初の起動で勧める / at the first start） "
                   "now never")
        ->group(group)
        ->capture_default_str();
    app.add_option("--debug-dump", typed.dump, "状態を JSON で書く / writes the state as JSON")
        ->type_name("FILE")
        ->group(group);
    const bool japanese = miraimap::lang_of_arguments(argc, argv) == Lang::ja;
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        if (problem.get_exit_code() == 0) {
            return app.exit(problem, std::cout, std::cerr);
        }
        std::cerr << (japanese ? "使い方の誤り: " : "wrong usage: ") << problem.what() << "\n"
                  << (japanese ? "miraimap gui --help で使い方を見る\n"
                               : "see miraimap gui --help\n");
        return exit_usage;
    }
    typed.theme = miraimap::take_colours(typed.common, "");
    miraimap::Request request = miraimap::to_request(typed.common);
    request.map_crs = miraimap::to_map_crs(typed.map_crs);
    miraimap::gui::WindowOptions options = to_window_options(typed);
    options.lang_said = app.count("--lang") > 0;
    options.colour_said = !typed.colour.empty();
    if (options.colour_said) {
        request.colour = to_colour(typed.colour);
    }
    return miraimap::gui::run_window(request, options);
}

}  // namespace

int main(int argc, char** argv) {
    const Lang lang = miraimap::lang_of_arguments(argc, argv);
    try {
        std::vector<std::string> words =
            miraimap::expand_reopen(miraimap::hide_passwords({argv, argv + argc}));
        if (words.size() > 1 && words[1] == "gui") {
            words.erase(words.begin() + 1);  // a file alone stands for this program
        }
        std::vector<char*> arguments = miraimap::as_arguments(words);
        return run(static_cast<int>(words.size()), arguments.data());
    } catch (const Error& error) {
        std::cerr << "miraimap: " << error.message(lang) << "\n";
        return error.kind() == ErrorKind::usage ? exit_usage : exit_files;
    } catch (const std::exception& error) {
        std::cerr << "miraimap: " << error.what() << "\n";
        return exit_files;
    }
}
