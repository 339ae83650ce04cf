// SPDX-License-Identifier: MIT
#include "app/core/export_layers.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "app/core/result_table.hpp"
#include "geo/geometry/representative_point.hpp"
#include "geo/geometry/shared_borders.hpp"
#include "geo/io/csv.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace {

Cell text_cell(const std::string& text) { return text.empty() ? Cell() : Cell(text); }
Cell number_cell(int value) { return static_cast<std::int64_t>(value); }

Cell as_cell(const ResultCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return *text;
    }
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
        return *number;
    }
    if (const auto* decimal = std::get_if<Decimal>(&cell)) {
        return decimal->value;
    }
    if (const auto* words = std::get_if<WordList>(&cell)) {
        return text_cell(join_list(*words));
    }
    return {};
}

/// Names of a Shapefile's columns, where ten characters do not hold ours.
std::string short_name(const std::string& name) {
    static const std::map<std::string, std::string> names{
        {"fiscal_year", "fisc_year"},
        {"technologies", "techs"},
        {"requested_thousand_yen", "req_kyen"},
        {"granted_thousand_yen", "grant_kyen"},
        {"source_page", "src_page"},
        {"source_line", "src_line"},
        {"municipalities", "munis"},
        {"prefectures", "prefs"},
    };
    const auto it = names.find(name);
    return it == names.end() ? name : it->second;
}

}  // namespace

ExportLayers::ExportLayers(const Snapshot& snapshot)
    : snapshot_(snapshot), world_(*snapshot.world) {}

const std::vector<std::string>& ExportLayers::names() {
    static const std::vector<std::string> all{"municipalities", "prefectures", "selections",
                                              "gap_regions", "selection_areas"};
    return all;
}

OutLayer ExportLayers::make(const std::string& name) {
    if (name == "municipalities") {
        return municipalities();
    }
    if (name == "prefectures") {
        return prefecture_layer();
    }
    if (name == "selections") {
        return selections();
    }
    if (name == "gap_regions") {
        return gap_regions();
    }
    return selection_areas();
}

