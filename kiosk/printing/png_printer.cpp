#include "kiosk/printing/png_printer.h"

#include <cairo.h>
#include <unistd.h>

#include <memory>

namespace navbat::kiosk {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;

// Cairo's A1 writes as a grey PNG of one bit, where a set bit is white.
Surface as_surface(const Bitmap& page) {
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A1, page.width, page.height),
                  cairo_surface_destroy);
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return surface;
  }
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < page.height; ++y) {
    for (int x = 0; x < page.width; ++x) {
      if (!page.dark(x, y)) {
        // Bits of A1 are in the machine's order: lowest first on the little-endian ones we run on.
        unsigned char& byte = data[static_cast<std::ptrdiff_t>(y) * stride + x / 8];
        byte = static_cast<unsigned char>(byte | 1U << (x % 8));
      }
    }
  }
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

// Empty when pages can be written there.
std::string trouble_with(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    return folder.string() + ": cannot be written; expected a writable folder";
  }
  return {};
}

}  // namespace

PrinterStatus PngPrinter::status(const std::stop_token&) {
  PrinterStatus status;
  status.detail = trouble_with(folder_);
  status.reachable = status.detail.empty();
  return status;
}

PrintResult PngPrinter::print(const Bitmap& page, const std::string& name, const std::stop_token&) {
  if (std::string trouble = trouble_with(folder_); !trouble.empty()) {
    return PrintResult::not_printed(std::move(trouble));
  }
  const auto file = folder_ / (name + ".png");
  const auto draft = folder_ / (name + ".png.part");
  const Surface surface = as_surface(page);
  if (cairo_surface_write_to_png(surface.get(), draft.c_str()) != CAIRO_STATUS_SUCCESS) {
    return PrintResult::not_printed(draft.string() + ": cannot be written; expected room for it");
  }
  std::error_code error;
  std::filesystem::rename(draft, file, error);
  if (error) {
    return PrintResult::not_printed(file.string() + ": " + error.message());
  }
  return PrintResult::printed();
}

}  // namespace navbat::kiosk
