// SPDX-License-Identifier: MIT
#include "app/gui/session_keeper.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "app/core/session_inputs.hpp"
#include "app/gui/analysis_actions.hpp"
#include "app/gui/bottom_tabs.hpp"
#include "app/gui/session_files.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/window_session.hpp"
#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/output_target.hpp"

namespace miraimap::gui {
namespace fs = std::filesystem;

namespace {

constexpr double between_autosaves_s = 2;

Notice saying(bool problem, T text, const std::string& value) {
    return {problem, {fill(text, Lang::ja, value), fill(text, Lang::en, value)}};
}

void forget_left(SessionState& session, const fs::path& file) {
    std::erase_if(session.left, [&](const LeftWork& one) { return one.file == file; });
}

}  // namespace

SessionKeeper::~SessionKeeper() {
    if (!kept_) {
        std::error_code ignored;
        fs::remove(own_autosave(folder_), ignored);
    }
}

void SessionKeeper::start(AppState& state, Worker& worker, TypedBesideSession typed) {
    state.session.open_wanted = typed.file;
    typed_ = std::move(typed);
    state.session.recent = read_recent(folder_);
    for (const fs::path& file : abandoned_autosaves(folder_)) {
        state.session.left.push_back({file, time_saved(file)});
    }
    if (!state.session.left.empty() && state.session.open_wanted.empty()) {
        open(state, state.session.left.front().file, worker);
    }
}

void SessionKeeper::open(AppState& state, const fs::path& file, Worker& worker) {
    const auto& left = state.session.left;
    const bool recovered = std::any_of(left.begin(), left.end(),
                                       [&](const LeftWork& one) { return one.file == file; });
    const Request shown = state.request;
    const std::shared_ptr<const Loaded> loaded = state.loaded;
    worker.run(
        [&state, file, recovered, shown, loaded]() -> Worker::Result {
            SessionReading reading = read_session(file, find_data_folder());
            // With other inputs it is said once they are loaded.
            if (loaded && has_same_inputs(reading.session.request, shown)) {
                const Findings places = compare_places(reading.session, *loaded->world, file);
                reading.findings.insert(reading.findings.end(), places.begin(), places.end());
            }
            return [&state,
                    offer = SessionOffer{file, std::move(reading), recovered, time_saved(file)}] {
                state.session.offer = offer;
                // Nothing differs: nothing to ask.
                state.session.offer_taken = !offer.recovered && offer.reading.findings.empty();
                state.session.offer_open = !state.session.offer_taken;
            };
        },
        [&state](const Text& message) {
            show_notice(state, {true, message});
        });
}

void SessionKeeper::save(AppState& state, const fs::path& file, Worker& worker) {
    if (!state.session.guarded.empty() && file == state.session.guarded) {
        show_notice(state, saying(true, T::session_guarded, file.string()));
        return;
    }
    worker.run(
        [this, &state, file, session = session_of(state)]() -> Worker::Result {
            check_output(file, input_files(session.request), true);
            write_file(file, session_text(session, file));
            return [this, &state, file] {
                state.session.file = file;
                set_base(state);
                remember(state, file);
                show_notice(state, saying(false, T::session_saved, file.string()));
            };
        },
        [&state](const Text& message) {
            show_notice(state, {true, message});
        });
}

void SessionKeeper::remember(AppState& state, const fs::path& file) const {
    try {
        state.session.recent = add_recent(folder_, file);
    } catch (const Error&) {
        // A list that cannot be kept must not stand in the way of what was asked.
        state.session.recent.insert(state.session.recent.begin(), file);
    }
}

void SessionKeeper::accept(AppState& state, SessionOffer offer, Wishes& wishes) {
    SessionState& session = state.session;
    Chapter chapter;
    if (offer.recovered) {
        // It is this window's work now, and must outlive a crash of this one too.
        std::error_code ignored;
        fs::rename(offer.file, own_autosave(folder_), ignored);
        forget_left(session, offer.file);
    } else {
        const bool whole = !loses_something(offer.reading);
        chapter.name = offer.file.filename().string();
        chapter.file = whole ? offer.file : fs::path();
        chapter.guarded = whole ? fs::path() : offer.file;
        remember(state, offer.file);
    }
    Session opened = std::move(offer.reading.session);
    if (!typed_.file.empty() && offer.file == typed_.file) {
        opened.request.filter = typed_over(opened.request.filter, typed_.filter);
        opened.request.lang = typed_.lang.value_or(opened.request.lang);
        opened.request.colour = typed_.colour.value_or(opened.request.colour);
        opened.window.theme = typed_.theme.value_or(opened.window.theme);
        if (typed_.map_crs && *typed_.map_crs != opened.request.map_crs) {
            opened.request.map_crs = *typed_.map_crs;
            opened.request.view.reset();  // its metres are those of the other projection
        }
        typed_.file.clear();    // opened once more by hand it is as it was saved
        forget_history(state);  // the window begins with it
    }
    show_session(state, std::move(opened), wishes, std::move(chapter));
    if (!wishes.reload) {
        set_base(state);
    }
}

void SessionKeeper::take_offer(AppState& state, Wishes& wishes) {
    SessionState& session = state.session;
    if (session.offer && session.offer_taken) {
        SessionOffer offer = std::move(*session.offer);
        session.offer.reset();
        accept(state, std::move(offer), wishes);
    } else if (session.offer && session.offer_declined) {
        if (session.offer->recovered && session.offer_discarded) {
            std::error_code ignored;
            fs::remove(session.offer->file, ignored);
            forget_left(session, session.offer->file);
        }
        session.offer.reset();
    }
    session.offer_taken = session.offer_declined = session.offer_discarded = false;
}

void SessionKeeper::take_drops(AppState& state, Wishes& wishes) {
    for (const fs::path& file : std::exchange(state.session.dropped, {})) {
        switch (drop_kind(file)) {
            case DropKind::session:
                state.session.open_wanted = file;
                break;
            case DropKind::boundaries:
                state.request.boundaries = file;
                wishes.reload = true;
                break;
            case DropKind::table:
                name_user_table(state, file);
                open_tab(state, "table");
                break;
            case DropKind::unknown:
                show_notice(state, saying(true, T::drop_unknown, file.string()));
                break;
        }
    }
}

bool SessionKeeper::obey(AppState& state, Wishes& wishes, Worker& worker) {
    SessionState& session = state.session;
    const bool any = !session.dropped.empty() || !session.open_wanted.empty() ||
                     !session.save_wanted.empty() || session.copy_wanted || session.offer_taken ||
                     session.offer_declined;
    take_drops(state, wishes);
    // Ctrl+O takes whatever can be dropped on the window.
    if (!session.open_wanted.empty() && drop_kind(session.open_wanted) != DropKind::session &&
        drop_kind(session.open_wanted) != DropKind::unknown) {
        session.dropped.push_back(std::exchange(session.open_wanted, {}));
        take_drops(state, wishes);
    }
    if (!session.open_wanted.empty()) {
        open(state, std::exchange(session.open_wanted, {}), worker);
    }
    if (!session.save_wanted.empty()) {
        save(state, std::exchange(session.save_wanted, {}), worker);
    }
    if (std::exchange(session.copy_wanted, false)) {
        session.copied = picture_command(state);
        ImGui::SetClipboardText(session.copied.c_str());
        show_notice(state, saying(false, T::command_copied, session.copied));
    }
    take_offer(state, wishes);
    return any;
}

void SessionKeeper::set_base(const AppState& state) {
    base_ = session_text(session_of(state), own_autosave(folder_));
}

void SessionKeeper::keep(const AppState& state) {
    if (folder_.empty() || state.step != LoadStep::done) {
        return;
    }
    kept_ = true;
    try {
        const fs::path file = own_autosave(folder_);
        std::error_code problem;
        fs::create_directories(folder_, problem);
        write_file(file, session_text(session_of(state), file));
    } catch (const Error&) {
        // The last autosave, if there is one, stays.
        return;
    }
}

std::optional<double> SessionKeeper::autosave(AppState& state, Worker& worker) {
    if (folder_.empty() || state.step != LoadStep::done || state.session.offer) {
        return std::nullopt;
    }
    const fs::path file = own_autosave(folder_);
    std::string text = session_text(session_of(state), file);
    if (text == base_) {
        return std::nullopt;
    }
    const auto now = std::chrono::steady_clock::now();
    const double passed_s = std::chrono::duration<double>(now - last_).count();
    if (passed_s < between_autosaves_s) {
        return between_autosaves_s - passed_s;
    }
    last_ = now;
    base_ = text;
    worker.run(
        [this, folder = folder_, file, text = std::move(text)]() -> Worker::Result {
            std::error_code problem;
            fs::create_directories(folder, problem);
            write_file(file, text);
            return [this] { failed_ = false; };
        },
        [this, &state](const Text& message) {
            if (!std::exchange(failed_, true)) {
                show_notice(state, {true,
                                    {fill(T::autosave_failed, Lang::ja, message.ja),
                                     fill(T::autosave_failed, Lang::en, message.en)}});
            }
        });
    return std::nullopt;
}

}  // namespace miraimap::gui
