// The auditor must see what is wrong: each test breaks one rule in an otherwise honest log.

#include "tests/simulation/navbat_sim/event_auditor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/simulation/navbat_sim/reckoning.h"
#include "tests/support/test_branch.h"

namespace navbat::sim {
namespace {

using domain::Event;
using domain::TicketId;
using navbat::testing::TestBranch;
using std::chrono::minutes;
using ::testing::HasSubstr;

class Auditor : public ::testing::Test {
 protected:
  // A morning: two at each of two counters, one who left.
  Auditor() {
    branch_.open_counter("1");
    branch_.open_counter("2");
    for (const char* service : {"cash", "cards", "cash", "loans", "cash"}) {
      tickets_.push_back(branch_.issue(service));
      branch_.pass(minutes{1});
    }
    branch_.cancel(tickets_[4]);
    for (const char* counter : {"1", "2", "1", "2"}) branch_.serve(counter, minutes{2});
    events_ = branch_.events();
  }

  // The first event with such a payload.
  template <typename Payload>
  std::size_t first() const {
    std::size_t at = 0;
    while (!std::holds_alternative<Payload>(events_[at].payload)) ++at;
    return at;
  }

  std::string audit() {
    EventAuditor auditor{branch_.state().config(), findings_};
    for (const Event& event : events_) auditor.on_event(event);
    calls_in_order_ = auditor.calls_in_order();
    const auto found = findings_.first();
    return found.empty() ? "" : found.front();
  }

  TestBranch branch_;
  std::vector<TicketId> tickets_;
  std::vector<Event> events_;
  Findings findings_;
  std::int64_t calls_in_order_ = 0;
};

TEST_F(Auditor, FindsNothingInAnHonestDay) {
  EXPECT_EQ(audit(), "");
  EXPECT_EQ(calls_in_order_, 4);
}

TEST_F(Auditor, SeesACallThatTheOrderDidNotPrescribe) {
  auto& called = std::get<domain::TicketCalled>(events_[first<domain::TicketCalled>()].payload);
  called.ticket = tickets_[3];
  called.label = branch_.ticket(tickets_[3]).label;
  EXPECT_THAT(audit(), HasSubstr("the order prescribes A001"));
}

TEST_F(Auditor, SeesAFalseReason) {
  auto& called = std::get<domain::TicketCalled>(events_[first<domain::TicketCalled>()].payload);
  ++called.why.share_permille;
  EXPECT_THAT(audit(), HasSubstr("the order prescribes"));
}

TEST_F(Auditor, SeesADoubleCall) {
  const std::size_t at = first<domain::TicketCalled>();
  Event again = events_[at];
  std::get<domain::TicketCalled>(again.payload).counter = domain::CounterId{"2"};
  ++again.version;
  events_.insert(events_.begin() + static_cast<std::ptrdiff_t>(at) + 1, again);
  EXPECT_THAT(audit(), HasSubstr("does not apply to A001, which is called"));
}

TEST_F(Auditor, SeesASecondTicketAtACounter) {
  const std::size_t at = first<domain::TicketCalled>();
  Event second = events_[at];
  std::get<domain::TicketCalled>(second.payload).ticket = tickets_[1];
  ++second.version;
  events_.insert(events_.begin() + static_cast<std::ptrdiff_t>(at) + 1, second);
  EXPECT_THAT(audit(), HasSubstr("counter 1, which has a ticket"));
}

TEST_F(Auditor, SeesANumberGivenTwice) {
  auto& issued = std::get<domain::TicketIssued>(events_[first<domain::TicketIssued>() + 2].payload);
  issued.label.number = 1;
  EXPECT_THAT(audit(), HasSubstr("gives number A001 twice"));
}

TEST_F(Auditor, SeesAGapInTheOnlineNumbers) {
  auto& issued = std::get<domain::TicketIssued>(events_[first<domain::TicketIssued>() + 2].payload);
  issued.label.number = 3;
  EXPECT_THAT(audit(), HasSubstr("Number A003 follows 1: a gap online"));
}

TEST_F(Auditor, SeesAMissingVersion) {
  events_.erase(events_.begin() + 3);
  EXPECT_THAT(audit(), HasSubstr("follows version 3"));
}

class Reckoning : public Auditor {
 protected:
  std::string reckon(bool complete, bool alone) {
    EventAuditor auditor{branch_.state().config(), findings_};
    for (const Event& event : events_) auditor.on_event(event);
    compare({issues_, calls_, complete, alone}, auditor, findings_);
    const auto found = findings_.first();
    return found.empty() ? "" : found.front();
  }

  void acknowledge_everything() {
    for (const Event& event : events_) {
      if (const auto* issued = std::get_if<domain::TicketIssued>(&event.payload)) {
        issues_.push_back({issued->ticket, issued->label.to_string(), issued->service});
      }
      if (const auto* called = std::get_if<domain::TicketCalled>(&event.payload)) {
        calls_.push_back({called->ticket, called->counter, event.at});
      }
    }
  }

  std::vector<IssueAck> issues_;
  std::vector<CallAck> calls_;
};

TEST_F(Reckoning, AgreesWhenEverythingAcknowledgedHappenedOnce) {
  acknowledge_everything();
  EXPECT_EQ(reckon(true, true), "");
}

TEST_F(Reckoning, MissesATicketThatWasAcknowledged) {
  acknowledge_everything();
  issues_.push_back({navbat::testing::test_id(999), "A777", domain::ServiceId{"cash"}});
  EXPECT_EQ(reckon(true, true), "Ticket A777 was acknowledged and is lost.");
}

TEST_F(Reckoning, SeesAnotherNumberThanWasAcknowledged) {
  acknowledge_everything();
  issues_[0].label = "A009";
  EXPECT_EQ(reckon(true, true), "Ticket A009 is A001 in the events.");
}

TEST_F(Reckoning, SeesATicketThatNobodyAskedFor) {
  acknowledge_everything();
  issues_.pop_back();
  EXPECT_THAT(reckon(true, true), HasSubstr("was acknowledged to nobody"));
}

TEST_F(Reckoning, SeesACallThatIsNotInTheEvents) {
  acknowledge_everything();
  calls_[0].called_at += std::chrono::milliseconds{1};
  EXPECT_THAT(reckon(true, true), HasSubstr("is 0 times in the events"));
}

TEST_F(Reckoning, SeesATicketThatWasForgotten) {
  const TicketId forgotten = branch_.issue("cash");
  events_ = branch_.events();
  acknowledge_everything();
  EXPECT_THAT(reckon(true, true), HasSubstr("was neither called nor given back"));
  EXPECT_NE(branch_.state().find(forgotten), nullptr);
}

}  // namespace
}  // namespace navbat::sim
