// What a board shows besides calls: its zone, notices, delays, and what takes turns.

#include <set>

#include "tests/board/board_model_fixture.h"

namespace navbat::board {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class BoardContentTest : public ModelOfBoard {};

TEST_F(BoardContentTest, TurnsTheLanguages) {
  std::vector<std::vector<std::string>> seen;
  for (int turn = 0; turn < 4; ++turn) {
    seen.push_back(picture().languages);
    branch.set_now(model().next_change(branch.now()));
    while (picture().languages == seen.back()) {
      branch.set_now(model().next_change(branch.now()));
    }
  }
  EXPECT_EQ(seen[0], seen[3]);
  EXPECT_NE(seen[0], seen[1]);
  EXPECT_NE(seen[1], seen[2]);
  EXPECT_NE(seen[2], seen[0]);
}

domain::Notice notice(domain::NoticeKind kind, const std::string& text, char id = '1') {
  return {.id = domain::NoticeId(domain::NoticeId::Bytes{static_cast<std::uint8_t>(id)}),
          .kind = kind,
          .texts = {{domain::LanguageTag("en"), text}},
          .until = {}};
}

TEST_F(BoardContentTest, ShowsOnlyTheCallsAndServicesOfItsZone) {
  use({.turns = {},
       .zone = {.counters = {domain::CounterId("3")}, .services = {domain::ServiceId("cash")}}});
  client::QueueSnapshot snapshot = branch.picture();
  fill_queue(snapshot, 60);
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  branch.call("A001", "4");
  branch.call("B001", "3");
  branch.call("A002", "3");
  EXPECT_THAT(hear(), ElementsAre("A002"));
  ASSERT_EQ(picture().services.size(), 1U);
  EXPECT_EQ(picture().waiting_total, 10);
}

TEST(BoardZone, NamesWhatTheBranchDoesNotHave) {
  client::BranchInfo branch = demo_branch();
  branch.counters = {domain::CounterId("3")};
  EXPECT_THAT(unknown_names({.counters = {domain::CounterId("3"), domain::CounterId("33")},
                             .services = {domain::ServiceId("cash"), domain::ServiceId("cahs")}},
                            branch),
              ElementsAre("counter \"33\"", "service \"cahs\""));
}

TEST_F(BoardContentTest, ShowsNothingButAnEmergencyAndTheCallsAfterIt) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.notices = {notice(domain::NoticeKind::kEmergency, "Leave the building")};
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  ASSERT_EQ(begun.notices.size(), 1U);
  ASSERT_TRUE(picture().over.has_value());
  EXPECT_EQ(picture().over->texts.at("en"), "Leave the building");
  branch.call("A001", "1");
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_THAT(begun.notices, IsEmpty()) << "it began once";
  branch.pass(5s);
  branch.snapshot(branch.picture());
  EXPECT_THAT(hear(), ElementsAre("A001"));
  EXPECT_TRUE(begun.emergency_over);
  EXPECT_FALSE(picture().over.has_value());
}

TEST_F(BoardContentTest, KeepsAnEmergencyWhileItIsCutOff) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.notices = {notice(domain::NoticeKind::kEmergency, "Leave the building")};
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  branch.pass(10min);
  EXPECT_THAT(spoken(), IsEmpty());
  EXPECT_EQ(picture().trust, Trust::kAskStaff);
  EXPECT_TRUE(picture().over.has_value());
}

TEST_F(BoardContentTest, SaysThatItClosesOverEverythingThenBesideTheCalls) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.notices = {notice(domain::NoticeKind::kClosing, "We close at 18:00")};
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_TRUE(picture().over.has_value());
  branch.call("A001", "1");
  EXPECT_THAT(hear(), ElementsAre("A001"));
  EXPECT_FALSE(picture().over.has_value()) << "nobody misses a call for it";
  ASSERT_TRUE(picture().beside.has_value());
  EXPECT_EQ(picture().beside->texts.at("en"), "We close at 18:00");
}

