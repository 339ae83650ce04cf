// SPDX-License-Identifier: MIT
#include "shapes/tile_names.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "shapes/tiles.hpp"

namespace miraimap {
namespace {

constexpr double between_px = 3;  ///< the names of two tiles

}  // namespace

double tile_name_room_px(double step_px) { return step_px - between_px; }

std::string fitted_name(const std::string& name, double size_px, double room_px,
                        const MeasureText& measure) {
    if (measure(name, size_px).first <= room_px) {
        return name;
    }
    constexpr std::size_t least_letters = 3;
    const bool latin = std::all_of(name.begin(), name.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    for (std::size_t length = name.size(); latin && --length >= least_letters;) {
        std::string shorter = name.substr(0, length) + ".";
        if (measure(shorter, size_px).first <= room_px) {
            return shorter;
        }
    }
    return {};
}

std::string tile_name(const Prefecture& prefecture, Lang lang) {
    const std::string& name = prefecture.name.in(lang);
    const std::size_t last = std::string("県").size();
    return lang == Lang::ja && prefecture.number > 1 && name.size() > last
               ? name.substr(0, name.size() - last)
               : name;
}

TileRoom tile_room(std::size_t tile, double wanted_px, double step_px) {
    const TilePlace own = tile_places()[tile];
    const auto open_sea = [&](int side) {
        return std::none_of(tile_places().begin(), tile_places().end(), [&](TilePlace other) {
            return other.row == own.row && other.column == own.column + side;
        });
    };
    const double left_px = open_sea(-1) ? step_px / 2 - between_px : 0;
    const double right_px = open_sea(1) ? step_px / 2 - between_px : 0;
    const double beyond_px = std::max(0.0, wanted_px - (step_px - between_px)) / 2;
    // In the middle above its tile as far as both sides are open, else towards an open one.
    const double shift_px =
        std::max(0.0, beyond_px - left_px) - std::max(0.0, beyond_px - right_px);
    TileRoom room{step_px - between_px + left_px + right_px,
                  {std::clamp(shift_px, -left_px / 2, right_px / 2)}};
    for (const auto& [open_px, side] : {std::pair(left_px, -1.0), std::pair(right_px, 1.0)}) {
        if (2 * beyond_px <= open_px) {
            room.shifts_px.push_back(side * beyond_px);
        }
    }
    return room;
}

double tile_name_size_px(double largest_px, double least_px, double step_px, Lang lang,
                         const MeasureText& measure) {
    constexpr double smaller_px = 0.5;
    double size_px = largest_px;
    const auto all_fit = [&] {
        bool fit = true;
        for (std::size_t i = 0; fit && i < prefectures().size(); ++i) {
            const double wanted_px = measure(tile_name(prefectures()[i], lang), size_px).first;
            fit = wanted_px <= tile_room(i, wanted_px, step_px).width_px;
        }
        return fit;
    };
    while (size_px - smaller_px >= least_px && !all_fit()) {
        size_px -= smaller_px;
    }
    return size_px;
}

}  // namespace miraimap
