// SPDX-License-Identifier: MIT
#include "shapes/style.hpp"

namespace miraimap {

namespace {

const Text direct_name{"選定（市区町村が対象）", "Selected"};
const Text part_name{"一部の区・地区のみ選定", "Only a ward or district selected"};
const Text prefecture_name{"都道府県としてのみ選定", "Only its prefecture selected"};
const Text none_name{"選定なし", "Not selected"};
const Text not_counted_name{"集計対象外（北方領土など）",
                            "Not counted (Northern Territories etc.)"};
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
        .ink = {236, 242, 246},
        .quiet_ink = {154, 170, 184},
        .page = {22, 31, 43},
        .rule = {52, 66, 82},
    };
    return theme == Theme::light ? light : dark;
}

const std::vector<ClassStyle>& grade_classes(Theme theme) {
    static const std::vector<ClassStyle> light{
        {"direct", direct_name, {6, 78, 116}, Hatch::none, {6, 78, 116}},
        {"part", part_name, {96, 165, 201}, Hatch::diagonal, {6, 78, 116}},
        {"prefecture", prefecture_name, {198, 224, 232}, Hatch::dots, {92, 146, 172}},
        {"none", none_name, {252, 251, 247}, Hatch::none, {252, 251, 247}},
        {"not-counted", not_counted_name, {217, 214, 208}, Hatch::cross, {164, 158, 150}},
    };
    static const std::vector<ClassStyle> dark{
        {"direct", direct_name, {112, 214, 255}, Hatch::none, {112, 214, 255}},
        {"part", part_name, {44, 128, 168}, Hatch::diagonal, {150, 222, 250}},
        {"prefecture", prefecture_name, {34, 74, 98}, Hatch::dots, {104, 160, 190}},
        {"none", none_name, {36, 47, 61}, Hatch::none, {36, 47, 61}},
        {"not-counted", not_counted_name, {66, 66, 68}, Hatch::cross, {112, 110, 108}},
    };
    return theme == Theme::light ? light : dark;
}

const ClassStyle& outside_class(Theme theme) {
    static const ClassStyle light{
        "outside", outside_name, {232, 232, 229}, Hatch::none, {232, 232, 229}};
    static const ClassStyle dark{"outside", outside_name, {26, 35, 47}, Hatch::none, {26, 35, 47}};
    return theme == Theme::light ? light : dark;
}

}  // namespace miraimap
