#include "ui/app/motion.h"

#include <gtest/gtest.h>

namespace navbat::ui {
namespace {

TEST(Motion, StandsAtTheTargetWhenFirstSeenAndAsksForNoFrame) {
  Motion motion;
  motion.begin_frame(Moment{1000});
  EXPECT_FLOAT_EQ(motion.follow("a", 5, Moment{100}), 5);
  EXPECT_FALSE(motion.next_wake());
}

TEST(Motion, MovesToANewTargetAndThenRests) {
  Motion motion;
  motion.begin_frame(Moment{0});
  motion.follow("a", 0, Moment{100});
  motion.begin_frame(Moment{10});
  EXPECT_FLOAT_EQ(motion.follow("a", 1, Moment{100}, Ease::kLinear), 0);
  EXPECT_TRUE(motion.next_wake());
  motion.begin_frame(Moment{60});
  EXPECT_NEAR(motion.follow("a", 1, Moment{100}, Ease::kLinear), 0.5F, 0.01F);
  motion.begin_frame(Moment{110});
  EXPECT_FLOAT_EQ(motion.follow("a", 1, Moment{100}, Ease::kLinear), 1);
  EXPECT_FALSE(motion.next_wake());
}

TEST(Motion, WakesForTheEarliestOfSeveralWishes) {
  Motion motion;
  motion.begin_frame(Moment{0});
  motion.wake_at(Moment{500});
  motion.wake_at(Moment{200});
  motion.wake_at(Moment{900});
  EXPECT_EQ(motion.next_wake(), Moment{200});
}

TEST(Motion, IsAtItsEndAtOnceWhenReduced) {
  Motion motion;
  motion.set_reduced(true);
  motion.begin_frame(Moment{0});
  motion.follow("a", 0, Moment{100});
  EXPECT_FLOAT_EQ(motion.follow("a", 1, Moment{100}), 1);
  EXPECT_FLOAT_EQ(motion.progress(Moment{0}, Moment{1000}), 1);
  EXPECT_FALSE(motion.next_wake());
}

TEST(Eases, StartAtZeroAndEndAtOne) {
  for (const Ease ease : {Ease::kLinear, Ease::kOut, Ease::kInOut, Ease::kSpring}) {
    EXPECT_NEAR(eased(0, ease), 0, 1e-5);
    EXPECT_NEAR(eased(1, ease), 1, 1e-5);
  }
}

}  // namespace
}  // namespace navbat::ui
