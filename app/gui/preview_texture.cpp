// SPDX-License-Identifier: MIT
#include "app/gui/preview_texture.hpp"

namespace miraimap::gui {

std::uintptr_t PreviewTexture::show(const std::shared_ptr<const ExportPreview>& preview) {
    if (preview == shown_) {
        return texture_ ? texture_->id() : 0;
    }
    forget();
    shown_ = preview;
    if (!preview || preview->pixels.rgba.empty()) {
        return 0;
    }
    texture_ = std::make_unique<GlTexture>();
    const PagePixels& page = preview->pixels;
    glBindTexture(GL_TEXTURE_2D, texture_->id());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, page.width_px, page.height_px, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, page.rgba.data());
    return texture_->id();
}

}  // namespace miraimap::gui
