// SPDX-License-Identifier: MIT
#include "app/print/report/html.hpp"

#include <fmt/format.h>

#include <cassert>
#include <nlohmann/json.hpp>

namespace miraimap::report {
namespace {

std::string row_html(const HtmlTable& table, const HtmlRow& row) {
    assert(row.cells.size() == table.columns.size());
    std::string html = "<tr" + row.attributes + ">";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const HtmlCell& cell = row.cells[i];
        const HtmlColumn& column = table.columns[i];
        std::string css = column.number ? "n" : "";
        css += (css.empty() || column.css.empty() ? "" : " ") + column.css;
        const char* tag = cell.header ? "th" : "td";
        html += fmt::format("<{}{}{}{}>{}</{}>", tag, cell.header ? " scope=\"row\"" : "",
                            css.empty() ? "" : " class=\"" + css + "\"",
                            cell.sort.empty() ? "" : " data-v=\"" + escape_html(cell.sort) + "\"",
                            cell.html, tag);
    }
    return html + "</tr>\n";
}

}  // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default: {
                const bool forbidden =
                    static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
                if (forbidden) {
                    out += "\xEF\xBF\xBD";
                } else {
                    out += c;
                }
            }
        }
    }
    return out;
}

std::string json_in_script(const nlohmann::json& value) {
    const std::string plain = value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::string out;
    out.reserve(plain.size());
    for (const char c : plain) {
        switch (c) {
            case '<':
                out += "\\u003c";
                break;
            case '>':
                out += "\\u003e";
                break;
            case '&':
                out += "\\u0026";
                break;
            default:
                out += c;
        }
    }
    return out;
}

HtmlCell text_cell(std::string_view text) { return {escape_html(text)}; }

HtmlCell row_header(std::string_view text) { return {escape_html(text), {}, true}; }

HtmlCell number_cell(const std::string& printed, double value) {
    return {escape_html(printed), fmt::format("{}", value)};
}

std::string to_html(const HtmlTable& table) {
    std::string html = fmt::format(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">\n"
        "<table id=\"{}\"{}>\n<caption>{}</caption>\n<thead><tr>",
        escape_html(table.caption), table.id, table.sortable ? " class=\"sortable\"" : "",
        escape_html(table.caption));
    for (const HtmlColumn& column : table.columns) {
        const std::string title = escape_html(column.title);
        const std::string inside =
            table.sortable ? "<button type=\"button\">" + title + "</button>" : title;
        html +=
            fmt::format("<th scope=\"col\"{}>{}</th>", column.number ? " class=\"n\"" : "", inside);
    }
    html += "</tr></thead>\n<tbody>\n";
    for (const HtmlRow& row : table.rows) {
        html += row_html(table, row);
    }
    html += "</tbody>\n";
    if (!table.total.empty()) {
        html += "<tfoot>\n";
        for (const HtmlRow& row : table.total) {
            html += row_html(table, row);
        }
        html += "</tfoot>\n";
    }
    return html + "</table>\n</div>\n";
}

}  // namespace miraimap::report
