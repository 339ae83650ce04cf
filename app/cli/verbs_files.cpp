// SPDX-License-Identifier: MIT
// The verbs that write files: export, render and report.
#include <fmt/format.h>

#include <iostream>
#include <utility>

#include "app/cli/verbs.hpp"
#include "app/core/map_picture.hpp"
#include "app/core/snapshot.hpp"
#include "app/print/map_pages.hpp"
#include "app/print/report/report.hpp"
#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/output_target.hpp"
#include "geo/select/proof.hpp"

namespace miraimap {

int verb_export(const Request& request, const Output& output, const std::filesystem::path& file,
                const ExportOptions& options, bool overwrite) {
    check_output(file, input_files(request), overwrite);
    const Snapshot snapshot = load_snapshot(request);
    const Findings changed = export_file(snapshot, file, options);
    note(output,
         Text{"書き出した: " + file.string(), "written: " + file.string()}.in(request.lang));
    for (const Finding& finding : changed) {
        note(output, to_line(finding, request.lang));
    }
    return report_findings(snapshot.world->findings, output, request.lang);
}

int verb_render(const Request& request, const Output& output, const std::filesystem::path& file,
                const RenderOptions& options) {
    check_output(file, input_files(request), options.overwrite);
    const Snapshot snapshot = load_snapshot(request);
    Findings findings = snapshot.world->findings;
    MapPages pages(snapshot.world);
    for (Finding& finding :
         options.atlas
             ? paint_atlas(pages.atlas(snapshot, options.paper, options.theme), options.paper, file)
             : paint_paper(pages.page(snapshot, options.paper, options.theme), options.paper,
                           file)) {
        findings.push_back(std::move(finding));
    }
    note(output, Text{"描いた: " + file.string(), "painted: " + file.string()}.in(request.lang));
    return report_findings(findings, output, request.lang);
}

int verb_report(const Request& request, const Output& output, const std::filesystem::path& file,
                bool overwrite) {
    check_report_ending(file);
    check_output(file, input_files(request), overwrite);
    const Snapshot snapshot = load_snapshot(request);
    const CheckReport checks = check_data(request.data, request.source_text,
                                          snapshot.world->selections, snapshot.world->join);
    write_file(file, report_page(snapshot, checks));
    note(output, Text{"書いた: " + file.string(), "written: " + file.string()}.in(request.lang));
    return report_findings(snapshot.world->findings, output, request.lang);
}

}  // namespace miraimap
