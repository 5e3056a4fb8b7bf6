#include "kiosk/printing/png_printer.h"

#include <cairo.h>

#include <memory>

namespace navbat::kiosk {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;

// Cairo's A1 writes as a grey PNG of one bit, where a set bit is white.
Surface as_surface(const Bitmap& ticket) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A1, ticket.width, ticket.height),
                  cairo_surface_destroy);
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return surface;
  }
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < ticket.height; ++y) {
    for (int x = 0; x < ticket.width; ++x) {
      if (!ticket.dark(x, y)) {
        // Bits of A1 are in the machine's order: lowest first on the little-endian ones we run on.
        unsigned char& byte = data[static_cast<std::ptrdiff_t>(y) * stride + x / 8];
        byte = static_cast<unsigned char>(byte | 1U << (x % 8));
      }
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

}  // namespace

tl::expected<void, std::string> PngPrinter::print(const Bitmap& ticket, const std::string& name) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  const auto file = folder_ / (name + ".png");
  const auto draft = folder_ / (name + ".png.part");
  const Surface surface = as_surface(ticket);
  if (cairo_surface_write_to_png(surface.get(), draft.c_str()) != CAIRO_STATUS_SUCCESS) {
    return tl::unexpected(draft.string() + ": cannot be written; expected a writable folder");
  }
  std::filesystem::rename(draft, file, error);
  if (error) {
    return tl::unexpected(file.string() + ": " + error.message());
  }
  return {};
}

}  // namespace navbat::kiosk
