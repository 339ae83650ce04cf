// SPDX-License-Identifier: MIT
// Loading beside the window: progress, cancelling, the cache.
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>

#include "app/gui/background.hpp"
#include "app/gui/mesh_bytes.hpp"
#include "app/gui/worker.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

Request embedded_request() {
    Request request;
    request.data = test::root() / "data";
    return request;
}

TEST(Loading, TellsOfEveryStepInOrderAndTheWindowGoesOnMeanwhile) {
    Worker worker([] {});
    std::vector<WorkStep> steps;
    int frames_between = 0;  // turns of the window's loop while the work was going on
    int told = 0;
    bool done = false;
    std::atomic<bool> stop{false};
    worker.run(
        [&]() -> Worker::Result {
            Progress progress(
                [&](WorkStep step, int) {
                    worker.tell([&, step] {
                        ++told;
                        if (steps.empty() || steps.back() != step) {
                            steps.push_back(step);
                        }
                    });
                },
                &stop);
            LoadOptions options;
            options.progress = &progress;
            const auto loaded = load_all(embedded_request(), options);
            return [&done, loaded] { done = loaded->mesh != nullptr; };
        },
        [](const Text& message) { FAIL() << message.en; });
    while (!done) {
        const auto results = worker.take_results();
        for (const Worker::Result& result : results) {
            result();
        }
        frames_between += told > 0 && !done ? 1 : 0;
        std::this_thread::yield();
    }
    EXPECT_EQ(steps, (std::vector{WorkStep::reading, WorkStep::borders, WorkStep::weights,
                                  WorkStep::labels, WorkStep::triangles}));
    EXPECT_GT(told, 100);
    EXPECT_GT(frames_between, 10);
}

TEST(Loading, CanBeStoppedInEveryStepAndThenNothingIsKept) {
    for (const WorkStep at : {WorkStep::reading, WorkStep::borders, WorkStep::weights,
                              WorkStep::labels, WorkStep::triangles}) {
        const test::TemporaryFolder folder;
        std::atomic<bool> stop{false};
        Progress progress([&](WorkStep step, int) { stop = step == at; }, &stop);
        LoadOptions options;
        options.cache = folder / "cache";
        options.keep_later = true;
        options.progress = &progress;
        EXPECT_THROW(load_all(embedded_request(), options), Cancelled) << static_cast<int>(at);
        EXPECT_FALSE(std::filesystem::exists(folder / "cache"));
    }
}

TEST(Loading, FromTheCacheGivesTheSameMapAndWritesNothing) {
    const test::TemporaryFolder folder;
    LoadOptions options;
    options.cache = folder / "cache";
    options.keep_later = true;
    const auto first = load_all(embedded_request(), options);
    ASSERT_TRUE(first->world->cache->has_to_flush());
    Progress silent;
    first->world->cache->flush(silent);
    EXPECT_FALSE(std::filesystem::is_empty(folder / "cache"));
    const auto second = load_all(embedded_request(), options);
    EXPECT_FALSE(second->world->cache->has_to_flush());
    EXPECT_EQ(first->world->mosaic.shapes, second->world->mosaic.shapes);
    EXPECT_EQ(mesh_to_bytes(*first->mesh), mesh_to_bytes(*second->mesh));
}

/// Three towns of Nara: the first one's ring crosses itself, the others' border matches only
/// nearly.
std::string dirty_boundaries() {
    const auto town = [](const std::string& code, const std::string& name,
                         const std::string& ring) {
        return R"({"type":"Feature","properties":{"N03_001":"奈良県","N03_003":"","N03_004":")" +
               name + R"(","N03_007":")" + code +
               R"("},"geometry":{"type":"Polygon","coordinates":[[)" + ring + "]]}}";
    };
    return R"({"type":"FeatureCollection","features":[)" +
           town("29201", "奈良市",
                "[135.6,34.6],[135.9,34.6],[135.9,34.9],[135.8,34.5],[135.6,34.9],[135.6,34.6]") +
           "," +
           town("29202", "大和高田市",
                "[135.7,34.4],[135.8,34.4],[135.8,34.5],[135.7,34.5],[135.7,34.4]") +
           "," +
           town("29203", "大和郡山市",
                "[135.800003,34.4],[135.9,34.4],[135.9,34.5],[135.800003,34.5],[135.800003,34.4]") +
           "]}";
}

TEST(Loading, SaysWhatIsWrongWithThePolygonsOfTheReadersOwnFileAlsoFromTheCache) {
    const test::TemporaryFolder folder;
    test::write_text(folder / "dirty.geojson", dirty_boundaries());
    Request request = embedded_request();
    request.boundaries = folder / "dirty.geojson";
    LoadOptions options;
    options.cache = folder / "cache";
    std::vector<std::string> first;
    for (int run = 0; run < 2; ++run) {
        const auto loaded = load_all(request, options);
        std::vector<std::string> found;
        for (const Finding& f : loaded->world->findings) {
            if (f.code == "polygon-not-clean" || f.code == "borders-match-nearly") {
                found.push_back(f.code + f.where + f.text.ja);
            }
        }
        EXPECT_EQ(found.size(), 2U) << ::testing::PrintToString(found);
        if (run == 0) {
            first = found;
        }
        EXPECT_EQ(found, first) << "from the cache as without";
    }
    for (const Finding& f : load_world(request)->findings) {
        EXPECT_NE(f.code, "polygon-not-clean") << "only the window and `boundaries` look for it";
    }
}

TEST(Loading, ForgedTrianglesGiveNothingOrAMeshThatFits) {
    const auto loaded = load_all(embedded_request());
    const MapMesh& mesh = *loaded->mesh;
    std::string whole = mesh_to_bytes(mesh);
    const std::size_t places = mesh.fills[0].runs.size();
    ASSERT_TRUE(mesh_from_bytes(whole, places));
    EXPECT_FALSE(mesh_from_bytes(whole, places + 1));
    std::mt19937 random(3);
    for (int round = 0; round < 40; ++round) {
        std::string forged = whole;
        for (int k = 0; k < 3; ++k) {
            forged[random() % forged.size()] = static_cast<char>(random());
        }
        if (round % 4 == 0) {
            forged.resize(random() % forged.size());
        }
        if (const auto taken = mesh_from_bytes(forged, places)) {
            for (const std::uint32_t corner : taken->fills[0].corners) {
                ASSERT_LT(corner, taken->fills[0].vertices.size());
            }
        }
    }
}

}  // namespace
}  // namespace miraimap::gui
