// SPDX-License-Identifier: MIT
// The parts of the export dialog. For the dialog's own files.
#pragma once

#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// Kind, format and all that goes with it; as wide as `width_px`.
void export_options(const Ui& ui, float width_px);

/// What the file will hold: a page of it, the beginning of its tables, or its sections.
void export_preview(const Ui& ui, ImVec2 extent);

}  // namespace miraimap::gui
