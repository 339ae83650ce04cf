// SPDX-License-Identifier: MIT
// The part of the table of texts that filters, history, tables, messages and files need; see
// texts.hpp.
#pragma once

// clang-format off
#define MIRAIMAP_FILTER_TEXTS(X) \
    X(filter_theme, "分野（交付金の地図の見出し）", "Theme (heading of the grant map)") \
    X(filter_theme_more, "ほか {} の分野を表示", "Show {} more themes") \
    X(filter_theme_less, "少なく表示", "Show fewer") \
    X(filter_region, "地方と都道府県", "Region and prefecture") \
    X(filter_region_some, "{}（{}／{}）", "{} ({} of {})") \
    X(filter_region_open, "都道府県を表示・省略", "Show or hide its prefectures") \
    X(filter_scope, "選定の範囲", "Scope of the selection") \
    X(year_single, "単年", "Single") \
    X(year_range, "範囲", "Range") \
    X(year_cumulative, "累計", "Up to") \
    X(year_several, "間の空いた {} 年度を表示中：{}", "{} years with gaps between them: {}") \
    X(year_unknown, "データにない年度を条件にしています：{}", "The data have no such year: {}") \
    X(year_slider_hint, "クリックかドラッグで年度を選びます。累計は、その年度とそれ以前のすべての年度です（年度の記載がない過年度は含みません）。", "Click or drag to choose years. \"Up to\" means that year and every year before it; earlier selections whose year is not printed are left out.") \
    X(year_play, "年度を順に再生（Space）", "Play through the years (Space)") \
    X(year_stop, "再生を止める（Space、Esc）", "Stop (Space, Esc)") \
    X(do_play_years, "年度を順に再生・停止", "Play through the years, or stop") \
    X(do_next_year, "次の年度へ", "Next year") \
    X(do_last_year, "前の年度へ", "Previous year") \
    X(do_year_mode, "年度の選び方を切り替え（単年・範囲・累計）", "Single year, range or up to a year") \
    X(do_history, "操作の履歴を表示", "History of steps") \
    X(history_button, "操作の履歴（Ctrl+H）", "History of steps (Ctrl+H)") \
    X(tab_charts, "年度と技術", "Charts") \
    X(chart_years, "年度別の選定", "Selections by year") \
    X(chart_technologies, "技術別の選定", "Selections by technology") \
    X(chart_filters, "クリックで絞り込む", "Click filters") \
    X(chart_chooses, "クリックで選ぶ", "Click chooses") \
    X(chart_chosen, "選んだ市区町村", "chosen places") \
    X(chart_passing, "該当", "filtered") \
    X(chart_all, "全体", "all") \
    X(chart_bar_hint, "{}：選んだ所 {}／該当 {}／全 {} 件（{} 市区町村）", "{}: {} chosen / {} filtered / {} in all ({} places)") \
    X(chart_in_brush, "なぞった範囲", "in the brush") \
    X(chart_bar_brush_hint, "{}：選んだ所 {}／なぞった範囲 {}／該当 {} 件", "{}: {} chosen / {} in the brush / {} filtered") \
    X(chart_filter_hint, "クリックで絞り込み、Ctrl＋クリックで追加・解除", "Click to filter, Ctrl+click to add or drop") \
    X(chart_choose_hint, "クリックで市区町村を選択、Ctrl＋クリックで追加・解除", "Click to choose its places, Ctrl+click to add or drop") \
    X(chart_without, "技術の記載がない選定 {} 件は、棒に入りません。", "{} selections print no technology and are in no bar.") \
    X(filters_show, "列ごとに絞り込む", "Filter columns") \
    X(filters_hide, "列の絞り込みを閉じる", "Close column filters") \
    X(columns_title, "列の表示", "Columns") \
    X(columns_hint, "見出しのドラッグで並べ替え、境目のドラッグで幅を変えられます。次に開いたときも同じです。", "Drag headings to move them and their borders to resize them. They are remembered.") \
    X(columns_reset, "列を初期の状態に戻す", "Back to the start") \
    X(column_title, "題名", "Title") \
    X(column_granted, "交付額（千円）", "Granted (k JPY)") \
    X(column_requested, "要望額（千円）", "Requested (k JPY)") \
    X(column_places, "市区町村数", "Places") \
    X(column_id, "番号", "Id") \
    X(column_grades, "内訳", "Grades") \
    X(group_table, "表", "Tables") \
    X(do_table_focus, "表に移る（↑↓で行を移動、Enter で地図、Esc で戻る）", "Go to the table (arrows move, Enter shows on the map, Esc leaves)") \
    X(do_table_copy, "表の行をコピー（選んだ行、なければ全部）", "Copy table rows (the chosen ones, else all)") \
    X(do_table_choose_all, "表のすべての行を選ぶ", "Choose all rows of the table") \
    X(row_show, "地図で表示（Enter）", "Show on the map (Enter)") \
    X(row_choose, "選択に追加（Space）", "Choose (Space)") \
    X(row_drop, "選択から外す（Space）", "No longer choose (Space)") \
    X(row_copy, "この行をコピー", "Copy this row") \
    X(table_empty, "条件に合う行がありません", "No row fits") \
    X(table_no_rows, "この表には行がありません", "This table has no rows") \
    X(table_none_chosen, "選んだ市区町村の行だけを表示していますが、該当する行がありません。", "Only rows of chosen places are shown, and there are none.") \
    X(table_emptied_by, "「{}」列の「{}」に合う行がありません。", "In \"{}\", no row has \"{}\".") \
    X(table_mistyped, "「{}」列の「{}」は数の条件として読めません。例：>=100、10..20、3", "In \"{}\", the text \"{}\" is no condition for numbers. Examples: >=100, 10..20, 3") \
    X(table_clear_column, "この条件を解除", "Clear it") \
    X(notice_times, "{}（{} 回）", "{} ({} times)") \
    X(interface_scale_now, "表示の大きさ {} %", "Interface size {} %") \
    X(filter_fold, "クリックで閉じる", "Click to fold") \
    X(filter_unfold, "クリックで開く", "Click to unfold") \
    X(filter_text_count, "{} 件の選定が該当", "{} selections match") \
    X(do_text_filter, "ことばで絞り込む", "Filter by a word") \
    X(do_next_control, "次の項目へ（Enter で実行、Esc で終了）", "Next control (Enter presses it, Esc leaves)") \
    X(do_last_control, "前の項目へ", "Previous control") \
    X(facet_any, "絞り込み：{}", "Filter: {}") \
    X(facet_year, "年度：{}", "Year: {}") \
    X(facet_programme, "事業：{}", "Programme: {}") \
    X(facet_prefecture, "都道府県：{}", "Prefecture: {}") \
    X(facet_region, "地方：{}", "Region: {}") \
    X(facet_on, "解除", "on") \
    X(file_parent, "↑ 上のフォルダー（Alt+↑）", "Up one folder (Alt+Up)") \
    X(file_none, "この種類のファイルはありません。", "No files of this kind here.") \
    X(file_folder_problem, "フォルダー「{}」を読めません：{}", "The folder {} cannot be read: {}") \
    X(file_kind_session, "セッション（.mmap）", "Sessions (.mmap)") \
    X(file_kind_boundaries, "境界データ", "Boundaries") \
    X(file_kind_table, "表（CSV）", "Tables (CSV)") \
    X(file_kind_all, "すべて", "All files") \
    X(history_title, "操作の履歴", "History of steps") \
    X(history_hint, "クリックか↑↓でその時点に移ります。薄い行は、戻したあとにやり直せる操作です。地図の移動と拡大は Alt+←／→ で戻せます。", "Click or use the arrow keys to go there. Pale rows were undone and can be redone. Moves of the map have Alt+Left and Alt+Right.") \
    X(step_first, "はじめ：{}", "Start: {}") \
    X(step_filter, "絞り込み：{}", "Filter: {}") \
    X(step_places, "{} 市区町村", "{} places") \
    X(step_chose, "選択：{}", "Chose {}") \
    X(step_chose_none, "選択を解除：{}", "Cleared the choice of {}") \
    X(step_added, "選択に追加：{}（計 {}）", "Also chose {} ({} in all)") \
    X(step_dropped, "選択から除外：{}（残り {}）", "No longer chose {} ({} left)") \
    X(step_supposed, "仮定に追加：{}", "Supposed {}") \
    X(step_unsupposed, "仮定から除外：{}", "No longer supposed {}") \
    X(step_supposed_none, "仮定をすべて解除", "Dropped every supposition") \
    X(step_counted, "分母：{}", "Counted: {}") \
    X(step_counted_north, "分母：{}、北方領土も", "Counted: {}, with the Northern Territories") \
    X(step_mode, "地図：{}", "Map: {}") \
    X(step_session, "セッション「{}」を開いた（{}）", "Opened the session “{}” ({})") \
    X(step_recovered, "前回の作業を復元した（{}）", "Restored the last work ({})") \
    X(step_boundaries, "境界を「{}」に替えた", "Took the boundaries of “{}”") \
    X(step_boundaries_embedded, "境界を内蔵のものに戻した", "Took the embedded boundaries") \
    X(step_table, "表「{}」を重ねた", "Laid the table “{}” over the map") \
    X(step_table_none, "重ねた表を外した", "Took the table away") \
    X(step_brush, "なぞった範囲だけにした（{} 市区町村）", "Narrowed all views to the brush ({} places)") \
    X(step_brush_end, "なぞった範囲を解いた", "Ended the brush") \
    X(step_tiles, "タイル図にした", "Changed to the tile grid") \
    X(step_country, "ふつうの地図にした", "Changed to the map") \
    X(step_outlined, "空白域を地図で囲んだ", "Outlined the gaps") \
    X(step_not_outlined, "空白域の囲みを消した", "Gaps no longer outlined") \
    X(step_analysis, "分析の設定を変更", "Changed settings of the analysis")
// clang-format on
