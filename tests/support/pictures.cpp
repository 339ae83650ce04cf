// SPDX-License-Identifier: MIT
#include "tests/support/pictures.hpp"

#include <cstdlib>

#include "tests/support/program.hpp"

namespace miraimap::test {

double picture_difference(const std::filesystem::path& a, const std::filesystem::path& b) {
    const Ran ran = run_program({"compare", "-metric", "RMSE", a.string(), b.string(), "null:"});
    const std::size_t bracket = ran.err.find('(');
    return bracket == std::string::npos ? 1 : std::atof(ran.err.c_str() + bracket + 1);
}

}  // namespace miraimap::test
