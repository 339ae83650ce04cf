// SPDX-License-Identifier: MIT
// The parts of the check, each a free function that adds its proofs. See proof.hpp.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "geo/io/csv.hpp"
#include "geo/select/proof.hpp"

namespace miraimap {

/// What the parts read: the tables, once.
struct ProofInput {
    std::filesystem::path data_folder;
    const std::vector<Selection>& selections;
    const Join& join;
};

/// Adds a proof that is `proved` or `failed` by `holds`.
void add_proof(std::vector<Proof>& proofs, std::string id, bool holds, Text statement,
               std::string where);

/// True if `number` stands in `printed` as a number of its own (width folded, thousands commas
/// removed): "35" in 現在35事業, not "5".
bool prints_number(std::string_view printed, std::string_view number);

/// Totals the document states, computed again from the rows (stated_totals, programme_counts,
/// platform, grant types).
void prove_totals(const ProofInput& input, std::vector<Proof>& proofs);
/// Numbers run without gaps, each grant is half of the request rounded down, every normalised value
/// equals its printed text.
void prove_rows(const ProofInput& input, std::vector<Proof>& proofs);
/// Overview maps against tables, ☆ against the list, contradictions as recorded.
void prove_cross_references(const ProofInput& input, std::vector<Proof>& proofs);
/// Every table against data/SHA256SUMS.
void prove_checksums(const std::filesystem::path& data_folder, std::vector<Proof>& proofs);
/// Every row against its line of the deck's text.
/// @throws Error{input} if the text cannot be read
void prove_source_lines(const ProofInput& input, const std::filesystem::path& source_text,
                        std::vector<Proof>& proofs);

}  // namespace miraimap
