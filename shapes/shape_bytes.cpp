// SPDX-License-Identifier: MIT
#include "shapes/shape_bytes.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "geo/place/prefecture.hpp"

namespace miraimap {

namespace {

using Count = std::uint32_t;

/// A ring that does not follow from its lines is kept point by point.
constexpr Count own_points = 0xFFFFFFFFU;

enum LineFlag : std::uint8_t { between_prefectures = 1, at_junction = 2 };

/// The points of a ring from the first point of its first line on.
void follow(const MapShapes& shapes, const LineRing& uses, MapRing& ring) {
    std::size_t count = 0;
    for (const LineUse use : uses) {
        count += shapes.line(use.line).points.size() - 1;
    }
    ring.clear();
    ring.reserve(count);
    for (const LineUse use : uses) {
        // The last point of a line is the first of the next one.
        const std::vector<MapPoint>& points = shapes.line(use.line).points;
        if (use.forward) {
            ring.insert(ring.end(), points.begin(), points.end() - 1);
        } else {
            ring.insert(ring.end(), points.rbegin(), points.rend() - 1);
        }
    }
}

bool same_bits(MapPoint a, MapPoint b) { return a.x_m == b.x_m && a.y_m == b.y_m; }

/// Where a ring begins in what its lines give; own_points if they give another ring.
Count start_of(const MapRing& ring, const MapRing& followed) {
    if (ring.size() != followed.size()) {
        return own_points;
    }
    for (std::size_t start = 0; start < followed.size(); ++start) {
        if (same_bits(followed[start], ring[0]) &&
            std::equal(followed.begin() + static_cast<std::ptrdiff_t>(start), followed.end(),
                       ring.begin(), same_bits) &&
            std::equal(followed.begin(), followed.begin() + static_cast<std::ptrdiff_t>(start),
                       ring.end() - static_cast<std::ptrdiff_t>(start), same_bits)) {
            return static_cast<Count>(start);
        }
    }
    return own_points;
}

void add_lines(const MapShapes& shapes, ByteWriter& out) {
    const auto each = [&](const auto& act) {
        std::for_each(shapes.borders.begin(), shapes.borders.end(), act);
        std::for_each(shapes.seams.begin(), shapes.seams.end(), act);
    };
    out.add<std::uint64_t>(shapes.line_count());
    out.add<std::uint64_t>(shapes.borders.size());
    each([&](const BorderLine& line) { out.add(static_cast<Count>(line.points.size())); });
    each([&](const BorderLine& line) {
        out.add(line.from);
        out.add(line.to);
        out.add<std::int32_t>(line.left);
        out.add<std::int32_t>(line.right);
        out.add(static_cast<std::uint8_t>((line.between_prefectures ? between_prefectures : 0) |
                                          (line.at_junction ? at_junction : 0)));
        out.add(line.box);
    });
    each([&](const BorderLine& line) { out.add_values(line.points); });
    each([&](const BorderLine& line) { out.add_values(line.weights_m2); });
}

/// Rings of all municipalities, shell first: the lines they follow, and where they begin.
class RingWriter {
public:
    explicit RingWriter(const MapShapes& shapes) : shapes_(shapes) {}

    void write(ByteWriter& out) {
        for (std::size_t i = 0; i < shapes_.municipalities.size(); ++i) {
            const auto& polygons = shapes_.municipalities[i];
            polygons_.push_back(static_cast<Count>(polygons.size()));
            for (std::size_t k = 0; k < polygons.size(); ++k) {
                const LinePolygon& outline = shapes_.outlines[i][k];
                rings_.push_back(static_cast<Count>(polygons[k].holes.size() + 1));
                add(polygons[k].shell, outline.shell);
                for (std::size_t h = 0; h < polygons[k].holes.size(); ++h) {
                    add(polygons[k].holes[h], outline.holes[h]);
                }
            }
        }
        for (const std::vector<Count>* list :
             {&polygons_, &rings_, &use_counts_, &uses_, &starts_, &own_counts_}) {
            out.add_list(*list);
        }
        for (const MapRing* ring : own_) {
            out.add_values(*ring);
        }
    }

private:
    void add(const MapRing& ring, const LineRing& uses) {
        use_counts_.push_back(static_cast<Count>(uses.size()));
        for (const LineUse use : uses) {
            uses_.push_back(use.line << 1U | (use.forward ? 1U : 0U));
        }
        follow(shapes_, uses, followed_);
        starts_.push_back(start_of(ring, followed_));
        if (starts_.back() == own_points) {
            own_counts_.push_back(static_cast<Count>(ring.size()));
            own_.push_back(&ring);
        }
    }

