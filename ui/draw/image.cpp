#include "ui/draw/image.h"

#include <stb/stb_image.h>
#include <stb/stb_image_resize.h>
#include <stb/stb_image_write.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <string_view>
#include <system_error>

#include "ui/draw/png_check.h"

namespace navbat::ui {
namespace {

constexpr int kChannels = 4;
constexpr int kMaxSide = 4096;  // pixels; a logo or a screen, not a poster

// What a file begins with. stb knows other formats too, which nobody asked for.
bool is_png(std::string_view content) { return content.starts_with("\x89PNG\r\n\x1A\n"); }
bool is_jpeg(std::string_view content) { return content.starts_with("\xFF\xD8\xFF"); }

// A regular file's bytes, or why it is none that may be read.
tl::expected<std::string, std::string> content_of(const std::filesystem::path& file) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) {
    return tl::unexpected(std::string("no such file; expected a PNG or JPEG picture"));
  }
  const std::uintmax_t size = std::filesystem::file_size(file, failed);
  if (failed || size > kMostPictureBytes) {
    return tl::unexpected("too large; expected a picture file of at most " +
                          std::to_string(kMostPictureBytes >> 20U) + " MiB");
  }
  std::string content(size, '\0');
  std::ifstream in(file, std::ios::binary);
  if (!in.read(content.data(), static_cast<std::streamsize>(size))) {
    return tl::unexpected(std::string("cannot be read; expected a PNG or JPEG picture"));
  }
  return content;
}

tl::expected<Image, std::string> decoded(std::string_view content) {
  if (!is_png(content) && !is_jpeg(content)) {
    return tl::unexpected(std::string("no picture; expected PNG or JPEG"));
  }
  const auto* bytes = reinterpret_cast<const stbi_uc*>(content.data());
  const auto size = static_cast<int>(content.size());
  int width = 0;
  int height = 0;
  int channels = 0;
  if (stbi_info_from_memory(bytes, size, &width, &height, &channels) == 0 ||
      std::max(width, height) > kLongestPictureSide ||
      std::int64_t{width} * height > kMostPicturePixels) {
    return tl::unexpected("broken or too large; expected a picture of at most " +
                          std::to_string(kMostPicturePixels) + " pixels");
  }
  const bool unpacks = !is_png(content) || unpacks_within_its_size(content, width, height);
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
      unpacks ? stbi_load_from_memory(bytes, size, &width, &height, &channels, kChannels) : nullptr,
      stbi_image_free);
  if (!pixels) {
    return tl::unexpected(std::string("broken; expected a whole PNG or JPEG picture"));
  }
  const auto taken = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * kChannels;
  return Image{width, height, {pixels.get(), pixels.get() + taken}};
}

}  // namespace

tl::expected<Image, std::string> read_picture(const std::filesystem::path& file) {
  return content_of(file).and_then(decoded).map_error(
      [&file](const std::string& why) { return file.string() + ": " + why; });
}

Image shrunk(const Image& image, int width, int height) {
  Image small{width, height, {}};
  small.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * kChannels);
  constexpr int kAlpha = 3;
  stbir_resize_uint8_generic(image.rgba.data(), image.width, image.height, 0, small.rgba.data(),
                             width, height, 0, kChannels, kAlpha, 0, STBIR_EDGE_CLAMP,
                             STBIR_FILTER_BOX, STBIR_COLORSPACE_LINEAR, nullptr);
  return small;
}

tl::expected<Image, std::string> read_png(const std::filesystem::path& file) {
  int width = 0;
  int height = 0;
  int channels = 0;
  if (stbi_info(file.c_str(), &width, &height, &channels) == 0) {
    return tl::unexpected(file.string() + ": cannot be read; expected a PNG picture");
  }
  if (width > kMaxSide || height > kMaxSide) {
    return tl::unexpected(file.string() + ": too large; expected at most 4096 x 4096 pixels");
  }
  const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(
      stbi_load(file.c_str(), &width, &height, &channels, kChannels), stbi_image_free);
  if (!pixels) {
    return tl::unexpected(file.string() + ": broken; expected a PNG picture");
  }
  const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * kChannels;
  return Image{width, height, {pixels.get(), pixels.get() + bytes}};
}

tl::expected<void, std::string> write_png(const Image& image, const std::filesystem::path& file) {
  std::error_code ignored;
  if (file.has_parent_path()) {
    std::filesystem::create_directories(file.parent_path(), ignored);
  }
  if (stbi_write_png(file.c_str(), image.width, image.height, kChannels, image.rgba.data(),
                     image.width * kChannels) == 0) {
    return tl::unexpected(file.string() + ": cannot be written; expected a writable folder");
  }
  return {};
}

}  // namespace navbat::ui
