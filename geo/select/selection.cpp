// SPDX-License-Identifier: MIT
#include "geo/select/selection.hpp"

#include <array>

#include "geo/text_fold.hpp"

namespace miraimap {
namespace {

struct ProgrammeRow {
    std::string key;
    Text name;
    std::string mark;
};

const std::array<ProgrammeRow, programme_count>& programme_rows() {
    static const std::array<ProgrammeRow, programme_count> rows{{
        {"mirai",
         {"未来技術社会実装事業", "Future technology implementation (Cabinet Office)"},
         "☆"},
        {"society5",
         {"地方創生推進交付金 Society5.0タイプ", "Society 5.0-type grant (Cabinet Office)"},
         ""},
        {"mic", {"データ連携促進型スマートシティ推進事業", "Data-linked smart cities (MIC)"}, "□"},
        {"meti", {"地域新MaaS創出推進事業", "Regional new MaaS (METI)"}, "○"},
        {"mlit-maas", {"日本版MaaS推進・支援事業", "Japanese MaaS (MLIT)"}, "●"},
        {"mlit-smartcity",
         {"スマートシティモデルプロジェクト", "Smart-city model projects (MLIT)"},
         "■"},
    }};
    return rows;
}

struct TechnologyRow {
    std::string key;
    Text name;
    std::array<std::string_view, 6> also;  ///< folded spellings; empty where fewer
};

const std::array<TechnologyRow, technology_count>& technology_rows() {
    static const std::array<TechnologyRow, technology_count> rows{{
        {"自動運転",
         {"自動運転", "Automated driving"},
         {"automated-driving", "autonomous-driving", "self-driving", "automated driving",
          "autonomous driving", "driving"}},
        {"ドローン", {"ドローン", "Drones"}, {"drone", "drones", "uav", "", "", ""}},
        {"AI", {"AI", "AI"}, {"人工知能", "", "", "", "", ""}},
        {"IoT", {"IoT", "IoT"}, {"", "", "", "", "", ""}},
        {"ロボット", {"ロボット", "Robots"}, {"robot", "robots", "robotics", "", "", ""}},
        {"VR/AR", {"VR/AR", "VR/AR"}, {"vr", "ar", "vr-ar", "vrar", "", ""}},
        {"キャッシュレス", {"キャッシュレス", "Cashless"}, {"cashless", "", "", "", "", ""}},
        {"ブロックチェーン",
         {"ブロックチェーン", "Blockchain"},
         {"blockchain", "", "", "", "", ""}},
    }};
    return rows;
}

struct NamedKey {
    std::string key;
    Text name;
};

const std::array<NamedKey, 3>& source_rows() {
    static const std::array<NamedKey, 3> rows{{
        {"mirai", {"未来技術社会実装事業 一覧", "Future technology list"}},
        {"society5", {"Society5.0タイプ採択事業一覧", "Society 5.0-type grants"}},
        {"smartcity", {"スマートシティ関連事業 選定結果", "Smart-city selections"}},
    }};
    return rows;
}

const std::array<NamedKey, 3>& kind_rows() {
    static const std::array<NamedKey, 3> rows{{
        {"", {"－", "–"}},
        {"new", {"新規", "New"}},
        {"continuing", {"継続", "Continuing"}},
    }};
    return rows;
}

template <typename Enum, typename Rows>
const auto& row_of(const Rows& rows, Enum value) {
    return rows.at(static_cast<std::size_t>(value));
}

template <typename Enum, typename Rows>
std::optional<Enum> find_key(const Rows& rows, std::string_view key) {
    const std::string folded = fold_width_and_case(trim(key));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!folded.empty() && rows[i].key == folded) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

}  // namespace

const std::string& key_of(Source source) { return row_of(source_rows(), source).key; }
const std::string& key_of(Programme programme) { return row_of(programme_rows(), programme).key; }
const std::string& key_of(Kind kind) { return row_of(kind_rows(), kind).key; }
const std::string& key_of(Technology technology) {
    return row_of(technology_rows(), technology).key;
}

std::vector<std::string_view> also_called(Technology technology) {
    std::vector<std::string_view> words;
    for (const std::string_view word : row_of(technology_rows(), technology).also) {
        if (!word.empty()) {
            words.push_back(word);
        }
    }
    return words;
}

const Text& name_of(Source source) { return row_of(source_rows(), source).name; }
const Text& name_of(Programme programme) { return row_of(programme_rows(), programme).name; }
const Text& name_of(Technology technology) { return row_of(technology_rows(), technology).name; }
const Text& name_of(Kind kind) { return row_of(kind_rows(), kind).name; }
const std::string& mark_of(Programme programme) { return row_of(programme_rows(), programme).mark; }

std::optional<Source> find_source(std::string_view key) {
    return find_key<Source>(source_rows(), key);
}

std::optional<Programme> find_programme(std::string_view key) {
    return find_key<Programme>(programme_rows(), key);
}

std::optional<Kind> find_kind(std::string_view key) { return find_key<Kind>(kind_rows(), key); }

std::optional<Technology> find_technology(std::string_view key) {
    const std::string folded = fold_width_and_case(trim(key));
    if (folded.empty()) {
        return std::nullopt;
    }
    const auto& rows = technology_rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        bool same = fold_width_and_case(rows[i].key) == folded;
        for (const std::string_view other : rows[i].also) {
            same = same || other == folded;
        }
        if (same) {
            return static_cast<Technology>(i);
        }
    }
    return std::nullopt;
}

}  // namespace miraimap
