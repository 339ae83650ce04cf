// SPDX-License-Identifier: MIT
#include "geo/io/output_crs.hpp"

#include <fmt/format.h>

#include "geo/error.hpp"
#include "geo/io/gdal_dataset.hpp"

namespace miraimap {
namespace {

/// Degrees around all municipalities, from Yonaguni to Minamitorishima and from Okinotorishima to
/// Cape Soya.
constexpr double japan_west = 122.9;
constexpr double japan_east = 154.0;
constexpr double japan_south = 20.4;
constexpr double japan_north = 45.6;

const Text& advice() {
    static const Text text{
        "例: 6668（JGD2011 経緯度）、4326、3857、6669～6687（平面直角座標系）、32651～32656（UTM）",
        "e.g. 6668 (JGD2011 longitude/latitude), 4326, 3857, 6669 to 6687 (Japan plane "
        "rectangular), 32651 to 32656 (UTM)"};
    return text;
}

[[noreturn]] void refuse(const Text& wrong) {
    throw Error(ErrorKind::usage, "--crs", wrong, advice());
}

}  // namespace

OutputCrs::Srs OutputCrs::find(int epsg) {
    const gdal::Messages messages;
    Srs srs(OSRNewSpatialReference(nullptr));
    if (OSRImportFromEPSG(srs.get(), epsg) != OGRERR_NONE) {
        refuse({fmt::format("EPSG:{} という座標参照系はない", epsg),
                fmt::format("there is no CRS EPSG:{}", epsg)});
    }
    OSRSetAxisMappingStrategy(srs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

OutputCrs::OutputCrs(int epsg) : epsg_(epsg), srs_(find(epsg)) {
    check_fit();
    if (epsg == home_epsg) {
        return;
    }
    const Srs home = find(home_epsg);
    transform_.reset(OCTNewCoordinateTransformation(home.get(), srs_.get()));
    if (!transform_) {
        refuse({fmt::format("EPSG:{} へ変換できない", epsg),
                fmt::format("cannot transform to EPSG:{}", epsg)});
    }
}

void OutputCrs::check_fit() {
    const char* given = OSRGetName(srs_.get());
    const std::string name = fmt::format("EPSG:{} ({})", epsg_, given != nullptr ? given : "?");
    if (OSRIsProjected(srs_.get()) == 0 && OSRIsGeographic(srs_.get()) == 0) {
        refuse({name + " は平面の地図にも経緯度にも使えない",
                name + " is neither a map projection nor longitude/latitude"});
    }
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    const char* area = nullptr;
    if (OSRGetAreaOfUse(srs_.get(), &west, &south, &east, &north, &area) == 0) {
        return;
    }
    if (west > east) {  // across the antimeridian; Japan lies west of it
        east += 360;
    }
    const std::string where = area != nullptr ? area : "?";
    if (west > japan_east || east < japan_west || south > japan_north || north < japan_south) {
        refuse({fmt::format("{} は日本を表せない（使える範囲: {}）", name, where),
                fmt::format("{} cannot hold Japan (its area of use: {})", name, where)});
    }
    const bool flat = OSRIsProjected(srs_.get()) != 0;
    if (flat &&
        (west > japan_west || east < japan_east || south > japan_south || north < japan_north)) {
        findings_.push_back(
            {Severity::warning,
             "crs-covers-a-part",
             "--crs",
             {fmt::format("{} は日本の一部のための座標系で、離れた所ほどゆがむ（範囲: {}）", name,
                          where),
              fmt::format("{} is meant for a part of Japan; places far from it are distorted "
                          "(its area of use: {})",
                          name, where)}});
    }
}

void OutputCrs::place(const std::string& layer, OGRGeometryH geometry) const {
    if (!transform_ || OGR_G_Transform(geometry, transform_.get()) == OGRERR_NONE) {
        return;
    }
    OGR_G_DestroyGeometry(geometry);
    refuse({fmt::format("EPSG:{} はレイヤー {} の範囲を表せない", epsg_, layer),
            fmt::format("EPSG:{} cannot hold layer {}", epsg_, layer)});
}

}  // namespace miraimap
