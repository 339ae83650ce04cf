// SPDX-License-Identifier: MIT
#include "app/gui/analysis_runner.hpp"

#include <string>
#include <utility>

#include "app/core/session_inputs.hpp"
#include "app/gui/analysis_actions.hpp"
#include "app/gui/fonts.hpp"
#include "app/gui/texts.hpp"

namespace miraimap::gui {
namespace {

/// The question that the panels show: about the chosen place, and the chosen project.
AnalysisQuestion wanted(const AppState& state) {
    AnalysisQuestion question{chosen_place(state), state.analysis.selection,
                              places_with_neighbours(state)};
    if (question.selection < 0) {
        for (const Passed& passed : state.snapshot.passed) {
            if (!holders_of(*state.snapshot.world, static_cast<std::size_t>(passed.selection))
                     .empty()) {
                question.selection = passed.selection;
                break;
            }
        }
    }
    return question;
}

void add_letters(const PlaceRows& rows, CodePoints& letters) {
    add_code_points(rows.words.ja, letters);
    add_code_points(rows.words.en, letters);
    for (const ResultColumn& column : rows.table.columns) {
        add_code_points(column.title.ja, letters);
        add_code_points(column.title.en, letters);
    }
    for (const auto* part : {&rows.table.rows, &rows.table.apart}) {
        for (const auto& row : *part) {
            for (std::size_t c = 0; c < row.size(); ++c) {
                add_code_points(cell_text(row[c], rows.table.columns[c]), letters);
            }
        }
    }
}

CodePoints letters_of(const AnalysisAnswer& answer) {
    CodePoints letters;
    for (const PlaceRows* rows :
         {&answer.gaps, &answer.gap_details, &answer.peers, &answer.adopters, &answer.distances,
          &answer.suggestions, &answer.years, &answer.effect, &answer.join, &answer.neighbours}) {
        add_letters(*rows, letters);
    }
    return letters;
}

bool answers(const AnalysisAnswer* answer, const AppState& state,
             const AnalysisQuestion& question) {
    return answer != nullptr && answer->version == state.snapshot_version &&
           answer->world == state.loaded->world && answer->question == question &&
           answer->lang == state.request.lang;
}

}  // namespace

AnalysisRunner::AnalysisRunner(std::function<void()> wake) : worker_(std::move(wake)) {}

bool AnalysisRunner::update(AppState& state) {
    changed_ = false;
    for (const Worker::Result& result : worker_.take_results()) {
        result();
    }
    if (state.step != LoadStep::done) {
        return changed_;
    }
    AnalysisState& analysis = state.analysis;
    // A session or a dropped file names a table that is not there yet.
    const std::filesystem::path& table = state.request.table;
    if (!table.empty() && !analysis.user_table && !analysis.loading && analysis.tried != table) {
        name_user_table(state, table, state.request.figure);
    }
    if (std::exchange(analysis.load_wanted, false)) {
        load_table(state);
    }
    const bool needed = std::exchange(analysis.shown, false) || state.request.outlined_gaps > 0 ||
                        neighbours_drawn(state) || needs_nearness(state.request.colour);
    if (needed && !analysis.running && !analysis.loading) {
        const AnalysisQuestion question = wanted(state);
        if (!answers(analysis.answer.get(), state, question)) {
            ask(state, question);
        }
    }
    return changed_;
}

void AnalysisRunner::ask(AppState& state, const AnalysisQuestion& question) {
    state.analysis.running = true;
    Snapshot snapshot = state.snapshot;
    snapshot.request.lang = state.request.lang;
    worker_.run(
        [this, &state, desk = desk_, snapshot = std::move(snapshot), question,
         version = state.snapshot_version]() -> Worker::Result {
            if (desk->world != snapshot.world) {
                desk->analyst = std::make_unique<Analyst>(snapshot.world);
                desk->world = snapshot.world;
            }
            auto answer =
                std::make_shared<AnalysisAnswer>(analyse(*desk->analyst, snapshot, question));
            answer->version = version;
            return [this, &state, answer, letters = letters_of(*answer)] {
                state.analysis.running = false;
                changed_ = true;
                if (answer->world != state.loaded->world) {
                    return;  // other boundaries came meanwhile
                }
                state.analysis.answer = answer;
                state.analysis.letters = letters;
                const auto regions = static_cast<int>(answer->regions.size());
                for (int* region :
                     {&state.analysis.hovered_region, &state.analysis.chosen_region}) {
                    *region = *region < regions ? *region : -1;
                }
            };
        },
        [this, &state, question, version = state.snapshot_version, lang = state.request.lang,
         world = state.loaded->world](const Text& message) {
            // An empty answer: the same question would fail again.
            auto nothing = std::make_shared<AnalysisAnswer>();
            nothing->version = version;
            nothing->world = world;
            nothing->question = question;
            nothing->lang = lang;
            state.analysis.answer = nothing;
            state.analysis.running = false;
            show_notice(state, {true, message});
            changed_ = true;
        });
}

void AnalysisRunner::load_table(AppState& state) {
    Request request = state.request;
    request.table = state.analysis.file.data();
    request.figure = state.analysis.figure.data();
    state.analysis.loading = true;
    state.analysis.tried = request.table;
    worker_.run(
        [this, &state, request, world = state.loaded->world]() -> Worker::Result {
            auto table = load_user_table(request, *world);
            return [this, &state, request, world, table, input = current_table_input(request)] {
                state.analysis.loading = false;
                if (state.loaded->world == world) {
                    const bool other = state.request.table != request.table;
                    use_user_table(state, request.table, request.figure, table, input);
                    if (other) {  // not the one that a session names
                        const std::string file = request.table.string();
                        show_notice(state, {false,
                                            {fill(T::table_taken, Lang::ja, file),
                                             fill(T::table_taken, Lang::en, file)}});
                    }
                }
                changed_ = true;
            };
        },
        [this, &state](const Text& message) {
            state.analysis.loading = false;
            refuse_user_table(state, message);
            changed_ = true;
        });
}

}  // namespace miraimap::gui
