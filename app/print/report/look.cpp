// SPDX-License-Identifier: MIT
// Colours, hatches and legend of the page, all from shapes/style.
#include <fmt/format.h>

#include "app/print/report/html.hpp"
#include "app/print/report/parts.hpp"

namespace miraimap::report {
namespace {

std::string css_colour(Colour c) {
    return c.a == 255 ? fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b)
                      : fmt::format("rgb({} {} {}/{:.2f})", c.r, c.g, c.b, c.a / 255.0);
}

/// Lines or dots of a hatch inside a square of 60 units (the map's tenths of a px).
std::string hatch_lines(Hatch hatch, const std::string& colour) {
    const auto stroked = [&](const char* path, int width) {
        return fmt::format("<path d=\"{}\" stroke=\"{}\" stroke-width=\"{}\" fill=\"none\"/>", path,
                           colour, width);
    };
    switch (hatch) {
        case Hatch::none:
            return {};
        case Hatch::diagonal:
            return stroked("M-15 15L15 -15M0 60L60 0M45 75L75 45", 12);
        case Hatch::back_diagonal:
            return stroked("M-15 45L15 75M0 0L60 60M45 -15L75 15", 12);
        case Hatch::cross:
            return stroked("M0 60L60 0M0 0L60 60", 7);
        case Hatch::dots:
            return fmt::format(
                "<circle cx=\"15\" cy=\"15\" r=\"7\" fill=\"{0}\"/>"
                "<circle cx=\"45\" cy=\"45\" r=\"7\" fill=\"{0}\"/>",
                colour);
        case Hatch::horizontal:
            return stroked("M0 15H60M0 45H60", 8);
    }
    return {};
}

}  // namespace

std::string style_variables(const PageQuestion& page) {
    const MapStyle& style = page.scene.style;
    std::string css = fmt::format(
        ":root{{--ink:{};--quiet:{};--rule:{};--page:{};--sea:{};--border:{};--pref:{};--coast:{};"
        "--halo:{};--chosen:{};--hover:{};--accent:{}}}\n",
        css_colour(style.ink), css_colour(style.quiet_ink), css_colour(style.rule),
        css_colour(style.page), css_colour(style.sea), css_colour(style.municipality_border),
        css_colour(style.prefecture_border), css_colour(style.coast), css_colour(style.label_halo),
        css_colour(style.selection), css_colour(style.hover),
        css_colour(page.scene.legend.front().style.fill));
    for (std::size_t i = 0; i < page.scene.legend.size(); ++i) {
        const ClassStyle& shown = page.scene.legend[i].style;
        css += shown.hatch == Hatch::none
                   ? fmt::format(".g{}{{fill:{}}}\n", i, css_colour(shown.fill))
                   : fmt::format(".g{0}{{fill:url(#hatch-{0})}}\n", i);
    }
    return css;
}

std::string hatch_patterns(const PageQuestion& page) {
    std::string svg = "<svg class=\"patterns\" aria-hidden=\"true\" focusable=\"false\"><defs>\n";
    for (std::size_t i = 0; i < page.scene.legend.size(); ++i) {
        const ClassStyle& shown = page.scene.legend[i].style;
        if (shown.hatch != Hatch::none) {
            svg += fmt::format(
                "<pattern id=\"hatch-{}\" width=\"60\" height=\"60\" "
                "patternUnits=\"userSpaceOnUse\"><rect width=\"60\" height=\"60\" "
                "fill=\"{}\"/>{}</pattern>\n",
                i, css_colour(shown.fill),
                hatch_lines(shown.hatch, css_colour(shown.hatch_colour)));
        }
    }
    return svg + "</defs></svg>\n";
}

std::string legend_html(const PageQuestion& page) {
    HtmlTable table;
    table.id = "legend";
    table.caption = page.say({"凡例と市区町村数", "Legend and number of municipalities"});
    table.columns = {{page.say({"段階", "Grade"})},
                     {page.say({"市区町村数", "Municipalities"}), true}};
    for (std::size_t i = 0; i < page.scene.legend.size(); ++i) {
        const LegendEntry& entry = page.scene.legend[i];
        if (!entry.listed) {
            continue;
        }
        const std::string swatch = fmt::format(
            "<svg class=\"swatch\" viewBox=\"0 0 280 170\" aria-hidden=\"true\"><rect "
            "class=\"g{}\" width=\"280\" height=\"170\"/></svg>",
            i);
        HtmlCell name{swatch + "<span>" + escape_html(page.say(entry.style.name)) + "</span>"};
        name.header = true;
        table.rows.push_back({fmt::format(" data-class=\"{}\"", escape_html(entry.style.key)),
                              {name, {thousands(entry.count)}}});
    }
    return to_html(table);
}

}  // namespace miraimap::report
