// SPDX-License-Identifier: MIT
#include "app/print/paper.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <tuple>

#include "app/print/svg_text.hpp"
#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/boundary_reader.hpp"
#include "tests/support/program.hpp"

namespace miraimap {
namespace {

namespace fs = std::filesystem;

const BoundarySet& boundaries() {
    static const BoundarySet set =
        read_boundaries(test::root() / "data" / "boundaries" / "municipalities.gpkg");
    return set;
}

PaperOptions small_paper(Lang lang = Lang::ja) {
    PaperOptions options;
    options.width_px = 800;
    options.height_px = 600;
    options.lang = lang;
    return options;
}

Scene small_scene(
    const PaperOptions& options, Theme theme = Theme::light,
    const std::function<void(Scene&)>& change = [](Scene&) {}) {
    static const auto shapes = std::make_shared<const MapShapes>(make_map_shapes(
        boundaries().catalogue, boundaries().mosaic, Projection::equal_area_japan()));
    std::vector<MunicipalityCoverage> coverage(boundaries().catalogue.municipalities.size());
    for (std::size_t i = 0; i < coverage.size(); i += 9) {
        coverage[i].grade = i % 2 == 0 ? Grade::direct : Grade::part;
    }
    const auto make = [&](const SceneOptions& wanted) {
        Scene scene = make_coverage_scene(boundaries().catalogue, shapes, coverage, wanted);
        scene.title = {"選定状況", "Selections"};
        scene.filter_words = {"すべて", "everything"};
        scene.sources = {{"出典：試験", "Source: test"}};
        change(scene);
        return scene;
    };
    return make_paper_scene(options, theme, make);
}

/// A fresh folder, removed at the end.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "paper_XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        fs::permissions(path_, fs::perms::owner_all, ignored);
        fs::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] fs::path operator/(const std::string& name) const { return path_ / name; }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
    }

private:
    fs::path path_;
};

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// As `render` does.
void paint_paper(const Scene& scene, const PaperOptions& options, const fs::path& file) {
    write_file(file, paper_bytes(scene, options, paper_format_of(file)));
}

void expect_refused(const fs::path& file, ErrorKind kind, const std::string& part) {
    const PaperOptions options = small_paper();
    try {
        paint_paper(small_scene(options), options, file);
        ADD_FAILURE() << file << " was written";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind);
        EXPECT_NE(error.message(Lang::en).find(part), std::string::npos) << error.message(Lang::en);
        EXPECT_NE(error.message(Lang::en).find(file.string()), std::string::npos);
        EXPECT_NE(error.message(Lang::ja), error.message(Lang::en));
    }
}

TEST(Paper, PaintingTwiceGivesTheSameBytes) {
    for (const Lang lang : {Lang::ja, Lang::en}) {
        const PaperOptions options = small_paper(lang);
        for (const PaperFormat format : {PaperFormat::png, PaperFormat::svg, PaperFormat::pdf}) {
            const std::string first = paper_bytes(small_scene(options), options, format);
            EXPECT_GT(first.size(), 10'000U);
            EXPECT_EQ(first, paper_bytes(small_scene(options), options, format));
        }
    }
}

TEST(Paper, EachEndingGivesItsKindOfFile) {
    const Folder folder;
    const PaperOptions options = small_paper();
    const Scene scene = small_scene(options);
    paint_paper(scene, options, folder / "a.png");
    paint_paper(scene, options, folder / "a.SVG");
    paint_paper(scene, options, folder / "a.pdf");
    EXPECT_EQ(bytes_of(folder / "a.png").substr(1, 3), "PNG");
    EXPECT_NE(bytes_of(folder / "a.SVG").find("<svg"), std::string::npos);
    EXPECT_EQ(bytes_of(folder / "a.pdf").substr(0, 5), "%PDF-");
    EXPECT_EQ(folder.files(), 3U);
}

TEST(Paper, VectorFilesStaySmall) {
    PaperOptions options;
    const Scene scene = small_scene(options);
    EXPECT_LT(paper_bytes(scene, options, PaperFormat::svg).size(), 3'000'000U);
    EXPECT_LT(paper_bytes(scene, options, PaperFormat::pdf).size(), 3'000'000U);
}

TEST(Paper, TheDateInsideAPdfIsTheOneThatIsAskedFor) {
    const PaperOptions options = small_paper();
    const Scene scene = small_scene(options);
    setenv("SOURCE_DATE_EPOCH", "1000000000", 1);
    const std::string asked = paper_bytes(scene, options, PaperFormat::pdf);
    unsetenv("SOURCE_DATE_EPOCH");
    const std::string plain = paper_bytes(scene, options, PaperFormat::pdf);
    EXPECT_NE(asked.find("20010909"), std::string::npos);
    EXPECT_NE(plain.find("20220401"), std::string::npos);
}

TEST(Paper, ScaleMultipliesThePixels) {
    PaperOptions options = small_paper();
    const auto width_of = [&](double scale) {
        options.scale = scale;
        const std::string png = paper_bytes(small_scene(options), options, PaperFormat::png);
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(png.at(i)); };
        return (byte(18) << 8U) + byte(19);
    };
    EXPECT_EQ(width_of(1), 800);
    EXPECT_EQ(width_of(2), 1600);
}

