// SPDX-License-Identifier: MIT
// Sheets of paper: every block has its place, on every size, in both languages, for every page.
#include "app/print/page_layout.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <regex>
#include <string>

#include "app/print/map_pages.hpp"
#include "app/print/map_painter.hpp"
#include "geo/error.hpp"
#include "tests/support/program.hpp"

namespace miraimap {
namespace {

Request data_request(Lang lang, std::vector<int> prefectures = {}) {
    Request request;
    request.data = test::root() / "data";
    request.lang = lang;
    request.filter.prefectures = std::move(prefectures);
    return request;
}

const std::shared_ptr<const World>& world() {
    static const std::shared_ptr<const World> loaded = load_world(data_request(Lang::ja));
    return loaded;
}

MapPages& pages() {
    static MapPages made(world());
    return made;
}

Scene page_of(const PaperOptions& paper, std::vector<int> prefectures) {
    return pages().page(make_snapshot(data_request(paper.lang, std::move(prefectures)), world()),
                        paper, Theme::light);
}

std::vector<PaperOptions> all_sheets() {
    std::vector<PaperOptions> sheets;
    for (const PaperSize size : {PaperSize::a4, PaperSize::a3}) {
        for (const bool landscape : {true, false}) {
            for (const Lang lang : {Lang::ja, Lang::en}) {
                sheets.push_back(sheet_of(size, landscape, 100, lang));
            }
        }
    }
    return sheets;
}

/// Everything on the page, insets in the map's place. Insets are part of the map.
void expect_in_order(const PaperOptions& paper, const Scene& scene, const std::string& what) {
    constexpr double printable_px = 5 / 25.4 * 96;
    const PageLayout page = lay_out_page(paper, scene);
    const PixelBox sheet{printable_px, printable_px, paper.width_px - printable_px,
                         paper.height_px - printable_px};
    std::vector<PixelBox> boxes{page.map};
    for (const PlacedBlock& placed : page.blocks) {
        boxes.push_back(placed.box);
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        EXPECT_TRUE(sheet.contains(boxes[i])) << what << ": block " << i;
        for (std::size_t k = i + 1; k < boxes.size(); ++k) {
            EXPECT_FALSE(boxes[i].overlaps(boxes[k])) << what << ": blocks " << i << ", " << k;
        }
    }
    for (const Block block :
         {Block::title, Block::figure, Block::legend, Block::scale, Block::table, Block::foot}) {
        EXPECT_TRUE(std::any_of(page.blocks.begin(), page.blocks.end(),
                                [&](const PlacedBlock& p) { return p.block == block; }))
            << what << ": block " << static_cast<int>(block) << " is missing";
    }
    // The type has not shrunk and the map is the size the scene was made for.
    EXPECT_GE(page.unit, 1) << what;
    EXPECT_NEAR(page.map.right - page.map.left, scene.view.width_px, 1e-6) << what;
    EXPECT_NEAR(page.map.bottom - page.map.top, scene.view.height_px, 1e-6) << what;
    const PixelBox map{0, 0, scene.view.width_px, scene.view.height_px};
    for (std::size_t i = 0; i < scene.insets.size(); ++i) {
        const PixelBox frame = scene.insets[i].frame_px();
        EXPECT_TRUE(map.contains(frame)) << what << ": " << scene.insets[i].key;
        for (std::size_t k = i + 1; k < scene.insets.size(); ++k) {
            EXPECT_FALSE(frame.overlaps(scene.insets[k].frame_px())) << what;
        }
    }
}

TEST(Sheet, NothingOverlapsOnTheNationalPage) {
    for (const PaperOptions& paper : all_sheets()) {
        expect_in_order(paper, page_of(paper, {}),
                        std::to_string(paper.width_px) + (paper.lang == Lang::ja ? " ja" : " en"));
    }
}

TEST(Sheet, NothingOverlapsOnAnyPrefecturesPageAndEachListsItsSelections) {
    for (const bool landscape : {true, false}) {
        for (const Lang lang : {Lang::ja, Lang::en}) {
            const PaperOptions paper = sheet_of(PaperSize::a4, landscape, 100, lang);
            for (int prefecture = 1; prefecture <= 47; ++prefecture) {
                const Scene scene = page_of(paper, {prefecture});
                const std::string what = scene.title.en + (landscape ? " landscape" : " portrait");
                expect_in_order(paper, scene, what);
                const PageLayout page = lay_out_page(paper, scene);
                const auto list =
                    std::find_if(page.blocks.begin(), page.blocks.end(),
                                 [](const PlacedBlock& p) { return p.block == Block::list; });
                ASSERT_NE(list, page.blocks.end()) << what;
                const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1));
                const Canvas cr(cairo_create(surface.get()));
                WordBlocks words(cr.get(), scene, page.unit, true, lang);
                EXPECT_GE(list->box.bottom - list->box.top + 0.01,
                          words.height(Block::list, list->box.right - list->box.left))
                    << what << ": the list is cut";
            }
        }
    }
}

