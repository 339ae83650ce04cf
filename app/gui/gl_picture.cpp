// SPDX-License-Identifier: MIT
#include "app/gui/gl_picture.hpp"

#include <algorithm>

namespace miraimap::gui {

GlPicture::GlPicture(int samples) {
    GLint most = 0;
    glGetIntegerv(GL_MAX_SAMPLES, &most);
    samples_ = samples > 1 ? std::min<int>(samples, most) : 0;
}

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
    glBindFramebuffer(GL_FRAMEBUFFER, plain_.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id(), 0);
    if (samples_ > 1) {
        glBindRenderbuffer(GL_RENDERBUFFER, sampled_colour_.id());
        glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples_, GL_RGBA8, width_px, height_px);
        glBindFramebuffer(GL_FRAMEBUFFER, sampled_.id());
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER,
                                  sampled_colour_.id());
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    return true;
}

void GlPicture::begin(bool draft) {
    draft_ = draft && samples_ > 1;
    glBindFramebuffer(GL_FRAMEBUFFER, samples_ > 1 && !draft_ ? sampled_.id() : plain_.id());
}

void GlPicture::end() {
    if (samples_ > 1 && !draft_) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, sampled_.id());
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, plain_.id());
        glBlitFramebuffer(0, 0, width_px_, height_px_, 0, 0, width_px_, height_px_,
                          GL_COLOR_BUFFER_BIT, GL_NEAREST);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

void GlPicture::show(int left_px, int bottom_px) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, plain_.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glBlitFramebuffer(0, 0, width_px_, height_px_, left_px, bottom_px, left_px + width_px_,
                      bottom_px + height_px_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
}

}  // namespace miraimap::gui
