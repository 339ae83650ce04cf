// SPDX-License-Identifier: MIT
// The part of the table of texts that the answers in the details need (answer_cards.hpp); see
// texts.hpp.
#pragma once

// clang-format off
#define MIRAIMAP_ANSWER_TEXTS(X) \
    X(choice_places, "{} 市区町村", "{} places") \
    X(choice_chosen, "選んだ市区町村", "chosen") \
    X(choice_in_focus, "絞り込み中", "filtered") \
    X(choice_selections, "かかわる選定", "Selections that touch them") \
    X(choice_selections_of, "かかわる選定\n（都道府県そのもの {}）", "Selections that touch them\n({} of a prefecture)") \
    X(choice_share, "市区町村の割合\n（全国 {}）", "Share of municipalities\n(Japan {})") \
    X(choice_share_area, "面積の割合\n（全国 {}）", "Share of area\n(Japan {})") \
    X(choice_left_out, "選んだうちの {} は、集計の分母に入りません。", "{} of the chosen places are in no denominator.") \
    X(choice_years, "年度別の件数", "Selections by year") \
    X(choice_prefectures, "都道府県別（対象／選んだ数）", "By prefecture (covered / chosen)") \
    X(choice_more_prefectures, "ほか {} の都道府県", "{} more prefectures") \
    X(choice_naming, "市区町村を名指しした選定（{} 件）", "Selections that name a municipality ({})") \
    X(choice_of_prefecture, "都道府県だけを挙げた選定（{} 件）", "Selections that name the prefecture only ({})") \
    X(choice_show_project, "この選定の市区町村を選ぶ", "Choose the places of this selection") \
    X(choice_words, "文にすると", "In words") \
    X(rows_again, "同じ選定の再掲 {} 行を含む", "{} rows repeat a selection") \
    X(project_title, "検索した選定", "The selection found") \
    X(project_filtered, "いまの条件には当てはまらない選定です。", "This selection does not pass the current filters.") \
    X(project_candidates, "この選定かもしれない市区町村（資料は特定していません）", "Places it may mean (the source does not say which)") \
    X(possible_title, "この選定の対象かもしれません（未確定）", "May be meant by this selection (not settled)") \
    X(around_prefecture, "対象 {}／{} 市区町村（{}）、都道府県そのものの選定 {} 件", "{} of {} municipalities covered ({}); {} selections of the prefecture itself") \
    X(around_open_prefecture, "{}の内訳を見る", "Details of {}") \
    X(around_nearest, "最寄りの対象市区町村", "Nearest place covered") \
    X(around_nothing, "いまの条件では、どこも選定されていません。", "Nothing is selected under the current filters.") \
    X(around_touching, "接する", "touching") \
    X(around_borders, "境界 {} つ", "borders: {}") \
    X(around_fewest_borders, "境界の数では {} が最も近い（{} つ）", "By borders the nearest is {} ({})") \
    X(around_gap, "属する空白域", "Its gap region") \
    X(around_rank, "{} 位", "No. {}") \
    X(around_depth, "最も深い所で境界 {} つ", "deepest member: {} borders") \
    X(around_open_gap, "空白域の表を開いて選ぶ", "Open the table of gaps and choose it") \
    X(around_neighbours, "隣の市区町村", "Neighbours") \
    X(around_peers, "手本になりそうな市区町村", "Places it could follow") \
    X(around_open_peers, "手本を詳しく探す", "Look for examples")
// clang-format on
