// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>

#include "app/core/map_picture.hpp"
#include "app/core/place_words.hpp"
#include "app/core/snapshot.hpp"
#include "geo/error.hpp"
#include "geo/io/boundary_bytes.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/io/data_table.hpp"
#include "geo/io/database_address.hpp"
#include "geo/io/loose_table.hpp"
#include "geo/io/mosaic_findings.hpp"
#include "geo/io/output_target.hpp"
#include "geo/select/links.hpp"
#include "geo/select/tables.hpp"
#include "shapes/clean_polygons.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

/// What an earlier run kept of the boundaries; false if that is not enough for the question.
bool take_kept(const LoadOptions& options, World& world, BoundarySet& set) {
    if (!world.cache) {
        return false;
    }
    std::optional<BoundarySet> kept = world.cache->places();
    // Without polygons, a set that stores its areas has fewer findings: those of polygons.
    if (!kept || (!options.geometry && kept->areas_stored)) {
        return false;
    }
    const std::size_t count = kept->catalogue.municipalities.size();
    if (options.geometry) {
        if (options.picture_only) {
            if (auto shapes = world.cache->shapes(count, world.map_crs)) {
                world.shapes = std::make_shared<const MapShapes>(std::move(*shapes));
            }
        }
        if (!world.shapes) {
            std::optional<Mosaic> mosaic = world.cache->mosaic(count);
            if (!mosaic) {
                return false;
            }
            kept->mosaic = std::move(*mosaic);
        }
    }
    set = std::move(*kept);
    return true;
}

/// The boundaries of a world, from the cache or from the file.
BoundarySet load_boundaries(const fs::path& file, const LoadOptions& options,
                            const std::shared_ptr<World>& world) {
    BoundarySet set;
    if (take_kept(options, *world, set)) {
        return set;
    }
    set = read_boundaries(file, {options.geometry, false, options.progress});
    if (world->cache && !set.mosaic.shapes.empty()) {
        world->cache->keep(places_kind, [bytes = places_to_bytes(set)] { return bytes; });
        // Weak: the world owns the cache.
        world->cache->keep(mosaic_kind, [kept = std::weak_ptr<const World>(world)] {
            const auto alive = kept.lock();
            return alive ? mosaic_to_bytes(alive->mosaic) : std::string();
        });
    }
    return set;
}

/// Boundary files such as N03 hold no readings and no English names; the embedded set does.
void borrow_embedded_names(const Request& request, Catalogue& catalogue) {
    Request embedded = request;
    embedded.boundaries.clear();
    const fs::path file = boundary_file(embedded);
    std::error_code ignored;
    if (fs::exists(file, ignored)) {
        borrow_names(catalogue, read_boundaries(file, {.geometry = false}).catalogue);
    }
}

Findings find_in_geometry(const World& world, const Mosaic& mosaic) {
    Findings findings = mosaic_findings(world.catalogue, mosaic, world.boundary_file);
    append(findings, unclean_polygons(world.catalogue, mosaic, Projection::equal_area_japan()));
    return findings;
}

/// What an earlier run found, or what is found now.
Findings geometry_findings(const World& world) {
    if (world.cache) {
        if (const auto kept = world.cache->read(findings_kind)) {
            if (auto findings = findings_from_bytes(kept->bytes)) {
                return std::move(*findings);
            }
            world.cache->refuse(findings_kind);
        }
    }
    Findings findings;
    if (!world.mosaic.shapes.empty()) {
        findings = find_in_geometry(world, world.mosaic);
    } else if (const auto mosaic = world.cache
                                       ? world.cache->mosaic(world.catalogue.municipalities.size())
                                       : std::nullopt) {
        findings = find_in_geometry(world, *mosaic);
    } else {
        return findings;
    }
    if (world.cache) {
        world.cache->keep(findings_kind, [bytes = findings_to_bytes(findings)] { return bytes; });
    }
    return findings;
}

fs::path program_folder() {
    std::error_code problem;
    const fs::path program = fs::read_symlink("/proc/self/exe", problem);
    return problem ? fs::path(".") : program.parent_path();
}

}  // namespace

fs::path find_data_folder() {
    if (const char* named = std::getenv("MIRAIMAP_DATA"); named != nullptr && *named != '\0') {
        return named;
    }
    const fs::path here = program_folder();
    std::error_code ignored;
    for (const fs::path& folder :
         {here / ".." / "data", here / ".." / "share" / "miraimap", here / "data"}) {
        if (fs::is_directory(folder / "selections", ignored)) {
            return folder.lexically_normal();
        }
    }
    throw Error(ErrorKind::input, "",
                {"データのフォルダーが見つからない", "the data folder was not found"},
                {"--data DIR で指定する", "name it with --data DIR"});
}

