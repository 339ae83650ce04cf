// SPDX-License-Identifier: MIT
#include "shapes/labels.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "geo/place/prefecture.hpp"
#include "shapes/panes.hpp"
#include "shapes/tile_names.hpp"
#include "shapes/tiles.hpp"

namespace miraimap {

namespace {

constexpr double country_scale_m_per_px = 350;  ///< from here on only selected places are named
constexpr double name_reach_m = 75e3;           ///< of a prefecture's name from its middle
constexpr double gap_px = 2;                    ///< between two labels

bool covered(Grade grade) { return grade == Grade::direct || grade == Grade::part; }

/// Rectangles already taken, in a coarse grid.
class TakenBoxes {
public:
    TakenBoxes(double width_px, double height_px)
        : columns_(static_cast<std::size_t>(width_px / cell_px) + 1),
          rows_(static_cast<std::size_t>(height_px / cell_px) + 1),
          cells_(columns_ * rows_) {}

    void add(const PixelBox& box) {
        for_cells(box, [&](std::vector<PixelBox>& cell) {
            cell.push_back(box);
            return false;
        });
    }
    /// @param own_x_px, own_y_px  boxes around this point do not count
    [[nodiscard]] bool hit(const PixelBox& box, double own_x_px = -1, double own_y_px = -1) {
        return for_cells(box, [&](const std::vector<PixelBox>& cell) {
            return std::any_of(cell.begin(), cell.end(), [&](const PixelBox& b) {
                const bool own = own_x_px >= b.left && own_x_px <= b.right && own_y_px >= b.top &&
                                 own_y_px <= b.bottom;
                return !own && b.overlaps(box);
            });
        });
    }

private:
    static constexpr double cell_px = 64;

    template <typename Visit>
    bool for_cells(const PixelBox& box, Visit visit) {
        const auto index = [](double px, std::size_t count) {
            return static_cast<std::size_t>(
                std::clamp(px / cell_px, 0.0, static_cast<double>(count - 1)));
        };
        for (std::size_t r = index(box.top, rows_); r <= index(box.bottom, rows_); ++r) {
            for (std::size_t c = index(box.left, columns_); c <= index(box.right, columns_); ++c) {
                if (visit(cells_[r * columns_ + c])) {
                    return true;
                }
            }
        }
        return false;
    }

    std::size_t columns_;
    std::size_t rows_;
    std::vector<std::vector<PixelBox>> cells_;
};

/// A name that wants a place.
struct Wish {
    MapLabel label;
    MapPoint anchor;
    double radius_m = 0;              ///< of the circle round the anchor that belongs to the place
    bool beside = false;              ///< may stand beside its place, not only on it
    double least_radius_px = 0;       ///< smaller places stay nameless in the main map
    MapBox within;                    ///< the name must lie in here; empty: it need not
    std::vector<MapPoint> elsewhere;  ///< other points of the same place, tried after the anchor
};

class LabelPlacer {
public:
    LabelPlacer(const Scene& scene, const LabelOptions& options)
        : scene_(scene),
          options_(options),
          panes_(panes_of(scene)),
          taken_(scene.view.width_px, scene.view.height_px),
          bodies_(scene.view.width_px, scene.view.height_px) {
        for (const PixelBox& box : options.reserved) {
            taken_.add(box);
        }
        for (const MapMarker& marker : scene.markers) {
            taken_.add(PixelBox::around(marker.x_px, marker.y_px, 2 * marker.radius_px,
                                        2 * marker.radius_px));
        }
    }

    /// Names should not hide the small bodies of other covered places.
    void add_body(MapPoint p, double radius_m) {
        for (const Pane& pane : panes_) {
            const double x = pane.x_px(p);
            const double y = pane.y_px(p);
            if (pane.shows(x, y)) {
                const double side = 2 * std::clamp(radius_m / pane.view->metres_per_px, 2.0, 12.0);
                bodies_.add(PixelBox::around(x, y, side, side));
            }
        }
    }

    /// @returns whether there was room for it
    bool place(Wish wish) {
        if (wish.label.text.empty() || !std::isfinite(wish.anchor.x_m)) {
            return false;
        }
        const auto [width, height] = options_.measure_text(wish.label.text, wish.label.size_px);
        // Strong names are set in bold, which is wider in Latin letters.
        const double bold = wish.label.strong && options_.lang == Lang::en ? 1.09 : 1.02;
        wish.label.width_px = width * bold;
        wish.label.height_px = height;
        // An inset shows its islands better than the main map could.
        for (std::size_t i = panes_.size(); i-- > 0;) {
            if (place_in(panes_[i], wish)) {
                return true;
            }
        }
        return false;
    }

