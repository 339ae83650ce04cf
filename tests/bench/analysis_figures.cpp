// SPDX-License-Identifier: MIT
// Measures what decisions are made from (gaps, distances, examples, suggestions), in rows of
// tests/bench/analysis.
//
//   analysis_figures rows N03   one line a figure: what, measured, baseline, ratio, target, met
//   analysis_figures growth     a table of the cost as the embedded set grows, in Markdown
#include <fmt/format.h>
#include <geos_c.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <iostream>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "app/core/map_picture.hpp"
#include "app/gui/analysis_state.hpp"
#include "app/gui/facets.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/select/suggest.hpp"
#include "tests/bench/grown_mosaic.hpp"

namespace miraimap::bench {
namespace {

using Clock = std::chrono::steady_clock;
const std::filesystem::path data_folder = std::filesystem::path(MIRAIMAP_ROOT) / "data";

template <typename Act>
double time_ms(const Act& act) {
    const auto from = Clock::now();
    act();
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

template <typename Act>
double least_ms(int rounds, const Act& act) {
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < rounds; ++i) {
        least = std::min(least, time_ms(act));
    }
    return least;
}

void row(const std::string& what, const std::string& measured, const std::string& baseline,
         double figure, double target, const std::string& unit) {
    std::cout << fmt::format("{}\t{}\t{}\t{:.3g} {}\t<= {:.3g} {}\t{}\n", what, measured, baseline,
                             figure, unit, target, unit, figure <= target ? "met" : "NOT MET")
              << std::flush;
}

std::string in_ms(double ms) { return fmt::format("{:.1f} ms", ms); }

// ---- one frame

/// Filters as a meeting tries them one after the other.
std::vector<Filter> filters() {
    std::vector<Filter> all(1);
    for (const char* years : {"H30", "R1", "R2", "R3", "R4", "R1..R3"}) {
        add_years(years, all.emplace_back());
    }
    for (int i = 0; i < technology_count; ++i) {
        all.emplace_back().technologies = {static_cast<Technology>(i)};
    }
    for (int i = 0; i < programme_count; ++i) {
        all.emplace_back().programmes = {static_cast<Programme>(i)};
    }
    for (const int prefecture : {1, 13, 29, 47}) {
        all.emplace_back().prefectures = {prefecture};
    }
    return all;
}

/// A table of the reader with a figure for every place.
std::shared_ptr<const UserTable> area_table(const World& world) {
    auto table = std::make_shared<UserTable>();
    table->file = "areas.csv";
    table->figure = "area";
    for (std::size_t i = 0; i < world.catalogue.municipalities.size(); ++i) {
        const Municipality& m = world.catalogue.municipalities[i];
        table->rows.push_back({static_cast<int>(i) + 2,
                               m.code,
                               static_cast<int>(i),
                               fmt::format("{:.2f}", m.area_km2),
                               RowOutcome::matched,
                               {"一致", "matched"}});
        table->figures.push_back(m.area_km2);
    }
    table->count[0] = static_cast<int>(table->rows.size());
    return table;
}

struct Frame {
    double median_ms = 0;
    double worst_ms = 0;
};

/// Everything that a changed filter makes the window compute: counts, facets, classes of the map,
/// and the answers of all panels with a chosen place, a project, supposed places and a table.
/// The least of the rounds of each filter counts.
Frame measure_frames(const std::shared_ptr<const World>& world, Analyst& analyst, int rounds) {
    const auto table = area_table(*world);
    const auto ikaruga = world->catalogue.find("29344");
    const std::vector<Filter> tried = filters();
    std::vector<double> times(tried.size(), std::numeric_limits<double>::infinity());
    for (int i = 0; i < rounds; ++i) {
        for (std::size_t f = 0; f < tried.size(); ++f) {
            const Filter& filter = tried[f];
            Request request;
            request.data = data_folder;
            request.filter = filter;
            request.what_if = {"29209", "29207"};
            request.sea_links = i % 2 == 0;
            request.colour = MapColour::distance;
            const double spent = time_ms([&] {
                const Snapshot snapshot = make_snapshot(request, world, table);
                const gui::Facets facets = gui::count_facets(filter, *world);
                gui::AnalysisQuestion question{ikaruga.value_or(0), -1, {ikaruga.value_or(0)}};
                for (const Passed& passed : snapshot.passed) {
                    const auto selection = static_cast<std::size_t>(passed.selection);
                    if (question.selection < 0 && !holders_of(*world, selection).empty()) {
                        question.selection = passed.selection;
                    }
                }
                const gui::AnalysisAnswer answer = gui::analyse(analyst, snapshot, question);
                const Classification classes =
                    classify_map(snapshot, answer.nearness, Theme::light);
                if (classes.class_of.empty() || facets.all == 0) {
                    std::cerr << "nothing was computed\n";
                }
            });
            times[f] = std::min(times[f], spent);
        }
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

void frame_rows(const std::string& name, const std::string& file) {
    Request request;
    request.data = data_folder;
    request.boundaries = file;
    const std::shared_ptr<const World> world = load_world(request);
    Analyst analyst(world);
    Frame first;
    const double cold = time_ms([&] {
        request.sea_links = true;
        static_cast<void>(analyst.nearness(make_snapshot(request, world)));
        static_cast<void>(analyst.neighbourhood().shores());
    });
    first = measure_frames(world, analyst, 1);
    const Frame again = measure_frames(world, analyst, 9);
    row(name + ": neighbours and distances, the first time", in_ms(cold), "-", cold, 1000, "ms");
    std::cout << fmt::format(
        "{}: all panels, distances of a new filter included: median\t{}\t-\t{}"
        "\t-\t-\n",
        name, in_ms(first.median_ms), in_ms(first.median_ms));
    row(name + ": all panels after a filter change: median", in_ms(again.median_ms), "-",
        again.median_ms, 16, "ms");
    row(name + ": the same, worst of all filters", in_ms(again.worst_ms), "-", again.worst_ms, 16,
        "ms");
}

// ---- against GEOS

/// About as many places as are selected in the embedded tables.
std::vector<int> selected_of(std::size_t places) {
    std::vector<int> selected;
    for (std::size_t i = 7; i < places; i += 19) {
        selected.push_back(static_cast<int>(i));
    }
    return selected;
}

void geos_row(const std::string& name, const Mosaic& mosaic) {
    const GeosContext geos;
    const double shrink = std::cos(36 * 3.14159265358979 / 180);
    std::vector<GeosContext::Geometry> shapes;
    for (MultiPolygon shape : mosaic.shapes) {
        for (Polygon& polygon : shape) {
            for (LonLat& p : polygon.shell) {
                p.lon *= shrink;
            }
            for (Ring& hole : polygon.holes) {
                for (LonLat& p : hole) {
                    p.lon *= shrink;
                }
            }
        }
        shapes.push_back(geos.multi_polygon(shape));
    }
    const std::vector<int> selected = selected_of(shapes.size());
    double sum = 0;
    const double theirs = time_ms([&] {
        for (const auto& from : shapes) {
            double least = std::numeric_limits<double>::infinity();
            for (const int to : selected) {
                double distance = 0;
                GEOSDistance_r(geos.get(), from.get(), shapes[static_cast<std::size_t>(to)].get(),
                               &distance);
                least = std::min(least, distance);
            }
            sum += std::isfinite(least) ? least : 0;
        }
    });
    const double ours = least_ms(3, [&] {
        PlaceDistances distances(mosaic);
        NearestPlaces nearest(distances, selected);
        for (int from = 0; from < static_cast<int>(mosaic.shapes.size()); ++from) {
            for (const NearPlace& near : nearest.by_boundary(from, 1)) {
                sum += near.distance_km;
            }
        }
    });
    row(name + ": nearest boundary of every place / all pairs of GEOS", in_ms(ours), in_ms(theirs),
        ours / theirs + (sum < 0 ? 1 : 0), 0.1, "x");
}

int rows(const std::string& n03) {
    frame_rows("N03", n03);
    frame_rows("embedded", {});
    geos_row("embedded",
             read_boundaries(data_folder / "boundaries" / "municipalities.gpkg").mosaic);
    return 0;
}

// ---- growth

std::string thousands(std::size_t number) {
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

void growth_row(const BoundarySet& set, int pieces, int copies) {
    const Mosaic mosaic = grown(set.mosaic, pieces, copies);
    Catalogue catalogue;
    for (std::size_t i = 0; i < mosaic.shapes.size(); ++i) {
        catalogue.municipalities.push_back(
            set.catalogue.municipalities[i % set.catalogue.municipalities.size()]);
    }
    std::vector<MunicipalityCoverage> coverage(mosaic.shapes.size());
    for (const int place : selected_of(mosaic.shapes.size())) {
        coverage[static_cast<std::size_t>(place)].grade = Grade::direct;
    }
    Neighbourhood neighbourhood(catalogue, mosaic);
    const double contacts = time_ms([&] { static_cast<void>(neighbourhood.land()); });
    const double links = time_ms([&] { static_cast<void>(neighbourhood.adjacency(true)); });
    const GapSides sides = gap_sides(catalogue, coverage, {});
    const auto distances = [&] {
        static_cast<void>(nearest_selected(neighbourhood.distances(), neighbourhood.contacts(),
                                           neighbourhood.adjacency(true), sides.covered));
    };
    const double first = time_ms(distances);
    const double again = least_ms(3, [&] {
        distances();
        static_cast<void>(find_gaps(catalogue, neighbourhood.adjacency(true), coverage));
        static_cast<void>(suggest(sides, neighbourhood.adjacency(true), {5, 1, {}}));
    });
    std::cout << fmt::format("| {} | {} | {:.0f} ms | {:.0f} ms | {:.0f} ms | {:.1f} ms |\n",
                             thousands(mosaic.shapes.size()), thousands(vertices_of(mosaic)),
                             contacts, links, first, again)
              << std::flush;
}

int growth() {
    const BoundarySet set = read_boundaries(data_folder / "boundaries" / "municipalities.gpkg");
    std::cout << "| places | vertices | neighbours | links across water | distances | after a "
                 "filter change |\n|---:|---:|---:|---:|---:|---:|\n";
    for (const auto& [pieces, copies] : {std::pair{1, 1}, {10, 1}, {50, 1}, {1, 10}, {10, 10}}) {
        growth_row(set, pieces, copies);
    }
    return 0;
}

}  // namespace
}  // namespace miraimap::bench

int main(int count, char** words) {
    const std::string verb = count > 1 ? words[1] : "";
    if (verb == "rows" && count == 3) {
        return miraimap::bench::rows(words[2]);
    }
    if (verb == "growth" && count == 2) {
        return miraimap::bench::growth();
    }
    std::cerr << "analysis_figures rows N03 | analysis_figures growth\n";
    return 2;
}
