// SPDX-License-Identifier: MIT
// Every text of the window exists in both languages, is used, and can be drawn.
#include "app/gui/texts.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <filesystem>
#include <regex>
#include <set>

#include "app/core/snapshot.hpp"
#include "app/gui/fonts.hpp"
#include "app/gui/theme.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

std::set<std::string> used_ids() {
    std::set<std::string> used;
    const std::regex name(R"(\bT::([a-z_0-9]+))");
    for (const auto& entry : std::filesystem::directory_iterator(test::root() / "app" / "gui")) {
        const std::string text = test::read_text(entry.path());
        for (std::sregex_iterator it(text.begin(), text.end(), name), end; it != end; ++it) {
            used.insert((*it)[1]);
        }
    }
    return used;
}

std::size_t values_in(const std::string& text) {
    std::size_t count = 0;
    for (std::size_t at = text.find("{}"); at != std::string::npos; at = text.find("{}", at + 2)) {
        ++count;
    }
    return count;
}

TEST(Texts, StandInBothLanguagesWithTheSameValues) {
    for (std::size_t i = 0; i < text_count; ++i) {
        const Text& text = all_texts()[i];
        EXPECT_FALSE(text.ja.empty()) << text_ids()[i];
        EXPECT_FALSE(text.en.empty()) << text_ids()[i];
        EXPECT_EQ(values_in(text.ja), values_in(text.en)) << text_ids()[i];
    }
}

TEST(Texts, AreAllUsed) {
    const std::set<std::string> used = used_ids();
    for (const char* id : text_ids()) {
        EXPECT_TRUE(used.contains(id)) << "no panel shows " << id;
    }
}

TEST(Fonts, HaveEveryCodePointOfInterfaceAndData) {
    Request request;
    request.data = test::root() / "data";
    const auto world = load_world(request, {.geometry = false});
    CodePoints wanted = interface_code_points();
    const CodePoints data = world_code_points(*world);
    wanted.insert(data.begin(), data.end());
    ImFontAtlas atlas;
    FontSet fonts;
    fonts.build(atlas, wanted, 1);
    EXPECT_TRUE(fonts.missing().empty()) << fonts.missing().size() << " code points have no font";
    for (int use = 0; use < font_use_count; ++use) {
        const ImFont* font = fonts.font(static_cast<FontUse>(use));
        for (const char32_t c : wanted) {
            ASSERT_LE(c, 0xFFFFU);
            EXPECT_NE(font->FindGlyphNoFallback(static_cast<ImWchar>(c)), nullptr)
                << "U+" << std::hex << static_cast<unsigned>(c) << " in use " << use;
        }
    }
}

TEST(Theme, TextIsReadableOnItsSurfaces) {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        const Palette& p = palette(theme);
        for (const ImU32 surface : {p.panel, p.card, p.field}) {
            EXPECT_GE(contrast(p.text, surface), 7);
            EXPECT_GE(contrast(p.text_muted, surface), 4.5);
        }
        EXPECT_GE(contrast(p.accent_text, p.accent_soft), 4.5);
        EXPECT_GE(contrast(p.accent_text, p.panel), 4.5);
        EXPECT_GE(contrast(p.on_accent, p.accent), 4.5);
        EXPECT_GE(contrast(p.on_accent, p.accent_hover), 4.5);
        EXPECT_GE(contrast(p.bad, p.card), 4.5);
        EXPECT_GE(contrast(p.warn, p.card), 3.5);
    }
}

}  // namespace
}  // namespace miraimap::gui
