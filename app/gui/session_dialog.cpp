// SPDX-License-Identifier: MIT
// Dialogs of sessions: open, save as, and what differs in a file.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/file_chooser.hpp"
#include "app/gui/key_ring.hpp"
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
    const float width = std::min(ui.px(640), screen.x - ui.px(60));
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(22), ui.px(20)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    bool open = true;
    if (ImGui::BeginPopupModal(id, nullptr, dialog_flags)) {
        open = content(width - ui.px(44));
        if (!open) {
            ImGui::CloseCurrentPopup();
        } else {
            open = !esc_closes_popup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(3);
    return open;
}

/// What the dialog can open; a session alone can be saved.
const std::vector<FileKind>& kinds_of(SessionDialog dialog) {
    static const std::vector<FileKind> saved{{text_of(T::file_kind_session), {".mmap"}},
                                             {text_of(T::file_kind_all), {}}};
    static const std::vector<FileKind> opened{
        {text_of(T::file_kind_session), {".mmap"}},
        {text_of(T::file_kind_boundaries),
         {".gpkg", ".shp", ".geojson", ".json", ".topojson", ".fgb"}},
        {text_of(T::file_kind_table), {".csv", ".tsv", ".txt"}},
        {text_of(T::file_kind_all), {}}};
    return dialog == SessionDialog::save ? saved : opened;
}

/// Folders of the files used last, each once.
std::vector<fs::path> recent_folders(const SessionState& session) {
    constexpr std::size_t most = 4;
    std::vector<fs::path> folders;
    for (const fs::path& file : session.recent) {
        const fs::path folder = file.parent_path();
        if (folders.size() < most &&
            std::find(folders.begin(), folders.end(), folder) == folders.end()) {
            folders.push_back(folder);
        }
    }
    return folders;
}

/// Work that was left behind and the files used last. @returns the one that was clicked
std::optional<fs::path> recent_rows(const Ui& ui, float width) {
    constexpr std::size_t most = 4;
    const SessionState& session = ui.state.session;
    std::optional<fs::path> clicked;
    const auto row = [&](const std::string& id, const std::string& label, const fs::path& file) {
        if (link_button(ui, id, shorten(ui, FontUse::small, label, width - ui.px(20)))) {
            clicked = file;
        }
    };
    if (!session.left.empty()) {
        text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::session_left));
    }
    for (std::size_t i = 0; i < std::min(session.left.size(), most); ++i) {
        row(fmt::format("left-{}", i),
            fill(T::session_saved_at, ui.lang(), session.left[i].saved.in(ui.lang())),
            session.left[i].file);
    }
    if (!session.recent.empty()) {
        text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::session_recent));
    }
    for (std::size_t i = 0; i < std::min(session.recent.size(), most); ++i) {
        row(fmt::format("recent-{}", i), session.recent[i].string(), session.recent[i]);
    }
    return clicked;
}

/// The file as it would be saved: with the ending.
fs::path with_ending(fs::path file) {
    if (file.extension() != session_ending) {
        file += session_ending;
    }
    return file;
}

