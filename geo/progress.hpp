// SPDX-License-Identifier: MIT
// How far long work is, and the wish to stop it.
//
// Promises: cheap enough to be told of every feature; what is shown never goes back within a step.
// A wish to stop is obeyed at the next report by throwing Cancelled, from the thread that works.
// Does not: draw, or know about threads beyond the one flag.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <utility>

#include "geo/text.hpp"

namespace miraimap {

/// The steps from a boundary file to the map, in their order; then those from a map to a file.
enum class WorkStep : std::uint8_t {
    reading,
    borders,
    weights,
    labels,
    triangles,
    keeping,
    layers,
    encoding,
    painting,
    proving,
    composing,
    saving
};
inline constexpr int work_step_count = 12;
inline constexpr int loading_step_count = 6;  ///< the first ones

/// "境界ファイルを読んでいます" / "reading the boundary file" …
const Text& name_of(WorkStep step);

/// The reader wants the work to stop. Not an Error: nothing is wrong.
class Cancelled : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "cancelled"; }
};

class Progress {
public:
    using Show = std::function<void(WorkStep step, int percent)>;

    /// Shows nothing and never stops.
    Progress() = default;
    /// @param show  called from the working thread, once a percent at the most; may be empty
    /// @param stop  set to true by whoever wants to stop; outlives this
    explicit Progress(Show show, const std::atomic<bool>* stop = nullptr)
        : show_(std::move(show)), stop_(stop) {}

    /// So many of all things of a step are done.
    /// @throws Cancelled if that is wished for
    void at(WorkStep step, std::size_t done, std::size_t all);

private:
    Show show_;
    const std::atomic<bool>* stop_ = nullptr;
    WorkStep step_ = WorkStep::reading;
    int percent_ = -1;
};

}  // namespace miraimap
