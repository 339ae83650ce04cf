// SPDX-License-Identifier: MIT
#include "geo/place/area_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "geo/place/normal_form.hpp"

namespace miraimap {
namespace {

enum class Mark { text, space, opening, closing, middle, comma, hard };

struct Token {
    Mark mark = Mark::text;
    std::string_view text;
};

Mark mark_of(char32_t c) {
    constexpr std::u32string_view opening = U"（([［【「『〔〈《{｛｢";
    constexpr std::u32string_view closing = U"）)]］】」』〕〉》}｝｣";
    constexpr std::u32string_view middle = U"・･·‧•";
    constexpr std::u32string_view comma = U"、，,､\n\r";
    constexpr std::u32string_view hard = U"／/;；|｜＆&＋+";
    const auto in = [&](std::u32string_view set) {
        return set.find(c) != std::u32string_view::npos;
    };
    return in(opening)   ? Mark::opening
           : in(closing) ? Mark::closing
           : in(middle)  ? Mark::middle
           : in(comma)   ? Mark::comma
           : in(hard)    ? Mark::hard
           : is_space(c) ? Mark::space
                         : Mark::text;
}

/// Words that join members; no place name contains them.
std::size_t joining_word(std::string_view text) {
    for (const std::string_view word : {"及び", "および", "並びに", "ならびに"}) {
        if (text.starts_with(word)) {
            return word.size();
        }
    }
    return 0;
}

/// Length of the UTF-8 character a well-formed text begins with.
std::size_t character_length(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    return std::min<std::size_t>(text.size(), lead < 0x80   ? 1
                                              : lead < 0xE0 ? 2
                                              : lead < 0xF0 ? 3
                                                            : 4);
}

/// The next character, or joining word, with its mark.
Token next_token(std::string_view text) {
    if (const std::size_t word = joining_word(text)) {
        return {Mark::comma, text.substr(0, word)};
    }
    const std::string_view one = text.substr(0, character_length(text));
    return {mark_of(to_utf32(one).front()), one};
}

/// View from the start of one view to the end of another of the same text.
std::string_view span(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// Collects pieces while the text is walked through.
class Cutter {
public:
    void feed(const Token& token) {
        const char* const begin = token.text.data();
        const char* const end = begin + token.text.size();
        if (token.mark == Mark::opening) {
            if (depth_++ == 0) {
                start_at(begin);
                end_body(begin);
                bracket_ = end;
            }
        } else if (token.mark == Mark::closing && depth_ > 0) {
            if (--depth_ == 0) {
                close_bracket(begin, end);
            }
        } else if (depth_ > 0) {
            return;
        } else if (token.mark == Mark::text || token.mark == Mark::space) {
            if (body_ended_ && token.mark == Mark::text) {
                finish(begin, Separator::none, false);
            }
            start_at(begin);
            end_ = end;
        } else {
            // A closing bracket that was never opened ends a piece like a comma does.
            finish(begin, separator_of(token.mark), token.text == ",");
        }
    }

    std::vector<AreaPiece> finish_at(const char* end) {
        if (depth_ > 0) {
            close_bracket(end, end);
        }
        finish(end, Separator::none, false);
        return std::move(pieces_);
    }

private:
    static Separator separator_of(Mark mark) {
        return mark == Mark::middle ? Separator::middle
               : mark == Mark::hard ? Separator::hard
                                    : Separator::comma;
    }

    void start_at(const char* begin) { begin_ = begin_ == nullptr ? begin : begin_; }

    void end_body(const char* end) {
        if (!body_ended_) {
            piece_.body = trim_spaces(span(begin_, end));
            body_ended_ = true;
        }
    }

    void close_bracket(const char* content_end, const char* end) {
        piece_.brackets.push_back(trim_spaces(span(bracket_, content_end)));
        depth_ = 0;
        end_ = end;
    }

    void finish(const char* end, Separator next, bool latin_comma) {
        if (begin_ != nullptr) {
            end_body(end);
            piece_.printed = trim_spaces(span(begin_, end_));
            const bool says_something =
                !piece_.body.empty() ||
                std::any_of(piece_.brackets.begin(), piece_.brackets.end(),
                            [](std::string_view content) { return !content.empty(); });
            if (says_something) {
                pieces_.push_back(std::move(piece_));
            }
        }
        piece_ = {};
        piece_.before = next;
        piece_.latin_comma = latin_comma;
        begin_ = nullptr;
        end_ = nullptr;
        body_ended_ = false;
    }

    std::vector<AreaPiece> pieces_;
    AreaPiece piece_;
    int depth_ = 0;
    bool body_ended_ = false;
    const char* begin_ = nullptr;
    const char* end_ = nullptr;
    const char* bracket_ = nullptr;
};

}  // namespace

std::string_view trim_spaces(std::string_view text) {
    while (!text.empty() && next_token(text).mark != Mark::text &&
           is_space(to_utf32(next_token(text).text).front())) {
        text.remove_prefix(next_token(text).text.size());
    }
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) {
            --last;
        }
        if (!is_space(to_utf32(text.substr(last)).front())) {
            break;
        }
        text.remove_suffix(text.size() - last);
    }
    return text;
}

