#pragma once
// Draws in logical units on a Dear ImGui draw list. Every text names its box and its ground, so
// that a probe can prove that nothing is cut and everything can be read.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/draw/color.h"
#include "ui/draw/font_set.h"
#include "ui/draw/geometry.h"
#include "ui/draw/image.h"
#include "ui/draw/qr.h"
#include "ui/draw/textures.h"
#include "ui/draw/theme.h"

struct ImDrawList;

namespace navbat::ui {

class Probe;
class Transcript;

enum class Align { kLeft, kCenter, kRight };
enum class Stand { kTop, kMiddle, kBottom };  // where in its box a text stands

// How a text is set. With kTop the box's upper edge is the top of the capital letters.
struct TextSpec {
  Role role = Role::kBody;
  Color color{};
  Color on{};  // what lies behind it: for the contrast
  Align align = Align::kLeft;
  Stand stand = Stand::kTop;
  int lines = 1;          // at most so many; what is longer is set smaller, then cut and reported
  bool balanced = false;  // lines of even length instead of a full first one
  // How it is said where that differs from how it is written ("12–17 min": "12 to 17 minutes").
  std::string spoken{};
  std::string language{};  // whose voice says it; empty: that of the page
  bool silent = false;     // not said: decoration, or a repeat of what is
};

// What a text took.
struct TextExtent {
  float width = 0;
  float height = 0;  // from the first line's capitals to the last baseline
  int lines = 0;
  bool cut = false;  // not all of it has room in its box
};

enum class PictureFit { kWhole, kFilling };

enum class Toward { kRight, kDown, kDownRight };  // a gradient's direction

class Canvas {
 public:
  // `list`, `fonts` and `theme` outlive the canvas. `scale`: window pixels per logical unit.
  // `probe` may be null.
  Canvas(ImDrawList& list, FontSet& fonts, const Theme& theme, float scale, Point origin,
         float pixels_per_mm, Probe* probe);

  const Theme& theme() const { return theme_; }

  // Where pictures become textures; outlives the canvas. Without, none are drawn.
  void show_pictures(Textures& textures) { textures_ = &textures; }

  // Texts are told to `transcript` while `aloud`; both outlive the canvas.
  void listen(Transcript& transcript, const bool& aloud) {
    transcript_ = &transcript;
    aloud_ = &aloud;
  }

  float mm(float millimetres) const { return millimetres * units_per_mm_; }  // in logical units

  // Shapes.
  void fill(const Rect& rect, Color color, float radius = 0);
  void gradient(const Rect& rect, Color from, Color to, Toward toward, float radius = 0);
  void outline(const Rect& rect, Color color, float radius, float thickness);
  void shadow(const Rect& rect, float radius, float blur, float drop, Color color);
  void circle(Point center, float radius, Color color);
  void arc(Point center, float radius, float thickness, float from_turn, float to_turn,
           Color color);  // turns: 0 is up, 0.25 right
  void line(Point from, Point to, Color color, float thickness);
  void dashes(Point from, Point to, Color color, float thickness, float dash);
  void curve(const std::vector<Point>& points, Color color, float thickness);
  // Light that fades outwards, cut to `within`.
  void glow(Point center, float radius, Color color, const Rect& within);
  // `within` in window pixels is aligned so that modules are whole pixels; the quiet zone is the
  // caller's.
  void qr(const Rect& within, const QrMatrix& code, Color dark);
  void logo(const Rect& within, Color tint);
  // An image that is never changed again, its texture made at first use and freed when no frame
  // shows it any more. kWhole: all of it, centred in `within`; kFilling: its middle, cropped to the
  // proportions of `within`.
  void picture(const Rect& within, const std::shared_ptr<const Image>& image, float radius = 0,
               PictureFit fit = PictureFit::kWhole);
  void icon(Point center, IconSize size, char32_t code_point, Color color);
  float icon_side(IconSize size) const;

  // Text.
  TextExtent text(const Rect& box, std::string_view text, const TextSpec& spec);
  TextExtent measure(const Rect& box, std::string_view text, const TextSpec& spec);
  float width(Role role, std::string_view text);
  float cap(Role role) const;      // height of a capital letter
  float leading(Role role) const;  // baseline to baseline

  // Nested state; each push needs its pop.
  void push_clip(const Rect& rect);
  void pop_clip();
  void push_transform(Point about, float scale, Point move);
  void pop_transform();
  void push_opacity(float opacity);  // multiplies vertex alpha: for short fades only
  void pop_opacity();

  // From the caller's coordinates to logical units of the whole frame.
  Rect placed(const Rect& rect) const;

  ImDrawList& list() { return list_; }
  Point to_pixels(Point p) const;
  float pixels(float units) const { return units * scale_ * transform_.scale; }

 private:
  struct Transform {
    float scale = 1;
    Point move;
  };
  struct SetText {
    std::vector<std::string> lines;
    float scale = 1;
    bool cut = false;
    float width = 0;
    float height = 0;
  };

  SetText set_text(const Rect& box, std::string_view text, const TextSpec& spec);
  void tell(const Rect& box, const Rect& ink, std::string_view text, const SetText& set,
            const TextSpec& spec);
  bool leaves_below(const SetText& set, const Rect& box, const TextSpec& spec) const;
  void draw_line(Role role, std::string_view text, Point baseline, float scale, Color color);
  std::uint32_t ink(Color color) const;

  ImDrawList& list_;
  FontSet& fonts_;
  const Theme& theme_;
  float scale_;
  Point origin_;
  float units_per_mm_;
  Probe* probe_;
  Textures* textures_ = nullptr;
  Transcript* transcript_ = nullptr;
  const bool* aloud_ = nullptr;
  Transform transform_;
  std::vector<Transform> transforms_;
  float opacity_ = 1;
  std::vector<float> opacities_;
};

}  // namespace navbat::ui
