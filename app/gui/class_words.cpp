// SPDX-License-Identifier: MIT
#include "app/gui/class_words.hpp"

#include <algorithm>

namespace miraimap::gui {
namespace {

std::uint32_t flags_of(const MapStyle& map, const ClassStyle& style) {
    return (has_strong_fill(map, style) ? flag_covered : 0U) |
           (style.key == "outside" ? flag_outside : 0U);
}

}  // namespace

std::uint32_t packed(Colour c) {
    return static_cast<std::uint32_t>(c.r) | static_cast<std::uint32_t>(c.g) << 8U |
           static_cast<std::uint32_t>(c.b) << 16U | static_cast<std::uint32_t>(c.a) << 24U;
}

std::vector<std::uint32_t> class_words(const Scene& scene) {
    const auto number = [](int c, int shift) {
        return static_cast<std::uint32_t>(std::clamp(c + shift, 0, most_classes));
    };
    std::vector<std::uint32_t> words;
    words.reserve(scene.class_of.size());
    for (std::size_t i = 0; i < scene.class_of.size(); ++i) {
        std::uint32_t word = number(scene.class_of[i], 0);
        if (i < scene.further_classes.size()) {
            const FurtherClasses& more = scene.further_classes[i];
            word |= number(more.second, 1) << 8U | number(more.third, 1) << 16U;
        }
        words.push_back(word);
    }
    return words;
}

std::vector<std::uint32_t> style_words(const Scene& scene) {
    std::vector<std::uint32_t> words;
    for (const LegendEntry& entry : scene.legend) {
        const ClassStyle& style = entry.style;
        words.insert(words.end(),
                     {packed(style.fill), packed(style.hatch_colour),
                      static_cast<std::uint32_t>(style.hatch), flags_of(scene.style, style)});
    }
    return words;
}

}  // namespace miraimap::gui
