// SPDX-License-Identifier: MIT
// One background thread for loading and exporting, so that the window never waits.
//
// Promises: jobs run one after the other in the order they were given; whatever a job throws comes
// back as a failure text; results reach the window's thread only through `take_results`.
// Does not: touch the window's state from its own thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "geo/text.hpp"

namespace miraimap::gui {

class Worker {
public:
    /// What the window's thread does when a job is done.
    using Result = std::function<void()>;
    using Job = std::function<Result()>;
    using Failure = std::function<void(const Text& message)>;

    /// @param wake  called from the worker's thread whenever a result is ready
    explicit Worker(std::function<void()> wake);
    /// Waits for the running job; jobs not begun are dropped.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    Worker(Worker&&) = delete;
    Worker& operator=(Worker&&) = delete;

    /// @param failed  run on the window's thread if the job throws
    void run(Job job, Failure failed);
    /// A result from inside a running job (progress).
    void tell(Result result);
    /// Results in the order they came; empty if none. Called on the window's thread.
    std::vector<Result> take_results();
    [[nodiscard]] bool busy() const;

private:
    struct Task {
        Job job;
        Failure failed;
    };
    void work();

    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Task> tasks_;
    std::vector<Result> results_;
    int running_ = 0;
    bool stop_ = false;
    std::thread thread_;
};

}  // namespace miraimap::gui
