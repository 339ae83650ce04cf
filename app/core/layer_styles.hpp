// SPDX-License-Identifier: MIT
// How the exported layers look in QGIS and other programs: the `layer_styles` table of a
// GeoPackage.
//
// Promises: one default style for each spatial layer, as QML (QGIS 3.22 and later) and as SLD 1.1,
// with the colours, hatches and class names of shapes/style; the same bytes each time.
// The QML also holds the columns' names for people, which GDAL 3.6 cannot write itself.
#pragma once

#include <string>
#include <vector>

#include "geo/io/vector_writer.hpp"
#include "shapes/style.hpp"

namespace miraimap {

/// One kind of symbol: what a feature of a class is drawn with.
struct LayerSymbol {
    std::string value;  ///< of the class column; empty if the layer has no classes
    Text name;
    bool point = false;
    Colour fill{0, 0, 0, 0};  ///< alpha 0: not filled
    Hatch hatch = Hatch::none;
    Colour hatch_colour;
    double hatch_distance_mm = 1.6;
    Colour outline;
    double outline_mm = 0.1;
};

/// The style of one layer.
struct LayerStyle {
    std::string layer;
    Text description;
    std::string class_column;  ///< empty: one symbol for all
    std::vector<LayerSymbol> symbols;
    std::string label_column;  ///< empty: no labels
    double label_pt = 8;
    int label_from_scale = 0;  ///< labels from 1:this on; 0: at every scale
};

/// The styles of municipalities, prefectures, selections and gap_regions.
const std::vector<LayerStyle>& layer_style_list();

/// A style as a QGIS document, with the aliases of the layer's columns.
std::string to_qml(const LayerStyle& style, const std::vector<OutField>& fields);
/// A style as Styled Layer Descriptor 1.1.
std::string to_sld(const LayerStyle& style);

/// The table for those of these layers that have a style.
OutLayer layer_styles(const std::vector<OutLayer>& layers);

/// For text and quoted attributes of XML.
std::string escape_xml(const std::string& text);

}  // namespace miraimap
