// SPDX-License-Identifier: MIT
// Panels of evidence: a selection's row in the source, contradictions, programme cards, and what a
// place's kind of body may apply for.
//
// Promises: shows only what Evidence says (app/core/evidence.hpp); what is open stays open while
// filters change.
#pragma once

#include <string>

#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// One line of a card: a muted name in a column of its own, then the value, wrapped.
void labelled_line(const Ui& ui, T name, const std::string& value, const char* probe = nullptr);

/// A link with a small triangle; true while its part is open.
/// @param id  of EvidenceState::open
bool fold(const Ui& ui, const std::string& id, const std::string& label);
/// The names of programmes as buttons; the card of the opened one stands below them.
/// @param id  tells this row from others
void programme_links(const Ui& ui, const std::string& id, const std::vector<Programme>& programmes);
/// Printed row, place in the source with the text around it, contradictions.
void source_section(const Ui& ui, const Selection& selection);
/// Grants for a municipality's kind of body, to be unfolded.
void limits_section(const Ui& ui, const Municipality& municipality);

}  // namespace miraimap::gui
