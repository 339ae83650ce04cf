// SPDX-License-Identifier: MIT
// The system's window with its OpenGL context, and all that lives and dies with it.
//
// Promises: what a driver takes away (a lost context) can be made again: replace() opens a second
// window of the same size and place and lets the first one go; Dear ImGui's own state stays.
// Does not: know panels or the map's state; fonts and shapes are handed over again by the caller.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/gui/input_queue.hpp"
#include "app/gui/map_painter.hpp"

struct GLFWwindow;

namespace miraimap::gui {

class Screen {
public:
    /// Opens the window; `problem` says what is missing if it could not. At most one object.
    /// @param width_px, height_px  at the monitor's scale 1; at most what it has room for
    Screen(int width_px, int height_px);
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    Screen(Screen&&) = delete;
    Screen& operator=(Screen&&) = delete;

    /// Empty if the window is there, else why not: nothing but this may then be asked.
    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] GLFWwindow* window() const { return window_; }
    [[nodiscard]] InputQueue& input() { return *input_; }
    [[nodiscard]] MapPainter& painter() { return *painter_; }
    /// What the painter's shapes have to be made for; the same for as long as this lives.
    [[nodiscard]] DrawnBy drawn_by() const { return drawn_by_.value_or(DrawnBy::card); }
    /// The driver reset the graphics card: nothing that is drawn arrives any more.
    [[nodiscard]] bool lost() const;
    /// Another window and context in place of this one. The painter is empty and the fonts' texture
    /// is gone. @returns false if there is none to be had; see problem()
    bool replace();

private:
    struct Place {
        int width_px, height_px;
        int x, y;
        bool known;
    };
    bool open(const Place& place);
    void close();

    GLFWwindow* window_ = nullptr;
    bool tells_resets_ = false;
    std::optional<DrawnBy> drawn_by_;
    std::string problem_;
    std::unique_ptr<InputQueue> input_;
    std::unique_ptr<MapPainter> painter_;
};

}  // namespace miraimap::gui
