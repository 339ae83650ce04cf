// SPDX-License-Identifier: MIT
// The map painter's shaders (OpenGL 3.3 core).
//
// Geometry is drawn when the view changes, into two textures: which feature stands at each corner
// of a pixel, and how much of a pixel the borders cover. One pass over the picture then looks
// classes and styles up, so that a filter change uploads classes and draws no geometry.
#pragma once

namespace miraimap::gui {

/// Fills and points: a feature's number + 1 in every pixel whose centre it covers.
inline constexpr const char* id_vertex_shader = R"(#version 330 core
layout(location = 0) in vec2 position_m;
layout(location = 1) in uint feature;
uniform vec2 u_centre_m;
uniform vec2 u_centre_rest_m;
uniform vec2 u_per_m;
flat out uint v_id;
void main() {
    v_id = feature + 1u;
    gl_Position = vec4(((position_m - u_centre_m) - u_centre_rest_m) * u_per_m, 0.0, 1.0);
    gl_PointSize = 1.0;
}
)";

inline constexpr const char* id_fragment_shader = R"(#version 330 core
flat in uint v_id;
out uint id;
void main() { id = v_id; }
)";

/// A quad around each piece of a border, with half a pixel of soft edge.
inline constexpr const char* line_vertex_shader = R"(#version 330 core
layout(location = 0) in vec2 a_m;
layout(location = 1) in vec2 b_m;
uniform vec2 u_centre_m;
uniform vec2 u_centre_rest_m;
uniform vec2 u_per_m;
uniform vec2 u_size_px;
uniform float u_half_width_px;
out float v_across_px;
void main() {
    vec2 a = ((a_m - u_centre_m) - u_centre_rest_m) * u_per_m * u_size_px * 0.5;
    vec2 b = ((b_m - u_centre_m) - u_centre_rest_m) * u_per_m * u_size_px * 0.5;
    vec2 along = b - a;
    float length_px = length(along);
    along = length_px > 1e-6 ? along / length_px : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    float reach = u_half_width_px + 0.75;
    float side = (gl_VertexID & 1) == 0 ? -1.0 : 1.0;
    vec2 p = (gl_VertexID < 2 ? a - along * u_half_width_px * 0.5
                              : b + along * u_half_width_px * 0.5) + across * side * reach;
    v_across_px = side * reach;
    gl_Position = vec4(p / (u_size_px * 0.5), 0.0, 1.0);
}
)";

inline constexpr const char* line_fragment_shader = R"(#version 330 core
in float v_across_px;
uniform vec4 u_colour;
uniform float u_half_width_px;
out vec4 colour;
void main() {
    float edge = clamp(u_half_width_px + 0.5 - abs(v_across_px), 0.0, 1.0);
    float thin = min(1.0, u_half_width_px * 2.0 + 0.25);
    colour = u_colour * edge * thin;
}
)";

/// Rectangles of a pane: lower left corner, width and height in pixels.
inline constexpr const char* shade_vertex_shader = R"(#version 330 core
layout(location = 0) in vec4 tile_px;
uniform vec2 u_pane_px;
void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    gl_Position = vec4((tile_px.xy + corner * tile_px.zw) / u_pane_px * 2.0 - 1.0, 0.0, 1.0);
}
)";

/// u_features: class | (second + 1) << 8 | (third + 1) << 16 of a feature.
/// u_styles: fill, hatch colour (RGBA, lowest byte first), hatch and flags of a class; flag 1: its
/// own borders are drawn in the covered colour, flag 2: its borders say nothing.
inline constexpr const char* shade_fragment_shader = R"(#version 330 core
uniform usampler2D u_ids;
uniform sampler2D u_borders;
uniform usamplerBuffer u_features;
uniform usamplerBuffer u_styles;
uniform ivec2 u_corner_px;
uniform float u_top_px;
uniform float u_ratio;
uniform float u_stripe_px;
uniform vec4 u_sea;
uniform vec4 u_municipality;
uniform vec4 u_covered;
uniform vec4 u_coast;
uniform vec4 u_prefecture;
out vec4 colour;

