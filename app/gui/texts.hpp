// SPDX-License-Identifier: MIT
// Every text of the interface in both languages, in one table.
//
// Promises: no panel holds words of its own; a test finds entries that are empty or not used.
// `{}` stands for a value (fmt).
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "app/gui/analysis_texts.hpp"
#include "app/gui/answer_texts.hpp"
#include "app/gui/export_texts.hpp"
#include "app/gui/filter_texts.hpp"
#include "app/gui/frame_texts.hpp"
#include "app/gui/tour_texts.hpp"
#include "geo/text.hpp"

// clang-format off
#define MIRAIMAP_TEXTS(X) \
    X(app_name, "みらいマップ", "miraimap") \
    X(app_subtitle, "未来技術の選定地域", "Future-technology projects by municipality") \
    X(font_missing, \
      "日本語のフォントがありません。fonts-noto-cjk を入れると日本語で表示できます。", \
      "No Japanese font is installed, so the window is in English: install fonts-noto-cjk for Japanese.") \
    X(context_lost, \
      "グラフィックの描画が途切れたため、窓を作り直しました。条件と表示はそのままです。", \
      "The graphics driver was reset, so the window was made anew. Filters and view are as they were.") \
    X(window_title, "みらいマップ：未来技術の選定地域", "miraimap: future-technology projects of Japan") \
    X(theme_to_dark, "暗い配色にする", "Dark colours") \
    X(theme_to_light, "明るい配色にする", "Light colours") \
    X(keys_tooltip, "キー一覧（?）", "Keys (?)") \
    X(filter_source, "資料の一覧表", "Printed list") \
    X(filter_programme, "事業", "Programme") \
    X(filter_year, "選定年度", "Fiscal year") \
    X(filter_past, "過年度", "Earlier") \
    X(filter_past_hint, "スマートシティの表で過年度選定とされた事業（年度の記載なし）", "Marked as selected in earlier years in the smart-city table (year not printed)") \
    X(filter_technology, "技術", "Technology") \
    X(match_any, "いずれか", "Any") \
    X(match_all, "すべて", "All") \
    X(match_none, "除く", "None") \
    X(filter_kind, "新規・継続", "New or continuing") \
    X(filter_prefecture, "都道府県", "Prefecture") \
    X(filter_text, "ことば", "Word") \
    X(filter_text_hint, "題名・地域・分野に含む語", "Word in title, area or theme") \
    X(filter_clear_one, "解除", "Clear") \
    X(sentence_prefix, "表示中", "Showing") \
    X(one_selection, "{} 件の選定", "{} selection") \
    X(many_selections, "{} 件の選定", "{} selections") \
    X(undo, "元に戻す（Ctrl+Z）", "Undo (Ctrl+Z)") \
    X(redo, "やり直す（Ctrl+Y）", "Redo (Ctrl+Y)") \
    X(clear_all, "すべて解除", "Clear all") \
    X(tab_prefectures, "都道府県別", "Prefectures") \
    X(tab_selections, "選定一覧", "Selections") \
    X(overview, "全体の状況", "Overview") \
    X(overview_hint, "地図をクリックするか、検索で市区町村を選ぶと、ここに選定の内容が出ます。", "Click the map or search for a municipality to see what was selected there.") \
    X(overview_selections, "選定", "Selections") \
    X(overview_covered, "対象の市区町村", "Municipalities covered") \
    X(overview_covered_supposed, "対象の市区町村（うち仮定 {}）", "Municipalities covered ({} supposed)") \
    X(overview_share, "市区町村の割合", "Share of municipalities") \
    X(overview_area, "面積の割合", "Share of area") \
    X(overview_technologies, "技術別の件数", "Selections by technology") \
    X(overview_of, "全 {} 件中", "of {} in all") \
    X(overview_of_places, "{} 市区町村", "{} municipalities") \
    X(overview_denominator, "分母：{}（北方領土を除く）", "Denominator: {} (without the Northern Territories)") \
    X(overview_denominator_all, "分母：{}", "Denominator: {}") \
    X(place_none, "いまの条件では、この市区町村の選定はありません。", "Nothing selected here under the current filters.") \
    X(place_uncounted, "描画のみで、集計の分母に含みません。", "Drawn only; not part of any denominator.") \
    X(place_others, "条件を外すと {} 件あります。", "{} without the filters.") \
    X(place_code, "コード {}", "Code {}") \
    X(place_area, "面積 {} km²", "{} km²") \
    X(place_zoom, "地図で拡大", "Zoom to it") \
    X(place_close, "選択を解除（Esc）", "Clear the choice (Esc)") \
    X(card_area, "地域（原文）", "Area") \
    X(card_technologies, "技術", "Technologies") \
    X(card_technologies_none, "記載なし", "not printed") \
    X(card_themes, "分野", "Theme") \
    X(card_requested, "要望額", "Requested") \
    X(card_granted, "交付額", "Granted") \
    X(card_yen, "{} 千円", "JPY {} thousand") \
    X(card_scope, "範囲", "Scope") \
    X(card_join, "照合", "Match") \
    X(card_source, "出典", "Source") \
    X(card_source_line, "スライド {}、{} 行（{}）", "slide {}, line {} ({})") \
    X(card_start, "開始", "Since") \
    X(card_past, "過年度選定", "Earlier years") \
    X(card_linked, "未来技術社会実装事業の一覧と同じ選定（二重に数えません）", "Same selection as in the future-technology list (counted once)") \
    X(card_elsewhere, "ほかの対象", "Also in") \
    X(table_prefecture, "都道府県", "Prefecture") \
    X(table_covered, "対象", "Cov.") \
    X(table_share, "割合", "Share") \
    X(table_selections, "件数", "Sel.") \
    X(table_total, "合計", "Total") \
    X(legend, "凡例", "Legend") \
    X(legend_tiny, "小さくて見えにくい選定", "Selected, too small to see") \
    X(legend_tiny_brief, "小さい選定", "Too small to see") \
    X(legend_unit, "市区町村数", "municipalities") \
    X(zoom_in, "拡大（+）", "Zoom in (+)") \
    X(zoom_out, "縮小（-）", "Zoom out (-)") \
    X(zoom_home, "全国表示（Home）", "Whole country (Home)") \
    X(status_scale, "縮尺 1:{}", "Scale 1:{}") \
    X(status_counts, "該当 {}／全 {} 件", "Selections: {} filtered / {} in all") \
    X(status_counts_chosen, "選んだ市区町村 {}（選定 {} 件）｜該当 {}／全 {} 件", "Places chosen: {} (selections: {}) | {} filtered / {} in all") \
    X(status_boundaries, "境界：{}", "Boundaries: {}") \
    X(status_good, "データ検査：問題なし", "Data check: good") \
    X(status_notes, "データ検査：注記 {} 件", "Data check: {} notes") \
    X(status_findings, "データ検査：注意 {} 件", "Data check: {} to look at") \
    X(status_errors, "データ検査：誤り {} 件", "Data check: {} errors") \
    X(findings_title, "データの検査結果", "Findings in the data") \
    X(findings_none, "問題は見つかりませんでした。", "No problem was found.") \
    X(cancel, "キャンセル", "Cancel") \
    X(close, "閉じる", "Close") \
    X(loading, "読み込んでいます…", "Loading…") \
    X(loading_step, "{}（{}%）", "{} ({}%)") \
    X(loading_stop, "やめる", "Cancel") \
    X(loading_stopped, "読み込みをやめました", "Loading was cancelled") \
    X(loading_failed, "読み込めませんでした", "Could not load") \
    X(loading_again, "もう一度読み込む", "Try again") \
    X(keys_title, "キー一覧", "Keys") \
    X(group_map, "地図", "Map") \
    X(group_choice, "選択", "Selecting") \
    X(group_filter, "絞り込み", "Filters") \
    X(group_find, "検索", "Find") \
    X(group_analysis, "分析", "Analysis") \
    X(group_file, "ファイル", "Files") \
    X(group_window, "画面", "Window") \
    X(do_home, "全国表示", "Whole country") \
    X(do_zoom_in, "拡大", "Zoom in") \
    X(do_zoom_out, "縮小", "Zoom out") \
    X(do_zoom_choice, "選んだ所を拡大（なければ囲む）", "Zoom to the choice (or draw a box)") \
    X(do_zoom_box, "四角で囲んで拡大", "Zoom to a box") \
    X(do_view_back, "前の表示範囲へ", "Back to the last view") \
    X(do_view_forward, "次の表示範囲へ", "Forward to the next view") \
    X(do_region_hokkaido, "北海道を表示", "Show Hokkaido") \
    X(do_region_tohoku, "東北を表示", "Show Tohoku") \
    X(do_region_kanto, "関東を表示", "Show Kanto") \
    X(do_region_chubu, "中部を表示", "Show Chubu") \
    X(do_region_kinki, "近畿を表示", "Show Kinki") \
    X(do_region_chugoku, "中国を表示", "Show Chugoku") \
    X(do_region_shikoku, "四国を表示", "Show Shikoku") \
    X(do_region_kyushu, "九州・沖縄を表示", "Show Kyushu and Okinawa") \
    X(do_pan_west, "西へ動かす", "Move west") \
    X(do_pan_east, "東へ動かす", "Move east") \
    X(do_pan_north, "北へ動かす", "Move north") \
    X(do_pan_south, "南へ動かす", "Move south") \
    X(do_choose_centre, "地図の中央の市区町村を選ぶ", "Choose the place in the middle") \
    X(do_clear_choice, "選択や検索をやめる", "Clear the choice or the search") \
    X(do_undo, "元に戻す", "Undo") \
    X(do_redo, "やり直す", "Redo") \
    X(do_clear_filters, "絞り込みをすべて解除", "Clear all filters") \
    X(do_find, "検索", "Find") \
    X(do_palette, "コマンドを探して実行", "Find and run a command") \
    X(do_key_sheet, "キー一覧", "Key sheet") \
    X(do_larger, "文字と部品を大きく", "Larger interface") \
    X(do_smaller, "文字と部品を小さく", "Smaller interface") \
    X(do_usual_size, "文字と部品を標準の大きさに", "Usual interface size") \
    X(do_theme, "明るい配色・暗い配色を切り替え", "Light or dark colours") \
    X(do_language, "表示言語を切り替え", "Japanese or English") \
    X(do_findings, "データ検査の結果", "Findings in the data") \
    X(do_quit, "終了", "Quit") \
    X(find_hint, "市区町村・事業・技術を検索（漢字・かな・ローマ字・コード）", "Find a place, project or technology: name, romaji or code") \
    X(find_none, "見つかりません。かな、ローマ字、5桁か6桁のコードでも検索できます。", "Nothing found. Kana, romaji and codes of five or six digits work too.") \
    X(search_is_prefecture, "都道府県 · {}", "Prefecture · {}") \
    X(search_is_region, "地方 · {}", "Region · {}") \
    X(search_is_programme, "事業（この事業だけに絞り込む）", "Programme (show only this one)") \
    X(search_is_technology, "技術（この技術だけに絞り込む） · {}", "Technology (show only this one) · {}") \
    X(search_is_theme, "分野（この分野だけに絞り込む） · {}", "Theme (show only this one) · {}") \
    X(search_is_project, "選定 · {}", "Project · {}") \
    X(empty_title, "条件に当てはまる選定がありません", "No selection passes the filters") \
    X(empty_hint, "次の条件のどれかを外すと、選定が表示されます。", "Clear one of these to see selections again.") \
    X(empty_hint_all, "一つの条件を外すだけでは、選定は表示されません。", "Clearing a single filter is not enough.") \
    X(empty_clear, "「{}」を解除", "Clear: {}") \
    X(do_open_session, "開く（セッション・手元の表・境界）", "Open a session, table or boundaries") \
    X(do_save_session, "セッションを保存", "Save the session") \
    X(do_save_session_as, "セッションを別の名前で保存", "Save the session as") \
    X(do_copy_command, "コマンドラインとしてコピー", "Copy as command line") \
    X(session_open_title, "ファイルを開く", "Open a file") \
    X(session_open_hint, "保存した条件・表示範囲・選択（.mmap）、手元の表（.csv）、境界ファイルを開きます。窓へ落としても開けます。", "Filters, view and choice as they were saved (.mmap), a table of your own (.csv), or boundaries. Files can be dropped on the window too.") \
    X(session_open, "開く", "Open") \
    X(session_save_title, "セッションを保存", "Save the session") \
    X(session_save_hint, "条件・表示範囲・選択を保存します。入力ファイルは相対パスで記録します。", "Saves filters, view and choice. Input files are recorded with relative paths.") \
    X(session_save, "保存", "Save") \
    X(session_saved, "セッションを保存しました：{}", "Session saved: {}") \
    X(session_recent, "最近使ったファイル", "Recent files") \
    X(session_differs_title, "保存したときと違う点があります", "Some things differ from when it was saved") \
    X(session_differs_hint, "{} には次の違いがあります。元のファイルは変わりません。", "{} differs as follows. The file itself stays as it is.") \
    X(session_keep_rest, "使える部分を開く", "Open what can be kept") \
    X(session_recover_title, "前回の作業を復元できます", "The last work can be restored") \
    X(session_recover_hint, "前回、窓が正しく閉じられませんでした。自動保存した条件・表示範囲・選択を復元しますか。「あとで」を選ぶと残しておき、次回の起動時と「開く」（Ctrl+O）でもう一度選べます。", "The window was not closed properly last time. Restore the filters, view and choice that were saved by themselves? Later keeps them: they are offered again at the next start and under Open (Ctrl+O).") \
    X(session_recover, "復元する", "Restore") \
    X(session_discard, "破棄する", "Discard") \
    X(session_later, "あとで", "Later") \
    X(session_left, "復元できる作業", "Work that can be restored") \
    X(session_saved_at, "自動保存：{}", "Saved by itself: {}") \
    X(session_left_filter, "条件：{}", "Filters: {}") \
    X(session_left_chosen, "選んだ市区町村：{}", "Places chosen: {}") \
    X(session_guarded, "この版では残せない内容があるので、上書きしません：{}。別の名前で保存してください。", "Not written over, because it holds what this version cannot keep: {}. Choose another name.") \
    X(session_supposed_unknown, "データにない市区町村は仮定から外しました：{}", "Places that the data do not have are no longer supposed: {}") \
    X(session_places_unknown, "この境界にない市区町村は選択から外しました：{}", "Places that these boundaries lack are no longer chosen: {}") \
    X(autosave_failed, "自動保存ができません（作業は続けられます）：{}", "Autosave does not work (you can go on): {}") \
    X(boundaries_taken, "境界を替えました：{}", "Took the boundaries of {}") \
    X(table_taken, "手元の表として使います：{}", "Used as your table: {}") \
    X(drop_unknown, "使い方の分からないファイルです：{}（.mmap、境界ファイル、.csv を落とせます）", "Unknown kind of file: {} (drop .mmap, boundary files or .csv)") \
    X(command_copied, "コマンドラインをコピーしました：{}", "Command line copied: {}") \
    X(palette_hint, "コマンドを検索（漢字・かな・ローマ字・英語）", "Find a command (English, kanji, kana or romaji)") \
    X(palette_none, "当てはまるコマンドはありません。", "No command matches.") \
    X(mouse_title, "マウス（同じことをするキー）", "Mouse (and the key that does the same)") \
    X(mouse_wheel, "ホイールを上へ", "Wheel up") \
    X(mouse_wheel_does, "カーソルの位置を拡大", "Zoom in at the cursor") \
    X(mouse_wheel_back, "ホイールを下へ", "Wheel down") \
    X(mouse_wheel_back_does, "縮小", "Zoom out") \
    X(mouse_drag, "ドラッグ", "Drag") \
    X(mouse_drag_does, "地図を動かす", "Move the map") \
    X(mouse_click, "クリック", "Click") \
    X(mouse_click_does, "市区町村を選ぶ", "Choose a municipality") \
    X(mouse_double, "ダブルクリック", "Double click") \
    X(mouse_double_does, "その市区町村を拡大", "Zoom to the municipality") \
    X(mouse_box, "囲む", "Draw a box") \
    X(mouse_box_does, "囲んだ範囲を拡大", "Zoom to it") \
    X(mouse_brush, "ブラシで囲む", "Drag the brush") \
    X(mouse_brush_does, "すべての表示をその範囲だけにする", "Narrow every view to it") \
    X(mouse_control, "ボタンや項目をクリック", "Click a control") \
    X(mouse_control_does, "実行する（Ctrl で追加）", "Press it (Ctrl adds)") \
    X(mouse_border_left, "絞り込みの境目をドラッグ", "Drag the filters' border") \
    X(mouse_border_right, "詳細の境目をドラッグ", "Drag the details' border") \
    X(mouse_border_bottom, "表の境目をドラッグ", "Drag the tables' border") \
    X(mouse_border_does, "大きさを変える", "Resize") \
    X(mouse_border_double, "境目をダブルクリック", "Double-click a border") \
    X(mouse_border_double_does, "初期の大きさに戻す", "Usual size") \
    X(mouse_row, "表の行をクリック", "Click a row") \
    X(mouse_row_does, "その市区町村を選ぶ", "Choose its places") \
    X(mouse_row_double, "行をダブルクリック", "Double-click a row") \
    X(mouse_row_double_does, "地図に示す", "Show it on the map") \
    X(mouse_row_right, "行を右クリック", "Right-click a row") \
    X(mouse_row_right_does, "メニューを開く", "Open its menu") \
    X(mouse_heading, "列の見出しをクリック", "Click a heading") \
    X(mouse_heading_does, "並べ替える（Ctrl で次の順に加える）", "Sort by it (Ctrl: after the others)") \
    X(mouse_heading_drag, "見出しをドラッグ", "Drag a heading") \
    X(mouse_heading_drag_does, "列を移す", "Move the column") \
    X(mouse_heading_edge, "見出しの端をドラッグ", "Drag a heading's edge") \
    X(mouse_heading_edge_does, "列の幅を変える", "Resize the column") \
    X(mouse_filter, "列の条件欄をクリック", "Click a column's filter") \
    X(mouse_filter_does, "条件を打つ", "Type a condition") \
    X(zoom_box_hint, "拡大する範囲をドラッグで囲みます（Escでやめる）", "Drag a box to zoom to it (Esc to stop)") \
    X(panel_left, "絞り込みの表示・非表示（F6）", "Show or hide the filters (F6)") \
    X(panel_bottom, "表とグラフの表示・非表示（F7）", "Show or hide tables and charts (F7)") \
    X(panel_right, "詳細の表示・非表示（F9）", "Show or hide the details (F9)") \
    X(full_map, "地図だけを表示（F11）", "Map only (F11)") \
    X(full_map_leave, "パネルを戻す（F11）", "Back to the panels (F11)") \
    X(do_left_wider, "絞り込みの幅を広げる", "Filters wider") \
    X(do_left_narrower, "絞り込みの幅を狭める", "Filters narrower") \
    X(do_right_wider, "詳細の幅を広げる", "Details wider") \
    X(do_right_narrower, "詳細の幅を狭める", "Details narrower") \
    X(do_bottom_higher, "表の高さを広げる", "Tables higher") \
    X(do_bottom_lower, "表の高さを狭める", "Tables lower") \
    X(do_usual_panels, "パネルを初期の大きさに戻す", "Panels at their usual sizes") \
    X(splitter_hint, "ドラッグで大きさを変更、ダブルクリックで初期の大きさ（{}、{}）", "Drag to resize; double-click for the default size ({}, {})") \
    X(tabs_more, "ほかの表とグラフ", "More tables and charts") \
    X(status_scale_hint, "クリックして縮尺を入力（例：500000、50万）", "Click to type a scale, e.g. 500000") \
    X(status_scale_wrong, "縮尺は 500000 や 50万 のように入力してください：{}", "Type a scale such as 500000: {}") \
    X(do_panel_left, "絞り込みを表示・非表示", "Show or hide the filters") \
    X(do_panel_bottom, "表とグラフを表示・非表示", "Show or hide tables and charts") \
    X(do_panel_right, "詳細を表示・非表示", "Show or hide the details") \
    X(do_tall_tables, "表を高く・元に戻す", "Taller tables and back") \
    X(tables_tall, "表を高くする（Shift+F7）", "Taller tables (Shift+F7)") \
    X(tables_usual, "表を元の高さに戻す（Shift+F7）", "Tables as high as before (Shift+F7)") \
    X(do_full_map, "地図だけを表示", "Map only") \
    X(do_scale, "縮尺を入力", "Type a scale") \
    X(colon, "：", ": ") \
    X(evidence_row, "原文の行", "Row as printed") \
    X(evidence_open_source, "出典の本文をこの行で開く", "Open the source at this line") \
    X(evidence_differs, "この行に原文がありません。資料の本文の版が違うおそれがあります。", "The row does not stand at this line: the text may be of another edition.") \
    X(evidence_reading, "「{}」（スライド {}、{} 行）", "'{}' (slide {}, line {})") \
    X(evidence_place, "スライド {}、{} 行", "slide {}, line {}") \
    X(programme_ministry, "所管", "Ministry") \
    X(programme_budget, "予算", "Budget") \
    X(programme_supported, "支援の内容", "Supports") \
    X(programme_past, "選定の実績", "Selected so far") \
    X(programme_contact, "連絡先", "Contact") \
    X(programme_requirement, "要件", "Requirement") \
    X(programmes_title, "事業の案内", "The programmes") \
    X(limits_title, "この団体が申請できる交付金と上限", "Grants this body may apply for, with limits") \
    X(limits_note, "ほかの事業は、資料に団体の種類ごとの上限の記載がありません。", "For the other programmes the source prints no limit by kind of body.") \
    X(limit_grant, "地方創生推進交付金 {}タイプ", "Regional revitalisation grant, type {}") \
    X(limit_cap, "上限額", "Cap") \
    X(limit_duration, "期間", "Duration") \
    X(limit_count, "申請の上限", "Applications") \
    X(limit_not_printed, "記載なし", "not printed") \
    X(mode_prefix, "地図", "Map") \
    X(mode_chooser_hint, "地図が示すものを選ぶ（M、Shift+Mで次・前）", "What the map shows (M, Shift+M: next, last)") \
    X(mode_title, "地図が示すもの", "What the map shows") \
    X(vision_title, "色の見え方の確認", "Preview of colour vision") \
    X(vision_note, "画面だけの確認です。書き出しと印刷の色は変わりません。", "On the screen only: exports and prints keep their colours.") \
    X(legend_choose_hint, "クリックで、この {} 市区町村を選ぶ（Ctrl＋クリック：追加・解除）", "Click to choose these {} places (Ctrl+click adds or drops them)") \
    X(legend_among_hint, "クリックで、{} 市区町村を選ぶ：これだけの {} と、{}に数えた {}（Ctrl＋クリック：追加・解除）", "Click to choose {} places: {} with this alone and those counted {} ({}); Ctrl+click adds or drops them") \
    X(legend_unresolved_hint, "市区町村名でない地名が指すかもしれない所。表では選定なしに数えます。", "Places that a name may mean which is no municipality; tables count them as not selected.") \
    X(legend_filter_hint, "じょうごの印か Alt＋クリック（Alt＋Enter）で、この区分に絞り込む", "Funnel or Alt+click (Alt+Enter): filter by this class") \
    X(legend_unfilter_hint, "じょうごの印か Alt＋クリック（Alt＋Enter）で、この絞り込みを解除", "Funnel or Alt+click (Alt+Enter): clear this filter") \
    X(legend_whole_cities, "市を単位に {}（表の {} は区ごと）", "{} whole cities (tables count {} by wards)") \
    X(legend_fold, "凡例の名前を表示・省略", "Show or hide the names") \
    X(do_next_mode, "次の地図の種類", "Next kind of map") \
    X(do_last_mode, "前の地図の種類", "Previous kind of map") \
    X(tiles_show, "タイル図にする：どの都道府県も同じ面積（T）", "Tile grid: every prefecture the same area (T)") \
    X(tiles_leave, "ふつうの地図に戻す（T）", "Back to the map (T)") \
    X(do_tiles, "タイル図とふつうの地図を切り替え", "Switch between tile grid and map") \
    X(status_tiles, "タイル図（位置なし）", "Tile grid (no position)") \
    X(do_mode_grade, "地図：選定の段階", "Map: coverage grade") \
    X(do_mode_selections, "地図：選定の数", "Map: number of selections") \
    X(do_mode_first_year, "地図：最初に選定された年度", "Map: first year selected") \
    X(do_mode_programme, "地図：事業", "Map: programme") \
    X(do_mode_technology, "地図：技術", "Map: technology") \
    X(do_mode_distance, "地図：最寄りの選定までの距離", "Map: distance to the nearest selected") \
    X(do_mode_borders, "地図：最寄りの選定までの境界の数", "Map: borders to the nearest selected") \
    X(do_mode_granted, "地図：交付額", "Map: granted amount") \
    X(do_mode_requested, "地図：要望額", "Map: requested amount") \
    X(do_next_vision, "色の見え方を切り替え（通常・1型・2型・3型）", "Next kind of colour vision (usual, protan, deutan, tritan)") \
    X(do_toggle_centre, "地図の中央の市区町村を選択に追加・解除", "Add or drop the place in the middle") \
    X(do_add_view, "表示範囲の市区町村を選択に追加", "Add all places in view") \
    X(do_remove_view, "表示範囲の市区町村を選択から除く", "Take all places in view out") \
    X(do_choose_prefecture, "選んだ所の都道府県全体を選ぶ", "Choose the whole prefecture") \
    X(do_invert, "選択を反転", "Invert the choice") \
    X(do_lasso, "投げ縄で選ぶ", "Choose with a lasso") \
    X(do_brush, "四角でなぞって選ぶ（ブラシ）", "Brush: choose with a moving box") \
    X(lasso_hint, "選ぶ範囲をドラッグで囲みます（Shift：追加、Alt：除く、Esc：やめる）", "Drag around the places to choose (Shift adds, Alt takes out, Esc stops)") \
    X(do_brush_view, "表示範囲だけをすべての表に残す（ブラシ）", "Brush: narrow every view to what the map shows") \
    X(do_end_brush, "なぞった範囲を解く", "End the brush") \
    X(brush_end, "なぞった範囲を解く（Esc）", "End the brush (Esc)") \
    X(brush_chip, "なぞった範囲：{} 市区町村・{}／{} 件", "Brush: {} places, {} of {} selections") \
    X(brush_chip_short, "なぞり：{}", "Brush: {}") \
    X(brush_chip_hint, "すべての表示を、地図でなぞった範囲だけにしています。クリックか Esc で解きます。", "Every view is narrowed to what was brushed on the map. Click or press Esc to end it.") \
    X(table_none_in_brush, "なぞった範囲に当たる行がありません。", "No row lies in the brush.") \
    X(brush_hint, "四角をドラッグすると、表・年度・技術・空白域がその中だけになります（Shift で追加、Alt で除く、Esc で終了）", "Drag a box: tables, years, technologies and gaps keep only what is in it (Shift adds, Alt takes out, Esc ends)") \
    X(mouse_ctrl_click, "Ctrl＋クリック", "Ctrl+click") \
    X(mouse_ctrl_click_does, "選択に追加・解除", "Add to the choice or drop") \
    X(mouse_shift_drag, "Shift＋ドラッグ", "Shift+drag") \
    X(mouse_shift_drag_does, "囲んだ市区町村を選択に追加", "Add the places in the box") \
    X(mouse_alt_drag, "Alt＋ドラッグ", "Alt+drag") \
    X(mouse_alt_drag_does, "囲んだ市区町村を選択から除く", "Take the places in the box out") \
    X(tab_places, "市区町村", "Places") \
    X(column_name, "市区町村", "Place") \
    X(column_code, "コード", "Code") \
    X(column_grade, "選定の段階", "Grade") \
    X(column_selections, "選定数", "Selections") \
    X(column_first_year, "最初の年度", "First year") \
    X(column_area, "面積 km²", "Area km²") \
    X(filter_word_hint, "含む語", "contains") \
    X(filter_number_hint, ">=1", ">=1") \
    X(rows_in_brush, "なぞった範囲に {}／{} 行", "{} of {} rows in the brush") \
    X(n_of_all, "{}／{} 件", "{} of {}") \
    X(rows_of, "{}／{} 行", "{} of {} rows") \
    X(rows_all, "すべての行を表示", "Show all rows") \
    X(rows_chosen_only, "選択中だけ表示", "Show chosen rows only") \
    X(copy_table, "表をコピー（TSV）", "Copy table (TSV)") \
    X(copied_rows, "{} 行をコピーしました。表計算ソフトに貼り付けられます。", "{} rows copied. Paste them into a spreadsheet.") \
    X(km, "{} km", "{} km") \
    X(metres, "{} m", "{} m") \
    MIRAIMAP_FILTER_TEXTS(X) \
    MIRAIMAP_FRAME_TEXTS(X) \
    MIRAIMAP_TOUR_TEXTS(X) \
    MIRAIMAP_ANALYSIS_TEXTS(X) \
    MIRAIMAP_ANSWER_TEXTS(X) \
    MIRAIMAP_EXPORT_TEXTS(X)
// clang-format on

namespace miraimap::gui {

/// Name of a text.
enum class T : std::uint16_t {
#define MIRAIMAP_TEXT_ID(id, ja, en) id,
    MIRAIMAP_TEXTS(MIRAIMAP_TEXT_ID)
#undef MIRAIMAP_TEXT_ID
        count_
};

inline constexpr std::size_t text_count = static_cast<std::size_t>(T::count_);

/// All texts, index = T.
const std::array<Text, text_count>& all_texts();
/// The ids as written in the source, index = T.
const std::array<const char*, text_count>& text_ids();
const Text& text_of(T id);

/// A text with its values filled in.
template <typename... Values>
std::string fill(T id, Lang lang, Values&&... values) {
    return fmt::format(fmt::runtime(text_of(id).in(lang)), std::forward<Values>(values)...);
}

/// "1 selection", "12 selections".
inline std::string selections_in_words(int count, Lang lang) {
    return fill(count == 1 ? T::one_selection : T::many_selections, lang, count);
}

}  // namespace miraimap::gui
