// SPDX-License-Identifier: MIT
#include "app/gui/view_history.hpp"

#include <cmath>

namespace miraimap::gui {
namespace {

constexpr double still_s = 0.3;
constexpr std::size_t longest = 100;

}  // namespace

bool same_place(const ViewPlace& a, const ViewPlace& b) {
    if (a.layout != b.layout) {
        return false;
    }
    if (a.home || b.home) {
        return a.home == b.home;
    }
    constexpr double scale_tolerance = 1e-6;
    const double tolerance_m = 0.01 * a.metres_per_px;
    return std::abs(a.metres_per_px / b.metres_per_px - 1) < scale_tolerance &&
           std::abs(a.centre.x_m - b.centre.x_m) < tolerance_m &&
           std::abs(a.centre.y_m - b.centre.y_m) < tolerance_m;
}

bool ViewHistory::is_on_the_way() const {
    return last_ && settled_ && !same_place(*last_, *settled_);
}

void ViewHistory::settle() {
    if (!is_on_the_way()) {
        return;
    }
    back_.push_back(*settled_);
    if (back_.size() > longest) {
        back_.erase(back_.begin());
    }
    settled_ = last_;
}

void ViewHistory::observe(const ViewPlace& shown, double now_s, bool jumped) {
    if (!last_) {
        last_ = settled_ = shown;
        changed_s_ = now_s;
        return;
    }
    if (same_place(shown, *last_)) {
        last_ = shown;
        return;
    }
    // Whoever jumps has come to the end of where the hand was going.
    if (jumped || now_s - changed_s_ >= still_s) {
        settle();
    }
    forward_.clear();
    last_ = shown;
    changed_s_ = now_s;
    if (jumped) {
        settle();
    }
}

std::optional<ViewPlace> ViewHistory::back(const ViewPlace& shown) {
    std::optional<ViewPlace> target;
    if (settled_ && !same_place(shown, *settled_)) {
        forward_.clear();
        target = settled_;
    } else if (!back_.empty()) {
        target = back_.back();
        back_.pop_back();
    }
    if (target) {
        forward_.push_back(shown);
        last_ = settled_ = target;
    }
    return target;
}

std::optional<ViewPlace> ViewHistory::forward(const ViewPlace& shown) {
    if (!has_forward()) {
        return std::nullopt;
    }
    const ViewPlace target = forward_.back();
    forward_.pop_back();
    back_.push_back(shown);
    last_ = settled_ = target;
    return target;
}

}  // namespace miraimap::gui
