// SPDX-License-Identifier: MIT
#include "geo/select/suggest.hpp"

#include <cassert>
#include <queue>

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
    // What a choice gains only shrinks as others are made, so an old value is a bound: only choices
    // whose bound is the best need a new look (M. Minoux, "Accelerated greedy algorithms", 1978).
    const auto look = [&](int place) {
        Suggestion candidate{place, 0, 0, 0};
        reach.each_from({place}, [&](int other) {
            if (open[static_cast<std::size_t>(other)] != 0) {
                candidate.reached += bodies_of(question.city_wards, other);
                candidate.gain += weight(other);
            }
        });
        return candidate;
    };
    struct Bound {
        Suggestion at_least;
        std::size_t round;  ///< of the look
    };
    const auto worse = [](const Bound& a, const Bound& b) {
        return a.at_least.gain != b.at_least.gain ? a.at_least.gain < b.at_least.gain
                                                  : a.at_least.place > b.at_least.place;
    };
    std::priority_queue<Bound, std::vector<Bound>, decltype(worse)> best(worse);
    for (std::size_t i = 0; i < n; ++i) {
        if (sides.gap[i] != 0) {
            best.push({look(static_cast<int>(i)), 0});
        }
    }
    double so_far = 0;
    while (static_cast<int>(answer.rows.size()) < question.count && !best.empty()) {
        Bound top = best.top();
        best.pop();
        if (top.round != answer.rows.size()) {
            best.push({look(top.at_least.place), answer.rows.size()});
            continue;
        }
        if (top.at_least.gain <= 0) {
            break;
        }
        reach.each_from({top.at_least.place},
                        [&](int place) { open[static_cast<std::size_t>(place)] = 0; });
        so_far += top.at_least.gain;
        top.at_least.so_far = so_far;
        answer.rows.push_back(top.at_least);
    }
    return answer;
}

}  // namespace miraimap