std::string_view view_across(std::string_view first, std::string_view last) {
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

std::string_view first_word(std::string_view text) {
    constexpr std::size_t longest = 64;  // bytes; longer than any name
    for (std::size_t i = 0; i < std::min(text.size(), longest);
         i += character_length(text.substr(i))) {
        if (is_space(to_utf32(text.substr(i, character_length(text.substr(i)))).front())) {
            return trim_spaces(text.substr(i)).empty() ? std::string_view{} : text.substr(0, i);
        }
    }
    return {};
}

std::vector<AreaPiece> cut_area_text(std::string_view text) {
    Cutter cutter;
    const char* const end = text.data() + text.size();
    while (!text.empty()) {
        const Token token = next_token(text);
        cutter.feed(token);
        text.remove_prefix(token.text.size());
    }
    return cutter.finish_at(end);
}

std::vector<std::string> cut_districts(std::string_view text) {
    std::vector<std::string> districts;
    int depth = 0;
    std::size_t begin = 0;
    std::size_t i = 0;
    const auto end_district = [&](std::size_t end) {
        const std::string_view district = trim_spaces(text.substr(begin, end - begin));
        if (!district.empty()) {
            districts.emplace_back(district);
        }
    };
    while (i < text.size()) {
        const Token token = next_token(text.substr(i));
        depth += token.mark == Mark::opening ? 1 : 0;
        depth -= token.mark == Mark::closing && depth > 0 ? 1 : 0;
        const bool cuts = token.mark == Mark::comma || token.mark == Mark::hard;
        if (depth == 0 && cuts) {
            end_district(i);
            begin = i + token.text.size();
        }
        i += token.text.size();
    }
    end_district(text.size());
    return districts;
}

RestWord rest_word(std::string_view text) {
    constexpr std::array<std::string_view, 10> whole{"全域", "全体", "一円", "内",     "内全域",
                                                     "庁",   "役所", "役場", "市全域", "町全域"};
    constexpr std::array<std::string_view, 8> others{"ほか", "他", "外",     "等",
                                                     "など", "ら", "その他", "ほか各地"};
    const std::string_view word = trim_spaces(text);
    const auto in = [&](const auto& words) {
        return std::find(words.begin(), words.end(), word) != words.end();
    };
    return in(whole) ? RestWord::whole : in(others) ? RestWord::others : RestWord::none;
}

std::string_view area_word(std::string_view text) {
    constexpr std::array<std::string_view, 47> words{
        "周辺", "沿線",   "地区",       "都市", "エリア", "公園",   "空港",   "線",
        "地域", "地方",   "圏域",       "圏",   "湾",     "半島",   "流域",   "沿岸",
        "一帯", "ゾーン", "駅",         "駅前", "港",     "山麓",   "高原",   "郡",
        "区部", "大学",   "キャンパス", "団地", "諸島",   "列島",   "新都心", "副都心",
        "都心", "市街地", "海岸",       "街道", "全国",   "県内",   "都内",   "府内",
        "道内", "各地",   "タウン",     "県境", "23区",   "２３区", "特別区"};
    const std::string_view trimmed = trim_spaces(text);
    std::string_view longest;
    for (const std::string_view word : words) {
        if (trimmed.ends_with(word) && word.size() > longest.size()) {
            longest = word;
        }
    }
    return longest;
}

int count_areas(std::string_view text) {
    int areas = 0;
    bool in_area = false;
    while (!text.empty()) {
        const Token token = next_token(text);
        text.remove_prefix(token.text.size());
        if (token.mark == Mark::text) {
            in_area = true;
        } else if (token.mark != Mark::space) {
            areas += in_area && token.mark != Mark::opening ? 1 : 0;
            in_area = false;
        }
    }
    return areas + (in_area ? 1 : 0);
}

}  // namespace miraimap
