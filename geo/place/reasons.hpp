// SPDX-License-Identifier: MIT
// The sentences a resolver gives as reasons, in both languages.
//
// Promises: one clause, one fact; clauses are joined in the order they were found. Names of places
// stay Japanese in the English text, since that is how they are printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/place/normal_form.hpp"
#include "geo/text.hpp"

namespace miraimap {

/// Clauses of one reason, in order.
class Reason {
public:
    /// Adds a clause; an empty one is ignored, and so is one already there.
    void add(const Text& clause);
    /// 「…。…」 and "…; …".
    [[nodiscard]] Text text() const;

private:
    std::vector<Text> clauses_;
};

namespace reasons {

Text same_name(std::string_view name);
Text prefecture_itself(std::string_view name);
Text printed_prefecture(std::string_view prefecture);
Text carried_prefecture(std::string_view prefecture);
Text left_carried_prefecture(std::string_view carried, std::string_view name);
Text only_one(std::string_view name);
/// @param others e.g. 朝日町（富山県）、朝日町（三重県）
Text told_apart_from(std::string_view others);
/// @param others e.g. 鹿嶋市（茨城県）
Text spelled_otherwise(std::string_view others);
Text suffix_added(std::string_view printed, std::string_view name);
Text prefecture_suffix_added(std::string_view printed, std::string_view prefecture);
Text county_not_needed(std::string_view county);
Text by_reading(std::string_view printed, std::string_view name);
Text by_english_name(std::string_view printed, std::string_view name);
/// One clause for each character that differs between two written forms of equal length.
std::vector<Text> variants_used(std::u32string_view printed, std::u32string_view name,
                                const Variants& variants);
Text code_of(std::string_view code, std::string_view name);
Text ward(std::string_view ward, std::string_view code, std::string_view city,
          std::string_view valid_to, std::string_view valid_from);
Text ward_alone(std::string_view ward, std::string_view city);
Text ward_not_in_table(std::string_view text, std::string_view city);
Text only_districts(std::string_view districts);
Text bracket_for_all(std::string_view bracket);
Text bracket_for_last(std::string_view bracket);
Text named_in_bracket(std::string_view prefecture);
Text others_not_named(std::string_view word);
Text split_without_separator();
Text recorded(const Text& reason, std::string_view where);
Text decided(const Text& reason, std::string_view basis, std::string_view date,
             std::string_view where);
Text decision_code_missing(std::string_view code, std::string_view where);
Text ambiguous(std::string_view candidates);
Text looks_like_area(std::string_view word);
Text unknown_name(bool has_near_names);
Text not_in_prefecture(std::string_view prefecture, std::string_view elsewhere);
Text empty_text();
Text broken_utf8();

}  // namespace reasons
}  // namespace miraimap
