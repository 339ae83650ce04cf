// SPDX-License-Identifier: MIT
#include "geo/io/jma_import.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <cmath>
#include <ctime>
#include <map>
#include <nlohmann/json.hpp>

#include "geo/error.hpp"
#include "geo/geometry/geodesic_area.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/io/gdal_dataset.hpp"
#include "geo/io/jma_names.hpp"

namespace miraimap {
namespace {

using nlohmann::json;

constexpr std::string_view northern_territories_source_code = "hoppo";

struct SourceFeature {
    std::string code;
    MultiPolygon shape;
};

[[noreturn]] void fail(const std::string& where, const std::string& ja, const std::string& en) {
    throw Error(ErrorKind::input, where, {ja, en},
                {"reversejp 0.2.1 の data フォルダーを指定する",
                 "name the folder data/ of the package reversejp 0.2.1"});
}

struct SourceFile {
    json content;
    std::string date;  ///< of the packed file, "2025-03-10"
};

SourceFile read_packed_json(const std::filesystem::path& folder, const std::string& name) {
    const std::filesystem::path zip = folder / (name + ".json.zip");
    const std::string packed =
        "/vsizip/" + std::filesystem::absolute(zip).string() + "/" + name + ".json";
    const gdal::Messages messages;
    VSIStatBufL status;
    if (VSIStatL(packed.c_str(), &status) != 0) {
        fail(zip.string(), "ないか、中に " + name + ".json がない",
             "is missing, or does not hold " + name + ".json");
    }
    vsi_l_offset size = 0;
    GByte* data = nullptr;
    if (VSIIngestFile(nullptr, packed.c_str(), &data, &size, -1) == FALSE) {
        fail(zip.string(), "展開できない（" + messages.first() + "）",
             "cannot be unpacked (" + messages.first() + ")");
    }
    const std::unique_ptr<GByte, void (*)(void*)> owned(data, VSIFree);
    SourceFile file;
    file.content = json::parse(data, data + size, nullptr, false);
    if (file.content.is_discarded()) {
        fail(zip.string(), "JSON として壊れている", "is broken JSON");
    }
    const std::time_t time = status.st_mtime;
    std::tm date{};
    gmtime_r(&time, &date);
    file.date =
        fmt::format("{:04}-{:02}-{:02}", date.tm_year + 1900, date.tm_mon + 1, date.tm_mday);
    return file;
}

MultiPolygon shape_of(const json& coordinates, const std::string& where) {
    MultiPolygon shape;
    for (const json& polygon : coordinates) {
        for (const json& points : polygon) {
            Ring ring;
            for (const json& point : points) {
                const LonLat p{point.at(0).get<double>(), point.at(1).get<double>()};
                if (ring.empty() || ring.back() != p) {
                    ring.push_back(p);
                }
            }
            if (ring.size() > 1 && ring.front() == ring.back()) {
                ring.pop_back();
            }
            if (ring.size() < 3) {
                fail(where, "頂点が 3 未満の輪がある", "has a ring with less than three vertices");
            }
            // Each ring stands alone: what is inside follows from all rings of a feature together.
            shape.push_back({std::move(ring), {}});
        }
    }
    return shape;
}

std::vector<SourceFeature> read_features(const std::filesystem::path& folder, std::string& date) {
    std::vector<SourceFeature> features;
    for (int i = 0; i < 10; ++i) {
        const std::string name = fmt::format("landslides_{}", i);
        const SourceFile file = read_packed_json(folder, name);
        date = std::max(date, file.date);
        try {
            for (const json& feature : file.content.at("features")) {
                const std::string code = feature.at("properties").at("code").get<std::string>();
                const json& geometry = feature.at("geometry");
                if (geometry.at("type") != "MultiPolygon") {
                    fail(name, code + " が MultiPolygon ではない", code + " is no MultiPolygon");
                }
                features.push_back({code, shape_of(geometry.at("coordinates"), name + " " + code)});
            }
        } catch (const json::exception& problem) {
            fail((folder / (name + ".json.zip")).string(),
                 fmt::format("GeoJSON の形が違う（{}）", problem.what()),
                 fmt::format("is not the expected GeoJSON ({})", problem.what()));
        }
    }
    return features;
}

std::map<std::string, std::vector<JmaArea>> read_areas(const std::filesystem::path& folder) {
    const SourceFile file = read_packed_json(folder, "area");
    std::map<std::string, std::vector<JmaArea>> areas;
    try {
        for (const auto& [code, area] : file.content.at("class20s").items()) {
            areas[code.substr(0, 5)].push_back({code, area.at("name").get<std::string>(),
                                                area.at("enName").get<std::string>(),
                                                area.at("kana").get<std::string>()});
        }
    } catch (const json::exception& problem) {
        fail((folder / "area.json.zip").string(),
             fmt::format("想定した形ではない（{}）", problem.what()),
             fmt::format("is not of the expected form ({})", problem.what()));
    }
    return areas;
}

/// The municipality a feature belongs to; "" if the code is not understood.
std::string municipality_of(const std::string& code) {
    if (code == northern_territories_source_code) {
        return std::string(northern_territories_code);
    }
    const bool digits =
        code.size() == 7 && code.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || !find_prefecture(code.substr(0, 2))) {
        return {};
    }
    // The only designated cities the source divides by wards.
    const std::string_view five = std::string_view(code).substr(0, 5);
    if (five > "26100" && five < "26130") {
        return "26100";
    }
    if (five > "34100" && five < "34130") {
        return "34100";
    }
    return std::string(five);
}

Municipality describe(const std::string& code,
                      const std::map<std::string, std::vector<JmaArea>>& areas,
                      Findings& findings) {
    Municipality body;
    body.code = code;
    body.prefecture = *find_prefecture(code.substr(0, 2));
    if (code == northern_territories_code) {
        body.name_ja = "北方領土";
        body.name_kana = "ほっぽうりょうど";
        body.name_en = "Northern Territories";
        body.kind = BodyKind::northern_territories;
        body.counted = false;
        return body;
    }
    const auto known = areas.find(code);
    const JmaName name =
        name_of_municipality(code, known == areas.end() ? std::vector<JmaArea>{} : known->second);
    body.name_ja = name.ja;
    body.name_kana = name.kana;
    body.name_en = name.en;
    body.kind = kind_of_municipality(code, name.ja);
    if (name.ja.empty() || name.kana.empty() || name.en.empty()) {
        findings.push_back(
            {Severity::error,
             "name-missing",
             code,
             {"名称を決められない: " + name.ja + "/" + name.kana + "/" + name.en,
              "the rules give no name: " + name.ja + "/" + name.kana + "/" + name.en}});
    }
    return body;
}

/// Area that an even-odd test gives each feature alone, by GEOS's own repair of single features.
double even_odd_area_km2(const GeosContext& geos, const SourceFeature& feature, bool& valid) {
    const auto geometry = geos.multi_polygon(feature.shape);
    valid = GEOSisValid_r(geos.get(), geometry.get()) == 1;
    return geodesic_area_km2(
        geos.shape(geos.own(GEOSMakeValid_r(geos.get(), geometry.get())).get()));
}

void measure(JmaImport& import, const std::vector<SourceFeature>& features) {
    const GeosContext geos;
    const auto area_of = [&](int prefecture) -> PrefectureArea& {
        return import.areas.at(static_cast<std::size_t>(prefecture) - 1);
    };
    for (const SourceFeature& feature : features) {
        const std::string code = municipality_of(feature.code);
        bool valid = false;
        const double area_km2 = even_odd_area_km2(geos, feature, valid);
        import.invalid_features += valid ? 0 : 1;
        if (!code.empty()) {
            area_of(*find_prefecture(code.substr(0, 2))).source_km2 += area_km2;
        }
    }
    for (std::size_t i = 0; i < import.mosaic.shapes.size(); ++i) {
        Municipality& body = import.catalogue.municipalities[i];
        body.area_km2 = geodesic_area_km2(import.mosaic.shapes[i]);
        area_of(body.prefecture).repaired_km2 += body.area_km2;
        const std::string problem = geos.why_invalid(import.mosaic.shapes[i]);
        import.valid_bodies += problem.empty() ? 1 : 0;
        if (!problem.empty()) {
            import.findings.push_back({Severity::error, "polygon-invalid", body.code, {
                                           problem,
                                           problem
                                       }});
        }
        if (import.mosaic.shapes[i].empty()) {
            import.findings.push_back({Severity::error, "geometry-missing", body.code, {
                                           "図形が残らない",
                                           "no polygon is left"
                                       }});
        }
    }
}

}  // namespace

