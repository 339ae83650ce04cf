// SPDX-License-Identifier: MIT
// Steps of the pipeline on the embedded data: what a start costs and what a filter change costs.
#include <benchmark/benchmark.h>

#include "app/core/snapshot.hpp"
#include "geo/geometry/shared_borders.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/select/gaps.hpp"
#include "shapes/map_shapes.hpp"
#include "shapes/picking.hpp"
#include "shapes/tessellate.hpp"

namespace miraimap {
namespace {

Request embedded_request() {
    Request request;
    request.data = std::filesystem::path(MIRAIMAP_ROOT) / "data";
    return request;
}

const std::shared_ptr<const World>& world() {
    static const std::shared_ptr<const World> loaded = load_world(embedded_request());
    return loaded;
}

const std::shared_ptr<const MapShapes>& shapes() {
    static const auto made = std::make_shared<const MapShapes>(
        make_map_shapes(world()->catalogue, world()->mosaic, Projection::equal_area_japan()));
    return made;
}

void read_names_and_areas(benchmark::State& state) {
    for (auto unused : state) {
        benchmark::DoNotOptimize(read_boundaries(boundary_file(embedded_request()),
                                                 {.geometry = false, .validity = false}));
    }
}
BENCHMARK(read_names_and_areas)->Unit(benchmark::kMillisecond);

void read_with_geometry(benchmark::State& state) {
    for (auto unused : state) {
        benchmark::DoNotOptimize(read_boundaries(boundary_file(embedded_request())));
    }
}
BENCHMARK(read_with_geometry)->Unit(benchmark::kMillisecond);

void build_the_resolver(benchmark::State& state) {
    for (auto unused : state) {
        const Resolver resolver(world()->catalogue, embedded_request().data / "names");
        benchmark::DoNotOptimize(&resolver);
    }
}
BENCHMARK(build_the_resolver)->Unit(benchmark::kMillisecond);

void change_a_filter(benchmark::State& state) {
    Request request = embedded_request();
    request.filter.technologies = {Technology::automated_driving};
    for (auto unused : state) {
        benchmark::DoNotOptimize(make_snapshot(request, world()));
    }
}
BENCHMARK(change_a_filter)->Unit(benchmark::kMillisecond);

void find_all_borders(benchmark::State& state) {
    for (auto unused : state) {
        benchmark::DoNotOptimize(find_borders(world()->mosaic.shapes));
    }
}
BENCHMARK(find_all_borders)->Unit(benchmark::kMillisecond);

void outline_the_prefectures(benchmark::State& state) {
    std::vector<int> group;
    for (const Municipality& m : world()->catalogue.municipalities) {
        group.push_back(m.prefecture - 1);
    }
    for (auto unused : state) {
        benchmark::DoNotOptimize(dissolve(world()->mosaic.shapes, group, 47));
    }
}
BENCHMARK(outline_the_prefectures)->Unit(benchmark::kMillisecond);

void project_the_map(benchmark::State& state) {
    for (auto unused : state) {
        benchmark::DoNotOptimize(
            make_map_shapes(world()->catalogue, world()->mosaic, Projection::equal_area_japan()));
    }
}
BENCHMARK(project_the_map)->Unit(benchmark::kMillisecond);

void cut_all_triangles(benchmark::State& state) {
    for (auto unused : state) {
        std::size_t triangles = 0;
        for (const auto& parts : shapes()->municipalities) {
            for (const MapPolygon& polygon : parts) {
                triangles += tessellate(polygon).corners.size() / 3;
            }
        }
        state.counters["triangles"] = static_cast<double>(triangles);
    }
}
BENCHMARK(cut_all_triangles)->Unit(benchmark::kMillisecond);

void pick_a_place(benchmark::State& state) {
    const Picker picker(*shapes());
    const MapBox& box = shapes()->extent;
    std::size_t i = 0;
    for (auto unused : state) {
        ++i;
        const MapPoint p{
            box.min_x_m + box.width_m() * static_cast<double>(i * 7919 % 10007) / 10007,
            box.min_y_m + box.height_m() * static_cast<double>(i * 104729 % 9973) / 9973};
        benchmark::DoNotOptimize(picker.at(p));
    }
}
BENCHMARK(pick_a_place);

}  // namespace
}  // namespace miraimap
