// SPDX-License-Identifier: MIT
// How NameLookup fills its answer once the bodies are known.
#include <algorithm>

#include "geo/place/code.hpp"
#include "geo/place/name_lookup.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {

const std::string& NameLookup::prefecture_title(int number) {
    static const std::string none;
    return number == 0 ? none : prefectures().at(static_cast<std::size_t>(number - 1)).name.ja;
}

std::string NameLookup::Read::printed(std::size_t from, std::size_t count) const {
    return to_utf8(std::u32string_view(written.text).substr(from, count));
}

void NameLookup::prefer_spelling(std::u32string_view printed, Found& found,
                                 NameAnswer& answer) const {
    if (found.way == Found::Way::ward) {
        return;
    }
    const auto spelled_so = [&](const Body& body) {
        std::u32string name = written_form(gazetteer_.name(body)).text;
        if (found.way == Found::Way::stem) {
            name.pop_back();
        }
        return body.ward >= 0 || name == printed;
    };
    Bodies others = found.bodies;
    std::erase_if(others, spelled_so);
    if (!others.empty() && others.size() < found.bodies.size()) {
        std::erase_if(found.bodies, [&](const Body& body) { return !spelled_so(body); });
        answer.reason.add(reasons::spelled_otherwise(describe(others)));
    }
}

bool NameLookup::add_variants(std::u32string_view printed, std::u32string_view standard,
                              NameAnswer& answer) const {
    for (const Text& clause :
         reasons::variants_used(printed, standard, gazetteer_.data().variants)) {
        answer.reason.add(clause);
    }
    return printed != standard;
}

void NameLookup::settle(Bodies bodies, Match match, const Read& read, NameAnswer& answer) const {
    const auto& municipalities = gazetteer_.catalogue().municipalities;
    const auto counted = [&](const Body& b) {
        return b.municipality < 0 ||
               municipalities[static_cast<std::size_t>(b.municipality)].counted;
    };
    if (std::any_of(bodies.begin(), bodies.end(), counted)) {
        Bodies left_out = bodies;
        std::erase_if(left_out, counted);
        std::erase_if(bodies, [&](const Body& b) { return !counted(b); });
        if (!left_out.empty()) {
            answer.reason.add(reasons::told_apart_from(describe(left_out)));
        }
    }
    if (bodies.size() > 1) {
        answer.part.match = Match::ambiguous;
        answer.reason.add(reasons::ambiguous(describe(bodies)));
        list_candidates(bodies, answer);
        const int first = bodies.front().prefecture;
        if (std::all_of(bodies.begin(), bodies.end(),
                        [&](const Body& b) { return b.prefecture == first; })) {
            answer.part.prefecture_number = first;
            answer.part.prefecture = prefecture_title(first);
        }
        return;
    }
    const Body& body = bodies.front();
    ResolvedPart& part = answer.part;
    part.match = match;
    part.code = gazetteer_.code(body);
    part.name = gazetteer_.name(body);
    part.prefecture_number = body.prefecture;
    part.prefecture = prefecture_title(body.prefecture);
    part.is_prefecture = body.municipality < 0;
    part.municipality = body.municipality;
    answer.ward = body.ward;
    if (part.is_prefecture) {
        answer.printed_prefecture = body.prefecture;
    }
    add_context_reasons(body, read, answer);
}

void NameLookup::add_context_reasons(const Body& body, const Read& read, NameAnswer& answer) const {
    if (body.municipality < 0 || !digits_of(read.question.printed).empty()) {
        return;
    }
    Bodies namesakes = gazetteer_.full_name(gazetteer_.folded_name(body.municipality));
    std::erase_if(namesakes, [&](const Body& b) {
        return b.municipality == body.municipality || gazetteer_.name(b) != answer.part.name;
    });
    const int carried = read.question.carried;
    if (read.prefecture != 0) {
        answer.reason.add(reasons::printed_prefecture(prefecture_title(read.prefecture)));
    } else if (carried == body.prefecture) {
        answer.reason.add(reasons::carried_prefecture(prefecture_title(carried)));
    } else {
        if (carried != 0) {
            answer.part.match = Match::inferred;
            answer.reason.add(
                reasons::left_carried_prefecture(prefecture_title(carried), answer.part.name));
        }
        if (namesakes.empty()) {
            answer.reason.add(reasons::only_one(answer.part.name));
        }
    }
    if (!namesakes.empty()) {
        answer.reason.add(reasons::told_apart_from(describe(namesakes)));
    }
}

void NameLookup::list_candidates(const Bodies& bodies, NameAnswer& answer) const {
    for (const Body& body : bodies) {
        const std::string code = gazetteer_.code(body);
        const auto same = [&](const Candidate& c) { return c.code == code; };
        auto& list = answer.part.candidates;
        if (std::none_of(list.begin(), list.end(), same)) {
            list.push_back({code, gazetteer_.name(body), prefecture_title(body.prefecture)});
        }
    }
    if (answer.part.match == Match::ambiguous) {
        std::sort(answer.part.candidates.begin(), answer.part.candidates.end(),
                  [](const Candidate& a, const Candidate& b) { return a.code < b.code; });
    }
}

std::string NameLookup::describe(const Bodies& bodies) const {
    std::string all;
    for (const Body& body : bodies) {
        all += (all.empty() ? "" : "、") + gazetteer_.full_title(body);
    }
    return all;
}

}  // namespace miraimap
