// SPDX-License-Identifier: MIT
#include "geo/select/proof.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "geo/select/proof_parts.hpp"
#include "geo/select/reference_tables.hpp"
#include "geo/text_fold.hpp"

namespace miraimap {
namespace {

struct VerdictRow {
    std::string key;
    Text name;
};

const VerdictRow& row_of(Verdict verdict) {
    static const std::array<VerdictRow, 3> rows{{
        {"proved", {"証明", "proved"}},
        {"failed", {"失敗", "failed"}},
        {"unverifiable", {"検証不能", "unverifiable"}},
    }};
    return rows.at(static_cast<std::size_t>(verdict));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int to_int(const std::string& text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

const std::string& key_of(Verdict verdict) { return row_of(verdict).key; }
const Text& name_of(Verdict verdict) { return row_of(verdict).name; }

bool CheckReport::failed() const {
    return std::any_of(proofs.begin(), proofs.end(),
                       [](const Proof& p) { return p.verdict == Verdict::failed; });
}

void add_proof(std::vector<Proof>& proofs, std::string id, bool holds, Text statement,
               std::string where) {
    proofs.push_back({std::move(id), holds ? Verdict::proved : Verdict::failed,
                      std::move(statement), std::move(where)});
}

bool prints_number(std::string_view printed, std::string_view number) {
    std::string folded = fold_width_and_case(printed);
    std::string plain;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const bool between_digits = folded[i] == ',' && i > 0 && i + 1 < folded.size() &&
                                    is_digit(folded[i - 1]) && is_digit(folded[i + 1]);
        if (!between_digits) {
            plain += folded[i];
        }
    }
    for (std::size_t at = plain.find(number); at != std::string::npos;
         at = plain.find(number, at + 1)) {
        const std::size_t end = at + number.size();
        const bool begins = at == 0 || (!is_digit(plain[at - 1]) && plain[at - 1] != '.');
        const bool fraction_follows =
            end + 1 < plain.size() && plain[end] == '.' && is_digit(plain[end + 1]);
        const bool ends = end >= plain.size() || (!is_digit(plain[end]) && !fraction_follows);
        if (begins && ends) {
            return true;
        }
    }
    return false;
}

std::vector<Contradiction> read_contradictions(const std::filesystem::path& data_folder) {
    const CsvTable table = read_reference(data_folder, "contradictions");
    std::vector<Contradiction> all;
    for (const CsvRow& row : table.rows) {
        const auto cell = [&](const char* name) { return table.at(row, name); };
        all.push_back({cell("id"),
                       cell("kind"),
                       {cell("subject_ja"), cell("subject_en")},
                       cell("reading_a"),
                       to_int(cell("page_a")),
                       to_int(cell("line_a")),
                       cell("reading_b"),
                       to_int(cell("page_b")),
                       to_int(cell("line_b")),
                       {cell("explanation_ja"), cell("explanation_en")}});
    }
    return all;
}

CheckReport check_data(const std::filesystem::path& data_folder,
                       const std::filesystem::path& source_text,
                       const std::vector<Selection>& selections, const Join& join) {
    CheckReport report;
    const ProofInput input{data_folder, selections, join};
    prove_totals(input, report.proofs);
    prove_rows(input, report.proofs);
    prove_cross_references(input, report.proofs);
    prove_checksums(data_folder, report.proofs);
    if (!source_text.empty()) {
        prove_source_lines(input, source_text, report.proofs);
    }
    report.contradictions = read_contradictions(data_folder);
    return report;
}

}  // namespace miraimap
