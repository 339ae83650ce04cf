// SPDX-License-Identifier: MIT
// Which pieces of evidence the reader has opened.
#pragma once

#include <set>
#include <string>

namespace miraimap::gui {

struct EvidenceState {
    std::set<std::string> open;  ///< ids of unfolded parts, e.g. "source:mirai-H30-2"

    [[nodiscard]] bool is_open(const std::string& id) const { return open.contains(id); }
    void toggle(const std::string& id) {
        if (!open.erase(id)) {
            open.insert(id);
        }
    }
};

}  // namespace miraimap::gui
