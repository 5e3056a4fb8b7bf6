#include "ui/draw/font_files.h"

namespace navbat::ui {

tl::expected<FontFiles, std::string> find_fonts() {
  const std::filesystem::path inter = NAVBAT_INTER_DIR;
  FontFiles files;
  files.text = {inter / "Inter-Regular.otf", inter / "Inter-Medium.otf",
                inter / "Inter-SemiBold.otf", inter / "Inter-Bold.otf"};
  files.icons = NAVBAT_ICON_FONT;
  std::error_code ignored;
  for (const auto& file : files.text) {
    if (!std::filesystem::is_regular_file(file, ignored)) {
      return tl::unexpected(file.string() + ": missing; expected the package fonts-inter");
    }
  }
  if (!std::filesystem::is_regular_file(files.icons, ignored)) {
    return tl::unexpected(files.icons.string() +
                          ": missing; expected the package fonts-material-design-icons-iconfont");
  }
  return files;
}

}  // namespace navbat::ui