    std::vector<MapLabel> take() { return std::move(labels_); }

private:
    bool place_in(const Pane& pane, const Wish& wish) {
        const double x = pane.x_px(wish.anchor);
        const double y = pane.y_px(wish.anchor);
        // A neighbour of the prefecture in focus is named on whatever part of it is in sight.
        const bool neighbour = pane.inset < 0 && !options_.prefectures.empty() &&
                               wish.label.kind == LabelKind::prefecture;
        if (!neighbour && (!pane.shows(x, y) || (pane.inset < 0 && under_inset(x, y)))) {
            return false;
        }
        if (pane.inset < 0 && wish.radius_m / pane.view->metres_per_px < wish.least_radius_px) {
            return false;  // only where the name fits its place: the map must stay readable
        }
        const auto places = positions(wish, pane, x, y);
        for (const auto& [cx, cy] : places) {
            MapLabel label = wish.label;
            label.x_px = cx;
            label.y_px = cy;
            label.inset = pane.inset;
            if (inside_own(pane, wish, label) && fits(pane, label, x, y)) {
                const PixelBox box = label.box_px();
                taken_.add({box.left - gap_px, box.top - gap_px / 2, box.right + gap_px,
                            box.bottom + gap_px / 2});
                labels_.push_back(std::move(label));
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool under_inset(double x_px, double y_px) const {
        return std::any_of(scene_.insets.begin(), scene_.insets.end(), [&](const Inset& inset) {
            const PixelBox f = inset.frame_px();
            return x_px >= f.left && x_px <= f.right && y_px >= f.top && y_px <= f.bottom;
        });
    }

    /// Places to try, best first.
    [[nodiscard]] static std::vector<std::pair<double, double>> positions(const Wish& wish,
                                                                          const Pane& pane,
                                                                          double x, double y) {
        const double radius = wish.radius_m / pane.view->metres_per_px;
        const double w = wish.label.width_px;
        const double h = wish.label.height_px;
        std::vector<std::pair<double, double>> result;
        // Islands of an inset are small: names stand beside them.
        const bool on_place = !wish.beside && pane.inset < 0;
        if (on_place || wish.label.kind == LabelKind::prefecture) {
            result.emplace_back(x, y);
            for (const MapPoint p : wish.elsewhere) {
                result.emplace_back(pane.x_px(p), pane.y_px(p));
            }
            return result;
        }
        if (radius * 2.2 >= std::hypot(w, h) || radius * 2 >= 1.15 * w) {
            result.emplace_back(x, y);
        }
        const double out = std::min(radius, 0.5 * w + 4) + 3;
        const double disc = radius < seen_from_px ? marker_radius_px + 1 : 0;
        const double dx = std::max(out, disc) + w / 2;
        const double dy = std::max(out - 2, disc) + h / 2;
        result.emplace_back(x + dx, y);
        result.emplace_back(x - dx, y);
        result.emplace_back(x, y - dy);
        result.emplace_back(x, y + dy);
        const double sx = std::max(0.7 * out, disc) + w / 2;
        const double sy = 0.7 * out + h / 2 - 1;
        result.emplace_back(x + sx, y - sy);
        result.emplace_back(x - sx, y - sy);
        result.emplace_back(x + sx, y + sy);
        result.emplace_back(x - sx, y + sy);
        return result;
    }

    static bool inside_own(const Pane& pane, const Wish& wish, const MapLabel& label) {
        return wish.within.empty() || pane.box_px(wish.within).contains(label.box_px());
    }

    bool fits(const Pane& pane, const MapLabel& label, double own_x_px, double own_y_px) {
        const PixelBox box = label.box_px();
        if (!pane.room.contains(box) || taken_.hit(box)) {
            return false;
        }
        if (pane.inset < 0 &&
            std::any_of(scene_.insets.begin(), scene_.insets.end(),
                        [&](const Inset& inset) { return inset.frame_px().overlaps(box); })) {
            return false;
        }
        // A name on another covered place would seem to be that place's name.
        return !bodies_.hit(box, own_x_px, own_y_px);
    }

    const Scene& scene_;
    const LabelOptions& options_;
    std::vector<Pane> panes_;
    TakenBoxes taken_;
    TakenBoxes bodies_;
    std::vector<MapLabel> labels_;
};

bool named(const Municipality& m, const LabelOptions& options) {
    if (m.kind == BodyKind::unassigned) {
        return false;
    }
    return options.prefectures.empty() ||
           std::find(options.prefectures.begin(), options.prefectures.end(), m.prefecture) !=
               options.prefectures.end();
}

const std::string& name_of(const Municipality& m, Lang lang) {
    return lang == Lang::en && !m.name_en.empty() ? m.name_en : m.name_ja;
}

/// The middles of a prefecture's municipalities, nearest to a point first: a name set on any of
/// them still stands on its own prefecture.
std::vector<MapPoint> middles_near(const Catalogue& catalogue, const MapShapes& shapes,
                                   int prefecture, MapPoint centre) {
    std::vector<std::pair<double, MapPoint>> found;
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        const MapPoint p = shapes.label_points[i];
        const double distance = std::hypot(p.x_m - centre.x_m, p.y_m - centre.y_m);
        if (catalogue.municipalities[i].prefecture == prefecture && distance < name_reach_m) {
            found.emplace_back(distance, p);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<MapPoint> points;
    for (const auto& [distance, p] : found) {
        points.push_back(p);
    }
    return points;
}

void place_prefectures(const Catalogue& catalogue, const MapShapes& shapes,
                       const LabelOptions& options, LabelPlacer& placer) {
    for (std::size_t i = 0; i < shapes.prefecture_label_points.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        const bool in_focus = std::find(options.prefectures.begin(), options.prefectures.end(),
                                        number) != options.prefectures.end();
        if (in_focus) {
            continue;  // the title says so
        }
        Wish wish;
        wish.label.text = prefectures()[i].name.in(options.lang);
        wish.label.size_px = 11.5 * options.text_scale;
        wish.label.kind = LabelKind::prefecture;
        wish.anchor = shapes.prefecture_label_points[i];
        wish.radius_m = shapes.prefecture_label_radii_m[i];
        wish.elsewhere = middles_near(catalogue, shapes, number, wish.anchor);
        placer.place(std::move(wish));
    }
}

bool is_chosen(const LabelOptions& options, std::size_t i) {
    return std::find(options.chosen.begin(), options.chosen.end(), static_cast<int>(i)) !=
           options.chosen.end();
}

Wish municipality_wish(const Catalogue& catalogue, const MapShapes& shapes, std::size_t i,
                       Grade grade, const LabelOptions& options) {
    Wish wish;
    const bool strong = covered(grade) || is_chosen(options, i);
    wish.label.text = name_of(catalogue.municipalities[i], options.lang);
    if (options.suffix_of) {
        wish.label.text += options.suffix_of(static_cast<int>(i));
    }
    wish.label.size_px = (strong ? 10.5 : 10.0) * options.text_scale;
    wish.label.kind = strong ? LabelKind::covered : LabelKind::place;
    wish.label.strong = strong;
    wish.label.municipality = static_cast<int>(i);
    wish.anchor = shapes.label_points[i];
    wish.radius_m = shapes.label_radii_m[i];
    wish.beside = strong;
    if (shapes.layout == MapLayout::tiles) {
        // Cells have no sea around them: a name beside its cell would stand on another one.
        wish.beside = false;
        wish.within = shapes.boxes[i];
        return wish;
    }
    // The page of one prefecture should name as many of its places as find room.
    const double least = options.prefectures.size() == 1 ? 5 : 9;
    wish.least_radius_px = strong ? 0 : least * options.text_scale;
    return wish;
}

/// Places of one grade, the ones with most room first.
std::vector<std::size_t> places_of_grade(const Catalogue& catalogue, const MapShapes& shapes,
                                         const std::vector<MunicipalityCoverage>& coverage,
                                         const LabelOptions& options, bool (*wanted)(Grade)) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        if (wanted(coverage[i].grade) && named(catalogue.municipalities[i], options) &&
            !is_chosen(options, i)) {
            places.push_back(i);
        }
    }
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return shapes.label_radii_m[a] > shapes.label_radii_m[b];
    });
    return places;
}

/// Prefectures above their tiles, then the cells that have room for a name.
void place_tile_names(const Catalogue& catalogue, const Scene& scene,
                      const std::vector<MunicipalityCoverage>& coverage,
                      const LabelOptions& options, LabelPlacer& placer) {
    const MapShapes& shapes = *scene.shapes;
    constexpr double least_px = 8.5;
    constexpr double most_px = 13;
    const double strip_px = tile_name_m / scene.view.metres_per_px;
    const double step_px = tile_step_x_m / scene.view.metres_per_px;
    const double size_px = tile_name_size_px(
        std::clamp(strip_px * 0.95, least_px, most_px) * options.text_scale,
        least_px * options.text_scale, step_px, options.lang, options.measure_text);
    for (std::size_t i = 0; i < shapes.prefecture_label_points.size(); ++i) {
        Wish wish;
        const std::string name = tile_name(prefectures()[i], options.lang);
        const TileRoom room = tile_room(i, options.measure_text(name, size_px).first, step_px);
        wish.label.text = fitted_name(name, size_px, room.width_px, options.measure_text);
        wish.label.size_px = size_px;
        wish.label.kind = LabelKind::prefecture;
        wish.anchor = shapes.prefecture_label_points[i];
        wish.radius_m = shapes.prefecture_label_radii_m[i];
        const bool placed =
            std::any_of(room.shifts_px.begin(), room.shifts_px.end(), [&](double shift_px) {
                Wish shifted = wish;
                shifted.anchor.x_m += shift_px * scene.view.metres_per_px;
                return placer.place(std::move(shifted));
            });
        if (!placed) {
            // Something lies over the sea beside it.
            wish.label.text =
                fitted_name(name, size_px, tile_name_room_px(step_px), options.measure_text);
            placer.place(std::move(wish));
        }
    }
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        if (!named(catalogue.municipalities[i], options)) {
            continue;
        }
        Wish wish = municipality_wish(catalogue, shapes, i, coverage[i].grade, options);
        const std::string bare = name_of(catalogue.municipalities[i], options.lang);
        if (!placer.place(wish) && wish.label.text != bare) {
            wish.label.text = bare;  // stripes and legend still tell its classes
            placer.place(std::move(wish));
        }
    }
}

}  // namespace

