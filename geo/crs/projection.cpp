// SPDX-License-Identifier: MIT
#include "geo/crs/projection.hpp"

#include <geodesic.h>
#include <proj.h>

#include <array>
#include <cmath>
#include <limits>
#include <mutex>
#include <utility>

#include "geo/error.hpp"

namespace miraimap {

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using Context = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using Operation = std::unique_ptr<PJ, PjDeleter>;

/// A context that neither prints nor looks outside this machine.
Context quiet_context() {
    Context context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

/// Corners of Japan and its middle: a CRS must take them there and back.
constexpr std::array<LonLat, 5> japan_samples{{
    {122.93, 24.45},  // Yonaguni
    {141.94, 45.53},  // Soya
    {148.89, 45.46},  // Etorofu
    {142.19, 27.09},  // Chichijima
    {137.0, 35.5},
}};
constexpr LonLatBox japan_box{122.0, 20.0, 154.5, 46.0};

std::string epsg_word(int code) { return "EPSG:" + std::to_string(code); }

Text advice() {
    return {
        "メートル単位で日本を含む投影座標系の EPSG コードを指定してください（例: "
        "3857、6677、3100）",
        "give the EPSG code of a projected CRS in metres that holds Japan (e.g. 3857, 6677, 3100)"};
}

[[noreturn]] void refuse(int code, const std::string& ja, const std::string& en) {
    throw Error(ErrorKind::usage, epsg_word(code), {ja, en}, advice());
}

/// True if both axes of the CRS are in metres.
bool in_metres(PJ_CONTEXT* context, const PJ* crs) {
    const Operation axes(proj_crs_get_coordinate_system(context, crs));
    if (!axes || proj_cs_get_axis_count(context, axes.get()) < 2) {
        return false;
    }
    for (int axis = 0; axis < 2; ++axis) {
        double factor = 0;
        if (!proj_cs_get_axis_info(context, axes.get(), axis, nullptr, nullptr, nullptr, &factor,
                                   nullptr, nullptr, nullptr) ||
            factor != 1.0) {
            return false;
        }
    }
    return true;
}

/// @returns the CRS' own name
std::string require_metric_crs(PJ_CONTEXT* context, int code) {
    const Operation crs(proj_create_from_database(context, "EPSG", std::to_string(code).c_str(),
                                                  PJ_CATEGORY_CRS, 0, nullptr));
    if (!crs) {
        refuse(code, "この EPSG コードの座標参照系はありません", "no CRS has this EPSG code");
    }
    std::string name = proj_get_name(crs.get());
    if (proj_get_type(crs.get()) != PJ_TYPE_PROJECTED_CRS) {
        refuse(code, "「" + name + "」は投影座標系ではありません",
               "\"" + name + "\" is not a projected CRS");
    }
    if (!in_metres(context, crs.get())) {
        refuse(code, "「" + name + "」の単位はメートルではありません",
               "\"" + name + "\" is not in metres");
    }
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    const char* area = nullptr;
    if (proj_get_area_of_use(context, crs.get(), &west, &south, &east, &north, &area) &&
        west > -1000) {
        const bool wraps = west > east;
        const bool meets_lon = wraps ? (west <= japan_box.east || east >= japan_box.west)
                                     : (west <= japan_box.east && east >= japan_box.west);
        if (!meets_lon || south > japan_box.north || north < japan_box.south) {
            const std::string where = area != nullptr ? area : "";
            refuse(code, "「" + name + "」は日本の座標系ではありません（適用範囲: " + where + "）",
                   "\"" + name + "\" is not made for Japan (area of use: " + where + ")");
        }
    }
    return name;
}

}  // namespace

struct Projection::Impl {
    Context context = quiet_context();
    Operation operation;
    std::string name;
    // A PJ holds state while it works; the lock lets threads share one Projection.
    mutable std::mutex mutex;

