#pragma once
// What a view gets to draw one frame. Lives for that frame; hold nothing of it.

#include <string>
#include <string_view>

#include "ui/app/input.h"
#include "ui/app/motion.h"
#include "ui/draw/canvas.h"
#include "ui/draw/theme.h"
#include "ui/testing/probe.h"
#include "ui/text/catalogues.h"

namespace navbat::ui {

// Which target a finger went down on; kept from frame to frame by the shell.
struct Capture {
  std::string id;
  bool active = false;
};

struct Frame {
  Canvas& canvas;
  const Theme& theme;
  const Catalogue& words;       // of the chosen language
  const Catalogues& languages;  // all of them
  Motion& motion;
  Pointer pointer;  // logical units
  Capture& capture;
  Probe* probe = nullptr;
  Size size;                // of the whole frame, logical units
  bool interactive = true;  // false while a sheet covers what is drawn

  Rect whole() const { return {0, 0, size.w, size.h}; }
  const Palette& palette() const { return theme.palette; }
};

// What one program shows. A shell owns none of it and asks it for one frame at a time.
class Scene {
 public:
  virtual ~Scene() = default;
  virtual void draw(Frame& frame) = 0;

  // A moment came that the scene had asked for (Motion::wake_at), and nothing else calls for a
  // frame. False: nothing visible changed; ask `motion` for the next moment instead.
  virtual bool wants_frame(Motion& motion) {
    static_cast<void>(motion);
    return true;
  }

  // What draw() drew is on the screen.
  virtual void presented() {}
};

}  // namespace navbat::ui
