// SPDX-License-Identifier: MIT
#include "app/gui/map_modes.hpp"

#include <algorithm>

#include "app/core/analysis.hpp"
#include "app/core/map_picture.hpp"
#include "app/gui/app_state.hpp"
#include "shapes/style_modes.hpp"

namespace miraimap::gui {
namespace {

/// The values of one kind of filter that a class stands for; all but one list are empty.
struct ClassValues {
    std::vector<Programme> programmes;
    std::vector<Technology> technologies;
    std::vector<Scope> scopes;
    std::vector<YearRange> years;
    bool past = false;

    [[nodiscard]] bool empty() const {
        return programmes.empty() && technologies.empty() && scopes.empty() && years.empty() &&
               !past;
    }
};

std::vector<Scope> scopes_of(MapColour colour, const std::string& key) {
    if (key == "prefecture") {
        return {Scope::prefecture};
    }
    if (key == "unresolved") {
        return {Scope::unresolved};
    }
    if (colour == MapColour::grade && key == "direct") {
        return {Scope::municipality, Scope::joint};
    }
    if (colour == MapColour::grade && key == "part") {
        return {Scope::part};
    }
    return {};
}

ClassValues values_of(MapColour colour, const std::string& key) {
    ClassValues values;
    values.scopes = scopes_of(colour, key);
    if (!values.scopes.empty()) {
        return values;
    }
    if (colour == MapColour::programme) {
        if (const auto programme = find_programme(key)) {
            values.programmes = {*programme};
        }
    } else if (colour == MapColour::technology) {
        if (const auto technology = find_technology(key)) {
            values.technologies = {*technology};
        }
    } else if (colour == MapColour::first_year) {
        const std::string prefix = "year-";
        values.past = key == "earlier";
        if (key.starts_with(prefix)) {
            Filter read;
            add_years(key.substr(prefix.size()), read);
            values.years = read.years;
        }
    }
    return values;
}

}  // namespace

bool can_show(const AppState& state, MapColour colour) {
    return colour != MapColour::figure || state.snapshot.user_table;
}

void set_map_colour(AppState& state, MapColour colour) {
    if (can_show(state, colour)) {
        state.request.colour = colour;
        state.snapshot.request.colour = colour;
    }
}

void step_map_colour(AppState& state, int step) {
    int next = static_cast<int>(state.request.colour);
    do {
        next = (next + step + map_colour_count) % map_colour_count;
    } while (!can_show(state, static_cast<MapColour>(next)));
    set_map_colour(state, static_cast<MapColour>(next));
}

void step_vision(AppState& state) {
    const int next = (static_cast<int>(state.modes.vision) + 1) % vision_count;
    state.modes.vision = static_cast<Vision>(next);
}

bool needs_nearness(MapColour colour) {
    return colour == MapColour::distance || colour == MapColour::borders;
}

Classification map_classes(AppState& state) {
    const bool coming = !state.request.table.empty();  // a table that is being read
    if (!can_show(state, state.request.colour) && !coming) {
        set_map_colour(state, MapColour::grade);
    }
    const AnalysisAnswer* answer = state.analysis.answer.get();
    const bool near = needs_nearness(state.request.colour);
    const bool known =
        answer != nullptr && answer->world == state.loaded->world && !answer->nearness.empty();
    if ((near && !known) || !can_show(state, state.request.colour)) {
        return classify_map(state.snapshot, MapColour::grade, {}, state.theme);
    }
    return classify_map(state.snapshot, near ? answer->nearness : std::vector<Nearness>{},
                        state.theme);
}

std::vector<Classification> classes_of_all_modes(const AppState& state) {
    const AnalysisAnswer* answer = state.analysis.answer.get();
    const std::size_t places = state.loaded->world->catalogue.municipalities.size();
    const bool known = answer != nullptr && answer->world == state.loaded->world &&
                       answer->nearness.size() == places;
    std::vector<Nearness> nearness = known ? answer->nearness : std::vector<Nearness>(places);
    for (std::size_t i = 0; !known && i < places; ++i) {
        constexpr std::size_t kinds = 130;  // up to more than 100 km
        const auto far = static_cast<int>(i % kinds);
        nearness[i].boundary = {0, static_cast<double>(far)};
        nearness[i].borders = far - 1;  // islands have no way
    }
    std::vector<Classification> all;
    for (int i = 0; i < map_colour_count; ++i) {
        const auto colour = static_cast<MapColour>(i);
        if (can_show(state, colour)) {
            all.push_back(classify_map(state.snapshot, colour, nearness, state.theme));
        }
    }
    return all;
}

bool is_filtered_by(const Filter& filter, MapColour colour, const std::string& class_key) {
    const ClassValues values = values_of(colour, class_key);
    const auto all_in = [](const auto& wanted, const auto& given) {
        return std::all_of(wanted.begin(), wanted.end(), [&](const auto& value) {
            return std::find(given.begin(), given.end(), value) != given.end();
        });
    };
    const bool technologies_asked =
        values.technologies.empty() || filter.match != TechnologyMatch::none;
    return !values.empty() && technologies_asked && all_in(values.programmes, filter.programmes) &&
           all_in(values.technologies, filter.technologies) &&
           all_in(values.scopes, filter.scopes) && all_in(values.years, filter.years) &&
           (!values.past || filter.past);
}

std::optional<Filter> filter_by_class(const Filter& filter, MapColour colour,
                                      const std::string& class_key) {
    const ClassValues values = values_of(colour, class_key);
    if (values.empty()) {
        return std::nullopt;
    }
    const bool on = is_filtered_by(filter, colour, class_key);
    Filter next = filter;
    if (!values.programmes.empty()) {
        next.programmes = on && filter.programmes == values.programmes ? std::vector<Programme>{}
                                                                       : values.programmes;
    } else if (!values.technologies.empty()) {
        next.match = TechnologyMatch::any;
        next.technologies = on && filter.technologies == values.technologies
                                ? std::vector<Technology>{}
                                : values.technologies;
    } else if (!values.scopes.empty()) {
        next.scopes = on && filter.scopes == values.scopes ? std::vector<Scope>{} : values.scopes;
    } else {
        const bool alone = filter.years == values.years && filter.past == values.past;
        next.years = alone ? std::vector<YearRange>{} : values.years;
        next.past = !alone && values.past;
    }
    return next;
}

std::vector<int> places_of_class(const Classification& classes, int class_index) {
    std::vector<int> places;
    for (std::size_t i = 0; i < classes.class_of.size(); ++i) {
        const bool among = i < classes.several_of.size() &&
                           std::find(classes.several_of[i].begin(), classes.several_of[i].end(),
                                     class_index) != classes.several_of[i].end();
        if (among || classes.class_of[i] == class_index) {
            places.push_back(static_cast<int>(i));
        }
    }
    return places;
}

std::vector<int> places_of_classes(const Classification& classes, const std::vector<int>& among) {
    std::vector<int> places;
    for (std::size_t i = 0; i < classes.class_of.size(); ++i) {
        if (std::find(among.begin(), among.end(), classes.class_of[i]) != among.end()) {
            places.push_back(static_cast<int>(i));
        }
    }
    return places;
}

std::optional<Filter> exact_filter(const AppState& state, const Classification& classes,
                                   int class_index) {
    const MapColour colour = classes.colour;
    const std::string& key = classes.legend[static_cast<std::size_t>(class_index)].style.key;
    std::optional<Filter> next = filter_by_class(state.request.filter, colour, key);
    if (!next || is_filtered_by(state.request.filter, colour, key)) {
        return next;
    }
    const World& world = *state.loaded->world;
    const std::vector<MunicipalityCoverage> coverage =
        cover(world.catalogue, world.join, apply_filter(*next, world.selections, world.join));
    const auto shows = [&](int place) {
        const Grade grade = coverage[static_cast<std::size_t>(place)].grade;
        const bool of_grade = colour == MapColour::grade || key == key_of(Grade::prefecture);
        return of_grade ? key_of(grade) == key : grade >= Grade::part;
    };
    std::vector<int> shown = places_in_question(state.snapshot);
    std::erase_if(shown, [&](int place) { return !shows(place); });
    return shown == places_of_class(classes, class_index) ? next : std::nullopt;
}

std::vector<Text> legend_texts() {
    std::vector<Text> texts;
    for (int i = 0; i < map_colour_count; ++i) {
        texts.push_back(name_of(static_cast<MapColour>(i)));
    }
    for (int i = 0; i < vision_count; ++i) {
        texts.push_back(name_of(static_cast<Vision>(i)));
    }
    const Theme theme = Theme::light;
    std::vector<ClassStyle> styles = grade_classes(theme);
    for (const auto& more : {programme_classes(theme), technology_classes(theme)}) {
        styles.insert(styles.end(), more.begin(), more.end());
    }
    for (const ClassStyle& style :
         {several_class(theme), not_printed_class(theme), unresolved_class(theme),
          earlier_class(theme), supposed_class(theme), nothing_class(theme)}) {
        styles.push_back(style);
    }
    for (const ClassStyle& style : styles) {
        texts.push_back(style.name);
    }
    for (int i = 0; i < programme_count; ++i) {
        texts.push_back(symbol_of(static_cast<Programme>(i)));
    }
    for (int i = 0; i < technology_count; ++i) {
        texts.push_back(symbol_of(static_cast<Technology>(i)));
    }
    // Of names that are made with numbers.
    texts.push_back(
        {"接する選定済み以内以遠超える境界が本以上以前件千円額の記載道なし（）つ隣［］ほか「複数」"
         "に",
         "–—"});
    // Of reasons (class_reason.hpp).
    texts.push_back(
        {"そのものの選定件「」候補一つ過年度選定（年度記載なし）のみ交付要望額千円共同は示す計算"
         "しています…境界をたどって着ける最寄り：まで接された市区町村がない値、 km",
         ""});
    return texts;
}

}  // namespace miraimap::gui
