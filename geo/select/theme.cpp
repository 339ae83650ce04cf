// SPDX-License-Identifier: MIT
#include "geo/select/theme.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "geo/select/filter.hpp"
#include "geo/text_fold.hpp"

namespace miraimap {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

/// Headings without their year; no commas, which part the words of a list on the command line.
constexpr std::array<Row, 18> rows{{
    {"IoT、AI、スマート防災等", "IoT / AI / smart disaster prevention"},
    {"まちづくり", "Town development"},
    {"スマートシティ", "Smart city"},
    {"スマートシティ・健康医療", "Smart city / health care"},
    {"スマート林業", "Smart forestry"},
    {"スマート農業", "Smart farming"},
    {"デジタル技術実装", "Digital technology in use"},
    {"ドローン", "Drones"},
    {"バーチャル観光、パーソナルモビリティ", "Virtual tourism / personal mobility"},
    {"ロボット、ドローン、MaaS", "Robots / drones / MaaS"},
    {"健康医療", "Health care"},
    {"公共交通", "Public transport"},
    {"地域通貨、スマート農林業", "Local currency / smart farming and forestry"},
    {"物流・交通", "Logistics / transport"},
    {"物流・医療", "Logistics / medical care"},
    {"産業・物流", "Industry / logistics"},
    {"自動運転", "Automated driving"},
    {"遠隔操作ロボット", "Remote-controlled robots"},
}};

std::string_view english_of(std::string_view name) {
    const auto* const found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.first == name; });
    return found != rows.end() ? found->second : name;
}

}  // namespace

Text theme_text(std::string_view heading) {
    const std::string name = theme_name(heading);
    Text text{std::string(heading), std::string(english_of(name))};
    if (name.size() < heading.size()) {
        // What is left is the year in full-width brackets.
        constexpr std::size_t bracket = 3;
        const std::string_view year =
            heading.substr(name.size() + bracket, heading.size() - name.size() - 2 * bracket);
        text.en += " (" + year_name(parse_year(year).value_or(0)).en + ")";
    }
    return text;
}

std::optional<std::string> find_theme(std::string_view english) {
    const std::string folded = fold_width_and_case(trim(english));
    for (const Row& row : rows) {
        if (fold_width_and_case(row.second) == folded) {
            return std::string(row.first);
        }
    }
    return std::nullopt;
}

std::string themes_in_words(const std::vector<std::string>& headings, Lang lang) {
    std::string out;
    for (const std::string& heading : headings) {
        out += (out.empty() ? "" : lang == Lang::ja ? "、" : "; ") + theme_text(heading).in(lang);
    }
    return out;
}

}  // namespace miraimap
