#pragma once
// A branch for tests, spoken to in the words of its people:
//
//   TestBranch branch;
//   branch.open_counter("1");
//   const TicketId anna = branch.issue("cash");
//   branch.pass(minutes(5));
//   EXPECT_EQ(branch.call("1"), anna);
//
// Commands that are rejected fail the test at once; the try_* forms return the decision.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/branch_state.h"
#include "domain/commands.h"

namespace navbat::testing {

// Three services (cash A 10 min, cards C 20 min, loans D 40 min target), counters 1 to 3,
// accumulating priority.
[[nodiscard]] domain::BranchConfig test_config();

// The business days of Tashkent, from midnight.
[[nodiscard]] domain::BranchCalendar test_calendar();

// Deterministic ids in order of making.
[[nodiscard]] domain::TicketId test_id(std::uint64_t n);

class TestBranch {
 public:
  explicit TestBranch(domain::BranchConfig config = test_config());

  domain::TicketId issue(const std::string& service);
  domain::TicketId issue_priority(const std::string& service);
  domain::TicketId issue_appointment(const std::string& service, domain::Timestamp at);
  void adopt(const domain::AdoptTicket& command, domain::Timestamp at);
  void open_counter(const std::string& counter, const std::vector<std::string>& services = {});
  std::optional<domain::TicketId> call(const std::string& counter);
  void call_ticket(const std::string& counter, domain::TicketId ticket);
  void start(domain::TicketId ticket);
  void finish(domain::TicketId ticket);
  void no_show(domain::TicketId ticket);
  void hold(domain::TicketId ticket);
  void resume(domain::TicketId ticket);
  void transfer(domain::TicketId ticket, const std::string& service);
  void cancel(domain::TicketId ticket);
  void open_day(const domain::BusinessDay& day);

  // Calls, starts and finishes at once.
  std::optional<domain::TicketId> serve(const std::string& counter, domain::Milliseconds duration);

  void pass(domain::Milliseconds time) { now_ += time; }
  [[nodiscard]] domain::Timestamp now() const { return now_; }

  // Applies a decision's events at `at`; a rejection fails the test.
  void carry_out(const domain::Decision& decision, std::optional<domain::Timestamp> at = {});

  [[nodiscard]] const domain::BranchState& state() const { return state_; }
  [[nodiscard]] const domain::Ticket& ticket(domain::TicketId id) const { return *state_.find(id); }
  [[nodiscard]] std::string label(domain::TicketId id) const {
    return ticket(id).label.to_string();
  }
  [[nodiscard]] const std::vector<domain::Event>& events() const { return events_; }

  // Called with the state before each event: where estimators learn.
  std::function<void(const domain::BranchState&, const domain::Event&)> on_event;

 private:
  domain::TicketId issue(domain::IssueTicket command);

  domain::BranchState state_;
  domain::Timestamp now_;
  std::uint64_t made_ = 0;
  std::vector<domain::Event> events_;
};

}  // namespace navbat::testing