std::vector<int> named_first(const std::vector<int>& chosen) {
    constexpr std::size_t most = 12;
    return chosen.size() <= most ? chosen : std::vector<int>{};
}

std::vector<MapMarker> place_markers(const Scene& scene,
                                     const std::vector<MunicipalityCoverage>& coverage) {
    std::vector<MapMarker> markers;
    if (scene.shapes->layout == MapLayout::tiles) {
        return markers;  // no cell is tiny beside its neighbours
    }
    const std::vector<Pane> panes = panes_of(scene);
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        const MapPoint p = scene.shapes->label_points[i];
        if (!covered(coverage[i].grade) || !std::isfinite(p.x_m)) {
            continue;
        }
        for (const Pane& pane : panes) {
            const double x = pane.x_px(p);
            const double y = pane.y_px(p);
            const double radius = scene.shapes->label_radii_m[i] / pane.view->metres_per_px;
            if (radius < seen_from_px && pane.shows(x, y)) {
                markers.push_back({static_cast<int>(i), x, y, marker_radius_px, pane.inset});
            }
        }
    }
    return markers;
}

std::vector<MapLabel> place_labels(const Catalogue& catalogue, const Scene& scene,
                                   const std::vector<MunicipalityCoverage>& coverage,
                                   const LabelOptions& options) {
    if (!options.measure_text || scene.view.width_px <= 0 || scene.view.height_px <= 0) {
        return {};
    }
    const MapShapes& shapes = *scene.shapes;
    LabelPlacer placer(scene, options);
    if (shapes.layout == MapLayout::tiles) {
        place_tile_names(catalogue, scene, coverage, options, placer);
        return placer.take();
    }
    const auto direct = places_of_grade(catalogue, shapes, coverage, options,
                                        [](Grade g) { return g == Grade::direct; });
    const auto part = places_of_grade(catalogue, shapes, coverage, options,
                                      [](Grade g) { return g == Grade::part; });
    for (const auto* places : {&direct, &part}) {
        for (const std::size_t i : *places) {
            placer.add_body(shapes.label_points[i], shapes.label_radii_m[i]);
        }
    }
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        if (is_chosen(options, i) && named(catalogue.municipalities[i], options)) {
            placer.place(municipality_wish(catalogue, shapes, i, coverage[i].grade, options));
        }
    }
    for (const auto* places : {&direct, &part}) {
        for (const std::size_t i : *places) {
            placer.place(municipality_wish(catalogue, shapes, i, coverage[i].grade, options));
        }
    }
    place_prefectures(catalogue, shapes, options, placer);
    if (options.prefectures.empty() && scene.view.metres_per_px > country_scale_m_per_px) {
        return placer.take();  // prefectures and selected places say enough
    }
    for (const std::size_t i : places_of_grade(catalogue, shapes, coverage, options, [](Grade g) {
             return g == Grade::prefecture || g == Grade::none;
         })) {
        placer.place(municipality_wish(catalogue, shapes, i, coverage[i].grade, options));
    }
    return placer.take();
}

}  // namespace miraimap
