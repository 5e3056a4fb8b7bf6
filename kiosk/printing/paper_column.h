#pragma once
// A column of paper that is filled from the top, drawn by Pango and Cairo, so that every script
// prints right on any printer. Lengths are in 576ths of the paper's width, whatever its dots.

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "kiosk/printing/bitmap.h"
#include "kiosk/printing/paper_cell.h"
#include "ui/draw/qr.h"

namespace navbat::kiosk {

// What frees Cairo's and Pango's things.
struct PaperFree {
  void operator()(cairo_surface_t* p) const { cairo_surface_destroy(p); }
  void operator()(cairo_t* p) const { cairo_destroy(p); }
  void operator()(PangoLayout* p) const { g_object_unref(p); }
  void operator()(PangoFontDescription* p) const { pango_font_description_free(p); }
};
using PaperImage = std::unique_ptr<cairo_surface_t, PaperFree>;

// Null for an empty path. The error is one line.
tl::expected<PaperImage, std::string> read_logo(const std::string& file);

class PaperColumn {
 public:
  static constexpr double kPaper = 576;
  static constexpr double kSide = 24;  // white left and right
  static constexpr double kWidth = kPaper - 2 * kSide;

  struct Size {
    double least;
    double most;
    PangoWeight weight;
  };

  // `dots`: the printer's width. Throws std::bad_alloc without memory.
  explicit PaperColumn(int dots);

  void space(double length) { y_ += length; }
  void centered(const std::string& text, double size, PangoWeight weight);
  // A sentence: on one line where letters may be small enough for that, else wrapped.
  void line(const std::string& text);
  // One line as large as the column's width allows, up to `size`, without white above and below.
  void giant(const std::string& text, double size);
  // A line from side to side, whole or dashed.
  void rule();
  void dashes();
  // White on black: survives a fading print head better than grey.
  void banner(const std::string& text);
  // A short word in a frame.
  void framed(const std::string& text);
  // `image`'s alpha is the shape to burn.
  void logo(cairo_surface_t* image);

  // Up to two side by side: what it is above, how much large below.
  void cells(const std::vector<PaperCell>& cells);

  // A code of whole dots a module, what it is for beside it.
  void code(const ui::QrMatrix& matrix, const std::string& beside);

  // From the outermost left dot to the outermost right one: what is cut off is seen at once.
  void edge_ruler();
  // Black, and patterns of thin lines: a dirty or worn head shows as white stripes.
  void head_check();

  // The dots from the top to here. Plain threshold: dithering would fray letters.
  [[nodiscard]] Bitmap bitmap() const;

 private:
  using Layout = std::unique_ptr<PangoLayout, PaperFree>;

  Layout make(const std::string& text, double size, PangoWeight weight, double room,
              PangoAlignment align) const;
  // As large as fits into one line of `room`; wrapped when even the least size does not.
  Layout make_fitting(const std::string& text, const Size& size, double room) const;
  std::vector<double> cell_widths(const std::vector<PaperCell>& cells) const;
  void show(PangoLayout* layout, double x, double top);
  void fill(double x, double top, double width, double height);
  void rounded(double x, double top, double width, double height, double radius);
  void ink(double white);

  int dots_;
  PaperImage surface_;
  std::unique_ptr<cairo_t, PaperFree> cairo_;
  double y_ = 18;
};

}  // namespace navbat::kiosk
