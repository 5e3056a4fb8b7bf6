#pragma once
// A picture in memory: a bank's logo read from PNG, or a screenshot to be written.

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

// Errors are one line that starts with the file.
tl::expected<Image, std::string> read_png(const std::filesystem::path& file);
tl::expected<void, std::string> write_png(const Image& image, const std::filesystem::path& file);

}  // namespace navbat::ui
