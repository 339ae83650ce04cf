// SPDX-License-Identifier: MIT
#include "shapes/style.hpp"

#include <algorithm>
#include <cmath>

namespace miraimap {

namespace {

/// Relative luminance of sRGB, 0..1 (WCAG 2.1).
double luminance(Colour c) {
    const auto linear = [](std::uint8_t value) {
        const double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

const Text direct_name{"選定", "Selected"};
const Text part_name{"一部のみ選定", "Only a part selected"};
const Text part_brief{"一部のみ", "Part only"};
const Text prefecture_name{"都道府県のみ選定", "Only its prefecture selected"};
const Text prefecture_brief{"都道府県のみ", "Prefecture only"};
const Text none_name{"選定なし", "Not selected"};
const Text not_counted_name{"集計対象外（北方領土など）",
                            "Not counted (Northern Territories etc.)"};
const Text not_counted_brief{"集計対象外", "Not counted"};
const Text supposed_name{"仮に選定（データではない）", "What if (not data)"};
const Text supposed_brief{"仮に選定", "What if"};
const Text nothing_name{"数なし", "No figure"};
const Text outside_name{"絞り込みの範囲外", "Outside the filter"};

}  // namespace

const MapStyle& map_style(Theme theme) {
    static const MapStyle light{
        .sea = {232, 239, 243},
        .municipality_border = {110, 128, 140, 150},
        .covered_border = {255, 255, 255, 210},
        .prefecture_border = {62, 80, 94},
        .coast = {96, 116, 130},
        .label = {24, 36, 48},
        .label_halo = {255, 255, 255, 225},
        .selection = {214, 72, 22},
        .hover = {240, 138, 36},
        .region = {122, 28, 96},
        .region_halo = {255, 255, 255},
        .meeting = {0, 122, 82},
        .ink = {24, 36, 48},
        .quiet_ink = {92, 106, 118},
        .page = {255, 255, 255},
        .rule = {208, 217, 223},
    };
    static const MapStyle dark{
        .sea = {16, 24, 34},
        .municipality_border = {8, 14, 22, 170},
        .covered_border = {12, 22, 34, 210},
        .prefecture_border = {150, 172, 188},
        .coast = {104, 128, 146},
        .label = {240, 246, 250},
        .label_halo = {12, 18, 27, 215},
        .selection = {255, 140, 66},
        .hover = {255, 186, 92},
        .region = {246, 168, 222},
        .region_halo = {22, 31, 43},
        .meeting = {72, 226, 164},
        .ink = {236, 242, 246},
        .quiet_ink = {154, 170, 184},
        .page = {22, 31, 43},
        .rule = {52, 66, 82},
    };
    return theme == Theme::light ? light : dark;
}

BorderLook border_look(const MapStyle& style, double metres_per_px) {
    constexpr double near_m = 250;
    constexpr double far_m = 2500;
    const double t = (std::log(std::max(metres_per_px, 1e-9)) - std::log(near_m)) /
                     (std::log(far_m) - std::log(near_m));
    const double strength = 1.0 - 0.45 * std::clamp(t, 0.0, 1.0);
    return {style.municipality_border_px * (0.5 + strength), strength,
            style.municipality_border_px * 2 * strength, style.coast_px,
            style.prefecture_border_px * (0.4 + 0.6 * strength)};
}

bool has_strong_fill(const MapStyle& style, const ClassStyle& entry) {
    constexpr double dark_ground = 0.2;
    constexpr double strong_on_dark = 0.15;
    constexpr double strong_on_light = 0.4;
    const double fill = luminance(entry.fill);
    return luminance(style.sea) < dark_ground ? fill > strong_on_dark : fill < strong_on_light;
}

const std::vector<ClassStyle>& grade_classes(Theme theme) {
    static const std::vector<ClassStyle> light{
        {"direct", direct_name, {6, 78, 116}, Hatch::none, {6, 78, 116}},
        {"part", part_name, {96, 165, 201}, Hatch::diagonal, {6, 78, 116}, part_brief},
        {"prefecture",
         prefecture_name,
         {198, 224, 232},
         Hatch::dots,
         {92, 146, 172},
         prefecture_brief},
        {"none", none_name, {252, 251, 247}, Hatch::none, {252, 251, 247}},
        {"not-counted",
         not_counted_name,
         {217, 214, 208},
         Hatch::cross,
         {164, 158, 150},
         not_counted_brief},
    };
    static const std::vector<ClassStyle> dark{
        {"direct", direct_name, {112, 214, 255}, Hatch::none, {112, 214, 255}},
        {"part", part_name, {44, 128, 168}, Hatch::diagonal, {150, 222, 250}, part_brief},
        {"prefecture",
         prefecture_name,
         {34, 74, 98},
         Hatch::dots,
         {104, 160, 190},
         prefecture_brief},
        {"none", none_name, {36, 47, 61}, Hatch::none, {36, 47, 61}},
        {"not-counted",
         not_counted_name,
         {66, 66, 68},
         Hatch::cross,
         {112, 110, 108},
         not_counted_brief},
    };
    return theme == Theme::light ? light : dark;
}

const ClassStyle& supposed_class(Theme theme) {
    static const ClassStyle light{"supposed",           supposed_name,   {142, 129, 244},
                                  Hatch::back_diagonal, {255, 255, 255}, supposed_brief};
    static const ClassStyle dark{"supposed",           supposed_name, {170, 150, 255},
                                 Hatch::back_diagonal, {36, 26, 82},  supposed_brief};
    return theme == Theme::light ? light : dark;
}

const std::vector<Colour>& figure_steps(Theme theme) {
    static const std::vector<Colour> light{
        {245, 215, 236}, {217, 166, 210}, {181, 117, 184}, {133, 76, 154}, {80, 43, 105}};
    static const std::vector<Colour> dark{
        {100, 71, 116}, {144, 95, 161}, {187, 126, 190}, {219, 165, 212}, {246, 215, 237}};
    return theme == Theme::light ? light : dark;
}

const std::vector<Colour>& distance_steps(Theme theme) {
    static const std::vector<Colour> light{{252, 236, 203}, {242, 204, 142}, {234, 165, 89},
                                           {219, 122, 53},  {184, 79, 42},   {127, 47, 36}};
    static const std::vector<Colour> dark{{106, 58, 46},  {148, 78, 49},  {183, 104, 48},
                                          {212, 139, 50}, {230, 180, 82}, {247, 222, 147}};
    return theme == Theme::light ? light : dark;
}

const ClassStyle& nothing_class(Theme theme) {
    static const ClassStyle light{
        "nothing", nothing_name, {250, 250, 248}, Hatch::diagonal, {186, 190, 192}};
    static const ClassStyle dark{
        "nothing", nothing_name, {34, 40, 48}, Hatch::diagonal, {84, 94, 104}};
    return theme == Theme::light ? light : dark;
}

const ClassStyle& outside_class(Theme theme) {
    static const ClassStyle light{
        "outside", outside_name, {232, 232, 229}, Hatch::none, {232, 232, 229}};
    static const ClassStyle dark{"outside", outside_name, {26, 35, 47}, Hatch::none, {26, 35, 47}};
    return theme == Theme::light ? light : dark;
}

}  // namespace miraimap
