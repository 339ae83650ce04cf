// SPDX-License-Identifier: MIT
// From a snapshot to the finished scene: map, title, filter in words, notes, figures and sources.
#pragma once

#include <memory>

#include "app/core/analysis.hpp"
#include "app/core/snapshot.hpp"
#include "shapes/map_scene.hpp"

namespace miraimap {

/// The classes of the map in a mode.
/// @param nearness  per municipality; needed for distance and borders only
/// @throws Error{usage} if a figure is asked for and the snapshot has no user's table
Classification classify_map(const Snapshot& snapshot, MapColour colour,
                            const std::vector<Nearness>& nearness, Theme theme);
/// The same as request.colour asks.
Classification classify_map(const Snapshot& snapshot, const std::vector<Nearness>& nearness,
                            Theme theme);
/// The same with the nearness that the colours need.
Classification classify_map(const Snapshot& snapshot, Analyst& analyst, Theme theme);

/// The first gap regions as the map outlines them, as many as request.outlined_gaps asks for; the
/// number of each is its rank.
std::vector<MapRegion> outlined_regions(const Snapshot& snapshot, Analyst& analyst);
/// One of them. @param rank  from 1
MapRegion map_region(const Catalogue& catalogue, const GapRegion& region, int rank);

/// So many chosen places are shown with their neighbours; of more, the first by code.
inline constexpr std::size_t most_met = 10;
/// Where places meet their neighbours, for the map; links across water only where they count as
/// borders.
/// @param places  ascending; the first `most_met` count
std::vector<MapMeeting> meetings_of(const World& world, Neighbourhood& neighbourhood,
                                    const std::vector<int>& places, bool sea_links);
/// Those of the request's marked places; none unless request.neighbours.
std::vector<MapMeeting> meetings_of(const Snapshot& snapshot, Analyst& analyst);

/// The projection of the map. @param map_crs  EPSG code; 0: equal-area for Japan
/// @throws Error{usage} for a code that is unknown, not in metres or not made for Japan
Projection map_projection(int map_crs);
/// Gives the views of a scene in another projection than the default one their scale on the ground,
/// and names the projection. A tile grid stays as it is.
/// @param projection  map_projection(map_crs)
void measure_scales(Scene& scene, const Projection& projection, int map_crs);

/// The world's mosaic in the projection of every picture (World::map_crs), from the cache where it
/// is kept. The world must have been loaded with geometry.
/// @param options  with which the world was loaded: `progress` is told of the making, `keep_later`
///                 leaves the keeping to world.cache->flush
/// @throws Cancelled if the progress says so
std::shared_ptr<const MapShapes> picture_shapes(const World& world,
                                                const LoadOptions& options = {});

/// The same places in a layout.
/// @param country  picture_shapes of the catalogue's world
std::shared_ptr<const MapShapes> laid_out(const Catalogue& catalogue,
                                          std::shared_ptr<const MapShapes> country,
                                          MapLayout layout);

/// The scene that paper, window and tests share. Prefectures of the filter become the view.
/// @param shapes  of the snapshot's world; several pictures share them
/// @param classes  classify_map with the theme of the options
Scene make_picture(const Snapshot& snapshot, std::shared_ptr<const MapShapes> shapes,
                   Classification classes, SceneOptions options);
/// The same for a single picture.
/// @param country  picture_shapes of the snapshot's world; null: made here
Scene make_picture(const Snapshot& snapshot, SceneOptions options,
                   std::shared_ptr<const MapShapes> country = nullptr);

/// Title, filter words, notes, figures, selections and source lines of a snapshot.
void add_words(Scene& scene, const Snapshot& snapshot);

}  // namespace miraimap
