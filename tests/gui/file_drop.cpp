// SPDX-License-Identifier: MIT
#include "tests/gui/file_drop.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace miraimap::test {
namespace {

struct CloseDisplay {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

/// "file:///a%20b": everything but plain letters escaped.
std::string uri_of(const std::filesystem::path& file) {
    std::string uri = "file://";
    for (const char c : file.string()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '_';
        uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri + "\r\n";
}

class Dragger {
public:
    Dragger(Display* display, std::string uris)
        : display_(display),
          uris_(std::move(uris)),
          own_(XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0)),
          list_(atom("text/uri-list")) {
        XSetSelectionOwner(display_, atom("XdndSelection"), own_, CurrentTime);
    }

    /// The window on the screen that says it takes drops.
    [[nodiscard]] Window target() const {
        Window root = 0;
        Window parent = 0;
        Window* children = nullptr;
        unsigned count = 0;
        Window found = 0;
        XQueryTree(display_, DefaultRootWindow(display_), &root, &parent, &children, &count);
        for (unsigned i = 0; i < count && found == 0; ++i) {
            Atom type = 0;
            int format = 0;
            unsigned long items = 0;
            unsigned long rest = 0;
            unsigned char* value = nullptr;
            XGetWindowProperty(display_, children[i], atom("XdndAware"), 0, 1, False, XA_ATOM,
                               &type, &format, &items, &rest, &value);
            found = items > 0 ? children[i] : 0;
            XFree(value);
        }
        XFree(children);
        return found;
    }

    void tell(Window target, const char* what, std::array<long, 4> values) {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = target;
        event.xclient.message_type = atom(what);
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(own_);
        for (std::size_t i = 0; i < values.size(); ++i) {
            event.xclient.data.l[i + 1] = values[i];
        }
        XSendEvent(display_, target, False, NoEventMask, &event);
        XFlush(display_);
    }

    /// Answers requests for the file's name until a message comes; empty after the limit.
    std::optional<std::array<long, 5>> wait_for(const char* what) {
        constexpr int turns = 500;
        for (int i = 0; i < turns; ++i) {
            while (XPending(display_) > 0) {
                XEvent event{};
                XNextEvent(display_, &event);
                if (event.type == SelectionRequest) {
                    hand_over(event.xselectionrequest);
                } else if (event.type == ClientMessage &&
                           event.xclient.message_type == atom(what)) {
                    std::array<long, 5> values{};
                    std::copy_n(event.xclient.data.l, values.size(), values.begin());
                    return values;
                }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return std::nullopt;
    }

    [[nodiscard]] Atom atom(const char* name) const { return XInternAtom(display_, name, False); }
    [[nodiscard]] Atom list() const { return list_; }

private:
    void hand_over(const XSelectionRequestEvent& request) {
        XChangeProperty(display_, request.requestor, request.property, request.target, 8,
                        PropModeReplace, reinterpret_cast<const unsigned char*>(uris_.data()),
                        static_cast<int>(uris_.size()));
        XEvent answer{};
        answer.xselection.type = SelectionNotify;
        answer.xselection.requestor = request.requestor;
        answer.xselection.selection = request.selection;
        answer.xselection.target = request.target;
        answer.xselection.property = request.property;
        answer.xselection.time = request.time;
        XSendEvent(display_, request.requestor, False, NoEventMask, &answer);
        XFlush(display_);
    }

    Display* display_;
    std::string uris_;
    Window own_;
    Atom list_;
};

}  // namespace

std::string drop_file(const std::string& display, const std::filesystem::path& file, int x_px,
                      int y_px) {
    const std::unique_ptr<Display, CloseDisplay> connection(XOpenDisplay(display.c_str()));
    if (!connection) {
        return "no display " + display;
    }
    Dragger dragger(connection.get(), uri_of(file));
    const Window target = dragger.target();
    if (target == 0) {
        return "no window takes drops";
    }
    constexpr long version = 5;
    const long place = static_cast<long>(x_px) << 16 | y_px;
    dragger.tell(target, "XdndEnter", {version << 24, static_cast<long>(dragger.list()), 0, 0});
    dragger.tell(target, "XdndPosition",
                 {0, place, CurrentTime, static_cast<long>(dragger.atom("XdndActionCopy"))});
    const auto status = dragger.wait_for("XdndStatus");
    if (!status || ((*status)[1] & 1) == 0) {
        return "the window does not accept the file";
    }
    dragger.tell(target, "XdndDrop", {0, CurrentTime, 0, 0});
    return dragger.wait_for("XdndFinished") ? "" : "the window did not take the file";
}

}  // namespace miraimap::test
