#pragma once
// A soft shadow's corner, computed once and kept in the font atlas; the canvas stretches it as nine
// patches, so that any card's shadow costs nine quads.

#include <cstdint>
#include <vector>

namespace navbat::ui {

// Side of the square patch in texels. One half is the inside of the blurred edge, the other the
// outside.
inline constexpr int kShadowPatch = 64;

// Alpha of the patch, row by row: the product of two Gaussian edges, 0 at the outer corner (top
// left), nearly 255 at the inner one.
std::vector<std::uint8_t> shadow_patch();

}  // namespace navbat::ui
