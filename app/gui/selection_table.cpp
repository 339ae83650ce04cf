// SPDX-License-Identifier: MIT
#include "app/gui/selection_table.hpp"

#include <algorithm>

#include "app/core/place_words.hpp"
#include "app/gui/app_state.hpp"
#include "app/gui/reading.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"
#include "geo/select/theme.hpp"

namespace miraimap::gui {
namespace {

template <typename Values, typename Name>
std::string joined(const Values& values, const Name& name, Lang lang) {
    std::string out;
    for (const auto& value : values) {
        out += (out.empty() ? "" : lang == Lang::ja ? "、" : ", ") + name(value);
    }
    return out;
}

std::string amount(const std::optional<std::int64_t>& thousand_yen) {
    return thousand_yen ? with_commas(*thousand_yen) : std::string();
}

/// The reading of a place with its prefecture's, so that one prefecture stands together.
std::string reading_of(const Municipality& m, Lang lang) {
    const bool known = m.prefecture >= 1 && m.prefecture <= prefecture_count;
    if (lang == Lang::en) {
        return (known ? prefectures()[static_cast<std::size_t>(m.prefecture - 1)].name.en : "") +
               " " + m.name_en;
    }
    return (known ? prefectures()[static_cast<std::size_t>(m.prefecture - 1)].kana : "") +
           m.name_kana;
}

}  // namespace

const std::vector<TableColumn>& SelectionSource::columns() const {
    static const std::vector<TableColumn> all{
        {"year", text_of(T::filter_year), false, 98},
        {"programme", text_of(T::filter_programme), false, 170},
        {"area", text_of(T::card_area), false, 170},
        {"title", text_of(T::column_title), false, 200},
        {"technologies", text_of(T::filter_technology), false, 130},
        {"themes", text_of(T::card_themes), false, 100},
        {"scope", text_of(T::card_scope), false, 90},
        {"granted", text_of(T::column_granted), true, 124},
        {"kind", text_of(T::filter_kind), false, 80, false},
        {"requested", text_of(T::column_requested), true, 96, false},
        {"places", text_of(T::column_places), true, 80, false},
        {"codes", text_of(T::column_code), false, 90, false},
        {"id", text_of(T::column_id), false, 110, false},
    };
    return all;
}

int SelectionSource::index(int row) const {
    return state_.snapshot.passed[static_cast<std::size_t>(row)].selection;
}

int SelectionSource::row_count() const { return static_cast<int>(state_.snapshot.passed.size()); }

std::string SelectionSource::cell(int row, int column) const {
    const auto i = static_cast<std::size_t>(index(row));
    const Selection& s = state_.loaded->world->selections[i];
    const JoinedSelection& joint = state_.loaded->world->join.selections[i];
    const Lang lang = state_.request.lang;
    const auto named = [lang](auto value) { return name_of(value).in(lang); };
    const auto own = [](const std::string& word) { return word; };
    switch (static_cast<SelectionColumn>(column)) {
        case SelectionColumn::year:
            return lang == Lang::ja ? year_key(s.fiscal_year) : std::to_string(s.fiscal_year);
        case SelectionColumn::programme:
            return joined(state_.snapshot.passed[static_cast<std::size_t>(row)].programmes, named,
                          lang);
        case SelectionColumn::area:
            return area_in_words(*state_.loaded->world, i, lang);
        case SelectionColumn::title:
            return s.title;
        case SelectionColumn::technologies:
            return joined(s.technologies, named, lang);
        case SelectionColumn::themes:
            return themes_in_words(s.themes, lang);
        case SelectionColumn::scope:
            return name_of(joint.scope).in(lang);
        case SelectionColumn::granted:
            return amount(s.granted_thousand_yen);
        case SelectionColumn::kind:
            return s.kind == Kind::none ? std::string() : name_of(s.kind).in(lang);
        case SelectionColumn::requested:
            return amount(s.requested_thousand_yen);
        case SelectionColumn::places:
            return std::to_string(static_cast<int>(number(row, column)));
        case SelectionColumn::codes:
            return joined(joint.codes, own, lang);
        case SelectionColumn::id:
            return s.id;
    }
    return {};
}

double SelectionSource::number(int row, int column) const {
    const auto i = static_cast<std::size_t>(index(row));
    const Selection& s = state_.loaded->world->selections[i];
    const JoinedSelection& joint = state_.loaded->world->join.selections[i];
    constexpr double not_printed = -1;
    switch (static_cast<SelectionColumn>(column)) {
        case SelectionColumn::year:
            return s.fiscal_year;
        case SelectionColumn::scope:
            return static_cast<double>(joint.scope);
        case SelectionColumn::kind:
            return static_cast<double>(s.kind);
        case SelectionColumn::granted:
            return s.granted_thousand_yen ? static_cast<double>(*s.granted_thousand_yen)
                                          : not_printed;
        case SelectionColumn::requested:
            return s.requested_thousand_yen ? static_cast<double>(*s.requested_thousand_yen)
                                            : not_printed;
        case SelectionColumn::places:
            return static_cast<double>(
                std::count_if(joint.parts.begin(), joint.parts.end(),
                              [](const ResolvedPart& part) { return part.municipality >= 0; }));
        default:
            return i;
    }
}

bool SelectionSource::blank(int row, int column) const {
    const Selection& s = state_.loaded->world->selections[static_cast<std::size_t>(index(row))];
    const auto kind = static_cast<SelectionColumn>(column);
    return (kind == SelectionColumn::granted && !s.granted_thousand_yen) ||
           (kind == SelectionColumn::requested && !s.requested_thousand_yen);
}

bool SelectionSource::ranked(int column) const {
    const auto kind = static_cast<SelectionColumn>(column);
    return kind == SelectionColumn::year || kind == SelectionColumn::scope ||
           kind == SelectionColumn::kind;
}

std::string SelectionSource::sort_word(int row, int column) const {
    if (static_cast<SelectionColumn>(column) != SelectionColumn::area) {
        return cell(row, column);
    }
    const std::vector<int> own = places(row);
    return own.empty() ? cell(row, column)
                       : reading_of(state_.loaded->world->catalogue
                                        .municipalities[static_cast<std::size_t>(own.front())],
                                    state_.request.lang);
}

bool SelectionSource::reads_as(int row, int column, const std::string& reading) const {
    if (static_cast<SelectionColumn>(column) != SelectionColumn::area) {
        return false;
    }
    const auto i = static_cast<std::size_t>(index(row));
    const std::string printed = reading_key(state_.loaded->world->selections[i].area_text);
    const std::vector<int> own = places(row);
    return printed.find(reading) != std::string::npos ||
           std::any_of(own.begin(), own.end(), [&](int place) {
               const Municipality& m =
                   state_.loaded->world->catalogue.municipalities[static_cast<std::size_t>(place)];
               // Letters over the seam between prefecture and name mean nothing.
               return reading_key(reading_of(m, Lang::ja)).starts_with(reading) ||
                      reading_key(m.name_kana).find(reading) != std::string::npos ||
                      reading_key(m.name_en).find(reading) != std::string::npos;
           });
}

std::vector<int> SelectionSource::places(int row) const {
    return state_.links.places[static_cast<std::size_t>(index(row))];
}

int SelectionSource::row_of(int place) const {
    const std::vector<int>& own = state_.links.selections[static_cast<std::size_t>(place)];
    const auto& passed = state_.snapshot.passed;
    const auto found = std::find_if(passed.begin(), passed.end(), [&](const Passed& p) {
        return std::binary_search(own.begin(), own.end(), p.selection);
    });
    return found == passed.end() ? -1 : static_cast<int>(found - passed.begin());
}

long long SelectionSource::version() const { return state_.snapshot_version; }

}  // namespace miraimap::gui
