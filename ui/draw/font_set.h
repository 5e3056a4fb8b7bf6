#pragma once
// The typefaces at their real sizes: one texture atlas for all languages, built from the characters
// that the catalogues use. A character that was not foreseen (a branch's name from the server) is
// noted when it is measured, and the atlas is built again before the frame is shown.

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <unordered_map>
#include <vector>

#include "ui/draw/font_files.h"
#include "ui/draw/image.h"
#include "ui/draw/shaping.h"
#include "ui/draw/theme.h"

struct ImFont;
struct ImFontAtlas;

namespace navbat::ui {

// Where a picture lies in the atlas texture.
struct AtlasPatch {
  float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
  float aspect = 1;  // width / height
};

// UI thread only; needs a current Dear ImGui context, whose atlas it fills.
class FontSet {
 public:
  static tl::expected<FontSet, std::string> open(const FontFiles& files);

  // Sizes follow from the theme's millimetres: `pixels_per_mm` is that of the window, not of the
  // layout. Call again after the theme, the window or the characters changed; then the backend must
  // upload the atlas again.
  void build(const Theme& theme, float pixels_per_mm);

  void add_characters(std::u32string_view characters);
  void set_logo(Image logo) { logo_ = std::move(logo); }

  // An icon is about to be drawn; the atlas may lack it.
  void need_icon(char32_t code_point);

  // True when something was measured or needed that the atlas lacks.
  bool lacks_characters() const { return lacks_; }

  // Positions of one line. Cached; the reference lives until the next build().
  const ShapedLine& shape(Role role, std::string_view text);

  // Pixels per em, pixels of a capital letter, as shown.
  float em_px(Role role) const { return em_px_[static_cast<std::size_t>(role)]; }
  float cap_px(Role role) const;
  // How much larger than its glyphs in the atlas a role is shown; 1 but for giant ones.
  float stretch(Role role) const { return stretch_[static_cast<std::size_t>(role)]; }

  const ImFont* font(Role role) const { return fonts_[static_cast<std::size_t>(role)]; }
  const ImFont* icons(IconSize size) const { return icon_fonts_[static_cast<std::size_t>(size)]; }

  const AtlasPatch& shadow() const { return shadow_; }
  const AtlasPatch& logo() const { return logo_patch_; }  // all zero without a logo

 private:
  explicit FontSet(std::vector<Shaper> shapers, FontFiles files);
  const Shaper& shaper(Role role) const;
  std::vector<unsigned short> ranges_for(Letters letters) const;
  void place_pictures(ImFontAtlas& atlas, int shadow_id, int logo_id);

  FontFiles files_;
  std::vector<Shaper> shapers_;  // by Weight
  std::array<TypeStyle, kRoleCount> styles_{};
  std::array<float, kRoleCount> em_px_{};
  std::array<float, kRoleCount> stretch_{};
  std::array<ImFont*, kRoleCount> fonts_{};
  std::array<ImFont*, kIconSizeCount> icon_fonts_{};
  std::vector<bool> wanted_;                         // by code point of the basic plane
  std::vector<bool> wanted_icons_;                   // the same
  std::vector<std::vector<unsigned short>> ranges_;  // the atlas keeps pointers into these
  std::unordered_map<std::string, ShapedLine> shaped_;
  AtlasPatch shadow_;
  AtlasPatch logo_patch_;
  Image logo_;
  bool lacks_ = false;
};

}  // namespace navbat::ui
