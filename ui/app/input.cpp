#include "ui/app/input.h"

#include <SDL.h>

namespace navbat::ui {
namespace {

// A palm on the glass or a key that sticks must not queue up a minute of work.
constexpr std::size_t kMostChanges = 64;

// The mouse is one more finger, with a number that no touch screen gives.
constexpr std::int64_t kMouse = -1;

// Keys whose character comes as text, and those that only change others.
bool types_or_holds(const SDL_Keysym& key) {
  const bool held = (key.mod & (KMOD_CTRL | KMOD_ALT)) != 0;
  const bool plain = (static_cast<unsigned>(key.sym) & SDLK_SCANCODE_MASK) == 0;
  if (plain && !held && key.sym >= SDLK_SPACE && key.sym != SDLK_DELETE) {
    return true;
  }
  return key.scancode >= SDL_SCANCODE_LCTRL && key.scancode <= SDL_SCANCODE_RGUI;
}

bool is_enter(const SDL_Keysym& key) { return key.sym == SDLK_RETURN || key.sym == SDLK_KP_ENTER; }

std::string name_of(const SDL_Keysym& key) {
  std::string name;
  if ((key.mod & KMOD_CTRL) != 0) {
    name += "Ctrl+";
  }
  if ((key.mod & KMOD_ALT) != 0) {
    name += "Alt+";
  }
  return name + SDL_GetKeyName(key.sym);
}

}  // namespace

Strokes Strokes::held() const {
  Strokes strokes;
  strokes.pointer = {.at = pointer.at, .down = pointer.down};
  return strokes;
}

void Input::push(const Fingers::Steps& steps, Point at) {
  for (int i = 0; i < steps.count; ++i) {
    const PointerStep step = steps.step[static_cast<std::size_t>(i)];
    const bool moves_on = step == PointerStep::kMove && !changes_.empty() &&
                          changes_.back().step == PointerStep::kMove;
    if (moves_on) {
      changes_.back().at = at;
    } else {
      changes_.push_back({.step = step, .at = at, .strokes = {}});
    }
  }
}

bool Input::take(const SDL_Event& event, Size window, Moment at) {
  const auto finger_at = [&]() -> Point {
    return {event.tfinger.x * window.w, event.tfinger.y * window.h};
  };
  const bool room = changes_.size() < kMostChanges;  // what ends a press always finds room
  const std::size_t before = changes_.size();
  switch (event.type) {
    case SDL_FINGERDOWN:
      if (room && !mouse_down_) {
        push(fingers_.down(event.tfinger.fingerId, at), finger_at());
      }
      return changes_.size() > before;
    case SDL_FINGERMOTION:
      push(fingers_.moved(event.tfinger.fingerId), finger_at());
      return false;
    case SDL_FINGERUP:
      push(fingers_.up(event.tfinger.fingerId), finger_at());
      return false;
    case SDL_MOUSEBUTTONDOWN:
      if (room && event.button.button == SDL_BUTTON_LEFT &&
          event.button.which != SDL_TOUCH_MOUSEID) {
        mouse_down_ = true;
        push(fingers_.down(kMouse, at),
             {static_cast<float>(event.button.x), static_cast<float>(event.button.y)});
      }
      return changes_.size() > before;
    case SDL_MOUSEMOTION:
      if (mouse_down_) {
        push(fingers_.moved(kMouse),
             {static_cast<float>(event.motion.x), static_cast<float>(event.motion.y)});
      }
      return false;
    case SDL_MOUSEBUTTONUP:
      if (event.button.button == SDL_BUTTON_LEFT && mouse_down_) {
        mouse_down_ = false;
        push(fingers_.up(kMouse),
             {static_cast<float>(event.button.x), static_cast<float>(event.button.y)});
      }
      return false;
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST ||
          event.window.event == SDL_WINDOWEVENT_HIDDEN ||
          event.window.event == SDL_WINDOWEVENT_MINIMIZED) {
        mouse_down_ = false;
        push(fingers_.lost(), pointer_.at);
      }
      return false;
    case SDL_TEXTINPUT:
      if (silence_text_) {
        silence_text_ = false;
        return false;
      }
      scanner_.take(event.text.text, at);
      return true;
    case SDL_KEYDOWN:
      return take_key(event, at);
    case SDL_KEYUP:
      silence_text_ = false;
      return false;
    default:
      return false;
  }
}

bool Input::take_key(const SDL_Event& event, Moment at) {
  const SDL_Keysym& key = event.key.keysym;
  if (event.key.repeat != 0) {
    return false;
  }
  silence_text_ = false;
  const std::string name = name_of(key);
  const auto action = keypad_.action_of(name);
  if (!action && types_or_holds(key)) {
    return false;  // its text follows
  }
  tick(at);
  if (scanner_.take_key(is_enter(key), at)) {
    tick(at);
    return true;
  }
  tick(at);
  if (changes_.size() < kMostChanges) {
    // A keypad may use keys of the number block: they must not type as well.
    silence_text_ = action.has_value();
    Strokes strokes;
    strokes.key = name;
    strokes.action = action;
    changes_.push_back({.step = {}, .at = {}, .strokes = std::move(strokes)});
  }
  return true;
}

void Input::tick(Moment now) {
  push(fingers_.tick(now), pointer_.at);
  Strokes strokes;
  strokes.typed = scanner_.take_typed(now);
  strokes.scan = scanner_.take_scan(now);
  if ((!strokes.typed.empty() || strokes.scan) && changes_.size() < kMostChanges) {
    changes_.push_back({.step = {}, .at = {}, .strokes = std::move(strokes)});
  }
}

std::optional<Moment> Input::deadline() const {
  const auto lost_finger = fingers_.deadline();
  const auto scan = scanner_.deadline();
  if (lost_finger && scan) {
    return std::min(*lost_finger, *scan);
  }
  return lost_finger ? lost_finger : scan;
}

Strokes Input::next_frame() {
  pointer_.pressed = pointer_.released = pointer_.cancelled = false;
  while (!changes_.empty()) {
    Change change = std::move(changes_.front());
    changes_.pop_front();
    if (!change.step) {
      change.strokes.pointer = pointer_;
      return std::move(change.strokes);
    }
    pointer_.at = change.at;
    if (*change.step == PointerStep::kMove) {
      continue;
    }
    pointer_.down = pointer_.pressed = *change.step == PointerStep::kPress;
    pointer_.released = *change.step == PointerStep::kRelease;
    pointer_.cancelled = *change.step == PointerStep::kCancel;
    break;
  }
  Strokes strokes;
  strokes.pointer = pointer_;
  return strokes;
}

}  // namespace navbat::ui
