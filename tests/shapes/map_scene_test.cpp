// SPDX-License-Identifier: MIT
#include "shapes/map_scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "geo/place/prefecture.hpp"
#include "sample_maps.hpp"
#include "shapes/insets.hpp"
#include "shapes/legend.hpp"
#include "shapes/picking.hpp"
#include "shapes/scale_bar.hpp"

namespace miraimap {
namespace {

/// Every character as wide as it is high, as in Japanese type.
MeasureText square_type() {
    return [](const std::string& text, double size_px) {
        double characters = 0;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            characters += byte < 0x80 ? 0.55 : ((byte & 0xC0U) == 0xC0 ? 1.0 : 0.0);
        }
        return std::pair{characters * size_px, size_px * 1.15};
    };
}

Scene scene_of(const SceneOptions& options) {
    const auto& map = testing::japan();
    return make_coverage_scene(map.catalogue, testing::japan_shapes(),
                               testing::sample_coverage(map.catalogue), options);
}

SceneOptions sized(double width, double height, std::vector<int> prefectures = {},
                   Lang lang = Lang::ja) {
    SceneOptions options;
    options.width_px = width;
    options.height_px = height;
    options.prefectures = std::move(prefectures);
    options.lang = lang;
    options.measure_text = square_type();
    return options;
}

std::vector<SceneOptions> many_sizes() {
    return {sized(1210, 956),
            sized(560, 570),
            sized(950, 1050, {}, Lang::en),
            sized(2700, 1900),
            sized(1210, 956, {29}),
            sized(1210, 956, {1}),
            sized(950, 1050, {13}, Lang::en),
            sized(1210, 956, {47}),
            sized(1210, 956, {46})};
}

TEST(View, PixelsAndMapPointsComeBack) {
    const View view = View::fit({-1000, -2000, 5000, 7000}, 640, 480);
    const MapPoint p = view.at_px(123.25, 77.5);
    EXPECT_NEAR(view.x_px(p), 123.25, 1e-9);
    EXPECT_NEAR(view.y_px(p), 77.5, 1e-9);
    EXPECT_NEAR(view.x_px(view.centre), 320, 1e-9);
    const MapBox box = view.box();
    EXPECT_LT(box.min_y_m, -2000);
    EXPECT_GT(box.max_y_m, 7000);
    EXPECT_GT(view.y_px({0, -2000}), view.y_px({0, 7000}));  // y runs down
}

TEST(View, FittingNothingOrAPointGivesAUsableView) {
    EXPECT_GT(View::fit({}, 100, 100).metres_per_px, 0);
    EXPECT_GE(View::fit({5, 5, 5, 5}, 100, 100).metres_per_px, 1);
    EXPECT_GT(View::fit({0, 0, 1, 1}, 0, 0).metres_per_px, 0);
}

TEST(Scene, NationalViewShowsTheMainIslands) {
    const Scene scene = scene_of(sized(1210, 956));
    const Projection projection = Projection::equal_area_japan();
    const MapBox box = scene.view.box();
    for (const LonLat p : {LonLat{141.94, 45.52},
                           {148.86, 45.54},
                           {129.3, 34.4},
                           {128.7, 32.7},
                           {130.5, 30.35},
                           {130.95, 30.6},
                           {140.87, 35.73},
                           {135.76, 33.44}}) {
        EXPECT_TRUE(box.contains(projection.forward(p))) << p.lon << " " << p.lat;
    }
    EXPECT_FALSE(box.contains(projection.forward({127.7, 26.2})));
}

TEST(Scene, NothingSelectedIsInvisible) {
    const auto& map = testing::japan();
    const auto coverage = testing::sample_coverage(map.catalogue);
    for (const SceneOptions& options : many_sizes()) {
        const Scene scene = scene_of(options);
        for (std::size_t i = 0; i < coverage.size(); ++i) {
            const Municipality& m = map.catalogue.municipalities[i];
            const bool asked =
                options.prefectures.empty() || options.prefectures[0] == m.prefecture;
            if (!asked ||
                (coverage[i].grade != Grade::direct && coverage[i].grade != Grade::part)) {
                continue;
            }
            const MapPoint p = scene.shapes->label_points[i];
            bool shown = scene.view.box().contains(p);
            double metres_per_px = scene.view.metres_per_px;
            for (const Inset& inset : scene.insets) {
                if (inset.view.box().contains(p)) {
                    shown = true;
                    metres_per_px = inset.view.metres_per_px;
                }
            }
            EXPECT_TRUE(shown) << m.name_ja;
            bool marked = false;
            for (const MapMarker& marker : scene.markers) {
                marked = marked || marker.municipality == static_cast<int>(i);
            }
            EXPECT_TRUE(marked || scene.shapes->label_radii_m[i] / metres_per_px >= 1.5)
                << m.name_ja;
        }
    }
}

TEST(Scene, InsetsStandInsideOnOpenSeaAndApart) {
    for (const SceneOptions& options : {sized(1210, 956), sized(560, 570), sized(950, 1050)}) {
        const Scene scene = scene_of(options);
        ASSERT_EQ(scene.insets.size(), 3U);
        const Picker picker(*scene.shapes);
        const PixelBox picture{0, 0, scene.view.width_px, scene.view.height_px};
        for (std::size_t i = 0; i < scene.insets.size(); ++i) {
            const PixelBox f = scene.insets[i].frame_px();
            EXPECT_TRUE(picture.contains(f));
            for (std::size_t j = i + 1; j < scene.insets.size(); ++j) {
                EXPECT_FALSE(f.overlaps(scene.insets[j].frame_px()));
            }
            for (double x = f.left; x <= f.right; x += 3) {
                for (double y = f.top; y <= f.bottom; y += 3) {
                    ASSERT_FALSE(picker.at(scene.view.at_px(x, y)))
                        << scene.insets[i].key << " hides land";
                }
            }
        }
    }
}

TEST(Scene, InsetsAreSmallerOrLeftOutWhereTheyWouldHideLand) {
    for (const auto& [width, height] : {std::pair(430.0, 320.0), {477.0, 320.0}, {600.0, 340.0}}) {
        SceneOptions options = sized(width, height);
        // A legend and buttons, as in a small window.
        options.reserved = {{width - 120, height - 150, width, height},
                            {width - 60, 0, width, 190}};
        const Scene scene = scene_of(options);
        const Picker picker(*scene.shapes);
        for (const Inset& inset : scene.insets) {
            const PixelBox f = inset.frame_px();
            for (const PixelBox& taken : options.reserved) {
                EXPECT_FALSE(f.overlaps(taken)) << inset.key;
            }
            int land = 0;
            int all = 0;
            for (double x = f.left; x <= f.right; x += 2) {
                for (double y = f.top; y <= f.bottom; y += 2) {
                    land += picker.at(scene.view.at_px(x, y)) ? 1 : 0;
                    ++all;
                }
            }
            EXPECT_LT(land, all * 0.1) << width << " " << inset.key;
        }
    }
}

TEST(Scene, InsetsCanBePicked) {
    const Scene scene = scene_of(sized(1210, 956));
    const Picker picker(*scene.shapes);
    const auto& municipalities = testing::japan().catalogue.municipalities;
    std::set<std::string> keys;
    for (const Inset& inset : scene.insets) {
        keys.insert(inset.key);
        bool land = false;
        for (double x = 1; x < inset.view.width_px; ++x) {
            for (double y = 1; y < inset.view.height_px && !land; ++y) {
                const auto found = picker.at(inset.view.at_px(x, y));
                land = found && municipalities[static_cast<std::size_t>(*found)].prefecture >= 13;
            }
        }
        EXPECT_TRUE(land) << inset.key;
    }
    EXPECT_EQ(keys, (std::set<std::string>{"okinawa", "sakishima", "ogasawara"}));
}

TEST(Scene, NoInsetsOnceTheReaderMovesIn) {
    SceneOptions options = sized(1210, 956);
    options.view = View::fit(
        prefecture_box(testing::japan().catalogue, *testing::japan_shapes(), {29}), 1210, 956);
    EXPECT_TRUE(scene_of(options).insets.empty());
}

TEST(Labels, NeverLieOnEachOtherOnAFrameOrHalfOutside) {
    for (const SceneOptions& options : many_sizes()) {
        const Scene scene = scene_of(options);
        EXPECT_FALSE(scene.labels.empty());
        const PixelBox picture{0, 0, scene.view.width_px, scene.view.height_px};
        for (std::size_t i = 0; i < scene.labels.size(); ++i) {
            const MapLabel& label = scene.labels[i];
            const PixelBox box = label.box_px();
            EXPECT_TRUE(picture.contains(box)) << label.text;
            for (std::size_t j = i + 1; j < scene.labels.size(); ++j) {
                EXPECT_FALSE(box.overlaps(scene.labels[j].box_px()))
                    << label.text << " and " << scene.labels[j].text;
            }
            for (std::size_t k = 0; k < scene.insets.size(); ++k) {
                const PixelBox f = scene.insets[k].frame_px();
                if (label.inset == static_cast<int>(k)) {
                    EXPECT_TRUE(f.contains(box)) << label.text;
                } else {
                    EXPECT_FALSE(f.overlaps(box)) << label.text;
                }
            }
        }
    }
}

TEST(Labels, APlaceTooSmallToSeeIsNamedBesideItsRing) {
    const Catalogue& catalogue = testing::japan().catalogue;
    for (const char* code : {"30427", "47326", "13421"}) {  // 太地町, 北谷町, 小笠原村
        std::vector<MunicipalityCoverage> coverage(catalogue.municipalities.size());
        const auto place = static_cast<std::size_t>(catalogue.find(code).value());
        coverage[place].grade = Grade::direct;
        const Scene scene =
            make_coverage_scene(catalogue, testing::japan_shapes(), coverage, sized(560, 570));
        EXPECT_FALSE(scene.markers.empty()) << code;
        EXPECT_TRUE(std::any_of(
            scene.labels.begin(), scene.labels.end(),
            [&](const MapLabel& label) { return label.municipality == static_cast<int>(place); }))
            << code;
    }
}

TEST(Scene, APrefecturesPageFitsItsMainPartAndShowsTheRestInInsets) {
    const Catalogue& catalogue = testing::japan().catalogue;
    for (const auto& [prefecture, keys] : {std::pair{1, std::set<std::string>{"northern"}},
                                           {13, {"izu", "ogasawara"}},
                                           {42, {"tsushima"}},
                                           {46, {"amami"}},
                                           {47, {"sakishima", "daito"}}}) {
        const Scene scene = scene_of(sized(735, 645, {prefecture}));
        std::set<std::string> found;
        for (const Inset& inset : scene.insets) {
            found.insert(inset.key);
        }
        EXPECT_EQ(found, keys) << prefecture;
        for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
            const MapPoint p = testing::japan_shapes()->label_points[i];
            const bool shown =
                scene.view.box().contains(p) ||
                std::any_of(scene.insets.begin(), scene.insets.end(),
                            [&](const Inset& inset) { return inset.view.box().contains(p); });
            EXPECT_TRUE(catalogue.municipalities[i].prefecture != prefecture || shown)
                << catalogue.municipalities[i].name_ja;
        }
    }
}