OutLayer ExportLayers::municipalities() const {
    OutLayer layer;
    layer.name = "municipalities";
    layer.description = {"市区町村と選定の段階", "Municipalities and their grade"};
    layer.kind = GeometryKind::multi_polygon;
    layer.fields = {
        {"code", FieldType::text, {"コード", "Code"}, "code"},
        {"name", FieldType::text, {"市区町村", "Name"}, "name"},
        {"name_kana", FieldType::text, {"読み", "Reading"}, "name_kana"},
        {"name_en", FieldType::text, {"英語名", "English name"}, "name_en"},
        {"prefecture_code", FieldType::text, {"県コード", "Prefecture code"}, "pref_code"},
        {"prefecture", FieldType::text, {"都道府県", "Prefecture"}, "pref"},
        {"kind", FieldType::text, {"団体の種類", "Kind of body"}, "kind"},
        {"counted", FieldType::boolean, {"集計対象", "Counted"}, "counted"},
        {"grade", FieldType::text, {"段階", "Grade"}, "grade"},
        {"selections", FieldType::integer, {"選定件数", "Selections"}, "selections"},
        {"first_year", FieldType::text, {"最初の年度", "First year"}, "first_year"},
        {"programmes", FieldType::text, {"事業", "Programmes"}, "programmes"},
        {"technologies", FieldType::text, {"技術", "Technologies"}, "techs"},
        {"selection_ids", FieldType::text, {"選定ID", "Selection ids"}, "sel_ids"},
        {"area_km2", FieldType::real, {"面積km²", "Area km²"}, "area_km2"}};
    for (std::size_t i = 0; i < world_.catalogue.municipalities.size(); ++i) {
        OutFeature feature;
        feature.cells = municipality_cells(i);
        feature.shape = i < world_.mosaic.shapes.size() ? &world_.mosaic.shapes[i] : nullptr;
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

std::vector<Cell> ExportLayers::municipality_cells(std::size_t i) const {
    const Municipality& m = world_.catalogue.municipalities[i];
    const MunicipalityCoverage& covered = snapshot_.coverage[i];
    std::set<Programme> programmes;
    std::set<Technology> technologies;
    std::vector<std::string> ids;
    int first_year = 0;
    for (const Hold& hold : covered.holds) {
        const Passed& passed = snapshot_.passed[static_cast<std::size_t>(hold.passed)];
        const Selection& s = world_.selections[static_cast<std::size_t>(passed.selection)];
        programmes.insert(passed.programmes.begin(), passed.programmes.end());
        technologies.insert(s.technologies.begin(), s.technologies.end());
        ids.push_back(s.id);
        first_year = first_year == 0 ? s.fiscal_year : std::min(first_year, s.fiscal_year);
    }
    const auto keys = [](const auto& values) {
        std::vector<std::string> all;
        for (const auto value : values) {
            all.push_back(key_of(value));
        }
        return join_list(all);
    };
    const Prefecture& p = prefectures().at(static_cast<std::size_t>(m.prefecture - 1));
    return {m.code,
            m.name_ja,
            text_cell(m.name_kana),
            text_cell(m.name_en),
            p.code,
            p.name.ja,
            std::string(key_of(m.kind)),
            number_cell(m.counted ? 1 : 0),
            m.counted ? Cell(key_of(covered.grade)) : Cell("not_counted"),
            number_cell(covered.selections),
            first_year == 0 ? Cell() : Cell(year_key(first_year)),
            text_cell(keys(programmes)),
            text_cell(keys(technologies)),
            text_cell(join_list(ids)),
            m.area_km2};
}

OutLayer ExportLayers::prefecture_layer() {
    OutLayer layer;
    layer.name = "prefectures";
    layer.description = {"都道府県ごとの集計", "Coverage by prefecture"};
    layer.kind = GeometryKind::multi_polygon;
    layer.fields = {
        {"code", FieldType::text, {"県コード", "Code"}, "code"},
        {"name", FieldType::text, {"都道府県", "Name"}, "name"},
        {"name_en", FieldType::text, {"英語名", "English name"}, "name_en"},
        {"municipalities", FieldType::integer, {"市区町村数", "Municipalities"}, "munis"},
        {"direct", FieldType::integer, {"選定", "Direct"}, "direct"},
        {"part", FieldType::integer, {"一部", "Part"}, "part"},
        {"prefecture_only", FieldType::integer, {"県のみ", "Prefecture only"}, "pref_only"},
        {"uncovered", FieldType::integer, {"選定なし", "Not selected"}, "uncovered"},
        {"selections", FieldType::integer, {"選定件数", "Selections"}, "selections"},
        {"share_municipalities",
         FieldType::real,
         {"市区町村割合", "Share of municipalities"},
         "share_muni"},
        {"area_km2", FieldType::real, {"面積km²", "Area km²"}, "area_km2"},
        {"covered_area_km2", FieldType::real, {"選定面積km²", "Covered area km²"}, "covered_km"},
        {"share_area", FieldType::real, {"面積割合", "Share of area"}, "share_area"}};
    std::vector<int> group;
    for (const Municipality& m : world_.catalogue.municipalities) {
        group.push_back(m.prefecture - 1);
    }
    if (!world_.mosaic.shapes.empty()) {
        prefecture_outlines_ = dissolve(world_.mosaic.shapes, group, prefecture_count);
    }
    const CoverageTable table = coverage_table(coverage_question(snapshot_, CoverageBy::prefecture),
                                               world_.catalogue, world_.selections, world_.join);
    for (const CoverageRow& row : table.rows) {
        const auto index = static_cast<std::size_t>(std::stoi(row.key) - 1);
        OutFeature feature;
        feature.cells = {row.key,
                         row.name.ja,
                         row.name.en,
                         number_cell(row.municipalities),
                         number_cell(row.direct),
                         number_cell(row.part),
                         number_cell(row.prefecture_only),
                         number_cell(row.uncovered),
                         number_cell(row.selections),
                         row.share_municipalities(),
                         row.area_km2,
                         row.covered_area_km2,
                         row.share_area()};
        feature.shape = prefecture_outlines_.empty() ? nullptr : &prefecture_outlines_[index];
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

OutLayer ExportLayers::selections() const {
    OutLayer layer;
    layer.name = "selections";
    layer.description = {"選定（1件1地物、代表点）", "Selections, one feature each"};
    layer.kind = GeometryKind::multi_point;
    const ResultTable table = list_table(snapshot_, Lang::ja);
    static const std::vector<std::string> numbers{
        "number", "requested_thousand_yen", "granted_thousand_yen", "source_page", "source_line"};
    for (const ResultColumn& column : table.columns) {
        const bool number = std::find(numbers.begin(), numbers.end(), column.name) != numbers.end();
        layer.fields.push_back({column.name, number ? FieldType::integer : FieldType::text,
                                column.title, short_name(column.name)});
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        OutFeature feature;
        for (const ResultCell& cell : table.rows[r]) {
            feature.cells.push_back(as_cell(cell));
        }
        feature.points = points_of(static_cast<std::size_t>(snapshot_.passed[r].selection));
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

std::vector<LonLat> ExportLayers::points_of(std::size_t selection) const {
    std::vector<LonLat> points;
    const auto add = [&](std::size_t municipality) {
        if (municipality < world_.mosaic.shapes.size()) {
            if (const auto p = representative_point(world_.mosaic.shapes[municipality])) {
                points.push_back(*p);
            }
        }
    };
    for (const ResolvedPart& part : world_.join.selections[selection].parts) {
        if (part.municipality >= 0) {
            add(static_cast<std::size_t>(part.municipality));
        } else if (part.is_prefecture) {
            add(largest_of(part.prefecture_number));
        }
    }
    return points;
}

std::size_t ExportLayers::largest_of(int prefecture) const {
    std::size_t best = world_.catalogue.municipalities.size();
    for (std::size_t i = 0; i < world_.catalogue.municipalities.size(); ++i) {
        const Municipality& m = world_.catalogue.municipalities[i];
        const bool larger = best == world_.catalogue.municipalities.size() ||
                            m.area_km2 > world_.catalogue.municipalities[best].area_km2;
        if (m.prefecture == prefecture && m.counted && larger) {
            best = i;
        }
    }
    return best;
}

OutLayer ExportLayers::selection_areas() const {
    OutLayer layer;
    layer.name = "selection_areas";
    layer.description = {"選定と市区町村の対応（1対多）", "Selections and their municipalities"};
    layer.fields = {{"selection_id", FieldType::text, {"選定ID", "Selection"}, "sel_id"},
                    {"code", FieldType::text, {"コード", "Code"}, "code"},
                    {"part", FieldType::text, {"区域", "Part"}, "part"},
                    {"area_part", FieldType::text, {"印刷の部分", "Printed member"}, "area_part"},
                    {"match", FieldType::text, {"一致", "Match"}, "match"},
                    {"reason", FieldType::text, {"理由", "Reason"}, "reason"}};
    for (const Passed& passed : snapshot_.passed) {
        const auto index = static_cast<std::size_t>(passed.selection);
        for (const ResolvedPart& part : world_.join.selections[index].parts) {
            layer.features.push_back({{world_.selections[index].id, text_cell(part.code),
                                       text_cell(join_list(part.districts)), part.part,
                                       key_of(part.match), part.reason.ja},
                                      nullptr,
                                      {}});
        }
    }
    return layer;
}

}  // namespace miraimap
