// SPDX-License-Identifier: MIT
// A layer's style as a QGIS document (QML), in the notation of QGIS 3.22.
#include <fmt/format.h>

#include "app/core/layer_styles.hpp"

namespace miraimap {
namespace {

using Options = std::vector<std::pair<std::string, std::string>>;

std::string colour(Colour c) { return fmt::format("{},{},{},{}", c.r, c.g, c.b, c.a); }

std::string number(double value) { return fmt::format("{:g}", value); }

/// One symbol layer; a symbol of its own may stand inside (the line or marker of a pattern).
std::string symbol_layer(const std::string& kind, const Options& options,
                         const std::string& inside = {}) {
    std::string xml = fmt::format(
        "<layer class=\"{}\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">", kind);
    for (const auto& [name, value] : options) {
        xml += fmt::format("<Option type=\"QString\" name=\"{}\" value=\"{}\"/>", name,
                           escape_xml(value));
    }
    return xml + "</Option>" + inside + "</layer>";
}

std::string symbol(const std::string& type, const std::string& name, const std::string& layers) {
    return fmt::format(
        "<symbol type=\"{}\" name=\"{}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">{}"
        "</symbol>\n",
        type, name, layers);
}

std::string line_pattern(const LayerSymbol& shown, const std::string& inner_name, int angle,
                         double width_mm) {
    const std::string line = symbol_layer("SimpleLine", {{"line_color", colour(shown.hatch_colour)},
                                                         {"line_style", "solid"},
                                                         {"line_width", number(width_mm)},
                                                         {"line_width_unit", "MM"},
                                                         {"capstyle", "square"},
                                                         {"joinstyle", "bevel"}});
    return symbol_layer("LinePatternFill",
                        {{"angle", std::to_string(angle)},
                         {"color", colour(shown.hatch_colour)},
                         {"distance", number(shown.hatch_distance_mm)},
                         {"distance_unit", "MM"},
                         {"line_width", number(width_mm)},
                         {"line_width_unit", "MM"},
                         {"offset", "0"},
                         {"offset_unit", "MM"}},
                        symbol("line", inner_name, line));
}

std::string dot_pattern(const LayerSymbol& shown, const std::string& inner_name) {
    const std::string dot = symbol_layer("SimpleMarker", {{"name", "circle"},
                                                          {"color", colour(shown.hatch_colour)},
                                                          {"outline_style", "no"},
                                                          {"size", "0.5"},
                                                          {"size_unit", "MM"}});
    const std::string distance = number(shown.hatch_distance_mm);
    return symbol_layer("PointPatternFill",
                        {{"distance_x", distance},
                         {"distance_x_unit", "MM"},
                         {"distance_y", number(shown.hatch_distance_mm / 2)},
                         {"distance_y_unit", "MM"},
                         {"displacement_x", number(shown.hatch_distance_mm / 2)},
                         {"displacement_x_unit", "MM"}},
                        symbol("marker", inner_name, dot));
}

/// The hatch above the fill; `name` and a running number name the symbols inside.
std::string hatch_layers(const LayerSymbol& shown, const std::string& name) {
    const auto inner = [&](int layer) { return fmt::format("@{}@{}", name, layer); };
    switch (shown.hatch) {
        case Hatch::none:
            return {};
        case Hatch::diagonal:
            return line_pattern(shown, inner(1), 45, 0.3);
        case Hatch::back_diagonal:
            return line_pattern(shown, inner(1), 135, 0.3);
        case Hatch::cross:
            return line_pattern(shown, inner(1), 45, 0.18) +
                   line_pattern(shown, inner(2), 135, 0.18);
        case Hatch::dots:
            return dot_pattern(shown, inner(1));
        case Hatch::horizontal:
            return line_pattern(shown, inner(1), 0, 0.2);
    }
    return {};
}

std::string symbol_of(const LayerSymbol& shown, const std::string& name) {
    const Options outline{{"outline_color", colour(shown.outline)},
                          {"outline_style", "solid"},
                          {"outline_width", number(shown.outline_mm)},
                          {"outline_width_unit", "MM"},
                          {"joinstyle", "round"}};
    Options options = outline;
    options.emplace_back("color", colour(shown.fill));
    if (shown.point) {
        options.emplace_back("name", "circle");
        options.emplace_back("size", "2.4");
        options.emplace_back("size_unit", "MM");
        return symbol("marker", name, symbol_layer("SimpleMarker", options));
    }
    options.emplace_back("style", shown.fill.a == 0 ? "no" : "solid");
    return symbol("fill", name, symbol_layer("SimpleFill", options) + hatch_layers(shown, name));
}

std::string renderer(const LayerStyle& style) {
    const char* const common =
        "forceraster=\"0\" symbollevels=\"0\" enableorderby=\"0\" referencescale=\"-1\"";
    std::string xml =
        style.class_column.empty()
            ? fmt::format("<renderer-v2 type=\"singleSymbol\" {}>\n", common)
            : fmt::format("<renderer-v2 type=\"categorizedSymbol\" attr=\"{}\" {}>\n<categories>\n",
                          style.class_column, common);
    std::string symbols;
    for (std::size_t i = 0; i < style.symbols.size(); ++i) {
        if (!style.class_column.empty()) {
            xml += fmt::format(
                "<category render=\"true\" symbol=\"{}\" value=\"{}\" type=\"string\" "
                "label=\"{}\"/>\n",
                i, escape_xml(style.symbols[i].value), escape_xml(style.symbols[i].name.ja));
        }
        symbols += symbol_of(style.symbols[i], std::to_string(i));
    }
    xml += style.class_column.empty() ? "" : "</categories>\n";
    return xml + "<symbols>\n" + symbols + "</symbols>\n</renderer-v2>\n";
}

std::string labeling(const LayerStyle& style) {
    const MapStyle& map = map_style(Theme::light);
    return fmt::format(
        "<labeling type=\"simple\"><settings calloutType=\"simple\">\n"
        "<text-style fieldName=\"{}\" isExpression=\"0\" fontFamily=\"Noto Sans CJK JP\" "
        "fontSize=\"{}\" fontSizeUnit=\"Point\" textColor=\"{}\" textOpacity=\"1\">"
        "<text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" "
        "bufferColor=\"{}\" bufferOpacity=\"1\"/></text-style>\n"
        "<placement placement=\"1\" centroidInside=\"1\" centroidWhole=\"1\"/>\n"
        "<rendering drawLabels=\"1\" scaleVisibility=\"{}\" scaleMin=\"{}\" scaleMax=\"1\" "
        "labelPerPart=\"0\" obstacle=\"1\"/>\n</settings></labeling>\n",
        style.label_column, number(style.label_pt), colour(map.label), colour(map.label_halo),
        style.label_from_scale > 0 ? 1 : 0, style.label_from_scale);
}

std::string aliases(const std::vector<OutField>& fields) {
    std::string xml = "<aliases>\n";
    for (std::size_t i = 0; i < fields.size(); ++i) {
        xml += fmt::format("<alias field=\"{}\" index=\"{}\" name=\"{}\"/>\n",
                           escape_xml(fields[i].name), i + 1,  // the first column is the number
                           escape_xml(fields[i].alias.ja));
    }
    return xml + "</aliases>\n";
}

}  // namespace

std::string to_qml(const LayerStyle& style, const std::vector<OutField>& fields) {
    const bool labels = !style.label_column.empty();
    return fmt::format(
               "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
               "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling|Fields\" "
               "labelsEnabled=\"{}\">\n",
               labels ? 1 : 0) +
           renderer(style) + (labels ? labeling(style) : "") + aliases(fields) + "</qgis>\n";
}

}  // namespace miraimap
