// SPDX-License-Identifier: MIT
#include "app/gui/gl_objects.hpp"

#include <array>

#include "geo/error.hpp"

namespace miraimap::gui {
namespace {

[[noreturn]] void refuse(const std::string& log) {
    throw Error(ErrorKind::input, "OpenGL",
                {"地図の描画プログラムを作れません（" + log + "）。",
                 "The map's shaders cannot be built (" + log + ")."},
                {"グラフィックドライバーを更新してください。", "Update the graphics driver."});
}

GLuint compile(GLenum kind, const char* text) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &text, nullptr);
    glCompileShader(shader);
    GLint done = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
    if (done != GL_TRUE) {
        std::array<char, 1024> log{};
        glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), nullptr, log.data());
        glDeleteShader(shader);
        refuse(log.data());
    }
    return shader;
}

}  // namespace

GlProgram::GlProgram(const char* vertex, const char* fragment) {
    const GLuint first = compile(GL_VERTEX_SHADER, vertex);
    const GLuint second = compile(GL_FRAGMENT_SHADER, fragment);
    id_ = glCreateProgram();
    glAttachShader(id_, first);
    glAttachShader(id_, second);
    glLinkProgram(id_);
    glDeleteShader(first);
    glDeleteShader(second);
    GLint done = GL_FALSE;
    glGetProgramiv(id_, GL_LINK_STATUS, &done);
    if (done != GL_TRUE) {
        std::array<char, 1024> log{};
        glGetProgramInfoLog(id_, static_cast<GLsizei>(log.size()), nullptr, log.data());
        glDeleteProgram(id_);
        refuse(log.data());
    }
}

GlProgram::~GlProgram() { glDeleteProgram(id_); }

void draw_segments(std::uint32_t first, std::uint32_t count) {
    constexpr GLsizei stride = 4 * sizeof(float);
    const std::size_t start = static_cast<std::size_t>(first) * stride;
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, gl_offset(start));
    glVertexAttribDivisor(0, 1);
    glEnableVertexAttribArray(1);
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, gl_offset(start + 2 * sizeof(float)));
    glVertexAttribDivisor(1, 1);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count));
}

}  // namespace miraimap::gui
