// SPDX-License-Identifier: MIT
// Proves that the data folder says what the slides print: every stated total, every printed value,
// every cross-reference, and the document's own contradictions as known ones.
//
// Promises: each proof has a stable id; a changed digit or a dropped row in any table makes at
// least one proof fail, and the failed proof says which value stands where. Nothing is repaired.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "geo/finding.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/select/join.hpp"
#include "geo/select/selection.hpp"

namespace miraimap {

enum class Verdict : std::uint8_t {
    proved,        ///< computed from the rows and equal to what is printed
    failed,        ///< the tables disagree with each other or with what they were
    unverifiable,  ///< printed, but nothing in the document can confirm it
};
const std::string& key_of(Verdict verdict);
const Text& name_of(Verdict verdict);

struct Proof {
    std::string
        id;  ///< e.g. "total/mirai_total", "half/society5-R4-3", "checksum/selections/mirai.csv"
    Verdict verdict = Verdict::proved;
    Text statement;     ///< what is claimed, with both values
    std::string where;  ///< table:row or slide and line
};

/// A place where the document contradicts itself, with both readings.
struct Contradiction {
    std::string id;
    std::string kind;  ///< contradiction | explained | unverifiable
    Text subject;
    std::string reading_a;
    int page_a = 0;
    int line_a = 0;
    std::string reading_b;
    int page_b = 0;
    int line_b = 0;
    Text explanation;
};

struct CheckReport {
    std::vector<Proof> proofs;
    std::vector<Contradiction> contradictions;
    [[nodiscard]] bool failed() const;
};

/// Runs all proofs.
/// @param data_folder  folder with selections/, reference/, names/, SHA256SUMS
/// @param source_text  the deck's text, or empty: then rows are not compared with its lines
/// @throws Error{input} a table is missing or malformed
CheckReport check_data(const std::filesystem::path& data_folder,
                       const std::filesystem::path& source_text,
                       const std::vector<Selection>& selections, const Join& join);

/// Adds the proofs of a boundary set: 1,741 municipalities in 47 prefectures, codes, total area,
/// valid polygons, borders that match.
/// @param set  read with geometry and validity
/// @param file  its name, for `where`
void prove_boundaries(const BoundarySet& set, const std::string& file, std::vector<Proof>& proofs);

/// The known contradictions, for evidence beside a selection.
std::vector<Contradiction> read_contradictions(const std::filesystem::path& data_folder);

}  // namespace miraimap
