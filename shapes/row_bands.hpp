// SPDX-License-Identifier: MIT
// Rows of a picture shared out to the processors.
#pragma once

#include <algorithm>
#include <future>
#include <thread>
#include <vector>

namespace miraimap {

/// Calls `act(first, last)` for bands of rows that together are first..last, on several threads
/// where there are enough rows to be worth it. Bands must not depend on each other.
/// @param least  rows that are worth a thread
template <typename Act>
void in_row_bands(int first, int last, int least, const Act& act) {
    // More threads than this would wait for memory, not for each other.
    constexpr int most_bands = 8;
    const int processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const int rows = last - first;
    const int bands = std::clamp(rows / std::max(1, least), 1, std::min(processors, most_bands));
    std::vector<std::future<void>> helpers;
    for (int band = 1; band < bands; ++band) {
        const int from = first + static_cast<int>(static_cast<long long>(rows) * band / bands);
        const int to = first + static_cast<int>(static_cast<long long>(rows) * (band + 1) / bands);
        helpers.push_back(std::async(std::launch::async, [&act, from, to] { act(from, to); }));
    }
    act(first, first + rows / bands);
    for (std::future<void>& helper : helpers) {
        helper.get();
    }
}

}  // namespace miraimap
