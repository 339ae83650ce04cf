// SPDX-License-Identifier: MIT
// Gap regions on random mosaics against brute force: neighbours by GEOS, connection and depth by
// the shortest ways between all pairs.
#include "geo/select/gaps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "geo/geometry/geos.hpp"
#include "geo/select/neighbourhood.hpp"
#include "tests/geo/random_mosaic.hpp"

namespace miraimap {
namespace {

constexpr int apart = 1000;
using Table = std::vector<std::vector<int>>;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// 1 where two shapes share a line, by the DE-9IM matrix of GEOS.
Table lines_between(const std::vector<MultiPolygon>& shapes) {
    const GeosContext geos;
    Table meets(shapes.size(), std::vector<int>(shapes.size(), 0));
    for (std::size_t a = 0; a < shapes.size(); ++a) {
        for (std::size_t b = a + 1; b < shapes.size(); ++b) {
            const auto ga = geos.multi_polygon(shapes[a]);
            const auto gb = geos.multi_polygon(shapes[b]);
            const int line =
                GEOSRelatePattern_r(geos.get(), ga.get(), gb.get(), "****1****") == 1 ? 1 : 0;
            meets[a][b] = meets[b][a] = line;
        }
    }
    return meets;
}

/// Fewest borders between all pairs along the places that `through` allows (Floyd and Warshall);
/// the ends need no allowance.
Table fewest_borders(const Table& meets, const std::vector<char>& through) {
    const std::size_t n = meets.size();
    Table steps(n, std::vector<int>(n, apart));
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = 0; b < n; ++b) {
            steps[a][b] = a == b ? 0 : meets[a][b] != 0 ? 1 : apart;
        }
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t a = 0; through[k] != 0 && a < n; ++a) {
            for (std::size_t b = 0; b < n; ++b) {
                steps[a][b] = std::min(steps[a][b], steps[a][k] + steps[k][b]);
            }
        }
    }
    return steps;
}

struct Drawn {
    Mosaic mosaic;
    Catalogue catalogue;
    std::vector<MunicipalityCoverage> coverage;
};

Drawn draw(std::uint32_t seed) {
    Drawn drawn{{test::random_mosaic(seed, 9, 18)}, {}, {}};
    drawn.catalogue = test::catalogue_of(drawn.mosaic.shapes);
    std::mt19937 random(seed);
    for (std::size_t i = 0; i < drawn.mosaic.shapes.size(); ++i) {
        constexpr std::array<Grade, 8> grades{Grade::none,       Grade::none,  Grade::none,
                                              Grade::none,       Grade::none,  Grade::part,
                                              Grade::prefecture, Grade::direct};
        drawn.coverage.emplace_back();
        drawn.coverage.back().grade = grades.at(random() % grades.size());
    }
    return drawn;
}

void expect_brute_force(const Drawn& drawn, const Table& meets, const GapQuestion& question,
                        std::uint32_t seed) {
    const std::size_t n = drawn.mosaic.shapes.size();
    std::vector<char> gap(n, 0);
    std::vector<int> covered;
    for (std::size_t i = 0; i < n; ++i) {
        const Grade grade = drawn.coverage[i].grade;
        gap[i] =
            grade == Grade::none || (question.prefecture_only_is_gap && grade == Grade::prefecture)
                ? 1
                : 0;
        if (grade >= Grade::part) {
            covered.push_back(static_cast<int>(i));
        }
    }
    const Table inside = fewest_borders(meets, gap);
    const Table anywhere = fewest_borders(meets, std::vector<char>(n, 1));
    const auto depth_of = [&](int place) {
        int least = apart;
        for (const int c : covered) {
            least = std::min(least, anywhere[at(place)][at(c)]);
        }
        return least;
    };
    Neighbourhood neighbourhood(drawn.catalogue, drawn.mosaic);
    const std::vector<GapRegion> regions =
        find_gaps(drawn.catalogue, neighbourhood.land(), drawn.coverage, question);
    std::set<int> seen;
    std::map<int, std::size_t> region_of;
    for (std::size_t r = 0; r < regions.size(); ++r) {
        const GapRegion& region = regions[r];
        EXPECT_EQ(region.id, "gap-" + drawn.catalogue.municipalities[at(region.members[0])].code);
        int deepest = 0;
        std::set<int> entries;
        for (const int member : region.members) {
            EXPECT_TRUE(seen.insert(member).second) << seed;
            EXPECT_EQ(gap[at(member)], 1) << seed;
            EXPECT_GE(depth_of(member), 1) << seed;
            region_of[member] = r;
            deepest = std::max(deepest, depth_of(member));
            for (const int c : covered) {
                if (meets[at(member)][at(c)] != 0) {
                    entries.insert(c);
                }
            }
        }
        EXPECT_EQ(region.depth.value_or(apart), deepest) << seed;
        std::vector<int> at_that_depth;
        std::copy_if(region.members.begin(), region.members.end(),
                     std::back_inserter(at_that_depth),
                     [&](int member) { return deepest < apart && depth_of(member) == deepest; });
        EXPECT_EQ(region.deepest, at_that_depth) << seed;
        std::set<int> named;
        for (const WayIn& way : region.ways_in) {
            named.insert(way.covered);
            EXPECT_EQ(meets[at(way.covered)][at(way.member)], 1);
        }
        EXPECT_EQ(named, entries) << seed;
    }
    EXPECT_EQ(seen.size(), at(static_cast<int>(std::count(gap.begin(), gap.end(), 1)))) << seed;
    for (const auto& [a, region_a] : region_of) {
        for (const auto& [b, region_b] : region_of) {
            EXPECT_EQ(region_a == region_b, inside[at(a)][at(b)] < apart)
                << seed << ": " << a << " " << b;
        }
    }
}

