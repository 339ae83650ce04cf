// SPDX-License-Identifier: MIT
#include "geo/place/list_reader.hpp"

#include <algorithm>

namespace miraimap {
namespace {

/// Bodies printed one after another without a separator; more are taken for a district text.
constexpr int most_unseparated = 64;

}  // namespace

void ListReader::read(std::string_view text, int depth) {
    const std::vector<AreaPiece> pieces = cut_area_text(text);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].body.empty()) {
            bracket_first(pieces, i, depth);
        } else if (goes_on_with_district(pieces[i])) {
            go_on(pieces[i]);
        } else {
            i += start_member(pieces, i);
        }
    }
}

bool ListReader::goes_on_with_district(const AreaPiece& piece) const {
    if (members_.empty() || next_qualifier_ != 0 || piece.before == Separator::hard) {
        return false;
    }
    const Member& last = members_.back();
    if (!last.open && piece.before != Separator::none) {
        return false;
    }
    if (last.part.municipality >= 0 && names_ward(last.part.municipality, piece.body)) {
        return true;
    }
    return !names_.is_a_body(piece.body, last.part.prefecture_number);
}

/// A piece that continues the district text of the last member.
void ListReader::go_on(const AreaPiece& piece) {
    Member& member = members_.back();
    member.printed = view_across(member.printed, piece.printed);
    if (rest_word(piece.body) == RestWord::others) {
        member.reason.add(reasons::others_not_named(piece.body));
        return;
    }
    const bool ward =
        member.part.municipality >= 0 && names_ward(member.part.municipality, piece.body);
    if (ward) {
        explain_ward(member, piece.body);
    }
    if (piece.before == Separator::middle && !ward && !member.districts.empty()) {
        member.districts.back() = view_across(member.districts.back(), piece.printed);
    } else {
        member.districts.push_back(piece.printed);
    }
    member.open = true;
}

/// A piece that names a body, or should. Returns how many further pieces it took.
std::size_t ListReader::start_member(const std::vector<AreaPiece>& pieces, std::size_t i) {
    const AreaPiece& piece = pieces[i];
    const bool joined = piece.before == Separator::middle || piece.before == Separator::comma;
    if (names_.decision(piece.printed) != nullptr) {
        add_bodies(piece.printed, 0, joined);
        return 0;
    }
    const std::size_t first = members_.size();
    const int latin = latin_qualifier(pieces, i);
    int qualifier = latin != 0 ? latin : qualifier_of(piece);
    qualifier = qualifier != 0 ? qualifier : next_qualifier_;
    add_bodies(piece.body, qualifier, joined);
    if (next_qualifier_ != 0) {
        members_[first].printed = view_across(next_begin_, members_[first].printed);
        carried_ = next_qualifier_;
        next_qualifier_ = 0;
    }
    if (latin != 0) {
        members_.back().printed = view_across(members_.back().printed, pieces[i + 1].printed);
        return 1;
    }
    add_brackets(piece, qualifier);
    return 0;
}

/// One body or, where the separators are missing, several: 札幌市 旭川市, 札幌市旭川市.
void ListReader::add_bodies(std::string_view text, int qualifier, bool joined) {
    std::string_view rest = add_body(text, qualifier, joined);
    for (int i = 1; i < most_unseparated && is_another_body(rest); ++i) {
        const bool spaced = trim_spaces(rest).data() != rest.data();
        const std::size_t member = members_.size();
        rest = add_body(trim_spaces(rest), 0, true);
        members_[member].reason.add(spaced ? Text{} : reasons::split_without_separator());
    }
    add_rest(rest);
}

