// SPDX-License-Identifier: MIT
#include "app/gui/facet_commands.hpp"

#include <algorithm>
#include <utility>

#include "app/gui/facets.hpp"
#include "app/gui/search.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/title_readings.hpp"
#include "geo/place/prefecture.hpp"
#include "geo/select/theme.hpp"

namespace miraimap::gui {
namespace {

Text named(T kind, const Text& value) {
    return {fill(kind, Lang::ja, value.ja), fill(kind, Lang::en, value.en)};
}

class Maker {
public:
    /// A value of a list of the filter.
    template <typename Value>
    void add(T kind, const std::string& id, const Text& value, const std::string& key,
             const std::string& reading, std::vector<Value> Filter::*list, const Value& own) {
        add(
            kind, id, value, key, reading,
            [list, own](Filter& filter) { toggle(filter.*list, own); },
            [list, own](const Filter& filter) {
                return std::find((filter.*list).begin(), (filter.*list).end(), own) !=
                       (filter.*list).end();
            });
    }
    void add(T kind, const std::string& id, const Text& value, const std::string& key,
             const std::string& reading, std::function<void(Filter&)> turn,
             std::function<bool(const Filter&)> is_on) {
        FacetCommand command{
            "filter." + id + "-" + key, named(kind, value), {}, std::move(turn), std::move(is_on)};
        command.found_by = find_names(value, reading, {key, command.name.ja, command.name.en});
        made.push_back(std::move(command));
    }
    /// Words by which the last value is found too.
    void also(const std::vector<std::string_view>& words) {
        for (const std::string_view word : words) {
            made.back().found_by.folded.push_back(fold_for_search(word));
        }
    }
    std::vector<FacetCommand> made;
};

void add_years(Maker& maker, const std::vector<int>& years) {
    for (const int year : years) {
        maker.add(
            T::facet_year, "year", {year_key(year), std::to_string(year)}, year_key(year),
            year_name(year).ja, [year, years](Filter& filter) { toggle_year(filter, year, years); },
            [year](const Filter& filter) { return has_year(filter, year); });
    }
    maker.add(
        T::facet_year, "year", text_of(T::filter_past), "past", "かねんど",
        [](Filter& filter) { filter.past = !filter.past; },
        [](const Filter& filter) { return filter.past; });
}

void add_areas(Maker& maker) {
    for (const Prefecture& p : prefectures()) {
        maker.add(T::facet_prefecture, "prefecture", p.name, p.code, p.kana, &Filter::prefectures,
                  p.number);
    }
    for (std::size_t i = 0; i < regions().size(); ++i) {
        const Region& region = regions()[i];
        const auto index = static_cast<int>(i);
        maker.add(
            T::facet_region, "region", region.name, region.key, region.name.en,
            [index](Filter& filter) { toggle_region(filter, index); },
            [index](const Filter& filter) {
                return prefectures_asked(filter, index) == std::ssize(prefectures_of_region(index));
            });
    }
}

}  // namespace

std::vector<FacetCommand> make_facet_commands(const World& world) {
    const Facets facets = count_facets({}, world);
    Maker maker;
    for (int i = 0; i < technology_count; ++i) {
        const auto own = static_cast<Technology>(i);
        maker.add(T::facet_any, "technology", name_of(own), key_of(own),
                  with_readings(name_of(own).ja), &Filter::technologies, own);
        maker.also(also_called(own));
    }
    std::vector<int> years;
    for (const auto& [year, count] : facets.years) {
        years.push_back(year);
    }
    add_years(maker, years);
    for (int i = 0; i < programme_count; ++i) {
        const auto own = static_cast<Programme>(i);
        maker.add(T::facet_programme, "programme", name_of(own), key_of(own),
                  with_readings(name_of(own).ja), &Filter::programmes, own);
    }
    for (int i = 0; i < 3; ++i) {
        const auto own = static_cast<Source>(i);
        maker.add(T::facet_any, "source", name_of(own), key_of(own), with_readings(name_of(own).ja),
                  &Filter::sources, own);
    }
    for (const Kind own : {Kind::fresh, Kind::continuing}) {
        maker.add(T::facet_any, "kind", name_of(own), key_of(own), with_readings(name_of(own).ja),
                  &Filter::kinds, own);
    }
    for (std::size_t i = 0; i < facets.scopes.size(); ++i) {
        const auto own = static_cast<Scope>(i);
        maker.add(T::facet_any, "scope", name_of(own), key_of(own), with_readings(name_of(own).ja),
                  &Filter::scopes, own);
    }
    for (const auto& [theme, count] : facets.themes) {
        maker.add(T::facet_any, "theme", theme_text(theme), theme, with_readings(theme),
                  &Filter::themes, theme);
    }
    add_areas(maker);
    return std::move(maker.made);
}

}  // namespace miraimap::gui