TEST(Gaps, PartitionTheUncoveredAsBruteForceDoesAndAreAsDeep) {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        const Drawn drawn = draw(seed);
        const Table meets = lines_between(drawn.mosaic.shapes);
        for (const bool prefecture_too : {false, true}) {
            expect_brute_force(drawn, meets, {{}, prefecture_too, GapRank::municipalities, {}},
                               seed);
        }
    }
}

TEST(Gaps, OneMoreSelectionMakesNoMemberDeeperAndAddsNone) {
    for (std::uint32_t seed = 40; seed < 52; ++seed) {
        Drawn drawn = draw(seed);
        Neighbourhood neighbourhood(drawn.catalogue, drawn.mosaic);
        const auto members_and_depth = [&] {
            std::map<int, int> depth;
            const GapSides sides = gap_sides(drawn.catalogue, drawn.coverage, {});
            const Steps steps = steps_to_nearest(neighbourhood.land(), sides.covered);
            for (const GapRegion& region :
                 find_gaps(drawn.catalogue, neighbourhood.land(), drawn.coverage)) {
                for (const int member : region.members) {
                    const int borders = steps.borders[at(member)];
                    depth[member] = borders < 0 ? apart : borders;
                }
            }
            return depth;
        };
        std::map<int, int> before = members_and_depth();
        while (!before.empty()) {
            const int chosen =
                std::next(before.begin(), static_cast<int>(before.size()) / 2)->first;
            drawn.coverage[at(chosen)].grade = Grade::direct;
            const std::map<int, int> after = members_and_depth();
            EXPECT_EQ(after.size(), before.size() - 1) << seed;
            for (const auto& [member, borders] : after) {
                ASSERT_EQ(before.count(member), 1U) << seed;
                EXPECT_LE(borders, before.at(member)) << seed;
            }
            before = after;
        }
    }
}

TEST(Gaps, AreZeroApartExactlyFromWhatTheyTouch) {
    for (std::uint32_t seed = 60; seed < 66; ++seed) {
        const Drawn drawn = draw(seed);
        Neighbourhood neighbourhood(drawn.catalogue, drawn.mosaic);
        std::set<std::pair<int, int>> touching;
        for (const Contact& contact : neighbourhood.contacts().pairs) {
            touching.emplace(contact.a, contact.b);
        }
        const auto n = static_cast<int>(drawn.mosaic.shapes.size());
        for (int a = 0; a < n; ++a) {
            for (int b = a + 1; b < n; ++b) {
                const double km = neighbourhood.distances().boundary_km(a, b).value();
                EXPECT_EQ(km == 0, touching.count({a, b}) == 1) << seed << ": " << a << " " << b;
                EXPECT_EQ(km, neighbourhood.distances().boundary_km(b, a).value());
            }
        }
    }
}

}  // namespace
}  // namespace miraimap
