#pragma once
// What is on a virtual screen at this very moment, read from the X server's own memory: no request
// that would wait its turn behind the drawing.

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace navbat::testing {

class ScreenMemory {
 public:
  // Of a VirtualScreen that keeps it in a file of `folder`. Throws std::runtime_error when there is
  // none.
  explicit ScreenMemory(const std::filesystem::path& folder);
  ~ScreenMemory();
  ScreenMemory(const ScreenMemory&) = delete;
  ScreenMemory& operator=(const ScreenMemory&) = delete;

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }

  // A hash of every `step`-th pixel in both directions of a part of the screen.
  [[nodiscard]] std::uint64_t hash(int left, int top, int right, int bottom, int step) const;

 private:
  void* memory_ = nullptr;
  std::size_t size_ = 0;
  std::size_t first_pixel_ = 0;  // bytes from the start
  std::size_t row_ = 0;          // bytes
  int width_ = 0;
  int height_ = 0;
};

}  // namespace navbat::testing
