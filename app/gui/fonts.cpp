// SPDX-License-Identifier: MIT
#include "app/gui/fonts.hpp"

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>

#include "app/core/snapshot.hpp"
#include "app/gui/map_modes.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/utf8.hpp"
#include "geo/error.hpp"
#include "geo/io/csv.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/style.hpp"
#include FT_FREETYPE_H

namespace miraimap::gui {
namespace {

constexpr const char* wanted_family = "Noto Sans CJK JP";
constexpr char32_t last_drawable = 0xFFFF;  // Dear ImGui's 16-bit characters

/// Runs a fontconfig match; the pattern is freed.
FontFile match(FcPattern* pattern) {
    FcConfigSubstitute(nullptr, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result = FcResultNoMatch;
    FcPattern* found = FcFontMatch(nullptr, pattern, &result);
    FcPatternDestroy(pattern);
    FontFile out;
    if (found != nullptr) {
        FcChar8* file = nullptr;
        FcChar8* family = nullptr;
        int index = 0;
        if (FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch) {
            out.file = reinterpret_cast<const char*>(file);
            FcPatternGetInteger(found, FC_INDEX, 0, &index);
            out.face = index & 0xFFFF;  // the high half numbers variations
            if (FcPatternGetString(found, FC_FAMILY, 0, &family) == FcResultMatch) {
                out.family = reinterpret_cast<const char*>(family);
            }
        }
        FcPatternDestroy(found);
    }
    return out;
}

const FcChar8* fc_text(const char* text) { return reinterpret_cast<const FcChar8*>(text); }

void add_text(const Text& text, CodePoints& out) {
    add_code_points(text.ja, out);
    add_code_points(text.en, out);
}

/// One face opened with FreeType only to ask what it holds.
class Face {
public:
    Face(const std::string& bytes, int index) {
        if (FT_Init_FreeType(&library_) != 0 ||
            FT_New_Memory_Face(library_, reinterpret_cast<const FT_Byte*>(bytes.data()),
                               static_cast<FT_Long>(bytes.size()), index, &face_) != 0) {
            face_ = nullptr;
        }
    }
    ~Face() {
        if (face_ != nullptr) {
            FT_Done_Face(face_);
        }
        if (library_ != nullptr) {
            FT_Done_FreeType(library_);
        }
    }
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;
    Face(Face&&) = delete;
    Face& operator=(Face&&) = delete;
    [[nodiscard]] bool has(char32_t c) const {
        return face_ != nullptr && FT_Get_Char_Index(face_, c) != 0;
    }
    [[nodiscard]] float height_per_em() const {
        if (face_ == nullptr || face_->units_per_EM == 0) {
            return 1;
        }
        return static_cast<float>(face_->ascender - face_->descender) /
               static_cast<float>(face_->units_per_EM);
    }

private:
    FT_Library library_ = nullptr;
    FT_Face face_ = nullptr;
};

struct UseStyle {
    float em_px;
    bool bold;
};
constexpr std::array<UseStyle, font_use_count> use_styles{
    {{15, false}, {15, true}, {13, false}, {13, true}, {11.5F, false}, {11.5F, true}, {21, true}}};

std::vector<ImWchar> to_ranges(const CodePoints& code_points) {
    std::vector<ImWchar> ranges;
    for (const char32_t c : code_points) {
        const auto w = static_cast<ImWchar>(c);
        if (!ranges.empty() && ranges.back() + 1 == w) {
            ranges.back() = w;
        } else {
            ranges.push_back(w);
            ranges.push_back(w);
        }
    }
    ranges.push_back(0);
    return ranges;
}

}  // namespace

FontFile find_japanese_font(bool bold) {
    FcPattern* pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, fc_text(wanted_family));
    FcPatternAddString(pattern, FC_LANG, fc_text("ja"));
    FcPatternAddInteger(pattern, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FontFile out = match(pattern);
    if (out.file.empty()) {
        throw Error(ErrorKind::input, "fontconfig",
                    {"フォントが一つもない", "no font is installed"},
                    {"fonts-noto-cjk を入れる", "install fonts-noto-cjk"});
    }
    return out;
}

FontFile find_font_with(char32_t code_point) {
    FcCharSet* set = FcCharSetCreate();
    FcCharSetAddChar(set, code_point);
    FcPattern* pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, fc_text("sans-serif"));
    FcPatternAddCharSet(pattern, FC_CHARSET, set);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern, FC_COLOR, FcFalse);
    FcCharSetDestroy(set);
    FontFile found = match(pattern);
    if (found.file.empty()) {
        return {};
    }
    const std::string bytes = read_file(found.file);
    return Face(bytes, found.face).has(code_point) ? found : FontFile{};
}

void add_code_points(std::string_view text, CodePoints& out) {
    for (const char32_t c : decode_utf8(text)) {
        if (c >= 0x20 && c != 0x7F) {
            out.insert(c);
        }
    }
}

CodePoints interface_code_points() {
    CodePoints out;
    constexpr char32_t replacement = 0xFFFD;  // what is drawn for a letter that is not there
    out.insert(replacement);
    // ASCII, brackets and marks of Japanese, full-width forms: texts are put together with them.
    constexpr std::array<std::pair<char32_t, char32_t>, 3> always{
        {{0x20, 0x7E}, {0x3000, 0x301F}, {0xFF01, 0xFF5E}}};
    for (const auto& [first, last] : always) {
        for (char32_t c = first; c <= last; ++c) {
            out.insert(c);
        }
    }
    add_code_points("←→↑↓…–—−×·°′″±≤≥％：（）、。「」・～¥円千万億年度件都道府県市区町村", out);
    for (const Text& text : all_texts()) {
        add_text(text, out);
    }
    for (const Text& text : legend_texts()) {
        add_text(text, out);
    }
    return out;
}

