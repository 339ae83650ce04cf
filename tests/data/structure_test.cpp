// SPDX-License-Identifier: MIT
// The shape of the house: who may include whom, and what the command line links.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;

struct Include {
    std::string file;
    std::string named;
};

std::vector<Include> includes_below(const std::string& folder) {
    static const std::regex pattern("^#include [\"<]([^\">]+)[\">]");
    std::vector<Include> all;
    for (const auto& entry : fs::recursive_directory_iterator(root() / folder)) {
        const std::string ending = entry.path().extension().string();
        if (ending != ".cpp" && ending != ".hpp") {
            continue;
        }
        for (const std::string& line : lines(read_text(entry.path()))) {
            std::smatch match;
            if (std::regex_search(line, match, pattern)) {
                all.push_back({entry.path().lexically_relative(root()).string(), match[1]});
            }
        }
    }
    return all;
}

void expect_no_include(const std::string& folder, const std::string& pattern) {
    const std::regex forbidden(pattern);
    const std::vector<Include> all = includes_below(folder);
    EXPECT_FALSE(all.empty()) << folder;
    for (const Include& include : all) {
        EXPECT_FALSE(std::regex_search(include.named, forbidden))
            << include.file << " includes " << include.named;
    }
}

TEST(Structure, GeoIncludesNeitherShapesNorApp) {
    expect_no_include("geo", "^(shapes|app|tests)/");
}

TEST(Structure, ShapesIncludesOnlyShapesAndGeo) { expect_no_include("shapes", "^(app|tests)/"); }

TEST(Structure, ShapesKnowsNoGdalNoOpenGlNoToolkit) {
    expect_no_include("shapes", "gdal|ogr_|cpl_|proj\\.h|geos_c|epoxy|GL/|imgui|GLFW|cairo|pango");
}

TEST(Structure, OnlyGeoTouchesGdalProjAndGeos) {
    expect_no_include("app", "^(gdal|ogr_|cpl_|proj|geodesic|geos_c)");
}

TEST(Structure, OnlyTheWindowTouchesOpenGl) {
    for (const char* folder : {"app/core", "app/cli", "app/print"}) {
        expect_no_include(folder, "epoxy|GL/|imgui|GLFW");
    }
}

TEST(Structure, CoreKnowsNeitherCommandLineNorWindow) {
    expect_no_include("app/core", "^app/(cli|gui|print)/");
    expect_no_include("app/print", "^app/(cli|gui)/");
}

TEST(Structure, CommandLineLinksNoOpenGl) {
    const Ran linked = run_program({"ldd", program()});
    ASSERT_EQ(linked.code, 0) << linked.err;
    for (const char* library :
         {"libGL.so", "libOpenGL", "libEGL", "libepoxy", "libglfw", "libGLX"}) {
        EXPECT_EQ(linked.out.find(library), std::string::npos) << library;
    }
}

TEST(Structure, TopLevelHoldsOnlyTheAgreedNames) {
    const Ran tracked = run_program({"git", "-C", root().string(), "ls-files"});
    if (tracked.code != 0) {
        GTEST_SKIP() << "not a git checkout";
    }
    const std::set<std::string> agreed{"CMakeLists.txt",
                                       "CMakePresets.json",
                                       "README.md",
                                       "LICENSE",
                                       "CHANGELOG.md",
                                       "run",
                                       "test",
                                       "app",
                                       "geo",
                                       "shapes",
                                       "data",
                                       "tests",
                                       "docs"};
    for (const std::string& file : lines(tracked.out)) {
        const std::string top = file.substr(0, file.find('/'));
        EXPECT_TRUE(top.starts_with(".") || agreed.count(top) == 1) << file;
    }
}

TEST(Structure, EveryHeaderOpensWithItsPurpose) {
    for (const char* folder : {"geo", "shapes", "app"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root() / folder)) {
            if (entry.path().extension() == ".hpp") {
                const std::vector<std::string> text = lines(read_text(entry.path()));
                ASSERT_GE(text.size(), 3U) << entry.path();
                EXPECT_TRUE(text[0].starts_with("// SPDX-License-Identifier: MIT")) << entry.path();
                EXPECT_TRUE(text[1].starts_with("// ")) << entry.path();
            }
        }
    }
}

}  // namespace
}  // namespace miraimap::test
