// SPDX-License-Identifier: MIT
// Boundary distances against GEOS in a plane of its own, on random mosaics and on the embedded set.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "geo/geometry/boundary_distance.hpp"
#include "geo/geometry/geodesic_area.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/select/neighbourhood.hpp"
#include "tests/geo/boundary_fixtures.hpp"
#include "tests/geo/random_mosaic.hpp"

namespace miraimap {
namespace {

constexpr double agreed_m = 0.05;  ///< what the header promises

double tree_distance_m(const MultiPolygon& a, const MultiPolygon& b) {
    return nearest_positions(BoundaryTree(a), BoundaryTree(b)).value().distance_m;
}

TEST(Distance, OnRandomMosaicsIsWhatGeosFindsForEveryPair) {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        const std::vector<MultiPolygon> shapes = test::random_mosaic(seed, 7, 9);
        for (std::size_t a = 0; a < shapes.size(); ++a) {
            for (std::size_t b = a + 1; b < shapes.size(); ++b) {
                const double expected = test::geos_distance_m(shapes[a], shapes[b]);
                const double found = tree_distance_m(shapes[a], shapes[b]);
                EXPECT_NEAR(found, expected, agreed_m) << seed << ": " << a << " " << b;
                EXPECT_EQ(found == 0, expected == 0) << seed << ": " << a << " " << b;
                EXPECT_EQ(found, tree_distance_m(shapes[b], shapes[a]));
            }
        }
    }
}

TEST(Distance, IsTheGeodesicBetweenThePositionsItNames) {
    const std::vector<MultiPolygon> shapes = test::random_mosaic(3, 9, 5);
    for (std::size_t b = 1; b < shapes.size(); ++b) {
        const auto found = nearest_positions(BoundaryTree(shapes[0]), BoundaryTree(shapes[b]));
        ASSERT_TRUE(found);
        EXPECT_NEAR(geodesic_distance_km(found->from, found->to) * 1000, found->distance_m, 0.0006);
    }
}

TEST(Distance, ALimitHidesWhatIsFartherAndNothingElse) {
    const std::vector<MultiPolygon> shapes = test::random_mosaic(5, 9, 6);
    const BoundaryTree first(shapes[0]);
    for (std::size_t b = 1; b < shapes.size(); ++b) {
        const BoundaryTree other(shapes[b]);
        const double all = nearest_positions(first, other).value().distance_m;
        EXPECT_LE(std::sqrt(apart_squared_m2(first.box(), other.box())), all);
        EXPECT_EQ(nearest_positions(first, other, all).value().distance_m, all);
        if (all > 0) {
            EXPECT_FALSE(nearest_positions(first, other, all - 0.002));
        }
    }
    EXPECT_FALSE(nearest_positions(first, BoundaryTree({})));
}

TEST(Distance, CrossingBoundariesAreZeroApart) {
    const MultiPolygon a{{{{139, 36}, {139.02, 36}, {139.02, 36.001}, {139, 36.001}}, {}}};
    const MultiPolygon b{
        {{{139.01, 35.99}, {139.011, 35.99}, {139.011, 36.01}, {139.01, 36.01}}, {}}};
    EXPECT_LE(tree_distance_m(a, b), 0.005);
}

class Places : public testing::Test {
protected:
    static const BoundarySet& set() {
        static const BoundarySet read = read_boundaries(test::embedded_boundaries());
        return read;
    }
    static std::vector<int> every(int step, int first) {
        std::vector<int> places;
        for (int i = first; i < static_cast<int>(set().mosaic.shapes.size()); i += step) {
            places.push_back(i);
        }
        return places;
    }
};

TEST_F(Places, NearestOfASampleIsWhatAllPairsOfGeosFind) {
    const auto& shapes = set().mosaic.shapes;
    const std::vector<int> selected = every(173, 11);
    PlaceDistances distances(set().mosaic);
    NearestPlaces nearest(distances, selected);
    for (const int from : every(211, 5)) {
        NearPlace expected{-1, 1e9};
        for (const int to : selected) {
            const double km = test::geos_distance_m(shapes[static_cast<std::size_t>(from)],
                                                    shapes[static_cast<std::size_t>(to)]) /
                              1000;
            expected = km < expected.distance_km ? NearPlace{to, km} : expected;
        }
        const std::vector<NearPlace> found = nearest.by_boundary(from, 1);
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].place, expected.place) << from;
        EXPECT_NEAR(found[0].distance_km, expected.distance_km, agreed_m / 1000) << from;
    }
}

TEST_F(Places, EveryMeasureEqualsThePlainSearchOverAllPairs) {
    const std::vector<int> selected = every(97, 3);
    Neighbourhood neighbourhood(set().catalogue, set().mosaic);
    PlaceDistances& distances = neighbourhood.distances();
    const std::vector<Nearness> all =
        nearest_selected(distances, neighbourhood.contacts(), neighbourhood.land(), selected);
    for (const int from : every(37, 1)) {
        const Nearness& near = all[static_cast<std::size_t>(from)];
        NearPlace boundary{-1, 1e9};
        NearPlace point{-1, 1e9};
        for (const int to : selected) {
            const double km = from == to ? 0 : distances.boundary_km(from, to).value();
            boundary = km < boundary.distance_km ? NearPlace{to, km} : boundary;
            const double point_km = distances.point_km(from, to).value();
            point = point_km < point.distance_km ? NearPlace{to, point_km} : point;
        }
        EXPECT_EQ(near.boundary.place, boundary.place) << from;
        EXPECT_EQ(near.boundary.distance_km, boundary.distance_km) << from;
        EXPECT_EQ(near.point.place, point.place) << from;
        EXPECT_EQ(near.point.distance_km, point.distance_km) << from;
    }
}

TEST(Nearness, OneMoreSelectionNeverMakesADistanceLonger) {
    for (std::uint32_t seed = 20; seed < 26; ++seed) {
        Mosaic mosaic{test::random_mosaic(seed, 8, 14)};
        const Catalogue catalogue = test::catalogue_of(mosaic.shapes);
        Neighbourhood neighbourhood(catalogue, mosaic);
        std::vector<int> selected;
        std::vector<Nearness> before;
        for (int place = static_cast<int>(seed % 3); place < 14; place += 3) {
            selected.push_back(place);
            const std::vector<Nearness> after =
                nearest_selected(neighbourhood.distances(), neighbourhood.contacts(),
                                 neighbourhood.adjacency(true), selected);
            for (std::size_t i = 0; i < before.size(); ++i) {
                EXPECT_LE(after[i].boundary.distance_km, before[i].boundary.distance_km);
                EXPECT_LE(after[i].point.distance_km, before[i].point.distance_km);
                EXPECT_LE(after[i].borders, before[i].borders);
            }
            before = after;
        }
    }
}

}  // namespace
}  // namespace miraimap