TEST_F(BoardContentTest, EndsANoticeAtItsTimeByTheServersClock) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.at += 1h;
  snapshot.notices = {notice(domain::NoticeKind::kEmergency, "Stay inside")};
  snapshot.notices[0].until = snapshot.at + 10s;
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  branch.set_now(branch.now() + 9'999ms);
  EXPECT_EQ(model().next_change(branch.now()) - branch.now(), 1ms);
  branch.pass(1ms);
  EXPECT_THAT(spoken(), IsEmpty());
  EXPECT_FALSE(picture().over.has_value());
}

TEST_F(BoardContentTest, SaysWhyAServiceIsLateAndWhatIsAheadNow) {
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.services[0].delay =
      domain::ServiceDelay{domain::DelayReason::kFewerCounters, 3, {8min, 13min + 1s, 20min}};
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  ASSERT_TRUE(picture().services[0].delay.has_value());
  EXPECT_EQ(picture().services[0].delay->reason, domain::DelayReason::kFewerCounters);
  EXPECT_EQ(picture().services[0].delay->range.low_min, 8);
  EXPECT_EQ(picture().services[0].delay->range.high_min, 14);
}

TEST_F(BoardContentTest, SuggestsOnlyWhatNeedsNoWaiting) {
  const auto way = [](const char* id, domain::AlternativeKind kind) {
    client::AlternativeInfo info;
    info.id = domain::AlternativeId(id);
    info.kind = kind;
    info.services = {domain::ServiceId("cash")};
    return info;
  };
  branch.info().alternatives = {way("atm", domain::AlternativeKind::kAtm),
                                way("later", domain::AlternativeKind::kQuieterHour)};
  branch.rename();
  branch.snapshot(branch.picture());
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_THAT(picture().suggestions, ElementsAre(domain::AlternativeId("atm")));
  EXPECT_EQ(picture().side->kind, SidePage::Kind::kSuggestions);
}

TEST_F(BoardContentTest, TurnsTheBanksPagesAndItsOwnTips) {
  auto panel = std::make_shared<PanelContent>();
  panel->rates = std::make_shared<const ExchangeRates>();
  panel->messages = {{{"uz", "Xush kelibsiz"}}};
  model().set_panel(panel);
  branch.snapshot(branch.picture());
  EXPECT_THAT(hear(), IsEmpty());
  std::set<TickerLine::Kind> lines;
  for (int turn = 0; turn < 20; ++turn) {
    lines.insert(picture().ticker.kind);
    branch.pass(15s);
  }
  EXPECT_THAT(lines, ElementsAre(TickerLine::Kind::kTip, TickerLine::Kind::kMessage));
  EXPECT_EQ(picture().side->kind, SidePage::Kind::kRates);
}

TEST_F(BoardContentTest, ShowsAllLanguagesSideBySideWhenItIsTold) {
  use({.turns = {.languages = {"uz", "ru"}, .together = true}});
  EXPECT_THAT(picture().languages, ElementsAre("uz", "ru"));
}

TEST_F(BoardContentTest, TellsAboveACounterWhoIsCalledThereBeforeTheNextSnapshotComes) {
  use({.turns = {}, .zone = {}, .latest_rows = 0, .page_rows = 1, .above = domain::CounterId("3")});
  client::QueueSnapshot snapshot = branch.picture();
  snapshot.counters = {{.counter = domain::CounterId("3"),
                        .status = domain::CounterStatus::kIdle,
                        .ticket = {},
                        .since = {},
                        .services = {}}};
  branch.snapshot(snapshot);
  EXPECT_THAT(hear(), IsEmpty());
  EXPECT_EQ(picture().sign->kind, CounterSign::Kind::kFree);
  branch.call("A001", "3");
  EXPECT_THAT(hear(), ElementsAre("A001"));
  EXPECT_EQ(picture().sign->kind, CounterSign::Kind::kCalling);
  EXPECT_EQ(picture().sign->label, "A001");
}

}  // namespace
}  // namespace navbat::board
