// SPDX-License-Identifier: MIT
// JSON that may break off: what stood whole before the damage is kept.
//
// Promises: never throws for bad text; a list or number that the damage cut is left out, since half
// of it would mean something else; members of an object that were complete stay.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace miraimap {

struct PartialJson {
    nlohmann::ordered_json value;          ///< null if nothing was whole
    std::optional<std::size_t> broken_at;  ///< byte of the damage, from 0; empty: all is well
};

PartialJson parse_partial_json(std::string_view text);

/// "12:3", line and column of a byte, both from 1.
std::string line_and_column(std::string_view text, std::size_t byte);

}  // namespace miraimap
