// SPDX-License-Identifier: MIT
// The page of the export's preview on the graphics card.
//
// Does not: outlive its context; `forget` it before the context goes.
#pragma once

#include <cstdint>
#include <memory>

#include "app/gui/export_state.hpp"
#include "app/gui/gl_objects.hpp"

namespace miraimap::gui {

class PreviewTexture {
public:
    /// Brings a page to the graphics card, if it is not there yet.
    /// @param preview  may be null or without a page
    /// @returns the texture's name; 0 without a page
    std::uintptr_t show(const std::shared_ptr<const ExportPreview>& preview);
    void forget() {
        texture_.reset();
        shown_.reset();
    }

private:
    std::unique_ptr<GlTexture> texture_;
    std::shared_ptr<const ExportPreview> shown_;
};

}  // namespace miraimap::gui
