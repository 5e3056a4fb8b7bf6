#include "ui/testing/robot.h"

#include <SDL.h>

#include <algorithm>
#include <string>
#include <utility>

#include "ui/text/utf8.h"

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
  if (shell_.is_double_tap(middle)) {
    constexpr Moment kSecondThought{401};
    advance(kSecondThought);
  }
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

void Robot::push_key(std::string_view name) {
  SDL_Event event{};
  for (const auto& [prefix, held] : {std::pair<std::string_view, SDL_Keymod>{"Ctrl+", KMOD_LCTRL},
                                     std::pair<std::string_view, SDL_Keymod>{"Alt+", KMOD_LALT}}) {
    if (name.starts_with(prefix)) {
      event.key.keysym.mod = static_cast<Uint16>(event.key.keysym.mod | held);
      name.remove_prefix(prefix.size());
    }
  }
  event.key.keysym.sym = SDL_GetKeyFromName(std::string(name).c_str());
  event.key.keysym.scancode = SDL_GetScancodeFromName(std::string(name).c_str());
  event.type = SDL_KEYDOWN;
  event.key.state = SDL_PRESSED;
  SDL_PushEvent(&event);
  event.type = SDL_KEYUP;
  event.key.state = SDL_RELEASED;
  SDL_PushEvent(&event);
}

void Robot::push_text(std::string_view text, Moment pause) {
  constexpr int kBatch = 1000;  // SDL's queue is not endless
  int waiting = 0;
  while (!text.empty()) {
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    std::string letter;
    append_utf8(letter, take_code_point(text));
    letter.copy(event.text.text, sizeof(event.text.text) - 1);
    SDL_PushEvent(&event);
    if (pause.count() > 0) {
      settle();
      advance(pause);
    } else if (++waiting == kBatch) {
      settle();
      waiting = 0;
    }
  }
}

void Robot::key(std::string_view name) {
  push_key(name);
  settle();
}

void Robot::type(std::string_view text) {
  push_text(text, Moment{100});
  settle();
}

void Robot::scan(std::string_view text) {
  push_text(text, Moment{0});
  push_key("Return");
  settle();
}

}  // namespace navbat::ui
