// SPDX-License-Identifier: MIT
#include "app/core/layer_styles.hpp"

#include <algorithm>

namespace miraimap {
namespace {

/// Never "now": the same export gives the same bytes. The day the list was published.
constexpr const char* style_date = "2022-04-01T00:00:00Z";

/// Keys of shapes/style as the column `grade` spells them.
std::string grade_value(const std::string& key) {
    return key == "not-counted" ? "not_counted" : key;
}

LayerStyle municipality_style() {
    LayerStyle style{"municipalities", {"選定の段階", "Grade"}, "grade", {}, "name", 7.5, 600'000};
    for (const ClassStyle& shown : grade_classes(Theme::light)) {
        LayerSymbol symbol;
        symbol.value = grade_value(shown.key);
        symbol.name = shown.name;
        symbol.fill = shown.fill;
        symbol.hatch = shown.hatch;
        symbol.hatch_colour = shown.hatch_colour;
        symbol.outline = map_style(Theme::light).municipality_border;
        style.symbols.push_back(symbol);
    }
    return style;
}

LayerStyle prefecture_style() {
    LayerSymbol symbol;
    symbol.name = {"都道府県の境", "Prefecture border"};
    symbol.outline = map_style(Theme::light).prefecture_border;
    symbol.outline_mm = 0.3;
    return {"prefectures", {"都道府県の境", "Prefecture borders"}, "", {symbol}, "name", 10, 0};
}

LayerStyle selection_style() {
    LayerSymbol symbol;
    symbol.name = {"選定", "Selection"};
    symbol.point = true;
    symbol.fill = map_style(Theme::light).selection;
    symbol.outline = {255, 255, 255};
    symbol.outline_mm = 0.3;
    return {"selections", {"選定の代表点", "Points of selections"}, "", {symbol}, "", 8, 0};
}

LayerStyle gap_style() {
    LayerSymbol symbol;
    symbol.name = {"空白域", "Uncovered region"};
    symbol.hatch = Hatch::back_diagonal;
    symbol.hatch_colour = map_style(Theme::light).hover;
    symbol.hatch_distance_mm = 2.6;
    symbol.outline = map_style(Theme::light).selection;
    symbol.outline_mm = 0.4;
    return {
        "gap_regions", {"空白域の輪郭", "Outlines of uncovered regions"}, "", {symbol}, "", 8, 0};
}

}  // namespace

const std::vector<LayerStyle>& layer_style_list() {
    static const std::vector<LayerStyle> all{municipality_style(), prefecture_style(),
                                             selection_style(), gap_style()};
    return all;
}

std::string escape_xml(const std::string& text) {
    std::string out;
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
            default:
                out += c;
        }
    }
    return out;
}

OutLayer layer_styles(const std::vector<OutLayer>& layers) {
    OutLayer table;
    table.name = "layer_styles";
    table.description = {"QGIS などでの見た目", "How the layers look in QGIS and elsewhere"};
    table.key_name = "id";
    for (const char* name : {"f_table_catalog", "f_table_schema", "f_table_name",
                             "f_geometry_column", "styleName", "styleQML", "styleSLD"}) {
        table.fields.push_back({name, FieldType::text, {}, {}});
    }
    table.fields.push_back({"useAsDefault", FieldType::boolean, {}, {}});
    for (const char* name : {"description", "owner", "ui"}) {
        table.fields.push_back({name, FieldType::text, {}, {}});
    }
    table.fields.push_back({"update_time", FieldType::date_time, {}, {}});
    for (const LayerStyle& style : layer_style_list()) {
        const auto written = std::find_if(layers.begin(), layers.end(), [&](const OutLayer& layer) {
            return layer.name == style.layer;
        });
        if (written != layers.end()) {
            // QGIS looks for an empty schema, not for none.
            table.features.push_back(
                {{std::string(), std::string(), style.layer, std::string("geom"),
                  "miraimap " + style.layer, to_qml(style, written->fields), to_sld(style),
                  std::int64_t{1}, style.description.ja, std::string("miraimap"), Cell(),
                  std::string(style_date)},
                 nullptr,
                 {}});
        }
    }
    return table;
}

}  // namespace miraimap
