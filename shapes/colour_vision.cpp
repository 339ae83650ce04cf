// SPDX-License-Identifier: MIT
#include "shapes/colour_vision.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace miraimap {
namespace {

using Row = std::array<double, 3>;
using Matrix = std::array<Row, 3>;

const Matrix& matrix_of(Vision vision) {
    static const std::array<Matrix, vision_count> matrices{{
        {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
        {{{0.152286, 1.052583, -0.204868},
          {0.114503, 0.786281, 0.099216},
          {-0.003882, -0.048116, 1.051998}}},
        {{{0.367322, 0.860646, -0.227968},
          {0.280085, 0.672501, 0.047413},
          {-0.011820, 0.042940, 0.968881}}},
        {{{1.255528, -0.076749, -0.178779},
          {-0.078411, 0.930809, 0.147602},
          {0.004733, 0.691367, 0.303900}}},
    }};
    return matrices.at(static_cast<std::size_t>(vision));
}

/// IEC 61966-2-1.
double to_linear(std::uint8_t value) {
    const double v = static_cast<double>(value) / 255;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

std::uint8_t from_linear(double value) {
    const double v = std::clamp(value, 0.0, 1.0);
    const double s = v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(s * 255));
}

}  // namespace

const std::string& key_of(Vision vision) {
    static const std::array<std::string, vision_count> keys{"usual", "protanopia", "deuteranopia",
                                                            "tritanopia"};
    return keys.at(static_cast<std::size_t>(vision));
}

const Text& name_of(Vision vision) {
    static const std::array<Text, vision_count> names{{{"一般の色覚", "Usual colour vision"},
                                                       {"1型（P型）色覚", "Protanopia"},
                                                       {"2型（D型）色覚", "Deuteranopia"},
                                                       {"3型（T型）色覚", "Tritanopia"}}};
    return names.at(static_cast<std::size_t>(vision));
}

Colour seen_with(Vision vision, Colour colour) {
    if (vision == Vision::usual) {
        return colour;
    }
    const Matrix& m = matrix_of(vision);
    const Row light{to_linear(colour.r), to_linear(colour.g), to_linear(colour.b)};
    std::array<std::uint8_t, 3> seen{};
    for (std::size_t i = 0; i < seen.size(); ++i) {
        seen[i] = from_linear(m[i][0] * light[0] + m[i][1] * light[1] + m[i][2] * light[2]);
    }
    return {seen[0], seen[1], seen[2], colour.a};
}

ClassStyle seen_with(Vision vision, ClassStyle style) {
    style.fill = seen_with(vision, style.fill);
    style.hatch_colour = seen_with(vision, style.hatch_colour);
    return style;
}

MapStyle seen_with(Vision vision, MapStyle style) {
    for (Colour* colour :
         {&style.sea, &style.municipality_border, &style.covered_border, &style.prefecture_border,
          &style.coast, &style.label, &style.label_halo, &style.selection, &style.hover, &style.ink,
          &style.quiet_ink, &style.page, &style.rule}) {
        *colour = seen_with(vision, *colour);
    }
    return style;
}

void see_with(Vision vision, Scene& scene) {
    scene.style = seen_with(vision, scene.style);
    for (LegendEntry& entry : scene.legend) {
        entry.style = seen_with(vision, entry.style);
    }
}

}  // namespace miraimap
