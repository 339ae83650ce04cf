// SPDX-License-Identifier: MIT
#include "geo/place/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace miraimap {

void Reason::add(const Text& clause) {
    if (!clause.ja.empty() &&
        std::find(clauses_.begin(), clauses_.end(), clause) == clauses_.end()) {
        clauses_.push_back(clause);
    }
}

Text Reason::text() const {
    Text all;
    for (const Text& clause : clauses_) {
        all.ja += (all.ja.empty() ? "" : "。") + clause.ja;
        all.en += (all.en.empty() ? "" : "; ") + clause.en;
    }
    return all;
}

namespace reasons {
namespace {

/// Both sentences with the same values in the same order.
template <typename... Values>
Text both(fmt::format_string<Values&...> ja, fmt::format_string<Values&...> en,
          Values&&... values) {
    return {fmt::format(ja, values...), fmt::format(en, values...)};
}

}  // namespace

Text same_name(std::string_view name) {
    return both("「{}」と名称が一致", "it is the name of {}", name);
}

Text prefecture_itself(std::string_view name) {
    return both("都道府県の{}そのものを指す", "it means the prefecture {} itself", name);
}

Text printed_prefecture(std::string_view prefecture) {
    return both("{}と印字されている", "{} is printed with it", prefecture);
}

Text carried_prefecture(std::string_view prefecture) {
    return both("前に印字された{}を引き継ぐ", "{}, printed before, carries over", prefecture);
}

Text left_carried_prefecture(std::string_view carried, std::string_view name) {
    return both("前に印字された{}には{}がない", "{}, printed before, has no {}", carried, name);
}

Text only_one(std::string_view name) {
    return both("{}は全国に1つだけ", "there is only one {} in Japan", name);
}

Text told_apart_from(std::string_view others) {
    return both("同名の{}とは別", "not the namesake {}", others);
}

Text spelled_otherwise(std::string_view others) {
    return both("字の違う{}とは別", "not {}, which is spelled otherwise", others);
}

Text suffix_added(std::string_view printed, std::string_view name) {
    return both("「{}」に市区町村の別を補って{}と読んだ", "{} was completed to {}", printed, name);
}

Text prefecture_suffix_added(std::string_view printed, std::string_view prefecture) {
    return both("「{}」を{}と読んだ", "{} was read as {}", printed, prefecture);
}

Text county_not_needed(std::string_view county) {
    return both("郡名「{}」は番号を決めるのに要らず、照合していない",
                "the county {} is not needed for the code and was not checked", county);
}

Text by_reading(std::string_view printed, std::string_view name) {
    return both("かな「{}」を{}の読みと見た", "{} is the reading of {}", printed, name);
}

Text by_english_name(std::string_view printed, std::string_view name) {
    return both("英語名「{}」を{}と読んだ", "{} is the English name of {}", printed, name);
}

std::vector<Text> variants_used(std::u32string_view printed, std::u32string_view name,
                                const Variants& variants) {
    std::vector<Text> clauses;
    for (std::size_t i = 0; i < std::min(printed.size(), name.size()); ++i) {
        if (printed[i] == name[i]) {
            continue;
        }
        const std::string from = to_utf8(printed.substr(i, 1));
        const std::string to = to_utf8(name.substr(i, 1));
        const Variants::Variant* row = variants.find(printed[i]);
        row = row != nullptr ? row : variants.find(name[i]);
        clauses.push_back(
            both("異体字「{}」を「{}」と読んだ", "the variant {} was read as {}", from, to));
        if (row != nullptr) {
            clauses.back().ja += fmt::format("（{}）", row->reason.ja);
            clauses.back().en += fmt::format(" ({})", row->reason.en);
        }
    }
    return clauses;
}

Text code_of(std::string_view code, std::string_view name) {
    return both("{}は{}の番号", "{} is the code of {}", code, name);
}

Text ward(std::string_view ward, std::string_view code, std::string_view city,
          std::string_view valid_to, std::string_view valid_from) {
    Text text = both("{}（{}）は{}の区", "{} ({}) is a ward of {}", ward, code, city);
    if (!valid_to.empty()) {
        text.ja += fmt::format("（{}まで）", valid_to);
        text.en += fmt::format(" (until {})", valid_to);
    }
    if (!valid_from.empty()) {
        text.ja += fmt::format("（{}から）", valid_from);
        text.en += fmt::format(" (since {})", valid_from);
    }
    return text;
}

Text ward_alone(std::string_view ward, std::string_view city) {
    return both("区名だけの「{}」を{}と読んだ", "the ward {} printed alone was read as {}", ward,
                city);
}

Text ward_not_in_table(std::string_view text, std::string_view city) {
    return both("「{}」に当たる区は{}の区の表にない",
                "no ward that {} could mean is recorded for {}", text, city);
}

Text only_districts(std::string_view districts) {
    return both("一部の地区だけを指す（{}）", "only a part is meant ({})", districts);
}

Text bracket_for_all(std::string_view bracket) {
    return both(
        "かっこ書き「{}"
        "」は並びの後にあり、団体の数だけ地区を挙げるので、並びの全団体にかかると読んだ",
        "the bracket {} stands after the list and names as many areas as there are members, "
        "so it was read as limiting each of them",
        bracket);
}

Text bracket_for_last(std::string_view bracket) {
    return both("かっこ書き「{}」は直前の団体だけにかかると読んだ",
                "the bracket {} was read as limiting only the member right before it", bracket);
}

Text named_in_bracket(std::string_view prefecture) {
    return both("{}の後のかっこ内に印字されている", "it is printed in brackets after {}",
                prefecture);
}

Text others_not_named(std::string_view word) {
    return both("「{}」が指す範囲の名は印字されていない", "what {} adds is not named", word);
}

Text split_without_separator() {
    return {"区切りなしに別の団体名が続いていた", "it follows another body without a separator"};
}

Text recorded(const Text& reason, std::string_view where) {
    return {fmt::format("{}（{}）", reason.ja, where), fmt::format("{} ({})", reason.en, where)};
}

Text decided(const Text& reason, std::string_view basis, std::string_view date,
             std::string_view where) {
    return {fmt::format("人の判断: {}（根拠: {}、{} {}）", reason.ja, basis, where, date),
            fmt::format("a person decided: {} (basis: {}; {} {})", reason.en, basis, where, date)};
}

Text decision_code_missing(std::string_view code, std::string_view where) {
    return both("記録された判断の番号{}が収録データにない（{}）",
                "the recorded decision names {}, which the boundary set does not have ({})", code,
                where);
}

Text ambiguous(std::string_view candidates) {
    return both("複数に当たり、文面からは決められない: {}",
                "it fits several, and the text does not say which: {}", candidates);
}

Text looks_like_area(std::string_view word) {
    return both("市区町村名ではなく、「{}」で終わる区域の名",
                "no municipality's name but an area's, ending in {}", word);
}

Text unknown_name(bool has_near_names) {
    return has_near_names
               ? Text{"この名の団体はない。近い名を候補に挙げる",
                      "no body has this name; near names are listed"}
               : Text{"この名の団体はなく、近い名もない", "no body has this name, nor one near it"};
}

Text not_in_prefecture(std::string_view prefecture, std::string_view elsewhere) {
    return both("{}にこの名の団体はない。ほかの都道府県にはある: {}",
                "{} has no body of this name; elsewhere there is {}", prefecture, elsewhere);
}

Text empty_text() { return {"地域名が印字されていない", "no area is named"}; }

Text broken_utf8() {
    return {"UTF-8 として壊れていて読めない（壊れた所は � で示す）",
            "broken UTF-8, cannot be read (broken places are shown as �)"};
}

}  // namespace reasons
}  // namespace miraimap
