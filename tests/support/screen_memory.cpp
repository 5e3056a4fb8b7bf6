#include "tests/support/screen_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <cstring>
#include <stdexcept>

namespace navbat::testing {
namespace {

// The file is an X window dump, XWDFile.h: a header of big-endian words, a colour table, pixels.
enum Field : std::size_t {
  kHeaderSize = 0,
  kWidth = 4,
  kHeight = 5,
  kBitsPerPixel = 11,
  kBytesPerRow = 12,
  kColors = 19,
  kFields = 20,
};
constexpr std::size_t kColorSize = 12;
constexpr std::size_t kPixelSize = 4;

}  // namespace

ScreenMemory::ScreenMemory(const std::filesystem::path& folder) {
  const auto file = folder / "Xvfb_screen0";
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw std::runtime_error(file.string() + ": no memory of a virtual screen");
  size_ = std::filesystem::file_size(file);
  memory_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor, 0);
  ::close(descriptor);
  if (memory_ == MAP_FAILED) throw std::runtime_error(file.string() + ": cannot be mapped");
  std::array<std::uint32_t, kFields> header{};
  std::memcpy(header.data(), memory_, sizeof header);
  const auto field = [&header](Field which) {
    return static_cast<std::size_t>(__builtin_bswap32(header[which]));
  };
  first_pixel_ = field(kHeaderSize) + field(kColors) * kColorSize;
  row_ = field(kBytesPerRow);
  width_ = static_cast<int>(field(kWidth));
  height_ = static_cast<int>(field(kHeight));
  if (field(kBitsPerPixel) != 8 * kPixelSize || first_pixel_ + row_ * field(kHeight) > size_) {
    throw std::runtime_error(file.string() + ": expected 32 bits a pixel");
  }
}

ScreenMemory::~ScreenMemory() { ::munmap(memory_, size_); }

std::uint64_t ScreenMemory::hash(int left, int top, int right, int bottom, int step) const {
  const auto* bytes = static_cast<const std::byte*>(memory_) + first_pixel_;
  std::uint64_t hash = 0;
  for (int y = top; y < bottom; y += step) {
    for (int x = left; x < right; x += step) {
      std::uint32_t pixel = 0;
      std::memcpy(
          &pixel,
          bytes + static_cast<std::size_t>(y) * row_ + static_cast<std::size_t>(x) * kPixelSize,
          sizeof pixel);
      hash = (std::rotl(hash, 5) ^ pixel) * 0x9E3779B97F4A7C15U;
    }
  }
  return hash;
}

}  // namespace navbat::testing
