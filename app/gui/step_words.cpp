// SPDX-License-Identifier: MIT
// The steps of the history in words.
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "app/gui/app_state.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/widgets.hpp"
#include "geo/io/database_address.hpp"

namespace miraimap::gui {
namespace {

template <typename... Values>
Text filled(T id, const Values&... values) {
    return {fill(id, Lang::ja, values...), fill(id, Lang::en, values...)};
}

template <typename... Values>
Text filled_text(T id, const Text& first, const Values&... values) {
    return {fill(id, Lang::ja, first.ja, values...), fill(id, Lang::en, first.en, values...)};
}

/// One place by its name, several by their number.
Text places_in_words(const World& world, const std::vector<int>& places) {
    if (places.size() == 1) {
        const auto& m = world.catalogue.municipalities[static_cast<std::size_t>(places.front())];
        return {name_in(m, Lang::ja), name_in(m, Lang::en)};
    }
    return filled(T::step_places, with_commas(std::ssize(places)));
}

/// Codes, or names as a session may hold them.
Text supposed_in_words(const World& world, const std::vector<std::string>& codes) {
    if (codes.size() != 1) {
        return filled(T::step_places, with_commas(std::ssize(codes)));
    }
    const auto found = world.catalogue.find(codes.front());
    return found ? places_in_words(world, {*found}) : Text{codes.front(), codes.front()};
}

template <typename Value>
std::vector<Value> without(const std::vector<Value>& from, const std::vector<Value>& taken) {
    std::vector<Value> rest;
    std::set_difference(from.begin(), from.end(), taken.begin(), taken.end(),
                        std::back_inserter(rest));
    return rest;
}

Text choice_words(const World& world, const WorkState& before, const WorkState& after) {
    const std::vector<int>& now = after.chosen.places;
    const std::vector<int> added = without(now, before.chosen.places);
    const std::vector<int> removed = without(before.chosen.places, now);
    if (now.empty()) {
        return filled_text(T::step_chose_none, places_in_words(world, removed));
    }
    if (added.size() == now.size() || (!added.empty() && !removed.empty())) {
        return filled_text(T::step_chose, places_in_words(world, now));
    }
    return added.empty() ? filled_text(T::step_dropped, places_in_words(world, removed),
                                       with_commas(std::ssize(now)))
                         : filled_text(T::step_added, places_in_words(world, added),
                                       with_commas(std::ssize(now)));
}

Text supposed_words(const World& world, const WorkState& before, const WorkState& after) {
    if (after.what_if.empty()) {
        return filled(T::step_supposed_none);
    }
    const auto added = without(after.what_if, before.what_if);
    return added.empty()
               ? filled_text(T::step_unsupposed,
                             supposed_in_words(world, without(before.what_if, after.what_if)))
               : filled_text(T::step_supposed, supposed_in_words(world, added));
}

Text boundaries_words(const std::filesystem::path& file) {
    if (file.empty()) {
        return text_of(T::step_boundaries_embedded);
    }
    const std::string name = file.string();
    return filled(T::step_boundaries, is_database(name) ? name : file.filename().string());
}

Text counted_words(const WorkState& after) {
    constexpr std::array<T, 3> wards{T::a_wards_special, T::a_wards_none, T::a_wards_all};
    const Text& name = text_of(wards[static_cast<std::size_t>(after.wards)]);
    return filled_text(after.count_northern_territories ? T::step_counted_north : T::step_counted,
                       name);
}

}  // namespace

Text step_words(const World& world, const WorkState& before, const WorkState& after) {
    Text words;
    const auto say = [&words](const Text& more) {
        words.ja += (words.ja.empty() ? "" : "、") + more.ja;
        words.en += (words.en.empty() ? "" : ", ") + more.en;
    };
    if (before.chapter != after.chapter) {
        const Text filter = in_words(after.filter);
        return after.chapter->name.empty()
                   ? filled_text(T::step_recovered, filter)
                   : Text{fill(T::step_session, Lang::ja, after.chapter->name, filter.ja),
                          fill(T::step_session, Lang::en, after.chapter->name, filter.en)};
    }
    if (before.files.boundaries != after.files.boundaries) {
        say(boundaries_words(after.files.boundaries));
    }
    if (before.files.table != after.files.table || before.files.figure != after.files.figure) {
        say(after.files.table.empty()
                ? text_of(T::step_table_none)
                : filled(T::step_table, after.files.table.filename().string()));
    }
    if (before.brush != after.brush) {
        say(after.brush ? filled(T::step_brush, with_commas(std::ssize(*after.brush)))
                        : text_of(T::step_brush_end));
    }
    if (before.filter != after.filter) {
        say(filled_text(T::step_filter, in_words(after.filter)));
    }
    if (before.chosen.places != after.chosen.places) {
        say(choice_words(world, before, after));
    }
    if (before.what_if != after.what_if) {
        say(supposed_words(world, before, after));
    }
    if (before.wards != after.wards ||
        before.count_northern_territories != after.count_northern_territories) {
        say(counted_words(after));
    }
    if (before.colour != after.colour) {
        say(filled_text(T::step_mode, name_of(after.colour)));
    }
    if (before.layout != after.layout) {
        say(text_of(after.layout == MapLayout::tiles ? T::step_tiles : T::step_country));
    }
    if (before.outlined_gaps != after.outlined_gaps) {
        say(text_of(after.outlined_gaps > 0 ? T::step_outlined : T::step_not_outlined));
    }
    if (before.analysis != after.analysis) {
        say(text_of(T::step_analysis));
    }
    return words;
}

}  // namespace miraimap::gui
