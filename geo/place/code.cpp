// SPDX-License-Identifier: MIT
#include "geo/place/code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "geo/place/normal_form.hpp"

namespace miraimap {
namespace {

constexpr std::size_t code_digits = 5;
constexpr std::size_t most_digits = 7;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Six digits: five and a check digit.
CodeReading with_check_digit(std::string_view six) {
    CodeReading reading;
    reading.code = six.substr(0, code_digits);
    reading.check_digit_ok = check_digit(reading.code) == six[code_digits] - '0';
    reading.findings.push_back(reading.check_digit_ok ? code_check_digit_removed
                                                      : code_check_digit_wrong);
    return reading;
}

CodeReading with_lost_zero(CodeReading reading) {
    reading.findings.insert(reading.findings.begin(), code_lost_leading_zero);
    return reading;
}

/// Seven digits: five and two for a sub-area.
CodeReading with_area_digits(std::string_view seven) {
    return {std::string(seven.substr(0, code_digits)), {code_area_digits_removed}};
}

}  // namespace

bool CodeReading::has(std::string_view finding) const {
    return std::find(findings.begin(), findings.end(), finding) != findings.end();
}

int check_digit(std::string_view code) {
    assert(code.size() == code_digits);
    int sum = 0;
    int weight = 6;
    for (const char c : code) {
        assert(c >= '0' && c <= '9');
        sum += weight-- * (c - '0');
    }
    // A sum below eleven is its own remainder, so the rule's two cases are one.
    return (11 - sum % 11) % 10;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char32_t c : written_form(text).text) {
        if (!is_digit(c) || digits.size() == most_digits) {
            return {};
        }
        digits += static_cast<char>(c);
    }
    return digits;
}

std::vector<CodeReading> code_readings(std::string_view digits) {
    const std::string zero = "0" + std::string(digits);
    std::vector<CodeReading> readings;
    switch (digits.size()) {
        case 1:
            readings.push_back(with_lost_zero({zero + "000", {}}));
            break;
        case 2:
            readings.push_back({std::string(digits) + "000", {}});
            break;
        case 4:
            readings.push_back(with_lost_zero({zero, {}}));
            break;
        case 5: {
            readings.push_back({std::string(digits), {}});
            CodeReading six = with_lost_zero(with_check_digit(zero));
            if (six.check_digit_ok) {
                readings.push_back(std::move(six));
            }
            break;
        }
        case 6:
            readings.push_back(with_check_digit(digits));
            readings.push_back(with_lost_zero(with_area_digits(zero)));
            break;
        case 7:
            readings.push_back(with_area_digits(digits));
            break;
        default:
            break;
    }
    return readings;
}

Text code_finding_text(std::string_view finding, std::string_view code) {
    const auto with_code = [&](std::string_view ja, std::string_view en) {
        return Text{fmt::format("{}（{}）", ja, finding), fmt::format("{} ({})", en, finding)};
    };
    if (finding == code_lost_leading_zero) {
        return with_code(fmt::format("先頭の0が落ちた{}と読んだ", code),
                         fmt::format("read as {} with its leading zero lost", code));
    }
    if (finding == code_check_digit_removed) {
        return with_code("末尾の検査数字を確かめて除いた",
                         "its check digit is right and was removed");
    }
    if (finding == code_check_digit_wrong) {
        return with_code(
            fmt::format("末尾の検査数字が{}と合わない（正しくは{}）", code, check_digit(code)),
            fmt::format("its check digit does not fit {} (it should be {})", code,
                        check_digit(code)));
    }
    if (finding == code_area_digits_removed) {
        return with_code("7桁の気象庁コードの先頭5桁を使った",
                         "the first five of seven digits (a JMA area code) were used");
    }
    assert(finding == code_unknown);
    return with_code("この番号の団体は収録データにない",
                     "no body has this code in the boundary set");
}

}  // namespace miraimap
