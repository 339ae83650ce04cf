// SPDX-License-Identifier: MIT
// Fonts of the window: found through fontconfig, holding every code point that can appear.
//
// Dear ImGui draws glyphs from an atlas that is fixed when it is built. So every text that can be
// shown is collected first, and the atlas is built anew when more is needed (typed text, new
// scale). Promises: a code point that Noto Sans CJK JP lacks comes from the best other installed
// font; what no font has is reported. Does not: need OpenGL; the atlas is made on the CPU.
#pragma once

#include <imgui.h>

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace miraimap {
struct World;
}

namespace miraimap::gui {

/// A font in a file; collections (.ttc) hold several faces.
struct FontFile {
    std::filesystem::path file;
    int face = 0;
    std::string family;
};

/// The best installed Japanese font (Noto Sans CJK JP where it is installed).
/// @throws Error{input} if there is no font at all
FontFile find_japanese_font(bool bold);
/// The best installed font that has a code point; an empty file if none has it.
FontFile find_font_with(char32_t code_point);

using CodePoints = std::set<char32_t>;

void add_code_points(std::string_view text, CodePoints& out);
/// Texts of the interface, in both languages, with ASCII and the signs used in numbers.
CodePoints interface_code_points();
/// Everything that can come from the data: names, selections, reasons, findings.
CodePoints world_code_points(const World& world);

/// The sizes in which text appears, as em in pixels at scale 1.
enum class FontUse : std::uint8_t {
    body,
    body_bold,
    small,
    small_bold,
    label,
    label_bold,
    title,
};
inline constexpr int font_use_count = 7;

class FontSet {
public:
    FontSet();
    ~FontSet();
    FontSet(FontSet&&) noexcept;
    FontSet& operator=(FontSet&&) noexcept;
    FontSet(const FontSet&) = delete;
    FontSet& operator=(const FontSet&) = delete;

    /// Fills an empty atlas.
    /// @param scale  device pixels per pixel
    void build(ImFontAtlas& atlas, const CodePoints& code_points, float scale);

    [[nodiscard]] ImFont* font(FontUse use) const { return fonts_[static_cast<std::size_t>(use)]; }
    /// Nominal em size of a use, in pixels at scale 1.
    static float em_px(FontUse use);
    /// Dear ImGui's size (ascent to descent) for one em pixel of the Japanese font.
    [[nodiscard]] float height_per_em() const { return height_per_em_; }
    /// How many letters of a frame stand for ones that the atlas lacks. For tests: walks every
    /// corner that was drawn.
    [[nodiscard]] int replaced_glyphs(const ImDrawData& drawn) const;
    /// Code points asked for that no installed font has.
    [[nodiscard]] const CodePoints& missing() const { return missing_; }

private:
    struct Files;
    std::unique_ptr<Files> files_;
    ImFont* fonts_[font_use_count] = {};
    float height_per_em_ = 1;
    CodePoints missing_;
};

}  // namespace miraimap::gui