CodePoints world_code_points(const World& world) {
    CodePoints out;
    add_code_points(world.catalogue.edition, out);
    add_code_points(world.boundary_file, out);
    add_code_points(world.boundary_format, out);
    for (const Prefecture& p : prefectures()) {
        add_text(p.name, out);
        add_code_points(p.kana, out);
    }
    for (const Region& r : regions()) {
        add_text(r.name, out);
    }
    for (const Municipality& m : world.catalogue.municipalities) {
        add_code_points(m.name_ja, out);
        add_code_points(m.name_kana, out);
        add_code_points(m.name_en, out);
    }
    for (const Selection& s : world.selections) {
        for (const std::string& text : {s.area_text, s.title, s.technologies_printed,
                                        s.marks_printed, s.past_printed, s.table}) {
            add_code_points(text, out);
        }
        for (const std::string& theme : s.themes) {
            add_code_points(theme, out);
        }
        add_text(year_name(s.fiscal_year), out);
        for (const Programme p : s.programmes) {
            add_text(name_of(p), out);
        }
    }
    for (const JoinedSelection& joined : world.join.selections) {
        add_text(name_of(joined.scope), out);
        for (const ResolvedPart& part : joined.parts) {
            add_code_points(part.part, out);
            add_text(part.reason, out);
            add_text(name_of(part.match), out);
            for (const Candidate& candidate : part.candidates) {
                add_code_points(candidate.name, out);
                add_code_points(candidate.prefecture, out);
            }
        }
    }
    for (const Finding& finding : world.findings) {
        add_text(finding.text, out);
        add_code_points(finding.where, out);
    }
    for (int i = 0; i < programme_count; ++i) {
        add_text(name_of(static_cast<Programme>(i)), out);
    }
    for (int i = 0; i < technology_count; ++i) {
        add_text(name_of(static_cast<Technology>(i)), out);
    }
    for (int i = 0; i < 3; ++i) {
        add_text(name_of(static_cast<Source>(i)), out);
    }
    for (const ClassStyle& style : grade_classes(Theme::light)) {
        add_text(style.name, out);
    }
    add_text(outside_class(Theme::light).name, out);
    return out;
}

/// Font files in memory, kept as long as an atlas may read them.
struct FontSet::Files {
    std::map<std::filesystem::path, std::string> bytes;
    std::vector<std::vector<ImWchar>> ranges;

    const std::string& of(const FontFile& font) {
        auto& entry = bytes[font.file];
        if (entry.empty()) {
            entry = read_file(font.file);
        }
        return entry;
    }
};

FontSet::FontSet() : files_(std::make_unique<Files>()) {}
FontSet::~FontSet() = default;
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;

float FontSet::em_px(FontUse use) { return use_styles[static_cast<std::size_t>(use)].em_px; }

void FontSet::build(ImFontAtlas& atlas, const CodePoints& code_points, float scale) {
    const std::array<FontFile, 2> main_fonts{find_japanese_font(false), find_japanese_font(true)};
    missing_.clear();
    files_->ranges.clear();
    CodePoints own;
    std::map<std::filesystem::path, std::pair<FontFile, CodePoints>> others;
    {
        const Face face(files_->of(main_fonts[0]), main_fonts[0].face);
        height_per_em_ = face.height_per_em();
        for (const char32_t c : code_points) {
            if (c > last_drawable) {
                missing_.insert(c);
            } else if (face.has(c)) {
                own.insert(c);
            } else if (const FontFile other = find_font_with(c); !other.file.empty()) {
                others[other.file].first = other;
                others[other.file].second.insert(c);
            } else {
                missing_.insert(c);
            }
        }
    }
    files_->ranges.push_back(to_ranges(own));
    for (const auto& [file, other] : others) {
        files_->ranges.push_back(to_ranges(other.second));
    }
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    atlas.TexDesiredWidth = 4096;
    const auto add = [&](const FontFile& font, const std::vector<ImWchar>& ranges, float height_px,
                         bool merge) {
        const std::string& bytes = files_->of(font);
        ImFontConfig config;
        config.FontNo = font.face;
        config.FontDataOwnedByAtlas = false;
        config.MergeMode = merge;
        config.OversampleH = 1;
        // The atlas only reads the file; its interface is not const.
        return atlas.AddFontFromMemoryTTF(const_cast<char*>(bytes.data()),
                                          static_cast<int>(bytes.size()), height_px, &config,
                                          ranges.data());
    };
    for (std::size_t use = 0; use < use_styles.size(); ++use) {
        const float height_px = use_styles[use].em_px * height_per_em_ * scale;
        const FontFile& font = main_fonts[use_styles[use].bold ? 1 : 0];
        fonts_[use] = add(font, files_->ranges[0], height_px, false);
        std::size_t range = 1;
        for (const auto& [file, other] : others) {
            add(other.first, files_->ranges[range++], height_px, true);
        }
    }
    atlas.Build();
}

int FontSet::replaced_glyphs(const ImDrawData& drawn) const {
    int count = 0;
    for (int list = 0; list < drawn.CmdListsCount; ++list) {
        for (const ImDrawVert& vertex : drawn.CmdLists[list]->VtxBuffer) {
            count += std::any_of(std::begin(fonts_), std::end(fonts_), [&](const ImFont* font) {
                const ImFontGlyph* glyph = font->FallbackGlyph;
                return glyph != nullptr && vertex.uv.x == glyph->U0 && vertex.uv.y == glyph->V0;
            });
        }
    }
    return count;
}

}  // namespace miraimap::gui