fs::path boundary_file(const Request& request) {
    if (!request.boundaries.empty()) {
        return request.boundaries;
    }
    const bool database = is_database(request.data.string());
    return (database ? find_data_folder() : request.data) / "boundaries" / "municipalities.gpkg";
}

std::vector<fs::path> input_files(const Request& request) {
    std::vector<fs::path> files = files_of(boundary_file(request));
    files.insert(files.end(), {request.source_text, request.table, request.data / "SHA256SUMS"});
    for (const char* part : {"boundaries", "selections", "reference", "names"}) {
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(request.data / part, ignored)) {
            files.push_back(entry.path());
        }
    }
    return files;
}

std::shared_ptr<const World> load_world(const Request& request, const LoadOptions& options) {
    const fs::path file = boundary_file(request);
    auto world = std::make_shared<World>();
    world->map_crs = request.map_crs;
    if (request.map_crs != 0) {
        map_projection(request.map_crs);  // an unfit one is refused before anything is read
    }
    // The embedded set is read without polygons in less time than its content is looked at.
    if (options.geometry || !request.boundaries.empty()) {
        world->cache = BoundaryCache::of(file, CacheFolder(options.cache));
    }
    BoundarySet set = load_boundaries(file, options, world);
    world->catalogue = std::move(set.catalogue);
    world->mosaic = std::move(set.mosaic);
    world->boundary_format = std::move(set.format);
    const bool database = is_database(file.string());
    world->boundary_file = database ? "PostgreSQL " + set.layer : file.filename().string();
    world->embedded_boundaries = request.boundaries.empty();
    if (!world->embedded_boundaries) {
        borrow_embedded_names(request, world->catalogue);
    }
    world->findings = std::move(set.findings);
    if (options.geometry_findings && !world->embedded_boundaries) {
        append(world->findings, geometry_findings(*world));
    }
    read_databases_again();
    const std::filesystem::path names =
        is_database(request.data.string()) ? request.data : request.data / "names";
    world->resolver = std::make_unique<Resolver>(world->catalogue, names);
    world->city_wards = wards_of_cities(world->catalogue, world->resolver->wards());
    world->selections = read_selections(request.data);
    world->join = join_selections(world->selections, *world->resolver);
    append(world->findings, world->join.findings);
    append(world->findings, link_starred_rows(world->selections, world->join));
    world->ended = read_ended_projects(request.data, world->selections);
    if (world->cache && !options.keep_later) {
        Progress silent;
        world->cache->flush(options.progress != nullptr ? *options.progress : silent);
    }
    return world;
}

std::shared_ptr<const UserTable> load_user_table(const Request& request, const World& world) {
    if (request.table.empty()) {
        return nullptr;
    }
    return std::make_shared<const UserTable>(join_user_table(
        read_loose_table(request.table), request.figure, world.catalogue, *world.resolver));
}

Snapshot make_snapshot(const Request& request, std::shared_ptr<const World> world,
                       std::shared_ptr<const UserTable> user_table) {
    Snapshot snapshot;
    snapshot.request = request;
    snapshot.passed = apply_filter(request.filter, world->selections, world->join);
    snapshot.what_if = indices_of_places(*world, request.what_if);
    snapshot.coverage = cover(world->catalogue, world->join, snapshot.passed);
    suppose(snapshot.what_if, snapshot.coverage);
    snapshot.unknown = known_unknowns(request.filter, world->ended, snapshot.passed, world->join);
    snapshot.world = std::move(world);
    snapshot.user_table = std::move(user_table);
    CoverageQuestion question = coverage_question(snapshot, request.by);
    question.cumulative = request.cumulative;
    const World& of = *snapshot.world;
    snapshot.table = coverage_table(question, of.catalogue, of.selections, of.join);
    return snapshot;
}

const CityWards* counted_wards(const Snapshot& snapshot) {
    return snapshot.request.wards == WardCount::all ? &snapshot.world->city_wards : nullptr;
}

CoverageQuestion coverage_question(const Snapshot& snapshot, CoverageBy by) {
    CoverageQuestion question;
    question.filter = snapshot.request.filter;
    question.by = by;
    question.counting = counting_of(snapshot.request);
    question.city_wards = counted_wards(snapshot);
    question.what_if = snapshot.what_if;
    question.figures = snapshot.user_table ? &snapshot.user_table->figures : nullptr;
    return question;
}

Snapshot load_snapshot(const Request& request, const LoadOptions& options) {
    auto world = load_world(request, options);
    auto user_table = load_user_table(request, *world);
    Request known = request;
    known.filter = with_known_themes(request.filter, world->selections);
    return make_snapshot(known, std::move(world), std::move(user_table));
}

}  // namespace miraimap