    const MapShapes& shapes_;
    std::vector<Count> polygons_;
    std::vector<Count> rings_;
    std::vector<Count> use_counts_;
    std::vector<Count> uses_;
    std::vector<Count> starts_;
    std::vector<Count> own_counts_;
    std::vector<const MapRing*> own_;
    MapRing followed_;
};

/// What the levels of detail rely on: the ends of a line stay, and three points of a ring.
bool can_be_simplified(const BorderLine& line) {
    const auto stays = [](float weight) { return std::isinf(weight); };
    if (!line.closed_alone()) {
        return stays(line.weights_m2.front()) && stays(line.weights_m2.back());
    }
    constexpr std::ptrdiff_t least = 3;
    return std::count_if(line.weights_m2.begin(), line.weights_m2.end() - 1, stays) >=
           std::min(least, static_cast<std::ptrdiff_t>(line.weights_m2.size()) - 1);
}

void get_lines(ByteReader& in, MapShapes& shapes, std::size_t places) {
    const std::size_t count = in.get_count(sizeof(Count));
    const std::size_t borders = in.get_count(sizeof(Count));
    const auto sizes = in.get_values<Count>(count);
    if (!in.ok() || borders > count) {
        in.fail();
        return;
    }
    shapes.borders.resize(borders);
    shapes.seams.resize(count - borders);
    const auto line = [&](std::size_t i) -> BorderLine& {
        return i < borders ? shapes.borders[i] : shapes.seams[i - borders];
    };
    const auto known = [&](int side, int least) {
        return side >= least && side < static_cast<int>(places);
    };
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        BorderLine& made = line(i);
        made.from = in.get<std::uint32_t>();
        made.to = in.get<std::uint32_t>();
        made.left = in.get<std::int32_t>();
        made.right = in.get<std::int32_t>();
        const auto flags = in.get<std::uint8_t>();
        made.between_prefectures = (flags & between_prefectures) != 0;
        made.at_junction = (flags & at_junction) != 0;
        made.box = in.get<MapBox>();
        if (!known(made.left, 0) || !known(made.right, -1) || sizes[i] < 2) {
            in.fail();
        }
    }
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        line(i).points = in.get_values<MapPoint>(sizes[i]);
    }
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        line(i).weights_m2 = in.get_values<float>(sizes[i]);
        if (in.ok() && !can_be_simplified(line(i))) {
            in.fail();
        }
    }
}

class RingReader {
public:
    RingReader(ByteReader& in, MapShapes& shapes) : in_(in), shapes_(shapes) {}

    void read(std::size_t places) {
        for (std::vector<Count>* list :
             {&polygons_, &rings_, &use_counts_, &uses_, &starts_, &own_counts_}) {
            *list = in_.get_list<Count>();
        }
        if (!in_.ok() || polygons_.size() != places || sum(polygons_) != rings_.size() ||
            sum(rings_) != use_counts_.size() || sum(use_counts_) != uses_.size() ||
            starts_.size() != use_counts_.size()) {
            in_.fail();
            return;
        }
        shapes_.municipalities.resize(places);
        shapes_.outlines.resize(places);
        std::size_t polygon = 0;
        for (std::size_t i = 0; i < places; ++i) {
            shapes_.municipalities[i].resize(polygons_[i]);
            shapes_.outlines[i].resize(polygons_[i]);
            for (std::size_t k = 0; k < polygons_[i] && in_.ok(); ++k) {
                read_polygon(rings_[polygon++], shapes_.municipalities[i][k],
                             shapes_.outlines[i][k]);
            }
        }
        if (own_ != own_counts_.size()) {
            in_.fail();
        }
    }

private:
    static std::uint64_t sum(const std::vector<Count>& counts) {
        std::uint64_t all = 0;
        for (const Count count : counts) {
            all += count;
        }
        return all;
    }

