// SPDX-License-Identifier: MIT
// The map as plain data: what to draw, not how. OpenGL paints it in the window, Cairo on paper.
//
// Promises: a scene owns no file, window or graphics handle; the same scene gives the same picture.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "shapes/map_shapes.hpp"
#include "shapes/page_words.hpp"
#include "shapes/style.hpp"

namespace miraimap {

/// A rectangle of the picture in pixels, y down.
struct PixelBox {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    static PixelBox around(double x_px, double y_px, double width_px, double height_px);
    /// Boxes that only touch do not overlap.
    [[nodiscard]] bool overlaps(const PixelBox& other) const;
    [[nodiscard]] bool contains(const PixelBox& other) const;
    bool operator==(const PixelBox& other) const = default;
};

/// Which part of the map a rectangle of the picture shows.
struct View {
    MapPoint centre;
    double metres_per_px = 1000;
    double width_px = 0;
    double height_px = 0;
    /// Metres on the ground of a metre on the map at the centre, for scales and scale bars. 1 for
    /// the default projection, whose lengths are true on the whole (within 2 % in Japan).
    double ground_scale = 1;

    [[nodiscard]] double ground_m_per_px() const { return metres_per_px * ground_scale; }
    [[nodiscard]] MapBox box() const;
    /// Pixel (x right, y down, from the view's top left) of a map point, and back.
    [[nodiscard]] double x_px(MapPoint p) const;
    [[nodiscard]] double y_px(MapPoint p) const;
    [[nodiscard]] PixelBox box_px(const MapBox& box) const;
    [[nodiscard]] MapPoint at_px(double x_px, double y_px) const;
    /// The view that shows a box whole with a margin (share of the picture, 0..0.5).
    static View fit(const MapBox& box, double width_px, double height_px, double margin = 0.03);
};

/// A small frame with its own scale, e.g. Okinawa.
struct Inset {
    std::string key;  ///< "okinawa", "sakishima", "ogasawara", "amami", "izu", "daito"
    Text name;
    View view;
    MapBox land;         ///< of its islands; what else the frame shows has no labels in it
    double left_px = 0;  ///< position inside the main picture
    double top_px = 0;
    bool right = false;    ///< anchored to the right edge of the main picture
    double strip_px = 20;  ///< height kept free of labels at the top (name) and bottom (scale bar)
    [[nodiscard]] PixelBox frame_px() const;  ///< in pixels of the main picture
};

struct LegendEntry {
    ClassStyle style;
    int count = 0;       ///< municipalities of this class
    bool listed = true;  ///< shown in the legend; false: places outside the question
    int among = 0;       ///< municipalities of other classes that hold this one too
    Text symbol = {};    ///< a few letters that stand for the class; empty: none
    Text among_in = {};  ///< the other classes in which those are counted
    Text group = {};     ///< what this entry and its neighbours with the same words are a share of
};

enum class LabelKind : std::uint8_t { prefecture, covered, place };

struct MapLabel {
    std::string text;
    double x_px = 0;  ///< centre of the label, in pixels of the main picture (for insets too)
    double y_px = 0;
    double size_px = 11;
    double width_px = 0;  ///< as measured, without halo
    double height_px = 0;
    LabelKind kind = LabelKind::place;
    bool strong = false;    ///< selected places and prefectures
    int municipality = -1;  ///< -1: a prefecture
    int inset = -1;         ///< index of the inset it stands in, -1: the main map
    [[nodiscard]] PixelBox box_px() const {
        return PixelBox::around(x_px, y_px, width_px, height_px);
    }
};

inline constexpr double marker_radius_px = 3.2;
inline constexpr double marker_halo_px = 1.2;     ///< around the disc
inline constexpr double marker_outline_px = 0.9;  ///< on its edge, in MapStyle::label

/// A disc in the colours of a covered place that is too small to be seen at the picture's scale.
struct MapMarker {
    int municipality = -1;
    double x_px = 0;  ///< in pixels of the main picture (for insets too)
    double y_px = 0;
    double radius_px = marker_radius_px;
    int inset = -1;  ///< index of the inset it stands in, -1: the main map
};

/// Classes that a place belongs to besides the one of Scene::class_of, e.g. further technologies:
/// painters share its area out in stripes of equal width. Indices into the legend; -1: none.
struct FurtherClasses {
    int second = -1;
    int third = -1;  ///< only with a second one
    friend bool operator==(const FurtherClasses&, const FurtherClasses&) = default;
};

/// Width of one class's stripe on places with several classes; stripes fall to the right.
inline constexpr double stripe_px = 4;
/// So many entries of a legend can be drawn.
inline constexpr int most_classes = 255;

/// Municipalities outlined together, with a number, e.g. a gap region and its rank.
struct MapRegion {
    std::vector<int> members;  ///< municipalities, ascending
    int number = 0;            ///< what stands on it: its rank, from 1
    int heart = -1;            ///< the member on which the number stands best
};

/// How two neighbours meet: along a border, in a point only, or by a link across water.
enum class MeetingKind : std::uint8_t { border, point, sea };

/// Where a chosen place meets one of its neighbours (shapes/meetings.hpp).
struct MapMeeting {
    int place = 0;
    int neighbour = 0;
    MeetingKind kind = MeetingKind::border;
    MapPoint from;  ///< on the place; of a border: not used
    MapPoint to;    ///< on the neighbour; of a point: the same one
    friend bool operator==(const MapMeeting&, const MapMeeting&) = default;
};

/// The disc with a region's number.
struct RegionNumber {
    int region = 0;   ///< index into the scene's regions
    double x_px = 0;  ///< in pixels of the main picture (for insets too)
    double y_px = 0;
    double radius_px = 0;
    int inset = -1;  ///< index of the inset it stands in, -1: the main map
};

/// A circle whose area stands for an amount of money; a prefecture's own is hollow.
struct MapCircle {
    int municipality = -1;  ///< -1: the prefecture is the selected body
    int prefecture = 0;
    std::int64_t thousand_yen = 0;
    double x_px = 0;  ///< in pixels of the main picture (for insets too)
    double y_px = 0;
    double radius_px = 0;
    int inset = -1;  ///< index of the inset it stands in, -1: the main map
};

/// What the circles mean: a few of them with their amounts, largest first.
struct CircleLegend {
    struct Step {
        std::int64_t thousand_yen = 0;
        double radius_px = 0;
        Text name;
        bool of_prefecture = false;  ///< the look of a prefecture's own circle, not an amount
    };
    Text title;
    std::vector<Step> steps;  ///< empty: the map has no circles
    std::int64_t total_thousand_yen = 0;
    int selections = 0;  ///< that print an amount
};

struct Scene {
    std::shared_ptr<const MapShapes> shapes;
    std::vector<int> class_of;                    ///< per municipality, index into legend
    std::vector<FurtherClasses> further_classes;  ///< per municipality; empty: one class each
    std::vector<LegendEntry> legend;
    Text legend_title;  ///< what the classes are of; empty: the grades
    int counted = 0;    ///< municipalities of the denominator
    int covered = 0;    ///< of these, selected or partly selected (supposed ones are not)
    MapStyle style;
    View view;                                     ///< main map
    Text projection = {"正積図法", "equal-area"};  ///< of the map, in a few words
    std::vector<Inset> insets;
    std::vector<MapMarker> markers;
    std::vector<MapRegion> regions;            ///< outlined, first to last
    std::vector<RegionNumber> region_numbers;  ///< at most one a region and pane
    int marked_region = 0;                     ///< number of the one drawn thicker; 0: none
    std::vector<MapMeeting> meetings;          ///< of chosen places
    bool explain_markers = false;              ///< the legend on paper has a row for them
    std::vector<MapLabel> labels;
    std::vector<MapCircle> circles;  ///< large ones first
    CircleLegend circle_legend;
    std::vector<int> chosen;         ///< municipalities outlined as chosen, each once
    int hovered = -1;                ///< municipality under the pointer, -1: none
    std::vector<int> hovered_group;  ///< several hovered together, e.g. through a bar of a chart
    // Words around the map (paper only; the window has panels for them).
    Text series;  ///< small above the title: what all pages are about; may be empty
    Text title;
    Text filter_words;
    std::vector<Text> notes;    ///< denominators, known contradictions
    std::vector<Text> sources;  ///< data and licence lines
    PageTable figures;          ///< the coverage numbers of what is shown
    PageList listed;            ///< the selections of what is shown, where they are few
    PageNumber number;
};

/// Fills of the classes of a municipality, the first one first; empty if it is of none.
std::vector<Colour> fills_of(const Scene& scene, int municipality);

}  // namespace miraimap