    void transform(PJ_DIRECTION direction, double* x, double* y, std::size_t stride,
                   std::size_t count) const {
        const std::lock_guard lock(mutex);
        proj_trans_generic(operation.get(), direction, x, stride, count, y, stride, count, nullptr,
                           0, 0, nullptr, 0, 0);
        proj_errno_reset(operation.get());
    }
};

Projection::Projection(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

Projection Projection::equal_area_japan() {
    auto impl = std::make_unique<Impl>();
    impl->operation.reset(
        proj_create(impl->context.get(),
                    "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
                    "+step +proj=aea +lat_1=27 +lat_2=43 +lat_0=35 +lon_0=137 +ellps=GRS80"));
    if (!impl->operation) {
        throw Error(ErrorKind::input, "PROJ",
                    {"PROJ がアルベルス正積円錐図法を用意できません",
                     "PROJ cannot set up the Albers equal-area projection"},
                    {"PROJ のインストールを確認してください", "check the installation of PROJ"});
    }
    impl->name = "Albers 27/43 (137E 35N), GRS80";
    return Projection(std::move(impl));
}

Projection Projection::from_epsg(int code) {
    auto impl = std::make_unique<Impl>();
    PJ_CONTEXT* context = impl->context.get();
    const std::string name = require_metric_crs(context, code);
    const Operation raw(
        proj_create_crs_to_crs(context, "EPSG:6668", epsg_word(code).c_str(), nullptr));
    if (raw) {
        impl->operation.reset(proj_normalize_for_visualization(context, raw.get()));
    }
    if (!impl->operation) {
        refuse(code, "「" + name + "」への変換方法がありません",
               "there is no transformation to \"" + name + "\"");
    }
    impl->name = epsg_word(code) + " " + name;
    Projection projection(std::move(impl));
    for (const LonLat sample : japan_samples) {
        const LonLat back = projection.inverse(projection.forward(sample));
        // Written so that NaN fails too.
        if (!(std::abs(back.lon - sample.lon) < 1e-6 && std::abs(back.lat - sample.lat) < 1e-6)) {
            refuse(code, "「" + name + "」では日本全体を表せません",
                   "\"" + name + "\" cannot hold the whole of Japan");
        }
    }
    return projection;
}

MapPoint Projection::forward(LonLat p) const {
    double x = p.lon;
    double y = p.lat;
    impl_->transform(PJ_FWD, &x, &y, sizeof(double), 1);
    if (!std::isfinite(x) || !std::isfinite(y)) {
        return {not_a_number, not_a_number};
    }
    return {x, y};
}

void Projection::forward(const std::vector<LonLat>& in, std::vector<MapPoint>& out) const {
    out.resize(in.size());
    if (in.empty()) {
        return;
    }
    for (std::size_t i = 0; i < in.size(); ++i) {
        out[i] = {in[i].lon, in[i].lat};
    }
    impl_->transform(PJ_FWD, &out.front().x_m, &out.front().y_m, sizeof(MapPoint), out.size());
    for (MapPoint& p : out) {
        if (!std::isfinite(p.x_m) || !std::isfinite(p.y_m)) {
            p = {not_a_number, not_a_number};
        }
    }
}

LonLat Projection::inverse(MapPoint p) const {
    double x = p.x_m;
    double y = p.y_m;
    impl_->transform(PJ_INV, &x, &y, sizeof(double), 1);
    if (!std::isfinite(x) || !std::isfinite(y)) {
        return {not_a_number, not_a_number};
    }
    return {x, y};
}

double Projection::ground_scale(MapPoint p) const {
    constexpr double reach_m = 500;
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, 6378137.0, 1 / 298.257222101);
    const auto ground_m = [&](MapPoint from, MapPoint to) {
        const LonLat a = inverse(from);
        const LonLat b = inverse(to);
        double metres = 0;
        geod_inverse(&ellipsoid, a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
        return metres;
    };
    const double east = ground_m({p.x_m - reach_m, p.y_m}, {p.x_m + reach_m, p.y_m});
    const double north = ground_m({p.x_m, p.y_m - reach_m}, {p.x_m, p.y_m + reach_m});
    return (east + north) / (4 * reach_m);
}

const std::string& Projection::name() const { return impl_->name; }

}  // namespace miraimap
