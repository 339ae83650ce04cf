// SPDX-License-Identifier: MIT
#include "app/print/map_pages.hpp"

#include <cstddef>
#include <set>
#include <utility>

#include "geo/place/prefecture.hpp"

namespace miraimap {

std::shared_ptr<const MapShapes> MapPages::shapes_for(const Snapshot& snapshot) {
    if (snapshot.request.layout == MapLayout::country) {
        return shapes_;
    }
    if (!tiles_) {
        tiles_ = laid_out(snapshot.world->catalogue, shapes_, snapshot.request.layout);
    }
    return tiles_;
}

Scene MapPages::page(const Snapshot& snapshot, const PaperOptions& paper, Theme theme) {
    const Classification classes = classify_map(snapshot, analyst_, theme);
    const std::vector<MapRegion> regions = outlined_regions(snapshot, analyst_);
    const std::vector<MapMeeting> meetings = meetings_of(snapshot, analyst_);
    return make_paper_scene(paper, theme, [&](SceneOptions options) {
        options.regions = regions;
        options.meetings = meetings;
        return make_picture(snapshot, shapes_for(snapshot), classes, std::move(options));
    });
}

Atlas MapPages::atlas(const Snapshot& snapshot, const PaperOptions& paper, Theme theme) {
    std::vector<int> numbers = snapshot.request.filter.prefectures;
    if (numbers.empty()) {
        // Another boundary file may hold a part of the country only.
        std::set<int> known;
        for (const Municipality& m : snapshot.world->catalogue.municipalities) {
            known.insert(m.prefecture);
        }
        numbers.assign(known.begin(), known.end());
    }
    Atlas atlas;
    atlas.title = {"都道府県別 未来技術・スマートシティ 選定状況",
                   "Future technology and smart cities by prefecture"};
    for (const int number : numbers) {
        atlas.bookmarks.push_back(prefectures()[static_cast<std::size_t>(number) - 1].name);
    }
    atlas.page = [this, request = snapshot.request, world = snapshot.world,
                  table = snapshot.user_table, numbers, paper, theme](std::size_t at) {
        Request own = request;
        own.filter.prefectures = {numbers[at]};
        own.view.reset();  // each page shows its prefecture
        Scene scene = page(make_snapshot(own, world, table), paper, theme);
        scene.number = {static_cast<int>(at) + 1, static_cast<int>(numbers.size())};
        return scene;
    };
    return atlas;
}

}  // namespace miraimap
