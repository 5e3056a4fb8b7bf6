#pragma once
// Positions of letters from HarfBuzz: real kerning and fractional advances, which Dear ImGui lacks.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace navbat::ui {

struct PlacedGlyph {
  char32_t code_point = 0;
  float x = 0;  // of the glyph's origin, from the line's start, in em
};

struct ShapedLine {
  std::vector<PlacedGlyph> glyphs;
  float width = 0;  // in em
};

// One typeface file. Everything in em, so that one shaping serves every size. UI thread only.
class Shaper {
 public:
  static tl::expected<Shaper, std::string> open(const std::filesystem::path& file);

  Shaper(Shaper&&) noexcept;
  Shaper& operator=(Shaper&&) noexcept;
  ~Shaper();

  // Left to right, one line, no ligatures: one glyph for each code point. `tracking_em` goes
  // between letters.
  ShapedLine shape(std::string_view text, float tracking_em) const;

  // Heights above and below the baseline and of a capital H, in em.
  float ascender_em() const;
  float descender_em() const;  // positive
  float cap_em() const;

 private:
  struct Impl;
  explicit Shaper(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace navbat::ui
