// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "app/cli/verbs.hpp"
#include "app/core/snapshot.hpp"
#include "geo/error.hpp"
#include "geo/select/proof.hpp"
#include "geo/select/proof_parts.hpp"
#include "shapes/clean_polygons.hpp"

namespace miraimap {
namespace {

ResultTable proofs_table(const CheckReport& report, Lang lang) {
    ResultTable table;
    table.columns = {{"verdict", {"判定", "Verdict"}},
                     {"proof", {"証明", "Proof"}},
                     {"statement", {"内容", "Statement"}},
                     {"where", {"場所", "Where"}}};
    for (const Proof& proof : report.proofs) {
        table.rows.push_back(
            {key_of(proof.verdict), proof.id, proof.statement.in(lang), proof.where});
    }
    for (const Contradiction& c : report.contradictions) {
        table.rows.push_back(
            {"known-" + c.kind, c.id,
             fmt::format("{}: A「{}」 B「{}」 {}", c.subject.in(lang), c.reading_a, c.reading_b,
                         c.explanation.in(lang)),
             fmt::format("A p.{} l.{}; B p.{} l.{}", c.page_a, c.line_a, c.page_b, c.line_b)});
    }
    return table;
}

int count(const CheckReport& report, Verdict verdict) {
    int n = 0;
    for (const Proof& proof : report.proofs) {
        n += proof.verdict == verdict ? 1 : 0;
    }
    return n;
}

void print_proofs(const CheckReport& report, Lang lang) {
    std::cout << (lang == Lang::ja ? "■ 証明\n" : "■ Proofs\n");
    for (const Proof& proof : report.proofs) {
        std::cout << name_of(proof.verdict).in(lang) << "  " << proof.id << "  "
                  << proof.statement.in(lang) << "  [" << proof.where << "]\n";
    }
    std::cout << (lang == Lang::ja
                      ? "\n■ 資料自身の食い違い（既知。直さず両方を示す）\n"
                      : "\n■ The document's own contradictions (known; both readings)\n");
    const auto kind_name = [lang](const std::string& kind) {
        if (lang == Lang::en) {
            return kind;
        }
        return std::string(kind == "contradiction" ? "矛盾"
                           : kind == "explained"   ? "説明できる差"
                                                   : "検証不能");
    };
    for (const Contradiction& c : report.contradictions) {
        std::cout << fmt::format("{}  {}  {}\n    A p.{} l.{}: {}\n    B p.{} l.{}: {}\n    {}\n",
                                 kind_name(c.kind), c.id, c.subject.in(lang), c.page_a, c.line_a,
                                 c.reading_a, c.page_b, c.line_b, c.reading_b,
                                 c.explanation.in(lang));
    }
}

/// Every row of the three tables with its decision; nothing is left out.
void print_join(const World& world, Lang lang) {
    std::array<int, 5> matches{};
    std::cout << (lang == Lang::ja ? "\n■ 結合（印刷された地域 → 市区町村コード）\n"
                                   : "\n■ Join (printed areas -> municipality codes)\n");
    for (std::size_t i = 0; i < world.selections.size(); ++i) {
        for (const ResolvedPart& part : world.join.selections[i].parts) {
            ++matches.at(static_cast<std::size_t>(part.match));
            if (part.match == Match::exact) {
                continue;
            }
            std::string candidates;
            for (const Candidate& c : part.candidates) {
                candidates += " " + c.code + " " + c.prefecture + c.name;
            }
            std::cout << fmt::format("{}  {}  {} → {}  {}{}\n", key_of(part.match),
                                     world.selections[i].id, part.part,
                                     part.code.empty() ? "–" : part.code, part.reason.in(lang),
                                     candidates.empty() ? "" : " /" + candidates);
        }
    }
    std::string sums;
    int parts = 0;
    for (int m = 0; m <= static_cast<int>(Match::unknown); ++m) {
        const int n = matches.at(static_cast<std::size_t>(m));
        parts += n;
        sums += fmt::format("{}{} {}", m == 0 ? "" : ", ", key_of(static_cast<Match>(m)), n);
    }
    std::cout << Text{fmt::format("{} 行、{} 部分: {}\n", world.selections.size(), parts, sums),
                      fmt::format("{} rows, {} members: {}\n", world.selections.size(), parts,
                                  sums)}
                     .in(lang);
}

void print_failures(const std::vector<Proof>& proofs, Lang lang) {
    for (const Proof& proof : proofs) {
        if (proof.verdict == Verdict::failed) {
            std::cerr << fmt::format("{} {}: {} [{}]\n", name_of(Verdict::failed).in(lang),
                                     proof.id, proof.statement.in(lang), proof.where);
        }
    }
}

/// A cell that makes no sense stops the join; what needs no join is still proved.
int unreadable_tables(const Request& request, const Error& error) {
    std::vector<Proof> proofs;
    add_proof(proofs, "tables/readable", false, {error.message(Lang::ja), error.message(Lang::en)},
              error.where());
    prove_checksums(request.data, proofs);
    print_failures(proofs, request.lang);
    return 1;
}

}  // namespace

int verb_check(const Request& request, const Output& output) {
    std::shared_ptr<const World> world;
    try {
        world = load_world(request, load_options(output, false));
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::data) {
            throw;
        }
        return unreadable_tables(request, error);
    }
    CheckReport report =
        check_data(request.data, request.source_text, world->selections, world->join);
    const BoundarySet boundaries =
        read_boundaries(boundary_file(request), thorough_reading(output));
    prove_boundaries(boundaries, world->boundary_file, report.proofs);
    Findings on_map =
        unclean_polygons(boundaries.catalogue, boundaries.mosaic, Projection::equal_area_japan());
    std::copy_if(boundaries.findings.begin(), boundaries.findings.end(), std::back_inserter(on_map),
                 [](const Finding& f) {
                     return f.code == "borders-match-nearly" || f.code == "places-overlap";
                 });
    const Lang lang = request.lang;
    if (output.format == Format::table) {
        print_proofs(report, lang);
        print_join(*world, lang);
    } else {
        print_table(std::cout, proofs_table(report, lang), output.format, lang);
    }
    const int failed = count(report, Verdict::failed);
    const Text summary{
        fmt::format("証明 {}、失敗 {}、検証不能 {}、既知の食い違い {}",
                    count(report, Verdict::proved), failed, count(report, Verdict::unverifiable),
                    report.contradictions.size()),
        fmt::format("{} proved, {} failed, {} unverifiable, {} known discrepancies",
                    count(report, Verdict::proved), failed, count(report, Verdict::unverifiable),
                    report.contradictions.size())};
    if (output.format == Format::table) {
        std::cout << "\n" << summary.in(lang) << "\n";
    }
    print_failures(report.proofs, lang);
    report_findings(on_map, output, lang);
    const int findings = report_findings(world->findings, output, lang);
    return failed > 0 ? 1 : findings;
}

}  // namespace miraimap
