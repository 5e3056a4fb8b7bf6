#include "ui/draw/image.h"

#include <stb/stb_image.h>
#include <stb/stb_image_write.h>

#include <memory>

namespace navbat::ui {
namespace {

constexpr int kChannels = 4;
constexpr int kMaxSide = 4096;  // pixels; a logo or a screen, not a poster

}  // namespace

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
