#include "ui/testing/robot.h"

#include <SDL.h>

#include <algorithm>

namespace navbat::ui {

void Robot::settle() {
  constexpr int kMostTurns = 1000;
  for (int turn = 0; turn < kMostTurns; ++turn) {
    if (!shell_.step(scene_)) {
      return;
    }
  }
}

void Robot::advance(Moment duration) {
  const Moment end = now_ + duration;
  settle();
  while (true) {
    const auto wake = shell_.motion().next_wake();
    if (!wake || *wake > end) {
      break;
    }
    now_ = std::max(now_ + Moment{1}, *wake);
    settle();
  }
  now_ = end;
  settle();
}

bool Robot::tap(std::string_view id) {
  const SeenTarget* target = shell_.probe().find(id);
  if (target == nullptr || !target->enabled) {
    return false;
  }
  const Point middle = target->rect.center();
  finger_down(middle);
  finger_up(middle);
  return true;
}

void Robot::finger_down(Point at, int finger) { push(SDL_FINGERDOWN, at, finger); }
void Robot::finger_move(Point at, int finger) { push(SDL_FINGERMOTION, at, finger); }
void Robot::finger_up(Point at, int finger) { push(SDL_FINGERUP, at, finger); }

void Robot::push(unsigned type, Point at, int finger) {
  const Size size = shell_.logical_size();
  SDL_Event event{};
  event.type = type;
  event.tfinger.fingerId = finger;
  event.tfinger.x = at.x / size.w;
  event.tfinger.y = at.y / size.h;
  SDL_PushEvent(&event);
  settle();
}

}  // namespace navbat::ui
