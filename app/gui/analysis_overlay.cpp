// SPDX-License-Identifier: MIT
// What analysis draws over the painted map: outlines and numbers of regions, and the banner that
// says that something is only supposed.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/gui/analysis_actions.hpp"
#include "app/gui/analysis_panels.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/regions.hpp"

namespace miraimap::gui {
namespace {

/// Border lines between a region and what is not in it, at the detail of a scale.
struct OutlineLine {
    std::vector<MapPoint> points;
    MapBox box;
    bool marked = false;  ///< of the region that is hovered or chosen
};

/// Kept while regions and scale stay: simplifying a long coast in every frame would be felt.
class OutlineCache {
public:
    const std::vector<OutlineLine>& lines(const Scene& scene, int marked, double metres_per_px) {
        const int level = static_cast<int>(std::floor(std::log2(metres_per_px)));
        std::vector<int> numbers;
        for (const MapRegion& region : scene.regions) {
            numbers.push_back(region.number);
            numbers.insert(numbers.end(), region.members.begin(), region.members.end());
            numbers.push_back(-1);
        }
        if (level != level_ || numbers != numbers_ || marked != marked_ ||
            shapes_ != scene.shapes.get()) {
            level_ = level;
            numbers_ = std::move(numbers);
            marked_ = marked;
            shapes_ = scene.shapes.get();
            make(scene, std::exp2(level) * 0.5);
        }
        return lines_;
    }

private:
    void make(const Scene& scene, double side_m) {
        lines_.clear();
        const std::vector<int> regions = region_of_places(scene);
        const auto region = [&](int place) {
            return place < 0 ? -1 : regions[static_cast<std::size_t>(place)];
        };
        for (const BorderLine& border : scene.shapes->borders) {
            const int left = region(border.left);
            const int right = region(border.right);
            if (left == right) {
                continue;
            }
            OutlineLine line;
            line.points = line_at(border, {side_m});
            for (const MapPoint p : line.points) {
                line.box.add(p);
            }
            const auto is_marked = [&](int r) {
                return r >= 0 && scene.regions[static_cast<std::size_t>(r)].number == marked_;
            };
            line.marked = is_marked(left) || is_marked(right);
            if (line.points.size() > 1) {
                lines_.push_back(std::move(line));
            }
        }
    }

