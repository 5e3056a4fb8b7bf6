#pragma once
// Where the typefaces are: Debian's fonts-inter and fonts-material-design-icons-iconfont.

#include <array>
#include <filesystem>
#include <string>
#include <tl/expected.hpp>

#include "ui/draw/theme.h"

namespace navbat::ui {

struct FontFiles {
  std::array<std::filesystem::path, kWeightCount> text;  // by Weight
  std::filesystem::path icons;
};

// Looks where the build found them. The error is one line: which file, which package brings it.
tl::expected<FontFiles, std::string> find_fonts();

}  // namespace navbat::ui
