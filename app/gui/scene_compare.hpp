// SPDX-License-Identifier: MIT
// Whether two scenes look the same, so that nothing is painted twice.
#pragma once

#include "shapes/scene.hpp"

namespace miraimap::gui {

bool same_view(const View& a, const View& b);

/// True if both give the same picture apart from classes, outlines, labels and words.
bool same_picture(const Scene& a, const Scene& b);

}  // namespace miraimap::gui
