// SPDX-License-Identifier: MIT
#include "geo/place/resolver.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "geo/io/csv.hpp"
#include "geo/place/area_text.hpp"
#include "geo/place/name_lookup.hpp"
#include "geo/place/names_data.hpp"

namespace miraimap {
namespace {

/// Brackets inside brackets that are read as lists of their own; deeper ones stay unread.
constexpr int deepest_list = 3;

/// Bodies printed one after another without a separator; more are taken for a district text.
constexpr int most_unseparated = 64;

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

std::string_view span(std::string_view first, std::string_view last) {
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

std::string with_replacements(std::string_view broken) { return to_utf8(to_utf32(broken)); }

bool all_kana(std::string_view text) { return reading_form(written_form(text).text).has_value(); }

/// Reads one printed text, member by member.
class ListReader {
public:
    ListReader(const Gazetteer& gazetteer, const NameLookup& names)
        : gazetteer_(gazetteer), names_(names) {}

    void read(std::string_view text, int depth) {
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

    std::vector<Member> members;

private:
    const Gazetteer& gazetteer_;
    const NameLookup& names_;
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

/// 【北海道】旭川市 and （横須賀市）: a bracket with nothing before it.
void ListReader::bracket_first(const std::vector<AreaPiece>& pieces, std::size_t i, int depth) {
    const AreaPiece& piece = pieces[i];
    const std::string_view content = piece.brackets.front();
    const bool name_follows = i + 1 < pieces.size() && pieces[i + 1].before == Separator::none;
    const int prefecture = gazetteer_.prefecture_by_any_name(content);
    if (prefecture != 0 && name_follows) {
        next_qualifier_ = prefecture;
        next_begin_ = piece.printed;
        return;
    }
    const std::size_t before = members.size();
    if (depth < deepest_list) {
        for (const std::string_view one : piece.brackets) {
            read(one, depth + 1);
        }
    }
    if (members.size() == before) {
        Member member;
        member.part.match = Match::unknown;
        member.reason.add(reasons::unknown_name(false));
        members.push_back(std::move(member));
    }
    if (members.size() == before + 1) {
        members.back().printed = piece.printed;
    }
    members.back().open = false;
}

bool ListReader::goes_on_with_district(const AreaPiece& piece) const {
    if (members.empty() || next_qualifier_ != 0 || piece.before == Separator::hard) {
        return false;
    }
    const Member& last = members.back();
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
    Member& member = members.back();
    member.printed = span(member.printed, piece.printed);
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
        member.districts.back() = span(member.districts.back(), piece.printed);
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
    const std::size_t first = members.size();
    const int latin = latin_qualifier(pieces, i);
    int qualifier = latin != 0 ? latin : qualifier_of(piece);
    qualifier = qualifier != 0 ? qualifier : next_qualifier_;
    add_bodies(piece.body, qualifier, joined);
    if (next_qualifier_ != 0) {
        members[first].printed = span(next_begin_, members[first].printed);
        carried_ = next_qualifier_;
        next_qualifier_ = 0;
    }
    if (latin != 0) {
        members.back().printed = span(members.back().printed, pieces[i + 1].printed);
        return 1;
    }
    add_brackets(piece, qualifier);
    return 0;
}

/// 府中市（広島県）: a prefecture in brackets tells namesakes apart.
int ListReader::qualifier_of(const AreaPiece& piece) const {
    for (const std::string_view content : piece.brackets) {
        if (const int number = gazetteer_.prefecture_by_any_name(content)) {
            return number;
        }
    }
    return 0;
}

/// Sapporo, Hokkaido: the prefecture follows after a comma.
int ListReader::latin_qualifier(const std::vector<AreaPiece>& pieces, std::size_t i) const {
    const auto name = romaji_form(pieces[i].body);
    if (!name || i + 1 >= pieces.size() || !pieces[i + 1].latin_comma ||
        !pieces[i].brackets.empty() || !romaji_form(pieces[i + 1].body)) {
        return 0;
    }
    const int prefecture = gazetteer_.prefecture_by_any_name(pieces[i + 1].printed);
    const Bodies bodies = gazetteer_.romaji(*name);
    const bool inside = std::any_of(bodies.begin(), bodies.end(), [&](const Body& b) {
        return b.municipality >= 0 && b.prefecture == prefecture;
    });
    return inside ? prefecture : 0;
}

/// One body or, where the separators are missing, several: 札幌市 旭川市, 札幌市旭川市.
void ListReader::add_bodies(std::string_view text, int qualifier, bool joined) {
    std::string_view rest = add_body(text, qualifier, joined);
    for (int i = 1; i < most_unseparated && is_another_body(rest); ++i) {
        const bool spaced = trim_spaces(rest).data() != rest.data();
        const std::size_t member = members.size();
        rest = add_body(trim_spaces(rest), 0, true);
        members[member].reason.add(spaced ? Text{} : reasons::split_without_separator());
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
    members.push_back(std::move(member));
    if (answer.ward >= 0 && answer.used == body.size()) {
        // A ward's code: the ward is not printed by name.
        const Ward& ward = gazetteer_.data().wards[static_cast<std::size_t>(answer.ward)];
        members.back().districts.push_back(ward.name);
        explain_ward(members.back(), ward.name);
    }
    return body.substr(answer.used);
}

/// 甲府市朝日町 is a district: only a city, or a name after a space, is taken for another body.
bool ListReader::is_another_body(std::string_view rest) const {
    const std::string_view text = trim_spaces(rest);
    const bool spaced = text.data() != rest.data();
    const ResolvedPart& part = members.back().part;
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
    Member& member = members.back();
    member.printed = member.printed.empty() ? text : span(member.printed, text);
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
    const bool like_a_ward =
        ku != std::u32string::npos && ku <= 4 && folded.compare(ku - 1, 2, U"地区") != 0;
    if (found.bodies.empty() && like_a_ward && city.kind == BodyKind::designated_city) {
        member.reason.add(reasons::ward_not_in_table(rest, city.name_ja));
    }
}

void ListReader::add_brackets(const AreaPiece& piece, int qualifier) {
    for (const std::string_view content : piece.brackets) {
        Member& member = members.back();
        const Municipality* place =
            member.part.municipality < 0
                ? nullptr
                : &gazetteer_.catalogue()
                       .municipalities[static_cast<std::size_t>(member.part.municipality)];
        const bool is_reading = place != nullptr && all_kana(content) &&
                                written_form(content).text == written_form(place->name_kana).text;
        const bool elsewhere = place != nullptr && place->prefecture != qualifier;
        const bool is_prefecture =
            qualifier != 0 && !elsewhere && gazetteer_.prefecture_by_any_name(content) == qualifier;
        if (member.part.is_prefecture &&
            lists_municipalities(content, member.part.prefecture_number)) {
            add_bracketed_members(content);
            continue;
        }
        member.printed = span(member.printed, piece.printed);
        if (!content.empty() && !is_reading && !is_prefecture) {
            add_bracket(content);
        }
    }
    if (!piece.brackets.empty()) {
        members.back().open = false;
    }
}

/// 長崎県（対馬市、壱岐市）: the prefecture, and the municipalities it names.
void ListReader::add_bracketed_members(std::string_view content) {
    const std::string prefecture = members.back().part.name;
    const std::size_t first = members.size();
    read(content, deepest_list);
    for (std::size_t i = first; i < members.size(); ++i) {
        Member& inner = members[i];
        inner.part.match = inner.part.match == Match::exact ? Match::inferred : inner.part.match;
        inner.reason.add(reasons::named_in_bracket(prefecture));
    }
}

void ListReader::add_bracket(std::string_view content) {
    Member& member = members.back();
    switch (rest_word(content)) {
        case RestWord::whole:
            return;
        case RestWord::others:
            member.reason.add(reasons::others_not_named(content));
            return;
        case RestWord::none:
            break;
    }
    // Before the bracket is recorded, since the list must not yet have districts of its own.
    limit_list(content);
    Member& last = members.back();
    last.bracketed = true;
    last.districts.push_back(content);
}

/// Whether a bracket after a prefecture names municipalities of it, and nothing else.
bool ListReader::lists_municipalities(std::string_view content, int prefecture) const {
    const std::vector<AreaPiece> pieces = cut_area_text(content);
    return !pieces.empty() &&
           std::all_of(pieces.begin(), pieces.end(), [&](const AreaPiece& piece) {
               const std::u32string name =
                   gazetteer_.data().variants.fold(written_form(piece.printed).text);
               const Prefix found = gazetteer_.longest_name(name, prefecture);
               return found.length != 0 && found.length == name.size();
           });
}

/// Decides whether a bracket after a list limits every member or only the last.
void ListReader::limit_list(std::string_view content) {
    const auto plain = [](const Member& m) {
        return m.part.municipality >= 0 && m.districts.empty() && !m.bracketed;
    };
    std::size_t first = members.size() - 1;
    if (!plain(members[first])) {
        return;
    }
    while (first > 0 && members[first].joined && plain(members[first - 1])) {
        --first;
    }
    const std::size_t count = members.size() - first;
    if (count < 2) {
        return;
    }
    if (static_cast<std::size_t>(count_areas(content)) < count) {
        members.back().reason.add(reasons::bracket_for_last(content));
        return;
    }
    for (std::size_t i = first; i < members.size(); ++i) {
        members[i].reason.add(reasons::bracket_for_all(content));
        if (i + 1 < members.size()) {
            members[i].districts.push_back(content);
        }
    }
}

/// The finished part of a member.
ResolvedPart finish(Member member) {
    ResolvedPart part = std::move(member.part);
    part.part = std::string(member.printed);
    std::string names;
    for (const std::string_view text : member.districts) {
        for (std::string& district : cut_districts(text)) {
            names += (names.empty() ? "" : "、") + district;
            part.districts.push_back(std::move(district));
        }
    }
    part.only_part = !part.districts.empty() && !part.code.empty();
    if (part.only_part) {
        member.reason.add(reasons::only_districts(names));
    }
    part.reason = member.reason.text();
    return part;
}

ResolvedPart unknown_part(std::string text, Text reason) {
    ResolvedPart part;
    part.part = std::move(text);
    part.reason = std::move(reason);
    return part;
}

}  // namespace

const std::string& key_of(Match match) {
    static const std::array<std::string, 5> keys{"exact", "inferred", "ambiguous",
                                                 "not_a_municipality", "unknown"};
    return keys.at(static_cast<std::size_t>(match));
}

const Text& name_of(Match match) {
    static const std::array<Text, 5> names{{{"一致", "exact"},
                                            {"推定", "inferred"},
                                            {"複数候補", "ambiguous"},
                                            {"市区町村ではない", "not a municipality"},
                                            {"不明", "unknown"}}};
    return names.at(static_cast<std::size_t>(match));
}

struct Resolver::Impl {
    Impl(const Catalogue& catalogue, const std::filesystem::path& names_folder)
        : data(load_names_data(names_folder)), gazetteer(catalogue, data), names(gazetteer) {}

    NamesData data;
    Gazetteer gazetteer;
    NameLookup names;
};

Resolver::Resolver(const Catalogue& catalogue, const std::filesystem::path& names_folder)
    : impl_(std::make_unique<Impl>(catalogue, names_folder)) {}
Resolver::~Resolver() = default;
Resolver::Resolver(Resolver&&) noexcept = default;
Resolver& Resolver::operator=(Resolver&&) noexcept = default;

std::vector<ResolvedPart> Resolver::resolve(std::string_view text) const {
    if (!is_utf8(text)) {
        return {unknown_part(with_replacements(text), reasons::broken_utf8())};
    }
    ListReader reader(impl_->gazetteer, impl_->names);
    if (impl_->names.decision(text) != nullptr) {
        NameAnswer answer = impl_->names.look_up({text, 0, 0});
        answer.part.part = std::string(text);
        answer.part.reason = answer.reason.text();
        return {std::move(answer.part)};
    }
    reader.read(text, 0);
    std::vector<ResolvedPart> parts;
    for (Member& member : reader.members) {
        parts.push_back(finish(std::move(member)));
    }
    if (parts.empty()) {
        parts.push_back(unknown_part(std::string(text), reasons::empty_text()));
    }
    return parts;
}

}  // namespace miraimap
