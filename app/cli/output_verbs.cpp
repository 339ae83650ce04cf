// SPDX-License-Identifier: MIT
#include "app/cli/output_verbs.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <utility>

#include "geo/error.hpp"
#include "geo/io/database_address.hpp"

namespace miraimap {
namespace {

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

void add_delivery(CLI::App& verb, TypedOutput& typed) {
    verb.add_flag("--no-overwrite", typed.no_overwrite,
                  "ある場合は書かない / refuse if the file exists");
    verb.add_flag("--manifest", typed.manifest,
                  "入力と出力の SHA-256、条件、版を FILE.manifest.json に記す / record inputs, "
                  "outputs, options and versions in FILE.manifest.json");
}

const char* view_type = "W,S,E,N";

std::optional<MapBox> to_view(const std::string& word) {
    const std::optional<MapBox> view = parse_view(word);
    if (!word.empty() && !view) {
        throw Error(
            ErrorKind::usage, "--view",
            {"「" + word + "」は範囲ではない", "'" + word + "' is no part of the map"},
            {fmt::format(
                 "例: --view=-400000,-300000,400000,300000（西,南,東,北、地図の投影（既定は日本の"
                 "正積図法）のメートル、±{:.0f} まで）",
                 farthest_view_m),
             fmt::format("e.g. --view=-400000,-300000,400000,300000 (west,south,east,north "
                         "in metres of the map's projection, by default the equal-area one, up to "
                         "{:.0f} either way)",
                         farthest_view_m)});
    }
    return view;
}

/// What export, render and report have in common.
OutputOrder delivery(OutputKind kind, const TypedOutput& typed, const CLI::App& verb) {
    OutputOrder order;
    order.kind = kind;
    order.file = typed.file;
    order.overwrite = !typed.no_overwrite;
    order.manifest = typed.manifest;
    order.command = typed.manifest ? typed_words(verb) : std::string();
    return order;
}

OutputOrder export_order(const CLI::App& verb, const TypedOutput& typed,
                         const TypedOptions& common) {
    OutputOrder order = delivery(OutputKind::data, typed, verb);
    order.request = to_request(common);
    take_gap_options(typed.gaps, order.request);
    order.data.layer = typed.layer;
    order.data.epsg = to_epsg("--crs", typed.crs, "EPSG:6668");
    order.data.for_excel = typed.for_excel;
    order.data.with_data = typed.with_data;
    if (const std::optional<MapBox> view = to_view(typed.view)) {
        order.data.view = view_words(*view);
    }
    return order;
}

Request picture_request(const TypedOutput& typed, const TypedOptions& common) {
    Request asked = to_request(common);
    asked.colour = word_of<MapColour>("--colour", typed.colour, map_colour_count);
    asked.layout = word_of<MapLayout>("--layout", typed.layout, map_layout_count);
    asked.breaks = word_of<BreakRule>("--breaks", typed.breaks, break_rule_count);
    take_gap_options(typed.gaps, asked);
    asked.outlined_gaps = typed.gaps.outlined_gaps;
    asked.what_if = typed.what_if;
    asked.marked = typed.marked;
    asked.neighbours = typed.neighbours;
    asked.view = to_view(typed.view);
    asked.map_crs = to_map_crs(typed.map_crs);
    if (asked.colour == MapColour::figure && asked.table.empty()) {
        throw Error(ErrorKind::usage, "--colour", {"figure には表が要る", "figure needs a table"},
                    {"--table FILE を付ける", "add --table FILE"});
    }
    return asked;
}

OutputOrder render_order(const CLI::App& verb, TypedOutput& typed, TypedOptions& common) {
    typed.render.theme = take_colours(common);
    OutputOrder order = delivery(OutputKind::picture, typed, verb);
    order.request = picture_request(typed, common);
    order.page = to_page_options(typed.render, typed.file, order.request.lang);
    return order;
}

OutputOrder report_order(const CLI::App& verb, const TypedOutput& typed,
                         const TypedOptions& common) {
    OutputOrder order = delivery(OutputKind::report, typed, verb);
    order.request = to_request(common);
    order.request.map_crs = to_map_crs(typed.map_crs);
    return order;
}

void add_export_verb(CLI::App& app, const AddVerb& add, TypedOutput& typed, TypedOptions& common,
                     const PlaceOrder& place) {
    CLI::App& exporter =
        *add("export", "ほかのソフト用に書き出す / write .gpkg .geojson .fgb .csv .shp PG:",
             "export out.gpkg --year R3", [&app, &typed, &common, place] {
                 return place(export_order(*app.get_subcommand("export"), typed, common));
             });
    exporter
        .add_option("FILE", typed.file,
                    ".gpkg .geojson .fgb .csv .shp, \"PG:host=… dbname=… user=… schemas=…\"")
        ->required();
    exporter
        .add_option("--layer", typed.layer,
                    "1 層の形式で書く層 / layer for one-layer formats: municipalities "
                    "prefectures selections gap_regions selection_areas")
        ->capture_default_str();
    exporter.add_option("--crs", typed.crs, "座標参照系 / CRS")->capture_default_str();
    add_gap_options(exporter, typed.gaps);
    exporter.add_flag("--for-excel", typed.for_excel,
                      "CSV に BOM と CR LF を付ける / CSV with a byte order mark and CR LF");
    exporter
        .add_option("--view", typed.view,
                    ".gpkg を窓で開き直したときに見せる範囲 / the part of the map that the window "
                    "shows when the .gpkg is opened again")
        ->type_name(view_type);
    exporter.add_flag("--with-data", typed.with_data,
                      "PG: に --data \"PG:…\" が読む表も書く / into PG:, also the tables that "
                      "--data \"PG:…\" reads");
    add_delivery(exporter, typed);
}

void add_map_options(CLI::App& render, TypedOutput& typed, TypedOptions& common) {
    render
        .add_option("--colour,--color", typed.colour,
                    "色の意味 / what colours show: grade selections first-year programme "
                    "technology distance borders granted requested figure")
        ->capture_default_str();
    render
        .add_option("--layout", typed.layout,
                    "並べ方 / arrangement: map、tiles（都道府県を同じ面積のタイルに / every "
                    "prefecture the same area）")
        ->capture_default_str();
    render
        .add_option("--breaks", typed.breaks,
                    "数の階級 / classes of a figure: quantile equal natural")
        ->capture_default_str();
    render
        .add_option("--gaps", typed.gaps.outlined_gaps,
                    "上位いくつの空白域を線で囲むか / outline so many gap regions with their "
                    "rank")
        ->check(CLI::Range(0, 99));
    render
        .add_option("--view", typed.view,
                    "描く範囲（西,南,東,北、地図の投影のメートル） / the part to paint: west,"
                    "south,east,north in metres of the map's projection")
        ->type_name(view_type);
    add_map_crs(render, typed.map_crs);
    render
        .add_option("--mark", typed.marked, "縁取る市区町村 / municipalities to outline as chosen")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("CODE,…");
    render.add_flag("--neighbours", typed.neighbours,
                    "縁取った市区町村がどこで隣と接するかを描く / draw where these meet their "
                    "neighbours");
    add_gap_options(render, typed.gaps);
    add_what_if_option(render, typed.what_if);
    add_table_options(render, common);
}

}  // namespace

void add_output_verbs(CLI::App& app, const AddVerb& add, TypedOutput& typed, TypedOptions& common,
                      const PlaceOrder& place) {
    add_export_verb(app, add, typed, common, place);
    CLI::App& render =
        *add("render", "地図を描く / paint a finished map: .png .svg .pdf",
             "render mirai.pdf --year R3 --paper a4 --orientation portrait",
             [&app, &typed, &common, place] {
                 return place(render_order(*app.get_subcommand("render"), typed, common));
             });
    render.add_option("FILE", typed.file, ".png .svg .pdf")->required();
    add_render_options(render, typed.render);
    add_map_options(render, typed, common);
    add_delivery(render, typed);
    CLI::App& report =
        *add("report", "一枚で完結した頁を書く / write one self-contained page: .html",
             "report mirai.html --year R3", [&app, &typed, &common, place] {
                 return place(report_order(*app.get_subcommand("report"), typed, common));
             });
    report.add_option("FILE", typed.file, ".html")->required();
    add_map_crs(report, typed.map_crs);
    add_delivery(report, typed);
}

OutputOrder order_of_words(const std::vector<std::string>& words) {
    CLI::App app("", "miraimap");
    TypedOutput typed;
    TypedOptions common;
    OutputOrder placed;
    std::function<int()> action;
    add_output_verbs(
        app,
        [&](const std::string& name, const std::string& about, const std::string& example,
            std::function<int()> wanted) {
            CLI::App* verb = add_verb(app, name, about, example, common);
            verb->parse_complete_callback(
                [&action, wanted = std::move(wanted)] { action = wanted; });
            return verb;
        },
        typed, common,
        [&placed](const OutputOrder& order) {
            placed = order;
            return 0;
        });
    try {
        std::vector<std::string> reversed(words.rbegin(), words.rend());  // as CLI11 takes them
        app.parse(reversed);
    } catch (const CLI::ParseError& problem) {
        throw Error(ErrorKind::usage, words.empty() ? std::string() : words.front(),
                    {problem.what(), problem.what()});
    }
    if (action) {
        action();
    }
    return placed;
}

}  // namespace miraimap
