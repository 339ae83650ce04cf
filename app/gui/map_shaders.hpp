// SPDX-License-Identifier: MIT
// The map painter's four small shaders (OpenGL 3.3 core).
//
// Fills look their class up by feature number, so a filter change uploads classes and no geometry.
// Lines are quads around each border piece, softened over one pixel.
#pragma once

namespace miraimap::gui {

inline constexpr const char* fill_vertex_shader = R"(#version 330 core
layout(location = 0) in vec2 position_m;
layout(location = 1) in uint feature;
uniform vec2 u_centre_m;
uniform vec2 u_half_m;
uniform usamplerBuffer u_classes;
flat out int v_class;
void main() {
    v_class = int(texelFetch(u_classes, int(feature)).r);
    gl_Position = vec4((position_m - u_centre_m) / u_half_m, 0.0, 1.0);
}
)";

inline constexpr const char* fill_fragment_shader = R"(#version 330 core
flat in int v_class;
uniform vec4 u_fill[16];
uniform vec4 u_hatch_colour[16];
uniform int u_hatch[16];
uniform float u_ratio;
out vec4 colour;

// 1 on a line of the given period, 0 between, softened over a pixel.
float stripe(float x, float period, float width) {
    float d = abs(mod(x, period) - period * 0.5);
    return clamp(width * 0.5 + 0.5 - d, 0.0, 1.0);
}

void main() {
    vec2 p = gl_FragCoord.xy / u_ratio;
    int hatch = u_hatch[v_class];
    float on = 0.0;
    if (hatch == 1) {
        on = stripe((p.x - p.y) * 0.7071, 5.0, 1.3);
    } else if (hatch == 2) {
        on = stripe((p.x + p.y) * 0.7071, 5.0, 1.3);
    } else if (hatch == 3) {
        on = max(stripe((p.x - p.y) * 0.7071, 6.0, 1.0), stripe((p.x + p.y) * 0.7071, 6.0, 1.0));
    } else if (hatch == 4) {
        vec2 cell = mod(p, 5.0) - 2.5;
        on = clamp(1.6 - length(cell), 0.0, 1.0);
    } else if (hatch == 5) {
        on = stripe(p.y, 5.0, 1.2);
    }
    vec4 base = u_fill[v_class];
    vec4 line = u_hatch_colour[v_class];
    colour = vec4(mix(base.rgb, line.rgb, on * line.a), base.a);
}
)";

inline constexpr const char* line_vertex_shader = R"(#version 330 core
layout(location = 0) in vec2 a_m;
layout(location = 1) in vec2 b_m;
uniform vec2 u_centre_m;
uniform vec2 u_half_m;
uniform vec2 u_size_px;
uniform float u_half_width_px;
out float v_across_px;
void main() {
    vec2 a = (a_m - u_centre_m) / u_half_m * u_size_px * 0.5;
    vec2 b = (b_m - u_centre_m) / u_half_m * u_size_px * 0.5;
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
    colour = vec4(u_colour.rgb, u_colour.a * edge * thin);
}
)";

}  // namespace miraimap::gui
