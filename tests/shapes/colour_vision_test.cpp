// SPDX-License-Identifier: MIT
#include "shapes/colour_vision.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace miraimap {
namespace {

int apart(Colour a, Colour b) {
    return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b);
}

TEST(ColourVision, UsualEyesSeeWhatIsThereAndGreysStayGrey) {
    const Colour any{12, 200, 77, 90};
    EXPECT_EQ(seen_with(Vision::usual, any), any);
    for (int v = 0; v < vision_count; ++v) {
        for (const int grey : {0, 90, 180, 255}) {
            const auto g = static_cast<std::uint8_t>(grey);
            EXPECT_LE(apart(seen_with(static_cast<Vision>(v), Colour{g, g, g}), Colour{g, g, g}), 4)
                << v;
        }
        EXPECT_EQ(seen_with(static_cast<Vision>(v), any).a, 90) << "opacity stays";
    }
}

TEST(ColourVision, EachKindConfusesWhatItIsKnownFor) {
    const Colour red{200, 60, 40};
    const Colour olive{110, 110, 30};
    EXPECT_LT(apart(seen_with(Vision::protanopia, red), seen_with(Vision::protanopia, olive)),
              apart(red, olive) / 2);
    const Colour green{90, 150, 60};
    const Colour orange{190, 110, 60};
    EXPECT_LT(
        apart(seen_with(Vision::deuteranopia, green), seen_with(Vision::deuteranopia, orange)),
        apart(green, orange) / 2);
    const Colour blue{60, 140, 160};
    const Colour teal{60, 150, 110};
    EXPECT_LT(apart(seen_with(Vision::tritanopia, blue), seen_with(Vision::tritanopia, teal)),
              apart(blue, teal) / 2);
}

TEST(ColourVision, AWholeSceneIsTransformed) {
    Scene scene;
    scene.style = map_style(Theme::light);
    for (const ClassStyle& style : grade_classes(Theme::light)) {
        scene.legend.push_back({style, 1, true});
    }
    Scene seen = scene;
    see_with(Vision::protanopia, seen);
    EXPECT_EQ(seen.style.selection, seen_with(Vision::protanopia, scene.style.selection));
    EXPECT_FALSE(seen.style.selection == scene.style.selection);
    EXPECT_EQ(seen.legend[0].style.fill, seen_with(Vision::protanopia, scene.legend[0].style.fill));
    EXPECT_EQ(seen.legend[0].count, 1);
}

}  // namespace
}  // namespace miraimap
