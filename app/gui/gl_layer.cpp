// SPDX-License-Identifier: MIT
#include "app/gui/gl_layer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace miraimap::gui {
namespace {

/// Borders reach over the edge of a part by their half width and soft edge.
constexpr double border_reach_px = 4;

void make_texture(const GlTexture& texture, GLint format, int width_px, int height_px,
                  GLenum layout, GLenum type) {
    glBindTexture(GL_TEXTURE_2D, texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, format, width_px, height_px, 0, layout, type, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glBindTexture(GL_TEXTURE_2D, 0);
}

void set_target(const GlFramebuffer& target, const GlTexture& texture) {
    glBindFramebuffer(GL_FRAMEBUFFER, target.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture.id(), 0);
}

/// Copies what both have in common after a move of the content by (-dx, -dy).
void copy_moved(const GlFramebuffer& from, const GlFramebuffer& to, int width, int height, int dx,
                int dy) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to.id());
    const int left = std::max(0, -dx);
    const int right = std::min(width, width - dx);
    const int bottom = std::max(0, -dy);
    const int top = std::min(height, height - dy);
    glBlitFramebuffer(left + dx, bottom + dy, right + dx, top + dy, left, bottom, right, top,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

}  // namespace

void GlLayer::Side::fit(int width, int height) {
    if (width == width_px && height == height_px) {
        return;
    }
    width_px = width;
    height_px = height;
    make_texture(ids, GL_R32UI, width + 1, height + 1, GL_RED_INTEGER, GL_UNSIGNED_INT);
    make_texture(borders, GL_RGBA8, width, height, GL_RGBA, GL_UNSIGNED_BYTE);
    set_target(ids_target, ids);
    set_target(borders_target, borders);
}

LayerWork GlLayer::update(GlMesh& mesh, const DeviceView& view, const BorderWidths& widths,
                          bool cull) {
    const LayerPlan plan = plan_layer(look_, {view, widths}, cull);
    look_ = plan.look;
    LayerWork work;
    if (plan.whole) {
        sides_[now_].fit(view.width_px, view.height_px);
        work.whole = 1;
    } else if (!plan.parts.empty()) {
        move(plan.move_x, plan.move_y);
        work.strips = static_cast<long long>(plan.parts.size());
    }
    for (const PixelRect& part : plan.parts) {
        draw(mesh, part, cull, work.draws);
    }
    return work;
}

void GlLayer::move(int dx_px, int dy_px) {
    const Side& from = sides_[now_];
    Side& to = sides_[1 - now_];
    to.fit(from.width_px, from.height_px);
    glDisable(GL_SCISSOR_TEST);
    copy_moved(from.ids_target, to.ids_target, from.width_px + 1, from.height_px + 1, dx_px, dy_px);
    copy_moved(from.borders_target, to.borders_target, from.width_px, from.height_px, dx_px, dy_px);
    now_ = 1 - now_;
}

void GlLayer::draw(GlMesh& mesh, const PixelRect& part, bool cull, DrawCounts& counts) {
    const DeviceView& view = look_.view;
    const DeviceView corners = corners_of(view);
    const double left_m = corners.box().min_x_m + part.left * view.metres_per_px;
    const double bottom_m = corners.box().min_y_m + part.bottom * view.metres_per_px;
    const double reach_m = border_reach_px * view.metres_per_px;
    const MapBox box{left_m - reach_m, bottom_m - reach_m,
                     left_m + part.width * view.metres_per_px + reach_m,
                     bottom_m + part.height * view.metres_per_px + reach_m};
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_BLEND);
    glEnable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_FRAMEBUFFER, sides_[now_].ids_target.id());
    glViewport(0, 0, corners.width_px, corners.height_px);
    glScissor(part.left, part.bottom, part.width, part.height);
    const std::array<GLuint, 4> nothing{};
    glClearBufferuiv(GL_COLOR, 0, nothing.data());
    mesh.draw_ids(corners, box, cull, counts);

    glBindFramebuffer(GL_FRAMEBUFFER, sides_[now_].borders_target.id());
    glViewport(0, 0, view.width_px, view.height_px);
    const std::array<GLfloat, 4> clear{};
    glClearBufferfv(GL_COLOR, 0, clear.data());
    // Of crossing borders the stronger one counts: a net of thin lines does not add up to grey.
    glEnable(GL_BLEND);
    glBlendEquation(GL_MAX);
    constexpr std::array<LineKind, line_kind_count> kinds{LineKind::municipality,
                                                          LineKind::prefecture, LineKind::coast};
    for (std::size_t channel = 0; channel < kinds.size(); ++channel) {
        std::array<float, 4> colour{};
        colour[channel] = 1;
        mesh.draw_lines(kinds[channel], view, box,
                        look_.widths[static_cast<std::size_t>(kinds[channel])], colour, cull,
                        counts);
    }
    glBlendEquation(GL_FUNC_ADD);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    glBindVertexArray(0);
}

std::vector<std::uint32_t> GlLayer::read_ids() const {
    const auto columns = static_cast<std::size_t>(look_.view.width_px) + 1;
    const auto rows = static_cast<std::size_t>(look_.view.height_px) + 1;
    std::vector<std::uint32_t> numbers(columns * rows);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, sides_[now_].ids_target.id());
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, 0, look_.view.width_px + 1, look_.view.height_px + 1, GL_RED_INTEGER,
                 GL_UNSIGNED_INT, numbers.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    return numbers;
}

}  // namespace miraimap::gui
