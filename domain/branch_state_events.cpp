// How each event changes the state.

#include <algorithm>
#include <utility>

#include "domain/branch_state.h"
#include "domain/check.h"

namespace navbat::domain {

void BranchState::start_at(std::int64_t version) {
  check(version_ == 0, "only an empty state may start in the middle of a log");
  version_ = version;
}

void BranchState::apply(const Event& event) {
  check(event.version == version_ + 1, "events must be applied in order, without a gap");
  version_ = event.version;
  std::visit([&](const auto& payload) { on(event, payload); }, event.payload);
}

void BranchState::on(const Event& event, const DayOpened& opened) {
  BranchState fresh{config_};
  fresh.version_ = version_;
  fresh.day_ = opened.day;
  for (CounterState& counter : fresh.counters_) counter.since = event.at;
  *this = std::move(fresh);
}

void BranchState::on(const Event& event, const CounterOpened& opened) {
  CounterState& counter = this->counter(opened.counter);
  counter.open = true;
  counter.paused = false;
  counter.pause_reason.clear();
  counter.teller = opened.teller;
  counter.services = opened.services;
  counter.since = event.at;
}

void BranchState::on(const Event& event, const CounterClosed& closed) {
  CounterState& counter = this->counter(closed.counter);
  check(!counter.ticket, "a counter closes only when it serves nobody");
  CounterState fresh;
  fresh.id = counter.id;
  fresh.since = event.at;
  counter = std::move(fresh);
}

void BranchState::on(const Event& event, const CounterPaused& paused) {
  CounterState& counter = this->counter(paused.counter);
  counter.paused = true;
  counter.pause_reason = paused.reason;
  counter.since = event.at;
}

void BranchState::on(const Event& event, const CounterResumed& resumed) {
  CounterState& counter = this->counter(resumed.counter);
  counter.paused = false;
  counter.pause_reason.clear();
  counter.since = event.at;
}

void BranchState::on(const Event& event, const TicketIssued& issued) {
  Ticket ticket;
  ticket.id = issued.ticket;
  ticket.label = issued.label;
  ticket.day = issued.day;
  ticket.service = issued.service;
  ticket.language = issued.language;
  ticket.priority = issued.priority;
  ticket.appointment = issued.appointment;
  ticket.phone = issued.phone;
  ticket.origin = issued.origin;
  ticket.promise = issued.promise;
  ticket.promised_counters = working_counters(issued.service);
  ticket.issued_at = event.at;
  ticket.joined_at = event.at;
  const auto [place, fresh] = tickets_.emplace(ticket.id, std::move(ticket));
  check(fresh, "a ticket is issued once");
  join_line(place->second);
  // The number of a closed day says nothing about today's.
  if (issued.day != day_) return;
  check(by_label_.emplace(issued.label, issued.ticket).second, "a label is given once a day");
  std::int32_t& last = last_number_[issued.label.series];
  last = std::max(last, issued.label.number);
  ++issued_today_[issued.service];
}

void BranchState::on(const Event&, const TicketRelabelled& relabelled) {
  // A ticket of a day gone by is in the database only.
  const auto found = tickets_.find(relabelled.ticket);
  if (found == tickets_.end()) return;
  Ticket& ticket = found->second;
  if (ticket.day == day_) {
    by_label_.erase(relabelled.old_label);
    check(by_label_.emplace(relabelled.label, ticket.id).second, "a label is given once a day");
  }
  ticket.label = relabelled.label;
  for (RecentCall& call : recent_calls_) {
    if (call.ticket == ticket.id) call.label = relabelled.label;
  }
}

void BranchState::on(const Event&, const TicketReinstated& reinstated) {
  Ticket& ticket = this->ticket(reinstated.ticket);
  move(ticket, TicketAction::kReinstate);
  ticket.called_at.reset();
  ticket.ended_at.reset();
  ticket.counter.reset();
  ticket.teller.reset();
  join_line(ticket);
}

void BranchState::on(const Event& event, const TicketCalled& called) {
  Ticket& ticket = this->ticket(called.ticket);
  CounterState& counter = this->counter(called.counter);
  check(!counter.ticket, "a counter serves one ticket at a time");
  leave_line(ticket);
  move(ticket, TicketAction::kCall);
  count_overtaken(ticket, counter);
  ticket.called_at = event.at;
  ticket.counter = called.counter;
  ticket.teller = called.teller;
  counter.ticket = ticket.id;
  counter.since = event.at;
  priority_streak_ = ticket.priority_class() == PriorityClass::kNormal ? 0 : priority_streak_ + 1;
  remember_call({.version = event.version,
                 .ticket = ticket.id,
                 .label = ticket.label,
                 .service = ticket.service,
                 .language = ticket.language,
                 .counter = called.counter,
                 .at = event.at,
                 .recall = false});
}

void BranchState::on(const Event& event, const TicketRecalled& recalled) {
  Ticket& ticket = this->ticket(recalled.ticket);
  move(ticket, TicketAction::kRecall);
  ticket.called_at = event.at;
  ++ticket.recalls;
  remember_call({.version = event.version,
                 .ticket = ticket.id,
                 .label = ticket.label,
                 .service = ticket.service,
                 .language = ticket.language,
                 .counter = recalled.counter,
                 .at = event.at,
                 .recall = true});
}

void BranchState::on(const Event& event, const ServiceStarted& started) {
  Ticket& ticket = this->ticket(started.ticket);
  move(ticket, TicketAction::kStart);
  ticket.started_at = event.at;
  counter(started.counter).since = event.at;
}

void BranchState::on(const Event& event, const TicketFinished& finished) {
  Ticket& ticket = this->ticket(finished.ticket);
  free_counter_of(ticket, event.at);
  move(ticket, TicketAction::kFinish);
  ticket.ended_at = event.at;
}

void BranchState::on(const Event& event, const TicketNoShow& no_show) {
  Ticket& ticket = this->ticket(no_show.ticket);
  free_counter_of(ticket, event.at);
  move(ticket, TicketAction::kNoShow);
  ticket.ended_at = event.at;
}

void BranchState::on(const Event& event, const TicketHeld& held) {
  Ticket& ticket = this->ticket(held.ticket);
  if (ticket.state == TicketState::kWaiting) leave_line(ticket);
  free_counter_of(ticket, event.at);
  move(ticket, TicketAction::kHold);
}

void BranchState::on(const Event&, const TicketResumed& resumed) {
  Ticket& ticket = this->ticket(resumed.ticket);
  move(ticket, TicketAction::kResume);
  join_line(ticket);
}

void BranchState::on(const Event& event, const TicketTransferred& transferred) {
  Ticket& ticket = this->ticket(transferred.ticket);
  if (ticket.state == TicketState::kWaiting) leave_line(ticket);
  free_counter_of(ticket, event.at);
  move(ticket, TicketAction::kTransfer);
  ticket.service = transferred.service;
  ticket.joined_at = event.at;
  ++ticket.transfers;
  ticket.overtaken = 0;
  join_line(ticket);
}

void BranchState::on(const Event& event, const TicketCancelled& cancelled) {
  Ticket& ticket = this->ticket(cancelled.ticket);
  if (ticket.state == TicketState::kWaiting) leave_line(ticket);
  free_counter_of(ticket, event.at);
  move(ticket, TicketAction::kCancel);
  ticket.ended_at = event.at;
}

void BranchState::on(const Event& event, const NoticePosted& posted) {
  std::vector<NoticeId> over;
  for (const Notice& notice : notices_) {
    if (is_over(notice, event.at)) over.push_back(notice.id);
  }
  for (const NoticeId& id : over) end_notice(id);
  check(find_notice(posted.notice.id) == nullptr, "a notice is posted once");
  check(notices_.size() < kMostNotices, "there is room for one more notice");
  notices_.push_back(posted.notice);
}

void BranchState::on(const Event&, const NoticeWithdrawn& withdrawn) {
  end_notice(withdrawn.notice);
}

}  // namespace navbat::domain
