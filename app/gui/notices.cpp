// SPDX-License-Identifier: MIT
#include "app/gui/notices.hpp"

#include <algorithm>
#include <utility>

#include "app/gui/app_state.hpp"
#include "app/gui/utf8.hpp"

namespace miraimap::gui {
namespace {

constexpr std::size_t most_notices = 3;
constexpr double shortest_s = 4;
constexpr double longest_s = 15;
constexpr double of_a_letter_s = 0.09;
/// Of a topic, e.g. a size: one glance.
constexpr double glance_s = 2;

bool same(const Notice& a, const Notice& b) {
    return a.problem == b.problem &&
           (a.topic.empty() ? a.text.ja == b.text.ja && a.text.en == b.text.en
                            : a.topic == b.topic);
}

}  // namespace

double reading_time_s(const Notice& notice) {
    if (!notice.topic.empty()) {
        return glance_s;
    }
    const auto letters = static_cast<double>(decode_utf8(notice.text.ja).size());
    return std::clamp(shortest_s + of_a_letter_s * letters, shortest_s, longest_s);
}

void show_notice(AppState& state, Notice notice) {
    ++state.notices_said;
    std::vector<Notice>& all = state.notices;
    const auto before = std::find_if(all.begin(), all.end(),
                                     [&](const Notice& other) { return same(other, notice); });
    if (before != all.end()) {
        notice.times = notice.topic.empty() ? before->times + 1 : 1;
        all.erase(before);
    }
    all.push_back(std::move(notice));
    if (all.size() > most_notices) {
        // Problems are kept as long as anything else can go.
        const auto first = std::find_if(all.begin(), all.end() - 1,
                                        [](const Notice& other) { return !other.problem; });
        all.erase(first == all.end() - 1 ? all.begin() : first);
    }
}

bool update_notices(AppState& state, double now_s) {
    bool fading = false;
    for (Notice& notice : state.notices) {
        if (!notice.problem && notice.file.empty() && !notice.until_s) {
            notice.until_s = now_s + reading_time_s(notice);
        }
        fading = fading || (notice.until_s && now_s >= *notice.until_s);
    }
    std::erase_if(state.notices, [&](const Notice& notice) {
        return notice.until_s && now_s >= *notice.until_s + notice_fade_s;
    });
    return fading;
}

std::optional<double> notice_due_s(const AppState& state, double now_s) {
    std::optional<double> due_s;
    for (const Notice& notice : state.notices) {
        if (notice.until_s) {
            const double left_s = std::max(*notice.until_s - now_s, 0.0);
            due_s = std::min(due_s.value_or(left_s), left_s);
        }
    }
    return due_s;
}

}  // namespace miraimap::gui
