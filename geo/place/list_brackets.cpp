// SPDX-License-Identifier: MIT
// The rules of ListReader about brackets.
#include <algorithm>

#include "geo/place/list_reader.hpp"

namespace miraimap {
namespace {

/// Brackets inside brackets that are read as lists of their own; deeper ones stay unread.
constexpr int deepest_list = 3;

bool all_kana(std::string_view text) { return reading_form(written_form(text).text).has_value(); }

}  // namespace

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
    const std::size_t before = members_.size();
    if (depth < deepest_list) {
        for (const std::string_view one : piece.brackets) {
            read(one, depth + 1);
        }
    }
    if (members_.size() == before) {
        Member member;
        member.part.match = Match::unknown;
        member.reason.add(reasons::unknown_name(false));
        members_.push_back(std::move(member));
    }
    if (members_.size() == before + 1) {
        members_.back().printed = piece.printed;
    }
    members_.back().open = false;
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

void ListReader::add_brackets(const AreaPiece& piece, int qualifier) {
    for (const std::string_view content : piece.brackets) {
        Member& member = members_.back();
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
        member.printed = view_across(member.printed, piece.printed);
        if (!content.empty() && !is_reading && !is_prefecture) {
            add_bracket(content);
        }
    }
    if (!piece.brackets.empty()) {
        members_.back().open = false;
    }
}

/// 長崎県（対馬市、壱岐市）: the prefecture, and the municipalities it names.
void ListReader::add_bracketed_members(std::string_view content) {
    const std::string prefecture = members_.back().part.name;
    const std::size_t first = members_.size();
    read(content, deepest_list);
    for (std::size_t i = first; i < members_.size(); ++i) {
        Member& inner = members_[i];
        inner.part.match = inner.part.match == Match::exact ? Match::inferred : inner.part.match;
        inner.reason.add(reasons::named_in_bracket(prefecture));
    }
}

void ListReader::add_bracket(std::string_view content) {
    Member& member = members_.back();
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
    Member& last = members_.back();
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
    std::size_t first = members_.size() - 1;
    if (!plain(members_[first])) {
        return;
    }
    while (first > 0 && members_[first].joined && plain(members_[first - 1])) {
        --first;
    }
    const std::size_t count = members_.size() - first;
    if (count < 2) {
        return;
    }
    if (static_cast<std::size_t>(count_areas(content)) < count) {
        members_.back().reason.add(reasons::bracket_for_last(content));
        return;
    }
    for (std::size_t i = first; i < members_.size(); ++i) {
        members_[i].reason.add(reasons::bracket_for_all(content));
        if (i + 1 < members_.size()) {
            members_[i].districts.push_back(content);
        }
    }
}

}  // namespace miraimap
