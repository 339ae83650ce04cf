// SPDX-License-Identifier: MIT
#include "app/gui/gl_picture.hpp"

namespace miraimap::gui {

bool GlPicture::resize(int width_px, int height_px) {
    if (width_px == width_px_ && height_px == height_px_) {
        return false;
    }
    width_px_ = width_px;
    height_px_ = height_px;
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_px, height_px, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glBindTexture(GL_TEXTURE_2D, 0);
    glBindFramebuffer(GL_FRAMEBUFFER, target_.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id(), 0);
    return true;
}

void GlPicture::fill(const PixelRect& part, const std::vector<std::uint32_t>& pixels) {
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, width_px_);
    glPixelStorei(GL_UNPACK_SKIP_PIXELS, part.left);
    glPixelStorei(GL_UNPACK_SKIP_ROWS, part.bottom);
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.left, part.bottom, part.width, part.height, GL_RGBA,
                    GL_UNSIGNED_BYTE, pixels.data());
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glPixelStorei(GL_UNPACK_SKIP_PIXELS, 0);
    glPixelStorei(GL_UNPACK_SKIP_ROWS, 0);
    glBindTexture(GL_TEXTURE_2D, 0);
}

void GlPicture::begin() const { glBindFramebuffer(GL_FRAMEBUFFER, target_.id()); }

void GlPicture::show(GLuint framebuffer, int left_px, int bottom_px) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, target_.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    glBlitFramebuffer(0, 0, width_px_, height_px_, left_px, bottom_px, left_px + width_px_,
                      bottom_px + height_px_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

}  // namespace miraimap::gui
