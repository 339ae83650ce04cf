// SPDX-License-Identifier: MIT
#include "app/gui/bar_fit.hpp"

#include <limits>

namespace miraimap::gui {
namespace {

float total_of(const std::vector<BarPart>& parts, const std::vector<std::size_t>& forms,
               float gap) {
    float total = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const float width = parts[i][forms[i]].width;
        total += width > 0 ? width + (total > 0 ? gap : 0) : 0;
    }
    return total;
}

/// The part whose form is worth least of those that can be given up; parts.size() if none can.
std::size_t least_worth(const std::vector<BarPart>& parts, const std::vector<std::size_t>& forms) {
    std::size_t found = parts.size();
    int least = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (forms[i] + 1 < parts[i].size() && parts[i][forms[i]].worth < least) {
            least = parts[i][forms[i]].worth;
            found = i;
        }
    }
    return found;
}

/// Gives forms back that fit all the same, the worthiest first.
void give_back(const std::vector<BarPart>& parts, float room, float gap,
               std::vector<std::size_t>& forms) {
    for (bool given = true; given;) {
        given = false;
        std::vector<std::size_t> best = forms;
        int most = std::numeric_limits<int>::min();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (forms[i] == 0 || parts[i][forms[i] - 1].worth <= most) {
                continue;
            }
            std::vector<std::size_t> more = forms;
            --more[i];
            if (total_of(parts, more, gap) <= room) {
                best = more;
                most = parts[i][forms[i] - 1].worth;
                given = true;
            }
        }
        forms = best;
    }
}

}  // namespace

BarFit fit_bar(const std::vector<BarPart>& parts, float room, float gap) {
    BarFit fit;
    fit.forms.assign(parts.size(), 0);
    while (total_of(parts, fit.forms, gap) > room) {
        const std::size_t part = least_worth(parts, fit.forms);
        if (part == parts.size()) {
            break;
        }
        ++fit.forms[part];
    }
    give_back(parts, room, gap, fit.forms);
    fit.spare = room - total_of(parts, fit.forms, gap);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        fit.hides = fit.hides || (fit.forms[i] > 0 && parts[i][fit.forms[i]].width <= 0);
    }
    return fit;
}

BarFit fit_bar_with_rest(const std::vector<BarPart>& parts, float room, float gap, float button) {
    BarFit fit = fit_bar(parts, room, gap);
    return fit.hides ? fit_bar(parts, room - gap - button, gap) : fit;
}

}  // namespace miraimap::gui
