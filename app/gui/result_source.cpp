// SPDX-License-Identifier: MIT
#include "app/gui/result_source.hpp"

#include <algorithm>

#include "app/gui/reading.hpp"
#include "app/gui/utf8.hpp"

namespace miraimap::gui {
namespace {

constexpr std::size_t most_measured = 60;  ///< rows that decide how wide a column is
constexpr float widest = 300;
constexpr float letter_width = 7.5F;

bool is_number(const ResultCell& cell) {
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<Decimal>(cell);
}

/// About the width of a text: kana and kanji are twice as wide as Latin letters.
float about_width(const std::string& text) {
    float letters = 0;
    for (const char32_t c : decode_utf8(text)) {
        letters += c < 0x1100 ? 1 : 2;
    }
    return letters * letter_width;
}

}  // namespace

ResultSource::ResultSource(const ResultTable& table, const std::vector<std::vector<int>>* places,
                           long long serial, const World& world)
    : table_(table), places_(places), serial_(serial), world_(world) {
    for (std::size_t c = 0; c < table.columns.size() && shown_.size() < most_table_columns; ++c) {
        const ResultColumn& what = table.columns[c];
        if (!what.shown) {
            continue;
        }
        shown_.push_back(static_cast<int>(c));
        float width = std::max(about_width(what.title.ja), about_width(what.title.en)) + 16;
        bool number = false;
        for (std::size_t r = 0; r < std::min(table.rows.size(), most_measured); ++r) {
            number = number || is_number(table.rows[r][c]);
            width = std::max(width, about_width(cell_text(table.rows[r][c], what)) + 14);
        }
        columns_.push_back({what.name, what.title, number, std::min(width, widest)});
    }
}

const ResultCell& ResultSource::at(int row, int column) const {
    return table_.rows[static_cast<std::size_t>(row)]
                      [static_cast<std::size_t>(shown_[static_cast<std::size_t>(column)])];
}

int ResultSource::row_count() const { return static_cast<int>(table_.rows.size()); }

std::string ResultSource::cell_of(const std::vector<ResultCell>& row, int column) const {
    const auto c = static_cast<std::size_t>(shown_[static_cast<std::size_t>(column)]);
    return cell_text(row[c], table_.columns[c]);
}

std::string ResultSource::cell(int row, int column) const {
    return cell_of(table_.rows[static_cast<std::size_t>(row)], column);
}

double ResultSource::number(int row, int column) const {
    const ResultCell& cell = at(row, column);
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        return static_cast<double>(*whole);
    }
    const auto* decimal = std::get_if<Decimal>(&cell);
    const auto c = static_cast<std::size_t>(shown_[static_cast<std::size_t>(column)]);
    // As it is shown: a filter ">=50" means 50 %.
    return decimal == nullptr ? 0 : decimal->value * (table_.columns[c].share ? 100 : 1);
}

bool ResultSource::blank(int row, int column) const {
    const ResultCell& cell = at(row, column);
    const auto* text = std::get_if<std::string>(&cell);
    const bool number = columns_[static_cast<std::size_t>(column)].number;
    return std::holds_alternative<std::monostate>(cell) || (text != nullptr && text->empty()) ||
           (number && !is_number(cell));
}

/// The place whose name a cell is.
const Municipality* ResultSource::named(int row, int column) const {
    if (columns_[static_cast<std::size_t>(column)].key != "name" || places_ == nullptr ||
        (*places_)[static_cast<std::size_t>(row)].size() != 1) {
        return nullptr;
    }
    const int place = (*places_)[static_cast<std::size_t>(row)].front();
    return &world_.catalogue.municipalities[static_cast<std::size_t>(place)];
}

std::string ResultSource::sort_word(int row, int column) const {
    const Municipality* m = named(row, column);
    const std::string text = cell(row, column);
    return m != nullptr && text == m->name_ja && !m->name_kana.empty() ? m->name_kana : text;
}

bool ResultSource::reads_as(int row, int column, const std::string& reading) const {
    const Municipality* m = named(row, column);
    return m != nullptr && (reading_key(m->name_kana).find(reading) != std::string::npos ||
                            reading_key(m->name_en).find(reading) != std::string::npos);
}

std::vector<int> ResultSource::places(int row) const {
    return places_ == nullptr || static_cast<std::size_t>(row) >= places_->size()
               ? std::vector<int>{}
               : (*places_)[static_cast<std::size_t>(row)];
}

int ResultSource::row_of(int place) const {
    if (places_ == nullptr) {
        return -1;
    }
    const auto found = std::find_if(places_->begin(), places_->end(), [&](const auto& own) {
        return std::binary_search(own.begin(), own.end(), place);
    });
    return found == places_->end() ? -1 : static_cast<int>(found - places_->begin());
}

}  // namespace miraimap::gui
