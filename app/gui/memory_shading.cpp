// SPDX-License-Identifier: MIT
#include "app/gui/memory_shading.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/gui/class_words.hpp"
#include "shapes/row_bands.hpp"

namespace miraimap::gui {
namespace {

constexpr int rows_worth_a_thread = 32;
constexpr double root_half = 0.70711;  // as the shader has it
/// Conversion to whole numbers cuts off; std::lround would call a function for every pixel.
constexpr float to_nearest = 0.5F;

double modulo(double x, double y) { return x - y * std::floor(x / y); }

/// 0..255 on lines `period` apart through 0, `width` wide, softened over a device pixel.
std::uint8_t line_at(double x, double period, double width, double ratio) {
    const double d = std::abs(modulo(x + period / 2, period) - period / 2);
    return static_cast<std::uint8_t>(
        std::lround(std::clamp((width / 2 - d) * ratio + 0.5, 0.0, 1.0) * 255));
}

using Mixed = std::array<float, 3>;

Mixed channels(std::uint32_t colour) {
    return {static_cast<float>(colour & 255U), static_cast<float>(colour >> 8U & 255U),
            static_cast<float>(colour >> 16U & 255U)};
}

void mix_in(Mixed& colour, const Mixed& other, float share) {
    for (std::size_t i = 0; i < colour.size(); ++i) {
        colour[i] += (other[i] - colour[i]) * share;
    }
}

std::uint32_t packed(const Mixed& colour) {
    const auto byte = [](float value) { return static_cast<std::uint32_t>(value + to_nearest); };
    return byte(colour[0]) | byte(colour[1]) << 8U | byte(colour[2]) << 16U | 0xFF000000U;
}

/// A border's colour and how strongly it is laid over what is below.
struct Ink {
    Mixed colour{};
    float opacity = 0;  ///< of a byte of cover
    Ink(Colour c, double strength)
        : colour(channels(gui::packed(c))),
          opacity(static_cast<float>(static_cast<double>(c.a) / 255 * strength / 255)) {}
};

}  // namespace

struct MemoryShading::Inks {
    std::uint32_t sea = 0;
    Ink municipality, covered, coast, prefecture;
};

long long MemoryShading::set_classes(const Scene& scene) {
    std::vector<std::uint32_t> words = class_words(scene);
    if (words == words_) {
        return 0;
    }
    words_ = std::move(words);
    return static_cast<long long>(words_.size()) * static_cast<long long>(sizeof(std::uint32_t));
}

bool MemoryShading::set_styles(const Scene& scene) {
    std::vector<std::uint32_t> words = style_words(scene);
    if (words == style_words_) {
        return false;
    }
    style_words_ = std::move(words);
    looks_.clear();
    for (const LegendEntry& entry : scene.legend) {
        const std::uint32_t* word = style_words_.data() + 4 * looks_.size();
        Look look{word[0] | 0xFF000000U, entry.style.hatch, word[3], {}};
        if (look.hatch != Hatch::none) {
            const float opacity = static_cast<float>(entry.style.hatch_colour.a) / 255;
            for (int part = 0; part <= 255; ++part) {
                Mixed mixed = channels(look.fill);
                mix_in(mixed, channels(word[1]), static_cast<float>(part) / 255 * opacity);
                look.hatched.push_back(packed(mixed));
            }
        }
        looks_.push_back(std::move(look));
    }
    return true;
}

void MemoryShading::fit(int width_px, int height_px, double ratio) {
    if (width_px == width_px_ && height_px == height_px_ && ratio == ratio_) {
        return;
    }
    width_px_ = width_px;
    height_px_ = height_px;
    ratio_ = ratio;
    for (auto* lines : {&diagonal_, &back_diagonal_, &cross_, &back_cross_, &band_of_2_,
                        &band_of_3_, &horizontal_}) {
        lines->clear();
    }
    for (int i = 0; i <= width_px + height_px; ++i) {
        const double sum = i / ratio * root_half;
        const double difference = (i + 1 - height_px) / ratio * root_half;
        diagonal_.push_back(line_at(sum, 4.24264, 1.2, ratio));
        back_diagonal_.push_back(line_at(difference, 4.24264, 1.2, ratio));
        cross_.push_back(line_at(sum, 5.65685, 0.7, ratio));
        back_cross_.push_back(line_at(difference, 5.65685, 0.7, ratio));
        band_of_2_.push_back(static_cast<std::uint8_t>(modulo(difference / stripe_px, 2)));
        band_of_3_.push_back(static_cast<std::uint8_t>(modulo(difference / stripe_px, 3)));
    }
    const auto to_dots = [&](std::vector<float>& to, int count, double centre, bool down) {
        to.clear();
        for (int i = 0; i < count; ++i) {
            const double p = (down ? count - i - 0.5 : i + 0.5) / ratio;
            to.push_back(static_cast<float>(modulo(p - centre + 3, 6) - 3));
        }
    };
    to_dots(dot_x_[0], width_px, 0.5, false);
    to_dots(dot_y_[0], height_px, 1.5, true);
    to_dots(dot_x_[1], width_px, 3.5, false);
    to_dots(dot_y_[1], height_px, 4.5, true);
    for (int y = 0; y < height_px; ++y) {
        horizontal_.push_back(line_at((height_px - y - 0.5) / ratio - 2, 4, 0.8, ratio));
    }
}

unsigned MemoryShading::hatch_at(Hatch hatch, int x, int y) const {
    const auto column = static_cast<std::size_t>(x);
    const auto row = static_cast<std::size_t>(y);
    const std::size_t sum = column + static_cast<std::size_t>(height_px_) - row;
    const std::size_t difference = column + row;
    switch (hatch) {
        case Hatch::diagonal:
            return diagonal_[sum];
        case Hatch::back_diagonal:
            return back_diagonal_[difference];
        case Hatch::cross:
            return std::max(cross_[sum], back_cross_[difference]);
        case Hatch::horizontal:
            return horizontal_[row];
        case Hatch::dots: {
            const float a = std::hypot(dot_x_[0][column], dot_y_[0][row]);
            const float b = std::hypot(dot_x_[1][column], dot_y_[1][row]);
            const float inside = (0.65F - std::min(a, b)) * static_cast<float>(ratio_) + 0.5F;
            return static_cast<unsigned>(std::clamp(inside, 0.0F, 1.0F) * 255 + to_nearest);
        }
        case Hatch::none:
            break;
    }
    return 0;
}

/// Colour of a municipality at a pixel of the picture; the flags of its class.
std::uint32_t MemoryShading::face(std::uint32_t place, int x, int y, std::uint32_t sea,
                                  std::uint32_t& flags) const {
    flags = flag_covered | flag_outside;
    if (place == 0) {
        return sea;
    }
    const std::uint32_t word = words_[place - 1];
    std::uint32_t kind = word & 255U;
    const std::uint32_t second = word >> 8U & 255U;
    const std::uint32_t third = word >> 16U & 255U;
    if (second != 0) {
        const std::size_t line = static_cast<std::size_t>(x) + static_cast<std::size_t>(y);
        const unsigned band = third != 0 ? band_of_3_[line] : band_of_2_[line];
        kind = band == 0 ? kind : (band == 1 ? second - 1 : third - 1);
    }
    const Look& look = looks_[kind];
    flags = look.flags;
    if (look.hatch == Hatch::none || second != 0) {
        return look.fill;
    }
    return look.hatched[hatch_at(look.hatch, x, y)];
}

void MemoryShading::shade_row(const MemoryGround& ground, int from_column, int to_column, int row,
                              const Inks& inks, const MemoryFrame& frame) const {
    const auto corners = static_cast<std::size_t>(ground.width_px) + 1;
    const std::uint32_t* low = ground.places.data() + static_cast<std::size_t>(row) * corners;
    const std::uint32_t* high = low + corners;
    const std::uint32_t* cover =
        ground.cover.data() +
        static_cast<std::size_t>(row) * static_cast<std::size_t>(ground.width_px);
    const int y = frame.bottom_px + row;
    std::uint32_t* out =
        frame.pixels.data() + static_cast<std::ptrdiff_t>(y) * frame.width_px + frame.left_px;
    for (int column = from_column; column < to_column; ++column) {
        const std::uint32_t a = low[column];
        const std::uint32_t b = low[column + 1];
        const std::uint32_t c = high[column];
        const std::uint32_t d = high[column + 1];
        const std::uint32_t borders = cover[column];
        const int x = frame.left_px + column;
        std::uint32_t flags = 0;
        const std::uint32_t own = face(a, x, y, inks.sea, flags);
        const int others = (b != a ? 1 : 0) + (c != a ? 1 : 0) + (d != a ? 1 : 0);
        if (others == 0 && borders == 0) {
            out[column] = own;
            continue;
        }
        Mixed mixed = channels(own);
        if (others > 0) {
            const std::uint32_t other = b != a ? b : (c != a ? c : d);
            std::uint32_t other_flags = 0;
            const std::uint32_t beside = face(other, x, y, inks.sea, other_flags);
            mix_in(mixed, channels(beside), static_cast<float>(others) * 0.25F);
            flags &= other_flags;
        }
        if ((flags & flag_outside) == 0) {
            const Ink& inner = (flags & flag_covered) != 0 ? inks.covered : inks.municipality;
            mix_in(mixed, inner.colour, static_cast<float>(borders & 255U) * inner.opacity);
        }
        mix_in(mixed, inks.coast.colour,
               static_cast<float>(borders >> 16U & 255U) * inks.coast.opacity);
        mix_in(mixed, inks.prefecture.colour,
               static_cast<float>(borders >> 8U & 255U) * inks.prefecture.opacity);
        out[column] = packed(mixed);
    }
}

void MemoryShading::shade(const MemoryGround& ground, const std::vector<PixelRect>& land,
                          double strength, const MapStyle& style, const MemoryFrame& frame) const {
    const Inks inks{gui::packed(style.sea) | 0xFF000000U,
                    {style.municipality_border, strength},
                    {style.covered_border, 1},
                    {style.coast, 1},
                    {style.prefecture_border, 1}};
    // An inset may stand half outside of a small window.
    const int left = std::max(0, -frame.left_px);
    const int right = std::min(ground.width_px, frame.width_px - frame.left_px);
    const int bottom = std::max(0, -frame.bottom_px);
    const int top = std::min(ground.height_px, frame.height_px - frame.bottom_px);
    in_row_bands(bottom, std::max(bottom, top), rows_worth_a_thread, [&](int first, int last) {
        for (const PixelRect& rect : land) {
            const int from_column = std::max(left, rect.left);
            const int to_column = std::min(right, rect.left + rect.width);
            const int from = std::max(first, rect.bottom);
            const int to = std::min(last, rect.bottom + rect.height);
            for (int row = from; row < to; ++row) {
                shade_row(ground, from_column, to_column, row, inks, frame);
            }
        }
    });
}

}  // namespace miraimap::gui
