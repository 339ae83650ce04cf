// SPDX-License-Identifier: MIT
#include "app/gui/worker.hpp"

#include <exception>
#include <utility>

#include "geo/error.hpp"

namespace miraimap::gui {

Worker::Worker(std::function<void()> wake) : wake_(std::move(wake)), thread_([this] { work(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
        tasks_.clear();
    }
    changed_.notify_all();
    thread_.join();
}

void Worker::run(Job job, Failure failed) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back({std::move(job), std::move(failed)});
    }
    changed_.notify_all();
}

void Worker::tell(Result result) {
    {
        const std::lock_guard lock(mutex_);
        results_.push_back(std::move(result));
    }
    wake_();
}

std::vector<Worker::Result> Worker::take_results() {
    const std::lock_guard lock(mutex_);
    return std::exchange(results_, {});
}

bool Worker::busy() const {
    const std::lock_guard lock(mutex_);
    return running_ > 0 || !tasks_.empty();
}

void Worker::work() {
    for (;;) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return stop_ || !tasks_.empty(); });
            if (stop_) {
                return;
            }
            task = std::move(tasks_.front());
            tasks_.pop_front();
            ++running_;
        }
        Result result;
        const auto fail = [&task](Text message) {
            return [failed = task.failed, text = std::move(message)] { failed(text); };
        };
        try {
            result = task.job();
        } catch (const Error& error) {
            result = fail({error.message(Lang::ja), error.message(Lang::en)});
        } catch (const std::exception& error) {
            result = fail({error.what(), error.what()});
        }
        {
            const std::lock_guard lock(mutex_);
            --running_;
        }
        tell(std::move(result));
    }
}

}  // namespace miraimap::gui
