#include "ui/app/input.h"

#include <SDL.h>

namespace navbat::ui {
namespace {

constexpr std::size_t kMostChanges =
    64;  // a palm on the glass must not queue up a minute of presses

}  // namespace

void Input::take(const SDL_Event& event, Size window) {
  if (changes_.size() >= kMostChanges) {
    return;
  }
  const auto finger = [&]() -> Point {
    return {event.tfinger.x * window.w, event.tfinger.y * window.h};
  };
  const auto mouse = [](Sint32 x, Sint32 y) -> Point {
    return {static_cast<float>(x), static_cast<float>(y)};
  };
  switch (event.type) {
    case SDL_FINGERDOWN:
      if (!finger_down_ && !mouse_down_) {
        finger_down_ = true;
        finger_ = event.tfinger.fingerId;
        changes_.push_back({Kind::kPress, finger()});
      }
      break;
    case SDL_FINGERMOTION:
      if (finger_down_ && event.tfinger.fingerId == finger_) {
        changes_.push_back({Kind::kMove, finger()});
      }
      break;
    case SDL_FINGERUP:
      if (finger_down_ && event.tfinger.fingerId == finger_) {
        finger_down_ = false;
        changes_.push_back({Kind::kRelease, finger()});
      }
      break;
    case SDL_MOUSEBUTTONDOWN:
      if (event.button.button == SDL_BUTTON_LEFT && event.button.which != SDL_TOUCH_MOUSEID &&
          !finger_down_) {
        mouse_down_ = true;
        changes_.push_back({Kind::kPress, mouse(event.button.x, event.button.y)});
      }
      break;
    case SDL_MOUSEMOTION:
      if (mouse_down_) {
        changes_.push_back({Kind::kMove, mouse(event.motion.x, event.motion.y)});
      }
      break;
    case SDL_MOUSEBUTTONUP:
      if (event.button.button == SDL_BUTTON_LEFT && mouse_down_) {
        mouse_down_ = false;
        changes_.push_back({Kind::kRelease, mouse(event.button.x, event.button.y)});
      }
      break;
    default:
      break;
  }
}

Pointer Input::next_frame() {
  pointer_.pressed = false;
  pointer_.released = false;
  while (!changes_.empty()) {
    const Change change = changes_.front();
    changes_.pop_front();
    pointer_.at = change.at;
    if (change.kind == Kind::kPress) {
      pointer_.down = pointer_.pressed = true;
      break;
    }
    if (change.kind == Kind::kRelease) {
      pointer_.down = false;
      pointer_.released = true;
      break;
    }
  }
  return pointer_;
}

}  // namespace navbat::ui