    int level_ = 0;
    int marked_ = -1;
    std::vector<int> numbers_;
    const MapShapes* shapes_ = nullptr;
    std::vector<OutlineLine> lines_;
};

struct Stroke {
    ImU32 colour;
    float width;
    bool marked;  ///< only the marked lines, or only the others
};

/// A line with round corners: thick mitred ones would throw spikes at every sharp turn of a coast.
void stroke_round(ImDrawList& list, const std::vector<ImVec2>& points, const Stroke& stroke) {
    constexpr std::size_t most_points = 2000;  // of one call: vertices are counted in 16 bits
    constexpr float least_px = 0.8F;
    constexpr float gentle = 0.7F;  // cosine of the turn up to which a mitre stays short
    std::vector<ImVec2> run;
    const auto flush = [&](ImVec2 end) {
        list.AddPolyline(run.data(), static_cast<int>(run.size()), stroke.colour, 0, stroke.width);
        run.assign(1, end);
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const ImVec2 p = points[i];
        if (!run.empty()) {
            const ImVec2 step(p.x - run.back().x, p.y - run.back().y);
            const float length = std::hypot(step.x, step.y);
            if (length < least_px && i + 1 < points.size()) {
                continue;
            }
            if (run.size() > 1) {
                const ImVec2 before(run.back().x - run[run.size() - 2].x,
                                    run.back().y - run[run.size() - 2].y);
                const float turn = before.x * step.x + before.y * step.y;
                const ImVec2 corner = run.back();
                if (turn < gentle * length * std::hypot(before.x, before.y)) {
                    flush(corner);
                    list.AddCircleFilled(corner, stroke.width / 2, stroke.colour, 8);
                } else if (run.size() == most_points) {
                    flush(corner);
                }
            }
        }
        run.push_back(p);
    }
    if (run.size() > 1) {
        flush(run.back());
    }
}

void stroke_pane(const Ui& ui, const std::vector<OutlineLine>& lines, const View& view, ImVec2 low,
                 const Stroke& stroke) {
    const MapBox seen = view.box();
    ImDrawList* list = ImGui::GetWindowDrawList();
    std::vector<ImVec2> points;
    for (const OutlineLine& line : lines) {
        if (line.marked != stroke.marked || !line.box.overlaps(seen)) {
            continue;
        }
        points.clear();
        for (const MapPoint& p : line.points) {
            points.emplace_back(low.x + ui.px(static_cast<float>(view.x_px(p))),
                                low.y + ui.px(static_cast<float>(view.y_px(p))));
        }
        stroke_round(*list, points, stroke);
    }
}

void draw_outlines(const Ui& ui, const Scene& scene, ImVec2 low, ImVec2 extent) {
    static OutlineCache main_cache;
    static OutlineCache inset_cache;
    const AnalysisState& analysis = ui.state.analysis;
    const int marked =
        1 + (analysis.hovered_region >= 0 ? analysis.hovered_region : analysis.chosen_region);
    const MapStyle& style = scene.style;
    const auto width = ui.px(static_cast<float>(style.region_px));
    const std::array<Stroke, 4> strokes{{
        {with_alpha(to_u32(style.region_halo), 0.8F), width + ui.px(2), false},
        {to_u32(style.region), width, false},
        {with_alpha(to_u32(style.region_halo), 0.9F), width + ui.px(4), true},
        {to_u32(style.region), width + ui.px(1.6F), true},
    }};
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto pane = [&](const View& view, ImVec2 at, ImVec2 room, OutlineCache& cache) {
        const auto& lines = cache.lines(scene, marked, view.metres_per_px);
        list->PushClipRect(at, {at.x + room.x, at.y + room.y}, true);
        for (const Stroke& stroke : strokes) {
            stroke_pane(ui, lines, view, at, stroke);
        }
        list->PopClipRect();
    };
    pane(scene.view, low, extent, main_cache);
    for (const Inset& inset : scene.insets) {
        const ImVec2 at(low.x + ui.px(static_cast<float>(inset.left_px)),
                        low.y + ui.px(static_cast<float>(inset.top_px)));
        pane(inset.view, at,
             {ui.px(static_cast<float>(inset.view.width_px)),
              ui.px(static_cast<float>(inset.view.height_px))},
             inset_cache);
    }
}

void draw_numbers(const Ui& ui, const Scene& scene, ImVec2 low) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (const RegionNumber& number : scene.region_numbers) {
        const ImVec2 centre(low.x + ui.px(static_cast<float>(number.x_px)),
                            low.y + ui.px(static_cast<float>(number.y_px)));
        const float radius = ui.px(static_cast<float>(number.radius_px));
        list->AddCircleFilled(centre, radius, to_u32(scene.style.region));
        list->AddCircle(centre, radius, to_u32(scene.style.region_halo), 0, ui.px(1.2F));
        const std::string words =
            std::to_string(scene.regions[static_cast<std::size_t>(number.region)].number);
        const ImFont* font = ui.font(FontUse::small_bold);
        const float size = std::min(font->FontSize, radius * 1.7F);
        const ImVec2 text = font->CalcTextSizeA(size, 1e6F, 0, words.c_str());
        list->AddText(font, size, {centre.x - text.x / 2, centre.y - text.y / 2},
                      to_u32(scene.style.region_halo), words.c_str());
    }
}

/// Says over the map that its colours and figures are only supposed.
void banner(const Ui& ui, ImVec2 low, ImVec2 extent) {
    const std::vector<int>& supposed = ui.state.snapshot.what_if;
    const Municipality& first =
        ui.world().catalogue.municipalities[static_cast<std::size_t>(supposed.front())];
    std::string who = short_name(first, ui.lang());
    if (supposed.size() > 1) {
        who = fill(T::a_and_more, ui.lang(), who, supposed.size());
    }
    const float button = text_size(ui, FontUse::small, ui.tr(T::a_banner_clear)).x + ui.px(12);
    const float most = extent.x - ui.px(160) - button;
    const std::string words =
        shorten(ui, FontUse::small_bold, fill(T::a_banner, ui.lang(), who), most);
    const ImVec2 text = text_size(ui, FontUse::small_bold, words);
    const float swatch = ui.px(18);
    const ImVec2 box(text.x + button + swatch + ui.px(40), ui.px(34));
    const ImVec2 at(low.x + (extent.x - box.x) / 2, low.y + ui.px(12));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ClassStyle& style = supposed_class(ui.state.theme);
    list->AddRectFilled(at, {at.x + box.x, at.y + box.y}, ui.colours.card, ui.px(8));
    list->AddRect(at, {at.x + box.x, at.y + box.y}, ui.colours.warn, ui.px(8), 0, ui.px(2));
    const ImVec2 mark(at.x + ui.px(12), at.y + (box.y - swatch) / 2);
    list->AddRectFilled(mark, {mark.x + swatch, mark.y + swatch}, to_u32(style.fill));
    list->PushClipRect(mark, {mark.x + swatch, mark.y + swatch}, true);
    for (float x = -swatch; x < swatch; x += ui.px(5)) {
        list->AddLine({mark.x + x, mark.y + swatch}, {mark.x + x + swatch, mark.y},
                      to_u32(style.hatch_colour), ui.px(1.4F));
    }
    list->PopClipRect();
    list->AddText(ui.font(FontUse::small_bold), ui.font(FontUse::small_bold)->FontSize,
                  {mark.x + swatch + ui.px(8), at.y + (box.y - text.y) / 2}, ui.colours.text,
                  words.c_str());
    ImGui::SetCursorScreenPos({at.x + box.x - button - ui.px(8), at.y + ui.px(3)});
    if (link_button(ui, "banner-clear", ui.tr(T::a_banner_clear))) {
        clear_suppositions(ui.state);
    }
}

}  // namespace

void analysis_overlay(const Ui& ui, const Scene& scene, ImVec2 low, ImVec2 extent) {
    if (!scene.regions.empty()) {
        draw_outlines(ui, scene, low, extent);
        draw_numbers(ui, scene, low);
    }
    if (!ui.state.snapshot.what_if.empty()) {
        banner(ui, low, extent);
    }
}

}  // namespace miraimap::gui
