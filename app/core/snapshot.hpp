// SPDX-License-Identifier: MIT
// The immutable outcome of a request: what every panel, table, map and file shows.
//
// Promises: a figure is computed once, here; a snapshot never changes after it was made.
#pragma once

#include <memory>
#include <vector>

#include "app/core/boundary_cache.hpp"
#include "app/core/request.hpp"
#include "geo/finding.hpp"
#include "geo/place/catalogue.hpp"
#include "geo/place/resolver.hpp"
#include "geo/progress.hpp"
#include "geo/select/coverage.hpp"
#include "geo/select/join.hpp"
#include "geo/select/known_unknowns.hpp"
#include "geo/select/selection.hpp"
#include "geo/select/user_table.hpp"

namespace miraimap {

/// What stays the same while filters change: places, selections, their join. Made once.
struct World {
    Catalogue catalogue;
    Mosaic mosaic;  ///< empty if the world was loaded without geometry, or for a picture only
    /// The map's shapes, if an earlier run kept them; see picture_shapes (map_picture.hpp).
    std::shared_ptr<const MapShapes> shapes;
    std::shared_ptr<BoundaryCache> cache;  ///< of the boundary file; null: nothing is kept
    int map_crs = 0;                       ///< of the shapes: Request::map_crs
    std::string boundary_format;
    std::string boundary_file;  ///< file name only, for people
    bool embedded_boundaries = true;
    std::vector<Selection> selections;
    Join join;
    std::unique_ptr<Resolver> resolver;
    CityWards city_wards;  ///< counted where request.wards is WardCount::all
    EndedProjects ended;   ///< known only as a number
    Findings findings;     ///< of reading and joining
};

struct Snapshot {
    Request request;
    std::shared_ptr<const World> world;
    std::vector<Passed> passed;
    /// Per municipality of the catalogue; supposed places (request.what_if) count as direct.
    std::vector<MunicipalityCoverage> coverage;
    CoverageTable table;                          ///< by request.by
    KnownUnknowns unknown;                        ///< what no row of any table can hold
    std::vector<int> what_if;                     ///< the supposed places, ascending
    std::shared_ptr<const UserTable> user_table;  ///< request.table, joined; null without one
};

struct LoadOptions {
    bool geometry = true;
    /// Polygons are needed as picture_shapes only: the mosaic stays empty if the shapes are kept.
    bool picture_only = false;
    /// World::findings also says what is wrong with the polygons of a boundary file of the reader's
    /// own: borders that match only nearly, polygons that are not clean.
    bool geometry_findings = false;
    std::filesystem::path cache = {};  ///< folder of the cache; empty: without one
    bool keep_later = false;           ///< world.cache->flush is called by whoever loads
    Progress* progress = nullptr;      ///< may stop the loading; may be null
};

/// Reads boundaries and tables and joins them.
/// @throws Error as the readers do, Cancelled if the progress says so
std::shared_ptr<const World> load_world(const Request& request, const LoadOptions& options = {});

/// Reads and joins the user's table of a request; null if it names none.
/// @throws Error{input} if it cannot be read, Error{usage} if it has no such column
std::shared_ptr<const UserTable> load_user_table(const Request& request, const World& world);

/// Filters and counts. Fast (no file access).
/// @param user_table  weights shares; may be null
/// @throws Error{usage} if a word of request.what_if means no municipality, or several
Snapshot make_snapshot(const Request& request, std::shared_ptr<const World> world,
                       std::shared_ptr<const UserTable> user_table = nullptr);

/// The wards of designated cities where the request counts them; null where cities count as one.
const CityWards* counted_wards(const Snapshot& snapshot);

/// The question that the snapshot's table answers, by anything: the same filter and denominator,
/// supposed places and figures. It points into the snapshot.
CoverageQuestion coverage_question(const Snapshot& snapshot, CoverageBy by);

/// All of the above for one question.
/// @throws Error as they do, and Error{usage} for a theme that no selection has
Snapshot load_snapshot(const Request& request, const LoadOptions& options = {});

/// The boundary file of a request: the one it names, else the embedded set.
std::filesystem::path boundary_file(const Request& request);

/// Every file that answering a request may read: no output may replace one of them.
std::vector<std::filesystem::path> input_files(const Request& request);

/// The data folder: `$MIRAIMAP_DATA`, else beside the program (../data, ../share/miraimap).
/// @throws Error{input} if none is there
std::filesystem::path find_data_folder();

}  // namespace miraimap
