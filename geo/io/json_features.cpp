// SPDX-License-Identifier: MIT
#include "geo/io/json_features.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

namespace miraimap {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
/// No file has so many arcs: stands where an arc number should.
constexpr std::int64_t no_arc = std::numeric_limits<std::int64_t>::max();

double to_double(std::string_view digits) {
    double value = not_a_number;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return result.ec == std::errc() ? value : not_a_number;
}

std::optional<std::int64_t> to_integer(std::string_view digits) {
    std::int64_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto result = std::from_chars(digits.data(), end, value);
    if (result.ec != std::errc() || result.ptr != end) {
        return std::nullopt;
    }
    return value;
}

/// As it stands, but a whole number without a fraction: programs write codes as 1101.0.
std::string number_text(std::string_view digits) {
    if (digits.find_first_of(".eE") != std::string_view::npos) {
        const double value = to_double(digits);
        if (std::abs(value) < 1e15 && value == std::trunc(value)) {
            return fmt::format("{:.0f}", value);
        }
    }
    return std::string(digits);
}

}  // namespace

JsonFeatureReader::In JsonFeatureReader::child_of(const Frame& outer, bool array) const {
    if (outer.array) {
        switch (outer.in) {
            case In::features:
                return array ? In::skipped : In::feature;
            case In::geometries:
                return array ? In::skipped : In::geometry;
            case In::arcs:
            case In::coordinates:
            case In::arc_numbers:
                return array ? outer.in : In::skipped;
            default:
                return In::skipped;
        }
    }
    struct Member {
        In outer;
        bool array;
        std::string_view key;
        In child;
    };
    static constexpr Member members[] = {
        {In::root, true, "features", In::features},
        {In::root, false, "objects", In::objects},
        {In::root, true, "arcs", In::arcs},
        {In::root, false, "transform", In::transform},
        {In::root, false, "crs", In::crs},
        {In::root, false, "geometry", In::geometry},
        {In::root, false, "properties", In::properties},
        {In::objects, false, "", In::geometry},
        {In::feature, false, "geometry", In::geometry},
        {In::feature, false, "properties", In::properties},
        {In::geometry, false, "properties", In::properties},
        {In::geometry, true, "coordinates", In::coordinates},
        {In::geometry, true, "arcs", In::arc_numbers},
        {In::geometry, true, "geometries", In::geometries},
        {In::transform, true, "scale", In::scale},
        {In::transform, true, "translate", In::translate},
        {In::crs, false, "properties", In::crs},
    };
    for (const Member& member : members) {
        if (member.outer == outer.in && member.array == array &&
            (member.key == key_ || member.key.empty())) {
            return member.child;
        }
    }
    return In::skipped;
}

JsonLayer& JsonFeatureReader::layer() {
    if (content_.layers.empty()) {
        content_.layers.emplace_back();
    }
    return content_.layers.back();
}

void JsonFeatureReader::start_object() {
    Frame frame;
    frame.in = In::root;
    if (!frames_.empty()) {
        Frame& outer = frames_.back();
        frame.in = child_of(outer, false);
        const bool member_of_collection =
            outer.in == In::geometries && outer.array && frames_[frames_.size() - 2].is_collection;
        if (outer.in == In::objects && frame.in == In::geometry) {
            content_.topology = true;
            content_.layers.emplace_back().name = key_;
            start_feature(frame);
        } else if (frame.in == In::feature || member_of_collection) {
            start_feature(frame);
        } else if (outer.in == In::root && !outer.is_feature &&
                   (frame.in == In::geometry || frame.in == In::properties)) {
            start_feature(outer);  // a file that is one feature
        }
    }
    if (frame.in == In::geometry) {
        geometries_.push_back({"", polygons_.size()});
    }
    frames_.push_back(frame);
}

void JsonFeatureReader::start_array() {
    Frame frame;
    frame.array = true;
    if (!frames_.empty()) {
        Frame& outer = frames_.back();
        frame.in = child_of(outer, true);
        if (frame.in == In::geometries && frames_.size() > 1 &&
            frames_[frames_.size() - 2].in == In::objects) {
            outer.is_collection = true;
            outer.is_feature = false;
        } else if (frame.in == In::features) {
            layer();
        }
    }
    frames_.push_back(frame);
}

void JsonFeatureReader::end_object() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame.in == In::geometry) {
        finish_geometry();
    }
    if (frame.is_feature) {
        finish_feature();
    }
}

void JsonFeatureReader::end_array() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    if (frame.in == In::scale) {
        content_.scale = take_position();
    } else if (frame.in == In::translate) {
        content_.translate = take_position();
    } else if (frame.in == In::arcs || frame.in == In::coordinates || frame.in == In::arc_numbers) {
        finish_nested(frame);
    }
}

void JsonFeatureReader::finish_nested(const Frame& inner) {
    Frame& outer = frames_.back();
    const bool of_arcs = inner.in == In::arcs;
    const bool is_arc = of_arcs && outer.array && frames_[frames_.size() - 2].in == In::root;
    if (inner.holds == Holds::numbers && inner.in != In::arc_numbers) {
        (of_arcs ? content_.arc_vertices : ring_).push_back(take_position());
        outer.holds = Holds::positions;
    } else if (is_arc) {
        content_.arc_ends.push_back(content_.arc_vertices.size());
    } else if (of_arcs) {
        return;
    } else if (inner.holds == Holds::numbers || inner.holds == Holds::positions) {
        if (outer.array) {
            finish_ring(outer);
        }
        ring_.clear();
        arc_ring_.clear();
    } else if (inner.holds == Holds::rings) {
        finish_polygon();
        outer.holds = Holds::polygons;
    } else if (inner.holds == Holds::nothing) {
        outer.began_empty = outer.began_empty || outer.holds == Holds::nothing;
    }
}

