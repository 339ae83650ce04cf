// SPDX-License-Identifier: MIT
#include "app/print/pdf_language.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstddef>
#include <optional>
#include <string_view>

namespace miraimap {

namespace {

/// The number behind the last `key` of a text.
std::optional<std::size_t> number_after(std::string_view text, std::string_view key) {
    const std::size_t at = text.rfind(key);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    std::size_t from = at + key.size();
    while (from < text.size() && (text[from] == ' ' || text[from] == '\n')) {
        ++from;
    }
    std::size_t number = 0;
    const auto [end, error] =
        std::from_chars(text.data() + from, text.data() + text.size(), number);
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string with_language(const std::string& pdf, Lang lang) {
    const std::size_t trailer = pdf.rfind("trailer");
    if (trailer == std::string::npos) {
        return pdf;
    }
    const std::string_view end = std::string_view(pdf).substr(trailer);
    const auto root = number_after(end, "/Root");
    const auto info = number_after(end, "/Info");
    const auto size = number_after(end, "/Size");
    const auto previous = number_after(end, "startxref");
    if (!root || !info || !size || !previous) {
        return pdf;
    }
    const std::string opening = fmt::format("\n{} 0 obj\n", *root);
    const std::size_t object = pdf.rfind(opening);
    const std::size_t close = pdf.find(">>\nendobj\n", object);
    if (object == std::string::npos || close == std::string::npos || close > trailer) {
        return pdf;
    }
    std::string result = pdf;
    const std::size_t place = result.size();
    result += pdf.substr(object + 1, close - object - 1);
    result += fmt::format("   /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>\n",
                          lang == Lang::ja ? "ja" : "en");
    result += ">>\nendobj\n";
    const std::size_t table = result.size();
    result += fmt::format("xref\n{} 1\n{:010} 00000 n \n", *root, place);
    result +=
        fmt::format("trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\n",
                    *size, *root, *info, *previous);
    result += fmt::format("startxref\n{}\n%%EOF\n", table);
    return result;
}

}  // namespace miraimap
