// SPDX-License-Identifier: MIT
#include "app/cli/render_options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <utility>

#include "geo/error.hpp"

namespace miraimap {
namespace {

constexpr double default_dpi = 200;
constexpr double least_dpi = 50;
constexpr double most_dpi = 1200;

std::pair<int, int> to_size(const std::string& word) {
    if (word.empty()) {
        return {1600, 1000};
    }
    const std::size_t cross = std::min(word.find('x'), word.size());
    const std::string width = word.substr(0, cross);
    const std::string height = word.substr(std::min(cross + 1, word.size()));
    const auto is_number = [](const std::string& digits) {
        return !digits.empty() && digits.find_first_not_of("0123456789") == std::string::npos;
    };
    if (!is_number(width) || !is_number(height)) {
        throw Error(ErrorKind::usage, "--size",
                    {"大きさ「" + word + "」が分からない", "unknown size '" + word + "'"},
                    {"例: 1600x1000", "e.g. 1600x1000"});
    }
    const auto fits = [](const std::string& digits) {
        constexpr std::size_t enough = 9;  // digits that an int holds
        const int px = digits.size() > enough ? PaperLimits::most_px + 1 : std::stoi(digits);
        return px >= PaperLimits::least_px && px <= PaperLimits::most_px;
    };
    if (!fits(width) || !fits(height)) {
        throw Error(ErrorKind::usage, "--size " + word,
                    {"大きさが範囲の外にある", "the size is out of range"}, PaperLimits::advice());
    }
    return {std::stoi(width), std::stoi(height)};
}

/// @returns whether `word` is the first of the two known words
bool first_of(const std::string& option, const std::string& word, const std::string& first,
              const std::string& second) {
    if (word != first && word != second) {
        throw Error(ErrorKind::usage, option,
                    {"「" + word + "」が分からない", "unknown value '" + word + "'"},
                    {"使える値: " + first + " " + second, "known values: " + first + " " + second});
    }
    return word == first;
}

/// The given option that asks for a sheet of paper; empty: none.
std::string sheet_option(const TypedRender& typed) {
    for (const auto& [given, name] : {std::pair{!typed.paper.empty(), "--paper"},
                                      {!typed.orientation.empty(), "--orientation"},
                                      {typed.dpi != 0, "--dpi"},
                                      {!typed.atlas.empty(), "--atlas"}}) {
        if (given) {
            return name;
        }
    }
    return "";
}

void require_agreement(const TypedRender& typed, PaperFormat format) {
    const std::string sheet = sheet_option(typed);
    for (const auto& [given, name] :
         {std::pair{!typed.size.empty(), "--size"}, {typed.scale != 0, "--scale"}}) {
        if (given && !sheet.empty()) {
            throw Error(ErrorKind::usage, std::string(name) + " " + sheet,
                        {"一緒には使えない", "these two do not go together"},
                        {"画素で決めるなら --size と --scale、紙で決めるなら --paper "
                         "--orientation --dpi を使う",
                         "use --size and --scale for pixels, or --paper, --orientation and --dpi "
                         "for paper"});
        }
    }
    if (typed.dpi != 0 && format != PaperFormat::png) {
        throw Error(ErrorKind::usage, "--dpi",
                    {".pdf と .svg は線と文字でできていて、画素がない",
                     ".pdf and .svg hold lines and text, no pixels"},
                    {"--dpi を外すか、末尾を .png にする", "leave out --dpi, or end it in .png"});
    }
    if (!typed.atlas.empty() && format != PaperFormat::pdf) {
        throw Error(ErrorKind::usage, "--atlas",
                    {"地図帳は何頁もあるので、この形式には入らない",
                     "an atlas has many pages, which this format cannot hold"},
                    {"末尾を .pdf にする。一枚だけなら --prefecture を使う",
                     "end it in .pdf, or use --prefecture for one page"});
    }
}

double to_dpi(double dpi) {
    if (dpi == 0) {
        return default_dpi;
    }
    if (!(dpi >= least_dpi && dpi <= most_dpi)) {
        throw Error(ErrorKind::usage, fmt::format("--dpi {:g}", dpi),
                    {"解像度が範囲の外にある", "the resolution is out of range"},
                    {"50 から 1200 までにする（会議資料なら 200～350）",
                     "use 50 to 1200 (200 to 350 for a printed paper)"});
    }
    return dpi;
}

}  // namespace

void add_render_options(CLI::App& app, TypedRender& typed) {
    const char* paper = "紙 / Paper";
    app.add_option("--paper", typed.paper,
                   "a4 a3: 印刷する紙（PDF は既定で a4） / sheet to print (PDF: a4)")
        ->group(paper);
    app.add_option("--orientation", typed.orientation, "landscape portrait")->group(paper);
    app.add_option("--dpi", typed.dpi, "PNG の解像度 50～1200（既定 200） / resolution of a PNG")
        ->group(paper);
    app.add_option("--atlas", typed.atlas,
                   "prefecture: 都道府県ごとに一頁、しおりつき PDF / one PDF, a page each")
        ->group(paper);
    app.add_option("--size", typed.size,
                   fmt::format("幅x高さ（画素、{}～{}、既定 1600x1000） / WxH in px",
                               PaperLimits::least_px, PaperLimits::most_px));
    app.add_option("--scale", typed.scale, "PNG の画素倍率（既定 1） / device pixels per px")
        ->check(CLI::Range(PaperLimits::least_scale, PaperLimits::most_scale));
}

PageOptions to_page_options(const TypedRender& typed, const std::filesystem::path& file,
                            Lang lang) {
    const PaperFormat format = paper_format_of(file);
    require_agreement(typed, format);
    PageOptions options;
    options.theme = first_of("--theme", typed.theme, "light", "dark") ? Theme::light : Theme::dark;
    options.atlas = !typed.atlas.empty();
    if (options.atlas && typed.atlas != "prefecture") {
        throw Error(ErrorKind::usage, "--atlas",
                    {"「" + typed.atlas + "」が分からない", "unknown value '" + typed.atlas + "'"},
                    {"使える値: prefecture", "known values: prefecture"});
    }
    const bool by_default = format == PaperFormat::pdf && typed.size.empty();
    if (by_default || !sheet_option(typed).empty()) {
        const bool a4 = typed.paper.empty() || first_of("--paper", typed.paper, "a4", "a3");
        const bool landscape =
            typed.orientation.empty() ||
            first_of("--orientation", typed.orientation, "landscape", "portrait");
        options.paper =
            sheet_of(a4 ? PaperSize::a4 : PaperSize::a3, landscape, to_dpi(typed.dpi), lang);
        return options;
    }
    const auto [width, height] = to_size(typed.size);
    options.paper.width_px = width;
    options.paper.height_px = height;
    options.paper.scale = typed.scale == 0 ? 1 : typed.scale;
    options.paper.lang = lang;
    return options;
}

}  // namespace miraimap
