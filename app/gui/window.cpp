// SPDX-License-Identifier: MIT
#include "app/gui/window.hpp"

#include <epoxy/gl.h>
// After the OpenGL loader, which must come first.
#include <GLFW/glfw3.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

#include "app/gui/analysis_runner.hpp"
#include "app/gui/config_folder.hpp"
#include "app/gui/debug_dump.hpp"
#include "app/gui/export_preview.hpp"
#include "app/gui/file_chooser.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/preview_texture.hpp"
#include "app/gui/screen.hpp"
#include "app/gui/session_files.hpp"
#include "app/gui/session_keeper.hpp"
#include "app/gui/shell.hpp"
#include "app/gui/state_letters.hpp"
#include "app/gui/tour.hpp"
#include "app/gui/window_export.hpp"
#include "app/gui/window_loading.hpp"
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
/// What a test may hold back.
constexpr const char* hold_export = "hold-export";

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point began) {
    return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

class Window {
public:
    Window(Screen& screen, const Request& request, const WindowOptions& options)
        : screen_(screen),
          dump_(options.debug_dump),
          loading_(state_, wishes_, keeper_, code_points_, facts_, worker_, screen, options.cache),
          worker_([] { glfwPostEmptyEvent(); }) {
        state_.request = request;
        state_.request.by = CoverageBy::prefecture;
        state_.wanted_view = options.view;
        const ReadSettings remembered = settings_.load();
        state_.layout = remembered.choices;
        const LookChoices& look = remembered.choices.look;
        state_.theme = options.theme.value_or(look.theme.value_or(Theme::light));
        state_.interface_scale = options.scale.value_or(look.scale.value_or(1));
        if (!options.lang_said) {
            state_.request.lang = look.lang.value_or(request.lang);
        }
        if (!options.colour_said) {
            state_.request.colour = look.colour.value_or(request.colour);
        }
        state_.look_seen = look_of(state_);
        if (options.layout || options.view) {
            state_.layout.map = options.layout.value_or(MapLayout::country);
        }
        state_.request.layout = state_.layout.map;
        if (options.tour == ShowTour::offer && remembered.first_start) {
            state_.tour.offered = state_.layout.tour_offered = true;
        }
        if (options.tour == ShowTour::now) {
            state_.tour.wanted = true;
        }
        if (remembered.problem) {
            show_notice(state_, {true, *remembered.problem});
        }
        code_points_ = interface_code_points();
        for (int step = 0; step < work_step_count; ++step) {
            add_code_points(name_of(static_cast<WorkStep>(step)).ja, code_points_);
        }
        screen_.painter().measure(dump_.on());
        build_fonts();
        loading_.start();
        keeper_.start(
            state_, worker_,
            {options.session, request.filter,
             options.lang_said ? std::optional(request.lang) : std::nullopt,
             options.colour_said ? std::optional(request.colour) : std::nullopt, options.theme,
             request.map_crs != 0 ? std::optional(request.map_crs) : std::nullopt});
    }

    ~Window() {
        // So that the threads end soon.
        loading_.give_up();
        previewer_.give_up();
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    Window(Window&&) = delete;
    Window& operator=(Window&&) = delete;

    /// Empty if the reader closed the window, else why it had to end.
    std::string run() {
        frames_due_ = frames_after_event;
        while (!may_close()) {
            if (frames_due_ > 0) {
                glfwPollEvents();
                --frames_due_;
            } else if (const std::optional<double> due_s = next_due_s()) {
                glfwWaitEventsTimeout(*due_s);
            } else {
                glfwWaitEvents();
                frames_due_ = frames_after_event - 1;
            }
            if (screen_.input().take_stirred()) {
                frames_due_ = frames_after_event - 1;  // also while others are still due
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
    void build_fonts();
    bool take_results();
    [[nodiscard]] bool may_close();
    [[nodiscard]] std::optional<double> next_due_s() const;
    bool replace_screen();
    bool frame();
    void keep_settings();
    bool obey();
    void draw(int width_px, int height_px);
    void write_dump();
    [[nodiscard]] float scale() const;

    Screen& screen_;
    std::shared_ptr<const MapShapes> painted_shapes_;  ///< that the painter has
    AppState state_;
    PreviewTexture preview_texture_;
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
    WindowLoading loading_;
    // Last, so that their threads end before anything they may touch.
    AnalysisRunner analysis_{[] { glfwPostEmptyEvent(); }};
    ExportPreviewer previewer_{[] { glfwPostEmptyEvent(); }};
    WindowExport exporting_{state_, [] { glfwPostEmptyEvent(); },
                            [this] { return dump_.holds(hold_export); }};
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
        state_.request.lang = state_.look_seen.lang.emplace(Lang::en);
        show_notice(state_, {true, text_of(T::font_missing)});
    }
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
    if (const auto notice_s = notice_due_s(state_, ImGui::GetTime())) {
        at_most(*notice_s + late_s);
    }
    if (state_.text_step_s) {
        at_most(std::max(*state_.text_step_s - ImGui::GetTime(), 0.0) + late_s);
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
    const bool previewed = previewer_.update(state_);
    const bool written = exporting_.update();
    return analysed || previewed || written || !results.empty();
}

/// Whether the window is to be closed and no file would be lost by it; else the reader is asked.
bool Window::may_close() {
    const ExportState& exporting = state_.exporting;
    const bool done = exporting.close_when_done && exporting.jobs.empty();
    if (glfwWindowShouldClose(screen_.window()) == GLFW_FALSE && !done) {
        return false;
    }
    if (exporting.jobs.empty() || wishes_.quit_now) {
        return true;
    }
    glfwSetWindowShouldClose(screen_.window(), GLFW_FALSE);
    state_.exporting.quit_asked = true;
    frames_due_ = frames_after_event;
    return false;
}

/// After a reset of the graphics card: the same state in a new window. False if there is none.
bool Window::replace_screen() {
    preview_texture_.forget();
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

/// Does what the panels wished for; true if another frame is needed.
bool Window::obey() {
    for (const std::string& file : screen_.input().take_dropped()) {
        state_.session.dropped.emplace_back(file);
    }
    const bool asked = keeper_.obey(state_, wishes_, worker_);
    for (const char32_t c : letters_of(state_)) {
        wishes_.fonts |= code_points_.insert(c).second;
    }
    const bool rescaled = std::abs(scale() - built_scale_) > 0.001F;
    const bool again = asked || wishes_ != Wishes{} || rescaled;
    if (wishes_.fonts || rescaled) {
        build_fonts();
    }
    if (wishes_.theme) {
        apply_theme(state_.theme, built_scale_);
    }
    if (wishes_.stop_loading) {
        loading_.stop();
    }
    if (wishes_.reload) {
        loading_.start();
    }
    exporting_.obey(wishes_);
    if (wishes_.quit || wishes_.quit_now) {
        glfwSetWindowShouldClose(screen_.window(), GLFW_TRUE);
    }
    const bool quit_now = wishes_.quit_now;
    wishes_ = {};
    wishes_.quit_now = quit_now;  // remembered until the window closes
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
    state_.exporting.texture = preview_texture_.show(state_.exporting.preview);
    again = screen_.input().feed() || again;
    facts_.marks = screen_.input().marks();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    // What a click opens or changes is laid out in the frames after it.
    again = again || ImGui::GetIO().MouseClicked[0] || ImGui::GetIO().MouseReleased[0];
    probes_.clear();
    const Ui ui{state_,  palette(state_.theme),
                fonts_,  built_scale_,
                wishes_, dump_.on() || state_.tour.step ? &probes_ : nullptr};
    again = shell_.draw(ui) || again;
    keep_settings();
    ImGui::Render();
    draw(width_px, height_px);
    ++facts_.frames;
    facts_.paint = screen_.painter().counters();
    facts_.drawn_by = screen_.drawn_by();
    facts_.frame_ms = ms_since(began);
    again = again || wishes_ != Wishes{} || !state_.session.open_wanted.empty() ||
            !state_.session.save_wanted.empty() || state_.session.copy_wanted ||
            state_.session.offer_taken || state_.session.offer_declined;
    autosave_s_ = keeper_.autosave(state_, worker_);
    facts_.asleep = !again && frames_due_ == 0 && !worker_.busy() && !analysis_.busy() &&
                    !previewer_.busy() && (!exporting_.busy() || dump_.holds(hold_export));
    write_dump();
    return again;
}

/// Remembers the layout once a drag has ended.
void Window::keep_settings() {
    if (ImGui::IsMouseDown(0)) {
        return;
    }
    note_look(state_);
    if (const std::optional<Text> problem = settings_.keep(state_.layout)) {
        show_notice(state_, {true, *problem});
    }
}

void Window::write_dump() {
    if (!dump_.on()) {
        return;
    }
    facts_.glyphs_replaced = fonts_.replaced_glyphs(*ImGui::GetDrawData());
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
