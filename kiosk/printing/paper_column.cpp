#include "kiosk/printing/paper_column.h"

#include <algorithm>
#include <cmath>
#include <new>

namespace navbat::kiosk {

namespace {

// Letters of 25 are 2.3 mm high on paper: newspaper size.
constexpr PaperColumn::Size kWhat{22, 25, PANGO_WEIGHT_MEDIUM};
constexpr PaperColumn::Size kAmount{30, 43, PANGO_WEIGHT_BOLD};
constexpr PaperColumn::Size kNote{23, 27, PANGO_WEIGHT_MEDIUM};

constexpr double kMostHeight = 2400;  // 30 cm of paper, far more than any ticket takes
constexpr int kThreshold = 128;
constexpr double kLine = 3;         // thickness of rules
constexpr double kCodeSide = 224;   // 28 mm: cameras read it from an arm's length
constexpr double kLeastModule = 3;  // dots
constexpr double kCellGap = 32;

double height(PangoLayout* layout) {
  int value = 0;
  pango_layout_get_pixel_size(layout, nullptr, &value);
  return value;
}

double width(PangoLayout* layout) {
  int value = 0;
  pango_layout_get_pixel_size(layout, &value, nullptr);
  return value;
}

PangoRectangle ink_of(PangoLayout* layout) {
  PangoRectangle ink{};
  pango_layout_get_pixel_extents(layout, &ink, nullptr);
  return ink;
}

}  // namespace

tl::expected<PaperImage, std::string> read_logo(const std::string& file) {
  PaperImage image;
  if (!file.empty()) {
    image.reset(cairo_image_surface_create_from_png(file.c_str()));
    if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS ||
        cairo_image_surface_get_height(image.get()) < 1) {
      return tl::unexpected(file + ": cannot be read; expected a PNG picture");
    }
  }
  return image;
}

PaperColumn::PaperColumn(int dots)
    : dots_(dots),
      surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, dots,
                                          static_cast<int>(kMostHeight * dots / kPaper))),
      cairo_(cairo_create(surface_.get())) {
  if (cairo_status(cairo_.get()) != CAIRO_STATUS_SUCCESS) {
    throw std::bad_alloc();
  }
  cairo_scale(cairo_.get(), dots / kPaper, dots / kPaper);
  cairo_set_source_rgb(cairo_.get(), 1, 1, 1);
  cairo_paint(cairo_.get());
  ink(0);
}

void PaperColumn::centered(const std::string& text, double size, PangoWeight weight) {
  const auto layout = make(text, size, weight, kWidth, PANGO_ALIGN_CENTER);
  show(layout.get(), kSide, y_);
  y_ += height(layout.get());
}

void PaperColumn::line(const std::string& text) {
  const auto layout = make_fitting(text, kNote, kWidth);
  show(layout.get(), kSide + (kWidth - width(layout.get())) / 2, y_);
  y_ += height(layout.get());
}

void PaperColumn::giant(const std::string& text, double size) {
  const auto layout = make_fitting(text, {40, size, PANGO_WEIGHT_BOLD}, kWidth);
  const PangoRectangle ink = ink_of(layout.get());
  show(layout.get(), (kPaper - ink.width) / 2 - ink.x, y_ - ink.y);
  y_ += ink.height;
}

void PaperColumn::rule() {
  fill(kSide, y_, kWidth, kLine);
  y_ += kLine;
}

void PaperColumn::dashes() {
  constexpr double kDash = 8;
  constexpr int kDashes = 38;
  constexpr double kStep = (kWidth - kDash) / (kDashes - 1);  // ends flush at both sides
  for (int dash = 0; dash < kDashes; ++dash) {
    fill(kSide + dash * kStep, y_, kDash, kLine);
  }
  y_ += kLine;
}

void PaperColumn::banner(const std::string& text) {
  const auto layout = make(text, 33, PANGO_WEIGHT_BOLD, kWidth - 40, PANGO_ALIGN_CENTER);
  const double box = height(layout.get()) + 26;
  rounded(kSide, y_, kWidth, box, 16);
  cairo_fill(cairo_.get());
  ink(1);
  show(layout.get(), kSide + 20, y_ + 13);
  ink(0);
  y_ += box;
}

