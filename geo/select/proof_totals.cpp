// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "geo/select/filter.hpp"
#include "geo/select/proof_parts.hpp"
#include "geo/select/reference_tables.hpp"
#include "geo/text_fold.hpp"

namespace miraimap {
namespace {

constexpr double thousand_yen_per_oku = 100'000.0;

double to_number(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

/// Rounds half up to the digits that the document prints (one decimal of 億円).
double printed_oku(std::int64_t thousand_yen) {
    return std::floor(static_cast<double>(thousand_yen) / thousand_yen_per_oku * 10 + 0.5) / 10;
}

class Totals {
public:
    Totals(const ProofInput& input, std::vector<Proof>& proofs)
        : input_(input),
          proofs_(proofs),
          stated_(read_reference(input.data_folder, "stated_totals")) {
        for (const CsvRow& row : stated_.rows) {
            by_key_[stated_.at(row, "key")] = &row;
        }
    }

    void prove() {
        mirai();
        grants();
        grant_conditions();
        smartcity();
        platform();
        programme_counts();
        only_stated();
    }

private:
    // --- counting ---
    [[nodiscard]] int count(const std::function<bool(const Selection&)>& is) const {
        return static_cast<int>(
            std::count_if(input_.selections.begin(), input_.selections.end(), is));
    }
    [[nodiscard]] int count_kind(Kind kind) const {
        return count(
            [&](const Selection& s) { return s.source == Source::society5 && s.kind == kind; });
    }
    [[nodiscard]] std::int64_t sum(Kind kind, bool granted) const {
        std::int64_t total = 0;
        for (const Selection& s : input_.selections) {
            if (s.source == Source::society5 && s.kind == kind) {
                total += granted ? s.granted_thousand_yen.value_or(0)
                                 : s.requested_thousand_yen.value_or(0);
            }
        }
        return total;
    }

    [[nodiscard]] std::optional<double> stated(const std::string& key) const {
        const auto it = by_key_.find(key);
        return it == by_key_.end() ? std::nullopt
                                   : std::optional(to_number(stated_.at(*it->second, "value")));
    }

    /// The stated total `key` equals `computed`.
    void equals(const std::string& key, double computed, const Text& how) {
        used_.insert(key);
        const auto it = by_key_.find(key);
        if (it == by_key_.end()) {
            add_proof(proofs_, "total/" + key, false,
                      {"資料が示す合計の行がない（計算値 " + fmt::format("{}", computed) + "）",
                       "the stated total is missing from the table (computed " +
                           fmt::format("{}", computed) + ")"},
                      "reference/stated_totals.csv");
            return;
        }
        const CsvRow& row = *it->second;
        const double value = to_number(stated_.at(row, "value"));
        const std::string& printed = stated_.at(row, "printed");
        add_proof(proofs_, "total/" + key, std::abs(value - computed) < 1e-9,
                  {fmt::format("{}：資料は {}（「{}」）、{}は {}", stated_.at(row, "meaning_ja"),
                               stated_.at(row, "value"), printed, how.ja, computed),
                   fmt::format("{}: stated {} ('{}'), {} {}", stated_.at(row, "meaning_en"),
                               stated_.at(row, "value"), printed, how.en, computed)},
                  place(row));
    }

    [[nodiscard]] std::string place(const CsvRow& row) const {
        return fmt::format("{} (p.{} l.{})", stated_.where(row), stated_.at(row, "source_page"),
                           stated_.at(row, "source_line"));
    }

    // --- the document's parts ---
    void mirai() {
        const Text rows{"一覧の行数", "rows of the list"};
        const int listed = count([](const Selection& s) { return s.source == Source::mirai; });
        equals("mirai_supported", listed, rows);
        std::set<int> years;
        for (const Selection& s : input_.selections) {
            if (s.source == Source::mirai) {
                years.insert(s.fiscal_year);
            }
        }
        for (const char* year : {"H30", "R1", "R2", "R3"}) {
            years.insert(*parse_year(year));
        }
        for (const int year : years) {
            equals("mirai_listed_" + year_key(year), count([&](const Selection& s) {
                       return s.source == Source::mirai && s.fiscal_year == year;
                   }),
                   rows);
        }
        const CsvTable counts = read_reference(input_.data_folder, "programme_counts");
        int selected = 0;
        for (const CsvRow& row : counts.rows) {
            if (counts.at(row, "programme") == "mirai") {
                selected += static_cast<int>(to_number(counts.at(row, "count")));
            }
        }
        equals("mirai_total", selected, {"年度別の選定数の和", "sum of the yearly counts"});
        equals("mirai_ended", stated("mirai_total").value_or(0) - listed,
               {"選定の総数から一覧の行数を引いた数", "all selected minus listed"});
    }

    void grants() {
        const int fresh = count_kind(Kind::fresh);
        const int continuing = count_kind(Kind::continuing);
        const Text rows{"表の行数", "rows of the table"};
        for (const char* key :
             {"grants_total_p7", "grants_total_p8", "grants_total_p9", "grants_total_p10"}) {
            equals(key, fresh + continuing, rows);
        }
        for (const char* key : {"grants_new_heading_p9", "grants_new_p9", "grants_new_p10"}) {
            equals(key, fresh, rows);
        }
        for (const char* key :
             {"grants_continuing_heading_p10", "grants_continuing_p9", "grants_continuing_p10"}) {
            equals(key, continuing, rows);
        }
        const Text sums{"行の和を四捨五入した値", "sum of the rows, rounded,"};
        const Text parts{"丸めた新規と継続の和", "sum of the rounded parts"};
        for (const std::string page : {"_p9", "_p10"}) {
            const double new_requested = printed_oku(sum(Kind::fresh, false));
            const double new_granted = printed_oku(sum(Kind::fresh, true));
            const double old_requested = printed_oku(sum(Kind::continuing, false));
            const double old_granted = printed_oku(sum(Kind::continuing, true));
            equals("grants_new_requested_oku" + page, new_requested, sums);
            equals("grants_new_national_oku" + page, new_granted, sums);
            equals("grants_continuing_requested_oku" + page, old_requested, sums);
            equals("grants_continuing_national_oku" + page, old_granted, sums);
            // The grand totals add rounded parts: known contradictions, both readings are listed.
            equals("grants_total_requested_oku" + page, new_requested + old_requested, parts);
            equals("grants_total_national_oku" + page, new_granted + old_granted, parts);
        }
    }

    void grant_conditions() {
        const CsvTable types = read_reference(input_.data_folder, "grant_types");
        const CsvTable requirements = read_reference(input_.data_folder, "grant_requirements");
        equals("grant_requirements_p7", static_cast<double>(requirements.rows.size()),
               {"要件の表の行数", "rows of the requirements"});
        add_proof(
            proofs_, "rows/grant_types", types.rows.size() == 6,
            {fmt::format("交付金の類型は 3 種 × 2 区分 = 6 行（{} 行ある）", types.rows.size()),
             fmt::format("3 grant types x 2 kinds of body = 6 rows ({} found)", types.rows.size())},
            types.file);
        for (const CsvRow& row : types.rows) {
            if (types.at(row, "grant_type") != "Society5.0") {
                continue;
            }
            const Text in_table{"類型の表の値", "value in the table of types"};
            for (const char* key : {"society5_cap_table_p7", "society5_cap_p7"}) {
                equals(key, to_number(types.at(row, "cap_oku_yen")), in_table);
            }
            for (const char* key : {"society5_years_table_p7", "society5_years_p7"}) {
                equals(key, to_number(types.at(row, "duration_years")), in_table);
            }
        }
    }

    void smartcity() {
        equals("smartcity_areas",
               count([](const Selection& s) { return s.source == Source::smartcity; }),
               {"表の行数", "rows of the table"});
        equals("smartcity_cooperating", count([](const Selection& s) {
                   return s.source == Source::smartcity && s.programmes.size() + s.past.size() >= 2;
               }),
               {"R3と過年度の印が合わせて2個以上の行数（規則は印字がなく、数が合う）",
                "rows with two or more marks, R3 and past together (the rule is not printed; it "
                "fits)"});
    }

    void platform() {
        const CsvTable table = read_reference(input_.data_folder, "platform");
        std::map<std::string, double> members;
        for (const CsvRow& row : table.rows) {
            members[table.at(row, "key")] = to_number(table.at(row, "count"));
        }
        const Text in_table{"会員の表の値", "value in the table of members"};
        for (const char* twice : {"companies_universities", "local_governments"}) {
            equals(std::string("platform_") + twice + "_1", members[twice], in_table);
            equals(std::string("platform_") + twice + "_2", members[twice], in_table);
        }
        equals("platform_implementing_members",
               members["companies_universities"] + members["local_governments"],
               {"459+185 の和", "sum of companies and local governments"});
        equals("platform_total",
               members["implementing_members"] + members["ministries"] +
                   members["economic_bodies"] + members["observers"],
               {"会員の和", "sum of the members"});
        equals("platform_ministries",
               static_cast<double>(
                   read_reference(input_.data_folder, "platform_ministries").rows.size()),
               {"名前の挙がる府省の数", "ministries named"});
        equals(
            "platform_economic_bodies",
            static_cast<double>(read_reference(input_.data_folder, "platform_members").rows.size()),
            {"名前の挙がる団体の数", "bodies named"});
        equals("platform_observers", members["observers"], in_table);
        add_proof(proofs_, "sum/platform",
                  members["total"] == stated("platform_total").value_or(-1) &&
                      members["implementing_members"] ==
                          stated("platform_implementing_members").value_or(-1) &&
                      members["ministries"] == stated("platform_ministries").value_or(-1) &&
                      members["economic_bodies"] == stated("platform_economic_bodies").value_or(-1),
                  {"会員の表と資料の合計が一致", "the table of members agrees with the totals"},
                  table.file);
    }

    /// Marks of R3 against the programme table of slide 11.
    void programme_counts() {
        const CsvTable counts = read_reference(input_.data_folder, "programme_counts");
        constexpr std::size_t printed_counts = 18;
        add_proof(
            proofs_, "rows/programme_counts", counts.rows.size() >= printed_counts,
            {fmt::format("過去の選定数は {} 件（{} 行ある）", printed_counts, counts.rows.size()),
             fmt::format("{} yearly counts are printed ({} found)", printed_counts,
                         counts.rows.size())},
            counts.file);
        std::set<std::string> proved;
        for (const CsvRow& row : counts.rows) {
            const std::optional<Programme> programme = find_programme(counts.at(row, "programme"));
            const std::optional<int> year = parse_year(counts.at(row, "fiscal_year"));
            if (!programme || !year) {
                add_proof(proofs_, "programme-count/" + counts.where(row), false,
                          {"事業か年度が分からない", "unknown programme or year"},
                          counts.where(row));
                continue;
            }
            prove_count(counts, row, *programme, *year);
        }
    }

    void prove_count(const CsvTable& counts, const CsvRow& row, Programme programme, int year) {
        const int marked = count([&](const Selection& s) {
            return s.source == Source::smartcity && s.fiscal_year == year &&
                   std::find(s.programmes.begin(), s.programmes.end(), programme) !=
                       s.programmes.end();
        });
        const int printed = static_cast<int>(to_number(counts.at(row, "count")));
        const std::string id =
            fmt::format("programme-count/{}-{}", key_of(programme), year_key(year));
        const std::string where =
            fmt::format("{} (p.{} l.{})", counts.where(row), counts.at(row, "source_page"),
                        counts.at(row, "source_line"));
        if (marked == 0) {
            proofs_.push_back(
                {id,
                 Verdict::unverifiable,
                 {fmt::format("{} 件と印字。この年度の一覧は資料にない", printed),
                  fmt::format("printed {}; the document has no list of that year", printed)},
                 where});
        } else if (programme == Programme::mlit_smartcity && printed <= marked) {
            // Counts leading model projects only; which ones is not printed (known contradiction).
            proofs_.push_back(
                {id,
                 Verdict::unverifiable,
                 {fmt::format("先行モデルプロジェクト {} 件と印字。印は {} 件", printed, marked),
                  fmt::format("printed {} leading model projects; {} marks", printed, marked)},
                 where});
        } else {
            add_proof(
                proofs_, id, printed == marked,
                {fmt::format("事業の表は {} 件、一覧の印は {} 件", printed, marked),
                 fmt::format("programme table {}, marks of the area table {}", printed, marked)},
                where);
        }
    }

    /// Totals that nothing else in the document can confirm.
    void only_stated() {
        for (const char* key :
             {"mirai_support_years_min", "mirai_partial_years", "mirai_full_years",
              "society5_budget_p7", "society5_subsidy_rate_p7", "grants_from_mirai_p8"}) {
            if (by_key_.count(key) == 0) {
                add_proof(proofs_, std::string("total/") + key, false,
                          {"資料が示す値の行がない", "the stated value is missing from the table"},
                          stated_.file);
            }
        }
        for (const CsvRow& row : stated_.rows) {
            const std::string& key = stated_.at(row, "key");
            if (used_.count(key) == 0) {
                proofs_.push_back(
                    {"total/" + key,
                     Verdict::unverifiable,
                     {fmt::format("{}：「{}」と印字。ほかに確かめる値がない",
                                  stated_.at(row, "meaning_ja"), stated_.at(row, "printed")),
                      fmt::format("{}: printed '{}'; nothing else confirms it",
                                  stated_.at(row, "meaning_en"), stated_.at(row, "printed"))},
                     place(row)});
            }
        }
    }

    const ProofInput& input_;
    std::vector<Proof>& proofs_;
    CsvTable stated_;
    std::map<std::string, const CsvRow*> by_key_;
    std::set<std::string> used_;
};

}  // namespace

void prove_totals(const ProofInput& input, std::vector<Proof>& proofs) {
    Totals(input, proofs).prove();
}

}  // namespace miraimap
