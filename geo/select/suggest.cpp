// SPDX-License-Identifier: MIT
#include "geo/select/suggest.hpp"

#include <cassert>

namespace miraimap {
namespace {

/// Gap places at most `borders` from `start`, not reached yet.
class Reach {
public:
    Reach(const Adjacency& adjacency, int borders)
        : adjacency_(adjacency), borders_(borders), seen_(adjacency.size(), -1) {}

    template <typename Visit>
    void each_from(const std::vector<int>& starts, const Visit& visit) {
        ++round_;
        ring_ = starts;
        for (const int start : starts) {
            seen_[static_cast<std::size_t>(start)] = round_;
        }
        for (int step = 0; step <= borders_ && !ring_.empty(); ++step) {
            next_.clear();
            for (const int here : ring_) {
                visit(here);
                for (const int other : adjacency_[static_cast<std::size_t>(here)]) {
                    int& seen = seen_[static_cast<std::size_t>(other)];
                    if (seen != round_) {
                        seen = round_;
                        next_.push_back(other);
                    }
                }
            }
            ring_.swap(next_);
        }
    }

private:
    const Adjacency& adjacency_;
    int borders_;
    int round_ = -1;
    std::vector<int> seen_;
    std::vector<int> ring_;
    std::vector<int> next_;
};

}  // namespace

Suggestions suggest(const GapSides& sides, const Adjacency& adjacency,
                    const SuggestQuestion& question) {
    const std::size_t n = sides.gap.size();
    assert(question.weight.empty() || question.weight.size() == n);
    const auto weight = [&](int place) {
        return question.weight.empty() ? static_cast<double>(bodies_of(question.city_wards, place))
                                       : question.weight[static_cast<std::size_t>(place)];
    };
    Suggestions answer;
    std::vector<char> open(sides.gap);  // uncovered and not reached yet
    for (std::size_t i = 0; i < n; ++i) {
        answer.all += open[i] != 0 ? weight(static_cast<int>(i)) : 0;
    }
    Reach reach(adjacency, question.within_borders);
    reach.each_from(sides.covered, [&](int place) {
        char& here = open[static_cast<std::size_t>(place)];
        answer.reached += here != 0 ? weight(place) : 0;
        here = 0;
    });
    double so_far = 0;
    while (static_cast<int>(answer.rows.size()) < question.count) {
        Suggestion best{-1, 0, 0, 0};
        for (std::size_t i = 0; i < n; ++i) {
            if (sides.gap[i] == 0) {
                continue;
            }
            Suggestion candidate{static_cast<int>(i), 0, 0, 0};
            reach.each_from({candidate.place}, [&](int place) {
                if (open[static_cast<std::size_t>(place)] != 0) {
                    candidate.reached += bodies_of(question.city_wards, place);
                    candidate.gain += weight(place);
                }
            });
            if (candidate.gain > best.gain) {
                best = candidate;
            }
        }
        if (best.place < 0) {
            break;
        }
        reach.each_from({best.place},
                        [&](int place) { open[static_cast<std::size_t>(place)] = 0; });
        so_far += best.gain;
        best.so_far = so_far;
        answer.rows.push_back(best);
    }
    return answer;
}

}  // namespace miraimap
