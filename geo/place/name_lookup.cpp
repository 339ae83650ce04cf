// SPDX-License-Identifier: MIT
#include "geo/place/name_lookup.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "geo/place/area_text.hpp"
#include "geo/place/code.hpp"
#include "geo/place/near_names.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace {

/// Bodies of one prefecture, or all if it has none of them (`prefecture` 0: all).
void prefer_prefecture(Bodies& bodies, int prefecture) {
    const auto inside = [&](const Body& b) {
        return b.prefecture == prefecture && b.municipality >= 0;
    };
    if (std::any_of(bodies.begin(), bodies.end(), inside)) {
        std::erase_if(bodies, [&](const Body& b) { return !inside(b); });
    }
}

}  // namespace

NameLookup::NameLookup(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {
    const NamesData& data = gazetteer.data();
    for (const Decision& decision : data.decisions) {
        decisions_.emplace(written_form(decision.text).text, &decision);
    }
    for (const NonPlace& place : data.non_places) {
        non_places_.emplace(data.variants.fold(written_form(place.name).text), &place);
    }
}

NameAnswer NameLookup::look_up(const NameQuestion& question) const {
    NameAnswer answer;
    answer.used = question.printed.size();
    Read read{question, written_form(question.printed), {}, 0, question.qualifier, false};
    if (by_decision(read, answer) || by_code(read, answer)) {
        return answer;
    }
    read.folded = gazetteer_.data().variants.fold(read.written.text);
    if (const Prefix prefix = gazetteer_.prefecture_name(read.folded); prefix.length != 0) {
        read.start = prefix.length;
        read.prefecture = prefix.bodies.front().prefecture;
    } else if (const std::string_view word = first_word(question.printed); !word.empty()) {
        const std::size_t length = written_form(word).text.size();
        const Prefix stem = gazetteer_.prefecture_stem(read.folded);
        if (stem.length != 0 && stem.length == length) {
            const int number = stem.bodies.front().prefecture;
            const std::u32string_view rest = std::u32string_view(read.folded).substr(length);
            if (gazetteer_.longest_name(rest, number).length != 0) {
                read.start = length;
                read.prefecture = number;
                read.prefecture_short = true;
            }
        }
    }
    answer.printed_prefecture = read.prefecture;
    if (by_non_place(read, answer) || by_prefecture(read, answer) || by_name(read, answer) ||
        by_short_prefecture(read, answer) || by_reading(read, answer) || by_romaji(read, answer)) {
        return answer;
    }
    not_found(read, answer);
    return answer;
}

const Decision* NameLookup::decision(std::string_view printed) const {
    const auto it = decisions_.find(written_form(printed).text);
    return it == decisions_.end() ? nullptr : it->second;
}

bool NameLookup::is_a_body(std::string_view printed, int prefecture) const {
    const std::u32string folded = gazetteer_.data().variants.fold(written_form(printed).text);
    if (gazetteer_.prefecture_name(folded).length != 0 || non_places_.contains(folded)) {
        return true;
    }
    // Names one after another without anything between them are bodies as well (札幌市旭川市).
    std::u32string_view rest = folded;
    while (!rest.empty()) {
        const Prefix name = gazetteer_.longest_name(rest, 0);
        if (name.length == 0) {
            return false;
        }
        const bool is_city = rest[name.length - 1] == U'市';
        const bool inside = std::any_of(name.bodies.begin(), name.bodies.end(),
                                        [&](const Body& b) { return b.prefecture == prefecture; });
        if (!is_city && !inside) {
            return false;
        }
        rest = rest.substr(name.length);
        if (gazetteer_.ward_of(name.bodies.front().municipality, rest).length != 0) {
            return true;
        }
    }
    return !folded.empty();
}

bool NameLookup::by_decision(const Read& read, NameAnswer& answer) const {
    const Decision* decided = decision(read.question.printed);
    if (decided == nullptr) {
        return false;
    }
    const std::optional<int> place = gazetteer_.catalogue().find(decided->code);
    const std::optional<int> prefecture = find_prefecture(decided->code);
    if (!place && !prefecture) {
        answer.reason.add(reasons::decision_code_missing(decided->code, decided->where));
        return true;
    }
    const Body body = place ? Body{*place,
                                   gazetteer_.catalogue()
                                       .municipalities[static_cast<std::size_t>(*place)]
                                       .prefecture,
                                   -1}
                            : Body{-1, *prefecture, -1};
    answer.reason.add(
        reasons::decided(decided->reason, decided->basis, decided->date, decided->where));
    settle({body}, Match::inferred, read, answer);
    return true;
}

bool NameLookup::by_code(const Read& read, NameAnswer& answer) const {
    const std::string digits = digits_of(read.question.printed);
    if (digits.empty()) {
        return false;
    }
    Bodies good;
    Bodies doubtful;
    std::vector<CodeReading> taken;
    for (const CodeReading& reading : code_readings(digits)) {
        const Bodies bodies = gazetteer_.by_code(reading.code);
        if (bodies.empty()) {
            continue;
        }
        Bodies& list = reading.check_digit_ok ? good : doubtful;
        list.push_back(bodies.front());
        taken.push_back(reading);
        answer.reason.add(reasons::code_of(reading.code, gazetteer_.full_title(bodies.front())));
        for (const std::string_view finding : reading.findings) {
            answer.reason.add(code_finding_text(finding, reading.code));
        }
    }
    if (good.empty()) {
        if (doubtful.empty()) {
            answer.reason.add(code_finding_text(code_unknown, digits));
        }
        list_candidates(doubtful, answer);
        return true;
    }
    // A code that stands as it is needs no assumption; a second reading (a lost zero before a check
    // digit) is named in the reason but does not compete with it.
    if (good.size() > 1 && taken.front().check_digit_ok && taken.front().findings.empty()) {
        good.resize(1);
        taken.resize(1);
    }
    const bool literal = std::none_of(taken.begin(), taken.end(), [](const CodeReading& r) {
        return r.has(code_lost_leading_zero) || r.has(code_area_digits_removed);
    });
    settle(good, literal ? Match::exact : Match::inferred, read, answer);
    return true;
}

bool NameLookup::by_non_place(const Read& read, NameAnswer& answer) const {
    const auto it = non_places_.find(std::u32string(read.rest()));
    if (it == non_places_.end()) {
        return false;
    }
    const NonPlace& place = *it->second;
    Bodies overlapping;
    for (const std::string& code : place.candidates) {
        for (const Body& body : gazetteer_.by_code(code)) {
            overlapping.push_back(body);
        }
    }
    answer.part.match = Match::not_a_municipality;
    answer.part.prefecture_number = read.prefecture;
    answer.part.prefecture = prefecture_title(read.prefecture);
    answer.reason.add(reasons::recorded(place.reason, place.where));
    list_candidates(overlapping, answer);
    return true;
}

bool NameLookup::by_prefecture(const Read& read, NameAnswer& answer) const {
    if (read.start == 0) {
        return false;
    }
    const std::u32string_view rest = read.rest();
    const bool alone = rest.empty() || rest_word(to_utf8(rest)) != RestWord::none ||
                       gazetteer_.prefecture_name(rest).length != 0;
    if (!alone) {
        return false;
    }
    const std::string& name = prefecture_title(read.prefecture);
    answer.reason.add(reasons::prefecture_itself(name));
    const bool variant =
        add_variants(read.written.text.substr(0, read.start), written_form(name).text, answer);
    settle({{-1, read.prefecture, -1}}, variant ? Match::inferred : Match::exact, read, answer);
    answer.used = read.bytes(read.start);
    return true;
}

NameLookup::Found NameLookup::find(std::u32string_view folded, int prefecture) const {
    using Way = Found::Way;
    const auto inside = [&](Bodies bodies) {
        std::erase_if(bodies, [&](const Body& b) {
            return prefecture != 0 && (b.prefecture != prefecture || b.municipality < 0);
        });
        return bodies;
    };
    if (Bodies bodies = inside(gazetteer_.full_name(folded)); !bodies.empty()) {
        return {Way::full, 0, folded.size(), std::move(bodies)};
    }
    // 郡 stands inside some names (上郡町, 大和郡山市): only a town or village may follow a county.
    constexpr std::size_t longest_county = 6;
    const std::size_t county = folded.substr(0, longest_county + 1).find(U'郡', 1);
    if (county != std::u32string_view::npos) {
        Prefix name = gazetteer_.longest_name(folded.substr(county + 1), prefecture);
        const char32_t suffix = name.length == 0 ? U' ' : folded[county + name.length];
        if (suffix == U'町' || suffix == U'村') {
            return {Way::county, county + 1, name.length, std::move(name.bodies)};
        }
    }
    if (Bodies bodies = inside(gazetteer_.stem(folded)); !bodies.empty()) {
        return {Way::stem, 0, folded.size(), std::move(bodies)};
    }
    if (Prefix name = gazetteer_.longest_name(folded, prefecture); name.length != 0) {
        return {Way::prefix, 0, name.length, std::move(name.bodies)};
    }
    if (Prefix ward = gazetteer_.ward_name(folded, prefecture); ward.length != 0) {
        return {Way::ward, 0, ward.length, std::move(ward.bodies)};
    }
    return {};
}

NameLookup::Found NameLookup::find_near_context(std::u32string_view folded,
                                                const Read& read) const {
    if (read.prefecture != 0) {
        return find(folded, read.prefecture);
    }
    Found anywhere = find(folded, 0);
    if (read.question.carried != 0) {
        Found carried = find(folded, read.question.carried);
        if (carried.way < anywhere.way ||
            (carried.way == anywhere.way && carried.length >= anywhere.length)) {
            return carried;
        }
    }
    // A special ward of Tokyo printed without 東京都 may be a ward of a designated city as well.
    if (anywhere.length != 0 && folded[anywhere.length - 1] == U'区' &&
        anywhere.way != Found::Way::ward) {
        const Prefix wards = gazetteer_.ward_name(folded, 0);
        if (wards.length == anywhere.length) {
            anywhere.bodies.insert(anywhere.bodies.end(), wards.bodies.begin(), wards.bodies.end());
        }
    }
    return anywhere;
}

bool NameLookup::by_name(const Read& read, NameAnswer& answer) const {
    using Way = Found::Way;
    const std::u32string_view rest = read.rest();
    Found found = find_near_context(rest, read);
    if (found.way == Way::none) {
        const Found elsewhere = read.prefecture == 0 ? Found{} : find(rest, 0);
        if (elsewhere.way == Way::none || elsewhere.way == Way::ward) {
            return false;
        }
        answer.reason.add(reasons::not_in_prefecture(prefecture_title(read.prefecture),
                                                     describe(elsewhere.bodies)));
        answer.part.prefecture_number = read.prefecture;
        answer.part.prefecture = prefecture_title(read.prefecture);
        list_candidates(elsewhere.bodies, answer);
        return true;
    }
    const std::size_t begin = read.start + found.offset;
    const std::u32string printed = read.written.text.substr(begin, found.length);
    prefer_spelling(printed, found, answer);
    const std::string name = gazetteer_.name(found.bodies.front());
    Match match = read.prefecture_short ? Match::inferred : Match::exact;
    if (read.prefecture_short) {
        answer.reason.add(reasons::prefecture_suffix_added(read.printed(0, read.start),
                                                           prefecture_title(read.prefecture)));
    }
    if (read.start != 0 && !read.prefecture_short &&
        add_variants(read.written.text.substr(0, read.start),
                     written_form(prefecture_title(read.prefecture)).text, answer)) {
        match = Match::inferred;
    }
    if (found.way == Way::ward) {
        match = Match::inferred;
        if (found.bodies.size() == 1) {
            answer.reason.add(reasons::ward_alone(to_utf8(printed), name));
        }
        answer.used = read.bytes(begin);
    } else {
        answer.used = read.bytes(begin + found.length);
        std::u32string standard = written_form(name).text;
        if (found.way == Way::stem) {
            match = Match::inferred;
            standard.pop_back();
            if (found.bodies.size() == 1) {
                answer.reason.add(reasons::suffix_added(to_utf8(printed), name));
            }
        } else {
            answer.reason.add(reasons::same_name(name));
        }
        if (add_variants(printed, standard, answer)) {
            match = Match::inferred;
        }
    }
    if (found.way == Way::county) {
        answer.reason.add(reasons::county_not_needed(read.printed(read.start, found.offset)));
    }
    settle(found.bodies, match, read, answer);
    return true;
}

bool NameLookup::by_short_prefecture(const Read& read, NameAnswer& answer) const {
    const Prefix stem = gazetteer_.prefecture_stem(read.folded);
    if (read.prefecture != 0 || stem.length == 0) {
        return false;
    }
    Read with_prefecture = read;
    with_prefecture.start = stem.length;
    with_prefecture.prefecture = stem.bodies.front().prefecture;
    with_prefecture.prefecture_short = true;
    if (gazetteer_.longest_name(with_prefecture.rest(), with_prefecture.prefecture).length == 0) {
        return false;
    }
    answer.printed_prefecture = with_prefecture.prefecture;
    return by_name(with_prefecture, answer);
}

bool NameLookup::by_reading(const Read& read, NameAnswer& answer) const {
    const std::u32string text = read.written.text.substr(read.start);
    Bodies bodies;
    if (const auto reading = reading_form(text)) {
        bodies = gazetteer_.reading(*reading);
    } else if (text.size() > 1) {
        if (const auto stem = reading_form(text.substr(0, text.size() - 1))) {
            bodies = gazetteer_.reading(*stem, text.back());
        }
    }
    const int context = read.prefecture != 0 ? read.prefecture : read.question.carried;
    prefer_prefecture(bodies, context);
    const auto outside = [&](const Body& b) {
        return read.prefecture != 0 && (b.prefecture != read.prefecture || b.municipality < 0);
    };
    std::erase_if(bodies, outside);
    if (bodies.empty()) {
        return false;
    }
    if (bodies.size() == 1) {
        answer.reason.add(reasons::by_reading(to_utf8(text), gazetteer_.name(bodies.front())));
    }
    settle(bodies, Match::inferred, read, answer);
    return true;
}

bool NameLookup::by_romaji(const Read& read, NameAnswer& answer) const {
    const auto name = romaji_form(read.question.printed);
    if (!name) {
        return false;
    }
    Bodies bodies = gazetteer_.romaji(*name);
    prefer_prefecture(bodies, read.prefecture != 0 ? read.prefecture : read.question.carried);
    if (bodies.empty()) {
        const Bodies near = near_romaji(gazetteer_, name->key, read.prefecture);
        answer.reason.add(reasons::unknown_name(!near.empty()));
        list_candidates(near, answer);
        return true;
    }
    if (bodies.size() == 1) {
        answer.reason.add(
            reasons::by_english_name(read.question.printed, gazetteer_.name(bodies.front())));
    }
    settle(bodies, Match::inferred, read, answer);
    return true;
}

void NameLookup::not_found(const Read& read, NameAnswer& answer) const {
    answer.part.prefecture_number = read.prefecture;
    answer.part.prefecture = prefecture_title(read.prefecture);
    if (const std::string_view word = area_word(read.question.printed); !word.empty()) {
        answer.part.match = Match::not_a_municipality;
        answer.reason.add(reasons::looks_like_area(word));
        return;
    }
    const Bodies near = near_names(gazetteer_, read.rest(), read.prefecture);
    answer.reason.add(reasons::unknown_name(!near.empty()));
    list_candidates(near, answer);
}

}  // namespace miraimap
