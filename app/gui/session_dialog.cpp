// SPDX-License-Identifier: MIT
// Dialogs of sessions: open, save as, and what differs in a file.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace fs = std::filesystem;

namespace {

constexpr ImGuiWindowFlags dialog_flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                          ImGuiWindowFlags_NoSavedSettings |
                                          ImGuiWindowFlags_AlwaysAutoResize;

/// A dialog in the middle of the window; `content` draws it at a width and returns false to close.
template <typename Content>
bool modal(const Ui& ui, const char* id, const Content& content) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(ui.px(560), screen.x - ui.px(60));
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(22), ui.px(20)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    bool open = true;
    if (ImGui::BeginPopupModal(id, nullptr, dialog_flags)) {
        open =
            content(width - ui.px(44)) && !ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));
        if (!open) {
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(3);
    return open;
}

bool name_field(const Ui& ui, float width) {
    SessionState& session = ui.state.session;
    const float height = ui.px(36);
    ImGui::PushFont(ui.font(FontUse::small));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        ImVec2(ui.px(12), (height - ui.font(FontUse::small)->FontSize) / 2));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::SetNextItemWidth(width);
    if (ImGui::IsWindowAppearing()) {
        ImGui::SetKeyboardFocusHere();
    }
    const bool entered =
        ImGui::InputText("##session-file", session.typed.data(), session.typed.size(),
                         ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    ui.probe("session-file");
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
    return entered;
}

void set_typed(SessionState& session, const std::string& text) {
    session.typed.fill('\0');
    std::copy_n(text.begin(), std::min(text.size(), session.typed.size() - 1),
                session.typed.begin());
}

/// The files used last; one click opens. True if one was clicked.
bool recent_rows(const Ui& ui, float width) {
    SessionState& session = ui.state.session;
    if (session.recent.empty()) {
        return false;
    }
    space(ui, 8);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::session_recent));
    for (std::size_t i = 0; i < session.recent.size(); ++i) {
        const std::string id = fmt::format("recent-{}", i);
        const std::string shown =
            shorten(ui, FontUse::small, session.recent[i].string(), width - ui.px(20));
        if (link_button(ui, id, shown)) {
            set_typed(session, session.recent[i].string());
            return true;
        }
    }
    return false;
}

bool file_dialog(const Ui& ui, float width) {
    SessionState& session = ui.state.session;
    const bool opening = session.dialog == SessionDialog::open;
    text_in(ui, FontUse::body_bold, ui.colours.text,
            ui.tr(opening ? T::session_open_title : T::session_save_title));
    text_in(ui, FontUse::small, ui.colours.text_muted,
            ui.tr(opening ? T::session_open_hint : T::session_save_hint), width);
    space(ui, 6);
    bool done = name_field(ui, width);
    fs::path file(session.typed.data());
    if (!opening && !file.empty() && file.extension() != session_ending) {
        file += session_ending;
    }
    std::error_code problem;
    const bool there = fs::is_regular_file(file, problem);
    if (!opening && there) {
        text_in(ui, FontUse::small, ui.colours.warn, ui.tr(T::export_exists), width);
    }
    if (opening && recent_rows(ui, width)) {
        done = true;
        file = session.typed.data();
    }
    space(ui, 10);
    done = primary_button(ui, "session-go", ui.tr(opening ? T::session_open : T::session_save),
                          nullptr, !file.empty()) ||
           done;
    ImGui::SameLine(0, ui.px(12));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(3));
    const bool cancelled = link_button(ui, "session-cancel", ui.tr(T::cancel));
    if (done && !file.empty()) {
        (opening ? session.open_wanted : session.save_wanted) = fs::absolute(file);
        return false;
    }
    return !cancelled;
}

bool offer_dialog(const Ui& ui, float width) {
    SessionState& session = ui.state.session;
    const SessionOffer& offer = *session.offer;
    text_in(ui, FontUse::body_bold, ui.colours.text,
            ui.tr(offer.recovered ? T::session_recover_title : T::session_differs_title));
    text_in(ui, FontUse::small, ui.colours.text_muted,
            offer.recovered ? std::string(ui.tr(T::session_recover_hint))
                            : fill(T::session_differs_hint, ui.lang(), offer.file.string()),
            width);
    if (!offer.reading.findings.empty()) {
        space(ui, 6);
        const float height = std::min(ui.px(220), ImGui::GetIO().DisplaySize.y * 0.4F);
        ImGui::BeginChild("##differences", {width, height}, true);
        for (const Finding& finding : offer.reading.findings) {
            text_in(ui, FontUse::small_bold,
                    finding.severity == Severity::error ? ui.colours.bad : ui.colours.warn,
                    finding.where, width - ui.px(30));
            text_in(ui, FontUse::small, ui.colours.text, finding.text.in(ui.lang()),
                    width - ui.px(30));
        }
        ImGui::EndChild();
    }
    space(ui, 10);
    session.offer_taken = primary_button(
        ui, "offer-take", ui.tr(offer.recovered ? T::session_recover : T::session_keep_rest));
    ImGui::SameLine(0, ui.px(12));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(3));
    session.offer_declined =
        link_button(ui, "offer-decline", ui.tr(offer.recovered ? T::session_discard : T::cancel));
    return !session.offer_taken && !session.offer_declined;
}

}  // namespace

void session_dialogs(const Ui& ui) {
    SessionState& session = ui.state.session;
    if (session.dialog_wanted != SessionDialog::none) {
        session.dialog = std::exchange(session.dialog_wanted, SessionDialog::none);
        std::error_code ignored;
        const fs::path usual = session.file.empty() ? fs::current_path(ignored) /
                                                          ("miraimap" + std::string(session_ending))
                                                    : session.file;
        set_typed(session, session.dialog == SessionDialog::save ? usual.string() : std::string());
        ImGui::OpenPopup("##session");
    }
    if (session.dialog != SessionDialog::none &&
        !modal(ui, "##session", [&](float width) { return file_dialog(ui, width); })) {
        session.dialog = SessionDialog::none;
    }
    if (!session.offer || ui.state.step == LoadStep::reading) {
        return;
    }
    if (session.offer_open) {
        session.offer_open = false;
        ImGui::OpenPopup("##offer");
    }
    if (!session.offer_taken &&
        !modal(ui, "##offer", [&](float width) { return offer_dialog(ui, width); })) {
        session.offer_declined = !session.offer_taken;
    }
}

}  // namespace miraimap::gui
