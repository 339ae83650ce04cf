// SPDX-License-Identifier: MIT
#include "app/gui/input_queue.hpp"

#include <GLFW/glfw3.h>
#include <imgui_impl_glfw.h>

namespace miraimap::gui {
namespace {

/// Beyond the five buttons of Dear ImGui; the tenth of X.
constexpr int unused_button = GLFW_MOUSE_BUTTON_6;

/// A key that a text field knows by its letter alone.
bool is_typed(int key, int mods) {
    constexpr int combined = GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
    return key >= GLFW_KEY_SPACE && key <= GLFW_KEY_GRAVE_ACCENT && (mods & combined) == 0;
}

}  // namespace

InputQueue::InputQueue(GLFWwindow* window) : window_(window) {
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        stirred(w).events_.push_back({false, key, scancode, action, mods, 0});
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned code_point) {
        stirred(w).events_.push_back({true, 0, 0, 0, 0, code_point});
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
        if (button == unused_button) {
            stirred(w).marks_ += action == GLFW_RELEASE ? 1 : 0;
        } else {
            stirred(w);
            ImGui_ImplGlfw_MouseButtonCallback(w, button, action, mods);
        }
    });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { stirred(w); });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
        stirred(w);
        ImGui_ImplGlfw_ScrollCallback(w, x, y);
    });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
        stirred(w);
        ImGui_ImplGlfw_WindowFocusCallback(w, focused);
    });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
        stirred(w);
        ImGui_ImplGlfw_CursorEnterCallback(w, entered);
    });
    glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** files) {
        std::vector<std::string>& dropped = stirred(w).dropped_;
        dropped.insert(dropped.end(), files, files + count);
    });
    glfwSetMonitorCallback(ImGui_ImplGlfw_MonitorCallback);
}

/// The queue of a window, which has just been stirred.
InputQueue& InputQueue::stirred(GLFWwindow* window) {
    InputQueue& queue = *static_cast<InputQueue*>(glfwGetWindowUserPointer(window));
    queue.stirred_ = true;
    return queue;
}

InputQueue::~InputQueue() {
    glfwSetKeyCallback(window_, nullptr);
    glfwSetCharCallback(window_, nullptr);
    glfwSetMouseButtonCallback(window_, nullptr);
    glfwSetCursorPosCallback(window_, nullptr);
    glfwSetScrollCallback(window_, nullptr);
    glfwSetWindowFocusCallback(window_, nullptr);
    glfwSetCursorEnterCallback(window_, nullptr);
    glfwSetDropCallback(window_, nullptr);
    glfwSetMonitorCallback(nullptr);
}

bool InputQueue::feed() {
    bool pressed = false;
    bool released = false;
    bool letters = false;
    const bool typing = ImGui::GetIO().WantTextInput;
    while (!events_.empty()) {
        const Event event = events_.front();
        // Dear ImGui must see a key down in a frame before it or its modifier goes up, and takes
        // keys before letters within a frame.
        const bool up = event.action == GLFW_RELEASE;
        // Of letters a text field takes any number at once, however slow frames are.
        const bool free = event.letter || (typing && is_typed(event.key, event.mods));
        if (!free && (up ? pressed : released || letters)) {
            return true;
        }
        events_.pop_front();
        if (event.letter) {
            letters = true;
            ImGui_ImplGlfw_CharCallback(window_, event.code_point);
        } else {
            pressed |= !free && !up;
            released |= !free && up;
            ImGui_ImplGlfw_KeyCallback(window_, event.key, event.scancode, event.action,
                                       event.mods);
        }
    }
    return false;
}

}  // namespace miraimap::gui