TEST(Sheet, ALongFilterStillLeavesRoomForTheFigures) {
    Request request = data_request(Lang::en);
    for (int prefecture = 1; prefecture <= 18; ++prefecture) {
        request.filter.prefectures.push_back(prefecture);
    }
    request.filter.years = {{2018, 2018}, {2019, 2019}, {2020, 2020}, {2021, 2021}};
    request.filter.technologies = {Technology::automated_driving, Technology::drone, Technology::ai,
                                   Technology::iot, Technology::robot};
    request.filter.programmes = {Programme::mirai, Programme::mic, Programme::meti};
    for (const bool landscape : {true, false}) {
        const PaperOptions paper = sheet_of(PaperSize::a4, landscape, 100, Lang::en);
        const Scene scene = pages().page(make_snapshot(request, world()), paper, Theme::light);
        expect_in_order(paper, scene, landscape ? "landscape" : "portrait");
    }
}

TEST(Sheet, NoTypeIsSmallerThanSevenPoints) {
    const std::regex size("font-size=\"([0-9.]+)\"");
    for (const PaperOptions& paper : all_sheets()) {
        for (const std::vector<int>& prefectures : {std::vector<int>{}, {13}, {47}}) {
            const std::string svg =
                paper_bytes(page_of(paper, prefectures), paper, PaperFormat::svg);
            double smallest = 1000;
            int texts = 0;
            for (std::sregex_iterator at(svg.begin(), svg.end(), size), end; at != end; ++at) {
                smallest = std::min(smallest, std::stod((*at)[1]));
                ++texts;
            }
            EXPECT_GT(texts, 50);
            EXPECT_GE(smallest * 0.75, 7.0);
        }
    }
}

TEST(Sheet, TheSizeOfAPngIsThePapersAtItsResolution) {
    const PaperOptions paper = sheet_of(PaperSize::a4, true, 300, Lang::ja);
    EXPECT_EQ(std::lround(paper.width_px * paper.scale), 3508);
    EXPECT_EQ(std::lround(paper.height_px * paper.scale), 2480);
}

TEST(Sheet, APictureTooLargeForMemoryIsRefusedWithTheLargestThatFits) {
    try {
        page_of(sheet_of(PaperSize::a3, true, 1200, Lang::ja), {});
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_NE(error.message(Lang::en).find("at most"), std::string::npos);
    }
    EXPECT_NO_THROW(page_of(sheet_of(PaperSize::a4, true, 1200, Lang::ja), {}));
}

/// Mean and spread of a painted class in grey, 0..255.
std::array<double, 2> grey_of(const ClassStyle& style) {
    constexpr int side = 48;
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, side, side));
    {
        const Canvas cr(cairo_create(surface.get()));
        paint_swatch(cr.get(), style, {-8, -8, side + 8, side + 8}, style.fill, 1);
    }
    cairo_surface_flush(surface.get());
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    double sum = 0;
    double squares = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const unsigned char* p = data + y * stride + 4 * x;
            const double grey = 0.0722 * p[0] + 0.7152 * p[1] + 0.2126 * p[2];
            sum += grey;
            squares += grey * grey;
        }
    }
    const double mean = sum / (side * side);
    return {mean, std::sqrt(std::max(0.0, squares / (side * side) - mean * mean))};
}

TEST(Sheet, EveryTwoClassesDifferOnAPrinterWithoutColour) {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        const std::vector<ClassStyle>& classes = grade_classes(theme);
        for (std::size_t i = 0; i < classes.size(); ++i) {
            for (std::size_t k = i + 1; k < classes.size(); ++k) {
                const auto a = grey_of(classes[i]);
                const auto b = grey_of(classes[k]);
                // Clearly lighter, or another pattern that can be seen in grey.
                const auto plain = [](const ClassStyle& c) { return c.hatch == Hatch::none; };
                const bool patterns = classes[i].hatch != classes[k].hatch &&
                                      (plain(classes[i]) || a[1] >= 8) &&
                                      (plain(classes[k]) || b[1] >= 8);
                EXPECT_TRUE(std::abs(a[0] - b[0]) >= 24 || patterns)
                    << classes[i].key << " " << a[0] << "±" << a[1] << ", " << classes[k].key << " "
                    << b[0] << "±" << b[1];
            }
        }
    }
}

}  // namespace
}  // namespace miraimap
