// SPDX-License-Identifier: MIT
#include "shapes/style_modes.hpp"

#include <array>
#include <cstddef>

namespace miraimap {
namespace {

constexpr std::size_t year_count = 6;

/// What sets one class apart from the others besides its name.
struct Look {
    Colour light;
    Colour light_hatch;
    Colour dark;
    Colour dark_hatch;
    Hatch hatch = Hatch::none;
};

constexpr Colour white{255, 255, 255};
constexpr Colour black{20, 20, 24};

const std::array<Look, programme_count> programme_looks{{
    {{213, 94, 0}, white, {235, 120, 40}, black, Hatch::none},
    {{0, 90, 140}, white, {77, 144, 200}, black, Hatch::dots},
    {{60, 160, 110}, white, {70, 200, 140}, black, Hatch::diagonal},
    {{230, 170, 30}, {110, 70, 0}, {250, 210, 80}, {110, 70, 0}, Hatch::horizontal},
    {{204, 121, 167}, white, {225, 165, 209}, black, Hatch::back_diagonal},
    {{70, 70, 70}, white, {235, 235, 235}, {90, 90, 96}, Hatch::cross},
}};

const std::array<Look, technology_count> technology_looks{{
    {{4, 105, 181}, white, {57, 134, 200}, black, Hatch::none},
    {{230, 159, 0}, {110, 70, 0}, {250, 190, 60}, {110, 70, 0}, Hatch::dots},
    {{0, 150, 94}, white, {44, 200, 128}, black, Hatch::diagonal},
    {{204, 121, 167}, white, {218, 148, 204}, black, Hatch::back_diagonal},
    {{86, 180, 233}, {6, 70, 110}, {117, 229, 255}, {6, 70, 110}, Hatch::horizontal},
    {{213, 94, 0}, white, {230, 110, 40}, black, Hatch::cross},
    {{120, 60, 30}, white, {165, 110, 89}, black, Hatch::dots},
    {{60, 60, 60}, white, {235, 235, 235}, {90, 90, 96}, Hatch::diagonal},
}};

/// From the newest to the oldest; the two ends of the scale, which nothing confuses, are plain.
const std::array<Look, year_count> year_looks{{
    {{240, 190, 110}, white, {124, 68, 52}, black, Hatch::none},
    {{233, 158, 77}, {120, 62, 10}, {158, 86, 50}, {250, 205, 170}, Hatch::dots},
    {{219, 122, 53}, {255, 226, 190}, {190, 112, 48}, black, Hatch::diagonal},
    {{190, 88, 42}, {255, 214, 176}, {216, 144, 54}, {96, 46, 8}, Hatch::horizontal},
    {{146, 60, 38}, {244, 188, 156}, {232, 182, 86}, {120, 70, 10}, Hatch::back_diagonal},
    {{96, 34, 36}, white, {248, 224, 152}, black, Hatch::none},
}};

template <typename Value, std::size_t count>
std::vector<ClassStyle> styles(const std::array<Look, count>& looks, Theme theme) {
    std::vector<ClassStyle> out;
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = static_cast<Value>(i);
        const bool light = theme == Theme::light;
        out.push_back({key_of(value), name_of(value), light ? looks[i].light : looks[i].dark,
                       looks[i].hatch, light ? looks[i].light_hatch : looks[i].dark_hatch});
    }
    return out;
}

const Text several_name{"複数", "Several"};
const Text not_printed_name{"選定（技術の記載なし）", "Selected, technology not printed"};
const Text not_printed_brief{"技術の記載なし", "No technology printed"};
const Text unresolved_name{"地名が未確定", "Name not settled"};
const Text unresolved_brief{"未確定", "Not settled"};
const Text earlier_name{"過年度（年度の記載なし）", "Earlier (year not printed)"};
const Text earlier_brief{"過年度", "Earlier"};

const std::array<Text, programme_count> programme_briefs{{
    {"未来技術", "Future tech (CAO)"},
    {"Society5.0", "Society 5.0 (CAO)"},
    {"データ連携", "Data-linked (MIC)"},
    {"新MaaS", "New MaaS (METI)"},
    {"日本版MaaS", "MaaS (MLIT)"},
    {"モデル", "Smart city (MLIT)"},
}};

}  // namespace

