// What staff have the boards say, and what boards tell back.

#include <gtest/gtest.h>

#include "domain/commands.h"
#include "tests/support/test_branch.h"

namespace navbat::domain {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using testing::test_config;
using testing::test_id;
using testing::TestBranch;

Notice notice(std::uint64_t id, NoticeKind kind = NoticeKind::kMessage) {
  return {NoticeId{test_id(id).bytes()}, kind, {{LanguageTag{"uz"}, "Bugun 17:00 gacha"}}, {}};
}

class Notices : public ::testing::Test {
 protected:
  Decision post(const Notice& wish) {
    return decide_post_notice(branch.state(), wish, branch.now());
  }
  Decision withdraw(const Notice& wish) {
    return decide_withdraw_notice(branch.state(), wish.id, branch.now());
  }
  std::vector<Notice> in_force() { return branch.state().notices(branch.now()); }
  void next_day() {
    branch.pass(hours{24});
    branch.open_day(branch.state().day()->plus_days(1));
  }

  TestBranch branch;
};

TEST_F(Notices, AreInForceOldestFirstUntilTheyAreWithdrawn) {
  branch.carry_out(post(notice(2)));
  branch.carry_out(post(notice(1, NoticeKind::kEmergency)));
  EXPECT_EQ(in_force(), (std::vector<Notice>{notice(2), notice(1, NoticeKind::kEmergency)}));
  branch.carry_out(withdraw(notice(2)));
  EXPECT_EQ(in_force(), std::vector<Notice>{notice(1, NoticeKind::kEmergency)});
}

TEST_F(Notices, AreOverAtTheirTimeForWhoeverAsksThen) {
  Notice timed = notice(1);
  timed.until = branch.now() + minutes{10};
  branch.carry_out(post(timed));
  branch.pass(minutes{10} - Milliseconds{1});
  EXPECT_EQ(in_force().size(), 1u);
  branch.pass(Milliseconds{1});
  EXPECT_TRUE(in_force().empty());
  EXPECT_TRUE(withdraw(timed)->empty());
  timed.id = notice(2).id;
  EXPECT_EQ(post(timed).error().code, RejectionCode::kInvalidValue);
}

TEST_F(Notices, TheSameAgainIsNothingAlsoAfterItEnded) {
  branch.carry_out(post(notice(1)));
  EXPECT_TRUE(post(notice(1))->empty());
  EXPECT_EQ(post(notice(1, NoticeKind::kClosing)).error().code, RejectionCode::kNoticeIdTaken);
  branch.carry_out(withdraw(notice(1)));
  EXPECT_TRUE(post(notice(1))->empty());
  EXPECT_TRUE(withdraw(notice(1))->empty());
  EXPECT_EQ(withdraw(notice(2)).error().code, RejectionCode::kUnknownNotice);
}

TEST_F(Notices, AreTwentyAtMostAndOneThatIsOverMakesRoom) {
  for (std::uint64_t id = 1; id <= kMostNotices; ++id) {
    Notice timed = notice(id);
    if (id == 7) timed.until = branch.now() + minutes{1};
    branch.carry_out(post(timed));
  }
  EXPECT_EQ(post(notice(100)).error().code, RejectionCode::kTooManyNotices);
  branch.pass(minutes{1});
  branch.carry_out(post(notice(100)));
  EXPECT_EQ(in_force().size(), kMostNotices);
  EXPECT_TRUE(withdraw(notice(7))->empty());
}

TEST_F(Notices, TextsAreShortAndWithoutControlCharacters) {
  const auto refused = [&](const std::string& words) {
    Notice wish = notice(1);
    wish.texts[LanguageTag{"en"}] = words;
    const Decision decision = post(wish);
    return !decision && decision.error().code == RejectionCode::kInvalidValue;
  };
  EXPECT_TRUE(refused(""));
  EXPECT_TRUE(refused("   "));
  EXPECT_TRUE(refused("one\ntwo"));
  EXPECT_TRUE(refused("\x7F"));
  EXPECT_TRUE(refused("next line:\xC2\x85"));
  EXPECT_TRUE(refused(std::string(kLongestNotice + 1, 'a')));
  EXPECT_FALSE(refused(std::string(kLongestNotice, 'a')));
  EXPECT_FALSE(refused("Бугун 17:00 гача «қисқа» кун"));
  Notice mute = notice(1);
  mute.texts.clear();
  EXPECT_FALSE(post(mute).has_value());
}

TEST_F(Notices, AClosingEndsWithItsDayAndTheOthersAreStatedAgain) {
  Notice timed = notice(3);
  timed.until = branch.now() + hours{1};
  for (const Notice& wish :
       {notice(1), notice(2, NoticeKind::kClosing), timed, notice(4, NoticeKind::kEmergency)}) {
    branch.carry_out(post(wish));
  }
  const std::size_t before = branch.events().size();
  next_day();
  EXPECT_EQ(in_force(), (std::vector<Notice>{notice(1), notice(4, NoticeKind::kEmergency)}));
  EXPECT_TRUE(std::holds_alternative<DayOpened>(branch.events()[before].payload));
  // The open day's events are all that a state is rebuilt from.
  BranchState rebuilt{test_config()};
  rebuilt.start_at(branch.events()[before].version - 1);
  for (std::size_t i = before; i < branch.events().size(); ++i) rebuilt.apply(branch.events()[i]);
  EXPECT_EQ(rebuilt.notices(branch.now()), in_force());
}

TEST(NoticeKind, ReadsBack) {
  for (const NoticeKind kind :
       {NoticeKind::kMessage, NoticeKind::kClosing, NoticeKind::kEmergency}) {
    EXPECT_EQ(parse_notice_kind(to_string(kind)), kind);
  }
  EXPECT_EQ(parse_notice_kind("party"), std::nullopt);
}

TEST(CallsPresented, AreOfTheBranchAndHeardOrNot) {
  TestBranch branch;  // One event: the day was opened.
  const auto decide = [&](std::vector<PresentedCall> calls) {
    return decide_calls_presented(branch.state(), {NodeId{"board-1"}, std::move(calls)});
  };
  const PresentedCall seen{1, branch.now(), Heard::kNothing, {}};
  const PresentedCall heard{1, branch.now(), Heard::kWords, branch.now() + Milliseconds{200}};
  EXPECT_EQ(decide({seen, heard})->size(), 1u);
  EXPECT_FALSE(decide({}).has_value());
  EXPECT_FALSE(decide(std::vector<PresentedCall>(kMostPresentedCalls + 1, seen)).has_value());
  EXPECT_FALSE(decide({{2, branch.now(), Heard::kNothing, {}}}).has_value());
  EXPECT_FALSE(decide({{1, branch.now(), Heard::kChime, {}}}).has_value());
  EXPECT_FALSE(decide({{1, branch.now(), Heard::kNothing, branch.now()}}).has_value());
}

}  // namespace
}  // namespace navbat::domain
