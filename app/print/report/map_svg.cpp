// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <numeric>

#include "app/print/report/html.hpp"
#include "app/print/report/parts.hpp"
#include "shapes/outline.hpp"

namespace miraimap::report {
namespace {

constexpr double units_per_px = 10;    // integer coordinates, a tenth of a px each
constexpr double tolerance_px = 0.12;  // lines are simplified to this at the page's own size

struct Unit {
    long x = 0;
    long y = 0;
    friend bool operator==(const Unit&, const Unit&) = default;
};

long units(double px) { return std::lround(px * units_per_px); }

/// Appends ` dx dy` as short as SVG allows.
void append_step(std::string& path, long dx, long dy) {
    if (path.back() != 'l' && dx >= 0) {
        path += ' ';
    }
    path += std::to_string(dx);
    if (dy >= 0) {
        path += ' ';
    }
    path += std::to_string(dy);
}

/// One view of the land (the main map or an inset) as paths.
class LandView {
public:
    LandView(const PageQuestion& page, const View& view, double left_px, double top_px)
        : page_(page),
          view_(view),
          left_px_(left_px),
          top_px_(top_px),
          detail_(simplify_borders(*page.scene.shapes, view.box(),
                                   view.metres_per_px * tolerance_px)) {}

    /// A path for each municipality in the view, and the lines above them.
    [[nodiscard]] std::string svg() const {
        const MapShapes& shapes = *page_.scene.shapes;
        std::vector<int> own(shapes.municipalities.size());
        std::iota(own.begin(), own.end(), 0);
        std::string svg;
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (!view_.box().overlaps(shapes.boxes[i])) {
                continue;
            }
            const auto index = static_cast<int>(i);
            std::string path;
            for (const MapRing& ring : trace_outlines(shapes, detail_, own, index)) {
                append_line(path, ring, true);
            }
            if (path.empty()) {
                path = speck(i);
            }
            svg += fmt::format("<path class=\"m g{}\" data-m=\"{}\" d=\"{}\"/>\n",
                               page_.scene.class_of[i], i, path);
        }
        return svg + lines();
    }

private:
    [[nodiscard]] Unit unit(MapPoint p) const {
        return {units(left_px_ + view_.x_px(p)), units(top_px_ + view_.y_px(p))};
    }

    void append_line(std::string& path, const std::vector<MapPoint>& points, bool closed) const {
        std::vector<Unit> kept;
        for (const MapPoint p : points) {
            const Unit u = unit(p);
            if (kept.empty() || kept.back() != u) {
                kept.push_back(u);
            }
        }
        if (kept.size() < (closed ? 3U : 2U)) {
            return;
        }
        path += fmt::format("M{} {}l", kept[0].x, kept[0].y);
        for (std::size_t i = 1; i < kept.size(); ++i) {
            append_step(path, kept[i].x - kept[i - 1].x, kept[i].y - kept[i - 1].y);
        }
        path += closed ? "z" : "";
    }

    /// A municipality smaller than the detail is still a place to point at.
    [[nodiscard]] std::string speck(std::size_t municipality) const {
        const MapPoint p = page_.scene.shapes->label_points[municipality];
        if (!std::isfinite(p.x_m)) {
            return "M0 0";
        }
        const Unit u = unit(p);
        return fmt::format("M{} {}h6v6h-6z", u.x - 3, u.y - 3);
    }

    [[nodiscard]] std::string lines() const {
        const MapShapes& shapes = *page_.scene.shapes;
        std::string prefectures;
        std::string coast;
        for (std::size_t i = 0; i < shapes.borders.size(); ++i) {
            const BorderLine& border = shapes.borders[i];
            const bool seen =
                view_.box().overlaps(shapes.boxes[static_cast<std::size_t>(border.left)]);
            if (seen && border.between_prefectures && !border.coast()) {
                append_line(prefectures, detail_.lines[i], false);
            } else if (seen && border.coast()) {
                append_line(coast, detail_.lines[i], false);
            }
        }
        return fmt::format("<path class=\"coast\" d=\"{}\"/>\n<path class=\"pref\" d=\"{}\"/>\n",
                           coast, prefectures);
    }

