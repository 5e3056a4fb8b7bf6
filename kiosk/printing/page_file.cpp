#include "kiosk/printing/page_file.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include <memory>

namespace navbat::kiosk {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;
using Context = std::unique_ptr<cairo_t, void (*)(cairo_t*)>;

constexpr double kPointsPerDot = 72.0 / 25.4 / kDotsPerMm;

// Cairo's A1: written as a PNG, a set bit is white; used as a mask, a set bit takes the ink.
Surface one_bit(const Bitmap& page, bool set_dark) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A1, page.width, page.height),
                  cairo_surface_destroy);
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return surface;
  }
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < page.height; ++y) {
    for (int x = 0; x < page.width; ++x) {
      if (page.dark(x, y) == set_dark) {
        // Bits of A1 are in the machine's order: lowest first on the little-endian ones we run on.
        unsigned char& byte = data[static_cast<std::ptrdiff_t>(y) * stride + x / 8];
        byte = static_cast<unsigned char>(byte | 1U << (x % 8));
      }
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

void draw(cairo_surface_t* document, const Bitmap& page) {
  const Context cairo(cairo_create(document), cairo_destroy);
  const Surface dots = one_bit(page, true);
  cairo_scale(cairo.get(), kPointsPerDot, kPointsPerDot);
  const std::unique_ptr<cairo_pattern_t, void (*)(cairo_pattern_t*)> pattern(
      cairo_pattern_create_for_surface(dots.get()), cairo_pattern_destroy);
  // A dot stays a dot: smoothing would fray letters and the code.
  cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_NEAREST);
  cairo_set_source_rgb(cairo.get(), 0, 0, 0);
  cairo_mask(cairo.get(), pattern.get());
  cairo_show_page(cairo.get());
}

// Empty when all is written.
std::string finish(cairo_surface_t* document, const Bitmap& page) {
  draw(document, page);
  cairo_surface_finish(document);
  const cairo_status_t status = cairo_surface_status(document);
  return status == CAIRO_STATUS_SUCCESS ? "" : cairo_status_to_string(status);
}

cairo_status_t collect(void* bytes, const unsigned char* data, unsigned int length) {
  auto& all = *static_cast<std::vector<std::uint8_t>*>(bytes);
  all.insert(all.end(), data, data + length);
  return CAIRO_STATUS_SUCCESS;
}

double points(int dots) { return dots * kPointsPerDot; }

}  // namespace

tl::expected<void, std::string> write_png(const Bitmap& page, const std::filesystem::path& file) {
  const Surface surface = one_bit(page, false);
  const cairo_status_t status = cairo_surface_write_to_png(surface.get(), file.c_str());
  if (status != CAIRO_STATUS_SUCCESS) {
    return tl::unexpected(file.string() + ": " + cairo_status_to_string(status));
  }
  return {};
}

tl::expected<void, std::string> write_pdf(const Bitmap& page, const std::filesystem::path& file) {
  const Surface document(
      cairo_pdf_surface_create(file.c_str(), points(page.width), points(page.height)),
      cairo_surface_destroy);
  if (const std::string error = finish(document.get(), page); !error.empty()) {
    return tl::unexpected(file.string() + ": " + error);
  }
  return {};
}

tl::expected<std::vector<std::uint8_t>, std::string> as_pdf(const Bitmap& page) {
  std::vector<std::uint8_t> bytes;
  const Surface document(
      cairo_pdf_surface_create_for_stream(collect, &bytes, points(page.width), points(page.height)),
      cairo_surface_destroy);
  if (const std::string error = finish(document.get(), page); !error.empty()) {
    return tl::unexpected("no PDF: " + error);
  }
  return bytes;
}

}  // namespace navbat::kiosk
