// SPDX-License-Identifier: MIT
#include "app/core/export_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "geo/io/csv.hpp"
#include "geo/select/user_table.hpp"

namespace miraimap {
namespace {

class Printer {
public:
    Printer(const OutLayer& layer, bool for_excel)
        : layer_(layer), line_end_(for_excel ? "\r\n" : "\n") {
        text_ = for_excel ? "\xEF\xBB\xBF" : "";
    }

    std::string print(Findings& findings) {
        for (std::size_t i = 0; i < layer_.fields.size(); ++i) {
            text_ += (i == 0 ? "" : ",") + csv_cell(layer_.fields[i].name);
        }
        text_ += line_end_;
        for (const OutFeature& feature : layer_.features) {
            for (std::size_t i = 0; i < feature.cells.size(); ++i) {
                text_ += i == 0 ? "" : ",";
                add(feature.cells[i], layer_.fields[i].name);
            }
            text_ += line_end_;
        }
        if (made_safe_ > 0) {
            findings.push_back(
                {Severity::warning,
                 "cell-made-safe",
                 layer_.name,
                 {fmt::format("表計算ソフトが式とみなす {} 個の文字列（= + - @ などで始まる）の"
                              "前に ' を付けた（列: {}）",
                              made_safe_, join_list(columns_)),
                  fmt::format("{} texts that a spreadsheet would take for formulas (they begin "
                              "with = + - @ and the like) got a ' in front (columns: {})",
                              made_safe_, join_list(columns_))}});
        }
        return std::move(text_);
    }

private:
    void add(const Cell& cell, const std::string& column) {
        if (const auto* words = std::get_if<std::string>(&cell)) {
            const std::string safe = safe_for_spreadsheets(*words);
            if (safe != *words) {
                ++made_safe_;
                if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) {
                    columns_.push_back(column);
                }
            }
            text_ += csv_cell(safe);
        } else {
            text_ += csv_value(cell);
        }
    }

    const OutLayer& layer_;
    std::string line_end_;
    std::string text_;
    int made_safe_ = 0;
    std::vector<std::string> columns_;
};

}  // namespace

std::string csv_value(const Cell& cell) {
    if (const auto* words = std::get_if<std::string>(&cell)) {
        return *words;
    }
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        return std::to_string(*number);
    }
    const auto* real = std::get_if<double>(&cell);
    return real != nullptr ? fmt::format("{:.6f}", *real) : std::string();
}

std::string safe_for_spreadsheets(const std::string& text) {
    static constexpr std::array<std::string_view, 11> starts{"=",  "+",  "-",  "@",  "\t", "\r",
                                                             "\n", "＝", "＋", "－", "＠"};
    const bool formula = std::any_of(starts.begin(), starts.end(),
                                     [&](std::string_view s) { return text.starts_with(s); });
    return formula && !parse_figure(text) ? "'" + text : text;
}

std::string csv_of(const OutLayer& layer, bool for_excel, Findings& findings) {
    return Printer(layer, for_excel).print(findings);
}

}  // namespace miraimap
