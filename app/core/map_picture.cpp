// SPDX-License-Identifier: MIT
#include "app/core/map_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "app/core/analysis_tables.hpp"
#include "app/core/page_figures.hpp"
#include "app/core/place_words.hpp"
#include "app/core/words.hpp"
#include "geo/error.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/legend_facts.hpp"
#include "shapes/shape_bytes.hpp"
#include "shapes/style_modes.hpp"
#include "shapes/tiles.hpp"

namespace miraimap {

namespace {

/// What the thick lines and their numbers mean, with the size of the first ones.
Text regions_note(const Scene& scene, const Snapshot& snapshot) {
    static const std::array<Text, 3> by{
        {{"市区町村の数", "number of municipalities"}, {"面積", "area"}, {"深さ", "depth"}}};
    const Text& order = by.at(static_cast<std::size_t>(snapshot.request.gap_rank));
    Text note{"太い線は空白域（つながった選定のない市区町村）で、番号は" + order.ja + "の順位",
              "Thick lines outline gap regions (connected municipalities that are not selected), "
              "numbered by " +
                  order.en};
    for (std::size_t r = 0; r < std::min(scene.regions.size(), std::size_t{3}); ++r) {
        const std::string number = std::to_string(scene.regions[r].number);
        int municipalities = 0;
        for (const int member : scene.regions[r].members) {
            municipalities += bodies_of(counted_wards(snapshot), member);
        }
        const std::string size = std::to_string(municipalities);
        note.ja += (r == 0 ? "（" : "、") + number + "は" + size + "市区町村";
        note.en += (r == 0 ? ": " : ", ") + ("no. " + number) + " has " + size;
    }
    note.ja += "）。";
    note.en += " municipalities.";
    return note;
}

/// Places shown as not settled.
int unresolved_in(const Scene& scene) {
    const std::string& key = unresolved_class(Theme::light).key;
    const auto entry = std::find_if(scene.legend.begin(), scene.legend.end(),
                                    [&](const LegendEntry& e) { return e.style.key == key; });
    return entry == scene.legend.end() ? 0 : entry->count;
}

}  // namespace

void add_words(Scene& scene, const Snapshot& snapshot) {
    Filter filter = snapshot.request.filter;
    scene.title = {"未来技術・スマートシティ 選定状況",
                   "Future technology and smart cities: selections"};
    if (filter.prefectures.size() == 1) {
        scene.series = scene.title;
        scene.title = prefectures()[static_cast<std::size_t>(filter.prefectures.front()) - 1].name;
        filter.prefectures.clear();
    }
    scene.filter_words = in_words(filter);
    scene.notes = {denominator_note(snapshot)};
    if (!snapshot.what_if.empty()) {
        scene.notes.insert(scene.notes.begin(), what_if_in_words(snapshot));
    }
    if (const int unresolved = unresolved_in(scene); unresolved > 0) {
        scene.notes.push_back({fmt::format("「{}」の {} 市区町村は、表では選定なしに数える。",
                                           unresolved_class(Theme::light).name.ja, unresolved),
                               fmt::format("\"{}\" ({}) are counted as not selected in tables.",
                                           unresolved_class(Theme::light).name.en, unresolved)});
    }
    if (!scene.regions.empty()) {
        scene.notes.push_back(regions_note(scene, snapshot));
    }
    if (!scene.meetings.empty()) {
        scene.notes.push_back(
            {"緑の線は縁取った市区町村が隣と接する境界、四角は一点で接する所、破線は海を渡る連絡。",
             "Green lines are the borders of the outlined places with their neighbours, squares "
             "are "
             "point contacts, dashes are links across water."});
    }
    scene.sources = source_lines(*snapshot.world);
    scene.figures = page_figures(snapshot);
    scene.listed = page_selections(snapshot);
}

namespace {

/// Supposed places that no selection names: only these are shown as supposed.
std::vector<int> only_supposed(const Snapshot& snapshot) {
    std::vector<int> places;
    for (const int place : snapshot.what_if) {
        const auto& holds = snapshot.coverage[static_cast<std::size_t>(place)].holds;
        const bool named = std::any_of(holds.begin(), holds.end(), [](const Hold& hold) {
            return hold.grade == Grade::direct;
        });
        if (!named) {
            places.push_back(place);
        }
    }
    return places;
}

/// Classes below circles, and the amounts of the circles.
Classification money_classes(const Snapshot& snapshot, MapColour colour,
                             const std::vector<PlaceFacts>& facts, const LegendQuestion& question) {
    const World& world = *snapshot.world;
    const AmountKind kind =
        colour == MapColour::granted ? AmountKind::granted : AmountKind::requested;
    Classification classes =
        classify_amounts(world.catalogue, snapshot.coverage, facts, colour, question);
    classes.amounts = place_amounts(world.join, snapshot.passed, world.selections, kind);
    const std::vector<PlaceAmount> all = place_amounts(
        world.join, apply_filter({}, world.selections, world.join), world.selections, kind);
    classes.largest_amount = all.empty() ? 0 : all.front().thousand_yen;
    return classes;
}

}  // namespace

Classification classify_map(const Snapshot& snapshot, MapColour colour,
                            const std::vector<Nearness>& nearness, Theme theme) {
    const Request& request = snapshot.request;
    const Catalogue& catalogue = snapshot.world->catalogue;
    const World& world = *snapshot.world;
    const LegendQuestion question{theme, request.filter.prefectures, counting_of(request),
                                  only_supposed(snapshot),
                                  unresolved_places(catalogue, world.join, snapshot.passed)};
    const auto facts = [&] {
        return place_facts(snapshot.coverage, snapshot.passed, world.selections, request.filter);
    };
    switch (colour) {
        case MapColour::figure:
            if (!snapshot.user_table) {
                throw Error(ErrorKind::usage, "--colour",
                            {"figure には表が要る", "figure needs a table"},
                            {"--table FILE を付ける", "add --table FILE"});
            }
            return classify_figures(catalogue, snapshot.user_table->figures,
                                    snapshot.user_table->figure, request.breaks, question);
        case MapColour::distance:
            return classify_distances(catalogue, snapshot.coverage, nearness, question);
        case MapColour::borders:
            return classify_borders(catalogue, snapshot.coverage, nearness, question);
        case MapColour::selections:
            return classify_counts(catalogue, snapshot.coverage, facts(), question);
        case MapColour::first_year:
            return classify_first_years(catalogue, snapshot.coverage, facts(), question);
        case MapColour::programme:
            return classify_programmes(catalogue, snapshot.coverage, facts(), question);
        case MapColour::technology:
            return classify_technologies(catalogue, snapshot.coverage, facts(), question);
        case MapColour::granted:
        case MapColour::requested:
            return money_classes(snapshot, colour, facts(), question);
        case MapColour::grade:
            break;
    }
    return classify_coverage(catalogue, snapshot.coverage, question);
}

Classification classify_map(const Snapshot& snapshot, const std::vector<Nearness>& nearness,
                            Theme theme) {
    return classify_map(snapshot, snapshot.request.colour, nearness, theme);
}

Classification classify_map(const Snapshot& snapshot, Analyst& analyst, Theme theme) {
    const MapColour colour = snapshot.request.colour;
    const bool near = colour == MapColour::distance || colour == MapColour::borders;
    return classify_map(snapshot, near ? analyst.nearness(snapshot) : std::vector<Nearness>{},
                        theme);
}

MapRegion map_region(const Catalogue& catalogue, const GapRegion& region, int rank) {
    MapRegion made{region.members, rank, -1};
    // The heart is the deepest member; of several, and where nothing is deep, the largest.
    const std::vector<int>& hearts = region.deepest.empty() ? region.members : region.deepest;
    double largest_km2 = -1;
    for (const int place : hearts) {
        const double area_km2 = catalogue.municipalities[static_cast<std::size_t>(place)].area_km2;
        if (area_km2 > largest_km2) {
            largest_km2 = area_km2;
            made.heart = place;
        }
    }
    return made;
}

std::vector<MapRegion> outlined_regions(const Snapshot& snapshot, Analyst& analyst) {
    std::vector<MapRegion> regions;
    if (snapshot.request.outlined_gaps <= 0) {
        return regions;
    }
    const std::vector<GapRegion> gaps = analyst.gaps(snapshot);
    const std::size_t count =
        std::min(gaps.size(), static_cast<std::size_t>(snapshot.request.outlined_gaps));
    for (std::size_t r = 0; r < count; ++r) {
        regions.push_back(map_region(snapshot.world->catalogue, gaps[r], static_cast<int>(r) + 1));
    }
    return regions;
}

std::vector<MapMeeting> meetings_of(const World& world, Neighbourhood& neighbourhood,
                                    const std::vector<int>& places, bool sea_links) {
    const Projection projection = map_projection(world.map_crs);
    std::vector<MapMeeting> meetings;
    for (std::size_t i = 0; i < std::min(places.size(), most_met); ++i) {
        for (const Neighbour& n :
             neighbours_of(places[i], world.mosaic, neighbourhood.contacts(),
                           sea_links ? neighbourhood.sea_links() : std::vector<SeaLink>{})) {
            MapMeeting meeting{places[i], n.place, static_cast<MeetingKind>(n.kind), {}, {}};
            if (n.kind != NeighbourKind::border) {
                const auto ends = neighbourhood.distances().nearest(places[i], n.place);
                if (!ends) {
                    continue;
                }
                meeting.from = projection.forward(ends->from);
                meeting.to = projection.forward(ends->to);
            }
            meetings.push_back(meeting);
        }
    }
    return meetings;
}

std::vector<MapMeeting> meetings_of(const Snapshot& snapshot, Analyst& analyst) {
    const Request& request = snapshot.request;
    if (!request.neighbours || request.marked.empty()) {
        return {};
    }
    return meetings_of(*snapshot.world, analyst.neighbourhood(),
                       indices_of_places(*snapshot.world, request.marked), request.sea_links);
}

Projection map_projection(int map_crs) {
    return map_crs == 0 ? Projection::equal_area_japan() : Projection::from_epsg(map_crs);
}

void measure_scales(Scene& scene, const Projection& projection, int map_crs) {
    if (scene.shapes->layout == MapLayout::tiles) {
        return;
    }
    const std::string name = "EPSG:" + std::to_string(map_crs);
    scene.projection = {name, name};
    scene.view.ground_scale = projection.ground_scale(scene.view.centre);
    for (Inset& inset : scene.insets) {
        inset.view.ground_scale = projection.ground_scale(inset.view.centre);
    }
}

std::shared_ptr<const MapShapes> picture_shapes(const World& world, const LoadOptions& options) {
    if (world.shapes) {
        return world.shapes;
    }
    if (world.cache) {
        if (auto kept = world.cache->shapes(world.catalogue.municipalities.size(), world.map_crs)) {
            return std::make_shared<const MapShapes>(std::move(*kept));
        }
    }
    auto shapes = std::make_shared<const MapShapes>(make_map_shapes(
        world.catalogue, world.mosaic, map_projection(world.map_crs), options.progress));
    if (world.cache) {
        world.cache->keep(kind_in(shapes_kind, world.map_crs),
                          [shapes] { return shapes_to_bytes(*shapes); });
        if (!options.keep_later) {
            Progress silent;
            world.cache->flush(options.progress != nullptr ? *options.progress : silent);
        }
    }
    return shapes;
}

std::shared_ptr<const MapShapes> laid_out(const Catalogue& catalogue,
                                          std::shared_ptr<const MapShapes> country,
                                          MapLayout layout) {
    if (layout == MapLayout::tiles) {
        return std::make_shared<const MapShapes>(make_tile_shapes(catalogue, *country));
    }
    return country;
}

Scene make_picture(const Snapshot& snapshot, std::shared_ptr<const MapShapes> shapes,
                   Classification classes, SceneOptions options) {
    options.prefectures = snapshot.request.filter.prefectures;
    options.counting = counting_of(snapshot.request);
    if (snapshot.request.view) {
        // Frames of far islands belong to the national view.
        options.view = View::fit(*snapshot.request.view, options.width_px, options.height_px, 0);
        options.insets = false;
    }
    options.chosen = indices_of_places(*snapshot.world, snapshot.request.marked);
    Scene scene = make_map_scene(snapshot.world->catalogue, std::move(shapes), snapshot.coverage,
                                 std::move(classes), options);
    if (const int map_crs = snapshot.world->map_crs; map_crs != 0) {
        measure_scales(scene, map_projection(map_crs), map_crs);
    }
    add_words(scene, snapshot);
    return scene;
}

Scene make_picture(const Snapshot& snapshot, SceneOptions options,
                   std::shared_ptr<const MapShapes> country) {
    if (!country) {
        country = picture_shapes(*snapshot.world);
    }
    Analyst analyst(snapshot.world);
    Classification classes = classify_map(snapshot, analyst, options.theme);
    options.regions = outlined_regions(snapshot, analyst);
    options.meetings = meetings_of(snapshot, analyst);
    return make_picture(
        snapshot, laid_out(snapshot.world->catalogue, std::move(country), snapshot.request.layout),
        std::move(classes), std::move(options));
}

}  // namespace miraimap
