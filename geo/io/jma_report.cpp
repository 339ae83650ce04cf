// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cmath>

#include "geo/geometry/shared_borders.hpp"
#include "geo/io/jma_import.hpp"

namespace miraimap {
namespace {

struct Totals {
    int shared = 0;  // faces several bodies claimed
    int gaps = 0;    // faces nobody claimed, closed
    int open = 0;    // faces nobody claimed, left open
    double shared_km2 = 0;
    double gaps_km2 = 0;
    double open_km2 = 0;
};

Totals totals_of(const MosaicRepair& repair) {
    Totals t;
    for (const SettledFace& face : repair.settled) {
        if (!face.claims.empty()) {
            ++t.shared;
            t.shared_km2 += face.area_km2;
        } else if (face.given_to >= 0) {
            ++t.gaps;
            t.gaps_km2 += face.area_km2;
        } else {
            ++t.open;
            t.open_km2 += face.area_km2;
        }
    }
    return t;
}

std::string counts(const JmaImport& import, bool ja) {
    const MosaicRepair& r = import.repair;
    const Totals t = totals_of(r);
    long long borders = 0;
    long long shared_after = 0;
    for (const Border& border : find_borders(import.mosaic.shapes)) {
        ++borders;
        shared_after += border.edges;
    }
    const auto line = [&](const char* ja_text, const char* en_text, const std::string& value) {
        return fmt::format("{}: {}\n", ja ? ja_text : en_text, value);
    };
    const auto& bodies = import.catalogue;
    return line("版", "edition", bodies.edition) +
           line("入力の地物（うち不正な形）", "source features (of these invalid)",
                fmt::format("{} ({})", import.features, import.invalid_features)) +
           line("市区町村（数える/数えない）", "bodies (counted / not counted)",
                fmt::format(
                    "{} / {}", bodies.counted(),
                    bodies.municipalities.size() - static_cast<std::size_t>(bodies.counted()))) +
           line("正しい形になった", "valid bodies", fmt::format("{}", import.valid_bodies)) +
           line("入力の辺（うち市区町村どうしが共有）",
                "source edges (of these shared between bodies)",
                fmt::format("{} ({})", r.edges_before, r.shared_before)) +
           line("結節後の辺", "edges after noding", fmt::format("{}", r.edges_after)) +
           line("市区町村どうしの境界（共有する辺）", "borders between bodies (shared edges)",
                fmt::format("{} ({})", borders, shared_after)) +
           line("面（どの面も囲まない線）", "faces (lines that bound none)",
                fmt::format("{} ({})", r.faces, r.dangling_lines)) +
           line("重なり: 面積の小さい方へ", "overlaps, given to the smaller body",
                fmt::format("{} ({:.4f} km²)", t.shared, t.shared_km2)) +
           line("すき間: 共有する辺の最も多い隣へ", "gaps, given to the neighbour with most edges",
                fmt::format("{} ({:.4f} km²)", t.gaps, t.gaps_km2)) +
           line("誰のものでもない面（水面として残す）", "claimed by none, left open as water",
                fmt::format("{} ({:.4f} km²)", t.open, t.open_km2));
}

}  // namespace

std::string to_text(const JmaImport& import, Lang lang) {
    const bool ja = lang == Lang::ja;
    std::string text = counts(import, ja);
    text += ja ? "都道府県の面積 km²（入力 → 結果、変化 %）\n"
               : "area of prefectures in km² (source -> result, change %)\n";
    PrefectureArea all;
    const auto row = [&](const std::string& name, const PrefectureArea& area) {
        const double change = 100 * (area.repaired_km2 - area.source_km2) / area.source_km2;
        text += fmt::format("  {}: {:.3f} -> {:.3f}  {:+.5f} %\n", name, area.source_km2,
                            area.repaired_km2, change);
    };
    for (const Prefecture& prefecture : prefectures()) {
        const PrefectureArea& area =
            import.areas.at(static_cast<std::size_t>(prefecture.number) - 1);
        row(prefecture.code + " " + prefecture.name.in(lang), area);
        all.source_km2 += area.source_km2;
        all.repaired_km2 += area.repaired_km2;
    }
    row(ja ? "全国" : "Japan", all);
    for (const Finding& finding : import.findings) {
        text += to_line(finding, lang) + "\n";
    }
    return text;
}

}  // namespace miraimap
