// SPDX-License-Identifier: MIT
#include "app/gui/screen.hpp"

#include <epoxy/gl.h>
// After the OpenGL loader, which must come first.
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>

namespace miraimap::gui {
namespace {

constexpr int least_width_px = 900;
constexpr int least_height_px = 560;
constexpr int least_opengl = 33;

/// What GLFW last complained of; it must not throw through its callback.
std::string& last_reason() {
    static std::string reason;
    return reason;
}

/// A length at the monitor's scale 1, at most what the monitor has room for.
int at_most(int wanted, int room, float scale) {
    return room > 0 && scale > 0
               ? std::min(wanted, static_cast<int>(static_cast<float>(room) / scale))
               : wanted;
}

/// The context says so itself when the driver resets the card.
bool can_tell_resets() {
    return epoxy_gl_version() >= 45 || epoxy_has_gl_extension("GL_KHR_robustness") ||
           epoxy_has_gl_extension("GL_ARB_robustness");
}

GLenum reset_status() {
    if (epoxy_gl_version() >= 45 || epoxy_has_gl_extension("GL_KHR_robustness")) {
        return glGetGraphicsResetStatus();
    }
    return glGetGraphicsResetStatusARB();
}

}  // namespace

Screen::Screen(int width_px, int height_px) {
    glfwSetErrorCallback([](int, const char* text) { last_reason() = text; });
    if (glfwInit() != GLFW_TRUE) {
        problem_ = last_reason().empty() ? "GLFW" : last_reason();
        return;
    }
    int x = 0;
    int y = 0;
    int room_x = 0;
    int room_y = 0;
    float scale_x = 1;
    float scale_y = 1;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor(); monitor != nullptr) {
        glfwGetMonitorWorkarea(monitor, &x, &y, &room_x, &room_y);
        glfwGetMonitorContentScale(monitor, &scale_x, &scale_y);
    }
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    open({at_most(width_px, room_x, scale_x), at_most(height_px, room_y, scale_y), 0, 0, false});
}

Screen::~Screen() {
    close();
    if (ImGui::GetCurrentContext() != nullptr) {
        ImGui::DestroyContext();
    }
    glfwTerminate();
}

bool Screen::open(const Place& place) {
    last_reason().clear();
    problem_.clear();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_LOSE_CONTEXT_ON_RESET);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "miraimap");
    window_ = glfwCreateWindow(place.width_px, place.height_px, "miraimap", nullptr, nullptr);
    if (window_ == nullptr) {
        problem_ = last_reason().empty() ? "OpenGL 3.3" : last_reason();
        return false;
    }
    if (place.known) {
        glfwSetWindowPos(window_, place.x, place.y);
    }
    glfwSetWindowSizeLimits(window_, least_width_px, least_height_px, GLFW_DONT_CARE,
                            GLFW_DONT_CARE);
    glfwMakeContextCurrent(window_);
    if (epoxy_gl_version() < least_opengl) {
        problem_ = "OpenGL " + std::to_string(epoxy_gl_version());
        glfwDestroyWindow(window_);
        window_ = nullptr;
        return false;
    }
    glfwSwapInterval(1);
    tells_resets_ = can_tell_resets();
    ImGui_ImplGlfw_InitForOpenGL(window_, false);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    input_ = std::make_unique<InputQueue>(window_);
    // Shapes are made ready for one way of drawing: a second card must do with it too.
    drawn_by_ = drawn_by_.value_or(best_drawn_by());
    painter_ = make_map_painter(*drawn_by_);
    return true;
}

void Screen::close() {
    if (window_ == nullptr) {
        return;
    }
    painter_.reset();
    input_.reset();
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    glfwDestroyWindow(window_);
    window_ = nullptr;
}

bool Screen::lost() const { return tells_resets_ && reset_status() != GL_NO_ERROR; }

bool Screen::replace() {
    Place place{0, 0, 0, 0, true};
    glfwGetWindowSize(window_, &place.width_px, &place.height_px);
    glfwGetWindowPos(window_, &place.x, &place.y);
    close();
    // The size is already the monitor's.
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_FALSE);
    return open(place);
}

}  // namespace miraimap::gui
