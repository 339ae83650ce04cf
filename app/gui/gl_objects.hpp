// SPDX-License-Identifier: MIT
// OpenGL names that are freed by their destructors, and the few calls the map painter needs.
//
// Promises: nothing leaks; a shader that does not compile throws with the driver's words.
// Does not: hide OpenGL; a context must be current whenever one of these is made, used or freed.
#pragma once

#include <epoxy/gl.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "shapes/style.hpp"

namespace miraimap::gui {

/// A colour as OpenGL takes it.
inline std::array<float, 4> rgba(Colour c) {
    constexpr float full = 255;
    return {static_cast<float>(c.r) / full, static_cast<float>(c.g) / full,
            static_cast<float>(c.b) / full, static_cast<float>(c.a) / full};
}

/// A byte offset as the pointer argument that OpenGL wants.
inline const void* gl_offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes);  // NOLINT(performance-no-int-to-ptr)
}

/// One OpenGL name; `Traits` says how to make and free it.
template <typename Traits>
class GlObject {
public:
    GlObject() { Traits::make(&id_); }
    ~GlObject() { Traits::delete_object(&id_); }
    GlObject(const GlObject&) = delete;
    GlObject& operator=(const GlObject&) = delete;
    GlObject(GlObject&&) = delete;
    GlObject& operator=(GlObject&&) = delete;
    [[nodiscard]] GLuint id() const { return id_; }

private:
    GLuint id_ = 0;
};

struct TextureTraits {
    static void make(GLuint* id) { glGenTextures(1, id); }
    static void delete_object(const GLuint* id) { glDeleteTextures(1, id); }
};
struct FramebufferTraits {
    static void make(GLuint* id) { glGenFramebuffers(1, id); }
    static void delete_object(const GLuint* id) { glDeleteFramebuffers(1, id); }
};
struct RenderbufferTraits {
    static void make(GLuint* id) { glGenRenderbuffers(1, id); }
    static void delete_object(const GLuint* id) { glDeleteRenderbuffers(1, id); }
};
struct BufferTraits {
    static void make(GLuint* id) { glGenBuffers(1, id); }
    static void delete_object(const GLuint* id) { glDeleteBuffers(1, id); }
};
struct VertexArrayTraits {
    static void make(GLuint* id) { glGenVertexArrays(1, id); }
    static void delete_object(const GLuint* id) { glDeleteVertexArrays(1, id); }
};

using GlTexture = GlObject<TextureTraits>;
using GlFramebuffer = GlObject<FramebufferTraits>;
using GlRenderbuffer = GlObject<RenderbufferTraits>;

class GlVertexArray : public GlObject<VertexArrayTraits> {
public:
    void bind() const { glBindVertexArray(id()); }
};

class GlBuffer : public GlObject<BufferTraits> {
public:
    void bind(GLenum target) const { glBindBuffer(target, id()); }
    /// Replaces the whole content.
    template <typename T>
    void upload(GLenum target, const std::vector<T>& values, GLenum usage) {
        bind(target);
        glBufferData(target, static_cast<GLsizeiptr>(values.size() * sizeof(T)), values.data(),
                     usage);
    }
};

/// A linked pair of shaders.
class GlProgram {
public:
    /// @throws Error{input} with the driver's message
    GlProgram(const char* vertex, const char* fragment);
    ~GlProgram();
    GlProgram(const GlProgram&) = delete;
    GlProgram& operator=(const GlProgram&) = delete;
    GlProgram(GlProgram&&) = delete;
    GlProgram& operator=(GlProgram&&) = delete;
    [[nodiscard]] GLuint id() const { return id_; }
    [[nodiscard]] GLint uniform(const char* name) const { return glGetUniformLocation(id_, name); }

private:
    GLuint id_ = 0;
};

/// Draws border pieces (four floats each) of the bound array buffer as anti-aliased quads, with the
/// line program in use and a vertex array bound.
void draw_segments(std::uint32_t first, std::uint32_t count);

}  // namespace miraimap::gui
