// What would save a wait: only what truly does, and by no more than it does.

#include "kiosk/model/suggestion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/limits.h"
#include "kiosk/model/scanned_code.h"

namespace navbat::kiosk {
namespace {

using domain::PromiseRange;
using domain::ServiceId;
using testing::ElementsAre;
using testing::IsEmpty;

const ServiceId kCards("cards");

Alternative alternative(const std::string& id, AlternativeKind kind) {
  return {.id = id,
          .kind = kind,
          .services = {kCards},
          .name = {},
          .place = {},
          .url = "https://app.example",
          .branch = "yunusobod",
          .travel_min = 10};
}

class Suggestions : public testing::Test {
 protected:
  void waits(int low, int high) {
    live.services[kCards] = {.waiting = 9, .range = PromiseRange{low, high, high + 5}};
  }
  std::vector<std::string> offered(std::optional<int> hour = 14) const {
    std::vector<std::string> ids;
    for (const Suggestion& each : suggestions_for(kCards, facts, &live, outlook, hour)) {
      ids.push_back(each.id + " saves " + std::to_string(each.saves_min));
    }
    return ids;
  }

  BranchFacts facts;
  LiveQueue live;
  Outlook outlook;
};

TEST_F(Suggestions, NameTheLeastThatASelfServiceMachineSaves) {
  facts.alternatives = {alternative("atm", AlternativeKind::kAtm)};
  waits(12, 17);
  EXPECT_THAT(offered(), ElementsAre("atm saves 12"));
}

TEST_F(Suggestions, DoNotStandBetweenAShortWaitAndItsTicket) {
  facts.alternatives = {alternative("atm", AlternativeKind::kAtm)};
  waits(kWorthSavingMin - 1, 20);
  EXPECT_THAT(offered(), IsEmpty());
}

TEST_F(Suggestions, AreNotMadeWhenTheWaitIsNotKnown) {
  facts.alternatives = {alternative("atm", AlternativeKind::kAtm)};
  EXPECT_THAT(offered(), IsEmpty());
  EXPECT_THAT(suggestions_for(kCards, facts, nullptr, outlook, 14), IsEmpty());
}

TEST_F(Suggestions, AreOnlyMadeForTheServicesTheyCanStandInFor) {
  facts.alternatives = {alternative("atm", AlternativeKind::kAtm)};
  facts.alternatives[0].services = {ServiceId("cash")};
  waits(30, 40);
  EXPECT_THAT(offered(), IsEmpty());
}

TEST_F(Suggestions, PointToTheQuietestHourStillToCome) {
  facts.alternatives = {alternative("later", AlternativeKind::kQuieterHour)};
  outlook.usual[kCards] = {{.hour = 9, .wait_min = 1},    // over
                           {.hour = 14, .wait_min = 2},   // now
                           {.hour = 15, .wait_min = 16},  // not half as long
                           {.hour = 16, .wait_min = 8},
                           {.hour = 17, .wait_min = 6}};
  waits(30, 40);
  EXPECT_THAT(offered(), ElementsAre("later saves 24"));
  EXPECT_EQ(suggestions_for(kCards, facts, &live, outlook, 14).front().hour, 17);
  EXPECT_THAT(offered(std::nullopt), IsEmpty());
}

TEST_F(Suggestions, CountTheWayToAnotherBranchAndItsWorstWait) {
  facts.alternatives = {alternative("other", AlternativeKind::kBranch)};
  waits(40, 50);
  EXPECT_THAT(offered(), IsEmpty());
  outlook.elsewhere["yunusobod"][kCards] = {.waiting = 1, .range = PromiseRange{2, 8, 10}};
  EXPECT_THAT(offered(), ElementsAre("other saves 22"));
  outlook.elsewhere["yunusobod"][kCards].range = PromiseRange{20, 28, 30};
  EXPECT_THAT(offered(), IsEmpty());
}

TEST_F(Suggestions, ShowTheBestFirstAndNotTooMany) {
  facts.alternatives = {alternative("other", AlternativeKind::kBranch),
                        alternative("atm", AlternativeKind::kAtm),
                        alternative("terminal", AlternativeKind::kTerminal),
                        alternative("app", AlternativeKind::kApp)};
  outlook.elsewhere["yunusobod"][kCards] = {.waiting = 1, .range = PromiseRange{2, 8, 10}};
  waits(40, 50);
  EXPECT_THAT(offered(), ElementsAre("atm saves 40", "terminal saves 40", "app saves 40"));
}

TEST(ScannedCode, TellsTicketsNumbersAndAppointmentsApart) {
  const std::string id = "019ab3f0-7c5e-7d1e-9a35-3f6d2b8c4e11";
  EXPECT_EQ(read_code("https://bank.example/t/" + id).kind, CodeKind::kTicketId);
  EXPECT_EQ(read_code(id).text, id);
  EXPECT_EQ(read_code(" a042 ").text, "A042");
  EXPECT_EQ(read_code("AX01").kind, CodeKind::kTicketLabel);
  EXPECT_EQ(read_code("481516").kind, CodeKind::kBooking);
  EXPECT_EQ(read_code("MERIDIAN2026000000AZ").kind, CodeKind::kBooking) << "as the branch allows";
}

TEST(ScannedCode, BelievesNothingElse) {
  for (const std::string& rubbish :
       {std::string(), std::string("A"), std::string("12"), std::string("ABC123!"),
        std::string("https://evil.example/"), std::string("x019ab3f0-7c5e-7d1e-9a35-3f6d2b8c4e11"),
        std::string(1 << 20, '7'), std::string("\xFF\xFE\x01")}) {
    EXPECT_EQ(read_code(rubbish).kind, CodeKind::kUnreadable) << rubbish.substr(0, 40);
  }
}

}  // namespace
}  // namespace navbat::kiosk