void JsonFeatureReader::finish_ring(Frame& outer) {
    const bool first = outer.holds == Holds::nothing;
    outer.holds = Holds::rings;
    const auto add = [&](auto& rings, auto& ring) {
        if (first && outer.began_empty) {
            rings.emplace_back();  // a shell without vertices, whose holes are no land
        }
        rings.push_back(std::move(ring));
    };
    if (outer.in == In::coordinates) {
        add(polygon_.rings, ring_);
    } else {
        add(polygon_.arc_rings, arc_ring_);
    }
}

void JsonFeatureReader::finish_polygon() {
    polygons_.push_back(std::move(polygon_));
    polygon_ = {};
}

void JsonFeatureReader::start_feature(Frame& frame) {
    frame.is_feature = true;
    JsonFeature fresh;
    if (frame.in == In::root) {
        fresh.id = feature_.id;  // which may stand before what makes the file a feature
    }
    feature_ = std::move(fresh);
    polygons_.clear();
    others_.clear();
}

void JsonFeatureReader::finish_geometry() {
    const OpenGeometry geometry = std::move(geometries_.back());
    geometries_.pop_back();
    const bool has_polygons = polygons_.size() > geometry.first_polygon;
    const bool good = geometry.type == "Polygon" || geometry.type == "MultiPolygon" ||
                      geometry.type == "GeometryCollection" ||
                      (geometry.type.empty() && !has_polygons);
    if (!good) {
        polygons_.resize(geometry.first_polygon);
        others_.push_back(geometry.type.empty() ? "?" : geometry.type);
    }
    ring_.clear();
    arc_ring_.clear();
    polygon_ = {};
}

void JsonFeatureReader::finish_feature() {
    if (inside(In::objects) || inside(In::geometries)) {
        feature_.arcs = std::move(polygons_);
        feature_.others = std::move(others_);
    } else {
        ShapeBuilder builder;
        bool foreign = false;
        for (JsonPolygon& polygon : polygons_) {
            foreign = foreign || !polygon.arc_rings.empty();
            builder.add_polygon(std::move(polygon.rings));
        }
        if (foreign) {
            builder.add_foreign(false);
        }
        for (const std::string& type : others_) {
            builder.add_other(type);
        }
        feature_.shape = builder.take();
    }
    layer().features.push_back(std::move(feature_));
    feature_ = {};
    polygons_.clear();
    others_.clear();
}

void JsonFeatureReader::key(std::string_view name) {
    key_.assign(name);
    if (inside(In::crs) && (name == "href" || name == "url" || name == "link")) {
        content_.crs_is_link = true;
    }
}

void JsonFeatureReader::text(std::string_view value) {
    if (frames_.empty()) {
        return;
    }
    const Frame& frame = frames_.back();
    if (frame.in == In::properties) {
        store(std::string(value));
    } else if (frame.in == In::geometry && key_ == "type") {
        geometries_.back().type.assign(value);
    } else if (frame.in == In::root && key_ == "type") {
        content_.topology = content_.topology || value == "Topology";
    } else if (frame.in == In::root && key_ == "name") {
        content_.name.assign(value);
    } else if (frame.in == In::crs && key_ == "name") {
        content_.crs.assign(value);
    } else if (frame.in == In::crs && key_ == "type" && value == "link") {
        content_.crs_is_link = true;
    } else if (frame.in == In::arc_numbers) {
        add_arc_number(no_arc);
    } else if (frame.array) {
        add_coordinate(not_a_number);
    }
}

void JsonFeatureReader::number(std::string_view digits) {
    if (frames_.empty()) {
        return;
    }
    Frame& frame = frames_.back();
    if (frame.in == In::properties) {
        store(number_text(digits));
    } else if (frame.in == In::arc_numbers) {
        add_arc_number(to_integer(digits).value_or(no_arc));
    } else if (frame.array) {
        add_coordinate(to_double(digits));
    } else if ((frame.is_feature || frame.in == In::root) && key_ == "id") {
        feature_.id = to_integer(digits);
    }
}

void JsonFeatureReader::word(std::string_view value) {
    if (inside(In::properties)) {
        if (value == "null") {
            field();
        } else {
            store(value == "true" ? "1" : "0");
        }
    } else if (!frames_.empty() && frames_.back().array) {
        text(value);
    }
}

void JsonFeatureReader::add_coordinate(double value) {
    Frame& frame = frames_.back();
    if (frame.in != In::coordinates && frame.in != In::arcs && frame.in != In::scale &&
        frame.in != In::translate) {
        return;
    }
    frame.holds = Holds::numbers;
    if (coordinates_ == 0) {
        position_.lon = value;
    } else if (coordinates_ == 1) {
        position_.lat = value;
    }
    ++coordinates_;
}

LonLat JsonFeatureReader::take_position() {
    const LonLat taken{coordinates_ > 0 ? position_.lon : not_a_number,
                       coordinates_ > 1 ? position_.lat : not_a_number};
    coordinates_ = 0;
    return taken;
}

void JsonFeatureReader::add_arc_number(std::int64_t number) {
    frames_.back().holds = Holds::numbers;
    arc_ring_.push_back(number);
}

std::size_t JsonFeatureReader::field() {
    JsonLayer& at = layer();
    const auto [found, is_new] = at.field_of.try_emplace(key_, at.fields.size());
    if (is_new) {
        at.fields.push_back(key_);
    }
    return found->second;
}

void JsonFeatureReader::store(std::string value) {
    feature_.values.emplace_back(field(), std::move(value));
}

}  // namespace miraimap
