// SPDX-License-Identifier: MIT
#include "geo/io/layer_writer.hpp"

#include <cassert>
#include <cstring>
#include <memory>
#include <vector>

namespace miraimap {
namespace {

struct FreesFeature {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, FreesFeature>;

// --- WKB, little endian, without another copy of the points ---

class Wkb {
public:
    void begin(std::uint32_t type, std::size_t parts) {
        bytes_.push_back(1);
        number(type);
        number(static_cast<std::uint32_t>(parts));
    }
    void number(std::uint32_t value) { append(&value, sizeof value); }
    void point(LonLat p) {
        append(&p.lon, sizeof p.lon);
        append(&p.lat, sizeof p.lat);
    }
    void single_point(LonLat p) {
        bytes_.push_back(1);
        number(wkbPoint);
        point(p);
    }
    void ring(const Ring& ring) {
        number(static_cast<std::uint32_t>(ring.empty() ? 0 : ring.size() + 1));
        if (!ring.empty()) {
            append(ring.data(), ring.size() * sizeof(LonLat));
            point(ring.front());
        }
    }
    [[nodiscard]] OGRGeometryH geometry() const {
        OGRGeometryH made = nullptr;
        OGR_G_CreateFromWkb(bytes_.data(), nullptr, &made, static_cast<int>(bytes_.size()));
        return made;
    }

private:
    void append(const void* data, std::size_t size) {
        const auto* from = static_cast<const std::uint8_t*>(data);
        bytes_.insert(bytes_.end(), from, from + size);
    }
    std::vector<std::uint8_t> bytes_;
};

OGRGeometryH geometry_of(const OutLayer& layer, const OutFeature& feature) {
    Wkb wkb;
    if (layer.kind == GeometryKind::multi_polygon && feature.shape != nullptr) {
        wkb.begin(wkbMultiPolygon, feature.shape->size());
        for (const Polygon& polygon : *feature.shape) {
            wkb.begin(wkbPolygon, polygon.holes.size() + 1);
            wkb.ring(polygon.shell);
            for (const Ring& hole : polygon.holes) {
                wkb.ring(hole);
            }
        }
        return wkb.geometry();
    }
    if (layer.kind == GeometryKind::multi_point) {
        wkb.begin(wkbMultiPoint, feature.points.size());
        for (const LonLat p : feature.points) {
            wkb.single_point(p);
        }
        return wkb.geometry();
    }
    return nullptr;
}

void set_cell(OGRFeatureH feature, int index, const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        OGR_F_SetFieldString(feature, index, text->c_str());
    } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        OGR_F_SetFieldInteger64(feature, index, *number);
    } else if (const auto* real = std::get_if<double>(&cell)) {
        OGR_F_SetFieldDouble(feature, index, *real);
    } else {
        OGR_F_SetFieldNull(feature, index);
    }
}

}  // namespace

OGRwkbGeometryType geometry_type(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::multi_polygon:
            return wkbMultiPolygon;
        case GeometryKind::multi_point:
            return wkbMultiPoint;
        case GeometryKind::none:
            break;
    }
    return wkbNone;
}

bool add_field(OGRLayerH layer, const OutField& field, const std::string& name, int width) {
    const OGRFieldType type = field.type == FieldType::text        ? OFTString
                              : field.type == FieldType::real      ? OFTReal
                              : field.type == FieldType::date_time ? OFTDateTime
                                                                   : OFTInteger;
    OGRFieldDefnH definition = OGR_Fld_Create(name.c_str(), type);
    if (width > 0) {
        constexpr int real_width = 24;
        constexpr int real_decimals = 9;
        OGR_Fld_SetWidth(definition, field.type == FieldType::text   ? width
                                     : field.type == FieldType::real ? real_width
                                                                     : 0);
        OGR_Fld_SetPrecision(definition, field.type == FieldType::real ? real_decimals : 0);
    } else if (field.type == FieldType::boolean) {
        OGR_Fld_SetSubType(definition, OFSTBoolean);
    }
    if (!field.alias.ja.empty()) {
        OGR_Fld_SetAlternativeName(definition, field.alias.ja.c_str());
    }
    const OGRErr problem = OGR_L_CreateField(layer, definition, TRUE);
    OGR_Fld_Destroy(definition);
    return problem == OGRERR_NONE;
}

bool write_features(OGRLayerH out, const OutLayer& layer, const OutputCrs& crs, bool numbered,
                    const std::function<void()>& written) {
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(out);
    GIntBig id = 0;
    for (const OutFeature& feature : layer.features) {
        assert(feature.cells.size() == layer.fields.size());
        const FeatureHandle made(OGR_F_Create(definition));
        if (numbered) {
            OGR_F_SetFID(made.get(), ++id);
        }
        for (std::size_t i = 0; i < feature.cells.size(); ++i) {
            set_cell(made.get(), static_cast<int>(i), feature.cells[i]);
        }
        if (OGRGeometryH geometry = geometry_of(layer, feature); geometry != nullptr) {
            crs.place(layer.name, geometry);
            OGR_F_SetGeometryDirectly(made.get(), geometry);
        }
        if (OGR_L_CreateFeature(out, made.get()) != OGRERR_NONE) {
            return false;
        }
        if (written) {
            written();
        }
    }
    return true;
}

}  // namespace miraimap
