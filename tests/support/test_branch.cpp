#include "tests/support/test_branch.h"

#include <array>
#include <stdexcept>

#include <gtest/gtest.h>

namespace navbat::testing {

using namespace domain;

BranchConfig test_config() {
  using std::chrono::minutes;
  BranchConfig config;
  config.id = BranchId{"test"};
  config.services = {{ServiceId{"cash"}, 'A', minutes{10}, minutes{4}},
                     {ServiceId{"cards"}, 'C', minutes{20}, minutes{8}},
                     {ServiceId{"loans"}, 'D', minutes{40}, minutes{20}}};
  config.counters = {CounterId{"1"}, CounterId{"2"}, CounterId{"3"}};
  return config;
}

BranchCalendar test_calendar() {
  return BranchCalendar{*find_time_zone("Asia/Tashkent"), std::chrono::minutes{0}};
}

TicketId test_id(std::uint64_t n) {
  std::array<std::uint8_t, 10> random{};
  for (std::size_t i = 0; i < 8; ++i) random[2 + i] = static_cast<std::uint8_t>(n >> (56 - 8 * i));
  return TicketId::make(from_unix_ms(1'767'000'000'000), random);
}

TestBranch::TestBranch(BranchConfig config)
    : state_(config), now_(*parse_rfc3339("2026-03-17T04:00:00Z")) {
  open_day(*BusinessDay::parse("2026-03-17"));
}

void TestBranch::carry_out(const Decision& decision, std::optional<Timestamp> at) {
  if (!decision) throw std::logic_error("rejected: " + decision.error().detail);
  for (const EventPayload& payload : *decision) {
    const BusinessDay day = state_.day().value_or(BusinessDay{});
    Event event{state_.version() + 1, day, at.value_or(now_), now_, "test", payload};
    if (const auto* opened = std::get_if<DayOpened>(&payload)) event.day = opened->day;
    if (on_event) on_event(state_, event);
    state_.apply(event);
    events_.push_back(std::move(event));
  }
}

TicketId TestBranch::issue(IssueTicket command) {
  command.id = test_id(++made_);
  command.language = LanguageTag{"uz"};
  command.origin = NodeId{"kiosk-1"};
  carry_out(decide_issue(state_, command));
  return command.id;
}

TicketId TestBranch::issue(const std::string& service) {
  IssueTicket command;
  command.service = ServiceId{service};
  return issue(std::move(command));
}

TicketId TestBranch::issue_priority(const std::string& service) {
  IssueTicket command;
  command.service = ServiceId{service};
  command.priority = PriorityReason::kElderly;
  return issue(std::move(command));
}

TicketId TestBranch::issue_appointment(const std::string& service, Timestamp at) {
  IssueTicket command;
  command.service = ServiceId{service};
  command.appointment = at;
  return issue(std::move(command));
}

void TestBranch::adopt(const AdoptTicket& command, Timestamp at) {
  carry_out(decide_adopt(state_, command), at);
}

void TestBranch::open_counter(const std::string& counter,
                              const std::vector<std::string>& services) {
  OpenCounter command{CounterId{counter}, TellerId{"teller" + counter}, {}};
  for (const std::string& service : services) command.services.emplace_back(service);
  carry_out(decide_open_counter(state_, command));
}

std::optional<TicketId> TestBranch::call(const std::string& counter) {
  const Decision decision = decide_call(state_, {CounterId{counter}, {}}, now_);
  carry_out(decision);
  if (decision->empty()) return std::nullopt;
  return std::get<TicketCalled>(decision->front()).ticket;
}

void TestBranch::call_ticket(const std::string& counter, TicketId ticket) {
  carry_out(decide_call(state_, {CounterId{counter}, ticket}, now_));
}

void TestBranch::start(TicketId ticket) { carry_out(decide_start(state_, {ticket, {}})); }
void TestBranch::finish(TicketId ticket) { carry_out(decide_finish(state_, {ticket, {}}, "")); }
void TestBranch::no_show(TicketId ticket) { carry_out(decide_no_show(state_, {ticket, {}})); }
void TestBranch::hold(TicketId ticket) { carry_out(decide_hold(state_, {ticket, {}}, "")); }
void TestBranch::resume(TicketId ticket) { carry_out(decide_resume(state_, {ticket, {}})); }

void TestBranch::transfer(TicketId ticket, const std::string& service) {
  carry_out(decide_transfer(state_, {ticket, {}}, ServiceId{service}, ""));
}

void TestBranch::cancel(TicketId ticket) {
  carry_out(decide_cancel(state_, {ticket, {}}, CancelledBy::kCustomer));
}

void TestBranch::open_day(const BusinessDay& day) { carry_out(decide_day(state_, day, now_)); }

std::optional<TicketId> TestBranch::serve(const std::string& counter, Milliseconds duration) {
  const auto called = call(counter);
  if (!called) return called;
  start(*called);
  pass(duration);
  finish(*called);
  return called;
}

}  // namespace navbat::testing
