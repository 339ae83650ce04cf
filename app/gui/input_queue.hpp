// SPDX-License-Identifier: MIT
// Keys and letters in the order they came, handed to Dear ImGui so that none is lost.
//
// Dear ImGui 1.86 reads keys as states once a frame: a key that goes down and up between two frames
// is never seen. So events are queued, and a key that goes up waits for the frame after the one in
// which a key went down; keys that only type letters into a field need not be seen.
// Promises: order is kept; mouse events pass through at once.
#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

struct GLFWwindow;

namespace miraimap::gui {

class InputQueue {
public:
    /// Installs the callbacks; Dear ImGui's own must not be installed. One window only.
    explicit InputQueue(GLFWwindow* window);
    ~InputQueue();
    InputQueue(const InputQueue&) = delete;
    InputQueue& operator=(const InputQueue&) = delete;
    InputQueue(InputQueue&&) = delete;
    InputQueue& operator=(InputQueue&&) = delete;

    /// Hands over what fits into one frame; call right before the frame begins.
    /// @returns true if something waits for another frame
    bool feed();
    /// Whether keyboard, mouse or window manager did anything since the last call.
    bool take_stirred() { return std::exchange(stirred_, false); }
    /// How often a mouse button was let go that nothing in the window listens to. Tests press it
    /// after their input: what comes from one hand comes in order.
    [[nodiscard]] long long marks() const { return marks_; }
    /// Files dropped on the window since the last call.
    std::vector<std::string> take_dropped() { return std::exchange(dropped_, {}); }

private:
    struct Event {
        bool letter = false;
        int key = 0;
        int scancode = 0;
        int action = 0;
        int mods = 0;
        unsigned code_point = 0;
    };
    static InputQueue& stirred(GLFWwindow* window);

    GLFWwindow* window_;
    std::deque<Event> events_;
    std::vector<std::string> dropped_;
    bool stirred_ = false;
    long long marks_ = 0;
};

}  // namespace miraimap::gui