    void read_polygon(Count rings, MapPolygon& polygon, LinePolygon& outline) {
        if (rings == 0) {
            in_.fail();  // no shell
            return;
        }
        read_ring(polygon.shell, outline.shell);
        polygon.holes.resize(rings - 1);
        outline.holes.resize(rings - 1);
        for (std::size_t h = 0; h + 1 < rings && in_.ok(); ++h) {
            read_ring(polygon.holes[h], outline.holes[h]);
        }
    }

    void read_ring(MapRing& ring, LineRing& uses) {
        const Count start = starts_[ring_];
        uses.reserve(use_counts_[ring_]);
        for (Count k = 0; k < use_counts_[ring_]; ++k) {
            const Count use = uses_[use_++];
            if (use >> 1U >= shapes_.line_count()) {
                in_.fail();
                return;
            }
            uses.push_back({use >> 1U, (use & 1U) != 0});
        }
        ++ring_;
        if (start == own_points) {
            if (own_ >= own_counts_.size()) {
                in_.fail();
                return;
            }
            ring = in_.get_values<MapPoint>(own_counts_[own_++]);
        } else {
            follow(shapes_, uses, ring);
            if (start >= ring.size()) {
                in_.fail();
                return;
            }
            std::rotate(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(start),
                        ring.end());
        }
        if (ring.size() < 3) {
            in_.fail();
        }
    }

    ByteReader& in_;
    MapShapes& shapes_;
    std::vector<Count> polygons_;
    std::vector<Count> rings_;
    std::vector<Count> use_counts_;
    std::vector<Count> uses_;
    std::vector<Count> starts_;
    std::vector<Count> own_counts_;
    std::size_t ring_ = 0;
    std::size_t use_ = 0;
    std::size_t own_ = 0;
};

}  // namespace

std::string shapes_to_bytes(const MapShapes& shapes) {
    std::size_t points = 0;
    for (std::uint32_t i = 0; i < shapes.line_count(); ++i) {
        points += shapes.line(i).points.size();
    }
    ByteWriter out;
    constexpr std::size_t about_a_line = 100;
    out.reserve(points * (sizeof(MapPoint) + sizeof(float)) + shapes.line_count() * about_a_line);
    out.add_list(shapes.boxes);
    out.add_list(shapes.label_points);
    out.add_list(shapes.label_radii_m);
    out.add_list(shapes.prefecture_boxes);
    out.add_list(shapes.prefecture_label_points);
    out.add_list(shapes.prefecture_label_radii_m);
    out.add(shapes.extent);
    out.add_list(shapes.unclean);
    add_lines(shapes, out);
    RingWriter(shapes).write(out);
    return out.take();
}

std::optional<MapShapes> shapes_from_bytes(std::string_view bytes, std::size_t places) {
    ByteReader in(bytes);
    MapShapes shapes;
    shapes.boxes = in.get_list<MapBox>();
    shapes.label_points = in.get_list<MapPoint>();
    shapes.label_radii_m = in.get_list<double>();
    shapes.prefecture_boxes = in.get_list<MapBox>();
    shapes.prefecture_label_points = in.get_list<MapPoint>();
    shapes.prefecture_label_radii_m = in.get_list<double>();
    shapes.extent = in.get<MapBox>();
    shapes.unclean = in.get_list<int>();
    if (shapes.boxes.size() != places || shapes.label_points.size() != places ||
        shapes.label_radii_m.size() != places ||
        shapes.prefecture_boxes.size() != prefecture_count ||
        shapes.prefecture_label_points.size() != prefecture_count ||
        shapes.prefecture_label_radii_m.size() != prefecture_count ||
        !std::all_of(shapes.unclean.begin(), shapes.unclean.end(), [&](int place) {
            return place >= 0 && static_cast<std::size_t>(place) < places;
        })) {
        return std::nullopt;
    }
    get_lines(in, shapes, places);
    if (in.ok()) {
        RingReader(in, shapes).read(places);
    }
    return in.at_end() ? std::optional(std::move(shapes)) : std::nullopt;
}

}  // namespace miraimap
