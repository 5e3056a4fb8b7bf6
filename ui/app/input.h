#pragma once
// Fingers, mouse, keypad, keyboard and scanner as one stream that the frames take step by step: one
// press, release or key a frame, in order, none lost. Dear ImGui's SDL platform polls the global
// mouse and ignores where an event happened.

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "ui/access/keypad.h"
#include "ui/access/scanner.h"
#include "ui/app/fingers.h"
#include "ui/draw/geometry.h"

union SDL_Event;

namespace navbat::ui {

// The pointer as one frame sees it, in window pixels (Input) or logical units (Frame).
struct Pointer {
  Point at;
  bool down = false;       // held now
  bool pressed = false;    // went down in this frame
  bool released = false;   // went up in this frame
  bool cancelled = false;  // was no touch after all: a palm, a lost finger
};

// What one frame gets of the customer's doing.
struct Strokes {
  Pointer pointer;
  // The key that went down in this frame, by the name that SDL gives it ("Right", "F13",
  // "Ctrl+Alt+Q"); never a repeat, never a key that types a character. Empty: none.
  std::string key;
  std::optional<KeypadAction> action;  // what that key means
  std::string typed;                   // characters typed by a person, UTF-8
  std::optional<Scan> scan;            // what a scanner read

  // The same moment without its events: for a frame that is made again.
  Strokes held() const;
};

class Input {
 public:
  explicit Input(KeypadMap keypad = KeypadMap::standard()) : keypad_(std::move(keypad)) {}

  // Takes an SDL event that happened at `at`. `window` turns finger coordinates, which are shares
  // of the window, into pixels. True when the customer did something: a press or a key.
  bool take(const SDL_Event& event, Size window, Moment at);

  // Looks what has become clear by `now`; the next look is due at deadline().
  void tick(Moment now);
  std::optional<Moment> deadline() const;

  // Moves on to the next change and returns what the frame sees.
  Strokes next_frame();

  // Whether the press that the last frame got landed on a target.
  void set_holding(bool holding) { fingers_.set_holding(holding); }

  // True while changes wait for frames of their own.
  bool pending() const { return !changes_.empty(); }

 private:
  struct Change {
    std::optional<PointerStep> step;
    Point at;
    Strokes strokes;  // its keyboard part
  };
  void push(const Fingers::Steps& steps, Point at);
  bool take_key(const SDL_Event& event, Moment at);

  const KeypadMap keypad_;
  Fingers fingers_;
  ScannerReader scanner_;
  std::deque<Change> changes_;
  Pointer pointer_;
  bool mouse_down_ = false;
  bool silence_text_ = false;  // the next text is that of a key of the keypad
};

}  // namespace navbat::ui
