// SPDX-License-Identifier: MIT
#include "app/gui/gl_shading.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/gui/class_words.hpp"
#include "app/gui/map_shaders.hpp"

namespace miraimap::gui {
namespace {

void attach(const GlTexture& texture, GLenum format, const GlBuffer& buffer) {
    glBindTexture(GL_TEXTURE_BUFFER, texture.id());
    glTexBuffer(GL_TEXTURE_BUFFER, format, buffer.id());
    glBindTexture(GL_TEXTURE_BUFFER, 0);
}

void set_colour(GLint uniform, Colour c, double opacity = 1) {
    std::array<float, 4> value = rgba(c);
    value[3] = static_cast<float>(static_cast<double>(c.a) / 255 * opacity);
    glUniform4fv(uniform, 1, value.data());
}

void bind(GLenum unit, GLenum target, GLuint texture) {
    glActiveTexture(unit);
    glBindTexture(target, texture);
}

}  // namespace

GlShading::GlShading() : program_(shade_vertex_shader, shade_fragment_shader) {
    glUseProgram(program_.id());
    glUniform1i(program_.uniform("u_ids"), 0);
    glUniform1i(program_.uniform("u_borders"), 1);
    glUniform1i(program_.uniform("u_features"), 2);
    glUniform1i(program_.uniform("u_styles"), 3);
    glUniform1f(program_.uniform("u_stripe_px"), static_cast<float>(stripe_px));
    tile_array_.bind();
    tiles_.bind(GL_ARRAY_BUFFER);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, 4 * sizeof(float), nullptr);
    glVertexAttribDivisor(0, 1);
    glBindVertexArray(0);
    at_ = {program_.uniform("u_pane_px"),   program_.uniform("u_corner_px"),
           program_.uniform("u_top_px"),    program_.uniform("u_ratio"),
           program_.uniform("u_sea"),       program_.uniform("u_municipality"),
           program_.uniform("u_covered"),   program_.uniform("u_coast"),
           program_.uniform("u_prefecture")};
}

long long GlShading::set_classes(const Scene& scene) {
    std::vector<std::uint32_t> entries = class_words(scene);
    if (entries == entries_) {
        return 0;
    }
    entries_ = std::move(entries);
    features_.upload(GL_TEXTURE_BUFFER, entries_, GL_DYNAMIC_DRAW);
    attach(feature_texture_, GL_R32UI, features_);
    return static_cast<long long>(entries_.size()) * static_cast<long long>(sizeof(std::uint32_t));
}

bool GlShading::set_styles(const Scene& scene) {
    std::vector<std::uint32_t> looks = style_words(scene);
    if (looks == looks_) {
        return false;
    }
    looks_ = std::move(looks);
    styles_.upload(GL_TEXTURE_BUFFER, looks_, GL_DYNAMIC_DRAW);
    attach(style_texture_, GL_RGBA32UI, styles_);
    return true;
}

void GlShading::shade(const GlLayer& layer, const std::vector<PixelRect>& land, int left_px,
                      int bottom_px, int picture_height_px, double ratio, double strength,
                      const MapStyle& style) {
    const int width_px = layer.view().width_px;
    const int height_px = layer.view().height_px;
    glViewport(left_px, bottom_px, width_px, height_px);
    glEnable(GL_SCISSOR_TEST);
    glScissor(left_px, bottom_px, width_px, height_px);
    const std::array<float, 4> sea = rgba(style.sea);
    glClearBufferfv(GL_COLOR, 0, sea.data());
    glDisable(GL_SCISSOR_TEST);
    if (land.empty()) {
        return;
    }
    glUseProgram(program_.id());
    glUniform2f(at_.pane_px, static_cast<float>(width_px), static_cast<float>(height_px));
    glUniform2i(at_.corner_px, left_px, bottom_px);
    glUniform1f(at_.top_px, static_cast<float>(picture_height_px));
    glUniform1f(at_.ratio, static_cast<float>(ratio));
    set_colour(at_.sea, style.sea);
    set_colour(at_.municipality, style.municipality_border, strength);
    set_colour(at_.covered, style.covered_border);
    set_colour(at_.coast, style.coast);
    set_colour(at_.prefecture, style.prefecture_border);
    bind(GL_TEXTURE3, GL_TEXTURE_BUFFER, style_texture_.id());
    bind(GL_TEXTURE2, GL_TEXTURE_BUFFER, feature_texture_.id());
    bind(GL_TEXTURE1, GL_TEXTURE_2D, layer.borders().id());
    bind(GL_TEXTURE0, GL_TEXTURE_2D, layer.ids().id());
    tile_array_.bind();
    std::vector<std::array<float, 4>> tiles;
    for (const PixelRect& rect : land) {
        tiles.push_back({static_cast<float>(rect.left), static_cast<float>(rect.bottom),
                         static_cast<float>(rect.width), static_cast<float>(rect.height)});
    }
    tiles_.upload(GL_ARRAY_BUFFER, tiles, GL_STREAM_DRAW);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(land.size()));
    glBindVertexArray(0);
    bind(GL_TEXTURE3, GL_TEXTURE_BUFFER, 0);
    bind(GL_TEXTURE2, GL_TEXTURE_BUFFER, 0);
    bind(GL_TEXTURE1, GL_TEXTURE_2D, 0);
    bind(GL_TEXTURE0, GL_TEXTURE_2D, 0);
}

}  // namespace miraimap::gui
