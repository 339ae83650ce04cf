// SPDX-License-Identifier: MIT
// The options of `render` as typed words, and their meaning as a page.
#pragma once

#include <filesystem>
#include <string>

#include "app/print/output.hpp"

namespace CLI {
class App;
}

namespace miraimap {

/// What was typed; empty or 0: not given.
struct TypedRender {
    std::string size;
    double scale = 0;
    std::string paper;
    std::string orientation;
    double dpi = 0;
    std::string atlas;
    std::string theme = "light";  ///< taken out of the filter's themes: take_colours()
};

void add_render_options(CLI::App& app, TypedRender& typed);

/// A PDF is A4, landscape, unless a size in px was asked for.
/// @throws Error{usage} for unknown words, for options that contradict each other or the ending of
///         `file`
PageOptions to_page_options(const TypedRender& typed, const std::filesystem::path& file, Lang lang);

}  // namespace miraimap
