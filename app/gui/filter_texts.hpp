// SPDX-License-Identifier: MIT
// The part of the table of texts that filters, their history and the year slider need; see
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
    X(year_slider_hint, "クリックかドラッグで年度を選びます。累計は、その年度とそれ以前のすべての年度です（年度の記載がない過年度は含みません）。", "Click or drag to choose years. \"Up to\" means that year and every year before it; earlier selections whose year is not printed are left out.") \
    X(year_play, "年度を順に再生（Space）", "Play through the years (Space)") \
    X(year_stop, "再生を止める（Space、Esc）", "Stop (Space, Esc)") \
    X(do_play_years, "年度を順に再生・停止", "Play through the years, or stop") \
    X(do_next_year, "次の年度へ", "Next year") \
    X(do_last_year, "前の年度へ", "Previous year") \
    X(do_year_mode, "年度の選び方を切り替え（単年・範囲・累計）", "Single year, range or up to a year") \
    X(do_history, "絞り込みの履歴を表示", "History of filters") \
    X(history_button, "絞り込みの履歴（Ctrl+H）", "History of filters (Ctrl+H)") \
    X(tab_charts, "年度と技術", "Charts") \
    X(chart_years, "年度別の選定", "Selections by year") \
    X(chart_technologies, "技術別の選定", "Selections by technology") \
    X(chart_filters, "クリックで絞り込む", "Click filters") \
    X(chart_chooses, "クリックで選ぶ", "Click chooses") \
    X(chart_chosen, "選んだ市区町村", "chosen places") \
    X(chart_passing, "該当", "filtered") \
    X(chart_all, "全体", "all") \
    X(chart_bar_hint, "{}：選んだ所 {}／該当 {}／全 {} 件（{} 市区町村）", "{}: {} chosen / {} filtered / {} in all ({} places)") \
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
    X(history_title, "絞り込みの履歴", "History of filters") \
    X(history_hint, "クリックか↑↓でその条件に移ります。薄い行は、戻したあとにやり直せる条件です。", "Click or use the arrow keys to go there. Pale rows were undone and can be redone.")
// clang-format on
