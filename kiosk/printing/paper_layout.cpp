#include "kiosk/printing/paper_layout.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "ui/draw/qr.h"

namespace navbat::kiosk {
namespace {

constexpr double kSide = 24;  // dots of white left and right
constexpr double kWidth = kPaperDots - 2 * kSide;
constexpr int kMostHeight = 2400;  // dots; 30 cm of paper, far more than any ticket takes
constexpr int kThreshold = 128;    // plain threshold: dithering would fray letters

struct SurfaceFree {
  void operator()(cairo_surface_t* p) const { cairo_surface_destroy(p); }
};
struct ContextFree {
  void operator()(cairo_t* p) const { cairo_destroy(p); }
};
struct ObjectFree {
  void operator()(PangoLayout* p) const { g_object_unref(p); }
};
struct FontFree {
  void operator()(PangoFontDescription* p) const { pango_font_description_free(p); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceFree>;

// One column of paper, filled from the top.
class Column {
 public:
  explicit Column(cairo_surface_t* surface) : cairo_(cairo_create(surface)) {
    cairo_set_source_rgb(cairo_.get(), 1, 1, 1);
    cairo_paint(cairo_.get());
    ink(0);
  }

  double y = 18;

  void space(double dots) { y += dots; }

  void centered(const std::string& text, double size, PangoWeight weight) {
    const auto layout = make(text, size, weight, kWidth, PANGO_ALIGN_CENTER);
    show(layout.get(), kSide, y);
    y += height(layout.get());
  }

  // What at the left, how much at the right; below each other when they do not fit side by side.
  void row(const std::string& what, const std::string& amount) {
    const auto right = make(amount, 26, PANGO_WEIGHT_BOLD, kWidth, PANGO_ALIGN_RIGHT);
    const auto left = make(what, 26, PANGO_WEIGHT_MEDIUM, kWidth, PANGO_ALIGN_LEFT);
    const bool together = width(left.get()) + width(right.get()) + 24 <= kWidth;
    show(left.get(), kSide, y);
    if (!together) {
      y += height(left.get());
    }
    show(right.get(), kSide, y);
    y += std::max(height(right.get()), together ? height(left.get()) : 0) + 6;
  }

  void rule() {
    cairo_rectangle(cairo_.get(), kSide, std::round(y), kWidth, 3);
    cairo_fill(cairo_.get());
    y += 3;
  }

  void dashes() {
    for (double x = kSide; x < kSide + kWidth; x += 14) {
      cairo_rectangle(cairo_.get(), x, std::round(y), 8, 3);
    }
    cairo_fill(cairo_.get());
    y += 3;
  }

  // White on black: survives a fading print head better than grey.
  void banner(const std::string& text) {
    const auto layout = make(text, 31, PANGO_WEIGHT_BOLD, kWidth - 40, PANGO_ALIGN_CENTER);
    const double box = height(layout.get()) + 26;
    rounded(kSide, y, kWidth, box, 16);
    cairo_fill(cairo_.get());
    ink(1);
    show(layout.get(), kSide + 20, y + 13);
    ink(0);
    y += box;
  }

  void logo(cairo_surface_t* image) {
    constexpr double kLogo = 72;
    const double scale = kLogo / cairo_image_surface_get_height(image);
    const double image_width = cairo_image_surface_get_width(image) * scale;
    cairo_save(cairo_.get());
    cairo_translate(cairo_.get(), (kPaperDots - image_width) / 2, y);
    cairo_scale(cairo_.get(), scale, scale);
    cairo_mask_surface(cairo_.get(), image, 0, 0);
    cairo_restore(cairo_.get());
    y += kLogo;
  }

  void code(const ui::QrMatrix& matrix, const std::string& beside) {
    // Whole dots a module, about 220 dots in all: cameras read it from an arm's length.
    const double module = std::max(3.0, std::floor(220.0 / matrix.side));
    const double quiet = module * ui::kQrQuietZone;
    const double side = module * matrix.side;
    for (int row_index = 0; row_index < matrix.side; ++row_index) {
      for (int column = 0; column < matrix.side; ++column) {
        if (matrix.at(column, row_index)) {
          cairo_rectangle(cairo_.get(), kSide + column * module, y + row_index * module, module,
                          module);
        }
      }
    }
    cairo_fill(cairo_.get());
    const double left = kSide + side + quiet;
    const auto layout =
        make(beside, 28, PANGO_WEIGHT_SEMIBOLD, kPaperDots - kSide - left, PANGO_ALIGN_LEFT);
    show(layout.get(), left, y + std::max(0.0, (side - height(layout.get())) / 2));
    y += std::max(side, height(layout.get()));
  }

 private:
  using Layout = std::unique_ptr<PangoLayout, ObjectFree>;

  Layout make(const std::string& text, double size, PangoWeight weight, double room,
              PangoAlignment align) {
    Layout layout(pango_cairo_create_layout(cairo_.get()));
    const std::unique_ptr<PangoFontDescription, FontFree> font(pango_font_description_new());
    pango_font_description_set_family(font.get(), "Inter");
    pango_font_description_set_weight(font.get(), weight);
    pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(room * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), align);
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    return layout;
  }

  static double height(PangoLayout* layout) {
    int value = 0;
    pango_layout_get_pixel_size(layout, nullptr, &value);
    return value;
  }

  static double width(PangoLayout* layout) {
    int value = 0;
    pango_layout_get_pixel_size(layout, &value, nullptr);
    return value;
  }

  void show(PangoLayout* layout, double x, double top) {
    cairo_move_to(cairo_.get(), x, top);
    pango_cairo_show_layout(cairo_.get(), layout);
  }

  void ink(double white) { cairo_set_source_rgb(cairo_.get(), white, white, white); }

  void rounded(double x, double top, double w, double h, double radius) {
    constexpr double kQuarter = 1.5707963267948966;
    cairo_new_path(cairo_.get());
    cairo_arc(cairo_.get(), x + w - radius, top + radius, radius, -kQuarter, 0);
    cairo_arc(cairo_.get(), x + w - radius, top + h - radius, radius, 0, kQuarter);
    cairo_arc(cairo_.get(), x + radius, top + h - radius, radius, kQuarter, 2 * kQuarter);
    cairo_arc(cairo_.get(), x + radius, top + radius, radius, 2 * kQuarter, 3 * kQuarter);
    cairo_close_path(cairo_.get());
  }

  std::unique_ptr<cairo_t, ContextFree> cairo_;
};

void fill_column(Column& column, const PaperTicket& ticket, cairo_surface_t* logo) {
  if (logo != nullptr) {
    column.logo(logo);
    column.space(10);
  }
  column.centered(ticket.bank, 34, PANGO_WEIGHT_BOLD);
  column.centered(ticket.branch, 25, PANGO_WEIGHT_MEDIUM);
  column.space(12);
  column.rule();
  column.space(14);
  column.centered(ticket.heading, 29, PANGO_WEIGHT_SEMIBOLD);
  column.space(-12);  // a giant line brings white of its own
  column.centered(ticket.label, 150, PANGO_WEIGHT_BOLD);
  column.space(-6);
  column.banner(ticket.service);
  column.space(16);
  for (const auto& [what, amount] : ticket.rows) {
    column.row(what, amount);
  }
  column.space(8);
  column.dashes();
  column.space(20);
  if (const auto code = ui::make_qr(ticket.address)) {
    column.code(*code, ticket.follow);
    column.space(18);
    column.dashes();
    column.space(10);
  }
  column.centered(ticket.foot, 24, PANGO_WEIGHT_MEDIUM);
  column.space(24);
}

Bitmap threshold(cairo_surface_t* surface, int height) {
  Bitmap bitmap{.width = kPaperDots, .height = height, .bits = {}};
  bitmap.bits.assign(static_cast<std::size_t>(kPaperDots / 8) * static_cast<std::size_t>(height),
                     0);
  cairo_surface_flush(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < kPaperDots; ++x) {
      // RGB24 in grey: any of the three channels tells.
      if (data[static_cast<std::ptrdiff_t>(y) * stride + x * 4] < kThreshold) {
        const auto byte =
            static_cast<std::size_t>(y) * (kPaperDots / 8) + static_cast<std::size_t>(x / 8);
        bitmap.bits[byte] = static_cast<std::uint8_t>(bitmap.bits[byte] | 0x80U >> (x % 8));
      }
    }
  }
  return bitmap;
}

}  // namespace

tl::expected<Bitmap, std::string> lay_out(const PaperTicket& ticket,
                                          const std::filesystem::path& logo) {
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kPaperDots, kMostHeight));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return tl::unexpected(std::string("no memory to lay out a ticket"));
  }
  Surface logo_image;
  if (!logo.empty()) {
    logo_image.reset(cairo_image_surface_create_from_png(logo.c_str()));
    if (cairo_surface_status(logo_image.get()) != CAIRO_STATUS_SUCCESS) {
      return tl::unexpected(logo.string() + ": cannot be read; expected a PNG picture");
    }
  }
  Column column(surface.get());
  fill_column(column, ticket, logo_image.get());
  const int height = std::min(kMostHeight, static_cast<int>(std::ceil(column.y)));
  return threshold(surface.get(), height);
}

}  // namespace navbat::kiosk
