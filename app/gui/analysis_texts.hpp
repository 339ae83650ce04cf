// SPDX-License-Identifier: MIT
// The analysis panels' part of the table of texts; see texts.hpp.
#pragma once

// clang-format off
#define MIRAIMAP_ANALYSIS_TEXTS(X) \
    X(tab_gaps, "空白域", "Gaps") \
    X(tab_peers, "手本を探す", "Examples") \
    X(tab_adopters, "広げる先", "Adopters") \
    X(tab_distances, "距離", "Distances") \
    X(tab_neighbours, "隣", "Neighbours") \
    X(tab_plan, "仮定と提案", "What if") \
    X(tab_years, "年度の積み上げ", "Year by year") \
    X(tab_table, "手元の表", "Your table") \
    X(a_computing, "計算しています…", "Computing…") \
    X(a_rank, "並べ方", "Order") \
    X(a_rank_number, "数", "Number") \
    X(a_rank_area, "面積", "Area") \
    X(a_rank_depth, "深さ", "Depth") \
    X(a_rank_distance, "距離", "Distance") \
    X(a_rank_score, "点数", "Score") \
    X(a_sea_links, "海の連絡も使う", "Links across water") \
    X(a_prefecture_only, "県だけ選定も空白とみなす", "Prefecture-only are gaps") \
    X(a_colour_distance, "地図を距離で塗る", "Colour the map by distance") \
    X(a_colour_borders, "境界の数で塗る", "Colour it by borders") \
    X(a_colour_figure, "地図をこの数で塗る", "Colour the map by this figure") \
    X(a_outlines, "地図で囲む", "Outline on the map") \
    X(a_region_title, "空白域 {} 位：{}", "Gap region no. {}: {}") \
    X(a_ways_in, "入口（隣の選定）", "Ways in (selected neighbours)") \
    X(a_nearest, "最寄りの選定", "Nearest selected place") \
    X(a_deepest, "最も深い所（境界 {} つ）", "Deepest members ({} borders)") \
    X(a_no_way, "たどれる境界では選定済みに着かない", "No chain of borders leads to a selected place") \
    X(a_region_hint, "行に触れると地図で囲み、クリックで拡大して市区町村を選びます。", "Point at a row to outline it, click to zoom to it and choose its members.") \
    X(a_choose_place, "地図か検索で市区町村を選ぶと、手本にできる選定が並びます。", "Choose a municipality on the map or by search to see whose project it could copy.") \
    X(a_choose_example, "たとえば、選ばれれば空白が最も縮む所:", "For example, where one more selection would shrink the gaps most:") \
    X(a_peers_of, "{} の手本", "Examples for {}") \
    X(a_weights, "重み", "Weights") \
    X(a_weights_hint, "点数の重み。0 にすると見ません。理由に内訳が出ます。", "Weights of the score. 0 leaves a criterion out. Each reason shows the parts.") \
    X(a_weights_reset, "標準に戻す", "Reset") \
    X(a_project, "事業", "Project") \
    X(a_no_adopters, "この選定は市区町村を名指ししていません。", "This selection names no municipality.") \
    X(a_suggest, "提案: 選べば空白が最も縮む所", "Suggested: would shrink the gaps most") \
    X(a_count, "件数", "How many") \
    X(a_within, "届く境界数", "Reach in borders") \
    X(a_weigh, "重み", "By") \
    X(a_weigh_figure, "表の数", "Figure") \
    X(a_supposed, "仮定（データには書かれません）", "Supposed (not part of any data)") \
    X(a_supposed_none, "仮定はありません。提案の行か、下のボタンで市区町村を加えます。", "Nothing is supposed. Click a suggestion, or add what is chosen below.") \
    X(a_suppose_chosen, "選んだ市区町村を仮定に加える", "Suppose what is chosen") \
    X(a_suppose_short, "選択を仮定に加える", "Suppose it") \
    X(a_suppose_clear, "仮定をすべて解く", "Clear all") \
    X(a_suppose_remove, "この仮定を解く", "Take it out") \
    X(a_effect, "数字への影響", "Effect on every figure") \
    X(a_banner, "仮定: {} も選定されたとして表示しています", "WHAT IF: shown as if {} were selected too") \
    X(a_banner_clear, "解く", "Clear") \
    X(a_and_more, "{} ほか全 {}", "{} and others ({})") \
    X(a_file, "ファイル", "File") \
    X(a_file_hint, "市区町村ごとの数がある CSV（UTF-8・CP932、コード か 名前）", "A CSV with a figure per municipality (code or name)") \
    X(a_figure, "列", "Column") \
    X(a_figure_hint, "空なら最初の数の列", "empty: the first of numbers") \
    X(a_load, "読み込む", "Load") \
    X(a_unload, "外す", "Remove") \
    X(a_table_use, "読み込むと、割合の重み、提案の重み、手本の人口に使えます。", "Once loaded it weighs shares and suggestions and is the population of examples.") \
    X(a_neighbours_choose, "地図か検索で市区町村を選ぶと、境界・一点・海で接する隣が並びます。", "Choose a municipality on the map or by search to see whom it borders, meets in a point or reaches by sea.") \
    X(a_neighbours_of, "{} の隣", "Neighbours of {}") \
    X(a_neighbours_of_first, "選んだ {} のうち、コード順に初めの {} の隣", "Of {} chosen: neighbours of the first {} by code") \
    X(a_draw_neighbours, "地図に示す", "Show on the map") \
    X(a_copy_words, "この文をコピー", "Copy this text") \
    X(a_words_copied, "文をコピーしました。", "The text was copied.") \
    X(a_denominator, "分母に数えるもの", "What is counted") \
    X(a_denominator_of, "分母 {}", "Of {}") \
    X(a_denominator_hint, "割合の分母。クリックで変えられます。", "What every share is a share of. Click to change it.") \
    X(a_wards_special, "特別区も", "Tokyo's wards") \
    X(a_wards_none, "市町村だけ", "No wards") \
    X(a_wards_all, "政令市の区も", "All cities' wards") \
    X(a_count_north, "北方領土も数える", "Count the Northern Territories") \
    X(do_copy_words, "下の段の文をコピー", "Copy the sentences of the tab") \
    X(do_sea_links, "海の連絡を境界に数える・数えない", "Count links across water as borders or not") \
    X(do_outline_gaps, "空白域を地図で囲む・囲まない", "Outline gap regions or not") \
    X(do_wards, "数える区を変える", "Change which wards are counted") \
    X(do_count_north, "北方領土を数える・数えない", "Count the Northern Territories or not") \
    X(do_suppose, "選んだ市区町村を仮定に加える", "Suppose what is chosen is selected") \
    X(do_clear_supposed, "仮定をすべて解く", "Clear everything supposed") \
    X(do_load_table, "手元の表を読み込む", "Load a table of your own")
// clang-format on
