#pragma once
// What a view gets to draw one frame. Lives for that frame; hold nothing of it.

#include <optional>
#include <string>
#include <string_view>

#include "ui/access/focus.h"
#include "ui/access/transcript.h"
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
  std::string page;  // a target of the same name on the next page is another one
  bool active = false;
};

struct Frame {
  Canvas& canvas;
  const Theme& theme;
  const Catalogue& words;       // of the chosen language
  const Catalogues& languages;  // all of them
  Motion& motion;
  Capture& capture;
  Focus& focus;            // of the keypad
  Transcript& transcript;  // what is said of the frame; transcript.say() for what is said once
  Probe* probe = nullptr;
  Size size;  // of the whole frame, logical units

  // What the customer did in this frame: at most one thing. The shell has acted already on what
  // KeypadAction says is its own; the rest is the scene's.
  Pointer pointer;                     // logical units
  std::string key;                     // "F13", "Ctrl+Alt+Q"; empty: none
  std::optional<KeypadAction> action;  // what the keypad means by it
  std::string typed;                   // characters typed by a person
  std::optional<Scan> scan;            // what a scanner read

  // Where touch targets must lie: the whole frame, or its lower part for who reaches no higher.
  Rect reach;

  // Which screen this is: the scene sets it before it draws. A new page is read aloud and has no
  // focus; a sheet over "home" is "home/languages", as ui::sheet names it.
  std::string page;
  bool interactive = true;  // false while a sheet covers what is drawn: dead and mute

  Rect whole() const { return {0, 0, size.w, size.h}; }
  bool lowered() const { return reach.h < size.h; }
  const Palette& palette() const { return theme.palette; }
};

// What one program shows. A shell owns none of it and asks it for one frame at a time.
class Scene {
 public:
  virtual ~Scene() = default;
  virtual void draw(Frame& frame) = 0;

  // A moment came that the scene had asked for (Motion::wake_at) or somebody asked
  // (Shell::ask_scene), and nothing else calls for a frame. False: nothing visible changed; ask
  // `motion` for the next moment instead.
  virtual bool wants_frame(Motion& motion) {
    static_cast<void>(motion);
    return true;
  }

  // What draw() drew is on the screen. Not called while the window is on no display.
  virtual void presented() {}
};

}  // namespace navbat::ui
