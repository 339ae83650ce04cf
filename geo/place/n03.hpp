// SPDX-License-Identifier: MIT
// From features of 国土数値情報 N03 (行政区域データ) to municipalities.
//
// One feature is one part of one municipality, or of one ward of a designated city. Wards are
// united with their city by the city's code, parts by their code; 所属未定地 (land whose
// municipality is not settled) becomes one body a prefecture, "12x01", not counted; the six
// villages of the Northern Territories (01695..01700) are bodies of their own, not counted. Source
// of the fields: 国土数値情報 N03 product specification: N03_001 prefecture, N03_002 subprefecture,
// N03_003 county or designated city, N03_004 municipality or ward (from the 2024 edition on: the
// municipality, with the ward in N03_005), N03_007 code.
// Promises: features = used + rejected, and every rejected one has a finding naming layer and id.
#pragma once

#include <string>
#include <vector>

#include "geo/finding.hpp"
#include "geo/place/catalogue.hpp"

namespace miraimap {

struct N03Feature {
    long long id = 0;        ///< feature id in the layer
    std::string prefecture;  ///< N03_001
    std::string county;      ///< N03_003
    std::string name;        ///< N03_004
    std::string ward;        ///< N03_005 where the layer has it
    std::string code;        ///< N03_007 as text
    MultiPolygon shape;      ///< normalised rings; may be empty (already reported)
};

struct N03Bodies {
    std::vector<Municipality> municipalities;  ///< ascending by code; areas measured
    std::vector<MultiPolygon> shapes;          ///< same indices
    int wards_dissolved = 0;                   ///< ward features merged into designated cities
    long long rejected = 0;                    ///< features in no body
};

/// @param layer  name for findings
/// @param findings  what is odd is added here: `code-missing`, `code-unknown`,
///        `code-lost-leading-zero`, `code-check-digit`, `code-prefecture-mismatch`,
///        `ward-of-unknown-city`, `feature-duplicate`, `name-differs`, `name-missing`,
///        `area-not-positive`
N03Bodies bodies_of_n03(std::vector<N03Feature> features, const std::string& layer,
                        Findings& findings);

/// The check digit of a five-digit code by JIS X 0402: 11 less the remainder by 11 of the digits
/// weighted 6 5 4 3 2, of which the last digit.
int check_digit_of(const std::string& five_digits);

}  // namespace miraimap
