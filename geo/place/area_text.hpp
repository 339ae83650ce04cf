// SPDX-License-Identifier: MIT
// Cuts a printed area text into pieces, by its punctuation alone.
//
// A piece is what stands between two separators outside brackets, with the brackets that follow it.
// Whether a piece is a member of its own or goes on with the district of the member before is
// decided by the resolver, which knows names; here only the strength of the separator is recorded.
// Promises: linear time, any depth of brackets, unbalanced ones too; views into the given text; in
// order; pieces, separators and brackets together are the whole text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace miraimap {

/// What stands before a piece.
enum class Separator {
    none,    ///< nothing: the piece begins the text or follows a closing bracket directly
    middle,  ///< ・ : also stands inside the name of one district
    comma,   ///< 、 ， , and line ends: between members, or between districts of one member
    hard,    ///< ／ / ; : always between members
};

struct AreaPiece {
    Separator before = Separator::none;
    bool latin_comma = false;  ///< the separator is an ASCII comma ("Sapporo, Hokkaido")
    std::string_view body;     ///< text before the first bracket, spaces trimmed
    std::vector<std::string_view> brackets;  ///< contents, outermost brackets removed, trimmed
    std::string_view printed;                ///< body and brackets as printed, spaces trimmed
};

/// Pieces with at least a body or a bracket; none if the text has neither.
/// @param text well-formed UTF-8
std::vector<AreaPiece> cut_area_text(std::string_view text);

/// Districts listed in a bracket: cut at commas and hard separators outside nested brackets
/// (「大手町・丸の内・有楽町地区」 stays one).
std::vector<std::string> cut_districts(std::string_view text);

/// How many areas a bracket names, cut at every separator, nested brackets included; a text before
/// a nested bracket is its heading and not counted (けいはんな学研都市（精華地区・西木津地区） is
/// two).
int count_areas(std::string_view text);

/// Words after a name that are no district.
enum class RestWord {
    none,    ///< anything else
    whole,   ///< 全域, 市役所の「役所」 … : still the whole body
    others,  ///< ほか, 等 … : others are meant too, but not named
};
RestWord rest_word(std::string_view text);

/// The word by which a text shows itself as an area without being a municipality (周辺, 沿線, 公園
/// …), or "" if it does not end in one.
std::string_view area_word(std::string_view text);

/// The text without spaces (of any kind) at both ends.
std::string_view trim_spaces(std::string_view text);

/// From the start of one view to the end of a later one of the same text.
std::string_view view_across(std::string_view first, std::string_view last);

/// The part before the first space; empty if there is none, nothing follows it, or it is too long
/// to be a name.
std::string_view first_word(std::string_view text);

}  // namespace miraimap
