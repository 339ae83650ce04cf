// SPDX-License-Identifier: MIT
#include "app/gui/window.hpp"

#include <epoxy/gl.h>
// After the OpenGL loader, which must come first.
#include <GLFW/glfw3.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "app/core/session_inputs.hpp"
#include "app/core/words.hpp"
#include "app/gui/analysis_runner.hpp"
#include "app/gui/background.hpp"
#include "app/gui/config_folder.hpp"
#include "app/gui/debug_dump.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/screen.hpp"
#include "app/gui/session_files.hpp"
#include "app/gui/session_keeper.hpp"
#include "app/gui/shell.hpp"
#include "app/gui/window_session.hpp"
#include "app/gui/window_settings.hpp"
#include "app/gui/worker.hpp"
#include "geo/error.hpp"

namespace miraimap::gui {
namespace {

constexpr int exit_no_display = 3;
/// Dear ImGui settles in a few frames after an event; then the window sleeps.
constexpr int frames_after_event = 3;
constexpr double blink_s = 0.4;

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point began) {
    return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

/// What the files that are shown were chosen by.
void take_inputs(Request& into, const Request& from) {
    into.data = from.data;
    into.boundaries = from.boundaries;
    into.source_text = from.source_text;
    into.wards = from.wards;
}

class Window {
public:
    Window(Screen& screen, const Request& request, const WindowOptions& options)
        : screen_(screen),
          dump_(options.debug_dump),
          cache_(options.cache),
          worker_([] { glfwPostEmptyEvent(); }) {
        state_.request = request;
        state_.request.by = CoverageBy::prefecture;
        state_.wanted_view = options.view;
        state_.theme = options.theme;
        state_.interface_scale = options.scale;
        const ReadSettings remembered = settings_.load();
        state_.layout = remembered.choices;
        if (options.layout || options.view) {
            state_.layout.map = options.layout.value_or(MapLayout::country);
        }
        state_.request.layout = state_.layout.map;
        if (remembered.problem) {
            show_notice(state_, {true, *remembered.problem});
        }
        code_points_ = interface_code_points();
        for (int step = 0; step < work_step_count; ++step) {
            add_code_points(name_of(static_cast<WorkStep>(step)).ja, code_points_);
        }
        screen_.painter().measure(dump_.on());
        build_fonts();
        load();
        state_.session.open_wanted = options.session;
        keeper_.start(state_, worker_);
    }

    ~Window() { stop_->store(true); }  // so that the worker's thread ends soon
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    Window(Window&&) = delete;
    Window& operator=(Window&&) = delete;

    /// Empty if the reader closed the window, else why it had to end.
    std::string run() {
        frames_due_ = frames_after_event;
        while (glfwWindowShouldClose(screen_.window()) == GLFW_FALSE) {
            if (frames_due_ > 0) {
                glfwPollEvents();
                --frames_due_;
            } else if (const std::optional<double> due_s = next_due_s()) {
                glfwWaitEventsTimeout(*due_s);
            } else {
                glfwWaitEvents();
                frames_due_ = frames_after_event - 1;
            }
            if ((screen_.lost() || dump_.ordered("lose-context")) && !replace_screen()) {
                return screen_.problem();
            }
            if (take_results() || frame()) {
                frames_due_ = frames_after_event;
            }
        }
        return {};
    }

private:
    using Stop = std::shared_ptr<std::atomic<bool>>;
    void load();
    Worker::Result load_in_background(const Request& asked, const Stop& stop);
    void keep_for_next_time(const std::shared_ptr<const Loaded>& loaded);
    void fail_loading(const Text& message);
    void show_former_map();
    void stop_loading();
    void build_fonts();
    void start_export();
    bool take_results();
    [[nodiscard]] std::optional<double> next_due_s() const;
    bool replace_screen();
    bool frame();
    void keep_settings();
    bool obey();
    void draw(int width_px, int height_px);
    void write_dump();
    [[nodiscard]] float scale() const;
    [[nodiscard]] CodePoints typed_code_points() const;

    Screen& screen_;
    std::shared_ptr<const MapShapes> painted_shapes_;  ///< that the painter has
    AppState state_;
    FontSet fonts_;
    CodePoints code_points_;
    Wishes wishes_;
    Shell shell_;
    WindowSettings settings_{config_folder()};
    DebugDump dump_;
    SessionKeeper keeper_{state_folder()};
    std::optional<double> autosave_s_;  ///< until the next one is due
    std::map<std::string, ScreenRect> probes_;
    DumpFacts facts_;
    float built_scale_ = 0;
    int frames_due_ = 0;
    bool told_fonts_ = false;     ///< that there is no Japanese font
    std::optional<Lang> titled_;  ///< language of the title bar
    Clock::time_point load_began_;
    std::filesystem::path cache_;  ///< folder of the cache; empty: without one
    Stop stop_ = std::make_shared<std::atomic<bool>>(false);  ///< of what is being loaded
    // Last, so that their threads end before anything they may touch.
    AnalysisRunner analysis_{[] { glfwPostEmptyEvent(); }};
    Worker worker_;
};

float Window::scale() const {
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(screen_.window(), &x, &y);
    return std::max(x, 0.5F) * static_cast<float>(state_.interface_scale);
}

void Window::build_fonts() {
    const Clock::time_point began = Clock::now();
    ImGuiIO& io = ImGui::GetIO();
    io.Fonts->Clear();
    built_scale_ = scale();
    fonts_.build(*io.Fonts, code_points_, built_scale_);
    io.FontDefault = fonts_.font(FontUse::body);
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
    apply_theme(state_.theme, built_scale_);
    facts_.glyphs = code_points_.size();
    facts_.glyphs_missing = fonts_.missing().size();
    facts_.fonts_ms = ms_since(began);
    // Without Japanese letters Japanese would be a row of boxes: English then, and why.
    constexpr char32_t japanese = U'の';
    if (fonts_.missing().contains(japanese) && !std::exchange(told_fonts_, true)) {
        state_.request.lang = Lang::en;
        show_notice(state_, {true, text_of(T::font_missing)});
    }
}

void Window::load() {
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
    load_began_ = Clock::now();
    worker_.run(
        [this, asked, stop = stop_]() -> Worker::Result {
            try {
                return load_in_background(asked, stop);
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

Worker::Result Window::load_in_background(const Request& asked, const Stop& stop) {
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
    auto loaded = load_all(asked, options, screen_.drawn_by());
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
        take_inputs(state_.request, asked);
        take_loaded_with_session(state_, loaded);
        keeper_.set_base(state_);
        facts_.load_ms = ms_since(load_began_);
        keep_for_next_time(loaded);
    };
}

/// The map is on the screen first; what the next start can use is written after.
void Window::keep_for_next_time(const std::shared_ptr<const Loaded>& loaded) {
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
void Window::fail_loading(const Text& message) {
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

void Window::show_former_map() {
    if (state_.session.coming) {
        state_.session.coming.reset();
        state_.request = state_.snapshot.request;
    }
    state_.step = LoadStep::done;
}

void Window::stop_loading() {
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
        load();
    } else {
        wishes_.quit = true;  // there is nothing smaller to show than the embedded set
    }
}

void Window::start_export() {
    const std::filesystem::path file(state_.exporting.file.data());
    state_.exporting.running = true;
    worker_.run(
        [this, file, format = state_.exporting.format, snapshot = state_.snapshot,
         theme = state_.theme, view = view_text(state_),
         shown = session_of(state_).request]() -> Worker::Result {
            Snapshot asked = snapshot;
            asked.request.view = shown.view;
            asked.request.marked = shown.marked;
            asked.request.neighbours = shown.neighbours;
            write_export(asked, format, theme, view, file);
            return [this, file] {
                state_.exporting.running = false;
                show_notice(state_, {false,
                                     {fill(T::export_done, Lang::ja, file.string()),
                                      fill(T::export_done, Lang::en, file.string())}});
            };
        },
        [this](const Text& message) {
            state_.exporting.running = false;
            show_notice(state_, {true, message});
        });
}

/// How long the window may sleep although nobody touches it; empty: for ever.
std::optional<double> Window::next_due_s() const {
    constexpr double late_s = 0.01;  // so that what is due is due when the window wakes
    std::optional<double> due_s;
    const auto at_most = [&](double s) { due_s = std::min(due_s.value_or(s), s); };
    if (ImGui::GetIO().WantTextInput) {
        at_most(blink_s);  // the text cursor blinks
    }
    if (autosave_s_) {
        at_most(*autosave_s_ + late_s);
    }
    if (state_.years.playing) {
        const double left_s = state_.years.next_s.value_or(0) - ImGui::GetTime();
        at_most(std::max(left_s, 0.0) + late_s);
    }
    return due_s;
}

bool Window::take_results() {
    const auto results = worker_.take_results();
    for (const Worker::Result& result : results) {
        result();
    }
    const bool analysed = analysis_.update(state_);
    return analysed || !results.empty();
}

/// After a reset of the graphics card: the same state in a new window. False if there is none.
bool Window::replace_screen() {
    if (!screen_.replace()) {
        keeper_.keep(state_);
        return false;
    }
    screen_.painter().measure(dump_.on());
    titled_.reset();
    build_fonts();
    painted_shapes_.reset();  // the new painter is empty
    show_notice(state_, {true, text_of(T::context_lost)});
    frames_due_ = frames_after_event;
    return true;
}

CodePoints Window::typed_code_points() const {
    CodePoints out;
    add_code_points(state_.search.text.data(), out);
    add_code_points(state_.text_filter.data(), out);
    add_code_points(state_.exporting.file.data(), out);
    add_code_points(state_.session.typed.data(), out);
    for (const std::filesystem::path& file : state_.session.recent) {
        add_code_points(file.string(), out);
    }
    if (state_.session.offer) {
        add_code_points(state_.session.offer->file.string(), out);
        for (const Finding& finding : state_.session.offer->reading.findings) {
            add_code_points(finding.where, out);
            add_code_points(finding.text.ja, out);
        }
    }
    add_code_points(state_.analysis.file.data(), out);
    add_code_points(state_.analysis.figure.data(), out);
    add_code_points(state_.analysis.table_problem.ja, out);
    add_code_points(state_.analysis.coverage_words.ja, out);
    add_code_points(state_.analysis.coverage_words.en, out);
    for (const CountedPlaces* counted : {&state_.answers.chosen, &state_.answers.prefecture}) {
        add_code_points(counted->words.ja, out);
        add_code_points(counted->words.en, out);
    }
    if (state_.step == LoadStep::done) {
        add_code_points(denominator_note(state_.snapshot).ja, out);
    }
    out.insert(state_.analysis.letters.begin(), state_.analysis.letters.end());
    for (const Notice& notice : state_.notices) {
        add_code_points(notice.text.ja, out);
        add_code_points(notice.text.en, out);
    }
    return out;
}

/// Does what the panels wished for; true if another frame is needed.
bool Window::obey() {
    for (const std::string& file : screen_.input().take_dropped()) {
        state_.session.dropped.emplace_back(file);
    }
    const bool asked = keeper_.obey(state_, wishes_, worker_);
    for (const char32_t c : typed_code_points()) {
        wishes_.fonts |= code_points_.insert(c).second;
    }
    const bool rescaled = std::abs(scale() - built_scale_) > 0.001F;
    const bool again = asked || wishes_.fonts || wishes_.theme || wishes_.reload ||
                       wishes_.stop_loading || wishes_.start_export || rescaled;
    if (wishes_.fonts || rescaled) {
        build_fonts();
    }
    if (wishes_.theme) {
        apply_theme(state_.theme, built_scale_);
    }
    if (wishes_.stop_loading) {
        stop_loading();
    }
    if (wishes_.reload) {
        load();
    }
    if (wishes_.start_export) {
        start_export();
    }
    if (wishes_.quit) {
        glfwSetWindowShouldClose(screen_.window(), GLFW_TRUE);
    }
    wishes_ = {};
    return again;
}

void Window::draw(int width_px, int height_px) {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, width_px, height_px);
    glDisable(GL_SCISSOR_TEST);
    const ImVec4 back = to_vec4(palette(state_.theme).window);
    glClearColor(back.x, back.y, back.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    if (state_.step == LoadStep::done && shell_.scene()) {
        const MapFrame frame = shell_.map_frame(height_px, built_scale_);
        const PaintedShapes shown = shown_geometry(state_).painted();
        if (shown.shapes != painted_shapes_) {
            painted_shapes_ = shown.shapes;
            screen_.painter().set_shapes(shown);
        }
        screen_.painter().paint(*shell_.scene(), frame);
    }
    glViewport(0, 0, width_px, height_px);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(screen_.window());
}

bool Window::frame() {
    const Clock::time_point began = Clock::now();
    bool again = obey();
    int width_px = 0;
    int height_px = 0;
    glfwGetFramebufferSize(screen_.window(), &width_px, &height_px);
    if (width_px <= 0 || height_px <= 0) {
        return false;
    }
    if (titled_ != state_.request.lang) {
        titled_ = state_.request.lang;
        glfwSetWindowTitle(screen_.window(), text_of(T::window_title).in(*titled_).c_str());
    }
    again = screen_.input().feed() || again;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    // What a click opens or changes is laid out in the frames after it.
    again = again || ImGui::GetIO().MouseClicked[0] || ImGui::GetIO().MouseReleased[0];
    probes_.clear();
    const Ui ui{state_,  palette(state_.theme),          fonts_, built_scale_,
                wishes_, dump_.on() ? &probes_ : nullptr};
    again = shell_.draw(ui) || again;
    keep_settings();
    ImGui::Render();
    draw(width_px, height_px);
    ++facts_.frames;
    facts_.paint = screen_.painter().counters();
    facts_.drawn_by = screen_.drawn_by();
    facts_.frame_ms = ms_since(began);
    again = again || wishes_.fonts || wishes_.theme || wishes_.start_export || wishes_.reload ||
            wishes_.stop_loading || wishes_.quit || !state_.session.open_wanted.empty() ||
            !state_.session.save_wanted.empty() || state_.session.copy_wanted ||
            state_.session.offer_taken || state_.session.offer_declined;
    autosave_s_ = keeper_.autosave(state_, worker_);
    facts_.asleep = !again && frames_due_ == 0 && !worker_.busy() && !analysis_.busy();
    write_dump();
    return again;
}

/// Remembers the layout once a drag has ended.
void Window::keep_settings() {
    if (ImGui::IsMouseDown(0)) {
        return;
    }
    if (const std::optional<Text> problem = settings_.keep(state_.layout)) {
        show_notice(state_, {true, *problem});
    }
}

void Window::write_dump() {
    if (!dump_.on()) {
        return;
    }
    dump_.write(dump_text(state_, facts_, probes_));
}

void say_no_display(const std::string& reason) {
    std::cerr
        << "miraimap: 地図の窓を開けません（" << reason
        << "）。画面と OpenGL 3.3 が要ります。画像なら miraimap render FILE.png で作れます。\n"
        << "miraimap: the map window cannot be opened (" << reason
        << "). It needs a display and OpenGL 3.3; miraimap render FILE.png paints a picture "
           "without them.\n";
}

}  // namespace

int run_window(const Request& request, const WindowOptions& options) {
    Screen screen(options.width_px, options.height_px);
    if (screen.problem().empty()) {
        const std::string problem = Window(screen, request, options).run();
        if (problem.empty()) {
            return 0;
        }
    }
    say_no_display(screen.problem());
    return exit_no_display;
}

}  // namespace miraimap::gui
