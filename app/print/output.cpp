// SPDX-License-Identifier: MIT
#include "app/print/output.hpp"

#include <utility>
#include <vector>

#include "app/core/manifest.hpp"
#include "app/core/map_picture.hpp"
#include "app/print/paper_facts.hpp"
#include "app/print/report/report.hpp"
#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/output_target.hpp"
#include "geo/select/proof.hpp"
#include "shapes/land_in_view.hpp"

namespace miraimap {
namespace {

/// Finished, but still in memory.
struct Made {
    std::vector<OutputFile> files;
    std::vector<std::filesystem::path> stale;  ///< that the new files make untrue
    Findings findings;
    std::vector<std::pair<std::string, std::string>> libraries;
};

Made make_data(const OutputOrder& order, const Snapshot& snapshot, Progress& progress) {
    EncodedLayers encoded = encode_export(snapshot, order.file, order.data, &progress);
    return {std::move(encoded.files), std::move(encoded.stale), std::move(encoded.findings), {}};
}

/// A note if a view that was asked for shows no land.
Findings check_view(const Request& request, const Scene& scene) {
    if (!request.view || has_land(*scene.shapes, scene.view.box())) {
        return {};
    }
    return {
        {Severity::note,
         "view-without-land",
         "--view",
         {view_words(*request.view) + " には陸がない。西,南,東,北 の順と単位（メートル）を確かめる",
          view_words(*request.view) +
              " shows no land: check the order west,south,east,north and that these are metres"}}};
}

Made make_picture_file(const OutputOrder& order, const Snapshot& snapshot, MapPages pages,
                       Progress& progress) {
    const PageOptions& page = order.page;
    progress.at(WorkStep::painting, 0, 1);
    // First: Pango and Cairo may crash where there is no font at all.
    Findings findings = check_paper_font();
    std::string bytes;
    if (page.atlas) {
        bytes = atlas_bytes(pages.atlas(snapshot, page.paper, page.theme), page.paper, &progress);
    } else {
        const Scene scene = pages.page(snapshot, page.paper, page.theme);
        append(findings, check_view(order.request, scene));
        constexpr std::size_t laid_out = 1;
        constexpr std::size_t and_painted = 2;
        progress.at(WorkStep::painting, laid_out, and_painted);
        bytes = paper_bytes(scene, page.paper, paper_format_of(order.file));
    }
    return {{{order.file, std::move(bytes)}}, {}, std::move(findings), paper_libraries()};
}

Made make_report(const OutputOrder& order, const Snapshot& snapshot,
                 std::shared_ptr<const MapShapes> shapes, Progress& progress) {
    progress.at(WorkStep::proving, 0, 1);
    const CheckReport checks = check_data(order.request.data, order.request.source_text,
                                          snapshot.world->selections, snapshot.world->join);
    return {
        {{order.file, report_page(snapshot, checks, std::move(shapes), &progress)}}, {}, {}, {}};
}

}  // namespace

void check_order(const OutputOrder& order) {
    if (order.kind == OutputKind::picture) {
        static_cast<void>(paper_format_of(order.file));
    } else if (order.kind == OutputKind::report) {
        check_report_ending(order.file);
    }
    const std::vector<std::filesystem::path> inputs = input_files(order.request);
    check_output(order.file, inputs, order.overwrite);
    if (order.manifest) {
        check_output(manifest_path(order.file), inputs, order.overwrite);
    }
}

LoadOptions loading_for(const OutputOrder& order, LoadOptions loading) {
    const Request& request = order.request;
    // Neighbours and distances follow from the polygons, everything else from the map's shapes.
    loading.picture_only =
        order.kind == OutputKind::picture && request.colour != MapColour::distance &&
        request.colour != MapColour::borders && request.outlined_gaps <= 0 && !request.neighbours;
    return loading;
}

Findings carry_out(const OutputOrder& order, const Snapshot& snapshot, const LoadOptions& loading,
                   std::shared_ptr<const MapShapes> shapes) {
    check_order(order);
    Progress silent;
    Progress& progress = loading.progress != nullptr ? *loading.progress : silent;
    if (order.kind != OutputKind::data && !shapes) {
        shapes = picture_shapes(*snapshot.world, loading);
    }
    Made made;
    switch (order.kind) {
        case OutputKind::data:
            made = make_data(order, snapshot, progress);
            break;
        case OutputKind::picture:
            made = make_picture_file(order, snapshot, MapPages(snapshot.world, std::move(shapes)),
                                     progress);
            break;
        case OutputKind::report:
            made = make_report(order, snapshot, std::move(shapes), progress);
            break;
    }
    if (order.manifest) {
        OutputFile record =
            make_manifest(order.request, {order.command, std::move(made.libraries)}, made.files);
        made.files.insert(made.files.begin(), std::move(record));
    }
    progress.at(WorkStep::saving, 0, 1);  // the last chance to stop
    write_files(made.files);
    remove_files(made.stale);
    return made.findings;
}

}  // namespace miraimap