TEST(Paper, AnUnknownEndingNamesTheKnownOnes) {
    const Folder folder;
    expect_refused(folder / "map.jpg", ErrorKind::usage, ".png, .svg or .pdf");
    expect_refused(folder / "map", ErrorKind::usage, ".png, .svg or .pdf");
    EXPECT_EQ(folder.files(), 0U);
}

TEST(Paper, WhatCannotBeWrittenIsSaidAndNothingIsLeftBehind) {
    const Folder folder;
    expect_refused(folder / "none/map.png", ErrorKind::output, "does not exist");
    fs::create_directory(folder / "taken.png");
    expect_refused(folder / "taken.png", ErrorKind::output, "is a folder");
    std::ofstream(folder / "file") << "x";
    expect_refused(folder / "file" / "map.png", ErrorKind::output, "not a folder");
    fs::create_symlink("/dev/full", folder / "full.png");
    expect_refused(folder / "full.png", ErrorKind::output, "device");
    EXPECT_EQ(folder.files(), 3U);
}

TEST(Paper, AFolderWithoutPermissionIsSaid) {
    if (geteuid() == 0) {
        GTEST_SKIP() << "root may write everywhere";
    }
    const Folder folder;
    fs::create_directory(folder / "locked");
    fs::permissions(folder / "locked", fs::perms::owner_read | fs::perms::owner_exec);
    expect_refused(folder / "locked" / "map.png", ErrorKind::output, "cannot be written");
    fs::permissions(folder / "locked", fs::perms::owner_all);
}

TEST(Paper, ImpossibleSizesAreRefused) {
    for (const auto& [width, height, scale] : {std::tuple{10, 600, 1.0},
                                               {800, -5, 1.0},
                                               {30000, 600, 1.0},
                                               {800, 600, 0.0},
                                               {800, 600, std::nan("")},
                                               {20000, 20000, 1.0},
                                               {800, 600, 100.0}}) {
        PaperOptions options;
        options.width_px = width;
        options.height_px = height;
        options.scale = scale;
        try {
            small_scene(options);
            ADD_FAILURE() << width << "x" << height << " at " << scale;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::usage);
        }
    }
}

TEST(Paper, TheMapGetsMostOfThePage) {
    for (const auto& [width, height] : {std::pair{1600, 1000},
                                        {800, 600},
                                        {1000, 1414},
                                        {360, 360},
                                        {3200, 2000},
                                        {600, 2400},
                                        {2400, 600}}) {
        PaperOptions options;
        options.width_px = width;
        options.height_px = height;
        const View view = small_scene(options).view;
        const double map_width = view.width_px;
        const double map_height = view.height_px;
        EXPECT_GT(map_width, width * 0.3);
        EXPECT_GT(map_height, height * 0.3);
        EXPECT_GT(map_width * map_height, 0.2 * width * height);
    }
}

TEST(Paper, OddPagesAndLongWordsArePaintedAllTheSame) {
    for (const auto& [width, height] :
         {std::pair{360, 360}, {400, 1200}, {1800, 400}, {501, 333 + 30}}) {
        PaperOptions options;
        options.width_px = width;
        options.height_px = height;
        const Scene scene = small_scene(options, Theme::dark, [](Scene& words) {
            words.title = {std::string(300, 'x'), std::string(300, 'x')};
            for (int note = 0; note < 12; ++note) {
                words.notes.push_back(
                    {"長い注記。長い注記。長い注記。", "a long note, a long note"});
            }
        });
        EXPECT_GT(paper_bytes(scene, options, PaperFormat::png).size(), 1000U);
    }
}

TEST(Paper, AnEmptySceneIsPainted) {
    const PaperOptions options = small_paper();
    Catalogue catalogue;
    const auto shapes = std::make_shared<const MapShapes>(
        make_map_shapes(catalogue, {}, Projection::equal_area_japan()));
    const Scene scene = make_paper_scene(options, Theme::light, [&](const SceneOptions& wanted) {
        return make_coverage_scene(catalogue, shapes, {}, wanted);
    });
    EXPECT_GT(paper_bytes(scene, options, PaperFormat::png).size(), 1000U);
    Scene bare;
    bare.shapes = shapes;
    EXPECT_GT(paper_bytes(bare, options, PaperFormat::svg).size(), 100U);
}

TEST(Paper, TextMeasuresTheSameAtEverySizeAndTime) {
    const MeasureText measure = paper_measure_text();
    const auto [width, height] = measure("未来技術", 10);
    EXPECT_NEAR(width, 40, 0.5);
    EXPECT_GT(height, 10);
    EXPECT_NEAR(measure("未来技術", 20).first, 2 * width, 0.1);
    EXPECT_EQ(measure("", 10).first, 0);
}

TEST(SvgText, SurfacesAreNumberedFromOne) {
    EXPECT_EQ(
        renumber_surfaces(R"(<g id="surface17"><use href="#surface17"/> surface9 "surface20")"),
        R"(<g id="surface1"><use href="#surface1"/> surface9 "surface2")");
}

TEST(SvgText, CoordinatesAreRoundedInsidePathsOnly) {
    EXPECT_EQ(shorten_paths(R"(<path a="1.23456" d="M 1.23456 -0.001 L 10.5 7 Z"/>)"),
              R"(<path a="1.23456" d="M 1.23 0 L 10.5 7 Z"/>)");
}

}  // namespace
}  // namespace miraimap
