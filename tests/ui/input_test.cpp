#include "ui/app/input.h"

#include <SDL.h>
#include <gtest/gtest.h>

namespace navbat::ui {
namespace {

constexpr Size kWindow{1000, 2000};

SDL_Event finger(Uint32 type, float x, float y, SDL_FingerID id) {
  SDL_Event event{};
  event.type = type;
  event.tfinger.x = x;
  event.tfinger.y = y;
  event.tfinger.fingerId = id;
  return event;
}

TEST(Input, GivesAQuickTapTwoFramesSoThatNoneIsLost) {
  Input input;
  input.take(finger(SDL_FINGERDOWN, 0.5F, 0.25F, 7), kWindow, Moment{0});
  input.take(finger(SDL_FINGERUP, 0.5F, 0.25F, 7), kWindow, Moment{0});
  const Pointer first = input.next_frame().pointer;
  EXPECT_TRUE(first.pressed && first.down && !first.released);
  EXPECT_EQ(first.at, (Point{500, 500}));
  EXPECT_TRUE(input.pending());
  const Pointer second = input.next_frame().pointer;
  EXPECT_TRUE(second.released && !second.down && !second.pressed);
  EXPECT_FALSE(input.pending());
  const Pointer third = input.next_frame().pointer;
  EXPECT_FALSE(third.pressed || third.released || third.down);
}

TEST(Input, IgnoresASecondFingerUntilTheFirstIsLifted) {
  Input input;
  input.take(finger(SDL_FINGERDOWN, 0.1F, 0.1F, 1), kWindow, Moment{0});
  input.take(finger(SDL_FINGERDOWN, 0.9F, 0.9F, 2), kWindow, Moment{0});
  input.take(finger(SDL_FINGERUP, 0.9F, 0.9F, 2), kWindow, Moment{0});
  EXPECT_TRUE(input.next_frame().pointer.pressed);
  const Pointer held = input.next_frame().pointer;
  EXPECT_TRUE(held.down);
  EXPECT_FALSE(held.released);
  input.take(finger(SDL_FINGERUP, 0.1F, 0.1F, 1), kWindow, Moment{0});
  EXPECT_TRUE(input.next_frame().pointer.released);
}

TEST(Input, FollowsTheMouseOnlyWhileItsButtonIsDown) {
  Input input;
  SDL_Event event{};
  event.type = SDL_MOUSEMOTION;
  event.motion.x = 40;
  input.take(event, kWindow, Moment{0});
  EXPECT_FALSE(input.pending());
  event = {};
  event.type = SDL_MOUSEBUTTONDOWN;
  event.button.button = SDL_BUTTON_LEFT;
  event.button.x = 30;
  event.button.y = 60;
  input.take(event, kWindow, Moment{0});
  EXPECT_EQ(input.next_frame().pointer.at, (Point{30, 60}));
}

TEST(Input, SurvivesAPalmThatPressesAThousandTimes) {
  Input input;
  for (int i = 0; i < 1000; ++i) {
    input.take(finger(SDL_FINGERDOWN, 0.5F, 0.5F, i), kWindow, Moment{0});
    input.take(finger(SDL_FINGERUP, 0.5F, 0.5F, i), kWindow, Moment{0});
  }
  int frames = 0;
  while (input.pending()) {
    input.next_frame().pointer;
    ++frames;
  }
  EXPECT_LE(frames, 64);
}

}  // namespace
}  // namespace navbat::ui
