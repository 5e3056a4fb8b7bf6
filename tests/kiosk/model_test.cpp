#include <gtest/gtest.h>

#include "kiosk/limits.h"
#include "kiosk/model/navigator.h"
#include "kiosk/model/wait.h"
#include "tests/kiosk/kiosk_stage.h"

namespace navbat::kiosk {
namespace {

using domain::PromiseRange;

TEST(Wait, ChoosesTheSentenceThatFits) {
  const domain::Seconds target{600};
  EXPECT_EQ(wait_of(PromiseRange{5, 10, 15}, true, target).kind, WaitKind::kRange);
  EXPECT_EQ(wait_of(PromiseRange{5, 5, 8}, true, target).kind, WaitKind::kExact);
  EXPECT_EQ(wait_of(PromiseRange{0, 3, 5}, true, target).kind, WaitKind::kUpTo);
  EXPECT_EQ(wait_of(std::nullopt, true, target).kind, WaitKind::kSoon);
  EXPECT_EQ(wait_of(PromiseRange{5, 10, 15}, false, target).kind, WaitKind::kUnknown);
}

TEST(Wait, IsNeverZeroMinutes) {
  EXPECT_EQ(wait_of(PromiseRange{0, 0, 1}, true, domain::Seconds{600}).range.high_min, 1);
}

TEST(Wait, IsJudgedByTheServicesOwnTarget) {
  const PromiseRange range{8, 14, 20};
  EXPECT_EQ(wait_of(range, true, domain::Seconds{15 * 60}).mood, WaitMood::kGood);
  EXPECT_EQ(wait_of(range, true, domain::Seconds{10 * 60}).mood, WaitMood::kFair);
  EXPECT_EQ(wait_of(range, true, domain::Seconds{5 * 60}).mood, WaitMood::kPoor);
}

TEST(Translated, FallsBackToTheNearestLanguage) {
  const Translated name({{"uz", "Kassa"}, {"en", "Cash"}});
  EXPECT_EQ(name.in("uz"), "Kassa");
  EXPECT_EQ(name.in("uz-Cyrl"), "Kassa");
  EXPECT_EQ(name.in("pl"), "Cash");
  EXPECT_EQ(Translated{}.in("pl"), "");
  EXPECT_EQ(Translated(std::map<std::string, std::string>{{"ru", "Касса"}}).in("pl"), "Касса");
}

}  // namespace
}  // namespace navbat::kiosk
