// SPDX-License-Identifier: MIT
// Makes the dense boundary set of the benchmarks, and reads a file as plainly as it can be read.
//
//   dense_set make FROM TO VERTICES   FROM with each edge cut until it has about VERTICES
//   dense_set pass FILE               opens, goes through all features with their geometry: the
//                                     least that any program must do
#include <gdal.h>
#include <ogr_api.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <string>

#include "geo/io/boundary_reader.hpp"
#include "geo/io/boundary_writer.hpp"
#include "tests/bench/grown_mosaic.hpp"

namespace {

int make(const char* from, const char* to, double vertices) {
    using namespace miraimap;
    const BoundarySet set = read_boundaries(from);
    const auto before = static_cast<double>(bench::vertices_of(set.mosaic));
    const int pieces = std::max(1, static_cast<int>(std::round(vertices / before)));
    const Mosaic dense = bench::grown(set.mosaic, pieces, 1);
    write_boundaries(to, set.catalogue, dense,
                     {"each edge cut into " + std::to_string(pieces), "for measuring only",
                      "2025-03-10T00:00:00.000Z"});
    std::cout << bench::vertices_of(dense) << "\n";
    return 0;
}

int pass(const char* file) {
    GDALAllRegister();
    GDALDatasetH dataset = GDALOpenEx(file, GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    if (dataset == nullptr) {
        return 3;
    }
    OGRLayerH layer = GDALDatasetGetLayer(dataset, 0);
    long long features = 0;
    while (OGRFeatureH feature = OGR_L_GetNextFeature(layer)) {
        features += OGR_F_GetGeometryRef(feature) != nullptr ? 1 : 0;
        OGR_F_Destroy(feature);
    }
    GDALClose(dataset);
    return features > 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    const std::string verb = count > 1 ? words[1] : "";
    if (verb == "make" && count == 5) {
        return make(words[2], words[3], std::stod(words[4]));
    }
    if (verb == "pass" && count == 3) {
        return pass(words[2]);
    }
    std::cerr << "dense_set make FROM TO VERTICES | dense_set pass FILE\n";
    return 2;
}
