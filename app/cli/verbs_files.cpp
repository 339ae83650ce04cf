// SPDX-License-Identifier: MIT
// The verbs that write files: export, render and report.
#include <fmt/format.h>

#include <iostream>
#include <utility>

#include "app/cli/verbs.hpp"
#include "app/core/export_database.hpp"
#include "app/core/manifest.hpp"
#include "app/core/map_picture.hpp"
#include "app/core/snapshot.hpp"
#include "app/print/map_pages.hpp"
#include "app/print/paper_facts.hpp"
#include "app/print/report/report.hpp"
#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/database_address.hpp"
#include "geo/io/output_target.hpp"
#include "geo/select/proof.hpp"

namespace miraimap {
namespace {

void check_outputs(const Request& request, const std::filesystem::path& file,
                   const Delivery& delivery) {
    check_output(file, input_files(request), delivery.overwrite);
    if (delivery.manifest) {
        check_output(manifest_path(file), input_files(request), delivery.overwrite);
    }
}

/// Puts finished files in place, their record with them.
void deliver(const Request& request, const Delivery& delivery, std::vector<OutputFile> files,
             std::vector<std::pair<std::string, std::string>> libraries = {}) {
    if (delivery.manifest) {
        OutputFile record = make_manifest(request, {delivery.command, std::move(libraries)}, files);
        files.insert(files.begin(), std::move(record));
    }
    write_files(files);
}

int export_to_database(const Request& request, const Output& output, const std::string& address,
                       const ExportOptions& options, const Delivery& delivery) {
    if (options.for_excel) {
        throw Error(ErrorKind::usage, "--for-excel",
                    {"データベースには使えない", "it does not go with a database"},
                    {"出力を .csv にする", "write a .csv"});
    }
    DatabaseExportOptions asked{options.epsg, options.with_data, delivery.overwrite, {}};
    check_database_export(request, address, asked);
    const Snapshot snapshot = load_snapshot(request, load_options(output));
    if (delivery.manifest) {
        asked.manifest = manifest_text(request, {delivery.command, {}}, {});
    }
    const Findings changed = export_database(snapshot, address, asked);
    note(output, Text{"書き出した: " + address, "written: " + address}.in(request.lang));
    for (const Finding& finding : changed) {
        note(output, to_line(finding, request.lang));
    }
    return report_findings(snapshot.world->findings, output, request.lang);
}

}  // namespace

int verb_export(const Request& request, const Output& output, const std::filesystem::path& file,
                const ExportOptions& options, const Delivery& delivery) {
    if (is_database(file.string())) {
        return export_to_database(request, output, file.string(), options, delivery);
    }
    if (options.with_data) {
        throw Error(ErrorKind::usage, "--with-data",
                    {"データベースに書くときだけ使える", "it only goes with a database"},
                    {"出力を \"PG:…\" にする", "export to \"PG:…\""});
    }
    check_outputs(request, file, delivery);
    const Snapshot snapshot = load_snapshot(request, load_options(output));
    EncodedLayers encoded = encode_export(snapshot, file, options);
    const Findings changed = std::move(encoded.findings);
    deliver(request, delivery, std::move(encoded.files));
    remove_files(encoded.stale);
    note(output,
         Text{"書き出した: " + file.string(), "written: " + file.string()}.in(request.lang));
    for (const Finding& finding : changed) {
        note(output, to_line(finding, request.lang));
    }
    return report_findings(snapshot.world->findings, output, request.lang);
}

int verb_render(const Request& request, const Output& output, const std::filesystem::path& file,
                const RenderOptions& options, const Delivery& delivery) {
    const PaperFormat format = paper_format_of(file);
    check_outputs(request, file, delivery);
    look_for_fonts();
    LoadOptions loading = load_options(output);
    // Neighbours and distances follow from the polygons, everything else from the map's shapes.
    loading.picture_only = request.colour != MapColour::distance &&
                           request.colour != MapColour::borders && request.outlined_gaps <= 0 &&
                           !request.neighbours;
    const Snapshot snapshot = load_snapshot(request, loading);
    Findings findings = snapshot.world->findings;
    MapPages pages(snapshot.world, loading);
    std::string bytes =
        options.atlas
            ? atlas_bytes(pages.atlas(snapshot, options.paper, options.theme), options.paper)
            : paper_bytes(pages.page(snapshot, options.paper, options.theme), options.paper,
                          format);
    deliver(request, delivery, {{file, std::move(bytes)}}, paper_libraries());
    for (Finding& finding : check_paper_font()) {
        findings.push_back(std::move(finding));
    }
    note(output, Text{"描いた: " + file.string(), "painted: " + file.string()}.in(request.lang));
    return report_findings(findings, output, request.lang);
}

int verb_report(const Request& request, const Output& output, const std::filesystem::path& file,
                const Delivery& delivery) {
    check_report_ending(file);
    check_outputs(request, file, delivery);
    const Snapshot snapshot = load_snapshot(request, load_options(output));
    const CheckReport checks = check_data(request.data, request.source_text,
                                          snapshot.world->selections, snapshot.world->join);
    deliver(request, delivery, {{file, report_page(snapshot, checks)}});
    note(output, Text{"書いた: " + file.string(), "written: " + file.string()}.in(request.lang));
    return report_findings(snapshot.world->findings, output, request.lang);
}

}  // namespace miraimap
