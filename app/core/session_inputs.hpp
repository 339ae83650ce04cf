// SPDX-License-Identifier: MIT
// The inputs of a session: which files, in which state, and what became of them since.
//
// Promises: reads only; a file is named by what it is (role) and by its SHA-256, never by its date.
#pragma once

#include "app/core/session.hpp"
#include "app/core/snapshot.hpp"

namespace miraimap {

/// The files that a request reads, as they are now. Missing ones are left out.
std::vector<SessionInput> current_inputs(const Request& request);

/// The same for the reader's own table alone; none if the request has none.
std::vector<SessionInput> current_table_input(const Request& request);

/// Takes the table among the inputs out and puts these in its place.
void replace_table_input(std::vector<SessionInput>& inputs, std::vector<SessionInput> table);

/// Compares a session's inputs with the disk. A file that is not where it was but stands beside the
/// session with the same name and contents is taken from there. What cannot be found is taken out
/// of the request, so that the rest can be opened. Codes: session-input-moved,
/// session-input-changed, session-input-missing, session-input-new.
/// @param folder  of the session file
Findings compare_inputs(Session& session, const std::filesystem::path& folder);

/// Compares the places that a session names with data that are loaded already: one finding for the
/// chosen and one for the supposed places that the data do not have, with all of them. Changes
/// nothing. Code: session-place-unknown.
/// @param file  the session
Findings compare_places(const Session& session, const World& world,
                        const std::filesystem::path& file);

}  // namespace miraimap
