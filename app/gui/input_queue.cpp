// SPDX-License-Identifier: MIT
#include "app/gui/input_queue.hpp"

#include <GLFW/glfw3.h>
#include <imgui_impl_glfw.h>

namespace miraimap::gui {

InputQueue::InputQueue(GLFWwindow* window) : window_(window) {
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        static_cast<InputQueue*>(glfwGetWindowUserPointer(w))
            ->events_.push_back({false, key, scancode, action, mods, 0});
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned code_point) {
        static_cast<InputQueue*>(glfwGetWindowUserPointer(w))
            ->events_.push_back({true, 0, 0, 0, 0, code_point});
    });
    glfwSetMouseButtonCallback(window, ImGui_ImplGlfw_MouseButtonCallback);
    glfwSetScrollCallback(window, ImGui_ImplGlfw_ScrollCallback);
    glfwSetWindowFocusCallback(window, ImGui_ImplGlfw_WindowFocusCallback);
    glfwSetCursorEnterCallback(window, ImGui_ImplGlfw_CursorEnterCallback);
    glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** files) {
        static_cast<InputQueue*>(glfwGetWindowUserPointer(w))
            ->dropped_.insert(static_cast<InputQueue*>(glfwGetWindowUserPointer(w))->dropped_.end(),
                              files, files + count);
    });
    glfwSetMonitorCallback(ImGui_ImplGlfw_MonitorCallback);
}

InputQueue::~InputQueue() {
    glfwSetKeyCallback(window_, nullptr);
    glfwSetCharCallback(window_, nullptr);
    glfwSetMouseButtonCallback(window_, nullptr);
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
    while (!events_.empty()) {
        const Event event = events_.front();
        // Dear ImGui must see a key down in a frame before it or its modifier goes up, and takes
        // keys before letters within a frame.
        const bool up = event.action == GLFW_RELEASE;
        if (!event.letter && (up ? pressed : released || letters)) {
            return true;
        }
        events_.pop_front();
        if (event.letter) {
            letters = true;
            ImGui_ImplGlfw_CharCallback(window_, event.code_point);
        } else {
            pressed |= !up;
            released |= up;
            ImGui_ImplGlfw_KeyCallback(window_, event.key, event.scancode, event.action,
                                       event.mods);
        }
    }
    return false;
}

}  // namespace miraimap::gui
