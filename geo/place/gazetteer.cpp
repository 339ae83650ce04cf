// SPDX-License-Identifier: MIT
#include "geo/place/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <unordered_map>

#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace {

/// 市 区 町 村 at the end of a municipality's name.
bool is_suffix(char32_t c) { return c == U'市' || c == U'区' || c == U'町' || c == U'村'; }

/// How a suffix is read at the end of a kana reading.
std::u32string_view stem_of_reading(std::u32string_view reading, char32_t suffix) {
    constexpr std::array<std::pair<char32_t, std::u32string_view>, 6> endings{{{U'市', U"し"},
                                                                               {U'区', U"く"},
                                                                               {U'町', U"ちょう"},
                                                                               {U'町', U"まち"},
                                                                               {U'村', U"むら"},
                                                                               {U'村', U"そん"}}};
    for (const auto& [kanji, kana] : endings) {
        if (kanji == suffix && reading.size() > kana.size() && reading.ends_with(kana)) {
            return reading.substr(0, reading.size() - kana.size());
        }
    }
    return reading;
}

using Key32 = std::unordered_map<std::u32string, std::vector<int>>;

template <typename Map, typename Key>
const std::vector<int>* find_in(const Map& map, const Key& key) {
    const auto it = map.find(key);
    return it == map.end() ? nullptr : &it->second;
}

}  // namespace

struct Gazetteer::Index {
    std::vector<std::u32string> folded;  ///< by municipality; empty: not to be found
    std::unordered_map<std::u32string_view, std::vector<int>> full;  ///< views into `folded`
    std::unordered_map<std::u32string_view, std::vector<int>> stem;  ///< likewise
    std::size_t longest = 0;
    std::array<std::u32string, prefecture_count> prefecture;
    std::vector<std::u32string> ward;  ///< by ward
    std::vector<int> ward_city;        ///< by ward: its municipality, or -1
    std::unordered_map<std::u32string_view, std::vector<int>> wards;  ///< views into `ward`
    std::size_t longest_ward = 0;

    std::once_flag rare;
    std::vector<std::string> romaji;  ///< by municipality; empty: none
    std::vector<std::string> romaji_suffix;
    Key32 reading_full;
    Key32 reading_stem;
    std::unordered_map<std::string, std::vector<int>> romaji_stem;
};

Gazetteer::Gazetteer(const Catalogue& catalogue, const NamesData& data)
    : catalogue_(catalogue), data_(data), index_(std::make_unique<Index>()) {
    Index& index = *index_;
    const std::size_t count = catalogue.municipalities.size();
    index.folded.resize(count);
    index.full.reserve(count * 2);
    index.stem.reserve(count * 2);
    for (std::size_t i = 0; i < count; ++i) {
        const Municipality& m = catalogue.municipalities[i];
        if (m.kind == BodyKind::unassigned) {
            continue;
        }
        std::u32string& name = index.folded[i];
        name = data.variants.fold(written_form(m.name_ja).text);
        index.longest = std::max(index.longest, name.size());
        index.full[name].push_back(static_cast<int>(i));
        if (name.size() > 1 && is_suffix(name.back())) {
            index.stem[std::u32string_view(name).substr(0, name.size() - 1)].push_back(
                static_cast<int>(i));
        }
    }
    for (const Prefecture& p : prefectures()) {
        index.prefecture.at(static_cast<std::size_t>(p.number - 1)) =
            data.variants.fold(written_form(p.name.ja).text);
    }
    index.ward.reserve(data.wards.size());  // the views must not move
    for (std::size_t w = 0; w < data.wards.size(); ++w) {
        index.ward.push_back(data.variants.fold(written_form(data.wards[w].name).text));
        index.ward_city.push_back(catalogue.find(data.wards[w].city_code).value_or(-1));
        index.longest_ward = std::max(index.longest_ward, index.ward.back().size());
        index.wards[index.ward.back()].push_back(static_cast<int>(w));
    }
}

Gazetteer::~Gazetteer() = default;

const Gazetteer::Index& Gazetteer::with_rare_names() const {
    Index& index = *index_;
    std::call_once(index.rare, [&] {
        const std::size_t count = catalogue_.municipalities.size();
        index.romaji.resize(count);
        index.romaji_suffix.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            const Municipality& m = catalogue_.municipalities[i];
            if (index.folded[i].empty()) {
                continue;
            }
            const int place = static_cast<int>(i);
            if (const auto reading = reading_form(written_form(m.name_kana).text)) {
                index.reading_full[*reading].push_back(place);
                index
                    .reading_stem[std::u32string(stem_of_reading(*reading, index.folded[i].back()))]
                    .push_back(place);
            }
            if (const auto name = romaji_form(m.name_en.substr(0, m.name_en.find(" (")))) {
                index.romaji[i] = name->key;
                index.romaji_suffix[i] = name->suffix;
                index.romaji_stem[name->key].push_back(place);
            }
        }
    });
    return index;
}

