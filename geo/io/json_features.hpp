// SPDX-License-Identifier: MIT
// What a GeoJSON or TopoJSON file says, feature by feature, out of the events of its bytes.
//
// Members may stand in any order: what something is (its `type`) may come after its coordinates.
// Nested arrays are therefore understood by what they hold: numbers make a position or a list of
// arcs, positions a ring, rings a polygon. Does not: decode arcs or judge rings (json_layers does).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "geo/geometry/polygon.hpp"
#include "geo/io/feature_geometry.hpp"
#include "geo/io/json_parser.hpp"

namespace miraimap {

/// A ring of a TopoJSON geometry: arc numbers, ~i for arc i backwards.
using ArcRing = std::vector<std::int64_t>;

/// A polygon as it stands in the file, the shell first: of vertices in GeoJSON, of arcs in
/// TopoJSON.
struct JsonPolygon {
    std::vector<Ring> rings;
    std::vector<ArcRing> arc_rings;
};

struct JsonFeature {
    std::optional<long long> id;
    std::vector<std::pair<std::size_t, std::string>> values;  ///< field and text
    FeatureShape shape;                                       ///< of GeoJSON
    std::vector<JsonPolygon> arcs;                            ///< of TopoJSON
    std::vector<std::string> others;  ///< of TopoJSON: its geometries that are no polygons
};

struct JsonLayer {
    std::string name;
    std::vector<std::string> fields;
    std::unordered_map<std::string, std::size_t> field_of;
    std::vector<JsonFeature> features;
};

struct JsonContent {
    bool topology = false;
    std::string name;          ///< of a GeoJSON file's layer; may be empty
    std::string crs;           ///< name, e.g. "urn:ogc:def:crs:EPSG::6668"; may be empty
    bool crs_is_link = false;  ///< elsewhere; never followed
    std::vector<JsonLayer> layers;
    std::vector<LonLat> arc_vertices;   ///< of all arcs, one after the other, as in the file
    std::vector<std::size_t> arc_ends;  ///< of each arc in these
    std::optional<LonLat> scale;        ///< of quantized arcs, whose vertices are differences
    std::optional<LonLat> translate;
};

class JsonFeatureReader final : public JsonHandler {
public:
    /// @param content  filled while the events come
    explicit JsonFeatureReader(JsonContent& content) : content_(content) {}

    void start_object() override;
    void key(std::string_view name) override;
    void end_object() override;
    void start_array() override;
    void end_array() override;
    void text(std::string_view value) override;
    void number(std::string_view digits) override;
    void word(std::string_view value) override;

private:
    /// What an object or array of the file is.
    enum class In : std::uint8_t {
        root,
        objects,
        features,
        feature,
        geometries,
        geometry,
        properties,
        transform,
        scale,
        translate,
        arcs,
        coordinates,
        arc_numbers,
        crs,
        skipped
    };
    /// What an array of nested arrays has held so far.
    enum class Holds : std::uint8_t { nothing, numbers, positions, rings, polygons };
    struct Frame {
        In in = In::skipped;
        bool array = false;
        bool is_feature = false;     ///< its end is the end of a feature
        bool is_collection = false;  ///< an object of TopoJSON whose geometries are features
        bool began_empty = false;    ///< the first array inside was empty
        Holds holds = Holds::nothing;
    };
    struct OpenGeometry {
        std::string type;
        std::size_t first_polygon = 0;  ///< of it, among those of the feature
    };

    [[nodiscard]] In child_of(const Frame& outer, bool array) const;
    [[nodiscard]] bool inside(In in) const { return !frames_.empty() && frames_.back().in == in; }
    void start_feature(Frame& frame);
    void finish_feature();
    void finish_geometry();
    void finish_nested(const Frame& inner);
    void finish_ring(Frame& outer);
    void finish_polygon();
    void add_coordinate(double value);
    LonLat take_position();
    void add_arc_number(std::int64_t number);
    /// Of the present key, new or not.
    std::size_t field();
    void store(std::string value);
    JsonLayer& layer();

    JsonContent& content_;
    std::vector<Frame> frames_;
    std::vector<OpenGeometry> geometries_;  ///< the innermost last
    std::string key_;                       ///< of the value that comes next
    LonLat position_;
    int coordinates_ = 0;  ///< of the present position
    Ring ring_;
    ArcRing arc_ring_;
    JsonPolygon polygon_;
    std::vector<JsonPolygon> polygons_;  ///< of the present feature
    std::vector<std::string> others_;    ///< of the present feature
    JsonFeature feature_;
};

}  // namespace miraimap