vec4 rgba(uint word) {
    return vec4(word & 255u, (word >> 8) & 255u, (word >> 16) & 255u, word >> 24) / 255.0;
}

// 1 on lines `period` apart through 0, `width` wide, softened over a device pixel.
float lines(float x, float period, float width) {
    float d = abs(mod(x + period * 0.5, period) - period * 0.5);
    return clamp((width * 0.5 - d) * u_ratio + 0.5, 0.0, 1.0);
}

float dot_at(vec2 p, vec2 centre) {
    vec2 d = mod(p - centre + 3.0, 6.0) - 3.0;
    return clamp((0.65 - length(d)) * u_ratio + 0.5, 0.0, 1.0);
}

float hatch_at(uint hatch, vec2 p) {
    if (hatch == 1u) { return lines((p.x + p.y) * 0.70711, 4.24264, 1.2); }
    if (hatch == 2u) { return lines((p.x - p.y) * 0.70711, 4.24264, 1.2); }
    if (hatch == 3u) {
        return max(lines((p.x + p.y) * 0.70711, 5.65685, 0.7),
                   lines((p.x - p.y) * 0.70711, 5.65685, 0.7));
    }
    if (hatch == 4u) { return max(dot_at(p, vec2(0.5, 1.5)), dot_at(p, vec2(3.5, 4.5))); }
    if (hatch == 5u) { return lines(p.y - 2.0, 4.0, 0.8); }
    return 0.0;
}

// Colour of a feature at a place of the picture; the flags of its class.
vec3 face(uint id, vec2 p, out uint flags) {
    flags = 3u;
    if (id == 0u) { return u_sea.rgb; }
    uint entry = texelFetch(u_features, int(id) - 1).r;
    uint kind = entry & 255u;
    uint second = (entry >> 8) & 255u;
    if (second != 0u) {
        uint third = (entry >> 16) & 255u;
        float bands = third != 0u ? 3.0 : 2.0;
        float band = floor(mod((p.x - p.y) * 0.70711 / u_stripe_px, bands));
        kind = band < 0.5 ? kind : (band < 1.5 ? second - 1u : third - 1u);
    }
    uvec4 style = texelFetch(u_styles, int(kind));
    flags = style.w;
    vec3 fill = rgba(style.x).rgb;
    if (style.z == 0u || second != 0u) { return fill; }
    vec4 line = rgba(style.y);
    return mix(fill, line.rgb, hatch_at(style.z, p) * line.a);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy) - u_corner_px;
    vec2 p = vec2(gl_FragCoord.x, u_top_px - gl_FragCoord.y) / u_ratio;
    uint a = texelFetch(u_ids, at, 0).r;
    uint b = texelFetch(u_ids, at + ivec2(1, 0), 0).r;
    uint c = texelFetch(u_ids, at + ivec2(0, 1), 0).r;
    uint d = texelFetch(u_ids, at + ivec2(1, 1), 0).r;
    uint flags;
    vec3 mixed = face(a, p, flags);
    if (b != a || c != a || d != a) {
        uint other = b != a ? b : (c != a ? c : d);
        uint other_flags;
        vec3 beside = face(other, p, other_flags);
        float share = (float(b != a) + float(c != a) + float(d != a)) * 0.25;
        mixed = mix(mixed, beside, share);
        flags &= other_flags;
    }
    vec4 borders = texelFetch(u_borders, at, 0);
    vec4 inner = (flags & 1u) != 0u ? u_covered : u_municipality;
    float heard = (flags & 2u) != 0u ? 0.0 : 1.0;
    mixed = mix(mixed, inner.rgb, borders.r * inner.a * heard);
    mixed = mix(mixed, u_coast.rgb, borders.b * u_coast.a);
    mixed = mix(mixed, u_prefecture.rgb, borders.g * u_prefecture.a);
    colour = vec4(mixed, 1.0);
}
)";

}  // namespace miraimap::gui
