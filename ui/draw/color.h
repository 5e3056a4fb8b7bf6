#pragma once
// sRGB colours with straight alpha, and the contrast that WCAG 2.1 asks for.

#include <cstdint>
#include <string_view>
#include <tl/expected.hpp>

namespace navbat::ui {

struct Color {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;

  bool operator==(const Color&) const = default;

  Color with_alpha(float alpha) const;  // alpha 0..1 replaces the colour's own
  std::uint32_t packed() const {        // as Dear ImGui wants it: bytes R, G, B, A
    return static_cast<std::uint32_t>(r) | static_cast<std::uint32_t>(g) << 8U |
           static_cast<std::uint32_t>(b) << 16U | static_cast<std::uint32_t>(a) << 24U;
  }
};

// 0xRRGGBB, opaque.
constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U & 0xFFU),
          static_cast<std::uint8_t>(hex >> 8U & 0xFFU), static_cast<std::uint8_t>(hex & 0xFFU),
          255};
}

// "#RRGGBB". The error says what was expected.
tl::expected<Color, std::string_view> parse_color(std::string_view text);

// The colour `share` (0..1) of the way from a to b, channel by channel.
Color mix(Color a, Color b, float share);

// What `top` looks like over the opaque `bottom`.
Color over(Color top, Color bottom);

// 1 to 21, WCAG 2.1 "contrast ratio". `text` may be translucent; `ground` must be opaque.
double contrast(Color text, Color ground);

// `wanted` if it reads on `ground` with at least `ratio`, else the nearest shade of it towards
// black or white that does. For colours that come from outside (services, a bank's brand).
Color readable(Color wanted, Color ground, double ratio);

}  // namespace navbat::ui