namespace {

Bodies bodies_of(const Catalogue& catalogue, const std::vector<int>* places) {
    Bodies bodies;
    for (const int place : places == nullptr ? std::vector<int>{} : *places) {
        bodies.push_back(
            {place, catalogue.municipalities[static_cast<std::size_t>(place)].prefecture, -1});
    }
    return bodies;
}

void keep_prefecture(Bodies& bodies, int prefecture) {
    if (prefecture != 0) {
        std::erase_if(bodies, [&](const Body& b) { return b.prefecture != prefecture; });
    }
}

}  // namespace

Bodies Gazetteer::full_name(std::u32string_view folded) const {
    return bodies_of(catalogue_, find_in(index_->full, folded));
}

Bodies Gazetteer::stem(std::u32string_view folded) const {
    Bodies bodies;
    for (int p = 0; p < prefecture_count; ++p) {
        const std::u32string_view name = index_->prefecture.at(static_cast<std::size_t>(p));
        if (name.substr(0, name.size() - 1) == folded && p != 0) {
            bodies.push_back({-1, p + 1, -1});
        }
    }
    for (const Body& body : bodies_of(catalogue_, find_in(index_->stem, folded))) {
        bodies.push_back(body);
    }
    return bodies;
}

Prefix Gazetteer::longest_name(std::u32string_view folded, int prefecture) const {
    for (std::size_t length = std::min(index_->longest, folded.size()); length > 1; --length) {
        Bodies bodies = full_name(folded.substr(0, length));
        keep_prefecture(bodies, prefecture);
        if (!bodies.empty()) {
            return {length, std::move(bodies)};
        }
    }
    return {};
}

Prefix Gazetteer::prefecture_name(std::u32string_view folded) const {
    for (int p = 0; p < prefecture_count; ++p) {
        const std::u32string& name = index_->prefecture.at(static_cast<std::size_t>(p));
        if (folded.starts_with(name)) {
            return {name.size(), {{-1, p + 1, -1}}};
        }
    }
    return {};
}

Prefix Gazetteer::prefecture_stem(std::u32string_view folded) const {
    for (int p = 1; p < prefecture_count; ++p) {
        const std::u32string_view name = index_->prefecture.at(static_cast<std::size_t>(p));
        if (folded.starts_with(name.substr(0, name.size() - 1))) {
            return {name.size() - 1, {{-1, p + 1, -1}}};
        }
    }
    return {};
}

Prefix Gazetteer::ward_name(std::u32string_view folded, int prefecture) const {
    for (std::size_t length = std::min(index_->longest_ward, folded.size()); length > 1; --length) {
        Prefix prefix{length, {}};
        const std::vector<int>* wards = find_in(index_->wards, folded.substr(0, length));
        for (const int w : wards == nullptr ? std::vector<int>{} : *wards) {
            const int city = index_->ward_city[static_cast<std::size_t>(w)];
            if (city >= 0) {
                prefix.bodies.push_back(
                    {city, catalogue_.municipalities[static_cast<std::size_t>(city)].prefecture,
                     w});
            }
        }
        keep_prefecture(prefix.bodies, prefecture);
        // A city can have had two wards of one name at different times (浜松市天竜区).
        const auto same_city = [](const Body& a, const Body& b) {
            return a.municipality == b.municipality;
        };
        prefix.bodies.erase(std::unique(prefix.bodies.begin(), prefix.bodies.end(), same_city),
                            prefix.bodies.end());
        if (!prefix.bodies.empty()) {
            return prefix;
        }
    }
    return {};
}

Prefix Gazetteer::ward_of(int municipality, std::u32string_view folded) const {
    for (std::size_t length = std::min(index_->longest_ward, folded.size()); length > 1; --length) {
        const std::vector<int>* wards = find_in(index_->wards, folded.substr(0, length));
        Prefix prefix{length, {}};
        for (const int w : wards == nullptr ? std::vector<int>{} : *wards) {
            if (index_->ward_city[static_cast<std::size_t>(w)] == municipality) {
                prefix.bodies.push_back({municipality, 0, w});
            }
        }
        if (!prefix.bodies.empty()) {
            return prefix;
        }
    }
    return {};
}

Bodies Gazetteer::reading(const std::u32string& hiragana) const {
    const Index& index = with_rare_names();
    Bodies bodies = bodies_of(catalogue_, find_in(index.reading_full, hiragana));
    const int prefecture = prefecture_by_any_name(to_utf8(hiragana));
    if (bodies.empty()) {
        if (prefecture != 0) {
            bodies.push_back({-1, prefecture, -1});
        }
        for (const Body& b : bodies_of(catalogue_, find_in(index.reading_stem, hiragana))) {
            bodies.push_back(b);
        }
    }
    return bodies;
}

