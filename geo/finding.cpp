// SPDX-License-Identifier: MIT
#include "geo/finding.hpp"

#include <algorithm>
#include <array>

namespace miraimap {

const std::string& severity_name(Severity severity, Lang lang) {
    static const std::array<Text, 3> names{Text{"注記", "note"}, Text{"警告", "warning"},
                                           Text{"誤り", "error"}};
    return names.at(static_cast<std::size_t>(severity)).in(lang);
}

std::string to_line(const Finding& finding, Lang lang) {
    std::string line = severity_name(finding.severity, lang) + " " + finding.code;
    if (!finding.where.empty()) {
        line += " " + finding.where;
    }
    return line + ": " + finding.text.in(lang);
}

bool has_error(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.severity == Severity::error; });
}

}  // namespace miraimap
