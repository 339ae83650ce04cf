// SPDX-License-Identifier: MIT
#include "app/gui/state_letters.hpp"

#include "app/core/words.hpp"
#include "app/gui/file_chooser.hpp"

namespace miraimap::gui {

CodePoints letters_of(const AppState& state) {
    CodePoints out;
    add_code_points(state.search.text.data(), out);
    add_code_points(state.text_filter.data(), out);
    add_code_points(state.exporting.file.data(), out);
    add_code_points(state.exporting.target.problem.ja, out);
    if (state.exporting.preview) {
        const ExportPreview& preview = *state.exporting.preview;
        add_code_points(preview.problem.ja, out);
        out.insert(preview.letters.begin(), preview.letters.end());
    }
    for (const std::string& words : words_of(state.session.files)) {
        add_code_points(words, out);
    }
    for (const std::filesystem::path& file : state.session.recent) {
        add_code_points(file.string(), out);
    }
    if (state.session.offer) {
        add_code_points(state.session.offer->file.string(), out);
        add_code_points(state.session.offer->reading.session.request.filter.text, out);
        for (const Finding& finding : state.session.offer->reading.findings) {
            add_code_points(finding.where, out);
            add_code_points(finding.text.ja, out);
        }
    }
    add_code_points(state.analysis.file.data(), out);
    add_code_points(state.analysis.figure.data(), out);
    add_code_points(state.analysis.table_problem.ja, out);
    add_code_points(state.analysis.coverage_words.ja, out);
    add_code_points(state.analysis.coverage_words.en, out);
    for (const CountedPlaces* counted : {&state.answers.chosen, &state.answers.prefecture}) {
        add_code_points(counted->words.ja, out);
        add_code_points(counted->words.en, out);
    }
    if (state.step == LoadStep::done) {
        add_code_points(denominator_note(state.snapshot).ja, out);
    }
    out.insert(state.analysis.letters.begin(), state.analysis.letters.end());
    for (const Notice& notice : state.notices) {
        add_code_points(notice.text.ja, out);
        add_code_points(notice.text.en, out);
    }
    return out;
}

}  // namespace miraimap::gui
