// SPDX-License-Identifier: MIT
#include "app/core/boundary_cache.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "geo/io/boundary_bytes.hpp"
#include "geo/io/checksum.hpp"
#include "geo/io/library_versions.hpp"
#include "geo/io/source_state.hpp"
#include "shapes/shape_bytes.hpp"

namespace miraimap {

namespace {

/// What made the bytes. Libraries as they are loaded: an update of Debian's changes the key.
const std::string& maker() {
    static const std::string text = [] {
        std::string made = fmt::format("by miraimap {}\nsources {}\ncompiler {}\n",
                                       MIRAIMAP_VERSION, sources_digest, __VERSION__);
        for (const auto& [name, version] : library_versions()) {
            made += fmt::format("library {} {}\n", name, version);
        }
        return made;
    }();
    return text;
}

}  // namespace

std::string kind_in(const char* kind, int map_crs) {
    return map_crs == 0 ? std::string(kind) : fmt::format("{}-{}", kind, map_crs);
}

BoundaryCache::BoundaryCache(CacheFolder folder, std::filesystem::path file, std::string state)
    : folder_(std::move(folder)), file_(std::move(file)), state_(std::move(state)) {}

std::shared_ptr<BoundaryCache> BoundaryCache::of(const std::filesystem::path& file,
                                                 const CacheFolder& folder) {
    if (folder.folder().empty()) {
        return nullptr;
    }
    std::optional<std::string> state = source_state(file);
    if (!state) {
        return nullptr;
    }
    return std::shared_ptr<BoundaryCache>(new BoundaryCache(folder, file, std::move(*state)));
}

/// One entry a path and kind, so that what a changed file leaves behind is replaced.
std::string BoundaryCache::name_of_kind(const std::string& kind) const {
    constexpr std::size_t enough = 24;
    const std::string path = state_.substr(0, state_.find("\npart "));
    return sha256_of(path).substr(0, enough) + "-" + kind;
}

std::string BoundaryCache::key_of_kind(const std::string& kind) const {
    return state_ + "kind " + kind + "\n" + maker();
}

std::optional<CachedBytes> BoundaryCache::read(const std::string& kind) {
    auto found = folder_.read(name_of_kind(kind), key_of_kind(kind));
    if (found) {
        const std::lock_guard lock(mutex_);
        held_.insert(kind);
    }
    return found;
}

void BoundaryCache::refuse(const std::string& kind) {
    const std::lock_guard lock(mutex_);
    held_.erase(kind);
}

std::optional<BoundarySet> BoundaryCache::places() {
    const auto found = read(places_kind);
    auto set = found ? places_from_bytes(found->bytes) : std::nullopt;
    if (!set) {
        refuse(places_kind);
    }
    return set;
}

std::optional<Mosaic> BoundaryCache::mosaic(std::size_t count) {
    const auto found = read(mosaic_kind);
    auto mosaic = found ? mosaic_from_bytes(found->bytes, count) : std::nullopt;
    if (!mosaic) {
        refuse(mosaic_kind);
    }
    return mosaic;
}

std::optional<MapShapes> BoundaryCache::shapes(std::size_t count, int map_crs) {
    const std::string kind = kind_in(shapes_kind, map_crs);
    const auto found = read(kind);
    auto shapes = found ? shapes_from_bytes(found->bytes, count) : std::nullopt;
    if (!shapes) {
        refuse(kind);
    }
    return shapes;
}

void BoundaryCache::keep(const std::string& kind, Make make) {
    const std::lock_guard lock(mutex_);
    if (!held_.contains(kind)) {
        waiting_.push_back({kind, std::move(make)});
    }
}

bool BoundaryCache::has_to_flush() const {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty();
}

void BoundaryCache::flush(Progress& progress) {
    std::vector<Kept> waiting;
    {
        const std::lock_guard lock(mutex_);
        waiting.swap(waiting_);
    }
    // A file that changed while it was read may have given a mixture.
    if (waiting.empty() || source_state(file_) != state_) {
        return;
    }
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        progress.at(WorkStep::keeping, i, waiting.size());
        const std::string bytes = waiting[i].make();
        const std::string& kind = waiting[i].kind;
        if (!bytes.empty() && folder_.write(name_of_kind(kind), key_of_kind(kind), bytes)) {
            const std::lock_guard lock(mutex_);
            held_.insert(kind);
        }
    }
    progress.at(WorkStep::keeping, waiting.size(), waiting.size());
}

CacheKeyWords words_of_cache_key(std::string_view key) {
    const auto line = [&](std::string_view name) {
        const std::size_t at = key.find("\n" + std::string(name) + " ");
        const bool first = key.starts_with(std::string(name) + " ");
        if (at == std::string_view::npos && !first) {
            return std::string();
        }
        const std::size_t from = (first ? 0 : at + 1) + name.size() + 1;
        return std::string(key.substr(from, key.find('\n', from) - from));
    };
    return {line("file"), line("kind")};
}

}  // namespace miraimap
