// SPDX-License-Identifier: MIT
// The part of the table of texts that the guided tour needs; see texts.hpp.
#pragma once

// clang-format off
#define MIRAIMAP_TOUR_TEXTS(X) \
    X(tour_offer_title, "はじめての方へ：1分でひとまわり", "New here? A one-minute tour") \
    X(tour_offer_text, "画面の見かたを {} つの場面でご案内します。", "{} short steps show what is where.") \
    X(tour_start, "見てみる（Enter）", "Show me (Enter)") \
    X(tour_later, "今は見ない（Esc）", "Not now (Esc)") \
    X(do_tour, "はじめての案内（1分）", "Guided tour (one minute)") \
    X(tour_next, "次へ", "Next") \
    X(tour_next_hint, "次へ（Enter、→）", "Next (Enter, →)") \
    X(tour_back, "戻る", "Back") \
    X(tour_back_hint, "戻る（←）", "Back (←)") \
    X(tour_done, "終わる", "Done") \
    X(tour_close, "案内を閉じる（Esc）", "Close the tour (Esc)") \
    X(tour_step, "{}／{}", "{} of {}") \
    X(tour_filters_title, "条件で絞り込む", "Filters") \
    X(tour_filters, "年度や技術を押すと絞り込めます。数字は、押したときに残る件数です。Ctrl+Z で元に戻せます。", "Press a year or a technology to filter by it. Its number tells how many selections will be left. Ctrl+Z takes it back.") \
    X(tour_map_title, "地図と凡例", "Map and legend") \
    X(tour_map, "地図の色の意味は凡例にあります。区分を押すとその市区町村を選び、じょうごの印で絞り込めます。M で地図の種類が変わります。", "The legend says what the colours mean: click a class to choose its places, its funnel to filter. M shows another kind of map.") \
    X(tour_place_title, "市区町村を選ぶ", "Choose a place") \
    X(tour_place, "地図の市区町村を押すと、選定の内容と、資料のどの行にあるかがここに出ます。", "Click a municipality on the map: its selections appear here, each with its row in the source.") \
    X(tour_tables_title, "表とグラフ", "Tables and charts") \
    X(tour_tables, "都道府県別や年度別の数字です。行を押すと地図でも選ばれ、表は表計算ソフトにそのまま貼れます。", "The figures by prefecture, year and technology. A row chooses its places on the map; tables paste straight into a spreadsheet.") \
    X(tour_gaps_title, "空白域と手本", "Gaps and examples") \
    X(tour_gaps, "「空白域」はまだ選定のない地域を大きい順に、「手本を探す」は選んだ所の近くの先行例を並べます。", "\"Gaps\" lists the areas nothing reaches yet, \"Examples\" the selected places nearest to the one you chose.") \
    X(tour_find_title, "検索とコマンド", "Find and commands") \
    X(tour_find, "漢字・かな・ローマ字・コードで探せます（Ctrl+F）。すべての操作は Ctrl+Shift+P、キー一覧は ? で出ます。", "Find places by kanji, kana, romaji or code (Ctrl+F). Ctrl+Shift+P has every command, ? every key.") \
    X(tour_save_title, "保存と書き出し", "Save and export") \
    X(tour_save, "地図や表を書き出せます（Ctrl+E）。いまの画面は Ctrl+S で保存できます。この案内は Shift+F1 でいつでも見られます。", "Export maps and tables (Ctrl+E); Ctrl+S saves the screen as it is. Shift+F1 shows this tour again.") \
    X(tour_small, "窓が小さいので、このボタンで開きます。", "In a small window this button opens it.")
