// SPDX-License-Identifier: MIT
// Colour differences are CIE 1976 (L*a*b*, D65); colour blindness is simulated with the matrices of
// G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A physiologically-based model for
// simulation of color vision deficiency", IEEE TVCG 15 (2009), severity 1.0.
#include "shapes/style.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>

#include "shapes/style_modes.hpp"

namespace miraimap {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple linear(Colour c) {
    const auto channel = [](std::uint8_t v) {
        const double s = v / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return {channel(c.r), channel(c.g), channel(c.b)};
}

Triple seen_through(const Matrix& m, const Triple& v) {
    Triple r{};
    for (std::size_t i = 0; i < 3; ++i) {
        r[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    }
    return r;
}

Triple lab(const Triple& rgb) {
    const Matrix to_xyz{{{0.4124564, 0.3575761, 0.1804375},
                         {0.2126729, 0.7151522, 0.0721750},
                         {0.0193339, 0.1191920, 0.9503041}}};
    Triple xyz = seen_through(to_xyz, rgb);
    const Triple white{0.95047, 1.0, 1.08883};
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = std::max(xyz[i], 0.0) / white[i];
        xyz[i] = t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
    }
    return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double difference(const Triple& a, const Triple& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const std::array<Matrix, 4> eyes{{
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

class Palette : public ::testing::TestWithParam<Theme> {};

TEST_P(Palette, GradesKeepTheirOrderInGreyscale) {
    const auto& classes = grade_classes(GetParam());
    ASSERT_EQ(classes.size(), 5U);
    EXPECT_EQ(classes[0].key, "direct");
    EXPECT_EQ(classes[3].key, "none");
    // On light paper the strongest grade is the darkest, on dark ground the lightest.
    const double sign = GetParam() == Theme::light ? 1 : -1;
    for (std::size_t i = 0; i + 1 < 4; ++i) {
        const double here = lab(linear(classes[i].fill))[0];
        const double next = lab(linear(classes[i + 1].fill))[0];
        EXPECT_GT(sign * (next - here), 8) << classes[i].key;
    }
}

TEST_P(Palette, ClassesDifferForEveryKindOfEye) {
    const auto& classes = grade_classes(GetParam());
    for (std::size_t eye = 0; eye < eyes.size(); ++eye) {
        for (std::size_t i = 0; i < classes.size(); ++i) {
            for (std::size_t j = i + 1; j < classes.size(); ++j) {
                EXPECT_GT(difference(lab(seen_through(eyes[eye], linear(classes[i].fill))),
                                     lab(seen_through(eyes[eye], linear(classes[j].fill)))),
                          9)
                    << "eye " << eye << ": " << classes[i].key << " and " << classes[j].key;
            }
        }
    }
}

std::vector<Colour> plain(const std::vector<ClassStyle>& classes) {
    std::vector<Colour> fills;
    for (const ClassStyle& c : classes) {
        fills.push_back(c.fill);
    }
    return fills;
}

void expect_apart(const std::vector<Colour>& fills, const std::string& what) {
    for (std::size_t eye = 0; eye < eyes.size(); ++eye) {
        for (std::size_t i = 0; i < fills.size(); ++i) {
            for (std::size_t j = i + 1; j < fills.size(); ++j) {
                EXPECT_GT(difference(lab(seen_through(eyes[eye], linear(fills[i]))),
                                     lab(seen_through(eyes[eye], linear(fills[j])))),
                          9)
                    << what << ", eye " << eye << ": " << i << " and " << j;
            }
        }
    }
}

TEST_P(Palette, StepsRunFromTheGroundToTheStrongestInEvenLightness) {
    const double sign = GetParam() == Theme::light ? -1 : 1;
    for (const std::vector<Colour>& steps :
         {figure_steps(GetParam()), distance_steps(GetParam()), plain(year_classes(GetParam()))}) {
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
            EXPECT_GT(sign * (lab(linear(steps[i + 1]))[0] - lab(linear(steps[i]))[0]), 8);
        }
    }
}

double contrast(Colour a, Colour b) {
    const auto luminance = [](Colour c) {
        const Triple v = linear(c);
        return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
    };
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

TEST_P(Palette, AnyYearStandsOutFromPlacesThatWereNeverSelected) {
    std::set<Hatch> hatches;
    for (const ClassStyle& year : year_classes(GetParam())) {
        EXPECT_GT(contrast(year.fill, grade_classes(GetParam())[3].fill), 1.5);
        EXPECT_GT(contrast(year.fill, grade_classes(GetParam())[2].fill), 1.2);
        if (year.hatch != Hatch::none) {
            EXPECT_TRUE(hatches.insert(year.hatch).second) << "a hatch of its own";
            EXPECT_GT(difference(lab(linear(year.fill)), lab(linear(year.hatch_colour))), 15);
        }
    }
    EXPECT_EQ(hatches.size(), year_classes(GetParam()).size() - 2) << "but for the two ends";
}

TEST_P(Palette, EveryMapsClassesDifferForEveryKindOfEye) {
    const Theme theme = GetParam();
    const Colour not_counted = grade_classes(theme).back().fill;
    const Colour nothing = nothing_class(theme).fill;
    std::vector<Colour> figures = figure_steps(theme);
    figures.insert(figures.end(), {nothing, not_counted});
    expect_apart(figures, "figures");
    std::vector<Colour> ways = distance_steps(theme);
    ways.insert(ways.end(), {grade_classes(theme).front().fill, supposed_class(theme).fill, nothing,
                             not_counted});
    expect_apart(ways, "ways");
    std::vector<Colour> grades = plain(grade_classes(theme));
    grades.push_back(supposed_class(theme).fill);
    expect_apart(grades, "grades and what if");
    EXPECT_NE(supposed_class(theme).hatch, Hatch::none);
    EXPECT_NE(nothing_class(theme).hatch, Hatch::none);
}

TEST_P(Palette, TheFurtherModesClassesDifferForEveryKindOfEye) {
    const Theme theme = GetParam();
    const std::vector<Colour> rest{grade_classes(theme)[2].fill, grade_classes(theme)[3].fill,
                                   grade_classes(theme)[4].fill, supposed_class(theme).fill,
                                   unresolved_class(theme).fill};
    const auto with_rest = [&](std::vector<Colour> fills) {
        fills.insert(fills.end(), rest.begin(), rest.end());
        return fills;
    };
    std::vector<Colour> technologies = plain(technology_classes(theme));
    technologies.insert(technologies.end(),
                        {several_class(theme).fill, not_printed_class(theme).fill});
    expect_apart(with_rest(technologies), "technologies");
    std::vector<Colour> programmes = plain(programme_classes(theme));
    programmes.push_back(several_class(theme).fill);
    expect_apart(with_rest(programmes), "programmes");
    expect_apart(with_rest(count_steps(theme)), "counts");
    std::vector<Colour> years = plain(year_classes(theme));
    years.push_back(earlier_class(theme).fill);
    expect_apart(with_rest(years), "years");
    expect_apart(with_rest({grade_classes(theme)[1].fill, not_printed_class(theme).fill}), "money");
    expect_apart(with_rest({grade_classes(theme)[0].fill, grade_classes(theme)[1].fill}), "grades");
}

TEST_P(Palette, ProgrammesAndTechnologiesHaveASecondChannelOfTheirOwn) {
    const Theme theme = GetParam();
    std::set<std::string> marks;
    for (int i = 0; i < programme_count; ++i) {
        for (const Lang lang : {Lang::ja, Lang::en}) {
            EXPECT_TRUE(marks
                            .insert((lang == Lang::ja ? "ja" : "en") +
                                    symbol_of(static_cast<Programme>(i)).in(lang))
                            .second);
        }
    }
    for (int i = 0; i < technology_count; ++i) {
        for (const Lang lang : {Lang::ja, Lang::en}) {
            EXPECT_TRUE(marks
                            .insert((lang == Lang::ja ? "ja" : "en") +
                                    symbol_of(static_cast<Technology>(i)).in(lang))
                            .second);
        }
    }
    for (const auto* classes : {&programme_classes(theme), &technology_classes(theme)}) {
        for (const ClassStyle& c : *classes) {
            if (c.hatch != Hatch::none) {
                EXPECT_GT(difference(lab(linear(c.fill)), lab(linear(c.hatch_colour))), 15)
                    << c.key;
            }
        }
    }
}

TEST_P(Palette, EveryClassHasItsOwnFillAndHatch) {
    std::set<std::array<int, 5>> looks;
    int plain = 0;
    for (const ClassStyle& c : grade_classes(GetParam())) {
        looks.insert({c.fill.r, c.fill.g, c.fill.b, c.fill.a, static_cast<int>(c.hatch)});
        plain += c.hatch == Hatch::none ? 1 : 0;
        EXPECT_FALSE(c.name.ja.empty());
        EXPECT_FALSE(c.name.en.empty());
        if (c.hatch != Hatch::none) {
            EXPECT_GT(difference(lab(linear(c.fill)), lab(linear(c.hatch_colour))), 15) << c.key;
        }
    }
    EXPECT_EQ(looks.size(), grade_classes(GetParam()).size());
    EXPECT_EQ(plain, 2);  // the two ends of the scale, which nothing confuses
}

TEST_P(Palette, WordsStandOutFromTheirGround) {
    const MapStyle& style = map_style(GetParam());
    EXPECT_GT(contrast(style.ink, style.page), 7);          // WCAG 2 AAA
    EXPECT_GT(contrast(style.quiet_ink, style.page), 4.5);  // WCAG 2 AA
    EXPECT_GT(contrast(style.label, style.label_halo), 7);
    EXPECT_GT(contrast(style.region_halo, style.region), 7);  // the number on its disc
}

INSTANTIATE_TEST_SUITE_P(Themes, Palette, ::testing::Values(Theme::light, Theme::dark));

}  // namespace
}  // namespace miraimap
