// SPDX-License-Identifier: MIT
// The verbs that make a file or write into a database: export, render and report.
#include "app/cli/verbs.hpp"
#include "app/core/export_database.hpp"
#include "app/core/manifest.hpp"
#include "app/core/snapshot.hpp"
#include "app/print/output.hpp"
#include "app/print/paper_facts.hpp"
#include "geo/error.hpp"
#include "geo/io/database_address.hpp"

namespace miraimap {
namespace {

int export_to_database(const OutputOrder& order, const Output& output) {
    const std::string address = order.file.string();
    const Request& request = order.request;
    if (order.data.for_excel) {
        throw Error(ErrorKind::usage, "--for-excel",
                    {"データベースには使えない", "it does not go with a database"},
                    {"出力を .csv にする", "write a .csv"});
    }
    if (!order.data.view.empty()) {
        throw Error(ErrorKind::usage, "--view",
                    {"データベースには使えない", "it does not go with a database"},
                    {"出力を .gpkg にする", "write a .gpkg"});
    }
    DatabaseExportOptions asked{order.data.epsg, order.data.with_data, order.overwrite, {}};
    check_database_export(request, address, asked);
    const Snapshot snapshot = load_snapshot(request, load_options(output));
    if (order.manifest) {
        asked.manifest = manifest_text(request, {order.command, {}}, {});
    }
    const Findings changed = export_database(snapshot, address, asked);
    note(output, Text{"書き出した: " + address, "written: " + address}.in(request.lang));
    for (const Finding& finding : changed) {
        note(output, to_line(finding, request.lang));
    }
    return report_findings(snapshot.world->findings, output, request.lang);
}

Text done(OutputKind kind) {
    switch (kind) {
        case OutputKind::data:
            return {"書き出した: ", "written: "};
        case OutputKind::picture:
            return {"描いた: ", "painted: "};
        case OutputKind::report:
            break;
    }
    return {"書いた: ", "written: "};
}

}  // namespace

int verb_output(const OutputOrder& order, const Output& output) {
    if (order.kind == OutputKind::data && is_database(order.file.string())) {
        return export_to_database(order, output);
    }
    if (order.data.with_data) {
        throw Error(ErrorKind::usage, "--with-data",
                    {"データベースに書くときだけ使える", "it only goes with a database"},
                    {"出力を \"PG:…\" にする", "export to \"PG:…\""});
    }
    check_order(order);
    if (order.kind == OutputKind::picture) {
        look_for_fonts();
    }
    const Lang lang = order.request.lang;
    const LoadOptions loading = loading_for(order, load_options(output));
    const Snapshot snapshot = load_snapshot(order.request, loading);
    const Findings changed = carry_out(order, snapshot, loading);
    note(output, done(order.kind).in(lang) + order.file.string());
    for (const Finding& finding : changed) {
        note(output, to_line(finding, lang));
    }
    return report_findings(snapshot.world->findings, output, lang);
}

}  // namespace miraimap
