// SPDX-License-Identifier: MIT
// When nothing passes, the window says which filter did it.
#include "app/gui/empty_result.hpp"

#include <gtest/gtest.h>

#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

std::shared_ptr<const World> world() {
    static const std::shared_ptr<const World> all = [] {
        Request request;
        request.data = test::root() / "data";
        return load_world(request, {.geometry = false});
    }();
    return all;
}

int counted(const Filter& filter) {
    int count = 0;
    for (const Passed& p : apply_filter(filter, world()->selections, world()->join)) {
        count += p.counted ? 1 : 0;
    }
    return count;
}

TEST(EmptyResult, NamesTheFiltersWhoseRemovalBringsSomethingBackMostFirst) {
    Filter filter;
    add_years("R3", filter);
    filter.text = "そんな語はない";
    ASSERT_EQ(counted(filter), 0);
    const std::vector<WayOut> ways = ways_out(filter, *world());
    ASSERT_EQ(ways.size(), 2U);
    EXPECT_EQ(ways[0].name, T::filter_text);
    EXPECT_EQ(ways[0].passes, counted(ways[0].filter));
    EXPECT_GT(ways[0].passes, 0);
    EXPECT_EQ(ways[0].filter.years, filter.years) << "only that one is cleared";
    EXPECT_EQ(ways[1].name, T::filter_year);
    EXPECT_EQ(ways[1].passes, 0);
}

TEST(EmptyResult, EveryKindOfFilterIsListedWhenItIsSet) {
    Filter filter;
    filter.sources = {Source::society5};
    filter.programmes = {Programme::mirai};
    filter.past = true;
    filter.technologies = {find_technology("AI").value()};
    filter.kinds = {find_kind("new").value()};
    filter.scopes = {Scope::part};
    filter.prefectures = {29};
    filter.text = "x";
    EXPECT_EQ(ways_out(filter, *world()).size(), 8U);
}

TEST(EmptyResult, SaysNothingWhereSomethingPassesOrNothingIsFiltered) {
    Filter filter;
    EXPECT_TRUE(ways_out(filter, *world()).empty());
    add_years("R3", filter);
    EXPECT_TRUE(ways_out(filter, *world()).empty());
}

}  // namespace
}  // namespace miraimap::gui