TEST(Labels, LeaveReservedPlacesFree) {
    SceneOptions options = sized(1210, 956);
    options.reserved = {{500, 500, 900, 800}};
    for (const MapLabel& label : scene_of(options).labels) {
        EXPECT_FALSE(label.box_px().overlaps(options.reserved[0])) << label.text;
    }
}

TEST(Labels, SelectedPlacesComeFirstAndMoreNamesAsTheScaleGrows) {
    const auto count = [](const Scene& scene, LabelKind kind) {
        std::size_t n = 0;
        for (const MapLabel& label : scene.labels) {
            n += label.kind == kind ? 1 : 0;
        }
        return n;
    };
    const Scene small = scene_of(sized(560, 570));
    const Scene large = scene_of(sized(2700, 1900));
    EXPECT_GT(count(large, LabelKind::covered), count(small, LabelKind::covered));
    EXPECT_EQ(count(large, LabelKind::place), 0U);
    const Scene nara = scene_of(sized(1210, 956, {29}));
    EXPECT_GT(count(nara, LabelKind::place), 15U);
    EXPECT_EQ(count(nara, LabelKind::covered), 1U);
}

TEST(Labels, AFewChosenPlacesAreNamedFirstWhateverTheirGradeAndScale) {
    SceneOptions options = sized(1210, 956);
    const auto& places = testing::japan().catalogue.municipalities;
    for (std::size_t i = 0; i < places.size() && options.chosen.size() < 12; i += 140) {
        options.chosen.push_back(static_cast<int>(i));
    }
    const auto named = [](const Scene& scene, int place) {
        return std::count_if(scene.labels.begin(), scene.labels.end(), [&](const MapLabel& label) {
            return label.municipality == place && label.strong;
        });
    };
    const Scene scene = scene_of(options);
    EXPECT_EQ(scene.chosen, options.chosen);
    for (const int place : options.chosen) {
        EXPECT_EQ(named(scene, place), 1) << places[static_cast<std::size_t>(place)].name_ja;
    }
    options.chosen.clear();
    for (int i = 0; i < static_cast<int>(places.size()); ++i) {
        options.chosen.push_back(i);
    }
    EXPECT_EQ(scene_of(options).labels.size(), scene_of(sized(1210, 956)).labels.size())
        << "a crowd changes no name";
}

