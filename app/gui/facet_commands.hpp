// SPDX-License-Identifier: MIT
// A command for every value of every filter, made from the data: "絞り込み：ドローン", "年度：R3".
//
// Promises: running one sets the value or takes it out, as a click on its chip does. Pure.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/core/snapshot.hpp"
#include "app/gui/command_find.hpp"

namespace miraimap::gui {

struct FacetCommand {
    std::string id;  ///< "filter.technology-ドローン"
    Text name;
    FindNames found_by;
    std::function<void(Filter&)> turn;
    std::function<bool(const Filter&)> is_on;
};

std::vector<FacetCommand> make_facet_commands(const World& world);

}  // namespace miraimap::gui
