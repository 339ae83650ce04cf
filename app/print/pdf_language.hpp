// SPDX-License-Identifier: MIT
// Says inside a PDF which language it is in, which Cairo cannot, so that it is read aloud rightly.
#pragma once

#include <string>

#include "geo/text.hpp"

namespace miraimap {

/// Adds /Lang and the wish to show the title to the document's catalogue, as an incremental update
/// (ISO 32000-1, 7.5.6): the bytes before stay as they are.
/// @param pdf  a whole PDF of Cairo with a cross-reference table; any other comes back unchanged
std::string with_language(const std::string& pdf, Lang lang);

}  // namespace miraimap
