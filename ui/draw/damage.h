#pragma once
// Which parts of a window differ between two frames, told from what is to be drawn: filling pixels
// is what a frame costs without a graphics card, reading its triangles costs next to nothing.

#include <cstdint>
#include <vector>

#include "ui/draw/triangles.h"

namespace navbat::ui {

// Plain data; knows no window and no renderer.
class Damage {
 public:
  // More rectangles would be drawn faster one by one and slower together: each looks at every
  // triangle again.
  static constexpr std::size_t kMostRects = 4;

  // Where `data`, drawn on a ground of the colour `clear` in a window of `width` × `height` pixels,
  // may differ from the data of the last call. At most kMostRects, which may overlap; none: nothing
  // differs. A texture's content must not change while its id stays the same.
  std::vector<PixelRect> take(const ImDrawData& data, std::uint32_t clear, int width, int height);

  // What the window showed is lost: everything differs the next time.
  void forget() { known_ = false; }

 private:
  void resize(int width, int height);
  void fold(const ImDrawList& list);
  void fold(const PixelRect& touched, std::uint64_t hash);

  int width_ = 0;
  int height_ = 0;
  int columns_ = 0;
  int rows_ = 0;
  bool known_ = false;
  // Of each tile of the window, row by row: a hash of what is drawn there, in its order.
  std::vector<std::uint64_t> now_;
  std::vector<std::uint64_t> before_;
  std::vector<std::uint64_t> vertices_;  // hashes; kept for its memory
};

}  // namespace navbat::ui
