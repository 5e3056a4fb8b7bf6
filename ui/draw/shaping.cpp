#include "ui/draw/shaping.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include <hb.h>

#include <array>

#include "ui/text/utf8.h"

namespace navbat::ui {
namespace {

struct BlobFree {
  void operator()(hb_blob_t* p) const { hb_blob_destroy(p); }
};
struct FaceFree {
  void operator()(hb_face_t* p) const { hb_face_destroy(p); }
};
struct FontFree {
  void operator()(hb_font_t* p) const { hb_font_destroy(p); }
};
struct BufferFree {
  void operator()(hb_buffer_t* p) const { hb_buffer_destroy(p); }
};

// Contextual alternates would turn "->" into an arrow glyph that has no code point in the atlas.
const std::array<hb_feature_t, 4> kFeatures{{
    {HB_TAG('l', 'i', 'g', 'a'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'l', 'i', 'g'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'a', 'l', 't'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
    {HB_TAG('c', 'c', 'm', 'p'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END},
}};

struct VerticalMetrics {
  float ascender = 0;
  float descender = 0;
  float cap = 0;
};

// Read by FreeType, because Dear ImGui's font builder sizes and places glyphs by its figures.
tl::expected<VerticalMetrics, std::string> read_metrics(const std::filesystem::path& file) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) {
    return tl::unexpected(std::string("FreeType does not start"));
  }
  const std::unique_ptr<FT_LibraryRec_, FT_Error (*)(FT_Library)> owned(library, FT_Done_FreeType);
  FT_Face face = nullptr;
  if (FT_New_Face(library, file.c_str(), 0, &face) != 0) {
    return tl::unexpected(file.string() + ": cannot be read; expected an OpenType font");
  }
  const auto em = static_cast<float>(face->units_per_EM);
  VerticalMetrics metrics{static_cast<float>(face->ascender) / em,
                          -static_cast<float>(face->descender) / em, 0.72F};
  if (const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
      os2 != nullptr && os2->version >= 2 && os2->sCapHeight > 0) {
    metrics.cap = static_cast<float>(os2->sCapHeight) / em;
  }
  FT_Done_Face(face);
  return metrics;
}

}  // namespace

struct Shaper::Impl {
  std::unique_ptr<hb_blob_t, BlobFree> blob;
  std::unique_ptr<hb_face_t, FaceFree> face;
  std::unique_ptr<hb_font_t, FontFree> font;
  std::unique_ptr<hb_buffer_t, BufferFree> buffer;
  float units_per_em = 1;
  VerticalMetrics metrics;
};

Shaper::Shaper(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Shaper::Shaper(Shaper&&) noexcept = default;
Shaper& Shaper::operator=(Shaper&&) noexcept = default;
Shaper::~Shaper() = default;

tl::expected<Shaper, std::string> Shaper::open(const std::filesystem::path& file) {
  auto metrics = read_metrics(file);
  if (!metrics) {
    return tl::unexpected(metrics.error());
  }
  auto impl = std::make_unique<Impl>();
  impl->metrics = *metrics;
  impl->blob.reset(hb_blob_create_from_file_or_fail(file.c_str()));
  if (!impl->blob) {
    return tl::unexpected(file.string() + ": cannot be read; expected an OpenType font");
  }
  impl->face.reset(hb_face_create(impl->blob.get(), 0));
  impl->font.reset(hb_font_create(impl->face.get()));
  impl->units_per_em = static_cast<float>(hb_face_get_upem(impl->face.get()));
  impl->buffer.reset(hb_buffer_create());
  return Shaper(std::move(impl));
}

ShapedLine Shaper::shape(std::string_view text, float tracking_em) const {
  const std::u32string letters = decode_utf8(text);
  ShapedLine line;
  if (letters.empty()) {
    return line;
  }
  hb_buffer_t* buffer = impl_->buffer.get();
  hb_buffer_clear_contents(buffer);
  hb_buffer_add_codepoints(buffer, reinterpret_cast<const hb_codepoint_t*>(letters.data()),
                           static_cast<int>(letters.size()), 0, -1);
  hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(impl_->font.get(), buffer, kFeatures.data(), static_cast<unsigned>(kFeatures.size()));
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  float x = 0;
  line.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    const float offset = static_cast<float>(places[i].x_offset) / impl_->units_per_em;
    line.glyphs.push_back({letters[infos[i].cluster], x + offset});
    x += static_cast<float>(places[i].x_advance) / impl_->units_per_em;
    if (i + 1 < count) {
      x += tracking_em;
    }
  }
  line.width = x;
  return line;
}

float Shaper::ascender_em() const { return impl_->metrics.ascender; }
float Shaper::descender_em() const { return impl_->metrics.descender; }
float Shaper::cap_em() const { return impl_->metrics.cap; }

}  // namespace navbat::ui
