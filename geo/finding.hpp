// SPDX-License-Identifier: MIT
// What is wrong, or merely worth knowing, in the data: values, never exceptions.
//
// Promises: `code` is stable across versions and safe to match in scripts
// (e.g. `name-ambiguous`, `code-lost-leading-zero`, `ring-self-intersection`).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/text.hpp"

namespace miraimap {

enum class Severity {
    note,     ///< true and worth knowing (e.g. a spelling was inferred)
    warning,  ///< usable, but look at it
    error,    ///< the data is wrong; `check` and readers end with exit code 1
};

struct Finding {
    Severity severity = Severity::note;
    std::string code;   ///< stable kebab-case identifier
    std::string where;  ///< file:line, layer/feature id, or table row id
    Text text;          ///< what is wrong, with the value
};

using Findings = std::vector<Finding>;

/// Adds them at the end, in their order.
void append(Findings& all, Findings more);

/// "note" | "warning" | "error" in the given language.
const std::string& severity_name(Severity severity, Lang lang);

/// What a code says for people: `name-ambiguous` -> 名前があいまい / ambiguous name. A code without
/// a name stands for itself.
Text finding_name(std::string_view code);

/// One printed line: `error name-ambiguous mirai.csv:12: …`.
std::string to_line(const Finding& finding, Lang lang);

/// True if any finding is an error.
bool has_error(const Findings& findings);

}  // namespace miraimap