bool file_dialog(const Ui& ui, float width) {
    SessionState& session = ui.state.session;
    const bool opening = session.dialog == SessionDialog::open;
    text_in(ui, FontUse::body_bold, ui.colours.text,
            ui.tr(opening ? T::session_open_title : T::session_save_title));
    text_in(ui, FontUse::small, ui.colours.text_muted,
            ui.tr(opening ? T::session_open_hint : T::session_save_hint), width);
    std::optional<fs::path> meant = opening ? recent_rows(ui, width) : std::nullopt;
    space(ui, 4);
    const float height = std::clamp(ImGui::GetIO().DisplaySize.y * 0.3F, ui.px(90), ui.px(240));
    if (auto chosen = file_chooser(ui, session.files, kinds_of(session.dialog),
                                   recent_folders(session), "session-file", {width, height})) {
        meant = opening ? *chosen : with_ending(*chosen);
    }
    const std::string typed = session.files.typed.data();
    const bool named = !typed.empty() && !typed.ends_with('/');
    std::error_code problem;
    if (!opening && named && fs::is_regular_file(with_ending(path_of(typed)), problem)) {
        text_in(ui, FontUse::small, ui.colours.warn, ui.tr(T::export_exists), width);
    }
    space(ui, 6);
    const bool any = named || session.files.marked >= 0;
    if (primary_button(ui, "session-go", ui.tr(opening ? T::session_open : T::session_save),
                       nullptr, any)) {
        if (auto chosen = enter_path(session.files)) {
            meant = opening ? *chosen : with_ending(*chosen);
        }
    }
    ImGui::SameLine(0, ui.px(12));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(3));
    const bool cancelled = link_button(ui, "session-cancel", ui.tr(T::cancel));
    if (meant) {
        (opening ? session.open_wanted : session.save_wanted) = fs::absolute(*meant);
        return false;
    }
    return !cancelled;
}

/// When the work was saved and what it holds.
void what_was_left(const Ui& ui, const SessionOffer& offer, float width) {
    const Request& request = offer.reading.session.request;
    space(ui, 6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::Indent(ui.px(12));
    text_in(ui, FontUse::small_bold, ui.colours.text,
            fill(T::session_saved_at, ui.lang(), offer.saved.in(ui.lang())));
    text_in(ui, FontUse::small, ui.colours.text,
            fill(T::session_left_filter, ui.lang(), in_words(request.filter).in(ui.lang())),
            width - ui.px(12));
    if (!request.marked.empty()) {
        text_in(ui, FontUse::small, ui.colours.text,
                fill(T::session_left_chosen, ui.lang(),
                     with_commas(static_cast<long long>(request.marked.size()))));
    }
    ImGui::Unindent(ui.px(12));
    ImGui::GetWindowDrawList()->AddRectFilled(
        at, {at.x + ui.px(3), ImGui::GetCursorScreenPos().y - ui.px(4)}, ui.colours.accent);
}

/// A press beside the dialog.
bool pressed_beside() {
    const ImVec2 low = ImGui::GetWindowPos();
    const ImVec2 extent = ImGui::GetWindowSize();
    return ImGui::IsMouseClicked(0) && !ImGui::IsWindowAppearing() &&
           !ImGui::IsMouseHoveringRect(low, {low.x + extent.x, low.y + extent.y}, false);
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
    if (offer.recovered) {
        what_was_left(ui, offer, width);
    }
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
    const bool pressed = primary_button(
        ui, "offer-take", ui.tr(offer.recovered ? T::session_recover : T::session_keep_rest));
    const bool entered = !control_has_keyboard(ui.state.key_ring) &&
                         ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false);
    session.offer_taken = pressed || entered;
    ImGui::SameLine(0, ui.px(12));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(3));
    bool declined =
        link_button(ui, "offer-decline", ui.tr(offer.recovered ? T::session_later : T::cancel));
    if (offer.recovered) {
        ImGui::SameLine(0, ui.px(12));
        session.offer_discarded = link_button(ui, "offer-discard", ui.tr(T::session_discard));
        declined = declined || session.offer_discarded || pressed_beside();
    }
    session.offer_declined = declined && !session.offer_taken;
    return !session.offer_taken && !session.offer_declined;
}

}  // namespace

void session_dialogs(const Ui& ui) {
    SessionState& session = ui.state.session;
    if (session.dialog_wanted != SessionDialog::none) {
        session.dialog = std::exchange(session.dialog_wanted, SessionDialog::none);
        std::error_code ignored;
        const fs::path here = fs::current_path(ignored);
        const fs::path folder = !session.file.empty()     ? session.file.parent_path()
                                : !session.recent.empty() ? session.recent.front().parent_path()
                                                          : here;
        const fs::path usual =
            session.file.empty() ? here / ("miraimap" + std::string(session_ending)) : session.file;
        start_file_list(session.files, session.dialog == SessionDialog::save ? usual : folder / "");
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