Bodies Gazetteer::reading(const std::u32string& hiragana, char32_t suffix) const {
    Bodies bodies = bodies_of(catalogue_, find_in(with_rare_names().reading_stem, hiragana));
    std::erase_if(bodies, [&](const Body& b) {
        return index_->folded[static_cast<std::size_t>(b.municipality)].back() != suffix;
    });
    return bodies;
}

const std::u32string& Gazetteer::folded_name(int municipality) const {
    return index_->folded[static_cast<std::size_t>(municipality)];
}

const std::string& Gazetteer::romaji_key(int municipality) const {
    return with_rare_names().romaji[static_cast<std::size_t>(municipality)];
}

Bodies Gazetteer::romaji(const Romaji& name) const {
    Bodies bodies;
    const bool any = name.suffix.empty();
    for (const Prefecture& p : prefectures()) {
        if ((any || name.suffix == "県") && romaji_form(p.name.en)->key == name.key) {
            bodies.push_back({-1, p.number, -1});
        }
    }
    for (const Body& body :
         bodies_of(catalogue_, find_in(with_rare_names().romaji_stem, name.key))) {
        const auto place = static_cast<std::size_t>(body.municipality);
        const std::string suffix = to_utf8(std::u32string_view(&index_->folded[place].back(), 1));
        // Special wards call themselves City in English.
        if (any || suffix == name.suffix || index_->romaji_suffix[place] == name.suffix) {
            bodies.push_back(body);
        }
    }
    return bodies;
}

int Gazetteer::prefecture_by_any_name(std::string_view printed) const {
    const WrittenForm written = written_form(printed);
    const std::u32string folded = data_.variants.fold(written.text);
    for (const Prefix& prefix : {prefecture_name(folded), prefecture_stem(folded)}) {
        if (prefix.length != 0 && prefix.length == folded.size()) {
            return prefix.bodies.front().prefecture;
        }
    }
    if (const auto reading = reading_form(written.text)) {
        const std::string kana = to_utf8(*reading);
        for (const Prefecture& p : prefectures()) {
            const std::size_t cut = p.kana.ends_with("けん") ? 6 : p.number == 1 ? 0 : 3;
            if (kana == p.kana || kana == p.kana.substr(0, p.kana.size() - cut)) {
                return p.number;
            }
        }
    }
    if (const auto name = romaji_form(printed)) {
        for (const Prefecture& p : prefectures()) {
            if ((name->suffix.empty() || name->suffix == "県") &&
                romaji_form(p.name.en)->key == name->key) {
                return p.number;
            }
        }
    }
    return 0;
}

Bodies Gazetteer::by_code(std::string_view code) const {
    if (const auto place = catalogue_.find(code)) {
        const Municipality& m = catalogue_.municipalities[static_cast<std::size_t>(*place)];
        return m.kind == BodyKind::unassigned ? Bodies{} : Bodies{{*place, m.prefecture, -1}};
    }
    if (const auto prefecture = find_prefecture(code)) {
        return {{-1, *prefecture, -1}};
    }
    for (std::size_t w = 0; w < data_.wards.size(); ++w) {
        const int city = index_->ward_city[w];
        if (data_.wards[w].code == code && city >= 0) {
            const Municipality& m = catalogue_.municipalities[static_cast<std::size_t>(city)];
            return {{city, m.prefecture, static_cast<int>(w)}};
        }
    }
    return {};
}

std::string Gazetteer::full_title(const Body& body) const {
    if (body.ward >= 0) {
        const Ward& ward = data_.wards[static_cast<std::size_t>(body.ward)];
        return name(body) + ward.name + "（" + ward.code + "）";
    }
    if (body.municipality < 0) {
        return name(body);
    }
    const auto index = static_cast<std::size_t>(body.prefecture - 1);
    return name(body) + "（" + prefectures().at(index).name.ja + "）";
}

std::string Gazetteer::code(const Body& body) const {
    if (body.municipality >= 0) {
        return catalogue_.municipalities[static_cast<std::size_t>(body.municipality)].code;
    }
    return prefectures().at(static_cast<std::size_t>(body.prefecture - 1)).code + "000";
}

std::string Gazetteer::name(const Body& body) const {
    if (body.municipality >= 0) {
        return catalogue_.municipalities[static_cast<std::size_t>(body.municipality)].name_ja;
    }
    return prefectures().at(static_cast<std::size_t>(body.prefecture - 1)).name.ja;
}

}  // namespace miraimap