JmaImport import_jma(const std::filesystem::path& source_folder) {
    JmaImport import;
    std::string date;
    const std::vector<SourceFeature> features = read_features(source_folder, date);
    const auto areas = read_areas(source_folder);
    import.features = static_cast<int>(features.size());
    import.catalogue.edition = "JMA " + date;
    import.origin.source =
        "気象庁 (Japan Meteorological Agency) via reversejp 0.2.1, data/landslides_*.json.zip";
    import.origin.licence =
        "公共データ利用規約（第1.0版）に準拠 (Public Data License 1.0 compatible); "
        "気象庁ホームページの市町村等の地図データを加工して作成; package: MIT";
    import.origin.date = date + "T00:00:00.000Z";

    std::map<std::string, int> body_of_code;
    for (const SourceFeature& feature : features) {
        body_of_code.emplace(municipality_of(feature.code), 0);
    }
    body_of_code.erase("");
    for (auto& [code, body] : body_of_code) {
        body = static_cast<int>(import.catalogue.municipalities.size());
        import.catalogue.municipalities.push_back(describe(code, areas, import.findings));
    }
    std::vector<MultiPolygon> parts;
    std::vector<int> body_of;
    for (const SourceFeature& feature : features) {
        const std::string code = municipality_of(feature.code);
        if (code.empty()) {
            import.findings.push_back({Severity::error, "code-unknown", feature.code, {
                                           "市区町村コードとして読めないので使わない",
                                           "not understood as a municipality code, left out"
                                       }});
            continue;
        }
        parts.push_back(feature.shape);
        body_of.push_back(body_of_code.at(code));
    }
    import.repair =
        repair_mosaic(parts, body_of, static_cast<int>(body_of_code.size()), jma_max_gap_width_m);
    import.mosaic.shapes = std::move(import.repair.shapes);
    measure(import, features);
    return import;
}

}  // namespace miraimap
