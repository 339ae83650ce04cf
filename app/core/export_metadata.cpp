// SPDX-License-Identifier: MIT
#include "app/core/export_metadata.hpp"

#include <nlohmann/json.hpp>

#include "app/core/export.hpp"

namespace miraimap {

std::vector<std::pair<std::string, std::string>> export_metadata(const Snapshot& snapshot,
                                                                 const std::string& view) {
    const World& world = *snapshot.world;
    Request asked = snapshot.request;
    asked.boundaries.clear();
    asked.data.clear();
    asked.source_text.clear();
    nlohmann::json decisions = nlohmann::json::array();
    for (std::size_t i = 0; i < world.selections.size(); ++i) {
        for (const ResolvedPart& part : world.join.selections[i].parts) {
            if (part.match != Match::exact) {
                decisions.push_back({{"selection", world.selections[i].id},
                                     {"part", part.part},
                                     {"code", part.code},
                                     {"match", key_of(part.match)},
                                     {"reason", part.reason.ja}});
            }
        }
    }
    return {{"miraimap_version", MIRAIMAP_VERSION},
            {"miraimap_filter_words", in_words(snapshot.request.filter).ja},
            {"miraimap_command_line", as_command_line(asked, "export")},
            {reopen_key, filter_options(snapshot.request)},
            {view_key, view},
            {"EDITION", world.catalogue.edition},
            {"SOURCE", world.catalogue.source},
            {"LICENCE", world.catalogue.licence},
            {"miraimap_sources",
             "内閣府地方創生推進事務局「未来技術社会実装事業」資料（令和4年）をもとに作成"},
            {"miraimap_join_decisions", decisions.dump()}};
}

OutRelation selection_link() {
    return {"selection_municipalities", "selections",   "id",  "municipalities", "code",
            "selection_areas",          "selection_id", "code"};
}

}  // namespace miraimap
