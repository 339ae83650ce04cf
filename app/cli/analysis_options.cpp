// SPDX-License-Identifier: MIT
#include "app/cli/analysis_options.hpp"

#include <CLI/CLI.hpp>

#include "geo/error.hpp"

namespace miraimap {
namespace {

void add_weights(CLI::App& app, AnalysisOptions& typed, std::string& rank_by) {
    app.add_option("--rank-by", rank_by, "distance score")->capture_default_str();
    app.add_option("--weights", typed.weights,
                   "点数の重み / weights of the score: "
                   "technology=3,distance=2,kind=1,area=1,coast=1,population=1");
}

void add_gap_definition(CLI::App& app, AnalysisOptions& typed) {
    app.add_flag("--with-prefecture-only", typed.prefecture_only_is_gap,
                 "都道府県だけ選定の市区町村も空白とみなす / count prefecture-only as uncovered");
    add_sea_links_option(app, typed.sea_links);
}

}  // namespace

void add_gap_options(CLI::App& app, AnalysisOptions& typed) {
    add_gap_definition(app, typed);
    app.add_option("--rank", typed.rank,
                   "空白域の並べ方 / order of gap regions: municipalities area depth")
        ->capture_default_str();
}

void add_sea_links_option(CLI::App& app, std::string& word) {
    app.add_option("--sea-links", word,
                   "海を渡る連絡を境界とみなす / count links across water as borders: yes no")
        ->capture_default_str();
}

bool sea_links_of(const std::string& word) {
    if (word != "no" && word != "yes") {
        throw Error(ErrorKind::usage, "--sea-links",
                    {"「" + word + "」が分からない", "unknown value '" + word + "'"},
                    {"使える値: no yes", "known values: no yes"});
    }
    return word == "yes";
}

void add_what_if_option(CLI::App& app, std::vector<std::string>& words) {
    app.add_option("--what-if", words,
                   "仮に選定されたとみなす市区町村（保存しない） / suppose these are selected too "
                   "(never saved)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("CODE,…");
}

void add_analysis_verbs(const AddVerb& add, AnalysisOptions& typed, TypedOptions& common,
                        const std::function<Asked()>& asked) {
    CLI::App* gaps = add(
        "gaps", "誰にも届いていない地域を大きい順に / connected uncovered regions, largest first",
        "gaps --prefecture 奈良県 --rank depth --details",
        [&typed, asked] { return verb_gaps(asked(), typed); });
    add_gap_options(*gaps, typed);
    gaps->add_option("--limit", typed.gaps_limit, "件数、0 はすべて / how many, 0 for all")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    gaps->add_flag("--details", typed.details,
                   "入口と最も深い所 / the ways in and the deepest members instead");
    add_what_if_option(*gaps, typed.what_if);

    CLI::App* peers =
        add("peers", "手本になる近くの選定を理由とともに / nearest selected places, and why",
            "peers 奈良県三郷町 --technology 自動運転",
            [&typed, asked] { return verb_peers(asked(), typed); });
    peers->add_option("PLACE", typed.place, "市区町村の名前かコード / name or code")->required();
    peers->add_option("--limit", typed.limit, "件数、0 はすべて / how many, 0 for all")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    add_weights(*peers, typed, typed.rank_by);
    add_sea_links_option(*peers, typed.sea_links);
    add_table_options(*peers, common);

    CLI::App* adopters = add(
        "adopters",
        "その事業を次に取り入れられる市区町村 / municipalities that could copy a selection next",
        "adopters mirai-H30-1", [&typed, asked] { return verb_adopters(asked(), typed); });
    adopters->add_option("SELECTION_ID", typed.place, "list の id / id as in list")->required();
    adopters->add_option("--limit", typed.adopters_limit, "件数、0 はすべて / how many, 0 for all")
        ->capture_default_str()
        ->check(CLI::NonNegativeNumber);
    add_weights(*adopters, typed, typed.adopters_rank_by);
    add_sea_links_option(*adopters, typed.sea_links);
    add_table_options(*adopters, common);

    CLI::App* distances =
        add("distances",
            "各市区町村から最寄りの選定まで / from every municipality to the nearest selected one",
            "distances --prefecture 沖縄県 --sea-links yes",
            [&typed, asked] { return verb_distances(asked(), typed); });
    add_sea_links_option(*distances, typed.sea_links);

    CLI::App* neighbours = add(
        "neighbours",
        "隣り合う市区町村: 境界、一点、海の連絡 / who borders, meets in a point, is linked by sea",
        "neighbours 斑鳩町 小笠原村", [&typed, asked] { return verb_neighbours(asked(), typed); });
    neighbours->add_option("PLACE", typed.places,
                           "名前かコード、省略時は集計対象のすべて / name or code; default: all");
    add_sea_links_option(*neighbours, typed.sea_links);

    CLI::App* suggest = add(
        "suggest", "選べば空白が最も縮む市区町村 / municipalities that would shrink the gaps most",
        "suggest --count 5 --within-borders 1 --prefecture 奈良県",
        [&typed, asked] { return verb_suggest(asked(), typed); });
    add_gap_definition(*suggest, typed);
    suggest->add_option("--count", typed.count, "いくつ / how many")
        ->capture_default_str()
        ->check(CLI::Range(1, 100));
    suggest
        ->add_option("--within-borders", typed.within_borders, "境界いくつ以内 / reach in borders")
        ->capture_default_str()
        ->check(CLI::Range(0, 20));
    suggest->add_option("--by", typed.weigh_by, "重み / weigh by: municipalities area figure")
        ->capture_default_str();
    add_what_if_option(*suggest, typed.what_if);
    add_table_options(*suggest, common);

    CLI::App* what_if =
        add("what-if",
            "仮に選ばれたら、どの数字がどう変わるか / every figure, if these were selected too",
            "what-if 生駒市 五條市 --prefecture 奈良県",
            [&typed, asked] { return verb_what_if(asked(), typed); });
    what_if->add_option("PLACE", typed.places, "名前かコード / name or code")->required();
    add_gap_definition(*what_if, typed);
    add_table_options(*what_if, common);

    CLI::App* join =
        add("join", "手元の表を市区町村に結合した結果 / how your table joins, row by row",
            "join --table jinko.csv --figure 人口", [asked] { return verb_join(asked()); });
    add_table_options(*join, common);
}

}  // namespace miraimap
