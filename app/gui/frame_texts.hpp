// SPDX-License-Identifier: MIT
// The part of the table of texts that the bars of a small window need; see texts.hpp.
#pragma once

// clang-format off
#define MIRAIMAP_FRAME_TEXTS(X) \
    X(bar_more, "その他の操作", "More") \
    X(status_more, "ここに入りきらない情報", "What has no room here") \
    X(chip_hint, "詳細を開く（F9）", "Open the details (F9)") \
    X(status_counts_short, "該当 {}／{}", "{} of {}") \
    X(find_short, "検索（Ctrl+F）", "Find (Ctrl+F)") \
    X(page_left, "絞り込み", "Filters") \
    X(page_right, "詳細", "Details") \
    X(page_back, "地図に戻る（Esc）", "Back to the map (Esc)")
