#pragma once
// A picture in memory: a bank's logo or message read from a file, or a screenshot to be written.

#include <cstdint>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace navbat::ui {

struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;  // width * height * 4, straight alpha, top row first
};

// Of a picture that comes from outside.
inline constexpr std::uintmax_t kMostPictureBytes = 16U << 20U;  // of the file; photos have 2 to 8
inline constexpr std::int64_t kMostPicturePixels = 4096 * 4096;  // 64 MiB in memory; 4K has half
inline constexpr int kLongestPictureSide = 16'384;

// Errors are one line that starts with the file. May be called from any thread.
// A PNG or JPEG file from outside: anything else, or more than the limits above, is refused before
// memory is taken for it. Waits for the disk.
tl::expected<Image, std::string> read_picture(const std::filesystem::path& file);

// The same image with fewer pixels. Both sides are at least 1.
Image shrunk(const Image& image, int width, int height);

tl::expected<Image, std::string> read_png(const std::filesystem::path& file);
tl::expected<void, std::string> write_png(const Image& image, const std::filesystem::path& file);

}  // namespace navbat::ui
