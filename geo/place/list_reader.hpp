// SPDX-License-Identifier: MIT
// The rules of lists: which pieces of a printed text are members, which go on with a district.
//
// A prefecture carries over to the members after it. After a district text has begun, a piece
// starts a member of its own only if it names a body; otherwise it is one more district. A bracket
// belongs to the member before it; after a list it limits every member if it names as many areas
// as the list has members. Every such reading is said in the reason.
// Promises: members in printed order; what they print, put together, is the printed text without
// separators and brackets; bounded work and depth for any input.
// Does not: know names; NameLookup does.
#pragma once

#include <string_view>
#include <vector>

#include "geo/place/area_text.hpp"
#include "geo/place/name_lookup.hpp"

namespace miraimap {

/// Reads one printed text, member by member. One reader reads one text.
class ListReader {
public:
    ListReader(const Gazetteer& gazetteer, const NameLookup& names)
        : gazetteer_(gazetteer), names_(names) {}

    /// Reads a text, or the content of a bracket at a depth above 0, and adds its members.
    void read(std::string_view text, int depth);
    /// The members read so far, finished: reasons joined, districts cut.
    [[nodiscard]] std::vector<ResolvedPart> finish();

private:
    /// One member while the list is being read. Views point into the printed text.
    struct Member {
        ResolvedPart part;
        Reason reason;
        std::string_view printed;
        std::vector<std::string_view> districts;
        bool open = false;       ///< a district text is running: the next piece may go on with it
        bool joined = false;     ///< stands in one list with the member before it
        bool bracketed = false;  ///< has districts in brackets of its own
    };

    const Gazetteer& gazetteer_;
    const NameLookup& names_;
    std::vector<Member> members_;
    int carried_ = 0;
    int next_qualifier_ = 0;       ///< prefecture in a bracket before the name
    std::string_view next_begin_;  ///< that bracket, as printed

    void bracket_first(const std::vector<AreaPiece>& pieces, std::size_t i, int depth);
    [[nodiscard]] bool goes_on_with_district(const AreaPiece& piece) const;
    void go_on(const AreaPiece& piece);
    std::size_t start_member(const std::vector<AreaPiece>& pieces, std::size_t i);
    [[nodiscard]] int qualifier_of(const AreaPiece& piece) const;
    [[nodiscard]] int latin_qualifier(const std::vector<AreaPiece>& pieces, std::size_t i) const;
    void add_bodies(std::string_view text, int qualifier, bool joined);
    [[nodiscard]] std::string_view add_body(std::string_view body, int qualifier, bool joined);
    [[nodiscard]] bool is_another_body(std::string_view rest) const;
    void add_rest(std::string_view rest);
    [[nodiscard]] bool names_ward(int municipality, std::string_view text) const;
    void explain_ward(Member& member, std::string_view rest) const;
    void add_brackets(const AreaPiece& piece, int qualifier);
    void add_bracketed_members(std::string_view content);
    void add_bracket(std::string_view content);
    [[nodiscard]] bool lists_municipalities(std::string_view content, int prefecture) const;
    void limit_list(std::string_view content);
};

}  // namespace miraimap
