// SPDX-License-Identifier: MIT
#include "sample_maps.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <random>
#include <set>

#include "geo/io/boundary_reader.hpp"
#include "tests/support/program.hpp"

namespace miraimap::testing {

namespace {

/// Points of a line without its last, from lattice point to lattice point, the same both ways.
class LatticeLines {
public:
    explicit LatticeLines(int segments) : segments_(segments) {}

    LonLat corner(int column, int row) { return LonLat{136 + 0.4 * column, 35 + 0.3 * row}; }

    void append(int c0, int r0, int c1, int r1, Ring& ring) {
        const bool forward = std::pair(c0, r0) < std::pair(c1, r1);
        const auto key = forward ? std::array{c0, r0, c1, r1} : std::array{c1, r1, c0, r0};
        std::vector<LonLat>& line = lines_[key];
        if (line.empty()) {
            std::uniform_real_distribution<double> shake(-0.02, 0.02);
            const LonLat a = corner(key[0], key[1]);
            const LonLat b = corner(key[2], key[3]);
            line.push_back(a);
            for (int i = 1; i < segments_; ++i) {
                const double t = static_cast<double>(i) / segments_;
                line.push_back({a.lon + t * (b.lon - a.lon) + shake(random_),
                                a.lat + t * (b.lat - a.lat) + shake(random_)});
            }
            line.push_back(b);
        }
        if (forward) {
            ring.insert(ring.end(), line.begin(), line.end() - 1);
        } else {
            ring.insert(ring.end(), line.rbegin(), line.rend() - 1);
        }
    }

private:
    int segments_;
    std::mt19937 random_{7};
    std::map<std::array<int, 4>, std::vector<LonLat>> lines_;
};

Municipality place(int prefecture, int number) {
    Municipality m;
    const std::string digits = std::to_string(200 + number);
    m.code = std::to_string(prefecture) + digits;
    m.name_ja = "試験" + digits + "市";
    m.name_en = "Test " + digits + " City";
    m.prefecture = prefecture;
    return m;
}

}  // namespace

SampleMap grid_map(const GridPlan& plan) {
    LatticeLines lines(plan.segments);
    std::map<std::string, std::pair<Municipality, MultiPolygon>> sorted;
    int number = 0;
    const auto add = [&](int prefecture, Polygon polygon) {
        const Municipality m = place(prefecture, number++);
        sorted[m.code] = {m, {std::move(polygon)}};
    };
    const LonLat enclave = lines.corner(1, 1);
    Ring inner{{enclave.lon + 0.12, enclave.lat + 0.1},
               {enclave.lon + 0.28, enclave.lat + 0.1},
               {enclave.lon + 0.28, enclave.lat + 0.2},
               {enclave.lon + 0.12, enclave.lat + 0.2}};
    for (int r = 0; r < plan.rows; ++r) {
        for (int c = 0; c < plan.columns; ++c) {
            Polygon cell;
            lines.append(c, r, c + 1, r, cell.shell);
            lines.append(c + 1, r, c + 1, r + 1, cell.shell);
            lines.append(c + 1, r + 1, c, r + 1, cell.shell);
            lines.append(c, r + 1, c, r, cell.shell);
            if (c == 1 && r == 1) {
                cell.holes.emplace_back(inner.rbegin(), inner.rend());
            }
            add(c < plan.columns / 2 ? 20 : 21, std::move(cell));
        }
    }
    add(20, Polygon{inner, {}});
    add(21, Polygon{{{140, 35}, {140.2, 35}, {140.2, 35.2}, {140, 35.2}}, {}});
    SampleMap map;
    map.catalogue.edition = "test";
    for (auto& [code, entry] : sorted) {
        map.catalogue.municipalities.push_back(entry.first);
        map.mosaic.shapes.push_back(entry.second);
    }
    return map;
}

const SampleMap& japan() {
    static const SampleMap map = [] {
        BoundarySet set =
            read_boundaries(test::root() / "data" / "boundaries" / "municipalities.gpkg");
        return SampleMap{std::move(set.catalogue), std::move(set.mosaic)};
    }();
    return map;
}

std::shared_ptr<const MapShapes> japan_shapes() {
    static const auto shapes = std::make_shared<const MapShapes>(
        make_map_shapes(japan().catalogue, japan().mosaic, Projection::equal_area_japan()));
    return shapes;
}

std::vector<MunicipalityCoverage> sample_coverage(const Catalogue& catalogue) {
    const std::set<std::string> direct{
        "01204", "01207", "01210", "01639", "03210", "05215", "07202", "08220", "10201", "11100",
        "12100", "14130", "14382", "15100", "16201", "17203", "22100", "23202", "24441", "24442",
        "24443", "24470", "27100", "28100", "29343", "30422", "32448", "34207", "38201", "39210",
        "42209", "43203", "45203", "46404", "47214", "47326", "13421"};
    const std::set<std::string> part{"04100", "13101", "13103", "26214"};
    const std::set<int> whole{1, 3, 5, 9, 22, 25, 31, 44, 45, 47};
    std::vector<MunicipalityCoverage> coverage(catalogue.municipalities.size());
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        const Municipality& m = catalogue.municipalities[i];
        if (!m.counted) {
            continue;
        }
        if (direct.contains(m.code)) {
            coverage[i].grade = Grade::direct;
        } else if (part.contains(m.code)) {
            coverage[i].grade = Grade::part;
        } else if (whole.contains(m.prefecture)) {
            coverage[i].grade = Grade::prefecture;
        }
    }
    return coverage;
}

}  // namespace miraimap::testing
