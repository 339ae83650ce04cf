// SPDX-License-Identifier: MIT
// The parts of the report page, each as a piece of HTML. For app/print/report only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/core/snapshot.hpp"
#include "geo/select/proof.hpp"
#include "shapes/scene.hpp"

namespace miraimap::report {

/// report.css and report.js, put into the program at build time.
extern const std::string_view style_sheet;
extern const std::string_view script;

/// What every part reads.
struct PageQuestion {
    const Snapshot& snapshot;
    const Scene& scene;  ///< the map's picture, with classes and legend
    const CheckReport& checks;
    Lang lang = Lang::ja;

    [[nodiscard]] const std::string& say(const Text& text) const { return text.in(lang); }
};

/// Size of the map in px; its SVG counts in tenths of a px.
inline constexpr double map_width_px = 1000;
inline constexpr double map_height_px = 880;

/// The map as an inline SVG.
std::string map_svg(const PageQuestion& page);
/// Colours as CSS variables, and hatches as an invisible SVG that the page refers to.
std::string style_variables(const PageQuestion& page);
std::string hatch_patterns(const PageQuestion& page);
/// The legend as a table with counts.
std::string legend_html(const PageQuestion& page);

/// Bars of selections by year and by technology.
std::string charts_html(const PageQuestion& page);

std::string prefectures_html(const PageQuestion& page);
std::string selections_html(const PageQuestion& page);
std::string contradictions_html(const PageQuestion& page);
std::string proofs_html(const PageQuestion& page);

/// Selections, joins and words for the script, as JSON.
std::string data_json(const PageQuestion& page);
/// Years and technologies that the page's selections have, for filter and charts.
struct Choice {
    std::string key;
    Text name;
    int selections = 0;  ///< as in `coverage --by year|technology`
};
std::vector<Choice> year_choices(const Snapshot& snapshot);
std::vector<Choice> technology_choices(const Snapshot& snapshot);

/// 1234567 -> "1,234,567"; 0.0512 -> "5.1 %" (Japanese: "5.1%").
std::string thousands(double number);
std::string percent(double share, Lang lang);

}  // namespace miraimap::report
