// SPDX-License-Identifier: MIT
#include "app/gui/gl_offscreen.hpp"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "app/gui/gl_objects.hpp"
#include "geo/error.hpp"

namespace miraimap::gui {
namespace {

[[noreturn]] void refuse(const std::string& what) {
    throw Error(
        ErrorKind::input, "EGL",
        {"画面なしの OpenGL を使えません（" + what + "）。",
         "OpenGL without a display cannot be used (" + what + ")."},
        {"libegl1 と libgl1-mesa-dri を入れてください。", "Install libegl1 and libgl1-mesa-dri."});
}

EGLDisplay surfaceless_display() {
    if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
        refuse("EGL_MESA_platform_surfaceless");
    }
    EGLDisplay display =
        eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) != EGL_TRUE) {
        refuse("eglInitialize");
    }
    return display;
}

EGLContext core_context(EGLDisplay display) {
    constexpr std::array<EGLint, 7> wanted{EGL_CONTEXT_MAJOR_VERSION,
                                           3,
                                           EGL_CONTEXT_MINOR_VERSION,
                                           3,
                                           EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                           EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                           EGL_NONE};
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) {
        refuse("eglBindAPI");
    }
    EGLContext context =
        eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted.data());
    if (context == EGL_NO_CONTEXT) {
        refuse("OpenGL 3.3");
    }
    return context;
}

}  // namespace

struct OffscreenGl::Parts {
    /// Objects of the context, which must go before it.
    struct Target {
        GlFramebuffer framebuffer;
        GlTexture texture;
    };
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    std::optional<Target> target;

    Parts() : display(surfaceless_display()), context(core_context(display)) {
        if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) != EGL_TRUE) {
            eglDestroyContext(display, context);
            refuse("eglMakeCurrent");
        }
        target.emplace();
    }
    ~Parts() {
        target.reset();
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display, context);
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    Parts(Parts&&) = delete;
    Parts& operator=(Parts&&) = delete;
};

OffscreenGl::OffscreenGl(int width_px, int height_px)
    : parts_(std::make_unique<Parts>()), width_px_(width_px), height_px_(height_px) {
    glBindTexture(GL_TEXTURE_2D, parts_->target->texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_px, height_px, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glBindTexture(GL_TEXTURE_2D, 0);
    glBindFramebuffer(GL_FRAMEBUFFER, parts_->target->framebuffer.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                           parts_->target->texture.id(), 0);
}

OffscreenGl::~OffscreenGl() = default;

MapFrame OffscreenGl::frame(double pixel_ratio) const {
    MapFrame frame;
    frame.window_height_px = height_px_;
    frame.pixel_ratio = pixel_ratio;
    frame.framebuffer = parts_->target->framebuffer.id();
    return frame;
}

std::vector<std::uint32_t> OffscreenGl::pixels() const {
    const auto width = static_cast<std::ptrdiff_t>(width_px_);
    std::vector<std::uint32_t> rows(static_cast<std::size_t>(width_px_) *
                                    static_cast<std::size_t>(height_px_));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, parts_->target->framebuffer.id());
    glReadPixels(0, 0, width_px_, height_px_, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    for (std::ptrdiff_t low = 0, high = height_px_ - 1; low < high; ++low, --high) {
        std::swap_ranges(rows.begin() + low * width, rows.begin() + (low + 1) * width,
                         rows.begin() + high * width);
    }
    return rows;
}

void OffscreenGl::finish() const { glFinish(); }

}  // namespace miraimap::gui