TEST(Labels, APrefecturesNameStandsOnThatPrefecture) {
    const Scene scene = scene_of(sized(1210, 956));
    const Picker picker(*scene.shapes);
    const auto& municipalities = testing::japan().catalogue.municipalities;
    int names = 0;
    for (const MapLabel& label : scene.labels) {
        if (label.kind != LabelKind::prefecture || label.inset >= 0) {
            continue;
        }
        const auto found = picker.at(scene.view.at_px(label.x_px, label.y_px));
        ASSERT_TRUE(found) << label.text;
        const int number = municipalities[static_cast<std::size_t>(*found)].prefecture;
        EXPECT_EQ(prefectures()[static_cast<std::size_t>(number - 1)].name.ja, label.text);
        ++names;
    }
    EXPECT_GT(names, 25);
}

TEST(Labels, TheSameSceneGivesTheSameLabels) {
    const Scene a = scene_of(sized(1210, 956));
    const Scene b = scene_of(sized(1210, 956));
    ASSERT_EQ(a.labels.size(), b.labels.size());
    for (std::size_t i = 0; i < a.labels.size(); ++i) {
        EXPECT_EQ(a.labels[i].text, b.labels[i].text);
        EXPECT_EQ(a.labels[i].x_px, b.labels[i].x_px);
        EXPECT_EQ(a.labels[i].y_px, b.labels[i].y_px);
    }
}

