// SPDX-License-Identifier: MIT
// What was made from one boundary file in an earlier run, if it still holds: places, polygons, the
// map's shapes, and what a window makes of them.
//
// The key of every entry names the file's path and content (geo/io/source_state.hpp), the sources
// this program was built from, its compiler and the geographic libraries at work: whatever could
// change a result. Promises: with the cache every result is the same, to the bit, as without; what
// does not hold is made anew and replaces it. Nothing here throws but Cancelled.
// Does not: decide whether a question needs polygons (snapshot.hpp).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "geo/io/boundary_reader.hpp"
#include "geo/io/cache_folder.hpp"
#include "geo/progress.hpp"
#include "shapes/map_shapes.hpp"

namespace miraimap {

/// SHA-256 of the sources of everything that is kept; made by the build.
extern const std::string_view sources_digest;

/// Kinds of entries. Shapes and triangles are of one projection; see kind_in.
inline constexpr const char* places_kind = "places";
inline constexpr const char* mosaic_kind = "mosaic";
inline constexpr const char* shapes_kind = "shapes";
inline constexpr const char* mesh_kind = "mesh";
inline constexpr const char* findings_kind = "findings";

/// The kind in another projection than the default one. @param map_crs  EPSG code; 0: the default
std::string kind_in(const char* kind, int map_crs);

class BoundaryCache {
public:
    /// @returns null if nothing can be kept: no folder, or the file's state cannot be told
    static std::shared_ptr<BoundaryCache> of(const std::filesystem::path& file,
                                             const CacheFolder& folder);

    /// All of the set but its mosaic.
    std::optional<BoundarySet> places();
    /// @param count  municipalities of the catalogue
    std::optional<Mosaic> mosaic(std::size_t count);
    std::optional<MapShapes> shapes(std::size_t count, int map_crs = 0);
    /// Bytes of another kind, e.g. the window's triangles. A reader that cannot use them says so
    /// with `refuse`.
    std::optional<CachedBytes> read(const std::string& kind);
    void refuse(const std::string& kind);

    using Make = std::function<std::string()>;
    /// Remembers how to make bytes that are to be kept, unless they were just read.
    /// @param make  called by `flush`, maybe from another thread; "" keeps nothing
    void keep(const std::string& kind, Make make);
    /// Writes what was remembered, if the file still holds what it held. @throws Cancelled
    void flush(Progress& progress);
    [[nodiscard]] bool has_to_flush() const;

private:
    struct Kept {
        std::string kind;
        Make make;
    };
    BoundaryCache(CacheFolder folder, std::filesystem::path file, std::string state);
    [[nodiscard]] std::string name_of_kind(const std::string& kind) const;
    [[nodiscard]] std::string key_of_kind(const std::string& kind) const;

    CacheFolder folder_;
    std::filesystem::path file_;
    std::string state_;
    mutable std::mutex mutex_;
    std::set<std::string> held_;  ///< kinds whose entries are good
    std::vector<Kept> waiting_;
};

/// The path and the kind in a key, for people; "" where the key is not one of ours.
struct CacheKeyWords {
    std::string file;
    std::string kind;
};
CacheKeyWords words_of_cache_key(std::string_view key);

}  // namespace miraimap