void PaperColumn::framed(const std::string& text) {
  const auto layout = make(text, 26, PANGO_WEIGHT_BOLD, kWidth - 60, PANGO_ALIGN_CENTER);
  const double box = width(layout.get()) + 48;
  rounded((kPaper - box) / 2, y_ + 2, box, height(layout.get()) + 12, 12);
  cairo_set_line_width(cairo_.get(), kLine);
  cairo_stroke(cairo_.get());
  show(layout.get(), kSide + 30, y_ + 8);
  y_ += height(layout.get()) + 16;
}

void PaperColumn::logo(cairo_surface_t* image) {
  constexpr double kLogo = 84;
  const double image_width = cairo_image_surface_get_width(image);
  const double image_height = cairo_image_surface_get_height(image);
  const double scale = std::min(kLogo / image_height, kWidth / image_width);
  cairo_save(cairo_.get());
  cairo_translate(cairo_.get(), (kPaper - image_width * scale) / 2, y_);
  cairo_scale(cairo_.get(), scale, scale);
  cairo_mask_surface(cairo_.get(), image, 0, 0);
  cairo_restore(cairo_.get());
  y_ += image_height * scale;
}

// Each as wide as it needs, what is left shared evenly.
std::vector<double> PaperColumn::cell_widths(const std::vector<PaperCell>& cells) const {
  std::vector<double> widths;
  double needed = 0;
  for (const PaperCell& cell : cells) {
    const auto what = make(cell.what, kWhat.most, kWhat.weight, -1, PANGO_ALIGN_LEFT);
    const auto amount = make(cell.amount, kAmount.most, kAmount.weight, -1, PANGO_ALIGN_LEFT);
    widths.push_back(std::max(width(what.get()), width(amount.get())));
    needed += widths.back();
  }
  const auto count = static_cast<double>(cells.size());
  const double room = kWidth - kCellGap * (count - 1);
  for (double& each : widths) {
    each = needed > room ? each * room / needed : each + (room - needed) / count;
  }
  return widths;
}

void PaperColumn::cells(const std::vector<PaperCell>& cells) {
  const std::vector<double> widths = cell_widths(cells);
  std::vector<Layout> whats;
  std::vector<Layout> amounts;
  double above = 0;
  double below = 0;
  for (std::size_t index = 0; index < cells.size(); ++index) {
    whats.push_back(make_fitting(cells[index].what, kWhat, widths[index]));
    amounts.push_back(make_fitting(cells[index].amount, kAmount, widths[index]));
    above = std::max(above, height(whats.back().get()));
    below = std::max(below, height(amounts.back().get()));
  }
  double x = kSide;
  for (std::size_t index = 0; index < cells.size(); ++index) {
    if (index > 0) {
      fill(x - kCellGap / 2 - kLine / 2, y_ + 4, kLine, above + below - 8);
    }
    show(whats[index].get(), x + (widths[index] - width(whats[index].get())) / 2, y_);
    show(amounts[index].get(), x + (widths[index] - width(amounts[index].get())) / 2, y_ + above);
    x += widths[index] + kCellGap;
  }
  y_ += above + below;
}

void PaperColumn::code(const ui::QrMatrix& matrix, const std::string& beside) {
  const double scale = dots_ / kPaper;
  const double module = std::max(kLeastModule, std::floor(kCodeSide * scale / matrix.side));
  const double left = std::round(kSide * scale);
  const double top = std::round(y_ * scale);
  cairo_save(cairo_.get());
  cairo_identity_matrix(cairo_.get());
  cairo_set_antialias(cairo_.get(), CAIRO_ANTIALIAS_NONE);
  for (int row = 0; row < matrix.side; ++row) {
    for (int column = 0; column < matrix.side; ++column) {
      if (matrix.at(column, row)) {
        cairo_rectangle(cairo_.get(), left + column * module, top + row * module, module, module);
      }
    }
  }
  cairo_fill(cairo_.get());
  cairo_restore(cairo_.get());
  const double side = module * matrix.side / scale;
  const double text_left = kSide + side + module * ui::kQrQuietZone / scale;
  const auto layout =
      make(beside, 30, PANGO_WEIGHT_SEMIBOLD, kPaper - kSide - text_left, PANGO_ALIGN_LEFT);
  show(layout.get(), text_left, y_ + std::max(0.0, (side - height(layout.get())) / 2));
  y_ += std::max(side, height(layout.get()));
}