const std::vector<ClassStyle>& programme_classes(Theme theme) {
    const auto made = [](Theme of) {
        std::vector<ClassStyle> out = styles<Programme>(programme_looks, of);
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].short_name = programme_briefs.at(i);
        }
        return out;
    };
    static const std::vector<ClassStyle> light = made(Theme::light);
    static const std::vector<ClassStyle> dark = made(Theme::dark);
    return theme == Theme::light ? light : dark;
}

const std::vector<ClassStyle>& technology_classes(Theme theme) {
    static const std::vector<ClassStyle> light = styles<Technology>(technology_looks, Theme::light);
    static const std::vector<ClassStyle> dark = styles<Technology>(technology_looks, Theme::dark);
    return theme == Theme::light ? light : dark;
}

const std::vector<ClassStyle>& year_classes(Theme theme) {
    const auto made = [](Theme of) {
        std::vector<ClassStyle> out;
        for (const Look& look : year_looks) {
            const bool light = of == Theme::light;
            out.push_back({"",
                           {},
                           light ? look.light : look.dark,
                           look.hatch,
                           light ? look.light_hatch : look.dark_hatch});
        }
        return out;
    };
    static const std::vector<ClassStyle> light = made(Theme::light);
    static const std::vector<ClassStyle> dark = made(Theme::dark);
    return theme == Theme::light ? light : dark;
}

const ClassStyle& several_class(Theme theme) {
    static const ClassStyle light{
        "several", several_name, {110, 110, 110}, Hatch::back_diagonal, white};
    static const ClassStyle dark{
        "several", several_name, {158, 142, 154}, Hatch::back_diagonal, black};
    return theme == Theme::light ? light : dark;
}

const ClassStyle& not_printed_class(Theme theme) {
    static const ClassStyle light{"not-printed", not_printed_name, {170, 165, 150},
                                  Hatch::none,   {170, 165, 150},  not_printed_brief};
    static const ClassStyle dark{"not-printed", not_printed_name, {103, 106, 103},
                                 Hatch::none,   {103, 106, 103},  not_printed_brief};
    return theme == Theme::light ? light : dark;
}

const ClassStyle& unresolved_class(Theme theme) {
    static const ClassStyle light{"unresolved", unresolved_name, {200, 235, 80},
                                  Hatch::cross, {84, 112, 0},    unresolved_brief};
    static const ClassStyle dark{"unresolved", unresolved_name, {50, 45, 150},
                                 Hatch::cross, {180, 176, 255}, unresolved_brief};
    return theme == Theme::light ? light : dark;
}

const ClassStyle& earlier_class(Theme theme) {
    static const ClassStyle light{"earlier",       earlier_name,    {110, 110, 110},
                                  Hatch::diagonal, {255, 255, 255}, earlier_brief};
    static const ClassStyle dark{"earlier",       earlier_name, {158, 142, 154},
                                 Hatch::diagonal, {30, 30, 34}, earlier_brief};
    return theme == Theme::light ? light : dark;
}

std::vector<Colour> count_steps(Theme theme) {
    const std::vector<Colour>& steps = figure_steps(theme);
    return {steps.begin() + 1, steps.end()};
}

const Text& symbol_of(Programme programme) {
    static const std::array<Text, programme_count> symbols{
        {{"☆", "☆"}, {"S5", "S5"}, {"□", "□"}, {"○", "○"}, {"●", "●"}, {"■", "■"}}};
    return symbols.at(static_cast<std::size_t>(programme));
}

const Text& symbol_of(Technology technology) {
    static const std::array<Text, technology_count> symbols{{{"自", "AD"},
                                                             {"ド", "Dr"},
                                                             {"AI", "AI"},
                                                             {"IoT", "IoT"},
                                                             {"ロ", "Ro"},
                                                             {"VR", "VR"},
                                                             {"￥", "Ca"},
                                                             {"鎖", "Bc"}}};
    return symbols.at(static_cast<std::size_t>(technology));
}

}  // namespace miraimap
