// SPDX-License-Identifier: MIT
// The verbs that write files: export, render and report.
#include <fmt/format.h>

#include <iostream>
#include <utility>

#include "app/cli/verbs.hpp"
#include "app/core/map_picture.hpp"
#include "app/core/snapshot.hpp"
#include "app/print/paper.hpp"
#include "app/print/report/report.hpp"
#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/select/proof.hpp"

namespace miraimap {
namespace {

/// An output must be none of the inputs, and only replace a file if that is allowed.
void check_output(const Request& request, const std::filesystem::path& file, bool overwrite) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        return;
    }
    for (const std::filesystem::path& input : {boundary_file(request), request.source_text}) {
        if (std::filesystem::equivalent(file, input, ignored)) {
            throw Error(
                ErrorKind::output, file.string(),
                {"入力と同じファイルには書かない", "this is an input and is not overwritten"},
                {"別の名前にする", "choose another name"});
        }
    }
    if (!overwrite) {
        throw Error(ErrorKind::output, file.string(),
                    {"すでにある（--no-overwrite）", "it exists already (--no-overwrite)"},
                    {"別の名前にする", "choose another name"});
    }
}

}  // namespace

int verb_export(const Request& request, const Output& output, const std::filesystem::path& file,
                const ExportOptions& options, bool overwrite) {
    check_output(request, file, overwrite);
    const Snapshot snapshot = make_snapshot(request, load_world(request));
    export_file(snapshot, file, options);
    note(output,
         Text{"書き出した: " + file.string(), "written: " + file.string()}.in(request.lang));
    return report_findings(snapshot.world->findings, output, request.lang);
}

int verb_render(const Request& request, const Output& output, const std::filesystem::path& file,
                const RenderOptions& options) {
    check_output(request, file, options.overwrite);
    const Snapshot snapshot = make_snapshot(request, load_world(request));
    const PaperOptions paper{options.width_px, options.height_px, options.scale, request.lang};
    const SceneOptions scene_options =
        paper_scene_options(paper, options.dark ? Theme::dark : Theme::light);
    Findings findings = snapshot.world->findings;
    for (Finding& finding : paint_paper(make_picture(snapshot, scene_options), paper, file)) {
        findings.push_back(std::move(finding));
    }
    note(output, Text{"描いた: " + file.string(), "painted: " + file.string()}.in(request.lang));
    return report_findings(findings, output, request.lang);
}

int verb_report(const Request& request, const Output& output, const std::filesystem::path& file,
                bool overwrite) {
    check_report_ending(file);
    check_output(request, file, overwrite);
    const AtomicFile target_is_fit(file);  // before the work, not after it
    const Snapshot snapshot = make_snapshot(request, load_world(request));
    const CheckReport checks = check_data(request.data, request.source_text,
                                          snapshot.world->selections, snapshot.world->join);
    write_file(file, report_page(snapshot, checks));
    note(output, Text{"書いた: " + file.string(), "written: " + file.string()}.in(request.lang));
    return report_findings(snapshot.world->findings, output, request.lang);
}

}  // namespace miraimap
