// SPDX-License-Identifier: MIT
#include "shapes/picking.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace miraimap {

namespace {

struct Edge {
    MapPoint a;  ///< lower end (then left): both neighbours compute with the same numbers
    MapPoint b;
};

enum class Side : std::uint8_t { left, on, right };

/// Where the point lies seen along the edge from its lower end.
Side side_of(MapPoint p, const Edge& e) {
    const double cross =
        (e.b.x_m - e.a.x_m) * (p.y_m - e.a.y_m) - (e.b.y_m - e.a.y_m) * (p.x_m - e.a.x_m);
    if (cross > 0) {
        return Side::left;
    }
    return cross < 0 ? Side::right : Side::on;
}

/// One polygon with its edges sorted into horizontal bands.
class Part {
public:
    Part(int municipality, const MapPolygon& polygon) : municipality_(municipality) {
        add_ring(polygon.shell);
        for (const MapRing& hole : polygon.holes) {
            add_ring(hole);
        }
        sort_into_bands();
    }

    [[nodiscard]] int municipality() const { return municipality_; }
    [[nodiscard]] const MapBox& box() const { return box_; }

    /// Inside or on the outline.
    [[nodiscard]] bool contains(MapPoint p) const {
        if (!box_.contains(p)) {
            return false;
        }
        const std::size_t band = band_of(p.y_m);
        bool inside = false;
        for (std::size_t i = band_starts_[band]; i < band_starts_[band + 1]; ++i) {
            const Edge& e = banded_[i];
            if (p.y_m < e.a.y_m || p.y_m > e.b.y_m) {
                continue;
            }
            const Side side = side_of(p, e);
            if (side == Side::on && p.x_m >= std::min(e.a.x_m, e.b.x_m) &&
                p.x_m <= std::max(e.a.x_m, e.b.x_m)) {
                return true;
            }
            // Half-open in y, so that a vertex counts once.
            if (p.y_m < e.b.y_m && side == Side::left) {
                inside = !inside;
            }
        }
        return inside;
    }

private:
    void add_ring(const MapRing& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            MapPoint a = ring[i];
            MapPoint b = ring[i + 1 == ring.size() ? 0 : i + 1];
            if (a.y_m > b.y_m || (a.y_m == b.y_m && a.x_m > b.x_m)) {
                std::swap(a, b);
            }
            edges_.push_back({a, b});
            box_.add(a);
            box_.add(b);
        }
    }

    [[nodiscard]] std::size_t band_of(double y_m) const {
        const auto band = static_cast<std::ptrdiff_t>((y_m - box_.min_y_m) * bands_per_m_);
        return static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(band, 0, static_cast<std::ptrdiff_t>(bands_) - 1));
    }

    void sort_into_bands() {
        bands_ = std::clamp<std::size_t>(edges_.size() / 4, 1, 4096);
        const double height = box_.height_m();
        bands_per_m_ = height > 0 ? static_cast<double>(bands_) / height : 0;
        band_starts_.assign(bands_ + 1, 0);
        for (const Edge& e : edges_) {
            for (std::size_t b = band_of(e.a.y_m); b <= band_of(e.b.y_m); ++b) {
                ++band_starts_[b + 1];
            }
        }
        for (std::size_t b = 0; b < bands_; ++b) {
            band_starts_[b + 1] += band_starts_[b];
        }
        banded_.resize(band_starts_[bands_]);
        std::vector<std::uint32_t> next(band_starts_.begin(), band_starts_.end() - 1);
        for (const Edge& e : edges_) {
            for (std::size_t b = band_of(e.a.y_m); b <= band_of(e.b.y_m); ++b) {
                banded_[next[b]++] = e;
            }
        }
        edges_ = {};
    }

    int municipality_;
    MapBox box_;
    std::size_t bands_ = 1;
    double bands_per_m_ = 0;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> band_starts_;
    std::vector<Edge> banded_;
};

constexpr std::size_t grid_side = 256;

}  // namespace

struct Picker::Impl {
    std::vector<Part> parts;  ///< ascending by municipality
    MapBox extent;
    std::vector<std::uint32_t> cell_starts;
    std::vector<std::uint32_t> cell_parts;

    [[nodiscard]] static std::size_t cell(double value, double low, double size) {
        if (size <= 0) {
            return 0;
        }
        const auto index =
            static_cast<std::ptrdiff_t>((value - low) / size * static_cast<double>(grid_side));
        return static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(index, 0, static_cast<std::ptrdiff_t>(grid_side) - 1));
    }
    [[nodiscard]] std::size_t column(double x_m) const {
        return cell(x_m, extent.min_x_m, extent.width_m());
    }
    [[nodiscard]] std::size_t row(double y_m) const {
        return cell(y_m, extent.min_y_m, extent.height_m());
    }

    template <typename Visit>
    void for_cells(const MapBox& box, Visit visit) const {
        for (std::size_t r = row(box.min_y_m); r <= row(box.max_y_m); ++r) {
            for (std::size_t c = column(box.min_x_m); c <= column(box.max_x_m); ++c) {
                visit(r * grid_side + c);
            }
        }
    }

    void fill_grid() {
        cell_starts.assign(grid_side * grid_side + 1, 0);
        for (const Part& part : parts) {
            for_cells(part.box(), [&](std::size_t c) { ++cell_starts[c + 1]; });
        }
        for (std::size_t c = 0; c + 1 < cell_starts.size(); ++c) {
            cell_starts[c + 1] += cell_starts[c];
        }
        cell_parts.resize(cell_starts.back());
        std::vector<std::uint32_t> next(cell_starts.begin(), cell_starts.end() - 1);
        for (std::size_t p = 0; p < parts.size(); ++p) {
            for_cells(parts[p].box(), [&](std::size_t c) {
                cell_parts[next[c]++] = static_cast<std::uint32_t>(p);
            });
        }
    }
};

Picker::Picker(const MapShapes& shapes) : impl_(std::make_unique<Impl>()) {
    for (std::size_t i = 0; i < shapes.municipalities.size(); ++i) {
        for (const MapPolygon& polygon : shapes.municipalities[i]) {
            if (polygon.shell.size() >= 3) {
                impl_->parts.emplace_back(static_cast<int>(i), polygon);
                impl_->extent.add(impl_->parts.back().box());
            }
        }
    }
    impl_->fill_grid();
}

Picker::~Picker() = default;
Picker::Picker(Picker&&) noexcept = default;
Picker& Picker::operator=(Picker&&) noexcept = default;

std::optional<int> Picker::at(MapPoint p) const {
    if (!impl_->extent.contains(p)) {  // also for NaN
        return std::nullopt;
    }
    const std::size_t cell = impl_->row(p.y_m) * grid_side + impl_->column(p.x_m);
    for (std::size_t i = impl_->cell_starts[cell]; i < impl_->cell_starts[cell + 1]; ++i) {
        const Part& part = impl_->parts[impl_->cell_parts[i]];
        if (part.contains(p)) {
            return part.municipality();
        }
    }
    return std::nullopt;
}

}  // namespace miraimap
