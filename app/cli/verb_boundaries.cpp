// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <iostream>
#include <map>

#include "app/cli/verbs.hpp"
#include "app/core/snapshot.hpp"
#include "geo/error.hpp"
#include "geo/geometry/shared_borders.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/io/jma_import.hpp"
#include "geo/visible_text.hpp"
#include "shapes/clean_polygons.hpp"

namespace miraimap {
namespace {

struct Described {
    std::string file;
    BoundarySet set;
};

int count_kind(const Catalogue& catalogue, BodyKind kind) {
    int n = 0;
    for (const Municipality& m : catalogue.municipalities) {
        n += m.kind == kind ? 1 : 0;
    }
    return n;
}

double area_of(const Catalogue& catalogue) {
    double area = 0;
    for (const Municipality& m : catalogue.municipalities) {
        area += m.area_km2;
    }
    return area;
}

ResultTable boundaries_table(const std::vector<Described>& all, Lang lang) {
    ResultTable table;
    table.columns = {{"file", {"ファイル", "File"}},
                     {"format", {"形式", "Format"}},
                     {"layer", {"レイヤー", "Layer"}},
                     {"edition", {"版", "Edition"}},
                     {"crs", {"座標参照系", "CRS"}},
                     {"features", {"地物", "Features"}},
                     {"ring_vertices", {"頂点", "Vertices"}},
                     {"municipalities", {"市区町村", "Municipalities"}},
                     {"designated_cities", {"政令市", "Designated cities"}},
                     {"cities", {"市", "Cities"}},
                     {"special_wards", {"特別区", "Special wards"}},
                     {"towns", {"町", "Towns"}},
                     {"villages", {"村", "Villages"}},
                     {"not_counted", {"数えない", "Not counted"}},
                     {"wards_dissolved", {"統合した区", "Wards dissolved"}},
                     {"area_km2", {"面積km²", "Area km²"}},
                     {"problems", {"問題", "Problems"}}};
    for (const Described& d : all) {
        const Catalogue& c = d.set.catalogue;
        const auto number = [](auto n) { return ResultCell(static_cast<std::int64_t>(n)); };
        const auto kind = [&](BodyKind k) { return number(count_kind(c, k)); };
        WordList problems;
        for (const Finding& finding : d.set.findings) {
            problems.push_back(to_line(finding, lang));
        }
        table.rows.push_back({d.file, d.set.format, d.set.layer, c.edition,
                              d.set.crs.empty() ? ResultCell() : ResultCell(d.set.crs),
                              number(d.set.features), number(d.set.ring_vertices),
                              number(c.counted()), kind(BodyKind::designated_city),
                              kind(BodyKind::city), kind(BodyKind::special_ward),
                              kind(BodyKind::town), kind(BodyKind::village),
                              number(static_cast<int>(c.municipalities.size()) - c.counted()),
                              number(d.set.wards_dissolved), Decimal{area_of(c), 2}, problems});
    }
    return table;
}

void print_for_people(const Described& d, Lang lang) {
    const ResultTable table = boundaries_table({d}, lang);
    for (std::size_t i = 0; i + 1 < table.columns.size(); ++i) {
        const std::string title = table.columns[i].title.in(lang);
        std::string value;
        const ResultCell& cell = table.rows.front()[i];
        if (const auto* text = std::get_if<std::string>(&cell)) {
            value = visible_text(*text);
        } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
            value = std::to_string(*number);
        } else if (const auto* decimal = std::get_if<Decimal>(&cell)) {
            value = fmt::format("{:.2f}", decimal->value);
        } else {
            value = "–";
        }
        constexpr int title_width = 20;
        std::cout << title
                  << std::string(
                         static_cast<std::size_t>(std::max(1, title_width - display_width(title))),
                         ' ')
                  << value << "\n";
    }
    for (const Finding& finding : d.set.findings) {
        std::cout << "  " << visible_text(to_line(finding, lang)) << "\n";
    }
}

}  // namespace

int verb_boundaries_import(const Output& output, Lang lang, const std::filesystem::path& folder,
                           const std::filesystem::path& file) {
    const JmaImport import = import_jma(folder);
    write_boundaries(file, import.catalogue, import.mosaic, import.origin);
    std::cout << to_text(import, lang);
    return report_findings(import.findings, output, lang);
}

int verb_boundaries(const Request& request, const Output& output,
                    const std::vector<std::string>& files) {
    std::vector<Described> all;
    std::vector<std::string> names = files;
    if (names.empty()) {
        names.push_back(boundary_file(request).string());
    }
    int worst = 0;
    for (const std::string& name : names) {
        try {
            all.push_back({name, read_boundaries(name, thorough_reading(output))});
        } catch (const Error& error) {
            if (names.size() == 1) {
                throw;
            }
            worst = std::max(worst, report_error(error, output, request.lang));
            continue;  // the other files are described all the same
        }
        BoundarySet& set = all.back().set;
        const Findings unclean =
            unclean_polygons(set.catalogue, set.mosaic, Projection::equal_area_japan());
        set.findings.insert(set.findings.end(), unclean.begin(), unclean.end());
        worst = std::max(worst, has_error(all.back().set.findings) ? 1 : 0);
    }
    if (output.format == Format::table) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::cout << (i == 0 ? "" : "\n");
            print_for_people(all[i], request.lang);
        }
    } else {
        print_table(std::cout, boundaries_table(all, request.lang), output.format, request.lang);
    }
    return worst;
}

}  // namespace miraimap
