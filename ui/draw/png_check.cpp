#include "ui/draw/png_check.h"

#include <stb/stb_image.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>

namespace navbat::ui {
namespace {

constexpr std::size_t kSignature = 8;    // bytes before the first chunk
constexpr std::size_t kChunkFrame = 12;  // length, type and checksum of a chunk

// What interlacing adds at most: six more passes with a filter byte a row, and unfilled bytes.
constexpr std::size_t kMostBytesPerPixel = 8;  // 16 bits for each of four channels
constexpr std::size_t kMostExtraPerRow = 16;

std::size_t big_endian(std::string_view four) {
  std::size_t value = 0;
  for (const char byte : four) {
    value = value << 8U | static_cast<unsigned char>(byte);
  }
  return value;
}

// The contents of all IDAT chunks, one after the other.
std::string packed_data(std::string_view png) {
  std::string data;
  std::size_t at = kSignature;
  while (at + kChunkFrame <= png.size()) {
    const std::size_t length = big_endian(png.substr(at, 4));
    if (length > png.size() - at - kChunkFrame) {
      break;
    }
    if (png.substr(at + 4, 4) == "IDAT") {
      data += png.substr(at + 8, length);
    }
    at += kChunkFrame + length;
  }
  return data;
}

}  // namespace

bool unpacks_within_its_size(std::string_view png, int width, int height) {
  const std::string packed = packed_data(png);
  const std::size_t room =
      (static_cast<std::size_t>(width) * kMostBytesPerPixel + kMostExtraPerRow) *
      (static_cast<std::size_t>(height) + 8);
  if (room > std::numeric_limits<int>::max()) {
    return false;
  }
  // Not initialised: only what is written takes memory.
  const std::unique_ptr<char[]> unpacked(new char[room]);
  return stbi_zlib_decode_buffer(unpacked.get(), static_cast<int>(room), packed.data(),
                                 static_cast<int>(packed.size())) >= 0;
}

}  // namespace navbat::ui
