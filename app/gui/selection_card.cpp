// SPDX-License-Identifier: MIT
#include "app/gui/selection_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/core/place_words.hpp"
#include "app/gui/evidence_panel.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"
#include "geo/select/theme.hpp"

namespace miraimap::gui {
namespace {

/// The part of the area text that led to this municipality.
const ResolvedPart* part_for(const JoinedSelection& joined, const Municipality* m,
                             int municipality) {
    if (m == nullptr) {
        return joined.parts.size() == 1 ? &joined.parts.front() : nullptr;
    }
    const ResolvedPart* prefecture = nullptr;
    for (const ResolvedPart& part : joined.parts) {
        if (part.municipality == municipality) {
            return &part;
        }
        if (part.is_prefecture && part.prefecture_number == m->prefecture) {
            prefecture = &part;
        }
    }
    return prefecture;
}

std::string programmes_in_words(const std::vector<Programme>& programmes, Lang lang) {
    std::string out;
    for (const Programme programme : programmes) {
        out += (out.empty() ? "" : (lang == Lang::ja ? "、" : ", ")) + name_of(programme).in(lang);
    }
    return out;
}

void technology_pills(const Ui& ui, const Selection& selection) {
    bool first = true;
    for (const Technology technology : selection.technologies) {
        const std::string& label = name_of(technology).in(ui.lang());
        flow(ui, pill_width_px(ui, label), first, 4);
        pill(ui, label, ui.colours.accent_soft, ui.colours.accent_text);
        first = false;
    }
}

/// Names of the other places of the selection; empty if there is none.
std::string other_places(const World& world, const JoinedSelection& joined, int municipality,
                         Lang lang) {
    std::string out;
    for (const ResolvedPart& part : joined.parts) {
        if (part.code.empty() || (part.municipality >= 0 && part.municipality == municipality)) {
            continue;
        }
        const std::string name =
            part.municipality >= 0
                ? full_name(
                      world.catalogue.municipalities[static_cast<std::size_t>(part.municipality)],
                      lang)
                : prefectures()[static_cast<std::size_t>(part.prefecture_number - 1)].name.in(lang);
        out += (out.empty() ? "" : (lang == Lang::ja ? "、" : "; ")) + name;
    }
    return out;
}

void join_lines(const Ui& ui, const World& world, const Passed& passed, int municipality) {
    const auto index = static_cast<std::size_t>(passed.selection);
    const JoinedSelection& joined = world.join.selections[index];
    const Lang lang = ui.lang();
    const Municipality* m =
        municipality < 0 ? nullptr
                         : &world.catalogue.municipalities[static_cast<std::size_t>(municipality)];
    labelled_line(ui, T::card_scope, name_of(joined.scope).in(lang));
    const std::string others = other_places(world, joined, municipality, lang);
    if (!others.empty()) {
        labelled_line(ui, T::card_elsewhere, others);
    }
    if (const ResolvedPart* part = part_for(joined, m, municipality)) {
        const char* between = lang == Lang::ja ? "：" : ": ";
        labelled_line(ui, T::card_join,
                      name_of(part->match).in(lang) +
                          (part->reason.in(lang).empty() ? "" : between + part->reason.in(lang)));
    }
}

}  // namespace

void selection_card(const Ui& ui, const Passed& passed, int municipality, Grade grade) {
    const World& world = ui.world();
    const Selection& s = world.selections[static_cast<std::size_t>(passed.selection)];
    const Lang lang = ui.lang();
    begin_card(ui);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(6), ui.px(5)));
    const auto [fill_colour, text_colour] = grade_colours(ui, grade);
    pill(ui, year_name(s.fiscal_year).in(lang), ui.colours.field, ui.colours.text);
    if (municipality >= 0) {
        const std::string& label = name_of(grade).in(lang);
        flow(ui, pill_width_px(ui, label), false, 4);
        pill(ui, label, fill_colour, text_colour);
    }
    if (s.kind != Kind::none) {
        const std::string& label = name_of(s.kind).in(lang);
        flow(ui, pill_width_px(ui, label), false, 4);
        pill(ui, label, ui.colours.field, ui.colours.text);
    }
    space(ui, 2);
    programme_links(ui, s.id, passed.programmes);
    const std::string area = area_in_words(world, static_cast<std::size_t>(passed.selection), lang);
    text_in(ui, FontUse::body_bold, ui.colours.text, s.title.empty() ? area : s.title, 0);
    if (!s.technologies.empty()) {
        technology_pills(ui, s);
    }
    space(ui, 2);
    if (!s.title.empty()) {
        labelled_line(ui, T::card_area, area);
    }
    if (s.technologies.empty()) {
        labelled_line(ui, T::card_technologies, ui.tr(T::card_technologies_none));
    }
    if (!s.themes.empty()) {
        labelled_line(ui, T::card_themes, themes_in_words(s.themes, lang));
    }
    if (s.requested_thousand_yen) {
        labelled_line(ui, T::card_requested,
                      fill(T::card_yen, lang, with_commas(*s.requested_thousand_yen)));
    }
    if (s.granted_thousand_yen) {
        labelled_line(ui, T::card_granted,
                      fill(T::card_yen, lang, with_commas(*s.granted_thousand_yen)));
    }
    if (s.start_year && *s.start_year != s.fiscal_year) {
        labelled_line(ui, T::card_start, year_name(*s.start_year).in(lang));
    }
    if (!s.past.empty()) {
        labelled_line(ui, T::card_past, programmes_in_words(s.past, lang));
    }
    join_lines(ui, world, passed, municipality);
    source_section(ui, s);
    if (!passed.counted) {
        text_in(ui, FontUse::small, ui.colours.warn, ui.tr(T::card_linked), 0);
    }
    ImGui::PopStyleVar();
    end_card(ui);
}

}  // namespace miraimap::gui
