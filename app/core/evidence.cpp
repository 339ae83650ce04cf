// SPDX-License-Identifier: MIT
#include "app/core/evidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "geo/error.hpp"
#include "geo/io/csv.hpp"
#include "geo/select/reference_tables.hpp"

namespace miraimap {
namespace {

/// Without ASCII and full-width blanks: the deck's text spaces words as its slides happened to.
std::string without_blanks(const std::string& text) {
    static const std::string wide = "\u3000";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (text.compare(at, wide.size(), wide) == 0) {
            at += wide.size();
        } else {
            if (text[at] != ' ' && text[at] != '\t' && text[at] != '\r' && text[at] != '\f') {
                out += text[at];
            }
            ++at;
        }
    }
    return out;
}

bool holds(const std::string& text, const std::string& part) {
    const std::string wanted = without_blanks(part);
    return !wanted.empty() && without_blanks(text).find(wanted) != std::string::npos;
}

SourcePlace place_in(const CsvTable& table, const CsvRow& row) {
    return {std::atoi(table.at(row, "source_page").c_str()),
            std::atoi(table.at(row, "source_line").c_str())};
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    const std::string text = read_file(file);
    if (!is_utf8(text)) {
        throw Error(ErrorKind::input, file.string(),
                    {"UTF-8 の文字列ではない", "the text is not UTF-8"},
                    {"資料の本文を UTF-8 で保存し直す", "save the deck's text as UTF-8"});
    }
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line = text.substr(at, end - at);
        std::erase_if(line, [](char c) { return c == '\r' || c == '\f'; });
        lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

/// True if one of the two readings is this line and says these words.
template <typename Says>
bool reads(const Contradiction& c, const SourcePlace& place, const Says& says) {
    return (c.page_a == place.page && c.line_a == place.line && says(c.reading_a)) ||
           (c.page_b == place.page && c.line_b == place.line && says(c.reading_b));
}

}  // namespace

Evidence::Evidence(const std::filesystem::path& data_folder,
                   const std::filesystem::path& source_text) {
    read_programmes(data_folder);
    read_limits(data_folder);
    read_counts(data_folder);
    read_translations(data_folder);
    contradictions_ = read_contradictions(data_folder);
    if (!source_text.empty()) {
        lines_ = lines_of(source_text);
    }
}

void Evidence::read_programmes(const std::filesystem::path& data_folder) {
    for (int i = 0; i < programme_count; ++i) {
        ProgrammeFacts facts;
        facts.programme = static_cast<Programme>(i);
        programmes_.push_back(facts);
    }
    const CsvTable table = read_reference(data_folder, "programmes");
    for (const CsvRow& row : table.rows) {
        const auto programme = find_programme(table.at(row, "programme"));
        if (!programme) {
            throw Error(ErrorKind::input, table.where(row),
                        {"知らない事業「" + table.at(row, "programme") + "」",
                         "unknown programme '" + table.at(row, "programme") + "'"});
        }
        ProgrammeFacts& facts = programmes_[static_cast<std::size_t>(*programme)];
        facts.ministry = table.at(row, "ministry");
        facts.bureau = table.at(row, "bureau");
        facts.budget = table.at(row, "budget_printed");
        facts.past_selections = table.at(row, "past_selections_printed");
        facts.supported = table.at(row, "supported_printed");
        facts.contact = table.at(row, "contact_printed");
        facts.summary = {table.at(row, "summary_ja"), table.at(row, "summary_en")};
        facts.source = place_in(table, row);
        for (const char* column : {"name", "selection_name"}) {
            mentions_.push_back({*programme, {}, table.at(row, column)});
        }
    }
    const CsvTable requirements = read_reference(data_folder, "grant_requirements");
    for (const CsvRow& row : requirements.rows) {
        ProgrammeFacts& facts = programmes_[static_cast<std::size_t>(Programme::society5)];
        facts.requirements.push_back(
            {requirements.at(row, "requirement_printed"), requirements.at(row, "requirement_en")});
        if (facts.source.page == 0) {
            facts.source = place_in(requirements, row);
        }
    }
}

void Evidence::read_limits(const std::filesystem::path& data_folder) {
    const CsvTable table = read_reference(data_folder, "grant_types");
    for (const CsvRow& row : table.rows) {
        const GrantLimit limit{table.at(row, "grant_type"),
                               table.at(row, "cap_printed"),
                               table.at(row, "cap_core_city_printed"),
                               table.at(row, "duration_printed"),
                               table.at(row, "limit_printed"),
                               table.at(row, "limit_core_city_printed"),
                               {table.at(row, "requirements_ja"), table.at(row, "requirements_en")},
                               place_in(table, row)};
        const std::string& kind = table.at(row, "body_kind");
        (kind == "prefecture" ? prefecture_limits_ : municipality_limits_).push_back(limit);
    }
}

void Evidence::read_counts(const std::filesystem::path& data_folder) {
    const CsvTable table = read_reference(data_folder, "programme_counts");
    for (const CsvRow& row : table.rows) {
        if (const auto programme = find_programme(table.at(row, "programme"))) {
            mentions_.push_back({*programme, place_in(table, row), table.at(row, "printed")});
        }
    }
}

void Evidence::read_translations(const std::filesystem::path& data_folder) {
    const CsvTable table = read_reference(data_folder, "translations");
    for (const CsvRow& row : table.rows) {
        english_[table.at(row, "printed")] = table.at(row, "english");
    }
}

const std::string& Evidence::say(const std::string& printed, Lang lang) const {
    const auto found = lang == Lang::en ? english_.find(printed) : english_.end();
    return found == english_.end() ? printed : found->second;
}

const ProgrammeFacts& Evidence::programme(Programme programme) const {
    return programmes_[static_cast<std::size_t>(programme)];
}

std::vector<GrantLimit> Evidence::limits_for(BodyKind kind) const {
    if (kind == BodyKind::northern_territories) {
        return {};
    }
    return municipality_limits_;
}

std::vector<Contradiction> Evidence::touching(const Selection& selection) const {
    const SourcePlace place{selection.source_page, selection.source_line};
    std::vector<Contradiction> found;
    for (const Contradiction& c : contradictions_) {
        const bool is_row = reads(c, place, [&](const std::string& reading) {
            return holds(reading, selection.area_text) ||
                   (!selection.marks_printed.empty() && reading == selection.marks_printed);
        });
        if (is_row) {
            found.push_back(c);
        }
    }
    return found;
}

std::vector<Contradiction> Evidence::touching(Programme programme) const {
    std::vector<Contradiction> found;
    for (const Contradiction& c : contradictions_) {
        const bool is_named =
            std::any_of(mentions_.begin(), mentions_.end(), [&](const ProgrammeMention& mention) {
                if (mention.programme != programme) {
                    return false;
                }
                if (mention.source.page > 0) {
                    return reads(c, mention.source, [&](const std::string& reading) {
                        return holds(reading, mention.words);
                    });
                }
                return c.reading_a == mention.words || c.reading_b == mention.words;
            });
        if (is_named) {
            found.push_back(c);
        }
    }
    return found;
}

std::optional<Excerpt> Evidence::excerpt(int line, const std::string& printed, int before,
                                         int after) const {
    const int count = static_cast<int>(lines_.size());
    if (line < 1 || line > count) {
        return std::nullopt;
    }
    Excerpt found;
    found.first_line = std::max(1, line - before);
    found.marked_line = line;
    const int last = std::min(count, line + after);
    for (int i = found.first_line; i <= last; ++i) {
        found.lines.push_back(lines_[static_cast<std::size_t>(i - 1)]);
    }
    // A cell may be wrapped over some lines of the text.
    constexpr int longest_wrap = 12;
    std::string from_here;
    for (int i = line; i <= std::min(count, line + longest_wrap); ++i) {
        from_here += without_blanks(lines_[static_cast<std::size_t>(i - 1)]);
    }
    const std::string wanted = without_blanks(printed);
    const std::size_t at = from_here.find(wanted);
    const std::size_t first_end = without_blanks(lines_[static_cast<std::size_t>(line - 1)]).size();
    found.agrees = at != std::string::npos && at < std::max<std::size_t>(1, first_end);
    return found;
}

std::vector<std::string> Evidence::all_words() const {
    std::vector<std::string> words = lines_;
    for (const ProgrammeFacts& facts : programmes_) {
        words.insert(words.end(),
                     {facts.ministry, facts.bureau, facts.budget, facts.past_selections,
                      facts.supported, facts.contact, facts.summary.ja, facts.summary.en});
        for (const Text& requirement : facts.requirements) {
            words.insert(words.end(), {requirement.ja, requirement.en});
        }
    }
    for (const auto* limits : {&prefecture_limits_, &municipality_limits_}) {
        for (const GrantLimit& limit : *limits) {
            words.insert(words.end(), {limit.grant_type, limit.cap, limit.cap_core_city,
                                       limit.duration, limit.limit, limit.limit_core_city,
                                       limit.requirements.ja, limit.requirements.en});
        }
    }
    for (const auto& [printed, english] : english_) {
        words.push_back(english);
    }
    for (const Contradiction& c : contradictions_) {
        words.insert(words.end(), {c.subject.ja, c.subject.en, c.reading_a, c.reading_b,
                                   c.explanation.ja, c.explanation.en});
        words.push_back(kind_in_words(c).ja);
    }
    return words;
}

std::string printed_row(const Selection& selection) {
    std::string row = fmt::format("{} {}", selection.number, selection.area_text);
    const auto add = [&row](const std::string& cell) {
        if (!cell.empty()) {
            row += " " + cell;
        }
    };
    add(selection.title);
    if (selection.source != Source::society5) {
        add(selection.technologies_printed);
    }
    add(selection.marks_printed);
    add(selection.past_printed);
    for (const auto& amount : {selection.requested_thousand_yen, selection.granted_thousand_yen}) {
        if (amount) {
            std::string digits = std::to_string(*amount);
            for (std::ptrdiff_t at = std::ssize(digits) - 3; at > 0; at -= 3) {
                digits.insert(static_cast<std::size_t>(at), ",");
            }
            add(digits);
        }
    }
    return row;
}

Text kind_in_words(const Contradiction& contradiction) {
    if (contradiction.kind == "contradiction") {
        return {"資料の矛盾", "The document contradicts itself"};
    }
    if (contradiction.kind == "explained") {
        return {"説明のつく違い", "A difference that can be explained"};
    }
    return {"確かめられない点", "Cannot be verified"};
}

}  // namespace miraimap