TEST(Legend, ClassesAddUpToTheDenominator) {
    const auto& map = testing::japan();
    for (const std::vector<int>& focus : {std::vector<int>{}, {13}, {1, 47}}) {
        const Classification c = classify_coverage(
            map.catalogue, testing::sample_coverage(map.catalogue), {Theme::light, focus, false});
        int sum = 0;
        int all = 0;
        for (const LegendEntry& entry : c.legend) {
            all += entry.count;
            const std::string& key = entry.style.key;
            sum += key != "not-counted" && key != "outside" ? entry.count : 0;
        }
        int counted = 0;
        for (const Municipality& m : map.catalogue.municipalities) {
            const bool in =
                focus.empty() || std::find(focus.begin(), focus.end(), m.prefecture) != focus.end();
            counted += m.counted && in ? 1 : 0;
        }
        EXPECT_EQ(sum, counted);
        EXPECT_EQ(c.counted, counted);
        EXPECT_EQ(all, static_cast<int>(map.catalogue.municipalities.size()));
    }
}

TEST(Legend, TheNoteSaysWhatIsCounted) {
    const auto& map = testing::japan();
    const auto coverage = testing::sample_coverage(map.catalogue);
    LegendQuestion question;
    Text note = denominator_note(map.catalogue,
                                 classify_coverage(map.catalogue, coverage, question), question);
    EXPECT_NE(note.ja.find("1,741"), std::string::npos);
    EXPECT_NE(note.en.find("Northern Territories are drawn but not counted"), std::string::npos);
    question.counting.northern_territories = true;
    note = denominator_note(map.catalogue, classify_coverage(map.catalogue, coverage, question),
                            question);
    EXPECT_NE(note.en.find("Northern Territories are included"), std::string::npos);
}

TEST(Legend, ThousandsAreSetOff) {
    EXPECT_EQ(with_thousands(0), "0");
    EXPECT_EQ(with_thousands(999), "999");
    EXPECT_EQ(with_thousands(1741), "1,741");
    EXPECT_EQ(with_thousands(1234567), "1,234,567");
}

TEST(ScaleBar, IsRoundAndFits) {
    for (double metres_per_px = 0.3; metres_per_px < 5000; metres_per_px *= 1.7) {
        const ScaleBar bar = scale_bar(metres_per_px, 150);
        EXPECT_LE(bar.length_px, 150);
        EXPECT_GT(bar.length_px, 150 / 2.6);
        EXPECT_NEAR(bar.length_px * metres_per_px, bar.length_m, 1e-6 * bar.length_m);
    }
    EXPECT_EQ(scale_bar(1000, 250).name.en, "200 km");
    EXPECT_EQ(scale_bar(1, 600).name.en, "500 m");
}

TEST(Scene, AMapWithoutLandIsStillAScene) {
    Catalogue catalogue;
    catalogue.edition = "none";
    const auto shapes = std::make_shared<const MapShapes>(
        make_map_shapes(catalogue, {}, Projection::equal_area_japan()));
    const Scene scene = make_coverage_scene(catalogue, shapes, {}, sized(400, 300));
    EXPECT_TRUE(scene.labels.empty());
    EXPECT_TRUE(scene.insets.empty());
}

}  // namespace
}  // namespace miraimap