    const PageQuestion& page_;
    const View& view_;
    double left_px_;
    double top_px_;
    LineDetail detail_;
};

/// A round length that fits into the given one, in metres.
double round_length_m(double longest_m) {
    const double power = std::pow(10, std::floor(std::log10(longest_m)));
    for (const double step : {5.0, 2.0, 1.0}) {
        if (step * power <= longest_m) {
            return step * power;
        }
    }
    return power;
}

std::string scale_bar(const View& view, double left_px, double bottom_px, double longest_px) {
    const double length_m = round_length_m(longest_px * view.ground_m_per_px());
    const long x = units(left_px);
    const long y = units(bottom_px);
    const long width = units(length_m / view.ground_m_per_px());
    return fmt::format(
        "<path class=\"bar\" d=\"M{0} {1}v40h{2}v-40\"/>"
        "<text class=\"scale\" x=\"{3}\" y=\"{4}\">{5} km</text>\n",
        x, y - 40, width, x + width + 50, y, thousands(length_m / 1000));
}

std::string inset_svg(const PageQuestion& page, std::size_t index) {
    const Inset& inset = page.scene.insets[index];
    const PixelBox box = inset.frame_px();
    const std::string frame =
        fmt::format("x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", units(box.left), units(box.top),
                    units(inset.view.width_px), units(inset.view.height_px));
    return fmt::format(
               "<clipPath id=\"inset-{0}\"><rect {1}/></clipPath>\n<rect class=\"sea\" {1}/>\n"
               "<g clip-path=\"url(#inset-{0})\">\n{2}</g>\n<rect class=\"frame\" {1}/>\n"
               "<text class=\"inset-name\" x=\"{3}\" y=\"{4}\">{5}</text>\n",
               index, frame, LandView(page, inset.view, box.left, box.top).svg(),
               units(box.left + 7), units(box.top + 16), escape_html(page.say(inset.name))) +
           scale_bar(inset.view, box.left + 8, box.bottom - 8, inset.view.width_px * 0.4);
}

/// Discs for small covered places; the script shows those that its filter leaves.
std::string rings_svg(const Scene& scene) {
    std::string svg = "<g id=\"rings\">\n";
    for (const MapMarker& marker : scene.markers) {
        svg += fmt::format(
            "<circle data-m=\"{}\" class=\"ring\" cx=\"{}\" cy=\"{}\" style=\"--r:{}\"/>\n",
            marker.municipality, units(marker.x_px), units(marker.y_px), units(marker.radius_px));
    }
    return svg + "</g>\n";
}

std::string names_svg(const Scene& scene) {
    std::string svg = "<g id=\"names\" aria-hidden=\"true\">\n";
    for (const MapLabel& label : scene.labels) {
        const char* kind = label.kind == LabelKind::prefecture ? "of-pref"
                           : label.kind == LabelKind::covered  ? "of-covered"
                                                               : "of-place";
        const std::string place =
            label.municipality < 0 ? "" : fmt::format(" data-l=\"{}\"", label.municipality);
        svg += fmt::format(
            "<text class=\"name {}\"{} x=\"{}\" y=\"{}\" style=\"--s:{}\">{}</text>\n", kind, place,
            units(label.x_px), units(label.y_px), units(label.size_px), escape_html(label.text));
    }
    return svg + "</g>\n";
}

}  // namespace

std::string map_svg(const PageQuestion& page) {
    const Scene& scene = page.scene;
    const long width = units(map_width_px);
    const long height = units(map_height_px);
    std::string svg = fmt::format(
        "<svg id=\"map\" viewBox=\"0 0 {0} {1}\" role=\"img\" aria-label=\"{2}\" "
        "aria-describedby=\"in-words\">\n<rect class=\"sea\" width=\"{0}\" height=\"{1}\"/>\n",
        width, height,
        escape_html(
            page.say({"市区町村の選定状況の地図。同じ内容は下の表にもある",
                      "Map of the municipalities' grades; the tables below say the same"})));
    svg += "<g id=\"land\">\n" + LandView(page, scene.view, 0, 0).svg() + "</g>\n";
    for (std::size_t i = 0; i < scene.insets.size(); ++i) {
        svg += inset_svg(page, i);
    }
    svg += scale_bar(scene.view, 14, map_height_px - 14, 160);
    svg += "<path id=\"hovered\" d=\"\"/>\n<path id=\"chosen\" d=\"\"/>\n";
    return svg + rings_svg(scene) + names_svg(scene) + "</svg>\n";
}

}  // namespace miraimap::report
