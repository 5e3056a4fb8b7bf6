#include "ui/draw/shadow.h"

#include <cmath>

namespace navbat::ui {

std::vector<std::uint8_t> shadow_patch() {
  // The blurred corner of a box is separable: erf in x times erf in y. Three sigmas fill a half.
  constexpr double kSigma = kShadowPatch / 6.0;
  const auto edge = [](int texel) {
    const double distance = texel + 0.5 - kShadowPatch / 2.0;
    return 0.5 * (1.0 + std::erf(distance / (kSigma * std::sqrt(2.0))));
  };
  std::vector<std::uint8_t> alpha;
  alpha.reserve(static_cast<std::size_t>(kShadowPatch) * kShadowPatch);
  for (int y = 0; y < kShadowPatch; ++y) {
    for (int x = 0; x < kShadowPatch; ++x) {
      alpha.push_back(static_cast<std::uint8_t>(std::lround(255.0 * edge(x) * edge(y))));
    }
  }
  return alpha;
}

}  // namespace navbat::ui
