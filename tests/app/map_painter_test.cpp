// SPDX-License-Identifier: MIT
// The painter on paper: places of several classes, and the ones a reader has chosen.
#include "app/print/map_painter.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <vector>

#include "app/print/cairo_handles.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/map_scene.hpp"

namespace miraimap {
namespace {

/// Two squares of 100 px side by side.
std::shared_ptr<const MapShapes> two_squares() {
    auto shapes = std::make_shared<MapShapes>();
    const auto square = [](double left) {
        return MapPolygon{{{left, 0}, {left + 100, 0}, {left + 100, 100}, {left, 100}}, {}};
    };
    shapes->municipalities = {{square(0)}, {square(100)}};
    shapes->boxes = {{0, 0, 100, 100}, {100, 0, 200, 100}};
    shapes->borders = {
        {{{100, 100}, {0, 100}, {0, 0}, {100, 0}}, 1, 0, 0, -1, false, true, {}, {}},
        {{{100, 0}, {200, 0}, {200, 100}, {100, 100}}, 0, 1, 1, -1, false, true, {}, {}},
        {{{100, 0}, {100, 100}}, 0, 1, 0, 1, false, true, {}, {}},
    };
    for (BorderLine& border : shapes->borders) {
        for (const MapPoint p : border.points) {
            border.box.add(p);
        }
    }
    shapes->label_points = {{50, 50}, {150, 50}};
    shapes->label_radii_m = {50, 50};
    weigh_lines(*shapes);
    shapes->extent = {0, 0, 200, 100};
    return shapes;
}

Scene scene_of(std::vector<Colour> colours) {
    Scene scene;
    scene.shapes = two_squares();
    scene.style = map_style(Theme::light);
    scene.class_of = {0, 0};
    for (const Colour colour : colours) {
        scene.legend.push_back({{"class", {"組", "class"}, colour, Hatch::none, colour}, 0, true});
    }
    scene.view = {{100, 50}, 1, 200, 100};
    return scene;
}

class Picture {
public:
    explicit Picture(const Scene& scene)
        : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 200, 100)) {
        const Canvas canvas(cairo_create(surface_.get()));
        paint_map(canvas.get(), scene, {});
    }
    [[nodiscard]] Colour at(int x, int y) const {
        cairo_surface_flush(surface_.get());
        const unsigned char* p = cairo_image_surface_get_data(surface_.get()) +
                                 y * cairo_image_surface_get_stride(surface_.get()) + 4 * x;
        return {p[2], p[1], p[0], 255};
    }
    /// Share of a rectangle that has exactly this colour.
    [[nodiscard]] double share(Colour colour, int left, int right) const {
        int hits = 0;
        for (int y = 10; y < 90; ++y) {
            for (int x = left; x < right; ++x) {
                hits += at(x, y) == colour ? 1 : 0;
            }
        }
        return hits / (80.0 * (right - left));
    }

private:
    Surface surface_;
};

TEST(MapPainter, PlacesOfSeveralClassesAreSharedOutInStripes) {
    const Colour red{200, 30, 30, 255};
    const Colour green{30, 160, 60, 255};
    const Colour blue{30, 60, 200, 255};
    Scene scene = scene_of({red, green, blue});
    scene.further_classes = {{1, 2}, {}};
    const Picture picture(scene);
    const double least = 0.2;  // a third, less the soft edges between stripes
    EXPECT_GT(picture.share(red, 5, 95), least);
    EXPECT_GT(picture.share(green, 5, 95), least);
    EXPECT_GT(picture.share(blue, 5, 95), least);
    EXPECT_GT(picture.share(red, 105, 195), 0.99) << "the neighbour has one class";
}

TEST(MapPainter, EveryChosenPlaceIsOutlined) {
    Scene scene = scene_of({{250, 250, 250, 255}});
    const Colour mark = scene.style.selection;
    EXPECT_EQ(Picture(scene).share(mark, 98, 103), 0);
    scene.chosen = {1};
    EXPECT_GT(Picture(scene).share(mark, 98, 103), 0.3);
    EXPECT_EQ(Picture(scene).share(mark, 0, 3), 0);
    scene.chosen = {0, 1};
    EXPECT_GT(Picture(scene).share(mark, 98, 103), 0.3) << "also between two of them";
    EXPECT_GT(Picture(scene).share(mark, 0, 1), 0.9);
}

