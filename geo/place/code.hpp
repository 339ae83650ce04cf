// SPDX-License-Identifier: MIT
// JIS X 0401/0402 codes as people type them: with a check digit, without a zero, full width.
//
// A municipality code has five digits (two for the prefecture, three for the body). Local
// governments print a sixth, a check digit; spreadsheets drop a leading zero; the Japan
// Meteorological Agency adds two digits for sub-areas. One text can therefore have several
// readings. All are returned; which of them exist is for the caller to say, who has a catalogue.
// Promises: pure functions on text; nothing is chosen here.
// Does not: know which codes exist.
// Source of the check digit: the Ministry of Internal Affairs' list of local government codes
// (modulus 11, weights 6 5 4 3 2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/text.hpp"

namespace miraimap {

/// Finding codes, stable across versions.
inline constexpr std::string_view code_lost_leading_zero = "code-lost-leading-zero";
inline constexpr std::string_view code_check_digit_removed = "code-check-digit-removed";
inline constexpr std::string_view code_check_digit_wrong = "code-check-digit-wrong";
inline constexpr std::string_view code_area_digits_removed = "code-area-digits-removed";
inline constexpr std::string_view code_unknown = "code-unknown";

/// One way to read a digit string as a five-digit code.
struct CodeReading {
    std::string code;                        ///< five digits; "13000" for a prefecture
    std::vector<std::string_view> findings;  ///< what had to be assumed; empty: read as it stands
    /// False if the sixth digit contradicts the first five: worth showing, never worth choosing.
    bool check_digit_ok = true;

    [[nodiscard]] bool has(std::string_view finding) const;
};

/// Check digit of a five-digit code.
/// @param code exactly five ASCII digits (asserted)
int check_digit(std::string_view code);

/// The text as ASCII digits: full-width digits narrowed, spaces removed. Empty if the text holds
/// anything else or nothing, or more than seven digits.
std::string digits_of(std::string_view text);

/// All readings of a digit string, the most literal first.
/// @param digits ASCII digits, as digits_of() returns them
std::vector<CodeReading> code_readings(std::string_view digits);

/// What a finding code says, for people.
Text code_finding_text(std::string_view finding, std::string_view code);

}  // namespace miraimap
