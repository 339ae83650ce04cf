// SPDX-License-Identifier: MIT
// Figures and selections that stand beside a map on paper, as words ready to print.
//
// Does not: count anything; see app/core/page_figures.hpp.
#pragma once

#include <string>
#include <vector>

#include "geo/text.hpp"

namespace miraimap {

struct PageTableRow {
    Text name;
    std::vector<std::string> cells;  ///< as many as the table has columns besides the first
    bool strong = false;             ///< a total
};

struct PageTable {
    Text title;
    std::vector<Text> columns;  ///< heading of the names first
    std::vector<PageTableRow> rows;
};

struct PageListEntry {
    std::string mark;   ///< short, e.g. the year "R2"
    std::string words;  ///< as printed in the source, in every language
    Text details;
};

struct PageList {
    Text title;
    std::vector<PageListEntry> entries;
    Text rest;  ///< where the entries that find no room can be read
};

/// Page `at` of `of`; 0: a map that stands alone.
struct PageNumber {
    int at = 0;
    int of = 0;
};

}  // namespace miraimap
