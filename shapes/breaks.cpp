// SPDX-License-Identifier: MIT
#include "shapes/breaks.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>

namespace miraimap {
namespace {

/// Numbers are ascending.
std::vector<double> quantiles(const std::vector<double>& numbers, std::size_t classes) {
    std::vector<double> breaks;
    for (std::size_t i = 1; i <= classes; ++i) {
        const std::size_t at = (numbers.size() * i + classes - 1) / classes;
        breaks.push_back(numbers[std::max<std::size_t>(at, 1) - 1]);
    }
    return breaks;
}

std::vector<double> equal_widths(double low, double high, std::size_t classes) {
    std::vector<double> breaks;
    for (std::size_t i = 1; i < classes; ++i) {
        breaks.push_back(low +
                         (high - low) * static_cast<double>(i) / static_cast<double>(classes));
    }
    breaks.push_back(high);
    return breaks;
}

/// A number and how often it occurs.
struct Weighted {
    double number = 0;
    double count = 0;
};

/// Sums over the first i different numbers, so that the spread of any run is known at once.
class Spread {
public:
    explicit Spread(const std::vector<Weighted>& values) : sums_(values.size() + 1) {
        // Shifted by the mean: squares of large numbers would lose their small differences.
        double total = 0;
        double count = 0;
        for (const Weighted& v : values) {
            total += v.number * v.count;
            count += v.count;
        }
        const double mean = total / count;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double x = values[i].number - mean;
            sums_[i + 1] = {sums_[i].count + values[i].count, sums_[i].sum + x * values[i].count,
                            sums_[i].squares + x * x * values[i].count};
        }
    }
    /// Sum of squared distances from the mean of the values from..to (exclusive).
    [[nodiscard]] double of(std::size_t from, std::size_t to) const {
        const double count = sums_[to].count - sums_[from].count;
        const double sum = sums_[to].sum - sums_[from].sum;
        return sums_[to].squares - sums_[from].squares - sum * sum / count;
    }

private:
    struct Sums {
        double count = 0;
        double sum = 0;
        double squares = 0;
    };
    std::vector<Sums> sums_;
};

/// The best cuts of the first n values into k classes are the best cuts of some first m < n values
/// into k - 1 classes and the rest as one.
std::vector<double> natural(const std::vector<Weighted>& values, std::size_t classes) {
    const std::size_t n = values.size();
    const Spread spread(values);
    std::vector<double> best(n + 1, 0);
    for (std::size_t i = 1; i <= n; ++i) {
        best[i] = spread.of(0, i);
    }
    std::vector<std::vector<std::size_t>> start(classes + 1, std::vector<std::size_t>(n + 1, 0));
    for (std::size_t k = 2; k <= classes; ++k) {
        std::vector<double> next(n + 1, std::numeric_limits<double>::infinity());
        for (std::size_t i = k; i <= n; ++i) {
            for (std::size_t m = k - 1; m < i; ++m) {
                const double value = best[m] + spread.of(m, i);
                if (value < next[i]) {
                    next[i] = value;
                    start[k][i] = m;
                }
            }
        }
        best = std::move(next);
    }
    std::vector<double> breaks;
    for (std::size_t k = classes, end = n; k >= 1; --k) {
        breaks.push_back(values[end - 1].number);
        end = start[k][end];
    }
    std::reverse(breaks.begin(), breaks.end());
    return breaks;
}

std::vector<Weighted> different(const std::vector<double>& numbers) {
    std::vector<Weighted> out;
    for (const double number : numbers) {
        if (out.empty() || out.back().number != number) {
            out.push_back({number, 0});
        }
        ++out.back().count;
    }
    return out;
}

}  // namespace

const std::string& key_of(BreakRule rule) {
    static const std::array<std::string, break_rule_count> keys{"quantile", "equal", "natural"};
    return keys.at(static_cast<std::size_t>(rule));
}

const Text& name_of(BreakRule rule) {
    static const std::array<Text, break_rule_count> names{
        {{"等数分類", "quantiles"}, {"等間隔", "equal intervals"}, {"自然分類", "natural breaks"}}};
    return names.at(static_cast<std::size_t>(rule));
}

std::vector<double> class_breaks(std::vector<double> numbers, int classes, BreakRule rule) {
    assert(classes >= 1);
    if (numbers.empty()) {
        return {};
    }
    std::sort(numbers.begin(), numbers.end());
    const std::vector<Weighted> values = different(numbers);
    const std::size_t k = std::min(static_cast<std::size_t>(classes), values.size());
    std::vector<double> breaks = rule == BreakRule::quantile ? quantiles(numbers, k)
                                 : rule == BreakRule::equal
                                     ? equal_widths(numbers.front(), numbers.back(), k)
                                     : natural(values, k);
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    return breaks;
}

int class_of_number(double number, const std::vector<double>& breaks) {
    const auto at = std::lower_bound(breaks.begin(), breaks.end(), number);
    return static_cast<int>(std::min(at - breaks.begin(), std::ssize(breaks) - 1));
}

}  // namespace miraimap