TEST(MapPainter, APlaceTooSmallForAPixelKeepsADotInItsColour) {
    const Colour white{250, 250, 250, 255};
    const Colour red{200, 30, 30, 255};
    Scene scene = scene_of({white, red});
    auto shapes = std::make_shared<MapShapes>(*scene.shapes);
    shapes->municipalities.push_back({{{{40.2, 60.2}, {40.4, 60.2}, {40.4, 60.4}}, {}}});
    shapes->boxes.push_back({40.2, 60.2, 40.4, 60.4});
    shapes->label_points.push_back({40.3, 60.3});
    shapes->label_radii_m.push_back(0.05);
    scene.shapes = shapes;
    scene.class_of = {0, 0, 1};
    const Picture picture(scene);
    EXPECT_EQ(picture.at(40, 39), red);
    EXPECT_EQ(picture.at(41, 39), white);
    EXPECT_EQ(picture.at(40, 40), white);
}

TEST(MapPainter, AChosenPlaceTooSmallToSeeHasARingWithTicksAndAHalo) {
    const Colour white{250, 250, 250, 255};
    Scene scene = scene_of({white});
    scene.style.label_halo = {10, 20, 30, 255};
    auto shapes = std::make_shared<MapShapes>(*scene.shapes);
    shapes->municipalities.push_back({{{{40.2, 60.2}, {40.4, 60.2}, {40.4, 60.4}}, {}}});
    shapes->boxes.push_back({40.2, 60.2, 40.4, 60.4});
    shapes->label_points.push_back({40.5, 59.5});
    shapes->label_radii_m.push_back(0.05);
    scene.shapes = shapes;
    scene.class_of = {0, 0, 0};
    const Colour mark = scene.style.selection;
    EXPECT_EQ(Picture(scene).at(47, 40), white);
    scene.chosen = {2};
    const Picture picture(scene);
    EXPECT_EQ(picture.at(47, 40), mark) << "the ring in the east";
    EXPECT_EQ(picture.at(33, 40), mark) << "and in the west";
    EXPECT_EQ(picture.at(50, 40), mark) << "a tick outwards";
    // Its edge lies within this pixel: seven tenths of it are halo.
    EXPECT_NEAR(picture.at(45, 40).r, 0.3 * white.r + 0.7 * scene.style.label_halo.r, 12);
    EXPECT_EQ(picture.at(43, 40), white) << "what lies inside is seen";
    scene.chosen = {};
    scene.hovered = 2;
    EXPECT_EQ(Picture(scene).at(47, 40), scene.style.hover);
    EXPECT_EQ(Picture(scene).at(50, 40), white) << "without ticks: it is not chosen";
}

/// The second square with a figure eight beside it whose backward lobe lies on that square.
std::shared_ptr<const MapShapes> a_lobe_over_a_square() {
    Catalogue catalogue;
    catalogue.municipalities.resize(2);
    const MapPolygon eight{
        {{0, 0}, {100, 0}, {100, 50}, {100, 90}, {140, 90}, {140, 50}, {100, 50}, {0, 50}}, {}};
    const MapPolygon square{{{100, 0}, {200, 0}, {200, 100}, {100, 100}}, {}};
    return std::make_shared<const MapShapes>(make_plane_shapes(catalogue, {{eight}, {square}}));
}

TEST(MapPainter, ABackwardLobeTakesNothingFromACleanNeighbour) {
    const Colour white{250, 250, 250, 255};
    const Colour red{200, 30, 30, 255};
    for (const std::vector<int>& classes :
         {std::vector<int>{0, 0}, {0, 1}, {1, 0}, {1, 1}, {-1, 0}}) {
        Scene scene = scene_of({white, red});
        scene.shapes = a_lobe_over_a_square();
        scene.class_of = classes;
        const Picture picture(scene);
        const Colour neighbour = classes[1] == 1 ? red : white;
        EXPECT_EQ(picture.at(120, 30), neighbour) << "under the lobe";
        EXPECT_EQ(picture.at(170, 50), neighbour);
        EXPECT_EQ(picture.at(50, 80), classes[0] == 1 ? red : white) << "the lobe that is clean";
        EXPECT_EQ(picture.at(50, 20), scene.style.sea);
    }
}

TEST(MapPainter, APlaceWithABackwardLobeKeepsItsStripes) {
    const Colour red{200, 30, 30, 255};
    const Colour green{30, 160, 60, 255};
    Scene scene = scene_of({red, green});
    scene.shapes = a_lobe_over_a_square();
    scene.further_classes = {{1, -1}, {}};
    const Picture picture(scene);
    EXPECT_GT(picture.share(red, 5, 95), 0.1);
    EXPECT_GT(picture.share(green, 5, 95), 0.1);
    EXPECT_EQ(picture.at(120, 30), red) << "the neighbour has one class";
}

}  // namespace
}  // namespace miraimap
