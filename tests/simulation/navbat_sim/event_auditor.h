#pragma once
// Judges every event of a branch, from the first one on, by the rules of `domain`: versions without
// a gap, no number twice, no gap online, nothing outside the state machine, one call at a time, and
// each call the one that the order prescribes.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/branch_state.h"
#include "domain/event.h"
#include "tests/simulation/navbat_sim/findings.h"

namespace navbat::sim {

struct HistoricCall {
  domain::CounterId counter;
  domain::Timestamp at{};
};

// A ticket's life as the events tell it.
struct TicketHistory {
  domain::Label label;
  domain::ServiceId service;
  domain::Timestamp issued_at{};
  std::optional<domain::Promise> promise;
  domain::TicketState state = domain::TicketState::kWaiting;
  std::vector<HistoricCall> calls;  // Without recalls.
  std::optional<domain::Timestamp> last_call;
  std::int32_t transfers = 0;
};

// Not thread-safe.
class EventAuditor {
 public:
  // `findings` outlives the auditor.
  EventAuditor(const domain::BranchConfig& config, Findings& findings);

  // Events in order from version 1. After one that cannot be, the rest is not judged.
  void on_event(const domain::Event& event);

  [[nodiscard]] const domain::BranchState& state() const { return state_; }
  [[nodiscard]] const std::unordered_map<domain::TicketId, TicketHistory>& tickets() const {
    return tickets_;
  }
  [[nodiscard]] std::int64_t calls() const { return calls_; }
  [[nodiscard]] std::int64_t calls_in_order() const { return calls_in_order_; }
  [[nodiscard]] std::int64_t calls_by_hand() const { return calls_by_hand_; }
  [[nodiscard]] bool gave_up() const { return gave_up_; }

 private:
  // What makes the event impossible in this state; nothing when it may be applied.
  [[nodiscard]] std::optional<std::string> objection(const domain::Event& event) const;
  void judge(const domain::Event& event, const domain::TicketIssued& issued);
  void judge(const domain::Event& event, const domain::TicketCalled& called);
  void note(const domain::Event& event);

  Findings& findings_;
  domain::BranchState state_;
  std::unordered_map<domain::TicketId, TicketHistory> tickets_;
  std::set<std::pair<domain::BusinessDay, domain::Label>> labels_;
  std::map<std::pair<domain::BusinessDay, std::string>, std::int32_t> last_online_;
  std::int64_t calls_ = 0;
  std::int64_t calls_in_order_ = 0;
  std::int64_t calls_by_hand_ = 0;
  bool gave_up_ = false;
};

}  // namespace navbat::sim
