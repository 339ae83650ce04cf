// SPDX-License-Identifier: MIT
// One member of an area text to one body, with the reason.
//
// Tries, in this order: a recorded decision, a code, a recorded non-place, the name as written
// (whole, after a county, without suffix, as the beginning of a longer text, a ward alone), the
// kana reading, the English name. The first way that finds anything ends the search; if it finds
// several bodies, the answer is ambiguous with all of them.
// Promises: nothing is chosen among several except by a prefecture the text itself gives.
// Does not: split lists, nor look at districts; it says how much of the text the name took.
#pragma once

#include <string_view>
#include <unordered_map>

#include "geo/place/gazetteer.hpp"
#include "geo/place/reasons.hpp"
#include "geo/place/resolver.hpp"

namespace miraimap {

struct NameQuestion {
    std::string_view printed;  ///< well-formed UTF-8, without brackets; not empty
    int qualifier = 0;         ///< prefecture printed beside the name, e.g. in brackets
    int carried = 0;           ///< prefecture printed with an earlier member
};

struct NameAnswer {
    ResolvedPart part;  ///< without `part`, `districts`, `only_part` and `reason`
    Reason reason;
    std::size_t used = 0;        ///< bytes of `printed` that name the body; the rest is a district
    int printed_prefecture = 0;  ///< prefecture that this member prints or is; 0 if none
    int ward = -1;               ///< index of the ward that was printed alone or as a code
};

class NameLookup {
public:
    /// @param gazetteer kept by reference
    explicit NameLookup(const Gazetteer& gazetteer);

    [[nodiscard]] NameAnswer look_up(const NameQuestion& question) const;

    /// Whether a text that follows an open district names a body of its own: it begins with a
    /// prefecture, or consists of municipalities of that prefecture or of cities anywhere.
    [[nodiscard]] bool is_a_body(std::string_view printed, int prefecture) const;
    /// A recorded decision about exactly this text, or nullptr.
    [[nodiscard]] const Decision* decision(std::string_view printed) const;

private:
    /// A question read once: its forms and the prefecture it prints.
    struct Read {
        NameQuestion question;
        WrittenForm written;
        std::u32string folded;
        std::size_t start = 0;          ///< characters the prefecture took
        int prefecture = 0;             ///< printed before or beside the name; binding
        bool prefecture_short = false;  ///< printed without 都 府 県

        [[nodiscard]] std::u32string_view rest() const {
            return std::u32string_view(folded).substr(start);
        }
        [[nodiscard]] std::size_t bytes(std::size_t characters) const {
            return characters == 0 ? 0 : written.end[characters - 1];
        }
        [[nodiscard]] std::string printed(std::size_t from, std::size_t count) const;
    };
    /// Bodies found in a text, the way they were found, and where the name stands in it.
    struct Found {
        enum class Way { full, county, stem, prefix, ward, none };  // from strong to weak
        Way way = Way::none;
        std::size_t offset = 0;
        std::size_t length = 0;
        Bodies bodies;
    };

    const Gazetteer& gazetteer_;
    std::unordered_map<std::u32string, const Decision*> decisions_;
    std::unordered_map<std::u32string, const NonPlace*> non_places_;

    [[nodiscard]] Found find(std::u32string_view folded, int prefecture) const;
    [[nodiscard]] Found find_near_context(std::u32string_view folded, const Read& read) const;
    [[nodiscard]] bool by_decision(const Read& read, NameAnswer& answer) const;
    [[nodiscard]] bool by_code(const Read& read, NameAnswer& answer) const;
    [[nodiscard]] bool by_non_place(const Read& read, NameAnswer& answer) const;
    [[nodiscard]] bool by_prefecture(const Read& read, NameAnswer& answer) const;
    [[nodiscard]] bool by_name(const Read& read, NameAnswer& answer) const;
    [[nodiscard]] bool by_short_prefecture(const Read& read, NameAnswer& answer) const;
    [[nodiscard]] bool by_reading(const Read& read, NameAnswer& answer) const;
    [[nodiscard]] bool by_romaji(const Read& read, NameAnswer& answer) const;
    void not_found(const Read& read, NameAnswer& answer) const;

    /// Where a variant makes two names one (鹿島市, 鹿嶋市), the one spelled as printed is meant.
    void prefer_spelling(std::u32string_view printed, Found& found, NameAnswer& answer) const;
    /// Names the characters in which two spellings differ; false if they are the same.
    bool add_variants(std::u32string_view printed, std::u32string_view standard,
                      NameAnswer& answer) const;
    void settle(Bodies bodies, Match match, const Read& read, NameAnswer& answer) const;
    void add_context_reasons(const Body& body, const Read& read, NameAnswer& answer) const;
    void list_candidates(const Bodies& bodies, NameAnswer& answer) const;
    /// 東京都 for 13, "" for 0.
    static const std::string& prefecture_title(int number);
    [[nodiscard]] std::string describe(const Bodies& bodies) const;
};

}  // namespace miraimap
