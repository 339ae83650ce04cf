// SPDX-License-Identifier: MIT
// A grid of numbers whose sum over any rectangle of cells is asked in four look-ups.
#pragma once

#include <cstddef>
#include <vector>

namespace miraimap {

class CellSums {
public:
    CellSums(std::size_t columns, std::size_t rows)
        : columns_(columns), rows_(rows), sums_((columns + 1) * (rows + 1), 0) {}

    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::size_t rows() const { return rows_; }

    /// The number of one cell. Only before `sum_up`.
    int& cell(std::size_t row, std::size_t column) { return at(row + 1, column + 1); }

    /// Once all cells have their numbers.
    void sum_up() {
        for (std::size_t row = 1; row <= rows_; ++row) {
            for (std::size_t column = 1; column <= columns_; ++column) {
                at(row, column) +=
                    at(row - 1, column) + at(row, column - 1) - at(row - 1, column - 1);
            }
        }
    }

    /// Sum over the rows [top, bottom) and the columns [left, right). Only after `sum_up`.
    /// @pre top <= bottom <= rows(), left <= right <= columns()
    [[nodiscard]] int in(std::size_t top, std::size_t bottom, std::size_t left,
                         std::size_t right) const {
        return at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left);
    }

private:
    int& at(std::size_t row, std::size_t column) { return sums_[row * (columns_ + 1) + column]; }
    [[nodiscard]] int at(std::size_t row, std::size_t column) const {
        return sums_[row * (columns_ + 1) + column];
    }

    std::size_t columns_;
    std::size_t rows_;
    std::vector<int> sums_;
};

}  // namespace miraimap
