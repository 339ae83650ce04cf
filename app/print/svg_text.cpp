// SPDX-License-Identifier: MIT
#include "app/print/svg_text.hpp"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <map>
#include <string_view>

namespace miraimap {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool in_number(char c) { return is_digit(c) || c == '.' || c == '-'; }

void append_shortened(std::string_view number, std::string& out) {
    double value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc() || end != number.data() + number.size() || std::abs(value) > 1e9) {
        out += number;
        return;
    }
    const long long hundredths = std::llround(value * 100);
    const long long size = std::abs(hundredths);
    if (hundredths < 0) {
        out += '-';
    }
    out += std::to_string(size / 100);
    if (size % 100 != 0) {
        out += '.';
        out += static_cast<char>('0' + size % 100 / 10);
        if (size % 10 != 0) {
            out += static_cast<char>('0' + size % 10);
        }
    }
}

}  // namespace

std::string renumber_surfaces(const std::string& svg) {
    const std::string_view word = "surface";
    std::map<std::string, std::size_t> numbers;
    std::string result;
    result.reserve(svg.size());
    std::size_t copied = 0;
    for (std::size_t at = svg.find(word); at != std::string::npos; at = svg.find(word, at)) {
        const std::size_t first = at + word.size();
        std::size_t last = first;
        while (last < svg.size() && is_digit(svg[last])) {
            ++last;
        }
        const bool is_id = last > first && at > 0 && (svg[at - 1] == '"' || svg[at - 1] == '#');
        if (is_id) {
            const auto [it, added] =
                numbers.emplace(svg.substr(first, last - first), numbers.size() + 1);
            result.append(svg, copied, first - copied);
            result += std::to_string(it->second);
            copied = last;
        }
        at = last;
    }
    result.append(svg, copied);
    return result;
}

std::string shorten_paths(const std::string& svg) {
    const std::string_view opening = " d=\"";
    std::string result;
    result.reserve(svg.size());
    std::size_t copied = 0;
    for (std::size_t at = svg.find(opening); at != std::string::npos;
         at = svg.find(opening, copied)) {
        std::size_t i = at + opening.size();
        result.append(svg, copied, i - copied);
        while (i < svg.size() && svg[i] != '"') {
            if (!in_number(svg[i])) {
                result += svg[i++];
                continue;
            }
            std::size_t end = i + 1;
            while (end < svg.size() && in_number(svg[end])) {
                ++end;
            }
            append_shortened(std::string_view(svg).substr(i, end - i), result);
            i = end;
        }
        copied = i;
    }
    result.append(svg, copied);
    return result;
}

}  // namespace miraimap
