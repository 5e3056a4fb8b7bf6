#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/access/focus_ring.h"
#include "ui/app/shell.h"

namespace navbat::ui {

bool Shell::is_double_tap(Point where) const {
  constexpr Moment kDoubleTap{400};
  constexpr float kSamePlace_mm = 15;
  if (page_ == last_tap_.page || spec_.clock() - last_tap_.at > kDoubleTap) {
    return false;
  }
  const float away = std::hypot(where.x - last_tap_.where.x, where.y - last_tap_.where.y);
  return away < kSamePlace_mm * spec_.window.design.w / spec_.screen_width_mm;
}

// What is the shell's own of the customer's doing. The pointer is in logical units.
void Shell::act_on(Strokes& strokes) {
  Pointer& pointer = strokes.pointer;
  if (pointer.pressed) {
    focus_.hide();
  }
  if (pointer.pressed && blank_) {
    set_blank(false);
    pointer.pressed = false;
  }
  if (pointer.pressed && is_double_tap(pointer.at)) {
    pointer.pressed = false;
  }
  if (pointer.released) {
    last_tap_ = {.at = spec_.clock(), .where = pointer.at, .page = page_};
  }
  if (strokes.action == KeypadAction::kBlank) {
    set_blank(!blank_);
  }
  if (strokes.action && reader_ != nullptr) {
    reader_->take(*strokes.action);
  }
}

void Shell::draw_frame(Scene& scene, Strokes strokes, Image* capture) {
  const Fit place = fit();
  Pointer& pointer = strokes.pointer;
  pointer.at = {(pointer.at.x - place.origin.x) / place.scale,
                (pointer.at.y - place.origin.y) / place.scale};
  act_on(strokes);
  const bool pressed = pointer.pressed;
  if (fonts_stale_ || fonts_scale_ != place.scale) {
    rebuild_fonts();
  }
  bool changed = build_frame(scene, strokes, place);
  // A letter that the atlas lacked, or a theme or language that this frame's touch has changed: the
  // frame is made again before it is shown, without repeating the touch.
  constexpr int kMostTries = 3;
  for (int tries = 0; changed && tries < kMostTries; ++tries) {
    if (fonts_stale_) {
      rebuild_fonts();
    }
    changed = build_frame(scene, strokes.held(), place);
  }
  if (pressed) {
    input_.set_holding(capture_.active);
  }
  if (reader_ != nullptr) {
    reader_->shown(transcript_, focus_.visible() ? focus_.at() : std::string_view(), catalogues_,
                   language_);
  }
  static const ImDrawData kNothing;
  backend_->present(blank_ ? kNothing : *ImGui::GetDrawData(),
                    blank_ ? rgb(0x000000) : theme_.palette.brand_dark, capture);
  if (backend_->lit()) {
    scene.presented();
  }
}

bool Shell::build_frame(Scene& scene, const Strokes& strokes, const Fit& place) {
  const Size window = backend_->pixels();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {window.w, window.h};
  io.DeltaTime = 1.0F / 60;
  motion_.begin_frame(spec_.clock());
  probe_.begin_frame();
  focus_.begin_frame(strokes.action);
  transcript_.begin_frame(spec_.probe || (reader_ != nullptr && reader_->on()));
  ImGui::NewFrame();
  const std::string language = language_;
  const int edition = theme_edition_;
  const Theme theme = theme_;
  const float pixels_per_mm = spec_.window.design.w / spec_.screen_width_mm * place.scale;
  Canvas canvas(*ImGui::GetBackgroundDrawList(), fonts_, theme, place.scale, place.origin,
                pixels_per_mm, spec_.probe ? &probe_ : nullptr);
  const Catalogue& words = catalogues_.of(language);
  Frame frame{.canvas = canvas,
              .theme = theme,
              .words = words,
              .languages = catalogues_,
              .motion = motion_,
              .capture = capture_,
              .focus = focus_,
              .transcript = transcript_,
              .probe = spec_.probe ? &probe_ : nullptr,
              .size = place.size,
              .pointer = strokes.pointer,
              .key = strokes.key,
              .action = strokes.action,
              .typed = strokes.typed,
              .scan = strokes.scan,
              .reach = reach_within(canvas, place.size),
              .page = {}};
  canvas.listen(transcript_, frame.interactive);
  canvas.show_pictures(backend_->textures());
  scene.draw(frame);
  if (strokes.pointer.released || strokes.pointer.cancelled) {
    capture_ = {};
  }
  page_ = frame.page;
  focus_.end_frame(page_);
  transcript_.end_frame(page_, words);
  if (const Focus::Place* focused = focus_.place(); focused != nullptr && focus_.visible()) {
    draw_focus_ring(frame, *focused);
  }
  ImGui::Render();
  if (fonts_.lacks_characters()) {
    fonts_stale_ = true;
  }
  return fonts_stale_ || language != language_ || edition != theme_edition_;
}

Rect Shell::reach_within(const Canvas& canvas, Size size) const {
  const float height = reach_mm_ > 0 ? std::min(canvas.mm(reach_mm_), size.h) : size.h;
  return {0, size.h - height, size.w, height};
}

}  // namespace navbat::ui
