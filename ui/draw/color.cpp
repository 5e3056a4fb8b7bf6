#include "ui/draw/color.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace navbat::ui {
namespace {

std::uint8_t channel(float value) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

double linear(std::uint8_t value) {
  const double c = value / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

Color Color::with_alpha(float alpha) const { return {r, g, b, channel(alpha * 255.0F)}; }

tl::expected<Color, std::string_view> parse_color(std::string_view text) {
  constexpr std::string_view kExpected = "a colour like \"#0B3A6F\"";
  if (text.size() != 7 || text.front() != '#') {
    return tl::unexpected(kExpected);
  }
  std::uint32_t hex = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), hex, 16);
  if (error != std::errc{} || end != text.data() + text.size()) {
    return tl::unexpected(kExpected);
  }
  return rgb(hex);
}

Color mix(Color a, Color b, float share) {
  const auto blend = [share](std::uint8_t from, std::uint8_t to) {
    const auto start = static_cast<float>(from);
    return channel(start + (static_cast<float>(to) - start) * share);
  };
  return {blend(a.r, b.r), blend(a.g, b.g), blend(a.b, b.b), blend(a.a, b.a)};
}

Color over(Color top, Color bottom) {
  const float share = static_cast<float>(top.a) / 255.0F;
  Color result = mix(bottom, top, share);
  result.a = 255;
  return result;
}

double contrast(Color text, Color ground) {
  double light = luminance(over(text, ground));
  double dark = luminance(ground);
  if (light < dark) {
    std::swap(light, dark);
  }
  return (light + 0.05) / (dark + 0.05);
}

Color readable(Color wanted, Color ground, double ratio) {
  constexpr int kSteps = 50;
  const Color goal = contrast(rgb(0x000000), ground) > contrast(rgb(0xFFFFFF), ground)
                         ? rgb(0x000000)
                         : rgb(0xFFFFFF);
  for (int step = 0; step <= kSteps; ++step) {
    const Color shade = mix(wanted, goal, static_cast<float>(step) / kSteps);
    if (contrast(shade, ground) >= ratio) {
      return shade;
    }
  }
  return goal;
}

}  // namespace navbat::ui
