// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "geo/io/data_table.hpp"
#include "geo/select/filter.hpp"
#include "geo/select/proof_parts.hpp"
#include "geo/select/reference_tables.hpp"
#include "geo/text_fold.hpp"

namespace miraimap {
namespace {

/// A numeric column and the column with its printed text.
struct PrintedNumber {
    const char* table;
    const char* value;
    const char* printed;
};

constexpr std::array<PrintedNumber, 14> printed_numbers{{
    {"stated_totals", "value", "printed"},
    {"programme_counts", "count", "printed"},
    {"platform", "count", "count_printed"},
    {"policy_targets", "value", "value_printed"},
    {"grant_types", "cap_oku_yen", "cap_printed"},
    {"grant_types", "cap_core_city_oku_yen", "cap_core_city_printed"},
    {"grant_types", "duration_years", "duration_printed"},
    {"grant_types", "limit_count", "limit_printed"},
    {"grant_types", "limit_wide_area_count", "limit_printed"},
    {"grant_types", "limit_core_city_count", "limit_core_city_printed"},
    {"grant_types", "limit_core_city_wide_area_count", "limit_core_city_printed"},
    {"grant_map", "start_year", "theme_printed"},
    {"overview_map_marks", "programmes", "marks_printed"},
    {"platform_ministries", "name", "name_printed"},
}};

/// Programmes of a printed mark sequence, `;`-joined; "?" for a sign that is no mark.
std::string programmes_of_marks(const std::string& marks) {
    const std::string folded = fold_width_and_case(marks);  // 〇 -> ○
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < folded.size(); i += 3) {
        const std::string sign = folded.substr(i, 3);
        std::string key = "?";
        for (int p = 0; p < programme_count; ++p) {
            const auto programme = static_cast<Programme>(p);
            if (!mark_of(programme).empty() && mark_of(programme) == sign) {
                key = key_of(programme);
            }
        }
        keys.push_back(key);
    }
    return join_list(keys);
}

bool agrees(const PrintedNumber& column, const std::string& value, const std::string& printed) {
    const std::string name = column.value;
    if (name == "programmes") {
        return programmes_of_marks(printed) == value;
    }
    if (name == "name") {
        return printed == value || printed == value + value;  // some names print twice
    }
    if (value.empty()) {
        return true;
    }
    if (value == "0.5") {
        return prints_number(printed, "1/2");
    }
    if (name == "start_year") {
        return fold_width_and_case(printed).find(fold_width_and_case(value)) != std::string::npos;
    }
    return prints_number(printed, value);
}

void prove_printed_numbers(const ProofInput& input, std::vector<Proof>& proofs) {
    for (const PrintedNumber& column : printed_numbers) {
        const CsvTable table = read_reference(input.data_folder, column.table);
        bool all = true;
        for (const CsvRow& row : table.rows) {
            const std::string& value = table.at(row, column.value);
            const std::string& printed = table.at(row, column.printed);
            if (!agrees(column, value, printed)) {
                all = false;
                add_proof(
                    proofs, fmt::format("printed/{}.{}", column.table, column.value), false,
                    {fmt::format("値「{}」が印刷「{}」と合わない", value, printed),
                     fmt::format("value '{}' disagrees with the printed '{}'", value, printed)},
                    table.where(row));
            }
        }
        if (all) {
            add_proof(proofs, fmt::format("printed/{}.{}", column.table, column.value), true,
                      {fmt::format("{} 行の値が印刷と合う", table.rows.size()),
                       fmt::format("{} values agree with their printed text", table.rows.size())},
                      table.file);
        }
    }
}

/// The vocabulary's words in the printed text, in printed order.
std::vector<Technology> technologies_in(const std::string& printed) {
    const std::string folded = fold_width_and_case(printed);
    std::vector<std::pair<std::size_t, Technology>> found;
    for (int t = 0; t < technology_count; ++t) {
        const auto technology = static_cast<Technology>(t);
        const std::size_t at = folded.find(fold_width_and_case(key_of(technology)));
        if (at != std::string::npos) {
            found.emplace_back(at, technology);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<Technology> technologies;
    for (const auto& [at, technology] : found) {
        technologies.push_back(technology);
    }
    return technologies;
}

std::string list_of(const std::vector<Technology>& technologies) {
    std::vector<std::string> keys;
    for (const Technology t : technologies) {
        keys.push_back(key_of(t));
    }
    return join_list(keys);
}

/// One selection table's rows, compared cell by cell with their printed text.
class RowProofs {
public:
    RowProofs(const ProofInput& input, std::vector<Proof>& proofs, const std::string& name)
        : proofs_(proofs), table_(read_data_table(input.data_folder, "selections", name, {})) {}

    void column(const std::string& value, const std::string& printed,
                bool (*fits)(const std::string&, const std::string&)) {
        bool all = true;
        const std::string id = fmt::format("printed/{}.{}", table_.file, value);
        for (const CsvRow& row : table_.rows) {
            if (!fits(table_.at(row, value), table_.at(row, printed))) {
                all = false;
                add_proof(proofs_, id, false,
                          {fmt::format("値「{}」が印刷「{}」と合わない", table_.at(row, value),
                                       table_.at(row, printed)),
                           fmt::format("value '{}' disagrees with the printed '{}'",
                                       table_.at(row, value), table_.at(row, printed))},
                          table_.where(row));
            }
        }
        if (all) {
            add_proof(proofs_, id, true,
                      {fmt::format("{} 行の値が印刷と合う", table_.rows.size()),
                       fmt::format("{} values agree with their printed text", table_.rows.size())},
                      table_.file);
        }
    }

private:
    std::vector<Proof>& proofs_;
    CsvTable table_;
};

bool number_fits(const std::string& value, const std::string& printed) {
    return prints_number(printed, value);
}

bool year_fits(const std::string& value, const std::string& printed) {
    const auto year = parse_year(value);
    return year.has_value() && parse_year(printed) == year;
}

bool start_year_fits(const std::string& value, const std::string& printed) {
    if (value.empty() || printed == "新規") {
        return value.empty() == printed.empty();
    }
    return fold_width_and_case(printed).find(fold_width_and_case(value)) != std::string::npos;
}

bool kind_fits(const std::string& value, const std::string& printed) {
    return printed == (value == "new" ? "新規" : "継続");
}

bool marks_fit(const std::string& value, const std::string& printed) {
    return programmes_of_marks(printed) == value;
}

bool technologies_fit(const std::string& value, const std::string& printed) {
    return list_of(technologies_in(printed)) == value;
}

bool theme_fits(const std::string& value, const std::string& printed) {
    std::string bare = printed;
    for (const std::string marker : {"①", "②"}) {
        if (bare.starts_with(marker)) {
            bare = bare.substr(marker.size());
        }
    }
    return bare == value;
}

void prove_selection_cells(const ProofInput& input, std::vector<Proof>& proofs) {
    RowProofs mirai(input, proofs, "mirai");
    mirai.column("fiscal_year", "fiscal_year_printed", year_fits);
    mirai.column("number", "number_printed", number_fits);
    mirai.column("technologies", "technologies_printed", technologies_fit);
    RowProofs society5(input, proofs, "society5");
    society5.column("requested_thousand_yen", "requested_printed", number_fits);
    society5.column("granted_thousand_yen", "granted_printed", number_fits);
    society5.column("kind", "kind_printed", kind_fits);
    society5.column("themes", "theme_printed", theme_fits);
    society5.column("start_year", "start_year_printed", start_year_fits);
    society5.column("technologies", "technologies_printed", technologies_fit);
    RowProofs smartcity(input, proofs, "smartcity");
    smartcity.column("number", "number_printed", number_fits);
    smartcity.column("programmes", "marks_printed", marks_fit);
    smartcity.column("past", "past_printed", marks_fit);
}

/// Numbers of each list and year run 1, 2, 3 … without gaps.
void prove_numbering(const ProofInput& input, std::vector<Proof>& proofs) {
    std::map<std::pair<Source, int>, std::vector<int>> numbers;
    for (const Selection& s : input.selections) {
        numbers[{s.source, s.fiscal_year}].push_back(s.number);
    }
    for (auto& [list, found] : numbers) {
        std::sort(found.begin(), found.end());
        bool gapless = true;
        for (std::size_t i = 0; i < found.size(); ++i) {
            gapless = gapless && found[i] == static_cast<int>(i) + 1;
        }
        add_proof(proofs, fmt::format("numbering/{}-{}", key_of(list.first), year_key(list.second)),
                  gapless,
                  {fmt::format("番号が 1 から {} まで欠けず重ならない", found.size()),
                   fmt::format("numbers run from 1 to {} without gap or repeat", found.size())},
                  "selections/" + key_of(list.first) + ".csv");
    }
}

/// Each grant is half of the request, rounded down.
void prove_halves(const ProofInput& input, std::vector<Proof>& proofs) {
    for (const Selection& s : input.selections) {
        if (s.source != Source::society5) {
            continue;
        }
        const std::int64_t requested = s.requested_thousand_yen.value_or(0);
        const std::int64_t granted = s.granted_thousand_yen.value_or(0);
        add_proof(
            proofs, "half/" + s.id, granted == requested / 2,
            {fmt::format("{}：採択額 {} は申請 {} 千円の半分（切り捨て）", s.area_text, granted,
                         requested),
             fmt::format("{}: granted {} is half of the requested {} thousand yen, rounded down",
                         s.area_text, granted, requested)},
            fmt::format("{}:{} (p.{} l.{})", s.table, s.table_row, s.source_page, s.source_line));
    }
}

/// Every row belongs to a place or says why not.
void prove_rows_conserved(const ProofInput& input, std::vector<Proof>& proofs) {
    std::array<int, 5> by_scope{};
    bool each_has_parts = input.join.selections.size() == input.selections.size();
    for (const JoinedSelection& joined : input.join.selections) {
        ++by_scope.at(static_cast<std::size_t>(joined.scope));
        each_has_parts = each_has_parts && !joined.parts.empty();
    }
    const int resolved = by_scope[0] + by_scope[1] + by_scope[2] + by_scope[3];
    add_proof(proofs, "rows/conserved",
              each_has_parts && resolved + by_scope[4] == static_cast<int>(input.selections.size()),
              {fmt::format("読んだ {} 行 = 場所が決まる {} 行 + 決まらない {} 行",
                           input.selections.size(), resolved, by_scope[4]),
               fmt::format("{} rows read = {} with a place + {} without", input.selections.size(),
                           resolved, by_scope[4])},
              "selections/");
}

}  // namespace

void prove_rows(const ProofInput& input, std::vector<Proof>& proofs) {
    prove_rows_conserved(input, proofs);
    prove_numbering(input, proofs);
    prove_halves(input, proofs);
    prove_selection_cells(input, proofs);
    prove_printed_numbers(input, proofs);
}

}  // namespace miraimap
