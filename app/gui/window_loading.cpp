// SPDX-License-Identifier: MIT
#include "app/gui/window_loading.hpp"

#include <utility>

#include "app/core/session_inputs.hpp"
#include "app/gui/background.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/window_session.hpp"

namespace miraimap::gui {
namespace {

/// What the files that are shown were chosen by.
void take_inputs(Request& into, const Request& from) {
    into.data = from.data;
    into.boundaries = from.boundaries;
    into.source_text = from.source_text;
    into.wards = from.wards;
    into.map_crs = from.map_crs;
}

}  // namespace

void WindowLoading::start() {
    stop_->store(true);  // whatever was being loaded is not wanted any more
    stop_ = std::make_shared<std::atomic<bool>>(false);
    const bool shown = state_.loaded != nullptr && !state_.session.coming;
    const Request asked = state_.request;
    if (shown) {
        // Until the other set is there, everything on the screen belongs to the one before.
        take_inputs(state_.request, state_.snapshot.request);
    } else {
        state_.step = LoadStep::reading;
    }
    state_.loading = {true, WorkStep::reading, 0, 0};
    began_ = Clock::now();
    worker_.run(
        [this, asked, drawn_by = screen_.drawn_by(), stop = stop_]() -> Worker::Result {
            try {
                return load_in_background(asked, drawn_by, stop);
            } catch (const Cancelled&) {
                return [] {};
            }
        },
        [this, stop = stop_](const Text& message) {
            if (!stop->load()) {
                fail_loading(message);
            }
        });
}

Worker::Result WindowLoading::load_in_background(const Request& asked, DrawnBy drawn_by,
                                                 const Stop& stop) {
    Progress progress(
        [this, stop](WorkStep step, int percent) {
            worker_.tell([this, stop, step, percent] {
                if (!stop->load()) {
                    state_.loading.step = step;
                    state_.loading.percent = percent;
                }
            });
        },
        stop.get());
    LoadOptions options;
    options.cache = cache_;
    options.keep_later = true;
    options.progress = &progress;
    auto loaded = load_all(asked, options, drawn_by);
    CodePoints code_points = world_code_points(*loaded->world);
    for (const std::string& words : loaded->evidence->all_words()) {
        add_code_points(words, code_points);
    }
    return [this, asked, stop, loaded, code_points, inputs = current_inputs(asked)] {
        if (stop->load()) {
            return;
        }
        code_points_.insert(code_points.begin(), code_points.end());
        wishes_.fonts = true;
        state_.loading.running = false;
        state_.session.inputs = inputs;
        const bool dropped = state_.loaded && state_.request.boundaries != asked.boundaries;
        take_inputs(state_.request, asked);
        take_loaded_with_session(state_, loaded);
        if (dropped) {
            const std::string file = asked.boundaries.string();
            show_notice(state_, {false,
                                 {fill(T::boundaries_taken, Lang::ja, file),
                                  fill(T::boundaries_taken, Lang::en, file)}});
        }
        keeper_.set_base(state_);
        facts_.load_ms = std::chrono::duration<double, std::milli>(Clock::now() - began_).count();
        keep_for_next_time(loaded);
    };
}

/// The map is on the screen first; what the next start can use is written after.
void WindowLoading::keep_for_next_time(const std::shared_ptr<const Loaded>& loaded) {
    if (loaded->world->cache && loaded->world->cache->has_to_flush()) {
        worker_.run(
            [loaded, stop = stop_]() -> Worker::Result {
                try {
                    Progress silent({}, stop.get());
                    loaded->world->cache->flush(silent);
                } catch (const Cancelled&) {
                    return [] {};  // what is written is whole, the rest is made another time
                }
                return [] {};
            },
            [](const Text&) {});
    }
}

/// Back to what was shown, or to why nothing is.
void WindowLoading::fail_loading(const Text& message) {
    add_code_points(message.ja, code_points_);
    add_code_points(message.en, code_points_);
    wishes_.fonts = true;
    state_.loading.running = false;
    if (state_.loaded) {
        show_former_map();
        show_notice(state_, {true, message});
        return;
    }
    state_.load_problem = message;
    state_.step = LoadStep::failed;
}

void WindowLoading::show_former_map() {
    give_up_coming(state_, wishes_);
    state_.step = LoadStep::done;
}

void WindowLoading::stop() {
    if (!state_.loading.running) {
        return;
    }
    stop_->store(true);
    state_.loading.running = false;
    show_notice(state_, {false, text_of(T::loading_stopped)});
    if (state_.loaded) {
        show_former_map();
    } else if (!state_.request.boundaries.empty()) {
        state_.request.boundaries.clear();
        start();
    } else {
        wishes_.quit = true;  // there is nothing smaller to show than the embedded set
    }
}

}  // namespace miraimap::gui
