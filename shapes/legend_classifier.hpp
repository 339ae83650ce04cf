// SPDX-License-Identifier: MIT
// How the modes of the map share their classes out: one loop over all municipalities, the same for
// every mode, with the classes that every mode ends in.
//
// Promises: every municipality is in exactly one class; those outside the prefectures in focus,
// those not counted, supposed ones and those an ambiguous text may mean are kept apart.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "shapes/legend.hpp"
#include "shapes/style_modes.hpp"

namespace miraimap {

/// A class without hatch.
inline ClassStyle step_style(std::string key, Text name, Colour fill) {
    return {std::move(key), std::move(name), fill, Hatch::none, fill};
}

/// Puts every municipality into a class: outside, not counted, supposed, or what `class_of` says.
class Classifier {
public:
    /// The classes of places that are not selected, from the first to the last.
    struct Unselected {
        std::size_t first = 1;
        std::size_t last = 0;  ///< before the first: the mode does not tell them apart
        [[nodiscard]] bool holds(std::size_t index) const {
            return first <= index && index <= last;
        }
    };

    explicit Classifier(const LegendQuestion& question) : question_(question) {}

    void add(const ClassStyle& style, const Text& symbol = {}) {
        result_.legend.push_back({style, 0, true, 0, symbol});
    }

    /// @param supposed  with a class of its own for supposed places
    /// @param unselected  a place of these that an ambiguous text may mean is unresolved
    template <typename ClassOf>
    Classification run(const Catalogue& catalogue, bool supposed, const ClassOf& class_of,
                       Unselected unselected) {
        const bool with_unresolved = unselected.first <= unselected.last;
        const std::size_t unresolved = result_.legend.size();
        if (with_unresolved) {
            add(unresolved_class(question_.theme));
        }
        const std::size_t supposed_index = result_.legend.size();
        const bool with_supposed = supposed && !question_.supposed.empty();
        if (with_supposed) {
            add(supposed_class(question_.theme));
        }
        const std::size_t not_counted = result_.legend.size();
        add(grade_classes(question_.theme).back());
        const std::size_t outside = result_.legend.size();
        if (!question_.prefectures.empty()) {
            result_.legend.push_back({outside_class(question_.theme), 0, false});
        }
        for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
            const Municipality& m = catalogue.municipalities[i];
            const auto place = static_cast<int>(i);
            std::size_t index = not_counted;
            if (!in_focus(m)) {
                index = outside;
            } else if (is_counted(m, question_.counting)) {
                const bool imagined = with_supposed && contains(question_.supposed, place);
                index = imagined ? supposed_index : class_of(i);
                if (unselected.holds(index) && contains(question_.unresolved, place)) {
                    index = unresolved;
                }
                ++result_.counted;
            }
            result_.class_of.push_back(static_cast<int>(index));
            ++result_.legend[index].count;
        }
        // Nothing to explain if everything counts or is settled.
        result_.legend[not_counted].listed = result_.legend[not_counted].count > 0;
        if (with_unresolved) {
            result_.legend[unresolved].listed = result_.legend[unresolved].count > 0;
        }
        return std::move(result_);
    }

    [[nodiscard]] bool in_focus(const Municipality& m) const {
        const std::vector<int>& only = question_.prefectures;
        return only.empty() || std::find(only.begin(), only.end(), m.prefecture) != only.end();
    }
    [[nodiscard]] bool counted(const Municipality& m) const {
        return in_focus(m) && is_counted(m, question_.counting);
    }
    [[nodiscard]] std::size_t classes() const { return result_.legend.size(); }

private:
    [[nodiscard]] static bool contains(const std::vector<int>& ascending, int place) {
        return std::binary_search(ascending.begin(), ascending.end(), place);
    }

    const LegendQuestion& question_;
    Classification result_;
};

}  // namespace miraimap
