// SPDX-License-Identifier: MIT
#include "app/print/svg_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstddef>
#include <map>
#include <string_view>

#include "geo/visible_text.hpp"

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

/// Characters that XML 1.0 forbids, even as references, become U+FFFD.
std::string escaped(const std::string& words) {
    constexpr std::string_view first_non_character = "\xEF\xBF\xBE";  // U+FFFE
    constexpr std::string_view other_non_character = "\xEF\xBF\xBF";  // U+FFFF
    std::string xml;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char c = words[i];
        const std::string_view rest = std::string_view(words).substr(i);
        const bool control =
            static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
        if (control) {
            xml += replacement_character;
            continue;
        }
        if (rest.starts_with(first_non_character) || rest.starts_with(other_non_character)) {
            xml += replacement_character;
            i += first_non_character.size() - 1;
            continue;
        }
        switch (c) {
            case '&':
                xml += "&amp;";
                break;
            case '<':
                xml += "&lt;";
                break;
            case '>':
                xml += "&gt;";
                break;
            default:
                xml += c;
        }
    }
    return xml;
}

std::string colour_attributes(const char* name, Colour c) {
    std::string xml = fmt::format(R"( {}="#{:02x}{:02x}{:02x}")", name, c.r, c.g, c.b);
    if (c.a < 255) {
        xml += fmt::format(R"( {}-opacity="{:.2f}")", name, c.a / 255.0);
    }
    return xml;
}

std::string text_element(const PlacedText& text) {
    std::string xml = fmt::format(R"(<text x="{:.2f}" y="{:.2f}" font-size="{:.2f}")", text.x_px,
                                  text.baseline_px, text.size_px);
    xml += fmt::format(R"( textLength="{:.2f}")", text.width_px);
    if (text.bold) {
        xml += R"( font-weight="bold")";
    }
    xml += colour_attributes("fill", text.colour);
    if (text.halo_px > 0) {
        xml += colour_attributes("stroke", text.halo);
        xml += fmt::format(R"( stroke-width="{:.2f}")", 2 * text.halo_px);
    }
    return xml + ">" + escaped(text.words) + "</text>\n";
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

std::string finish_svg(const std::string& svg, const SvgFrame& frame,
                       const std::vector<PlacedText>& texts) {
    const std::size_t root = svg.find("<svg ");
    const std::size_t root_end = svg.find('>', root);
    const std::size_t end = svg.rfind("</svg>");
    if (root == std::string::npos || root_end == std::string::npos || end == std::string::npos) {
        return svg;
    }
    std::string opening = svg.substr(root, root_end + 1 - root);
    if (frame.width_mm > 0) {
        const std::size_t from = opening.find("width=\"");
        const std::size_t to = opening.find("viewBox");
        opening.replace(
            from, to - from,
            fmt::format(R"(width="{:.6g}mm" height="{:.6g}mm" )", frame.width_mm, frame.height_mm));
    }
    const std::string lang = frame.lang == Lang::ja ? "ja" : "en";
    opening.insert(opening.size() - 1, " xml:lang=\"" + lang + "\"");
    opening += "\n<title>" + escaped(frame.title) + "</title>\n<desc>" +
               escaped(frame.description) + "</desc>";
    // Han characters take their Japanese form in every language of the page.
    std::string layer =
        R"(<g xml:lang="ja" font-family="'Noto Sans CJK JP', 'Noto Sans JP', sans-serif")"
        R"( paint-order="stroke" stroke-linejoin="round">)"
        "\n";
    for (const PlacedText& text : texts) {
        layer += text_element(text);
    }
    layer += "</g>\n";
    return svg.substr(0, root) + opening + svg.substr(root_end + 1, end - root_end - 1) + layer +
           svg.substr(end);
}

}  // namespace miraimap