/// Adds the body a text begins with; returns what follows its name.
std::string_view ListReader::add_body(std::string_view body, int qualifier, bool joined) {
    NameAnswer answer = names_.look_up({body, qualifier, carried_});
    Member member;
    member.part = std::move(answer.part);
    member.reason = std::move(answer.reason);
    member.printed = trim_spaces(body.substr(0, answer.used));
    member.joined = joined;
    if (answer.printed_prefecture != 0) {
        carried_ = answer.printed_prefecture;
    }
    members_.push_back(std::move(member));
    if (answer.ward >= 0 && answer.used == body.size()) {
        // A ward's code: the ward is not printed by name.
        const Ward& ward = gazetteer_.data().wards[static_cast<std::size_t>(answer.ward)];
        members_.back().districts.push_back(ward.name);
        explain_ward(members_.back(), ward.name);
    }
    return body.substr(answer.used);
}

/// 甲府市朝日町 is a district: only a city, or a name after a space, is taken for another body.
bool ListReader::is_another_body(std::string_view rest) const {
    const std::string_view text = trim_spaces(rest);
    const bool spaced = text.data() != rest.data();
    const ResolvedPart& part = members_.back().part;
    if (text.empty() || (part.municipality >= 0 && names_ward(part.municipality, text))) {
        return false;
    }
    const int prefecture = spaced ? part.prefecture_number : 0;
    const std::string_view word = first_word(text);
    return names_.is_a_body(text, prefecture) ||
           (!word.empty() && names_.is_a_body(word, prefecture));
}

/// What follows the name: a word that is no district, or a district.
void ListReader::add_rest(std::string_view rest) {
    const std::string_view text = trim_spaces(rest);
    if (text.empty()) {
        return;
    }
    Member& member = members_.back();
    member.printed = member.printed.empty() ? text : view_across(member.printed, text);
    switch (rest_word(text)) {
        case RestWord::whole:
            return;
        case RestWord::others:
            member.reason.add(reasons::others_not_named(text));
            return;
        case RestWord::none:
            break;
    }
    explain_ward(member, text);
    member.districts.push_back(text);
    member.open = true;
}

/// Whether a text begins with a ward of a municipality.
bool ListReader::names_ward(int municipality, std::string_view text) const {
    const std::u32string folded = gazetteer_.data().variants.fold(written_form(text).text);
    return gazetteer_.ward_of(municipality, folded).length != 0;
}

/// Says which ward a district text begins with, if the member is a designated city.
void ListReader::explain_ward(Member& member, std::string_view rest) const {
    if (member.part.municipality < 0) {
        return;
    }
    const std::u32string folded = gazetteer_.data().variants.fold(written_form(rest).text);
    const Prefix found = gazetteer_.ward_of(member.part.municipality, folded);
    for (const Body& body : found.bodies) {
        const Ward& ward = gazetteer_.data().wards[static_cast<std::size_t>(body.ward)];
        member.reason.add(
            reasons::ward(ward.name, ward.code, member.part.name, ward.valid_to, ward.valid_from));
    }
    const auto& city =
        gazetteer_.catalogue().municipalities[static_cast<std::size_t>(member.part.municipality)];
    const std::size_t ku = folded.find(U'区', 1);
    const bool like_a_ward = ku <= 4 && folded.compare(ku - 1, 2, U"地区") != 0;
    if (found.bodies.empty() && like_a_ward && city.kind == BodyKind::designated_city) {
        member.reason.add(reasons::ward_not_in_table(rest, city.name_ja));
    }
}

std::vector<ResolvedPart> ListReader::finish() {
    std::vector<ResolvedPart> parts;
    for (Member& member : members_) {
        member.part.part = std::string(member.printed);
        std::string names;
        for (const std::string_view text : member.districts) {
            for (std::string& district : cut_districts(text)) {
                names += (names.empty() ? "" : "、") + district;
                member.part.districts.push_back(std::move(district));
            }
        }
        member.part.only_part = !member.part.districts.empty() && !member.part.code.empty();
        if (member.part.only_part) {
            member.reason.add(reasons::only_districts(names));
        }
        member.part.reason = member.reason.text();
        parts.push_back(std::move(member.part));
    }
    members_.clear();
    return parts;
}

}  // namespace miraimap
