// SPDX-License-Identifier: MIT
// From printed area text to municipality codes, each with its reason.
//
// Understands: several members (北海道、岩見沢市、更別村; 三重県多気町・明和町・…; 川崎市、箱根町),
// prefectures as the selected body, districts in brackets or after the name, non-places, homonyms,
// suffixes, kana and kanji variants, full-width characters, codes with check digit or lost zeros.
// Promises: nothing is picked silently. A choice between several places is `ambiguous` with all
// candidates unless the text itself or a recorded decision (data/names/) settles it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/finding.hpp"
#include "geo/place/catalogue.hpp"
#include "geo/text.hpp"

namespace miraimap {

struct Ward;

enum class Match : std::uint8_t { exact, inferred, ambiguous, not_a_municipality, unknown };
const std::string& key_of(Match match);
const Text& name_of(Match match);

/// A place a text may mean, or one with a near name.
struct Candidate {
    std::string code;        ///< five digits; "13000" for a prefecture
    std::string name;        ///< 府中市
    std::string prefecture;  ///< 東京都
};

/// One member of an area text and what it was resolved to.
struct ResolvedPart {
    std::string part;  ///< the member as printed, e.g. 東京都港区（竹芝地区）
    std::string code;  ///< five digits, "NN000" for a prefecture; empty unless exact/inferred
    std::string name;  ///< municipality or prefecture name in the catalogue; empty without code
    std::string prefecture;              ///< 東京都; empty if unknown
    std::vector<std::string> districts;  ///< wards/districts named, as printed (竹芝地区)
    bool only_part = false;              ///< only a ward or district of the municipality is meant
    bool is_prefecture = false;
    int municipality = -1;  ///< index into the catalogue; -1 for prefectures and unresolved parts
    int prefecture_number = 0;  ///< 1..47, 0 if unknown
    Match match = Match::unknown;
    Text reason;                        ///< for a person: why this code
    std::vector<Candidate> candidates;  ///< ambiguous: all; unknown: near names
};

class Resolver {
public:
    /// @param catalogue  kept by reference; must outlive the resolver
    /// @param names_folder  data/names: aliases, wards, human decisions
    /// @throws Error{input} if a file of names_folder is missing or malformed
    Resolver(const Catalogue& catalogue, const std::filesystem::path& names_folder);
    ~Resolver();
    Resolver(Resolver&&) noexcept;
    Resolver& operator=(Resolver&&) noexcept;
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;

    /// Resolves a whole printed text into its members (at least one).
    /// @param text UTF-8; invalid UTF-8 yields one `unknown` part that says so
    [[nodiscard]] std::vector<ResolvedPart> resolve(std::string_view text) const;

    /// The wards that names_folder records.
    [[nodiscard]] const std::vector<Ward>& wards() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace miraimap
