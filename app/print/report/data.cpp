// SPDX-License-Identifier: MIT
// What the page's script knows: places, selections with what they hold, and its own words.
//
// Holds and links are taken from the snapshot and the join, so the script only has to add up.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/core/result_table.hpp"
#include "app/print/report/html.hpp"
#include "app/print/report/parts.hpp"
#include "geo/place/prefecture.hpp"
#include "geo/select/place_facts.hpp"
#include "shapes/style_modes.hpp"

namespace miraimap::report {
namespace {

using nlohmann::json;

constexpr int first_further_class = 4;  // after the grades: never recoloured, but for unresolved
constexpr int uncovered_class = 3;

/// Class of places that a passed selection may mean; for the tables they are uncovered.
int unresolved_class_of(const Scene& scene) {
    const auto at =
        std::find_if(scene.legend.begin(), scene.legend.end(), [&](const LegendEntry& entry) {
            return entry.style.key == unresolved_class(Theme::light).key;
        });
    return static_cast<int>(at - scene.legend.begin());
}

/// Programmes through which each selection passes; by index of the selection.
std::vector<std::vector<Programme>> programmes_through(const Filter& filter, const World& world) {
    std::vector<std::vector<Programme>> through(world.selections.size());
    for (const Passed& p : apply_filter(filter, world.selections, world.join)) {
        through[static_cast<std::size_t>(p.selection)] = p.programmes;
    }
    return through;
}

json keys_of(const std::vector<Programme>& programmes) {
    json keys = json::array();
    for (const Programme p : programmes) {
        keys.push_back(key_of(p));
    }
    return keys;
}

json places_json(const PageQuestion& page) {
    json places = json::array();
    const auto& municipalities = page.snapshot.world->catalogue.municipalities;
    for (std::size_t i = 0; i < municipalities.size(); ++i) {
        const Municipality& m = municipalities[i];
        const int shown = page.scene.class_of[i];
        const bool changes =
            shown < first_further_class || shown == unresolved_class_of(page.scene);
        places.push_back({m.code, name_in(m, page.lang), m.prefecture,
                          changes ? uncovered_class : shown, m.area_km2});
    }
    return places;
}

json prefectures_json(Lang lang) {
    json all = json::array();
    for (const Prefecture& p : prefectures()) {
        all.push_back({p.code, p.name.in(lang)});
    }
    return all;
}

json choices_json(const std::vector<Choice>& choices, Lang lang) {
    json all = json::array();
    for (const Choice& choice : choices) {
        all.push_back({choice.key, choice.name.in(lang)});
    }
    return all;
}

json joins_json(const JoinedSelection& joined, Lang lang) {
    json parts = json::array();
    for (const ResolvedPart& part : joined.parts) {
        parts.push_back({part.part, part.code, name_of(part.match).in(lang), part.reason.in(lang)});
    }
    return parts;
}

/// Index among the page's selections, for links.
std::vector<int> page_index(const Snapshot& snapshot) {
    std::vector<int> index(snapshot.world->selections.size(), -1);
    for (std::size_t p = 0; p < snapshot.passed.size(); ++p) {
        index[static_cast<std::size_t>(snapshot.passed[p].selection)] = static_cast<int>(p);
    }
    return index;
}

json selections_json(const PageQuestion& page) {
    const Snapshot& snapshot = page.snapshot;
    const World& world = *snapshot.world;
    // The years of the page's filter apply to a row's own marks, "past" to its earlier marks.
    Filter own_marks = snapshot.request.filter;
    own_marks.past = false;
    Filter past_marks = snapshot.request.filter;
    past_marks.past = true;
    past_marks.years.clear();
    const bool wants_past = snapshot.request.filter.past;
    const bool wants_own = !wants_past || !snapshot.request.filter.years.empty();
    const auto own = programmes_through(own_marks, world);
    const auto past = programmes_through(past_marks, world);
    const std::vector<int> index = page_index(snapshot);
    json all = json::array();
    for (const Passed& passed : snapshot.passed) {
        const auto i = static_cast<std::size_t>(passed.selection);
        const Selection& s = world.selections[i];
        json technologies = json::array();
        for (const Technology t : s.technologies) {
            technologies.push_back(key_of(t));
        }
        json links = json::array();
        for (const int linked : {s.linked, s.past_linked}) {
            if (linked >= 0 && index[static_cast<std::size_t>(linked)] >= 0) {
                links.push_back(index[static_cast<std::size_t>(linked)]);
            }
        }
        all.push_back({{"id", s.id},
                       {"source", key_of(s.source)},
                       {"year", year_key(s.fiscal_year)},
                       {"own", wants_own ? keys_of(own[i]) : json::array()},
                       {"past", wants_past ? keys_of(past[i]) : json::array()},
                       {"technologies", technologies},
                       {"links", links},
                       {"area", s.area_text},
                       {"title", s.title},
                       {"slide", s.source_page},
                       {"line", s.source_line},
                       {"parts", joins_json(world.join.selections[i], page.lang)},
                       {"may", unresolved_places(world.catalogue, world.join, {passed})},
                       {"holds", {json::array(), json::array(), json::array()}}});
    }
    for (std::size_t m = 0; m < snapshot.coverage.size(); ++m) {
        for (const Hold& hold : snapshot.coverage[m].holds) {
            const int grade_class = static_cast<int>(Grade::direct) - static_cast<int>(hold.grade);
            all[static_cast<std::size_t>(hold.passed)]["holds"]
               [static_cast<std::size_t>(grade_class)]
                   .push_back(m);
        }
    }
    return all;
}

json words_json(const PageQuestion& page) {
    const auto say = [&](const char* ja, const char* en) { return page.say({ja, en}); };
    return {{"all", say("この頁のすべての選定", "All selections of this page")},
            {"filtered", say("絞り込み中: ", "Filtered: ")},
            {"counts", say("選定 {direct}、一部 {part}、都道府県のみ {prefecture}、選定なし "
                           "{none}（選定 {selections} 件）",
                           "{direct} selected, {part} in part, {prefecture} only through their "
                           "prefecture, {none} "
                           "not at all ({selections} selections)")},
            {"or", say("か", " or ")},
            {"of", say("全{n}の{share}", "{share} of {n}")},
            {"selectionsHere", say("選定 {n} 件", "{n} selections")},
            {"noneHere", say("この条件では選定がない。", "No selection here under this filter.")},
            {"hiddenHere", say("絞り込みの外にあと {n} 件。", "{n} more outside the filter.")},
            {"evidence",
             say("根拠: 資料 {slide} 枚目 {line} 行", "Evidence: slide {slide}, line {line}")},
            {"join", say("結合: ", "Join: ")},
            {"notFound",
             say("その名前かコードの市区町村はない。", "No municipality has this name or code.")},
            {"keys", say("矢印キーで隣の市区町村へ、+ と - で大きさ、0 で全体、Esc で解除。",
                         "Arrow keys go to the next municipality, + and - zoom, 0 shows the whole "
                         "map, Esc lets go.")},
            {"past", say("過年度選定", "earlier years")},
            {"percent", say("{n}%", "{n} %")}};
}

}  // namespace

std::string data_json(const PageQuestion& page) {
    json classes = json::array();
    for (const LegendEntry& entry : page.scene.legend) {
        classes.push_back({entry.style.key, page.say(entry.style.name)});
    }
    json programmes = json::object();
    for (int i = 0; i < programme_count; ++i) {
        const auto programme = static_cast<Programme>(i);
        programmes[key_of(programme)] = page.say(name_of(programme));
    }
    return json_in_script(
        {{"classes", classes},
         {"unresolved", unresolved_class_of(page.scene)},
         {"municipalities", places_json(page)},
         {"prefectures", prefectures_json(page.lang)},
         {"programmes", programmes},
         {"years", choices_json(year_choices(page.snapshot), page.lang)},
         {"technologies", choices_json(technology_choices(page.snapshot), page.lang)},
         {"selections", selections_json(page)},
         {"words", words_json(page)}});
}

}  // namespace miraimap::report