void PaperColumn::edge_ruler() {
  constexpr int kMarks = 36;
  for (int mark = 0; mark <= kMarks; ++mark) {
    const double x = std::min(kPaper * mark / kMarks, kPaper - 1);
    fill(x, y_, mark % 6 == 0 ? 3 : 1, mark % 6 == 0 ? 28 : 16);
  }
  fill(kPaper - kLine, y_, kLine, 28);
  y_ += 28;
}

void PaperColumn::head_check() {
  fill(0, y_, kPaper, 32);
  y_ += 40;
  for (double x = 0; x < kPaper; x += 4) {
    fill(x, y_, 2, 24);
  }
  y_ += 24;
}

Bitmap PaperColumn::bitmap() const {
  const int whole = cairo_image_surface_get_height(surface_.get());
  const int rows = std::min(whole, static_cast<int>(std::ceil(y_ * dots_ / kPaper)));
  const auto across = static_cast<std::size_t>(dots_ / 8);
  Bitmap bitmap{.width = dots_, .height = rows, .bits = {}};
  bitmap.bits.assign(across * static_cast<std::size_t>(rows), 0);
  cairo_surface_flush(surface_.get());
  const unsigned char* data = cairo_image_surface_get_data(surface_.get());
  const int stride = cairo_image_surface_get_stride(surface_.get());
  for (int y = 0; y < rows; ++y) {
    for (int x = 0; x < dots_; ++x) {
      // RGB24 in grey: any of the three channels tells.
      if (data[static_cast<std::ptrdiff_t>(y) * stride + x * 4] < kThreshold) {
        const auto byte = static_cast<std::size_t>(y) * across + static_cast<std::size_t>(x / 8);
        bitmap.bits[byte] = static_cast<std::uint8_t>(bitmap.bits[byte] | 0x80U >> (x % 8));
      }
    }
  }
  return bitmap;
}

PaperColumn::Layout PaperColumn::make(const std::string& text, double size, PangoWeight weight,
                                      double room, PangoAlignment align) const {
  Layout layout(pango_cairo_create_layout(cairo_.get()));
  const std::unique_ptr<PangoFontDescription, PaperFree> font(pango_font_description_new());
  pango_font_description_set_family(font.get(), "Inter");
  pango_font_description_set_weight(font.get(), weight);
  pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_width(layout.get(), room < 0 ? -1 : static_cast<int>(room * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout.get(), align);
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  return layout;
}

PaperColumn::Layout PaperColumn::make_fitting(const std::string& text, const Size& size,
                                              double room) const {
  auto layout = make(text, size.most, size.weight, -1, PANGO_ALIGN_LEFT);
  const double needed = std::max(ink_of(layout.get()).width, 1);
  if (needed <= room) {
    return layout;
  }
  const double smaller = std::floor(size.most * room / needed);
  return smaller >= size.least ? make(text, smaller, size.weight, -1, PANGO_ALIGN_LEFT)
                               : make(text, size.least, size.weight, room, PANGO_ALIGN_CENTER);
}

void PaperColumn::show(PangoLayout* layout, double x, double top) {
  cairo_move_to(cairo_.get(), x, top);
  pango_cairo_show_layout(cairo_.get(), layout);
}

void PaperColumn::fill(double x, double top, double width_, double height_) {
  cairo_rectangle(cairo_.get(), std::round(x), std::round(top), width_, height_);
  cairo_fill(cairo_.get());
}

void PaperColumn::rounded(double x, double top, double w, double h, double radius) {
  constexpr double kQuarter = 1.5707963267948966;
  cairo_new_path(cairo_.get());
  cairo_arc(cairo_.get(), x + w - radius, top + radius, radius, -kQuarter, 0);
  cairo_arc(cairo_.get(), x + w - radius, top + h - radius, radius, 0, kQuarter);
  cairo_arc(cairo_.get(), x + radius, top + h - radius, radius, kQuarter, 2 * kQuarter);
  cairo_arc(cairo_.get(), x + radius, top + radius, radius, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(cairo_.get());
}

void PaperColumn::ink(double white) { cairo_set_source_rgb(cairo_.get(), white, white, white); }

}  // namespace navbat::kiosk
