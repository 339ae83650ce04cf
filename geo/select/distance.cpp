// SPDX-License-Identifier: MIT
#include "geo/select/distance.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "geo/geometry/geodesic_area.hpp"
#include "geo/geometry/representative_point.hpp"

namespace miraimap {
namespace {

constexpr double km_per_m = 1e-3;

std::uint64_t key_of_pair(int a, int b) {
    const auto [low, high] = std::minmax(a, b);
    return (static_cast<std::uint64_t>(low) << 32U) | static_cast<std::uint64_t>(high);
}

/// Places that touch each place, ascending.
Adjacency touching(const Contacts& contacts, std::size_t places) {
    Adjacency all(places);
    for (const Contact& contact : contacts.pairs) {
        all[static_cast<std::size_t>(contact.a)].push_back(contact.b);
        all[static_cast<std::size_t>(contact.b)].push_back(contact.a);
    }
    for (std::vector<int>& one : all) {
        std::sort(one.begin(), one.end());
    }
    return all;
}

/// A found distance may be rounded down by half a millimetre.
constexpr double rounding_km = 5e-7;

std::vector<EarthBox> boundary_boxes(PlaceDistances& distances, const std::vector<int>& places) {
    std::vector<EarthBox> boxes;
    boxes.reserve(places.size());
    for (const int place : places) {
        boxes.push_back(distances.box(place));
    }
    return boxes;
}

EarthBox box_of_point(const EarthPoint* point) {
    EarthBox box;
    if (point != nullptr) {
        const std::array<double, 3> p{point->x, point->y, point->z};
        box.add({p, p});
    }
    return box;
}

std::vector<EarthBox> point_boxes(PlaceDistances& distances, const std::vector<int>& places) {
    std::vector<EarthBox> boxes;
    boxes.reserve(places.size());
    for (const int place : places) {
        boxes.push_back(box_of_point(distances.earth_point_of(place)));
    }
    return boxes;
}

bool nearer(const NearPlace& a, const NearPlace& b) {
    return std::pair(a.distance_km, a.place) < std::pair(b.distance_km, b.place);
}

}  // namespace

PlaceDistances::PlaceDistances(const Mosaic& mosaic)
    : mosaic_(mosaic),
      trees_(mosaic.shapes.size()),
      points_(mosaic.shapes.size()),
      earth_(mosaic.shapes.size()),
      has_point_(mosaic.shapes.size(), 0) {}

const BoundaryTree& PlaceDistances::tree(int place) {
    const auto i = static_cast<std::size_t>(place);
    if (!trees_[i]) {
        trees_[i] = std::make_unique<BoundaryTree>(mosaic_.shapes[i]);
    }
    return *trees_[i];
}

std::optional<NearestPositions> PlaceDistances::nearest(int a, int b) {
    return nearest_positions(tree(a), tree(b));
}

std::optional<double> PlaceDistances::boundary_km(int a, int b) {
    const auto known = known_km_.find(key_of_pair(a, b));
    if (known != known_km_.end()) {
        return known->second;
    }
    const std::optional<NearestPositions> found = nearest(std::min(a, b), std::max(a, b));
    if (!found) {
        return std::nullopt;
    }
    return known_km_[key_of_pair(a, b)] = found->distance_m * km_per_m;
}

const std::optional<LonLat>& PlaceDistances::point(int place) {
    const auto i = static_cast<std::size_t>(place);
    if (has_point_[i] == 0) {
        has_point_[i] = 1;
        points_[i] = representative_point(mosaic_.shapes[i]);
        earth_[i] = points_[i] ? earth_point(*points_[i]) : EarthPoint{};
    }
    return points_[i];
}

std::optional<double> PlaceDistances::point_km(int a, int b) {
    const std::optional<LonLat>& from = point(a);
    const std::optional<LonLat>& to = point(b);
    return from && to ? std::optional(geodesic_distance_km(*from, *to)) : std::nullopt;
}

const EarthPoint* PlaceDistances::earth_point_of(int place) {
    return point(place) ? &earth_[static_cast<std::size_t>(place)] : nullptr;
}

NearestPlaces::NearestPlaces(PlaceDistances& distances, std::vector<int> places)
    : distances_(distances),
      places_(std::move(places)),
      boundaries_(boundary_boxes(distances, places_)),
      points_(point_boxes(distances, places_)) {}

std::vector<NearPlace> NearestPlaces::by_boundary(int from, std::size_t count) {
    std::vector<NearPlace> best;
    const EarthBox here = distances_.box(from);
    if (here.empty() || count == 0) {
        return best;
    }
    boundaries_.each_from(here, [&](int item, double at_least_m) {
        if (best.size() == count && at_least_m * km_per_m > best.back().distance_km + rounding_km) {
            return false;
        }
        const int place = places_[static_cast<std::size_t>(item)];
        const NearPlace found{place, distances_.boundary_km(from, place).value()};
        best.insert(std::upper_bound(best.begin(), best.end(), found, nearer), found);
        if (best.size() > count) {
            best.pop_back();
        }
        return true;
    });
    return best;
}

NearPlace NearestPlaces::by_point(int from) {
    NearPlace best;
    const EarthBox here = box_of_point(distances_.earth_point_of(from));
    if (here.empty()) {
        return best;
    }
    // A chord is never longer than its geodesic: only what the first one leaves open is measured.
    points_.each_from(here, [&](int item, double at_least_m) {
        if (best.place >= 0 && at_least_m * km_per_m > best.distance_km) {
            return false;
        }
        const int place = places_[static_cast<std::size_t>(item)];
        const NearPlace found{place, distances_.point_km(from, place).value()};
        if (best.place < 0 || nearer(found, best)) {
            best = found;
        }
        return true;
    });
    return best;
}

Steps steps_to_nearest(const Adjacency& adjacency, const std::vector<int>& sources) {
    Steps steps{std::vector<int>(adjacency.size(), -1), std::vector<int>(adjacency.size(), -1)};
    // Ascending sources make the queue ascending by source within each distance, so the first to
    // reach a place is the lowest.
    std::vector<int> queue(sources);
    for (const int source : sources) {
        steps.borders[static_cast<std::size_t>(source)] = 0;
        steps.nearest[static_cast<std::size_t>(source)] = source;
    }
    for (std::size_t head = 0; head < queue.size(); ++head) {
        const auto here = static_cast<std::size_t>(queue[head]);
        for (const int next : adjacency[here]) {
            const auto n = static_cast<std::size_t>(next);
            if (steps.borders[n] < 0) {
                steps.borders[n] = steps.borders[here] + 1;
                steps.nearest[n] = steps.nearest[here];
                queue.push_back(next);
            }
        }
    }
    return steps;
}

DistanceSummary summary_of(const std::vector<Nearness>& nearness, const std::vector<int>& places,
                           const CityWards* city_wards) {
    DistanceSummary summary;
    double farthest_km = -1;
    for (const int place : places) {
        const NearPlace& near = nearness[static_cast<std::size_t>(place)].boundary;
        const int bodies = bodies_of(city_wards, place);
        summary.places += bodies;
        if (near.place < 0) {
            continue;
        }
        summary.measured += bodies;
        summary.touching += near.distance_km == 0 ? bodies : 0;
        summary.sum_km += bodies * near.distance_km;
        if (near.distance_km > farthest_km) {
            farthest_km = near.distance_km;
            summary.farthest = place;
        }
    }
    return summary;
}

std::vector<Nearness> nearest_selected(PlaceDistances& distances, const Contacts& contacts,
                                       const Adjacency& adjacency,
                                       const std::vector<int>& selected) {
    const std::size_t n = adjacency.size();
    const Steps steps = steps_to_nearest(adjacency, selected);
    const Adjacency touch = touching(contacts, n);
    std::vector<char> is_selected(n, 0);
    for (const int place : selected) {
        is_selected[static_cast<std::size_t>(place)] = 1;
    }
    NearestPlaces nearest(distances, selected);
    std::vector<Nearness> all(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto place = static_cast<int>(i);
        Nearness& nearness = all[i];
        nearness.borders = steps.borders[i];
        nearness.border_place = steps.nearest[i];
        if (is_selected[i] != 0) {
            nearness.boundary = {place, 0};
            nearness.point = {place, 0};
            continue;
        }
        nearness.point = nearest.by_point(place);
        const auto neighbour = std::find_if(touch[i].begin(), touch[i].end(), [&](int other) {
            return is_selected[static_cast<std::size_t>(other)] != 0;
        });
        if (neighbour != touch[i].end()) {
            nearness.boundary = {*neighbour, 0};
            continue;
        }
        const std::vector<NearPlace> found = nearest.by_boundary(place, 1);
        if (!found.empty()) {
            nearness.boundary = found.front();
        }
    }
    return all;
}

}  // namespace miraimap
