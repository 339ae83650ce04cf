// SPDX-License-Identifier: MIT
// A layer's style as Styled Layer Descriptor 1.1 with Symbology Encoding 1.1.
//
// Source: OGC 05-078r4 and 05-077r4. Hatches are graphic fills; "horline" with a rotation is the
// mark that QGIS writes and reads for lines.
#include <fmt/format.h>

#include "app/core/layer_styles.hpp"

namespace miraimap {
namespace {

constexpr double px_per_mm = 96 / 25.4;

std::string hex(Colour c) { return fmt::format("#{:02x}{:02x}{:02x}", c.r, c.g, c.b); }

std::string parameter(const char* name, const std::string& value) {
    return fmt::format("<se:SvgParameter name=\"{}\">{}</se:SvgParameter>", name, value);
}

std::string stroke(Colour c, double width_mm) {
    return "<se:Stroke>" + parameter("stroke", hex(c)) +
           parameter("stroke-opacity", fmt::format("{:.2f}", c.a / 255.0)) +
           parameter("stroke-width", fmt::format("{:.2f}", width_mm * px_per_mm)) + "</se:Stroke>";
}

std::string fill(Colour c) {
    return "<se:Fill>" + parameter("fill", hex(c)) +
           (c.a == 255 ? "" : parameter("fill-opacity", fmt::format("{:.2f}", c.a / 255.0))) +
           "</se:Fill>";
}

std::string graphic_fill(const std::string& mark, double size_mm, int rotation) {
    return fmt::format(
        "<se:PolygonSymbolizer><se:Fill><se:GraphicFill><se:Graphic><se:Mark>{}</se:Mark>"
        "<se:Size>{:.2f}</se:Size>{}</se:Graphic></se:GraphicFill></se:Fill>"
        "</se:PolygonSymbolizer>\n",
        mark, size_mm * px_per_mm,
        rotation == 0 ? "" : fmt::format("<se:Rotation>{}</se:Rotation>", rotation));
}

/// @param angle  counter-clockwise; SLD turns clockwise
std::string lines(const LayerSymbol& shown, int angle, double width_mm) {
    return graphic_fill(
        "<se:WellKnownName>horline</se:WellKnownName>" + stroke(shown.hatch_colour, width_mm),
        shown.hatch_distance_mm, angle == 0 ? 0 : 360 - angle);
}

std::string hatch(const LayerSymbol& shown) {
    switch (shown.hatch) {
        case Hatch::none:
            return {};
        case Hatch::diagonal:
            return lines(shown, 45, 0.3);
        case Hatch::back_diagonal:
            return lines(shown, 135, 0.3);
        case Hatch::cross:
            return lines(shown, 45, 0.18) + lines(shown, 135, 0.18);
        case Hatch::dots:
            return graphic_fill(
                "<se:WellKnownName>circle</se:WellKnownName>" + fill(shown.hatch_colour), 0.5, 0);
        case Hatch::horizontal:
            return lines(shown, 0, 0.2);
    }
    return {};
}

std::string symbolizers(const LayerSymbol& shown) {
    if (shown.point) {
        return "<se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle"
               "</se:WellKnownName>" +
               fill(shown.fill) + stroke(shown.outline, shown.outline_mm) +
               fmt::format(
                   "</se:Mark><se:Size>{:.2f}</se:Size></se:Graphic></se:PointSymbolizer>\n",
                   2.4 * px_per_mm);
    }
    return "<se:PolygonSymbolizer>" + (shown.fill.a == 0 ? "" : fill(shown.fill)) +
           stroke(shown.outline, shown.outline_mm) + "</se:PolygonSymbolizer>\n" + hatch(shown);
}

std::string rule(const LayerStyle& style, const LayerSymbol& shown) {
    std::string xml = fmt::format(
        "<se:Rule><se:Name>{0}</se:Name><se:Description><se:Title>{0}</se:Title>"
        "</se:Description>\n",
        escape_xml(shown.name.ja));
    if (!style.class_column.empty()) {
        xml += fmt::format(
            "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>{}</ogc:PropertyName>"
            "<ogc:Literal>{}</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>\n",
            style.class_column, escape_xml(shown.value));
    }
    return xml + symbolizers(shown) + "</se:Rule>\n";
}

}  // namespace

std::string to_sld(const LayerStyle& style) {
    std::string xml = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<StyledLayerDescriptor version=\"1.1.0\" xmlns=\"http://www.opengis.net/sld\" "
        "xmlns:se=\"http://www.opengis.net/se\" xmlns:ogc=\"http://www.opengis.net/ogc\">\n"
        "<NamedLayer><se:Name>{0}</se:Name><UserStyle><se:Name>{0}</se:Name>"
        "<se:FeatureTypeStyle>\n",
        style.layer);
    for (const LayerSymbol& shown : style.symbols) {
        xml += rule(style, shown);
    }
    return xml + "</se:FeatureTypeStyle></UserStyle></NamedLayer>\n</StyledLayerDescriptor>\n";
}

}  // namespace miraimap
