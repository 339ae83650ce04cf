// SPDX-License-Identifier: MIT
// All panels over scripted frames, without a window and without OpenGL.
#pragma once

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>
#include <imgui.h>

#include <map>
#include <string>

#include "app/gui/shell.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {

/// Dear ImGui without backends.
class Stage {
public:
    /// @param scale  of the interface
    explicit Stage(AppState& state, float scale = 1) : state_(state), scale_(scale) {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        CodePoints code_points = interface_code_points();
        const CodePoints data = world_code_points(*state.loaded->world);
        code_points.insert(data.begin(), data.end());
        fonts_.build(*io.Fonts, code_points, scale);
        io.FontDefault = fonts_.font(FontUse::body);
        // As the backend of the real window maps them.
        for (const auto& [key, code] : {std::pair<ImGuiKey, int>{ImGuiKey_Tab, GLFW_KEY_TAB},
                                        {ImGuiKey_LeftArrow, GLFW_KEY_LEFT},
                                        {ImGuiKey_RightArrow, GLFW_KEY_RIGHT},
                                        {ImGuiKey_UpArrow, GLFW_KEY_UP},
                                        {ImGuiKey_DownArrow, GLFW_KEY_DOWN},
                                        {ImGuiKey_PageUp, GLFW_KEY_PAGE_UP},
                                        {ImGuiKey_PageDown, GLFW_KEY_PAGE_DOWN},
                                        {ImGuiKey_Home, GLFW_KEY_HOME},
                                        {ImGuiKey_End, GLFW_KEY_END},
                                        {ImGuiKey_Backspace, GLFW_KEY_BACKSPACE},
                                        {ImGuiKey_Space, GLFW_KEY_SPACE},
                                        {ImGuiKey_Enter, GLFW_KEY_ENTER},
                                        {ImGuiKey_Escape, GLFW_KEY_ESCAPE}}) {
            io.KeyMap[key] = code;
        }
    }
    ~Stage() { ImGui::DestroyContext(); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    Stage(Stage&&) = delete;
    Stage& operator=(Stage&&) = delete;

    /// One frame in a window of this many device pixels.
    void frame(float width_px, float height_px) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {width_px, height_px};
        io.DeltaTime = 0.02F;
        probes_.clear();
        apply_theme(state_.theme, scale_);
        ImGui::NewFrame();
        const Ui ui{state_, palette(state_.theme), fonts_, scale_, wishes_, &probes_};
        shell_.draw(ui);
        ImGui::Render();
    }
    /// Presses and releases the left button in the middle of a probe, with keys.
    void click(const std::string& id, float width_px, float height_px, bool ctrl = false,
               bool alt = false) {
        frame(width_px, height_px);
        frame(width_px, height_px);
        const auto probe = probes_.find(id);
        ASSERT_NE(probe, probes_.end()) << id;
        const ScreenRect at = probe->second;
        ImGuiIO& io = ImGui::GetIO();
        io.MousePos = {at.x + at.width / 2, at.y + at.height / 2};
        io.KeyCtrl = ctrl;
        io.KeyAlt = alt;
        for (const bool down : {false, true, false}) {
            io.MouseDown[0] = down;
            frame(width_px, height_px);
        }
        io.KeyCtrl = io.KeyAlt = false;
        io.MousePos = {-1, -1};
        frame(width_px, height_px);
    }
    [[nodiscard]] const std::map<std::string, ScreenRect>& probes() const { return probes_; }
    [[nodiscard]] const Wishes& wishes() const { return wishes_; }
    [[nodiscard]] const Scene& scene() const { return *shell_.scene(); }

private:
    AppState& state_;
    float scale_;
    FontSet fonts_;
    Shell shell_;
    Wishes wishes_;
    std::map<std::string, ScreenRect> probes_;
};

}  // namespace miraimap::gui
