// SPDX-License-Identifier: MIT
// Counts what the program asks of the heap.
#pragma once

#include <cstdint>

namespace miraimap::test {

/// Calls of operator new in this process since it started, of all threads.
std::uint64_t allocations();

}  // namespace miraimap::test
