// SPDX-License-Identifier: MIT
// HTML from plain values: escaping, data inside a script element, tables with headers.
//
// Promises: what escape_html and json_in_script return cannot end the element or attribute it
// stands in, whatever the data holds.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace miraimap::report {

/// For element content and quoted attributes. Control characters that HTML forbids become U+FFFD.
std::string escape_html(std::string_view text);

/// JSON for a `<script type="application/json">`: no `<`, `>` or `&` in it; bytes that are no UTF-8
/// become U+FFFD.
std::string json_in_script(const nlohmann::json& value);

struct HtmlColumn {
    std::string title;
    bool number = false;
    std::string css = {};  ///< class of the column's cells
};

struct HtmlCell {
    std::string html;       ///< already escaped
    std::string sort = {};  ///< what to sort by, if not the text
    bool header = false;    ///< names its row
};

/// A cell of plain text.
HtmlCell text_cell(std::string_view text);
/// The cell that names its row.
HtmlCell row_header(std::string_view text);
/// A cell of a number as printed, and the number to sort by.
HtmlCell number_cell(const std::string& printed, double value);

struct HtmlRow {
    std::string attributes;  ///< e.g. ` data-p="13"`
    std::vector<HtmlCell> cells;
};

struct HtmlTable {
    std::string id;
    std::string caption;
    bool sortable = false;  ///< headings become buttons for the script
    std::vector<HtmlColumn> columns;
    std::vector<HtmlRow> rows;
    std::vector<HtmlRow> total;  ///< below the body, never sorted
};

std::string to_html(const HtmlTable& table);

}  // namespace miraimap::report
