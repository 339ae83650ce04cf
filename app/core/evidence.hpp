// SPDX-License-Identifier: MIT
// Why something is shown: the printed row and its place in the source, the contradictions that
// touch it, what a programme is, and what a kind of body may apply for.
//
// Promises: every fact comes from the data folder with slide and line; a contradiction touches a
// selection only through the very line and words of its row. Does not: judge who will be accepted,
// or fill in what the source does not print.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "geo/select/proof.hpp"
#include "geo/select/selection.hpp"

namespace miraimap {

/// A place of the source: slide and line of the deck's text, from 1.
struct SourcePlace {
    int page = 0;
    int line = 0;
};

/// A programme as the deck's table of programmes prints it. Cells that the source leaves empty are
/// empty here.
struct ProgrammeFacts {
    Programme programme = Programme::mirai;
    std::string ministry;
    std::string bureau;
    std::string budget;
    std::string past_selections;
    std::string supported;
    std::string contact;
    Text summary;
    std::vector<Text> requirements;  ///< of the Society 5.0 grants only
    SourcePlace source;              ///< page 0: the table of programmes has no row for it
};

/// What a kind of body may apply for under a type of grant, as printed.
struct GrantLimit {
    std::string grant_type;  ///< 先駆, 横展開, Society5.0
    std::string cap;
    std::string cap_core_city;  ///< for 中枢中核都市; empty: no difference is printed
    std::string duration;
    std::string limit;  ///< of the number of applications
    std::string limit_core_city;
    Text requirements;
    SourcePlace source;
};

/// Lines of the deck's text around one of them.
struct Excerpt {
    int first_line = 1;
    int marked_line = 1;
    std::vector<std::string> lines;
    bool agrees = false;  ///< the printed row stands at the marked line
};

class Evidence {
public:
    /// Reads the reference tables and, if given, the deck's text.
    /// @param source_text  may be empty
    /// @throws Error{input} if a table or the text cannot be read or is not UTF-8
    Evidence(const std::filesystem::path& data_folder, const std::filesystem::path& source_text);

    /// Always there; a programme without a row in the table has empty cells.
    [[nodiscard]] const ProgrammeFacts& programme(Programme programme) const;
    /// Grants that this kind of body may apply for; none for land without a municipality.
    [[nodiscard]] std::vector<GrantLimit> limits_for(BodyKind kind) const;
    /// The same for a prefecture as the applying body.
    [[nodiscard]] const std::vector<GrantLimit>& limits_for_prefectures() const {
        return prefecture_limits_;
    }

    /// A printed cell of these tables as a reader of a language understands it: as printed, in
    /// English the translation of reference/translations.csv; without one as printed too.
    [[nodiscard]] const std::string& say(const std::string& printed, Lang lang) const;

    /// Contradictions whose readings are this row.
    [[nodiscard]] std::vector<Contradiction> touching(const Selection& selection) const;
    /// Contradictions about a programme's names and numbers.
    [[nodiscard]] std::vector<Contradiction> touching(Programme programme) const;

    [[nodiscard]] bool has_source_text() const { return !lines_.empty(); }
    /// Lines around a line; empty without the text or if the text is shorter.
    /// @param before, after  lines of context, fewer at the ends of the text
    /// @param printed  what should stand there; the text's blanks do not count
    [[nodiscard]] std::optional<Excerpt> excerpt(int line, const std::string& printed, int before,
                                                 int after) const;

    /// Every text that a reader may see, for fonts.
    [[nodiscard]] std::vector<std::string> all_words() const;

private:
    void read_programmes(const std::filesystem::path& data_folder);
    void read_limits(const std::filesystem::path& data_folder);
    void read_counts(const std::filesystem::path& data_folder);
    void read_translations(const std::filesystem::path& data_folder);

    /// A cell about a programme that a contradiction may quote.
    struct ProgrammeMention {
        Programme programme = Programme::mirai;
        SourcePlace source;  ///< page 0: anywhere, the words count
        std::string words;
    };

    std::vector<ProgrammeFacts> programmes_;  ///< index = Programme
    std::vector<GrantLimit> prefecture_limits_;
    std::vector<GrantLimit> municipality_limits_;
    std::vector<Contradiction> contradictions_;
    std::vector<ProgrammeMention> mentions_;
    std::map<std::string, std::string> english_;  ///< by what is printed
    std::vector<std::string> lines_;
};

/// The row as the source prints it, in one line: number, area, title or technologies, marks,
/// amounts.
std::string printed_row(const Selection& selection);
/// "contradiction", "explained", "unverifiable" for people.
Text kind_in_words(const Contradiction& contradiction);

}  // namespace miraimap
