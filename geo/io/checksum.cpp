// SPDX-License-Identifier: MIT
#include "geo/io/checksum.hpp"

#include <glib.h>

namespace miraimap {

std::string sha256_of(std::string_view bytes) {
    char* sum = g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, reinterpret_cast<const guchar*>(bytes.data()), bytes.size());
    std::string text = sum;
    g_free(sum);
    return text;
}

}  // namespace miraimap
