// SPDX-License-Identifier: MIT
// Words a person reads, in the two languages of the product.
//
// Promises: both languages stand side by side, so no message can exist in one only.
// Does not: choose a language; the caller at the edge (command line, window) does.
#pragma once

#include <string>

namespace miraimap {

/// Language of everything a person reads. Codes and identifiers never change with it.
enum class Lang { ja, en };

/// One text in both languages (UTF-8).
struct Text {
    std::string ja;
    std::string en;

    [[nodiscard]] const std::string& in(Lang lang) const { return lang == Lang::ja ? ja : en; }
    friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace miraimap
