// SPDX-License-Identifier: MIT
// Distances, contacts and gaps: against plain GEOS over all pairs, and as the data grows.
#include <benchmark/benchmark.h>
#include <geos_c.h>

#include <cmath>
#include <limits>

#include "geo/geometry/geos.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/select/gaps.hpp"
#include "geo/select/neighbourhood.hpp"
#include "geo/select/suggest.hpp"
#include "tests/bench/grown_mosaic.hpp"

namespace miraimap {
namespace {

const BoundarySet& embedded() {
    static const BoundarySet set =
        read_boundaries(MIRAIMAP_ROOT "/data/boundaries/municipalities.gpkg");
    return set;
}

Mosaic grown(int pieces, int copies) { return bench::grown(embedded().mosaic, pieces, copies); }

Catalogue catalogue_for(const Mosaic& mosaic) {
    Catalogue catalogue;
    const auto& real = embedded().catalogue.municipalities;
    for (std::size_t i = 0; i < mosaic.shapes.size(); ++i) {
        catalogue.municipalities.push_back(real[i % real.size()]);
    }
    return catalogue;
}

/// About as many places as are selected in the embedded tables.
std::vector<int> selected_of(std::size_t places) {
    std::vector<int> selected;
    for (std::size_t i = 7; i < places; i += 19) {
        selected.push_back(static_cast<int>(i));
    }
    return selected;
}

void count(benchmark::State& state, const Mosaic& mosaic) {
    state.counters["places"] = static_cast<double>(mosaic.shapes.size());
    state.counters["vertices"] = static_cast<double>(bench::vertices_of(mosaic));
}

/// The plain way: GEOS between every place and every selected one, in one plane.
void nearest_by_geos(benchmark::State& state, bool prepared) {
    const GeosContext geos;
    const double shrink = std::cos(36 * 3.14159265358979 / 180);
    std::vector<GeosContext::Geometry> shapes;
    for (MultiPolygon shape : embedded().mosaic.shapes) {
        for (Polygon& polygon : shape) {
            const auto squeeze = [&](Ring& ring) {
                for (LonLat& p : ring) {
                    p.lon *= shrink;
                }
            };
            squeeze(polygon.shell);
            for (Ring& hole : polygon.holes) {
                squeeze(hole);
            }
        }
        shapes.push_back(geos.multi_polygon(shape));
    }
    const std::vector<int> selected = selected_of(shapes.size());
    for (auto _ : state) {
        double sum = 0;
        for (const auto& from : shapes) {
            const GEOSPreparedGeometry* ready =
                prepared ? GEOSPrepare_r(geos.get(), from.get()) : nullptr;
            double least = std::numeric_limits<double>::infinity();
            for (const int to : selected) {
                const GEOSGeometry* other = shapes[static_cast<std::size_t>(to)].get();
                double distance = 0;
                if (prepared) {
                    GEOSPreparedDistance_r(geos.get(), ready, other, &distance);
                } else {
                    GEOSDistance_r(geos.get(), from.get(), other, &distance);
                }
                least = std::min(least, distance);
            }
            sum += least;
            GEOSPreparedGeom_destroy_r(geos.get(), ready);
        }
        benchmark::DoNotOptimize(sum);
    }
    count(state, embedded().mosaic);
}
void all_pairs_by_geos(benchmark::State& state) { nearest_by_geos(state, false); }
void all_pairs_by_prepared_geos(benchmark::State& state) { nearest_by_geos(state, true); }
BENCHMARK(all_pairs_by_geos)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(all_pairs_by_prepared_geos)->Iterations(1)->Unit(benchmark::kMillisecond);

void growth(benchmark::internal::Benchmark* bench) {
    bench->ArgNames({"vertices_x", "places_x"});
    for (const auto& [pieces, copies] : {std::pair{1, 1}, {10, 1}, {50, 1}, {1, 10}}) {
        bench->Args({pieces, copies});
    }
    bench->Unit(benchmark::kMillisecond);
}

void nearest_boundaries_from_nothing(benchmark::State& state) {
    const Mosaic mosaic = grown(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    const std::vector<int> selected = selected_of(mosaic.shapes.size());
    for (auto _ : state) {
        PlaceDistances distances(mosaic);
        NearestPlaces nearest(distances, selected);
        for (int from = 0; from < static_cast<int>(mosaic.shapes.size()); ++from) {
            benchmark::DoNotOptimize(nearest.by_boundary(from, 1));
        }
    }
    count(state, mosaic);
}
BENCHMARK(nearest_boundaries_from_nothing)->Apply(growth);

void contacts(benchmark::State& state) {
    const Mosaic mosaic = grown(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(find_contacts(mosaic.shapes));
    }
    count(state, mosaic);
}
BENCHMARK(contacts)->Apply(growth);

void sea_links(benchmark::State& state) {
    const Mosaic mosaic = grown(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
    const Contacts found = find_contacts(mosaic.shapes);
    const Adjacency land = land_neighbours(found, mosaic.shapes.size());
    for (auto _ : state) {
        PlaceDistances distances(mosaic);
        benchmark::DoNotOptimize(find_sea_links(land, found, distances));
    }
    count(state, mosaic);
}
BENCHMARK(sea_links)->Apply(growth);

/// What a changed filter costs once neighbours and distances were asked for before.
void after_a_filter_change(benchmark::State& state) {
    const Mosaic mosaic = grown(1, static_cast<int>(state.range(0)));
    const Catalogue catalogue = catalogue_for(mosaic);
    Neighbourhood neighbourhood(catalogue, mosaic);
    std::vector<MunicipalityCoverage> coverage(mosaic.shapes.size());
    for (const int place : selected_of(mosaic.shapes.size())) {
        coverage[static_cast<std::size_t>(place)].grade = Grade::direct;
    }
    const auto answer = [&] {
        const Adjacency& adjacency = neighbourhood.adjacency(true);
        const GapSides sides = gap_sides(catalogue, coverage, {});
        benchmark::DoNotOptimize(find_gaps(catalogue, adjacency, coverage));
        benchmark::DoNotOptimize(nearest_selected(
            neighbourhood.distances(), neighbourhood.contacts(), adjacency, sides.covered));
        benchmark::DoNotOptimize(suggest(sides, adjacency, {5, 1, {}}));
    };
    answer();
    for (auto _ : state) {
        answer();
    }
    count(state, mosaic);
}
BENCHMARK(after_a_filter_change)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace miraimap
