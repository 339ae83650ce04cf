// SPDX-License-Identifier: MIT
// The texts of exporting and printing; part of the one table in texts.hpp.
#pragma once

// clang-format off
#define MIRAIMAP_EXPORT_TEXTS(X) \
    X(export_button, "書き出し", "Export") \
    X(do_export, "書き出し", "Export") \
    X(do_print, "印刷", "Print") \
    X(do_stop_export, "書き出しを中止", "Cancel the export") \
    X(export_title, "いまの表示を書き出す", "Export what is shown") \
    X(print_title, "いまの表示を印刷する", "Print what is shown") \
    X(export_kind_data, "データ", "Data") \
    X(export_kind_map, "地図（紙・画像）", "Paper, picture") \
    X(export_kind_report, "報告ページ", "Report page") \
    X(export_format, "形式", "Format") \
    X(export_format_hint_gpkg, "QGIS などで開ける地図データ。市区町村・都道府県・選定・空白域・対応表の全レイヤーが、色つきで入ります。PostGIS へはコマンドラインの export で書けます。", "Map layers for QGIS and others, with their colours: municipalities, prefectures, selections, gap regions and the link table. PostGIS: use export on the command line.") \
    X(export_format_hint_geojson, "ウェブ地図やプログラムで使う地図データ。", "Map data for web maps and programs.") \
    X(export_format_hint_fgb, "大きくても速く読める地図データ。QGIS で開けます。", "Map data that is read fast even when large. Opens in QGIS.") \
    X(export_format_hint_shp, "以前からの GIS で開ける地図データ。5 つのファイルで一組です。長い文字列は切れることがあります。", "Map data for older GIS programs: a set of five files. Long texts may be cut.") \
    X(export_format_hint_csv, "表計算ソフトで開く表。", "A table for spreadsheets.") \
    X(export_format_hint_pdf, "印刷に向く形式。拡大しても線と文字がきれいなままです。", "For printing. Lines and words stay sharp at any size.") \
    X(export_format_hint_png, "スライドや文書に貼り付ける画像。", "A picture to paste into slides and documents.") \
    X(export_format_hint_svg, "Inkscape や Illustrator で文字や線を直せる図。", "A drawing whose words and lines can be edited in Inkscape or Illustrator.") \
    X(export_format_hint_html, "地図・グラフ・表・根拠を一つにまとめたページ。ブラウザーだけで開けます。", "Map, charts, tables and evidence in one page. A browser is all it needs.") \
    X(export_layer, "レイヤー", "Layer") \
    X(layer_municipalities, "市区町村", "Municipalities") \
    X(layer_prefectures, "都道府県", "Prefectures") \
    X(layer_selections, "選定", "Selections") \
    X(layer_gap_regions, "空白域", "Gap regions") \
    X(layer_selection_areas, "選定と市区町村の対応", "Selection areas") \
    X(export_for_excel, "Excel で開けるようにする（BOM・CRLF）", "For Excel (byte order mark, CR LF)") \
    X(export_page, "大きさ", "Size") \
    X(export_in_pixels, "画素で指定", "In pixels") \
    X(export_orientation, "向き", "Orientation") \
    X(export_landscape, "横", "Landscape") \
    X(export_portrait, "縦", "Portrait") \
    X(export_dpi, "解像度（dpi）", "Resolution (dpi)") \
    X(export_pages, "ページ", "Pages") \
    X(export_one_page, "この地図 1 枚", "This map") \
    X(export_atlas, "都道府県ごと", "One a prefecture") \
    X(export_width, "幅", "Width") \
    X(export_height, "高さ", "Height") \
    X(export_scale, "倍率", "Scale") \
    X(export_record, "記録", "Record") \
    X(export_manifest, "入力と出力の SHA-256 を添える", "Add SHA-256 of inputs and output") \
    X(export_manifest_hint, "入力・出力・条件・版を FILE.manifest.json に記します。あとで同じものかどうかを確かめられます。", "Inputs, output, filters and versions go into FILE.manifest.json, so that anyone can check later what it was made from.") \
    X(print_printer, "プリンター", "Printer") \
    X(print_send, "できた PDF を既定のプリンターへ送る", "Send the PDF to the default printer") \
    X(print_none, "この PC には印刷の命令（lp、lpr）がありません。PDF を作るので、閲覧ソフトで開いて印刷してください。", "This machine has no command that prints (lp, lpr). A PDF is made; print it from a viewer.") \
    X(export_file, "ファイル名", "File") \
    X(export_exists, "同じ名前のファイルを置き換えます。書き終わるまで元のファイルは残ります。", "The existing file will be replaced. It stays until the new one is whole.") \
    X(export_becomes, "保存する名前：{}", "Saved as: {}") \
    X(export_queues, "いまの書き出しが終わりしだい始めます。", "Starts when the export that is running is done.") \
    X(export_start, "書き出す", "Export") \
    X(print_start, "印刷する", "Print") \
    X(print_make_pdf, "PDF を作る", "Make the PDF") \
    X(export_copy, "コマンドラインをコピー", "Copy as command line") \
    X(export_running, "書き出しています：{}", "Exporting {}") \
    X(export_waiting, "ほかに {} 件が待っています", "{} more waiting") \
    X(export_stop, "中止", "Cancel") \
    X(export_stopping, "中止しています…", "Cancelling…") \
    X(export_stopped, "書き出しを中止しました。何も変わっていません：{}", "The export was cancelled and nothing was changed: {}") \
    X(export_done, "書き出しました：{}", "Exported: {}") \
    X(export_failed, "書き出せませんでした。{}", "The export failed. {}") \
    X(print_done, "印刷に送りました：{}", "Sent to the printer: {}") \
    X(print_failed, "PDF はできましたが、プリンターへ送れませんでした：{}（{}）", "The PDF is there but could not be sent to the printer: {} ({})") \
    X(notice_copy_path, "パスをコピー", "Copy the path") \
    X(notice_open_folder, "フォルダーを開く", "Open the folder") \
    X(notice_retry, "書き出しの画面に戻る", "Back to the export") \
    X(folder_failed, "フォルダーを開けませんでした：{}", "The folder could not be opened: {}") \
    X(preview_making, "プレビューを作っています…", "Making the preview…") \
    X(preview_sheet, "{} {}（{} × {} mm）", "{} {} ({} × {} mm)") \
    X(preview_pixels, "{} × {} 画素", "{} × {} pixels") \
    X(preview_one_page, "1 ページ", "1 page") \
    X(preview_pages, "{} ページ", "{} pages") \
    X(preview_page_of, "{}／{}　{}", "{} of {}: {}") \
    X(preview_last, "前のページ", "Last page") \
    X(preview_next, "次のページ", "Next page") \
    X(preview_layers, "入るレイヤー", "Layers in the file") \
    X(preview_rows, "「{}」のはじめの {} 行（全 {} 行）", "{}: first {} of {} rows") \
    X(preview_report, "ページの内容", "What the page holds") \
    X(preview_report_size, "約 {} MB の 1 ファイル。ネットワークは要りません。", "One file of about {} MB that needs no network.") \
    X(quit_exporting_title, "書き出しの途中です", "An export is running") \
    X(quit_exporting_hint, "{} を書き出しています。", "{} is being written.") \
    X(quit_when_done, "終わったら閉じる", "Close when it is done") \
    X(quit_now, "中止して閉じる", "Cancel it and close") \
    X(quit_not, "閉じない", "Do not close")
// clang-format on
